"""What a session looks like to clients of the new protocol: whole lives, cut anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from gateway.v2.channel import drafting
from gateway.v2.cursor import Cursor, Cursors
from gateway.v2.naming import command_of, request_of
from gateway.v2.show import ALWAYS_TOLD, LEAST_BYTES, Show, Told
from schemas import events as e
from schemas import wire_v2_pb2 as pb
from schemas.artifacts import GLB
from schemas.decomposition import Setting
from schemas.errors import Category
from schemas.fold import fold
from schemas.ids import AssetId, EventId, NodeId, RequestId, SessionId
from schemas.model import Vec3
from schemas.scene import Node, Primitive, Scene
from schemas.scene_v2 import scene_hash
from schemas.state import SessionState
from tests.bare_v2 import Shown
from tests.golden import story
from tests.golden.lives import LIVES, VASE
from tests.golden.samples import AT, CHAIR, GRADIENT, OAK, RECIPE, WISH, ref

S = SessionId("5d1d0b3e-6d5c-4a57-8f0e-2b8a0c9a7e10")
R = request_of(S, "c1")
STORIES = {"story": story.session(), **{name: life for name, (_, life) in LIVES.items()}}


def frames(events: Sequence[e.Event], show: Show | None = None) -> list[Told]:
    return list((show or Show(S)).events(events))


def client(told: Sequence[Told]) -> Shown:
    """What a client shows after these; it checks every frame's scene and hash."""
    shown = Shown(assets={a: pb.Asset(id=a) for a in (CHAIR, VASE)})  # of lives begun in the midst
    for one in told:
        shown.apply(one.frame)
    return shown


@pytest.mark.parametrize("name", STORIES)
def test_every_frame_leaves_a_valid_scene_and_the_last_one_the_logs(name: str) -> None:
    events = STORIES[name]
    shown = client(frames(events))
    assert shown.draft == (name == "advised")  # which ends while its scene is being built
    assert shown.draft or shown.hash == scene_hash(fold(events).scene)


@pytest.mark.parametrize("name", STORIES)
def test_who_resumes_anywhere_is_told_what_was_missed_and_nothing_twice(name: str) -> None:
    events = STORIES[name]
    whole = frames(events)
    for cut in range(len(whole)):
        at, draft = whole[cut].at, whole[cut].draft
        place = next(n for n, event in enumerate(events) if event.id == at) + 1
        resumed = Show(S, fold(events[:place]), draft)
        rest = frames(events[place:], resumed)
        assert [t.frame for t in rest] == [t.frame for t in whole[cut + 1 :]]
        assert [(t.at, t.draft) for t in rest] == [(t.at, t.draft) for t in whole[cut + 1 :]]


@pytest.mark.parametrize("name", STORIES)
def test_who_joins_anywhere_shows_the_same_as_who_was_there(name: str) -> None:
    events = STORIES[name]
    for place in range(len(events) + 1):
        before = client(frames(events[:place]))
        state = fold(events[:place])
        if state._parts:
            continue  # a commit is never seen half
        joined = Show(S, state, drafting(state))
        shown = client([joined.whole()])
        assert shown.hash == before.hash
        shown_later = client([joined.whole(), *frames(events[place:], joined)])
        assert shown_later.hash == client(frames(events)).hash


def lived(*payloads: e.Data, request: RequestId | None = R, first: int = 1) -> list[e.Event]:
    return [
        e.Event(
            id=EventId(f"1772368215250-{n}"),
            session=S,
            request=request,
            at=AT + timedelta(seconds=n),
            data=data,
        )
        for n, data in enumerate(payloads, start=first)
    ]


BLOCK = Primitive(shape="cube", color=OAK)
HOLDER = Node(id=WISH.id, name="chair")
BOX = Node(
    id=NodeId(f"{WISH.id}-box"),
    name="chair box",
    parent_id=WISH.id,
    position=Vec3(y=0.5),
    components=(BLOCK,),
)
BUILDING = (
    e.RequestAccepted(kind="text", text="a chair"),
    e.AgentActed(action="generate_3d_scene", input="a chair"),
    e.SceneDecomposed(name="office", setting=Setting(), wishes=(WISH,), engine="rules"),
    e.SceneBlockedOut(name="office", skybox=GRADIENT, nodes=(HOLDER, BOX)),
)
READY = e.AssetRegistered(
    slot=f"0/{WISH.slot}",
    asset=CHAIR,
    label="red chair",
    mesh=ref("b", GLB),
    recipe=RECIPE,
    engine="greybox",
    prompt="one red chair",
)


def test_a_block_gives_way_to_its_mesh_as_soon_as_there_is_one() -> None:
    told = frames(lived(*BUILDING, READY))
    blocked, ready = told[-2].frame, told[-1].frame
    assert blocked.scene.draft
    assert ready.asset_ready.nodes == [WISH.id]
    assert (ready.asset_ready.done, ready.asset_ready.total) == (1, 1)
    assert [a.id for a in ready.assets] == [CHAIR]
    assert ready.scene.removed == [BOX.id]
    assert [c.mesh.asset for c in ready.scene.upserts[0].components] == [CHAIR]
    assert ready.scene.revision == 0


def test_a_draft_that_is_the_scene_already_is_confirmed_all_the_same() -> None:
    drawn = frames(lived(*BUILDING, READY))
    nodes = tuple(_drawn(fold(lived(*BUILDING, READY))))
    composed = e.SceneComposed(name="office", skybox=GRADIENT, nodes=nodes)
    told = frames(lived(*BUILDING, READY, composed))
    shown = client(told)
    assert [t.frame for t in told[: len(drawn)]] == [t.frame for t in drawn]
    assert not told[-1].frame.scene.upserts
    assert (shown.draft, shown.revision) == (False, 1)


