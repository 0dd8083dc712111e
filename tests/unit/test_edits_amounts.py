"""How many, and which of them: numbers said behind, totals, shares, and ranks that share a noun."""

from __future__ import annotations

import pytest

from ops.bench.scenes.session import Session, engines
from tests.edited_scenes import cases, check

# As in test_edits_selection: the scene and the words; "= facts"; all else stays as it was.
WORDS = """
hall: reduce the crates to two
= crate 3: gone

hall: cut the crates down to one
= crate 2: gone
= crate 3: gone

hall: the crates are too many, one is enough
= crate 2: gone
= crate 3: gone

hall: three crates is too much, leave only two
= crate 3: gone

hall: keep just one of the crates
= crate 2: gone
= crate 3: gone

hall: crates, we only need two in total
= crate 3: gone

hall: three crates too many, take two away
= crate 1: gone
= crate 2: gone

yard: increase the trees to six
= tree: new

yard: double the dogs
= dog 2: new

hall: candles on the table, like two
= candle 1: new on table
= candle 2: new on table

hall: put plates on the table, about two
= plate 1: new on table
= plate 2: new on table

hall: a glass for each of us two
= glass 1: new on table
= glass 2: new on table

hall: make one crate red, one green and one blue
= crate 1: is red crate 1
= crate 2: is green crate 2
= crate 3: is blue crate 3

hall: half of the crates red and the other half yellow
= crate 1: is red crate 1
= crate 2: is red crate 2
= crate 3: is yellow crate 3

hall: two of the crates blue, the rest white
= crate 1: is blue crate 1
= crate 2: is blue crate 2
= crate 3: is white crate 3

hall: one crate red, the others should be white
= crate 1: is red crate 1
= crate 2: is white crate 2
= crate 3: is white crate 3

hall: make two crates black and the other one green
= crate 1: is black crate 1
= crate 2: is black crate 2
= crate 3: is green crate 3

hall: paint the first crate red, the other two blue
= crate 1: is red crate 1
= crate 2: is blue crate 2
= crate 3: is blue crate 3

hall: make the first and the last crate pink
= crate 1: is pink crate 1
= crate 3: is pink crate 3

hall: the first and third crate should be gold
= crate 1: is gold crate 1
= crate 3: is gold crate 3

hall: swap the first and the last crate
= crate 1: moved 5.6,0,-0.5
= crate 3: moved -5.6,0,0.5

hall: the left two crates blue
= crate 1: is blue crate 1
= crate 2: is blue crate 2

hall: the right two crates to the left
= crate 2: moved -0.4,0,0
= crate 3: moved -1,0,0
? crate 2 could not go further: crate 1 is in the way

hall: remove the last two crates
= crate 2: gone
= crate 3: gone

hall: take one chair away, but not the red one
= chair 1: gone

hall: remove two crates but not the first one
= crate 2: gone
= crate 3: gone

hall: all but the first crate green
= crate 2: is green crate 2
= crate 3: is green crate 3

hall: all but the red chair black
= chair 1: is black chair 1
= chair 2: is black chair 2
= chair 3: is black chair 3
= chair 4: is black chair 4

hall: take either lamp away
= lamp 1: gone

hall: second crate: make it blue
= crate 2: is blue crate 2

hall: the crate on the left, make it blue
= crate 1: is blue crate 1

hall: cabinet: remove the lamp
= lamp 2: gone

hall: 4th crate
= crate: new

hall: fourth crate next to the tv
= crate: new

hall: only one chair per table
= chair 2: gone
= chair 3: gone
= chair 4: gone

hall: make both lamps gold
= lamp 1: is gold lamp 1
= lamp 2: is gold lamp 2

hall: every other crate red
= crate 1: is red crate 1
= crate 3: is red crate 3

hall: leave one crate
= crate 2: gone
= crate 3: gone

hall: no more than two crates
= crate 3: gone

hall: at least four crates
= crate: new

hall: as many crates as lamps
= crate 3: gone

hall: neither lamp should be on
? lamp 1 is off already; lamp 2 is off already

hall: none of the crates should be red
? I did not understand: none of the crates should be red.

hall: no crates should be left
= crate 1: gone
= crate 2: gone
= crate 3: gone

hall: the table with the vase black
= table: is black table

hall: remove the second and third crate
= crate 2: gone
= crate 3: gone

hall: one crate red two blue
= crate 1: is red crate 1
= crate 2: is blue crate 2
= crate 3: is blue crate 3

hall: no lamp should be red
? I did not understand: none of the lamps should be red.

hall: at least two crates
? There are 3 of that kind already.

hall: the crate of the left red
= crate 1: is red crate 1

hall: the crates brown, except the middle one
= crate 1: is brown crate 1
= crate 3: is brown crate 3

hall: all three crates a bit smaller
= crate 1: x0.83
= crate 2: x0.83
= crate 3: x0.83

hall: cups on the table, half a dozen
= cup 1: new on table
= cup 2: new on table
= cup 3: new on table
= cup 4: new on table
= cup 5: new on table
= cup 6: new on table

hall: a cup on two of the crates
= cup: new on crate 1
= cup 2: new on crate 2

hall: one candle on the cabinet
= candle: new on cabinet

hall: make all but two crates red
= crate 3: is red crate 3

hall: only two crates should be left
= crate 3: gone

hall: first crate: red, second: blue, third crate: green
= crate 1: is red crate 1
= crate 2: is blue crate 2
= crate 3: is green crate 3

hall: make the three crates in three different colours
= crate 1: is red crate 1
= crate 2: is blue crate 2
= crate 3: is yellow crate 3

yard: cut down two trees
= tree 1: gone
= tree 2: gone

yard: double the dogs and halve the trees
= tree 3: gone
= tree 4: gone
= tree 5: gone
= dog 2: new
"""

