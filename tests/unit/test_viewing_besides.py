"""Words about the view in one breath with others, and about the parts of things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consumers.agent.decision import Context
from consumers.agent.rules import decide
from consumers.assets.parts import LONGEST_NAME, parts_of_glb
from consumers.greybox.build import build
from consumers.greybox.glb import to_glb
from consumers.lexicon.talk.besides import Besides, besides
from gateway.export.container import pack
from schemas.edits import SceneItem
from schemas.recipe import Recipe
from tests.unit.test_language_viewing import ITEMS

PARTS = {
    "table": ("top", "legs", "apron"),
    "sofa": ("feet", "cushions"),
    "lamp": ("shade 1", "shade_2", "books #3f5f8a"),
}


def parts_of(item: SceneItem) -> tuple[str, ...]:
    return PARTS.get(item.noun, ())


ROOM = Context(has_scene=True, items=ITEMS, parts_of=parts_of)


@pytest.mark.parametrize(
    ("said", "before", "rest", "after"),
    [
        ("make the sofa red and look at it", (), "make the sofa red", ("look at it",)),
        ("select the red sofa and make it blue", ("select the red sofa",),
         "make the red sofa blue", ()),
        ("look at the table and then turn it by 90 degrees", ("look at the table",),
         "turn the table by 90 degrees", ()),
        ("highlight the sofa in green. Make it bigger", ("highlight the sofa in green",),
         "Make the sofa bigger", ()),
        ("a room with a sofa and two chairs, then show me the room from above", (),
         "a room with a sofa and two chairs", ("show me the room from above",)),
        ("make the sofa and the table red and select the sofa and the table.", (),
         "make the sofa and the table red", ("select the sofa and the table",)),
        ("add a cat, highlight it in green and play the animation", (), "add a cat",
         ("highlight it in green", "play the animation")),
        ("add a zorblax and zoom in on the zorblax", (), "add a zorblax",
         ("zoom in on the zorblax",)),
        ("select the sofa, make it blue and look at it", ("select the sofa",),
         "make the sofa blue", ("look at it",)),
    ],
)  # fmt: skip
def test_words_of_both_kinds_are_told_apart(
    said: str, before: tuple[str, ...], rest: str, after: tuple[str, ...]
) -> None:
    assert besides(said) == Besides(before, rest, after)


@pytest.mark.parametrize(
    "said",
    [
        "", " and ", "select the sofa and the table", "select the sofa and look at it",
        "a red chair, front view", "a desk and view of the sea", "a stage and play area",
        "select a nice colour for the sofa and paint it", "a room, top-down view, end",
        "a dark hall and focus on moods", "look at this: a castle with a moat",
    ],
)  # fmt: skip
def test_other_words_stay_whole(said: str) -> None:
    assert besides(said) is None


@given(st.text(st.sampled_from("select look at it the sofa and then . , make red view ")))
def test_nothing_that_is_said_is_lost(said: str) -> None:
    split = besides(said)
    if split is not None and not split.before:
        assert split.rest.split(" and ")[0] in said
        assert all(words in said for words in split.after)


def test_the_action_gets_its_own_words_and_what_was_said_first_is_seen_first() -> None:
    decision = decide("select the red sofa and make it blue", ROOM)
    assert (decision.action, decision.input) == ("modify_3d_scene", "make the red sofa blue")
    assert [(c.change, c.nodes) for c in decision.view] == [("select", ("sofa-1",))]
    decision = decide("make the sofa red and look at it", ROOM)
    assert (decision.input, decision.view) == ("make the sofa red", ())
    decision = decide("how many lamps are there? Look at the table", ROOM)
    assert decision.reply is not None
    assert decision.reply.startswith("There are 2 lamps. This is the table")
    assert [c.change for c in decision.view] == ["camera"]


def test_what_is_not_there_is_left_to_the_action() -> None:
    said = "select the elephant and make it blue"
    assert decide(said, ROOM).view == ()


@pytest.mark.parametrize(
    ("said", "names", "reply"),
    [
        ("select the legs of the table", ["table-1 legs"], "The legs of the table are selected."),
        ("highlight the table's leg", ["table-1 legs"], "The legs of the table are selected."),
        ("select the top and the legs of the table", ["table-1 top", "table-1 legs"],
         "The top and the legs of the table are selected."),
        ("toggle the table's top", ["table-1 top"], "The top of the table is toggled."),
        ("select the legs", ["table-1 legs"], "The legs of the table are selected."),
        ("highlight the cushions of both sofas in green", ["sofa-1 cushions", "sofa-2 cushions"],
         "The cushions of 2 things are selected."),
        ("select the shades of lamp 2", ["lamp-2 shade 1", "lamp-2 shade_2"], ""),
        ("select the table and select its legs", ["table-1 table", "table-1 legs"], ""),
        ("select two of the lamps", ["lamp-1 lamp 1", "lamp-2 lamp 2"], ""),
        ("select the wheels of the table", ["table-1 table"], "The table is selected."),
    ],
)  # fmt: skip
def test_parts_are_selected_by_the_names_that_their_mesh_has(
    said: str, names: list[str], reply: str
) -> None:
    decision = decide(said, ROOM)
    told = [
        f"{node} {name}" for c in decision.view for node, name in zip(c.nodes, c.names, strict=True)
    ]
    assert told == names
    assert all(len(c.colors) == len(c.nodes) for c in decision.view)
    assert not reply or decision.reply == reply


def test_a_mesh_tells_its_parts() -> None:
    table = to_glb(build(Recipe(noun="table", label="table", size=(1, 1, 1))))
    assert parts_of_glb(table) == ("top", "legs", "apron")
    assert parts_of_glb(b"no GLB") == ()


@pytest.mark.parametrize(
    ("nodes", "parts"),
    [
        ([{"name": "a", "mesh": 0}], ()),
        ([{"name": "a", "mesh": 0}, {"name": "b", "mesh": 0}, {"name": "c"}], ("a", "b")),
        ([{"mesh": 0}, {"name": "b", "mesh": 0}], ("m", "b")),
        ([{"name": "a", "mesh": 0}, {"name": "a", "mesh": 0}], ()),
        ([{"name": 5, "mesh": 0}, {"name": "b", "mesh": 9}, "x", {"mesh": "0"}], ()),
        ([{"name": "n" * (LONGEST_NAME + 1), "mesh": 0}, {"name": "b", "mesh": 0}], ()),
    ],
)
def test_only_names_of_what_is_shown_count(nodes: list[object], parts: tuple[str, ...]) -> None:
    glb = pack({"nodes": nodes, "meshes": [{"name": "m"}]}, b"")
    assert parts_of_glb(glb) == parts
