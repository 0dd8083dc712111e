"""How things lie or hang that a scene can not show: "upside down", "on its side", "half buried".

What belongs here: words that say how something is posed, which no layout keeps, so that a note
says so. What does not: places, and looks that are part of a thing's name ("an overturned chair").
"""

from __future__ import annotations

import re

from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.sentence import Sentence
from consumers.lexicon.words.tokens import Line

_DEGREES = r"(?:\d+|forty five|thirty|sixty|ninety) degrees?"
_MANNER = re.compile(
    r"(?:lying |lies |turned |tipped |placed |standing |hanging |set |parked |sitting )?"
    r"(?:upside down|wrong way up"
    r"|on (?:its|their|his|her) sides?(?! of)"
    r"|(?:lying|lies|flat) on (?:its|their|his|her) (?:backs?|bell(?:y|ies))"
    rf"|at an? (?:slight |steep |jaunty |right |odd |{_DEGREES} )?angle|at {_DEGREES}"
    r"|(?:tipped|knocked|toppled|fallen|turned) over|overturned|askew|crooked|slanted"
    r"|rolled up|folded up|half (?:open|buried|hidden|submerged|sunk|sunken)|ajar"
    r"|(?:ankle|knee|waist|chest|neck) deep)(?= |$)"
)


def manner_at(line: Line, at: int) -> int | None:
    """The index after "upside down" and the like at ``at``."""
    found = line.match(_MANNER, at)
    return None if found is None else found[1]


class Manners:
    """Reads how things are posed; ``reading`` is shared with the reader."""

    def __init__(self, line: Line, reading: Reading) -> None:
        self.line, self.reading = line, reading

    def read(self, at: int, state: Sentence) -> int | None:
        """Read "upside down" at ``at`` and say that it is not kept; the index after it."""
        found = self.line.match(_MANNER, at)
        if found is None or not state.subjects or state.joined:
            return None
        label = self.reading.things[state.subjects[-1]].phrase.label
        note = f"Shown as it usually is, and not {found[0].group()}: {label}."
        if note not in self.reading.notes:
            self.reading.notes.append(note)
        return found[1]
