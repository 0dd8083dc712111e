"""Things of several groups, dealt out: "each house" of both rows, "three square ones", plinths."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
a street with three houses on the left and two on the right, a letterbox in front of each house
= street | 5 house, 5 letterbox
- letterbox-* in_front_of house-*

a restaurant with two round tables and three square ones, a vase on every table
= restaurant | 2 round-table, 3 square-table, 5 vase
- vase-1 on round-table-1; vase-2 on round-table-2; vase-3 on square-table-1

two red chairs and a blue one, a cushion on each red chair
= room | 2 red-chair, blue-chair, 2 cushion
- cushion-* on red-chair-*

a garden with two white benches and a green one
= garden | 2 white-bench, green-bench

four wooden chairs and one metal one
= room | 4 wooden-chair, metal-chair

a coffee table and a glass one
= room | coffee-table, glass-coffee-table

six beehives on plinths
= meadow | 6 beehive, 6 plinth
- beehive-* on plinth-*

three vases on stands
= room | 3 vase, 3 stand
- vase-* on stand-*

six bottles on shelves
= room | 6 bottle, 3 shelf
- bottle-1 on shelf-1; bottle-2 on shelf-1; bottle-3 on shelf-2; bottle-4 on shelf-2

a marina with four boats, in each boat a fisherman, and a lighthouse
= marina | 4 boat, 4 fisherman, lighthouse
- fisherman-* in boat-*

a canteen with two tables, each with four chairs, and a cook behind the counter
= canteen | 2 table, 8 chair, cook, counter
- cook behind counter; chair-1 around table-1; chair-2 around table-1; chair-3 around table-1

two tents, in front of each two logs
= meadow | 2 tent, 4 log
- log-1 in_front_of tent-1; log-2 in_front_of tent-1; log-3 in_front_of tent-2

There is a bed. To its left stands a nightstand. On it lies a book.
= room | bed, nightstand, book
- nightstand left_of bed; book on nightstand

Behind the counter stand two bakers. On the right stands a piano.
= room | counter, 2 baker, piano
- baker-* behind counter; piano right_of

six cups on a table, one red, the rest white
= room | red-cup, 5 white-cup, table

two boxes: on the left one a red ball, on the right one a green ball
= room | 2 box, red-ball, green-ball
- red-ball on box-1; green-ball on box-2

four chairs in a row, a hat on the front two
= room | 4 chair, 2 hat
- hat-1 on chair-1; hat-2 on chair-2

three tents and a fire, a bicycle behind one of the tents
= meadow | 3 tent, fire, bicycle
- bicycle behind tent-1

five trees in a row, a swing hanging from the middle tree
= meadow | 5 tree, swing
- swing hanging_from tree-3

two benches, a pigeon on the nearer bench
= room | 2 bench, pigeon
- pigeon on bench-1

a row of seven lockers, a broom at the end of the row
= room | 7 locker, broom
- broom right_of locker-7

a garden with three butterflies, a bee on a flower, a drone and a ufo
= garden | 3 butterfly, bee, flower, drone, ufo
- bee on flower

two men playing chess at a small table
= room | 2 man, chess, small-table
- man-1 around small-table; chess on small-table

four kids playing football on a meadow
= meadow | 4 kid, football
- kid-1 next_to football; kid-4 next_to football

a teacher writing on the blackboard and four pupils at their desks
= room | teacher, blackboard, 4 pupil, 4 desk
- teacher in_front_of blackboard; pupil-* near desk-*

a man on a beach with a surfboard
= beach | man, surfboard
- surfboard next_to man

a fireplace framed by two armchairs
= room | fireplace, 2 armchair
- armchair-1 left_of fireplace; armchair-2 right_of fireplace

two chairs, the one that is next to the window is red
= room | red-chair, chair, window
- red-chair next_to window
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_what_is_dealt_out_reaches_every_one(case: Case) -> None:
    result = decompose(case.sentence)

    assert (result.setting.name, counted(result)) == (case.place, case.things)
    assert expanded(case, result) <= stated(result)


def test_a_place_amid_a_list_is_about_the_last_thing_alone() -> None:
    result = decompose("a garden with three butterflies, a bee on a flower, a drone and a ufo")

    assert stated(result) == {"bee on flower"}