# A scene, then what is said one after the other by "/"; how many of a kind there are in the end.
COUNTS = [
    ("a table with a birthday cake / i want candles on the cake, like 5", "candle", 5),
    ("a table with a birthday cake / put six candles on the cake / make that four", "candle", 4),
    ("a table with a vase / put cups on the table / make it five", "cup", 5),
    ("a table with a vase / put three cups on the table / two is enough", "cup", 2),
    ("a table with a vase / put three cups on the table / no, only two", "cup", 2),
    ("a table with a vase / put two cups on the table / double that", "cup", 4),
    ("a room with six balloons / remove two balloons / i only want three", "balloon", 3),
    ("a room with six balloons / six balloons are too many, leave two", "balloon", 2),
    ("a room with six balloons / too many balloons, three is enough", "balloon", 3),
    ("a room with two desks / pens on the desks, two each", "pen", 4),
    ("a room with two desks / mugs on the desks, two per desk", "mug", 4),
    ("a room with two desks / on one of the desks put a cactus", "cactus", 1),
    ("a cafe with a table / a plate for each of us four", "plate", 4),
    ("a cafe with a table / forks on the table for six people", "fork", 6),
    ("a desk with two monitors / 3rd monitor", "monitor", 3),
    ("a hall with six torches / torches 8", "torch", 8),
    ("a park with two benches / each bench gets a lamp", "lamp", 2),
    ("a room with three balloons / i want more balloons, like four", "balloon", 7),
    ("a room with five shells / a starfish for each shell / two less", "starfish", 3),
    ("a classroom with nine desks in three rows / one book per desk", "book", 9),
    (
        "a classroom with nine desks in three rows / one book per desk"
        " / remove the books from the last row",
        "book",
        6,
    ),
    ("a room with five crates / crates *2", "crate", 10),
    ("a room with five crates / total of 7 crates", "crate", 7),
    ("a room with five crates / five crates is one too many", "crate", 4),
    ("a room with five crates / crates +2", "crate", 7),
    ("a room with five crates / -1 crate", "crate", 4),
    ("a kitchen with three pots on a stove / one pot is enough actually", "pot", 1),
    ("a room with a table and three chairs / the chairs should have a cushion each", "cushion", 3),
    ("an office with two desks / for each desk: a monitor, a keyboard", "monitor", 2),
    ("an office with two desks / add the following: 3 lamps, 2 chairs", "following", 0),
    ("an arena with four enemy cubes / leave only two enemies", "enemy", 2),
    ("an arena with four enemy cubes / add two more enemies", "enemy", 6),
    ("a cafe with a table and four chairs / plates for everyone", "plate", 4),
    ("a room with three chairs and a sofa / make one chair red", "chair", 3),
    ("a sofa with four cushions on it / same number of dolls as cushions", "doll", 4),
    (
        "an office with two desks and two phones on each desk / reduce the phones to one per desk",
        "phone",
        2,
    ),
]


@pytest.mark.parametrize(("where", "said", "facts", "unmet"), list(cases(WORDS)))
def test_as_many_as_are_meant_and_no_others(
    where: str, said: str, facts: list[str], unmet: list[str]
) -> None:
    check(where, said, facts, unmet)


@pytest.mark.parametrize(("said", "kind", "many"), COUNTS)
def test_there_are_as_many_as_was_said(said: str, kind: str, many: int) -> None:
    session = Session(engines())
    for words in said.split(" / "):
        session.say(words)
    names = [node.name.lower() for node in session.scene.nodes.values()]
    assert sum(kind in name.split() for name in names) == many


def test_a_thing_that_is_first_named_is_where_the_command_acts() -> None:
    session = Session(engines())
    session.say("an office with three desks in a row and a phone on each desk")
    before = set(session.scene.nodes)
    assert session.say("first desk: remove the phone").told.startswith("Removed phone")
    assert len(before - set(session.scene.nodes)) == 1
    assert session.say("the desk in the middle make it blue").told.startswith("Replaced desk")
