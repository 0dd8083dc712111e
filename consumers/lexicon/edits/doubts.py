"""Words that were not read though they may say which things a command means: then it is not done.

A wrong change costs more than a question. What belongs here: telling that what is left of a command
narrows what it is about. What does not: reading it, which is in ``selection`` and ``references``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.edits.items import things
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.words.tokens import Line
from consumers.lexicon.words.wordclasses import SPOTS
from schemas.edits import SceneItem

_CLOSING = re.compile(
    r"(?:please|now|again|at once|right away|immediately|too|also|and|then|because|since|as|so|in"
    r"|from|here|there|away|out|off|completely|entirely|i|it|they|we|but|except|besides|apart|other"
    r"|save|not|that is|[.!,;])(?= |$)"
)
"""Words after "everything" that do not say which things are meant, or are read elsewhere."""
_THAT = frozenset({"it", "that", "this", "them", "they", "those", "these"})
_WHOLE = frozenset({"light", "lighting", "sun", "sky", "moon", "scene", "room", "place", "view"})
"""What remarks may be about though no thing of the scene is called so."""
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


def absent(remark: Line, finder: Finder) -> Phrase | None:
    """The thing that a remark is about ("the lamp is ugly"), where the scene has none: then "it"
    afterwards is no other thing. None where it is there, or is no thing with a place of its own."""
    found = phrase_at(remark, 0, plain=True)
    if found is None or not (found[0].definite and found[0].noun) or found[0].pronoun:
        return None
    phrase = found[0]
    of_the_whole = phrase.head in _WHOLE or named_setting(phrase.head) is not None
    return None if of_the_whole or finder.find(phrase) else phrase


def is_of_that(said: Line) -> bool:
    """Whether a command is about what was named before alone: "remove it", "make them bigger"."""
    found = next((f for at in range(len(said)) if (f := phrase_at(said, at))), None)
    return found is not None and found[0].pronoun and found[0].head in _THAT
