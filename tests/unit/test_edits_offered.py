"""Words that no reading takes: a plain command is offered for them, and done after a yes alone."""

from __future__ import annotations

import pytest

from consumers.lexicon.edits.offering import OFFERED, offer, offered, with_offer
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.words.tokens import read
from tests.edited_scenes import room

HALL = Finder(room("hall").items)


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("smuggle the vase under the table", "move the vase under the table"),
        ("vase yonder behind the cabinet", "move the vase behind the cabinet"),
        ("zorp a parrot on the table", "add a parrot on the table"),
        ("like a backpack in front of the cabinet", "add a backpack in front of the cabinet"),
        ("in front of the cabinet my backpack", "add a backpack in front of the cabinet"),
        ("an umbrella wants to come along", "add an umbrella"),
        ("the cabinet deserves a royal purple", "make the cabinet purple"),
        ("the cabinet dreams of huge", "make the cabinet huge"),
    ],
)
def test_what_may_be_meant_is_offered_as_a_plain_command(said: str, command: str) -> None:
    assert offer(read(said), HALL) == f"{OFFERED}{command}?"


@pytest.mark.parametrize(
    "said",
    [
        "do not smuggle the vase under the table",
        "why is the vase under the table?",
        "smuggle the vase under the bidet",
        "the vase, the cabinet and the rug quarrel",
        "my aunt from Poland always polished the vase with lemon and vinegar under the table",
        "the vase and nothing but the vase",
        "quux",
        "",
    ],
)
def test_nothing_is_offered_where_words_say_more_or_less_than_a_command(said: str) -> None:
    assert offer(read(said), HALL) == ""


def test_an_offer_follows_only_what_was_not_understood() -> None:
    said = read("smuggle the vase under the table")
    lost = ("I did not understand: smuggle the vase under the table.",)
    assert with_offer(lost, said, HALL) == (*lost, f"{OFFERED}move the vase under the table?")
    known = (*lost, "There is no bidet in the scene.")
    assert with_offer(known, said, HALL) == known
    assert with_offer((), said, HALL) == ()


def test_the_command_is_found_again_in_the_answer() -> None:
    answer = f"It failed: I did not understand: zorp. {OFFERED}add a parrot on the table?"
    assert offered(answer) == "add a parrot on the table"
    assert offered("Added a parrot.") == ""
