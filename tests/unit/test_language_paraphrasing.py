"""Wishes in other words become the plain commands that the edits read, and nothing else does."""

from __future__ import annotations

import pytest

from consumers.agent.decision import Context
from consumers.agent.rules import decide
from consumers.lexicon.talk.giving import CLOTHES
from consumers.lexicon.talk.paraphrasing import in_plain_words
from schemas.edits import SceneItem
from schemas.ids import NodeId
from schemas.state import Turn
from tests.unit.test_language_answers import item

ITEMS = (
    SceneItem(id=NodeId("floor"), name="Floor", size=(6, 0.1, 5)),
    item("sofa", "sofa", -1.5, 1.95, (2, 0.85, 0.9)),
    item("red carpet", "rug", 0, 0, (2, 0.02, 1.4), color="#c8322f"),
    item("coffee table", "coffee table", 0, 0.5, (1.1, 0.42, 0.6)),
    item("chair 1", "chair", 2, 0, (0.48, 0.9, 0.52)),
    item("chair 2", "chair", 2, 1, (0.48, 0.9, 0.52)),
    item("chair 3", "chair", 2, -1, (0.48, 0.9, 0.52)),
    item("lamp", "floor lamp", -2, -2, (0.4, 1.5, 0.4)),
    item("basket", "basket", 1, -2, (0.4, 0.3, 0.4)),
    item("knight", "knight", -1, -1, (0.7, 1.85, 0.5)),
    item("dog", "dog", 1, 1.5, (0.3, 0.6, 0.9)),
)  # fmt: skip

PLAIN = (
    ("give the knight a sword", "put a sword next to the knight."),
    ("The knight should carry a shield and a sword.",
     "put a shield and a sword next to the knight."),
    ("the knight should wear a helmet and hold a torch", ""),
    ("the dog should wear a hat", "put a hat on the dog."),
    ("please give him a spear", "put a spear next to the knight."),
    ("give the dog a companion: a cat, on its left", "put a cat to the left of the dog."),
    ("every chair should have a cushion", "put a cushion on every chair."),
    ("one of the chairs could use a cushion", "put a cushion on one of the chairs."),
    ("give the basket three apples", "put three apples in the basket."),
    ("the coffee table needs two candles", "put two candles on the coffee table."),
    ("I want the chairs to have cushions", "put a cushion on each chair."),
    ("the knight should play a lute", "put a lute next to the knight."),
    ("I don't really need the basket", "remove the basket."),
    ("I like the room better without the lamp", "remove the lamp."),
    ("Above the sofa should be hanging a mirror", "put a mirror above the sofa."),
    ("on the sofa must be three cushions, white", "put three white cushions on the sofa."),
    ("a vase in the colour of the carpet", "add a red vase."),
    ("he should stand next to the sofa", "put the knight next to the sofa."),
    ("move him to the sofa", "move the knight to the sofa."), ("paint her hat red", ""),
    ("on the sofa sits a cat", "put a cat on the sofa."),
    ("someone left a cup on the coffee table", "put a cup on the coffee table."),
    ("there should be cats on the sofa, maybe five of them",
     "there should be five cats on the sofa."),
    ("put a parrot on the knight's shoulder", "put a parrot on the knight."),
    ("could the knight have a sword?", "put a sword next to the knight."),
    ("I'm missing a barrel in the corner", "add a barrel in the corner."),
    ("the barkeeper is missing", "add a barkeeper."), ("the sofa is missing", ""),
    ("where is the cat? there should be one on the sofa",
     "where is the cat? there should be a cat on the sofa."),
    ("one chair too many at each table", "remove one chair from each table."),
    ("the lamp should stay beside the sofa", "put the lamp beside the sofa."),
    ("without the lamp it would look better", "remove the lamp."),
    ("Is missing a clock!", "add a clock."), ("the dog belongs to the knight", ""),
    ("two cats, they should sit next to the dog", "put two cats next to the dog."),
    ("the chairs should have cushions on them", "put a cushion on each chair."),
    ("could the knight have a cat on his lap?", "put a cat on the knight."),
    ("someone should be behind the sofa a waitress", "put a waitress behind the sofa."),
    ("The chairs they are not necessary", "remove the chairs."),
    ("the sofa needs a wash", ""), ("give the sofa a blue colour", ""), ("give me a hat", ""),
    ("give it a hat", ""), ("the wizard should have a staff", ""),
    ("Over the sofa must hang a mirror", "put a mirror over the sofa."),
    ("on every chair must lie a cushion", "put a cushion on every chair."),
    ("In the corner should stand a clock", "put a clock in the corner."),
    ("next to the dog belongs a bowl", "put a bowl next to the dog."),
    ("a lamp must hang over the coffee table", "put a lamp over the coffee table."),
    ("a mirror should hang over the piano", "add a mirror over the piano."),
    ("there has to be a cat on the sofa", "there should be a cat on the sofa."),
    ("someone should be sitting on the sofa, an old woman", "put an old woman on the sofa."),
    ("there should be kids, like four of them, two on the sofa",
     "there should be four kids , two on the sofa."),
    ("the room needs a plant", "add a plant."),
    ("The chairs aren't needed.", "remove the chairs."),
    ("I could do without the carpet", "remove the carpet."),
    ("my boss says the lamp has to go", "remove the lamp."),
    ("my husband thinks two chairs are too many", "remove two chairs."),
    ("three chairs are too many", "there are too many chairs."),
    ("two chairs are enough", "remove 1 chairs."),
    ("I could do without the piano", ""),
    ("put cushions on the sofa, same colour as the carpet", "put red cushions on the sofa."),
    ("add a vase matching the carpet on the coffee table",
     "add a red vase on the coffee table."),
    ("remove the lamp", ""), ("I love the sofa", ""), ("the dog is cute", ""),
    ("should the knight have a sword?", ""), ("what should the dog wear", ""),
)  # fmt: skip


