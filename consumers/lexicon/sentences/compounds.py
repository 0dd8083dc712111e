"""Things shown as their plain kind: an "oil drum" for which only a drum is known.

What belongs here: telling, of a label and what it is built as, whether a noun before its head says
another kind of thing than the head alone. What does not: the kinds themselves, which are rows of
the noun table, and things of no known kind, which are stand-ins.
"""

from __future__ import annotations

from collections.abc import Iterable

from consumers.lexicon.sentences.settings import spelled_settings
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.colors import color_table
from consumers.lexicon.words.gazetteer import named, noun_row
from consumers.lexicon.words.materials import material_words
from consumers.lexicon.words.measures import METRES, SIZE_WORDS, STRETCH_WORDS
from consumers.lexicon.words.plurals import word_classes
from schemas.recipe import Recipe


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


MOST_TOLD = 6
"""Things that one note names; of more it says that there are more."""

_SPECIES = frozenset({"animal", "plant", "person"})
"""Kinds whose sorts look alike: a moray eel is an eel."""
_FILLED = frozenset({"water", "oil", "gas", "paint"})
"""Materials that a thing named after them holds or carries rather than is made of."""
_OWNERS = _set(
    "teacher student pupil visitor guest customer client captain pirate king queen prince princess "
    "grandma grandpa grandmother grandfather granny mother father child kid baby boy girl man "
    "woman owner manager boss director doctor nurse patient astronomer wizard witch knight team "
    "family company staff crew"
)
_PLACES = _set(
    "kitchen garden bathroom bedroom office school hotel hospital library workshop corner side "
    "wall floor ceiling window door desk table house home street city village town market farm "
    "roof room beach park front back middle"
)
_MANNERS = _set(
    "way size seater screen burner style type kind set head shape print pattern color colour tone "
    "summer winter spring autumn christmas birthday wedding party holiday day night morning "
    "evening breakfast lunch dinner art design model toy baby lace star point spot"
)
"""Nouns that say how a thing is, when it is used or what is on it."""


def note_of(recipes: Iterable[Recipe]) -> str:
    """The note that names what is shown as its plain kind; "" where nothing is."""
    told = dict.fromkeys(f"{r.label} ({r.noun})" for r in recipes if _is_plain(r))
    listed = list(told)
    if not listed:
        return ""
    more = " and more" * (len(listed) > MOST_TOLD)
    return f"Shown as its plain kind: {', '.join(listed[:MOST_TOLD])}{more}."


def _is_plain(recipe: Recipe) -> bool:
    """Whether a noun right before the head of the label is no part of what is built."""
    if not recipe.known:
        return False
    words = recipe.label.partition(" of ")[0].split()
    heads = (named(" ".join(words[start:])) for start in range(len(words)))
    at = next((n for n, head in enumerate(heads) if head is not None and head.noun), 0)
    row = noun_row(recipe.noun)
    return (
        at > 0
        and (row is None or row.category not in _SPECIES)
        and named(" ".join(words[at - 1 :])) is None
        and _tells_kind(words[at - 1])
    )


def _tells_kind(word: str) -> bool:
    """Whether ``word`` before a noun makes another kind of thing of it: a noun, no look or use."""
    row = noun_row(word)
    if row is not None and row.category == "person":
        return False
    plain = (
        word in color_table()
        or (word in material_words() and word not in _FILLED)
        or word in SIZE_WORDS
        or word in STRETCH_WORDS
        or word in METRES
        or word in spelled_settings()
        or word in wc.PARTS
    )
    named_so = word in _OWNERS or word in _PLACES or word in _MANNERS
    classes = word_classes(word)
    noun = "NOUN" in classes and "ADJ" not in classes and not word.endswith("ing")
    return noun and not plain and not named_so
