"""Wishes that can not hold together: who takes part is named, what gives way, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from consumers.layout import Layout, lay_out
from consumers.layout.model import Conflict
from schemas.decomposition import Decomposition, Relation
from schemas.ids import NodeId
from tests.wishes import scene, told

OUTDOORS = {"kind": "outdoor"}


def grouped(said: Sequence[str]) -> str:
    """ "chair1 around table", "chair2 around table" -> "2*chair around table"."""
    groups: dict[str, list[str]] = {}
    for one in said:
        subject, _, rest = one.partition(" ")
        groups.setdefault(f"{subject.rstrip('0123456789')} {rest}".strip(), []).append(one)
    return "; ".join(g[0] if len(g) == 1 else f"{len(g)}*{name}" for name, g in groups.items())


def summary(conflict: Conflict) -> str:
    """Cause ("?" = not proven), members, and after ">" what gave way."""
    members = grouped([*map(told, conflict.relations), *conflict.things])
    gone = grouped([*map(told, conflict.given_up), *conflict.left_out])
    return f"{conflict.cause.value}{'' if conflict.proven else '?'}: {members} > {gone}"


def conflicts(layout: Layout) -> list[Conflict]:
    found = {id(u.conflict): u.conflict for u in layout.unmet if u.conflict is not None}
    return list(found.values())


# Things, relations, the setting, and the conflicts expected.
Row = tuple[str, str, Mapping[str, object], str]

CONTRADICTIONS: list[Row] = [
    (
        "floor lamp, sofa",
        "floor_lamp left_of sofa; sofa left_of floor_lamp",
        {},
        "circle: floor_lamp left_of sofa; sofa left_of floor_lamp > sofa left_of floor_lamp",
    ),
    (
        "a=box, b=box, c=box, d=chair",
        "a left_of b; d near a; b left_of c; c left_of a",
        {},
        "circle: a left_of b; b left_of c; c left_of a > c left_of a",
    ),
    (
        "a=box, b=box, c=box",
        "a left_of b; c right_of b; a right_of c",
        {},
        "circle: a left_of b; c right_of b; a right_of c > a right_of c",
    ),
    (
        "chair, table",
        "chair in_front_of table; table in_front_of chair",
        {},
        "circle: chair in_front_of table; table in_front_of chair > table in_front_of chair",
    ),
    (
        "chair, table",
        "chair in_front_of table; chair behind table",
        OUTDOORS,
        "circle: chair in_front_of table; chair behind table > chair behind table",
    ),
    (
        "table, sofa",
        "table right_of sofa; table left_of sofa; table near sofa",
        {},
        "circle: table right_of sofa; table left_of sofa > table left_of sofa",
    ),
    (
        "a=box, b=box",
        "a on b; b on a",
        {},
        "circle: a on b; b on a > b on a",
    ),
    (
        "a=box, b=box, c=box, table",
        "c on table; a on b; b on c; c on a",
        {},
        "circle: a on b; b on c; c on a > c on a",
    ),
    (
        "bucket, chest",
        "bucket in chest; bucket in chest; chest on bucket",
        {},
        "size: chest on bucket",
    ),
    (
        "a=crate, b=crate",
        "a stacked b; b stacked a",
        {},
        "circle: a stacked b; b stacked a > b stacked a",
    ),
    (
        "bowl, box",
        "bowl in box; box on bowl",
        {},
        "size: box on bowl",
    ),
    (
        "bird, cloud, kite",
        "bird above cloud; cloud above kite; kite above bird",
        OUTDOORS,
        "circle: bird above cloud; cloud above kite; kite above bird > kite above bird",
    ),
    ("box", "box in box", {}, "itself: box in box > box in box"),
    ("chair", "chair left_of chair", {}, "itself: chair left_of chair > chair left_of chair"),
    (
        "sofa, a=chair, b=chair",
        "a left_of b; sofa between a,b; sofa left_of a",
        {},
        "circle: a left_of b; sofa between a,b; sofa left_of a > sofa left_of a",
    ),
    (
        "book, desk, bookshelf",
        "book on desk; book in bookshelf",
        {},
        "places: book on desk; book in bookshelf > book in bookshelf",
    ),
    (
        "lamp, table",
        "lamp on table; lamp hanging_from",
        {},
        "places: lamp on table; lamp hanging_from > lamp hanging_from",
    ),
    (
        "picture=picture frame, desk",
        "picture on_wall; picture on desk",
        {},
        "places: picture on_wall; picture on desk > picture on desk",
    ),
    (
        "ball, box",
        "ball in box; ball left_of box",
        {},
        "places: ball in box; ball left_of box > ball left_of box",
    ),
    (
        "cat, table",
        "cat on table; cat under table",
        {},
        "places: cat on table; cat under table > cat under table",
    ),
    (
        "dog, tree, car",
        "dog facing tree; dog facing car; tree left_of dog; car right_of dog",
        OUTDOORS,
        "places: dog facing tree; dog facing car; tree left_of dog; car right_of dog"
        " > car right_of dog",
    ),
    (
        "2*crate",
        "crate* in_row; crate* stacked",
        {},
        "places: 2*crate in_row; 2*crate stacked > crate2 stacked",
    ),
    (
        "table:1x0.75x1, 12*chair",
        "chair* around table",
        {},
        "seats: 9*chair around table > 4*chair around table",
    ),
]

ROOM_3 = {"width": 3, "depth": 3}

TOO_LARGE: list[Row] = [
    ("elephant, wardrobe", "elephant in wardrobe", {}, "size: elephant in wardrobe"),
    ("piano, coffee table", "piano under coffee_table", {}, "size: piano under coffee_table"),
    ("wardrobe, stool", "wardrobe on stool", {}, "size: wardrobe on stool"),
    ("ladder, cup", "ladder in cup", {}, "size: ladder in cup"),
    ("car, table", "car under table", {}, "size: car under table"),
    ("piano, cup", "piano stacked cup", OUTDOORS, "size: piano stacked cup"),
    ("3*dog, chest", "dog* in chest", {}, "size: dog1 in chest"),
    ("picture frame", "picture_frame on_wall", OUTDOORS, "walls: picture_frame on_wall"),
    ("sofa", "sofa against_wall", OUTDOORS, "walls: sofa against_wall"),
    ("chandelier", "chandelier hanging_from", OUTDOORS, "walls: chandelier hanging_from"),
    ("cup", "cup on shelf-9", {}, "missing: cup on shelf-9"),
    ("bed:2x0.6x2.1", "", {"width": 1.5, "depth": 3}, "size: bed"),
    ("mirror:6x1x0.05", "", {"width": 4, "depth": 4}, "size: mirror"),
    ("rug:4x0.01x4, sofa", "", ROOM_3, "size: rug"),
    ("tree:2x3x2", "", {"width": 5, "depth": 5, "height": 2.4}, "height: tree"),
    ("bus", "", {**OUTDOORS, "width": 10, "depth": 8}, "size: bus"),
    (
        "fridge, table",
        "fridge on table",
        {"height": 2.4},
        "height: fridge on table",
    ),
    (
        "5*wardrobe",
        "wardrobe* stacked",
        {"height": 2.7},
        "height: 2*wardrobe stacked > 4*wardrobe stacked",
    ),
    (
        "fridge:0.7x1x0.7, table, bed",
        "fridge on table; table on bed",
        {"height": 2},
        "height: fridge on table; table on bed",
    ),
    (
        "5*tree",
        "tree* in_row",
        {**OUTDOORS, "width": 13, "depth": 8},
        "space: 5*tree in_row > 5*tree in_row",
    ),
    ("30*vase, table:1x0.5x0.5", "vase* on table", {}, "load: 16*vase on table > 20*vase on table"),
    ("20*book, box:0.3x0.3x0.3", "book* in box", {}, "load?: 2*book in box > 19*book in box"),
]

TOO_MUCH: list[Row] = [
    ("10*sofa", "", ROOM_3, "space: 5*sofa > 6*sofa"),
    ("6*bed", "", {"width": 4, "depth": 4}, "space: 5*bed > 2*bed"),
    ("2*car", "", {"width": 4.5, "depth": 3.5}, "space: 2*car > car2"),
    ("sofa, grand piano", "", {"width": 2.2, "depth": 2}, "space: sofa; grand_piano"),
    ("bed, wardrobe, desk, chair", "", {"width": 2.2, "depth": 2.2}, "space: bed; desk > bed"),
    (
        "table",
        "table in_corner; table in_center",
        {},
        "places: table in_corner; table in_center > table in_center",
    ),
    (
        "sofa",
        "sofa against_wall room-left-wall; sofa against_wall room-right-wall",
        {},
        "places: sofa against_wall room-left-wall; sofa against_wall room-right-wall"
        " > sofa against_wall room-right-wall",
    ),
    (
        "wardrobe, desk",
        "wardrobe against_wall room-left-wall; desk against_wall room-right-wall;"
        " wardrobe right_of desk",
        ROOM_3,
        "places: wardrobe against_wall room-left-wall; wardrobe right_of desk"
        " > wardrobe right_of desk",
    ),
    (
        "sofa, floor lamp, chair",
        "sofa between floor_lamp,chair; floor_lamp next_to chair",
        {},
        "places: sofa between floor_lamp,chair; floor_lamp next_to chair"
        " > floor_lamp next_to chair",
    ),
    (
        "sofa, table",
        "sofa in_center; table in_center",
        {"width": 3.2, "depth": 3.2},
        "space: sofa in_center; table in_center > table in_center",
    ),
    (
        "bed, wardrobe",
        "bed in_center; wardrobe left_of bed",
        {"width": 2, "depth": 4},
        "space: wardrobe left_of bed > wardrobe left_of bed",
    ),
]

ALL = [*CONTRADICTIONS, *TOO_LARGE, *TOO_MUCH]


@pytest.mark.parametrize("row", ALL, ids=lambda row: f"{row[0]}: {row[1]}"[:70])
def test_the_smallest_conflict_is_named_and_only_one_wish_gives_way(row: Row) -> None:
    things, related, setting, expected = row
    layout = lay_out(scene(things, related, **setting))
    found = [summary(c) for c in conflicts(layout)]
    assert [f if ">" in expected else f.split(" >")[0] for f in found] == [expected]
    assert layout.certificate is not None
    assert layout.certificate.valid


def without(asked: Decomposition, relation: Relation) -> Decomposition:
    kept = tuple(r for r in asked.relations if r is not relation)
    return asked.model_copy(update={"relations": kept})


@pytest.mark.parametrize("row", [*CONTRADICTIONS, *TOO_MUCH], ids=lambda row: row[1][:70])
def test_without_any_one_member_the_others_of_a_conflict_can_be_had(row: Row) -> None:
    asked = scene(row[0], row[1], **row[2])
    for conflict in conflicts(lay_out(asked)):
        members = {told(r) for r in conflict.relations}
        only = asked.model_copy(
            update={"relations": tuple(r for r in asked.relations if told(r) in members)}
        )
        for member in conflict.relations:
            layout = lay_out(without(only, member))
            broken = [told(u.relation) for u in layout.unmet if u.relation is not None]
            assert broken == [], f"without {told(member)}"


def test_all_else_of_a_scene_is_placed_and_kept() -> None:
    layout = lay_out(
        scene(
            "sofa, table, 4*chair, lamp, rug",
            "sofa left_of table; chair* around table; table left_of sofa; lamp on table",
        )
    )
    assert layout.certificate is not None
    kept, total = layout.certificate.relations_kept, layout.certificate.relations_total
    assert (len(layout.placed), kept, total) == (8, 6, 7)


def test_two_circles_are_two_conflicts() -> None:
    layout = lay_out(
        scene(
            "a=box, b=box, c=crate, d=crate",
            "a left_of b; c behind d; b left_of a; d behind c",
        )
    )
    assert [summary(c) for c in conflicts(layout)] == [
        "circle: a left_of b; b left_of a > b left_of a",
        "circle: c behind d; d behind c > d behind c",
    ]


def test_relations_to_what_was_left_out_fall_for_the_same_reason() -> None:
    layout = lay_out(scene("bed:2x0.6x2.1, cat", "cat on bed", width=1.5, depth=3))
    thing, relation = layout.unmet
    assert (thing.node, relation.node) == (NodeId("bed"), NodeId("cat"))
    assert thing.conflict is relation.conflict
    assert thing.reason == relation.reason


def test_what_is_only_not_found_is_not_said_to_be_impossible() -> None:
    # Flush on the seat of a chair that looks away: nothing proves that, the search misses it.
    layout = lay_out(scene("10*vase, table:0.6x0.5x0.6", "vase* on table"))
    (conflict,) = conflicts(layout)
    assert not conflict.proven
    assert layout.unmet[0].reason.startswith("I found room on the table")


def test_equal_failures_are_told_in_one_sentence() -> None:
    layout = lay_out(scene("10*sofa", width=3, depth=3))
    assert len(layout.unmet) == 6
    assert {u.reason for u in layout.unmet} == {
        "Only 4 of the 10 sofas fit in the room of 3.0 x 3.0 m; I left 6 out. "
        "Ask for a larger room to have all."
    }


@pytest.mark.parametrize("row", ALL, ids=lambda row: f"{row[0]}: {row[1]}"[:70])
def test_the_sentence_names_every_member(row: Row) -> None:
    layout = lay_out(scene(row[0], row[1], **row[2]))
    for unmet in layout.unmet:
        conflict = unmet.conflict
        assert conflict is not None
        involved = [
            *conflict.things,
            *(n for r in conflict.relations for n in (r.subject, *r.targets)),
        ]
        for node in involved:
            word = node.removeprefix("room-").rstrip("0123456789").replace("_", " ").split("-")[0]
            assert word.rstrip("h") in unmet.reason.lower()
