"""Who or what lives by a word that no row of the noun table has: a person, a child, a fish.

What belongs here: telling it from the word and from what is said to be done. What does not: the
words that rows have, ``called`` included, which ``nouns`` reads into the table.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from consumers.lexicon.words.plurals import word_classes

DOING = frozenset({
    "kneeling", "kneels", "sitting", "sits", "seated", "reading", "reads", "writing", "writes",
    "sleeping", "sleeps", "talking", "talks", "praying", "prays", "singing", "sings", "dancing",
    "dances", "smiling", "smiles", "waving", "waves", "laughing", "laughs", "crying", "cries",
    "drinking", "drinks", "eating", "eats", "cooking", "cooks", "walking", "walks", "running",
    "shouting", "shouts", "whispering", "whispers", "watching", "watches", "wearing", "wears",
    "dressed", "crouching", "crouches", "bowing", "bows", "begging", "begs", "arguing", "argues",
    "chatting", "chats", "listening", "listens", "speaking", "speaks", "yawning", "yawns",
    "meditating", "meditates", "gazing", "gazes", "staring", "stares", "kissing", "kisses",
})  # fmt: skip
"""What people are said to do, and things are not."""
_AGENT = ("er", "or")
_LIVING = frozenset({
    "old", "young", "elderly", "angry", "sad", "happy", "tired", "sleepy", "friendly", "drunk",
    "smiling", "laughing", "crying", "bearded", "bald", "hooded", "blindfolded", "homeless",
    "pregnant", "grumpy", "nervous", "lonely", "female", "male", "blond", "dreamy", "shy",
})  # fmt: skip
"""What only people are: "a grumpy planner"; of "old" and the like, an agent noun is one."""
_ANY = frozenset({"old", "young", "happy", "sad", "friendly", "lonely", "sleepy", "tired"})
"""Said of things too, so they tell by themselves nothing of a word that is no agent noun."""
ONLY_PEOPLE = DOING - {
    "sitting", "sits", "seated", "running", "walks", "walking", "sleeping", "sleeps", "watching",
    "bowing", "bows", "singing", "sings", "eating", "eats", "talking", "talks", "dancing", "dances",
}  # fmt: skip
"""What no thing is ever said to do, not even "a printer sits on the desk"."""
_SHORTEST = 6
"""Letters of a word whose ending tells: "mist" is no one."""


def being(head: str, *, plural: bool, described: tuple[str, ...], doing: str, bare: bool) -> str:
    """The row of the noun table that draws who ``head`` (singular, no row's name) names, or "".

    ``described``: the words before it. ``doing``: the word after the phrase. ``bare``: nothing
    stands before it ("Romeo kneels"), as with names.
    """
    known = _heads().get(head) or (_peoples().get(head) if plural else None)
    if known:
        return known
    word = head.rpartition(" ")[2]
    if word in _given() and not plural:
        return "person"
    ended = _ended(word)
    if ended:
        return ended
    classes = word_classes(word)
    acts = doing in DOING
    if word.endswith(_AGENT) and len(word) >= _SHORTEST and (acts or set(described) & _LIVING):
        return "person"
    if set(described) & (_LIVING - _ANY) and classes <= {"NOUN"} and classes:
        return "person"
    return "person" if bare and acts and not classes and word.isalpha() else ""


def company(words: str) -> tuple[str, int] | None:
    """Who makes up what ``words`` end in, and how many stand for them: "choir", six singers."""
    parts = words.split(" ")
    ends = (" ".join(parts[-length:]) for length in (2, 1))
    found = next((_table()["companies"][end] for end in ends if end in _table()["companies"]), None)
    return (found[0], found[1]) if found else None


def _ended(word: str) -> str:
    """What a word's ending says: "zoologist", "tinsmith", "chainwoman", "lungfish"."""
    classes = word_classes(word)
    if len(word) < _SHORTEST or word in _else() or (classes and "NOUN" not in classes):
        return ""
    found = [end for end in _endings() if word.endswith(end) and word != end]
    return _endings()[max(found, key=len)] if found else ""


def called() -> dict[str, tuple[str, ...]]:
    """Further names of rows of the noun table: "blacksmith" of person."""
    return {row: tuple(words) for row, words in _table()["called"].items()}


def is_given(word: str) -> bool:
    """Whether ``word`` is a first name that is no other word."""
    return word in _given()


@cache
def _heads() -> dict[str, str]:
    return {word: row for row, words in _table()["heads"].items() for word in words}


@cache
def _peoples() -> dict[str, str]:
    return {word: row for row, words in _table()["plural_heads"].items() for word in words}


@cache
def _given() -> frozenset[str]:
    return frozenset(_table()["given"]["names"])


@cache
def _endings() -> dict[str, str]:
    return {end: row for row, ends in _table()["endings"].items() for end in ends}


@cache
def _else() -> frozenset[str]:
    return frozenset(_table()["else"]["words"])


@cache
def _table() -> dict[str, Any]:
    text = files("consumers.lexicon.words").joinpath("beings.toml").read_text("utf-8")
    return tomllib.loads(text)
