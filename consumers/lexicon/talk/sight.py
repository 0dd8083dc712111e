"""What can be seen from where: "can you see the stage from the door?", "does the shelf hide it?".

Measured on boxes: a line from above the one to the middle of the other, which any thing in between
that reaches up to it blocks. What does not belong here: where a client's camera looks
(``viewing``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.edits.items import things
from consumers.lexicon.talk import facts
from consumers.lexicon.talk.asking import Asked, none_of, the
from schemas.edits import SceneItem

_SEE_FROM = re.compile(
    r"(?:can|could|do|does|will|would) (?:you|i|we|one|people|somebody|someone) (?:\w+ )?see"
    r" (?=\w.* from )"
)
_SEEN_FROM = re.compile(r"(?:is|are) (?=\w.* (?:visible|seen|in view) from )")
_SEES = re.compile(r"(?:can|could|does|do) (?=(?:the|my|our|that|this) .* see )")
_WAY = re.compile(
    r"(?:is|are|does|do|what|which) .*\b(?:way|path|route|passage|line) (?:from|between) (?=\w)"
)
_JOINS = frozenset({"to", "and"})
_KNEE_M = 0.2
"""Metres above the ground at which a thing is in the way of who walks."""
_EYES_M = 1.6
"""Metres at which the eyes of somebody are who stands where it is looked from."""
_LOW_M = 0.25
"""Metres below which a thing hides nothing."""
_STEPS = 60


def sees(asked: Asked) -> str | None:
    """Whether one thing can be seen from another, and what is in the way if not."""
    found = _SEE_FROM.match(asked.text) or _SEEN_FROM.match(asked.text)
    if found is not None:
        seen = asked.named(asked.word(found.end()))
        at = seen[2] if seen else 0
        while at < len(asked.line) and asked.line.at(at) != "from":
            at += 1
        eye = asked.named(at + 1) if at < len(asked.line) else None
    elif (found := _SEES.match(asked.text)) is not None:
        eye = asked.named(asked.word(found.end()))
        seen = asked.named(eye[2] + 1) if eye and asked.line.at(eye[2]) == "see" else None
    else:
        return None
    if eye is None or seen is None:
        return None
    for phrase, fitting, _ in (seen, eye):
        if not fitting:
            return none_of(phrase, asked.items)
    goal, start = seen[1][0], eye[1][0]
    if goal.id == start.id:
        return None
    hiding = between(start, goal, asked.items)
    if not hiding:
        return f"Yes, nothing stands between {the([start])} and {the([goal])}."
    verb = "is" if len(hiding) == 1 else "are"
    return f"Not wholly: {the(hiding[:4])} {verb} between {the([start])} and {the([goal])}."


def in_the_way(asked: Asked) -> str | None:
    """ "is anything blocking the way from the sofa to the door?", straight along the ground."""
    found = _WAY.match(asked.text)
    start = asked.named(asked.word(found.end())) if found else None
    goal = asked.named(start[2] + 1) if start and asked.line.at(start[2]) in _JOINS else None
    if start is None or goal is None:
        return None
    for phrase, fitting, _ in (start, goal):
        if not fitting:
            return none_of(phrase, asked.items)
    one, other = start[1][0], goal[1][0]
    a, b = facts.box(one), facts.box(other)
    eye, end = (*a.middle, a.low + _KNEE_M), (*b.middle, a.low + _KNEE_M)
    ends = {one.id, other.id}
    hiding = [
        i
        for i in things(asked.items)
        if i.id not in ends and i.on not in ends and _crosses(i, eye, end)
    ]
    way = f"from {the([one])} to {the([other])}"
    if not hiding:
        return f"Nothing is in the way straight {way}."
    return f"Straight {way}, {the(hiding[:4])} {'is' if len(hiding) == 1 else 'are'} in the way."


def between(start: SceneItem, goal: SceneItem, items: Sequence[SceneItem]) -> list[SceneItem]:
    """What blocks the line from eye height at ``start`` to the middle of ``goal``."""
    a, b = facts.box(start), facts.box(goal)
    standing = start.position.y if start.size[1] < _EYES_M else a.low
    eye = (*a.middle, min(max(a.high, _LOW_M), standing + _EYES_M))
    if start.size[1] < 1.0:
        eye = (*a.middle, a.low + _EYES_M)  # looked from there, by somebody who stands there
    end = (*b.middle, (b.low + b.high) / 2)
    hiding: list[SceneItem] = []
    for item in things(items):
        if item.id in (start.id, goal.id) or item.on in (start.id, goal.id):
            continue
        if item.id in (start.on, goal.on) or item.size[1] < _LOW_M:
            continue
        if _crosses(item, eye, end):
            hiding.append(item)
    return hiding


def _crosses(
    item: SceneItem, eye: tuple[float, float, float], end: tuple[float, float, float]
) -> bool:
    """Whether the line from ``eye`` to ``end``, (x, z, y) each, goes through the item's box."""
    b = facts.box(item)
    for step in range(1, _STEPS):
        share = step / _STEPS
        x, z, y = (e + (g - e) * share for e, g in zip(eye, end, strict=True))
        if b.left < x < b.right and b.front < z < b.back and b.low < y < b.high:
            return True
    return False
