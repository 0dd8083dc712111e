"""Which of several is meant, by a place said after it: "the lamp on the table", "the flowers from
the first shelf", "the trees on the left".

What belongs here: reading such a place as what tells things apart. What does not: places where a
thing shall go (``additions``, ``moving``), and orders (``pointing``).
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.edits.pointing import THAT_IS, at_shell, by_name, pointed
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.rows import row
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.measures import length_at
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind
from schemas.edits import SceneItem

_SIDES = {Kind.LEFT_OF: "left", Kind.RIGHT_OF: "right"}
_GENERAL = frozenset({"everything", "all", "thing", "object", "item", "stuff", "anything", "one"})
_GOING = frozenset({
    "to", "closer", "away", "by", "left", "right", "up", "down", "forward", "forwards", "backward",
    "backwards", "back", "nearer", "further", "a", "half",
})  # fmt: skip
"""Words after a place that say where the thing that is there shall go."""


def located(
    line: Line, stop: int, phrase: Phrase, finder: Finder, *, filtered: bool
) -> tuple[list[SceneItem], int]:
    """The items that ``phrase``, which ends at ``stop``, means with a place after it, and the index
    after that. ``filtered`` as in ``selection.select``."""
    relative = line.match(THAT_IS, stop)
    filtered = filtered or relative is not None
    start = relative[1] if relative else stop
    among = _in_a_row(line, start, phrase, finder)
    if among is not None and (filtered or among[1] < len(line)):
        return among
    origin = _origin(line, start, phrase, finder)
    if origin is not None and (filtered or origin[1] < len(line)):
        return origin
    place = place_at(line, start)
    ranked = _on_ranked(line, start, phrase, finder) if filtered else None
    if ranked is not None:
        return ranked
    if place is None:
        return finder.find(phrase), stop
    if place[0].kind in _SIDES and not place[0].targeted:
        if line.at(start) == "to":
            return finder.find(phrase), stop  # a way to go or to turn
        return _on_side(phrase, _SIDES[place[0].kind], finder), place[1]
    target = phrase_at(line, place[1]) if place[0].targeted else None
    after = target[1] if target else place[1]
    second = place_at(line, after) or line.at(after) in _GOING or length_at(line, after)
    if not filtered and not second:
        return finder.find(phrase), stop
    if not place[0].targeted:
        there = at_shell(phrase, place[0].kind, finder) if phrase.definite else None
        return (there, after) if there else (finder.find(phrase), stop if not filtered else after)
    goals = finder.find(target[0]) if target else []
    called = by_name(line, place[1], finder.items)
    goals, after = ([called[0]], called[1]) if called is not None else (goals, after)
    if not goals:
        return finder.find(phrase), stop
    items = finder.find_at(phrase, place[0].kind, goals) if place[0].kind else []
    if items:
        return items, after
    # Nothing stands there: better the thing itself than nothing, unless it was one of several.
    if phrase.head in _GENERAL:
        return [], after
    return finder.find(phrase), after if filtered else stop


def _in_a_row(
    line: Line, start: int, phrase: Phrase, finder: Finder
) -> tuple[list[SceneItem], int] | None:
    """ "(the desks) in the front row", "(the books) from the last row", which are on its desks."""
    ranks = row(line, start + 1, finder) if line.at(start) in {"in", "of", "from", "at"} else None
    if ranks is None or not ranks[0]:
        return None
    whole = {i.id for i in (*ranks[0], *ranks[1])}
    every = finder.every(phrase)
    items = [i for i in every if i.id in whole or finder.carriers(i) & whole]
    return (finder.chosen(phrase, items), ranks[2]) if items else None


def _on_ranked(
    line: Line, start: int, phrase: Phrase, finder: Finder
) -> tuple[list[SceneItem], int] | None:
    """ "(the lamp) on the middle table": of which "on the middle" is no place of the room."""
    target = phrase_at(line, start + 1) if line.at(start) in {"on", "in"} else None
    if target is None or not (target[0].rank or target[0].ordinal) or not target[0].noun:
        return None
    goals = finder.find(target[0])
    items = finder.find_at(phrase, Kind.ON, goals) if goals else []
    return (items, target[1]) if items else None


def _on_side(phrase: Phrase, side: str, finder: Finder) -> list[SceneItem]:
    """ "the lamp on the left": the leftmost; "the trees on the left": all on that half."""
    items = finder.find(replace(phrase, rank=side))
    if not phrase.plural or phrase.counted or phrase.quantifier == "both" or len(items) < 2:
        return items
    middle = sum(i.position.x for i in items) / len(items)
    return [i for i in items if (i.position.x < middle) == (side == "left")]


def _origin(
    line: Line, start: int, phrase: Phrase, finder: Finder
) -> tuple[list[SceneItem], int] | None:
    """ "(the lamp) from the left nightstand": where it is now."""
    target = _goals(line, start + 1, finder) if line.at(start) in {"from", "off"} else None
    items = finder.find_at(phrase, Kind.ON, target[0]) if target else []
    return (items, target[1]) if items and target else None


def _goals(line: Line, at: int, finder: Finder) -> tuple[list[SceneItem], int] | None:
    """The things of a place that the phrase at ``at`` means, and the index after it: "the table",
    "the two tables nearest to the bar"."""
    target = phrase_at(line, at)
    if target is None:
        return None
    order = pointed(line, target[1], target[0], finder)
    found = order if isinstance(order, tuple) else (finder.find(target[0]), target[1])
    return found if found[0] else None
