"""Colours that are dealt out: one each ("different colours: red, yellow and green"), or in turn
("alternately black and white").

What belongs here: a list of colours said of several things. What does not: one look for all of
them, which ``changes`` reads, and looks after other things (``dressing``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from consumers.lexicon.edits.dressing import Dress
from consumers.lexicon.words.looks import color_at
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

_LEAD = re.compile(
    r"(?:(?:(?:all|each|be|in|to|into|with|have|a|painted|coloured|colored) )*(?P<other>different"
    r"|various|several|mixed|alternating|varying) colou?rs?(?: each)?(?: ,| like| such as| as in)?"
    r"|(?P<turn>alternately|alternatingly|alternating|by turns|in turns?))(?= )"
)
_TRAIL = re.compile(
    r"(?P<turn>(?:,? ?)(?:alternately|alternatingly|alternating|in alternation|by turns|in turns?))"
    r"|(?P<each>(?:,? ?)(?:respectively|one (?:colou?r )?each|each|in (?:this|that) order"
    r"|from left to right))"
)
_POLITE = re.compile(r"(?:please|now|thanks|then|[,.!])")
_ROW = 0.25
"""Metres between things that are counted from left to right."""


def dealt(items: Sequence[SceneItem], tail: Line) -> list[Dress] | None:
    """What each of ``items`` gets of the colours that ``tail`` lists; None where it lists none, or
    where all of them are said of each."""
    if len(items) < 2:
        return None
    lead = tail.match(_LEAD, 0)
    colors, stop = _listed(tail, lead[1] if lead is not None else 0)
    trail = tail.match(_TRAIL, stop)
    end = trail[1] if trail is not None else stop
    if len(colors) < 2 or not all(_POLITE.fullmatch(w) for w in tail.words[end:]):
        return None
    turns = any(f is not None and f[0]["turn"] for f in (lead, trail))
    marked = turns or lead is not None or trail is not None
    if not marked and len(colors) != len(items):
        return None
    row = _from_left(items)
    return [
        Dress(item, color, None, word)
        for item, (color, word) in zip(row, _in_turn(colors, len(row)), strict=True)
    ]


def _in_turn(colors: list[tuple[str, str]], many: int) -> list[tuple[str, str]]:
    return [colors[n % len(colors)] for n in range(many)]


def _listed(tail: Line, at: int) -> tuple[list[tuple[str, str]], int]:
    """The colours that are listed from ``at`` on, each with its words, and the index after."""
    found: list[tuple[str, str]] = []
    stop = at
    while (color := color_at(tail, at)) is not None:
        found.append((color[0], tail.span(at, at + color[1])))
        at = stop = at + color[1]
        while tail.at(at) in {",", "and", "or", "then"}:
            at += 1
    return found, stop


def _from_left(items: Sequence[SceneItem]) -> list[SceneItem]:
    """The items from left to right where they stand so, else in their order."""
    row = sorted(items, key=lambda i: i.position.x)
    apart = min(b.position.x - a.position.x for a, b in pairwise(row))
    return row if apart > _ROW else list(items)
