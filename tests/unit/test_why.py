"""What led to a thing: what is meant by its name, and the chain of causes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ops.history.why import telling
from ops.history.why.chain import Link, chain
from ops.history.why.record import Record
from ops.history.why.subject import AmbiguousThing, NoSuchThing, Subject, subject
from ops.history.why.words import certificate, told
from schemas import events as e
from schemas.artifacts import GLB, PNG
from schemas.decomposition import Relation, RelationKind, Setting, Wish
from schemas.edits import Move, Replace
from schemas.errors import Category
from schemas.fold import fold
from schemas.ids import AssetId, EventId, NodeId, RequestId, SessionId, event_order
from schemas.model import Vec3
from schemas.patch import between
from schemas.recipe import Recipe
from schemas.scene import Dynamic, Node, Scene
from schemas.state import SessionState
from streams.codec import time_of
from tests.golden.samples import AT, MADE, ref

S = SessionId("s")
SOFA, LAMP = NodeId("red-sofa"), NodeId("lamp")
RECIPE = Recipe(noun="sofa", label="red sofa", size=(2, 1, 1), color="#ff0000", seed=3)
BLUE = RECIPE.model_copy(update={"label": "blue sofa", "color": "#0000ff"})
WISHES = (
    Wish(id=SOFA, name="red sofa", slot="red-sofa", recipe=RECIPE, prompt="a red sofa"),
    Wish(id=LAMP, name="lamp", slot="lamp", recipe=RECIPE, prompt="a lamp"),
)
NEXT_TO = Relation(kind=RelationKind.NEXT_TO, subject=LAMP, targets=(SOFA,))


def sofa(asset: str = "red", x: float = 0.0, name: str = "red sofa") -> Node:
    return Node(id=SOFA, name=name, position=Vec3(x=x), components=(Dynamic(id=asset),))


STANDING = Node(id=LAMP, name="lamp")
BEFORE = Scene.of("room", [sofa(), STANDING])
AFTER = Scene.of("room", [sofa("blue", 1.0, "blue sofa"), STANDING])


def made(
    slot: str, recipe: Recipe, asset: str, first: int, cause: int
) -> list[tuple[int, int, e.Data]]:
    """(number, cause, payload) of an asset's events, from ``first`` on."""
    about = {"slot": slot, "label": recipe.label, "prompt": "p", "recipe": recipe}
    return [
        (first, cause, e.AssetWanted(**about)),
        (first + 1, first, e.PromptImproved(**about, engine="rules")),
        (first + 2, first + 1, e.AssetMissed(**about)),
        (first + 3, first + 2, e.ImageGenerated(**about, image=ref("1", PNG), engine="g", seed=3)),
        (
            first + 4,
            first + 3,
            e.MeshGenerated(
                **about, mesh=ref("2", GLB), size=(2, 1, 1), triangles=12, engine="greybox"
            ),
        ),
        (
            first + 5,
            first + 4,
            e.AssetRegistered(
                **about, asset=AssetId(asset), mesh=ref("2", GLB), engine="greybox"
            ),
        ),
    ]  # fmt: skip


