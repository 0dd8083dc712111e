"""Rooms as people describe them: what verbs say, where a list ends, and whose a place is."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
A bathroom with a tub. A rubber duck floats in the tub.
= bathroom | tub, rubber-duck
- rubber-duck in tub

The table is set for four and a pot boils on the stove.
= room | table, pot, stove
- pot on stove

a billiard table, a lamp hanging low above it
= room | billiard-table, lamp
- lamp above billiard-table

a table full of books in the middle, a ladder against the wall and a cat on the counter
= room | table, books, ladder, cat, counter
- books on table; table in_center; ladder against_wall; cat on counter

a bookcase full of toys against the back wall, two chairs
= room | bookcase, 3 toy, 2 chair
- toy-1 in bookcase; toy-2 in bookcase; toy-3 in bookcase;
- bookcase against_wall room-back-wall

a steel table with three pizzas on it, shelves with jars
= room | steel-table, 3 pizza, 3 shelf, 3 jar
- pizza-1 on steel-table; pizza-2 on steel-table; pizza-3 on steel-table; jar-* on shelf-*

a side table with a mug on it, and a stack of books on the floor
= room | side-table, mug, stack-of-books
- mug on side-table; stack-of-books on

two benches, each with a microscope and a stool, and a skeleton in the corner
= room | 2 bench, 2 microscope, 2 stool, skeleton
- microscope-* on bench-*; stool-* next_to bench-*; skeleton in_corner

a bed between two nightstands, each with a lamp, and a tv on the wall
= room | bed, 2 nightstand, 2 lamp, tv
- bed between nightstand-1 nightstand-2; lamp-* on nightstand-*; tv on_wall

a double bed with two pillows, bedside tables on both sides with lamps
= room | double-bed, 2 pillow, 2 bedside-table, 2 lamp
- pillow-1 on double-bed; pillow-2 on double-bed; lamp-* on bedside-table-*;
- bedside-table-1 left_of double-bed; bedside-table-2 right_of double-bed

a desk with a computer, a sofa opposite
= room | desk, computer, sofa
- computer on desk; sofa opposite desk

old trunk, stack of boxes, dusty mirror leaning on the wall
= room | old-trunk, 3 box, dusty-mirror
- box-2 stacked box-1; box-3 stacked box-2; dusty-mirror on_wall

A table for two by the window with a candle on it.
= room | table, window, candle, 2 chair
- table near window; candle on table; chair-* around table

A classroom with two desks and a blackboard. The teacher's desk is next to the blackboard.
= classroom | 2 desk, blackboard, teacher-desk
- teacher-desk next_to blackboard

A sushi bar with a counter and a chef behind it.
= sushi bar | counter, chef
- chef behind counter

A courtroom: the judge's bench at the back, a witness stand next to it.
= courtroom | judge-bench, witness-stand
- judge-bench against_wall room-back-wall; witness-stand next_to judge-bench

A chess table with a clock on the table.
= room | chess-table, clock
- clock on chess-table
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_becomes_its_things_and_relations(case: Case) -> None:
    result = decompose(case.sentence)
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)
    assert result.setting.name == case.place
