"""Looks that are said by what others look like: another colour for each, the same as, swapped,
darker.

What belongs here: from words to the colour and material each thing shall have. What does not: a
colour that is named, which ``changes`` reads, and making the edit, which is ``makeovers``'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import Selection, select
from consumers.lexicon.phrases.draft import Draft
from consumers.lexicon.phrases.patterns import PATTERN_WORDS, patterned_at
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.phrases.shapes import SHAPES
from consumers.lexicon.words.colors import color_table
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.looks import (
    color_at,
    color_distance,
    color_word,
    material_at,
    material_color,
    tinted_at,
)
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

_DIFFERENT = re.compile(
    r"(?:(?:in|to|into|have|with|be) )?(?:(?:all|each|every one|a|an|some"
    r"|two|three|four|five|six|\d) )*"
    r"(?:(?:in|of) )?(?:a |an )?(?:different|random|another|various|other|new|varied|unique|mixed)"
    r"(?: kinds? of| bright)? ?(?:colou?rs?|ones?)?(?: each)?(?= |$)"
)
_SAME = re.compile(
    r"(?:(?:in|to|of|be|have) )?(?:the )?same (?:colou?r|material|look|looks|style)s?"
    r"(?: (?:as|like|of))?(?= |$)|(?:to )?match(?: the (?:colou?r|look|style) of)?(?= |$)"
    r"|(?:the )?same(?: (?:too|as well|again|please))?$"
    r"|(?:(?:the )?(?:colou?r|material) of)(?= )|(?:look )?(?:just )?like(?= )"
)
_SWAP = re.compile(
    r"(?:swap|exchange|switch|trade)(?: around)? (?:the )?(?:colou?rs?|looks?|materials?)"
    r" (?:of|between)(?= )"
)
_SWAP_THEIRS = re.compile(
    r"(?:swap|exchange|switch|trade)(?: around)? (?:their|the|those|these) (?:colou?rs?|looks?"
    r"|materials?)(?: (?:around|please|now|of (?:them|both|the two)|[.!]))*$"
)
_SHADE = re.compile(
    r"(?:(?:a (?:little bit|tiny bit|little|bit|lot|touch|shade)|slightly|much|even|way|in an?) )*"
    r"(?P<way>darker|lighter|paler|brighter|bolder|more colou?rful|deeper)"
    r"(?: (?:in )?(?:colou?r|shade|tone|hue))?(?= |$)"
)
_SHADE_OF = re.compile(
    r"(?:(?:in|into|to|be) )?(?:an? )?(?:(?:slightly|much|bit|little) )?(?P<way>darker|lighter"
    r"|paler|brighter|deeper)(?: (?:shade|tone|kind) of)?(?= )"
)
_SHAPE = re.compile(
    rf"(?:more )?({'|'.join(sorted(SHAPES))})(?: (?:again|instead|please|now|[.?!]))*$"
)
_JOINING = frozenset({"and", ",", "please", "instead", "again", "now", ".", "!", "?"})
_TOO = re.compile(r"(?:a (?:bit|little) |much |way |far )?too (dark|light|pale|bright)(?= |$)")
_UNMEASURED = re.compile(
    r"(?!.*(?:\b(?:as|than|times|long|wide|tall|high|deep|also|slightly|then|\d+)\b|,)).+"
)
_SWATCHES = ("red", "blue", "yellow", "green", "orange", "purple", "pink", "teal", "white", "brown")
_GREY = "#8c8f92"


@dataclass(frozen=True, slots=True)
class Dress:
    """The ``color`` and ``material`` (None: its own) an item shall have, ``said`` in words."""

    item: SceneItem
    color: str | None
    material: str | None
    said: str


def dresses(
    items: Sequence[SceneItem], tail: Line, finder: Finder
) -> tuple[list[Dress], int] | None:
    """What ``tail`` says that ``items`` shall look like, by other things or by what they are now,
    and the words read; None when it says no such thing."""
    shape = tail.match(_SHAPE, 0)
    if shape is not None and shape[1] >= len(tail):
        word = shape[0].group(1)
        return [Dress(i, i.color, i.material, word) for i in items], shape[1]
    too = tail.match(_TOO, 0)
    if too is not None:
        way = "lighter" if too[0].group(1) == "dark" else "darker"
        return [_shaded(i, way) for i in items], too[1]
    of = tail.match(_SHADE_OF, 0)
    shaded = color_at(tail, of[1]) if of is not None else None
    if of is not None and shaded is not None:
        way = of[0].group("way")
        tinted = [_shaded(i.model_copy(update={"color": shaded[0]}), way) for i in items]
        both = zip(items, tinted, strict=True)
        return [Dress(i, d.color, None, d.said) for i, d in both], of[1] + shaded[1]
    shade = tail.match(_SHADE, 0)
    if shade is not None:
        return [_shaded(i, shade[0].group("way")) for i in items], shade[1]
    same = tail.match(_SAME, 0)
    if same is not None:
        return _same(items, tail, same[1], finder)
    different = tail.match(_DIFFERENT, 0)
    if different is not None and _is_of_color(different[0].group(), tail, different[1]):
        return _each_its_own(items), different[1]
    return None


def printed(items: Sequence[SceneItem], tail: Line) -> list[Dress] | None:
    """What a pattern makes of ``items``: "striped", "in blue plaid"; None for other words."""
    found = patterned_at(tail, 0)
    if found is None or any(w not in _JOINING for w in tail.words[found[2] :]):
        return None
    words, color, _ = found
    return [Dress(i, color or i.color, i.material, words) for i in items]


def shape_and_looks(tail: Line) -> tuple[Draft, str] | None:
    """The looks that "round and yellow" or "white and square" says with a shape, and its words;
    None where it says no shape or nothing besides."""
    words = [w for w in tail.words if w not in _JOINING]
    shape = next((w for w in (*words[:1], *words[-1:]) if w in SHAPES), None)
    rest = Line(tuple(w for w in words if w != shape))
    looks = attributes_at(rest, 0) if shape and len(rest) else None
    if looks is None or looks[1] < len(rest) or not (looks[0].color or looks[0].material):
        return None
    return looks[0], f"{shape} {rest.text}"


def to_be_shaped(rest: Line, finder: Finder) -> Selection | None:
    """The things before a shape or pattern that is said of them: "(make) the table round"."""
    for at in range(2, len(rest)):
        said = rest.at(at) in SHAPES or rest.at(at) in PATTERN_WORDS
        chosen = select(rest.part(0, at), 0, finder, plain=True) if said else None
        if chosen is not None and chosen.stop == at and chosen.items and chosen.definite:
            return chosen
    return None


def swapped(line: Line, finder: Finder) -> list[Dress] | None:
    """ "swap the colours of the sofa and the armchair"."""
    theirs = line.match(_SWAP_THEIRS, 0)
    found = line.match(_SWAP, 0)
    chosen = select(line, found[1], finder) if found else None
    items = chosen.items if chosen is not None else []
    if theirs is not None:
        items = [i for n in finder.last for i in finder.items if i.id == n]
        alike = [i for i in finder.items if items and i.noun == items[-1].noun]
        items = items if len(items) > 1 else alike if len(alike) == 2 else []
    if len(items) < 2:
        return None
    first = [i for i in items if len(items) > 2 and i.noun == items[0].noun] or items[:1]
    second = [i for i in items if i not in first] or items[-1:]
    first = [i for i in first if i not in second]
    return [*(_as(i, second[0]) for i in first), *(_as(i, first[0]) for i in second)]


def preferred(rest: Line, finder: Finder) -> list[Dress]:
    """ "(I would prefer) a wooden sofa": the sofa that is there, in wood; empty for other words."""
    found = phrase_at(rest, 0)
    if found is None or not found[0].looks:
        return []
    wanted = found[0]
    kind = replace(wanted, color=None, material=None, described=(), label=wanted.head)
    said = wanted.label.removesuffix(wanted.head).strip()
    return [Dress(item, wanted.color, wanted.material, said) for item in finder.find(kind)]


def has_looks(item: SceneItem, draft: Draft) -> bool:
    """Whether a thing has the colour and material of ``draft`` as it is."""
    color = draft.color is None or draft.color == item.color
    return color and (draft.material is None or draft.material == item.material)


def looks_last(tail: Line) -> tuple[Draft, str] | None:
    """The colour or material that ``tail`` ends with after "and" or a comma, and its words."""
    for at in range(1, len(tail)):
        found = attributes_at(tail, at) if tail.at(at - 1) in {"and", ","} else None
        if found is not None and found[1] >= len(tail) and (found[0].color or found[0].material):
            return found[0], look_words(tail.part(at, found[1]))
    return None


def look_words(said: Line) -> str:
    """The words of ``said`` that a name may keep: "2 m long and dark blue" is "dark blue"."""
    if said.match(_UNMEASURED, 0):
        return said.text
    kept: list[str] = []
    at = 0
    while at < len(said):
        color, material, tinted = color_at(said, at), material_at(said, at), tinted_at(said, at)
        length = max(
            color[1] if color else 0, material[1] if material else 0, tinted[2] if tinted else 0
        )
        kept += said.words[at : at + length]
        at += max(1, length)
    return " ".join(kept) or said.text


def _is_of_color(said: str, tail: Line, stop: int) -> bool:
    colour = re.search(r"colou?r", said) is not None
    return colour or (stop == len(tail) and re.search(r"\b(?:all|each)\b", said) is not None)


def _each_its_own(items: Sequence[SceneItem]) -> list[Dress]:
    """A plain colour for each, none that it has now, as long as there are enough no two alike."""
    free = list(_SWATCHES)
    dressed = []
    for item in items:
        own = color_word(color_of(item))
        word = next((w for w in free if w != own), _SWATCHES[0])
        free = [w for w in free if w != word] or list(_SWATCHES)
        dressed.append(Dress(item, color_table()[word], None, word))
    return dressed


def _same(
    items: Sequence[SceneItem], tail: Line, at: int, finder: Finder
) -> tuple[list[Dress], int] | None:
    target = phrase_at(tail, at)
    goals = finder.find(target[0]) if target else []
    goals = [g for g in goals if g not in items] or goals
    if target is None:
        last = [i for i in finder.touched() if i not in items]
        if len(items) == 1 and last:  # "now the armchair the same colour": as what was just changed
            return [_as(items[0], last[0])], at
        # "make the chairs all the same colour": as the first of them
        return ([_as(i, items[0]) for i in items[1:]], at) if len(items) > 1 else None
    return ([_as(i, goals[0]) for i in items], target[1]) if goals else None


def color_of(item: SceneItem) -> str:
    """The colour a thing is seen in: its own, its material's, or that of its kind."""
    row = noun_row(item.noun)
    made = item.material or (row.material if row else None)
    own = material_color(made) if made else None
    return item.color or own or (row.color if row else None) or _GREY


def _as(item: SceneItem, other: SceneItem) -> Dress:
    color = color_of(other)
    return Dress(item, color, None, color_word(color))


def _shaded(item: SceneItem, way: str) -> Dress:
    color = color_of(item)
    darker = way in {"darker", "deeper", "bolder"}
    parts = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    mixed = [round(p * 0.6) if darker else round(p + (255 - p) * 0.45) for p in parts]
    changed = "#" + "".join(f"{p:02x}" for p in mixed)
    if color_distance(color, changed) < 0.02:
        changed = "#111111" if darker else "#ffffff"
    word = color_word(color)
    return Dress(item, changed, None, f"{'dark' if darker else 'light'} {word}")
