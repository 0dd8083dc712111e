"""What `scenestream debug` decides and says, without a log or a handler."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from PIL import Image

from consumers.greybox.build import build
from consumers.greybox.glb import to_glb
from ops.history.debug.command import TwoEngines, choice
from ops.history.debug.contents import contents
from ops.history.debug.finding import AmbiguousStep, NoStep, Why, choose
from ops.history.debug.telling import flat
from ops.history.debug.verdict import judge
from schemas import events as e
from schemas.artifacts import GLB, PNG
from schemas.differences import ABSENT
from schemas.errors import Category
from schemas.flow import Stage
from schemas.ids import EventId, RequestId, SessionId
from schemas.recipe import Recipe
from streams.past.retrace import retrace
from streams.step import Failure
from tests.golden.samples import SAMPLES

SAMPLE = {type(data): data for data in SAMPLES}
CHAIR = Recipe(noun="chair", label="chair", size=(0.5, 0.9, 0.5))


def event(n: int, data: e.Data, cause: int | None = None) -> e.Event:
    return e.Event(
        id=EventId(f"1772368215250-{n}"),
        session=SessionId("s"),
        request=RequestId("r"),
        cause=None if cause is None else EventId(f"1772368215250-{cause}"),
        at=datetime.fromtimestamp(1772368215, UTC),
        data=data,
    )


IMAGE = SAMPLE[e.ImageGenerated].model_copy(update={"slot": "0/object"})
MESH = SAMPLE[e.MeshGenerated].model_copy(update={"slot": "0/object"})
MISSED = SAMPLE[e.AssetMissed]
NEW = e.Unknown(raw_type="mesh.dreamt", raw_v=9, raw={"a": 1})
LOG = [
    event(0, e.SessionOpened(protocol="test")),
    event(1, MISSED),
    event(2, IMAGE, 1),
    event(3, MESH, 2),
    event(4, NEW, 3),
    event(5, e.AgentThought(text="?", engine="rules"), 4),
]


def chosen(n: int, stage: str | None = None) -> tuple[str, list[str]]:
    step, also = choose(retrace(LOG), LOG, EventId(f"1772368215250-{n}"), stage)
    return step.name, [other.name for other in also]


def test_an_event_stands_for_the_step_that_made_it_or_else_for_the_one_it_started() -> None:
    assert chosen(2) == ("image.draw", ["mesh.make"])
    assert chosen(1) == ("image.draw", [])
    assert chosen(2, "mesh") == chosen(2, "mesh.make") == ("mesh.make", ["image.draw"])


@pytest.mark.parametrize(
    ("n", "stage", "says"),
    [
        (0, None, "came from outside"),
        (5, None, "what that started is not known here"),
        (2, "agent", "image.draw, mesh.make"),
    ],
)
def test_where_there_is_no_step_it_is_said_why(n: int, stage: str | None, says: str) -> None:
    with pytest.raises(NoStep, match=says):
        chosen(n, stage)


def test_an_event_from_the_future_is_said_to_be_one() -> None:
    alone = [event(4, NEW)]
    with pytest.raises(NoStep, match=r"mesh.dreamt, version 9, of a newer version"):
        choose([], alone, EventId("1772368215250-4"), None)


def test_several_steps_of_a_stage_are_asked_about() -> None:
    plan = SAMPLE[e.SceneDecomposed].model_copy(
        update={"part": 0, "parts": 1, "step": 0, "slots": ()}
    )
    block = SAMPLE[e.SceneBlockedOut].model_copy(update={"part": 0, "parts": 1, "step": 0})
    log = [event(1, plan), event(2, block, 1)]
    with pytest.raises(AmbiguousStep, match=r"compose.block_out, compose.compose"):
        choose(retrace(log), log, EventId("1772368215250-2"), "compose")
    step, _ = choose(retrace(log), log, EventId("1772368215250-2"), "compose.compose")
    assert step.name == "compose.compose"


FAILED = Failure(Category.NOT_FOUND, "MissingArtifact", "gone", "Traceback")
WHY = Why(Category.NOT_FOUND, "MissingArtifact", "gone")


def test_equal_commits_and_equal_failures_are_the_same() -> None:
    assert judge([event(3, MESH, 2)], None, [event(9, MESH, 2)], None).same
    assert judge([], WHY, [], FAILED).same


def test_each_member_that_is_otherwise_is_found() -> None:
    other = MESH.model_copy(update={"triangles": 1, "engine": "trellis"})
    verdict = judge([event(3, MESH, 2)], None, [event(9, other, 2)], None)
    assert not verdict.same
    assert {(f.place, f.what.path, f.what.after) for f in verdict.found} == {
        (0, "triangles", 1),
        (0, "engine", "trellis"),
    }


def test_events_too_many_and_of_another_type_are_found() -> None:
    verdict = judge([event(3, MESH), event(4, MESH)], None, [event(3, MISSED)], None)
    assert [(f.place, f.what.path, f.what.before, f.what.after) for f in verdict.found] == [
        (0, "type", "mesh.generated", "asset.missed"),
        (1, "type", "mesh.generated", ABSENT),
    ]


@pytest.mark.parametrize(
    ("why", "failure"),
    [(WHY, None), (None, FAILED), (Why(Category.UNAVAILABLE, "EngineDied", "gone"), FAILED)],
)
def test_a_failure_on_one_side_or_another_one_differs(
    why: Why | None, failure: Failure | None
) -> None:
    recorded = [] if why else [event(3, MESH)]
    here = [] if failure else [event(9, MESH)]
    assert not judge(recorded, why, here, failure).same


def test_a_step_that_was_never_done_is_not_the_same() -> None:
    assert not judge([], None, [event(9, MESH)], None).same


def test_a_mesh_and_a_picture_are_described_and_what_is_broken_is_not() -> None:
    model = build(CHAIR)
    assert contents(to_glb(model), GLB).startswith(f"{model.triangles:,} triangles in ")
    file = io.BytesIO()
    Image.new("RGB", (8, 4)).save(file, "PNG")
    assert contents(file.getvalue(), PNG) == "8 x 4 RGB"
    assert contents(b"glTF", GLB) == contents(b"glTF" * 9, GLB) == contents(b"no", PNG) == ""
    assert contents(b"RIFF", "audio/wav") == ""


def test_a_payload_is_shown_member_by_member() -> None:
    shown = dict(flat({"a": {"b": 1}, "c": [{"d": 2}], "size": [1, 2], "e": [], "f": {}}))
    assert shown == {"a.b": 1, "c[0].d": 2, "size": [1, 2], "e": [], "f": {}}


def test_an_engine_without_its_stage_is_the_steps_own() -> None:
    asked = choice(("mesh=greybox", "ollama:devstral:24b"), 7, False)
    assert (asked.engines, asked.engine) == ({Stage.MESH: "greybox"}, "ollama:devstral:24b")
    with pytest.raises(TwoEngines, match="STAGE=ENGINE"):
        choice(("a", "b"), None, False)
