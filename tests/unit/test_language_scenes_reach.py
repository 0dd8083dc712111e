"""How far a place reaches: over a list, over two sides, to what holds a thing, to the open air."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
a fireplace with a cat sleeping on the rug in front of it
= room | fireplace, cat, rug
- cat on rug; rug in_front_of fireplace

a bench, a trash can on its left, a sign on its right
= meadow | bench, trash-can, sign
- trash-can left_of bench; sign right_of bench

to the left of the teapot a red cup and to the right a green one
= room | teapot, red-cup, green-cup
- red-cup left_of teapot; green-cup right_of teapot

There is a bed. To its left a nightstand with a lamp, to its right a wardrobe.
= room | bed, nightstand, lamp, wardrobe
- nightstand left_of bed; lamp on nightstand; wardrobe right_of bed

a couch, with a small side table to its left and a lamp on that
= room | couch, small-side-table, lamp
- small-side-table left_of couch; lamp on small-side-table

A picnic in the park: a red blanket, a basket on the blanket, three apples and a bottle on it too.
= park | red-blanket, basket, 3 apple, bottle
- basket on red-blanket; apple-* on red-blanket; bottle on red-blanket

a kitchen with an old desk: laptop, two cans and a lamp on it; a guitar next to the fridge
= kitchen | old-desk, laptop, 2 can, lamp, guitar, fridge
- laptop on old-desk; can-* on old-desk; lamp on old-desk; guitar next_to fridge

bathtub, sink with a mirror above it, a rubber duck in the bathtub, towel on a hook
= room | bathtub, sink, mirror, rubber-duck, towel, hook
- mirror above sink; rubber-duck in bathtub; towel hanging_from hook

a fountain and two statues, one to the left and one to the right of the fountain
= meadow | fountain, 2 statue
- statue-1 left_of fountain; statue-2 right_of fountain

two armchairs opposite the couch, a coffee table in between
= room | 2 armchair, couch, coffee-table
- armchair-* opposite couch; coffee-table between armchair-1 couch

a couch, a floor lamp at one end, an armchair at the other
= room | couch, floor-lamp, armchair
- floor-lamp left_of couch; armchair right_of couch

two benches facing each other across the table
= room | 2 bench, table
- bench-1 facing bench-2; bench-2 facing bench-1; bench-1 left_of table; bench-2 right_of table

two tables with tablecloths, a pizza on one and a bottle of wine on the other
= room | 2 table, 2 tablecloth, pizza, bottle
- tablecloth-* on table-*; pizza on table-1; bottle on table-2

six student desks facing the teacher's desk, a globe on the teacher's desk
= room | 6 student-desk, teacher-desk, globe
- student-desk-* facing teacher-desk; globe on teacher-desk

a wardrobe and a mirror against the left wall, a bed under the window
= room | wardrobe, mirror, bed, window
- wardrobe against_wall room-left-wall; mirror against_wall room-left-wall; bed under window

table, two chairs and a lamp on the left, sofa on the right
= room | table, 2 chair, lamp, sofa
- table left_of; chair-* left_of; lamp left_of; sofa right_of

a bird in a cage hanging from the ceiling
= room | bird, cage
- bird in cage; cage hanging_from

a cage with a bird in it hanging from the ceiling
= room | cage, bird
- bird in cage; cage hanging_from

a dog lying on a rug in front of a fireplace with a bookshelf next to it
= room | dog, rug, fireplace, bookshelf
- dog on rug; rug in_front_of fireplace; bookshelf next_to fireplace

two rows of chairs facing a stage with a microphone
= room | 8 chair, stage, microphone
- chair-1 in_row chair-2 chair-3 chair-4; chair-5 in_row chair-6 chair-7 chair-8; chair-5 behind
- chair-1; chair-* facing stage; microphone on stage

a double bed, nightstands on both sides with lamps on them
= room | double-bed, 2 nightstand, 2 lamp
- nightstand-1 left_of double-bed; nightstand-2 right_of double-bed; lamp-* on nightstand-*

two stalls, barrels and crates between them
= meadow | 2 stall, 3 barrel, 3 crate
- barrel-* between stall-1 stall-2; crate-* between stall-1 stall-2

a chess table with two chairs on opposite sides and a chess set on it
= room | chess-table, 2 chair, chess-set
- chair-1 left_of chess-table; chair-2 right_of chess-table; chess-set on chess-table

a study with walls lined with bookshelves and an armchair next to a floor lamp
= study | 3 bookshelf, armchair, floor-lamp
- bookshelf-* against_wall; armchair against_wall; armchair next_to floor-lamp

a lighthouse on the horizon, a boat in the foreground and a kite in the sky
= meadow | lighthouse, boat, kite
- lighthouse behind; boat in_front_of; kite above

a garden with a hedge at the back and roses along the left side
= garden | hedge, 3 rose
- hedge behind; rose-* left_of

a hot air balloon floating above a meadow with sheep
= meadow | hot-air-balloon, 3 sheep
- hot-air-balloon above

a well with a fence around it
= meadow | well, 4 fence
- fence-* around well

a house and a tree, all surrounded by a hedge
= meadow | house, tree, 10 hedge
- hedge-* around

a statue in the middle of a park, surrounded by six benches
= park | statue, 6 bench
- statue in_center; bench-* around statue

a wolf behind a rock, an owl on a branch
= meadow | wolf, rock, owl, branch
- wolf behind rock; owl on branch

the cook needs: a cutting board and a pan. everything on a big table please
= room | cutting-board, pan, big-table
- cutting-board on big-table; pan on big-table

a lamp on the left nightstand, a book on the right one, a bed in the middle
= room | lamp, nightstand, book, 2 nightstand, bed
- lamp on nightstand; book on nightstand-2; bed in_center

a plate, a glass to the right and a fork to the left
= room | plate, glass, fork
- glass right_of plate; fork left_of plate

a round rug in the center of the room with a coffee table on it
= room | round-rug, coffee-table
- round-rug in_center; coffee-table on round-rug

a fridge, a stove and a sink along the back wall, and an island in front of the sink
= room | fridge, stove, sink, island
- fridge against_wall room-back-wall; stove against_wall room-back-wall; sink against_wall
- room-back-wall; island in_front_of sink

a cabin in the deep snow
= snow field | cabin

an astronaut on the moon next to a robot
= moon | astronaut, robot
- astronaut next_to robot
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_becomes_its_things_and_relations(case: Case) -> None:
    result = decompose(case.sentence)
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)
    assert result.setting.name == case.place


@pytest.mark.parametrize(
    ("sentence", "kind", "things"),
    [
        ("Reception: a curved desk and two chairs", "room", ["curved desk", "chair 1", "chair 2"]),
        ("backyard bbq: grill and a cooler", "outdoor", ["grill", "cooler"]),
        ("Italian place: a table and a pizza", "room", ["table", "pizza"]),
        ("traffic: a taxi behind a bus", "outdoor", ["taxi", "bus"]),
        ("fast food: a counter, a bin", "room", ["counter", "bin"]),
        ("A science class: a table and a globe", "room", ["table", "globe"]),
        ("desk: a lamp and a laptop on it", "room", ["desk", "lamp", "laptop"]),
        ("bus stop: a bench", "outdoor", ["bus stop", "bench"]),
    ],
)
def test_a_heading_is_a_thing_only_where_it_names_one(
    sentence: str, kind: str, things: list[str]
) -> None:
    result = decompose(sentence)
    assert [w.name for w in result.wishes] == things
    assert result.setting.kind == kind


@pytest.mark.parametrize(
    ("sentence", "kind", "building"),
    [
        ("I want to see a sushi restaurant. There's a counter and a stool.", "room", False),
        ("City street at night. Two street lamps and a car.", "outdoor", False),
        ("A tavern. A bar counter, six stools and a barrel.", "room", False),
        ("A restaurant. A car next to the restaurant and two trees.", "outdoor", True),
        ("A church, a house and a tree", "outdoor", True),
    ],
)
def test_a_building_is_the_setting_where_it_is_around_everything(
    sentence: str, kind: str, building: bool
) -> None:
    result = decompose(sentence)
    names = {w.recipe.noun for w in result.wishes}
    assert result.setting.kind == kind
    assert bool(names & {"restaurant", "church", "street", "road", "tavern", "shop"}) == building


def test_a_hall_of_something_is_higher_than_a_room() -> None:
    museum = decompose("a museum hall with a dinosaur skeleton in the middle").setting
    assert (museum.kind, museum.name, museum.height) == ("room", "museum hall", 4.5)
    assert decompose("a bedroom with a bed").setting.height is None
    assert decompose("a cave with a dragon and a chest").setting.height is None  # it grows


def test_snow_covers_a_place_that_is_said_to_be_snowy() -> None:
    assert decompose("a snowy forest with a cabin").setting.ground == "snow"
    assert decompose("a forest with a cabin").setting.ground == "grass"


def test_a_blanket_in_the_open_is_spread_on_the_ground() -> None:
    spread = decompose("a picnic in the park: a red blanket").wishes[0].recipe.size
    folded = decompose("a bedroom with a red blanket").wishes[0].recipe.size
    assert min(spread[0], spread[2]) > 1.0 > max(folded)


def test_a_place_that_nobody_can_find_is_told_of() -> None:
    notes = decompose("a cat next to it").notes
    assert "I did not find what the cat should be next to." in notes
