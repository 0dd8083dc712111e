"""Where things are: at a place, how far apart, what is nearest, what faces what."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from consumers.lexicon.edits.items import label_of
from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.talk import facts
from consumers.lexicon.talk.asking import ROOM, Asked, be, begun, is_generic, none_of, some, the
from consumers.lexicon.words.looks import color_at, color_word
from consumers.lexicon.words.plurals import singular
from schemas.decomposition import RelationKind as Kind
from schemas.edits import SceneItem

_WORDS = {
    Kind.ON: "on", Kind.IN: "in", Kind.UNDER: "under", Kind.ABOVE: "above", Kind.NEAR: "near",
    Kind.NEXT_TO: "next to", Kind.LEFT_OF: "to the left of", Kind.RIGHT_OF: "to the right of",
    Kind.IN_FRONT_OF: "in front of", Kind.BEHIND: "behind", Kind.BETWEEN: "between",
    Kind.AROUND: "around", Kind.FACING: "facing", Kind.OPPOSITE: "opposite",
    Kind.IN_CORNER: "in a corner", Kind.AGAINST_WALL: "against a wall",
    Kind.IN_CENTER: "in the middle", Kind.ON_WALL: "on a wall",
}  # fmt: skip
_SIDES = re.compile(
    r"(?:on|at|in|to) (?:the )?(?P<side>left|right|back|front|middle|cent(?:er|re))"
    r"(?: (?:hand )?side| half| part)?(?: of (?:the |this |my )?(?:room|scene|house|garden))?$"
)
_HUNG_M = 0.3
"""Metres above the floor from which a thing that nothing carries hangs."""
_WALL_M = 0.3
"""A gap up to which a thing stands against a wall."""
_RELATIVE = re.compile(
    r"\b(?:in relation|relative|compared|with respect|as seen)(?: to| with| from)(?= )"
)
_HOW_FAR = re.compile(
    r"how (?:far|close|near|distant)\b|how (?:much|big|large|long) is the (?:distance|gap|space)\b"
    r"|(?:what|which) (?:would be|about) the distance\b|what is (?:the )?distance\b|what distance\b"
    r"|how much space\b|(?:what|how (?:much|big|wide))(?: is)?(?: the)? (?:clearance|gap|space"
    r"|room|passage|aisle|path|corridor)\b(?=.* between )"
)
_BETWEEN = frozenset({
    "distance", "space", "clearance", "gap", "room", "passage", "aisle", "path", "corridor",
})  # fmt: skip
"""What lies between two things and is none."""
_NEAREST = re.compile(
    r"\b(?P<how>closest|nearest|furthest|farthest|most distant)(?: thing| object| one| item)?"
    r"(?: away)?(?: to| from)? (?=\w)"
)
_STANDS = frozenset({
    "is", "are", "was", "were", "stands", "stand", "standing", "lies", "lie", "lying", "sits",
    "sit", "sitting", "placed", "located", "hangs", "hang", "hanging", "there", "else", "still",
    "exactly", "currently", "now", "really", "all", "resting", "put",
})  # fmt: skip
_ON_WHAT = re.compile(
    r"what (?:is|are) (?:the|my|our|this|that) .*\b(?:on|in|under|near|by|at|next to|behind|above"
    r"|beside|in front of|between|standing|located)$"
)
_IS_THERE = re.compile(
    r"(?:is|are|was|were) there (?:(?:still|already|also|now) )?|(?:do|can) (?:we|you|i) (?:have"
    r"|see) |does (?:the|this|my|our) "
    r"(?:\w+ )?(?:room|scene|house|garden|kitchen|bedroom|office|place) (?:have|contain) "
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A place that the words name: of a thing, or of the room. ``words``: "on the table"."""

    kind: Kind | None
    targets: tuple[SceneItem, ...]
    words: str
    items: tuple[SceneItem, ...]
    side: str = ""
    missing: str = ""

    def among(self, items: Sequence[SceneItem]) -> list[SceneItem]:
        """Those of ``items`` that are there."""
        chosen = {t.id for t in self.targets}
        return [i for i in items if i.id not in chosen and self._holds(i)]

    def narrowed(self, items: Sequence[SceneItem]) -> Placed:
        """The same place at those of its targets alone at which one of ``items`` is."""
        if self.kind is None or self.kind is Kind.BETWEEN or len(self.targets) < 2:
            return self
        kept = [
            t
            for t in self.targets
            if any(facts.stands(i, self.kind, t, self.items) for i in items if i.id != t.id)
        ]
        words = f"{_WORDS.get(self.kind, 'near')} {the(kept)}"
        return replace(self, targets=tuple(kept), words=words) if kept else self

    def _holds(self, item: SceneItem) -> bool:
        if self.side:
            return self.side in facts.side(item, self.items)
        if self.kind in (Kind.AGAINST_WALL, Kind.IN_CORNER, Kind.IN_CENTER, Kind.ON_WALL):
            return _in_room(item, self.kind, self.items)
        if self.kind is Kind.BETWEEN and len(self.targets) > 1:
            return facts.between(item, self.targets[0], self.targets[1])
        if self.kind is None:
            return item.on is None
        return any(facts.stands(item, self.kind, t, self.items) for t in self.targets)


