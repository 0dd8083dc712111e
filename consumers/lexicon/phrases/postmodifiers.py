"""What follows the head of a noun phrase: "made of glass", "in red", "2 m tall", "with long legs".

What does not belong here: places ("on the table"), which relate two things.
"""

from __future__ import annotations

import re
from dataclasses import replace

from consumers.lexicon.phrases.describing import metal
from consumers.lexicon.phrases.determiners import read_determiners
from consumers.lexicon.phrases.draft import Draft
from consumers.lexicon.phrases.modifiers import read_words
from consumers.lexicon.phrases.owned import parts_after
from consumers.lexicon.phrases.patterns import patterned_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.garments import GARMENTS, HEADWEAR
from consumers.lexicon.words.gazetteer import noun_at, noun_row
from consumers.lexicon.words.looks import color_at, material_at, tinted_at
from consumers.lexicon.words.measures import (
    SIZE_WORDS,
    STRETCH_WORDS,
    area_at,
    length_at,
    measures_at,
)
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.proportions import Beside, compared, compound_size
from consumers.lexicon.words.tokens import STOPS, Line

_LOOKS_AFTER = re.compile(
    r"(?:, )?(?:(?:that|which) (?:is|are) |who is )?"
    r"(?:all |completely |entirely |mostly )?"
    r"(?:made (?:up of|out of|of|from|with|in)|built (?:of|from|out of)|carved (?:from|out of|in)"
    r"|constructed (?:of|from)|crafted (?:from|of)|cast in|covered in|clad in|wrapped in"
    r"|upholstered in|out of|painted(?: in)?|colou?red(?: in)?|stained(?: in)?|(?:finished|framed"
    r"|lacquered|varnished|done|trimmed|edged) in|(?:paved|tiled|floored|cobbled|carpeted)"
    r" (?:in|with)"
    r"|colou?r|dyed|(?:that|which) (?:is|are)|of|in)(?: (?:the |a )?(?:colou?r|shade)(?: of)?)?"
    r"(?: (?:solid|pure|real|polished|brushed|old|fine|thick|thin|raw|rough|smooth|shiny"
    r"|reclaimed|recycled|weathered|hand \w+ed|clear|frosted|stained|carved|cast|wrought"
    r"|hammered|woven|soft|heavy|rich|some|a|an))* "
)
_COLOR_OF = re.compile(r"(?:, )?(?:in |with )?the (?:colou?r|shade) of (?:an? |the )?(?:\w+ )??")
_SAME_COLOR = re.compile(
    r"(?:, )?(?:in |of )?the same (?:colou?r|shade|material) as (?=the |it )"
    r"|(?:, )?matching (?=the )"
)
PATTERNS = frozenset({
    "striped", "checkered", "chequered", "checked", "spotted", "dotted", "patterned", "speckled",
})  # fmt: skip
"""Words before the colours of a pattern that are said after a noun."""
_MADE_OF = re.compile(
    r"(?:, )?(?:(?:that|which) (?:is|are) )?(?:all |completely |entirely |mostly )?"
    r"(?:made (?:up of|out of|of|from)|built (?:of|from|out of)|carved (?:from|out of)"
    r"|constructed (?:of|from|out of)|crafted (?:from|of|out of)) "
)
_MEASURED = re.compile(
    r"(?:, )?(?:(?:that|which) (?:is|are|stands|measures) |measuring |standing "
    r"|with a (?:height|width|depth|length|diameter) of "
    r"|, and |and |by |of (?=\d|about |around |roughly ))?(?:about |around |roughly |at least )?"
    r"(?=\d|an? |one |two |three |four |five |six |seven |eight |nine |ten |half )"
)
_NAMED_AXIS = re.compile(
    r"(?:, )?(?:with|and) an? (?:total )?(height|width|depth|length|diameter) of "
)
_RADIUS = re.compile(r"(?:, )?(?:of|with an?|with) (radius|diameter)(?: of)? (?=\d|half |one )")
_SIZED = re.compile(
    r"(?:, )?(?:(?:that|which) (?:is|are|measures?) |of "
    r"|with (?:a size|dimensions|measurements) of |measuring |sized |sizing |size )?"
    r"(?:about |around |roughly )?(?=\d|half |an? |one |two |three |four |five |six |seven |eight "
    r"|nine |ten )"
)
_SHAPED = re.compile(
    r"(?:, )?(?:(?:shaped|looking) like|in (?:the )?(?:shape|form) of|that looks like|resembling) "
)
_FILLINGS = frozenset(
    {"water", "sand", "snow", "ice", "dirt", "grass", "straw", "chocolate", "candy"}
)
"""Materials that vessels are full of rather than made of."""


