"""Looks that several of a kind get by parts: "half of the cushions red and the other half yellow",
"two of them blue, the rest white", "one red, one green and one blue".

What belongs here: such a list of parts, each with its look. What does not: a list of looks for all
of them (``dealing``), and several new things of different looks, which ``sentences`` reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from consumers.lexicon.edits.dressing import Dress, look_words
from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.edits.references import Finder, kind_of
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.words.quantities import ORDINALS, quantity
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

_LEAD = re.compile(
    r"(?:(?:please|now|and|so|ok|okay|then|can you|could you|i want|i would like|let us|i need|we"
    r" need|make|paint|colou?r|dye|have|turn|let|to be|to have|,)(?= ) ?)*"
)
_BETWEEN = re.compile(
    r"(?:(?:,|;|and|then|plus|but|please|also|make|paint|colou?r|turn|have)(?: |$))+"
)
_IS = re.compile(r"(?:(?:should|must|shall|can|to|be|is|are|get|gets|in|into|become) )*")
_REST = re.compile(
    r"(?:all )?(?:the )?(?:rest|remainder|others|other (?:ones|half)|remaining(?: ones)?"
    r"|second half"
    r"|other (?P<other>one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
    r"|remaining (?P<left>one|two|three|four|five|six|seven|eight|nine|ten|\d+))"
    r"(?: (?:of )?(?:them|those|these))?(?: ones?)?(?= )"
)
_HALF = re.compile(r"(?:the )?(?:one |a |the first )?(?P<part>half|third|quarter)(?: of)?(?= )")
_PARTS = {"half": 2, "third": 3, "quarter": 4}
_ORDER = re.compile(
    rf"(?:the )?(?P<which>{'|'.join(ORDINALS)})(?: (?P<many>two|three|four|five|six|\d+))?"
    r"(?: ones?)?(?= )"
)
_ONES = frozenset({"one", "ones", "of", "them", "those", "these", "the", "my", "our"})
_VERBS = frozenset({"make", "paint", "color", "colour", "turn"})
_ENDS = re.compile(r"(?:please|thanks|thank|you|now|instead|ok|okay|[.!,])")


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a list: which places of those left it takes, and its look."""

    take: tuple[str, int]
    start: int
    stop: int
    """Where the words of its look stand."""


def shared_out(line: Line, finder: Finder) -> list[Dress] | None:
    """What each of several gets where ``line`` lists looks for parts of them; None where it does
    not, or where there are not so many."""
    lead = line.match(_LEAD, 0)
    at = lead[1] if lead is not None else 0
    pool, at = _topic(line, at, finder)
    parts: list[_Part] = []
    while at < len(line):
        read = _part(line, at, finder, pool)
        if read is None:
            break
        part, pool = read
        parts.append(part)
        between = line.match(_BETWEEN, part.stop)
        at = between[1] if between is not None else part.stop
    ended = all(_ENDS.fullmatch(w) for w in line.words[at:])
    return _dealt(line, parts, pool) if ended and len(parts) > 1 else None


def _topic(line: Line, at: int, finder: Finder) -> tuple[list[SceneItem], int]:
    """The things of "the guards: ..." and the index after it; nothing and ``at`` without."""
    found = phrase_at(line, at, plain=True)
    if found is None or line.at(found[1]) not in {":", ","} or not found[0].plural:
        return [], at
    if found[0].counted or found[0].pronoun or not found[0].noun:
        return [], at
    every = [i for i in finder.every(found[0]) if not is_shell(i)]
    return (every, found[1] + 1) if len(every) > 1 else ([], at)


def _part(
    line: Line, at: int, finder: Finder, pool: list[SceneItem]
) -> tuple[_Part, list[SceneItem]] | None:
    """The part that begins at ``at``, and the things of which it is one."""
    amount = _amount(line, at)
    if amount is None:
        return None
    take, stop = amount
    if not pool:
        named = _named(line, at, stop, finder)
        if named is None:
            return None
        pool, stop = named
    elif take[0] != "rest" or line.at(stop) in _ONES:
        stop = _past_noun(line, stop, pool)
    copula = line.match(_IS, stop)
    stop = copula[1] if copula is not None else stop
    looks = attributes_at(line, stop)
    if looks is None or not (looks[0].color or looks[0].material):
        return None
    ends = line.at(looks[1]) in {"", "and", ",", ";", "then", "but", ".", "!", "please", "plus"}
    goes_on = pool and _amount(line, looks[1]) is not None  # "one green the other one brown"
    return (_Part(take, stop, looks[1]), pool) if ends or goes_on else None


