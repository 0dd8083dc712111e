"""What is tight, but can be had, is had; a proof of impossibility never meets a counterexample."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from consumers.layout import lay_out
from consumers.layout.conflicts.exact import MOST, Puzzle, Verdict, solve
from consumers.layout.conflicts.limits import Case, relation_limit, thing_limit
from consumers.layout.model import Room
from consumers.layout.search.goals import plan_of
from consumers.layout.space.traits import items_of
from schemas.decomposition import Decomposition, RelationKind
from tests.unit.test_layout_sound import any_scene, problems
from tests.wishes import scene

OUTDOORS = {"kind": "outdoor"}

TIGHT: list[tuple[str, str, Mapping[str, object]]] = [
    # Rooms that are just large enough.
    ("4*sofa", "", {"width": 3, "depth": 3}),
    ("bed:2x0.6x2.1", "", {"width": 2.1, "depth": 2}),
    ("tree:2x2.3x2", "", {"width": 3, "depth": 3, "height": 2.4}),
    ("2*bed", "", {"width": 3.3, "depth": 2.2}),
    ("4*bed", "", {"width": 4, "depth": 4}),
    ("bed, wardrobe", "", {"width": 2.2, "depth": 2.2}),
    ("bed, desk, chair", "", {"width": 2.4, "depth": 2.3}),
    ("2*car", "", {"width": 4, "depth": 4.5}),
    ("4*table", "", {"width": 3.2, "depth": 1.8}),
    ("5*table", "", {"width": 2.6, "depth": 3.3}),
    ("bed, wardrobe, desk, chair, bookshelf", "", {"width": 2.9, "depth": 2.9}),
    ("2*grand piano", "", {"width": 3.1, "depth": 2}),
    # Walls, corners and the middle.
    ("4*chair", "chair* in_corner", {"width": 2, "depth": 2}),
    ("6*fridge", "fridge* against_wall", {"width": 2.2, "depth": 2.2}),
    ("3*sofa", "sofa* against_wall room-back-wall", {"width": 6.1, "depth": 3}),
    ("sofa", "sofa against_wall room-back-wall; sofa in_corner", {"width": 3, "depth": 3}),
    ("wardrobe", "wardrobe in_corner; wardrobe against_wall room-left-wall", {"width": 3}),
    ("sofa", "sofa in_center", {"width": 2.1, "depth": 1.2}),
    ("sofa, table", "sofa in_center; table in_center", {"width": 5, "depth": 4}),
    ("3*wardrobe", "wardrobe* in_row", {"width": 3.8, "depth": 3}),
    # On, in, under, above.
    ("box, crate, table", "box on crate; crate on table", {}),
    ("cup, box, chest", "cup in box; box in chest", {}),
    ("stool, table", "stool under table", {}),
    ("cat, table", "cat under table", {}),
    ("6*book, bookshelf", "book* in bookshelf", {}),
    ("8*vase, table:1x0.5x0.5", "vase* on table", {}),
    ("3*crate", "crate* stacked", {"height": 2.7}),
    ("fridge, lamp", "lamp on fridge", {"height": 2.7}),
    ("rug, table", "rug under table", {"width": 3, "depth": 3}),
    ("picture frame, sofa", "picture_frame above sofa; picture_frame on_wall", {"width": 3}),
    ("chandelier, table", "chandelier above table; chandelier hanging_from", {"width": 3}),
    # Around and between.
    ("table:1x0.75x1, 8*chair", "chair* around table", {}),
    ("round table, 6*chair", "chair* around round_table", {}),
    ("table, 12*chair", "chair* around table", {}),
    ("rug:2.9x0.01x2.9, 4*chair, table", "rug under table; chair* around table", {"width": 3}),
    ("table, 2*sofa", "table between sofa1,sofa2", {"width": 5, "depth": 5}),
    ("3*chair", "chair2 left_of chair3; chair1 between chair2,chair3", {}),
    # One after the other.
    ("4*box", "box1 left_of box2; box2 left_of box3; box3 left_of box4", {}),
    ("floor lamp, sofa, table", "floor_lamp left_of sofa; sofa left_of table", {"width": 6}),
    (
        "wardrobe, desk",
        "desk against_wall room-left-wall; wardrobe against_wall room-right-wall;"
        " wardrobe right_of desk",
        {"width": 3, "depth": 3},
    ),
    (
        "sofa, 2*nightstand",
        "nightstand1 left_of sofa; nightstand2 right_of sofa; sofa against_wall room-back-wall",
        {"width": 3.1, "depth": 2},
    ),
    ("2*sofa, tv", "sofa1 left_of tv; sofa2 left_of sofa1", {"width": 4.2, "depth": 3}),
    # Facing.
    ("sofa, tv", "sofa facing tv; tv behind sofa; sofa against_wall", {}),
    ("sofa, tv", "sofa facing tv; tv left_of sofa", {"width": 4.5, "depth": 4}),
    ("dog, tree, car", "dog facing tree; tree left_of dog; car right_of dog", OUTDOORS),
    ("piano, bench", "bench in_front_of piano; piano against_wall", {"width": 1.6, "depth": 1.7}),
]


@pytest.mark.parametrize("row", TIGHT, ids=lambda row: f"{row[0]}: {row[1]}"[:70])
def test_what_is_tight_can_be_had(row: tuple[str, str, Mapping[str, object]]) -> None:
    asked = scene(row[0], row[1], **row[2])
    layout = lay_out(asked)
    assert [u.reason for u in layout.unmet] == []
    assert set(layout.placed) == {w.id for w in asked.wishes}
    assert problems(layout) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_scene(), st.integers(0, 3))
def test_nothing_that_a_layout_keeps_is_proven_impossible(asked: Decomposition, seed: int) -> None:
    layout = lay_out(asked, seed=seed)
    items = {n: i for n, i in items_of(asked.wishes).items() if n in layout.placed}
    gone = [u.relation for u in layout.unmet]
    kept = [
        r
        for r in asked.relations
        if not any(r is g for g in gone) and {r.subject, *r.targets} <= items.keys()
    ]
    # What hangs in the air by a wish that it does not keep to the letter takes no ground.
    aloft = {n for n, placed in layout.placed.items() if placed.kind == "air"}
    assume(aloft <= {r.subject for r in kept if r.kind is RelationKind.ABOVE})
    case = Case(layout.room, items, kept, layout.placed)
    limits = [limit for r in kept if (limit := relation_limit(case, r)) and limit.proven]
    limits += [limit for n in items if (limit := thing_limit(case, n))]
    assert limits == []
    things = tuple(items)[:MOST]
    goals = plan_of(items, things, kept).goals
    assert solve(Puzzle(layout.room, items, things, goals)).verdict is not Verdict.IMPOSSIBLE


def puzzle(things: str, related: str, wide: float, deep: float, *, proof: bool) -> Puzzle:
    asked = scene(things, related)
    items = items_of(asked.wishes)
    goals = plan_of(items, list(items), asked.relations).goals
    return Puzzle(Room("room", wide, deep, 2.7), items, tuple(items), goals, proof=proof)


@pytest.mark.parametrize(
    ("things", "related", "wide", "deep", "fits"),
    [
        ("5*sofa", "", 3.0, 3.0, False),
        ("4*sofa", "", 3.0, 3.0, True),
        ("2*bed", "", 3.1, 2.2, False),
        ("2*bed", "", 3.2, 2.2, True),
        ("bed, sofa", "sofa behind bed", 2.2, 2.4, False),
        ("bed, sofa", "sofa behind bed", 2.2, 3.1, True),
        ("2*table", "table1 left_of table2; table1 in_center", 2.0, 2.0, False),
        ("2*table", "table1 left_of table2; table1 in_center", 6.0, 2.0, True),
    ],
)
def test_the_exact_model_tells_what_fits(
    things: str, related: str, wide: float, deep: float, fits: bool
) -> None:
    found = solve(puzzle(things, related, wide, deep, proof=True)).verdict
    assert found is (Verdict.FITS if fits else Verdict.IMPOSSIBLE)


def test_a_floor_plan_of_the_exact_model_is_the_same_each_time() -> None:
    asked = puzzle("bed, wardrobe, desk, 2*chair, sofa", "desk in_corner", 3.4, 3.4, proof=False)
    assert solve(asked).verdict is Verdict.FITS
    assert solve(asked) == solve(asked)
