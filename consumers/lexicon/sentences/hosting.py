"""Whose a place after a "with" list is: the host's, or the last guest's.

What belongs here: "a vase with a rose on the table" against "a desk with a cup on a book".
"""

from __future__ import annotations

from collections.abc import Sequence

from consumers.lexicon.sentences.attachment import is_alive, is_hung, wider
from consumers.lexicon.sentences.linking import Links
from consumers.lexicon.sentences.meant import holds_guest
from consumers.lexicon.sentences.places import Place
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.sentence import Sentence
from consumers.lexicon.sentences.targets import LEFT_RIGHT
from consumers.lexicon.words.gazetteer import noun_row
from schemas.decomposition import RelationKind as Kind

_UPON = frozenset({Kind.IN, Kind.ON})
_KEPT = frozenset({Kind.IN, Kind.ON, Kind.HANGING_FROM, Kind.AROUND})
"""How things stand that go with their host."""


class Hosting:
    """Tells hosts from guests at places; ``reading`` is shared with the reader."""

    def __init__(self, reading: Reading, links: Links) -> None:
        self.reading, self.links = reading, links

    def is_hosts(
        self, place: Place, targets: list[int], state: Sentence, fresh: Sequence[int]
    ) -> bool:
        """Whether a place after "with" is the host's: "a vase with a rose on the table".

        ``fresh``: the things that its words name first.
        """
        if state.host is None:
            return False
        if place.spread == "act" or (state.after_comma and state.host not in targets):
            return True
        if state.served and state.subjects[-1] in state.guesses and targets != [state.host]:
            return False  # "a sink with a mirror above it, a duck in the bathtub"
        if state.acting and is_alive(self.reading.things[state.subjects[-1]].phrase):
            return False  # "a fireplace with a cat sleeping on the rug"
        if place.kind is Kind.IN and targets and state.subjects[-1] != state.host and (
            self._is_guests_alone(targets[0], state.subjects[-1], state.host)):  # fmt: skip
            return False
        if is_alive(self.reading.things[state.host].phrase) and state.subjects[-1:] != [state.host]:
            if self._is_kept_by(state.subjects[-1], state.host):
                return True  # "a waiter with a tray in his hand beside a table"
            return all(i in state.guesses for i in state.subjects)
        held = {
            link.subject
            for link in self.reading.links
            if link.targets == (state.host,) and self._belongs(link.subject, link.kind, state.host)
        }
        if place.kind in _UPON and targets and self.links.stands(state.host, targets[0]):
            return False  # "a changing table with lotion and a teddy bear in the crib"
        if place.kind in _UPON and targets and self._is_smaller(targets[0], state.host):
            return False  # "a table with a goblet and three oysters on a plate"
        earlier = [t for t in targets if t >= state.host and t not in held and t not in fresh]
        return (
            bool(held & set(state.subjects))
            and not {state.host, *held} & set(targets)
            and (not earlier)
        )

    def _is_guests_alone(self, target: int, guest: int, host: int) -> bool:
        """Whether only the guest can be in ``target``, which its host carries."""
        return holds_guest(*(self.reading.things[i].phrase for i in (target, guest, host)))

    def _belongs(self, index: int, kind: Kind, host: int) -> bool:
        """Whether a guest goes with its host wherever that is: what it holds, the chairs around a
        table, the curtains of a window, the nightstands of a bed."""
        guest, own = (self.reading.things[i].phrase for i in (index, host))
        beside = (is_hung(guest) and is_hung(own)) or guest.noun == "nightstand"
        return kind in _KEPT or (kind is Kind.NEXT_TO and beside)

    def _is_kept_by(self, index: int, host: int) -> bool:
        """Whether thing ``index`` was said to be in the hand or on the shoulder of ``host``."""
        kinds = {Kind.NEXT_TO, Kind.ON}
        return any(
            k.subject == index and k.targets == (host,) and k.kind in kinds
            for k in self.reading.links
        )

    def _is_smaller(self, target: int, host: int) -> bool:
        """Whether the host is too wide to be on or in ``target``."""
        phrases = [self.reading.things[i].phrase for i in (host, target)]
        return noun_row(phrases[1].noun) is not None and wider(phrases[0], phrases[1])

    def in_room(self, place: Place, state: Sentence) -> bool:
        """Whether a place in the room is the host's, whose things have their places: "a cage with a
        bird in it hanging from the ceiling"."""
        sided = place.kind in LEFT_RIGHT and place.spread == "shell"
        if (sided or place.kind is Kind.IN_CENTER) and self.links.around_host(state):
            return True
        if place.kind is Kind.IN_CENTER and self.links.are_several_kept(state):
            return True  # "a coffee table with magazines in the center"
        if place.spread == "shell" and self.links.are_contents(state):
            return True
        if place.kind in {Kind.AGAINST_WALL, Kind.IN_CORNER} and self.links.is_kept(state):
            return True  # "a rack with dumbbells along the wall"
        ends = state.served and not (state.after_comma or state.joined or state.subjects[-1:] == [
            state.host])  # fmt: skip
        return ends and place.spread == "shell" and not state.open and self._is_guests(place, state)

    def _is_guests(self, place: Place, state: Sentence) -> bool:
        """Whether the last of the list is one of the host's things, so that a place said after it
        may be the host's; not the side at which it is beside the host."""
        kinds = {k.kind for k in self.reading.links if k.subject in state.subjects[-1:]
                 and state.host in k.targets}  # fmt: skip
        beside = place.kind in LEFT_RIGHT and bool(kinds) and kinds <= {Kind.NEXT_TO, Kind.NEAR}
        return bool(kinds) and not beside
