"""Whether things are alike in size, or large enough: "is the desk as tall as the bed?", "is there
room for a kiosk between the fountain and the statue?".

What does not belong here: which of two is bigger, which is in ``qualities``.
"""

from __future__ import annotations

import re

from consumers.lexicon.talk import facts
from consumers.lexicon.talk.asking import Asked, begun, none_of, the
from consumers.lexicon.words.gazetteer import guessed_size, noun_row

_AXES = {
    "tall": 1, "high": 1, "height": 1, "wide": 0, "width": 0, "deep": 2, "depth": 2, "long": 2,
    "length": 2,
}  # fmt: skip
_ADJECTIVES = ("wide", "tall", "deep")
_AS = re.compile(
    r"(?:is|are|do|does|have|has) (?=\w.*?\b(?:as (?P<how>tall|high|wide|deep|long) as"
    r"|(?:have|has|of)"
    r" the same (?P<what>height|width|depth|length) as|the same (?P<own>height|width|depth|length)"
    r" as) )"
)
_GOAL = re.compile(r" as (?=(?:the|my|our|that|an?|every|each) |[a-z]+ \d)")
_SAME_M = 0.02
_ROOM_FOR = re.compile(
    r"(?:is there|do we have|have we got)(?: still| any| enough| some)* (?:room|space|place) for"
    r" (?P<thing>an? .+?) between (?=\w)"
)


def as_tall(asked: Asked) -> str | None:
    """ "do the nightstands have the same height as the bed?" """
    found = _AS.match(asked.text)
    goals = list(_GOAL.finditer(asked.text)) if found else []
    first = asked.subject(1)
    goal = asked.named(asked.word(goals[-1].end())) if goals else None
    if found is None or first is None or goal is None or first[0].pronoun:
        return None
    for phrase, fitting, _ in (first, goal):
        if not fitting:
            return none_of(phrase, asked.items)
    axis = _AXES[found["how"] or found["what"] or found["own"]]
    sizes = [i.size[axis] for i in first[1]]
    other = goal[1][0].size[axis]
    alike = all(abs(size - other) <= _SAME_M for size in sizes)
    low, high = min(sizes), max(sizes)
    span = f"{low:.2g} m" if high - low <= _SAME_M else f"{low:.2g} to {high:.2g} m"
    way = _ADJECTIVES[axis]
    be = "is" if len(first[1]) == 1 else "are"
    return (
        f"{'Yes' if alike else 'No'}, {the(first[1])} {be} {span} {way}, "
        f"{the(goal[1][:1])} {other:.2g} m."
    )


def room_for(asked: Asked) -> str | None:
    """ "is there room for a kiosk between the fountain and the statue?", by its usual size."""
    found = _ROOM_FOR.match(asked.text)
    first = asked.named(asked.word(found.end())) if found else None
    second = asked.named(first[2] + 1) if first and asked.line.at(first[2]) == "and" else None
    guest = asked.named(asked.word(found.start("thing"))) if found else None
    if found is None or first is None or second is None or guest is None:
        return None
    for phrase, fitting, _ in (first, second):
        if not fitting:
            return none_of(phrase, asked.items)
    far = facts.gap(first[1][0], second[1][0])
    row = noun_row(guest[0].noun)
    wide, _, deep = row.size if row is not None else guessed_size(guest[0].head)
    fits = far >= min(wide, deep)
    sides = f"{the(first[1][:1])} and {the(second[1][:1])}"
    return begun(
        f"{'yes' if fits else 'no'}, {sides} are {far:.2g} m apart; {found['thing']} is usually "
        f"{wide:.2g} m by {deep:.2g} m."
    )
