"""Each relation means what a person who looks at the scene's front would say it means."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from consumers.layout import Layout, Placed, lay_out
from consumers.lexicon.words.nouns import noun_table
from schemas.decomposition import Decomposition, Relation, RelationKind, Setting, Wish
from schemas.ids import NodeId
from schemas.recipe import Recipe

K = RelationKind


def wish(name: str, noun: str) -> Wish:
    recipe = Recipe(noun=noun, label=noun, size=noun_table()[noun].size)
    return Wish(id=NodeId(name), name=name, slot=noun, recipe=recipe, prompt=noun)


def laid(
    things: dict[str, str], *said: tuple[str, K, tuple[str, ...]], **setting: object
) -> Layout:
    return lay_out(
        Decomposition(
            name="scene",
            setting=Setting.model_validate(setting),
            wishes=tuple(wish(name, noun) for name, noun in things.items()),
            relations=tuple(
                Relation(subject=NodeId(s), kind=k, targets=tuple(NodeId(t) for t in targets))
                for s, k, targets in said
            ),
        )
    )


def get(layout: Layout, name: str) -> Placed:
    return layout.placed[NodeId(name)]


def faces(a: Placed, b: Placed) -> float:
    """Degrees between ``a``'s front and the way to ``b``."""
    way = math.degrees(math.atan2(b.position.x - a.position.x, b.position.z - a.position.z))
    return abs((a.yaw - way + 180) % 360 - 180)


def distance(a: Placed, b: Placed) -> float:
    return math.hypot(a.position.x - b.position.x, a.position.z - b.position.z)


@pytest.mark.parametrize(
    ("kind", "axis", "sign"),
    [
        (K.LEFT_OF, "x", -1),
        (K.RIGHT_OF, "x", 1),
        (K.IN_FRONT_OF, "z", -1),
        (K.BEHIND, "z", 1),
    ],
)
@pytest.mark.parametrize("host", ["sofa", "table", "person"])
def test_left_right_front_and_behind_are_the_viewers(
    kind: K, axis: str, sign: int, host: str
) -> None:
    layout = laid({"dog": "dog", "host": host}, ("dog", kind, ("host",)))
    away = getattr(get(layout, "dog").position, axis) - getattr(get(layout, "host").position, axis)
    assert layout.unmet == ()
    assert away * sign > 0.3


def test_next_to_is_close_by() -> None:
    layout = laid({"lamp": "floor lamp", "sofa": "sofa"}, ("lamp", K.NEXT_TO, ("sofa",)))
    assert distance(get(layout, "lamp"), get(layout, "sofa")) < 1.6


def test_a_thing_on_a_table_stands_at_its_top() -> None:
    layout = laid({"cup": "cup", "table": "table"}, ("cup", K.ON, ("table",)))
    cup = get(layout, "cup")
    assert (cup.on, cup.kind, cup.position.y) == ("table", "top", 0.75)


def test_a_cat_on_a_sofa_lies_on_the_seat() -> None:
    layout = laid({"cat": "cat", "sofa": "sofa"}, ("cat", K.ON, ("sofa",)))
    assert get(layout, "cat").position.y == pytest.approx(0.5 * 0.85)


def test_a_thing_next_to_one_on_a_table_is_put_on_that_table() -> None:
    layout = laid(
        {"table": "table", "desk": "desk", "cup": "cup", "vase": "vase"},
        ("vase", K.ON, ("table",)),
        ("cup", K.LEFT_OF, ("vase",)),
    )
    assert get(layout, "cup").on == "table"
    assert get(layout, "cup").position.x < get(layout, "vase").position.x


def test_what_is_stacked_stands_one_on_the_other() -> None:
    crates = [f"crate{i}" for i in range(3)]
    layout = laid(dict.fromkeys(crates, "crate"), *((c, K.STACKED, ()) for c in crates))
    heights = sorted(get(layout, c).position.y for c in crates)
    assert heights == pytest.approx([0.0, 0.5, 1.0])


def test_a_picture_above_the_sofa_hangs_on_the_wall_behind_it() -> None:
    layout = laid({"sofa": "sofa", "picture": "picture frame"}, ("picture", K.ABOVE, ("sofa",)))
    picture, sofa = get(layout, "picture"), get(layout, "sofa")
    assert picture.kind == "wall"
    assert picture.yaw == sofa.yaw
    assert picture.position.y >= 0.85
    assert abs(picture.position.x - sofa.position.x) < 0.5


def test_a_bird_above_a_tree_is_in_the_air() -> None:
    layout = laid({"bird": "bird", "tree": "tree"}, ("bird", K.ABOVE, ("tree",)), kind="outdoor")
    assert get(layout, "bird").kind == "air"
    assert get(layout, "bird").position.y > 5.0


def test_what_hangs_from_the_ceiling_reaches_it() -> None:
    layout = laid({"lamp": "ceiling lamp"}, ("lamp", K.HANGING_FROM, ()))
    assert get(layout, "lamp").position.y == pytest.approx(layout.room.height - 0.5)


