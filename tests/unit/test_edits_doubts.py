"""Words that narrow what a command means: done so where they are read, else nothing is done."""

from __future__ import annotations

import pytest

from tests.edited_scenes import cases, check

# As in test_edits_selection.
WORDS = """
hall: delete everything the cat broke
? I did not understand what "the cat broke" says of the things to remove, and removed none

hall: remove all what is on table
= lamp 1: gone
= vase: gone

hall: paint the door lamps green
? There is no door lamp in the scene

hall: paint the table chairs green
= chair 1: is green chair 1
= chair 2: is green chair 2
= chair 3: is green chair 3
= chair 4: is green chair 4

hall: paint the end crates blue
= crate 1: is blue crate 1
= crate 3: is blue crate 3

hall: remove the inner crate
= crate 2: gone

yard: paint the corner trees blue
= tree 1: is blue tree 1

yard: put the dog on the roof
= dog: on house

yard: I don't like the bench there. Put it next to the statue.
= bench: moved

hall: the red chair isn't needed any more
= red chair: gone

hall: the bed is ugly, remove it
? There is no bed in the scene

hall: the mirrors are too small, make them bigger
? There is no mirror in the scene

yard: switch the bench to the other side of the fountain
= bench: moved

hall: we no longer need the cat
= cat: gone
"""


@pytest.mark.parametrize(("where", "said", "facts", "unmet"), list(cases(WORDS)))
def test_what_is_left_unread_is_never_taken_for_more(
    where: str, said: str, facts: list[str], unmet: list[str]
) -> None:
    check(where, said, facts, unmet)
