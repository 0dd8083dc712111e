"""Words for a place in an order that share a noun, or stand otherwise than it is read: "the first
and the last chair", "the front two", "either lamp", "a sixth balloon" of five.

What belongs here: such words as plain phrases. What does not: which things those mean
(``references``, ``rows``).
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.commands import command_at
from consumers.lexicon.edits.items import bare_label
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.gazetteer import noun_at
from consumers.lexicon.words.looks import color_at
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.quantities import ORDINALS
from consumers.lexicon.words.tokens import Line

_PLACES = (
    "left|right|middle|central|front|back|rear|top|bottom|upper|lower|leftmost|rightmost|inner"
    "|outer|nearest|closest|furthest|farthest|tallest|biggest|largest|smallest|shortest|nearer"
)
_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}"
_RANK = rf"(?:{'|'.join(ORDINALS)}|{_PLACES})"
_SHARED = re.compile(
    rf"(?:the |my |our )?(?P<first>{_RANK}(?: (?:most|one))?)"
    rf"(?P<more>(?: , (?:the )?{_RANK})*)(?: ,)? (?:and|or|with|&) (?:also )?(?:the |my |our )?"
    rf"(?P<last>{_RANK})(?= )"
)
_ROWS = {"row": "row", "rows": "row", "line": "line", "lines": "line", "column": "column"}
_OF_THE_SIDE = re.compile(
    r"(?:of|from|at) the (?P<side>left|right|middle|cent(?:er|re))(?: side)?(?= |$)"
)
_AT_ENDS = re.compile(r"(?:at|on) (?:both|the|either|each|the two) ends?(?= |$)")
_OTHER_FEW = re.compile(rf"the other (?:{_NUMBERS})(?= |$)")
_JOIN = re.compile(r" (and|or|with|&) ")
_BEFORE_NUMBER = re.compile(rf"the (?P<rank>{_PLACES}) (?P<many>{_NUMBERS})(?= |$)")
_EITHER = re.compile(
    r"(?:either|(?:any|one) one|whichever)(?: (?:one )?of)?(?: the| these| those)?(?= )"
)
_SIDES = frozenset({"side", "sides", "end", "ends", "hand", "way"})
_NTH = re.compile(
    rf"(?:(?:add|put|place|i want|i need|we need|and) )?(?P<nth>{'|'.join(ORDINALS)})(?= )"
)
_POLITE = frozenset({"please", "now", "too", "as", "well", "thanks", ".", "!"})


def ranked(line: Line, finder: Finder) -> Line | None:
    """``line`` with such words as plain phrases; None where it has none."""
    changed = _nth(line, finder) or line
    at = 0
    while at < len(changed):
        changed = (
            _other_looks(changed, at)
            or _of_the_side(changed, at)
            or _at_ends(changed, at)
            or _other_few(changed, at, finder)
            or _number_first(changed, at)
            or _shared(changed, at)
            or _either(changed, at)
            or changed
        )
        at += 1
    return changed if changed != line else None


def _shared(line: Line, at: int) -> Line | None:
    """ "the first and the last chair" as "the first chair and the last chair"."""
    if line.at(at - 1) in {"the", "my", "our"} or line.at(at) in {"and", "or"}:
        return None
    found = line.match(_SHARED, at)
    if found is not None and line.at(found[1]) in _ROWS:
        return _spelt(line, at, found[0], [_ROWS[line.at(found[1])]], found[1] + 1)
    whole = phrase_at(Line(("the", *line.words[found[1] :])), 0, plain=True) if found else None
    if found is None or whole is None or not whole[0].noun or whole[0].pronoun:
        return _shared_alone(line, found)
    stop = found[1] + whole[1] - 1
    noun = [*line.words[found[1] : stop]]
    if not noun or (noun_at(line, stop - 1) is None and noun_at(line, found[1]) is None):
        return None
    noun[-1] = singular(noun[-1])
    return _one_at_each(line, at, found[0], noun, stop) or _spelt(line, at, found[0], noun, stop)


def _one_at_each(
    line: Line, at: int, found: re.Match[str], noun: list[str], stop: int
) -> Line | None:
    """ "put a cup on the first and the last desk" as one on each of them."""
    if stop < len(line) or line.at(at - 1) == "between":
        return None
    command = command_at(line, 0)
    start = command[1] if command is not None and command[0] in {"put", "add"} else 0
    new = phrase_at(line, start)
    if new is None or new[0].definite or new[0].pronoun or (command is not None and not start):
        return None
    place = place_at(line, new[1])
    if place is None or not place[0].targeted or place[1] != at:
        return None
    lead = ("put", *line.words[start:at])
    each = [("the", *rank, *noun) for rank in _ranks(found)]
    return Line(tuple(w for words in each for w in ("and", *lead, *words))[1:])


def _shared_alone(line: Line, found: tuple[re.Match[str], int] | None) -> Line | None:
    """ "the first and the last (one)", of what was spoken of."""
    if found is None:
        return None
    said = line.at(found[1])
    if said not in {"one", "ones"}:
        return None
    return _spelt(line, found[1] - len(found[0].group().split()), found[0], ["one"], found[1] + 1)


def _ranks(found: re.Match[str]) -> list[list[str]]:
    """The words of each rank: "first", "left most"."""
    middle = [w for w in found["more"].replace("the", " ").split() if w != ","]
    first = [w for w in found["first"].split() if w != "one"]
    return [first, *[[m] for m in middle], [found["last"]]]


def _spelt(line: Line, at: int, found: re.Match[str], noun: list[str], stop: int) -> Line:
    joins = _JOIN.findall(f" {found.group()} ")
    ranks = _ranks(found)
    words: list[str] = []
    for n, rank in enumerate(ranks):
        join = [] if n == 0 else [joins[-1]] if n == len(ranks) - 1 else [","]
        words += [*join, "the", *rank, *noun]
    return Line((*line.words[:at], *words, *line.words[stop:]))


def _of_the_side(line: Line, at: int) -> Line | None:
    """ "the bench of the left" as "on the left", "of the middle" as "in the middle"."""
    found = line.match(_OF_THE_SIDE, at)
    named = next((p for n in range(at) if (p := phrase_at(line, n)) and p[1] == at), None)
    after = line.at(found[1]) if found is not None else ""
    if found is None or named is None or not (named[0].definite or named[0].counted):
        return None
    if after and color_at(line, found[1]) is None and noun_at(line, found[1]) is not None:
        return None
    side = found[0]["side"]
    where = ("on", "the", side) if side in {"left", "right"} else ("in", "the", "middle")
    return Line((*line.words[:at], *where, *line.words[found[1] :]))


def _at_ends(line: Line, at: int) -> Line | None:
    """ "the chairs at both ends" as "the end chairs"."""
    found = line.match(_AT_ENDS, at)
    named = next((n for n in range(at) if line.at(n) == "the" and _ends_at(line, n, at)), None)
    if found is None or named is None or line.at(found[1]) == "of":
        return None
    noun = line.words[named + 1 : at]
    return Line((*line.words[: named + 1], "end", *noun, *line.words[found[1] :]))


def _ends_at(line: Line, at: int, stop: int) -> bool:
    found = phrase_at(line.part(0, stop), at)
    return found is not None and found[1] == stop and bool(found[0].noun) and found[0].plural


def _other_few(line: Line, at: int, finder: Finder) -> Line | None:
    """ "the other two white" as "the other two chairs white", of what was spoken of."""
    found = line.match(_OTHER_FEW, at)
    last = [i for i in finder.items if i.id in finder.last]
    kinds = {bare_label(i) for i in last}
    if found is None or len(kinds) != 1 or noun_at(line, found[1]) is not None:
        return None
    return Line((*line.words[: found[1]], plural(kinds.pop()), *line.words[found[1] :]))


def _other_looks(line: Line, at: int) -> Line | None:
    """ "(and) the other blue" as "the other one blue", "the others blue" stays."""
    alone = line.at(at) == "the" and line.at(at + 1) == "other"
    if not alone or attributes_at(line, at + 2) is None or color_at(line, at + 2) is None:
        return None
    if phrase_at(line, at, plain=True) is not None and noun_at(line, at + 3) is not None:
        return None
    return Line((*line.words[: at + 2], "one", *line.words[at + 2 :]))


def _number_first(line: Line, at: int) -> Line | None:
    """ "the front two (chairs)" as "the two front chairs", alone as "the two front ones"."""
    found = line.match(_BEFORE_NUMBER, at)
    if found is None or line.at(found[1]) in {"m", "cm", "percent", "metres", "meters"}:
        return None
    named = phrase_at(Line(("the", *line.words[found[1] :])), 0, plain=True)
    noun = named is not None and bool(named[0].noun) and named[0].plural and named[1] > 1
    ones = line.at(found[1]) in {"ones"}
    words = ("the", found[0]["many"], found[0]["rank"], *(() if noun or ones else ("ones",)))
    return Line((*line.words[:at], *words, *line.words[found[1] :]))


def _either(line: Line, at: int) -> Line | None:
    """ "(take) either lamp (away)" as "one lamp"; "on either side" is both."""
    found = line.match(_EITHER, at)
    kind = phrase_at(Line(("the", *line.words[found[1] :])), 0, plain=True) if found else None
    if found is None or kind is None or not kind[0].noun or command_at(line, 0) is None:
        return None
    if _SIDES & set(line.words[found[1] : found[1] + 2]) or place_at(line, at - 1) is not None:
        return None
    stop = found[1] + kind[1] - 1
    noun = (*line.words[found[1] : stop - 1], singular(line.at(stop - 1)))
    return Line((*line.words[:at], "one", *noun, *line.words[stop:]))


def _nth(line: Line, finder: Finder) -> Line | None:
    """ "third monitor" where there are two: one more."""
    found = line.match(_NTH, 0)
    kind = phrase_at(Line(("the", *line.words[found[1] :])), 0, plain=True) if found else None
    if found is None or kind is None or not kind[0].noun or kind[0].plural:
        return None
    stop = found[1] + kind[1] - 1
    alone = all(word in _POLITE for word in line.words[stop:])
    if not alone and place_at(line, stop) is None:
        return None
    many = len(finder.every(kind[0]))
    if not many or ORDINALS[found[0]["nth"]] != many + 1:
        return None
    return Line(("add", "another", *line.words[found[1] :]))
