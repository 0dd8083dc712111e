"""The longest name of the noun table at a place in a sentence.

What belongs here: spelling, plurals, and names that mislead ("hot dog"). What does not: the rest of
the noun phrase, which is in ``phrases``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from consumers.lexicon.words.nouns import Noun, names, noun_table
from consumers.lexicon.words.plurals import singular, word_classes
from consumers.lexicon.words.tokens import Line

LONGEST = 4
"""Words in the longest name that is looked for."""

_SHORTEST = 3
"""Letters of each word of a name that is written apart or in one."""

_ALWAYS_ONE = frozenset({
    "drawers", "stairs", "steps", "curtains", "drapes", "drums", "swings", "apartments", "grapes",
    "chest of drawers", "shoes", "blocks", "building blocks", "shears", "scissors", "glasses",
    "headphones", "toy blocks", "traffic lights", "tracks", "train tracks",
    "railway tracks", "rails", "skis", "boots", "skates", "ice skates", "roller skates", "trousers",
    "jeans", "pants", "shorts", "high heels", "earrings", "clogs", "flippers", "maracas", "bongos",
    "bongo drums", "castanets", "chopsticks", "playing cards", "blinds", "shutters", "stilts",
    "handcuffs", "nunchucks", "groceries", "nachos", "clothes", "slippers", "sandals", "swim fins",
})  # fmt: skip
"""Plural words that usually name one thing of the table."""


@dataclass(frozen=True, slots=True)
class Found:
    """A thing named in ``length`` words; ``name`` is its singular as said, ``noun`` may be ""."""

    noun: str
    name: str
    length: int
    plural: bool


def noun_at(line: Line, index: int, *, counted: bool = False) -> Found | None:
    """The longest known name at ``index``; ``counted`` when a number stands before it."""
    for length in range(min(LONGEST, len(line) - index), 0, -1):
        found = named(line.span(index, index + length), counted=counted)
        if found is not None and not _shades(line, index + length - 1):
            return found
    return None


_PAINTED = frozenset({
    "room", "wall", "walls", "house", "kitchen", "bedroom", "bathroom", "office", "floor", "hall",
})  # fmt: skip
_SHADED = frozenset({"blue", "green", "gray", "grey", "brown", "pink", "yellow", "purple"})


def _shades(line: Line, at: int) -> bool:
    """Whether the word at ``at`` belongs to the colour after it: "(paint) the room light blue"."""
    shade = line.at(at) == "light" and line.at(at + 1) in _SHADED
    return shade and line.at(at - 1) in _PAINTED


def named(words: str, *, counted: bool = False) -> Found | None:
    """The thing that exactly ``words`` name: of the noun table, or of the unknown-thing table."""
    found = _told(words, counted)
    if found is None and (written := _otherwise(words)):
        found = _told(written, counted)
        return None if found is None else replace(found, length=words.count(" ") + 1)
    return found


def _told(words: str, counted: bool) -> Found | None:
    """The thing whose name in a table is ``words`` or of which they are the plural."""
    length = words.count(" ") + 1
    first, space, last = words.rpartition(" ")
    one = first + space + ("glass" if counted and last == "glasses" else singular(last))
    for known in (_misleading(), names()):
        exact, single = known.get(words), known.get(one)
        if exact is not None and (
            one == words or single is None or (words in _ALWAYS_ONE and not counted)
        ):
            return Found(exact, words, length, plural=False)
        if exact is not None and single != exact and not counted:
            return Found(exact, words, length, plural=False)
        if single is not None:
            several = one != words and not (
                " of " in words and singular(words.split()[0]) == words.split()[0]
            )
            return Found(single, one, length, plural=several)
    return None


@lru_cache(maxsize=8192)
def _otherwise(words: str) -> str:
    """A name of the noun table written apart or in one: "fire fly", "coffeetable"; or ""."""
    parts = words.split(" ")
    if len(parts) == 2:
        first, last = parts
        joined = first + last
        if len(first) < _SHORTEST or len(last) < _SHORTEST or not joined.isalpha():
            return ""
        if joined not in names() and first + singular(last) not in names():
            return ""
        told = all("NOUN" in word_classes(part) for part in parts)
        return joined if told and "ADJ" not in word_classes(first) else ""
    word = parts[0]
    if len(parts) > 2 or len(word) <= 2 * _SHORTEST or not word.isalpha() or word_classes(word):
        return ""
    cuts = (f"{word[:at]} {word[at:]}" for at in range(_SHORTEST, len(word) - _SHORTEST + 1))
    return next((apart for apart in cuts if _in_table(apart)), "")


def _in_table(words: str) -> bool:
    first, space, last = words.rpartition(" ")
    return words in names() or first + space + singular(last) in names()


def noun_row(noun: str) -> Noun | None:
    """The table's row of a noun name; None for ""."""
    return noun_table().get(noun)


def is_kind_of(noun: str, wider: str) -> bool:
    """Whether ``noun`` is a kind of ``wider``: a kitten of cat."""
    row = noun_table().get(noun)
    return row is not None and wider != "" and row.kind_of == wider


def guessed_size(head: str) -> tuple[float, float, float]:
    """A size in metres for a thing the table does not know, by the last words of its name."""
    sizes = _guesses()
    words = head.split()
    for start in range(len(words)):
        found = sizes.get(" ".join(words[start:]))
        if found is not None:
            return found
    return sizes["*"]


def guessed_names() -> frozenset[str]:
    """Names of things that have no model of their own but a usual size."""
    return frozenset(_guesses())


_FELT = ("ness", "ism", "hood", "itude")
_SEEN = frozenset({"harness", "wilderness", "witness", "lioness", "governess", "prism", "hood",
                   "neighborhood", "neighbourhood", "business"})  # fmt: skip


def names_nothing(head: str) -> bool:
    """Whether a noun that no row has names what is felt, done or told: "peace", "cosiness"."""
    single = singular(head)
    listed = {head, single} & _felt()
    return bool(listed) or (single.endswith(_FELT) and single not in _SEEN and " " not in single)


@cache
def spelled_so() -> frozenset[str]:
    """Names that no dictionary has and that are spelt as they should be."""
    return frozenset(_table()["spelled_so"])


@cache
def _felt() -> frozenset[str]:
    listed = frozenset(_table()["names_nothing"])
    return listed | frozenset(singular(word) for word in listed)


@cache
def _misleading() -> dict[str, str]:
    """Names made of known words that name something else; they stand for no known noun."""
    return dict.fromkeys(_table()["not_what_they_say"], "")


@cache
def _guesses() -> dict[str, tuple[float, float, float]]:
    sizes: dict[str, tuple[float, float, float]] = {}
    for group in _table()["sizes"].values():
        width, height, depth = (float(v) for v in group["size"])
        sizes.update(dict.fromkeys(group["names"], (width, height, depth)))
    return sizes


@cache
def _table() -> dict[str, dict[str, dict[str, list[str]]]]:
    text = files("consumers.lexicon.words").joinpath("unknown.toml").read_text("utf-8")
    return tomllib.loads(text)
