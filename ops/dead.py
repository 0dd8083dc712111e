"""`scenestream dead`: dead letters for people and programs, as ``streams.dead`` has them."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from ops.looking import opened, past
from ops.settings import Settings
from schemas.errors import BadInput, ScenestreamError
from schemas.flow import Stage
from streams.dead import DeadLetters, Wanted
from streams.errors import AlreadyRedriven, SlotSettled
from streams.letter import DeadLetter


class NoSuchStage(BadInput):
    """``--stage`` names something that is not a stage."""


class WhichLetters(BadInput):
    """It is not said which letters are meant; give their ids, or ``--all``."""


class UnconfirmedDrop(BadInput):
    """Several letters would be dropped for good; add ``--yes`` if that is meant."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Letters by id, or all that are ``wanted``."""

    ids: tuple[str, ...]
    wanted: Wanted

    async def letters(self, dead: DeadLetters) -> Sequence[DeadLetter]:
        """The letters that are meant, oldest first where that is not said."""
        if self.ids:
            return [await dead.get(letter) for letter in self.ids]
        return (await dead.newest(self.wanted))[::-1]


def wanted(stage: str | None, session: str | None, code: str | None) -> Wanted:
    """The filters. Raises ``NoSuchStage``."""
    if stage is not None and stage not in set(Stage):
        raise NoSuchStage(f"there is no stage {stage!r}; stages are {', '.join(Stage)}")
    return Wanted(Stage(stage) if stage else None, session, code)


def choice(ids: tuple[str, ...], every: bool, filters: Wanted) -> Choice:
    """What ``redrive`` and ``drop`` are to act on. Raises ``WhichLetters``."""
    if bool(ids) == every or (ids and filters != Wanted()):
        raise WhichLetters(
            "say which letters are meant: give their ids alone, or --all with --stage, --session "
            "or --code; `scenestream dead list` shows them"
        )
    return Choice(ids, filters)


async def show_list(settings: Settings, filters: Wanted, limit: int, as_json: bool) -> int:
    """Print the letters, newest first, one a line."""
    async with opened(settings) as shards:
        letters = await DeadLetters(*shards).newest(filters, limit)
    for letter in letters:
        print(json.dumps(letter.document(), ensure_ascii=False) if as_json else line(letter))
    if not letters:
        print("no dead letters", file=sys.stderr)
    return 0


async def show(settings: Settings, prefix: str, as_json: bool) -> int:
    """Print all of one letter."""
    async with opened(settings) as shards:
        letter = await DeadLetters(*shards).get(prefix)
    print(json.dumps(letter.document(), ensure_ascii=False) if as_json else page(letter))
    return 0


async def redrive(settings: Settings, chosen: Choice, as_json: bool) -> int:
    """Redrive the letters and print what became of each; 1 when one that was named was refused."""
    refused = 0
    async with opened(settings) as shards:
        dead = DeadLetters(*shards, history=await past(settings, shards))
        letters = await chosen.letters(dead)
        for letter in letters:
            try:
                event = await dead.redrive(letter)
            except ScenestreamError as why:
                if chosen.ids and len(letters) == 1:
                    raise
                expected = isinstance(why, AlreadyRedriven | SlotSettled)
                refused += bool(chosen.ids) or not expected
                _say(letter, "refused", str(why), why.code, as_json)
            else:
                _say(letter, "redriven", f"request {letter.request} goes on", str(event), as_json)
    if not letters:
        print("no dead letter is meant; nothing was started", file=sys.stderr)
    return 1 if refused else 0


async def drop(settings: Settings, chosen: Choice, yes: bool, as_json: bool) -> int:
    """Drop the letters; several only with ``yes``."""
    async with opened(settings) as shards:
        dead = DeadLetters(*shards)
        letters = await chosen.letters(dead)
        if len(letters) > 1 and not yes:
            raise UnconfirmedDrop(f"{len(letters)} letters: {UnconfirmedDrop.__doc__}")
        for letter in letters:
            there = await dead.drop(letter)
            _say(letter, "dropped" if there else "gone", letter.message, letter.code, as_json)
    return 0


def line(letter: DeadLetter) -> str:
    """One line for a letter: what a person needs to choose."""
    at = letter.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    return f"{letter.id:<28} {at}  {letter.session[:8]}  {letter.code}: {letter.message[:100]}"


def page(letter: DeadLetter) -> str:
    """A letter whole, for reading."""
    shown = letter.document()
    told = json.dumps(shown.pop("input"), ensure_ascii=False, indent=2)
    where = shown.pop("environment")
    trace = str(shown.pop("traceback")).rstrip()
    rows = [f"{name:<12} {value}" for name, value in shown.items() if value not in ("", None)]
    rows += [f"{name:<12} {value}" for name, value in where.items()]
    return "\n".join([*rows, "input", told, *(("traceback", trace) if trace else ())])


def _say(letter: DeadLetter, outcome: str, told: str, more: str, as_json: bool) -> None:
    if as_json:
        key = "code" if outcome != "redriven" else "event"
        document = {"letter": letter.id, "outcome": outcome, key: more, "message": told}
        print(json.dumps(document, ensure_ascii=False))
    else:
        print(f"{outcome:<9} {letter.id}  {told}")