def test_in_the_corner_is_at_two_walls() -> None:
    layout = laid({"plant": "potted plant", "sofa": "sofa"}, ("plant", K.IN_CORNER, ()))
    plant = get(layout, "plant")
    assert layout.room.width / 2 - abs(plant.position.x) < 0.6
    assert layout.room.depth / 2 - abs(plant.position.z) < 0.6


def test_a_sofa_against_the_wall_has_its_back_to_it() -> None:
    layout = laid({"sofa": "sofa"}, ("sofa", K.AGAINST_WALL, ()))
    sofa = get(layout, "sofa")
    assert sofa.yaw == 180.0
    assert sofa.position.z + 0.45 == pytest.approx(layout.room.back, abs=0.05)


def test_between_is_in_the_middle_of_both() -> None:
    layout = laid(
        {"a": "armchair", "b": "armchair", "t": "side table"}, ("t", K.BETWEEN, ("a", "b"))
    )
    a, b, t = (get(layout, n) for n in "abt")
    assert distance(a, t) + distance(t, b) < 1.1 * distance(a, b)


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 8])
@pytest.mark.parametrize("host", ["table", "round table", "campfire"])
def test_chairs_around_something_face_it_from_all_sides(count: int, host: str) -> None:
    chairs = [f"chair{i}" for i in range(count)]
    layout = laid(
        {"host": host, **dict.fromkeys(chairs, "chair")},
        *((c, K.AROUND, ("host",)) for c in chairs),
    )
    table = get(layout, "host")
    placed = [get(layout, c) for c in chairs]
    angles = sorted(
        math.degrees(math.atan2(p.position.x - table.position.x, p.position.z - table.position.z))
        for p in placed
    )
    widest = max((b - a) % 360 for a, b in zip(angles, [*angles[1:], angles[0]], strict=True))
    assert layout.unmet == ()
    assert all(faces(p, table) < 50 for p in placed)
    assert widest <= 360 / count + 61


def test_things_in_a_row_stand_on_one_line_with_equal_gaps() -> None:
    trees = [f"tree{i}" for i in range(5)]
    layout = laid(dict.fromkeys(trees, "tree"), *((t, K.IN_ROW, ()) for t in trees), kind="outdoor")
    xs = [get(layout, t).position.x for t in trees]
    assert len({get(layout, t).position.z for t in trees}) == 1
    steps = [b - a for a, b in pairwise(xs)]
    assert steps == pytest.approx([steps[0]] * 4)


def test_what_faces_something_looks_at_it() -> None:
    layout = laid(
        {"dog": "dog", "tree": "tree", "car": "car"}, ("dog", K.FACING, ("car",)), kind="outdoor"
    )
    assert faces(get(layout, "dog"), get(layout, "car")) < 25


# Custom, where words say nothing.


def test_chairs_are_drawn_up_to_the_table_without_being_told() -> None:
    chairs = [f"chair{i}" for i in range(4)]
    layout = laid({"table": "table", **dict.fromkeys(chairs, "chair")})
    table = get(layout, "table")
    assert all(faces(get(layout, c), table) < 40 for c in chairs)
    assert all(distance(get(layout, c), table) < 1.4 for c in chairs)


def test_a_bed_has_its_head_to_the_wall_and_a_nightstand_on_each_side() -> None:
    layout = laid({"bed": "bed", "left": "nightstand", "right": "nightstand"}, name="bedroom")
    bed = get(layout, "bed")
    sides = {
        math.copysign(1, get(layout, n).position.x - bed.position.x) for n in ("left", "right")
    }
    assert bed.position.z + 1.05 == pytest.approx(layout.room.back, abs=0.02)
    assert sides == {-1, 1}


def test_a_vase_is_put_on_the_table_and_a_tv_on_its_stand() -> None:
    layout = laid({"vase": "vase", "table": "table", "tv": "tv", "stand": "tv stand"})
    assert get(layout, "vase").on == "table"
    assert get(layout, "tv").on == "stand"


def test_small_things_without_furniture_stand_on_the_floor() -> None:
    assert get(laid({"vase": "vase"}), "vase").position.y == 0.0


def test_a_rug_lies_under_the_coffee_table() -> None:
    layout = laid({"sofa": "sofa", "table": "coffee table", "rug": "rug"})
    assert distance(get(layout, "rug"), get(layout, "table")) < 0.4


def test_a_desk_chair_sits_at_the_desks_front() -> None:
    layout = laid({"desk": "desk", "chair": "office chair"}, name="office")
    desk, chair = get(layout, "desk"), get(layout, "chair")
    assert faces(desk, chair) < 20
    assert faces(chair, desk) < 20


def test_reasons_are_sentences_about_names_people_know() -> None:
    layout = laid({"piano": "piano", "cup": "cup"}, ("piano", K.ON, ("cup",)))
    assert [u.reason for u in layout.unmet] == [
        "The piano can not be on the cup: 1.5 x 0.7 m is too large for its 0.1 x 0.1 m; it stands "
        "elsewhere. Make the piano smaller or the cup larger to have that."
    ]