def placed_at(asked: Asked, at: int) -> Placed | None:
    """The place that the words from ``at`` on name; None when they name none."""
    while asked.line.at(at) in _STANDS:
        at += 1
    side = _SIDES.match(asked.line.span(at, len(asked.line)))
    if side is not None:
        word = {"center": "middle", "centre": "middle"}.get(side["side"], side["side"])
        where = (
            "in the middle"
            if word == "middle"
            else f"{'at' if word in {'back', 'front'} else 'on'} the {word}"
        )
        return Placed(None, (), where, asked.items, side=word)
    found = place_at(asked.line, at)
    if found is None:
        return None
    place, stop = found
    if place.kind is None or not place.targeted or place.spread == "shell":
        ground = place.kind in (None, Kind.ON)
        words = "on the floor" if ground else _WORDS.get(place.kind or Kind.ON, "there")
        return Placed(place.kind, (), words, asked.items)
    if ROOM.match(asked.line.span(stop, len(asked.line))) and place.kind in (Kind.IN, Kind.ON):
        return None
    named = asked.named(stop)
    if named is None:
        return None
    phrase, targets, after = named
    if place.kind is Kind.BETWEEN and not phrase.definite:
        return None
    if place.kind is Kind.BETWEEN and asked.line.at(after) == "and":
        second = asked.named(after + 1)
        targets = [*targets[:1], *(second[1][:1] if second else [])]
        after = second[2] if second else after
    words = f"{_WORDS.get(place.kind, 'near')} {the(targets) if targets else f'the {phrase.label}'}"
    missing = "" if targets else none_of(phrase, asked.items)
    return Placed(place.kind, tuple(targets), words, asked.items, missing=missing)


def where(asked: Asked) -> str | None:
    """ "where is the lamp?", "what is the dog lying on?" """
    if asked.line.at(0) != "where" and not _ON_WHAT.match(asked.text):
        return None
    named = asked.subject(1)
    if (
        named is None
        or named[0].head == "one"
        or asked.line.at(1) in {"can", "should", "could", "would"}
    ):
        return None
    phrase, fitting, _ = named
    if not fitting:
        return none_of(phrase, asked.items)
    if len(fitting) == 1:
        other = _relative(asked)
        told = _beside(fitting[0], other, asked) if other else place_of(fitting[0], asked)
        return f"{begun(the(fitting))} is {told}."
    places = list(dict.fromkeys(place_of(i, asked) for i in fitting[:6]))
    if len(places) == 1:
        return f"{begun(the(fitting))} are {places[0]}."
    return f"{begun(the(fitting))}: {'; '.join(places)}."


def _relative(asked: Asked) -> SceneItem | None:
    """What "in relation to the bed" names."""
    found = _RELATIVE.search(asked.text)
    named = asked.named(asked.word(found.end())) if found else None
    return named[1][0] if named and named[1] else None


def _beside(item: SceneItem, other: SceneItem, asked: Asked) -> str:
    """Where ``item`` is as seen from ``other``."""
    apart = facts.gap(item, other)
    far = "touching it" if apart < facts.TOUCHING_M else f"{apart:.2g} m away"
    for kind in (Kind.ON, Kind.IN, Kind.UNDER, Kind.ABOVE):
        if facts.stands(item, kind, other, asked.items):
            return f"{_WORDS[kind]} {the([other])}"
    dx, dz = item.position.x - other.position.x, item.position.z - other.position.z
    side = Kind.LEFT_OF if dx < 0 else Kind.RIGHT_OF
    depth = Kind.IN_FRONT_OF if dz < 0 else Kind.BEHIND
    return f"{_WORDS[side if abs(dx) >= abs(dz) else depth]} {the([other])}, {far}"


