"""L-shaped rooms, ways through furnished rooms, and arrangements that people ask for."""

from __future__ import annotations

import itertools
import math
import os
import subprocess
import sys

import pytest

from consumers.decompose.rules import decompose
from consumers.layout import build_scene, lay_out, place_more, room_of
from consumers.layout.search.packing import packed
from schemas.decomposition import Decomposition, Setting
from schemas.ids import NodeId
from schemas.scene import Node
from tests.unit.test_layout_sound import around, problems, scene, wishes

FULL = (
    "sofa, 2 armchair, coffee table, tv stand, bookshelf, table, 4 chair, fridge, wardrobe, desk,"
    "door, 2 window, floor lamp, potted plant, rug"
)
L_ROOM = Setting(name="living room", shape="l")


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("shape", ["rectangle", "l"])
def test_doors_open_and_everything_can_be_reached(shape: str, seed: int) -> None:
    asked = scene(FULL, around("chair", 4, "table"), Setting.model_validate({"shape": shape}))
    layout = lay_out(asked, seed=seed)
    assert problems(layout) == []
    assert layout.certificate is not None
    assert layout.certificate.doors_free == layout.certificate.doors == 1
    assert layout.certificate.walkways_free == layout.certificate.walkways == 1
    assert layout.certificate.fronts_reachable == layout.certificate.fronts > 9
    assert layout.certificate.seats_facing == layout.certificate.seats >= 4


def test_an_l_shaped_room_is_read_back_from_its_nodes() -> None:
    asked = scene(FULL, "", L_ROOM)
    layout = lay_out(asked)
    assert layout.room.notch is not None
    assert room_of(build_scene(asked, layout)) == layout.room


def slab(node: Node) -> list[tuple[float, float]]:
    """From and to along each axis of a shell's box, below the unscaled holder."""
    middle = (node.position.x, node.position.y, node.position.z)
    size = (node.scale.x, node.scale.y, node.scale.z)
    return [(m - s / 2, m + s / 2) for m, s in zip(middle, size, strict=True)]


def test_the_slabs_of_an_l_touch_and_never_overlap() -> None:
    built = build_scene(scene("sofa", "", L_ROOM), lay_out(scene("sofa", "", L_ROOM)))
    slabs = [slab(n) for n in built.nodes.values() if n.id.startswith("room-") and n.scale.x != 1]
    assert len(slabs) == 7
    for a, b in itertools.combinations(slabs, 2):
        depth = min(min(p[1], q[1]) - max(p[0], q[0]) for p, q in zip(a, b, strict=True))
        assert depth < 1e-6


def test_what_is_added_to_an_l_shaped_room_stays_inside() -> None:
    layout = lay_out(scene("sofa, tv stand", "", L_ROOM))
    more = place_more(layout.room, list(layout.placed.values()), {}, wishes("6 bookshelf"), ())
    assert problems(more) == []
    assert more.room.notch is not None
    assert len(more.placed) > 2


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("an L-shaped living room with a sofa", "l"),
        ("a studio, L-shaped, with a bed", "l"),
        ("the kitchen is L shaped and has a fridge", "l"),
        ("a room in the shape of an L with a desk", "l"),
        ("a living room with an L-shaped sofa", "rectangle"),
        ("a bedroom with a bed", "rectangle"),
    ],
)
def test_words_give_a_room_its_shape(text: str, shape: str) -> None:
    plan = decompose(text)
    assert plan.setting.shape == shape
    assert all(w.recipe.label not in ("l", "shaped") for w in plan.wishes)


