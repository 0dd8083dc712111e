"""`scenestream fork`: a new session with the same past and another future."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ops.looking import one, opened, past
from ops.settings import Settings
from schemas.errors import BadInput
from schemas.flow import Stage
from schemas.ids import event_order
from streams.past.fork import Fork, Otherwise
from streams.past.fork import fork as make
from streams.past.points import resolve


class NoSuchEngine(BadInput):
    """``--engine`` names a stage or an engine that is not known; take one of those it lists."""


class NothingAsked(BadInput):
    """The prompt is empty; say what is wanted there, or leave it out to go on as before."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to fork, where, and what is to be different from there on."""

    session: str
    at: str | None = None
    prompt: str | None = None
    seed: int | None = None
    engines: tuple[str, ...] = ()
    mark: str | None = None

    @property
    def otherwise(self) -> Otherwise:
        """The differences, checked. Raises ``NoSuchEngine``, ``NothingAsked``."""
        if self.prompt is not None and not self.prompt.strip():
            raise NothingAsked(NothingAsked.__doc__)
        return Otherwise(self.prompt, self.seed, chosen(self.engines))


async def fork(settings: Settings, wish: Wish, as_json: bool) -> int:
    """Make the fork and print what it is; it goes on by itself."""
    otherwise = wish.otherwise
    async with opened(settings) as shards:
        parent = await one(shards, wish.session)
        history = await past(settings, shards)
        at = await resolve(history, parent, wish.at)
        made = await make(history, parent, at, otherwise, wish.mark or uuid.uuid4().hex, "cli")
    if as_json:
        print(json.dumps(_document(made)))
    else:
        for line in _lines(made):
            print(line)
    return 0


def chosen(options: Sequence[str]) -> dict[str, str]:
    """Engines by stage, of ``STAGE=ENGINE`` each. Raises ``NoSuchEngine``."""
    from consumers.names import shown
    from consumers.registry import UnknownEngine, is_engine

    engines: dict[str, str] = {}
    for option in options:
        stage, is_pair, engine = option.partition("=")
        if not is_pair or not engine or stage not in set(Stage):
            raise NoSuchEngine(
                f"--engine is {option!r}; expected STAGE=ENGINE, as mesh=greybox: stages are "
                f"{', '.join(Stage)}"
            )
        if not is_engine(Stage(stage), engine):
            raise NoSuchEngine(str(UnknownEngine(Stage(stage), engine)))
        if shown(engine) != engine:
            raise NoSuchEngine(
                f"the engine {shown(engine)} has a user or a password in its URL, and a fork's "
                "engines are told in its log; name it without, or start consumers with it"
            )
        engines[stage] = engine
    return engines


def _document(made: Fork) -> dict[str, Any]:
    forked = made.forked
    return {
        "session": made.session,
        "parent": forked.parent,
        "at": forked.at,
        "asked": made.asked,
        "continued": forked.continued,
        "dropped": list(forked.dropped),
        "seed": forked.seed,
        "engines": forked.engines,
        "request": made.request,
    }


def _lines(made: Fork) -> Iterator[str]:
    forked = made.forked
    yield f"session   {made.session}"
    yield f"fork of   {forked.parent} at {forked.at}"
    if event_order(forked.at) > event_order(made.asked):
        yield f"          ({made.asked} is in the middle of a step; this is the step's end)"
    if forked.seed is not None:
        yield f"seed      {forked.seed}"
    for stage, engine in forked.engines.items():
        yield f"engine    {stage}={engine}"
    for request in forked.continued.values():
        yield f"goes on   {request}"
    for request in forked.dropped:
        yield f"dropped   {request}"
    if made.request is not None:
        yield f"asked     {made.request}"
    yield f"follow it with: scenestream tail -f {made.session}"
