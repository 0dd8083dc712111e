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


@pytest.mark.parametrize("case", list(cases(AFTER_THE_NOUN)), ids=name_of)
def test_a_number_after_its_noun_counts_it(case: Case) -> None:
    assert read(case) == (case.place, case.things, expanded(case, decompose(case.sentence)))


def read(case: Case) -> tuple[str, str, set[str]]:
    """The setting, the things and the relations that a decomposition of the sentence says."""
    result = decompose(case.sentence)
    return result.setting.name, counted(result), stated(result)
