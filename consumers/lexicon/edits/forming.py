"""Forms of several things: rows, rings, evenly around a table, further apart and closer together.

What belongs here: reading a line as such a command on things that are there. What does not: swaps,
tilts and what is done to one of them, which are in ``rearranging``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from consumers.lexicon.edits import amounts
from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.edits.moving import first_place
from consumers.lexicon.edits.ordering import factor_of
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import Selection, select
from consumers.lexicon.edits.sets import is_table
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import Relation
from schemas.decomposition import RelationKind as Kind
from schemas.edits import Arrange, Edit, Move, SceneItem
from schemas.ids import NodeId

_ROW = re.compile(
    r"\b(?:(?:lined? up|line (?=the|all|my|them|these|those)|align)|(?:in|into) an?"
    r" (?:\w+ )?(?:row|line)(?! of)|side by side|next to (?:each other|one another))\b"
)
_EVENLY = re.compile(r"\b(?:evenly|equally|regularly|uniformly|symmetrically)\b ?")
_LINE_VERB = re.compile(r"(?:line up|line|align|arrange|queue)(?= )")
_RING = re.compile(r"\b(?:in|into) an? (?:\w+ )?(?:circle|ring)(?! around| round| about)\b")
_ABOUT = re.compile(r"(?:around|round|about)(?= )")
_GATHERED = re.compile(r"\b(?:circle|ring|gather|cluster|group|arrange)\b")
_WALL = re.compile(r"\b(?:wall)\b")
_AT_WALL = re.compile(r"\b(?:along|against|at|by|on) the (left|right) (?:hand )?wall\b")
_APART = re.compile(
    r"\b(?:(?:further|farther|more|wider) apart|apart|spread(?: them)? out|spread|space(?:d)? out"
    r"|spread more|scatter|away from (?:each other|one another)|too (?:close|near) (?:together|to"
    r" (?:each other|one another)))\b"
)
_TOO_APART = re.compile(r"\btoo (?:far|wide|much) apart\b")
_TOUCHING = re.compile(
    r"^(?:push|put|move|bring|shove|slide|pull|set)\b(?!.*\b(?:closer|nearer)\b)"
)
_TOGETHER = re.compile(
    r"\b(?:too far apart|(?:closer|nearer|close|back) together|together"
    r"|closer to (?:each other|one another)|nearer to (?:each other|one another)|gather|cluster"
    r"|group)\b"
)
_SPREAD_VERB = re.compile(
    r"(?:spread out|spread|space out|space|scatter|gather|cluster|group|distribute)(?= )"
)
_SQUARE = 0.2
"""Metres by which the sides of a table may differ that people sit around in a ring."""


@dataclass
class Rearranged:
    """``edits`` of a command, what they ``touched``; ``missing``: what was named and not found."""

    edits: list[Edit] = field(default_factory=list)
    touched: list[SceneItem] = field(default_factory=list)
    missing: Selection | None = None


def formed(line: Line, finder: Finder) -> Rearranged | None:
    """Rows, rings, further apart and closer together."""
    even = _EVENLY.search(line.text) is not None
    line = Line(tuple(_EVENLY.sub("", line.text).split())) if even else line
    text = line.text
    verb = line.match(_LINE_VERB, 0) or line.match(_SPREAD_VERB, 0)
    start = verb[1] if verb else 1
    chosen = select(line, start, finder, filtered=False)
    items = things_of(chosen)
    if chosen is None or (len(items) < 2 and not chosen.missing):
        return None
    if not chosen.definite and line.at(0) in {"scatter", "spread"}:
        return None  # "scatter five toys": new ones
    tail = line.part(chosen.stop, len(line)).text
    said = f"{line.span(0, start)} {tail}"
    if not chosen.definite and not items:
        return None
    nodes = tuple(i.id for i in items)
    middle = _ringed(line.part(chosen.stop, len(line)), said, finder)
    about = _around(line.part(chosen.stop, len(line)), finder) if even else None
    if about is not None and items:
        return Rearranged(_evenly(items, about), items)
    if middle is not None and items:
        return Rearranged([Arrange(nodes=nodes, form="circle", around=middle.id)], items)
    if _aims_elsewhere(tail):
        return None
    if _RING.search(tail):
        edit = Arrange(nodes=nodes, form="circle")
    elif _ROW.search(said) or (verb and line.match(_LINE_VERB, 0) and _along(tail)):
        side = _AT_WALL.search(tail)
        if side is not None and items:
            return Rearranged([_against(i, side.group(1)) for i in items], items)
        edit = Arrange(nodes=nodes, form="row", wall=_WALL.search(tail) is not None)
    elif _APART.search(said) and not _TOO_APART.search(said):
        far = factor_of(items, line, apart=True)
        form: Literal["spread", "gather"] = "gather" if far is not None and far < 1 else "spread"
        edit = Arrange(nodes=nodes, form=form, factor=far or 1.0 + 0.5 * amounts.strength(text))
    elif _TOGETHER.search(said):
        near = factor_of(items, line, apart=False)
        touching = _TOUCHING.search(said) is not None and not amounts.is_little(text)
        usual = 0.02 if touching else max(0.1, 1.0 - 0.4 * amounts.strength(text))
        edit = Arrange(nodes=nodes, form="gather", factor=near or usual)
    else:
        return None
    if not items:
        return Rearranged(missing=chosen)
    return Rearranged([edit], items)


def things_of(chosen: Selection | None) -> list[SceneItem]:
    """The things among what was chosen, without the shell."""
    return [i for i in chosen.items if not is_shell(i)] if chosen else []


def up_last(line: Line) -> Line:
    """ "line the chairs up along the wall" as "line up the chairs along the wall"."""
    at = next((n for n in range(2, min(len(line), 8)) if line.at(n) == "up"), None)
    if line.at(0) != "line" or at is None:
        return line
    return Line(("line", "up", *line.words[1:at], *line.words[at + 1 :]))


def _around(tail: Line, finder: Finder) -> SceneItem | None:
    """The thing that others are to be around: "around the table"."""
    for at in range(len(tail)):
        found = tail.match(_ABOUT, at)
        target = phrase_at(tail, found[1]) if found else None
        goals = finder.find(target[0]) if target else []
        if goals:
            return goals[0]
    return None


def _evenly(items: Sequence[SceneItem], about: SceneItem) -> list[Edit]:
    """All around a thing at equal distances: in a ring, or along the sides of a long table."""
    long = is_table(about) and abs(about.size[0] - about.size[2]) > _SQUARE
    if not long:
        return [Arrange(nodes=tuple(i.id for i in items), form="circle", around=about.id)]
    return [
        Move(node=i.id, relation=Relation(kind=Kind.AROUND, subject=i.id, targets=(about.id,)))
        for i in items
    ]


def _against(item: SceneItem, side: str) -> Move:
    """Against the wall of that side: one after the other that makes a row."""
    wall = (NodeId(f"room-{side}-wall"),)
    return Move(
        node=item.id, relation=Relation(kind=Kind.AGAINST_WALL, subject=item.id, targets=wall)
    )


def _ringed(tail: Line, said: str, finder: Finder) -> SceneItem | None:
    """What a ring is to be about: "in a circle around the statue", "(gather) around the fire"."""
    for at in range(len(tail)):
        found = tail.match(_ABOUT, at)
        target = phrase_at(tail, found[1]) if found else None
        goals = finder.find(target[0]) if target else []
        if goals and _GATHERED.search(said):
            return goals[0]
    return None


def _aims_elsewhere(tail: str) -> bool:
    """Whether a place follows the form: "side by side in front of the sofa"."""
    form = _ROW.search(tail) or _RING.search(tail)
    rest = Line(tuple(tail[form.end() :].split())) if form else Line(())
    place = first_place(rest)
    return place is not None and _WALL.search(rest.text) is None


def _along(tail: str) -> bool:
    return re.match(r"(?:up|along|against|at|by)\b|$", tail) is not None