def lived() -> list[e.Event]:
    """A room with a sofa and a lamp, whose sofa is then made blue and moved."""
    retried = e.StageRetried(
        stage="mesh", attempt=1, category=Category.UNAVAILABLE, code="EngineDied",
        message="it died", due=AT,
    )  # fmt: skip
    failed = e.AssetFailed(
        slot="0/lamp", category=Category.INTERNAL, code="Poisoned", message="no", stage="mesh"
    )
    plan = e.SceneDecomposed(
        name="room", setting=Setting(), wishes=WISHES, relations=(NEXT_TO,),
        slots=("0/red-sofa", "0/lamp"), engine="rules",
    )  # fmt: skip
    edit = e.EditPlanned(
        edits=(Replace(node=SOFA, slot="blue", recipe=BLUE, prompt="a blue one", name="blue sofa"),
               Move(node=SOFA, by=Vec3(x=1))),
        slots=("0/blue",), engine="rules",
    )  # fmt: skip
    checks = {"relations_kept": 1, "relations_total": 1, "clearance": 0.25, "collisions": 0}
    first: list[tuple[int, int | None, e.Data]] = [
        (1, None, e.RequestAccepted(kind="text", text="a red sofa and a lamp")),
        (2, 1, e.AgentThought(text="a scene", engine="rules")),
        (3, 1, e.AgentActed(action="generate_3d_scene", input="a red sofa and a lamp")),
        (4, 3, plan),
        *made("0/red-sofa", RECIPE, "red", 5, 3),
        (21, 3, e.AssetWanted(slot="0/lamp", label="lamp", prompt="a lamp", recipe=RECIPE)),
        (22, 21, failed),
        (23, 4, e.SceneBlockedOut(name="room", nodes=(sofa(), STANDING))),
        (24, 23, e.SceneComposed(name="room", nodes=(sofa(), STANDING), certificate=checks)),
        (25, 24, e.RequestCompleted(kind="generate_3d_scene", text="done")),
    ]
    second: list[tuple[int, int | None, e.Data]] = [
        (31, None, e.RequestAccepted(kind="text", text="make it blue")),
        (32, 31, e.AgentActed(action="modify_3d_scene", input="make it blue")),
        (33, 32, edit),
        *made("0/blue", BLUE, "blue", 34, 32),
        (
            41,
            39,
            e.ScenePatched(
                patch=tuple(between(BEFORE, AFTER)),
                inverse=tuple(between(AFTER, BEFORE)),
                summary="It is blue.",
                touched=(SOFA,),
            ),
        ),
    ]
    events = [event("r1", *row) for row in first] + [event("r2", *row) for row in second]
    events.append(event("r1", 8, 8, retried, serial=1))
    return sorted(events, key=lambda one: event_order(one.id or ""))


def at(n: int, serial: int = 0) -> EventId:
    return EventId(f"1772368215{n:03}-{serial}")


def event(request: str, n: int, cause: int | None, data: e.Data, serial: int = 0) -> e.Event:
    return e.Event(
        id=at(n, serial),
        session=S,
        request=RequestId(request),
        cause=None if cause is None else at(cause),
        at=time_of(at(n)),
        data=data,
    )


LIVED = lived()
STATE = fold(LIVED)


def numbers(links: list[Link]) -> list[int]:
    return [int((link.event.id or "").partition("-")[0][-3:]) for link in links]


def asked(name: str, state: SessionState = STATE) -> Subject:
    return subject(name, state, LIVED)


@pytest.mark.parametrize("name", ["red-sofa", "blue sofa", "BLUE SOFA", "sof"])
def test_an_object_is_meant_by_its_id_its_name_and_what_only_that_holds(name: str) -> None:
    found = asked(name).node
    assert found is not None
    assert found.id == SOFA


def test_what_no_object_is_called_may_be_an_asset_some_bytes_or_an_event() -> None:
    (red,) = [asset for asset in STATE.assets.values() if asset.id == "red"]
    assert asked("red").asset == red
    assert asked("red sofa").asset == red  # as the object was called before
    assert asked("1" * 12).event == at(8)
    assert asked(str(at(41))).event == at(41)


def test_what_there_is_is_listed_when_there_is_no_such_thing() -> None:
    with pytest.raises(NoSuchThing, match=r"objects: red-sofa \(blue sofa\), lamp; assets: red"):
        asked("piano")
    with pytest.raises(NoSuchThing, match="no scene and no assets"):
        asked("piano", SessionState())
    with pytest.raises(NoSuchThing, match="no event"):
        asked("1772368215999-0")
    with pytest.raises(AmbiguousThing, match=r"red-sofa \(blue sofa\), lamp"):
        asked("a")


def test_an_object_is_led_to_by_its_words_plan_picture_mesh_and_by_what_changed_it() -> None:
    links = chain(Record(LIVED), asked("red-sofa"))
    assert numbers(links) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 23, 24, 31, 32, 33, *range(34, 40), 41]
    whats = [told(link)[0] for link in links]
    assert whats[:4] == ["words", "thought", "acted", "wished"]
    assert whats[4:12] == [
        "wanted", "prompt", "missed", "image", "mesh", "registered", "blocked out", "placed",
    ]  # fmt: skip
    assert whats[-1] == "changed"
    (planned,) = [link for link in links if link.event.id == at(4)]
    assert planned.wish == WISHES[0]
    assert planned.relations == ("lamp next to red sofa",)


