"""So many each: "with eight chairs each", "two chairs per table", "each person has a desk".

What belongs here: words that deal things out to the members of a group, and for how many people a
place is. What does not: "each" before a noun, which is its determiner, and counting the shares out,
which is in ``expansion``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.arrangements import things_at
from consumers.lexicon.sentences.attachment import guest_kind, is_table
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.sentences.reading import Link, Look, Reading, Thing
from consumers.lexicon.sentences.roles import role_of
from consumers.lexicon.sentences.sentence import Sentence
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.colors import color_table
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.quantities import SEVERAL, quantity
from consumers.lexicon.words.tokens import STOPS, Line
from schemas.decomposition import RelationKind as Kind

_PER = re.compile(r"(?:one |each )?(?:for|to)(?= each | every )|per(?= )")
_EVERYBODY = re.compile(
    r"(?:(?:and )?(?:each|every) (?P<who>person|one|guest|student|pupil|child|kid|player|worker"
    r"|employee|customer|man|woman|visitor)|everyone|everybody|each of (?:them|us))"
    r" (?:has|have|gets|get|needs|with|having|owns|uses)(?= )"
)
_IN_COLORS = re.compile(
    r"(?:(?:each (?:one )?|all )(?:is |are |of |in |with |has )?(?:a |an |its own )?"
    r"(?:different|other|own|distinct|separate|various|unique) colou?rs?"
    r"|(?:in|of) (?:all )?(?:different|various|assorted|several|many|mixed) colou?rs)(?= |$)"
)
_PALETTE = ("red", "blue", "green", "yellow", "orange", "purple", "white", "pink", "brown",
            "turquoise", "grey", "black")  # fmt: skip
"""Colours that are told apart at sight, in the order in which they are given out."""
_PEOPLE = frozenset({
    "person", "people", "visitor", "customer", "guest", "student", "pupil", "kid", "child",
    "player", "worker", "employee", "tourist", "passenger", "diner", "patron", "spectator",
    "family", "friend", "colleague", "patient", "client", "user", "audience", "reader", "adult",
})  # fmt: skip
_KIN = frozenset({
    "team", "twin", "couple", "crew", "staff", "class", "daughter", "son", "wife", "husband",
    "boss", "mum", "mom", "dad", "mother", "father", "brother", "sister", "grandma", "grandpa",
    "granny", "toddler", "teenager", "teen", "baby", "beginner", "pet", "newborn",
})  # fmt: skip
"""Further words for whom a place is meant, and who need not be there."""
_OF_SO_MANY = re.compile(r"of (?=\w)")
_SET_FOR = frozenset({"set", "laid", "seating", "room", "space", "places", "seats", "table"})


class Shares:
    """Reads shares; ``reading`` and ``talk`` are shared with the reader."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse) -> None:
        self.line, self.reading, self.talk = line, reading, talk

    def read(self, at: int, state: Sentence) -> int | None:
        """Read a share at ``at``; the index after it, None where there is none."""
        for read in (self._each_after, self._colors, self._everybody, self._per, self._party):
            stop = read(at, state)
            if stop is not None:
                return stop
        return None

    def _each_after(self, at: int, state: Sentence) -> int | None:
        """ "six tables with eight chairs each": what was just listed is one table's."""
        ends = self.line.at(at + 1) in STOPS or self.line.at(at + 1) in {"", ",", "and"}
        there = not ends and place_at(self.line, at + 1) is not None
        ends = ends or (there and state.host is not None)
        listed = state.open and not state.joined and bool(state.subjects)
        if self.line.at(at) not in {"each", "apiece"} or not ends or not listed:
            return None
        for index in state.subjects:
            self._deal(index, state)
        state.open = False
        if there and state.host is not None:
            state.subjects, state.host = [state.host], None  # "with two chairs each by the wall"
        if self.line.at(at + 1) == "," and state.host is not None and not state.host_each:
            state.left_host, state.host = None, None  # "desks with a chair each, a toy box ..."
        return at + 1

    def _deal(self, index: int, state: Sentence) -> None:
        """Make thing ``index`` one that every member of its host has."""
        links = self.reading.links
        for place, link in enumerate(links):
            if link.subject == index and link.targets and self.talk.many(link.targets[0]):
                links[place] = replace(link, each=True)
                if state.guesses.get(index) == link:
                    state.guesses[index] = links[place]
                return
        before = [i for i in state.earlier if i < index and self.talk.many(i)]
        if not before:
            return
        host, guest = self.reading.things[before[-1]], self.reading.things[index]
        kind = guest_kind(host.phrase, guest.phrase, first=True) or Kind.NEXT_TO
        links.append(Link(kind, index, (before[-1],), each=True))

    def _colors(self, at: int, state: Sentence) -> int | None:
        """ "four chairs, each a different colour"."""
        found = self.line.match(_IN_COLORS, at)
        if found is None or not state.subjects:
            return None
        thing = self.reading.things[state.subjects[-1]]
        if thing.present or thing.count < 2:
            return None
        table = color_table()
        thing.variants = [
            Look(table[_PALETTE[place % len(_PALETTE)]]) for place in range(thing.count)
        ]
        return found[1]

    def _everybody(self, at: int, state: Sentence) -> int | None:
        """ "each person has a desk": as many desks as people are meant, who need not be there."""
        found = self.line.match(_EVERYBODY, at)
        if found is None:
            return None
        named = phrase_at(self.line, at)
        who = named[0] if named is not None and found[0].group("who") else None
        if who is not None and self.talk.named_before(replace(who, definite=True)):
            return None
        if self.reading.party is None and self._anybody():
            return None  # "three men and a dog. each one has a hat": of the men
        count = self.reading.party or SEVERAL
        phrase = Phrase("each person", "person", "person", "person", quantifier="each")
        index = self.talk.add(Thing(phrase, count, implied=True))
        self.talk.mentions.pop()
        state.begin_list()
        state.host, state.host_each, state.guest, state.front = index, True, None, None
        return found[1]

    def _anybody(self) -> bool:
        return any(_is_person(thing.phrase) for thing in self.reading.things)

    def _party(self, at: int, state: Sentence) -> int | None:
        """ "for visitors", "a table set for six": people for whom it is and who are not there."""
        if self.line.at(at) != "for":
            return None
        number = quantity(self.line, at + 1)
        stop = at + 1 + (number.length if number else 0)
        following = self.line.at(stop)
        ends = following in STOPS or following in {"", ",", "and"} or following in wc.HAVING
        ends = ends or place_at(self.line, stop) is not None  # "a table for two by the window"
        if number is not None and ends and (state.subjects or self.line.at(at - 1) in _SET_FOR):
            self.reading.party = number.count
            laid = self.line.at(at - 1) in _SET_FOR - {"table", "seating"}
            if state.subjects and number.count > 1 and not (state.joined or laid):
                row = noun_row(self.reading.things[state.subjects[-1]].phrase.noun)
                table = row is not None and is_table(row)
                self.reading.seated = state.subjects[-1] if table else None
            state.open = state.open and self.line.at(at - 1) not in {"set", "laid"}
            return stop
        found = things_at(self.line, at + 1)
        if found is None or not (_is_person(found.phrase) or found.phrase.head in _KIN):
            return None
        owned = self.line.at(at + 1) in {"my", "our", "his", "her", "their", "your"}
        if self.talk.named_before(found.phrase) or (found.phrase.definite and not (
            owned or self.line.at(at - 1) != ",")):  # fmt: skip
            return None
        if found.phrase.counted and found.phrase.count > 1:
            self.reading.party = found.phrase.count
        of = self.line.match(_OF_SO_MANY, found.stop)
        members = quantity(self.line, of[1]) if of else None
        if of is not None and members is not None:  # "for a team of eight"
            self.reading.party = members.count
            return of[1] + members.length
        return found.stop

    def seat(self) -> None:
        """Put chairs around "a table for four" where the text names nothing to sit on."""
        table, party = self.reading.seated, self.reading.party
        rows = [noun_row(thing.phrase.noun) for thing in self.reading.things]
        if table is None or party is None or any(row is not None and row.seat for row in rows):
            return
        found = phrase_at(Line((str(party), "chairs")), 0)
        if found is not None:
            each = self.talk.many(table)
            index = self.talk.add(Thing(found[0], party))
            self.reading.links.append(Link(Kind.AROUND, index, (table,), each=each))

    def _per(self, at: int, state: Sentence) -> int | None:
        """ "a plate for each of the eight chairs": as many as there are of another thing."""
        match = self.line.match(_PER, at)
        found = things_at(self.line, match[1]) if match else None
        if found is None or found.phrase.pronoun or role_of(found.phrase) != "thing":
            return None
        phrase = found.phrase
        if self.line.at(at) == "per" and not phrase.many:
            phrase = replace(phrase, quantifier="each", definite=True)  # "per table"
        party = None if phrase.counted or self.talk.named_before(phrase) else self.reading.party
        if party is not None and _is_person(phrase) and state.subjects:
            for index in state.subjects:  # "for 12 students, with a desk and a chair for each"
                self.reading.things[index].count *= party
            state.open = False
            return found.stop
        before = None if state.subjects else self.talk.refer(phrase)
        if before is not None:  # "for each table two chairs"
            state.host, state.host_each, state.open = before, True, False
            state.given = False
            return found.stop
        subject = self.reading.things[state.subjects[-1]]
        index = self.talk.refer(phrase)
        if index == state.subjects[-1]:
            return None
        one = "one" in {self.line.at(at), self.line.at(at - 1)}
        kind = guest_kind(phrase, subject.phrase, first=True)
        state.open = False
        if one and subject.phrase.counted and subject.count > 1 and not phrase.counted:
            # "two lamps, one for each nightstand": as many nightstands as there are lamps
            target = self.reading.things[index]
            fresh = not target.present and target.phrase is phrase
            target.count = subject.count if fresh else target.count
            if kind in {Kind.ON, Kind.AROUND}:
                self.reading.links.append(Link(kind, state.subjects[-1], (index,)))
            return found.stop
        subject.per = index
        subject.count = subject.count if subject.phrase.counted else 1
        if state.host == index:
            self._deal(state.subjects[-1], state)  # "six desks with one chair per desk"
        row = noun_row(phrase.noun)
        seat = row is not None and row.seat
        if state.host is None and (kind is Kind.AROUND or (kind is Kind.ON and not seat)):
            self.reading.links.append(Link(kind, state.subjects[-1], (index,), each=True))
        return found.stop


def has_own(target: Phrase, state: Sentence) -> bool:
    """Whether every subject has a target for itself: "five statues, each on a pedestal"."""
    single = state.each and not target.many and not target.definite
    theirs = target.said.startswith("their ") and target.plural  # "six pupils at their desks"
    return single or ((target.quantifier == "own" or theirs) and not target.counted)


def _is_person(phrase: Phrase) -> bool:
    row = noun_row(phrase.noun)
    return phrase.head in _PEOPLE or (row is not None and row.category == "person")
