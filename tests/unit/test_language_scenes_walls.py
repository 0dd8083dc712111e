"""Places in the open that have walls, insides of vehicles, tables: what the words make of them."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import BEFORE_DOOR, decompose
from consumers.layout.solve import lay_out
from schemas.decomposition import WallSide
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

ALL: tuple[WallSide, ...] = ("back", "left", "right")

SENTENCES = """
an alley with three posters on the brick wall and a dumpster against the back wall
= alley | 3 poster, dumpster
- poster-1 on_wall; poster-2 on_wall; poster-3 on_wall; dumpster against_wall room-back-wall

A courtyard with a fountain in the middle and a wooden door at the end of the courtyard.
= courtyard | fountain, wooden-door
- fountain in_center; wooden-door against_wall room-back-wall

A rooftop with a chair against the parapet and a ladder on the north edge of the roof.
= rooftop | chair, ladder
- chair against_wall; ladder against_wall room-back-wall

Deck of a pirate ship with a mast in the middle and a wheel at the stern.
= pirate ship deck | mast, wheel
- mast in_center; wheel against_wall room-back-wall

ship deck: two barrels at the bow
= ship deck | 2 barrel
- barrel-1 in_front_of; barrel-2 in_front_of

Inside of a subway car, a pole in the middle.
= subway car interior | pole
- pole in_center

The interior of an old bus with a chair
= bus interior | chair

A train carriage with four tables and a bench.
= train carriage interior | 4 table, bench

Under the sea: a shipwreck and a turtle
= underwater world | shipwreck, turtle

three tents on the ice
= snow field | 3 tent

A barber shop with a chair in front of a mirror, a striped pole outside.
= barber shop | chair, mirror, striped-pole
- chair in_front_of mirror; striped-pole in_front_of

Captain's cabin on a pirate ship with a desk and a globe.
= ship cabin | desk, globe

a camp on the ice with a sled
= camp | sled

Still life with a skull and a candle.
= tabletop | skull, candle

Seabed with a treasure chest
= underwater world | treasure-chest

the back yard of a garage with a tire against the brick wall
= yard | tire
- tire against_wall

Inside a giant mushroom: a bed
= giant mushroom interior | bed

Back alley of a restaurant, a crate against the wall.
= alley | crate
- crate against_wall
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_becomes_its_things_and_relations(case: Case) -> None:
    result = decompose(case.sentence)
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)
    assert result.setting.name == case.place
    assert lay_out(result).unmet == ()


@pytest.mark.parametrize(
    ("said", "walls"),
    [
        ("an alley with a cat", ALL),
        ("a walled garden with a rose", ALL),
        ("a patio with a grill against the house wall", ("back",)),
        ("a garden with a grill against the house wall", ("back",)),
        ("a garden with a picture on the wall", ()),
        ("a meadow with a stone wall", ()),
        ("a kitchen with a table", ()),
    ],
)
def test_which_walls_there_are_in_the_open(said: str, walls: tuple[WallSide, ...]) -> None:
    assert decompose(said).setting.walls == walls


def test_what_is_outside_of_a_furnished_room_does_not_make_it_a_meadow() -> None:
    inside = decompose("A bakery with a counter, and a bicycle parked outside.")
    assert inside.setting.kind == "room"
    assert BEFORE_DOOR in inside.notes
    outside = decompose("A cafe with tables and chairs outside.")
    assert outside.setting.kind == "outdoor"
    assert BEFORE_DOOR not in outside.notes


def test_a_vehicle_beside_other_things_stays_a_vehicle() -> None:
    for said in ("a bus with a bench next to it", "a train with a dog in front of it"):
        result = decompose(said)
        assert result.setting.kind == "outdoor"
        assert result.wishes[0].recipe.noun in {"bus", "train"}


@pytest.mark.parametrize(
    "said",
    [
        "Tabletop still life: a bowl of apples and a wine bottle behind it.",
        "Product shot: a perfume bottle on a marble block.",
        "breakfast tray with a cup of coffee and a small vase",
        "A tabletop diorama of a village with three houses and a church.",
    ],
)
def test_a_table_top_is_a_place_of_its_own_size(said: str) -> None:
    result = decompose(said)
    assert result.setting.raised
    assert result.setting.width is not None
    assert result.setting.width < 2.0
    layout = lay_out(result)
    assert layout.unmet == ()
    assert layout.certificate is not None
    assert layout.certificate.valid


def test_on_a_table_small_things_keep_their_size_and_buildings_share_one_scale() -> None:
    shot = decompose("Product shot: a perfume bottle on a marble pedestal, a backdrop behind.")
    sizes = {w.recipe.noun: w.recipe.size for w in shot.wishes}
    assert sizes["perfume bottle"] == decompose("a perfume bottle").wishes[0].recipe.size
    assert max(sizes["pedestal"]) < 0.6
    village = decompose("A tabletop diorama of a village with a house, a church and a person.")
    shares = {
        w.recipe.size[1] / decompose(f"a {w.recipe.noun}").wishes[0].recipe.size[1]
        for w in village.wishes
    }
    assert max(shares) < 1.2 * min(shares) < 0.1


def test_a_table_that_is_named_is_the_one_that_all_is_on() -> None:
    result = decompose("Flat lay: a passport, sunglasses and a map on a wooden table")
    assert result.setting.kind == "room"
    assert {r.subject for r in result.relations} == {"passport", "sunglasses", "map"}
    assert {r.targets for r in result.relations} == {("wooden-table",)}
