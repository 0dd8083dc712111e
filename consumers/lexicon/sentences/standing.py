"""Places in a sentence: who stands where, before or after the words of the place.

What belongs here: linking the present list to a place and its target. What does not: reading the
list itself (``reader``) and what is likely when grammar leaves it open (``attachment``).
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences import ground
from consumers.lexicon.sentences.arrangements import things_at
from consumers.lexicon.sentences.attachment import is_floored, lies_on_others, stand_there
from consumers.lexicon.sentences.contents import cut_to_fit
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.hosting import Hosting
from consumers.lexicon.sentences.landmarks import (
    along_aisle,
    centre_of,
    is_aisle,
    is_building,
    is_inside,
    is_view,
    side_at,
)
from consumers.lexicon.sentences.linking import Links
from consumers.lexicon.sentences.members import member_at
from consumers.lexicon.sentences.places import BACK, Place, away_at, measured_place_at, place_at
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.roles import role_of, shell_part
from consumers.lexicon.sentences.sentence import Front, Sentence
from consumers.lexicon.sentences.shares import has_own
from consumers.lexicon.sentences.surroundings import Surroundings
from consumers.lexicon.sentences.targets import LEFT_RIGHT, Targets
from consumers.lexicon.sentences.unsaid import Unsaid
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind

_SETTING_PLACES = frozenset({Kind.IN, Kind.ON, Kind.IN_CENTER, Kind.NEAR, Kind.AROUND})
_SKY = {"moon": "night", "star": "night", "sky": None, "sun": "day"}
_UPON = frozenset({Kind.IN, Kind.ON})
_WHOLE = frozenset({"all", "both", "everything"})


class Standing:
    """Reads places; ``reading`` and ``talk`` are shared with the reader."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse) -> None:
        self.line, self.reading, self.talk = line, reading, talk
        self.targets = Targets(line, reading, talk)
        self.links = Links(reading)
        self.unsaid = Unsaid(line, reading, talk, self.targets, self.links)
        self.around = Surroundings(line, reading, talk)
        self.hosting = Hosting(reading, self.links)

    def read(self, at: int, state: Sentence) -> int | None:
        """Read the place at word ``at``; the index after it, or None where no place is."""
        again = state.front is not None and state.front_end == at and not state.subjects
        stop = self._after_front(at, state) if again else self._place(at, state)
        if stop is not None and state.front is not None and not state.subjects:
            state.front_end = stop
        return stop

    def _after_front(self, at: int, state: Sentence) -> int | None:
        """A place right after the one that a sentence begins with: "on the table in the corner is a
        vase" puts the table there, "in the corner by the window is a lamp" the lamp at both."""
        front, found = state.front, place_at(self.line, at)
        if front is None or found is None or found[0].spread in {"group", "mutual", "act"}:
            return self._place(at, state)
        target = phrase_at(self.line, found[1]) if found[0].targeted else None
        apart = target is None or not (target[0].pronoun or lies_on_others(target[0]))
        stop = self._place(at, state)
        if state.front is None or state.front == front:
            return stop
        if front.targets and apart:
            place = state.front.place
            self.links.link(place, front.targets[-1], state.front.targets, state)
            state.front = front
        else:
            state.second = front
        return stop

    def _place(self, at: int, state: Sentence) -> int | None:
        before = self.line.at(at - 1)
        state.after_comma = before == ","
        state.acting = any(w.endswith(("ing", "ed")) for w in (before, self.line.at(at)))
        way = self.around.way_at(at) if state.subjects and not state.joined else None
        if way is not None:
            self._way(way[0], way[1], state)
            return way[2]
        away = away_at(self.line, at)
        if away is not None and self.links.put_away(away[0], state):
            return away[1]
        found = (
            measured_place_at(self.line, at)
            or place_at(self.line, at)
            or side_at(self.line, at, state)
        )
        if found is None:
            return None
        place, stop = found
        every_one = self.around.holders(state.earlier) if self.line.at(at) == "all" else []
        if place.targeted and len(every_one) > 1:
            state.subjects, state.putting = self.targets.by_themselves(every_one), True
        if place.spread == "act" and not (state.subjects and state.open and not state.joined):
            return None
        if not place.targeted:
            self._untargeted(place, at, stop, state)
            return stop
        if self.line.at(stop) in {"which", "whom"}:
            whole = place.kind is Kind.IN_CENTER and self.reading.setting is not None
            centre = Place(Kind.IN_CENTER, False, "shell")  # "a courtyard ..., in the middle of it"
            state.front = (
                Front(centre, ()) if whole else Front(place, tuple(self.talk.mentions[-1:]))
            )
            state.begin_list()
            return stop + 1
        return self._targeted(place, stop, state)

    def _way(self, start: Phrase, end: Phrase, state: Sentence) -> None:
        """Note what goes "from the door to the throne"."""
        ends = tuple(self.talk.refer(replace(phrase, definite=True)) for phrase in (start, end))
        self.links.link(Place(Kind.BETWEEN, True), state.subjects[-1], ends, state)
        state.open = state.joined = False

    def _untargeted(self, place: Place, at: int, stop: int, state: Sentence) -> None:
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
        place, across = self.around.across(place)
        targets = across or self.targets.implied(place, state)
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
        return self._standing(place, state, state.subjects)

    def _targeted(self, place: Place, stop: int, state: Sentence) -> int | None:
        own = self.targets.owner(place, stop, state)
        if own is not None:
            place, owners, after = own
            self.links.link(place, state.subjects[-1], owners, state)
            state.open = state.joined = False
            return after
        if self.line.at(stop - 1) in {"at", "by", "in"} and self.around.is_time(stop):
            self.reading.time = wc.TIMES[self.line.at(stop)]
            return stop + 1  # "a beach at sunset palm trees on the left"
        member = self._member(place, stop, state)
        if member is not None:
            return member
        found = things_at(self.line, stop)
        kind = place.kind or Kind.NEAR
        if found is None:
            land = ground.land_at(self.line, stop) if kind in _UPON and not state.putting else None
            if land is None:
                return self.unsaid.read(place, stop, state)
            ground.tell_land(self.reading, land[0])
            state.open = state.joined = False
            return land[1]
        phrase, after = found.phrase, found.stop
        if is_aisle(phrase) and state.subjects:
            self.links.link(along_aisle(place), state.subjects[-1], (), state)
            state.open = state.joined = False
            return after
        if kind is Kind.FACING and is_view(phrase) and not self.talk.named_before(phrase):
            far = Place(Kind.FACING, False, "shell", walls=(BACK,))
            self._untargeted(far, stop, after, state)
            ground.tell_view(self.reading, phrase)
            return after  # "deck chairs facing the sea"
        state.arrangement = found.arrangement if phrase.group != "stack" else None
        if kind is Kind.UNDER and (phrase.noun == "moon" or phrase.head in _SKY):
            self.reading.time = _SKY.get(phrase.head) or self.reading.time
            return after
        role = role_of(phrase, in_place=True, setting_known=self.reading.setting is not None)
        measured = place.distance is not None
        outside = kind is Kind.ON and is_inside(phrase)
        apart = measured or outside or kind not in _SETTING_PLACES
        if role == "setting" and is_building(phrase) and apart:
            role = "thing"
        whole = self.targets.whole(phrase) if role in {"part", "thing"} else None
        if whole is not None and kind is Kind.HANGING_FROM and self.targets.is_vehicle(whole):
            self._untargeted(Place(kind, False, "shell"), stop, after, state)
            return after  # "a clock hanging from the roof" of a station with a train
        if whole is not None or (role in {"part", "thing"} and not phrase.definite):
            role = "thing"  # "an owl on a branch": of the tree, if there is one
            if whole is not None:
                phrase = replace(self.reading.things[whole].phrase, definite=True, counted=False,
                                 part=singular(phrase.head))  # fmt: skip
        if role == "setting" and kind is Kind.NEAR and state.acting and not phrase.definite:
            role = "thing"  # "two domes connected by a tunnel"
        if role == "setting" and phrase.noun and not phrase.definite and not phrase.bare and (
            self.reading.setting is not None and kind in {Kind.NEXT_TO, Kind.BEHIND}):  # fmt: skip
            role = "thing"  # "a harbor with boats tied to a pier"
        known = replace(phrase, definite=phrase.definite or phrase.bare)
        if role == "setting" and self.talk.named_before(known):
            role = "thing"  # "a kitchen with an island ... on the island"
        inside = state.in_setting and state.host is None and kind in {Kind.IN, Kind.ON}
        holders = state.subjects if self.around.fronts(after, state) else state.subjects[:-1]
        holders = (
            [*holders, *state.earlier[:-1]]
            if kind is Kind.IN
            else [*holders, *self.targets.tops(state)]
        )
        holders = [*holders, *([] if state.subjects else self.talk.topic)]
        if (
            inside
            and phrase.pronoun
            and not phrase.plural
            and state.left_host is None
            and not self.targets.any_holds(kind, holders)
        ):
            state.open = True  # "a garage with a car in it": in the scene, as everything is
            return after
        if role in {"thing", "pronoun"} or (role == "light" and phrase.noun):
            return self._stand(place, phrase, stop, after, state)
        hung = role == "shell" and kind is Kind.HANGING_FROM
        if hung or (role == "setting" and kind is Kind.ABOVE):
            self._untargeted(Place(kind, False, "shell"), stop, after, state)
        elif role == "setting" and kind is Kind.IN_CENTER:
            centre = Place(Kind.IN_CENTER, False, "shell")
            self._untargeted(centre, stop, after, state)
        elif role == "setting" and self.line.at(stop - 1) == "along" and (
            self.links.may_line_up(state)):  # fmt: skip
            self.links.line_up(Place(Kind.IN_ROW, False, "group"), state.subjects[-1:])
        elif role == "setting" and kind is Kind.AROUND and state.subjects:
            self.links.link(Place(kind, False, "group"), state.subjects[-1], (), state)
        elif kind is Kind.STACKED and role in {"shell", "nothing"}:
            self.links.line_up(Place(Kind.STACKED, False, "group"), state.subjects)
        elif role == "shell" and shell_part(phrase) == "wall":
            wall = Kind.ON_WALL if kind is Kind.ON else Kind.AGAINST_WALL
            told = Place(wall, False, "shell", distance=place.distance)
            self._untargeted(told, stop, after, state)
        ground.note(self.reading, role, phrase)
        state.open = state.joined = False
        state.at_setting = role == "setting"
        if role == "setting" and phrase.head not in wc.GROUNDS:
            state.in_setting, state.chain = True, None
        return after

    def _member(self, place: Place, at: int, state: Sentence) -> int | None:
        """ "a lamp on one and a vase on the other": a place at a single member of a group."""
        found = member_at(self.line, at)
        index = self.talk.member(found[0], state.subjects[-1:]) if found else None
        if found is None or index is None:
            return None if found is None else self.unsaid.other_side(at, state)
        if not state.subjects or self.around.fronts(found[1], state):
            state.front = Front(place, (index,))
            state.begin_list()
            return found[1]
        last = state.subjects[-1]  # not the cloths of "two tables with cloths, a pizza on one"
        theirs = [s for s in state.subjects if s == last or not self.reading.things[s].dealt]
        for subject in self._standing(place, state, theirs, [index]):
            self.links.link(place, subject, (index,), state)
        state.open = state.joined = state.comma = False
        return found[1]

    def _stand(self, place: Place, phrase: Phrase, start: int, after: int, state: Sentence) -> int:
        """Somebody stands at ``place`` to what ``phrase`` names."""
        chained = state.chain is not None and not state.joined and not state.comma
        chained = chained and not self.targets.are_among(place, phrase, state.chain)
        chained = chained and not self.targets.is_too_large(place, phrase, state)
        chained = chained and not self.around.faces_itself(place, state)
        subjects = [state.chain] if chained and state.chain is not None else list(state.subjects)
        fronting = not subjects or self.around.fronts(after, state)
        sided = place.kind in LEFT_RIGHT and place.spread == ""
        if sided and subjects and self.around.is_upon(phrase, start, subjects[-1]):
            place = replace(place, kind=Kind.ON)
        if self.line.at(start - 1) == "across" and self.targets.face_each_other(subjects):
            place = Place(Kind.LEFT_OF, True, "sides")  # "facing each other across the table"
        central = place.kind is Kind.IN_CENTER
        place = centre_of(place, phrase) if central else place
        fresh = len(self.reading.things)
        guest = self.around.to_come(after) if fronting else None
        targets = self.targets.named(place, phrase, subjects, state, fronting=fronting, guest=guest)
        if central and phrase.pronoun and targets and not phrase.many:
            place = centre_of(place, self.reading.things[targets[0]].phrase)
        inside = self.line.span(start - 2, start).startswith(("inside", "within")) or (
            self.line.at(start - 1) in {"inside", "within"}
        )
        if place.kind is Kind.IN and targets and self.targets.carries(targets[0]) and not inside:
            place = replace(place, kind=Kind.ON)  # "sitting in an armchair"
        more, after = self.targets.more(place, phrase, after)
        targets += more
        if self.line.at(after) == "respectively" and len(targets) == len(subjects):
            for subject, target in zip(subjects, targets, strict=True):
                self.links.link(place, subject, (target,), state)
            state.open = state.joined = state.comma = False
            return after + 1
        each = phrase.quantifier == "each" or (
            phrase.pronoun and state.host_each and targets == [state.host]
        )
        if not targets and place.kind is Kind.AROUND and state.in_setting and subjects:
            self.links.link(Place(Kind.AROUND, False, "group"), subjects[-1], (), state)
            return after  # "a garden with a wall around it"
        if not targets:
            self.links.lost(place, subjects)
            return after
        if phrase.head == "both" or phrase.quantifier == "both":
            alone = place.kind in _UPON and self.around.is_single(subjects, targets)
            each = self.around.is_one_each(subjects, targets) or alone or each
        each = each or (not phrase.many and self.reading.dealt_out(targets[0]))
        new_one = targets[0] >= fresh and not fronting and bool(subjects)
        if new_one and self.talk.many(subjects[-1]) and has_own(phrase, state):
            each, dealt = True, self.reading.things[targets[0]]
            dealt.per, dealt.count = subjects[-1], 1
        if sided or place.kind in LEFT_RIGHT:
            state.side = tuple(targets)
            self.targets.share_side(subjects, state)
        if fronting:
            state.front = Front(place, tuple(targets), each)
            state.begin_list()
            return after
        new = range(fresh, len(self.reading.things))
        hosts = not chained and self.hosting.is_hosts(place, targets, state, new)
        if hosts and state.host is not None:
            subjects = [state.host]
        elif not chained and not self.targets.all_between(place, phrase, subjects):
            subjects = self._standing(place, state, subjects, targets)
        if place.kind in _UPON and phrase.pronoun and targets == [state.host] and not state.comma:
            subjects = self.targets.guests_at(place, targets[0], state) or subjects
        if phrase.part and state.host is not None and not hosts:
            subjects = subjects[-1:]  # "six hens and a rooster on the roof"
        state.served = state.served or (phrase.pronoun and targets == [state.host])
        worn = self.targets.are_worn(place, subjects, targets[0])
        if place.kind in _UPON and targets[0] in new and state.front is not None and not worn:
            self.links.move_front(subjects, targets[0], state.front)
        if each and chained:
            self.links.deal_contents(subjects)
        if place.kind in _UPON and targets[0] in new and not (worn or state.putting):
            self.links.move_places(subjects, targets[0], state)
        self.links.keep_holder(place, subjects, targets, new, state)
        for index in subjects:
            self.links.link(place, index, tuple(targets), state, each=each)
            if place.kind is Kind.IN:  # "sunflowers in a vase"
                thing = self.reading.things[index]
                thing.phrase = cut_to_fit(self.reading.things[targets[0]].phrase, thing.phrase)
        own = targets[0] in new and not self.reading.things[targets[0]].present
        own = own and not self.targets.are_worn(place, subjects, targets[0])
        state.chain = targets[0] if own else None
        state.open = state.joined = state.comma = False
        return after

    def _standing(self, place: Place, state: Sentence, subjects: list[int],
                  targets: list[int] | None = None) -> list[int]:  # fmt: skip
        """Which of ``subjects`` the place is about."""
        for target in targets or []:
            if target in subjects:
                subjects = subjects[subjects.index(target) + 1 :][-1:] or subjects[-1:]
        if state.front is not None or (state.acting and state.comma and not state.putting):
            return subjects[-1:]  # "..., and an owl perched on a shelf"
        guest = bool(subjects) and subjects[0] in state.guesses and state.comma
        if guest and targets and targets[0] < (state.host or 0):
            return subjects[-1:]  # "a desk with a book and a cup, a cat in the basket"
        listed = bool(subjects) and subjects[0] in state.guesses and place.kind in _UPON
        listed = listed and (state.comma or not all(self.talk.many(i) for i in subjects))
        if listed and targets and targets[0] > subjects[-1] and targets[0] != state.host:
            return subjects[-1:]  # "a table with a goblet and three oysters on a plate"
        subjects = self.links.free(subjects, state) or subjects
        phrases = [self.reading.things[i].phrase for i in subjects]
        at = self.reading.things[targets[0]].phrase if targets else None
        whole = subjects == state.earlier and state.host is None and not state.in_setting
        whole = whole and not any(p.bare and not p.plural for p in phrases)
        return stand_there(phrases, place.kind or Kind.NEAR, subjects, together=state.putting,
                           comma=state.comma, target=at, whole=whole)  # fmt: skip