def place_of(item: SceneItem, asked: Asked) -> str:
    """Where one thing is: on what, or in which part of the room, and next to what."""
    carrier = next((i for i in asked.items if i.id == item.on), None)
    if carrier is not None:
        return f"on {the([carrier])}"
    others = [i for i in asked.things if i.id != item.id and i.on is None and i.on != item.id]
    near = min(
        (i for i in others if i.size[1] > facts.FLAT_M),
        key=lambda o: facts.gap(o, item),
        default=None,
    )
    beside = (
        f", {'next to' if facts.gap(near, item) < facts.NEAR_M else 'nearest to'} {the([near])}"
        if near
        else ""
    )
    hung = item.position.y > _HUNG_M and _in_room(item, Kind.ON_WALL, asked.items)
    return f"{'on the wall ' if hung else ''}{facts.side(item, asked.items)}{beside}"


def at_place(asked: Asked) -> str | None:
    """ "what is on the table?", "which things are on the left?" """
    if asked.line.at(0) not in {"what", "which", "who", "whose", "list", "name", "describe"}:
        return None
    pool, at = asked.things, 1
    if asked.line.at(0) != "what" or asked.line.at(1) not in _STANDS:
        named = asked.named(1)
        if named is not None and not named[0].pronoun and not named[0].definite:
            pool = pool if is_generic(named[0]) else named[1]
            at = named[2]
    placed = next((p for s in range(at, len(asked.line)) if (p := placed_at(asked, s))), None)
    if placed is None:
        return None
    if placed.missing:
        return placed.missing
    found = placed.among(pool)
    if not found:
        return f"There is nothing {placed.words}{_next_best(placed, pool)}."
    return f"{begun(some(found))} {be(found)} {placed.narrowed(found).words}."


def _next_best(placed: Placed, pool: Sequence[SceneItem]) -> str:
    """What is nearest, where nothing is so near that one would say "next to"; "" else."""
    beside = placed.kind in (Kind.NEAR, Kind.NEXT_TO, Kind.AROUND)
    target = placed.targets[0] if beside and placed.targets else None
    if target is None:
        return ""
    others = [i for i in pool if i.on == target.on and i.id != target.id]
    best = min(others, key=lambda i: _apart(i, target), default=None)
    if best is None:
        return ""
    return f"; nearest is {the([best])}, {facts.gap(best, target):.2g} m away"


def is_there(asked: Asked) -> str | None:
    """ "is there a cat on the bed?", "do we have lamps?" """
    found = _IS_THERE.match(asked.text)
    if found is None:
        return None
    at = asked.word(found.end())
    anything = asked.line.at(at) in {"anything", "something", "anybody", "anyone"}
    named = None if anything else asked.named(at)
    if named is None and not anything:
        return None
    pool = asked.things if named is None else named[1]
    hue = color_at(asked.line, at + 1) if named is None else None
    if hue is not None:  # "is there anything red in here"
        wanted = color_word(hue[0])
        pool = [i for i in pool if i.color and color_word(i.color) == wanted]
        at += hue[1]
    placed = placed_at(asked, at + 1 if named is None else named[2])
    if placed is not None and placed.missing:
        return placed.missing
    there = pool if placed is None else placed.among(pool)
    where_ = "" if placed is None else f" {placed.words}"
    if named is None:
        what = f" {color_word(hue[0])}" if hue is not None else ""
        return f"Yes, {some(there)}." if there else f"No, there is nothing{what}{where_}."
    label = singular(named[0].label) if named[0].plural else named[0].label
    if named[2] < len(asked.line) and placed is None:
        return None  # "can you see the grill from the chairs"
    if named[0].counted and named[0].count > len(there) > 0:
        many = "only one" if len(there) == 1 else f"only {len(there)}"
        return f"No, there {be(there)} {many}{where_}."
    if not there:
        return f"No, there is no {label}{where_}."
    count = len(there)
    return f"Yes, there {'is one' if count == 1 else f'are {count}'}{where_}."


def is_placed(asked: Asked) -> str | None:
    """ "is the vase on the table?", "is anything on the rug?" """
    if not re.match(r"(?:is|are) ", asked.text):
        return None
    anything = asked.line.at(1) in {"anything", "something", "anyone", "anybody"}
    named = None if anything else asked.named(1)
    if named is None and not anything:
        return None
    placed = placed_at(asked, 2 if named is None else named[2])
    if placed is None:
        return None
    if named is not None and not named[1]:
        return none_of(named[0], asked.items)
    if placed.missing:
        return placed.missing
    pool = asked.things if named is None else named[1]
    there = placed.among(pool)
    placed = placed.narrowed(there)
    if named is None:
        return f"Yes, {some(there)}." if there else f"No, there is nothing {placed.words}."
    if len(there) == len(pool):
        return f"Yes, {the(pool)} {be(pool)} {placed.words}."
    if there:
        return f"{len(there)} of {the(pool)} {be(there)} {placed.words}."
    lone = f": {'it is' if len(pool) == 1 else 'they are'} {place_of(pool[0], asked)}"
    return f"No, {the(pool)} {be(pool)} not {placed.words}{lone}."


