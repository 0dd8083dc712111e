"""Which of several is meant, by how they stand: "furthest from the house", "second from the left",
"against the wall", "that I added last".

What belongs here: words after a noun phrase that narrow it down, and putting items in the order
that they name. What does not: the noun phrase, which ``references`` matches.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.edits.outlines import gap
from consumers.lexicon.edits.references import Finder, kind_of
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind
from schemas.edits import SceneItem

THAT_IS = re.compile(
    r"(?:, )?(?:that|which|who|what)(?: is| are| stands?| sits?| lies?| hangs?| was| were|"
    r" lives?)?(?: currently| now)?(?: standing| sitting| lying| hanging| placed| located)?(?= )"
)
_NEAREST = re.compile(
    r"(?:(?:the )?(?:closest|nearest)(?: to)?|(?:the )?(?:furthest|farthest|most distant)"
    r"(?: away)?(?: from)?)(?= )"
)
_TO = re.compile(r"(?:to|from|of)(?= )")
_FROM_SIDE = re.compile(
    r"(?:counting )?from (?:the )?(left|right|front|back|top|bottom)(?: side| hand side| end)?"
    r"(?= |$)"
)
_LATELY = re.compile(
    r"(?:(?:that|which) )?(?:(?:i|you|we) (?:have )?)?(?:just )?"
    r"(added|created|placed|made|put in|put|built|moved|changed|touched|painted|edited)"
    r"(?: (last|before|most recently|first|just now|recently|lately))?(?= |$)"
)
_NEAR_FLOOR = 0.06
_AT = 1.2
"""Metres within which things are at the one they belong to, where some are."""
_SIDE_KEYS: dict[str, Callable[[SceneItem], float]] = {
    "left": lambda i: i.position.x, "right": lambda i: -i.position.x,
    "front": lambda i: i.position.z, "back": lambda i: -i.position.z,
    "top": lambda i: -i.position.y, "bottom": lambda i: i.position.y,
}  # fmt: skip


def by_name(line: Line, at: int, items: Sequence[SceneItem]) -> tuple[SceneItem, int] | None:
    """The one thing whose own name with its number stands at word ``at`` ("stool 2", "the stool
    number 2"), and the index after it; None where none does."""
    at += line.at(at) in {"the", "my", "that"}
    for stop in range(at + 2, min(len(line), at + _LONGEST_NAME) + 1):
        if not line.at(stop - 1).isdigit():
            continue
        words = [w for w in line.words[at:stop] if w not in {"number", "#", "no"}]
        found = next((i for i in items if i.name.lower() == " ".join(words)), None)
        return (found, stop) if found is not None else None
    return None


_LONGEST_NAME = 6
"""Words of a name with its number at most."""


def pointed(
    line: Line, stop: int, phrase: Phrase, finder: Finder
) -> tuple[list[SceneItem], int] | Phrase | None:
    """The items that ``phrase``, which ends at ``stop``, means by an order that follows it, and
    the index after that; the phrase of what it is measured by, where there is no such thing; None
    where no order follows."""
    at = stop
    relative = line.match(THAT_IS, at)
    if relative is not None:
        at = relative[1]
    side = line.match(_FROM_SIDE, at)
    if side is not None and (phrase.ordinal or phrase.rank):
        ordered = sorted(finder.every(phrase), key=_SIDE_KEYS[side[0].group(1)])
        return _picked(phrase, ordered), side[1]
    lately = line.match(_LATELY, stop)
    said = lately is not None and len(lately[0].group().split()) > 1
    if lately is not None and (said or lately[1] >= len(line)):  # not "the sofa moved to ..."
        return _latest(phrase, finder, lately[0].group(1), lately[0].group(2)), lately[1]
    return _by_distance(line, at, phrase, finder)


def _by_distance(
    line: Line, at: int, phrase: Phrase, finder: Finder
) -> tuple[list[SceneItem], int] | Phrase | None:
    far = phrase.rank == "behind"
    to = line.match(_TO, at) is not None
    bare = phrase.head == "one" and line.at(at) in {"the", "my"}  # "the one nearest the bar"
    if phrase.rank in {"front", "behind"} and (to or bare):
        # "the closest chair to the door"
        if not re.search(r"\b(?:closest|nearest|furthest|farthest)\b", phrase.said):
            return None
        at += to
    else:
        found = line.match(_NEAREST, at)
        if found is None:
            return None
        far = re.search(r"furthest|farthest|distant", found[0].group()) is not None
        at = found[1]
    target = phrase_at(line, at)
    if target is None:
        return None
    if target[0].head in {"me", "us", "viewer", "camera"}:
        ordered = sorted(finder.every(phrase), key=lambda i: i.position.z)
        return _picked(phrase, ordered[::-1] if far else ordered), target[1]
    goals = finder.find(target[0])
    if not goals:
        return target[0]
    others = [i for i in finder.every(phrase) if i not in goals]

    def distance(item: SceneItem) -> float:
        return min(edge_gap(item, goal) for goal in goals)

    return _picked(phrase, sorted(others, key=distance, reverse=far)), target[1]


def edge_gap(item: SceneItem, goal: SceneItem) -> float:
    """Metres between an item and another, which may be a long wall, seen from above."""
    if not is_shell(goal):
        return gap(item, goal)
    dx = max(0.0, abs(item.position.x - goal.position.x) - goal.size[0] / 2)
    dz = max(0.0, abs(item.position.z - goal.position.z) - goal.size[2] / 2)
    return math.hypot(dx, dz)


def _picked(phrase: Phrase, ordered: Sequence[SceneItem]) -> list[SceneItem]:
    """As many of the ordered items as the phrase names; one, or two of an uncounted plural."""
    if phrase.ordinal:
        place = phrase.ordinal - 1 if phrase.ordinal > 0 else len(ordered) - 1
        return list(ordered[place : place + 1])
    if phrase.counted and phrase.count > 0:
        return list(ordered[: phrase.count])
    return list(ordered[: 2 if phrase.plural else 1])


def _latest(phrase: Phrase, finder: Finder, deed: str, when: str | None) -> list[SceneItem]:
    """What was added or touched lately: new things come last in a scene."""
    fitting = finder.every(phrase)
    touched = [i for n in finder.last for i in fitting if i.id == n]
    if deed in {"moved", "changed", "touched", "painted", "edited"} and touched:
        return touched if phrase.plural else touched[-1:]
    many = phrase.count if phrase.counted else (len(touched) or 1) if phrase.plural else 1
    return fitting[:many] if when == "first" else fitting[-many:]


def at_shell(phrase: Phrase, kind: Kind | None, finder: Finder) -> list[SceneItem] | None:
    """The items of ``phrase`` that stand in ``kind`` to the room itself: in the corner, at the
    wall, on the floor. None where the scene does not tell."""
    fitting = finder.every(phrase)
    floor = next((i for i in finder.items if is_shell(i) and "wall" not in i.name.lower()), None)
    free = [i for i in fitting if i.on is None]
    base = 0.0 if floor is None else floor.position.y + floor.size[1]
    if kind is None:
        low = [i for i in free if i.position.y - base < _NEAR_FLOOR]
        return finder.chosen(phrase, low)
    if kind is Kind.ON_WALL:
        return finder.chosen(phrase, [i for i in free if i.position.y - base >= _NEAR_FLOOR])
    if floor is None or kind not in {Kind.IN_CORNER, Kind.AGAINST_WALL, Kind.IN_CENTER}:
        return None
    return _picked(phrase, sorted(free, key=lambda i: _off(i, floor, kind)))


def _off(item: SceneItem, floor: SceneItem, kind: Kind) -> float:
    """Metres by which an item misses the corner, wall or middle that is nearest to it."""
    dx, dz = item.position.x - floor.position.x, item.position.z - floor.position.z
    x = floor.size[0] / 2 - abs(dx) - item.size[0] / 2
    z = floor.size[2] / 2 - abs(dz) - item.size[2] / 2
    back = floor.size[2] / 2 - dz - item.size[2] / 2
    if kind is Kind.IN_CORNER:
        return math.hypot(x, z)
    return min(x, back) if kind is Kind.AGAINST_WALL else math.hypot(dx, dz)


def belonging(
    items: list[SceneItem], owners: Sequence[SceneItem], finder: Finder, *, many: bool
) -> list[SceneItem]:
    """ "(one of the tables) and its chairs": those that stand no nearer to another of the kind.

    ``many``: whether each owner has several; else the nearest of each is meant.
    """
    kind = {kind_of(o) for o in owners}
    mine = {o.id for o in owners}

    def apart(item: SceneItem, other: SceneItem) -> float:
        return math.hypot(item.position.x - other.position.x, item.position.z - other.position.z)

    others = [i for i in finder.items if i.id not in mine and kind_of(i) in kind]
    own = [
        i
        for i in items
        if min(apart(i, o) for o in owners) <= min((apart(i, o) for o in others), default=math.inf)
    ]
    near = [i for i in own if min(gap(i, o) for o in owners) <= _AT]
    own = near or own
    if many or not own:
        return own

    def nearest(owner: SceneItem) -> SceneItem:
        return min(own, key=lambda i: apart(i, owner))

    return list(dict.fromkeys(nearest(o) for o in owners))
