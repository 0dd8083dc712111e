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
