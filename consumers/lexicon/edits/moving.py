"""Moves by a way or along a line: "2 m to the left", "closer to the window", "to the table".

What belongs here: how far and where to a thing goes. Moves to a place ("next to the sofa") are
relations, which ``additions`` reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import cos, radians, sin

from consumers.lexicon.edits import amounts
from consumers.lexicon.edits.crossing import across, out_of_way, plotted, to_end
from consumers.lexicon.edits.items import is_shell, label_of
from consumers.lexicon.edits.outlines import gap
from consumers.lexicon.edits.pointing import edge_gap
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.contents import carries
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.measures import length_at
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import Relation
from schemas.decomposition import RelationKind as Kind
from schemas.edits import Edit, Move, SceneItem
from schemas.model import Vec3

_VERB_WAYS = {"raise": "up", "lift": "up", "lower": "down", "push": "back", "pull": "forward"}
_CLOSER = re.compile(
    r"(?:a (?:little |bit |little bit )?)?(?:much |way |far )?(closer to|nearer to|towards?"
    r"|away from|out from|from(?= (?:the|its|their) (?:\w+ )?wall\b)|further from|farther from|off"
    r"|too (?:close|near) to|too far (?:away )?from)(?= )"
)
_PART_WAY = re.compile(
    r"(half|a third of the|a quarter of the|two thirds of the) ?way (?:over |across )?"
    r"(?:to|towards?)(?= )|(halfway)(?: over| across)? (?:to|towards?)(?= )"
)
_TOWARDS = re.compile(r"(?:over |up |across )?to (?=(?:the|my|our|that) )")
_WAYS_DONE = {
    "half": 0.5, None: 0.5, "a third of the": 1 / 3, "a quarter of the": 0.25,
    "two thirds of the": 2 / 3,
}  # fmt: skip
_TO_WALL = re.compile(r"\b(?:against|along|to|at) (?:the |a )?(?:\w+ )?(?:hand )?wall\b")
_FLAT = 0.05
"""Metres: over what is lower a thing may stand."""
_FLOOR = re.compile(r"(?:down )?(?:on|onto|to) the (?:floor|ground)")
_MEASURES = frozenset({"bit", "little", "left", "right", "front", "back", "meter", "metre"})
_WAY = re.compile(r"\b(?:left|right|forwards?|back(?:wards?)?|up|down)\b")
_CROWDS = re.compile(r"too (?:close|near)(?: to)?(?= )")
_ONLY_AWAY = re.compile(
    r"(?:(?:a (?:little |tiny )?bit|a little|some|slightly|please|more) ?)*(?:further |farther )?"
    r"(?:away|apart|off|further|farther)(?: (?:a (?:little |tiny )?bit|a little|please|there|from"
    r" (?:it|there)))*[ .!]*"
)
_AWAY = frozenset({
    "away from", "out from", "from", "further from", "farther from", "off", "too close to",
    "too near to",
})  # fmt: skip
_TOO_HIGH = re.compile(
    r"(?:(?:a (?:little )?bit|a little|way|much|far|still|just|hanging|hangs|placed|now"
    r"|slightly) )*"
    r"too (?P<way>high|low)(?: (?:up|down|now|again|there|for me|on the wall|please|[.!]))*$"
)
_HUNG = 0.3
"""Metres above the ground from which a thing that nothing carries hangs."""
_IN_THE_AIR = re.compile(
    r"(?:up )?(?:(?:high )?(?:up )?(?:in ?to|in|through) the air|off (?:of )?the (?:ground|floor)"
    r"|above the (?:ground|floor))"
)
_TOO_NEAR = re.compile(r"(?:much |way |far |a (?:bit|little) )?too (?:close|near|far)\b")


def too_near_to(remark: Line) -> Line | None:
    """The thing that "the fridge is too close to the stove" names last; None for other remarks."""
    for at in range(len(remark)):
        found = remark.match(_CROWDS, at)
        thing = phrase_at(remark, found[1]) if found else None
        if found is not None and thing is not None:
            return remark.part(found[1], thing[1])
    return None


def is_only_away(tail: Line) -> bool:
    """Whether a thing is to go "away (a bit)", without a word from what."""
    return _ONLY_AWAY.fullmatch(tail.text) is not None


def nearest_to(items: Sequence[SceneItem], finder: Finder) -> Line | None:
    """The words for what stands nearest to the last of ``items``, of which it is to go away."""
    meant = {i.id for i in items}
    at = items[-1].position
    others = [i for i in finder.items if i.id not in meant and not is_shell(i) and i.on is None]
    apart = {i.id: (i.position.x - at.x) ** 2 + (i.position.z - at.z) ** 2 for i in others}
    near = min(others, key=lambda i: apart[i.id], default=None)
    return None if near is None else Line(("the", *label_of(near).split()))


def moves(verb: str, items: Sequence[SceneItem], tail: Line, finder: Finder) -> Sequence[Edit]:
    """Moves of ``items`` by a way or along a line; none where ``tail`` names a place instead."""
    tail = Line(tuple(_IN_THE_AIR.sub("up", tail.text).split()))
    way_over: Sequence[Edit] = plotted(items, tail) or to_end(items, tail, finder)
    way_over = way_over or out_of_way(items, tail, finder) or across(items, tail, finder)
    way_over = way_over or _to_height(verb, items, tail)
    way_over = way_over or _part_of_the_way(items, tail, finder)
    if way_over:
        return way_over
    closer = _closer(items, tail, finder)
    if closer:
        return closer
    way = amounts.shift(tail)
    walled = _TO_WALL.search(tail.text) is not None
    if walled and way is None:
        return []
    if way is None and verb in _VERB_WAYS and (first_place(tail) is None or _is_shift(tail)):
        way = amounts.shift(Line((_VERB_WAYS[verb], *tail.words)))
    if way is None or (first_place(tail) is not None and not _is_shift(tail)):
        return []
    return [Move(node=item.id, by=way) for item in items]


def _to_height(verb: str, items: Sequence[SceneItem], tail: Line) -> list[Move]:
    """ "(raise the balloon) to 3 m": its base to so many metres above the floor."""
    at = next((n for n, w in enumerate(tail.words) if w == "to"), None)
    found = length_at(tail, at + 1) if at is not None else None
    if found is None or verb not in {"raise", "lift", "lower"}:
        return []
    return [Move(node=i.id, by=Vec3(y=round(found[0] - i.position.y, 3))) for i in items]


def to_floor(items: Sequence[SceneItem], tail: Line, finder: Finder) -> list[Move]:
    """ "on the floor": next to what carries the thing now."""
    if _FLOOR.match(tail.text) is None:
        return []
    return [
        Move(node=i.id, relation=Relation(kind=Kind.NEXT_TO, subject=i.id, targets=(i.on,)))
        for i in items
        if i.on is not None
    ]


def whither(items: Sequence[SceneItem], tail: Line, finder: Finder) -> Line:
    """ "to the table" as a place: on it for a small thing, next to it for another."""
    for at in range(len(tail)):
        if place_at(tail, at) is not None:
            return tail
        if tail.at(at) != "to":
            continue
        found = phrase_at(tail, at + 1)
        goals = finder.find(found[0]) if found else []
        if goals:
            on_it = carries(goals[0].noun, items[0].noun)
            return Line((*(("on",) if on_it else ("next", "to")), *tail.words[at + 1 :]))
    return tail


def added_to(rest: Line, finder: Finder) -> Line:
    """ "a lamp to every table" as a place for something new: on it, or next to it."""
    new = phrase_at(rest, 0)
    at = new[1] if new else 0
    goal = phrase_at(rest, at + 1) if rest.at(at) == "to" and place_at(rest, at) is None else None
    if new is None or goal is None or not finder.find(goal[0]):
        return rest
    on_it = carries(finder.find(goal[0])[0].noun, new[0].noun)
    words = ("on",) if on_it else ("next", "to")
    return Line((*rest.words[:at], *words, *rest.words[at + 1 :]))


def _closer(items: Sequence[SceneItem], tail: Line, finder: Finder) -> list[Move]:
    """ "closer to the window", "2 m away from the wall": along the line between the two."""
    for at in range(len(tail)):
        found = tail.match(_CLOSER, at)
        target = phrase_at(tail, found[1]) if found else None
        goals = finder.find(target[0]) if target else []
        if found is None or not goals:
            continue
        away = found[0].group(1) in _AWAY
        far = amounts.distance(tail, 0.0) or (0.4 if is_too_near(tail) else 0.0)
        if is_shell(goals[0]):  # all from the wall that the first is nearest to
            goals = [_nearest_of(items[0], goals)]
            return [_off_wall(i, goals[0], far, away=away) for i in items]
        return [
            _step(i, near, far, finder, away=away)
            for i in items
            if (near := _nearest_of(i, goals)).id != i.id
        ]
    return []


def _off_wall(item: SceneItem, wall: SceneItem, far: float, *, away: bool) -> Move:
    """A step in metres straight towards a wall, or away from it."""
    dx, dz = wall.position.x - item.position.x, wall.position.z - item.position.z
    along_x = wall.size[0] >= wall.size[2]
    apart = dz if along_x else dx
    reach = (item.size[2] if along_x else item.size[0]) / 2
    free = max(0.0, abs(apart) - reach)
    step = (far or 0.5) if away else min(free, far or free)
    signed = round((-step if away else step) * (1 if apart >= 0 else -1), 3)
    return Move(node=item.id, by=Vec3(z=signed) if along_x else Vec3(x=signed))


def _part_of_the_way(items: Sequence[SceneItem], tail: Line, finder: Finder) -> list[Move]:
    """ "half way to the well": along the line between the two."""
    for at in range(len(tail)):
        found = tail.match(_PART_WAY, at)
        target = phrase_at(tail, found[1]) if found else None
        goals = finder.find(target[0]) if target else []
        if found is None or not goals:
            continue
        share = _WAYS_DONE[found[0].group(1)]
        return [_approach(i, goals[0], share) for i in items if i.id != goals[0].id]
    return []


def _approach(item: SceneItem, goal: SceneItem, share: float) -> Move:
    p, to = item.position, goal.position
    by = Vec3(x=round(share * (to.x - p.x), 3), z=round(share * (to.z - p.z), 3))
    return Move(node=item.id, by=by)


def is_nearer(tail: Line) -> bool:
    """Whether ``tail`` says that a thing goes nearer to another or away: "30 cm closer to it"."""
    return any(tail.match(_CLOSER, at) is not None for at in range(len(tail)))


def missing_goal(tail: Line, finder: Finder) -> Phrase | None:
    """What a thing is to go nearer to or away from, where there is no such thing."""
    for at in range(len(tail)):
        found = tail.match(_CLOSER, at)
        found = found or (tail.match(_TOWARDS, at) if place_at(tail, at) is None else None)
        target = phrase_at(tail, found[1]) if found else None
        known = target is not None and (target[0].noun or target[0].head == "window")
        if target is not None and target[0].definite and known and not finder.find(target[0]):
            return target[0]
    return None


def _nearest_of(item: SceneItem, goals: Sequence[SceneItem]) -> SceneItem:
    """Which of several walls is meant by one: the nearest; of things the first."""
    if len(goals) < 2 or not is_shell(goals[0]):
        return goals[0]
    return min(goals, key=lambda g: edge_gap(item, g))


def first_place(tail: Line) -> int | None:
    """The first word at which a place begins."""
    return next((at for at in range(len(tail)) if place_at(tail, at) is not None), None)


def _is_shift(tail: Line) -> bool:
    """Whether the words only name a way: "to the left" and not "to the left of the sofa"."""
    found = [place for at in range(len(tail)) if (place := place_at(tail, at)) is not None]
    return all(
        (place.spread == "shell" and place.kind in {Kind.LEFT_OF, Kind.RIGHT_OF, Kind.AGAINST_WALL})
        or (place.targeted and phrase_at(tail, stop) is None)
        or _measures(tail, stop)
        for place, stop in found
    )  # fmt: skip


def is_too_near(tail: Line) -> bool:
    """Whether ``tail`` complains of a distance: "too close to the table"."""
    return _TOO_NEAR.match(tail.text) is not None


def raised(items: Sequence[SceneItem], tail: Line) -> list[Move]:
    """ "too high (up)": what hangs goes down by a hand or two; none of what stands."""
    found = tail.match(_TOO_HIGH, 0)
    hung = [i for i in items if i.on is None and i.position.y >= _HUNG]
    if found is None or len(hung) < len(items):
        return []
    step = 0.1 if amounts.is_little(tail.text) else 0.25
    up = step if found[0].group("way") == "low" else -step
    return [Move(node=i.id, by=Vec3(y=max(up, round(-i.position.y, 3)))) for i in items]


def is_way(tail: Line) -> bool:
    """Whether ``tail`` is a distance and a way: "left 30 cm", "by 1 m to the back"."""
    far = any(length_at(tail, at) for at in range(len(tail)))
    return far and _WAY.search(tail.text) is not None and _is_shift(tail)


def _measures(tail: Line, at: int) -> bool:
    return length_at(tail, at) is not None or (
        tail.at(at) in {"a", "the"} and tail.at(at + 1) in _MEASURES
    )


def _step(item: SceneItem, goal: SceneItem, far: float, finder: Finder, *, away: bool) -> Move:
    """A step in metres from ``item`` towards ``goal`` that leaves a hand's breadth, or away."""
    dx, dz = goal.position.x - item.position.x, goal.position.z - item.position.z
    apart = max(1e-6, (dx * dx + dz * dz) ** 0.5)
    reach = (max(item.size[0], item.size[2]) + max(goal.size[0], goal.size[2])) / 2
    free = max(0.0, apart - reach - 0.1)
    room = max(0.0, gap(item, goal) - 0.02)
    step = -(far or 1.0) if away else min(far, apart) if far else 0.6 * max(free, room)
    if abs(step) < 0.05 or (far and not away and max(free, room) < 0.05):
        beside = Relation(kind=Kind.NEXT_TO, subject=item.id, targets=(goal.id,))
        return Move(node=item.id, relation=beside)
    by = Vec3(x=round(dx / apart * step, 3), z=round(dz / apart * step, 3))
    if away:
        by = next((b for b in _around(by) if _is_inside(item, b, finder)), by)
    return Move(node=item.id, by=by)


def _around(by: Vec3) -> Iterator[Vec3]:
    """``by`` straight away first, then half as far, then ever more to the side."""
    for degrees in (0.0, 45.0, -45.0, 80.0, -80.0):
        c, s = cos(radians(degrees)), sin(radians(degrees))
        for share in (1.0, 0.5):
            x, z = share * (c * by.x + s * by.z), share * (c * by.z - s * by.x)
            yield Vec3(x=round(x, 3), z=round(z, 3))


def _is_inside(item: SceneItem, by: Vec3, finder: Finder) -> bool:
    """Whether ``item`` stays on the floor and off what else stands on it, as far as boxes tell."""
    reach = max(item.size[0], item.size[2]) / 2
    x, z = item.position.x + by.x, item.position.z + by.z
    for other in finder.items:
        wide, deep = other.size[0] / 2, other.size[2] / 2
        dx, dz = abs(x - other.position.x), abs(z - other.position.z)
        if "floor" in other.id and is_shell(other):
            if dx > wide - reach or dz > deep - reach:
                return False
        elif not is_shell(other) and other.id != item.id and other.on is None and (
            dx < wide + reach and dz < deep + reach and other.size[1] > _FLAT):  # fmt: skip
            return False
    return True
