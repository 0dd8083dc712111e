"""Distances that words give, things opposite each other, and places another engine proposes."""

from __future__ import annotations

import math

import pytest

from consumers.layout import Layout, Placed, Proposal, lay_out
from schemas.decomposition import Decomposition, Relation, RelationKind, Setting
from schemas.ids import NodeId
from tests.unit.test_layout_sound import problems, wishes

K = RelationKind


def laid_out(said: str, *relations: Relation, setting: Setting | None = None) -> Layout:
    asked = Decomposition(
        name="d",
        setting=setting or Setting(name="living room"),
        wishes=wishes(said),
        relations=relations,
    )
    return lay_out(asked)


def relation(kind: K, subject: str, *targets: str, distance: float | None = None) -> Relation:
    return Relation(
        kind=kind,
        subject=NodeId(subject),
        targets=tuple(NodeId(t) for t in targets),
        distance=distance,
    )


def extent(p: Placed) -> tuple[float, float]:
    """Half extents along x and z of a thing at a right angle."""
    across = round(p.yaw) % 180 == 90
    return (p.size[2] / 2, p.size[0] / 2) if across else (p.size[0] / 2, p.size[2] / 2)


def apart(a: Placed, b: Placed) -> float:
    (ax, az), (bx, bz) = extent(a), extent(b)
    dx = max(0.0, abs(a.position.x - b.position.x) - ax - bx)
    dz = max(0.0, abs(a.position.z - b.position.z) - az - bz)
    return math.hypot(dx, dz)


@pytest.mark.parametrize("distance", [0.0, 0.3, 1.0, 2.0])
@pytest.mark.parametrize("kind", [K.NEXT_TO, K.LEFT_OF, K.RIGHT_OF, K.IN_FRONT_OF, K.NEAR])
def test_a_distance_in_words_is_the_gap_between_the_edges(kind: K, distance: float) -> None:
    layout = laid_out("sofa, floor lamp", relation(kind, "floor-lamp", "sofa", distance=distance))
    assert problems(layout) == []
    assert layout.unmet == ()
    gap = apart(layout.placed[NodeId("floor-lamp")], layout.placed[NodeId("sofa")])
    assert gap == pytest.approx(distance, abs=0.1)


def test_a_distance_from_the_wall_is_kept() -> None:
    layout = laid_out("armchair", relation(K.AGAINST_WALL, "armchair", distance=0.5))
    chair, room = layout.placed[NodeId("armchair")], layout.room
    x, z = extent(chair)
    p = chair.position
    away = min(p.x - x - room.left, room.right - p.x - x, room.back - p.z - z)
    assert layout.unmet == ()
    assert away == pytest.approx(0.5, abs=0.07)


def test_a_distance_that_the_room_has_no_place_for_is_told() -> None:
    small = Setting(name="room", width=3.0, depth=3.0)
    asked = relation(K.LEFT_OF, "floor-lamp", "sofa", distance=4.0)
    layout = laid_out("sofa, floor lamp", asked, setting=small)
    assert [u.relation for u in layout.unmet] == [asked]


@pytest.mark.parametrize(
    ("said", "subject", "target"),
    [
        ("sofa, tv stand", "tv-stand", "sofa"),
        ("2 armchair", "armchair-1", "armchair-2"),
        ("bed, wardrobe", "wardrobe", "bed"),
        ("desk, bookshelf", "bookshelf", "desk"),
    ],
)
def test_things_opposite_each_other_look_at_each_other(
    said: str, subject: str, target: str
) -> None:
    layout = laid_out(said, relation(K.OPPOSITE, subject, target))
    a, b = layout.placed[NodeId(subject)], layout.placed[NodeId(target)]
    assert layout.unmet == ()
    for one, other in ((a, b), (b, a)):
        dx, dz = other.position.x - one.position.x, other.position.z - one.position.z
        turned = (math.degrees(math.atan2(dx, dz)) - one.yaw + 180) % 360 - 180
        assert abs(turned) < 50


PROPOSED = {
    NodeId("sofa"): Proposal(0.0, 1.0, 180.0),
    NodeId("armchair"): Proposal(-1.8, -0.5, 90.0),
    NodeId("floor-lamp"): Proposal(2.0, 1.2),
}


def proposed_layout(places: dict[NodeId, Proposal], *relations: Relation) -> Layout:
    asked = Decomposition(
        name="d",
        setting=Setting(name="living room", width=6.0, depth=5.0),
        wishes=wishes("sofa, armchair, floor lamp"),
        relations=relations,
    )
    return lay_out(asked, proposed=places)


def test_a_proposal_that_breaks_no_rule_is_kept() -> None:
    layout = proposed_layout(PROPOSED)
    for node, place in PROPOSED.items():
        placed = layout.placed[node]
        assert math.dist((placed.position.x, placed.position.z), (place.x, place.z)) < 0.1
        assert place.yaw is None or placed.yaw == pytest.approx(place.yaw)


def test_proposals_that_collide_or_lie_outside_are_corrected() -> None:
    bad = {n: Proposal(2.9, 2.4, 45.0) for n in PROPOSED}
    layout = proposed_layout(bad)
    assert problems(layout) == []
    assert len(layout.placed) == 3
    near = [math.dist((p.position.x, p.position.z), (2.9, 2.4)) for p in layout.placed.values()]
    assert min(near) < 1.0


def test_what_the_words_ask_for_wins_over_a_proposal() -> None:
    asked = relation(K.LEFT_OF, "floor-lamp", "sofa")
    layout = proposed_layout(PROPOSED, asked)
    assert layout.unmet == ()
    lamp, sofa = layout.placed[NodeId("floor-lamp")], layout.placed[NodeId("sofa")]
    assert lamp.position.x < sofa.position.x - 0.5


def test_a_proposal_for_what_is_not_there_changes_nothing() -> None:
    stranger = {NodeId("ghost"): Proposal(0.0, 0.0, 0.0)}
    assert proposed_layout(stranger) == proposed_layout({})
