"""How several things, or one and another, stand in line: aligned, facing each other, so far apart.

What belongs here: reading such commands on things that are there. What does not: rows, rings and
swaps, which are in ``rearranging``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import Selection, select
from consumers.lexicon.words.measures import length_at
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import Relation
from schemas.decomposition import RelationKind as Kind
from schemas.edits import Edit, Move, Rotate, SceneItem
from schemas.ids import NodeId
from schemas.model import Vec3

_ALIGN = re.compile(r"(?:align|line up|level|bring (?:in|into) line)(?= )")
_ALIGNED = re.compile(r"(?:(?:to be |be )?(?:aligned|in line|lined up|level|flush))(?= with\b)")
_WITH = re.compile(r"(?:(?:so that|so) )?(?:with|to)(?= )")
_EACH_OTHER = re.compile(
    r"(?:(?:so (?:that )?)?(?:they )?(?:should |to |must )?)*(?:face|facing|look at|looking at"
    r"|towards?|turned towards?) (?:each other|one another|eachother)"
)
_CORNER = re.compile(
    r"(?:in|into|to) the corner (?:that is )?(?P<far>furthest|farthest|most distant|nearest"
    r"|closest)(?: away)?(?: (?:to|from))?(?= )"
)
_THERE = 0.02
"""Metres within which a thing is in line already."""


def ordered(line: Line, finder: Finder) -> tuple[list[Edit], list[SceneItem]] | str | None:
    """The edits of a command of the kind and what they touch; why there is nothing to do, for
    people; None for any other command."""
    return _aligned(line, finder) or _mutual(line, finder) or _cornered(line, finder)


def _named(line: Line, at: int, finder: Finder) -> tuple[list[SceneItem], Selection] | None:
    chosen = select(line, at, finder, filtered=False)
    if chosen is None:
        return None
    return [i for i in chosen.items if not is_shell(i)], chosen


def _aligned(line: Line, finder: Finder) -> tuple[list[Edit], list[SceneItem]] | str | None:
    """ "align the shelf with the table": so that their middles are in line, by the shorter way."""
    verb = line.match(_ALIGN, 0)
    said = verb or next((f for n in range(1, len(line)) if (f := line.match(_ALIGNED, n))), None)
    named = _named(line, verb[1] if verb else 1, finder) if said else None
    if named is None or said is None or not named[0]:
        return None
    items, chosen = named
    found = line.match(_WITH, chosen.stop if verb else said[1])
    other = select(line, found[1], finder) if found else None
    goals = [i for i in other.items if i not in items] if other else []
    if not goals:
        return None
    goal, edits = goals[0], list[Edit]()
    for item in items:
        dx = round(goal.position.x - item.position.x, 3)
        dz = round(goal.position.z - item.position.z, 3)
        across = abs(dx) < abs(dz) if not is_shell(goal) else goal.size[0] < goal.size[2]
        by = Vec3(x=dx) if across else Vec3(z=dz)
        if max(abs(by.x), abs(by.z)) > _THERE:
            edits.append(Move(node=item.id, by=by))
    if not edits:
        return f"{items[0].name} is in line with {goal.name} already"
    return edits, items


def _mutual(line: Line, finder: Finder) -> tuple[list[Edit], list[SceneItem]] | None:
    """ "turn the armchairs to face each other": each to the one farthest from it."""
    at = next((n for n in range(1, len(line)) if line.match(_EACH_OTHER, n)), None)
    named = _named(line, 1, finder) if at is not None else None
    items = named[0] if named is not None else []
    items = items or [i for n in finder.last for i in finder.items if i.id == n]
    if at is None or len(items) < 2:
        return None

    def apart(item: SceneItem, other: SceneItem) -> float:
        p, q = item.position, other.position
        return math.hypot(p.x - q.x, p.z - q.z)

    def opposite(item: SceneItem) -> SceneItem:
        return max((o for o in items if o.id != item.id), key=lambda o: apart(item, o))

    return [Rotate(node=i.id, facing=opposite(i).id) for i in items], items


def _cornered(line: Line, finder: Finder) -> tuple[list[Edit], list[SceneItem]] | None:
    """ "(put the plant) in the corner furthest from the mirror": one of the two at the back."""
    found = next((f for n in range(1, len(line)) if (f := line.match(_CORNER, n))), None)
    named = _named(line, 1, finder) if found else None
    other = select(line, found[1], finder) if found else None
    if found is None or named is None or not named[0] or other is None or not other.items:
        return None
    walls = {i.id: i for i in finder.items if is_shell(i)}
    sides = [NodeId("room-left-wall"), NodeId("room-right-wall")]
    if not all(side in walls for side in sides):
        return None
    far = found[0].group("far") in {"furthest", "farthest", "most distant"}
    goal = other.items[0].position

    def distance(side: NodeId) -> float:
        return abs(walls[side].position.x - goal.x)

    side = (max if far else min)(sides, key=distance)
    targets = (side, *(n for n in (NodeId("room-back-wall"),) if n in walls))
    return [
        Move(node=i.id, relation=Relation(kind=Kind.IN_CORNER, subject=i.id, targets=targets))
        for i in named[0]
    ], named[0]


def gap_said(line: Line) -> float | None:
    """The metres that a command on a distance among things says; None where it says none."""
    for at in range(len(line)):
        found = length_at(line, at)
        if found is not None:
            return found[0]
    return None


def factor_of(items: Sequence[SceneItem], line: Line, *, apart: bool) -> float | None:
    """How many times as far from their middle ``items`` shall be so that neighbours are so much
    nearer or further apart, or so far apart, as ``line`` says; None where it says no length."""
    metres = gap_said(line)
    if metres is None or len(items) < 2:
        return None
    spans = [_free(i, items) for i in items]
    now = sum(between for between, _ in spans) / len(spans)
    gap = sum(free for _, free in spans) / len(spans)
    if now < 1e-3:
        return None
    if re.search(r"\b(?:further|farther|more|closer|nearer|by)\b", line.text):
        wanted = now + metres if apart else max(now - gap, now - metres)
    else:
        wanted = now - gap + metres  # "1 m apart"
    return round(min(50.0, max(0.02, wanted / now)), 4)


def _free(item: SceneItem, items: Sequence[SceneItem]) -> tuple[float, float]:
    """Metres between the middles of an item and its neighbour, and of those the free ones."""
    others = [o for o in items if o.id != item.id]
    p = item.position
    near = min(others, key=lambda o: math.hypot(o.position.x - p.x, o.position.z - p.z))
    dx, dz = abs(near.position.x - p.x), abs(near.position.z - p.z)
    side = 0 if dx >= dz else 2
    return math.hypot(dx, dz), max(0.0, max(dx, dz) - (item.size[side] + near.size[side]) / 2)