def test_what_made_the_mesh_is_told_with_its_terms_and_place() -> None:
    mesh = next(event for event in LIVED if event.id == at(9))
    recorded = e.ProvenanceRecorded(artifacts=(ref("2", GLB),), provenance=MADE)
    beside = replace(mesh, id=at(9, 1), data=recorded)
    events = [one for event in LIVED for one in ([event, beside] if event is mesh else [event])]
    links = chain(Record(events), asked("red-sofa"))
    (told_of,) = [told(link) for link in links if link.event == beside]
    terms = "LicenseRef-Tencent-Hunyuan-3D-Community"
    assert told_of == ("made by", f"tencent/Hunyuan3D-2 at rev-1, {terms}, in US")


def test_what_was_tried_before_in_vain_is_told() -> None:
    links = chain(Record(LIVED), asked("red-sofa"))
    (mesh,) = [link for link in links if link.event.id == at(9)]
    assert [one.failure and one.failure.code for one in mesh.failed] == ["EngineDied"]
    shown = "\n".join(telling.lines(S, asked("red-sofa"), STATE, links))
    assert "retried     mesh, attempt 1: EngineDied: it died" in shown


def test_an_object_without_a_mesh_is_led_to_by_what_failed() -> None:
    links = chain(Record(LIVED), asked("lamp"))
    assert numbers(links) == [1, 2, 3, 4, 21, 22, 23, 24]
    (failed,) = [link for link in links if link.event.id == at(22)]
    assert told(failed) == ("failed", "mesh: Poisoned: no")


def test_an_earlier_point_knows_nothing_of_what_came_later() -> None:
    early = [event for event in LIVED if (event.id or "") <= at(25)]
    links = chain(Record(early), subject("red sofa", fold(early), early))
    assert numbers(links)[-1] == 24


def test_each_event_is_deeper_than_its_cause() -> None:
    links = chain(Record(LIVED), asked(str(at(10))))
    depths = {link.event.id: link.depth for link in links}
    assert [depths[at(n)] for n in (1, 3, 5, 6, 7, 8, 9, 10)] == list(range(8))
    assert depths[at(2)] == depths[at(3)]


def test_a_change_says_what_is_new() -> None:
    links = chain(Record(LIVED), asked("red-sofa"))
    what, text = told(links[-1])
    assert what == "changed"
    assert "at 0.00 0.00 0.00 -> at 1.00 0.00 0.00" in text
    assert "shows asset blue" in text
    assert "is called blue sofa" in text
    assert "It is blue." in text


def test_a_client_that_moved_it_is_named() -> None:
    synced = e.SceneSynced(name="room", nodes=(sofa(x=4.0),), digest="d")
    last = replace(LIVED[-1], id=at(50), cause=None, request=None, data=synced)
    events = [*LIVED, last]
    links = chain(Record(events), subject("red-sofa", fold(events), events))
    assert told(links[-1])[0] == "changed"
    assert "by the client" in told(links[-1])[1]


def test_the_chain_for_programs_has_each_event_whole() -> None:
    links = chain(Record(LIVED), asked("red-sofa"))
    shown = telling.documents(links)
    assert [one["id"] for one in shown] == [link.event.id for link in links]
    mesh, _ = [one for one in shown if one["type"] == "mesh.generated"]
    assert mesh["data"]["engine"] == "greybox"
    assert [one["type"] for one in mesh["failed"]] == ["stage.retried"]
    assert shown[-1]["before"]["name"] == "red sofa"
    assert shown[-1]["after"]["name"] == "blue sofa"


def test_of_a_long_chain_the_beginning_and_the_end_are_shown() -> None:
    links = chain(Record(LIVED), asked("red-sofa"))
    shown = telling.lines(S, asked("red-sofa"), STATE, links * 20)
    (gap,) = [row for row in shown if row.startswith("...")]
    left_out = 20 * len(links) - telling.FIRST_SHOWN - telling.LAST_SHOWN
    assert gap == f"... {left_out} events between (--json has them)"
    assert telling.lines(S, asked("red-sofa"), STATE, [])[-1] == "nothing in the log led to it"


def test_a_certificate_is_told_in_words() -> None:
    sound = {"relations_kept": 2, "relations_total": 3, "collisions": 0, "clearance": None}
    assert certificate(sound) == "2 of 3 relations kept, sound"
    edited = {"version": 2, "doors": 1, "doors_free": 0, "fronts": 4, "fronts_reachable": 3}
    assert certificate(edited) == "0 of 1 doors free, 3 of 4 fronts reachable, sound"
    faulty = {**sound, "collisions": 1, "clearance": -0.5}
    assert "1 collisions" in certificate(faulty)
