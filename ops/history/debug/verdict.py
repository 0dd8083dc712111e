"""How what a step would commit differs from what is recorded of it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from ops.history.debug.finding import Why
from schemas.differences import ABSENT, Difference, differences
from schemas.events import Event, Unknown
from streams.failing import MAX_MESSAGE_CHARS
from streams.step import Failure

NOTHING, EVENTS, FAILED = "nothing", "events", "failure"


@dataclass(frozen=True, slots=True)
class Found:
    """A difference in event number ``place`` (from 0) of the commit; None for a failure's."""

    place: int | None
    type: str
    what: Difference


@dataclass(frozen=True, slots=True)
class Verdict:
    """``recorded``, ``here``: "events", "failure" or, if the step was never done, "nothing"."""

    recorded: str
    here: str
    found: tuple[Found, ...]

    @property
    def same(self) -> bool:
        """Whether the step would commit what it did commit."""
        return self.recorded == self.here and not self.found


def judge(
    recorded: Sequence[Event], why: Why | None, here: Sequence[Event], failure: Failure | None
) -> Verdict:
    """Compare a recorded commit, events or failure, with a new one."""
    before = FAILED if why else EVENTS if recorded else NOTHING
    after = FAILED if failure else EVENTS
    if why is not None and failure is not None:
        return Verdict(before, after, tuple(_failures(why, failure)))
    if before == after:
        return Verdict(before, after, tuple(_events(recorded, here)))
    return Verdict(before, after, ())


def members(event: Event | None) -> Any:
    """The payload's members as JSON has them."""
    if event is None:
        return ABSENT
    data = event.data
    return data.raw if isinstance(data, Unknown) else data.model_dump(mode="json")


def _events(recorded: Sequence[Event], here: Sequence[Event]) -> Iterator[Found]:
    for place, (ours, theirs) in enumerate(zip_longest(recorded, here)):
        kind = (ours or theirs).type
        if ours is None or theirs is None or ours.type != theirs.type:
            types = (one.type if one else ABSENT for one in (ours, theirs))
            yield Found(place, kind, Difference("type", *types))
            continue
        for difference in differences(members(ours), members(theirs)):
            yield Found(place, kind, difference)


def _failures(why: Why, failure: Failure) -> Iterator[Found]:
    ours = {"category": str(why.category), "code": why.code, "message": why.message}
    theirs = {
        "category": str(failure.category),
        "code": failure.code,
        "message": failure.message[:MAX_MESSAGE_CHARS],
    }
    for difference in differences(ours, theirs):
        yield Found(None, FAILED, difference)
