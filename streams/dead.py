"""Dead letters of all stages: list them, read one, redrive it, drop it.

A redrive puts a letter's input back to work and reopens its request in one script, so that the work
starts exactly once, however many people or processes ask for it. How a letter comes to be is
``streams.failing``'s.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from itertools import product

from schemas.events import RequestReopened
from schemas.flow import Stage, flow
from schemas.ids import EventId, event_order
from streams.codec import encode
from streams.commit import FEED_CAP, FLIGHT_CAP, KEEP_CLOSED_S
from streams.errors import (
    AlreadyRedriven,
    AmbiguousLetter,
    NoSuchLetter,
    RequestNotFailed,
    SlotSettled,
)
from streams.keys import STAGES, Queue, shard_of
from streams.letter import DeadLetter, read
from streams.log import Log, envelopes
from streams.past.history import History
from streams.past.told import told
from streams.scripts import DROP, REDRIVE, run_until_answered, until_answered

PAGE = 100
"""Letters that a read asks for at once: each holds an event and a traceback."""
REMEMBER_S = 30 * 24 * 3600
"""How long a redriven letter's id is answered with "already" instead of "no such letter"."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which letters are meant; None means any. ``session``: a prefix of its id."""

    stage: Stage | None = None
    session: str | None = None
    code: str | None = None

    def has(self, letter: DeadLetter) -> bool:
        """Whether ``letter`` is meant."""
        return (
            self.stage in (None, letter.stage)
            and letter.session.startswith(self.session or "")
            and self.code in (None, letter.code)
        )


class DeadLetters:
    """The dead letters of a deployment's logs, which are given in the order of their shards.

    ``history``: needed to redrive what a fork took over from its parent.
    """

    def __init__(self, *logs: Log, history: History | None = None) -> None:
        self._logs, self._history = logs, history

    def _log_of(self, letter: DeadLetter) -> Log:
        return self._logs[shard_of(letter.session, len(self._logs))]

    async def newest(self, wanted: Wanted = Wanted(), limit: int | None = None) -> list[DeadLetter]:
        """The letters that are ``wanted``, newest first; at most ``limit`` when it is given."""
        found: list[DeadLetter] = []
        stages = [wanted.stage] if wanted.stage else STAGES
        for log, stage in product(self._logs, stages):
            here: list[DeadLetter] = []
            async for letter in _letters(log, stage):
                if limit is not None and len(here) >= limit:
                    break
                if wanted.has(letter):
                    here.append(letter)
            found.extend(here)
        found.sort(key=lambda letter: event_order(letter.entry), reverse=True)
        return found[:limit]

    async def get(self, prefix: str) -> DeadLetter:
        """The letter whose id begins with ``prefix``.

        Raises ``NoSuchLetter``, ``AmbiguousLetter``, or ``AlreadyRedriven`` when it was one.
        """
        found = [
            letter
            for log, stage in product(self._logs, STAGES)
            if stage.startswith(prefix.partition("/")[0])
            async for letter in _letters(log, stage)
            if letter.id.startswith(prefix)
        ]
        exact = [letter for letter in found if letter.id == prefix]
        if len(found) == 1 or exact:
            return (exact or found)[0]
        if found:
            some = ", ".join(letter.id for letter in found[:4])
            raise AmbiguousLetter(f"{prefix!r} ({some}): {AmbiguousLetter.__doc__}")
        earlier = await self._redriven(prefix)
        if earlier is not None:
            raise AlreadyRedriven(prefix, earlier)
        raise NoSuchLetter(f"{prefix!r}: {NoSuchLetter.__doc__}")

    async def redrive(self, letter: DeadLetter, mark: str | None = None) -> EventId:
        """Put the letter's input back to work; the id of its request's ``request.reopened``.

        A call that is repeated with its ``mark`` answers as the first did. Raises
        ``AlreadyRedriven``, ``SlotSettled``, ``RequestNotFailed`` or ``NoSuchLetter``; then nothing
        was started.
        """
        if letter.slot:
            raise SlotSettled(letter.id, letter.slot)
        log = self._log_of(letter)
        keys = log.keys
        names = [
            keys.request(letter.request or ""),
            keys.log(letter.session),
            keys.feed,
            keys.session(letter.session),
            keys.turns(letter.session),
            keys.sessions,
            keys.due,
            keys.dead(letter.stage),
            keys.open,
            keys.cancelled,
            *keys.all_work,
            keys.erased,
            keys.redriven(letter.id),
        ]
        args: list[str | int] = [letter.entry, letter.id, mark or uuid.uuid4().hex]
        args.extend((FEED_CAP, REMEMBER_S, letter.session, letter.request or ""))
        args.extend((keys.request(""), keys.parked, len(STAGES), FLIGHT_CAP))
        args.extend(await self._turn(letter))
        args.extend((Queue(letter.stage).number, letter.task, letter.event, letter.input))
        args.append(_reopened(letter))
        outcome, *more = await run_until_answered(log.redis, REDRIVE, names, args)
        match outcome:
            case "done" | "again":
                return EventId(more[0])
            case "already":
                raise AlreadyRedriven(letter.id, more[0])
            case "closed":
                raise RequestNotFailed(letter.id, more[0])
            case _:
                raise NoSuchLetter(f"{letter.id!r} was dropped: {NoSuchLetter.__doc__}")

    async def drop(self, letter: DeadLetter) -> bool:
        """Throw the letter away for good; whether it was still there."""
        log = self._log_of(letter)
        keys = log.keys
        names = [keys.dead(letter.stage), keys.request(letter.request or "")]
        args: list[str | int] = [letter.entry, letter.id, KEEP_CLOSED_S]
        return bool(await run_until_answered(log.redis, DROP, names, args))

    async def _turn(self, letter: DeadLetter) -> tuple[str, str]:
        """Whether the letter's request is about to change the scene, and so needs its turn again,
        and whether it leaves the scene alone for certain."""
        asked = [letter.request] if letter.request else []
        tale = await told(self._log_of(letter), letter.session, asked, self._history)
        events = tale.events[letter.request] if tale and letter.request else []
        flows = [flow(event.data) for event in events]
        turn = any(work.turn for led in flows for work in led.work)
        yields = any(led.yields for led in flows)
        return "1" if turn else "0", "1" if yields else "0"

    async def _redriven(self, letter: str) -> str | None:
        """The event that a letter of exactly this id was redriven to, if it was."""
        for log in self._logs:
            text = await until_answered(partial(log.redis.get, log.keys.redriven(letter)))
            if text:
                return str(json.loads(text)["id"])
        return None


async def _letters(log: Log, stage: Stage) -> AsyncIterator[DeadLetter]:
    """A stage's letters in one log, newest first."""
    key, end = log.keys.dead(stage), "+"
    while True:
        rows = await until_answered(partial(log.redis.xrevrange, key, end, "-", count=PAGE))
        for entry, fields in rows:
            yield read(stage, entry, fields["d"])
        if len(rows) < PAGE:
            return
        end = f"({rows[-1][0]}"


def _reopened(letter: DeadLetter) -> str:
    """The document of the event that tells of the redrive."""
    data = RequestReopened(stage=letter.stage, letter=letter.id, attempt=letter.attempt)
    (event,) = envelopes([data], letter.session, letter.request, letter.event, "redrive")
    return encode(event)
