"""Words that would rather have a thing as it was take back what changed it, or ask whether to."""

from __future__ import annotations

import pytest

from consumers.agent.decision import Context
from consumers.agent.regrets import OFFERED
from consumers.agent.rules import decide
from consumers.lexicon.edits.undoing import Undo, undoing
from consumers.lexicon.words.tokens import read
from schemas.state import Turn
from tests.unit.test_language_paraphrasing import ITEMS

PAINTED = Turn("make the sofa green", ("modify_3d_scene",), "Replaced the sofa with a green sofa.")
TAKEN = Turn("remove the vase", ("modify_3d_scene",), "Removed the vase.")


def decided(said: str, *talk: Turn) -> tuple[str, str]:
    decision = decide(said, Context(has_scene=True, items=ITEMS, talk=talk))
    return decision.action, decision.reply or decision.input


@pytest.mark.parametrize(
    "said",
    [
        "nvm sofa was fine", "the sofa was fine", "on second thought the sofa was good",
        "never mind, the sofa was fine as it was", "on second thought the old colour was good",
        "it was ok before", "I liked the old color better before",
        "hmm, the sofa looked nicer before",
    ],
)  # fmt: skip
def test_what_was_good_before_is_so_again(said: str) -> None:
    assert decided(said, PAINTED) == ("modify_3d_scene", "undo that")


@pytest.mark.parametrize("said", ["actually keep it", "leave the vase", "no, keep the vase there"])
def test_what_was_taken_away_stays_after_all(said: str) -> None:
    assert decided(said, TAKEN) == ("modify_3d_scene", "undo that")


@pytest.mark.parametrize("said", ["no!", "nope", "Nope, I don't like it", "not there", "noo"])
def test_a_bare_no_is_asked_about_and_a_yes_takes_the_change_back(said: str) -> None:
    action, question = decided(said, PAINTED)
    assert action == "reply"
    assert question.startswith(OFFERED)
    asked = Turn(said, (), question)
    assert decided("yes please", PAINTED, asked) == ("modify_3d_scene", "undo that")
    assert decided("no", PAINTED, asked)[0] == "reply"
    assert decided("make the sofa blue", PAINTED, asked) == (
        "modify_3d_scene", "make the sofa blue",
    )  # fmt: skip


@pytest.mark.parametrize("said", ["no", "the lamp was nice", "keep the sofa", "forget it"])
def test_nothing_is_taken_back_where_nothing_of_the_kind_was_done(said: str) -> None:
    assert "undo" not in decided(said, Turn("hello", (), "Hello!"))[1][:9]


@pytest.mark.parametrize(
    "said",
    [
        "leave it as it was", "leave it as it was before", "keep it how it was", "as before",
        "like before please", "back to normal", "make it normal again", "normal size again",
        "That's not what I wanted, leave it as it was", "oops wrong one",
    ],
)  # fmt: skip
def test_as_it_was_is_an_undo(said: str) -> None:
    assert undoing(read(said)) == Undo()


def test_steps_back_may_be_told_by_their_number_alone() -> None:
    assert undoing(read("go back 2")) == Undo(2)
    assert undoing(read("go back three")) == Undo(3)


def test_right_after_a_scene_of_several_things_it_is_asked_what_it_is() -> None:
    made = Turn("a hall", ("generate_3d_scene",), "Here is your scene.")
    for said in ("make it green", "make it bigger", "paint it oak"):
        action, question = decided(said, made)
        assert action == "reply"
        assert question.startswith("Which thing do you mean: the sofa, the red carpet")
    for said in ("make the sofa green", "make it night", "make it cozy"):
        assert "Which thing" not in decided(said, made)[1]
    assert decided("make it green", made, PAINTED) == ("modify_3d_scene", "make it green")
