"""Things given their old looks, size or turn back, as the changes of the session tell them."""

from __future__ import annotations

import pytest

from consumers.lexicon.edits.restoring import restoring
from consumers.lexicon.words.tokens import read
from consumers.patch.errors import NothingChanged
from tests.unit.test_edits_again import Session


@pytest.mark.parametrize(
    ("said", "undone", "member"),
    [
        ("make the cabinet 1.4 m high", "back to its original height", "scale"),
        ("make the cabinet twice as big", "give the cabinet its old size back", "scale"),
        (
            "turn the cabinet by 90 degrees",
            "turn the cabinet back to its original orientation",
            "rotation",
        ),
        ("make the cabinet green", "give the cabinet its old colour back", "components"),
        ("make the cabinet green", "restore the original colour of the cabinet", "components"),
        ("make the cabinet green", "put the cabinet back to how it was at the start", "components"),
    ],
)
def test_what_was_changed_is_as_it_was(said: str, undone: str, member: str) -> None:
    session = Session.of("hall")
    before = session.state.scene
    session.say(said)
    assert session.state.scene != before
    session.say(undone)
    now = session.state.scene
    assert before is not None
    assert now is not None
    cabinet = next(n.id for n in before.nodes.values() if n.name == "cabinet")
    assert getattr(now.nodes[cabinet], member) == getattr(before.nodes[cabinet], member)
    assert now.nodes[cabinet].name == "cabinet"


def test_the_first_state_is_another_than_the_one_before() -> None:
    session = Session.of("hall")
    session.say("make the cabinet green")
    session.say("make the cabinet red")
    session.say("give the red cabinet its old colour back")
    assert session.state.scene is not None
    assert any(n.name == "green cabinet" for n in session.state.scene.nodes.values())
    session.say("give the green cabinet its original colour back")
    assert any(n.name == "cabinet" for n in session.state.scene.nodes.values())


def test_what_never_was_otherwise_is_told() -> None:
    session = Session.of("hall")
    session.say("make the cabinet green")
    with pytest.raises(NothingChanged, match="never had another size"):
        session.say("give the cabinet its old size back")


@pytest.mark.parametrize(
    "text",
    ["make the sofa blue", "put the lamp back where it was", "put it back to how it was", "undo",
     "add an old chair", "move the old chair back", "make it as big as the original"],
)  # fmt: skip
def test_other_words_are_not_read_so(text: str) -> None:
    assert restoring(read(text)) is None
