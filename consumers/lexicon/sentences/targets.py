"""The targets of a place: named, meant by a pronoun, or left out.

What belongs here: whom a place is at. What does not: who stands there, which is in ``standing``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.arrangements import note_arrangement
from consumers.lexicon.sentences.attachment import (
    for_its_guest,
    guest_kind,
    is_alive,
    is_floored,
    is_small,
    lies_flat,
    lies_on_others,
    lies_spread,
    plausible,
)
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.fences import pieces_around
from consumers.lexicon.sentences.flanks import sides_of
from consumers.lexicon.sentences.fronts import is_held
from consumers.lexicon.sentences.meant import told_kind
from consumers.lexicon.sentences.members import NEXT
from consumers.lexicon.sentences.places import Place
from consumers.lexicon.sentences.reading import Reading, Thing
from consumers.lexicon.sentences.roles import role_of
from consumers.lexicon.sentences.sentence import Sentence
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.tokens import STOPS, Line
from schemas.decomposition import RelationKind as Kind

_TOGETHER = frozenset({Kind.NEXT_TO, Kind.FACING, Kind.OPPOSITE})
"""How two stand that "them" means both of: "a knight fighting a dragon, a castle behind them"."""
BESIDE = frozenset({Kind.LEFT_OF, Kind.RIGHT_OF, Kind.IN_FRONT_OF, Kind.BEHIND})
LEFT_RIGHT = frozenset({Kind.LEFT_OF, Kind.RIGHT_OF})
IT = Phrase("it", "it", "it", definite=True, pronoun=True)
"""The pronoun that stands for a target which nobody named."""


class Targets:
    """Finds targets; ``reading`` and ``talk`` are shared with the reader."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse) -> None:
        self.line, self.reading, self.talk = line, reading, talk

    def implied(self, place: Place, state: Sentence) -> tuple[int, ...]:
        if place.kind in BESIDE and place.spread != "sides":
            if place.spread == "shell" and place.kind in {Kind.BEHIND, Kind.IN_FRONT_OF}:
                return ()
            if place.spread == "shell" and self._is_by_first(place, state):
                return tuple(state.earlier[:1])
            if place.spread == "shell" and self._goes_round(place, state):
                return ()
            if place.spread == "shell":
                return state.side or (() if state.host is None else (state.host,))
            return state.side or tuple(self.unnamed(place.kind, state)[:1])
        if place.spread == "sides" or (place.spread == "corners" and place.kind is Kind.ON):
            order = self._grounded(self.talk.others(state.subjects[-1:], state.host), state)
            return tuple(self._foremost(order, state)[:1])
        if place.spread == "implied" and place.kind is Kind.ON and state.host is not None:
            return (state.host,)
        if place.spread == "implied" and place.kind is not None:
            return tuple(self.unnamed(place.kind, state)[:1])
        return ()

    def _goes_round(self, place: Place, state: Sentence) -> bool:
        """Whether the sentence tells a room's sides one by one, and has told the other: "on the
        left a workbench with a vise on it, on the right a motorbike"."""
        across = Kind.RIGHT_OF if place.kind is Kind.LEFT_OF else Kind.LEFT_OF
        return state.joined and any(
            k.kind is across and k.spread == "shell" and not k.targets
            and k.subject in state.earlier for k in self.reading.links
        )  # fmt: skip

    def _is_by_first(self, place: Place, state: Sentence) -> bool:
        """Whether a small thing "to the right" is so of the first of its sentence, since nothing so
        small is at a side of a room: "a plate, a glass to the right"; "to the right" is so of
        what the sentence began with, where nothing else is at a side of the room."""
        if state.in_setting or not state.subjects or not state.earlier or state.side:
            return False
        first, last = state.earlier[0], state.subjects[-1]
        if first != last and all(is_small(self._phrase(i)) for i in (first, last)):
            return True
        sided = any(k.kind in LEFT_RIGHT and k.spread == "shell" for k in self.reading.links)
        return place.beside and first != last and not sided and state.host is None

    def unnamed(self, kind: Kind, state: Sentence) -> list[int]:
        """The things that a place may be about which names none, the likeliest first."""
        subject = self.reading.things[state.subjects[-1]].phrase if state.subjects else None
        host = [] if state.host is None else [state.host]
        left = [] if state.left_host is None else [state.left_host]
        order = [*host, *state.topic, *left, *reversed(state.earlier)]
        front = [] if state.front is None else [*state.front.targets]
        order = [
            *order,
            *front,
            *self.talk.holders_of(self.talk.topic),
            *self.talk.topic,
            *self.talk.others(state.subjects[-1:]),
        ]
        if kind is Kind.UNDER and state.host is None and subject and lies_spread(subject):
            order = [*self.talk.others(state.subjects[-1:]), *order]  # "a table, a rug underneath"
        told = (k for k in self.reading.links if k not in state.guesses.values())
        under = {t for k in told if k.kind in {Kind.ON, Kind.IN} and k.targets
                 and k.subject in state.subjects[-1:] for t in k.targets}  # fmt: skip
        if kind in {Kind.UNDER, Kind.ABOVE} and len(order) > len(under):
            order = [i for i in order if i not in under]  # "a man sits on a chair below"
        own = [i for i in dict.fromkeys(order) if i not in state.subjects[-1:]]
        single = next(iter(state.topic), None) if state.host is None else state.host
        if (state.joined or not state.subjects) and state.host is None and not state.each:
            single = None  # "a bed, nightstands with a lamp on each, and at its foot a bench"
        return self._grounded(self.talk.likeliest(own, IT, kind, subject, single), state)

    def _grounded(self, order: list[int], state: Sentence) -> list[int]:
        """``order`` with what lies on furniture last, where furniture is to stand there: a sofa is
        opposite the desk, and not the computer on it."""
        if not state.subjects or not is_floored(self._phrase(state.subjects[-1])):
            return order
        held = {k.subject for k in self.reading.links if k.kind in {Kind.ON, Kind.IN}}
        return sorted(order, key=lambda i: i in held)

    def _foremost(self, order: list[int], state: Sentence) -> list[int]:
        """``order`` with what stands at others last, where no host says whose sides they are: "a
        temple, columns in front of it, trees left and right"."""
        if state.host is not None or state.front is not None:
            return order
        placed = {k.subject for k in self.reading.links if k.targets
                  and k.spread in {"", "sides"}}  # fmt: skip
        return sorted(order, key=lambda i: i in placed)

    def encloses_all(self, state: Sentence) -> bool:
        """Whether the last of several things is a fence, which "all around" puts around them."""
        last = self._phrase(state.subjects[-1])
        others = [i for i in state.earlier if i != state.subjects[-1]]
        apart = len(others) > 1 or (state.in_setting and not others)
        return state.host is None and pieces_around(last, None) > 1 and apart

    def named(
        self,
        place: Place,
        phrase: Phrase,
        subjects: list[int],
        state: Sentence,
        *,
        fronting: bool = False,
        guest: Phrase | None = None,
    ) -> list[int]:
        """The things that ``phrase`` names as a target. ``guest``: who stands there, where that is
        said after the place (``fronting``)."""
        colored = self.talk.colored(phrase) if phrase.head == "one" and phrase.definite else None
        if colored is not None:
            return [colored]
        if phrase.head == "one" and self.talk.mentions:
            others = [m for m in self.talk.mentions if m not in subjects]
            like = self._phrase([*self.talk.mentions[-1:], *others][-1])
            phrase = replace(phrase, head=like.head, noun=like.noun, pronoun=False)
            if phrase.rank and like.rank and phrase.rank != like.rank:
                label = like.label  # "on the left nightstand and on the right one"
                return [self.talk.add(Thing(replace(phrase, label=label)))]
            nodes = self.talk.known(phrase)
            if nodes:
                return [self.talk.add(Thing(phrase, len(nodes), nodes))]
        single = None if phrase.pronoun else self._one_of(phrase, subjects)
        if single is not None:
            return [single]
        if not phrase.pronoun:
            if subjects:
                phrase = for_its_guest(phrase, self._phrase(subjects[-1]))
            index = self.talk.refer(replace(phrase, definite=phrase.definite or _is_bare(phrase)))
            note_arrangement(self.reading, index, state.arrangement)
            state.arrangement = None
            return [index]
        if self._is_at_host(place, phrase, subjects, state) and state.host is not None:
            state.topic = [state.host]
            return [state.host]
        told = [i for i in state.earlier if i not in subjects[-1:]]
        if subjects and not lies_on_others(self._phrase(subjects[-1])):
            told = [i for i in told if i not in self.talk.kept()]  # not the dresses on the rack
        if phrase.head == "that" and told and not fronting:
            state.topic = told[-1:]  # "a bin next to the door, a plant next to that"
            return told[-1:]
        both = sides_of(self.reading, state) if place.kind is Kind.BETWEEN and phrase.plural else ()
        if both and not state.topic:
            return list(both)  # "paintings on the left wall, statues on the right, between them"
        beside = [] if fronting or phrase.head != "it" else self._on_host(place, subjects, state)
        if beside:
            state.topic = beside
            return beside
        found = self.talk.meant(
            phrase,
            host=state.left_host if state.host is None else state.host,
            subjects=subjects,
            exclude=()
            if fronting
            else (subjects if state.putting else self._whole_list(phrase, subjects)),
            kind=place.kind,
            topic=[*state.topic, *(reversed(state.subjects) if fronting else ())],
            single=state.host if state.host_each else None,
            earlier=self._standing_alone(state),
            guest=guest,
        )
        state.topic = found or state.topic
        return found if phrase.plural else found[:1]

    def _on_host(self, place: Place, subjects: list[int], state: Sentence) -> list[int]:
        """Which other thing on the host "it" is, where who stands there is on the host, too: "a
        stage with a microphone, a guitar on a stand to the left of it"."""
        if state.host is None or place.kind not in BESIDE | {Kind.NEXT_TO, Kind.NEAR}:
            return []
        upon = [k.subject for k in self.reading.links if k.kind in {Kind.ON, Kind.IN}
                and k.targets == (state.host,)]  # fmt: skip
        others = [i for i in upon if i not in subjects[-1:] and i < (subjects[-1:] or [0])[0]]
        return others[-1:] if subjects and subjects[-1] in upon else []

    def _one_of(self, phrase: Phrase, subjects: list[int]) -> int | None:
        """ "in front of one goal", "behind one of the goals": of the two goals named before."""
        of_several = phrase.said.startswith("one of ")
        if not phrase.said.startswith("one ") or (phrase.many and not of_several):
            return None
        group = self.talk.index_of(replace(phrase, definite=True))
        if group is None or group in subjects[-1:] or not self.talk.many(group):
            return None
        self.talk.group = group
        return self.talk.member(NEXT, subjects[-1:])

    def _is_at_host(
        self, place: Place, phrase: Phrase, subjects: list[int], state: Sentence
    ) -> bool:
        """Whether "it" is what has the thing just named: "a notebook with a pen on it"."""
        own = subjects[-1:] and subjects[-1] in state.guesses
        if (
            state.host is None
            or not own
            or phrase.plural
            or phrase.head != "it"
            or place.kind is not Kind.ON
            or (self.talk.many(state.host) and not state.host_each)
        ):
            return False
        host, guest = self._phrase(state.host), self._phrase(subjects[-1])
        if not (lies_flat(host) or plausible(guest, Kind.ON, host)):
            return False  # "a teapot with four cups on it"
        own_guests = [i for i, k in state.guesses.items() if k.targets == (state.host,)]
        return own_guests == [subjects[-1]]

    def _standing_alone(self, state: Sentence) -> list[int]:
        """The things of the sentence but those that another has, holds or carries."""
        alone = self.by_themselves([i for i in state.earlier if i not in state.subjects[-1:]])
        if len(alone) != 1:
            return alone
        beside = (t for k in self.reading.links if k.subject == alone[0] and k not in (
            state.guesses.values()) and k.kind in _TOGETHER and k.spread in {"", "act"}
            for t in k.targets)  # fmt: skip
        return [*alone, *(t for t in dict.fromkeys(beside) if t not in state.subjects[-1:])]

    def by_themselves(self, listed: Sequence[int]) -> list[int]:
        """Those of ``listed`` that no other of them has, holds or carries."""
        before = list(dict.fromkeys(listed))
        kept = {
            k.subject
            for k in self.reading.links
            if k.targets and k.targets[0] in before
            and (k.kind in {Kind.ON, Kind.IN, Kind.STACKED, Kind.HANGING_FROM} or (
                (is_small(self._phrase(k.subject)) or self._is_borne(k.subject, k.targets[0]))
                and not is_alive(self._phrase(k.subject))))
        }  # fmt: skip
        return [i for i in before if i not in kept]

    def _is_borne(self, index: int, owner: int) -> bool:
        """Whether somebody has it in the hand: a knight's shield."""
        return is_alive(self._phrase(owner)) and is_held(self._phrase(index))

    def guests_at(self, place: Place, host: int, state: Sentence) -> list[int]:
        """All of "with plants and books on them", where nothing else was said of one."""
        guests = [i for i in state.subjects if i in state.guesses]
        beside = {state.guesses[i].kind for i in guests} <= {Kind.NEXT_TO, Kind.ON, Kind.IN}
        fit = place.kind is not None and all(
            plausible(self._phrase(i), place.kind, self._phrase(host)) for i in guests
        )
        return guests if beside and fit and guests == state.subjects else []

    def are_worn(self, place: Place, subjects: list[int], target: int) -> bool:
        """Whether the target goes about with who wears it: "workers in helmets by a van"."""
        if place.kind is not Kind.IN or not subjects:
            return False
        return told_kind(self._phrase(subjects[-1]), Kind.IN, self._phrase(target)) is not Kind.IN

    def all_between(self, place: Place, phrase: Phrase, subjects: list[int]) -> bool:
        """Whether several kinds are each several between others: "barrels and crates between
        them"."""
        several = len(subjects) > 1 and all(self.talk.many(i) for i in subjects)
        return place.kind is Kind.BETWEEN and phrase.pronoun and several

    def face_each_other(self, subjects: list[int]) -> bool:
        return any(k.spread == "mutual" and k.subject in subjects for k in self.reading.links)

    def share_side(self, subjects: list[int], state: Sentence) -> None:
        """ "one to the left and one to the right of it": the side said first is its side, too."""
        last = self.reading.links[-1] if self.reading.links else None
        if last is None or last.kind not in LEFT_RIGHT or last.spread != "shell":
            return
        if state.side_alone and not last.targets and last.subject not in subjects:
            self.reading.links[-1] = replace(last, targets=state.side, spread="")

    def _whole_list(self, phrase: Phrase, subjects: list[int]) -> list[int]:
        """Who "it" or "them" does not mean: "barrels and crates between them" are both between
        others, where others were named."""
        several = phrase.plural and len(subjects) > 1 and all(self.talk.many(i) for i in subjects)
        before = [i for i in self.talk.mentions if i not in subjects and self.talk.many(i)]
        return subjects if several and before else subjects[-1:]

    def more(self, place: Place, phrase: Phrase, at: int) -> tuple[list[int], int]:
        """ "between A and B", "next to the A and the B"."""
        joins = {"and", "to"} if place.kind is Kind.BETWEEN else {"and"}
        if self.line.at(at) not in joins or place.kind is None:
            return [], at
        found = phrase_at(self.line, at + 1)
        if found is not None and self.line.at(found[1]) == "respectively":
            return [self.talk.refer(found[0])], found[1]
        if place.kind in {Kind.ON, Kind.IN}:
            return [], at
        if found is None or role_of(found[0]) != "thing":
            return [], at
        second, stop = found
        between = place.kind is Kind.BETWEEN and not phrase.many
        ends = stop >= len(self.line) or self.line.at(stop) in STOPS or self.line.at(stop) == ","
        if not between and not (phrase.definite and second.definite and ends):
            return [], at
        second = replace(second, definite=second.definite or _is_bare(second))
        return [self.talk.refer(second)], stop

    def tops(self, state: Sentence) -> list[int]:
        """Things named before that carry what the present list ends with."""
        guest = self.reading.things[state.subjects[-1]].phrase if state.subjects else None
        before = [i for i in self.talk.mentions if i not in state.subjects[-1:]]
        if guest is None:
            return []
        if not (is_small(guest) or is_alive(guest)):
            return [i for i in before if lies_spread(self._phrase(i))]
        rows = {i: noun_row(self.reading.things[i].phrase.noun) for i in before}
        wide = [i for i in before if rows[i] is not None and not is_alive(self._phrase(i))]
        return [i for i in wide if self._is_top(i) and plausible(guest, Kind.ON, self._phrase(i))]

    def is_too_large(self, place: Place, target: Phrase, state: Sentence) -> bool:
        """Whether what was just named is furniture that nobody puts on other furniture: "a tv
        opposite the sofa on a cabinet"."""
        if state.chain is None or not state.subjects or place.kind is not Kind.ON:
            return False
        floored = is_floored(self._phrase(state.chain)) and is_floored(target)
        return floored and not is_floored(self._phrase(state.subjects[-1]))

    def _phrase(self, index: int) -> Phrase:
        return self.reading.things[index].phrase

    def _is_top(self, index: int) -> bool:
        """Whether the thing has a top or lies flat, so that people put things on it."""
        phrase = self._phrase(index)
        row = noun_row(phrase.noun)
        return row is not None and row.category not in {"building", "nature", "plant"} and (
            row.top is not None or guest_kind(phrase, None, first=True) is Kind.ON)  # fmt: skip

    def any_holds(self, kind: Kind, holders: list[int], guest: Phrase | None = None) -> bool:
        """Whether one of ``holders`` can carry or hold what stands at "it": ``guest``, if known."""
        phrases = [self.reading.things[i].phrase for i in holders]
        return any(plausible(None, kind, p) or (guest is not None and plausible(guest, kind, p))
                   for p in phrases)  # fmt: skip

    def carries(self, index: int) -> bool:
        row = noun_row(self.reading.things[index].phrase.noun)
        return row is not None and row.top is not None and not row.hollow

    def is_vehicle(self, index: int) -> bool:
        row = noun_row(self._phrase(index).noun)
        return row is not None and row.category == "vehicle"

    def are_among(self, place: Place, target: Phrase, chain: int | None) -> bool:
        """Whether ``target`` lies on what was just named, so that the place is no place of that:
        "the vase on the table between the two candles"."""
        near = place.kind in BESIDE or place.kind in {Kind.BETWEEN, Kind.NEXT_TO, Kind.NEAR}
        if chain is None or not near or target.pronoun:
            return False
        holder = self.reading.things[chain].phrase
        carries = noun_row(holder.noun) is not None and plausible(None, Kind.ON, holder)
        return carries and is_small(target) and not is_small(holder)


def _is_bare(phrase: Phrase) -> bool:
    """Whether a place's target may have been named before: "on table", "on one log"."""
    return phrase.bare or (phrase.said.startswith("one ") and not phrase.many)