def how_far(asked: Asked) -> str | None:
    """ "how far is the sofa from the tv?", between their nearest edges."""
    if _HOW_FAR.match(asked.text) is None:
        return None
    named: list[tuple[Phrase, list[SceneItem], int]] = []
    at = 2
    while at < len(asked.line) and len(named) < 2:
        found = asked.named(at)
        if found is not None and not found[0].pronoun and found[0].head not in _BETWEEN:
            named.append(found)
            at = found[2]
        else:
            at += 1
    for phrase, fitting, _ in named:
        if not fitting:
            return none_of(phrase, asked.items)
    items = [fitting[0] for _, fitting, _ in named]
    if len(named) == 1 and len(named[0][1]) > 1:
        items = named[0][1][:2]
    if len(items) < 2:
        return "From what? Say for example: how far is the sofa from the table?" if items else None
    if len(named) == 1 and len(named[0][1]) > 2:
        return _all_apart(named[0][1])
    apart = facts.gap(items[0], items[1])
    alike = label_of(items[0]) == label_of(items[1])
    one, other = (i.name.lower() if alike else the([i]) for i in items[:2])
    if apart < facts.TOUCHING_M:
        return f"{begun(one)} and {other} touch."
    return f"{begun(one)} and {other} are {apart:.2g} m apart."


def _all_apart(items: Sequence[SceneItem]) -> str:
    """From the nearest to the furthest two of several: "how far apart are the statues?"."""
    gaps = sorted(facts.gap(a, b) for a, b in combinations(items, 2))
    if gaps[-1] - gaps[0] < 0.05:
        return f"{begun(the(items))} are {gaps[0]:.2g} m apart."
    return f"{begun(the(items))} are between {gaps[0]:.2g} m and {gaps[-1]:.2g} m apart."


def nearest(asked: Asked) -> str | None:
    """ "which chair is closest to the sofa?" """
    found = _NEAREST.search(asked.text)
    if found is None or not re.match(r"(?:what|which|who|where)\b(?!.*\bbetween\b)", asked.text):
        return None
    goal = asked.named(asked.word(found.end()))
    if goal is None:
        return None
    if not goal[1]:
        return none_of(goal[0], asked.items)
    target = goal[1][0]
    named = asked.named(1)
    kind = named is not None and not named[0].pronoun and not is_generic(named[0])
    pool = named[1] if named and kind else asked.things
    pool = [i for i in pool if target.id not in (i.id, i.on)]
    if not pool:
        return none_of(named[0], asked.items) if named else None
    far = found["how"] not in ("closest", "nearest")
    best = (max if far else min)(pool, key=lambda i: _apart(i, target))
    alike = sum(label_of(i) == label_of(best) for i in asked.things) > 1
    name = best.name.lower() if alike else label_of(best)
    if facts.gap(best, target) < facts.TOUCHING_M:
        return f"The {name} is: it touches {the([target])}."
    return f"The {name} is, {facts.gap(best, target):.2g} m from {the([target])}."


def _apart(item: SceneItem, target: SceneItem) -> tuple[float, float]:
    """What says which of two is nearer to ``target``: the gaps, and the middles where they tie."""
    dx, dz = item.position.x - target.position.x, item.position.z - target.position.z
    return round(facts.gap(item, target), 2), math.hypot(dx, dz)


def _in_room(item: SceneItem, kind: Kind, items: Sequence[SceneItem]) -> bool:
    size = facts.room(items)
    if size is None:
        return False
    b = facts.box(item)
    by_side = min(b.left + size[0] / 2, size[0] / 2 - b.right) < _WALL_M
    by_end = min(b.front + size[1] / 2, size[1] / 2 - b.back) < _WALL_M
    match kind:
        case Kind.IN_CORNER:
            return by_side and by_end and item.on is None
        case Kind.IN_CENTER:
            return facts.side(item, items) == "in the middle"
        case Kind.ON_WALL:
            return (by_side or by_end) and item.position.y > 0.3 and item.on is None
        case _:
            return (by_side or by_end) and item.on is None
