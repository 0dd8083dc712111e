"""What clients of the model-control contract are told: its events, out of a session's frames. Pure.

Their viewers load the scene as glTF, so positions are in glTF's frame, metres; their "muscles" are
a scene's objects, by name. What belongs here: frames to their words. What does not: who is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from schemas import wire_v2_pb2 as pb

ENDS = frozenset({"completed", "failed", "cancelled"})


class Said(NamedTuple):
    """An event of the stream: its name, and its document."""

    name: str
    data: dict[str, Any]


class Telling:
    """Tells of one request. ``ended``: nothing more comes of it. ``again``: its client heard the
    beginning before, and perhaps tokens of the answer, which are not told twice."""

    def __init__(self, session: str, request: str, thread: str, again: bool = False) -> None:
        self.request = request
        self.ended = False
        self._session, self._thread = session, thread
        self._spoke = again

    def begin(self) -> Said:
        """What comes first."""
        return Said("metadata", {
            "thread_id": self._thread, "session": self._session, "request": self.request,
        })  # fmt: skip

    def of(self, frame: pb.ServerFrame) -> Iterator[Said]:
        """What ``frame`` tells of the request; nothing of another's."""
        if frame.request != self.request or self.ended:
            return
        match kind := frame.WhichOneof("event"):
            case "thinking":
                yield Said("thinking", {"content": frame.thinking.text})
            case "tool_call":
                told = f"{frame.tool_call.action}: {frame.tool_call.input}"
                yield Said("thinking", {"content": told})
            case "token":
                self._spoke = True
                yield Said("token", {"content": frame.token.text})
            case "view":
                yield from (Said("event", told) for told in model_events(frame.view))
            case "completed":
                yield from self._completed(frame.completed.text)
            case "failed":
                failed = frame.failed
                yield self._error(failed.message, failed.code, failed.category)
            case "cancelled":
                why = frame.cancelled.reason or "the request was cancelled; ask again"
                yield self._error(why, "Cancelled", "conflict")
        if kind in ENDS:
            self.ended = True
            yield Said("done", {"session": self._session, "request": self.request})

    def _completed(self, text: str) -> Iterator[Said]:
        if not self._spoke:  # no model spoke in tokens: the answer comes as one
            yield Said("token", {"content": text})
        yield Said("complete", {"response": text})

    def _error(self, message: str, code: str, category: str) -> Said:
        return Said("error", {"error": message, "code": code, "category": category})


def model_events(view: pb.View) -> Iterator[dict[str, Any]]:
    """A change of the view as ``{type, payload}``."""
    match view.WhichOneof("change"):
        case "select":
            names, colors = list(view.select.names), map(_hex, view.select.colors)
            payload = {"muscleNames": names, "colors": dict(zip(names, colors, strict=False))}
            yield _event("selectMuscles", payload)
        case "toggle":
            pairs = zip(view.toggle.names, view.toggle.colors, strict=False)
            for name, color in pairs:
                yield _event("toggleMuscle", {"muscleName": name, "color": _hex(color)})
        case "camera":
            camera = view.camera
            yield _event("setCameraView", {
                "position": _mirrored(camera.position), "target": _mirrored(camera.target),
            })  # fmt: skip
        case "reset_camera":
            yield _event("resetCamera", {})
        case "frame":
            yield _event("setAnimationFrame", {"frame": view.frame})
        case "playing":
            yield _event("toggleAnimation", {"isPlaying": view.playing})


def _event(kind: str, payload: dict[str, Any]) -> dict[str, Any]:
    return {"type": f"model:{kind}", "payload": payload}


def _mirrored(at: pb.Vec3) -> dict[str, float]:
    x, y, z = (round(c, 4) + 0.0 for c in (-at.x, at.y, at.z))
    return {"x": x, "y": y, "z": z}


def _hex(color: pb.Color) -> str:
    return "#" + "".join(f"{round(c * 255):02x}" for c in (color.r, color.g, color.b))
