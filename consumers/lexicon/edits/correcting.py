"""Commands that people take back while they speak: "a chair, I mean a table", "no wait, blue".

What belongs here: one text to what is left of it. What does not: words about an earlier request,
which are in ``adjusting``.
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.commands import Clause, clauses, command_at
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import Line

_TAKEN_BACK = re.compile(
    r"(?:(?:[,.!]|and|oh|oops|uh|um|no|sorry|hmm|or|well|but|wait|hold on) )*"
    r"(?:or rather|i mean|i meant|make that|scratch that|on second thoughts?|wait|oops"
    r"|rather(?! than)|no(?= , )|actually no|no wait|no sorry|correction|sorry)"
    r"(?: (?:[,.!]|no|i mean|i meant|actually|rather|make that|wait|sorry|not that|just|only))*"
    r"(?= \w)"
)
_LONGEST = 40
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
_END = r"(?: (?:please|now|[.!]))*"
_ENOUGH = re.compile(
    rf"(?:(?:i|we) do not (?:need|want) (?:all )?(?:the |so many |that many )?(?:{_NUMBER} )?"
    rf"(?P<kind>\w+) [,.] (?:just |only )?(?P<few>{_NUMBER})(?: of them)? (?:is|are|would be|will"
    rf" be|will do|would do)(?: (?:enough|plenty|fine|ok|okay|sufficient))?"
    rf"|(?:(?:there|those|that) (?:are|is) )?(?:far |way )?too many (?P<crowd>\w+) [,.]"
    rf" (?:please )?(?:just |only )?(?:keep|leave)(?: just| only)? (?P<left>{_NUMBER})(?: of them)?"
    rf"|(?:i|we) (?:want|need|said|meant) (?P<wanted>{_NUMBER}) (?P<sort>\w+) , not {_NUMBER}"
    rf"){_END}"
)
"""How many of a kind shall be left, said after how many there are."""


def corrected(line: Line, finder: Finder) -> Line:
    """``line`` without what it takes back; the same line where it takes nothing back."""
    many = _ENOUGH.fullmatch(line.text)
    if many is not None:  # "I do not need six chairs, four are enough"
        number = next(n for n in many.group("few", "left", "wanted") if n)
        kind = next(k for k in many.group("kind", "crowd", "sort") if k)
        kind = singular(kind) if number == "one" else kind
        return Line(("there", "should", "be", "exactly", number, kind))
    if len(line) > _LONGEST:
        return line
    for at in range(1, len(line) - 1):
        found = line.match(_TAKEN_BACK, at)
        if found is None or not found[0].group().strip(" ,.!"):
            continue
        said = clauses(line.part(0, at))
        new = line.part(found[1], len(line))
        if not said or said[-1].op in {"", "undo"} or not len(new):
            continue
        stead = _instead(said[-1], new, finder)
        if stead is not None:
            before = [w for c in said[:-1] for w in (*c.verb.split(), *c.rest.words, ",")]
            return Line((*before, *stead.words))
    return line


def _instead(last: Clause, new: Line, finder: Finder) -> Line | None:
    """``new`` as the command that stands for ``last``; None where it is no such thing."""
    command = command_at(new, 0)
    named = phrase_at(last.rest, 0)
    if command is not None:
        again = phrase_at(new, command[1])
        if again is None or not again[0].pronoun or named is None:
            return new
        thing = last.rest.words[: named[1]]
        return Line((*new.words[: command[1]], *thing, *new.words[again[1] :]))
    verb = tuple(last.verb.split())
    first = select(last.rest, 0, finder, filtered=False, plain=True)
    place = next((n for n in range(1, len(last.rest)) if place_at(last.rest, n)), None)
    if place_at(new, 0) is not None and place is not None:
        return Line((*verb, *last.rest.words[:place], *new.words))
    said = attributes_at(new, 0)
    thing_named = phrase_at(new, 0)
    if said is not None and (thing_named is None or not thing_named[0].noun) and first:
        return Line((*verb, *last.rest.words[: first.stop], *new.words))
    if thing_named is None or first is None:
        return None
    tail = new.words[thing_named[1] :]
    stop = first.stop if first.items else (named[1] if named else first.stop)
    return Line((*verb, *new.words, *(last.rest.words[stop:] if not tail else ())))
