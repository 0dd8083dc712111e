"""Looks and places as people name them: finishes, shades, ends of tops, copies at a distance."""

from __future__ import annotations

import pytest

from tests.edit_words import ROOM, cases, check, item, planned, told

# As in test_language_edits_looks.py.
EDITS = """
make the table matte black
= replace table black-table
? unmet

the sofa in glossy white please
= replace red-sofa white-sofa
? unmet

make the table see-through
= replace table glass-table

use dark wood for the table
= replace table dark-wood-table

go with navy blue for the sofa
= replace red-sofa navy-blue-sofa

make the table dark wood
= replace table dark-wood-table

make the sofa a darker blue
= replace red-sofa dark-blue-sofa

the sofa should be red and black
= replace red-sofa red-sofa-2
? unmet

make the sofa shiny
? unmet

make the lamp glow red
= relight

move the lamp to the far left end of the table
= move lamp by -0.62 0 0

move the lamp to the middle of the table
= move lamp in_center table

put the chairs on both sides of the sofa
= move wooden-chair-1 left_of red-sofa
= move wooden-chair-2 right_of red-sofa

line the chairs up along the wall
= arrange row 1 wooden-chair-1 wooden-chair-2

move the floor lamp out of the way
= move floor-lamp in_corner

move the sofa out of the way
= move red-sofa against_wall

duplicate the sofa 3 m to the right
= add red-sofa-2 / red-sofa-2 right_of red-sofa

spread the chairs evenly around the table
= move wooden-chair-1 around table
= move wooden-chair-2 around table
"""


@pytest.mark.parametrize(("said", "edits", "unmet"), list(cases(EDITS)), ids=lambda v: str(v)[:60])
def test_words_become_edits_of_the_things_they_mean(
    said: str, edits: list[str], unmet: bool
) -> None:
    check(said, edits, unmet=unmet)


def test_a_thing_has_too_little_of_what_says_nothing_of_its_size() -> None:
    assert planned("the sofa gets too little sun there").edits == ()


def test_everything_but_some_things_is_cleared_away_and_not_only_what_is_on_them() -> None:
    plan = planned("clear everything except the sofa and the lamp")
    assert {node for edit in plan.edits if edit.op == "remove" for node in edit.nodes} >= {
        "table", "wooden-chair-1", "wooden-chair-2", "floor-lamp", "blue-rug",
    }  # fmt: skip


def test_what_a_stand_holds_is_moved_with_its_stand() -> None:
    studio = (
        *ROOM,
        item("tripod", "tripod", (-1, 0, -1.5), (0.6, 1.4, 0.6)),
        item("camera", "camera", (-1, 1.4, -1.5), (0.14, 0.1, 0.11), on="tripod"),
    )
    plan = planned("move the camera 30 cm to the left", studio, last="lamp")
    assert ([told(edit) for edit in plan.edits], plan.unmet) == (["move tripod by -0.3 0 0"], ())
    plan = planned("put the camera on the table", studio, last="lamp")
    assert [told(edit) for edit in plan.edits] == ["move camera on table"]
