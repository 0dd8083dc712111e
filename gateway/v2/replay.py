"""A client of ``scenestream.v2`` that watches a session again, without I/O.

What it is sent is what the session's clients were sent, since the same show makes it of the same
events; no frame has a cursor, since a replay is steered, not resumed. Nothing here starts work.
"""

from __future__ import annotations

from collections.abc import Sequence

from gateway.player import Seek
from gateway.replay import AT_ONCE, LEAST_SPEED, MOST_SPEED, BadSpeed, Notice, Replay
from gateway.v2.channel import drafting
from gateway.v2.session import BadClientFrame, read_frame, refusal
from gateway.v2.show import Show
from schemas import wire_v2_pb2 as pb
from schemas.errors import Category, ScenestreamError
from schemas.events import Event
from schemas.ids import EventId, SessionId
from schemas.state import SessionState

ENDS = ("completed", "failed", "cancelled")


class OnlyAReplay(ScenestreamError):
    """Nothing is made in a replay; join the session to ask for something, or send a Playback."""

    category = Category.CONFLICT


class V2Replay:
    """The protocol core of one connection that watches ``session``, at ``replay``'s pace."""

    def __init__(self, session: SessionId, replay: Replay, max_frame: int) -> None:
        self.session, self.replay = session, replay
        self._max_frame = max_frame
        self._show = Show(session)

    def begun(self, at: EventId | None, state: SessionState, now: float) -> list[pb.ServerFrame]:
        """The replay begins after ``at`` (None: with the session): the scene there."""
        self.replay.seek(at, now)
        frame = self._whole(state)
        frame.welcome.session, frame.welcome.role = self.session, "replay"
        frame.welcome.max_frame, frame.welcome.server = self._max_frame, "scenestream"
        return [frame, self._played()]

    def show(self, come: Event | Notice) -> list[pb.ServerFrame]:
        """What the client is sent of what the replay gave out."""
        if isinstance(come, Notice):
            return [self._played()]
        frames = [told.frame for told in self._show.events([come])]
        if any(_is_step(frame) for frame in frames):
            self.replay.stepped()
        return frames

    def receive(self, message: bytes | str, now: float) -> Sequence[pb.ServerFrame | Seek]:
        """What to do about a frame that came at ``now``."""
        command = ""
        try:
            frame = read_frame(message)
            command = frame.id
            if frame.WhichOneof("command") != "playback":
                raise OnlyAReplay(OnlyAReplay.__doc__)
            return self._play(frame.playback, now)
        except ScenestreamError as refused:
            return [refusal(refused, command).frame]

    def sought(self, at: EventId | None, state: SessionState, now: float) -> list[pb.ServerFrame]:
        """The replay goes on after ``at``, where the session was in ``state``."""
        self.replay.seek(at, now)
        return [self._whole(state), self._played()]

    def refusal(self, why: ScenestreamError) -> pb.ServerFrame:
        """What the client is told of an error."""
        return refusal(why).frame

    def _play(self, asked: pb.Playback, now: float) -> list[pb.ServerFrame | Seek]:
        state = asked.WhichOneof("state")
        if state is None and not asked.speed and not asked.seek:
            raise BadClientFrame("the Playback asks for nothing; set paused, step, speed or seek")
        if asked.speed:
            self.replay.set_speed(speed_of(asked.speed), now)
        if state == "step":
            self.replay.step(now)
        elif state == "paused" and asked.paused:
            self.replay.pause(now)
        elif state == "paused":
            self.replay.play(now)
        return [Seek(asked.seek)] if asked.seek else [self._played()]

    def _whole(self, state: SessionState) -> pb.ServerFrame:
        self._show = Show(self.session, state, drafting(state))
        return self._show.whole().frame

    def _played(self) -> pb.ServerFrame:
        state = self._show.state
        speed = -1.0 if self.replay.speed == AT_ONCE else self.replay.speed
        return pb.ServerFrame(
            played=pb.Played(
                at=state.at or "",
                revision=state.revision,
                paused=self.replay.paused,
                speed=speed,
                live=self.replay.live,
            )
        )


def speed_of(told: float) -> float:
    """The speed that a client means: a negative one is as fast as it can be told; 0 is 1. Raises
    ``BadSpeed``."""
    if told < 0:
        return AT_ONCE
    speed = told or 1.0
    if not LEAST_SPEED <= speed <= MOST_SPEED:
        raise BadSpeed(f"{speed:g}: {BadSpeed.__doc__}")
    return speed


def _is_step(frame: pb.ServerFrame) -> bool:
    """Whether a person sees that something happened."""
    return frame.HasField("scene") or frame.WhichOneof("event") in ENDS