def _drawn(state: SessionState) -> list[Node]:
    """What the draft of the one request shows."""
    return list(Show(S, state, R).scene.nodes.values())


@pytest.mark.parametrize(
    "end",
    [
        e.RequestCancelled(reason="enough"),
        e.RequestFailed(category=Category.INTERNAL, code="X", message="broken"),
    ],
)
def test_a_draft_that_comes_to_nothing_is_taken_back(end: e.Data) -> None:
    told = frames(lived(*BUILDING, READY, end))
    shown = client(told)
    assert shown.nodes == {}
    assert not shown.draft
    assert told[-1].draft is None
    assert shown.hash == scene_hash(None)


def test_a_later_scene_takes_the_place_of_the_one_before_only_when_it_is_there() -> None:
    first = Scene.of("room", [Node(id=NodeId("lamp"), name="lamp")])
    made = lived(
        e.RequestAccepted(kind="text", text="a room"),
        e.SceneComposed(name="room", nodes=tuple(first.nodes.values())),
        e.RequestCompleted(kind="generate_3d_scene", text="Here it is."),
        request=RequestId("r0"),
    )
    told = frames([*made, *lived(*BUILDING, first=10)])
    assert set(client(told).nodes) == {WISH.id, BOX.id}
    gone = lived(e.RequestCancelled(), first=20)
    assert set(client([*told, *frames(gone, Show(S, fold([*made, *lived(*BUILDING, first=10)]),
                                                told[-1].draft))]).nodes) == {"lamp"}  # fmt: skip


def test_a_request_says_which_command_opened_it() -> None:
    told = frames(lived(BUILDING[0]))[0].frame
    assert told.accepted.command == "c1"
    assert told.request == R
    assert command_of(S, RequestId("another-door")) == ""
    other = SessionId("5d1d0b3e-6d5c-4a57-8f0e-2b8a0c9a7e11")
    assert request_of(other, "c1") != request_of(S, "c1")


def test_an_estimate_is_what_the_last_requests_took() -> None:
    done = [
        e.Event(id=EventId(f"{ms}-0"), session=S, request=RequestId(r), at=AT, data=data)
        for ms, r, data in (
            (1_000, "a", e.RequestAccepted(kind="text", text="x")),
            (5_000, "a", e.RequestCompleted(kind="unrelated_response", text="x")),
            (6_000, "b", e.RequestAccepted(kind="text", text="y")),
            (7_000, "c", e.RequestAccepted(kind="text", text="z")),
        )
    ]
    told = [t.frame.accepted for t in frames(done) if t.frame.WhichOneof("event") == "accepted"]
    assert [(a.ahead, a.estimate_s) for a in told] == [(0, 0.0), (0, 4.0), (1, 4.0)]


def test_progress_is_told_and_never_resumed_from() -> None:
    show = Show(S)
    frames(lived(*BUILDING, READY), show)
    passing = e.Event(
        session=S,
        request=R,
        at=AT + timedelta(seconds=30),
        data=e.ProgressReported(stage="image", label="red chair", fraction=0.5),
    )
    (told,) = show.events([passing])
    assert told.at is None
    assert told.frame.progress == pb.Progress(
        stage="image", label="red chair", fraction=0.5, done=1, total=1
    )


def test_what_a_model_says_is_told_and_never_resumed_from() -> None:
    show = Show(S)
    frames(lived(*BUILDING), show)
    data = e.TokenEmitted(stage="agent", text="A sofa", thought=True)
    (told,) = show.events([e.Event(session=S, request=R, at=AT, data=data)])
    assert (told.at, told.frame.request) == (None, R)
    assert told.frame.token == pb.Token(stage="agent", text="A sofa", thought=True)


def test_a_question_that_waits_for_a_yes_is_said_to() -> None:
    told = frames(
        lived(
            e.RequestAccepted(kind="text", text="clear the library"),
            e.AgentReplied(text="Shall I?", confirms="clear_database"),
            e.RequestCompleted(kind="unrelated_response", text="Shall I?"),
        )
    )
    assert told[-1].frame.completed.confirms == "clear_database"


def test_an_object_asked_for_alone_comes_with_its_end() -> None:
    made = e.AssetMatched(
        slot="0/object", asset=AssetId(CHAIR), label="chair", mesh=ref("b", GLB), recipe=RECIPE
    )
    told = frames(
        lived(
            e.RequestAccepted(kind="text", text="a chair"),
            e.AgentActed(action="generate_3d_object", input="a chair"),
            made,
            e.RequestCompleted(kind="generate_3d_object", text="Here is a chair."),
        )
    )
    assert told[-1].frame.completed.asset == CHAIR
    assert [a.id for a in told[-1].frame.assets] == [CHAIR]


@pytest.mark.parametrize("name", STORIES)
def test_what_is_always_told_is_a_frame_of_so_many_bytes(name: str) -> None:
    events = STORIES[name]
    told = {t.at: t for t in frames(events)}
    cursors = Cursors(b"secret")
    for event in events:
        if event.type in ALWAYS_TOLD and event.request:
            one = told[event.id]
            one.frame.cursor = cursors.write(Cursor(S, one.at, one.draft))
            assert one.frame.ByteSize() > LEAST_BYTES
