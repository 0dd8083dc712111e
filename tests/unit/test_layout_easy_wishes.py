"""Wishes that can be met are: seats under people, rows along walls, screens opposite rows."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from consumers.layout.model import Layout, Placed
from consumers.layout.solve import lay_out

MET = """
A bartender behind a bar, a man sitting on a stool in front of it.
A drummer on a stool behind a drum kit.
A boy on a pony.
A toddler on a stool in front of the sink.
A sneaker on a paper backdrop.
A photo studio with a white paper backdrop and a chair on the backdrop.
An aquarium opposite a row of chairs.
A mirror opposite a row of barber chairs.
A whiteboard opposite four rows of desks.
A row of lockers along the left wall and a bench in front of the lockers.
A row of bookshelves along the right wall.
A stool behind the door.
A tv opposite two armchairs.
A mirror opposite the window.
Three old men on a bench feeding pigeons.
A fox on a tree stump and an owl on a branch.
A baby in a high chair next to the kitchen table.
A row of trees along the left side and a row of houses along the right side.
A corridor with three control panels on the left wall.
A bridge over a pit with a monster in the pit.
"""


def laid(said: str) -> Layout:
    layout = lay_out(decompose(said))
    assert layout.certificate is not None
    assert layout.certificate.valid
    return layout


def like(layout: Layout, name: str) -> list[Placed]:
    return [p for n, p in layout.placed.items() if str(n).startswith(name)]


@pytest.mark.parametrize("said", MET.strip().splitlines())
def test_what_can_be_met_is(said: str) -> None:
    assert [unmet.reason for unmet in laid(said).unmet] == []


@pytest.mark.parametrize(("side", "yaw"), [("left", 90.0), ("right", 270.0), ("back", 180.0)])
def test_a_row_along_a_wall_has_its_back_to_it(side: str, yaw: float) -> None:
    layout = laid(f"A row of lockers along the {side} wall.")
    lockers = like(layout, "locker")
    assert {p.yaw for p in lockers} == {yaw}
    along = {round(p.position.z if side == "back" else p.position.x, 3) for p in lockers}
    assert len(along) == 1


def test_what_stands_on_a_backdrop_is_on_its_foot() -> None:
    layout = laid("A sneaker on a paper backdrop.")
    (shoe,), (drop,) = like(layout, "sneaker"), like(layout, "paper")
    assert shoe.on == drop.id
    assert shoe.position.y < 0.1
    assert shoe.position.z < drop.position.z + 0.2 * drop.size[2]


def test_a_lamp_is_not_stood_on_a_bed_that_is_the_only_thing_to_carry_it() -> None:
    layout = laid("A bedroom with a bed, a chair and a table lamp.")
    (lamp,) = like(layout, "table-lamp")
    assert lamp.on is None
