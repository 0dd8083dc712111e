"""The question which of several things is meant, and reading the answer to it.

"Which of the three chairs: the left one, the middle one or the right one?" is answered by "the left
one", "the second", "both", "all of them": words that take the place of those that were not read.
What does not belong here: when to ask, which is in ``doubts``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from consumers.lexicon.edits.items import label_of
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.quantities import ORDINALS
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

ASKED = "Which of the "
"""How every such question begins."""
_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SHOWN = 30
"""Characters of unread words that a question repeats."""
_MOST_NAMED = 4
_ROW = 0.25
"""Metres by which things must be apart along x to be called left and right."""
_BEGUN = re.compile(
    r"(?:(?:i mean|i meant|i said|oh|well|um|hmm+|sorry|please|just|only|ok|okay|yes|take|it is"
    r"|that is|,|no ,|the one that is|do) )*"
)
_ENDED = re.compile(r"(?: (?:please|thanks|thank you|of course|then|[.!?,]))+$")
_ALL = re.compile(r"(?:all|every one|each|everyone)(?: of (?:them|those|these|the \w+))?|them all")
_ANY = re.compile(
    r"(?:any|either|whichever|no matter(?: which)?|it does not matter|does not matter|i do not care"
    r"|you (?:choose|decide|pick)|a random one|one)(?: (?:of (?:them|those)|one|which|you like))*"
)
_SEVERAL = re.compile(r"(?:both|the two|(?:all )?(?:the )?(two|three|four))(?: of them)?")
_SIDE = re.compile(r"(?:on )?(?:the )?(left|right|middle)(?: (?:one|ones|side))?")
_NTH = re.compile(rf"(?:the |number |no )?({'|'.join(ORDINALS)}|one|two|three|four|\d)(?: one)?")
_ONE = re.compile(r"\bones?\b")


@dataclass(frozen=True, slots=True)
class Question:
    """Which of ``among`` is meant by the words ``start`` to ``stop`` of ``line``, of which "unread"
    nothing is known. ``kind``: what they are called in the singular."""

    line: Line
    start: int
    stop: int
    kind: str
    unread: str
    among: tuple[SceneItem, ...]

    @property
    def text(self) -> str:
        """The question, as a person is asked it."""
        many = len(self.among)
        number = _NUMBERS[many] if many < len(_NUMBERS) else str(many)
        named = _told_apart(self.among)
        choice = f": {', '.join(named[:-1])} or {named[-1]}" if named else ""
        said = self.unread[:_SHOWN].strip()
        return (
            f'{ASKED}{number} {plural(self.kind)}{choice}? I can not tell which is "{said}", so I'
            " changed nothing yet."
        )


def answered(question: Question, said: Line, finder: Finder) -> str:
    """The whole command that ``said`` completes as the answer to ``question``; "" where it is no
    answer to it."""
    begun = _BEGUN.match(said.text + " ")
    text = _ENDED.sub("", said.text[begun.end() :] if begun else said.text).strip()
    thing = _thing(question, text, finder)
    if not thing:
        return ""
    words = question.line.words
    return " ".join((*words[: question.start], thing, *words[question.stop :]))


def _thing(question: Question, text: str, finder: Finder) -> str:
    """The phrase that answers, in full: "the left chair"."""
    kind, many = question.kind, plural(question.kind)
    if _ALL.fullmatch(text):
        return f"all {many}"
    counted = " from the left" if _is_row(question.among) else ""
    if _ANY.fullmatch(text):
        return f"the first {kind}{counted}"
    several = _SEVERAL.fullmatch(text)
    if several is not None:
        number = several.group(1)
        return f"both {many}" if number is None else f"{number} {many}" if number else ""
    side = _SIDE.fullmatch(text)
    if side is not None:
        return f"the {side.group(1)} {many if 'ones' in text else kind}"
    nth = _NTH.fullmatch(text)
    if nth is not None:
        word = nth.group(1)
        order = [o for o in ORDINALS if o != "last"]
        at = int(word) if word.isdigit() else _NUMBERS.index(word) if word in _NUMBERS else 0
        word = order[at - 1] if 0 < at <= len(order) else word
        return f"the {word} {kind}{counted}" if word in ORDINALS else ""
    return _named(question, text, finder)


def _named(question: Question, text: str, finder: Finder) -> str:
    """ "the red one", "the ones by the door", "the chair in the corner", "the red and the blue
    one": words that mean some of those asked about, and nothing else."""
    said = Line(tuple(text.split()))
    if said.at(0) in {"by", "next", "near", "on", "in", "at", "behind", "under", "from"}:
        said = Line(("the", "one", *said.words))
    kind = question.kind
    full = _ONE.sub(lambda found: plural(kind) if found.group() == "ones" else kind, said.text)
    if full.split()[:1] not in (["the"], ["both"], ["all"], ["my"], ["that"], ["this"]):
        full = f"the {full}"
    line = Line(tuple(full.split()))
    first = phrase_at(line, 0, plain=True)
    if first is None or first[0].pronoun:
        return ""
    if not first[0].noun and singular(first[0].head) != kind.split()[-1]:
        line = Line((*line.words, kind))  # "the red"
    chosen = select(line, 0, finder)
    if chosen is None or not chosen.items or chosen.stop < len(line) or chosen.missing:
        return ""
    return line.text if all(i in question.among for i in chosen.items) else ""


def _told_apart(items: Sequence[SceneItem]) -> list[str]:
    """What tells a few things apart in words that the answer may use; empty where nothing does."""
    if not 2 <= len(items) <= _MOST_NAMED:
        return []
    labels = [label_of(i) for i in items]
    looks = all(" " in label for label in labels)
    if looks and len(set(labels)) == len(labels):
        return [f"the {label}" for label in labels]
    if _is_row(items) and len(items) < _MOST_NAMED:
        return ["the left one", *["the middle one"][: len(items) - 2], "the right one"]
    first, *rest = list(ORDINALS)[: len(items)]
    counted = " from the left" if _is_row(items) else ""
    return [f"the {first}{counted}", *(f"the {word}" for word in rest)]


def _is_row(items: Sequence[SceneItem]) -> bool:
    """Whether things stand apart from left to right, so that they can be counted so."""
    across = sorted(i.position.x for i in items)
    return all(b - a > _ROW for a, b in pairwise(across))
