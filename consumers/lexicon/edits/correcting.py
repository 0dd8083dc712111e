"""Commands that people take back while they speak: "a chair, I mean a table", "no wait, blue".

What belongs here: one text to what is left of it. What does not: words about an earlier request,
which are in ``adjusting``.
"""

from __future__ import annotations

import re
from collections import Counter

from consumers.lexicon.edits import amounts
from consumers.lexicon.edits.commands import Clause, clauses, command_at
from consumers.lexicon.edits.counting import NUMBER as _NUMBER
from consumers.lexicon.edits.ellipsis import named_place
from consumers.lexicon.edits.items import is_shell, label_of
from consumers.lexicon.edits.recounting import recounted
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.tokens import Line

_COUNTED = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)"
_TAKEN_BACK = re.compile(
    r"(?:(?:[,.!]|and|oh|oops|uh|um|er|no|sorry|hmm|or|well|but|wait|hold on|hang on) )*"
    r"(?:or rather|or actually|i mean|i meant|make that|scratch that|on second thoughts?|wait|oops"
    r"|rather(?! than)|no(?= , )|actually no|no wait|no sorry|correction|sorry|hang on|hold on"
    rf"|make it(?= {_COUNTED}\b)|no(?= (?:{_COUNTED}|make|move|put|to|on|in|at|next|under|behind"
    r"|the|just|only|actually|i|hang|hold)\b)"
    r"|actually(?= (?:on|in|at|to|under|next|behind|by|near|above|beside)\b)"
    r"|, (?:just|only)(?= (?:the|my|that|this)\b))"
    r"(?: (?:[,.!]|no|i mean|i meant|actually|rather|make that|wait|sorry|not that|just|only"
    rf"|hang on|hold on|make it(?= {_COUNTED}\b)))*"
    r"(?= \w)"
)
_KEPT = re.compile(
    r"(?:(?:[,.!]|and|or|but|no|oh|wait|actually|hmm|well|sorry|on second thoughts?|you know what)"
    r" )+(?:(?:just |please )?(?:leave|keep) (?:it|them|that|everything)(?: (?:as (?:it|they|that)"
    r" (?:is|are|was|were)|alone|there|be|like that|that way))?|never ?mind(?: that)?|forget it"
    r"|forget that|forget about it|do not|scratch (?:that|all that|it))(?: (?:please|[.!]))*"
)
_NO = re.compile(r"no(?= )")
_SHOULD = re.compile(r"\b(?:should|could|must|would) be\b")
_MOST_TIMES = 3
"""Corrections of corrections that are followed."""
_LONGEST = 40
_END = r"(?: (?:please|now|[.!]))*"
_ENOUGH = re.compile(
    rf"(?:(?:i|we) do not (?:need|want) (?:all )?(?:the |so many |that many )?(?:{_NUMBER} )?"
    rf"(?P<kind>\w+) [,.] (?:just |only )?(?P<few>{_NUMBER})(?: of them)? (?:is|are|would be|will"
    rf" be|will do|would do)(?: (?:enough|plenty|fine|ok|okay|sufficient))?"
    rf"|(?:{_NUMBER} |the |these |those )?(?P<lots>\w+) (?:are|is) (?:far |way "
    rf"|a bit )?(?:too (?:much"
    rf"|many)|a lot) (?:, |[.] |and )?(?:just |only )?(?P<rest>{_NUMBER})(?: of them)?(?: (?:is|are"
    rf"|would be|will be) (?:enough|plenty|fine|ok|okay|sufficient)| suffices?| will (?:do|suffice)"
    rf"| would (?:do|suffice)| is all (?:i|we) need)?"
    rf"|(?:(?:there|those|that) (?:are|is) )?(?:far |way )?too many (?P<crowd>\w+) [,.]"
    rf" (?:please )?(?:just |only )?(?:keep|leave)(?: just| only)? (?P<left>{_NUMBER})(?: of them)?"
    rf"|(?:i|we) (?:want|need|said|meant) (?P<wanted>{_NUMBER}) (?P<sort>\w+) , not {_NUMBER}"
    rf"|(?:(?:i|we|please|want|only|need|make (?:it|that|them)|have|use|would like|better|rather"
    rf"|no|,) )*"
    rf"(?P<rather>{_NUMBER}) (?P<such>[a-z]+(?: [a-z]+)??)"
    rf" (?:(?:, )?(?:and )?not|instead of|rather than) (?:just |only )?{_NUMBER}(?: [a-z]+)?"
    rf"){_END}"
)
_GUESTS = re.compile(
    rf"(?:(?:sorry|actually|oh|no|well|now|,) )*(?:(?:we|they|there) (?:will|are going to|are"
    rf"|would)(?: now)?(?: be)?|(?:i|we) (?:have|expect|am expecting|are expecting|invited"
    rf"|will have))"
    rf" (?P<guests>{_NUMBER})(?: (?:people|persons|guests|of us|of them|visitors|students|kids"
    rf"|children|diners))?(?: (?:for|at|to) (?:dinner|lunch|the (?:meeting|party|table)))?"
    rf"(?: ?,? (?:and )?(?:not|instead of|rather than) {_NUMBER})?{_END}"
)
"""How many people will come, each of whom needs a seat."""
_SO_MANY = re.compile(
    rf"(?:(?:not|that is|those are|too|so|many|only|just|keep|leave|we need|i need|no|,) )*"
    rf"(?P<left>{_NUMBER})(?: of (?:them|those)| (?P<these>[a-z]+))?"
    rf" (?:is|are|will be|would be|will do|would do|suffices?|will suffice)"
    rf"(?: (?:enough|plenty|fine|ok|okay|sufficient))?{_END}"
    rf"|(?:(?:please|i|we|want to|only|just|that|those|this|was|were|is|are|way|far|too|many|no"
    rf"|now|,|[.]) )*(?:keep|leave)(?: only| just)?"
    rf" (?P<few>{_NUMBER})(?: of (?:them|those))?{_END}"
)
"""How many shall be left of what was spoken of."""
"""How many of a kind shall be left, said after how many there are."""


