"""The flow, event by event: what each starts, opens, settles, closes."""

from __future__ import annotations

from typing import Any

import pytest

from schemas import events as e
from schemas.errors import Category
from schemas.flow import (
    Flow,
    Join,
    Stage,
    Work,
    failure,
    flow,
    join_of,
    layout_member,
    object_slot,
)
from tests.golden.samples import SAMPLES

SAMPLE = {type(data): data for data in SAMPLES}


def sample(model: type[e.Data], **changes: Any) -> e.Data:
    """The sample of ``model``, as the last part unless ``changes`` say otherwise."""
    whole = {"part": 0, "parts": 1} if issubclass(model, e.Parted) else {}
    return SAMPLE[model].model_copy(update={**whole, **changes})


def to(stage: Stage, task: str, *, yields: bool = False) -> Flow:
    return Flow(work=(Work(stage, task),), yields=yields)


OBSERVE = to(Stage.AGENT, "observe")
NOTHING = Flow()

TABLE: list[tuple[e.Data, Flow]] = [
    (sample(e.SessionOpened), NOTHING),
    (sample(e.RequestAccepted, kind="text"), to(Stage.AGENT, "decide")),
    (sample(e.RequestAccepted, kind="audio", text=""), NOTHING),
    (sample(e.SpeechCaptured), to(Stage.ASR, "transcribe")),
    (sample(e.SpeechTranscribed), to(Stage.AGENT, "decide")),
    (sample(e.RequestReopened), NOTHING),
    (sample(e.AgentThought), NOTHING),
    (sample(e.AgentObserved, goes_on=True), to(Stage.AGENT, "think")),
    (sample(e.AgentObserved, goes_on=False), NOTHING),
    (sample(e.ModelAnswered), NOTHING),
    (sample(e.LayoutProposed), NOTHING),
    (sample(e.AgentReplied), NOTHING),
    (sample(e.ViewChanged), NOTHING),
    (sample(e.AgentActed, action="generate_image"), to(Stage.PROMPT, "improve", yields=True)),
    (
        sample(e.AgentActed, action="generate_3d_object", step=2),
        Flow(
            work=(Work(Stage.PROMPT, "improve"),),
            opens=Join("2", ("2/object",), Work(Stage.AGENT, "observe")),
            yields=True,
        ),
    ),
    (
        sample(e.AgentActed, action="generate_3d_scene"),
        Flow(work=(Work(Stage.DECOMPOSE, "decompose", turn=True),), bulk=True),
    ),
    (
        sample(e.AgentActed, action="modify_3d_scene"),
        Flow(work=(Work(Stage.PATCH, "plan", turn=True),)),
    ),
    (sample(e.AgentActed, action="delete_asset"), to(Stage.LIBRARY, "delete", yields=True)),
    (sample(e.AgentActed, action="clear_database"), to(Stage.LIBRARY, "clear", yields=True)),
    (sample(e.SceneDecomposed, part=0, parts=2), NOTHING),
    (
        sample(e.SceneDecomposed, step=1, slots=("1/chair", "1/cup")),
        Flow(
            work=(Work(Stage.COMPOSE, "block_out"),),
            opens=Join("1", ("1/chair", "1/cup", "1/(layout)"), Work(Stage.COMPOSE, "compose")),
        ),
    ),
    (
        sample(e.SceneDecomposed, step=1, slots=()),
        Flow(
            work=(Work(Stage.COMPOSE, "block_out"),),
            opens=Join("1", ("1/(layout)",), Work(Stage.COMPOSE, "compose")),
        ),
    ),
    (sample(e.SceneBlockedOut, part=0, parts=2), NOTHING),
    (sample(e.SceneBlockedOut, step=3), Flow(settles=("3", "3/(layout)"))),
    (sample(e.SceneComposed, part=0, parts=2), NOTHING),
    (sample(e.SceneComposed), Flow(work=OBSERVE.work, revises=True)),
    (sample(e.SceneSynced, part=0, parts=2), NOTHING),
    (sample(e.SceneSynced), Flow(revises=True)),
    (sample(e.EditPlanned, part=0, parts=2), NOTHING),
    (
        sample(e.EditPlanned, step=2, slots=("2/chair",)),
        Flow(opens=Join("2", ("2/chair",), Work(Stage.PATCH, "apply"))),
    ),
    (sample(e.ScenePatched, part=0, parts=2), NOTHING),
    (sample(e.ScenePatched), Flow(work=OBSERVE.work, revises=True)),
    (sample(e.AssetWanted), to(Stage.PROMPT, "improve")),
    (sample(e.PromptImproved, slot="0/chair"), to(Stage.LIBRARY, "find")),
    (sample(e.PromptImproved, slot=""), to(Stage.IMAGE, "draw")),
    (sample(e.AssetMissed), to(Stage.IMAGE, "draw")),
    (sample(e.ImageGenerated, slot="0/chair"), to(Stage.MESH, "make")),
    (sample(e.ImageGenerated, slot=""), OBSERVE),
    (sample(e.MeshGenerated), to(Stage.LIBRARY, "register")),
    (sample(e.RequestAccepted, kind="geometry"), NOTHING),
    (
        sample(e.GeometryRequested),
        Flow(work=(Work(Stage.MESH, "reconstruct"),), bulk=True, yields=True),
    ),
    (sample(e.GeometryGenerated), NOTHING),
    (sample(e.GeometryDelivered), NOTHING),
    (sample(e.AssetMatched, slot="4/red chair"), Flow(settles=("4", "4/red chair"))),
    (sample(e.AssetRegistered, slot="0/a/b"), Flow(settles=("0", "0/a/b"))),
    (sample(e.AssetFailed, slot="0/chair"), Flow(settles=("0", "0/chair"))),
    (sample(e.AssetDeleted), OBSERVE),
    (sample(e.LibraryCleared), OBSERVE),
    (sample(e.RequestCompleted), Flow(closes="completed")),
    (sample(e.RequestFailed), Flow(closes="failed")),
    (sample(e.RequestCancelled), Flow(closes="cancelled")),
    (sample(e.ClientFailed), NOTHING),
    (sample(e.GestureMade), NOTHING),
    (sample(e.LogGapFound), NOTHING),
    (sample(e.SessionForked), NOTHING),
    (sample(e.SessionSealed), NOTHING),
    (sample(e.SceneKeyframed), NOTHING),
    (sample(e.ProvenanceRecorded), NOTHING),
    (sample(e.StageRetried), NOTHING),
    (sample(e.StageDeadLettered), NOTHING),
    (sample(e.ProgressReported), NOTHING),
    (sample(e.SceneDecomposed, part=0, parts=1, held=True), NOTHING),
    (sample(e.DecompositionApproved), Flow(work=(Work(Stage.DECOMPOSE, "build"),))),
    (sample(e.DecompositionChanged), Flow(work=(Work(Stage.DECOMPOSE, "change"),))),
    (sample(e.TokenEmitted), NOTHING),
    (sample(e.BroadcastSent), NOTHING),
    (sample(e.CompanyChanged), NOTHING),
    (e.Unknown(raw_type="scene.dreamt", raw_v=1, raw={}), NOTHING),
]


