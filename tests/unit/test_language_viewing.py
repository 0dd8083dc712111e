"""Words about what is seen of a scene: what is selected, where the camera goes, what plays."""

from __future__ import annotations

import math

import pytest

from consumers.agent.decision import Context
from consumers.agent.rules import decide
from consumers.lexicon.talk.viewing import HIGHLIGHT, viewing
from schemas.edits import SceneItem
from schemas.framing import FIELD_OF_VIEW, framed
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.state import Turn


def item(
    node: str, noun: str, name: str = "", color: str | None = None, **more: float
) -> SceneItem:
    x, z = more.get("x", 0.0), more.get("z", 0.0)
    return SceneItem(
        id=NodeId(node), name=name or noun, noun=noun, color=color, position=Vec3(x=x, z=z),
        size=(1.0, 1.0, 1.0), yaw=more.get("yaw", 0.0),
    )  # fmt: skip


ITEMS = (
    item("sofa-1", "sofa", "red sofa", "#cc2222", x=-2, yaw=180),
    item("sofa-2", "sofa", "blue sofa", "#2244cc", x=2),
    item("lamp-1", "lamp", "lamp 1", x=1, z=1),
    item("lamp-2", "lamp", "lamp 2", x=1, z=3),
    item("table-1", "table", "table"),
)
ROOM = Context(has_scene=True, items=ITEMS)


def changes(said: str, context: Context = ROOM) -> list[str]:
    """What a decision shows, as text."""
    return [
        f"{c.change} {','.join(c.nodes)}{' only' if c.only else ''}".strip()
        for c in decide(said, context).view
    ]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("select the red sofa", ["select sofa-1"]),
        ("Select the red sofa.", ["select sofa-1"]),
        ("please highlight both lamps", ["select lamp-1,lamp-2"]),
        ("highlight the blue sofa in green", ["select sofa-2"]),
        ("select lamp 2", ["select lamp-2"]),
        ("select the sofas and the table", ["select sofa-1,sofa-2,table-1"]),
        ("show only the lamps", ["select lamp-1,lamp-2 only"]),
        ("hide everything but the table", ["select table-1 only"]),
        ("show everything again", ["select"]),
        ("clear the selection", ["select"]),
        ("toggle the red sofa", ["toggle sofa-1"]),
        ("deselect the table", ["toggle table-1"]),
        ("look at the table from above", ["camera"]),
        ("show me the room from above", ["camera"]),
        ("top view", ["camera"]),
        ("front view of the red sofa", ["camera"]),
        ("zoom in on the red sofa", ["camera"]),
        ("select the red sofa and look at it from above", ["select sofa-1", "camera"]),
        ("reset the camera", ["reset_camera"]),
        ("play the animation", ["animation"]),
        ("stop the animation", ["animation"]),
        ("go to frame 10", ["frame"]),
        ("frame 10", ["frame"]),
    ],
)
def test_words_about_the_view_change_it_and_nothing_else(said: str, wanted: list[str]) -> None:
    assert changes(said) == wanted
    assert decide(said, ROOM).action == "reply"


@pytest.mark.parametrize(
    "said",
    [
        "a room with a red sofa", "make the sofa blue", "remove the red sofa", "show me a castle",
        "add a frame", "a picture frame on the wall", "look at this: a castle with a moat",
        "select a nice colour for the sofa and paint it", "paint the lamps red", "hello",
        "zoom in", "view", "undo that",
    ],
)  # fmt: skip
def test_other_words_do_not(said: str) -> None:
    assert changes(said) == []


def test_colours_and_numbers_are_heard() -> None:
    (told,) = decide("highlight the blue sofa in green", ROOM).view
    assert told.colors != (HIGHLIGHT,)
    assert decide("select the table", ROOM).view[0].colors == (HIGHLIGHT,)
    assert decide("jump to frame 12", ROOM).view[0].frame == 12
    assert [decide(f"{v} the animation", ROOM).view[0].playing for v in ("play", "pause")] == [1, 0]


def test_what_is_not_there_is_said_and_nothing_moves() -> None:
    told = decide("select the green elephant", ROOM)
    assert (told.view, told.action) == ((), "reply")
    assert "elephant" in (told.reply or "")


def test_it_is_what_was_looked_at_last() -> None:
    after = Context(has_scene=True, items=ITEMS, talk=(Turn("select the table", (), "Done."),))
    told = viewing("look at it from above", ITEMS, [ITEMS[4]])
    assert told is not None
    assert decide("look at it from above", after).view == told.changes


@pytest.mark.parametrize("side", ["above", "below", "front", "back", "left", "right"])
def test_what_is_looked_at_is_in_view_and_fills_it(side: str) -> None:
    for chosen in ([ITEMS[0]], list(ITEMS)):
        position, target = framed(chosen, side)
        away = math.dist((position.x, position.y, position.z), (target.x, target.y, target.z))
        sees = away * math.tan(math.radians(FIELD_OF_VIEW / 2))
        for i in chosen:
            for corner in ((-0.5, -0.5), (0.5, 0.5)):
                there = (i.position.x + corner[0], i.position.y + 1, i.position.z + corner[1])
                assert math.dist(there, (target.x, target.y, target.z)) < sees
        radius = math.dist((0, 0, 0), (1, 1, 1)) / 2
        if len(chosen) == 1:
            assert sees < 1.5 * radius


def test_the_front_of_a_thing_is_where_it_faces() -> None:
    position, _ = framed([ITEMS[0]], "front")  # its yaw is 180: it faces the viewer, at -Z
    assert position.z < -1
    position, _ = framed([ITEMS[1]], "front")
    assert position.z > 1
    position, _ = framed(ITEMS, "left")
    assert position.x < -2
