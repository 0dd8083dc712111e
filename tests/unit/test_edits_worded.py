"""Requests in other words, colours dealt out, so many from each, and a question besides."""

from __future__ import annotations

import pytest

from consumers.agent.asides import Aside, aside
from ops.bench.scenes.session import Session, engines
from tests.edited_scenes import cases, check

# As in test_edits_selection.
WORDS = """
hall: instead of the vase I would want a candle
= vase: is candle

hall: Instead of the cat a dog, please
= cat: is dog

hall: not three crates but two
= crate 3: gone

hall: crates: one less, and paint the others blue
= crate 3: gone
= crate 1: is blue crate 1
= crate 2: is blue crate 2

hall: crates: two, please
= crate 3: gone

hall: the crates: one red, one blue and one black
= crate 1: is red crate 1
= crate 2: is blue crate 2
= crate 3: is black crate 3

hall: crates alternately red and white
= crate 1: is red crate 1
= crate 2: is white crate 2
= crate 3: is red crate 3

hall: take the cat to the sofa
= cat: moved

hall: give the cat to the dog
? There is no dog

hall: replace the cat with something nicer
? Say with what to replace it

hall: swap the crates for boxes
= crate 1: is box 1
= crate 2: is box 2
= crate 3: is box 3

hall: swap the cat for a unicorn
= cat: is unicorn

hall: swap the unicorn for a cat
? There is no unicorn

hall: switch the cabinet to the left wall
= cabinet: moved -5.78,0,-3.91 turned -90

yard: have the statue where the balloon is
= balloon: moved
= statue: moved

hall: put a book on each second crate
= book: new on crate 2

hall: make every second crate red
= crate 2: is red crate 2

hall: paint the crates red, green and blue
= crate 1: is red crate 1
= crate 2: is green crate 2
= crate 3: is blue crate 3

hall: make the crates different colours: black and white
= crate 1: is black crate 1
= crate 2: is white crate 2
= crate 3: is black crate 3

hall: take a lamp from every table
= lamp 1: gone

yard: coin under left tree
= coin: new
"""


@pytest.mark.parametrize(("where", "said", "facts", "unmet"), list(cases(WORDS)))
def test_other_words_do_what_plain_ones_do(
    where: str, said: str, facts: list[str], unmet: list[str]
) -> None:
    check(where, said, facts, unmet)


@pytest.mark.parametrize(
    ("said", "both"),
    [
        ("paint it red, and how many are there?", Aside("paint it red", "how many are there?")),
        ("where is the lamp, and make it red", Aside("make the lamp red", "where is the lamp")),
        ("make it red and put it where the lamp is", None),
        ("how many chairs are there?", None),
        ("what about making the sofa red?", None),
        ("remove the chair which is broken", None),
    ],
)
def test_a_command_and_a_question_are_told_apart(said: str, both: Aside | None) -> None:
    assert aside(said) == both


def test_a_question_beside_a_command_is_answered_when_that_is_done() -> None:
    session = Session(engines())
    session.say("an office with four desks in a row and a plant")
    answer = session.say("remove a desk, and how many desks are left?")
    assert answer.action == "modify_3d_scene"
    assert "There are 3 desks." in answer.told


def test_which_one_is_asked_and_answered_in_the_next_words() -> None:
    session = Session(engines())
    session.say("a cafe with three chairs in a row and a lamp")
    before = session.scene
    asked = session.say("paint the chair my uncle sat on green and make it bigger")
    assert "Which of the three chairs" in asked.told
    assert session.scene == before
    answer = session.say("the middle one, please")
    assert answer.told.startswith("Replaced chair 2 with a green chair")
    assert session.say("thanks").action == ""


def test_a_telegram_is_about_what_is_there() -> None:
    session = Session(engines())
    session.say("a market square with a fountain and four barrels in a row")
    answer = session.say("Barrels: two less, and stack the others")
    assert answer.action == "modify_3d_scene"
    labels = [node.name for node in session.scene.nodes.values() if "barrel" in node.name]
    assert len(labels) == 2
