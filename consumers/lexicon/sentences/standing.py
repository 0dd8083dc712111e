"""Places in a sentence: who stands where, before or after the words of the place.

What belongs here: telling what sort of place stands at a word, and what its target's name is here.
What does not: who stands there (``at_things``, ``at_room``), reading the list itself (``reader``)
and what is likely when grammar leaves it open (``attachment``).
"""

from __future__ import annotations

import re
from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences import ground
from consumers.lexicon.sentences.arrangements import Things, things_at
from consumers.lexicon.sentences.at_room import AtRoom
from consumers.lexicon.sentences.at_things import AtThings
from consumers.lexicon.sentences.attachment import lies_on_others
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.landmarks import (
    along_aisle,
    deed_at,
    is_aisle,
    is_building,
    is_inside,
    is_view,
    side_at,
)
from consumers.lexicon.sentences.ownership import Ownership
from consumers.lexicon.sentences.places import BACK, Place, away_at, measured_place_at, place_at
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.roles import Role, role_of, shell_part
from consumers.lexicon.sentences.sentence import Front, Sentence
from consumers.lexicon.sentences.terrain import at_water, is_ashore, is_underfoot, water_here
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import STOPS, Line
from schemas.decomposition import RelationKind as Kind

_SETTING_PLACES = frozenset({Kind.IN, Kind.ON, Kind.IN_CENTER, Kind.NEAR, Kind.AROUND})
_SKY = {"moon": "night", "star": "night", "sky": None, "sun": "day"}
_ALL_THIS = re.compile(
    r"(?:everything|it all|all (?:of )?(?:this|that|it|these|those)"
    r"|the whole (?:thing|lot|stack|pile|group|set))(?= |$)"
)
_UPON = frozenset({Kind.IN, Kind.ON})
_ON_GROUND = _UPON | {Kind.NEAR, Kind.NEXT_TO}


