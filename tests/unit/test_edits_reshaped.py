"""Another size of the place itself: read from words, and done with what stands at its walls."""

from __future__ import annotations

from itertools import product

import pytest

from consumers.layout import place_more, reshape
from consumers.layout.model import Placed, Room
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.reshaping import reshape as asked
from consumers.lexicon.words.tokens import read
from consumers.patch.rules import plan
from ops.bench.scenes.session import Session, engines
from schemas.decomposition import Relation, RelationKind, Wish
from schemas.edits import Recolor, Reshape
from schemas.ids import NodeId
from tests.edited_scenes import room

HALL = Finder(room("hall").items)
NOW = (6.0, 3.0, 5.0)


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ("make the room bigger", (7.5, 3.0, 6.25)),
        ("make the room a bit smaller", (5.4545, 3.0, 4.5455)),
        ("the room should be 50% larger", (9.0, 3.0, 7.5)),
        ("make the room twice as wide", (12.0, 3.0, 5.0)),
        ("make the room 8 by 7 m", (8.0, 3.0, 7.0)),
        ("i want the room to be 4 m wide and 3.5 m deep", (4.0, 3.0, 3.5)),
        ("make the room 2 m wider", (8.0, 3.0, 5.0)),
        ("widen the room by 1.5 m", (7.5, 3.0, 5.0)),
        ("expand the room to the left by 1 m", (7.0, 3.0, 5.0)),
        ("shorten the room by half a metre", (6.0, 3.0, 4.5)),
        ("raise the ceiling by 50 cm", (6.0, 3.5, 5.0)),
        ("lower the ceiling to 2.4 m", (6.0, 2.4, 5.0)),
        ("the ceiling is too low", (6.0, 3.75, 5.0)),
        ("make the room a little less deep", (6.0, 3.0, 4.5455)),
        ("we need more space in here", (7.5, 3.0, 6.25)),
    ],
)
def test_words_say_how_large_the_place_shall_be(
    said: str, size: tuple[float, float, float]
) -> None:
    found = asked(read(said), HALL)
    assert isinstance(found, Reshape)
    assert found.of(NOW) == pytest.approx(size, abs=1e-3)


@pytest.mark.parametrize(
    "said",
    [
        "make the floor brown",
        "make the table bigger",
        "add a lamp to the room",
        "make the room light tall",
        "put the sofa at the wide wall",
    ],
)
def test_words_about_anything_else_leave_the_place_alone(said: str) -> None:
    assert asked(read(said), HALL) is None


def test_a_size_that_is_not_said_is_asked_for_and_scales_no_thing() -> None:
    told = plan("expand the room towards the moon", HALL.items)
    assert not told.edits
    assert "How large shall it be?" in told.unmet[0]


@pytest.mark.parametrize("said", ["paint the room green", "make the whole room light blue"])
def test_the_colour_of_a_room_is_that_of_its_walls(said: str) -> None:
    edits = plan(said, HALL.items).edits
    assert edits
    assert all(isinstance(e, Recolor) and "wall" in e.node for e in edits)


def _furnished(room: Room) -> list[Placed]:
    wishes = [
        Wish.model_validate({
            "id": node, "name": node, "slot": node, "prompt": node,
            "recipe": {"noun": noun, "label": noun, "size": size},
        })
        for node, noun, size in (
            ("shelf", "bookshelf", (0.9, 1.9, 0.3)), ("desk", "desk", (1.4, 0.75, 0.7)),
            ("chair", "chair", (0.5, 0.9, 0.5)), ("cup", "cup", (0.1, 0.1, 0.1)),
        )
    ]  # fmt: skip
    relations = [
        {"kind": RelationKind.AGAINST_WALL, "subject": "shelf", "targets": ("room-left-wall",)},
        {"kind": RelationKind.AGAINST_WALL, "subject": "desk", "targets": ("room-back-wall",)},
        {"kind": RelationKind.IN_FRONT_OF, "subject": "chair", "targets": ("desk",)},
        {"kind": RelationKind.ON, "subject": "cup", "targets": ("desk",)},
    ]
    made = place_more(room, [], {}, wishes, [Relation.model_validate(r) for r in relations])
    assert not made.unmet
    return list(made.placed.values())


NOUNS = {NodeId(n): n for n in ("desk", "chair", "cup")} | {NodeId("shelf"): "bookshelf"}


@pytest.mark.parametrize(("width", "depth"), list(product((4.0, 9.0), (5.5, 8.0))))
def test_what_is_at_a_wall_goes_along_with_it_and_its_company_too(
    width: float, depth: float
) -> None:
    room = Room("room", 6.0, 6.0, 2.7)
    things = _furnished(room)
    was = {p.id: p for p in things}
    done = reshape(room, (width, 2.7, depth), things, NOUNS)
    now = {p.id: p for p in done.things}
    assert (done.room.width, done.room.depth, done.share) == (width, depth, 1.0)
    wider, deeper = (width - 6.0) / 2, (depth - 6.0) / 2
    moved = {
        str(n): (now[n].position.x - was[n].position.x, now[n].position.z - was[n].position.z)
        for n in now
    }
    assert moved["shelf"] == pytest.approx((-wider, 0.0), abs=1e-2)
    for node in ("desk", "chair", "cup"):
        assert moved[node] == pytest.approx((0.0, deeper), abs=1e-3)


def test_a_place_gets_no_smaller_than_its_things_allow() -> None:
    room = Room("room", 6.0, 6.0, 2.7)
    done = reshape(room, (0.5, 2.7, 6.0), _furnished(room), NOUNS)
    assert 1.4 <= done.room.width < 6.0
    assert done.blockers
    low = reshape(room, (6.0, 1.0, 6.0), _furnished(room), NOUNS)
    assert low.room.height >= 1.9


def test_a_room_is_resized_in_a_conversation_and_the_change_is_undone() -> None:
    session = Session(engines())
    session.say("a small office with a desk, an office chair, a bookshelf and a ceiling lamp")
    before = session.state.scene
    assert session.say("make the room 6 by 5 m").told == (
        "Made the room 6 m wide, 5 m deep and 2.7 m high."
    )
    assert session.say("make it 1 m wider").told.startswith("Made the room 7 m wide")
    assert "7 m wide" in session.say("how big is the room?").told
    for _ in range(2):
        session.say("undo that")
    assert session.state.scene is not None
    assert before is not None
    assert session.state.scene.nodes == before.nodes
