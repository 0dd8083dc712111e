"""The certificate: each thing it says is checked is found when it is wrong."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from consumers.layout import (
    Placed,
    Room,
    build_scene,
    certificate_of,
    certificate_of_scene,
    lay_out,
)
from consumers.layout.certify import certify
from consumers.layout.model import Certificate
from consumers.layout.space.traits import Item, known_item
from consumers.lexicon.words.nouns import noun_table
from schemas.decomposition import Decomposition, Setting
from schemas.ids import NodeId
from schemas.model import Vec3
from tests.unit.test_layout_sound import relations, wishes

ROOM = Room("room", 6.0, 5.0, 2.7)
L_ROOM = replace(ROOM, notch=(2.5, 2.0))
Row = tuple[str, float, float, float, float]
"""Noun, x, y, z, yaw."""


def checked(*rows: Row, room: Room = ROOM, kinds: dict[str, str] | None = None) -> Certificate:
    items: dict[NodeId, Item] = {}
    placed: dict[NodeId, Placed] = {}
    for number, (noun, x, y, z, yaw) in enumerate(rows):
        node = NodeId(f"{noun}-{number}")
        size = noun_table()[noun].size
        items[node] = known_item(node, noun, size)
        kind = (kinds or {}).get(noun, "floor")
        on = next((n for n in placed if items[n].noun == kind), None)
        hold = "top" if on is not None else kind
        placed[node] = Placed(node, Vec3(x=x, y=y, z=z), yaw, size, on, hold)  # type: ignore[arg-type]
    return certify(room, items, placed, placed)


WARDROBE = ("wardrobe", 0.0, 0.0, 2.19, 180.0)


def test_a_sound_room_has_nothing_to_say_against_it() -> None:
    found = checked(WARDROBE, ("table", -1.5, 0.0, 0.0, 180.0), ("chair", -1.5, 0.0, -0.75, 0.0))
    assert found.valid
    assert found.barred == 0
    assert (found.fronts, found.seats, found.seats_facing) == (2, 1, 1)
    assert found.faulty == ()


def test_a_cupboard_that_a_sofa_stands_before_is_not_reachable() -> None:
    found = checked(WARDROBE, ("sofa", 0.0, 0.0, 1.4, 180.0))
    assert found.collisions == 0
    assert (found.fronts_reachable, found.fronts) == (1, 2)
    assert NodeId("wardrobe-0") in found.faulty


def test_a_corner_that_furniture_closes_off_is_not_reachable() -> None:
    beds = [("bookshelf", 2.0 - i * 0.92, 0.0, 0.0, 180.0) for i in range(6)]
    found = checked(("armchair", 2.4, 0.0, 2.0, 180.0), *beds)
    assert NodeId("armchair-0") in found.faulty


@pytest.mark.parametrize(("z", "free"), [(1.3, 0), (0.7, 1)])
def test_a_door_needs_ninety_centimetres(z: float, free: int) -> None:
    found = checked(
        ("door", 0.0, 0.0, 2.43, 180.0), ("crate", 0.0, 0.0, z, 0.0), kinds={"door": "wall"}
    )
    assert (found.doors, found.doors_free) == (1, free)


def test_a_way_in_that_is_barred_is_no_way() -> None:
    wall = [("sofa", x, 0.0, 1.0, 180.0) for x in (-2.0, 0.05, 2.0)]
    found = checked(("door", 0.0, 0.0, 2.43, 180.0), *wall, kinds={"door": "wall"})
    assert (found.walkways, found.walkways_free) == (1, 0)


def test_a_chair_that_looks_away_from_its_table_is_counted() -> None:
    found = checked(("table", 0.0, 0.0, 0.0, 180.0), ("chair", 0.0, 0.0, -0.75, 180.0))
    assert (found.seats, found.seats_facing) == (1, 0)


def test_half_hanging_is_not_held() -> None:
    kinds = {"vase": "table"}
    table = ("table", 0.0, 0.0, 0.0, 180.0)
    over = checked(table, ("vase", 0.85, 0.75, 0.0, 180.0), kinds=kinds)
    assert over.unsupported == 1
    edge = checked(table, ("vase", 0.78, 0.75, 0.0, 180.0), kinds=kinds)
    assert edge.unsupported == 0
    assert 0.5 < edge.support < 0.8


def test_the_notch_of_an_l_is_outside() -> None:
    crate = ("crate", -2.0, 0.0, 1.5, 0.0)
    assert checked(crate).out_of_bounds == 0
    found = checked(crate, room=L_ROOM)
    assert found.out_of_bounds == 1
    assert found.bounds_margin < 0


def test_the_margin_to_the_edges_is_told() -> None:
    assert checked(("crate", 0.0, 0.0, 0.0, 0.0)).bounds_margin == pytest.approx(
        2.5 - 0.25, abs=0.1
    )


def test_a_thing_far_larger_than_its_class_is_counted() -> None:
    node = NodeId("cup")
    size = (1.0, 1.0, 1.0)
    thing = Placed(node, Vec3(), 0.0, size)
    found = certify(ROOM, {node: known_item(node, "cup", size)}, {node: thing}, [node])
    assert (found.sizes, found.sizes_usual) == (1, 0)


ASKED = Decomposition(
    name="d",
    setting=Setting(name="bedroom"),
    wishes=wishes("bed, wardrobe, desk, chair, lamp, cat, lantern, door"),
    relations=relations("lamp on desk; cat under desk; chair on lamp"),
)


def test_an_event_carries_the_certificate_with_what_was_not_kept() -> None:
    told = certificate_of(lay_out(ASKED))
    assert told["version"] == 2
    assert (told["relations_kept"], told["relations_total"], told["unmet_total"]) == (2, 3, 1)
    assert told["unmet"] == [
        {
            "kind": "on",
            "subject": "chair",
            "targets": ["lamp"],
            "reason": lay_out(ASKED).unmet[0].reason,
        }
    ]
    assert json.loads(json.dumps(told, allow_nan=False)) == told


def test_a_scene_read_back_is_certified_as_its_layout_was() -> None:
    layout = lay_out(ASKED)
    scene = build_scene(ASKED, layout)
    sizes = {w.id: w.recipe.size for w in ASKED.wishes}
    nouns = {w.id: w.recipe.noun for w in ASKED.wishes}
    fresh, read = certificate_of(layout), certificate_of_scene(scene, sizes, nouns)
    said_of_words = {"relations_kept", "relations_total", "unmet", "unmet_total"}
    for name in set(fresh) - said_of_words - {"clearance", "bounds_margin", "support"}:
        assert read[name] == fresh[name], name


def test_what_a_hand_put_into_another_thing_is_told_of_the_scene() -> None:
    layout = lay_out(ASKED)
    scene = build_scene(ASKED, layout)
    bed, wardrobe = scene.nodes[NodeId("bed")], scene.nodes[NodeId("wardrobe")]
    moved = {**scene.nodes, bed.id: bed.model_copy(update={"position": wardrobe.position})}
    told = certificate_of_scene(
        scene.model_copy(update={"nodes": moved}),
        {w.id: w.recipe.size for w in ASKED.wishes},
        {w.id: w.recipe.noun for w in ASKED.wishes},
    )
    assert isinstance(told["collisions"], int)
    assert told["collisions"] >= 1
    assert {"bed", "wardrobe"} <= set(told["faulty"])  # type: ignore[arg-type]
