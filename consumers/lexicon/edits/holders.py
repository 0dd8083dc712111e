"""Things that are told apart by what they hold: "the shelf with the books", "the bucket that has
the tulips", "the one with the globe", "the desk without a lamp".

What belongs here: such words as the places of the things they mean: "the second shelf". What does
not: what goes along with a thing ("the table with its chairs"), which is in ``sets``.
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.commands import command_at, without_politeness
from consumers.lexicon.edits.items import bare_label, is_shell, things
from consumers.lexicon.edits.outlines import stands_at
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.quantities import ORDINALS
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind
from schemas.edits import SceneItem

_WITH = re.compile(
    r"(?:, )?(?:(?P<no>without|with no|that has no|which has no|that does not have)"
    r"|with|that has|which has|that holds?|which holds?|holding|carrying|containing|that carries"
    r"|that contains|(?:that|which) (?:is|are) (?:full of|holding|carrying)|full of|that have)"
    r"(?: (?:all|both|only))?(?= )"
)
_ON_IT = re.compile(
    r"(?:still )?(?:on|in|inside|upon)(?: top)?(?: of)? (?:it|them)(?= |$)|on top(?= |$)"
)
_EXCHANGED = frozenset({
    "replace", "swap", "exchange", "switch", "trade", "substitute", "change", "fill", "cover",
    "surround", "decorate", "line", "turn", "match", "compare", "furnish", "equip", "provide",
})  # fmt: skip
"""Verbs after whose thing "with" says what comes in its stead, or onto it."""
_ALIKE = frozenset({"make", "paint", "light", ""})


def held(line: Line, finder: Finder) -> Line | None:
    """``line`` with the names of the things for such words; None where there are none."""
    said = without_politeness(line)
    if said.at(0) in _EXCHANGED:
        return None
    command = command_at(said, 0)
    op = command[0] if command is not None else ""
    at = 0
    changed = line
    while at < len(changed):
        found = _held_at(changed, at, finder, alone=op in _ALIKE)
        if found is not None:
            names, stop = found
            changed = Line((*changed.words[:at], *names, *changed.words[stop:]))
            at += len(names)
        at += 1
    return changed if changed != line else None


def not_held(line: Line, finder: Finder) -> str:
    """What is told of "the vase with the roses" where no vase has them, which is no wish for
    another thing in its stead; "" for other words."""
    said = without_politeness(line)
    command = command_at(said, 0)
    if said.at(0) in _EXCHANGED or (command is not None and command[0] not in _ALIKE):
        return ""
    start = command[1] if command is not None else 0
    for n in range(start + 2, min(start + 6, len(said) - 1)):
        joined = said.match(_WITH, n)
        first = phrase_at(said.part(0, n), start) if joined is not None else None
        if joined is None or first is None or first[1] != n or not first[0].definite:
            continue
        what = _what(said, joined[1], finder) if said.at(joined[1]) in wc.DEFINITE else None
        fitting = _fitting(first[0], finder)
        if what is None or not fitting or any(_holds(i, what[0], finder) for i in fitting):
            return ""
        return f"There is no {said.span(start + 1, what[1])}, so I changed nothing."
    return ""


def _held_at(
    line: Line, at: int, finder: Finder, *, alone: bool
) -> tuple[tuple[str, ...], int] | None:
    """The names of what is meant from ``at`` on, and the index after the words for it.

    ``alone``: also where there is only one of the kind, since "with" can say nothing else.
    """
    if line.at(at) not in wc.DEFINITE and line.at(at) not in {"both", "all"}:
        return None
    for n in range(at + 2, min(at + 6, len(line) - 1)):
        joined = line.match(_WITH, n)
        first = phrase_at(line.part(0, n), at) if joined is not None else None
        if joined is None or first is None or first[1] != n:
            continue
        what = _what(line, joined[1], finder)
        if what is None:
            return None
        goods, stop = what
        fitting = _fitting(first[0], finder)
        lacking = joined[0]["no"] is not None
        holders = [i for i in fitting if _holds(i, goods, finder) is not lacking]
        narrows = 0 < len(holders) < len(fitting) or (alone and len(fitting) == 1 == len(holders))
        if not narrows or (lacking and not goods):
            return None
        names = by_place(holders if first[0].plural else holders[:1], finder)
        return (names, stop) if names else None
    return None


def _what(line: Line, at: int, finder: Finder) -> tuple[list[SceneItem], int] | None:
    """The things held, and the index after them and "on it"."""
    found = phrase_at(line, at, plain=True)
    if found is None or found[0].pronoun or not found[0].head or found[0].quantifier == "each":
        return None
    goods = finder.every(found[0])
    if not goods or any(is_shell(i) for i in goods):
        return None
    on_it = line.match(_ON_IT, found[1])
    return goods, on_it[1] if on_it is not None else found[1]


def _fitting(phrase: Phrase, finder: Finder) -> list[SceneItem]:
    if phrase.head in {"one", "ones"}:
        carrying = {i.on for i in finder.items}
        return [i for i in things(finder.items) if i.id in carrying]
    if phrase.pronoun:
        return []
    return [i for i in finder.every(phrase) if not is_shell(i)]


def _holds(item: SceneItem, goods: list[SceneItem], finder: Finder) -> bool:
    """Whether some of ``goods`` are on or in an item, or stand at it, as chairs do at a table."""
    if any(item.id in finder.carriers(good) for good in goods):
        return True
    free = [good for good in goods if good.on is None and good.id != item.id]
    return any(stands_at(good, Kind.AROUND, item, finder.items) for good in free)


def by_place(holders: list[SceneItem], finder: Finder) -> tuple[str, ...]:
    """The holders by their places among those of their kind: "the second bookshelf"."""
    order = [name for name in ORDINALS if name != "last"]
    words: list[str] = []
    for item in holders:
        kind = bare_label(item)
        named = phrase_at(Line(("the", *kind.split())), 0, plain=True)
        alike = finder.every(named[0]) if named is not None else []
        at = alike.index(item) if item in alike else len(order)
        if at >= len(order):
            return ()
        rank = (order[at],) if len(alike) > 1 else ()
        words += [*(["and"] if words else []), "the", *rank, *kind.split()]
    return tuple(words)
