"""Looks as people say them who think of paint and wood: "matte black", "see-through", "use dark
wood for the desk".

What belongs here: such words as plain looks, and what of them no scene can show. What does not:
giving things their looks, which is in ``dressing`` and ``makeovers``.
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.commands import Clause, Op
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.words.tokens import Line

_FINISH = frozenset({
    "matte", "matt", "mat", "glossy", "gloss", "shiny", "satin", "semigloss", "eggshell",
    "unpolished", "reflective", "mirrored",
})  # fmt: skip
_CLEAR = re.compile(
    r"\b(?:(?:completely|fully|half|semi|almost|a bit|slightly) )?(?:transparent|see through"
    r"|translucent)\b"
)
_LOOKING: frozenset[Op] = frozenset({"make", "paint", "put", "add", ""})
_USED = re.compile(
    r"(?:(?:use|try|choose|pick|take|go (?:with|for)|apply|have|do|get|want|i want|i would like|we"
    r" would like|let us (?:use|have|go with|try)|how about|rather) )*(?:(?:a|an|some|the) )?"
)
_ON = re.compile(r"(?:finish |colou?r |paint |shade |tone |look )?(?:for|on)(?= )")
_BARE = frozenset({"be", "look", "should", "more", "a", "bit", "very", "to", "please", "finish"})
NO_FINISH = "How matt or glossy a surface is can not be changed; its colour and material can."


def finished(clause: Clause, finder: Finder) -> tuple[Clause, tuple[str, ...]]:
    """``clause`` with such looks in plain words, and what is told of those that are left out."""
    if clause.op not in _LOOKING:
        return clause, ()
    clause = _used_for(clause, finder) or clause
    text = _CLEAR.sub("glass", clause.rest.text)
    words = tuple(w for w in text.split() if w not in _FINISH)
    if words == clause.rest.words:
        return clause, ()
    rest = Line(words)
    chosen = select(rest, 0, finder, filtered=False, plain=True)
    if chosen is None or not chosen.items or not chosen.definite:
        return clause, ()
    op: Op = "make" if clause.op in {"put", "add"} else clause.op
    told = (NO_FINISH,) if len(words) < len(text.split()) else ()
    return Clause(op, "make" if op == "make" else clause.verb, rest), told


def _used_for(clause: Clause, finder: Finder) -> Clause | None:
    """ "use dark wood for the desk" as "make the desk dark wood"."""
    said = Line((*clause.verb.split(), *clause.rest.words))
    lead = said.match(_USED, 0)
    start = lead[1] if lead is not None else 0
    while said.at(start) in _FINISH:
        start += 1
    looks = attributes_at(said, start)
    on = said.match(_ON, looks[1]) if looks is not None else None
    if looks is None or on is None or not (looks[0].color or looks[0].material):
        return None
    thing = said.words[on[1] :]
    chosen = select(Line(thing), 0, finder, filtered=False, plain=True)
    if chosen is None or not chosen.items or not chosen.definite or chosen.stop < len(thing):
        return None
    return Clause("make", "make", Line((*thing, *said.words[start : looks[1]])))


def is_bare(rest: Line, finder: Finder) -> bool:
    """Whether ``rest`` names things and says nothing of them."""
    chosen = select(rest, 0, finder, filtered=False, plain=True)
    told = rest.words[chosen.stop :] if chosen is not None else ()
    return chosen is not None and all(w in _BARE for w in told)
