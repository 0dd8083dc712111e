"""Rows of things that stand in rows: "the back row", "the first row of chairs".

What belongs here: which things a row is. What does not: putting things in rows, which is in
``rearranging``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from consumers.lexicon.edits.items import label_of, things
from consumers.lexicon.edits.outlines import gap
from consumers.lexicon.edits.references import Finder, kind_of
from consumers.lexicon.edits.sets import companions
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

_ROW = re.compile(
    r"the (?:very )?(?P<which>front|first|back|last|rear|middle|second|third|fourth|left|right"
    r"|nearest|closest|furthest|farthest|leftmost|rightmost)(?: most)? (?P<way>row|column|line)"
    r"(?P<of> of(?: the| all the)?(?= \w))?(?= |$)"
)
_APART = 0.45
"""Metres by which the middles of things of one row may be off their line."""
_LEAST = 3
"""Things of a kind that make rows."""
_LOOKED_AT = re.compile(
    r"(?:(?:black|white|chalk)?board|screen|stage|altar|arch|pulpit|lectern|podium|teacher desk)$"
)
"""What rows of seats look at: the front row is the one nearest to it."""
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def is_row(line: Line, at: int) -> bool:
    """Whether a row is named at ``at``: "the front row"."""
    return line.match(_ROW, at) is not None


def row(line: Line, at: int, finder: Finder) -> tuple[list[SceneItem], list[SceneItem], int] | None:
    """The things of the row that is named at ``at``, what belongs to them, and the index after;
    None where no row is named, or there are none."""
    found = line.match(_ROW, at)
    if found is None:
        return None
    kind = phrase_at(line, found[1], plain=True) if found[0].group("of") else None
    pool = finder.every(replace(kind[0], quantifier="all", plural=True)) if kind else _many(finder)
    across = found[0].group("which") in {"left", "right", "leftmost", "rightmost"}
    across = across or found[0].group("way") == "column"
    rows = _lines(pool, (lambda i: i.position.x) if across else (lambda i: i.position.z))
    if len(pool) < _LEAST or len(rows) < 2:
        return None
    if not across:
        rows = _from_the_front(rows, finder)
    items = _picked(rows, found[0].group("which"))
    them = [c for i in items for c in companions(i, finder)] if kind is None else []
    return items, [c for c in dict.fromkeys(them) if c not in items], kind[1] if kind else found[1]


def _many(finder: Finder) -> list[SceneItem]:
    """The things of the kind of which there are most; of desks and their chairs, the desks."""
    present = [i for i in things(finder.items) if i.on is None]
    kinds = Counter(kind_of(i) for i in present)
    led = {kind_of(i) for i in present if companions(i, finder)}
    best = max(kinds, key=lambda k: (k in led and kinds[k] >= _LEAST, kinds[k]), default="")
    return [i for i in present if kind_of(i) == best]


def _lines(pool: Sequence[SceneItem], key: Callable[[SceneItem], float]) -> list[list[SceneItem]]:
    """``pool`` in lines, by rising ``key`` (metres)."""
    lines: list[list[SceneItem]] = []
    for item in sorted(pool, key=key):
        if lines and key(item) - key(lines[-1][0]) <= _APART:
            lines[-1].append(item)
        else:
            lines.append([item])
    return lines


def _from_the_front(rows: list[list[SceneItem]], finder: Finder) -> list[list[SceneItem]]:
    """``rows`` from the one in front: nearest to what they look at, else to the viewer."""
    stage = next((i for i in finder.items if _LOOKED_AT.search(label_of(i))), None)
    if stage is None:
        return rows
    return sorted(rows, key=lambda r: min(gap(i, stage) for i in r))


def _picked(rows: Sequence[list[SceneItem]], which: str) -> list[SceneItem]:
    if which in {"back", "last", "rear", "furthest", "farthest", "right", "rightmost"}:
        return rows[-1]
    if which == "middle":
        return rows[len(rows) // 2]
    place = _PLACES.get(which, 0)
    return rows[place] if place < len(rows) else []
