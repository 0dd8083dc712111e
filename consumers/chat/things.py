"""A thing as a model tells it, as a noun phrase of the lexicon: looks by name, sizes within reason.

The class table goes before the model's sizes, and what the person measured goes before both. What
a model says is cut to what a label holds; it can not say more than the tables know.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from pydantic import BaseModel, Field

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.reader import read_scene
from consumers.lexicon.words.colors import parse_color
from consumers.lexicon.words.gazetteer import guessed_size, named, noun_row
from consumers.lexicon.words.materials import material_words
from consumers.lexicon.words.measures import UNSAID, Extent
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import read

LONGEST_NAME = 60
LONGEST_PROMPT = 200
SMALLEST_M, LARGEST_M = 0.01, 50.0
"""A side of a thing of whose class nothing is known."""
OUT_OF_CLASS = 5.0
"""A side may be so many times the class table's, or that part of it."""
SHELL = frozenset({
    "floor", "ground", "wall", "walls", "ceiling", "room", "terrain", "left wall", "right wall",
    "back wall", "front wall",
})  # fmt: skip
_NUMBER = re.compile(r"[\s_-]*#?\d+$")


class ThingSaid(BaseModel):
    """One kind of object. Keep names short; equal objects are one entry with a count."""

    name: str = Field(description="unique, e.g. 'red sofa'")
    kind: str = Field(description="the noun alone, e.g. 'sofa'")
    count: int = Field(1, description="how many of it")
    color: str | None = Field(None, description="a colour word or #rrggbb")
    material: str | None = Field(None, description="e.g. 'wood'")
    size_m: list[float] | None = Field(None, description="metres: width, height, depth")
    prompt: str = Field("", description="the person's own words for it, verbatim")


@dataclass(frozen=True)
class Words:
    """A person's words, and what the lexicon reads in them, to hold a model's answer against."""

    text: str

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """The things they name, those that are there already and pronouns left out."""
        reading = read_scene(read(self.text))
        return tuple(
            replace(t.phrase, count=t.count)
            for t in reading.things
            if t.alias is None and not t.phrase.pronoun and t.phrase.label not in SHELL
        )

    def own(self, noun: str) -> Phrase | None:
        """What they say of a thing that they name once."""
        found = [p for p in self.phrases if alike(p.noun, noun)]
        return found[0] if len(found) == 1 else None

    def has(self, said: str) -> bool:
        """Whether ``said`` is in them, word for word."""
        return bool(said.strip()) and " ".join(said.lower().split()) in " ".join(
            self.text.lower().split()
        )


def tidy(name: str) -> str:
    """A name as labels have it: lower case, one line, cut, without a number at its end."""
    return _NUMBER.sub("", exact(name)[:LONGEST_NAME]).strip()


def exact(name: str) -> str:
    """A name as relations are matched by: as ``tidy``, its number kept."""
    return " ".join(re.sub(r"[^\w\s'#.-]", " ", name.replace("_", " ")).lower().split())


def noun_of(kind: str, name: str = "") -> str:
    """The noun table's name for a model's ``kind``, or for the more special thing that ``name``
    ends in (a "round table" of kind "table"); "" = none."""
    by_name, by_kind = _noun_at_end(tidy(name)), _noun_at_end(tidy(kind))
    return by_name if not by_kind or alike(by_name, by_kind) else by_kind


def alike(noun: str, other: str) -> bool:
    """Whether two nouns of the table are the same kind of thing: a round table is a table."""
    return bool(noun) and bool(other) and noun.split()[-1] == other.split()[-1]


@lru_cache(maxsize=1024)
def _noun_at_end(said: str) -> str:
    found = phrase_at(read(said), 0) if said else None
    if found is not None and found[0].noun:
        return found[0].noun
    words = said.split()
    for start in range(len(words)):
        end = named(" ".join(words[start:]))
        if end is not None and end.noun:
            return end.noun
    return ""


