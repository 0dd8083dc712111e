"""Places that name no thing: in the room, among themselves, or at what was named before.

What belongs here: "in the corner", "side by side", "on its left". What does not: places at a thing
that the words name, which are in ``at_things``.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.sentences.at_things import AtThings
from consumers.lexicon.sentences.attachment import is_alive, is_floored, is_hung, wider
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.places import BACK, Place
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.sentence import Front, Sentence
from consumers.lexicon.sentences.targets import LEFT_RIGHT
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind

_WHOLE = frozenset({"all", "both", "everything"})


_NEAR = 12
"""Words looked back over for the "one end" that "the other" goes with."""


class AtRoom:
    """Reads places without a target; ``at_things`` knows who stands there."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse, at_things: AtThings) -> None:
        self.line, self.reading, self.talk = line, reading, talk
        self.at_things = at_things
        self.targets, self.links = at_things.targets, at_things.links
        self.around, self.hosting = at_things.around, at_things.hosting

    def place(self, place: Place, at: int, stop: int, state: Sentence) -> None:
        """Note who stands at ``place``, whose words are those from ``at`` to ``stop``."""
        self.around.name_setting(at, stop)
        if place.kind is None and state.joined and self.line.at(stop) in wc.OPENING:
            state.front = None  # "..., and on the floor lie many toys"
            state.begin_list()
            return
        if place.kind is None:
            self.links.floor(place, state)
            state.open = state.joined = False
            return
        if place.kind is Kind.ON_WALL and self.around.leans(at, stop, state):
            place = replace(place, kind=Kind.AGAINST_WALL)
        if place.other and "end" in self.line.words[max(0, at - _NEAR) : at]:
            place = replace(place, ends=True)  # "a vase at one end, a bowl at the other"
        if place.ends and place.spread == "implied" and self._is_rooms_end(state):
            hung = bool(state.subjects) and is_hung(self.reading.things[state.subjects[-1]].phrase)
            kind = Kind.ON_WALL if hung else Kind.AGAINST_WALL
            place = Place(kind, False, "shell", walls=(BACK,))
        place, across = self.around.across(place)
        targets = across or self._at_feet(stop) or self.targets.implied(place, state)
        if place.kind is Kind.ON and place.spread == "implied" and targets and state.subjects:
            phrases = [self.reading.things[i].phrase for i in (state.subjects[-1], targets[0])]
            if wider(*phrases):
                place = replace(place, kind=Kind.NEXT_TO)  # a flag on a pole
        if place.kind in LEFT_RIGHT and place.spread == "" and targets:
            state.side = targets  # "a bin on its left, a sign on its right"
        if place.spread in {"group", "mutual", "backs"}:
            whole = self.line.at(at - 1) in _WHOLE or self.line.at(at) in _WHOLE
            self.links.line_up(place, state.subjects or self.talk.topic, whole=whole)
        elif state.host is not None and self.hosting.in_room(place, state):
            self.links.link(
                place, state.host, (), state
            )  # "a table with four chairs in the middle"
        elif self.links.chain_is(place, state.chain) and state.chain is not None and not (
            state.joined or state.comma):  # fmt: skip
            self.links.link(place, state.chain, (), state)  # "on a table in the corner"
        elif state.subjects and (state.in_all or not self.around.fronts(stop, state)):
            state.side_alone = place.kind in LEFT_RIGHT
            for index in self._placed_at_room(place, state, self.line.at(at) == "along"):
                if index in targets and len(state.subjects) > 1:
                    continue  # "a cube and a cone to its right"
                each = state.host_each and targets == (state.host,)
                self.links.link(place, index, targets, state, each=each)
            self._shift_topic(place, targets, state)
        else:
            near = () if place.spread == "shell" else tuple(state.topic[:1] or state.subjects[-1:])
            if near and self.talk.many(near[0]) and self.line.at(at + 1) == "its":
                near = ()  # "a bed, nightstands with a lamp on each, and at its foot a bench"
            if near and state.front is not None and state.front.targets:
                near = state.front.targets  # "to its left a chair, to its right a lamp"
            state.front = Front(place, near or targets)
            state.topic = state.topic or list(near or targets)
            state.begin_list()
        state.open = state.joined = False

    def _at_feet(self, stop: int) -> tuple[int, ...]:
        """At whose feet something is, where the words say "his" or "her"."""
        if self.line.at(stop - 2) not in {"his", "her"}:
            return ()
        alive = [i for i in self.talk.mentions if is_alive(self.reading.things[i].phrase)]
        others = [i for i in alive if i != self.talk.mentions[-1]]
        return tuple(others[-1:])

    def _shift_topic(self, place: Place, targets: tuple[int, ...], state: Sentence) -> None:
        """What stands by itself in the room is what "it" means next, and no longer what the
        pronoun before stood for: "chains above the bed, a bucket in the corner and a rat at it"."""
        last = state.subjects[-1]
        at_topic = any(k.subject == last and set(k.targets) & set(state.topic)
                       for k in self.reading.links)  # fmt: skip
        if place.spread == "shell" and not targets and not at_topic and last not in state.guesses:
            state.topic = [i for i in state.topic if i == last]

    def _is_rooms_end(self, state: Sentence) -> bool:
        """Whether "at the end" is that of the room: where nothing with an end was named."""
        around = state.host is None and self.reading.setting is not None
        last = state.subjects[-1:]
        hung = bool(last) and is_hung(self.reading.things[last[0]].phrase)
        named = self.targets.unnamed(Kind.RIGHT_OF, state)[:1]
        rows = [noun_row(self.reading.things[i].phrase.noun) for i in named]
        return around or hung or all(row is not None and row.category == "building" for row in rows)

    def _placed_at_room(self, place: Place, state: Sentence, along: bool) -> list[int]:
        """Which things of the list a place in the room is about: "a wardrobe and a mirror against
        the wall" are both there, and so is all of a list "on the left" or ``along`` a wall."""
        free = [i for i in state.subjects if not any(k.subject == i for k in self.reading.links)]
        pair = place.kind is Kind.AGAINST_WALL and (
            all(is_floored(self.reading.things[i].phrase) for i in state.subjects)
            if along
            else len(state.subjects) == 2 and not state.comma
        )
        side = place.kind in LEFT_RIGHT and place.spread == "shell" and not state.acting
        side = side and not self.targets.implied(place, state)
        listed = state.host is None and state.front is None and len(free) == len(state.subjects)
        if listed and (pair or side):
            return state.subjects
        return self.at_things.who(place, state, state.subjects)
