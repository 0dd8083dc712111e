"""What people say to have changes taken back, made again, or an earlier scene shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consumers.agent.decision import Context, PendingConfirmation
from consumers.agent.rules import decide
from consumers.lexicon.edits.undoing import ALL, GoTo, Redo, Undo, Undoing, UndoOf, undoing
from consumers.lexicon.words.tokens import read
from tests.strategies.pace import PROPERTY

SAID: tuple[tuple[Undoing | None, str], ...] = (
    (Undo(), "undo|undo that|Undo it, please!|take that back|no, take it back|revert|revert that"
     "|undo that last bit|undo the last"
     "|undo the last change|actually undo the last change|undo my last edit|undo what you did"
     "|undo the last change you made|can you undo this?|go back|step back|go back a step"
     "|let's go back one step|undo one more|put it back the way it was|change it back"
     "|go back to how it was|restore the previous version|take the last change back|undo the redo"),
    (Undo(2), "undo the last two changes|undo twice|undo that twice|undo two times|undo 2"
     "|go back two steps|take back the last 2 changes|undo a couple of changes"
     "|take two steps back"),
    (Undo(25), "undo the last twenty five changes|undo 25 steps"),
    (Undo(ALL), "undo everything|undo all of it|undo all the changes|revert all my changes"),
    (Redo(), "redo|redo it|redo that please|redo the last change|undo the undo|go forward"
     "|bring that change back|reapply it"),
    (Redo(3), "redo three changes|redo the last 3 changes|redo three times|go forward three steps"),
    (Redo(ALL), "redo all|redo all changes"),
    (GoTo(3), "go back to revision 3|show revision 3|show me revision three|revert to version 3"
     "|back to revision 3|revision 3|the third version|restore revision number 3|undo to r3"),
    (GoTo(12), "please go back to revision 12"),
    (GoTo(1), "go back to the first version|go back to the beginning|restore the original scene"),
    (GoTo(0), "go back to revision 0"),
    (UndoOf(("lamp",), since=True), "go back to how it was before the lamp"
     "|go back to before the lamp|undo everything since the lamp"
     "|return to the way things were before I added the lamp"),
    (UndoOf(("floor", "lamp")), "undo the floor lamp|undo adding the floor lamp"),
    (None, "redo the chairs|redo the red chair|redo everything|put the chair back"
     "|take the lamp back|undo that and make the sofa blue|undo that, then add a lamp|bring it back"
     "|turn it around"
     "|go back to the kitchen|the second chair|remove the last chair|make it red|a living room"
     "|set the table|move back the chair|put a lamp back on the table|show me the back"
     "|undo zero changes|how many revisions are there|what was before|go away|"),
)  # fmt: skip
EACH = [(said, wish) for wish, texts in SAID for said in texts.split("|")]


@pytest.mark.parametrize(("text", "wish"), EACH)
def test_a_wish_to_have_something_back_is_read(text: str, wish: Undoing | None) -> None:
    assert undoing(read(text)) == wish


@pytest.mark.parametrize("has_scene", [True, False])
@pytest.mark.parametrize(("text", "wish"), [pair for pair in EACH if pair[1] is not None])
def test_it_goes_to_the_stage_that_changes_scenes_in_the_persons_own_words(
    text: str, wish: Undoing, has_scene: bool
) -> None:
    decision = decide(text, Context(has_scene=has_scene))
    assert (decision.action, decision.input) == ("modify_3d_scene", text)


def test_a_question_that_is_open_is_answered_first() -> None:
    asked = Context(has_scene=True, pending=PendingConfirmation("clear_database"))
    assert decide("no, undo that", asked).action == "reply"
    assert decide("undo that", asked).action == "modify_3d_scene"


WORDS = [
    "undo",
    "redo",
    "go",
    "back",
    "to",
    "the",
    "last",
    "two",
    "before",
    "lamp",
    "revision",
    "3",
]


@PROPERTY
@given(st.text(max_size=60) | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_any_words_are_read_to_a_wish_that_can_be_met_or_none(text: str) -> None:
    match undoing(read(text)):
        case Undo(many=many) | Redo(many=many):
            assert many > 0
        case GoTo(revision=revision):
            assert revision >= 0
        case UndoOf(things=things):
            assert things
