"""What a request says shall stay as it is: "leave the chairs, just turn the table".

What belongs here: taking such words out of a request, and which things they keep from its edits.
What does not: exceptions from what a command names ("all but the red one"), which ``selection``
reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from consumers.lexicon.edits.commands import clauses
from consumers.lexicon.edits.copying import STAYS
from consumers.lexicon.edits.items import label_of, listed
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import Selection, select
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words.tokens import STOPS, Line
from schemas.edits import (
    Arrange,
    Edit,
    Move,
    Recolor,
    Relight,
    Remove,
    Replace,
    Resize,
    Rotate,
    SceneItem,
)
from schemas.ids import NodeId

_DEED = (
    r"(?:move|touch|change|turn|rotate|alter|affect|resize|scale|paint|recolou?r|remove|delete"
    r"|shift|adjust|modify|disturb|mess with|make any changes to|do anything (?:to|with))"
)
_NOT = re.compile(rf"(?:(?:please|but|and|so|also|just) )*(?:do not|never) (?:ever )?{_DEED}(?= )")
_WITHOUT = re.compile(
    r"without (?:moving|touching|changing|turning|rotating|altering|affecting|resizing|removing"
    r"|shifting|disturbing)(?= )"
)
_LEAVE = re.compile(r"(?:(?:please|but|and|so|also|just) )*(?:leave|keep)(?= )")
_NOTHING_ELSE = re.compile(
    r"(?:(?:but|and|please|so) )*(?:nothing else (?:should|must|may|shall|is to|needs? to)?"
    r"(?: be)? ?(?:chang\w*|mov\w*|touched|altered)?|(?:do not|never) (?:change|move|touch|alter)"
    r" anything else|change nothing else|(?:leave|keep) (?:everything|all|anything) else"
    r"(?: (?:as it is|alone|the same|unchanged|untouched|where it is|in place|there|as is))?"
    r"|nothing else|(?:leave|keep) the rest(?: of (?:it|the (?:room|scene)))?"
    r"(?: (?:as it is|alone|the same|unchanged|untouched|where it is|in place|there|as is))?)"
    r"(?= [,.!;]| but| just| only| and|$)"
)
_MARKS = frozenset({",", ".", "!", ";", ":", "but", "just", "only"})
_LINKS = frozenset({"and", "but", "just", "only", "then", ",", "instead", "please"}) | STOPS
_IT = frozenset({"it", "them", "that", "this", "they", "those"})
_LONGEST = 8
"""Words that may follow the thing in what is not to be done to it: "to the left"."""


@dataclass(frozen=True, slots=True)
class Spared:
    """``line``: the request without such words; ``items``: what they keep as it is; ``only``:
    whether they were all of it."""

    line: Line
    items: tuple[SceneItem, ...] = ()
    only: bool = False


def sparing(line: Line, finder: Finder) -> Spared:
    """``line`` without what it says shall stay as it is."""
    items: list[SceneItem] = []
    at, found = 0, False
    while at < len(line):
        stop, kept = _stays(line, at, finder) if _begins(line, at) else (at, [])
        if stop > at:
            items += kept
            line = _joined(line.part(0, at), line.part(stop, len(line)))
            at, found = max(0, at - 1), True
            continue
        at += 1
    if not found:
        return Spared(line)
    if not len(line):
        return Spared(line, tuple(items), only=True)
    first = clauses(line)
    object_ = phrase_at(first[0].rest, 0) if first else None
    if object_ is not None and object_[0].head in _IT and items:
        return Spared(line)  # "do not move it left, move it right": it is what is meant
    return Spared(line, tuple(items))


def _begins(line: Line, at: int) -> bool:
    return at == 0 or line.at(at - 1) in _LINKS or line.at(at) in {"without", "but"}


def _stays(line: Line, at: int, finder: Finder) -> tuple[int, list[SceneItem]]:
    """The index after such words at ``at``, and the things; ``at`` where there are none."""
    rest = line.match(_NOTHING_ELSE, at)
    if rest is not None:
        return rest[1], []
    for pattern in (_NOT, _WITHOUT, _LEAVE):
        found = line.match(pattern, at)
        chosen = select(line, found[1], finder) if found else None
        if found is None or chosen is None or not chosen.items or not chosen.definite:
            continue
        stop = _end(line, chosen)
        tail = line.part(chosen.stop, stop)
        alone = at == 0 and stop >= len(line)
        left = alone or _others(line, at, stop)
        if pattern is _LEAVE and not (STAYS.fullmatch(tail.text) and left):
            continue
        if stop - chosen.stop <= _LONGEST:
            return stop, chosen.items
    return at, []


def _others(line: Line, start: int, stop: int) -> bool:
    """Whether a command is left without the words from ``start`` to ``stop``."""
    left = _joined(line.part(0, start), line.part(stop, len(line)))
    return any(clause.op for clause in clauses(left))


def _end(line: Line, chosen: Selection) -> int:
    at = chosen.stop
    while at < len(line) and line.at(at) not in _MARKS:
        if line.at(at) == "and" and clauses(line.part(at + 1, len(line)))[:1]:
            break
        at += 1
    return at


def _joined(before: Line, after: Line) -> Line:
    """What is left of both sides, without the words that joined what was between."""
    head, tail = list(before.words), list(after.words)
    while tail and tail[0] in _LINKS:
        tail.pop(0)
    while head and head[-1] in _LINKS:
        head.pop()
    return Line((*head, *(("and",) if head and tail else ()), *tail))


def all_stay(items: Sequence[SceneItem]) -> str:
    """What is told where a request only says what shall stay."""
    names = listed([f"the {label_of(i)}" for i in items[:3]]) or "everything"
    return f"All right, {names} {'stays' if len(items) < 2 else 'stay'} as it was"


def without(edits: Sequence[Edit], spared: set[NodeId]) -> list[Edit]:
    """``edits`` that leave what is ``spared`` alone."""
    kept: list[Edit] = []
    for edit in edits:
        match edit:
            case Move() | Rotate() | Resize() | Replace() | Recolor() if edit.node in spared:
                continue
            case Move() | Rotate():
                along = tuple(n for n in edit.along if n not in spared)
                kept.append(edit.model_copy(update={"along": along}) if edit.along else edit)
            case Remove() | Arrange():
                nodes = tuple(n for n in edit.nodes if n not in spared)
                if nodes:
                    kept.append(edit.model_copy(update={"nodes": nodes}))
            case Relight():
                lamps = tuple(n for n in edit.lamps if n not in spared)
                if lamps or not edit.lamps:
                    kept.append(edit.model_copy(update={"lamps": lamps}) if lamps else edit)
            case _:
                kept.append(edit)
    return kept
