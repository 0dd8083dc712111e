"""Who is there: questions after people and animals, "who is on the swings?", "is anybody here?".

What does not belong here: other things at a place, which are in ``locating``.
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.items import label_of
from consumers.lexicon.sentences import fronts
from consumers.lexicon.talk.asking import Asked, be, begun, some
from consumers.lexicon.talk.locating import placed_at
from consumers.lexicon.words.gazetteer import noun_row
from schemas.edits import SceneItem

_WHO = re.compile(
    r"(?:who|who all|which (?:people|persons|characters|animals|figures)) (?:is|are|sits?|stands?"
    r"|lies?|lives?|waits?|sleeps?|works?|plays?|hangs?|rides?|drives?|goes|travels?|swims?|hides?"
    r"|kneels?|leans?|rests?|serves?|stays?)\b"
)
_ANYBODY = re.compile(
    r"(?:is|are) (?:there )?(?:anybody|anyone|somebody|someone|any(?: \w+)? people)\b"
)
_ROOM = re.compile(
    r"(?:(?:is|are|there|here|in|at|inside|present|the|this|that|my|our|anybody|anyone|somebody"
    r"|someone|any|people|else|still|now|scene|room|house|place|garden|picture|world|who|all"
    r"|which|animals|characters|figures) ?)+"
)
_MANY = re.compile(
    r"how many (?P<whom>people|persons|humans|characters|figures|animals|creatures)\b"
)


def who(asked: Asked) -> str | None:
    """ "who is at the bar?", "is anybody on the sofa?": people, animals, and who looks like one."""
    asks_who, anybody = _WHO.match(asked.text), _ANYBODY.match(asked.text)
    if asks_who is None and anybody is None:
        return None
    alive = [i for i in asked.things if is_somebody(i)]
    starts = range(1, len(asked.line))
    placed = next((p for at in starts if (p := placed_at(asked, at)) is not None), None)
    if placed is None:
        if _ROOM.fullmatch(asked.text) is None:
            return None
        there, where = alive, "in the scene"
    elif placed.missing:
        return placed.missing
    else:
        there = placed.among(alive)
        where = placed.narrowed(there).words
    if anybody is not None:
        return f"Yes, {some(there)}." if there else f"No, nobody is {where}."
    return f"{begun(some(there))} {be(there)} {where}." if there else f"Nobody is {where}."


def how_many(asked: Asked) -> str | None:
    """ "how many people are there?": all that are people, whatever they are called."""
    found = _MANY.match(asked.text)
    if found is None or re.search(r"\b(?:sit|fit|seated|dine|eat|can|could)\b", asked.text):
        return None
    wanted = {"animal"} if found["whom"] in {"animals", "creatures"} else {"person"}
    pool = [i for i in asked.things if _category(i) in wanted]
    at = len(found.group().split())
    starts = range(at, len(asked.line))
    placed = next((p for s in starts if (p := placed_at(asked, s)) is not None), None)
    if placed is not None and placed.missing:
        return placed.missing
    there = pool if placed is None else placed.among(pool)
    where = "in the scene" if placed is None else placed.words
    if not there:
        return f"There are no {found['whom']} {where}."
    many = (
        f"one {'person' if wanted == {'person'} else 'animal'}"
        if len(there) == 1
        else (f"{len(there)} {'people' if wanted == {'person'} else 'animals'}")
    )
    return f"There {be(there)} {many} {where}: {some(there)}."


def is_somebody(item: SceneItem) -> bool:
    """Whether it is a person or an animal, or looks like one: a robot, a snowman."""
    return fronts.is_somebody(item.noun, label_of(item))


def _category(item: SceneItem) -> str:
    row = noun_row(item.noun)
    return row.category if row is not None else ""
