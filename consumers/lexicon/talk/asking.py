"""A question at hand: its words, the things of the scene, and finding the ones that it names.

What belongs here: what every kind of question needs. What does not: any answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from consumers.lexicon.edits.items import contents, label_of, listed, things, with_article
from consumers.lexicon.edits.pointing import by_name
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.fronts import is_somebody
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem
from schemas.ids import NodeId

ROOM = re.compile(
    r"(?:the |this |my |our |whole |entire )*(?:scene|room|floor|ground|space|place|area|house"
    r"|garden|kitchen|bedroom|bathroom|office|living room|hall|ceiling)\b"
)
_GENERIC = frozenset(
    {"thing", "object", "item", "one", "piece", "stuff", "everything", "furniture"}
)
_MOST_NAMED = 8


@dataclass(frozen=True)
class Asked:
    """``line``: the question from its first word of asking on, without its mark. ``about``: what
    "it" and "they" are."""

    line: Line
    items: tuple[SceneItem, ...]
    about: tuple[NodeId, ...] = ()

    @property
    def text(self) -> str:
        return self.line.text

    @cached_property
    def finder(self) -> Finder:
        return Finder(self.items, self.about)

    @cached_property
    def things(self) -> list[SceneItem]:
        """What is no part of the room."""
        return things(self.items)

    def _the_only_one(self) -> list[SceneItem]:
        """Whom "he" and "she" mean where there is only one person or animal."""
        alive = [i for i in self.things if is_somebody(i.noun, label_of(i))]
        return alive if len(alive) == 1 else []

    def word(self, offset: int) -> int:
        """The first word after the character ``offset`` of the text."""
        return len(self.text[:offset].split())

    def named(self, at: int) -> tuple[Phrase, list[SceneItem], int] | None:
        """The things that the phrase at word ``at`` names, and the word after it.

        All of them, where several fit; none where there is no such thing.
        """
        found = phrase_at(self.line, at, plain=True)
        if found is None:
            return None
        phrase, stop = found
        exact = by_name(self.line, at, self.items)
        if exact is not None:
            return phrase, [exact[0]], exact[1]
        if phrase.pronoun and phrase.head != "one":
            lone = self._the_only_one() if phrase.head in _SOMEBODY else []
            if not self.about and phrase.head in _POINTING and not lone:
                return None  # nobody knows what
            return phrase, lone or self.finder.find(phrase), stop
        if phrase.rank or phrase.ordinal:
            return phrase, self.finder.find(phrase), stop
        said = phrase.said.removeprefix("any ")
        group = replace(phrase, said=said, quantifier="all", definite=True)
        return phrase, self.finder.find(group), stop

    def subject(self, at: int, most: int = 4) -> tuple[Phrase, list[SceneItem], int] | None:
        """As ``named``, at ``at`` or up to ``most`` words later."""
        for start in range(at, min(len(self.line), at + most)):
            if self.line.at(start) in _SKIPPED:
                continue
            found = self.named(start)
            if found is not None:
                return found
        return None


_SOMEBODY = frozenset({"he", "she", "him", "her"})
_POINTING = frozenset({"it", "they", "them", "he", "she", "him", "her"})
_SKIPPED = frozenset({"is", "are", "was", "were", "do", "does", "did", "of", "there", "exactly"})


def is_generic(phrase: Phrase) -> bool:
    """Whether it names things as such: "the biggest thing"."""
    return singular(phrase.head) in _GENERIC


def none_of(phrase: Phrase, items: Sequence[SceneItem]) -> str:
    """That there is no such thing, and what there is."""
    there = contents(items)
    label = singular(phrase.label) if phrase.plural else phrase.label
    return f"There is no {label} in the scene." + (f" It has {there}." if there else "")


def the(items: Sequence[SceneItem]) -> str:
    """ "the red sofa", "the 4 chairs", "the sofa and the 2 lamps"."""
    return listed([f"the {n} {plural(k)}" if n > 1 else f"the {k}" for k, n in _counted(items)])


def some(items: Sequence[SceneItem]) -> str:
    """ "a vase, 2 books and a lamp"; "and more" after eight."""
    named = [f"{n} {plural(k)}" if n > 1 else with_article(k) for k, n in _counted(items)]
    if len(named) > _MOST_NAMED:
        return f"{', '.join(named[:_MOST_NAMED])} and more"
    return listed(named)


def begun(text: str) -> str:
    """With a capital letter."""
    return text[:1].upper() + text[1:]


def be(items: Sequence[SceneItem]) -> str:
    return "is" if len(items) == 1 else "are"


def _counted(items: Sequence[SceneItem]) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for item in items:
        counts[label_of(item)] = counts.get(label_of(item), 0) + 1
    return list(counts.items())
