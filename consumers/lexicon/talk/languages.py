"""Which other language people write in, by script and common words, and what they are told in it.

What belongs here: telling languages apart well enough to be kind. What does not: understanding
them; of the things they name only those are understood that are called the same in English.
"""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_at
from consumers.lexicon.words.plurals import word_classes
from consumers.lexicon.words.tokens import Line

IN_ENGLISH = "I understand English: say for example: a living room with a red sofa and two chairs."
_MOST_WORDS = 60
_ENGLISH = wc.FUNCTION | wc.DETERMINERS | wc.PREPOSITIONS | wc.VERBS | wc.PRONOUNS | wc.ADVERBS
_ENGLISH_SHARE = 0.5
"""Of the words, above which a text is English that borrows."""


@dataclass(frozen=True, slots=True)
class Language:
    """``scripts``: first words of its letters' Unicode names; () for the Latin alphabet."""

    name: str
    scripts: tuple[str, ...]
    words: frozenset[str]
    reply: str


def other_language(line: Line) -> Language | None:
    """The language that the words are in, where it is not English; None for English or none."""
    words = [w for w in line.words[:_MOST_WORDS] if w[0].isalpha()]
    if not words:
        return None
    foreign = [w for w in words if _script(w) not in ("LATIN", "")]
    if 2 * len(foreign) > len(words):
        return _by_script(foreign)
    best = max(_latin(), key=lambda language: _hits(words, language))
    hits = _hits(words, best)
    if hits == 0 or (hits == 1 and len(words) > 2):
        return None
    english = sum(_is_plain_english(w) for w in words if w not in best.words)
    ours = english / len(words)
    return best if hits > english or (hits >= 2 and ours < _ENGLISH_SHARE <= 1 - ours) else None


def reply_in(language: Language, line: Line) -> str:
    """What is said to a text in ``language``: in it, in English, and what was understood of it."""
    known = dict.fromkeys(
        found.name
        for at, word in enumerate(line.words[:_MOST_WORDS])
        if word not in language.words and (found := noun_at(line, at)) is not None
    )
    understood = f" I understood: {', '.join(list(known)[:5])}." if known else ""
    return f"{language.reply} {IN_ENGLISH}{understood}"


def _by_script(words: list[str]) -> Language | None:
    scripts = {_script(w) for w in words}
    if "HIRAGANA" in scripts or "KATAKANA" in scripts:
        scripts.discard("CJK")
    fitting = [x for x in _languages() if scripts & set(x.scripts)]
    told = [x for x in fitting if x.words and _hits(words, x)]
    return next(iter([*told, *(x for x in fitting if not x.words)]), None)


def _hits(words: list[str], language: Language) -> int:
    return sum(w in language.words for w in words)


@cache
def _latin() -> tuple[Language, ...]:
    return tuple(x for x in _languages() if not x.scripts)


def _is_plain_english(word: str) -> bool:
    return (
        word in wc.FUNCTION or word in wc.DETERMINERS or word in wc.PREPOSITIONS or word in wc.VERBS
        or word in wc.PRONOUNS or word in wc.ADVERBS or bool(word_classes(word))
    )  # fmt: skip


def _script(word: str) -> str:
    """The script of a word's first unusual letter: a kana tells Japanese among Chinese signs."""
    names = [unicodedata.name(c, "").split(" ", 1)[0] for c in word[:20] if c.isalpha()]
    for script in ("HIRAGANA", "KATAKANA"):
        if script in names:
            return script
    return next((n for n in names if n != "LATIN"), names[0] if names else "")


@cache
def _languages() -> tuple[Language, ...]:
    table = tomllib.loads(
        files("consumers.lexicon.talk").joinpath("languages.toml").read_text("utf-8")
    )
    return tuple(
        Language(
            row["name"],
            tuple(row.get("script", "").split()),
            frozenset(row["words"]) - _ENGLISH,
            row["reply"],
        )
        for row in table["language"]
    )
