"""What is said of a thing after "is": "round and made of glass", "very old", "king size".

What belongs here: describing words that stand without a noun, and a thing described by them. The
looks and measures among them are read by ``postmodifiers``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from consumers.lexicon.phrases.boundaries import goes_on
from consumers.lexicon.phrases.draft import Draft
from consumers.lexicon.phrases.modifiers import KINDS
from consumers.lexicon.phrases.phrases import Phrase, with_looks
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import named
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.measures import SIZE_WORDS, STRETCH_WORDS, length_at
from consumers.lexicon.words.plurals import word_classes
from consumers.lexicon.words.tokens import STOPS, Line


@dataclass(frozen=True, slots=True)
class Predicate:
    """``looks``: colours, materials and measures; ``words``: what else was said."""

    looks: Draft | None
    words: tuple[str, ...] = ()


def predicate_at(line: Line, index: int) -> tuple[Predicate, int] | None:
    """What the words from ``index`` on say of a thing, and the index after them."""
    at = index
    words: list[str] = []
    while line.at(at) in wc.ADVERBS or _describes(line, at):
        if line.at(at) not in wc.ADVERBS:
            words.append(line.at(at))
        at += 1
        if line.at(at) in {"and", ","} and (
            _describes(line, at + 1) or attributes_at(line, at + 1) is not None
        ):
            at += 1
    found = attributes_at(line, at)
    if found is not None:
        stop = found[1]
        while stop - 1 > at and line.at(stop - 1) in wc.ADVERBS | {",", "and"}:
            stop -= 1  # "red, next to ...": the place begins with "next"
        return Predicate(found[0], tuple(words)), stop
    return (Predicate(None, tuple(words)), at) if words else None


def described(phrase: Phrase, predicate: Predicate) -> Phrase:
    """``phrase`` with what was said of it; a "table" that "is round" is a round table."""
    looks = predicate.looks
    if looks is not None:
        phrase = with_looks(phrase, looks.color, looks.material, looks.extent, looks.beside)
    for word in predicate.words:
        kind = named(f"{KINDS[word]} {phrase.noun}") if word in KINDS and phrase.noun else None
        if kind is not None and kind.noun:
            phrase = replace(phrase, noun=kind.noun)
    return replace(phrase, described=(*phrase.described, *predicate.words))


def _describes(line: Line, at: int) -> bool:
    """Whether an adjective stands at ``at`` by itself, with no noun after it."""
    word, following = line.at(at), line.at(at + 1)
    if not word.isalpha() or word in wc.PREPOSITIONS or word in wc.VERBS or word in wc.TIMES:
        return False
    looks = color_at(line, at) or material_at(line, at) or length_at(line, at)
    if looks or word in SIZE_WORDS or word in STRETCH_WORDS:
        return False
    if word not in KINDS and "ADJ" not in word_classes(word):
        return False
    ends = following in STOPS or following in {"", "and", ","}
    return ends or following in wc.PREPOSITIONS or not goes_on(line, at + 1)
