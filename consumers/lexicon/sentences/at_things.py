"""Places at a thing that the words name: who stands there, and at which of several.

What belongs here: "a lamp on the desk", "a vase on one of them". What does not: finding what the
words name, which is in ``targets``, and what is likely, which is in ``attachment``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.attachment import is_alive, is_table, lies_on_others, stand_there
from consumers.lexicon.sentences.contents import cut_to_fit, for_one
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.hosting import Hosting
from consumers.lexicon.sentences.landmarks import centre_of
from consumers.lexicon.sentences.linking import Links
from consumers.lexicon.sentences.members import member_at, run_at
from consumers.lexicon.sentences.places import Place
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.sentence import Front, Sentence
from consumers.lexicon.sentences.shares import has_own
from consumers.lexicon.sentences.surroundings import Surroundings
from consumers.lexicon.sentences.targets import LEFT_RIGHT, Targets
from consumers.lexicon.sentences.unsaid import Unsaid
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind

_BESIDE = frozenset({
    Kind.NEXT_TO, Kind.NEAR, Kind.BEHIND, Kind.IN_FRONT_OF, Kind.LEFT_OF, Kind.RIGHT_OF,
    Kind.OPPOSITE,
})  # fmt: skip
_ONE_EACH = frozenset({Kind.ABOVE, Kind.UNDER, Kind.BEHIND, Kind.IN_FRONT_OF})
"""Where "lamps" at each of several are one at each."""
_UPON = frozenset({Kind.IN, Kind.ON})
_MEASURED = frozenset({
    "bigger", "larger", "taller", "smaller", "shorter", "biggest", "largest", "tallest",
    "smallest", "shortest",
})  # fmt: skip
_APIECE = _UPON | _ONE_EACH | {Kind.NEXT_TO}
"""Where something at the first two of several is at each of them."""


@dataclass
class _Stance:
    """One place being read: ``place`` at ``targets``, said of ``subjects``.

    ``fresh``: how many things there were before its words. ``chained``: it is about what was just
    named as a target. ``fronting``: who stands there comes after it. ``sided``: its words are
    of a left or right side, ``on_top``: of the top. ``each``: once for every one.
    """

    place: Place
    phrase: Phrase
    subjects: list[int]
    targets: list[int]
    fresh: int
    chained: bool
    fronting: bool
    sided: bool
    on_top: bool
    each: bool = False


class AtThings:
    """Reads places at things; ``reading`` and ``talk`` are shared with the reader."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse) -> None:
        self.line, self.reading, self.talk = line, reading, talk
        self.targets = Targets(line, reading, talk)
        self.links = Links(reading)
        self.unsaid = Unsaid(line, reading, talk, self.targets, self.links)
        self.around = Surroundings(line, reading, talk)
        self.hosting = Hosting(reading, self.links)

    def member(self, place: Place, at: int, state: Sentence) -> int | None:
        """ "a lamp on one and a vase on the other": a place at a single member of a group."""
        run = run_at(self.line, at)
        several = self.talk.run(run[0], run[1], state.subjects[-1:]) if run else None
        if run is not None and several is not None and state.subjects:
            for subject in self.who(place, state, state.subjects, [several]):
                apiece = place.kind in _APIECE and not self.talk.many(subject)
                self.links.link(place, subject, (several,), state, each=apiece)
            state.open = state.joined = state.comma = False
            return run[2]  # "a bench between the first two", "a hat on the first two"
        found = member_at(self.line, at)
        index = self.talk.member(found[0], state.subjects[-1:]) if found else None
        if found is None or index is None:
            index = None if found is None else self._own_member(found, at)
        if found is None or index is None:
            return None if found is None else self.unsaid.other_side(at, state)
        alias = self.reading.things[index].alias
        group = -1 if alias is None else alias[0]
        last = state.subjects[-1:]  # not the cloths of "two tables with cloths, a pizza on one"
        theirs = [s for s in state.subjects if s in last or not self.reading.things[s].dealt]
        theirs = [s for s in theirs if s != group]
        if not theirs or self.around.fronts(found[1], state):
            state.front = Front(place, (index,))
            state.begin_list()
            return found[1]
        for subject in self.who(place, state, theirs, [index]):
            self.links.link(place, subject, (index,), state)
        state.topic = [index]  # "a guard at the middle one and a torch on each side of it"
        state.open = state.joined = state.comma = False
        return found[1]

    def _own_member(self, found: tuple[int, int], at: int) -> int | None:
        """ "two boxes: on the left one a ball": a member of what alone was named, where more comes
        after it."""
        sided = not _MEASURED & set(self.line.words[at : found[1]])
        if not (sided and self.around.to_come(found[1])):
            return None  # "under the biggest one is a blanket" says a size, too
        return self.talk.member(found[0])

    def stand(self, place: Place, phrase: Phrase, start: int, after: int, state: Sentence) -> int:
        """Somebody stands at ``place`` to what ``phrase``, the words from ``start`` to ``after``,
        names; the index after all that names targets."""
        if self._is_full_hosts(place, phrase, state):
            self._let_host_stand(state)
        said = self._stance(place, phrase, start, after, state)
        more, after = self.targets.more(said.place, phrase, after)
        said.targets += more
        ended = self._ends(said, after, state)
        if ended is not None:
            return ended
        self._share(said, state)
        if said.sided or said.place.kind in LEFT_RIGHT:
            state.side = tuple(said.targets)
            self.targets.share_side(said.subjects, state)
        kin = self._kin(said)
        if said.fronting:
            said.targets = sorted([*said.targets, *kin])
            state.front = Front(said.place, tuple(said.targets), said.each)
            state.begin_list()
            return after
        self._play_at_table(said, start, state)
        state.amid = self.line.at(after) == ","
        self._choose(said, state)
        state.amid = False
        if kin:
            said.targets = sorted({*said.targets, *kin} - set(said.subjects))
        self._file(said, state)
        state.open = state.joined = state.comma = False
        return after

    def _let_host_stand(self, state: Sentence) -> None:
        """Go on about the host, which is the guest of what "it" means, where it is one's."""
        assert state.host is not None
        own = state.guesses.get(state.host)
        state.subjects, state.guest = [state.host], None
        state.host = own.targets[0] if own is not None and own.targets else None

    def _is_full_hosts(self, place: Place, phrase: Phrase, state: Sentence) -> bool:
        """Whether it is what is full that stands there, and not what it is full of: "a tractor, a
        trailer full of hay behind it"."""
        host, last = state.host, state.subjects[-1:]
        if host is None or last == [host] or place.kind not in _BESIDE or phrase.plural:
            return False
        inside = any(k.kind is Kind.IN and k.targets == (host,) and k.subject in last
                     for k in self.reading.links)  # fmt: skip
        before = [i for i in [*state.topic, *state.earlier, *self.talk.topic] if i < host]
        return phrase.pronoun and inside and bool(before)

    def _stance(
        self, place: Place, phrase: Phrase, start: int, after: int, state: Sentence
    ) -> _Stance:
        """The place with its subjects and first targets, as ``stand`` is told of it."""
        chained = state.chain is not None and not state.joined and not state.comma
        chained = chained and not self.targets.are_among(place, phrase, state.chain)
        chained = chained and not self.targets.is_too_large(place, phrase, state)
        chained = chained and not self.around.faces_itself(place, state)
        chained = chained and not self._sits_there(place, phrase, state)
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
        on_top = self.line.span(start - 2, start) == "top of" or self.line.at(start - 1) == "atop"
        return _Stance(place, phrase, subjects, targets, fresh, chained, fronting, sided, on_top)

    def _sits_there(self, place: Place, phrase: Phrase, state: Sentence) -> bool:
        """Whether who does something to what was just named sits there, and not that: "an old man
        feeding pigeons on a bench"."""
        last = self.reading.links[-1] if self.reading.links else None
        acts = last is not None and last.spread == "act" and last.subject in state.subjects
        row = noun_row(phrase.noun)
        seat = row is not None and row.seat and place.kind in _UPON
        return acts and seat and is_alive(self.reading.things[state.subjects[-1]].phrase)

    def _ends(self, said: _Stance, after: int, state: Sentence) -> int | None:
        """The index after a place that needs no more thought; None where who stands there does."""
        place, subjects, targets = said.place, said.subjects, said.targets
        if self.line.at(after) == "respectively" and len(targets) == len(subjects):
            for subject, target in zip(subjects, targets, strict=True):
                self.links.link(place, subject, (target,), state)
            state.open = state.joined = state.comma = False
            return after + 1
        if not targets and place.kind is Kind.AROUND and state.in_setting and subjects:
            self.links.link(Place(Kind.AROUND, False, "group"), subjects[-1], (), state)
            return after  # "a garden with a wall around it"
        if not targets:
            self.links.lost(place, subjects)
            return after
        return None

    def _share(self, said: _Stance, state: Sentence) -> None:
        """Tell whether every target has its own."""
        place, phrase, subjects, targets = said.place, said.phrase, said.subjects, said.targets
        each = phrase.quantifier == "each" or (
            phrase.pronoun and state.host_each and targets == [state.host]
        )
        if phrase.head == "both" or phrase.quantifier == "both":
            alone = place.kind in _UPON and self.around.is_single(subjects, targets)
            each = self.around.is_one_each(subjects, targets) or alone or each
        each = each or (not phrase.many and self.reading.dealt_out(targets[0]))
        new_one = targets[0] >= said.fresh and not said.fronting and bool(subjects)
        if new_one and self.talk.many(subjects[-1]) and has_own(phrase, state):
            each, dealt = True, self.reading.things[targets[0]]
            dealt.per, dealt.count = subjects[-1], 1
        said.each = each
        if each and subjects and not said.fronting:
            self._count_shares(said)

    def _play_at_table(self, said: _Stance, start: int, state: Sentence) -> None:
        """Let who does something with what lies on tables "at a table" be there, and that be on it:
        "two men playing chess at a small table"."""
        last = self.reading.links[-1] if self.reading.links else None
        row = noun_row(said.phrase.noun)
        acts = last is not None and last.spread == "act" and last.targets == (state.chain,)
        if last is None or not acts or row is None or not is_table(row) or not said.chained:
            return
        if self.line.at(start - 1) != "at" or state.chain is None:
            return
        if lies_on_others(self.reading.things[state.chain].phrase):
            said.place = replace(said.place, kind=Kind.ON)
            self.reading.links.remove(last)
            self.links.link(Place(Kind.AROUND, True), last.subject, tuple(said.targets), state)

    def _kin(self, said: _Stance) -> list[int]:
        """What else "each house" names than the houses that were named last."""
        each = said.phrase.quantifier == "each" and not said.phrase.pronoun
        if not each or len(said.targets) != 1 or said.place.kind is Kind.BETWEEN:
            return []
        return self.talk.before.kin(said.phrase, said.targets[0])

    def _count_shares(self, said: _Stance) -> None:
        """Count what every target has: one of "lights on top of each pillar", and as many of the
        rest of a group as there are, or the other way round ("and one on each swing")."""
        thing = self.reading.things[said.subjects[-1]]
        target = self.reading.things[said.targets[0]]
        group = None if thing.alias is None else self.reading.things[thing.alias[0]]
        if group is not None and thing.alias is not None and group.phrase.counted:
            left = max(1, group.count - thing.alias[1]) if thing.alias[1] >= 0 else 1
            if not (target.phrase.counted or target.present) and said.targets[0] >= said.fresh:
                target.count = max(1, left // max(1, thing.count))
            thing.count = min(left, max(1, thing.count) * max(1, target.count))
            return
        single = said.on_top or said.place.kind in _ONE_EACH
        if single and thing.phrase.plural and not (thing.phrase.counted or thing.present):
            thing.count = 1

    def _choose(self, said: _Stance, state: Sentence) -> None:
        """Which of the subjects, or the host in their stead, the place is about."""
        place, phrase, targets = said.place, said.phrase, said.targets
        new = range(said.fresh, len(self.reading.things))
        hosts = not said.chained and self.hosting.is_hosts(place, targets, state, new)
        if hosts and state.host is not None:
            said.subjects = self._with_mates(place, state.host, targets, state)
        elif self._is_pair_at_it(said, state):
            pass
        elif not said.chained and not self.targets.all_between(place, phrase, said.subjects):
            said.subjects = self.who(place, state, said.subjects, targets)
        if place.kind in _UPON and phrase.pronoun and targets == [state.host] and not state.comma:
            said.subjects = self.targets.guests_at(place, targets[0], state) or said.subjects
        if phrase.part and state.host is not None and not hosts:
            said.subjects = said.subjects[-1:]  # "six hens and a rooster on the roof"
        state.served = state.served or (phrase.pronoun and targets == [state.host])

    def _with_mates(self, place: Place, host: int, targets: list[int],
                    state: Sentence) -> list[int]:  # fmt: skip
        """The host, and what "and" joined to it where that is there, too: "a bowl and a vase with
        flowers on it"."""
        placed = {k.subject for k in self.reading.links} | set(targets)
        mates = [i for i in state.mates if i not in placed]
        if place.kind not in _UPON or len(mates) != len(state.mates):
            return [host]
        phrases = [self.reading.things[i].phrase for i in (*mates, host)]
        return stand_there(phrases, place.kind, [*mates, host], together=False, comma=False,
                           target=self.reading.things[targets[0]].phrase)  # fmt: skip

    def _is_pair_at_it(self, said: _Stance, state: Sentence) -> bool:
        """Whether two that a clause begins with are both at "it", named before: "a donkey and a
        cart next to it"."""
        each = said.phrase.quantifier == "each" and not said.phrase.pronoun
        subjects = [i for i in said.subjects if not (each and i in said.targets)]
        if said.chained or said.place.kind not in _BESIDE or len(subjects) != 2:
            return False
        singular = said.phrase.pronoun and not said.phrase.plural and said.phrase.head != "that"
        told = [k for k in self.reading.links if not (each and k in state.guesses.values())]
        placed = {k.subject for k in told if k.targets and not k.spread}
        small = [lies_on_others(self.reading.things[i].phrase) for i in subjects]
        free = not (placed | set(said.targets)) & set(subjects)
        if not ((singular or each) and free and small[0] == small[1]):
            return False
        said.subjects = subjects  # "a candle and a plate in front of each chair"
        return True

    def _file(self, said: _Stance, state: Sentence) -> None:
        """Link the subjects to the targets, and move what was said of them to a new holder."""
        place, subjects, targets = said.place, said.subjects, said.targets
        new = range(said.fresh, len(self.reading.things))
        worn = self.targets.are_worn(place, subjects, targets[0])
        if place.kind in _UPON and targets[0] in new and state.front is not None and not worn:
            self.links.move_front(subjects, targets[0], state.front)
        if said.each and said.chained:
            self.links.deal_contents(subjects)
        if place.kind in _UPON and targets[0] in new and not (worn or state.putting):
            self.links.move_places(subjects, targets[0], state)
        self.links.keep_holder(place, subjects, targets, new, state)
        for index in subjects:
            self.links.link(place, index, tuple(targets), state, each=said.each)
            if place.kind is Kind.IN:  # "sunflowers in a vase"
                thing = self.reading.things[index]
                thing.phrase = cut_to_fit(self.reading.things[targets[0]].phrase, thing.phrase)
        self._give_own(said, new)
        own = targets[0] in new and not self.reading.things[targets[0]].present and not worn
        state.chain = targets[0] if own else None

    def _give_own(self, said: _Stance, new: range) -> None:
        """ "two knights on horses", "six busts on plinths": as many as they are, one each."""
        target, several = self.reading.things[said.targets[0]], said.subjects[-1:]
        if said.targets[0] not in new or said.place.kind not in _UPON or not several:
            return
        thing = self.reading.things[several[0]]
        if (
            thing.count < 2
            or target.per is not None
            or self.targets.are_worn(said.place, several, said.targets[0])
        ):
            return
        own = is_alive(thing.phrase) or for_one(target.phrase, thing.phrase)
        if own and target.phrase.plural and not target.phrase.counted:
            target.count = thing.count

    def who(self, place: Place, state: Sentence, subjects: list[int],
                  targets: list[int] | None = None) -> list[int]:  # fmt: skip
        """Which of ``subjects`` the place is about."""
        comma = state.comma
        tail = self._tail(place, state, subjects, targets or [])
        for target in targets or []:
            if target in subjects:
                subjects = subjects[subjects.index(target) + 1 :][-1:] or subjects[-1:]
        if len(tail) > 1:
            subjects, comma = tail, False
        if state.front is not None or (state.acting and state.comma and not state.putting):
            return subjects[-1:]  # "..., and an owl perched on a shelf"
        if state.amid and state.tail == subjects[-1:] and not state.resumed and not state.putting:
            return subjects[-1:]  # "three butterflies, a bee on a flower, a drone and a ufo"
        guest = bool(subjects) and subjects[0] in state.guesses and comma
        if guest and targets and targets[0] < (state.host or 0):
            return subjects[-1:]  # "a desk with a book and a cup, a cat in the basket"
        listed = bool(subjects) and subjects[0] in state.guesses and place.kind in _UPON
        listed = listed and (comma or not all(self.talk.many(i) for i in subjects))
        if listed and targets and targets[0] > subjects[-1] and targets[0] != state.host:
            return subjects[-1:]  # "a table with a goblet and three oysters on a plate"
        subjects = self.links.free(subjects, state) or subjects
        phrases = [self.reading.things[i].phrase for i in subjects]
        at = self.reading.things[targets[0]].phrase if targets else None
        whole = subjects == state.earlier and state.host is None and not state.in_setting
        whole = whole and not any(p.bare and not p.plural for p in phrases)
        return stand_there(phrases, place.kind or Kind.NEAR, subjects, together=state.putting,
                           comma=comma, target=at, whole=whole)  # fmt: skip

    def _tail(self, place: Place, state: Sentence, subjects: list[int],
              targets: list[int]) -> list[int]:  # fmt: skip
        """The end of the list, where it is a list of its own: "a desk and a chair, a mug and a pen
        on the desk"."""
        listed = subjects[-len(state.tail) :] == state.tail and len(subjects) > len(state.tail)
        named = any(t in subjects and t not in state.tail for t in targets)
        told = named or state.apart
        return list(state.tail) if listed and told and place.kind in _UPON | _BESIDE else []