ARRANGED = {
    "houses around a well": ("5 house, well", around("house", 5, "well"), "outdoor"),
    "logs around a fire": ("8 log, campfire", around("log", 8, "campfire"), "outdoor"),
    "a pond before trees": ("pond, 3 tree", "pond in_front_of tree-1 tree-2 tree-3", "outdoor"),
    "tents behind a fire": (
        "3 tent, campfire",
        "tent-1 behind campfire; tent-2 behind campfire; tent-3 behind campfire",
        "outdoor",
    ),
    "a dog under a table": ("table, dog, cat", "dog under table; cat on table", "room"),
    "an elephant under a palm": ("palm tree, elephant", "elephant under palm-tree", "outdoor"),
    "a bench under a street lamp": (
        "street lamp, park bench",
        "park-bench under street-lamp",
        "outdoor",
    ),
    "books on a bookshelf": (
        "bookshelf, 10 book",
        ";".join(f"book-{i} on bookshelf" for i in range(1, 11)),
        "room",
    ),
    "a full side table": (
        "side table, lamp, 3 book, cup, bowl",
        "lamp on side-table; cup on side-table; bowl on side-table; book-1 on side-table;"
        "book-2 on side-table; book-3 on side-table",
        "room",
    ),
    "a plant in each corner": (
        "4 potted plant, sofa, bookshelf, wardrobe",
        ";".join(f"potted-plant-{i} in_corner" for i in range(1, 5)),
        "room",
    ),
    "on named walls": (
        "mirror, clock, picture frame",
        "mirror on room-left-wall; clock on room-back-wall; picture-frame on room-right-wall",
        "room",
    ),
    "a lantern below a shelf": ("shelf, lantern", "lantern hanging_from shelf", "room"),
    "between four": (
        "2 sofa, 2 armchair, coffee table",
        "coffee-table between sofa-1 sofa-2 armchair-1 armchair-2",
        "room",
    ),
}


@pytest.mark.parametrize("name", ARRANGED)
def test_what_people_ask_for_is_kept(name: str) -> None:
    said, related, kind = ARRANGED[name]
    layout = lay_out(scene(said, related, Setting.model_validate({"kind": kind})))
    assert problems(layout) == []
    assert [u.reason for u in layout.unmet] == []


def test_chairs_at_a_long_table_sit_on_all_four_sides() -> None:
    plan = decompose("a dining room with a 3 m long table and ten chairs around it")
    placed = lay_out(plan).placed
    table = placed[NodeId("table")].position
    chairs = [p.position for n, p in placed.items() if n.startswith("chair")]
    angles = [
        round(math.degrees(math.atan2(c.x - table.x, c.z - table.z)) / 90) % 4 for c in chairs
    ]
    assert set(angles) == {0, 1, 2, 3}


@pytest.mark.parametrize("count", range(1, 7))
def test_packed_things_lie_in_their_region_and_apart(count: int) -> None:
    sizes = [(0.2, 0.13), (0.1, 0.24), (0.15, 0.15), (0.09, 0.09), (0.21, 0.1), (0.1, 0.1)][:count]
    places = packed((-0.25, 0.25, -0.2, 0.2), sizes)
    assert places is not None
    boxes = []
    for place, (w, d) in zip(places, sizes, strict=True):
        wide, deep = (d, w) if place.turned else (w, d)
        assert abs(place.x) + wide / 2 <= 0.25 + 1e-9
        assert abs(place.z) + deep / 2 <= 0.2 + 1e-9
        boxes.append((place.x, place.z, wide, deep))
    for a, b in itertools.combinations(boxes, 2):
        apart = max(abs(a[0] - b[0]) - (a[2] + b[2]) / 2, abs(a[1] - b[1]) - (a[3] + b[3]) / 2)
        assert apart > -1e-9


def test_what_can_not_be_packed_is_not() -> None:
    assert packed((0.0, 0.3, 0.0, 0.3), [(0.2, 0.2), (0.2, 0.2)]) is None


PROBE = """
import sys
from consumers.decompose.rules import decompose
from consumers.layout import build_scene, certificate_of, lay_out
from schemas.patch import document
import json
plan = decompose(sys.argv[1], seed=5)
layout = lay_out(plan, seed=5)
print(json.dumps([document(build_scene(plan, layout)), certificate_of(layout)]))
"""


def test_another_process_makes_the_same_scene_to_the_byte() -> None:
    text = (
        "an L-shaped living room with a sofa, two armchairs facing it, a table with six chairs,"
        " a door, a plant in each corner and three books on the table"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", PROBE, text],
            env={**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, threads in (("1", "1"), ("77", "2"))
    }
    assert len(made) == 1
    assert len(made.pop()) > 2000


def test_equal_decompositions_are_laid_out_alike() -> None:
    plan = scene(FULL, "", L_ROOM)
    again = Decomposition.model_validate_json(plan.model_dump_json())
    assert lay_out(plan, seed=2) == lay_out(again, seed=2)