def phrase_of(thing: ThingSaid, words: Words) -> Phrase:
    """The noun phrase that a model's thing amounts to."""
    kind, name = tidy(thing.kind), tidy(thing.name)
    noun = noun_of(thing.kind, thing.name)
    color, material = parse_color((thing.color or "").lower()), _material(thing.material)
    label = name or kind or "thing"
    if color and (thing.color or "").isalpha() and (thing.color or "").lower() not in label:
        label = f"{(thing.color or '').lower()} {label}"
    found = phrase_at(read(label), 0)
    said = found[0] if found is not None else None
    own = words.own(noun)
    return Phrase(
        said=" ".join(thing.prompt.split())[:LONGEST_PROMPT] if words.has(thing.prompt) else label,
        label=label[:LONGEST_NAME],
        head=kind or label,
        noun=noun,
        count=max(1, thing.count),
        counted=True,
        color=color or (said.color if said else None),
        material=material or (said.material if said else None),
        extent=own.extent if own is not None and own.extent.said else _extent(thing, noun, label),
    )


def _material(said: str | None) -> str | None:
    return material_words().get((said or "").strip().lower())


def _usual(noun: str, label: str) -> tuple[float, float, float]:
    row = noun_row(noun)
    return row.size if row is not None else guessed_size(label)


def _extent(thing: ThingSaid, noun: str, label: str) -> Extent:
    """The model's size, where it is one that such a thing can have; else nothing is said of it."""
    sides = _sides(thing)
    if sides is None or (noun and not _in_class(sides, _usual(noun, label))):
        return UNSAID
    width, height, depth = (min(LARGEST_M, max(SMALLEST_M, side)) for side in sides)
    return Extent(width=width, height=height, depth=depth)


def _sides(thing: ThingSaid) -> tuple[float, float, float] | None:
    if thing.size_m is None or len(thing.size_m) != 3 or not all(0 < s < 500 for s in thing.size_m):
        return None
    return thing.size_m[0], thing.size_m[1], thing.size_m[2]


# What can be told of things, in words for the model.


def doubts(things: Sequence[ThingSaid], words: Words) -> list[str]:
    """What is doubtful about a list of things: names, sizes, counts that the words give."""
    names = [exact(t.name) for t in things]
    doubles = sorted({n for n in names if names.count(n) > 1})
    told = [f"two objects are called {n!r}: use one with a count" for n in doubles]
    return [*told, *_sizes(things, words), *_counts(things, words)]


def _sizes(things: Sequence[ThingSaid], words: Words) -> list[str]:
    told: list[str] = []
    for thing in things:
        noun = noun_of(thing.kind, thing.name)
        own = words.own(noun)
        if thing.size_m is None or not noun or (own is not None and own.extent.said):
            continue
        sides, usual = _sides(thing), _usual(noun, "")
        if sides is None:
            told.append(f"size_m of {thing.name!r} must be three metres: width, height, depth")
        elif any(
            not 1 / OUT_OF_CLASS <= s / u <= OUT_OF_CLASS for s, u in zip(sides, usual, strict=True)
        ):
            shown = " x ".join(f"{side:g}" for side in usual)
            told.append(f"{thing.name!r} has an odd size: a {noun} is about {shown} m")
    return told[:6]


def _in_class(sides: tuple[float, ...], usual: tuple[float, ...]) -> bool:
    factors = [side / own for side, own in zip(sides, usual, strict=True)]
    return all(1 / OUT_OF_CLASS <= factor <= OUT_OF_CLASS for factor in factors)


def _counts(things: Sequence[ThingSaid], words: Words) -> list[str]:
    """Things that the words name, and how many: each noun in all."""
    wanted: dict[str, int] = {}
    for phrase in words.phrases:
        if phrase.noun:
            same = next((n for n in wanted if alike(n, phrase.noun)), phrase.noun)
            wanted[same] = wanted.get(same, 0) + phrase.count
    counted = {p.noun for p in words.phrases if p.counted}
    told: list[str] = []
    for noun, count in wanted.items():
        have = sum(max(1, t.count) for t in things if alike(noun_of(t.kind, t.name), noun))
        if have == 0:
            told.append(f"the words ask for a {noun}, and there is none")
        elif have != count and noun in counted:
            told.append(f"the words ask for {count} x {singular(noun)}, and there are {have}")
    return told[:6]