@pytest.mark.parametrize(
    ("data", "expected"), TABLE, ids=[f"{n}-{data.type}" for n, (data, _) in enumerate(TABLE)]
)
def test_an_event_leads_to(data: e.Data, expected: Flow) -> None:
    assert flow(data) == expected


def test_the_table_has_every_event() -> None:
    assert {type(data) for data, _ in TABLE} - {e.Unknown} == set(e.EVENTS.values())


def test_only_the_last_part_of_a_split_event_leads_anywhere() -> None:
    for kind in e.EVENTS.values():
        if issubclass(kind, e.Parted):
            assert flow(sample(kind, part=1, parts=3)) == NOTHING


def test_what_an_object_is_waited_for_by_is_what_its_asset_settles() -> None:
    opened = flow(sample(e.AgentActed, action="generate_3d_object", step=5)).opens
    assert opened is not None
    settled = flow(sample(e.AssetRegistered, slot=object_slot(5))).settles
    assert settled == (opened.name, *opened.members)


def test_a_slots_join_is_its_step() -> None:
    assert [join_of(s) for s in (object_slot(12), layout_member(12), "12/a/b")] == ["12"] * 3


@pytest.mark.parametrize("stage", [Stage.PROMPT, Stage.LIBRARY, Stage.IMAGE, Stage.MESH])
@pytest.mark.parametrize("kind", [e.AssetWanted, e.PromptImproved, e.ImageGenerated])
def test_an_assets_failure_settles_its_slot_and_leaves_the_request_open(
    kind: type[e.Data], stage: Stage
) -> None:
    failed = failure(sample(kind, slot="0/chair"), stage, Category.INTERNAL, "Bad", "why; what")
    assert failed == e.AssetFailed(
        slot="0/chair", category=Category.INTERNAL, code="Bad", message="why; what", stage=stage
    )
    assert flow(failed) == Flow(settles=("0", "0/chair"))


@pytest.mark.parametrize(
    ("data", "stage"),
    [
        (sample(e.SpeechCaptured), Stage.ASR),
        (sample(e.RequestAccepted), Stage.AGENT),
        (sample(e.AgentActed, action="generate_3d_object"), Stage.PROMPT),
        (sample(e.AgentActed, action="delete_asset"), Stage.LIBRARY),
        (sample(e.PromptImproved, slot=""), Stage.IMAGE),
        (sample(e.SceneDecomposed), Stage.COMPOSE),
        (sample(e.AssetFailed), Stage.COMPOSE),
        (sample(e.AssetRegistered), Stage.AGENT),
        (sample(e.EditPlanned), Stage.PATCH),
    ],
)
def test_any_other_failure_ends_the_request(data: e.Data, stage: Stage) -> None:
    failed = failure(data, stage, Category.BAD_INPUT, "Bad", "why; what")
    assert isinstance(failed, e.RequestFailed)
    assert (failed.category, failed.stage) == (Category.BAD_INPUT, stage)
    assert flow(failed) == Flow(closes="failed")
