"""Numbers and shares in a scene: said after the noun, so many each, one at every other thing."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

AFTER_THE_NOUN = """
on the table some books, three of them, and a mug
= room | table, 3 book, mug
- book-* on table; mug on table

pigeons (four) and a man
= meadow | 4 pigeon, man

a farm with hay bales (5) left of a barn
= farm | 5 hay-bale, barn
- hay-bale-* left_of barn

a park with a fountain, benches around it (six)
= park | fountain, 6 bench
- bench-* around fountain

pillows on the bed (four)
= room | 4 pillow, bed
- pillow-* on bed

mushrooms, a dozen, around a tree stump
= meadow | 12 mushroom, tree-stump
- mushroom-* around tree-stump

bookshelves - say five of them - and a reading chair next to a floor lamp
= room | 5 bookshelf, reading-chair, floor-lamp
- reading-chair next_to floor-lamp

palm trees x4 and a hut
= meadow | 4 palm-tree, hut

4x chair, 1x table
= room | 4 chair, table

chairs: six, tables: two
= room | 6 chair, 2 table

lanterns hanging from the ceiling, six of them
= room | 6 lantern
- lantern-* hanging_from

roses - a dozen -, tulips (ten) and a bench
= room | 12 rose, 10 tulip, bench

candles, half a dozen of them, on a table
= room | 6 candle, table
- candle-* on table

trees, two on the left, three on the right
= meadow | 5 tree
- tree-1 left_of; tree-2 left_of; tree-3 right_of; tree-4 right_of; tree-5 right_of

a room 3 m x 4 m with a bed
= room | bed

two lamps, one on each side of the bed
= room | 2 lamp, bed
- lamp-1 left_of bed; lamp-2 right_of bed
"""

SHARES = """
a cafe with three tables with four chairs each
= cafe | 3 table, 12 chair
- chair-1 around table-1; chair-2 around table-1; chair-3 around table-1; chair-4 around table-1;
- chair-5 around table-2; chair-6 around table-2; chair-7 around table-2; chair-8 around table-2;
- chair-9 around table-3; chair-10 around table-3; chair-11 around table-3; chair-12 around table-3

two desks with a lamp and a book each
= room | 2 desk, 2 lamp, 2 book
- lamp-* on desk-*; book-* on desk-*

two tables, two chairs each, and a lamp
= room | 2 table, 4 chair, lamp
- chair-1 around table-1; chair-2 around table-1; chair-3 around table-2; chair-4 around table-2

two tables, 2 chairs per table, a trash can
= room | 2 table, 4 chair, trash-can
- chair-1 around table-1; chair-2 around table-1; chair-3 around table-2; chair-4 around table-2

three tables. For each table a chair.
= room | 3 table, 3 chair
- chair-* around table-*

a library with a chair per desk, four desks
= library | 4 chair, 4 desk
- chair-* around desk-*

each table has a candle. There are three tables
= room | 3 table, 3 candle
- candle-* on table-*

a computer lab with five computers, each on its own desk
= lab | 5 computer, 5 desk
- computer-* on desk-*

five statues, each on a pedestal
= room | 5 statue, 5 pedestal
- statue-* on pedestal-*

four dogs in their own kennels
= meadow | 4 dog, 4 kennel
- dog-* in kennel-*

each of the two tables has a vase with a rose
= room | 2 table, 2 vase, 2 rose
- vase-* on table-*; rose-* in vase-*

two tables, a lamp at every table
= room | 2 table, 2 lamp
- lamp-* near table-*

an office for two people. each person has a desk with a computer and a chair
= office | 2 desk, 2 computer, 2 chair
- computer-* on desk-*; chair-* around desk-*

an office for two people where everyone has a desk and a lamp on the desk
= office | 2 desk, 2 lamp
- lamp-* on desk-*

a dining table set for two, with plates and glasses
= room | dining-table, 2 plate, 2 glass
- plate-* on dining-table; glass-* on dining-table

a museum with a bench for visitors
= museum | bench

three chairs, each a different colour, around a table
= room | red-chair, blue-chair, green-chair, table
- red-chair around table; blue-chair around table; green-chair around table

a gate with two cannons on each side
= meadow | gate, 4 cannon
- cannon-1 left_of gate; cannon-2 right_of gate; cannon-3 left_of gate; cannon-4 right_of gate

a bed with two nightstands on each side
= room | bed, 2 nightstand
- nightstand-1 left_of bed; nightstand-2 right_of bed

six desks with one chair per desk
= room | 6 desk, 6 chair
- chair-* around desk-*

a classroom for 12 students with a desk and chair for each student
= classroom | 12 desk, 12 chair

a stage with a microphone stand for each of the three singers
= room | stage, 3 microphone-stand, 3 singer
- microphone-stand-* on stage

a man with glasses
= room | man, glasses
- glasses next_to man
"""


@pytest.mark.parametrize("case", list(cases(AFTER_THE_NOUN)), ids=name_of)
def test_a_number_after_its_noun_counts_it(case: Case) -> None:
    assert read(case) == (case.place, case.things, expanded(case, decompose(case.sentence)))


@pytest.mark.parametrize("case", list(cases(SHARES)), ids=name_of)
def test_a_share_is_dealt_out_to_every_member(case: Case) -> None:
    assert read(case) == (case.place, case.things, expanded(case, decompose(case.sentence)))


def test_so_many_each_are_not_cut_to_an_uneven_number() -> None:
    wishes = decompose("a hall with six tables with eight chairs each").wishes
    assert sum(wish.recipe.noun == "chair" for wish in wishes) == 48


def read(case: Case) -> tuple[str, str, set[str]]:
    """The setting, the things and the relations that a decomposition of the sentence says."""
    result = decompose(case.sentence)
    return result.setting.name, counted(result), stated(result)
