"""How words sound: the bundled dictionary, an own list, and rules for plurals and compounds.

What does not belong here: which words there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

Dictionary = Mapping[str, list[str]]
"""Each word to its pronunciations, phones parted by blanks (CMU phone set, no stress)."""

_VOICELESS = {"P", "T", "K", "F", "TH"}
_SIBILANT = {"S", "Z", "SH", "ZH", "CH", "JH"}
_SHORTEST_HALF = 3
_PLURALS = [
    (re.compile(r"ies$"), "y"),
    (re.compile(r"(?<=ch|sh|ss|zz)es$"), ""),
    (re.compile(r"(?<=[xos])es$"), ""),
    (re.compile(r"s$"), ""),
]
"""Written plural endings and what stands in their place in the singular, likeliest first."""


def read(*paths: Path) -> dict[str, list[str]]:
    """The dictionaries in ``paths`` as one. ``word(2)`` is a further way to say ``word``."""
    sounds: dict[str, list[str]] = {}
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                word, phones = line.split(maxsplit=1)
                sounds.setdefault(word.partition("(")[0], []).append(" ".join(phones.split()))
    return sounds


def pronounce(words: Iterable[str], known: Dictionary) -> dict[str, list[str]]:
    """Pronunciations of all ``words``. Raises ValueError naming every word that has none."""
    found = {word: known.get(word) or _derived(word, known) for word in words}
    silent = sorted(word for word, sounds in found.items() if not sounds)
    if silent:
        raise ValueError(
            f"no pronunciation for {', '.join(silent)}: add them to ops/asr/pronunciations.dict"
        )
    return found


def lines(sounds: Dictionary) -> Iterable[str]:
    """The dictionary as the decoder reads it, in order of the words."""
    for word in sorted(sounds):
        for number, phones in enumerate(sounds[word], start=1):
            yield f"{word} {phones}" if number == 1 else f"{word}({number}) {phones}"


def _derived(word: str, known: Dictionary) -> list[str]:
    return _plural(word, known) or _compound(word, known)


def _plural(word: str, known: Dictionary) -> list[str]:
    for pattern, singular_ending in _PLURALS:
        singular, ends = pattern.subn(singular_ending, word)
        if ends:
            sounds = known.get(singular) or _compound(singular, known)
            if sounds:
                return [f"{phones} {_plural_sound(phones.split()[-1])}" for phones in sounds]
    return []


def _plural_sound(last: str) -> str:
    if last in _SIBILANT:
        return "IH Z"
    return "S" if last in _VOICELESS else "Z"


def _compound(word: str, known: Dictionary) -> list[str]:
    """Two known words run together, halves of most equal length first."""
    cuts = range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1)
    for cut in sorted(cuts, key=lambda c: abs(2 * c - len(word))):
        head, tail = known.get(word[:cut]), known.get(word[cut:])
        if head and tail:
            return [f"{head[0]} {tail[0]}"]
    return []
