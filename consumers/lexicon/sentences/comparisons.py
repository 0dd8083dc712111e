"""Sizes told by another thing of the text: "half its height", "as long as the sofa".

What belongs here: which thing is meant, and the size that follows. What does not: the words of the
comparison (``words/proportions``), and what is compared with things in general ("as tall as a
door"), whose size the noun table knows.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.phrases.recipes_of import recipe_of
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.reading import Comparison, Reading
from consumers.lexicon.sentences.sentence import Sentence
from consumers.lexicon.sentences.targets import IT
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.measures import Extent
from consumers.lexicon.words.proportions import SAID, Beside
from consumers.lexicon.words.tokens import Line

_SIDES = ("width", "height", "depth")
_NESTED = 4
"""Comparisons with what is compared itself that are followed."""


class Comparisons:
    """Finds what things are compared with; ``reading`` and ``talk`` are shared with the reader."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse) -> None:
        self.line, self.reading, self.talk = line, reading, talk

    def note(self, index: int, beside: Beside | None, state: Sentence) -> None:
        """Note what thing ``index`` is said beside, where it is a thing of the text."""
        if beside is None:
            return
        last = self.reading.compared
        if beside.axis == SAID and last is not None:
            told: Comparison | None = replace(last, factor=last.factor * beside.factor)
        else:
            other = self._other(index, beside, state)
            axis = "" if beside.axis == SAID else beside.axis
            told = None if other is None else Comparison(axis, beside.factor, other)
        if told is not None:
            self.reading.things[index].beside = self.reading.compared = told

    def _other(self, index: int, beside: Beside, state: Sentence) -> int | None:
        group = self.reading.things[index].alias
        own = {index, *([] if group is None else [group[0]])}
        if beside.at < 0:
            before = [i for i in reversed(self.talk.mentions) if i not in own]
            same = beside.factor == 1.0
            return next((i for i in before if same or self._are_alike(i, index)), None)
        whose = next((i for i in range(beside.at, beside.at + 4) if self.line.at(i) == "'s"), None)
        line = self.line if whose is None else self.line.part(0, whose)  # "the giraffe's height"
        found = phrase_at(line, beside.at)
        phrase = found[0] if found is not None else IT
        word = self.line.at(beside.at)
        if phrase.pronoun or word in {"its", "their", "his", "her"}:
            if phrase.head in {"other", "one"} or phrase.quantifier == "other" or group is not None:
                return None
            meant = self.talk.meant(
                replace(IT, head="it"), host=state.host, exclude=tuple(own), topic=state.topic,
                subjects=state.subjects,
            )  # fmt: skip
            return next((i for i in meant if i not in own), None)
        if not self.talk.named_before(phrase):
            return None
        other = self.talk.refer(phrase)
        self.talk.mentions.pop()
        return other if other not in own else None

    def _are_alike(self, one: int, other: int) -> bool:
        """Whether "half as long", said of a thing, is beside the one named before it."""
        rows = [noun_row(self.reading.things[i].phrase.noun) for i in (one, other)]
        if rows[0] is None or rows[1] is None:
            return False
        return rows[0].category == rows[1].category and one < other


def compare(reading: Reading, seed: int = 0) -> None:
    """Give the things of ``reading`` that are compared with others their sizes (metres)."""
    for _ in range(_NESTED):
        for thing in reading.things:
            if thing.beside is not None:
                thing.phrase = beside_other(thing.phrase, thing.beside, reading, seed)
    for thing in reading.things:
        for place, look in enumerate(thing.variants):
            if look.beside is not None:
                told = beside_other(thing.phrase, look.beside, reading, seed)
                thing.variants[place] = replace(look, extent=told.extent)


def beside_other(phrase: Phrase, said: Comparison, reading: Reading, seed: int) -> Phrase:
    """``phrase`` with the size that the comparison says."""
    other = reading.things[said.target]
    if said.axis == "color":
        looks = other.variants[0] if other.variants else other.phrase
        return replace(phrase, color=looks.color, material=looks.material)
    size = recipe_of(other.phrase, seed).size
    if said.axis == "":
        extent = Extent(longest=max(size) * said.factor)
        return replace(phrase, extent=extent, like="")
    plain = replace(phrase.extent, stretch=(1.0, 1.0, 1.0))
    side = size[_SIDES.index(said.axis)] if said.axis in _SIDES else max(size[0], size[2])
    return replace(phrase, extent=plain.with_axis(said.axis, side * said.factor), like="")
