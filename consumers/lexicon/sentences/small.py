"""Words that may do nothing to a scene without being missed: small words, words of asking, praise.

What belongs here: for each word of a text, whether anything is lost when it does nothing, and the
words of place that say another place than it. What does not: trying that (``account``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from consumers.lexicon.sentences.settings import spelled_settings
from consumers.lexicon.sentences.terrain import is_told
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import named, noun_row
from consumers.lexicon.words.looks import color_at
from consumers.lexicon.words.measures import METRES, SIZE_WORDS, STRETCH_WORDS
from consumers.lexicon.words.plurals import singular, word_classes
from consumers.lexicon.words.quantities import TENS, UNITS
from consumers.lexicon.words.tokens import STOPS, Line
from schemas.decomposition import RelationKind as Kind

_FINISHED = frozenset({
    "polished", "carpeted", "varnished", "waxed", "painted", "bare", "gleaming", "shiny",
    "worn", "scrubbed", "dusty", "creaky", "old", "panelled", "paneled",
})  # fmt: skip
"""How floors and walls are done, which their colour shows as far as anything does."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


LIGHT = _set(
    "with of to by at from in on into onto for as about than via per within without upon off out "
    "up down away toward towards during after before since until till except but like"
)
"""Words that say little alone and are quoted with what they introduce."""
_ASKING = _set(
    "make makes made making create creates created creating build builds built building generate "
    "generates design designs designed render show shows showing imagine imagining picture give "
    "gives add adds adding want wants wanted need needs needed like likes love loves see sees seen "
    "have having get gets bring draw insert spawn construct produce develop compose visualize "
    "visualise model models put puts place places placed placing set sets setting position "
    "positioned locate located let lets wish think know guess use used using try start begins say "
    "said call called come comes go goes going keep keeps help ask describe consists consisting "
    "find include includes including feature features featuring contain contains containing walk "
    "enter enters step walking far"
)
"""Verbs of asking for a scene and of saying that something is there."""
_STANDING = _set(
    "stand stands standing stood sit sits sitting sat seated lie lies lying lay laying laid hang "
    "hangs hanging hung lean leans leaning leaned leant rest rests resting rested stuck arranged "
    "lined gathered parked mounted fixed attached float floats floating fly flying flies rise "
    "rises rising piled stacked scattered left kept waiting propped perched planted"
)
"""Verbs that say that something is where it is said to be."""
GENERIC = (
    wc.SPOTS
    | wc.GROUNDS
    | _set(
        "wall walls side sides spot floor ground ceiling middle center centre top bottom front "
        "back end ends edge edges corner corners room scene place area part parts space half way "
        "hand hands head his her"
    )
)
"""Words for a place that the words around them tell already ("along the back wall")."""
_PRAISE = _set(
    "nice lovely beautiful pretty cute cool great perfect awesome amazing wonderful gorgeous fine "
    "good typical usual simple whole own little old new kind sort type bit thing things stuff lot "
    "lots couple pair few many several some number numbering various different certain kindly "
    "color colour colors colours had neat tidy orderly"
)
"""What describes nothing that could be shown, and words of number that are read with others."""
_USUAL_TIME = "day"
"""When a scene is that says no time."""
_SOUND = re.compile(r"u+h*m*|e+r+m*|h+m+|a+h+|o+h+|u+gh+|(?:ha)+h?|lol|yay|wow")
"""What people say while they think."""
_MEASURES = METRES.keys() | SIZE_WORDS.keys() | STRETCH_WORDS.keys() | _set("metres meters")
_PEOPLE = _set("team class twins guests visitors family kids friends client clients customer game")
"""For whom a scene is; what it is a scene of is told otherwise."""
_SHARING = _set("on along at to per each for either")
"""Words after a number of things that are counted already ("eight chairs, four on each side")."""
_KINDS: dict[Kind, str] = {
    Kind.ON: "on atop", Kind.IN: "in inside within", Kind.UNDER: "under below beneath underneath",
    Kind.ABOVE: "above over overhead", Kind.BEHIND: "behind", Kind.BETWEEN: "between",
    Kind.NEXT_TO: "on next beside alongside around against", Kind.OPPOSITE: "opposite",
    Kind.NEAR: "near closer around on", Kind.AROUND: "around surrounding", Kind.FACING: "facing",
    Kind.AGAINST_WALL: "against along", Kind.ON_WALL: "on against", Kind.IN_ROW: "along",
}  # fmt: skip
"""Words of place by what they say."""
ARRANGED = {
    "circle": Kind.AROUND, "ring": Kind.AROUND, "row": Kind.IN_ROW, "rows": Kind.IN_ROW,
    "line": Kind.IN_ROW, "pile": Kind.STACKED, "stack": Kind.STACKED, "pyramid": Kind.STACKED,
}  # fmt: skip
"""Words for how things stand together, and how they do then."""
_PLACES = frozenset(word for words in _KINDS.values() for word in words.split())
_SIDES = {"left": "right", "right": "left"}
"""Words of which only the other one shows whether they are read."""
_FURTHER = wc.PREPOSITIONS - LIGHT - _PLACES
"""Words of place that nothing is placed by alone."""
_LONGEST_HEADING = 6
"""Words of what a text is headed with, its colon included: that need not be shown."""
_LONGEST_PHRASE = 5
"""Words looked back over for what introduces a phrase."""
_COLLECTIVE = _set(
    "semicircle group bunch crowd cluster collection bundle set half herd flock pack team"
)
_UNASKED = (
    wc.DETERMINERS | wc.CONJUNCTIONS | wc.COPULA | wc.FUNCTION | wc.PRONOUNS | wc.HAVING
    | (wc.ADVERBS - {"apart"}) | _ASKING | _STANDING | _PRAISE
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Placing:
    """What a word of place says: one of ``kinds``, in ``length`` words; ``elsewhere``: a word for
    another place."""

    kinds: frozenset[Kind]
    elsewhere: str
    length: int


def place_of(line: Line, at: int) -> Placing | None:
    """What the word of place at ``at`` says; None where it is none."""
    word = line.at(at)
    if word in _SIDES:
        return Placing(frozenset(Kind), _SIDES[word], 1)
    if word not in _PLACES and word not in _FURTHER:
        return None
    kinds = frozenset(kind for kind, words in _KINDS.items() if word in words.split())
    other = "under" if Kind.BEHIND in kinds else "behind"
    return Placing(kinds, other, 2 if line.at(at + 1) in {"to", "of"} else 1)


def completes(line: Line, at: int) -> bool:
    """Whether word ``at`` is quoted after what describes it: "the north edge", "45 degrees"."""
    word, before = line.at(at), line.at(at - 1)
    described = is_number(before) or word_classes(before) != {"VERB"}
    return described and (word in GENERIC or word in METRES or word == "degrees")


def is_number(word: str) -> bool:
    """Whether ``word`` is a number, in figures or letters."""
    return word[0].isdigit() or word in UNITS or word in TENS


def goes_along(word: str) -> bool:
    """Whether ``word`` is quoted with what it introduces."""
    return word in LIGHT or word in wc.DETERMINERS


def is_boundary(word: str) -> bool:
    """Whether what a word of place is said of ends before ``word``."""
    closed = word in wc.PREPOSITIONS or word in wc.COPULA or word in wc.HAVING or word in wc.VERBS
    return closed or word in STOPS or word in {",", "and", "or", "there", ""}


def phrase_begin(line: Line, at: int) -> int:
    """The index of the "with" or "of" that introduces a phrase that ends with word ``at``; ``at``
    itself where there is none."""
    if not is_boundary(line.at(at + 1)) and line.at(at + 1) not in LIGHT:
        return at
    for before in range(at - 1, max(-1, at - _LONGEST_PHRASE), -1):
        word = line.at(before)
        if word in LIGHT or word in wc.HAVING:
            return before
        if is_boundary(word):
            break
    return at


def follows_place(line: Line, at: int) -> bool:
    """Whether the clause that word ``at`` stands in begins with a place: "on the sofa sleeps"."""
    for begin in range(at - 2, max(-1, at - _LONGEST_PHRASE), -1):
        if line.at(begin) in wc.PREPOSITIONS:
            before = line.at(begin - 1)
            return before in STOPS or before in {"", ",", "and"}
    return False


def asks_nothing(line: Line, at: int) -> bool:
    """Whether nothing is lost when word ``at`` does nothing."""
    word, before, after = line.at(at), line.at(at - 1), line.at(at + 1)
    if word == "against" and singular(before) in _STANDING:
        return True  # what leans is against something
    if is_told(line, at) or (word in _FINISHED and _is_of_shell(line, at)):
        return True
    if word == "inside" and _names_place(line, at + 1):
        return True
    if word in _COLLECTIVE and "of" in line.words[at + 1 : at + 3]:
        return True  # "a group of five children" are five
    if word in {"playing", "plays"}:
        return True  # who plays with something is at it
    if word == "other" and "corner" in line.words[:at]:
        return True  # "in one corner a bed, in the other a desk"
    if word == "aisle":
        return True  # what is at its sides is so without it
    if line.span(at, at + 3) == "in the other" and "corner" in line.words[:at]:
        return True
    if word in {"on", "in"} and _names_place(line, at + 1, least=2):
        return True
    if word in {"on", "in"}:
        return not _is_of_a_thing(line, at + 1)
    if word in LIGHT or (word in _UNASKED and place_of(line, at) is None):
        return True
    if is_number(word):
        again = line.words.count(word) > 1  # "a table for two, so two chairs"
        return after in _SHARING or before == "of" or again
    if wc.TIMES.get(word) == _USUAL_TIME:
        return True
    if _SOUND.fullmatch(word) or _ends_color(line, at):
        return True
    if word in _MEASURES or (word.endswith("ly") and word_classes(word) == {"ADV"}):
        return True
    if ":" in line.words[at:_LONGEST_HEADING] and word_classes(word):
        return True
    return _is_for_somebody(line, at)


def _ends_color(line: Line, at: int) -> bool:
    """Whether word ``at`` is the hue of a colour said before it: the green of "sage green"."""
    begun = (color_at(line, start) for start in (at - 1, at - 2) if start >= 0)
    ends = (at - start + 1 for start in (at - 1, at - 2) if start >= 0)
    return any(
        found is not None and found[1] == size for found, size in zip(begun, ends, strict=True)
    )


def _is_of_a_thing(line: Line, at: int) -> bool:
    """Whether what stands "on" or "in" is said to be on a thing, not on a side or the ground."""
    while line.at(at) in wc.DETERMINERS:
        at += 1
    found = named(line.at(at))
    return found is not None and found.noun != "" and line.at(at) not in GENERIC


def _is_of_shell(line: Line, at: int) -> bool:
    """Whether word ``at`` says how a floor or a wall is done: "polished wood floors"."""
    following = (line.at(at + n) for n in range(1, 4))
    return any(singular(other) in {"floor", "wall", "ceiling"} for other in following)


def _names_place(line: Line, at: int, least: int = 1) -> bool:
    """Whether ``least`` words or more from ``at`` on name a place that scenes are in: "(inside) a
    museum"."""
    while line.at(at) in wc.DETERMINERS or line.at(at) == "of":
        at += 1
    return any(line.span(at, at + long) in spelled_settings() for long in range(least, 4))


def _is_for_somebody(line: Line, at: int) -> bool:
    """Whether word ``at`` says for whom the scene is: "for my class", "for visitors"."""
    before = at - 1
    while line.at(before) in wc.DETERMINERS:
        before -= 1
    if line.at(before) != "for":
        return False
    found = named(line.at(at))
    row = noun_row(found.noun) if found is not None else None
    return (
        singular(line.at(at)) in _PEOPLE
        or line.at(at) in _PEOPLE
        or (row is not None and row.category == "person")
    )
