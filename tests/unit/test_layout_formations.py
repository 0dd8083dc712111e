"""Things that people expect in rows stand in rows: along what they are beside, with aisles."""

from __future__ import annotations

import pytest

from consumers.layout import Layout, Placed, lay_out
from consumers.layout.space.geometry import gaps
from consumers.layout.space.poses import pose_of
from consumers.layout.space.traits import known_item
from schemas.ids import NodeId
from tests.wishes import scene


def placed(layout: Layout, prefix: str) -> list[Placed]:
    return [p for n, p in layout.placed.items() if n.startswith(prefix)]


def apart(a: Placed, b: Placed) -> float:
    """Metres between two footprints."""
    boxes = [pose_of(known_item(p.id, "", p.size), p).boxes for p in (a, b)]
    return float(gaps(*boxes)[0])


@pytest.mark.parametrize(
    ("things", "along", "side"),
    [
        ("7*stool, kitchen_island=kitchen island:2.2x0.9x0.8", "x", -1),
        ("4*bar stool, kitchen_island=kitchen island", "x", -1),
        ("2*statue, house", "x", -1),
        ("3*barrel, bench", "x", -1),
    ],
)
def test_several_in_front_of_a_wide_thing_stand_in_a_row_along_it(
    things: str, along: str, side: int
) -> None:
    guests, host = (part.strip() for part in things.split(", "))
    subject, target = guests.split("*")[1].replace(" ", "_"), host.partition("=")[0]
    layout = lay_out(scene(things, f"{subject}* in_front_of {target}", kind="outdoor"))
    row, wall = placed(layout, subject), layout.placed[NodeId(target)]
    assert not layout.unmet
    assert len({round(p.position.z, 3) for p in row}) == 1
    assert all(side * (p.position.z - wall.position.z) > 0 for p in row)
    middle = sum(p.position.x for p in row) / len(row)
    assert middle == pytest.approx(wall.position.x, abs=0.3)


def test_several_left_of_a_thing_stand_in_a_file_along_its_side() -> None:
    layout = lay_out(scene("5*hay bale, barn", "hay_bale* left_of barn", kind="outdoor"))
    file, barn = placed(layout, "hay_bale"), layout.placed[NodeId("barn")]
    assert not layout.unmet
    assert len({round(p.position.x, 3) for p in file}) == 1
    assert all(p.position.x + p.size[0] / 2 <= barn.position.x - barn.size[0] / 2 for p in file)


def test_many_before_a_small_thing_stand_in_more_than_one_row() -> None:
    layout = lay_out(scene("12*barrel, statue", "barrel* in_front_of statue", kind="outdoor"))
    assert not layout.unmet
    assert len({round(p.position.z, 3) for p in placed(layout, "barrel")}) > 1


@pytest.mark.parametrize("noun", ["chair", "student desk"])
def test_rows_behind_rows_keep_aisles_in_which_every_seat_is_reached(noun: str) -> None:
    name = noun.replace(" ", "_")
    rows = "; ".join(
        f"{name}{i} in_row {name}{i + 1},{name}{i + 2},{name}{i + 3}" for i in (1, 5, 9, 13)
    )
    behind = "; ".join(f"{name}{i + 4} behind {name}{i}" for i in (1, 5, 9))
    layout = lay_out(scene(f"16*{noun}", f"{rows}; {behind}"))
    assert not layout.unmet
    for i in range(1, 13):
        a, b = (layout.placed[NodeId(f"{name}{n}")] for n in (i, i + 4))
        assert b.position.z > a.position.z
        assert apart(a, b) >= 0.6
    certificate = layout.certificate
    assert certificate is not None
    assert certificate.fronts_reachable == certificate.fronts


def test_a_desk_keeps_off_the_wall_for_who_stands_behind_it() -> None:
    layout = lay_out(scene("desk, doctor", "doctor behind desk"))
    desk, person = (layout.placed[NodeId(n)] for n in ("desk", "doctor"))
    assert not layout.unmet
    assert person.position.z - person.size[2] / 2 >= desk.position.z + desk.size[2] / 2 - 1e-3
    assert abs(person.position.x - desk.position.x) <= 0.7


def test_what_is_left_of_and_in_front_of_a_thing_stands_before_its_corner() -> None:
    layout = lay_out(scene("ball, car", "ball left_of car; ball in_front_of car", kind="outdoor"))
    ball, car = (layout.placed[NodeId(n)] for n in ("ball", "car"))
    assert not layout.unmet
    assert ball.position.x < car.position.x
    assert ball.position.z < car.position.z


def test_planks_longer_than_the_bench_lie_along_it_and_are_piled() -> None:
    layout = lay_out(
        scene(
            "workbench, hammer, saw, 3*plank",
            "hammer on workbench; saw on workbench; plank* on workbench",
        )
    )
    assert not layout.unmet
    top = layout.placed[NodeId("workbench")].size[1]
    assert all(p.position.y >= top - 1e-6 for p in placed(layout, "plank"))


@pytest.mark.parametrize(
    ("guest", "roof"),
    [("box", "workbench"), ("cooler", "hammock"), ("cat", "hospital bed"), ("cat", "student desk")],
)
def test_things_stand_below_what_has_room_there(guest: str, roof: str) -> None:
    layout = lay_out(scene(f"{guest}, roof={roof}", f"{guest} under roof"))
    below, above = layout.placed[NodeId(guest)], layout.placed[NodeId("roof")]
    assert not layout.unmet
    assert below.position.y == pytest.approx(0.0)
    assert apart(below, above) < 0


def test_what_is_above_several_things_is_over_one_of_them() -> None:
    layout = lay_out(
        scene("3*house, helicopter", "helicopter above house1,house2,house3", kind="outdoor")
    )
    helicopter = layout.placed[NodeId("helicopter")]
    assert not layout.unmet
    assert any(apart(helicopter, house) < 0.5 for house in placed(layout, "house"))


@pytest.mark.parametrize(("wall", "side"), [("left", -1), ("right", 1)])
def test_a_corner_named_by_two_walls_is_that_corner(wall: str, side: int) -> None:
    layout = lay_out(scene("floor lamp", f"floor_lamp in_corner room-{wall}-wall,room-back-wall"))
    lamp = layout.placed[NodeId("floor_lamp")]
    assert not layout.unmet
    assert side * lamp.position.x > layout.room.width / 2 - 0.6
    assert lamp.position.z > layout.room.back - 0.6
