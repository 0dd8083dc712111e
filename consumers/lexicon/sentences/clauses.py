"""Where clauses begin and end without a word that says so.

What belongs here: whether what was said before goes on to a thing that was just named, told by the
words around it. What does not: the places themselves (``standing``) and lists after "with"
(``guests``).
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.attachment import is_small, lies_on_others
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.sentences.predicates import predicate_at
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.roles import role_of
from consumers.lexicon.sentences.sentence import Front, Sentence
from consumers.lexicon.sentences.settings import SettingRow
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_at, noun_row
from consumers.lexicon.words.plurals import word_classes
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind

WHOLES = frozenset({"furniture", "building", "appliance", "vehicle"})
"""Things that have doors, drawers or wheels rather than such things beside them."""
_UPON = frozenset({Kind.ON, Kind.IN})
_HOLDING = frozenset({Kind.ON, Kind.IN, Kind.UNDER, Kind.AROUND})
_AT_ROOM = frozenset({
    Kind.AGAINST_WALL, Kind.ON_WALL, Kind.IN_CORNER, Kind.HANGING_FROM, Kind.BEHIND,
})  # fmt: skip
"""Places in a room that are not places on, in or beside a thing of it."""
_NAMED_BEFORE = 2
"""Things that a telegram has named before a place in it may end at the next."""


_FITTINGS = frozenset(
    {"horse stall", "hay rack", "manger", "prison cell", "astronaut", "cosmonaut"}
)
"""What is built into a building, or who is in what has this name, and not beside it."""


class Clauses:
    """Reads where clauses end; ``reading`` and ``talk`` are shared with the reader."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse) -> None:
        self.line, self.reading, self.talk = line, reading, talk

    def after_time(self, stop: int) -> int:
        """The index after a time of day at ``stop``: "a street at night with ..."."""
        for at in (stop + 1, stop + 2):
            if self.line.at(stop) in {"at", "in", "by"} and self.line.at(at) in wc.TIMES:
                return at + 1
        return stop

    def is_verb(self, at: int, state: Sentence) -> bool:
        """Whether a word that is also a noun is a verb here: one before a determiner."""
        word, following = self.line.at(at), self.line.at(at + 1)
        if word in wc.VERBS:
            return following in wc.DETERMINERS or following in wc.PRONOUNS
        doing = "VERB" in word_classes(word) and noun_at(self.line, at) is None
        if not doing or (following not in wc.DETERMINERS and quantity(self.line, at + 1) is None):
            return False
        if word.endswith("ing"):  # "a man feeding the ducks", "where are working three people"
            return bool(state.subjects) or self.line.at(at - 1) in wc.COPULA
        return word.endswith("s") and state.front is not None  # "in the sea swims a dolphin"

    def is_relative(self, at: int) -> bool:
        """ "a table that stands next to ...": the words go on about what was just named."""
        word, following = self.line.at(at), self.line.at(at + 1)
        known = following in wc.VERBS or following in wc.HAVING or following in wc.COPULA
        return word in {"that", "which", "who"} and known

    def is_furnished(self, row: SettingRow | None, at: int) -> bool:
        """Whether "with" at ``at`` brings furniture to a building, which is around it then: "a
        cabin with a bed", but not "a cabin with a bench in front"."""
        if row is None or row.building != "in" or row.kind != "room":
            return False
        found = phrase_at(self.line, at + 1)
        first = noun_row(found[0].noun) if found is not None else None
        if found is None or first is None:
            return False
        if first.category not in {"furniture", "appliance"} and first.name not in _FITTINGS:
            return False
        place = place_at(self.line, found[1])
        apart = place is not None and place[0].kind in {Kind.IN_FRONT_OF, Kind.BEHIND, Kind.NEXT_TO}
        return first.placement != "outdoor" and not apart and first.name != "bench"

    def is_told_of(self, phrase: Phrase, stop: int, state: Sentence) -> bool:
        """Whether it is a part of what was named before, of which is only said how it is: "the
        drawer is closed"."""
        told = self.line.at(stop) in wc.COPULA and predicate_at(self.line, stop + 1) is not None
        if not told or state.subjects or not (phrase.bare or phrase.definite):
            return False
        rows = (noun_row(thing.phrase.noun) for thing in self.reading.things)
        wholes = any(row is not None and row.category in WHOLES for row in rows)
        return wholes and not self.talk.named_before(replace(phrase, definite=True))

    def ends_front(self, phrase: Phrase, stop: int, state: Sentence) -> bool:
        """Whether ``phrase``, which ends at ``stop``, is no further thing at the place that the
        sentence began with.

        It has a verb of its own ("to its left wood is stacked, an axe is stuck in a stump"), or it
        is bare after a counted one ("under every umbrella two loungers, surfboard in the sand").
        """
        if state.front is None or state.listing or not state.subjects:
            return False
        if state.joined and (self.line.at(stop) in wc.COPULA or self._stands(stop)):
            return True
        if state.front.each and state.resumes:
            return True
        if state.joined and self._has_own_place(phrase, stop, state.front):
            return True
        first = self.reading.things[state.subjects[0]].phrase
        telegram = state.comma and phrase.bare and not phrase.many and not first.bare
        return telegram and len(self.talk.mentions) > _NAMED_BEFORE

    def _has_own_place(self, phrase: Phrase, stop: int, front: Front) -> bool:
        """Whether ``phrase`` is said to stand where the front has nothing: "on each bench a
        microscope, stools around the benches, a fume hood at the back"."""
        does = self.line.at(stop).endswith(("ing", "ed", "s"))
        found = place_at(self.line, stop + does)
        if found is None:
            return False
        place, after = found
        if place.spread == "shell":
            return place.kind in _AT_ROOM and bool(front.targets)
        target = phrase_at(self.line, after) if place.targeted else None
        if target is None or not (target[0].definite or place.kind is Kind.AROUND or (
            target[0].bare and self.talk.index_of(replace(target[0], definite=True)) is not None
        )):  # fmt: skip
            return False
        if front.place.spread == "shell":
            return place.kind in _HOLDING
        if not front.targets:
            return False
        known = self.talk.index_of(target[0])
        if place.kind is Kind.AROUND and (known in front.targets or not lies_on_others(phrase)):
            return True
        if target[0].pronoun or target[0].part:
            return False
        if front.place.kind not in _UPON:
            return True
        at_front = {k.subject for k in self.reading.links if k.targets == front.targets}
        return known not in at_front and not lies_on_others(phrase)

    def _stands(self, at: int) -> bool:
        """Whether a verb at ``at`` tells where the thing before it is: "a barrel stands in ..."."""
        verb = self.line.at(at)
        return verb in wc.VERBS and verb.endswith("s") and place_at(self.line, at + 1) is not None

    def go_on_with(self, phrase: Phrase, stop: int, state: Sentence) -> None:
        """Make what follows parts of a thing its, too, where it is small: "a snowman with a carrot
        nose and a top hat"."""
        found = phrase_at(self.line, stop + 1) if self.line.at(stop) == "and" else None
        if "+part" not in phrase.described or found is None or state.front is not None:
            return
        small = role_of(found[0]) == "thing" and not found[0].definite and is_small(found[0])
        if small and place_at(self.line, found[1]) is None:
            state.host, state.guest = state.subjects[-1], None
            state.given = state.open = False
