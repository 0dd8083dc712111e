"""Noun phrases: "two big red wooden chairs, 80 cm tall" as one value.

What belongs here: the value, and reading one phrase from a place in a sentence. The words before
the head are read in ``determiners`` and ``modifiers``, those
after it in ``postmodifiers``. What does not: how
phrases stand to one another, which is in ``reading``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from consumers.lexicon.phrases.determiners import read_determiners
from consumers.lexicon.phrases.draft import Draft
from consumers.lexicon.phrases.modifiers import read_words
from consumers.lexicon.phrases.postmodifiers import read_after
from consumers.lexicon.phrases.senses import INDOORS, OUTDOORS, by_company, sense
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.beings import ONLY_PEOPLE, being
from consumers.lexicon.words.gazetteer import Found, named, noun_row
from consumers.lexicon.words.looks import material_at, tinted_at
from consumers.lexicon.words.materials import material_words
from consumers.lexicon.words.measures import UNSAID, Extent
from consumers.lexicon.words.nouns import names
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.proportions import Beside
from consumers.lexicon.words.quantities import SEVERAL
from consumers.lexicon.words.tokens import STOPS, Line
from consumers.lexicon.words.wordclasses import PRONOUNS

PATTERNS = frozenset({
    "striped", "stripy", "checkered", "chequered", "checked", "spotted", "dotted", "patterned",
    "plaid", "polka", "marbled", "mottled", "two tone", "tartan", "zigzag", "camouflage",
})  # fmt: skip
"""Words that put several colours on one thing."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase.

    ``said``: verbatim. ``label``: its describing words and head, singular ("red wooden chair").
    ``head``: the head's singular as said; ``noun``: its name in the noun table, or "".
    ``count``: how many; ``counted`` when a number was said. ``quantifier``: "all", "each", "both",
    "another", "other", "own", "no" or "". ``pronoun``: it stands for something named elsewhere.
    ``colors``: where several were said ("red, green and blue balls"). ``described``: further
    describing words. ``group``: "row", "stack", "circle" or "".
    ``rank``: "biggest", "smallest", "left", ... or ""; ``ordinal``: 1 for "the first", -1 last.
    ``like``: the noun whose size it should have. ``contents``: what it is full of.
    ``part``: the part of the thing that was named ("leg" in "the leg of the table"), or "".
    ``groups``: in how many groups the ``count`` things come ("four rows of five desks": 4 of 20),
    each of ``count // groups`` members; ``grouped_as``: what such a group is ("row", "stack",
    "circle", else its word), ``group`` being "" then.
    ``parts``: a part and its number that describe it ("three-seater": ("seater", 3)), or None.
    ``beside``: what of the text its size is told by ("twice as tall as the shelf"), or None.
    """

    said: str
    label: str
    head: str
    noun: str = ""
    count: int = 1
    counted: bool = False
    plural: bool = False
    definite: bool = False
    pronoun: bool = False
    quantifier: str = ""
    color: str | None = None
    colors: tuple[str, ...] = ()
    material: str | None = None
    extent: Extent = UNSAID
    described: tuple[str, ...] = ()
    group: str = ""
    rank: str = ""
    ordinal: int = 0
    like: str = ""
    contents: Phrase | None = None
    part: str = ""
    groups: int = 1
    grouped_as: str = ""
    parts: tuple[str, int] | None = None
    beside: Beside | None = None

    @property
    def many(self) -> bool:
        """Whether it names more than one thing."""
        return self.plural or self.count > 1 or self.quantifier in {"all", "both", "each"}

    @property
    def bare(self) -> bool:
        """Whether no article, number or quantifier says which ("a rug under coffee table")."""
        told = self.counted or self.definite or bool(self.quantifier) or self.pronoun
        return not told and self.said.split(" ")[0] not in wc.DETERMINERS

    @property
    def looks(self) -> bool:
        """Whether it says a colour or a material."""
        return self.color is not None or self.material is not None


def phrase_at(
    line: Line, index: int, *, depth: int = 0, plain: bool = False
) -> tuple[Phrase, int] | None:
    """The noun phrase that begins at word ``index`` and the index after it, if one begins there.

    ``depth`` bounds phrases within phrases ("a statue of a horse"). ``plain`` stops at the head,
    for commands where looks said after it are what shall become of it.
    """
    whole = None if plain and depth else _whole(line, index, depth)
    if whole is not None:
        return whole
    draft = Draft()
    at = read_determiners(line, index, draft)
    before = at
    at = at if draft.alone else read_words(line, at, draft)
    pronoun = _pronoun(line, index, before, draft)
    if pronoun is not None:
        return pronoun
    if draft.head == "":
        return None
    if draft.vague and not draft.plural and draft.head in material_words():
        draft.head, draft.noun = "lot", ""  # "lots of glass" is no number of glasses
    contents = None
    if plain:
        looks = next((n for n in range(before + 1, at) if tinted_at(line, n)), None)
        bare = phrase_at(line.part(0, looks), index, plain=True) if looks else None
        return bare or (_finished(line, index, at, draft, None), at)  # "the table dark wood"
    at = read_after(line, at, draft)
    if depth < 2 and line.at(at) == "of" and draft.head != "one":
        inner = phrase_at(line, at + 1, depth=depth + 1)
        if inner is not None and not inner[0].definite and not inner[0].pronoun:
            contents, at = inner
            draft.tail = f"of {contents.said}"
            at = read_after(line, at, draft)
    return _finished(line, index, at, draft, contents), at


def with_looks(
    phrase: Phrase,
    color: str | None,
    material: str | None,
    extent: Extent,
    beside: Beside | None = None,
) -> Phrase:
    """``phrase`` with looks that were said of it later ("it is red")."""
    merged = phrase.extent if not extent.said else extent
    return replace(
        phrase,
        color=color or phrase.color,
        material=material or phrase.material,
        extent=merged,
        beside=beside or phrase.beside,
    )


_PART_OF = re.compile(
    r"(?:the |its |an? |each |one |every |all )?(?:(?:very|upper|lower|front|back|left|right|inner"
    r"|outer|near|far|top|bottom|middle|first|second|third|last) )?(\w+) of (?=\w)"
)


def _whole(line: Line, index: int, depth: int) -> tuple[Phrase, int] | None:
    """ "the leg of the table": the table, with the part as a word of its own."""
    found = line.match(_PART_OF, index)
    if found is None or depth > 1 or material_at(line, found[1]) is not None:
        return None
    part = singular(found[0].group(1))
    if part not in wc.PARTS | wc.SPOTS or line.at(found[1]) not in wc.DETERMINERS:
        return None  # "a leg of lamb"
    inner = phrase_at(line, found[1], depth=depth + 1)
    if inner is None or inner[0].pronoun:
        return None
    if not inner[0].definite and (part in names() or not inner[0].noun or inner[0].many):
        return None  # "a door of oak", "a seat of honour"
    said = line.span(index, inner[1])
    return replace(inner[0], said=said, part=inner[0].part or part), inner[1]


_IN_THE_OPEN = tuple(OUTDOORS)


def indoors(phrase: Phrase) -> Phrase:
    """``phrase`` as a room understands it: an island in a kitchen is no land in the sea."""
    other = INDOORS.get(phrase.noun)
    return phrase if other is None else replace(phrase, noun=other)


def outdoors(phrase: Phrase) -> Phrase:
    """``phrase`` as the open understands it: a blanket at a picnic is spread on the ground."""
    other = OUTDOORS.get(phrase.noun) if phrase.head.endswith(_IN_THE_OPEN) else None
    return phrase if other is None else replace(phrase, noun=other)


def _finished(line: Line, start: int, stop: int, draft: Draft, contents: Phrase | None) -> Phrase:
    several = 2 if draft.quantifier == "both" else SEVERAL
    count = draft.count if draft.count is not None else (several if draft.plural else 1)
    if draft.each and draft.count is None:
        count = 1
    part = ""
    compound = _owned(draft)
    if compound is not None and compound.noun:
        draft.noun = compound.noun  # "a ship's wheel", "the captain's chair"
    elif draft.owner is not None and draft.owner.noun and draft.head in wc.PARTS | wc.SPOTS:
        part, draft.head, draft.noun = draft.head, draft.owner.name, draft.owner.noun
        draft.pieces = [(draft.owner.name, "noun")]
        count, draft.plural = 1, False
    draft.noun = _among(line, draft) or sense(draft) or _who(line, start, stop, draft)
    if line.at(stop) in ONLY_PEOPLE and draft.head.endswith(("er", "or")) and _is_thing(draft):
        draft.noun = "person"  # "a planner kneeling in the garden"
    colors = tuple(draft.colors) if len(draft.colors) > 1 else ()
    if any(word in PATTERNS for word in draft.described):
        colors = ()  # "red and white striped umbrellas" are each of both colours
    return Phrase(
        said=line.span(start, stop),
        label=draft.label(),
        head=draft.head,
        noun=draft.noun,
        count=0 if draft.quantifier == "no" else count,
        counted=draft.count is not None,
        plural=draft.plural,
        definite=draft.definite,
        pronoun=draft.head == "one",
        quantifier=draft.quantifier,
        color=draft.color,
        colors=colors,
        material=draft.material,
        extent=draft.extent,
        described=tuple(draft.described),
        group=draft.group,
        rank=draft.rank,
        ordinal=draft.ordinal,
        like=draft.like,
        contents=contents,
        part=part,
        groups=draft.groups,
        grouped_as=draft.grouped_as,
        parts=draft.parts,
        beside=draft.beside,
    )


def _owned(draft: Draft) -> Found | None:
    """The thing that its owner tells: "a ship's wheel", "a magician's box"."""
    if draft.owner is None:
        return None
    owner, head = draft.owner.name, draft.head
    return named(f"{owner} {head}") or named(f"{owner}'s {head}")


def _among(line: Line, draft: Draft) -> str:
    """The row that a head of several senses names here, where no compound told it before."""
    single = named(draft.head)
    if single is not None and single.noun != draft.noun:
        return ""  # "a light bulb", "a wine rack"
    return by_company(draft, line.words)


def _who(line: Line, start: int, stop: int, draft: Draft) -> str:
    """The row of somebody whose name no table has: "Juliet", "a zoologist"; "" for a thing."""
    after = stop + 1 if line.at(stop) in wc.COPULA else stop
    return being(
        draft.head,
        plural=draft.plural,
        described=tuple(draft.described),
        doing=line.at(after),
        bare=not draft.determined and line.at(start) not in wc.DETERMINERS,
    )


def _is_thing(draft: Draft) -> bool:
    row = noun_row(draft.noun)
    return row is not None and row.category not in {"person", "animal"}


def _ends(line: Line, at: int) -> bool:
    """Whether nothing of a phrase can follow at ``at``."""
    word = line.at(at)
    return word in STOPS or word in {"", ",", "and"} or word in wc.COPULA or word in wc.PREPOSITIONS


def _pronoun(line: Line, start: int, at: int, draft: Draft) -> tuple[Phrase, int] | None:
    """A phrase without a noun: "it", "them", "both", "the other", "all of them", "two of them"."""
    if draft.head != "" or draft.pieces:
        return None
    word = line.at(at)
    if word in PRONOUNS and word not in {"one", "ones"}:
        stop = at + 1
    elif at > start and line.at(at - 1) in {
        "both", "all", "each", "other", "another", "this", "that", "these", "those", "one",
    }:  # fmt: skip
        word, stop = line.at(at - 1), at
    elif word in {"one", "ones"}:
        stop = at + 1
    elif at > start and draft.quantifier in {"other", "both", "all"}:
        word, stop = draft.quantifier, at
    elif line.at(start) == "the" and (draft.count or 0) > 1 and _ends(line, at):
        word, stop = "both" if draft.count == 2 else "them", at  # "between the two"
    elif draft.ordinal and at > start and _ends(line, at):
        word, stop = "one", at  # "a third next to the first"
    else:
        return None
    many = word in {"them", "they", "these", "those", "both", "all", "each", "everything"}
    count = draft.count if draft.count is not None else (2 if word == "both" else 1)
    phrase = Phrase(
        said=line.span(start, stop),
        label=word,
        head=singular(word) if word == "ones" else word,
        count=count,
        counted=draft.count is not None,
        plural=many or count > 1,
        definite=True,
        pronoun=True,
        quantifier=draft.quantifier or (word if word in {"both", "each", "all", "other"} else ""),
        ordinal=draft.ordinal,
    )
    return phrase, stop
