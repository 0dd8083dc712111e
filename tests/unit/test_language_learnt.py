"""English in the orders of words and with the grammar of those who learnt it: the plain command."""

from __future__ import annotations

import pytest

from consumers.lexicon.edits.references import Finder
from consumers.lexicon.talk.learnt import learnt
from consumers.lexicon.words.tokens import read
from tests.unit.test_language_paraphrasing import ITEMS

FINDER = Finder(ITEMS)

PLAIN = (
    # The verb after the thing; never a second one.
    ("sofa put under window", "put the sofa under window"),
    ("lamp please remove", "remove the lamp"),
    ("the basket take away please", "remove the basket please"),
    ("chairs paint green", "paint the chairs green"),
    ("sofa I don't like, take away", "take away the sofa"),
    # What it shall be before the thing.
    ("make blue the sofa", "make the sofa blue"),
    ("make more big the lamp", "make the lamp more big"),
    ("paint in red the sofa", "make the sofa red"),
    ("do the sofa blue", "make the sofa blue"),
    ("can you do the sofa more long", "make the sofa more long"),
    ("remove finally the lamp", "remove the lamp"),
    ("delete please the basket", "delete the basket"),
    # Clauses that others would not say so.
    ("I want that the sofa is red", "the sofa should be red"),
    ("I want that the sofa becomes red", "the sofa should be red"),
    ("I would like that the lamp goes in the corner", "the lamp should go in the corner"),
    ("I need that you remove the basket", "remove the basket"),
    ("is possible to remove the lamp", "remove the lamp"),
    ("it is possible to move sofa to the left", "move sofa to the left"),
    ("must be green", "it must be green"),
    ("is too small the sofa", "the sofa is too small"),
    ("want sofa red", "make the sofa red"),
    ("sofa should have the color red", "sofa should be red"),
    ("give to the sofa the color red", "make the sofa red"),
    ("there misses a vase on the coffee table", "add a vase on the coffee table"),
    ("it lacks two lamps", "add two lamps"),
    ("put a cat instead the lamp", "put a cat instead of the lamp"),
    ("change the lamp by a vase", "replace the lamp with a vase"),
    ("change the place of the lamp with the basket", "swap the lamp and the basket"),
    ("better put the lamp in the corner", "put the lamp in the corner"),
    ("lamp better in the corner", "put the lamp in the corner"),
    ("bigger, the lamp I mean", "make the lamp bigger"),
    ("to the left a bit, the lamp I mean", "move the lamp to the left a bit"),
    ("one chair can go, we are only three", "remove one chair"),
    ("no chairs please", "remove all the chairs"),
    ("put against the wall", "put it against the wall"),
    ("can you to remove the basket", "can you remove the basket"),
    ("change it by a cat", "replace it with a cat"),
    ("each chair must to have a cushion", "each chair must have a cushion"),
    ("the lamp should rather stand in the corner", "the lamp should stand in the corner"),
    ("in the wall of the back put a mirror", "put a mirror on the back wall"),
    ("make sofa become more long", "make sofa more long"),
    ("lamp rot 45", "rotate the lamp 45 degrees"),
    ("there should have a desk near the sofa", "there should be a desk near the sofa"),
    ("chairs oak and the carpet cream", "make the chairs oak and the carpet cream"),
    ("next to the sofa there is a lamp", ""),
    ("put over the sofa one mirror", "put one mirror over the sofa"),
    # Words that are in order.
    ("put the lamp in the corner", ""), ("a red chair", ""), ("is the sofa red", ""),
    ("the chairs face the coffee table", ""), ("add a lamp", ""), ("remove it please", ""),
    ("the second chair from the left should be wider", ""), ("make the sofa blue", ""),
)  # fmt: skip


@pytest.mark.parametrize(("said", "plain"), PLAIN)
def test_such_words_are_the_plain_command(said: str, plain: str) -> None:
    assert learnt(read(said), FINDER) == plain
