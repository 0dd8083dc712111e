"""Words that were not read though they may say which things a command means: then it is not done.

A wrong change costs more than a question. What belongs here: telling that what is left of a command
narrows what it is about. What does not: reading it, which is in ``selection`` and ``references``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.edits.items import things
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.words.tokens import Line
from consumers.lexicon.words.wordclasses import SPOTS
from schemas.edits import SceneItem

_CLOSING = re.compile(
    r"(?:please|now|again|at once|right away|immediately|too|also|and|then|because|since|as|so|in"
    r"|from|here|there|away|out|off|completely|entirely|i|it|they|we|but|except|besides|apart|other"
    r"|save|not|that is|[.!,;])(?= |$)"
)
"""Words after "everything" that do not say which things are meant, or are read elsewhere."""
_PLACES = SPOTS | {"place", "spot", "position"}
_SHOWN = 40
"""Characters of unread words that an answer repeats."""


def unread(items: Sequence[SceneItem], tail: Line, finder: Finder) -> str | None:
    """Why ``items`` are not removed: they would be all that there is, and ``tail``, the words left,
    may say which ("everything the cat broke"). None where nothing is in doubt."""
    everything = len(items) > 1 and len(items) == len(things(finder.items))
    if not everything or not len(tail) or _CLOSING.match(tail.text):
        return None
    said = tail.text[:_SHOWN].strip()
    return (
        f'I did not understand what "{said}" says of the things to remove, and removed none.'
        " Name them, or say where they are."
    )


def is_place(phrase: Phrase) -> bool:
    """Whether a phrase names no thing but where one is to be: "the other side", "its old place"."""
    return not phrase.noun and phrase.head in _PLACES
