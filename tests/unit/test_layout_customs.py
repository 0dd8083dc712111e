"""How people mean it: beside and not before, across and not along, with room for who comes."""

from __future__ import annotations

import numpy as np
import pytest

from consumers.decompose.rules import decompose
from consumers.layout import lay_out
from consumers.layout.model import Placed
from consumers.layout.space.geometry import angle_between, turn_point
from schemas.ids import NodeId
from tests.layouts import called, made


def _in_frame(thing: Placed, of: Placed) -> tuple[float, float]:
    """Metres to the right of and before another thing, in its own frame."""
    dx, dz = thing.position.x - of.position.x, thing.position.z - of.position.z
    return turn_point(dx, dz, -of.yaw)


def test_a_plant_next_to_a_bookshelf_stands_beside_it() -> None:
    layout = made("a sofa, a plant next to the bookshelf and a record player on the sideboard")
    (plant,), (shelf,) = called(layout, "plant"), called(layout, "bookshelf")
    aside, ahead = _in_frame(plant, shelf)
    assert abs(aside) > shelf.size[0] / 2 or ahead < 0


def test_a_television_that_nothing_carries_hangs_opposite_the_sofa() -> None:
    layout = made("a living room with a sofa, two armchairs, a coffee table and a tv")
    (tv,), (sofa,) = called(layout, "tv"), called(layout, "sofa")
    assert tv.kind == "wall"
    assert angle_between(np.array([tv.yaw]), sofa.yaw + 180.0)[0] < 1.0
    (stand, *_) = called(made("a sofa, a tv stand and a tv"), "tv-stand")
    (carried,) = [p for n, p in made("a sofa, a tv stand and a tv").placed.items() if n == "tv"]
    assert (carried.kind, carried.on) == ("top", stand.id)


def test_each_of_many_desks_gets_a_computer() -> None:
    layout = made("an office with eight desks, eight chairs, eight computers and a printer")
    computers = called(layout, "computer")
    assert len({p.on for p in computers}) == len(computers) == 8


def test_what_stands_by_a_barn_is_not_hidden_behind_it() -> None:
    layout = made("a farm with a red barn, a tractor, three cows and a scarecrow")
    (barn,) = called(layout, "barn") if "barn" in layout.placed else called(layout, "red-barn")
    for stem in ("tractor", "cow", "scarecrow"):
        for thing in called(layout, stem):
            behind = thing.position.z > barn.position.z + barn.size[2] / 2
            assert not (behind and abs(thing.position.x - barn.position.x) < barn.size[0] / 4)


def test_ground_whose_size_nobody_said_is_as_long_as_the_row_on_it() -> None:
    layout = made("a street with five houses in a row, three cars in front of them and two trees")
    houses = called(layout, "house")
    assert len({round(h.position.z, 2) for h in houses}) == 1
    assert layout.room.width > sum(h.size[0] for h in houses)


def test_people_stand_at_a_table_and_not_on_it() -> None:
    for text in ("two men playing chess at a table", "a woman next to the cake on the table"):
        people = [p for n, p in made(text).placed.items() if str(n)[:3] in ("man", "wom")]
        assert people
        assert all(p.kind == "floor" for p in people), text


def test_beds_with_a_curtain_between_them_stand_side_by_side() -> None:
    layout = made("a hospital room with two beds and a curtain between the beds")
    one, other = called(layout, "bed")
    (curtain,) = called(layout, "curtain")
    assert abs(one.position.x - other.position.x) > abs(one.position.z - other.position.z)
    assert curtain.yaw % 180.0 == pytest.approx(90.0)


def test_a_workbench_along_the_left_wall_has_its_side_there() -> None:
    layout = made("a workshop with a workbench along the left wall")
    (bench,) = called(layout, "workbench")
    assert bench.yaw % 180.0 == pytest.approx(90.0)


def test_stools_along_a_counter_stand_in_a_row_before_it() -> None:
    layout = made("a bar with a long counter and seven bar stools along the counter")
    depths = {round(s.position.z, 3) for s in called(layout, "bar-stool")}
    assert len(depths) == 1


def test_a_desk_facing_the_window_lets_who_sits_there_look_out() -> None:
    layout = made("an office with a desk facing the window and an office chair at the desk")
    (chair,), (desk,) = called(layout, "office-chair"), called(layout, "desk")
    (window,) = called(layout, "window")
    assert angle_between(chair.yaw, desk.yaw + 180.0) < 30.0
    assert chair.position.z < desk.position.z < window.position.z


def test_chairs_behind_desks_in_rows_are_drawn_up_to_them_and_can_be_reached() -> None:
    layout = made("a classroom with twelve desks in three rows and a chair behind each desk")
    assert layout.certificate is not None
    assert layout.certificate.fronts_reachable == layout.certificate.fronts
    assert layout.certificate.seats_facing == layout.certificate.seats == 12


def test_houses_around_a_square_leave_room_for_what_is_in_the_middle() -> None:
    layout = made(
        "a village square with a fountain in the middle, eight houses around the square "
        "and four benches around the fountain"
    )
    (fountain,) = called(layout, "fountain")
    far = [
        (h.position.x - fountain.position.x, h.position.z - fountain.position.z)
        for h in called(layout, "house")
    ]
    assert {(x > 0, z > 0) for x, z in far} == {
        (a, b) for a in (True, False) for b in (True, False)
    }


def test_people_around_a_fire_between_tents_have_room_there() -> None:
    layout = made("two tents, a fire between the tents, four people sitting around the fire")
    (fire,) = called(layout, "fire")
    sides = {
        (round(p.position.x - fire.position.x), round(p.position.z - fire.position.z))
        for p in called(layout, "person")
    }
    assert len(sides) == 4


