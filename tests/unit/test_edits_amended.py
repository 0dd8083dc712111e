"""A word of the last command said otherwise: it is done so instead, and nothing else is."""

from __future__ import annotations

import pytest

from consumers.lexicon.edits.adjusting import adjusting
from consumers.lexicon.words.tokens import read
from consumers.patch.errors import NothingChanged
from tests.unit.test_edits_again import Session, lived


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        (("make the rug green", "I meant blue"), ["green rug: is blue rug"]),
        (("make the rug green", "or rather blue"), ["green rug: is blue rug"]),
        (("make the rug green", "not green, blue"), ["green rug: is blue rug"]),
        (("make the rug green", "blue instead"), ["green rug: is blue rug"]),
        (("move the cat 30 cm to the left", "no, black"), ["cat: is black cat"]),
        (("put a book on the table", "no, a bowl"), ["book: gone", "bowl: new on table"]),
        (("put a book on the table", "I meant a bowl"), ["book: gone", "bowl: new on table"]),
        (("put a book on the table", "a red one"), ["book: gone", "red book: new on table"]),
        (("put a book on the table", "not on the table, on the cabinet"),
         ["book: is book on cabinet"]),
        (("put a book on the table", "on the cabinet instead"), ["book: is book on cabinet"]),
        (("put a dog on the rug", "not a dog"), ["dog: gone"]),
        (("make the rug green", "not green"), ["green rug: is rug"]),
        (("make the rug green", "the tv, not the rug"),
         ["green rug: is rug", "tv: is green tv"]),
        (("make the rug green", "I said the tv not the rug"),
         ["green rug: is rug", "tv: is green tv"]),
        (("make the rug green", "typo, I meant tv"), ["green rug: is rug", "tv: is green tv"]),
        (("make the rug green", "the tv I mean"), ["green rug: is rug", "tv: is green tv"]),
        (("make the rug green", "oops, I meant the tv should be green"),
         ["green rug: is rug", "tv: is green tv"]),
        (("make the rug green", "oh no not the rug, i meant the tv should be white"),
         ["green rug: is rug", "tv: is white tv"]),
        (("make the tv green", "not the rug, the cat should be white"), ["cat: is white cat"]),
        (("move the cat 30 cm to the left", "I meant the other way"), ["cat: moved 0.6,0,0"]),
        (("move the cat 30 cm to the left", "no, right", "a bit more"), ["cat: moved 0.12,0,0"]),
        (("move the cat 30 cm to the left", "right a bit"), ["cat: moved 0.3,0,0"]),
        (("make the cat bigger", "not so big"), ["cat: x0.83"]),
        (("make the rug green", "no, blue", "same for the tv"), ["tv: is blue tv"]),
        (("make the table stone", "change it back to wood"), ["stone table: is wood table"]),
        (("and a book on the table", "I said a bowl not a book"),
         ["book: gone", "bowl: new on table"]),
        (("make the chairs taller", "sorry, I meant wider"),
         [*(f"chair {n}: x1.5,1,1" for n in range(1, 5)),
          "red chair: moved -0.07,0,-0.04 x1.5,1,1"]),
        (("put a book on a crate", "no, on the other one"), ["book: is book on crate 2"]),
        (("put the cat on the cabinet, please", "rather next to it"), ["cat: off"]),
        (("put the cat on the cabinet no on second thoughts next to it",),
         ["cat: moved -0.59,0,4.2"]),
        (("put a book on the table", "n a bowl too", "2"), ["bowl: gone", "bowl 1: new on table",
                                                         "bowl 2: new on table"]),
    ],
    ids=lambda v: " / ".join(v)[:70],
)  # fmt: skip
def test_the_last_command_is_done_as_amended(said: tuple[str, ...], facts: list[str]) -> None:
    result = lived("hall", *said)
    assert result.facts() == facts
    assert result.said == ""


def test_how_many_is_amended() -> None:
    for many in ("make that two", "actually two", "two of them", "only two", "two is enough"):
        session = Session.of("hall")
        before = len(session.room.scene.nodes)
        session.say("put a book on the table")
        session.say(many)
        assert len(session.room.scene.nodes) - before == 2


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (("put a book on the table", "further"), "no more or less"),
        (("make the cat bigger", "two"), "there shall be"),
        (("make the cat bigger", "not a dog"), "instead of"),
    ],
)
def test_what_fits_the_last_command_not_at_all_changes_nothing(
    said: tuple[str, ...], why: str
) -> None:
    session = Session.of("hall")
    session.say(said[0])
    before = session.state.scene
    with pytest.raises(NothingChanged, match=why):
        session.say(said[1])
    assert session.state.scene == before


def test_after_a_failure_no_earlier_change_is_touched() -> None:
    session = Session.of("hall")
    session.say("make the rug green")
    session.fail("make the whale blue")
    assert session.say("I meant the tv").facts() == ["tv: is blue tv"]
    session.fail("move the sofa through the wall")
    with pytest.raises(NothingChanged, match="not done"):
        session.say("a bit more")


@pytest.mark.parametrize(
    "said",
    [
        "make it white", "make that a bench", "no cats", "maybe a lamp", "and on the table",
        "in the evening", "at night", "by its name", "not bad", "no, add a dog", "blue",
        "the tv", "a sofa and two chairs",
    ],
)  # fmt: skip
def test_other_words_amend_nothing(said: str) -> None:
    found = adjusting(read(said))
    assert type(found).__name__ in {"NoneType", "Further"}


@pytest.mark.parametrize("number", [1, 2, 3])
def test_something_new_stands_at_the_thing_that_is_called_by_its_number(number: int) -> None:
    said = f"put a book on crate {number}"
    assert Session.of("hall").say(said).facts() == [f"book: new on crate {number}"]


def test_the_same_is_never_what_was_done_before_a_failure() -> None:
    session = Session.of("hall")
    session.say("remove the rug")
    session.fail("bigger bro")
    before = session.state.scene
    with pytest.raises(NothingChanged):
        session.say("same for the tv")
    assert session.state.scene == before
    session.fail("make the whale blue")
    assert session.say("same for the tv").facts() == ["tv: is blue tv"]
