"""Requests without articles: "sofa blue", "cat on sofa" mean the sofa and the cat that are there.

What belongs here: giving nouns of present things the article they lack. What does not: sentences
that have articles, in which "a sofa" is a new one.
"""

from __future__ import annotations

import re

from consumers.lexicon.edits import amounts
from consumers.lexicon.edits.aspects import only_describes
from consumers.lexicon.edits.commands import Clause
from consumers.lexicon.edits.dealing import dealt
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line

_LONGEST = 10
_GONE = re.compile(r"(?:away|gone|out|off|on)(?: please| now)?")
_SAID = wc.COPULA | {"have", "has", "to", "needs", "need", "want", "would", "could"}
_NEW = frozenset({"a", "an", "another", "some", "more", "new", "with"})


def with_articles(line: Line, finder: Finder) -> Line:
    """``line`` with "the" before things of the scene, if it begins with one and has no article; the
    same line otherwise."""
    if not 1 < len(line) <= _LONGEST or any(w in _NEW for w in line.words):
        return line
    bare = line.at(0) not in wc.DETERMINERS
    found = (_bare(line, 0, finder) or _group(line, finder)) if bare else None
    if found is None and bare:
        dressed = _dressed(line, finder)
        if dressed is not None:
            return Line(("the", *line.words))
    if found is None or quantity(line, 0) is not None:
        return line
    tail = line.part(found, len(line))
    place = place_at(tail, 0)
    goes = amounts.shift(tail) is not None or _GONE.fullmatch(_predicate(tail).text) is not None
    if place is None and not goes and not only_describes(_predicate(tail)):
        return line
    words = ["the", *line.words[:found]]
    at = found
    if place is not None:
        at += place[1]
        words += line.words[found:at]
        if place[0].targeted and _bare(line, at, finder) is not None:
            words.append("the")
    return Line((*words, *line.words[at:]))


def _dressed(line: Line, finder: Finder) -> int | None:
    """The index after "towels" in "towels alternately blue and white": all of them, in colours."""
    found = phrase_at(line, 0, plain=True)
    if found is None or not found[0].plural or not found[0].noun or found[0].counted:
        return None
    there = [i for i in finder.fitting(found[0]) if found[1] < len(line)]
    tail = _predicate(line.part(found[1], len(line)))
    return found[1] if len(there) > 1 and dealt(there, tail) is not None else None


def spelt_out(clause: Clause, finder: Finder) -> Clause:
    """ "cat on sofa" as "put the cat on the sofa"."""
    said = with_articles(clause.rest, finder)
    if said == clause.rest:
        return clause
    named = phrase_at(said, 0, plain=True)
    there = named is not None and place_at(said, named[1]) is not None
    return Clause("put", "put", said) if there else Clause("", "", said)


def placed(clause: Clause, finder: Finder) -> Clause:
    """ "the bell to the left of the register" as "put the bell ..."."""
    thing = select(clause.rest, 0, finder, filtered=False) if not clause.op else None
    whole = select(clause.rest, 0, finder) if thing and thing.definite else None
    if thing is None or whole is None or whole.stop < len(clause.rest) or not thing.items:
        return clause
    tail = clause.rest.part(thing.stop, len(clause.rest))
    there = len(tail) > 0 and place_at(tail, 0) is not None
    return Clause("put", "put", clause.rest) if there else clause


def _group(line: Line, finder: Finder) -> int | None:
    """The index after "bushes" in "bushes behind shed": all of them, at a thing that is there."""
    found = phrase_at(line, 0, plain=True)
    place = place_at(line, found[1]) if found is not None else None
    if found is None or place is None or not place[0].targeted or not found[0].plural:
        return None
    there = found[0].noun and len(finder.fitting(found[0])) > 1
    return found[1] if there and _bare(line, place[1], finder) is not None else None


def _predicate(tail: Line) -> Line:
    """ "should be black" as "black"."""
    at = 0
    while tail.at(at) in _SAID:
        at += 1
    return tail.part(at, len(tail))


def _bare(line: Line, at: int, finder: Finder) -> int | None:
    """The index after a noun phrase at ``at`` that names one thing of the scene."""
    found = phrase_at(line, at, plain=True)
    if found is None or found[0].pronoun:
        return None
    shell = found[0].head in wc.SHELL
    if not shell and (found[0].plural or not found[0].noun):
        return None
    return found[1] if finder.find(found[0]) else None
