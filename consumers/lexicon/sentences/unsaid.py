"""Places whose target is left out: "and a lamp above", "a rug in between", "a tv on the other".

What does not belong here: targets that are named or meant by a pronoun (``targets``).
"""

from __future__ import annotations

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.flanks import sides_of
from consumers.lexicon.sentences.linking import Links
from consumers.lexicon.sentences.places import Place, place_at
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.sentence import Front, Sentence
from consumers.lexicon.sentences.targets import Targets
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import STOPS, Line
from schemas.decomposition import RelationKind as Kind

_APART = frozenset({Kind.OPPOSITE, Kind.FACING})
_BARE = frozenset({Kind.ABOVE, Kind.UNDER, Kind.BEHIND, Kind.NEAR, Kind.IN_FRONT_OF, Kind.AROUND,
                   Kind.IN, Kind.OPPOSITE, Kind.BETWEEN, Kind.NEXT_TO})  # fmt: skip


class Unsaid:
    """Reads places without a target; all is shared with ``standing``."""

    def __init__(
        self, line: Line, reading: Reading, talk: Discourse, targets: Targets, links: Links
    ) -> None:
        self.line, self.reading, self.talk = line, reading, talk
        self.targets, self.links = targets, links

    def read(self, place: Place, stop: int, state: Sentence) -> int | None:
        """A place whose target is left out: "and a lamp above", "with chairs around"."""
        ends = self.line.at(stop) in STOPS or self.line.at(stop) in {"", "and", ","}
        ends = ends or (place.kind is Kind.OPPOSITE and place_at(self.line, stop) is not None)
        opens = self.line.at(stop) in wc.OPENING and (state.joined or not state.subjects)
        if opens and place.kind in _BARE and place.kind is not None and self.talk.mentions:
            about = state.subjects[-1:] or self.targets.unnamed(place.kind, state)[:1]
            state.front, state.topic = Front(place, tuple(about)), list(about)
            state.begin_list()
            return stop  # "Inside are two pots."
        if not state.subjects and self.line.at(stop) == "," and place.kind in _BARE:
            return self._head(place, stop, state)
        if place.kind not in _BARE or not ends or not state.subjects:
            return None
        if self.line.at(stop - 1) == "outside" and self._is_scene_all(state):
            state.open = False
            return stop
        if place.kind is Kind.AROUND and self.targets.encloses_all(state):
            self.links.link(Place(Kind.AROUND, False, "group"), state.subjects[-1], (), state)
            state.open = False
            return stop
        targets = tuple(self.targets.unnamed(place.kind, state)[:1])
        if place.kind is Kind.BETWEEN and state.host is not None and self.links.around_host(state):
            state.subjects, state.host = [state.host], None  # "a table with two chairs in between"
        if place.kind is Kind.BETWEEN:
            targets = self._two(state)
        for index in state.subjects[-1:] if targets else []:
            dealt = self.reading.things[index].dealt
            each = targets == (state.host,) and (state.host_each or dealt)
            self.links.link(place, index, targets, state, each=each)
        state.open = False
        return stop

    def _head(self, place: Place, stop: int, state: Sentence) -> int | None:
        """ "Opposite, a sofa": at what was told of before."""
        if place.kind is None or not self.talk.mentions or phrase_at(self.line, stop + 1) is None:
            return None
        about = self.targets.unnamed(place.kind, state)[:1]
        if place.kind is Kind.BETWEEN:
            about = list(self._two(state))
        state.front, state.topic = Front(place, tuple(about)), list(about)
        return stop + 1

    def between(self, place: Place, phrase: Phrase, after: int, state: Sentence) -> bool:
        """Whether "in between" comes before the one thing there: "..., in between a rug"."""
        goes_on = self.line.at(after) in {"and", "to", "or"}
        if place.kind is not Kind.BETWEEN or phrase.many or phrase.pronoun or goes_on:
            return False
        if (state.subjects and not state.joined) or phrase.definite:
            return False
        kept, state.subjects = state.subjects, []
        two = self._two(state)
        state.subjects = kept
        if not two:
            return False
        state.front = Front(place, two)
        state.begin_list()
        return True

    def _is_scene_all(self, state: Sentence) -> bool:
        """Whether "outside" is outside of the scene, where nothing can be; a note says so."""
        about = [noun_row(self.reading.things[i].phrase.noun) for i in state.earlier[:-1]]
        if any(row is not None and row.category in {"building", "vehicle"} for row in about):
            return False
        label = self.reading.things[state.subjects[-1]].phrase.label
        self.links.tell(f"Nothing is outside of the scene, so it is in it: {label}.")
        return True

    def other_side(self, at: int, state: Sentence) -> int | None:
        """ "a sofa on one side and a tv on the other": right of what the first is left of."""
        last = self.reading.links[-1] if self.reading.links else None
        if self.line.span(at, at + 2) != "the other" or last is None:
            return None
        if last.kind is Kind.IN_CORNER and last.spread == "shell" and not last.targets:
            return self._other_corner(at + 2, state)
        if not state.subjects:
            return None
        if last.kind is not Kind.LEFT_OF or not last.targets or last.spread:
            return None
        self.links.link(Place(Kind.RIGHT_OF, True), state.subjects[-1], last.targets, state)
        state.open = state.joined = state.comma = False
        return at + 2

    def _other_corner(self, stop: int, state: Sentence) -> int:
        """ "in one corner a bed, in the other a desk"."""
        corner = Place(Kind.IN_CORNER, False, "shell")
        comes = self.line.at(stop) in wc.DETERMINERS or quantity(self.line, stop) is not None
        if comes or not state.subjects:
            state.front = Front(corner, ())
            state.begin_list()
            return stop
        self.links.link(corner, state.subjects[-1], (), state)
        state.open = state.joined = state.comma = False
        return stop

    def _two(self, state: Sentence) -> tuple[int, ...]:
        """What is on both sides of a thing "in between": what was said to be opposite to another
        last, else two of a kind, else the two things named last."""
        own = {k.subject for k in self.reading.links if set(k.targets) & set(state.subjects[-1:])}
        others = self.talk.others([*state.subjects[-1:], *own], state.host)
        for link in reversed(self.reading.links):
            apart = link.kind in _APART and link.spread == "" and len(link.targets) == 1
            if apart and link.subject in others and link.subject in state.earlier:
                return link.subject, link.targets[0]
        sides = sides_of(self.reading, state)
        if sides:
            return sides
        two = [i for i in others if self.reading.things[i].count == 2]
        return tuple(two[:1] or sorted(others[:2]))
