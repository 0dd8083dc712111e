"""What words say to be in the scene, held against what is: "there are two sofas", "I added a cat".

For what a language model says of a scene whose things are known. What can not be read is let pass:
only a thing that is not there, a number that is not theirs, or a thing that is there still where it
is said to be gone, is found. What does not belong here: whether anything was done (``claims``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from consumers.lexicon.edits.items import things
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.words.measures import UNSAID
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import STOPS, Line, read
from schemas.edits import SceneItem

_PLACE = (
    r"(?:the|your|this|our) (?:\w+ )?(?:scene|room|garden|kitchen|bedroom|bathroom|office|hall"
    r"|place|house|park|cafe|bar|classroom|yard|street)"
)
_THERE = re.compile(
    r"\b(?:there (?:is|are)(?: now| also| currently| already)*"
    rf"|{_PLACE} (?:now |already |also |currently )*(?:has|have|contains?|holds?|includes?)"
    r"(?: now)?"
    r"|you (?:now |already )?have|it (?:now |already )?(?:has|contains|holds|includes))(?= )"
)
_ADDED = re.compile(
    r"\b(?:i|we)(?: have| had)?(?: \w+ly| now| just| also| gone ahead and| then)*"
    r" (?:added|placed|put|created|made|built|generated|hung|inserted|installed)(?= )"
)
_REMOVED = re.compile(
    r"\b(?:i|we)(?: have| had)?(?: \w+ly| now| just| also| gone ahead and| then)*"
    r" (?:removed|deleted|erased|taken out|took out|taken away|took away)"
    r"(?= (?:the|your|all|both) )"
)
_UNREAL = re.compile(
    r"\b(?:if|unless|when|once|not|never|nothing|can|could|would|should|shall|may|might|will|like"
    r"|maybe|perhaps|usually|often|typically|imagine|example|before|until|was|were|no longer)\b"
)
_PLACED = frozenset({
    "on", "in", "at", "by", "near", "next", "under", "behind", "beside", "around", "between",
    "above", "below", "of", "with", "against", "along", "left", "right", "that", "which", "to",
})  # fmt: skip
_IN_ALL = re.compile(rf"in (?:{_PLACE}|it|here)\b")
_AND = frozenset({",", "and", "as", "well", "plus", "also"})
MOST_TOLD = 4


def contradicted(words: str, items: Sequence[SceneItem], *, made: bool = True) -> list[str]:
    """What of ``words`` the scene's ``items`` contradict, in words for whoever said it.

    ``made``: whether what was made went into the scene, so that it has to be there.
    """
    finder, told = Finder(tuple(things(items))), list[str]()
    for line in stated(words):
        for phrase, bare in _named(line, _THERE):
            told += _not_there(phrase, finder, bare=bare)
        if made:
            for phrase, _ in _named(line, _ADDED):
                told += _not_there(phrase, finder, bare=False)
        for phrase, bare in _named(line, _REMOVED):
            if bare and phrase.noun and finder.fitting(replace(phrase, quantifier="all")):
                told.append(f"{phrase.said!r} is still in the scene")
    return list(dict.fromkeys(told))[:MOST_TOLD]


def _not_there(phrase: Phrase, finder: Finder, *, bare: bool) -> list[str]:
    have = len(finder.fitting(_kind(phrase)))
    noun = phrase.noun or singular(phrase.head)
    if not phrase.noun and not have:
        return []  # a nice mood, or a thing that has no name here
    if phrase.quantifier == "no":
        return [f"there is {_counted(have, noun)}"] if bare and have else []
    least = phrase.count if phrase.counted else 2 if phrase.plural and bare else 1
    exact = phrase.counted and bare and phrase.count > 1
    if have < least or (exact and have != phrase.count):
        return [f"there is {_counted(have, noun)}"]
    return []


def _kind(phrase: Phrase) -> Phrase:
    """Any thing of the kind, whatever it looks like: looks are told in too many ways."""
    return replace(
        phrase, color=None, colors=(), material=None, described=(), extent=UNSAID, quantifier="all"
    )


def _counted(many: int, noun: str) -> str:
    return f"no {noun} in the scene" if not many else f"{many} x {noun}, not more, in the scene"


def _named(line: Line, said: re.Pattern[str]) -> Iterator[tuple[Phrase, bool]]:
    """The things listed behind ``said``, each with whether nothing says more of which."""
    for found in said.finditer(line.text):
        if _UNREAL.search(line.text[: found.start()]):
            continue
        at = len(line.text[: found.end()].split())
        while at < len(line):
            read_one = phrase_at(line, at, plain=True)
            if read_one is None or read_one[0].pronoun:
                break
            phrase, at = read_one
            whole = line.match(_IN_ALL, at) is not None
            yield phrase, whole or line.at(at) not in _PLACED
            while line.at(at) in _AND:
                at += 1


def stated(words: str) -> Iterator[Line]:
    """The sentences that state something; questions are left out."""
    line, start = read(words), 0
    for at in range(len(line) + 1):
        word = line.at(at)
        if word and word not in STOPS:
            continue
        if at > start and word != "?":
            yield line.part(start, at)
        start = at + 1
