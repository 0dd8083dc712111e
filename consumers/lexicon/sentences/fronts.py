"""What can be turned to something, by what it is: a bench faces the pond, a tree does not.

What does not belong here: which way things are turned, which is in ``turns``.
"""

from __future__ import annotations

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.words.gazetteer import noun_row


def looks_about(phrase: Phrase) -> bool:
    """Whether it has eyes, or is sat on, so that it is what faces something."""
    row = noun_row(phrase.noun)
    return row is not None and (row.seat or row.category in {"person", "animal"})


def is_turned(phrase: Phrase) -> bool:
    """Whether it has a front that can be turned to something: no tree, no fountain."""
    row = noun_row(phrase.noun)
    turned = {"furniture", "appliance", "electronics", "vehicle", "toy", "person", "animal"}
    return row is not None and row.category in turned and row.placement != "wall"


_HELD = frozenset({"tool", "toy", "kitchenware", "food", "decor", "plant"})
_LONGEST_HELD = 2.2
"""Metres up to which a thing is held."""
_FIGURES = frozenset({
    "scarecrow", "snowman", "mannequin", "robot", "statue", "teddy bear", "doll", "skeleton",
    "bust", "puppet", "gnome", "garden gnome", "alien", "ghost",
})  # fmt: skip


def is_figure(phrase: Phrase) -> bool:
    """Whether it is somebody or looks like somebody, who wears things."""
    return is_somebody(phrase.noun, phrase.head)


def is_somebody(noun: str, name: str) -> bool:
    """The same by the noun of a thing and what it is called."""
    row = noun_row(noun)
    figure = row is not None and (row.category in {"person", "animal"} or row.name in _FIGURES)
    return figure or not _FIGURES.isdisjoint(name.split()[-1:])


def is_held(phrase: Phrase) -> bool:
    """Whether somebody who is said to be with it has it in the hand."""
    row = noun_row(phrase.noun)
    if row is None:
        return False
    return max(row.size) < _LONGEST_HELD and row.category in _HELD and row.placement != "floor"
