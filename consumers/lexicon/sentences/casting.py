"""What a noun phrase is in this text: a thing, the scene itself, a part of what was named.

What belongs here: what the words and things around a phrase make of it. What does not: what its
own words say, which is in ``roles``.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences import ground
from consumers.lexicon.sentences.attachment import is_tableware
from consumers.lexicon.sentences.clauses import WHOLES, Clauses
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.roles import Role, role_of
from consumers.lexicon.sentences.sentence import Sentence
from consumers.lexicon.sentences.settings import seen_place, setting_of
from consumers.lexicon.sentences.terrain import is_ground
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.nouns import Noun
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.quantities import SEVERAL
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind

_COOKING = frozenset({"fridge", "stove", "oven", "dishwasher"})
_EATING = frozenset({"kitchen", "restaurant", "dining room", "bar", "cafe", "pub"})


_BUILT = frozenset({"window", "chimney", "roof", "balcony", "porch", "shutter", "pillar"})
"""Parts of what is built, and of no furniture: "a desk with a chair and a window"."""


def _may_have(row: Noun, part: str) -> bool:
    """Whether a part is one of such a thing, and not of the room that it is in."""
    furnishing = row.category in {"furniture", "appliance"}
    if singular(part) in _BUILT:
        return not furnishing
    return singular(part) != "door" or not furnishing or row.hollow or row.top != 1.0


class Casting:
    """Tells what phrases are; ``reading`` and ``talk`` are shared with the reader."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse) -> None:
        self.line, self.reading, self.talk = line, reading, talk
        self.clauses = Clauses(line, reading, talk)

    def role(self, phrase: Phrase, stop: int) -> Role:
        """What ``phrase``, which ends before ``stop``, is."""
        role = role_of(phrase, setting_known=self.reading.has_place)
        if role in {"thing", "setting"} and seen_place(phrase) is not None and self.line.at(stop):
            if self.reading.setting is None:
                ground.note(self.reading, "setting", phrase)
            return "thing"
        if role == "light" and self._is_lamp(phrase, stop):
            return "thing"
        if role == "setting" and ground.is_building_there(self.reading, phrase):
            return "thing"  # "a village with a post office"
        first = not self.reading.things and self.reading.setting is None and not phrase.many
        if role == "thing" and first and phrase.noun == "farm field" and phrase.head == "field":
            return "setting"  # "a field with three cows"
        if role == "thing" and is_ground(self.reading, phrase):
            return "nothing"
        if role == "shell" and ground.is_wall_there(self.reading, phrase):
            return "thing"  # "a pasture with a stone wall"
        if role == "thing" and phrase.head == "lawn" and not self.reading.things and (
            self.line.at(stop) in wc.HAVING):  # fmt: skip
            return "setting"
        if role == "thing" and phrase.noun and not self.reading.things:
            # "a garage with a car": the name of a building that is the scene itself.
            found = setting_of(phrase)
            row = found[0] if found else None
            told = self.clauses.after_time(stop)
            follows = self.line.at(told) in wc.HAVING or self.line.at(told) == ":"
            if phrase.noun == "wall" and follows:
                return "shell"
            headed = self.line.at(told) == "," and phrase.bare and told == len(phrase.said.split())
            follows = follows or (headed and row is not None and row.kind == "room")
            longer = found is not None and len(found[1].split()) > len(phrase.head.split())
            inside = (row and (row.building == "with" or longer)) or self.clauses.is_furnished(
                row, told
            )
            if inside and follows and self.reading.setting is None:
                return "setting"
        return role

    def _is_lamp(self, phrase: Phrase, stop: int) -> bool:
        """ "a light on the desk" is a lamp, "a light from above" is light."""
        place = place_at(self.line, stop)
        if phrase.noun != "lamp":
            return False
        if place is None:
            return phrase.counted and not phrase.looks
        return place[0].kind not in {Kind.ABOVE, Kind.IN, Kind.NEAR, None}

    def is_own_part(self, phrase: Phrase, stop: int, state: Sentence) -> bool:
        """ "the desk has two drawers": parts of the host, where no place is said of them."""
        host = state.host
        if singular(phrase.head) not in wc.PARTS:
            return False
        if host is None:
            return self.clauses.is_told_of(phrase, stop, state)
        row = noun_row(self.reading.things[host].phrase.noun)
        whole = row is not None and row.category in WHOLES and _may_have(row, phrase.head)
        return whole and place_at(self.line, stop) is None

    def in_company(self, phrase: Phrase) -> Phrase:
        """ "glasses" are what one drinks from beside plates or in a place where people eat; a sink
        in a kitchen, or beside a stove, is a kitchen's."""
        row = self.reading.setting
        if phrase.noun == "sink" and phrase.head == "sink":
            cooking = any(thing.phrase.noun in _COOKING for thing in self.reading.things)
            there = cooking or (row is not None and row.name == "kitchen")
            return replace(phrase, noun="kitchen sink") if there else phrase
        eating = row is not None and row.name in _EATING
        if phrase.noun != "glasses" or phrase.head != "glasses":
            return phrase
        if eating or any(is_tableware(thing.phrase) for thing in self.reading.things):
            return replace(phrase, head="glass", noun="glass", label=phrase.label[:-2],
                           plural=True, count=SEVERAL)  # fmt: skip
        return phrase
