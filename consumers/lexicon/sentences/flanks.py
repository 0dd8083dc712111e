"""The two sides that a sentence tells of: what is on the left and what on the right of its room.

What belongs here: finding both. What does not: what stands between them.
"""

from __future__ import annotations

from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.sentence import Sentence
from schemas.decomposition import RelationKind as Kind


def sides_of(reading: Reading, state: Sentence) -> tuple[int, ...]:
    """The first things on the left and on the right, where the sentence names both sides: "a bed
    in the left corner, a desk and a chair in the right corner, a stove in between"."""
    own: dict[str, int] = {}
    for link in reading.links:
        if link.spread == "shell" and link.subject in state.earlier:
            side = {Kind.LEFT_OF: "left", Kind.RIGHT_OF: "right"}.get(link.kind)
            walls = [w.split("-")[1] for w in link.walls]
            own.setdefault(side or "".join(walls[:1]), link.subject)
    return (own["left"], own["right"]) if {"left", "right"} <= own.keys() else ()
