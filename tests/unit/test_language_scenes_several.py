"""Several walls, corners and edges at once, ends and middles of things, what is worn or held."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
a storage room with shelves along both side walls and boxes in two corners
= storage room | 4 shelf, 2 box
- shelf-1 against_wall room-left-wall; shelf-2 against_wall room-left-wall; shelf-3 against_wall
- room-right-wall; shelf-4 against_wall room-right-wall; box-1 in_corner room-left-wall
- room-back-wall; box-2 in_corner room-right-wall room-back-wall

an office with a poster on each side wall
= office | 2 poster
- poster-1 on_wall room-left-wall; poster-2 on_wall room-right-wall

a bedroom with plants in the back corners and a mirror in the front left corner
= bedroom | 2 plant, mirror
- plant-1 in_corner room-left-wall room-back-wall; plant-2 in_corner room-right-wall
- room-back-wall; mirror in_corner room-left-wall; mirror in_front_of

a forest with a campfire in the middle and six pine trees at the edges
= forest | campfire, 6 pine-tree
- campfire in_center; pine-tree-1 around; pine-tree-2 around; pine-tree-3 around; pine-tree-4
- around; pine-tree-5 around; pine-tree-6 around

two armchairs flanking a fireplace
= room | 2 armchair, fireplace
- armchair-1 left_of fireplace; armchair-2 right_of fireplace

a throne room with a red carpet from the door to the throne
= throne room | red-carpet, door, throne
- red-carpet between door throne

a long table with a candlestick at each end and a vase in the middle
= room | long-table, 2 candlestick, vase
- candlestick-1 on long-table; candlestick-2 on long-table; vase on long-table

a blanket with a basket in the middle of it and a cushion at each corner
= room | blanket, basket, 4 cushion
- basket on blanket; cushion-1 on blanket; cushion-2 on blanket; cushion-3 on blanket; cushion-4
- on blanket

a meadow with a cow, gulls circling overhead
= meadow | cow, 3 gull
- gull-1 above; gull-2 above; gull-3 above

a hall with a bench 1.5 m from the wall
= hall | bench
- bench against_wall @1.5

a road with three cars parked nose to tail
= road | 3 car
- car-1 in_row car-2 car-3

trees every 5 m along a path
= meadow | 3 tree, path
- tree-1 in_row tree-2 tree-3 @5; tree-1 near path; tree-2 near path; tree-3 near path

two desks facing eachother, a laptop on both
= room | 2 desk, 2 laptop
- desk-1 facing desk-2; desk-2 facing desk-1; laptop-1 on desk-1; laptop-2 on desk-2

a scarecrow wearing a straw hat in the middle of the field and a red tractor parked behind it
= field | scarecrow, straw-hat, red-tractor
- straw-hat on scarecrow; scarecrow in_center; red-tractor behind scarecrow

a mannequin in a grey suit on each side of a glass display case
= room | 2 mannequin, glass-display-case
- mannequin-1 left_of glass-display-case; mannequin-2 right_of glass-display-case

a dental chair in the center, a steel tray to the right, a stool on the other side
= room | dental-chair, steel-tray, stool
- dental-chair in_center; steel-tray right_of dental-chair; stool left_of dental-chair

a glass display case full of gold watches, a mannequin on each side of it
= room | glass-display-case, 3 gold-watch, 2 mannequin
- gold-watch-* in glass-display-case; mannequin-1 left_of glass-display-case; mannequin-2 right_of
- glass-display-case

three vases of pink roses in a row on a long table
= room | 3 vase-of-pink-roses, 3 pink-rose, long-table
- pink-rose-1 in vase-of-pink-roses-1; pink-rose-2 in vase-of-pink-roses-2; pink-rose-3 in
- vase-of-pink-roses-3; vase-of-pink-roses-1 in_row vase-of-pink-roses-2 vase-of-pink-roses-3;
- vase-of-pink-roses-1 on long-table; vase-of-pink-roses-2 on long-table; vase-of-pink-roses-3 on
- long-table

a study with a grandfather clock, ticking between two windows
= study | grandfather-clock, 2 window
- grandfather-clock between window-1 window-2

a pasture with a stone wall along the back and a gate in the middle
= pasture | stone-wall, gate
- stone-wall behind; gate in_center

a bed flanked by a lamp and a plant
= room | bed, lamp, plant
- lamp left_of bed; plant right_of bed

a sofa with a coffee table in front of it, exactly 40 cm away
= room | sofa, coffee-table
- coffee-table in_front_of sofa @0.4

three barber chairs in a line facing mirrors on the wall
= room | 3 barber-chair, 3 mirror
- barber-chair-1 in_row barber-chair-2 barber-chair-3; barber-chair-1 facing mirror-1;
- barber-chair-2 facing mirror-2; barber-chair-3 facing mirror-3; mirror-* on_wall

a crib in the corner opposite the door, a mobile hanging over it
= room | crib, door, mobile
- crib in_corner; crib opposite door; mobile above crib

red lamp on blue table next to green chair, all on a white rug
= room | red-lamp, blue-table, green-chair, white-rug
- red-lamp on blue-table; blue-table next_to green-chair; blue-table on white-rug; green-chair on
- white-rug

raised beds in two rows of three
= meadow | 6 raised-bed
- raised-bed-1 in_row raised-bed-2 raised-bed-3; raised-bed-4 in_row raised-bed-5 raised-bed-6;
- raised-bed-4 behind raised-bed-1

two vases, one red and one blue, the red one on a table
= room | red-vase, blue-vase, table
- red-vase on table

a church with four pews on each side of the aisle
= church | 8 pew
- pew-1 left_of; pew-2 right_of; pew-3 left_of; pew-4 right_of; pew-5 left_of; pew-6 right_of;
- pew-7 left_of; pew-8 right_of

two deck chairs facing the sea on a beach with a parasol between them
= beach | 2 deck-chair, parasol
- deck-chair-1 facing room-back-wall; deck-chair-2 facing room-back-wall; parasol
- between deck-chair-1 deck-chair-2

a candle in the centre of each table, four tables
= room | 4 candle, 4 table
- candle-1 on table-1; candle-2 on table-2; candle-3 on table-3; candle-4 on table-4

a room with a big box and a smaller one on top of it
= room | big-box, box
- box on big-box

a snowman with a carrot nose, wearing a blue scarf and a hat, a sled beside him
= meadow | snowman, hat, sled
- hat on snowman; sled next_to snowman

two speakers at the front corners of the stage
= room | 2 speaker, stage
- speaker-1 on stage; speaker-2 on stage

a waiter with a tray in his hand beside a round table
= room | waiter, tray, round-table
- tray next_to waiter; waiter next_to round-table
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_becomes_its_things_and_relations(case: Case) -> None:
    result = decompose(case.sentence)
    assert result.setting.name == case.place
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("a sofa at a 45 degree angle in the corner",
         "Shown as it usually is, and not at a 45 degree angle: sofa."),
        ("a workshop with a bicycle upside down in the middle",
         "Shown as it usually is, and not upside down: bicycle."),
        ("a barrel on its side next to a cart",
         "Shown as it usually is, and not on its side: barrel."),
        ("an office with a window in the front wall",
         "A room is open at the front, so the window is at another wall."),
        ("a knight with a silver sword in front of a castle",
         "Held things are shown beside who holds them: silver sword."),
        ("a birdbath with four bushes around it 1 m apart",
         "They stand around it, at no measured distance: bush."),
    ],
)  # fmt: skip
def test_what_is_not_kept_is_told(sentence: str, note: str) -> None:
    assert note in decompose(sentence).notes


def test_clothes_are_told_to_the_model_of_who_wears_them() -> None:
    wishes = decompose("a woman in a red dress and boots on a bench").wishes
    assert [w.name for w in wishes] == ["woman", "bench"]
    assert "in a red dress and boots" in wishes[0].prompt


@pytest.mark.parametrize(
    ("sentence", "noun", "color", "material"),
    [
        ("a table with a book red and a cup white on it", "book", "#c8322f", None),
        ("a kitchen with a fridge color red", "fridge", "#c8322f", None),
        ("a deckchair striped blue and white next to a plant", "deck chair", "#3a6fc4", None),
        ("a beanbag, dusty pink, by the window", "bean bag", "#dfadc0", None),
        ("two booth seats upholstered in cherry red vinyl", "chair", "#b3223a", "vinyl"),
        ("a teak table in a kitchen", "table", None, "teak"),
    ],
)
def test_looks_are_read_after_the_noun(
    sentence: str, noun: str, color: str | None, material: str | None
) -> None:
    recipe = next(w.recipe for w in decompose(sentence).wishes if w.recipe.noun == noun)
    assert (recipe.color, recipe.material) == (color, material)