def recalled(line: Line) -> bool:
    """Whether ``line`` takes back at its end all that it said: "paint it white, no, leave it"."""
    for at in range(2, min(len(line), _LONGEST)):
        found = line.match(_KEPT, at)
        if found is not None and found[1] == len(line):
            said = clauses(line.part(0, at))
            before = line.part(0, at)
            while len(said) > 1 and _is_correction(before, said):
                said = said[:-1]
            return len(said) == 1 and said[0].op not in {"", "undo"}
    return False


def _is_correction(before: Line, said: list[Clause]) -> bool:
    return any(before.match(_TAKEN_BACK, at) is not None for at in range(1, len(before)))


def corrected(line: Line, finder: Finder) -> Line:
    """``line`` without what it takes back; the same line where it takes nothing back."""
    for _ in range(_MOST_TIMES):
        new = _corrected(line, finder)
        if new == line:
            break
        line = new
    return line


def _corrected(line: Line, finder: Finder) -> Line:
    many = _ENOUGH.fullmatch(line.text)
    if many is not None:  # "I do not need six chairs, four are enough"
        number = next(n for n in many.group("few", "left", "wanted", "rather", "rest") if n)
        kind = next(k for k in many.group("kind", "crowd", "sort", "such", "lots") if k)
        kind = singular(kind) if number == "one" else kind
        return _exactly(number, kind)
    guests = _GUESTS.fullmatch(line.text)
    if guests is not None and _seats(finder):
        return _exactly(guests["guests"], plural(_seats(finder)))
    left = _SO_MANY.fullmatch(line.text)
    if left is not None and left["these"]:
        return _exactly(left["left"], left["these"])
    last = [label_of(i) for i in finder.touched() if not is_shell(i)]
    if left is not None and last:
        number = left["left"] or left["few"]
        return _exactly(number, last[0] if number == "one" else plural(last[0]))
    if len(line) > _LONGEST:
        return line
    for at in range(1, len(line) - 1):
        found = line.match(_TAKEN_BACK, at) or _no_but(line, at)
        if found is None or not found[0].group().strip(" ,.!"):
            continue
        said = clauses(line.part(0, at))
        new = line.part(found[1], len(line))
        wished = bool(said) and (said[-1].op or _SHOULD.search(said[-1].rest.text) is not None)
        if not wished or said[-1].op == "undo" or not len(new):
            continue
        stead = _instead(said[-1], new, finder)
        if stead is not None:
            before = [w for c in said[:-1] for w in (*c.verb.split(), *c.rest.words, ",")]
            return Line((*before, *stead.words))
    return line


def _exactly(number: str, kind: str) -> Line:
    return Line(("there", "should", "be", "exactly", number, *kind.split()))


def _seats(finder: Finder) -> str:
    """What most of the seats in the scene are called; "" where there are no two."""
    rows = [(i, noun_row(i.noun)) for i in finder.items]
    named = Counter(label_of(i) for i, row in rows if row is not None and row.seat)
    label, many = named.most_common(1)[0] if named else ("", 0)
    return label if many > 1 else ""


def _no_but(line: Line, at: int) -> tuple[re.Match[str], int] | None:
    """ "red no green": a "no" before looks that end what is said."""
    looks = attributes_at(line, at + 1) if line.at(at) == "no" else None
    ends = looks is not None and all(w in {"please", ".", "!"} for w in line.words[looks[1] :])
    return line.match(_NO, at) if ends else None


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
    counted = recounted(last, new)
    if counted is not None:
        return counted
    first = select(last.rest, 0, finder, filtered=False, plain=True)
    way = amounts.shift(new) is not None and phrase_at(new, 0) is None
    if last.op == "move" and first and first.items and way:
        return Line((*verb, *last.rest.words[: first.stop], *new.words))
    place = next((n for n in range(1, len(last.rest)) if place_at(last.rest, n)), None)
    if place_at(new, 0) is not None and place is not None:
        told = named_place(new, last.rest.part(place, len(last.rest)))
        return Line((*verb, *last.rest.words[:place], *told))
    said = attributes_at(new, 0)
    thing_named = phrase_at(new, 0)
    only_looks = said is not None and said[1] == len(new)
    if only_looks and named and not named[0].definite and last.op in {"add", "put", "make"}:
        words = (last.rest.at(0), *new.words, *named[0].head.split(), *last.rest.words[named[1] :])
        return Line((*verb, *words))
    if said is not None and (thing_named is None or not thing_named[0].noun) and first:
        return Line((*verb, *last.rest.words[: first.stop], *new.words))
    if thing_named is None or first is None:
        return None
    tail = new.words[thing_named[1] :]
    stop = first.stop if first.items else (named[1] if named else first.stop)
    return Line((*verb, *new.words, *(last.rest.words[stop:] if not tail else ())))
