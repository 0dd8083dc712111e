"""Noting that a thing stands at a place, in the stead of what was guessed before.

What belongs here: one link, and what it says of the number of things. What does not: whom it is
about, which ``standing`` finds.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.attachment import (
    is_alive,
    is_floored,
    is_hung,
    is_small,
    is_table,
    lies_on_others,
    lies_spread,
    plausible,
    smaller,
)
from consumers.lexicon.sentences.fences import pieces_around
from consumers.lexicon.sentences.meant import told_kind
from consumers.lexicon.sentences.places import Place
from consumers.lexicon.sentences.portions import count_there, edged
from consumers.lexicon.sentences.reading import Link, Reading
from consumers.lexicon.sentences.sentence import Front, Sentence
from consumers.lexicon.words.gazetteer import noun_row
from schemas.decomposition import RelationKind as Kind

_AT_ONCE = {"sides": 2, "corners": 4}
"""How many stand in each corner or on both sides where one is named."""

_HELD = frozenset({Kind.ON, Kind.IN, Kind.STACKED, Kind.HANGING_FROM, Kind.UNDER, Kind.ABOVE})
"""How one thing is kept by another."""
NEARBY = frozenset({Kind.OPPOSITE, Kind.NEXT_TO, Kind.NEAR, Kind.LEFT_OF, Kind.RIGHT_OF,
                     Kind.IN_FRONT_OF, Kind.BEHIND})  # fmt: skip
"""How things on the floor stand to each other."""
_OF_ROOM = frozenset({Kind.IN_CORNER, Kind.AGAINST_WALL, Kind.IN_CENTER})
_WALLS = frozenset({Kind.AGAINST_WALL, Kind.ON_WALL})
_EVERY_SO_OFTEN = 4
"""Things "every ten metres" where nobody says how many."""
_HOVERING = frozenset({"ufo", "hot air balloon", "helicopter", "cloud", "drone", "lamp"})
"""What is in the air over those that are said to be under it; so is a lamp over furniture."""


class Links:
    """Files links in ``reading``."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def link(self, place: Place, subject: int, targets: tuple[int, ...], state: Sentence, *,
             each: bool = False) -> None:  # fmt: skip
        """Note that ``subject`` stands at ``place``, in the stead of what was guessed."""
        targets = tuple(t for t in targets if t != subject)
        if place.kind is not None and place.targeted and targets:
            told = told_kind(self._phrase(subject), place.kind, self._phrase(targets[0]))
            worn = told is Kind.NEXT_TO and place.kind is Kind.IN
            if worn and self.reading.things[subject].count > 1:
                clothes = self.reading.things[targets[0]]
                each, clothes.per, clothes.count = True, subject, 1  # "three men in hats"
            place = replace(place, kind=told)
        if place.kind is None or (place.targeted and not targets):
            return
        thing = self.reading.things[subject]
        if place.spread == "edges":
            row = self.reading.setting
            place = edged(place, walled=row is not None and row.kind == "room")
        count_there(place, thing)
        once = False
        if place.ends and targets:
            alone = place.spread == "sides" and thing.count == 1 and not thing.present
            thing.count, once = (2, True) if alone else (thing.count, False)
            place = self._at_end(place, thing.phrase, self._phrase(targets[0]))
        at_once = place.spread in _AT_ONCE and not place.corners
        if at_once and thing.count == 1 and not thing.present:
            once = True
            thing.count = _AT_ONCE[place.spread]
        uncounted = thing.phrase.plural and not thing.phrase.counted and not thing.present
        if place.spread == "sides" and uncounted and thing.count % 2:
            thing.count = 2 if targets and is_floored(self._phrase(targets[0])) else 4
        # Of two things at a bed people say that they are on each side when one is.
        at_bed = any(self._phrase(i).noun.endswith("bed") for i in targets)
        if (
            place.spread == "sides"
            and (place.every or (place.either and thing.count > 2))
            and (thing.count > 2 or not at_bed)
            and not (state.in_all or once)
            and thing.phrase.counted
        ):
            thing.count *= 2 if state.open and not thing.present and thing.alias is None else 1
        if place.kind is Kind.AROUND and not (thing.present or thing.phrase.counted):
            around = self._phrase(targets[0]) if targets else None
            thing.count = max(thing.count, pieces_around(thing.phrase, around))
        guess = state.guesses.get(subject)
        if guess is not None and place.kind is Kind.FACING and guess.kind is not Kind.NEXT_TO:
            guess = None  # "a desk with a chair facing it": at the desk all the same
        if guess is not None and place.spread == "shell" and self._is_of_host(place, guess):
            return  # "a desk with a lamp on the left": on the desk
        if guess is not None:
            del state.guesses[subject]
        if guess is not None and guess in self.reading.links:
            self.reading.links.remove(guess)
        if place.kind in _OF_ROOM and place.spread == "shell":
            self._leave_front(subject, state)
        kind = place.kind or Kind.NEAR
        if kind is Kind.ON_WALL and is_floored(thing.phrase):
            kind = Kind.AGAINST_WALL  # a bed "on the wall" stands there
        if kind is Kind.UNDER and not place.spread and self._hovers(targets[0], subject):
            kind, subject, targets = Kind.ABOVE, targets[0], (subject,)
        link = Link(kind, subject, targets, each, place.spread, place.walls, place.distance,
                    corners=place.corners)  # fmt: skip
        if place.fore and kind in _WALLS:
            self.tell(
                f"A room is open at the front, so the {thing.phrase.label} is at another wall."
            )
        if link not in self.reading.links:
            self.reading.links.append(link)

    def _hovers(self, target: int, subject: int) -> bool:
        noun = self._phrase(target).noun
        return noun in _HOVERING and (noun != "lamp" or is_floored(self._phrase(subject)))

    def arrange(self, link: Link, *, every: bool, count: int = 0) -> None:
        """Note how the subject of ``link`` stands among itself; ``every``: one at every so many
        metres, of which nobody says how many there are. ``count``: as many as the rows have."""
        thing = self.reading.things[link.subject]
        told = thing.phrase.counted or thing.present or thing.alias is not None or link.targets
        if count > 1 and not told:
            thing.count = count
        if every and thing.count == 1 and not (thing.present or link.targets):
            thing.count = _EVERY_SO_OFTEN
        for at, other in enumerate(self.reading.links):
            if other.subject != link.subject or link.distance is None or other == link:
                continue
            if other.kind is Kind.AROUND:
                self.tell(f"They stand around it, at no measured distance: {thing.phrase.label}.")
                return
            if other.kind is link.kind and other.spread == "group" and other.distance is None:
                self.reading.links[at] = replace(other, distance=link.distance)
                return
        self.reading.links.append(link)

    def put_away(self, metres: float, state: Sentence) -> bool:
        """Note how far away the last of the list is from what it was said to be beside."""
        for at in range(len(self.reading.links) - 1, -1, -1):
            link = self.reading.links[at]
            if state.subjects and link.subject == state.subjects[-1] and link.kind in NEARBY:
                self.reading.links[at] = replace(link, distance=metres)
                return True
        return False

    def _is_of_host(self, place: Place, guess: Link) -> bool:
        """Whether a place in the room is one on or at the host: "a table with a parasol in the
        middle"."""
        if guess.kind is Kind.ON and place.kind in {Kind.IN_CENTER, Kind.LEFT_OF, Kind.RIGHT_OF}:
            return True
        row = noun_row(self._phrase(guess.targets[0]).noun) if guess.targets else None
        return place.kind is Kind.IN_CENTER and row is not None and is_table(row)

    def _at_end(self, place: Place, guest: Phrase, host: Phrase) -> Place:
        """ "at each end of the table": on it, where it is small; else beside it."""
        if lies_on_others(guest) and plausible(guest, Kind.ON, host):
            return replace(place, kind=Kind.ON, spread="")
        return place

    def tell(self, note: str) -> None:
        """Say something once."""
        if note not in self.reading.notes:
            self.reading.notes.append(note)

    def move_front(self, subjects: list[int], holder: int, front: Front) -> None:
        """What the sentence began with is where a new ``holder`` of ``subjects`` stands: "on the
        bench three tubes in a rack"."""
        if front.place.kind in {None, Kind.FACING, Kind.OPPOSITE}:
            return
        for at, link in enumerate(self.reading.links):
            same = (link.kind, link.targets) == (front.place.kind, front.targets)
            if link.subject in subjects and same and link.targets:
                self.reading.links[at] = replace(link, subject=holder)

    def move_places(self, subjects: list[int], holder: int, state: Sentence) -> None:
        """Where ``subjects`` were said to be is where their ``holder`` stands: "a tv opposite the
        sofa on a cabinet"."""
        for at, link in enumerate(self.reading.links):
            told = link.subject in subjects and state.guesses.get(link.subject) != link
            told = told and link.spread != "act"
            if told and link.kind in NEARBY and link.targets and holder not in link.targets:
                self.reading.links[at] = replace(link, subject=holder)

    def deal_contents(self, holders: list[int]) -> None:
        """What is in or on things that there is one of for each of others is so, too: "a candle in
        a bottle on each table"."""
        for at, link in enumerate(self.reading.links):
            if link.targets and link.targets[0] in holders and link.kind in {Kind.IN, Kind.ON}:
                self.reading.links[at] = replace(link, each=True)

    def _leave_front(self, subject: int, state: Sentence) -> None:
        """Take a thing with a place of its own in the room from beside what its sentence began
        with: "behind the desk a chair, and a bookshelf against the wall"."""
        if subject == next(iter(state.earlier), None):
            return
        beside = {
            Kind.LEFT_OF,
            Kind.RIGHT_OF,
            Kind.IN_FRONT_OF,
            Kind.BEHIND,
            Kind.NEXT_TO,
            Kind.NEAR,
        }
        first = self.reading.links
        shared = [k for k in first if k.subject == subject and k.kind in beside and k.targets]
        for link in shared:
            same = (k.subject for k in first if (k.kind, k.targets) == (link.kind, link.targets))
            if any(other < subject for other in same):
                self.reading.links.remove(link)

    def floor(self, place: Place, state: Sentence) -> None:
        """What usually stands on others is on the floor where the words say so: "books on the
        floor"; not what has been put on or in something already."""
        put = {n.subject for n in self.reading.links if n.kind in _HELD and n.targets}
        put -= set(state.guesses)
        for index in state.subjects if place.spread == "shell" else ():
            row = noun_row(self._phrase(index).noun)
            if row is not None and row.placement == "surface" and index not in put:
                self.link(Place(Kind.ON, False, "shell"), index, (), state)

    def are_contents(self, state: Sentence) -> bool:
        """Whether the present list is what its host is full of, so that a place is about both: "a
        bookcase full of books against the wall"."""
        own = not state.subjects or state.subjects[-1] == state.host
        if state.guest is None or state.after_comma or own:
            return False
        last = self._phrase(state.subjects[-1])
        several = last.plural or (last.bare and last.head.endswith("s"))
        return not state.comma or (several and not last.counted)

    def free(self, subjects: list[int], state: Sentence) -> list[int]:
        """``subjects`` without those before the last that were said to be around something."""
        around = {k.subject for k in self.reading.links if k.kind is Kind.AROUND and k.targets}
        around -= set(state.guesses)
        return [i for i in subjects if i not in around or i == subjects[-1]]

    def stands(self, subject: int, target: int) -> bool:
        """Whether the thing is furniture, which is in or on no other but a rug."""
        return is_floored(self._phrase(subject)) and not lies_spread(self._phrase(target))

    def is_kept(self, state: Sentence) -> bool:
        """Whether the one thing listed is small and on or in its host, which stands somewhere."""
        if state.after_comma or len(state.subjects) != 1 or state.host is None or state.acting:
            return False
        if state.comma and state.guest is not None:
            return False  # "surrounded by a rope, glass cases along the wall"
        guess = state.guesses.get(state.subjects[0])
        if guess is None or is_floored(self._phrase(state.subjects[0])):
            return False
        host = self._phrase(state.host)
        stands = is_floored(host) or not is_small(host) or noun_row(host.noun) is None
        return stands and guess.kind in {Kind.ON, Kind.IN, Kind.HANGING_FROM}

    def are_several_kept(self, state: Sentence) -> bool:
        """Whether the host has several small things on it, which are not all in its middle."""
        if state.after_comma or len(state.subjects) != 1 or state.host is None:
            return False
        guess = state.guesses.get(state.subjects[0])
        several = self._phrase(state.subjects[0]).many and is_floored(self._phrase(state.host))
        return guess is not None and guess.kind is Kind.ON and several

    def may_line_up(self, state: Sentence) -> bool:
        """Whether the last of the list is several that were not said to stand in some way yet."""
        if not state.subjects or self.reading.things[state.subjects[-1]].count < 2:
            return False
        return all(
            k.subject != state.subjects[-1] or k.spread != "group" for k in self.reading.links
        )

    def around_host(self, state: Sentence) -> bool:
        """Whether the present list stands around its host, so that a place is about both."""
        guesses = [state.guesses.get(i) for i in state.subjects]
        return bool(guesses) and all(k is not None and k.kind is Kind.AROUND for k in guesses)

    def chain_is(self, place: Place, chain: int | None) -> bool:
        """Whether a place in the room is that of the thing just named as what holds another."""
        last = self.reading.links[-1].kind if self.reading.links else None
        hung = place.spread == "shell" and place.kind in {Kind.HANGING_FROM, Kind.ON_WALL}
        if place.kind is Kind.ON_WALL and chain is not None and last is Kind.FACING:
            return not is_floored(self._phrase(chain))  # "chairs facing mirrors on the wall"
        if place.kind is Kind.ON_WALL and chain is not None and is_hung(self._phrase(chain)):
            return True
        if place.spread == "sides" and chain is not None and last in {Kind.ON, Kind.IN}:
            return is_floored(self._phrase(chain))  # "plants on tables on either side"
        potted = place.kind in NEARBY and last is Kind.IN
        return place.kind in _OF_ROOM or potted or (hung and last in {Kind.IN, Kind.HANGING_FROM})

    def keep_holder(self, place: Place, subjects: list[int], targets: list[int], new: range,
                     state: Sentence) -> None:  # fmt: skip
        """What one of the host's things is on or in is the host's, too: the plate of "a table with
        three oysters on a plate"."""
        guess = state.guesses.get(subjects[-1]) if subjects else None
        if guess is None or place.kind not in {Kind.ON, Kind.IN} or targets[0] not in new:
            return
        owner = self._phrase(guess.targets[0])
        if guess.kind is Kind.NEXT_TO and is_alive(owner) and place.kind is Kind.IN:
            link = replace(guess, subject=targets[0])
            state.guesses[targets[0]] = link  # "a woman with a goose in a basket"
            self.reading.links.append(link)
            return
        holder, host = (self.reading.things[i].phrase for i in (targets[0], guess.targets[0]))
        if guess.kind in {Kind.ON, Kind.IN} and smaller(holder, host):
            link = replace(guess, subject=targets[0])
            state.guesses[targets[0]] = link
            self.reading.links.append(link)

    def line_up(self, place: Place, members: list[int], *, whole: bool = False) -> None:
        """Note how ``members`` stand among themselves; ``whole``: it was said of all of them."""
        if not members or place.kind is None:
            return
        if self.reading.things[members[-1]].count > 1 and not whole:
            members = members[-1:]
        first, *rest = members
        link = Link(place.kind, first, tuple(rest), spread=place.spread, distance=place.distance,
                    rows=place.rows)  # fmt: skip
        self.arrange(link, every=place.every, count=place.rows * place.long)

    def lost(self, place: Place, subjects: list[int]) -> None:
        """Say that a place was not understood, so that it is not lost in silence."""
        if not subjects or place.kind is None:
            return
        label = self.reading.things[subjects[-1]].phrase.label
        said = place.kind.value.replace("_", " ")
        self.tell(f"I did not find what the {label} should be {said}.")

    def _phrase(self, index: int) -> Phrase:
        return self.reading.things[index].phrase
