"""How many each of several things has: "how many chairs are at each table?", "does every table
have a lamp?".

What does not belong here: how many there are in all, which is in ``qualities``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.talk import facts
from consumers.lexicon.talk.asking import Asked, begun, is_generic, none_of, the
from consumers.lexicon.talk.holding import owner_of
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.plurals import plural, singular
from schemas.decomposition import RelationKind as Kind
from schemas.edits import SceneItem

_EACH = re.compile(r"\b(?:(?:each|every)(?: (?:one )?of(?: the)?)?|per) (?=\w)")
_HAVE_ONE = re.compile(
    r" (?:does|do|has|have) (?=(?:the|my|our|that|this|those|these) .* (?:have|got)$)"
)
_HOW_MANY = re.compile(r"how many (?=\w)")
_HOLDS = re.compile(
    r"(?:(?:have|has)(?: got)?(?: (?P<no>no))?|(?:are |is )?with)(?: any| an?| the)? "
)
_ALL_HAVE = re.compile(
    r"(?:(?:do|does|have|has) )(?:all|both|each|every)(?: (?:one )?of)?(?: the| my)? (?=\w)"
)
_HAVE = frozenset({"have", "has", "got"})
_ALL_OF_IT = frozenset({"room", "scene", "place", "picture", "image", "view"})
"""What has all that there is: "how many chairs does the room have?" counts them."""
_MOST_TOLD = 4


def each_has(asked: Asked) -> str | None:
    """ "how many stools are at each table?", "how many cups does each table have?" """
    found = _HOW_MANY.match(asked.text)
    each = (_EACH.search(asked.text) or _HAVE_ONE.search(asked.text)) if found else None
    if found is None or each is None:
        return None
    what, whose = asked.named(asked.word(found.end())), asked.named(asked.word(each.end()))
    if what is None or whose is None or is_generic(whose[0]) or whose[0].head in _ALL_OF_IT:
        return None
    if not what[1] and singular(what[0].head) in wc.PARTS:
        return None  # how many legs a table has is its model's
    for phrase, fitting, _ in (whose, what):
        if not fitting:
            return none_of(phrase, asked.items)
    return _told(what[0], whose[1], _counts(what[1], whose[1], asked.items))


def _told(what: Phrase, owners: Sequence[SceneItem], counts: dict[str, int]) -> str:
    """ "each of the 3 tables has 2 chairs", or which has how many."""
    by_many: dict[int, list[SceneItem]] = {}
    for owner in owners:
        by_many.setdefault(counts[owner.id], []).append(owner)
    if len(by_many) == 1:
        many = next(iter(by_many))
        if len(owners) == 1:
            return f"{begun(the(owners))} has {_many(what, many)}."
        return f"Each of {the(owners)} has {_many(what, many)}."
    parts = [
        f"{_names(some)} {'has' if len(some) == 1 else 'have'} {_many(what, many)}"
        f"{' each' if len(some) > 1 and many else ''}"
        for many, some in sorted(by_many.items(), reverse=True)
    ]
    return f"{begun('; '.join(parts))}."


def how_many_have(asked: Asked) -> str | None:
    """ "how many desks have a computer?" """
    found = _HOW_MANY.match(asked.text)
    whose = asked.named(asked.word(found.end())) if found else None
    held = _HOLDS.match(asked.line.span(whose[2], len(asked.line))) if whose else None
    if whose is None or held is None or is_generic(whose[0]):
        return None
    what = asked.named(whose[2] + len(held.group().split()))
    if what is None or what[0].pronoun:
        return None
    for phrase, fitting, _ in (whose, what):
        if not fitting:
            return none_of(phrase, asked.items)
    counts = _counts(what[1], whose[1], asked.items)
    lacking = held["no"] is not None
    many = sum((counts[o.id] == 0) is lacking for o in whose[1])
    noun = singular(what[0].label)
    have = "has" if many == 1 else "have"
    return f"{many or 'None'} of {the(whose[1])} {have} {'no ' if lacking else 'a '}{noun}."


def all_have(asked: Asked) -> str | None:
    """ "do all tables have a lamp?", "does every table have two chairs?" """
    found = _ALL_HAVE.match(asked.text)
    whose = asked.named(asked.word(found.end())) if found else None
    if whose is None or is_generic(whose[0]) or asked.line.at(whose[2]) not in _HAVE:
        at = whose[2] if whose else 0
        if whose is None or not re.match(r"(?:have|has) ", asked.text) or is_generic(whose[0]):
            return None
        what = asked.named(at)
    else:
        what = asked.named(whose[2] + 1)
    if what is None or what[0].pronoun:
        return None
    if not whose[1]:
        return none_of(whose[0], asked.items)
    wanted = max(1, what[0].count) if what[0].counted else 1
    counts = _counts(what[1], whose[1], asked.items)
    exact = what[0].counted and what[0].count > 1
    lacking = [o for o in whose[1] if (counts[o.id] != wanted if exact else counts[o.id] < wanted)]
    if not lacking:
        return f"Yes. {_told(what[0], whose[1], counts)}"
    return f"No. {_told(what[0], whose[1], counts)}"


def _counts(
    things: Sequence[SceneItem], owners: Sequence[SceneItem], items: Sequence[SceneItem]
) -> dict[str, int]:
    """How many of ``things`` are at, on or under each of ``owners``, by its id. What stands beside
    two of them is of the nearer one."""
    counts = {str(o.id): 0 for o in owners}
    for thing in things:
        owner = owner_of(thing, owners, items) or _around(thing, owners, items)
        if owner is not None:
            counts[owner.id] += 1
    return counts


def _around(
    thing: SceneItem, owners: Sequence[SceneItem], items: Sequence[SceneItem]
) -> SceneItem | None:
    """The owner that carries a thing through something else: the cup on a tray on the table."""
    carrier = next((i for i in items if i.id == thing.on), None)
    if carrier is None or carrier.id == thing.id:
        return None
    return next((o for o in owners if facts.stands(carrier, Kind.ON, o, items)), None)


def _many(what: Phrase, many: int) -> str:
    noun = singular(what.label) if what.plural else what.label
    if many == 1:
        return f"one {noun}"
    return f"{many or 'no'} {plural(noun) if many else noun}"


def _names(items: Sequence[SceneItem]) -> str:
    if len(items) > _MOST_TOLD:
        return the(items)
    named = [i.name.lower() if i.name[-1:].isdigit() else f"the {i.name.lower()}" for i in items]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
