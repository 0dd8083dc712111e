"""The scene as one would tell somebody of it who does not see it: how big, what is where.

What does not belong here: the list of what there is, which is in ``answers``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.talk import facts
from consumers.lexicon.talk.asking import Asked, be, begun, some, the
from schemas.edits import SceneItem

_DESCRIBE = re.compile(
    r"(?:describe|explain|summari[sz]e)(?: \w+)?? (?:the|this|my|our|it|what|everything)\b"
    r"(?: (?:whole|entire|current|present|finished))*"
    r"(?: (?:scene|room|place|space|world|house|garden|layout|setup|set up|arrangement|picture"
    r"|result|you see|is there|there is|here|now|so far|as it is))*"
    r"(?: (?:to|for) .*| in (?:detail|words|your own words|a few words|one sentence).*| please"
    r"| as if .*| like .*)?$"
    r"|(?:what|how) does (?:the|this|my|our) (?:\w+ )?(?:scene|room|place|house|garden) look"
    r"(?: like)?(?: now| so far)?$"
    r"|what (?:is|stands|lies|goes) where$"
    r"|give (?:me |us )?(?:a |the )?(?:short |brief |full |detailed )?description\b.*"
)
_MOST = 8
"""Things of which is told what they carry."""


def described(asked: Asked) -> str | None:
    """What is where, from the back to the front; None for any other words."""
    if _DESCRIBE.match(asked.text) is None:
        return None
    if not asked.things:
        return "The scene is empty so far."
    told = [_size(asked.items), *_stories(asked)]
    return " ".join(sentence for sentence in told if sentence)


def _size(items: Sequence[SceneItem]) -> str:
    size = facts.room(items)
    if size is None:
        return ""
    wide, deep, high = size
    if high:
        return f"A room of {wide:.2g} m by {deep:.2g} m, {high:.2g} m high."
    return f"A place outdoors of {wide:.3g} m by {deep:.3g} m."


def _stories(asked: Asked) -> list[str]:
    """A sentence for each part of the ground, then for what carries something."""
    ground = [i for i in asked.things if i.on is None]
    by_side: dict[str, list[SceneItem]] = {}
    for item in sorted(ground, key=lambda i: -i.position.z):
        by_side.setdefault(_side(item, asked.items), []).append(item)
    told = [f"{begun(side)} {be(some_)} {some(some_)}." for side, some_ in by_side.items()]
    carried: dict[str, list[SceneItem]] = {}
    for item in asked.things:
        if item.on is not None:
            carried.setdefault(item.on, []).append(item)
    for carrier in asked.things:
        if carrier.id in carried:
            guests = carried.pop(carrier.id)
            told.append(f"On {_name(carrier, asked)} {be(guests)} {some(guests)}.")
            if len(told) - len(by_side) == _MOST:
                return [*told, "There is more on other things."]
    return told


def _side(item: SceneItem, items: Sequence[SceneItem]) -> str:
    """ "on the left at the back"."""
    return facts.side(item, items)


def _name(item: SceneItem, asked: Asked) -> str:
    alike = sum(the([i]) == the([item]) for i in asked.things)
    return item.name.lower() if alike > 1 else the([item])
