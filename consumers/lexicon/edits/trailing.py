"""Numbers said after what they count: "candles on the cake, like nine", "plates, six in all",
"phones on the tables, two per table", "a plate for each of us four".

What belongs here: such words with the number where it is usually said, before the noun. What does
not: how many there shall be of what is there (``totals``).
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.items import things
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line

_ABOUT = re.compile(
    r"(?:(?:like|say|about|around|roughly|approximately|approx|circa|maybe|perhaps|probably|up to"
    r"|at least|at most|let us say|i think|i guess|i would say|something like|more like|or so"
    r"|exactly|just|only|make it|make that|preferably|we need|i need|there should be) )+"
)
_AFTER = re.compile(
    r"(?:(?:of (?:them|those|these)|in total|in all|all in all|altogether|all together|overall"
    r"|pieces|pcs|or so|please|thanks|thank you|i think|i guess|would do|is enough|are enough"
    r"|is fine|would be (?:nice|great|good|fine|enough)|[.!]) ?)*"
)
_PER = re.compile(
    r"(?P<each>each|apiece)(?= |$)|(?:per|for each|on each|at each|for every|on every|at every|to"
    r" (?:each|every)|each) (?P<owner>[a-z]+)(?= |$)"
)
_FOR_US = re.compile(
    r"(?:, )?for (?:(?:each|every one|all|everyone|everybody) )?(?:of )?(?:(?:the|us|our) )?"
    r"(?:of )?(?P<many>two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})"
    r"(?: (?P<who>of us|of them|people|persons|guests|of you|kids|children|friends|players))?"
    r"(?: each)?(?= [.!,]|$| please)"
)
_EACH_FIRST = re.compile(
    r"(?:per|for each|for every|each|every) (?P<owner>[a-z]+) (?:[:,-] )(?=\w)"
)
_EVERYONE = re.compile(
    r"for (?:everyone|everybody|(?:each|every) (?:person|guest|one of us|of us)|all (?:of us|the"
    r" guests|guests)|us all|the guests)(?= [.!,]|$| please)"
)
_OF_ALL = wc.DETERMINERS | {"all", "both", "of"}
_LOOKED_AT = 8
"""Words before which the noun begins."""


def for_everyone(line: Line, finder: Finder) -> Line:
    """ "plates for everyone" as "plates for six people": as many as are people, else seats."""
    at = next((n for n in range(1, len(line)) if line.match(_EVERYONE, n)), None)
    found = line.match(_EVERYONE, at) if at is not None else None
    if at is None or found is None:
        return line
    rows = [(i, noun_row(i.noun)) for i in things(finder.items)]
    people = [i for i, row in rows if row is not None and row.category == "person"]
    seats = [i for i in things(finder.items) if i.noun in wc.SEATS]
    many = len(people) or len(seats)
    if not many:
        return line
    return Line((*line.words[:at], "for", str(many), "people", *line.words[found[1] :]))


def numbered(line: Line) -> Line:
    """``line`` with numbers before what they count; the same line where none stands behind."""
    return _each_first(line) or _for_us(line) or _per(line) or _after(line) or line


def _each_first(line: Line) -> Line | None:
    """ "per desk: a monitor and a keyboard" as "put a monitor and a keyboard on each desk"."""
    found = line.match(_EACH_FIRST, 0)
    what = phrase_at(line, found[1]) if found is not None else None
    if found is None or what is None or what[0].definite or not what[0].noun:
        return None
    rest = ["and" if w == "," else w for w in line.words[found[1] :]]
    where = "at" if what[0].noun in wc.SEATS else "on"
    return Line(("put", *rest, where, "each", found[0]["owner"]))


def _several(line: Line) -> tuple[int, int, int] | None:
    """Where the first noun phrase begins, where its words without "some" begin, and the index
    after, if that names an uncounted several: "candles", "some candles"."""
    for at in range(min(len(line), _LOOKED_AT)):
        found = phrase_at(line, at)
        if found is None or not found[0].noun or line.at(at) in wc.PREPOSITIONS:
            continue
        phrase, stop = found
        more = line.at(at) == "more"
        some = line.at(at) == "some"
        counted = phrase.counted and not some
        if not (phrase.plural or more) or counted or phrase.definite or phrase.quantifier:
            return None
        return at, at + some, stop
    return None


def _number(line: Line, at: int) -> tuple[int, int, int] | None:
    """Where the words of a number that stands behind begin, the number's words, and the index
    after it: " , like nine"."""
    start = at
    mark = line.at(at) in {",", "-", "("}
    at += mark
    about = line.match(_ABOUT, at)
    at = about[1] if about is not None else at
    many = quantity(Line((*line.words, ".")), at)  # "a dozen" may be the end
    if many is None or (not mark and about is None):
        return None
    return start, at, at + many.length


def _after(line: Line) -> Line | None:
    """ "candles on the cake, like nine (of them)" as "nine candles on the cake"."""
    several = _several(line)
    if several is None:
        return None
    at, noun, stop = several
    for n in range(stop, len(line)):
        found = _number(line, n)
        end = line.match(_AFTER, found[2]) if found is not None else None
        stop_at = end[1] if end is not None else found[2] if found is not None else n
        if found is None or line.at(stop_at) not in {"", ",", ".", ")"}:
            continue
        words = line.words
        tail = words[stop_at + (line.at(stop_at) == ")") :]
        return Line((*words[:at], *words[found[1] : found[2]], *words[noun : found[0]], *tail))
    return None


def _per(line: Line) -> Line | None:
    """ "phones on the tables, two per table" as "two phones on each table"; "two each" as well."""
    several = _several(line)
    if several is None:
        return None
    at, noun, stop = several
    for n in range(stop, len(line)):
        found = _number(line, n)
        per = line.match(_PER, found[2]) if found is not None else None
        if found is None or per is None or per[1] < len(line):
            continue
        where = _each_of_them(line, stop, found[0], per[0].group("owner"))
        if where is None:
            return None
        words = line.words
        return Line((*words[:at], *words[found[1] : found[2]], *words[noun:stop], *where))
    return None


def _each_of_them(line: Line, at: int, stop: int, named: str | None) -> tuple[str, ...] | None:
    """The words of a place from ``at`` to ``stop`` as "on each table"; "per table" alone is on it.
    None where they name no several, or others than ``named``."""
    if at == stop:
        return ("on", "each", named) if named is not None else None
    for n in range(at + 1, stop):
        found = phrase_at(line.part(0, stop), n)
        if found is None or not found[0].plural or found[1] != stop:
            continue
        kind = [w for w in line.words[n:stop] if w not in _OF_ALL]
        if not kind or (named is not None and singular(kind[-1]) != named):
            return None
        return (*line.words[at:n], "each", *kind[:-1], singular(kind[-1]))
    return None


def _for_us(line: Line) -> Line | None:
    """ "a plate and a cup for each of us four" as "four plates and four cups"."""
    at = next((n for n in range(1, len(line)) if line.match(_FOR_US, n)), None)
    found = line.match(_FOR_US, at) if at is not None else None
    if at is None or found is None:
        return None
    if found[0].group("who") is None and "us" not in found[0].group().split():
        return None
    many, words, n = found[0].group("many"), list[str](), 0
    while n < at:
        one = phrase_at(line.part(0, at), n)
        kind = _uncounted(line, n, one[1]) if one is not None and one[0].noun else None
        if one is None or kind is None:
            words.append(line.at(n))
            n += 1
            continue
        words += [many, *kind[:-1], plural(singular(kind[-1]))]
        n = one[1]
    if many not in words:
        return None
    return Line((*words, *line.words[found[1] :]))


def _uncounted(line: Line, at: int, stop: int) -> tuple[str, ...] | None:
    """The words of "a plate" or "plates" without the article; None for any other phrase."""
    phrase = phrase_at(line.part(0, stop), at)
    if phrase is None or phrase[0].definite or phrase[0].counted or phrase[0].pronoun:
        return None
    if line.at(at) in {"a", "an", "some", "one"}:
        return line.words[at + 1 : stop]
    bare = line.at(at) not in wc.DETERMINERS and phrase[0].plural
    return line.words[at:stop] if bare else None
