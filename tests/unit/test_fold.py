"""The fold: what a session's events, in order, amount to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from schemas import events as e
from schemas.artifacts import GLB, PNG, WAV
from schemas.decomposition import Setting
from schemas.errors import Category
from schemas.fold import fold
from schemas.ids import AssetId, EventId, NodeId, RequestId, SessionId
from schemas.model import Vec3
from schemas.patch import PatchRefused, between
from schemas.scene import Node, Scene
from schemas.state import Asset, SessionState
from tests.golden.samples import EDITS, GRADIENT, ON_TABLE, RECIPE, WISH, ref

R1, R2 = RequestId("r1"), RequestId("r2")
TABLE = Node(id=NodeId("table"), name="table")
CUP = Node(id=NodeId("cup"), name="cup", parent_id=TABLE.id)
MOVED = TABLE.model_copy(update={"position": Vec3(x=2)})
ROOM = Scene.of("room", [TABLE, CUP])


def log(*payloads: e.Data, request: RequestId | None = R1, start: int = 1) -> list[e.Event]:
    return [
        e.Event(
            id=EventId(f"{n}-0"),
            session=SessionId("s"),
            request=request,
            at=datetime(2026, 3, 1, tzinfo=UTC),
            data=data,
        )
        for n, data in enumerate(payloads, start)
    ]


def composed(*nodes: Node, part: int = 0, parts: int = 1, unmet: tuple[str, ...] = ()) -> e.Data:
    return e.SceneComposed(part=part, parts=parts, name="room", nodes=nodes, unmet=unmet)


def patched(
    before: Scene, after: Scene, part: int = 0, parts: int = 1, touched: tuple[str, ...] = ()
) -> e.ScenePatched:
    return e.ScenePatched(
        part=part,
        parts=parts,
        patch=tuple(between(before, after)),
        inverse=tuple(between(after, before)),
        summary="done",
        touched=touched,
    )


def registered(slot: str, asset: str) -> e.AssetRegistered:
    return e.AssetRegistered(
        slot=slot,
        asset=AssetId(asset),
        label="chair",
        mesh=ref("b", GLB),
        recipe=RECIPE,
        engine="greybox",
        prompt="a chair",
    )


def statuses(events: Iterable[e.Event]) -> dict[str, str]:
    return {r.id: r.status for r in fold(events).requests.values()}


def test_nothing_folds_to_an_empty_session() -> None:
    assert fold([]) == SessionState()


def test_a_session_knows_its_client_and_protocol() -> None:
    state = fold(log(e.SessionOpened(protocol="scener.v1", client="Unity"), request=None))
    assert (state.protocol, state.client, state.requests) == ("scener.v1", "Unity", {})


def test_a_written_request_has_its_words_and_a_spoken_one_gets_them() -> None:
    accepted = e.RequestAccepted(kind="audio")
    captured = e.SpeechCaptured(audio=ref("a", WAV))
    heard = e.SpeechTranscribed(
        text="a room", confidence=1, language="en", engine="x", duration_s=1
    )
    spoken = fold(log(accepted, captured, heard)).requests[R1]
    written = fold(log(e.RequestAccepted(kind="text", text="a room"))).requests[R1]
    assert spoken.audio == ref("a", WAV)
    assert spoken.text == written.text == "a room"


@pytest.mark.parametrize(
    ("end", "status"),
    [
        (e.RequestCompleted(kind="unrelated_response", text="hi"), "completed"),
        (e.RequestFailed(category=Category.INTERNAL, code="Bad", message="why"), "failed"),
        (e.RequestCancelled(), "cancelled"),
    ],
)
def test_a_request_is_open_until_its_terminal_event(end: e.Data, status: str) -> None:
    accepted = e.RequestAccepted(kind="text", text="x")
    assert fold(log(accepted)).requests[R1].is_open
    request = fold(log(accepted, end)).requests[R1]
    assert (request.status, request.is_open) == (status, False)
    assert end in (request.completed, request.failure, e.RequestCancelled())


def test_a_failed_request_that_was_reopened_is_open_and_forgets_its_failure() -> None:
    failed = e.RequestFailed(category=Category.INTERNAL, code="Bug", message="oh")
    reopened = e.RequestReopened(stage="agent", letter="agent/1-0", attempt=3)
    events = log(e.RequestAccepted(kind="text", text="hi"), failed, reopened)
    request = fold(events).requests[R1]
    assert request.is_open
    assert request.failure is None


def test_requests_do_not_mix() -> None:
    first = log(e.RequestAccepted(kind="text", text="one"), e.RequestCancelled())
    second = log(e.RequestAccepted(kind="text", text="two"), request=R2, start=9)
    assert statuses([*first, *second]) == {R1: "cancelled", R2: "accepted"}


def test_a_scene_in_parts_appears_whole_with_the_last() -> None:
    events = log(composed(TABLE, part=0, parts=2), composed(CUP, part=1, parts=2))
    half = fold(events[:1])
    assert (half.scene, half.revision) == (None, 0)
    whole = fold(events[1:], half)
    assert (whole.scene, whole.revision) == (ROOM, 1)


def test_parts_are_told_apart_by_kind_and_forgotten_after_the_last() -> None:
    blocked = e.SceneBlockedOut(name="room", nodes=(TABLE,))
    state = fold(
        log(blocked, composed(TABLE, CUP), composed(CUP.model_copy(update={"parent_id": None})))
    )
    assert state.requests[R1].blocked_out == Scene.of("room", [TABLE])
    assert state.scene is not None
    assert list(state.scene.nodes) == ["cup"]


def test_a_decomposition_in_parts_is_one() -> None:
    parts = [
        e.SceneDecomposed(
            part=n,
            parts=2,
            name="office",
            setting=Setting(name="office"),
            wishes=(WISH.model_copy(update={"id": NodeId(f"chair-{n}")}),),
            relations=(ON_TABLE,),
            notes=("last",),
            engine="rules",
        )
        for n in range(2)
    ]
    got = fold(log(*parts)).requests[R1].decomposition
    assert got is not None
    assert [w.id for w in got.wishes] == ["chair-0", "chair-1"]
    assert (got.relations, got.notes) == ((ON_TABLE, ON_TABLE), ("last",))


def test_a_plan_in_parts_is_one() -> None:
    parts = [
        e.EditPlanned(part=n, parts=2, edits=EDITS[n : n + 1], unmet=("piano",), engine="rules")
        for n in range(2)
    ]
    request = fold(log(*parts)).requests[R1]
    assert (request.edits, request.unmet) == (EDITS[:2], ("piano",))


def test_a_patch_keeps_the_scene_before_and_after() -> None:
    after = Scene.of("room", [MOVED, CUP])
    change = patched(ROOM, after, touched=("table",))
    state = fold([*log(composed(TABLE, CUP)), *log(change, request=R2, start=2)])
    assert (state.scene, state.revision, state.touched) == (after, 2, ("table",))
    edit = state.requests[R2]
    assert (edit.before, edit.after, edit.patched) == (ROOM, after, change)
    assert state.requests[R1].after == ROOM


def test_a_patch_in_parts_is_applied_in_order_and_counts_once() -> None:
    between_them, after = Scene.of("room", [MOVED, CUP]), Scene.of("hall", [MOVED])
    parts = [patched(ROOM, between_them, 0, 2), patched(between_them, after, 1, 2)]
    state = fold(log(composed(TABLE, CUP), *parts))
    assert (state.scene, state.revision) == (after, 2)
    assert state.requests[R1].before == ROOM


def test_a_patch_made_for_another_scene_is_never_applied() -> None:
    with pytest.raises(PatchRefused):
        fold(
            log(
                composed(CUP.model_copy(update={"parent_id": None})),
                patched(ROOM, Scene.of("room", [])),
            )
        )


def test_the_clients_own_scene_replaces_ours() -> None:
    synced = [
        e.SceneSynced(part=n, parts=2, name="room", skybox=GRADIENT, nodes=(node,), digest="d1")
        for n, node in enumerate((MOVED, CUP))
    ]
    state = fold(log(composed(TABLE, CUP), *synced, request=R1))
    assert state.scene == Scene.of("room", [MOVED, CUP], GRADIENT)
    assert (state.revision, state.snapshot_digest) == (2, "d1")


def test_a_new_scenes_nodes_are_touched_newest_first() -> None:
    assert fold(log(composed(TABLE, CUP))).touched == ("cup", "table")


def test_assets_are_known_by_id_and_slots_tell_what_they_got() -> None:
    failed = e.AssetFailed(
        slot="0/cup", category=Category.INTERNAL, code="Bad", message="why", stage="mesh"
    )
    state = fold(log(registered("0/chair", "a1"), failed))
    assert state.requests[R1].slots == {"0/chair": "a1", "0/cup": None}
    assert state.assets == {"a1": Asset("a1", "chair", ref("b", GLB), RECIPE, False)}


def test_only_a_picture_asked_for_as_such_is_the_requests() -> None:
    drawn = e.ImageGenerated(
        label="chair", prompt="p", image=ref("c", PNG), recipe=RECIPE, engine="greybox"
    )
    for_mesh = drawn.model_copy(update={"slot": "0/chair"})
    assert fold(log(for_mesh)).requests[R1].image is None
    assert fold(log(drawn, for_mesh)).requests[R1].image == drawn


def test_a_destructive_action_waits_for_a_yes_and_no_longer_after_another_reply() -> None:
    asks = e.AgentReplied(text="Really?", confirms="delete_asset", input="chair")
    assert fold(log(asks)).pending == ("delete_asset", "chair")
    assert fold(log(asks, e.AgentReplied(text="Kept."))).pending is None


def test_what_was_folded_already_is_skipped() -> None:
    events = log(composed(TABLE, CUP), patched(ROOM, Scene.of("room", [MOVED, CUP])))
    state = fold(events)
    again = fold([*events, *events], state)
    assert (again.revision, again.at) == (2, "2-0")


def test_event_ids_are_compared_as_numbers() -> None:
    events = log(composed(TABLE), composed(TABLE, CUP), start=9)  # 9-0, 10-0
    assert fold(events).revision == 2


def test_what_is_in_no_log_is_not_folded() -> None:
    transient = e.ProgressReported(stage="mesh", fraction=0.5)
    [event] = log(transient)
    assert fold([replace(event, id=None)]) == SessionState()


def test_events_of_the_future_pass_by() -> None:
    state = fold(log(e.Unknown(raw_type="scene.dreamt", raw_v=1, raw={}), composed(TABLE)))
    assert (state.revision, state.at) == (1, "2-0")


def test_a_seek_is_a_fold_of_a_prefix() -> None:
    events = log(composed(TABLE, CUP), patched(ROOM, Scene.of("room", [MOVED, CUP])))
    assert fold(events[:1]).scene == ROOM
    assert fold(events[1:], fold(events[:1])) == fold(events)


def test_a_scene_is_being_made_while_a_request_for_one_is_open() -> None:
    wants = e.AgentActed(action="generate_3d_scene", input="a room")
    state = fold(log(wants))
    assert state.making_scene()
    assert not state.making_scene(but=R1)
    assert not fold(log(wants, e.RequestCancelled())).making_scene()
