"""What "the ..." names among the things of a text: the same words, a short name, the group.

What belongs here: finding a thing that was named before. What does not: pronouns, and what is new,
which are in ``discourse``.
"""

from __future__ import annotations

from collections.abc import Callable

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.alike import is_another, is_short_for, same_kind
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.words.plurals import singular

_GROUPS = frozenset({
    "grid", "row", "line", "pile", "stack", "heap", "circle", "ring", "group", "cluster", "array",
    "block", "column", "pyramid", "collection", "arrangement",
})  # fmt: skip
"""What several things together are called afterwards."""


class Before:
    """Looks among the things of ``reading``; ``mentions``: indices in the order said."""

    def __init__(self, reading: Reading, mentions: list[int]) -> None:
        self.reading, self.mentions = reading, mentions

    def alike(self, phrase: Phrase) -> int | None:
        """A thing named before in the same words, or at least by the same noun; for "the tub" also
        one whose name ends so ("bathtub")."""
        found = self._alike(phrase, same_kind)
        return found if found is not None else self._alike(phrase, is_short_for)

    def kin(self, phrase: Phrase, index: int) -> list[int]:
        """All that "each table" names beside thing ``index``: two round ones and three square ones,
        or those that stand on the left and those on the right."""
        found: list[int] = []
        for i, thing in enumerate(self.reading.things):
            alike = same_kind(thing.phrase, phrase) and thing.alias is None and not thing.implied
            alike = alike and phrase.color in {None, thing.phrase.color}
            alike = alike and phrase.material in {None, thing.phrase.material}
            if i != index and alike and set(phrase.described) <= set(thing.phrase.described):
                found.append(i)
        return found

    def named_in(self, phrase: Phrase) -> int | None:
        """What has the word in its name: "the dome" of a dome habitat, where no other thing is
        called so."""
        if phrase.noun or not phrase.definite or phrase.many:
            return None
        labels = {i: self.reading.things[i].phrase.label.split() for i in self.mentions}
        return next((i for i in reversed(self.mentions) if phrase.head in labels[i]), None)

    def grouped(self, phrase: Phrase) -> int | None:
        """The things that "the grid", "the rows" or "the pile" are of."""
        word = singular(phrase.head)
        if phrase.noun or word not in _GROUPS or not phrase.definite:
            return None
        rows = {k.subject for k in self.reading.links if k.spread == "group"}
        return next(
            (
                i
                for i in reversed(self.mentions)
                if self._many(i) and (i in rows or self.reading.things[i].phrase.grouped_as
                                     or self.reading.things[i].phrase.group)
            ),
            None,
        )  # fmt: skip

    def _alike(self, phrase: Phrase, is_kind: Callable[[Phrase, Phrase], bool]) -> int | None:
        alike = [
            i
            for i, thing in enumerate(self.reading.things)
            if is_kind(thing.phrase, phrase)
            and not (phrase.rank and thing.phrase.rank and phrase.rank != thing.phrase.rank)
            and not (thing.count > 1 and is_another(thing.phrase, phrase))
            and (phrase.color is None or thing.phrase.color == phrase.color)
            and (phrase.material is None or thing.phrase.material == phrase.material)
        ]
        if not alike:
            return None
        if phrase.many:
            alike = [i for i in alike if self.reading.things[i].alias is None] or alike
        # Pallets and crates have one model: the word that was said tells them apart.
        alike = [i for i in alike if self.reading.things[i].phrase.head == phrase.head] or alike
        if phrase.ordinal and len(alike) > 1:
            place = phrase.ordinal - 1 if phrase.ordinal > 0 else len(alike) - 1
            return alike[min(place, len(alike) - 1)]
        wanted = set(phrase.described)
        same_words = [i for i in alike if wanted <= set(self.reading.things[i].phrase.described)]
        return (same_words or alike)[-1]

    def _many(self, index: int) -> bool:
        thing = self.reading.things[index]
        return thing.count > 1 or (thing.phrase.plural and thing.alias is None)
