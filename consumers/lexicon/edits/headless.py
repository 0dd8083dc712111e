"""Phrases whose noun is left out, or is no noun: "the two closest", "whatever is on the desk",
"everything made of wood".

What belongs here: reading such words as a phrase, or as the things themselves. What does not: what
a phrase means, which is in ``references``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from consumers.lexicon.edits.items import things
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.describing import RANKS
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.gazetteer import noun_at, noun_row
from consumers.lexicon.words.looks import material_at
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

_MADE_OF = re.compile(
    r"(?:everything|anything|whatever|all(?: of)?(?: the)? (?:things|objects|items|furniture|stuff)"
    r"|all)(?: that| which| what)?(?: is| are)? (?:made )?(?:out )?(?:of|from)(?= )"
)
_HEADLESS = re.compile(
    r"the (?:(?:one|two|three|four|five|six|\d+) )?(closest|nearest|furthest|farthest)"
    r"(?: ones?)?(?= (?:to|from|away|the|my)\b)"
)
_SOME = re.compile(
    r"the (?:one|two|three|four|five|six|\d+)(?= (?:on|in|at|near|by|behind|next|under|to)\b)"
)
_WHICH = re.compile(
    rf"the (?:(?:second|third) )?(?:{'|'.join(RANKS)}|first|second|third|fourth|fifth|last)(?= |$)"
)
_ENDS_ONE = frozenset({
    "", "and", "or", "then", "too", "gone", "please", "but", "except", "is", "should", "must", ",",
    ".", "!", "to", "by",
})  # fmt: skip
"""Words after which "the leftmost" stands alone."""
_WHATEVER = re.compile(
    r"(?:whatever|everything|anything|all|what|things|stuff)(?: else)?"
    r"(?: that| which| what)?(?: is| are| stands?| sits?| lies?| hangs?)"
    r"(?: standing| lying| sitting)?"
    r"(?= )"
)


def made_of(line: Line, at: int, finder: Finder) -> tuple[list[SceneItem], int] | None:
    """ "everything made of wood", "all things that are of metal": what is, or usually is."""
    found = line.match(_MADE_OF, at)
    said = material_at(line, found[1]) if found else None
    if found is None or said is None:
        return None
    material, length = said[0], said[1]

    def of(item: SceneItem) -> str | None:
        known = noun_row(item.noun)
        return item.material or (known.material if known else None)

    return [i for i in things(finder.items) if of(i) == material], found[1] + length


def headless(line: Line, at: int) -> tuple[Phrase, int] | None:
    """ "the two closest (to the house)", "the furthest": the noun is what was spoken of."""
    found = line.match(_HEADLESS, at)
    some = line.match(_SOME, at)
    which = line.match(_WHICH, at)
    if which is not None and found is None and _stands_alone(line, which[1]):
        stop = which[1]
        whole = phrase_at(Line((*line.words[at:stop], "one")), 0)
        if whole is not None and whole[1] == stop - at + 1:
            return whole[0], stop
    if some is not None:
        said = quantity(line, at + 1)
        number = said.count if said else 1
        one = Phrase(said=some[0].group(), label="one", head="one", count=number, counted=True)
        return replace(one, pronoun=True, definite=True, plural=number > 1), some[1]
    if found is None:
        return None
    many = quantity(line, at + 1)
    rank = "front" if found[0].group(1) in {"closest", "nearest"} else "behind"
    count = many.count if many else 1
    one = Phrase(said=found[0].group(), label="one", head="one", count=count, rank=rank)
    return replace(one, pronoun=True, definite=True, counted=many is not None), found[1]


def _stands_alone(line: Line, stop: int) -> bool:
    """Whether "the leftmost", which ends at ``stop``, has no noun: "the leftmost red and ..."."""
    if line.at(stop) in _ENDS_ONE:
        return True
    said = attributes_at(line, stop) if noun_at(line, stop) is None else None  # "the second glass"
    return said is not None and line.at(said[1]) in _ENDS_ONE


def whatever(line: Line, at: int) -> tuple[Phrase, int] | None:
    """ "whatever is", "all that stands" before a place: everything there."""
    found = line.match(_WHATEVER, at)
    if found is None or place_at(line, found[1]) is None:
        return None
    every = Phrase(said="everything", label="everything", head="everything", plural=True)
    return replace(every, definite=True, pronoun=True), found[1]
