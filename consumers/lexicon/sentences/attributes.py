"""What "is red", "are made of wood" and the like say of the things of a sentence.

What belongs here: whom it is about. What the words say is read in ``predicates``.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.sentences import ground
from consumers.lexicon.sentences.comparisons import Comparisons
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.predicates import Predicate, described, predicate_at
from consumers.lexicon.sentences.reading import Look, Reading
from consumers.lexicon.sentences.sentence import Sentence
from consumers.lexicon.words.gazetteer import noun_at
from consumers.lexicon.words.looks import material_color
from consumers.lexicon.words.measures import SIZE_WORDS
from consumers.lexicon.words.tokens import Line


class Attributes:
    """Reads what is said of things; ``reading`` and ``talk`` are shared with the reader."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse) -> None:
        self.line, self.reading, self.talk = line, reading, talk
        self.comparisons = Comparisons(line, reading, talk)

    def read(self, at: int, state: Sentence) -> int | None:
        """Read "red", "round and made of wood, 2 m tall" at ``at``; the index after it."""
        found = predicate_at(self.line, at)
        if found is None:
            return None
        predicate, stop = found
        looks = predicate.looks
        if noun_at(self.line, stop) is not None and self.line.at(stop - 1) in SIZE_WORDS:
            return None  # "in front is little table"
        if state.shell and looks is not None:
            own = material_color(looks.material) if looks.material else None
            ground.paint(self.reading, state.shell, looks.color or own)
            ground.raise_ceiling(self.reading, state.shell, looks.extent)
        elif state.subjects:
            for index in state.subjects:
                self._describe(index, predicate, state)
        elif self.reading.setting_phrase is not None and looks is not None and looks.extent.said:
            self.reading.setting_phrase = replace(self.reading.setting_phrase, extent=looks.extent)
        else:
            return None
        return stop

    def _describe(self, index: int, predicate: Predicate, state: Sentence) -> None:
        """Note what is said of thing ``index``; of a member, as its own looks."""
        thing = self.reading.things[index]
        looks = predicate.looks
        if looks is not None:
            self.comparisons.note(index, looks.beside, state)
        if thing.alias is None:
            thing.phrase = described(thing.phrase, predicate)
        elif looks is not None:
            self.talk.vary(index, Look(looks.color, looks.material, "", looks.extent, thing.beside))