@pytest.mark.parametrize(("said", "plain"), PLAIN)
def test_a_wish_in_other_words_is_told_plainly(said: str, plain: str) -> None:
    assert in_plain_words(said, ITEMS) == (plain or said)


def test_what_is_not_in_other_words_stays_beside_what_is() -> None:
    said = "Turn the sofa around. The knight should have a sword."
    told = in_plain_words(said, ITEMS)
    assert told == "Turn the sofa around. put a sword next to the knight."


@pytest.mark.parametrize(
    "said",
    [
        "the knight should wear a red cape",
        "dress the knight in a blue robe",
        "the knight should wear a hat and a coat",
    ],
)
def test_clothes_for_somebody_who_is_there_are_told_to_be_part_of_them(said: str) -> None:
    decision = decide(said, Context(has_scene=True, items=ITEMS))
    assert (decision.action, decision.reply) == ("reply", CLOTHES)


@pytest.mark.parametrize(
    ("said", "answered", "wish"),
    [
        ("Actually I preferred the table", "Removed the table.", "undo that"),
        ("hmm I liked the table better", "Replaced the table with a bench.", "undo that"),
        ("it was better before", "Moved the sofa.", "undo that"),
        (
            "I liked it better before the cat",
            "Added a cat.",
            "go back to how it was before the cat",
        ),
        ("I liked it better before", "Moved the sofa.", "undo that"),
        ("I preferred the table", "Moved the sofa.", ""),
        ("I liked the sofa better", "Removed the table.", ""),
        ("it was better before", "", ""),
    ],
)
def test_what_somebody_wants_back_is_taken_back(said: str, answered: str, wish: str) -> None:
    last = Turn("add a cat", ("modify_3d_scene",), answered) if answered else None
    assert in_plain_words(said, ITEMS, (), last).rstrip(".") == (wish or said)


def test_the_same_for_another_is_told_plainly() -> None:
    last = Turn("the knight wants a crown", ("modify_3d_scene",), "Added a crown on the knight.")
    assert in_plain_words("the dog too", ITEMS, (), last) == "put a crown on the dog."
    assert in_plain_words("the dog too", ITEMS) == "the dog too"


def test_whom_he_means_is_asked_where_it_is_not_plain() -> None:
    other = item("bard", "person", 0, -2, (0.5, 1.7, 0.4))
    decision = decide("he should sit down", Context(has_scene=True, items=(*ITEMS, other)))
    assert (decision.action, decision.reply) == (
        "reply", "Whom do you mean: the knight, the dog or the bard? Nothing is changed yet."
    )  # fmt: skip


def test_a_thing_is_known_by_its_name_with_its_number() -> None:
    decision = decide("where is chair 2?", Context(has_scene=True, items=ITEMS))
    assert (decision.reply or "").startswith("The chair is on the right at the back")


def test_nothing_that_was_made_at_once_is_it() -> None:
    made = Turn("a room", ("generate_3d_scene",), "Here is your scene.")
    context = Context(has_scene=True, items=ITEMS, talk=(made,), touched=(NodeId("lamp"),))
    assert decide("give it a hat", context).input == "give it a hat"
