"""What can go wrong between us and the log."""

from __future__ import annotations

from schemas.errors import BadInput, Category, NotFound, ScenestreamError, Unavailable
from schemas.session_events import Segment


class EventTooLarge(ScenestreamError):
    """An event would exceed the log's limit; put the bytes into the artifact store."""

    category = Category.TOO_LARGE


class UndecodableEvent(ScenestreamError):
    """A log entry can not be read as an event; it is kept as it is."""

    category = Category.INTERNAL


class RedisUnavailable(Unavailable):
    """Redis does not answer; check REDIS_URL and that the server runs."""


class RedisUnsuitable(ScenestreamError):
    """The Redis server can not hold a log; the message names the setting to change."""

    category = Category.MISCONFIGURED


class DeadlineExceeded(Unavailable):
    """A step ran longer than its stage's deadline; raise it in ``[retry.STAGE]`` if it needs to."""

    def __init__(self, stage: str, deadline_s: float) -> None:
        self.stage, self.deadline_s = stage, deadline_s
        super().__init__(
            f"the {stage} step had not ended after {deadline_s:g} s and was stopped; if it needs "
            f"longer, raise deadline_s under [retry.{stage}] in scenestream.toml"
        )


class SessionErased(NotFound):
    """The session was erased for good; connect again to begin a new one."""


class Unreadable(ScenestreamError):
    """Something that may name artifacts can not be read; until it can, none is deleted."""

    category = Category.CONFLICT

    def __init__(self, what: str, why: str) -> None:
        self.what, self.why = what, why
        super().__init__(
            f"{what} can not be read ({why}), so it can not be said what it needs and no artifact "
            "was deleted; mend that, or erase it, and try again"
        )


class ErasureIncomplete(ScenestreamError):
    """Something of an erased session is there again; run the erasure again, it goes on."""

    category = Category.CONFLICT


class NewerLog(Unavailable):
    """A newer version of scenestream wrote to this session; update this one to go on with it."""


class NoSuchEvent(NotFound):
    """The session has no such event; `scenestream tail` lists those it has."""


class ParentGone(NotFound):
    """A session that was to be forked is gone; `scenestream sessions` lists those there are."""

    def __init__(self, session: str) -> None:
        self.session = session
        super().__init__(
            f"{session} was erased before its fork was made; `scenestream sessions` lists those "
            "there are"
        )


class NoSuchRevision(NotFound):
    """The session's scene has no such revision."""

    def __init__(self, asked: int, newest: int) -> None:
        self.asked, self.newest = asked, newest
        has = f"has the revisions 1 to {newest}" if newest else "was never changed"
        super().__init__(f"there is no revision {asked}: the session's scene {has}")


class UnreadableSegment(ScenestreamError):
    """A table of the archive is gone or broken; bring it back from a copy of the artifact store."""

    def __init__(self, segment: Segment, why: str) -> None:
        self.segment, self.why = segment, why
        super().__init__(
            f"the session's events {segment.first} to {segment.last} can not be read: their table "
            f"{segment.table.sha256} is gone or broken ({why}); bring it back from a copy of the "
            "artifact store"
        )


class NoSuchLetter(NotFound):
    """No dead letter's id begins with that; `scenestream dead list` lists them."""


class AmbiguousLetter(BadInput):
    """Several dead letters' ids begin with that; give more of the id."""


class AlreadyRedriven(ScenestreamError):
    """The dead letter was redriven before; its work was started then, and only then."""

    category = Category.CONFLICT

    def __init__(self, letter: str, event: str) -> None:
        self.letter, self.event = letter, event
        super().__init__(
            f"{letter} was already redriven (its request went on with event {event}); "
            "nothing was started now: follow the request with `scenestream tail`"
        )


class SlotSettled(ScenestreamError):
    """An asset's failed step can not be redriven; ask for the object again in an edit."""

    category = Category.CONFLICT

    def __init__(self, letter: str, slot: str) -> None:
        self.letter, self.slot = letter, slot
        thing = slot.partition("/")[2] or slot
        super().__init__(
            f"{letter} can not be redriven: its request went on without the asset {thing!r} and is "
            f"not waiting for it; ask for the object again in an edit, then drop the letter"
        )


class RequestNotFailed(ScenestreamError):
    """A dead letter's request did not fail because of it; drop the letter and ask again."""

    category = Category.CONFLICT

    def __init__(self, letter: str, status: str) -> None:
        self.letter, self.status = letter, status
        is_now = {"failed": "failed for another reason", "": "is not known any more"}
        super().__init__(
            f"{letter} can not be redriven: its request {is_now.get(status, f'is {status}')}; "
            "ask again if it is still wanted, then drop the letter"
        )
