"""Edits as people put them who correct themselves, point at what they just asked about, and leave
out what they have said: "no, behind it", "only 10", "next to the first one"."""

from __future__ import annotations

import pytest

from consumers.lexicon.edits.completing import completed
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.words.tokens import read
from tests.edited_scenes import cases, check, room
from tests.unit.test_edits_again import Session

# As in test_edits_selection: the scene and the words; "= facts"; all else stays as it was.
WORDS = """
hall: the rug is not needed any more
= rug: gone

hall: the tv is no longer needed
= tv: gone

hall: stick the cat on the cabinet
= cat: on cabinet

hall: pop a book on crate 1
= book: new on crate 1

hall: make the cat one and a half times as big
= cat: x1.5

hall: make the rug red instead of white
= rug: is red rug

hall: the rug should be green, not red
= rug: is green rug

hall: redo the tv in white
= tv: is white tv

hall: I want a dog instead of the cat
= cat: is dog

hall: swap the rug for a red one
= rug: is red rug

hall: swap the cat for a bigger one
= cat: x1.5

hall: make the table round
= table: is round table

hall: make the rug round and yellow
= rug: is round yellow rug

hall: can the rug be white and oval
= rug: is oval white rug

hall: add a dog as well
= dog: new

hall: add a dog, a white one
= white dog: new

hall: put a book on the cabinet, in red
= red book: new on cabinet

hall: clear the table
= lamp 1: gone
= vase: gone

hall: I don't need three crates, two are enough
= crate 3: gone

hall: too many crates, keep one
= crate 2: gone
= crate 3: gone

hall: I want two crates, not three
= crate 3: gone

hall: I want four crates, not three
= crate: new

hall: paint the tv red, and the rug black
= rug: is black rug
= tv: is red tv

hall: take all the crates away except one
= crate 2: gone
= crate 3: gone

hall: the vase to the left of the tv
= vase: off

hall: I'd rather have a dog instead of the cat
= cat: is dog

hall: clear the rug and the tv
= rug: gone
= tv: gone
"""

# What is said one after the other, by "/"; "?" before a question and "!" before what failed.
TALKS = """
hall: move the cat 30 cm to the left / nope, right
= cat: moved 0.6,0,0

hall: move the cat 30 cm to the left / that was too much, only 10
= cat: moved 0.2,0,0

hall: move the cat 30 cm to the left / no, 20 cm
= cat: moved 0.1,0,0

hall: make the cabinet 20 cm taller / oops, too much. only 5 cm
= cabinet: x1,0.86,1
= lamp 2: moved 0,-0.15,0

hall: put the cat on the cabinet / no, next to it
= cat: off

hall: put the cat on the cabinet / no, on the table
= cat: on table

hall: rotate the cat by 90 degrees / no, 45
= cat: turned -45

hall: move the cat 30 cm to the left / ?where is the vase? / put it on the cabinet
= vase: on cabinet

hall: move the cat 30 cm to the left / ?what colour is the tv? / red then
= tv: is red tv

hall: move the cat 30 cm to the left / !put the tv behind the sofa / make it smaller
= tv: x0.67

hall: make the cat bigger / !put a whale behind the tv / make it red
= cat: is red cat

hall: make the cat bigger / !move the vase 9 m to the left / no, 10 cm
= vase: moved -0.1,0,0
"""


@pytest.mark.parametrize(("where", "said", "facts", "unmet"), list(cases(WORDS)))
def test_words_do_what_they_ask_and_nothing_else(
    where: str, said: str, facts: list[str], unmet: list[str]
) -> None:
    check(where, said, facts, unmet)


@pytest.mark.parametrize(("where", "said", "facts", "unmet"), list(cases(TALKS)))
def test_corrections_and_pronouns_go_by_what_was_spoken_of_last(
    where: str, said: str, facts: list[str], unmet: list[str]
) -> None:
    session = Session.of(where)
    *earlier, last = said.split(" / ")
    for words in earlier:
        if words.startswith("?"):
            session.ask(words[1:])
        elif words.startswith("!"):
            session.fail(words[1:])
        else:
            session.say(words)
    assert session.say(last).facts() == facts


def test_a_replaced_look_leaves_guests_as_they_are_on_what_was_stretched() -> None:
    session = Session.of("hall")
    session.say("make the table 30 cm taller")
    assert session.say("make the table blue").facts() == ["table: is blue table"]


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("a second cat next to the first one", "a second cat next to the first one"),
        ("a second cat next to the cat", "a second cat next to the first one"),
        ("another cat behind the old one", "another cat behind the first one"),
        ("a crate between the two", "a crate between the two crates"),
        ("two crates behind the sofa, red ones", "two red crates behind the sofa"),
        ("a chair beside the tv, in dark blue", "a dark blue chair beside the tv"),
        ("a phone on both lamps", "a phone on each lamp"),
        ("a bin next to both of the lamps", "a bin next to each lamp"),
        ("a rug between both lamps", "a rug between both lamps"),
        ("a plant as well", "a plant"),
        ("a lamp on the table, and a vase", "a lamp on the table , and a vase"),
    ],
)
def test_what_new_things_leave_out_is_filled_in(said: str, whole: str) -> None:
    items = tuple(i for i in room("hall").items if i.name not in {"crate 3"})
    assert completed(read(said), Finder(items)).text == whole
