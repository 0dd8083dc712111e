"""Things of the scene by a part of their names: "the player" for the player capsule, "two enemies"
of the enemy cubes.

What belongs here: such words as the whole name. What does not: names in one word with another
("the shelf" for a bookshelf), which ``edits/references`` knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.edits.commands import command_at
from consumers.lexicon.edits.items import bare_label, things
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_at, noun_row
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.plurals import plural, singular, word_classes
from consumers.lexicon.words.tokens import Line, read
from schemas.edits import SceneItem

_LOOKED_AT = 40
"""Words of a text in which such a name is looked for."""


def named_in_full(text: str, items: Sequence[SceneItem]) -> str:
    """``text`` with the whole name for its first word, where no other thing is meant by that."""
    names = {bare_label(i) for i in things(items)}
    firsts: dict[str, set[str]] = {}
    for name in names:
        if len(name.split()) > 1:
            firsts.setdefault(name.split()[0], set()).add(name)
    for first, whole in firsts.items():
        if len(whole) == 1:
            text = _replaced(text, first, next(iter(whole)), names)
    return text


def _replaced(text: str, first: str, whole: str, names: set[str]) -> str:
    rest = whole.removeprefix(first).strip()
    if first in names or not first.isalpha() or rest.startswith("of "):
        return text
    if not _is_free(first, names) or not _is_head(text, first):
        return text
    several = f"{first} {plural(singular(rest))}"
    ahead = (
        rf"(?! (?:{re.escape(rest.split()[0])}|{re.escape(plural(singular(rest)).split()[0])})\b)"
    )
    text = re.sub(rf"\b{plural(first)}\b{ahead}(?!['’])", several, text, flags=re.I)
    return re.sub(rf"\b{first}\b{ahead}(?!['’])", whole, text, flags=re.I)


def _is_head(text: str, word: str) -> bool:
    """Whether ``word`` stands in ``text`` as what a phrase is about: "the player"."""
    if re.search(rf"\b(?:{word}|{plural(word)})\b", text, re.I) is None:
        return False
    line = read(text)
    known = noun_at(Line((word,)), 0) is not None  # "add a player" may be anybody
    at = 0
    while at < min(len(line), _LOOKED_AT):
        found = phrase_at(line, at, plain=True)
        if found is not None and singular(found[0].head) == word:
            return _is_there(found[0]) or not known
        at = found[1] if found is not None else at + 1
    return False


def _is_there(phrase: Phrase) -> bool:
    return phrase.definite or (phrase.bare and not phrase.plural)


def _is_free(word: str, names: set[str]) -> bool:
    """Whether a word of a name is nothing else by itself: no thing that the tables know, no look,
    no place, no word of grammar, and no part of another thing's name."""
    said = Line((word,))
    if color_at(said, 0) is not None or material_at(said, 0) is not None:
        return False
    if word in wc.FUNCTION | wc.DETERMINERS | wc.PREPOSITIONS | wc.SHELL.keys() | wc.SPOTS:
        return False
    if named_setting(word) is not None or len(word) < 4:
        return False
    classes = word_classes(word)
    if "NOUN" not in classes or "ADJ" in classes or command_at(said, 0) is not None:
        return False
    known = noun_at(said, 0)
    row = noun_row(known.noun) if known is not None else None
    if known is not None and (row is None or row.category != "person"):
        return False
    return sum(word in name.split() for name in names) == 1
