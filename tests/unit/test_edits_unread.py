"""Words that nobody reads never change what an edit does; of several things they have it ask."""

from __future__ import annotations

from itertools import islice

import pytest

from consumers.lexicon.edits.asking import answered
from consumers.lexicon.edits.doubts import settled
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.words.tokens import read
from tests.edited_scenes import cases, check, room
from tests.unit import test_edits_corrected, test_edits_doubts, test_edits_short
from tests.unread_words import bench, of_table, tried

EVERY = 6
"""Of the bench's edits one in so many is tried with each of the strange words."""

# As in test_edits_selection.
WORDS = """
hall: paint the wobbly cabinet white
= cabinet: is white cabinet

hall: move the rug my uncle bought in Turkey 20 cm to the left
= rug: moved -0.2,0,0

hall: make the table that creaks black
= table: is black table

hall: paint both wobbly lamps green
= lamp 1: is green lamp 1
= lamp 2: is green lamp 2

hall: remove the wobbly chair
? Which of the five chairs

hall: remove every crate nobody opened
? Which of the three crates

hall: remove the crate by the zoggle
? Which of the three crates

hall: put the cat on the crate that leaks
? Which of the three crates

hall: remove the tv with the broken screen
= tv: gone

hall: remove all crates but the white one
? There is no white

hall: remove all chairs except the stool
? There is no stool

hall: make everything white except the bidet
? There is no bidet that could stay as it is

hall: paint the crates bought in Turkey red
? Which of the three crates

hall: make the chairs full of dust brown
? Which of the five chairs

hall: stack the crates the sailors left behind
? Which of the three crates

hall: turn the cat she never liked around
= cat: turned

hall: the chair on the left is creaking, remove it
= chair 1: gone

hall: make the cabinet white and polish the rug
= cabinet: is white cabinet
? I did not understand "polish the rug"

hall: flurb the cabinet and make it white
= cabinet: is white cabinet
? I did not understand "flurb the cabinet"

hall: make the cabinet white quindly
= cabinet: is white cabinet
? I did not understand "quindly"
"""


@pytest.mark.parametrize(("where", "said", "facts", "unmet"), list(cases(WORDS)))
def test_unread_words_leave_an_edit_as_it_is_or_have_it_ask(
    where: str, said: str, facts: list[str], unmet: list[str]
) -> None:
    check(where, said, facts, unmet)


@pytest.mark.parametrize(
    ("said", "thing"),
    [
        ("the left one", "the left lamp"),
        ("on the right", "the right lamp"),
        ("the second one", "the second lamp from the left"),
        ("number 2", "the second lamp from the left"),
        ("both", "both lamps"),
        ("all of them, please", "all lamps"),
        ("any of them", "the first lamp from the left"),
        ("I mean the one on the table", "the lamp on the table"),
        ("the one next to the vase", "the lamp next to the vase"),
    ],
)
def test_an_answer_takes_the_place_of_what_was_not_read(said: str, thing: str) -> None:
    finder = Finder(room("hall").items)
    question = settled(read("paint the borrowed lamp blue"), finder).question
    assert question is not None
    assert question.text.startswith("Which of the two lamps: the left one or the right one?")
    assert answered(question, read(said), finder) == f"paint {thing} blue"


@pytest.mark.parametrize("said", ["make it night", "the cat", "remove the vase", "thanks", "no"])
def test_other_words_are_no_answer(said: str) -> None:
    finder = Finder(room("hall").items)
    question = settled(read("paint the borrowed lamp blue"), finder).question
    assert question is not None
    assert answered(question, read(said), finder) == ""


@pytest.mark.parametrize("part", range(3))
def test_no_unread_word_makes_another_change(part: int) -> None:
    tables = (test_edits_corrected.WORDS, test_edits_doubts.WORDS, test_edits_short.WORDS)
    sources = [*bench(), *(edit for table in tables for edit in of_table(table))]
    some = list(islice(sources, part, None, 3 * EVERY))
    wrong = [(v, t.strange) for t, v in tried(some) if v not in ("same", "asked")]
    assert wrong == []
