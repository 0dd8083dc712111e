"""Parts as places: "on its head", "on a branch", "from its beam" are at the one whose part it is.

What belongs here: which words are parts, and of what. What does not: who stands there.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.attachment import is_alive, size_of
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.fronts import is_figure
from consumers.lexicon.sentences.places import Place
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.sentence import Sentence
from consumers.lexicon.sentences.targets import IT
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind

_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_BODY = frozenset({
    "head", "hand", "lap", "back", "shoulder", "arm", "neck", "foot", "face", "nose", "mouth",
    "paw", "tail", "wing", "top", "side", "roof", "seat", "middle", "centre", "center", "edge",
    "elbow", "leg", "knee", "base", "rib", "chest", "belly", "beak", "claw", "hip", "waist",
    "ankle", "wrist", "finger", "chin", "cheek", "ear", "horn", "antler", "trunk", "rim", "lip",
})  # fmt: skip


_WHOLES = {
    "branch": ("plant",), "trunk": ("plant",), "roof": ("building", "structure", "vehicle"),
    "balcony": ("building",), "deck": ("vehicle",), "mast": ("vehicle",), "door": ("building",),
    "entrance": ("building",), "doorstep": ("building",), "porch": ("building",),
    "chimney": ("building",), "doorway": ("building",),
    "seat": ("vehicle",), "saddle": ("vehicle",), "handlebar": ("vehicle",),
    "bonnet": ("vehicle",), "hood": ("vehicle",), "bumper": ("vehicle",),
    "bunk": ("bunk bed",), "mantelpiece": ("fireplace",), "mantel": ("fireplace",),
    "hearth": ("fireplace",), "mantle": ("fireplace",),
}  # fmt: skip
"""What kind of thing, or which, a part is of."""


class Ownership:
    """Finds whose part something is; ``reading`` and ``talk`` are shared with the reader."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse) -> None:
        self.line, self.reading, self.talk = line, reading, talk

    def whole(self, part: Phrase) -> int | None:
        """The thing named last that has such a part: the tree of "a branch"."""
        categories = _WHOLES.get(singular(part.head), ())
        if self.talk.named_before(part):
            return None
        for index in reversed(self.talk.mentions):
            row = noun_row(self.reading.things[index].phrase.noun)
            if row is not None and {row.category, row.name} & set(categories):
                return index
        return None

    def owner(
        self, place: Place, at: int, state: Sentence
    ) -> tuple[Place, tuple[int, ...], int] | None:
        """ "on its head", "in his hand": at the one whose part it is; the index after the part."""
        found = phrase_at(self.line, at)
        if self.line.at(at) not in _POSSESSIVES or found is None:
            return None
        head = singular(found[0].head)
        part = head in wc.SPOTS | _BODY | frozenset(_WHOLES)  # "on its top shelf"
        part = part or (head in wc.PARTS and not found[0].noun)
        owner = replace(IT, head="him") if self.line.at(at) in {"his", "her"} else IT
        subject = state.subjects[-1:]
        owners = self.talk.meant(
            owner, host=state.host, subjects=state.subjects, exclude=subject, topic=state.topic
        )
        if not owners or not subject:
            return None
        if not part and not self._is_part(found[0], owners[0]):
            return None
        state.served = state.served or list(owners) == [state.host]
        held = is_figure(self.reading.things[owners[0]].phrase) and place.kind is Kind.IN
        if held or place.kind is Kind.BETWEEN:
            place = replace(place, kind=Kind.NEXT_TO)
        state.topic = list(owners)
        return place, tuple(owners), found[1]

    def _is_part(self, phrase: Phrase, owner: int) -> bool:
        """Whether "its beam" is a part of a well: what is no smaller than a thing that is not
        alive is no other thing of it."""
        own = self.reading.things[owner].phrase
        if not phrase.noun or is_alive(own) or noun_row(own.noun) is None:
            return False
        if self.talk.named_before(replace(phrase, definite=True)):
            return False
        return max(size_of(phrase)) >= max(size_of(own))