class Standing:
    """Reads places; ``reading`` and ``talk`` are shared with the reader."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse) -> None:
        self.line, self.reading, self.talk = line, reading, talk
        self.at_things = AtThings(line, reading, talk)
        self.at_room = AtRoom(line, reading, talk, self.at_things)
        self.targets, self.links = self.at_things.targets, self.at_things.links
        self.ownership = Ownership(line, reading, talk)
        self.unsaid, self.around = self.at_things.unsaid, self.at_things.around

    def read(self, at: int, state: Sentence) -> int | None:
        """Read the place at word ``at``; the index after it, or None where no place is."""
        again = state.front is not None and state.front_end == at and not state.subjects
        before = state.front
        stop = self._after_front(at, state) if again else self._place(at, state)
        if not again and state.front is not before:
            state.second = None
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
            or deed_at(self.line, at, several=self._are_several(state))
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
            self.at_room.place(place, at, stop, state)
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

    def _are_several(self, state: Sentence) -> bool:
        """Whether the present list just ended with several, so that a verb has no "s"."""
        listed = state.open and not state.joined and bool(state.subjects)
        return listed and self.talk.many(state.subjects[-1])

    def _way(self, start: Phrase, end: Phrase, state: Sentence) -> None:
        """Note what goes "from the door to the throne"."""
        ends = tuple(self.talk.refer(replace(phrase, definite=True)) for phrase in (start, end))
        self.links.link(Place(Kind.BETWEEN, True), state.subjects[-1], ends, state)
        state.open = state.joined = False

    def _targeted(self, place: Place, stop: int, state: Sentence) -> int | None:
        own = self.ownership.owner(place, stop, state)
        if own is not None:
            place, owners, after = own
            self.links.link(place, state.subjects[-1], owners, state)
            state.open = state.joined = False
            return after
        if self.line.at(stop - 1) in {"at", "by", "in"} and self.around.is_time(stop):
            self.reading.time = wc.TIMES[self.line.at(stop)]
            return stop + 1  # "a beach at sunset palm trees on the left"
        member = self.at_things.member(place, stop, state)
        if member is not None:
            return member
        everything = self._at_all_this(place, stop, state)
        if everything is not None:
            return everything
        found = things_at(self.line, stop) or self._things_like_verbs(stop)
        if found is None:
            return self._without_thing(place, stop, state)
        if self.unsaid.between(place, found.phrase, found.stop, state):
            return stop
        if self._at_row_end(place, found.phrase, state):
            return found.stop
        ended = self._at_no_thing(place, found.phrase, stop, found.stop, state)
        if ended is not None:
            return ended
        state.arrangement = found.arrangement if found.phrase.group != "stack" else None
        return self._at(place, found.phrase, stop, found.stop, state)

    def _things_like_verbs(self, at: int) -> Things | None:
        """ "on stands", "on small stands": a noun that looks like a verb, where none can be."""
        end = at + (self.line.at(at + 1) == "stands")
        following = self.line.at(end + 1)
        ends = following in STOPS or following in {"", ",", "and"}
        if self.line.at(end) != "stands" or not (ends or place_at(self.line, end + 1)):
            return None
        found = things_at(Line(("some", *self.line.words[at : end + 1])), 0)
        return None if found is None else replace(found, stop=end + 1)

    def _at_all_this(self, place: Place, stop: int, state: Sentence) -> int | None:
        """ "in front of all this", "next to the whole thing": at what all the rest stands on."""
        said = self.line.match(_ALL_THIS, stop)
        if said is None:
            return None
        fronting = self.around.fronts(said[1], state)
        named = [*state.earlier, *self.talk.topic, *self.talk.mentions]
        named = [i for i in named if fronting or i not in state.subjects]
        if not named:
            return None
        first = next(iter(self.targets.by_themselves(named)), named[0])
        guest = self.around.to_come(said[1]) if fronting else None
        row = None if guest is None else noun_row(guest.noun)
        if place.kind is Kind.ABOVE and row is not None and row.placement == "ceiling":
            self.at_room.place(Place(Kind.HANGING_FROM, False, "shell"), stop, said[1], state)
            return said[1]  # "above it all a chandelier"
        if fronting:
            state.front = Front(place, (first,))
            state.begin_list()
            return said[1]
        for index in self.at_things.who(place, state, state.subjects, [first]):
            self.links.link(place, index, (first,), state)
        state.open = state.joined = False
        return said[1]

    def _without_thing(self, place: Place, stop: int, state: Sentence) -> int | None:
        """A place whose target is land, which is no thing, or is left out."""
        upon = place.kind is None or place.kind in _UPON
        land = ground.land_at(self.line, stop) if upon and not state.putting else None
        if place.kind is None or land is None:
            read = self.unsaid.read(place, stop, state)
            if read is None and self.line.at(stop) == "the" and state.subjects:
                state.open = False  # it has a place of its own, though nobody knows which
            return read
        water = water_here(self.reading) if self.line.at(land[1] - 1) == "water" else None
        if water is not None:
            return self.at_things.stand(place, water, stop, land[1], state)
        ground.tell_land(self.reading, land[0])
        state.open = state.joined = False
        return land[1]

    def _at_row_end(self, place: Place, phrase: Phrase, state: Sentence) -> bool:
        """Whether it is "at the end of the row" of things named before: beside the last of them."""
        group = self.talk.before.grouped(phrase) if place.ends and state.subjects else None
        if group is None or group == state.subjects[-1]:
            return False
        self.talk.group = group
        last = self.talk.member(-1, state.subjects[-1:])
        if last is not None:
            self.links.link(Place(Kind.RIGHT_OF, True), state.subjects[-1], (last,), state)
            state.open = state.joined = False
        return last is not None

    def _at_no_thing(
        self, place: Place, phrase: Phrase, stop: int, after: int, state: Sentence
    ) -> int | None:
        """A place at an aisle, a view or the sky, where nothing is; the index after it."""
        kind = place.kind or Kind.NEAR
        if is_aisle(phrase) and state.subjects:
            self.links.link(along_aisle(place), state.subjects[-1], (), state)
            state.open = state.joined = False
            return after
        if kind is Kind.FACING and is_view(phrase) and not self.talk.named_before(phrase):
            far = Place(Kind.FACING, False, "shell", walls=(BACK,))
            self.at_room.place(far, stop, after, state)
            ground.tell_view(self.reading, phrase)
            return after  # "deck chairs facing the sea"
        if kind is Kind.UNDER and (phrase.noun == "moon" or phrase.head in _SKY):
            state.arrangement = None
            self.reading.time = _SKY.get(phrase.head) or self.reading.time
            return after
        return None

    def _at(self, place: Place, phrase: Phrase, stop: int, after: int, state: Sentence) -> int:
        """A place at what ``phrase`` names: a thing, its part, or the setting."""
        kind = place.kind or Kind.NEAR
        if kind in _UPON and (water := at_water(self.reading, phrase)) is not None:
            beside = replace(place, kind=Kind.NEXT_TO) if is_ashore(phrase) else place
            return self.at_things.stand(beside, water, stop, after, state)
        along = self.line.at(stop - 1) == "along"
        if kind in _ON_GROUND and not along and is_underfoot(self.reading, phrase):
            state.open = state.joined = False
            return after
        role = role_of(phrase, in_place=True, setting_known=self.reading.setting is not None)
        own_wall = role == "thing" and phrase.noun == "wall" and ground.has_walls(self.reading)
        if own_wall and not self.talk.named_before(replace(phrase, definite=True)):
            role = "shell"  # "posters on the brick wall" of an alley
        measured = place.distance is not None
        outside = kind is Kind.ON and is_inside(phrase)
        apart = measured or outside or kind not in _SETTING_PLACES or bool(phrase.part)
        if role == "setting" and is_building(phrase) and apart:
            role = "thing"
        may_be_part = role in {"part", "thing"} or (role == "setting" and phrase.definite)
        whole = self.ownership.whole(phrase) if may_be_part else None
        if kind is Kind.UNDER and phrase.head == "roof" and not (phrase.definite or phrase.noun):
            whole, role = None, "thing"  # "two pumps under a flat roof" that is not theirs
            phrase = replace(phrase, noun="awning")
        if whole is not None and kind is Kind.HANGING_FROM and self.targets.is_vehicle(whole):
            self.at_room.place(Place(kind, False, "shell"), stop, after, state)
            return after  # "a clock hanging from the roof" of a station with a train
        if whole is not None or (role in {"part", "thing"} and not phrase.definite):
            role = "thing"  # "an owl on a branch": of the tree, if there is one
            if whole is not None:
                phrase = replace(self.reading.things[whole].phrase, definite=True, counted=False,
                                 part=singular(phrase.head))  # fmt: skip
        if role == "setting" and self._is_thing_here(kind, phrase, state):
            role = "thing"
        if self._is_in_scene(kind, phrase, after, state):
            state.open = True  # "a garage with a car in it": in the scene, as everything is
            return after
        if role in {"thing", "pronoun"} or (role == "light" and phrase.noun):
            return self.at_things.stand(place, phrase, stop, after, state)
        self._at_setting(place, phrase, role, (stop, after), state)
        return after

    def _is_thing_here(self, kind: Kind, phrase: Phrase, state: Sentence) -> bool:
        """Whether the name of a place is that of a thing of the scene here."""
        if phrase.noun and phrase.definite and not phrase.plural and self.talk.known(phrase):
            return True  # "on the bar" of a bar that has one
        if kind is Kind.NEAR and state.acting and not phrase.definite:
            return True  # "two domes connected by a tunnel"
        fresh = phrase.noun and not phrase.definite and not phrase.bare
        beside = self.reading.setting is not None and kind in {Kind.NEXT_TO, Kind.BEHIND}
        if fresh and beside:
            return True  # "a harbor with boats tied to a pier"
        known = replace(phrase, definite=phrase.definite or phrase.bare)
        return self.talk.named_before(known)  # "a kitchen with an island ... on the island"

    def _is_in_scene(self, kind: Kind, phrase: Phrase, after: int, state: Sentence) -> bool:
        """Whether "it" is the setting, since nothing named can hold what is there."""
        inside = state.in_setting and state.host is None and kind in {Kind.IN, Kind.ON}
        if not inside or not phrase.pronoun or phrase.plural or state.left_host is not None:
            return False
        holders = state.subjects if self.around.fronts(after, state) else state.subjects[:-1]
        holders = (
            [*holders, *state.earlier[:-1]]
            if kind is Kind.IN
            else [*holders, *self.targets.tops(state)]
        )
        holders = [*holders, *([] if state.subjects else self.talk.topic)]
        holders = [*holders, *(state.front.targets if state.front is not None else ())]
        guest = self.around.to_come(after) if self.around.fronts(after, state) else None
        return not self.targets.any_holds(kind, holders, guest)

    def _at_setting(
        self, place: Place, phrase: Phrase, role: Role, words: tuple[int, int], state: Sentence
    ) -> None:
        """A place at the setting or a part of the room. ``words``: where its name begins, ends."""
        kind, (stop, after) = place.kind or Kind.NEAR, words
        hung = role == "shell" and kind is Kind.HANGING_FROM
        if hung or (role == "setting" and kind is Kind.ABOVE):
            self.at_room.place(Place(kind, False, "shell"), stop, after, state)
        elif role == "setting" and kind is Kind.IN_CENTER:
            centre = Place(Kind.IN_CENTER, False, "shell")
            self.at_room.place(centre, stop, after, state)
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
            self.at_room.place(told, stop, after, state)
        ground.note(self.reading, role, phrase)
        state.open = state.joined = False
        state.at_setting = role == "setting"
        if role == "setting" and phrase.head not in wc.GROUNDS:
            state.in_setting, state.chain = True, None
