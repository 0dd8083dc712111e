"""What clients of the model-control contract are told of a session's frames."""

from __future__ import annotations

from typing import Any

import pytest

from gateway.http.model_events import Telling, model_events
from gateway.v2.messages import view_message
from schemas import wire_v2_pb2 as pb
from schemas.events import ViewChanged
from schemas.ids import NodeId
from schemas.model import Vec3

SOFA = {"nodes": (NodeId("s"),), "names": ("red sofa",), "colors": ("#ffcc00",)}


@pytest.mark.parametrize(
    ("change", "kind", "payload"),
    [
        ({"change": "select", **SOFA}, "selectMuscles",
         {"muscleNames": ["red sofa"], "colors": {"red sofa": "#ffcc00"}}),
        ({"change": "select"}, "selectMuscles", {"muscleNames": [], "colors": {}}),
        ({"change": "toggle", **SOFA}, "toggleMuscle",
         {"muscleName": "red sofa", "color": "#ffcc00"}),
        ({"change": "camera", "position": Vec3(x=1, y=2, z=3), "target": Vec3(z=-1)},
         "setCameraView",
         {"position": {"x": -1, "y": 2, "z": 3}, "target": {"x": 0, "y": 0, "z": -1}}),
        ({"change": "reset_camera"}, "resetCamera", {}),
        ({"change": "frame", "frame": 0}, "setAnimationFrame", {"frame": 0}),
        ({"change": "animation", "playing": True}, "toggleAnimation", {"isPlaying": True}),
        ({"change": "animation"}, "toggleAnimation", {"isPlaying": False}),
    ],
)  # fmt: skip
def test_a_change_of_the_view_is_said_in_the_contracts_words(
    change: dict[str, Any], kind: str, payload: dict[str, Any]
) -> None:
    sent = pb.View.FromString(view_message(ViewChanged(**change)).SerializeToString())
    assert list(model_events(sent)) == [{"type": f"model:{kind}", "payload": payload}]


def said(*frames: pb.ServerFrame) -> list[tuple[str, dict[str, Any]]]:
    telling = Telling("s", "r", "thread")
    return [tuple(x) for frame in frames for x in telling.of(frame)]  # type: ignore[misc]


def test_an_answer_is_told_to_its_end_and_no_others() -> None:
    told = said(
        pb.ServerFrame(request="r", thinking=pb.Thinking(text="Hm.")),
        pb.ServerFrame(request="x", token=pb.Token(text="not ours")),
        pb.ServerFrame(request="r", token=pb.Token(text="So")),
        pb.ServerFrame(request="r", completed=pb.Completed(text="So.")),
        pb.ServerFrame(request="r", token=pb.Token(text="late")),
    )
    assert told == [
        ("thinking", {"content": "Hm."}),
        ("token", {"content": "So"}),
        ("complete", {"response": "So."}),
        ("done", {"session": "s", "request": "r"}),
    ]


def test_an_answer_without_tokens_is_one_token_and_a_failure_is_an_error() -> None:
    told = said(pb.ServerFrame(request="r", completed=pb.Completed(text="Done.")))
    assert [name for name, _ in told] == ["token", "complete", "done"]
    failed = pb.Failed(message="no", code="NoSuch", category="not_found")
    told = said(pb.ServerFrame(request="r", failed=failed))
    assert told[0] == ("error", {"error": "no", "code": "NoSuch", "category": "not_found"})
    told = said(pb.ServerFrame(request="r", cancelled=pb.Cancelled()))
    assert [name for name, _ in told] == ["error", "done"]
