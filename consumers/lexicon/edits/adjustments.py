"""What words that only make sense after a change can want of it, as values.

What does not belong here: reading them, which is in ``adjusting``.
"""

from __future__ import annotations

from dataclasses import dataclass

from consumers.lexicon.edits.amending import Denied, Rather
from consumers.lexicon.edits.undoing import Undo
from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.words.tokens import Line


@dataclass(frozen=True, slots=True)
class Again:
    """The last change once more, ``share`` times as strong; ``instead``: in its stead; ``graded``:
    it must be one that there can be more or less of."""

    share: float = 1.0
    instead: bool = False
    graded: bool = False


@dataclass(frozen=True, slots=True)
class Instead:
    """The last change, but of what ``phrase`` means."""

    phrase: Phrase


@dataclass(frozen=True, slots=True)
class MoreOf:
    """``many`` more of what the last change was about."""

    many: int


@dataclass(frozen=True, slots=True)
class First:
    """Take ``undo`` back, then do what ``rest`` says."""

    undo: Undo
    rest: Line


@dataclass(frozen=True, slots=True)
class Further:
    """The last command once more, but for what ``rest`` says: "and the oven too"."""

    rest: Line


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The last change, but with the place, the way or the measure that ``rest`` says."""

    rest: Line


@dataclass(frozen=True, slots=True)
class Spared:
    """The last change, but not of what ``rest`` names."""

    rest: Line


@dataclass(frozen=True, slots=True)
class Meant:
    """What ``rest`` says, in the stead of the last change; only of one that was about ``about``,
    where that is said not to be meant."""

    about: Phrase | None
    rest: Line


@dataclass(frozen=True, slots=True)
class Onward:
    """A ``command`` about what was changed last, which it calls "it"."""

    command: Line


Adjusting = (
    Again
    | Instead
    | MoreOf
    | First
    | Further
    | Elsewhere
    | Spared
    | Rather
    | Denied
    | Meant
    | Onward
)
