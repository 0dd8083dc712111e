"""Which of several things has another at it: "which table has no chair?"

What does not belong here: where one thing is, which is in ``locating``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.edits.items import listed, with_article
from consumers.lexicon.talk import facts
from consumers.lexicon.talk.asking import Asked, begun, is_generic, none_of
from schemas.decomposition import RelationKind as Kind
from schemas.edits import SceneItem

_WHICH = re.compile(r"(?:which|what) (?!is\b|are\b)")
_HOLDS = re.compile(r"(?:has|have|got|(?:is|are) (?=with))(?: got| with)?(?: (?P<no>no|not))?(?= )")


def which_has(asked: Asked) -> str | None:
    """ "which table has no chair?", "which shelf has the ladder?": at it, on it or under it."""
    named = asked.named(1) if _WHICH.match(asked.text) else None
    if named is None or named[0].pronoun or is_generic(named[0]):
        return None
    phrase, fitting, at = named
    held = _HOLDS.match(asked.line.span(at, len(asked.line)))
    other = asked.named(at + len(held.group().split())) if held else None
    if held is None or other is None or other[0].pronoun:
        return None
    if not fitting:
        return none_of(phrase, asked.items)
    if not other[1]:
        return none_of(other[0], asked.items)
    lacking = held["no"] is not None
    have = {owner.id for o in other[1] if (owner := owner_of(o, fitting, asked.items)) is not None}
    told = [i for i in fitting if (i.id in have) != lacking]
    if not told:
        every = "All of them have" if lacking else "None of them has"
        return f"{every} one at, on or under it."
    what = f"no {other[0].label}" if lacking else with_article(other[0].label)
    names = listed([f"the {i.name.lower()}" for i in told])
    return f"{begun(names)} {'has' if len(told) == 1 else 'have'} {what}."


def owner_of(
    item: SceneItem, owners: Sequence[SceneItem], items: Sequence[SceneItem]
) -> SceneItem | None:
    """The one of ``owners`` that ``item`` is on or under, or next to and nearest to."""
    others = [o for o in owners if o.id != item.id]
    for kind in (Kind.ON, Kind.UNDER):
        carried = next((o for o in others if facts.stands(item, kind, o, items)), None)
        if carried is not None:
            return carried
    beside = [o for o in others if facts.stands(item, Kind.NEXT_TO, o, items)]
    return min(beside, key=lambda o: facts.gap(item, o), default=None)
