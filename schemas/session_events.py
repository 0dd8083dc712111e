"""What happens to a session as such: it is opened, forked, sealed, and its state is written down.

What belongs here: facts about a log. What does not: facts about a request (``schemas.events``).
"""

from __future__ import annotations

from pydantic import Field

from schemas.artifacts import ArtifactRef
from schemas.ids import EventId, RequestId, SessionId
from schemas.model import Frozen
from schemas.payload import Data


class SessionOpened(Data):
    """``user``: whose session it is, where that is known."""

    type = "session.opened"
    v = 2
    protocol: str
    client: str = ""
    user: str = ""


class SessionForked(Data):
    """The session begins as ``parent`` was after its event ``at``, which it shares with it.

    ``continued``: requests that were open there, by the id they go on under; ``dropped``: those
    that do not go on. ``seed`` and ``engines`` (by stage): what is otherwise from here on.
    """

    type = "session.forked"
    parent: SessionId
    at: EventId
    continued: dict[RequestId, RequestId] = Field(default_factory=dict)
    dropped: tuple[RequestId, ...] = ()
    seed: int | None = None
    engines: dict[str, str] = Field(default_factory=dict)


class Segment(Frozen):
    """A run of a session's events in the artifact store: the table of ``streams.past.archive``."""

    table: ArtifactRef
    first: EventId
    last: EventId
    events: int


class SessionSealed(Data):
    """The session's events up to the last one of ``segments`` are in the archive.

    ``forked``: the session's own first event, if it is a fork, so that nobody needs the archive to
    know where its past is.
    """

    type = "session.sealed"
    segments: tuple[Segment, ...]
    forked: SessionForked | None = None


class SceneKeyframed(Data):
    """The state after event ``at`` was written down, so that a seek folds what came since alone.

    ``state``: the document of ``schemas.keyframe``; ``scene``: the sha256 of the canonical scene
    then, "" without one; ``revision``: the scene's.
    """

    type = "scene.keyframed"
    at: EventId
    state: ArtifactRef
    revision: int
    scene: str = ""


class GestureMade(Data):
    """A person's gesture at a client, kept for the session's record: nothing is made of it.
    ``text``: as the client told it, JSON. ``command``: the id of the frame that brought it."""

    type = "gesture.made"
    text: str
    command: str = ""


class LogGapFound(Data):
    """Events of this session are gone: Redis lost the end of its history (a failover, a restart
    without persistence, a deleted key). ``seen`` was there; ``after`` is the last one that still
    is, None when nothing is."""

    type = "log.gap_found"
    seen: EventId
    after: EventId | None = None