def _amount(line: Line, at: int) -> tuple[tuple[str, int], int] | None:
    """How many a part is, and the index after: a number, a share, an order, what is left."""
    rest = line.match(_REST, at)
    if rest is not None:
        return ("rest", 0), rest[1]
    half = line.match(_HALF, at)
    if half is not None:
        return ("share", _PARTS[half[0].group("part")]), half[1]
    order = line.match(_ORDER, at)
    if order is not None:
        number = quantity(Line((order[0].group("many") or "one",)), 0)
        many = number.count if number is not None else 1
        which = ORDINALS[order[0].group("which")]
        return ("last" if which < 0 else f"from {which}", many), order[1]
    many_at = quantity(line, at)
    if many_at is None or not many_at.exact or not 0 < many_at.count < 100:
        return None
    return ("many", many_at.count), at + many_at.length


def _named(line: Line, at: int, stop: int, finder: Finder) -> tuple[list[SceneItem], int] | None:
    """All of the kind that the first part names, and the index after its noun."""
    start = stop + (line.at(stop) == "of")
    if line.at(start) in {"them", "those", "these"}:
        spoken = _spoken_of(finder)
        return (spoken, start + 1) if len(spoken) > 1 else None
    found = phrase_at(line, start, plain=True)
    if found is None or found[0].pronoun or not found[0].noun or found[0].looks:
        return None
    every = [i for i in finder.every(found[0]) if not is_shell(i)]
    return (every, found[1]) if len(every) > 1 else None


def _spoken_of(finder: Finder) -> list[SceneItem]:
    """Whom "them" means: the several that were touched last, else all of the kind of what was."""
    last = [i for i in finder.items if i.id in finder.last and not is_shell(i)]
    kinds = {kind_of(i) for i in last} or {finder.gone}
    if len(kinds) != 1:
        return []
    return last if len(last) > 1 else [i for i in finder.items if kind_of(i) in kinds]


def _past_noun(line: Line, at: int, pool: Sequence[SceneItem]) -> int:
    """The index after "of them", "ones" or the noun said again."""
    while line.at(at) in _ONES:
        at += 1
    again = phrase_at(line, at, plain=True)
    said = again is not None and again[0].noun and any(i.noun == again[0].noun for i in pool)
    return again[1] if said and again is not None else at


def _dealt(line: Line, parts: Sequence[_Part], pool: list[SceneItem]) -> list[Dress] | None:
    """The looks of each; None where the parts are more than there are."""
    taken: dict[str, Dress] = {}
    for part in parts:
        left = [i for i in pool if i.id not in taken]
        chosen = _taken(part.take, left, pool)
        if not chosen:
            return None
        looks = attributes_at(line, part.start)
        if looks is None:
            return None
        said = look_words(line.part(part.start, part.stop))
        for item in chosen:
            taken[item.id] = Dress(item, looks[0].color, looks[0].material, said)
    return [taken[i.id] for i in pool if i.id in taken]


def _taken(take: tuple[str, int], left: list[SceneItem], pool: list[SceneItem]) -> list[SceneItem]:
    """The things of a part; empty where there are too few."""
    how, many = take
    if how == "rest":
        return left
    if how == "share":
        return left[: -(-len(pool) // many)]
    if how == "last":
        return pool[-many:]
    if how.startswith("from "):
        place = int(how.split()[1]) - 1
        return pool[place : place + many]
    return left[:many] if len(left) >= many else []


def parcelled(line: Line, finder: Finder) -> Line | None:
    """Such a list as one command, its verbs said once; None for other words."""
    if not shared_out(line, finder):
        return None
    said = ["," if w == ":" else w for w in line.words]
    words = [w for n, w in enumerate(said) if not (n and w in _VERBS)]
    lead = Line(tuple(words)).match(_LEAD, 0)
    return Line(("paint", *words[lead[1] if lead is not None else 0 :]))
