"""Wishes that leave their verb or their object out: "one chair can go", "no posters", "put against
the wall".

What belongs here: such a sentence as the plain command that it means. What does not: what the
command before said (``edits/ellipsis``).
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.commands import command_at
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.tokens import Line

_MAY_GO = re.compile(
    r" (?:can|may|must|should|has to|have to|could)(?: now| also| please)* (?:go|leave|disappear"
    r"|vanish|be removed|be gone|go away)(?: now| away| please)*(?: (?:,|because|since|as) .*)?$"
)
_COUNTED = re.compile(
    r"(?:and |but |so |then )*(?P<what>(?:one|two|three|four|five|an?|\d+|all|both)(?: of (?:the|my"
    r"|these|those))? (?:[a-z]+ ){0,2}?[a-z]+)(?= (?:can|may|must|should|has|have|could) )"
)
_NONE = re.compile(
    r"(?:(?:no|nah|nope|ok|okay|please|but|and|,) )*(?:no|without|not any) (?:(?:the|any|all the"
    r"|more|those|these) )*(?P<what>[a-z]+(?: [a-z]+)??)(?: (?:please|at all|any ?more|now|[.!]))*$"
)
_ENDS = frozenset({"please", "now", "then", "instead"})


def without_object(line: Line, finder: Finder) -> str:
    """The plain command in such words; "" for any other."""
    return _may_go(line, finder) or _none(line, finder) or _no_object(line)


def _may_go(line: Line, finder: Finder) -> str:
    """ "one chair can go, we are only three" as "remove one chair"."""
    found = line.match(_COUNTED, 0)
    if found is None or _MAY_GO.match(line.text[found[0].end() :]) is None:
        return ""
    what = found[0]["what"]
    named = phrase_at(Line(tuple(what.split())), 0, plain=True)
    there = named is not None and finder.fitting(named[0])
    return f"remove {re.sub('^an? ', 'one ', what)}" if there else ""


def _none(line: Line, finder: Finder) -> str:
    """ "no posters" as "remove all the posters", where there are some."""
    found = _NONE.fullmatch(line.text)
    named = phrase_at(Line(("the", *found["what"].split())), 0, plain=True) if found else None
    if found is None or named is None or not (named[0].plural and named[0].noun):
        return ""
    whole = named[1] == 1 + len(found["what"].split())
    return f"remove all the {found['what']}" if whole and finder.fitting(named[0]) else ""


def _no_object(line: Line) -> str:
    """ "put against the wall" as "put it against the wall"."""
    command = command_at(line, 0)
    if command is None or command[0] not in {"put", "move"} or line.at(command[1]) == "back":
        return ""
    place = place_at(line, command[1])
    if place is None:
        return ""
    stop = place[1]
    if place[0].targeted:
        named = phrase_at(line, stop)
        stop = named[1] if named is not None else stop
    if any(w not in _ENDS for w in line.words[stop:]):
        return ""
    return f"{line.span(0, command[1])} it {line.part(command[1], len(line)).text}"
