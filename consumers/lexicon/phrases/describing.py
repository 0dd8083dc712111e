"""The describing words before a head noun, by what they say: looks, sizes, shapes, counted parts.

What belongs here: one reading function each, which returns the words read or 0. What does not: the
order in which they are tried and the head itself, which are in ``modifiers``.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.boundaries import goes_on
from consumers.lexicon.phrases.draft import Draft
from consumers.lexicon.words.gazetteer import Found, noun_at
from consumers.lexicon.words.looks import color_at, material_at, tinted_at
from consumers.lexicon.words.measures import (
    METRES,
    SIZE_WORDS,
    STRETCH_WORDS,
    TOY_WORDS,
    area_at,
    length_at,
    measures_at,
)
from consumers.lexicon.words.plurals import is_plural
from consumers.lexicon.words.proportions import compound_size, counted_parts
from consumers.lexicon.words.tokens import Line
from consumers.lexicon.words.wordclasses import PREPOSITIONS

RANKS = {
    "biggest": "biggest", "largest": "biggest", "smallest": "smallest", "tallest": "tallest",
    "highest": "tallest", "shortest": "shortest", "leftmost": "left", "rightmost": "right",
    "nearest": "front", "closest": "front", "nearer": "front", "closer": "front",
    "furthest": "behind", "farthest": "behind",
    "left": "left", "right": "right", "front": "front", "back": "behind", "rear": "behind",
    "middle": "middle", "central": "middle", "bigger": "biggest", "larger": "biggest",
    "smaller": "smallest", "taller": "tallest", "shorter": "shortest",
}  # fmt: skip

OF_A_PART = frozenset({
    "legged", "footed", "handled", "tipped", "trimmed", "roofed", "haired", "eyed", "winged",
    "faced", "nosed", "tailed", "eared", "headed", "sleeved", "wheeled", "soled", "leafed",
    "leaved", "breasted", "stemmed", "capped", "bearded", "edged", "rimmed", "bellied",
})  # fmt: skip
"""Words that make what stands before them say something of a part: "a red-roofed house"."""
_OF_THE_WHOLE = frozenset({
    "colored", "coloured", "color", "colour", "toned", "hued", "tinted", "topped", "bound",
    "covered", "clad", "plated", "coated", "upholstered", "framed", "lined", "wrapped", "panelled",
    "paneled", "tiled", "painted", "stained",
})  # fmt: skip
"""Words that leave it said of the thing: "a cream-coloured sofa", "a leather-bound book"."""
_JOINED = frozenset({"shaped", "lit", "themed", "inspired", "styled", "looking", "proof"})
"""Words that make a describing word of the one before: "L-shaped", "neon-lit", "old-looking"."""
_HOW = frozenset({
    "hand", "well", "half", "sun", "ivy", "vine", "dust", "blood", "home", "custom", "battle",
    "time", "weather", "self", "part", "semi", "old", "new", "tree", "machine", "factory", "ready",
    "moss", "flower", "candle", "moon", "star", "ill", "fully", "freshly", "newly",
})  # fmt: skip
_DONE = frozenset({
    "worn", "made", "drawn", "built", "woven", "open", "closed", "full", "empty", "lit", "grown",
    "cut", "born", "kept", "spun", "sewn", "torn", "bitten", "baked", "transparent", "translucent",
})  # fmt: skip
"""First and second halves of words like "hand-painted", "well-worn" and "half-open"."""
_MANY_COLORS = frozenset({
    "multicoloured", "multicolored", "multicolour", "multicolor", "colourful", "colorful",
    "rainbow", "assorted",
})  # fmt: skip
SPECTRUM = ("#c8322f", "#ee7f22", "#f2cd2c", "#4a9a45", "#3a6fc4", "#7d44a8")
"""What "colourful balloons" are in turn: the first six basic colours of the table."""


def read_look(line: Line, at: int, draft: Draft, known: Found | None) -> int:
    """A colour or material that describes; none when it is the head itself ("an orange")."""
    many = _many_colors(line, at, draft)
    if many:
        return many
    color, material = color_at(line, at), material_at(line, at)
    tinted = tinted_at(line, at)
    length = max(color[1] if color else 0, material[1] if material else 0,
                 tinted[2] if tinted else 0)  # fmt: skip
    if length == 0:
        return 0
    following = line.at(at + length)
    if following in OF_A_PART:
        draft.pieces.append((line.span(at, at + length + 1), "word"))
        draft.described.append(line.span(at, at + length + 1))
        return length + 1
    if known is not None and length <= known.length and not goes_on(line, at + length):
        return 0
    says_material = material is not None and material[1] == length
    if tinted is not None and tinted[2] == length:
        draft.color = draft.color or tinted[0]
        draft.material = draft.material or tinted[1]
    elif color and draft.color and line.at(at - 1) == "and":
        draft.colors.append(color[0])  # "a black and gold clock"
    elif material and says_material and (not color or draft.color or metal(material[0])):
        draft.material = draft.material or material[0]
    elif color is not None:
        draft.color = draft.color or color[0]
        draft.colors.append(color[0])
    draft.pieces.append((line.span(at, at + length), "look"))
    return length + (following in _OF_THE_WHOLE and goes_on(line, at + length + 1))


def read_size(line: Line, at: int, draft: Draft) -> int:
    """A measure, an area, a size word or a rank."""
    word = line.at(at)
    area = area_at(line, at)
    if area is not None:
        draft.extent = draft.extent.with_sides(area[0])
        return area[1]
    measured = measures_at(line, at)
    if measured is None and word in METRES and line.at(at - 1) in {"a", "an"}:
        named = measures_at(line, at - 1)  # "a metre-high vase"
        measured = (named[0], named[1] - 1) if named and named[0][0][0] else None
    if measured is not None:
        draft.extent = draft.extent.with_axes(measured[0])
        return measured[1]
    square = length_at(line, at)
    if square is not None:
        draft.extent = replace(draft.extent, width=square[0], depth=square[0])
        return square[2]
    if word in RANKS and draft.definite and goes_on(line, at + 1):
        draft.rank = RANKS[word]
        draft.described.append(word)
        return 1
    if not goes_on(line, at + 1):
        return 0
    strength = 1.4 if line.at(at - 1) in {"very", "really", "extremely", "super"} else 1.0
    if word in SIZE_WORDS:
        draft.extent = draft.extent.by_word(SIZE_WORDS[word] ** strength)
    elif word in TOY_WORDS:
        draft.extent = replace(draft.extent, factor=draft.extent.factor * TOY_WORDS[word])
    elif word in STRETCH_WORDS:
        x, y, z = STRETCH_WORDS[word]
        draft.extent = replace(draft.extent, stretch=(x**strength, y**strength, z**strength))
    else:
        return 0
    draft.pieces.append((word, "size"))
    return 1


def read_compound(line: Line, at: int, draft: Draft, known: Found | None) -> int:
    """ "L-shaped", "knee-high", "car-sized", "three-seater": words joined by a hyphen or none."""
    if line.at(at + 1) in _JOINED and line.at(at).isalpha() and goes_on(line, at + 2):
        _describe(draft, line.span(at, at + 2))
        return 2
    turned = line.span(at, at + 2) == "upside down"
    if (turned or _is_compound(line, at)) and goes_on(line, at + 2):
        _describe(draft, line.span(at, at + 2))
        return 2
    sized = compound_size(line, at, draft.extent)
    if (
        sized is not None
        and goes_on(line, at + sized[2])
        and (known is None or known.length <= sized[2])
    ):
        draft.extent, like = sized[0], sized[1]
        draft.like = draft.like or like
        draft.pieces.append((line.span(at, at + sized[2]), "size"))
        return sized[2]
    parts = counted_parts(line, at)
    if parts is not None and not is_plural(parts[0]) and _described_by(line, at, parts[2]):
        draft.parts = (parts[0], parts[1])
        _describe(draft, line.span(at, at + parts[2]))
        return parts[2]
    return 0


def _is_compound(line: Line, at: int) -> bool:
    """ "hand-painted", "half-open": what was done to a thing, joined to how."""
    second = line.at(at + 1)
    done = second.endswith(("ed", "en")) or second in _DONE
    return line.at(at) in _HOW and done and line.at(at + 2) not in PREPOSITIONS


def _described_by(line: Line, at: int, length: int) -> bool:
    """Whether a number and a word describe a noun after them: "a two-drawer cabinet"."""
    following = noun_at(line, at + 1)
    return goes_on(line, at + length) and (following is None or following.length == 1)


def _describe(draft: Draft, words: str) -> None:
    draft.pieces.append((words, "word"))
    draft.described.append(words)


def _many_colors(line: Line, at: int, draft: Draft) -> int:
    """ "colourful", "multi-coloured", "rainbow" before a noun."""
    word, following = line.at(at), line.at(at + 1)
    length = 1
    if word == "multi" and following in _OF_THE_WHOLE:
        length = 2
    elif word not in _MANY_COLORS:
        return 0
    elif following in _OF_THE_WHOLE:
        length = 2
    if not goes_on(line, at + length):
        return 0
    draft.colors.extend(SPECTRUM)
    _describe(draft, line.span(at, at + length))
    return length


def metal(material: str) -> bool:
    """Materials whose name is also a colour, where the material is meant ("a gold ring")."""
    return material in {"gold", "silver", "copper", "bronze", "brick", "walnut", "mahogany"}
