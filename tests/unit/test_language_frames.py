"""Words that frame a wish are taken off, what is said as an example is wanted, and one long breath
is several sentences; all other words stay as they are."""

from __future__ import annotations

import pytest

from consumers.lexicon.sentences.mending import respelt
from consumers.lexicon.talk.breathing import breathed
from consumers.lexicon.talk.examples import exemplified
from consumers.lexicon.talk.framing import unframed
from consumers.lexicon.talk.inverted import inverted
from consumers.lexicon.talk.plainly import plainly
from consumers.lexicon.talk.spoken import about_scene

UNFRAMED = (
    ("hahaha make the bear huge", "make the bear huge"),
    ("lol put a hat on the cat", "put a hat on the cat"),
    ("make it pink lol", "make it pink"),
    ("Stage it a bit: a throw on the sofa", "a throw on the sofa"),
    ("Quick one: remove the rug", "remove the rug"),
    ("One more thing, put a bin next to the desk", "put a bin next to the desk"),
    ("oh and one last thing - add a plant", "add a plant"),
    ("move the desk left, will you?", "move the desk left"),
    ("add a chair when you get a chance", "add a chair"),
    ("put a rug there so that it stays warm", "put a rug there"),
    ("put a table next to it since it's nice to have a drink", "put a table next to it"),
    ("can it be pink because my sister likes pink", "can it be pink"),
    ("move it left because it blocks the door and add a lamp", "move it left and add a lamp"),
    ("since it is dark, add a lamp", "add a lamp"),
    ("that's too scary, a small one", "a small one"),
    ("okay cool and um one more on the other one", "one more on the other one"),
    ("that's silly put it down", "put it down"),
    ("ok forget that. instead put the bed at the wall", "put the bed at the wall"),
    ("now what was it oh yes a bird bath", "a bird bath"),
    ("I want undo", "undo"), ("+1 plant", "add 1 more plant"),
    ("its too big", "it is too big"), ("its leg", "its leg"),
    ("make it bigger, so that visitors have a clear view", "make it bigger"),
    ("what else can I change?", "what else can I change?"),
    ("could you be so kind and put a teapot on the table", "put a teapot on the table"),
    ("no dear, not a teapot, a cake", "no, not a teapot, a cake"),
    # What means something stays.
    ("chairs: two less", "chairs: two less"), ("scene: a table", "scene: a table"),
    ("light: warm", "light: warm"), ("add: a lamp and a rug", "add: a lamp and a rug"),
    ("turn the chair so that it faces the window", "turn the chair so that it faces the window"),
    ("why did you do that because I did not ask", "why did you do that because I did not ask"),
    ("undo everything since the lamp", "undo everything since the lamp"),
    ("he should sit down", "he should sit down"), ("haha", "haha"),
    ("is the lamp red, ok?", "is the lamp red, ok?"),
)  # fmt: skip

EXAMPLES = (
    ("add a lamp, for example on the wardrobe", "add a lamp on the wardrobe"),
    ("must be in other colour, for example green", "must be green"),
    ("paint the sofa another color, e.g. yellow", "paint the sofa yellow"),
    ("other color for the sofa, like green", "make the sofa green"),
    ("make the sofa longer, let's say 3 m", "make the sofa 3 m long"),
    ("put something on the table, for example a vase", "put a vase on the table"),
    ("give it a different material like oak", "give it oak"),
    ("make it another colour", "make it another colour"),
    ("a house like a castle", "a house like a castle"),
)

QUESTIONS = (
    ("how is big the carpet?", "how big is the carpet?"),
    ("where it is the lamp?", "where is the lamp?"),
    ("what there is on the table?", "what is on the table?"),
    ("there is a window in the room?", "is there a window in the room?"),
    ("is there a tree in the scene?", "is there a tree?"),
    ("there is a window in the room", "there is a window in the room"),
    ("how big is the carpet?", "how big is the carpet?"),
)

BREATHS = (
    ("put a rug there and then the lamp can go and oh make the sofa green",
     "put a rug there. the lamp can go. make the sofa green"),
    ("add a cat and a dog oh and the lamp should be blue",
     "add a cat and a dog. the lamp should be blue"),
    ("make the table red also the chairs should be blue",
     "make the table red. the chairs should be blue"),
    # One wish, or several that are taken apart elsewhere.
    ("add a cat and a dog and a lamp", "add a cat and a dog and a lamp"),
    ("remove the rug and make the sofa blue", "remove the rug and make the sofa blue"),
    ("put it where the cat and the dog can be seen",
     "put it where the cat and the dog can be seen"),
    ("is the cat on the rug and the lamp can be red?",
     "is the cat on the rug and the lamp can be red?"),
)  # fmt: skip


@pytest.mark.parametrize(("said", "plain"), UNFRAMED)
def test_what_frames_a_wish_is_taken_off(said: str, plain: str) -> None:
    assert unframed(said) == plain


@pytest.mark.parametrize(("said", "plain"), EXAMPLES)
def test_what_is_given_as_an_example_is_wanted(said: str, plain: str) -> None:
    assert exemplified(said) == plain


@pytest.mark.parametrize(("said", "plain"), QUESTIONS)
def test_questions_are_asked_in_the_order_of_english(said: str, plain: str) -> None:
    assert inverted(said) == plain


@pytest.mark.parametrize(
    "said",
    ["thank you so much, you're the best", "great, thanks a lot", "lol ur cool", "haha nice"],
)
def test_small_talk_stays_whole(said: str) -> None:
    assert about_scene(said) == said


@pytest.mark.parametrize(("said", "plain"), BREATHS)
def test_wishes_of_one_breath_are_sentences(said: str, plain: str) -> None:
    assert breathed(said) == plain


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("and like a plant next to the sofa", "and a plant next to the sofa"),
        ("um, then like two chairs", "then two chairs"),
        ("I'd like a plant", "I'd like a plant"),
    ],
)
def test_like_is_no_word_before_a_thing(said: str, plain: str) -> None:
    assert plainly(said) == plain


@pytest.mark.parametrize("said", ["nope", "nah", "yup", "haha", "cheers", "furnitures"])
def test_what_people_utter_is_no_slip_for_a_thing(said: str) -> None:
    assert respelt(said, ()) == said


def test_a_wish_after_a_laugh_is_a_wish() -> None:
    assert about_scene("haha make it red") == "make it red"
    assert about_scene("lol smaller") == "smaller"
