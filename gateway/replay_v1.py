"""A client of the shipping protocol that watches a session again, without I/O.

What it is sent is what the session's own client was sent, since the same core makes it of the same
events. It says what it wants in words, so that a client that knows no replays can steer one.
Nothing here appends to a log or starts work.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from gateway.effects import Send
from gateway.player import Seek
from gateway.replay import Notice, Replay, parse_speed, speed_name
from gateway.session_v1 import V1Session
from schemas import wire_v1
from schemas.errors import BadInput, Category, ScenestreamError
from schemas.events import Event
from schemas.ids import EventId, SessionId, replay_client
from schemas.scene import Scene
from schemas.state import SessionState
from schemas.wire_v1 import Frame

COMMANDS = "pause, play, step, speed 10 (or max), seek EVENT|REVISION|TIME"
CAUGHT_UP = (
    "The replay has caught up with the session: what happens in it from now on is shown as it "
    "happens."
)
NOTHING_MORE = "There is nothing after this in the session, as of now."


class NotInReplay(BadInput):
    """A replay makes nothing; connect without ?replay= to ask for something."""

    category = Category.CONFLICT


class BadCommand(BadInput):
    """The command can not be understood; say what it is to do."""


Answer = Send | Seek


class V1Replay:
    """The protocol core of one connection that watches ``session``, at ``replay``'s pace."""

    def __init__(self, session: SessionId, replay: Replay) -> None:
        self.session, self.replay = session, replay
        self._told = V1Session(session, _no_id)

    @property
    def at(self) -> EventId | None:
        """The last event that was shown."""
        return self._told.state.at

    def open(self) -> Send:
        """The first frame. Its id is no session's, so that the scene which the client writes under
        it never stands for the scene of a session."""
        about = json.dumps({"replay": self.session, "speed": speed_name(self.replay.speed)})
        return Send(Frame("session_start", text=replay_client(self.session), metadata=about))

    def begun(self, at: EventId | None, state: SessionState, now: float) -> list[Send]:
        """The replay begins after ``at`` (None: with the session): the scene there, if any."""
        self.replay.seek(at, now)
        self._told.state = state
        return self._scene() if state.scene is not None else []

    def show(self, come: Event | Notice) -> list[Send]:
        """What the client is sent of what the replay gave out."""
        match come:
            case Notice.CAUGHT_UP:
                return [_say(CAUGHT_UP if self.replay.live else NOTHING_MORE)]
            case Notice.STOPPED:
                return [_say(f"The replay stopped at {self._place()}, as asked; play goes on.")]
        sent = [effect for effect in self._told.events([come]) if isinstance(effect, Send)]
        if sent:
            self.replay.stepped()
        return sent

    def receive(self, message: bytes | str, now: float) -> Sequence[Answer]:
        """What to do about a frame that came at ``now``."""
        try:
            if isinstance(message, str):
                raise wire_v1.BadFrame(
                    "text frames are not part of this protocol; send protobuf Content messages as "
                    "binary frames"
                )
            return self._receive(wire_v1.decode(message), now)
        except ScenestreamError as refused:
            return [refusal(refused)]

    def sought(self, at: EventId | None, state: SessionState, now: float) -> list[Send]:
        """The replay goes on after ``at``, where the session was in ``state``."""
        self.replay.seek(at, now)
        self._told.state = state
        return [_say(f"At {self._place()}, {self._pace()}."), *self._scene()]

    def refusal(self, why: ScenestreamError) -> Send:
        """What the client is told of an error."""
        return refusal(why)

    def _receive(self, frame: Frame, now: float) -> Sequence[Answer]:
        match frame.type:
            case "text":
                verb, _, rest = frame.text.strip().partition(" ")
                return self._obey(verb.lower(), rest.strip(), now)
            case "gesture" | "error":
                return []
            case _:
                raise self._not_here()

    def _obey(self, verb: str, rest: str, now: float) -> Sequence[Answer]:
        match verb, rest:
            case "pause", "":
                self.replay.pause(now)
                return [_say(f"Paused at {self._place()}.")]
            case "play", "":
                self.replay.play(now)
                return [_say(f"Going on from {self._place()}, {self._pace()}.")]
            case "step", "":
                self.replay.step(now)
                return [_say(f"One step on from {self._place()}.")]
            case "speed", _:
                self.replay.set_speed(parse_speed(rest), now)
                return [_say(f"At {self._place()}, {self._pace()}.")]
            case "seek", "":
                raise BadCommand(
                    "seek needs a point; give an event's id, a revision (12) or a time "
                    "(2026-03-01T12:30, +90s after the beginning, -10s before the end)"
                )
            case "seek", point:
                return [Seek(point)]
        raise self._not_here()

    def _scene(self) -> list[Send]:
        """The whole scene as it is now; an empty one where there is none, to clear what was."""
        scene = self._told.state.scene or Scene(name="Scene")
        return [self._told.whole_scene(f"The scene at {self._place()}.", scene)]

    def _place(self) -> str:
        state = self._told.state
        return f"event {state.at} (revision {state.revision})" if state.at else "the beginning"

    def _pace(self) -> str:
        speed = f"speed {speed_name(self.replay.speed)}"
        return f"paused, {speed}" if self.replay.paused else speed

    def _not_here(self) -> NotInReplay:
        return NotInReplay(
            f"this is a replay of session {self.session}, in which nothing new is made; say "
            f"{COMMANDS}, or connect without ?replay= to ask for something"
        )


def refusal(refused: ScenestreamError) -> Send:
    """What the client is told of an error."""
    return Send(wire_v1.error(str(refused), refused.category.status))


def _say(text: str) -> Send:
    return Send(Frame("unrelated_response", text=text))


def _no_id() -> str:
    """A replay opens no request: its core is asked only to tell."""
    return ""
