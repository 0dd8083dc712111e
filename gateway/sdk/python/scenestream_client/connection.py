"""One client of a session over any number of connections, without I/O.

Frames of the server go in; what to do about them comes out. It remembers what a drop must not lose:
the cursor, and each command until it is known what became of it. Commands have ids, and a server
counts one once, so all of those are sent again after every Welcome. What belongs here: what is
said, and when. What does not: sockets, time that passes, files.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeAlias

from google.protobuf.message import DecodeError

from . import wire_v2_pb2 as pb
from .backoff import Backoff
from .errors import BrokenFrame, Diverged, Refused, SceneClientError
from .events import Event, Notice, OutOfStep, Rejoined
from .mirror import Mirror

SUBPROTOCOL = "scenestream.v2"
POLICY = 1008
"""The WebSocket code of a server that does not want this client back as it is."""
STEADY_S = 1.0
"""A connection that lasted so long after its Welcome was a good one."""
ENDS = ("completed", "failed", "cancelled")
_PASSING = ("unavailable", "too_many")
"""Categories of what is refused now and may be taken later."""
REQUESTS = ("text", "audio", "picture", "undo", "redo", "confirm")
"""Commands that open a request."""


@dataclass(frozen=True, slots=True)
class Send:
    """Send this to the server."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Tell:
    """Tell the program that uses the client."""

    event: Event


@dataclass(frozen=True, slots=True)
class Note:
    """Tell it about the connection, if it wants to know."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class Opened:
    """A command opened a request."""

    command: str
    request: str
    accepted: pb.Accepted


@dataclass(frozen=True, slots=True)
class Settled:
    """It is known what became of a command: its request's end, or that it was done (None), or not.
    ``conflicts``: members that a hand edit did not change."""

    command: str
    end: Event | None = None
    refused: Refused | None = None
    conflicts: tuple[pb.Conflict.Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejoin:
    """Close this connection and make another."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Close this connection for good."""

    why: SceneClientError


Effect: TypeAlias = Send | Tell | Note | Opened | Settled | Rejoin | Leave


@dataclass(slots=True)
class _Pending:
    data: bytes
    opens: bool
    heard: bool = False