_NEVER_FAR = frozenset({"on", "with"})
"""Words before which a measure is no distance, as it is before "behind"."""
_SHINING = frozenset({"glowing", "shining", "painted", "lit", "gleaming"})
"""Words before a colour that something is said to be."""


def read_after(line: Line, index: int, draft: Draft) -> int:
    """Read what follows the head into ``draft``; the index after it."""
    at = index
    while True:
        after = (
            _colored(line, at, draft)
            or _sized_last(line, at, draft)
            or _measured_last(line, at, draft)
            or _looks(line, at, draft)
            or _color_of(line, at, draft)
            or _made_of(line, at, draft)
            or _area(line, at, draft)
            or _measured(line, at, draft)
            or _like(line, at, draft)
            or _shape(line, at, draft)
            or _pattern(line, at, draft)
            or parts_after(line, at, draft)
            or _after_comma(line, at, draft)
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
        area, measured = area_at(line, at), measures_at(line, at)
        tinted = tinted_at(line, at)
        if word in _SHINING and color_at(line, at + 1) is not None:
            at += 1
        elif tinted is not None:
            draft.color, draft.material = tinted[0], tinted[1]
            at += tinted[2]
        elif color or material:
            length = max(color[1] if color else 0, material[1] if material else 0)
            if material and material[1] == length and (not color or metal(material[0])):
                draft.material = material[0]
            elif color:
                draft.color = color[0]
            at += length
        elif area is not None:
            draft.extent = draft.extent.with_sides(area[0])
            at += area[1]
        elif measured is not None:
            draft.extent = draft.extent.with_axes(measured[0])
            at += measured[1]
        elif word in SIZE_WORDS and compared(line, at, draft.extent) is None:
            draft.extent = draft.extent.by_word(SIZE_WORDS[word])
            at += 1
        elif (by := compared(line, at, draft.extent)) is not None and (
            not by.like or by.beside is not None):  # fmt: skip
            draft.extent, draft.beside, at = by.extent, by.beside, by.stop
        elif (sized := compound_size(line, at, draft.extent)) is not None and not sized[1]:
            draft.extent = sized[0]
            at += sized[2]
        elif word in STRETCH_WORDS:
            draft.extent = replace(draft.extent, stretch=STRETCH_WORDS[word])
            at += 1
        elif word == "there":
            break  # "it is open and there are gold coins in it"
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


def _colored(line: Line, at: int, draft: Draft) -> int | None:
    """ "a cup white", "a deckchair striped blue and white": colours right after the noun."""
    if draft.definite or draft.color is not None or not draft.noun or at == 0:
        return None
    start = at + (line.at(at) in PATTERNS)
    found = color_at(line, start)
    if found is None or _names_thing(line, start, found[1]):
        return None
    colors, stop = [found[0]], start + found[1]
    more = color_at(line, stop + 1) if line.at(stop) == "and" else None
    if more is not None and not _names_thing(line, stop + 1, more[1]):
        colors.append(more[0])
        stop += 1 + more[1]
    following = line.at(stop)
    ends = following in STOPS or following in {"", ",", "and"} or following in wc.HAVING
    if not ends and following not in wc.PREPOSITIONS and following not in wc.VERBS:
        return None
    if noun_at(line, start) is not None and start == at:
        return None  # "a pot orange" may be two things
    draft.color = colors[0]
    draft.described.extend(line.words[at:start])
    if draft.plural and len(colors) > 1 and start == at:
        draft.colors = colors
    return stop


def _sized_last(line: Line, at: int, draft: Draft) -> int | None:
    """ "on wall clock big, in corner plant tall": how large, where a clause ends after it."""
    word, following = line.at(at), line.at(at + 1)
    ends = following in {"", ","} or following in STOPS
    if not ends or draft.definite or draft.extent.said or not draft.noun:
        return None
    if word in SIZE_WORDS:
        draft.extent = draft.extent.by_word(SIZE_WORDS[word])
    elif word in STRETCH_WORDS:
        draft.extent = replace(draft.extent, stretch=STRETCH_WORDS[word])
    else:
        return None
    return at + 1


def _measured_last(line: Line, at: int, draft: Draft) -> int | None:
    """ "cube 1 m red": a bare measure right after the noun, before a look or a place."""
    found = measures_at(line, at)
    if found is None or found[0][0][0] is not None or not draft.noun or draft.definite:
        return None
    stop = at + found[1]
    following = line.at(stop)
    color = None if following in wc.PREPOSITIONS else color_at(line, stop)
    if draft.extent.said or (color is None and following not in _NEVER_FAR):
        return None
    draft.extent = draft.extent.with_axes(found[0])
    if color is not None:
        draft.color = draft.color or color[0]
    return stop + (color[1] if color is not None else 0)


def _after_comma(line: Line, at: int, draft: Draft) -> int | None:
    """ "a chair, red and wooden": what ends a sentence after a comma is said of the thing."""
    found = attributes_at(line, at + 1) if line.at(at) == "," else None
    if found is None:
        return None
    said, stop = found
    between = line.at(stop) == "," and attributes_at(line, stop + 1) is None
    told = said.color or said.material or said.extent.said
    if not (line.at(stop) == "" or line.at(stop) in STOPS or (between and told)):
        return None
    if between and (draft.plural or (draft.color and said.color)):
        return None  # "three balls, red, ..." may be one of each
    draft.color, draft.material = draft.color or said.color, draft.material or said.material
    if not draft.extent.said:
        draft.extent = said.extent
    return stop


def _looks(line: Line, at: int, draft: Draft) -> int | None:
    found = line.match(_LOOKS_AFTER, at)
    if found is None:
        return None
    start = found[1]
    tinted = tinted_at(line, start)
    if tinted is not None and not _names_thing(line, start, tinted[2]):
        draft.color, draft.material = tinted[0], tinted[1]
        return start + tinted[2]
    color, material = color_at(line, start), material_at(line, start)
    length = max(color[1] if color else 0, material[1] if material else 0)
    if length == 0 or _names_thing(line, start, length):
        return None
    of = "of" in found[0].group().split()
    if (
        of
        and material is None
        and material_at(line, start + length) is None
        and not ({"made", "color", "colour", "shade"} & set(found[0].group().split()))
    ):
        return None  # "a bottle of wine" has no colour
    bare_of = found[0].group().replace(",", "").split() == ["of"]
    if bare_of and material is not None and material[0] in _FILLINGS and _is_vessel(draft.noun):
        return None  # "a glass of water" is not made of it
    if color is not None and color[1] == length and not (material and of):
        draft.color = color[0]
        of_it = material_at(line, start + length)
        if of_it is not None and not _names_thing(line, start + length, of_it[1]):
            draft.material = of_it[0]  # "made of green glass"
            return start + length + of_it[1]
    elif material is not None:
        draft.material = material[0]
    return start + length


def _is_vessel(noun: str) -> bool:
    row = noun_row(noun)
    return row is not None and (row.hollow or row.category == "kitchenware")


def _color_of(line: Line, at: int, draft: Draft) -> int | None:
    """ "the colour of wine", "in the colour of a ripe lemon", "the same colour as the sofa"."""
    same = None if draft.definite else line.match(_SAME_COLOR, at)
    if same is not None:
        draft.beside = Beside("color", 1.0, same[1])
        inner = Draft()
        return read_words(line, read_determiners(line, same[1], inner), inner)
    found = line.match(_COLOR_OF, at)
    if found is None:
        return None
    for start in (found[1], found[1] + 1):
        color, known = color_at(line, start), noun_at(line, start)
        row = noun_row(known.noun) if known else None
        if color is not None:
            draft.color = color[0]
            return start + color[1]
        if row is not None and known is not None:
            draft.color = row.color
            return start + known.length
    return None


def _made_of(line: Line, at: int, draft: Draft) -> int | None:
    """ "made out of old pallets": what a thing is made of is no thing of its own."""
    found = line.match(_MADE_OF, at)
    if found is None:
        return None
    other = Draft()
    stop = read_words(line, read_determiners(line, found[1], other), other)
    if other.head == "":
        return None
    row = noun_row(other.noun)
    draft.color = draft.color or other.color
    draft.material = draft.material or other.material or (row.material if row else None)
    draft.tail = line.span(at, stop).lstrip(", ")
    return stop


def _area(line: Line, at: int, draft: Draft) -> int | None:
    """ "2 by 3 m", "measuring 120 x 60 cm", "of 1.2 m by 0.6 m"."""
    lead = line.match(_SIZED, at)
    start = lead[1] if lead else at
    found = area_at(line, start)
    square = length_at(line, start) if found is None else None
    if square is not None and square[1] == "square":
        draft.extent = draft.extent.with_sides((square[0], square[0]))
        return start + square[2]
    if found is None:
        return None
    draft.extent = draft.extent.with_sides(found[0])
    return start + found[1]


def _names_thing(line: Line, at: int, length: int) -> bool:
    """Whether the colour word begins a noun phrase: "in a", "of orange juice", "in gold boxes"."""
    following = line.at(at + length)
    if not following or not following[0].isalpha():
        return False
    worn = singular(following) in GARMENTS | HEADWEAR
    return worn or (noun_at(line, at + length) is not None and following not in wc.VERBS)


def _measured(line: Line, at: int, draft: Draft) -> int | None:
    around = line.match(_RADIUS, at)
    length = length_at(line, around[1]) if around is not None else None
    if around is not None and length is not None:
        across = length[0] * (2.0 if around[0].group(1) == "radius" else 1.0)
        draft.extent = draft.extent.with_axis("diameter", across)
        return around[1] + length[2]
    named = line.match(_NAMED_AXIS, at)
    lead = line.match(_MEASURED, at)
    start = named[1] if named else lead[1] if lead else at
    if named is not None:
        single = length_at(line, start)
        if single is None or single[1] == "square":
            return None
        draft.extent = draft.extent.with_axis(named[0].group(1), single[0])
        return start + single[2]
    found = measures_at(line, start)
    if found is None:
        return None
    if found[0][0][0] is None and line.at(start + found[1]) != "each":
        return None
    draft.extent = draft.extent.with_axes(found[0])
    return start + found[1] + (line.at(start + found[1]) == "each")


def _like(line: Line, at: int, draft: Draft) -> int | None:
    found = compared(line, at, draft.extent)
    if found is None:
        return None
    draft.extent, draft.beside = found.extent, found.beside
    draft.like = found.like or draft.like
    return found.stop


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


def _pattern(line: Line, at: int, draft: Draft) -> int | None:
    """ "with blue stripes", "in plaid", "with a floral pattern": goes into the label."""
    if line.at(at) not in {"with", "in", "having"} or draft.head in wc.GENERIC_PLACES:
        return None
    found = patterned_at(line, at)
    if found is None or not draft.pieces or noun_at(line, found[2]) is not None:
        return None  # "tables with checkered tablecloths"
    draft.pieces.insert(len(draft.pieces) - 1, (found[0], "word"))
    draft.described.append(found[0].split()[-1])
    return found[2]
