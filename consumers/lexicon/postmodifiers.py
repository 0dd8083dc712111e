"""What follows the head of a noun phrase: "made of glass", "in red", "2 m tall", "with long legs".

What does not belong here: places ("on the table"), which relate two things.
"""

from __future__ import annotations

import re
from dataclasses import replace

from consumers.lexicon import wordclasses as wc
from consumers.lexicon.determiners import read_determiners
from consumers.lexicon.draft import Draft
from consumers.lexicon.gazetteer import noun_at
from consumers.lexicon.looks import color_at, material_at
from consumers.lexicon.measures import SIZE_WORDS, STRETCH_WORDS, Extent, length_at, times_at
from consumers.lexicon.modifiers import read_words
from consumers.lexicon.plurals import singular
from consumers.lexicon.tokens import Line

_LOOKS_AFTER = re.compile(
    r"(?:, )?(?:(?:that|which) (?:is|are) |who is )?"
    r"(?:all |completely |entirely |mostly )?"
    r"(?:made (?:out of|of|from|with|in)|built (?:of|from|out of)|carved (?:from|out of)"
    r"|constructed (?:of|from)|crafted (?:from|of)|out of|painted(?: in)?|colou?red(?: in)?|dyed"
    r"|(?:that|which) (?:is|are)|of|in)(?: the colou?r)?(?: solid| pure| real| polished)? "
)
_MEASURED = re.compile(
    r"(?:, )?(?:(?:that|which) (?:is|are) |with a (?:height|width|depth|length|diameter) of "
    r"|, and |and |by )?(?:about |around |roughly |at least )?"
    r"(?=\d|one |two |three |four |five |half )"
)
_NAMED_AXIS = re.compile(r"with an? (height|width|depth|length|diameter) of ")
_LIKE = re.compile(
    r"(?:, )?(?:(?:about |roughly )?the (?:same )?size of|as (?:big|large|tall|small) as) "
)
_SHAPED = re.compile(
    r"(?:, )?(?:(?:shaped|looking) like|in the (?:shape|form) of|that looks like|resembling) "
)
_WITH = re.compile(r"(?:, )?(?:with|having|and)(?= )")


def read_after(line: Line, index: int, draft: Draft) -> int:
    """Read what follows the head into ``draft``; the index after it."""
    at = index
    while True:
        after = (
            _looks(line, at, draft)
            or _measured(line, at, draft)
            or _like(line, at, draft)
            or _shape(line, at, draft)
            or _parts(line, at, draft)
        )
        if after is None:
            return at
        at = after


def attributes_at(line: Line, index: int) -> tuple[Draft, int] | None:
    """Describing words with no noun after them ("red and very big"), as after "is" or "make it"."""
    draft = Draft()
    at = index
    while True:
        word = line.at(at)
        color, material = color_at(line, at), material_at(line, at)
        measured = length_at(line, at)
        if color or material:
            length = max(color[1] if color else 0, material[1] if material else 0)
            if material and material[1] == length and not color:
                draft.material = material[0]
            elif color:
                draft.color = color[0]
            at += length
        elif measured is not None and measured[1] != "square":
            draft.extent = draft.extent.with_axis(measured[1] or "length", measured[0])
            at += measured[2]
        elif word in SIZE_WORDS:
            draft.extent = replace(draft.extent, factor=draft.extent.factor * SIZE_WORDS[word])
            at += 1
        elif word in STRETCH_WORDS:
            draft.extent = replace(draft.extent, stretch=STRETCH_WORDS[word])
            at += 1
        elif word in wc.ADVERBS or (word in {"and", ","} and at > index):
            at += 1
        elif found := line.match(_LOOKS_AFTER, at):
            at = found[1]
        else:
            break
    if draft.color is None and draft.material is None and not draft.extent.said:
        return None
    while line.at(at - 1) in {"and", ","}:
        at -= 1
    return draft, at


def _looks(line: Line, at: int, draft: Draft) -> int | None:
    found = line.match(_LOOKS_AFTER, at)
    if found is None:
        return None
    start = found[1]
    color, material = color_at(line, start), material_at(line, start)
    length = max(color[1] if color else 0, material[1] if material else 0)
    if length == 0 or _names_thing(line, start, length):
        return None
    of = found[0].group().split()[-1] == "of"
    if of and material is None:
        return None  # "a bottle of wine" has no colour
    if color is not None and color[1] == length and not (material and of):
        draft.color = color[0]
    elif material is not None:
        draft.material = material[0]
    return start + length


def _names_thing(line: Line, at: int, length: int) -> bool:
    """Whether the colour word begins a noun phrase: "in a", "of orange juice", "in gold boxes"."""
    following = line.at(at + length)
    if not following or not following[0].isalpha():
        return False
    return noun_at(line, at + length) is not None and following not in wc.VERBS


def _measured(line: Line, at: int, draft: Draft) -> int | None:
    named = line.match(_NAMED_AXIS, at)
    lead = line.match(_MEASURED, at)
    start = named[1] if named else lead[1] if lead else at
    found = length_at(line, start)
    if found is None or found[1] == "square" or (found[1] is None and named is None):
        return _times(line, at, draft)
    axis = named[0].group(1) if named else found[1]
    draft.extent = draft.extent.with_axis(axis or "length", found[0])
    return start + found[2]


def _times(line: Line, at: int, draft: Draft) -> int | None:
    found = times_at(line, at)
    if found is None:
        return None
    rest = " ".join(line.words[at + found[1] : at + found[1] + 4])
    said = re.match(
        r"(?:as (?:big|large|tall|small)(?: as (?:normal|usual))?|the size|bigger)", rest
    )
    if said is None:
        return None
    draft.extent = Extent(factor=draft.extent.factor * found[0])
    return at + found[1] + len(said.group().split())


def _like(line: Line, at: int, draft: Draft) -> int | None:
    found = line.match(_LIKE, at)
    if found is None:
        return None
    other = Draft()
    start = read_determiners(line, found[1], other)
    stop = read_words(line, start, other)
    if other.noun == "":
        return None
    draft.like = other.noun
    return stop


def _shape(line: Line, at: int, draft: Draft) -> int | None:
    """ "a rug shaped like a star" is a rug and no star."""
    found = line.match(_SHAPED, at)
    if found is None:
        return None
    other = Draft()
    stop = read_words(line, read_determiners(line, found[1], other), other)
    if other.head == "":
        return None
    draft.tail = line.span(at, stop).lstrip(", ")
    return stop


def _parts(line: Line, at: int, draft: Draft) -> int | None:
    """ "with a red roof and a chimney": parts of the thing, which are no things of their own."""
    lead = line.match(_WITH, at)
    if lead is None or (line.at(lead[1] - 1) == "and" and draft.described[-1:] != ["+part"]):
        return None
    part = Draft()
    start = read_determiners(line, lead[1], part)
    stop = read_words(line, start, part)
    if singular(part.head) not in wc.PARTS or part.head == "" or draft.head in wc.GENERIC_PLACES:
        return None
    if draft.described[-1:] != ["+part"]:
        draft.described.append("+part")
    return stop