@dataclass(slots=True)
class Connection:
    """The protocol core. ``hello``: what to say first, but for session and cursor as they become
    known; ``now``: seconds of any clock that does not jump; ``new_id``: names for commands."""

    hello: pb.Hello
    now: Callable[[], float]
    backoff: Backoff = field(default_factory=Backoff)
    new_id: Callable[[], str] = lambda: str(uuid.uuid4())
    mirror: Mirror = field(default_factory=Mirror)
    cursor: str = ""
    welcome: pb.Welcome | None = None
    pending: dict[str, _Pending] = field(default_factory=dict)
    _welcomed_at: float | None = None
    _joins: int = 0
    _conflicts: list[pb.Conflict.Member] = field(default_factory=list)
    _taken: list[tuple[int, Settled]] = field(default_factory=list)
    _early: set[tuple[str, str]] = field(default_factory=set)
    _refused: Refused | None = None
    _wait_s: float = 0.0
    _played: pb.Played | None = None
    _stood: str = ""

    @property
    def session(self) -> str:
        """The session's id; "" before the first Welcome to a new one."""
        return self.welcome.session if self.welcome else self.hello.session

    @property
    def is_replay(self) -> bool:
        """Whether it watches a session again."""
        return bool(self.hello.HasField("replay"))

    @property
    def is_welcomed(self) -> bool:
        """Whether there is a connection on which the server has said Welcome."""
        return self._welcomed_at is not None

    def opened(self) -> bytes:
        """A connection is there: the Hello to send."""
        self._welcomed_at, self._refused, self._wait_s = None, None, 0.0
        self._conflicts.clear()
        hello = pb.Hello()
        hello.CopyFrom(self.hello)
        hello.session, hello.cursor = self.session, self.cursor
        if self.is_replay and self._played is not None:
            self._go_on(hello.replay)
        return _bytes(pb.ClientFrame(hello=hello))

    def _go_on(self, replay: pb.Playback) -> None:
        """Where the replay stood."""
        assert self._played is not None
        replay.paused, replay.speed = self._played.paused, self._played.speed
        if self._stood:
            replay.seek = self._stood

    def command(self, **what: Any) -> tuple[str, list[Effect]]:
        """Take a command on: its id, and what to do now. It is sent until it is settled."""
        command = self.new_id()
        frame = pb.ClientFrame(id=command, **what)
        kind = frame.WhichOneof("command") or ""
        pending = _Pending(_bytes(frame), kind in REQUESTS)
        if self.is_replay:
            return command, [Send(pending.data)] if self.is_welcomed else []
        self.pending[command] = pending
        return command, list(self._again(command)) if self.is_welcomed else []

    def receive(self, message: bytes | str) -> list[Effect]:
        """What to do about a message of the server's."""
        try:
            return list(self._receive(_read(message)))
        except BrokenFrame as broken:
            return [Note(OutOfStep(str(broken))), Rejoin()]
        except Diverged as lost:
            self.cursor = ""  # the whole scene, please
            return [Note(OutOfStep(str(lost))), Rejoin()]

    def lost(self, code: int | None = None) -> float | SceneClientError:
        """The connection ended, with the WebSocket code that the server gave: seconds until the
        next try, or why there must be none."""
        since, self._welcomed_at = self._welcomed_at, None
        if code == POLICY and self._refused is not None and not _may_pass(self._refused):
            return self._refused
        if since is not None and self.now() - since >= STEADY_S:
            self.backoff.went_well()
        return max(self.backoff.failed(), self._wait_s)

    def _receive(self, frame: pb.ServerFrame) -> Iterator[Effect]:
        kind = frame.WhichOneof("event")
        if not self.is_welcomed and kind not in ("welcome", "refused"):
            raise BrokenFrame("the server's first frame was no Welcome")
        if kind == "welcome" and self.session not in ("", frame.welcome.session):
            raise BrokenFrame("the server welcomed to another session")
        if kind == "welcome" and not frame.welcome.resumed and not frame.scene.whole:
            raise Diverged("the server's Welcome had no scene")
        self.mirror.apply(frame)
        self.cursor = frame.cursor or self.cursor
        if frame.at_ms:
            self._stood = datetime.fromtimestamp(frame.at_ms / 1e3, UTC).isoformat()
        event = Event(frame)
        if kind == "welcome":
            yield from self._welcomed(event)
        elif kind == "refused":
            yield from self._not_taken(event)
        else:
            yield from self._came(event)
        yield from self._shown()

    def _shown(self) -> Iterator[Effect]:
        """What was taken is settled when the scene shows it: the next change is made on that. A
        draft hides it."""
        taken, self._taken = self._taken, []
        for revision, settled in taken:
            if self.mirror.draft or self.mirror.revision >= revision:
                yield settled
            else:
                self._taken.append((revision, settled))

    def _welcomed(self, event: Event) -> Iterator[Effect]:
        self.welcome = event.frame.welcome
        self._welcomed_at = self.now()
        self._joins += 1
        if self._joins > 1:
            yield Note(Rejoined(self.welcome.resumed))
        if not self.welcome.resumed:
            yield Tell(event)
        for command in list(self.pending):
            yield from self._again(command)

    def _again(self, command: str) -> Iterator[Effect]:
        size, limit = len(self.pending[command].data), self.welcome.max_frame if self.welcome else 0
        if limit and size > limit:
            del self.pending[command]
            why = f"the command has {size:,} bytes, the server's limit is {limit:,}; send less"
            yield Settled(command, refused=Refused("too_large", "CommandTooLong", why))
        else:
            yield Send(self.pending[command].data)

    def _not_taken(self, event: Event) -> Iterator[Effect]:
        told = event.frame.refused
        refused = Refused(told.category, told.code, told.message, told.retry_after_s)
        if not self.is_welcomed and told.code == "BadCursor" and self.cursor:
            self.cursor = ""
            yield Note(OutOfStep(told.message))
            yield Rejoin()
        elif not self.is_welcomed and not _may_pass(refused):
            yield Leave(refused)
        elif told.command in self.pending:
            del self.pending[told.command]
            self._conflicts.clear()
            yield Tell(event)
            yield Settled(told.command, refused=refused)
        else:
            self._refused, self._wait_s = refused, told.retry_after_s
            yield Tell(event)

    def _came(self, event: Event) -> Iterator[Effect]:
        frame, command = event.frame, self._of(event.frame)
        told_again = not frame.cursor and not self.is_replay  # to this client alone
        match event.kind:
            case "accepted":
                pending = self.pending.get(command)
                if self._is_news(told_again, command, event, pending is None or pending.heard):
                    yield Tell(event)
                if pending is not None:
                    pending.heard = True
                    yield Opened(command, frame.request, frame.accepted)
            case "completed" | "failed" | "cancelled":
                known = self.pending.pop(command, None) is None
                if self._is_news(told_again, frame.request, event, known):
                    yield Tell(event)
                if not known:
                    yield Settled(command, end=event)
            case "taken":
                kept, self._conflicts = tuple(self._conflicts), []
                yield Tell(event)
                if self.pending.pop(frame.taken.command, None) is not None:
                    settled = Settled(frame.taken.command, conflicts=kept)
                    self._taken.append((frame.taken.revision, settled))
            case "conflict":
                self._conflicts.extend(frame.conflict.kept)
                yield Tell(event)
            case "played":
                self._played = frame.played
                self._stood = frame.played.at or self._stood
                yield Tell(event)
            case _:
                yield Tell(event)

    def _is_news(self, told_again: bool, about: str, event: Event, known: bool) -> bool:
        """Whether the program has not been told this. What is told again is news where it was
        missed, and then what it repeats, should that still come, is not."""
        key = (about, event.kind)
        if told_again:
            if not known:
                self._early.add(key)
            return not known
        is_news = key not in self._early
        self._early.discard(key)
        return is_news

    def _of(self, frame: pb.ServerFrame) -> str:
        """The command that opened the frame's request, if it is one of this client's."""
        if frame.WhichOneof("event") == "accepted":
            return frame.accepted.command
        command = frame.request.rpartition(".")[2]
        opens = command in self.pending and self.pending[command].opens
        return command if opens else ""


def _may_pass(refused: Refused) -> bool:
    return refused.category in _PASSING or refused.retry_after_s > 0


def _read(message: bytes | str) -> pb.ServerFrame:
    if isinstance(message, str):
        raise BrokenFrame(BrokenFrame.__doc__)
    frame = pb.ServerFrame()
    try:
        frame.ParseFromString(message)
    except DecodeError as broken:
        raise BrokenFrame(f"{BrokenFrame.__doc__} ({broken})") from broken
    return frame


def _bytes(frame: pb.ClientFrame) -> bytes:
    return bytes(frame.SerializeToString())
