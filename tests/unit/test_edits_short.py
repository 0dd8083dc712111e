"""Edits as people shorten, mend and reword them: "and the rug too", "I mean the vase", "gone"."""

from __future__ import annotations

import pytest

from tests.edited_scenes import cases, check, edited
from tests.unit.test_edits_again import Session

# As in test_edits_selection: the scene and the words; "= facts"; all else stays as it was.
WORDS = """
hall: remove every crate except the leftmost
= crate 2: gone
= crate 3: gone

hall: remove all crates but one
= crate 2: gone
= crate 3: gone

hall: make the middle crate green
= crate 2: is green crate 2

hall: make one of the crates red
= crate 1: is red crate 1

hall: paint two of the crates blue
= crate 1: is blue crate 1
= crate 2: is blue crate 2

hall: remove the smallest thing
= vase: gone

yard: remove any tree
= tree 1: gone

yard: keep only the tallest tree
= tree 1: gone
= tree 2: gone
= tree 4: gone
= tree 5: gone

yard: I want the biggest tree gone
= tree 3: gone

hall: the red chair has to go
= red chair: gone

hall: the cabinet should be painted green
= cabinet: is green cabinet

hall: remove the red chair and make the other ones black
= red chair: gone
= chair 1: is black chair 1
= chair 2: is black chair 2
= chair 3: is black chair 3
= chair 4: is black chair 4

hall: set the sofa to black
= red sofa: is black sofa

hall: floor should be black
= Floor: #1c1c1e

hall: a wooden floor please
= Floor: #9c6b3f

hall: paint the tv red and the rug too
= rug: is red rug
= tv: is red tv

hall: move the cat left 20 cm and the rug right 10 cm
= cat: moved -0.2,0,0
= rug: moved 0.1,0,0

hall: put a book on a crate
= book: new on crate 1

hall: make the cat sit on a chair
= cat: on chair 1 turned

hall: put the cat on a pedestal
= cat: on pedestal turned
= pedestal: new

hall: add a table with a book on it
= table 2: new
= book: new on table 2

yard: hang a lantern from a tree
= lantern: new on tree 1

yard: put a fish over the fountain
= fish: new

yard: make it snow
? can not make snow

hall: put a lamp on every crate... or rather just a lamp on the table
= lamp: new on table

hall: make the sofa blue, no wait, green
= red sofa: is green sofa

hall: remove the cat, I mean the vase
= vase: gone

hall: add a chair, no sorry, a stool
= stool: new

hall: paint the table red. No, make it white
= table: is white table

hall: move the cat to the left, oops, I meant the rug
= rug: moved

hall: tv left 30 cm
= tv: moved -0.3,0,0

hall: rug away
= rug: gone

hall: paint walls light blue
= Back Wall: #92b0df
= Left Wall: #92b0df
= Right Wall: #92b0df

hall: mak the sofa gren
= red sofa: is green sofa

hall: make the rug smaller and the vase bigger
= rug: x0.67
= vase: x1.5

hall: make one crate red, one blue and the rest yellow
= crate 1: is red crate 1
= crate 2: is blue crate 2
= crate 3: is yellow crate 3

hall: hmm the lamp looks lonely, can you remove the rug
= rug: gone

hall: would it be possible to have the rug in a darker shade
= rug: is dark beige rug

hall: the crates are too close to the rug
= crate 1: moved -0.4,0,0.03
= crate 2: moved -0.4,0,0
= crate 3: moved 0.4,0,-0.05
"""

# What is said one after the other, by "/"; the facts are those of the last.
TALKS = """
hall: paint the tv red / and the rug too
= rug: is red rug

hall: move the cat 30 cm to the left / and a globe too
= globe: new on table

hall: paint the tv red / same for the rug
= rug: is red rug

hall: move the cat 30 cm to the left / the rug as well
= rug: moved -0.3,0,0

hall: remove a crate / and another
= crate 1: gone

hall: remove the red chair / make the other ones black
= chair 1: is black chair 1
= chair 2: is black chair 2
= chair 3: is black chair 3
= chair 4: is black chair 4

hall: remove the cat / bring it back
= cat: new

hall: make the cat bigger / a bit bigger
= cat: x1.2

hall: put the cat on the cabinet / and the vase next to it
= vase: on cabinet

hall: put a book on a crate / and on the table
= book 2: new on table

hall: make the cat smaller / smaller still / undo both
= cat: x2.25

hall: put the cat on the cabinet / take it down again
= cat: off

hall: add two cats / remove one of them
= cat 2: gone
"""


@pytest.mark.parametrize(("where", "said", "facts", "unmet"), list(cases(WORDS)))
def test_words_do_what_they_ask_and_nothing_else(
    where: str, said: str, facts: list[str], unmet: list[str]
) -> None:
    check(where, said, facts, unmet)


@pytest.mark.parametrize(("where", "said", "facts", "unmet"), list(cases(TALKS)))
def test_what_is_left_out_is_taken_from_the_words_before(
    where: str, said: str, facts: list[str], unmet: list[str]
) -> None:
    session = Session.of(where)
    *earlier, last = said.split(" / ")
    for words in earlier:
        session.say(words)
    result = session.say(last)
    assert result.facts() == facts
    assert result.said == "; ".join(unmet)


@pytest.mark.parametrize(
    ("said", "name", "became", "factors"),
    [
        ("make the cat bigger and green", "cat", "green cat", (1.5, 1.5, 1.5)),
        ("the cat should be blue and tiny", "cat", "blue cat", (0.5, 0.5, 0.5)),
        ("make the cat smaller and paint it black", "cat", "black cat", (0.67, 0.67, 0.67)),
        ("make the crate 1 a bit bigger and white", "crate 1", "white crate 1", (1.2, 1.2, 1.2)),
        ("make the rug half as long and white", "rug", "white rug", (0.5, 1.0, 1.0)),
    ],
)
def test_looks_and_size_come_together(
    said: str, name: str, became: str, factors: tuple[float, float, float]
) -> None:
    result = edited("hall", said)
    assert result.facts() == [f"{name}: is {became}"]
    assert result.grown(name) == factors