def test_a_bridge_over_a_pond_stands_over_it() -> None:
    layout = made("a pond with a bridge over it and three ducks in the pond")
    (bridge,), (pond,) = called(layout, "bridge"), called(layout, "pond")
    assert bridge.on == pond.id
    assert bridge.position.y == pytest.approx(layout.room.y)


def test_what_is_next_to_a_thing_on_a_shelf_is_no_longer_below_it_in_silence() -> None:
    layout = lay_out(decompose("a room with a cat on a shelf and a ball next to the cat"))
    cat, ball = (layout.placed[NodeId(n)] for n in ("cat", "ball"))
    beside = abs(cat.position.y - ball.position.y) < 0.7
    assert beside or layout.unmet


@pytest.mark.parametrize("seed", range(4))
def test_umbrellas_share_their_ground_with_lower_things_but_not_their_poles(seed: int) -> None:
    text = "a beach with four umbrellas, eight deck chairs, three coolers and a surfboard"
    layout = lay_out(decompose(text), seed=seed)
    certificate = layout.certificate
    assert certificate is not None
    assert certificate.valid
    chairs = called(layout, "deck-chair")
    for shade in called(layout, "umbrella"):
        for chair in chairs:
            aside, ahead = _in_frame(shade, chair)
            beside = abs(aside) >= chair.size[0] / 2 or abs(ahead) >= chair.size[2] / 2
            assert beside


def test_rows_look_at_a_screen_from_where_they_see_it() -> None:
    layout = made("a cinema with five rows of eight seats facing a big screen")
    assert len(layout.placed) == 41


def test_a_room_is_as_high_as_its_pile() -> None:
    layout = made("a museum with a t-rex skeleton on a platform")
    top = max(p.position.y + p.size[1] for p in layout.placed.values())
    assert top < layout.room.height


def test_a_mirror_above_a_dresser_in_the_open_stands_on_it() -> None:
    text = (
        "a bedroom with a bed in the middle, a nightstand on each side, a dresser opposite the bed"
    )
    layout = made(f"{text} and a mirror above the dresser")
    (mirror,), (dresser,) = called(layout, "mirror"), called(layout, "dresser")
    assert mirror.on == dresser.id or mirror.kind == "wall"


def test_a_table_is_set_for_those_who_sit_at_it() -> None:
    layout = made("a dinner table with four plates, four forks and four knives, and four chairs")
    for noun, side in (("plate", 0), ("fork", -1), ("knife", 1)):
        for chair in called(layout, "chair"):
            spots = (_in_frame(thing, chair) for thing in called(layout, noun))
            aside, ahead = min(spots, key=lambda s: abs(s[0] - 0.18 * side) + abs(s[1]))
            assert abs(aside - 0.18 * side) < 0.12
            assert chair.size[2] / 2 < ahead < 0.75


def test_laptops_in_front_of_chairs_lie_on_the_table_before_them() -> None:
    layout = made(
        "an office with a table, six chairs around it and a laptop in front of each chair"
    )
    (table,) = called(layout, "table")
    assert {p.on for p in called(layout, "laptop")} == {table.id}


def test_nightstands_stand_at_a_turned_beds_own_sides() -> None:
    layout = made("a bedroom with a bed against the right wall and a nightstand on each side of it")
    (bed,) = called(layout, "bed")
    sides = [_in_frame(p, bed)[0] for p in called(layout, "nightstand")]
    assert min(sides) < -bed.size[0] / 2
    assert max(sides) > bed.size[0] / 2


def test_a_parasol_over_a_table_stands_in_its_middle() -> None:
    layout = made("a terrace with a round table, two chairs at the table and a parasol over it")
    (parasol,), (table,) = called(layout, "parasol"), called(layout, "round-table")
    assert parasol.position.y == pytest.approx(layout.room.y)
    assert abs(parasol.position.x - table.position.x) < 0.01


def test_two_rows_that_face_each_other_look_at_each_other() -> None:
    layout = made("a waiting room with twelve chairs in two rows facing each other")
    yaws = {p.position.z: p.yaw for p in called(layout, "chair")}
    assert sorted(round(y) % 360 for _, y in sorted(yaws.items())) == [0, 180]


def test_many_sit_at_a_long_table() -> None:
    layout = made("a conference room with a table and fourteen chairs around it")
    (table,) = called(layout, "table")
    assert table.size[0] > 3.0


@pytest.mark.parametrize("said", ["on the left wall", "against the left wall", "to the left wall"])
def test_what_hangs_on_a_wall_looks_away_from_that_wall(said: str) -> None:
    layout = made(f"a small room with a desk, a sofa, a window {said} and a painting {said}")
    for stem in ("window", "painting"):
        (hung,) = called(layout, stem)
        assert (hung.kind, hung.yaw % 360.0) == ("wall", 90.0)


def test_what_is_in_the_sky_is_up_there_and_what_flutters_flies_low() -> None:
    layout = made("a meadow with a tree, a bench, two eagles in the sky and three butterflies")
    assert all(p.kind == "air" and p.position.y > 5.0 for p in called(layout, "eagle"))
    assert all(p.kind == "air" and 1.0 < p.position.y < 2.0 for p in called(layout, "butterfly"))
    (tree,) = called(layout, "tree")
    assert tree.position.y == layout.room.y
    (fly,) = called(made("a room with a desk and a fly in the air"), "fly")
    assert fly.position.y > 1.0
