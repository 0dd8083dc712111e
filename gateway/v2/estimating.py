"""How long a request will take: as long as the last ones of its kind did, in all sessions. Pure.

What a request is to become is not known when it is heard: then its likely kind counts, and what it
waits for. Once it acts, its kind is known. What nobody has measured is not known, and is said: 0.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import median

from schemas import events as e
from schemas import wire_v2_pb2 as pb
from schemas.ids import EventId, RequestId, SessionId, event_order
from schemas.state import RequestState, SessionState

LATELY = 12
"""So many of the last requests of a kind are asked."""
MOST_OPEN = 10_000
"""Requests whose end is waited for; the one that began first goes for one more."""
LEAST_S = 0.1
"""What is known to take no time: 0 would say that it is not known."""
ENDS = (e.RequestCompleted, e.RequestFailed, e.RequestCancelled)


class Kind(StrEnum):
    """What a request becomes."""

    PICTURE = "picture"
    MESH = "mesh"
    SCENE = "scene"
    EDIT = "edit"
    ANSWER = "answer"


OF_ACTION = {
    "generate_image": Kind.PICTURE,
    "generate_3d_object": Kind.MESH,
    "generate_3d_scene": Kind.SCENE,
    "modify_3d_scene": Kind.EDIT,
}
"""Other actions end with a question, or words."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A request under way. ``kind``: None where it is told by its end; ``counts``: its time is its
    own, with nothing before it in its session, and nobody asked for approval."""

    session: SessionId
    at_ms: int
    kind: Kind | None
    counts: bool


@dataclass(slots=True)
class Durations:
    """What the last requests of each kind took. Hears a deployment's events, in their order; what
    is heard twice counts once."""

    _took_s: dict[Kind, deque[float]] = field(default_factory=dict)
    _open: dict[RequestId, _Open] = field(default_factory=dict)
    _busy: Counter[SessionId] = field(default_factory=Counter)

    def hear(self, event: e.Event) -> None:
        """Something happened in any session."""
        if event.id is None or event.request is None:
            return
        match event.data:
            case e.RequestAccepted(kind=kind, review=review):
                made = Kind.MESH if kind == "geometry" else None
                self._begin(event.request, event.session, _ms(event.id), made, review)
            case e.RequestCompleted(kind=kind):
                begun = self._end(event.request)
                if begun is not None and begun.counts:
                    found = begun.kind or OF_ACTION.get(kind, Kind.ANSWER)
                    took = self._took_s.setdefault(found, deque(maxlen=LATELY))
                    took.append((_ms(event.id) - begun.at_ms) / 1e3)
            case e.RequestFailed() | e.RequestCancelled():
                self._end(event.request)

    def _begin(
        self, request: RequestId, session: SessionId, at_ms: int, kind: Kind | None, review: bool
    ) -> None:
        self._end(request)  # it was heard before
        if len(self._open) >= MOST_OPEN:
            self._end(next(iter(self._open)))
        counts = not review and not self._busy[session]
        self._open[request] = _Open(session, at_ms, kind, counts)
        self._busy[session] += 1

    def _end(self, request: RequestId) -> _Open | None:
        begun = self._open.pop(request, None)
        if begun is not None:
            self._busy[begun.session] -= 1
            if not self._busy[begun.session]:
                del self._busy[begun.session]
        return begun

    def typical_s(self, kind: Kind) -> float | None:
        """Seconds that one of ``kind`` takes; None: none was seen."""
        took = self._took_s.get(kind)
        return median(took) if took else None


@dataclass(frozen=True, slots=True)
class Estimates:
    """Puts estimates into what clients are told. ``wait_s``: seconds until what all sessions wait
    for is done; 0 where nobody knows."""

    durations: Durations
    wait_s: Callable[[], float]

    def put(self, frame: pb.ServerFrame, state: SessionState) -> None:
        """Those of ``frame``, which tells of a session in ``state``; of other frames nothing."""
        request = state.requests.get(RequestId(frame.request))
        if request is None:
            return
        match frame.WhichOneof("event"):
            case "accepted":
                estimate_s = self._of_new(frame.accepted.kind, request, state, frame.at_ms)
                frame.accepted.estimate_s = round(max(estimate_s, self.wait_s()), 1)
            case "tool_call":
                kind = OF_ACTION.get(frame.tool_call.action, Kind.ANSWER)
                left_s = self._left_s(kind, request, frame.at_ms)
                frame.tool_call.estimate_s = round(left_s or 0.0, 1)
            case "progress" if not frame.progress.eta_s:  # it has no pace of its own yet
                kind = OF_ACTION.get(request.action or "", Kind.ANSWER)
                left_s = self._left_s(kind, request, frame.at_ms)
                frame.progress.eta_s = round(left_s or 0.0, 1)

    def _of_new(
        self, said: pb.Accepted.Kind, request: RequestState, state: SessionState, now_ms: int
    ) -> float:
        kind = _likely(state) if said != pb.Accepted.PICTURE else Kind.MESH
        times = [self._left_s(kind, request, now_ms)]
        for other in state.requests.values():
            if other.is_open and other is not request:
                known = OF_ACTION.get(other.action or "")
                times.append(self._left_s(known or _likely(state), other, now_ms))
        known_s = [time_s for time_s in times if time_s is not None]
        return max(LEAST_S, sum(known_s)) if len(known_s) == len(times) else 0.0

    def _left_s(self, kind: Kind, request: RequestState, now_ms: int) -> float | None:
        """Seconds until ``request`` is done; None: nobody knows."""
        typical_s = self.durations.typical_s(kind)
        if typical_s is None or request.review is not None:  # a person takes as long as they like
            return None
        begun_ms = _ms(request.opened) if request.opened else now_ms
        return max(0.0, typical_s - (now_ms - begun_ms) / 1e3)


def _likely(state: SessionState) -> Kind:
    """What is asked for in words, most of the time."""
    return Kind.SCENE if state.scene is None else Kind.EDIT


def _ms(event: EventId) -> int:
    return event_order(event)[0]
