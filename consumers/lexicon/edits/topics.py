"""Requests that first name what they are about: "the pot in the middle, make it blue", "second
desk: remove the monitor".

What belongs here: such words with the thing in its place in the command. What does not: a topic
with a number or looks after it ("tyres: three"), which ``wordings`` reads.
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.commands import command_at
from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import Selection, select
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.looks import color_at
from consumers.lexicon.words.quantities import ORDINALS
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind

_ASKED = re.compile(
    r"(?:(?:please|could you|can you|would you|you should|let us|i want you to|just|then|now|also)"
    r"(?= ) ?)*"
)
_LOOKING = frozenset({"make", "paint"})
_IT = frozenset({"it", "them", "that", "those", "this", "these"})
_MARKS = frozenset({",", ":", "-", ";"})
_AT = (Kind.ON, Kind.IN, Kind.NEXT_TO, Kind.AROUND, Kind.NEAR, Kind.UNDER)


def about_topic(line: Line, finder: Finder) -> Line | None:
    """The command in such words; None for others."""
    first = phrase_at(line, 0, plain=True)
    named = first is not None and bool(first[0].noun) and line.at(first[1]) == ":"
    bare = line.at(0) in ORDINALS or (named and line.at(0) not in wc.DETERMINERS)
    said = Line(("the", *line.words)) if bare else line
    chosen = select(said, 0, finder)
    if chosen is None or not chosen.items or not chosen.definite or chosen.missing:
        return None
    if any(is_shell(i) for i in chosen.items):
        return None
    marked = said.at(chosen.stop) in _MARKS
    at = chosen.stop + marked
    asked = said.match(_ASKED, at)
    at = asked[1] if asked is not None else at
    command = command_at(said, at)
    if command is None:
        return None
    topic = said.words[: chosen.stop]
    n = command[1]
    if said.at(n) in {"that", "this"} and said.at(n + 1) == "one":
        return Line((*said.words[at:n], *topic, *said.words[n + 2 :]))
    if said.at(n) in {"him", "her"}:
        return Line((*said.words[at:n], *topic, *said.words[n + 1 :]))
    looks = attributes_at(said, n) if command[0] in _LOOKING else None
    if looks is not None and (looks[0].color or looks[0].material) and looks[1] >= len(said):
        return Line((*said.words[at:n], *topic, *said.words[n:]))
    if said.at(n) in _IT and _is_pronoun(said, n):
        return Line((*said.words[at:n], *topic, *said.words[n + 1 :]))
    return _at_topic(said, at, n, chosen, finder) if marked else None


def each_topic(line: Line, finder: Finder) -> Line | None:
    """ "first chest: red, second chest: blue, third: green" as "paint the first chest red and the
    second chest blue and the third chest green"; "first chest red, second blue" as well."""
    pieces = _pieces(line)
    if len(pieces) < 2:
        return None
    words: list[str] = []
    kind: tuple[str, ...] = ()
    for piece in pieces:
        start = 1 if piece.at(0) == "the" else 0
        if piece.at(start) not in ORDINALS:
            return None
        at = next((n for n in range(start + 1, len(piece)) if piece.at(n) == ":"), 0)
        at = at or next((n for n in range(start + 1, len(piece)) if color_at(piece, n)), 0)
        looks = attributes_at(piece, at + (piece.at(at) == ":")) if at else None
        kind = tuple(w for w in piece.words[start + 1 : at] if w not in {"one", "is"}) or kind
        if looks is None or looks[1] < len(piece) or not kind:
            return None
        named = phrase_at(Line(("the", *kind)), 0, plain=True)
        if named is None or len(finder.every(named[0])) < 2:
            return None
        said = [w for w in piece.words[at:] if w != ":"]
        words += [*(["and"] if words else []), "the", piece.at(start), *kind, *said]
    return Line(("paint", *words))


def _pieces(line: Line) -> list[Line]:
    """``line`` without its command, cut at commas and "and"."""
    command = command_at(line, 0)
    pieces, start = [], command[1] if command is not None and command[0] in _LOOKING else 0
    for n in range(start, len(line) + 1):
        if n == len(line) or line.at(n) in {",", "and", ";", "."}:
            if n > start:
                pieces.append(line.part(start, n))
            start = n + 1
    return pieces


def _is_pronoun(line: Line, at: int) -> bool:
    found = phrase_at(line, at)
    return found is None or found[0].pronoun or found[1] == at + 1


def _at_topic(line: Line, at: int, n: int, chosen: Selection, finder: Finder) -> Line | None:
    """ "second desk: remove the monitor" as "remove the monitor on the second desk"."""
    named = phrase_at(line, n)
    if named is None or named[0].pronoun or not named[0].noun or named[0].rank:
        return None
    topic = line.words[: chosen.stop]
    if not named[0].definite:
        is_adding = command_at(line, at)
        adds = is_adding is not None and is_adding[0] in {"add", "put"}
        free = place_at(line, named[1]) is None and named[1] >= len(line)
        return Line((*line.words[at:], "on", *topic)) if adds and free else None
    for kind in _AT:
        if finder.find_at(named[0], kind, chosen.items):
            where = {"ON": "on", "IN": "in", "UNDER": "under"}.get(kind.name, "at")
            words = line.words
            return Line((*words[at : named[1]], where, *topic, *words[named[1] :]))
    return None
