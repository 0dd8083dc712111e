"""What "with" brings: whose it is, how it stands there, and where the list of it ends.

What belongs here: hosts and their guests. What is likely between two things is ``attachment``.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.attachment import (
    for_its_guest,
    guest_kind,
    is_alive,
    is_floored,
    is_small,
    is_tableware,
    smaller,
)
from consumers.lexicon.sentences.contents import cut_to_fit, holds_one
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.fences import pieces_around
from consumers.lexicon.sentences.fronts import is_figure, is_held
from consumers.lexicon.sentences.places import Place, place_at
from consumers.lexicon.sentences.reading import Link, Reading
from consumers.lexicon.sentences.sentence import Front, Sentence
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.plurals import word_classes
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind

_BY = {
    "filled": Kind.IN, "full": Kind.IN, "furnished": None, "equipped": None, "decorated": None,
    "surrounded": Kind.AROUND, "enclosed": Kind.AROUND, "ringed": Kind.AROUND,
    "encircled": Kind.AROUND, "flanked": Kind.LEFT_OF, "framed": Kind.LEFT_OF,
    "separated": Kind.BETWEEN, "divided": Kind.BETWEEN,
    "topped": Kind.ON, "covered": Kind.ON, "stacked": Kind.ON, "lit": None, "illuminated": None,
    "laid": Kind.ON, "laden": Kind.ON, "loaded": Kind.ON, "crowned": Kind.ON, "buried": Kind.ON,
    "littered": Kind.ON, "strewn": Kind.ON, "cluttered": Kind.ON, "piled": Kind.ON,
    "scattered": Kind.ON, "packed": Kind.IN, "stuffed": Kind.IN, "stocked": Kind.IN,
    "crammed": Kind.IN, "brimming": Kind.IN, "overflowing": Kind.IN, "bordered": Kind.NEXT_TO,
    "hung": Kind.ON, "adorned": Kind.ON, "guarded": Kind.NEXT_TO, "edged": Kind.NEXT_TO,
    "dotted": Kind.ON, "occupied": Kind.ON, "manned": Kind.NEXT_TO,
}  # fmt: skip
"""What comes after "... by" or "... with" stands so to what was named before."""
_LINED = frozenset({"lined", "covered", "hung", "filled", "full"})
_OWNS = frozenset({"has", "have", "holds", "contains", "carries"})
_BUT = frozenset({"except", "but", "save", "apart"})
_EMPTY = frozenset({"bare", "empty", "clear", "blank"})
_STRONG = frozenset({Kind.ON, Kind.IN, Kind.AROUND, Kind.UNDER, Kind.IN_FRONT_OF})


class Guests:
    """Reads "with" lists; ``reading`` and ``talk`` are shared with the reader."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse) -> None:
        self.line, self.reading, self.talk = line, reading, talk

    def having(self, at: int, state: Sentence) -> int | None:
        """Read "with", "has", "full of" at ``at``; the index after it, None where it is not."""
        word = self.line.at(at)
        if self.line.at(at - 1) in {"i", "we", "you"} and word in {"have", "hold", "keep"}:
            return None  # "left of the bed I have a desk"
        if word == "with" and place_at(self.line, at) is not None:
            return None  # "with his back to the castle"
        held_in = self.line.at(at + 1) == "in" and word not in {"stacked", "packed", "piled"}
        if word in _LINED and self.line.at(at + 1) == "with" and state.shell == "wall":
            state.guest, state.host, state.leaving_out = None, None, False
            state.front = Front(Place(Kind.AGAINST_WALL, False, "shell"), ())
            state.open, state.chain = False, None
            return at + 2  # "walls lined with bookshelves"
        if word in _BUT and self.line.at(at - 1) in _EMPTY:
            at += 1 + (self.line.at(at + 1) in {"for", "from"})
            state.guest, state.leaving_out = None, False  # "bare except for a letter"
            self._choose_host(at - 1, state)
            state.open, state.chain, state.given, state.front = False, None, False, None
            return at
        if word in _BY and (held_in or self.line.at(at + 1) in {"with", "of", "by"}):
            at += 2
            state.guest = _BY[word]
        elif word in {"containing", "contains", "contain"}:
            state.guest, state.leaving_out = Kind.IN, False
        elif word in wc.HAVING:
            state.guest, state.leaving_out = None, False
        else:
            return None
        self._choose_host(at, state)
        state.mates = state.tail[:-1] if [state.host] == state.tail[-1:] else []
        if state.guest is Kind.AROUND and self._is_around_all(at - 2, state):
            state.host, state.guest = None, None
            state.front = Front(Place(Kind.AROUND, False, "group"), ())
            state.open, state.chain = False, None
            return at
        if word in _OWNS and state.host is not None:
            state.about = [state.host]
        state.open, state.chain, state.front, state.served = False, None, None, False
        state.given = False
        state.comma = state.comma and self.line.at(at - 1) != "each"
        return at

    def _is_around_all(self, at: int, state: Sentence) -> bool:
        """Whether "surrounded by" at ``at`` is said of the setting or of all that was named."""
        of_setting = state.host is None and state.front is None and not state.subjects
        found = phrase_at(self.line, at + 2)
        barrier = found is not None and pieces_around(found[0], None) > 1
        apart = barrier and state.in_setting and self.line.at(at - 1) == ","
        return of_setting or apart or (self.line.at(at - 1) == "all" and len(state.earlier) > 1)

    def _choose_host(self, at: int, state: Sentence) -> None:
        with_list = self.line.at(at) in {"with", "featuring", "including"}
        apart = self.line.at(at - 1) in {",", "and"}
        of_setting = state.in_setting and not state.open and state.chain is None
        of_setting = of_setting and with_list and (apart or state.at_setting or not state.earlier)
        of_setting = of_setting and (apart or not self._holds(at, state))
        if state.front is not None and state.guest is Kind.AROUND and state.front.targets:
            state.host, state.near_host = state.front.targets[0], None
        elif self._goes_on_about_host(at, state):
            state.near_host = None  # "a table with a candle on it, flanked by two chairs"
        elif state.subjects and (state.guest is not None or not of_setting):
            state.host = state.agent if self._acts(at, state) else state.subjects[-1]
            near = state.chain
            beside = None if near is None else self.reading.things[near]
            apart = beside is None or beside.count > 1 or beside.phrase.definite
            state.near_host = None if apart else near
            state.host_each = state.each or "each" in {self.line.at(at), self.line.at(at - 1)}
            if state.host is not None and (
                self.reading.dealt_out(state.host) or self._is_at_sides(state.host)):  # fmt: skip
                state.host_each = True
        else:
            state.host = None

    def _holds(self, at: int, state: Sentence) -> bool:
        """Whether "with" brings what somebody holds: "a fisherman on the pier with a rod"."""
        found = phrase_at(self.line, at + 1)
        alive = bool(state.subjects) and is_alive(self.reading.things[state.subjects[-1]].phrase)
        return alive and found is not None and not found[0].definite and is_held(found[0])

    def _goes_on_about_host(self, at: int, state: Sentence) -> bool:
        """Whether "surrounded by" and the like, apart by a comma, are about whose things were just
        listed."""
        told = state.host is not None and state.guest in {Kind.AROUND, Kind.NEXT_TO, Kind.LEFT_OF}
        return told and self.line.at(at - 3) == ","

    def _is_at_sides(self, host: int) -> bool:
        """Whether one of it stands on each side, so that each has what "with" brings."""
        return self.reading.things[host].phrase.count == 1 and any(
            k.subject == host and k.spread in {"sides", "corners"} for k in self.reading.links
        )

    def _acts(self, at: int, state: Sentence) -> bool:
        """Whether a verb goes on about who did something before: "..., and holds a sword"."""
        return (
            state.agent is not None
            and state.joined
            and self.line.at(at - 1) not in {"that", "which", "who"}
            and self.line.at(at) in {"has", "have", "holds", "carries", "wears", "contains"}
        )

    def _has_own_clause(self, stop: int) -> bool:
        """Whether a place, or a verb and a place, follows what ends before ``stop``."""
        verb = "VERB" in word_classes(self.line.at(stop))
        return place_at(self.line, stop + verb) is not None

    def _belongs_near(self, host: int, guest: Phrase, state: Sentence) -> bool:
        """Whether ``guest`` is rather at the thing named just before "with" than the subject's."""
        alive = is_alive(self.reading.things[host].phrase)
        single = self.talk.many(host) and not guest.many and not state.host_each
        return single or (alive and not is_small(guest))

    def add(self, index: int, state: Sentence, stop: int) -> None:
        """Link what "with" brings to its host, or end the list where it does not fit. ``stop``: the
        word after it."""
        things = self.reading.things
        assert state.host is not None
        guest = things[index].phrase
        if state.near_host is not None:
            near = guest_kind(things[state.near_host].phrase, guest, first=True)
            held = near in _STRONG or self._belongs_near(state.host, guest, state)
            state.host = state.near_host if held else state.host
            state.near_host = None
        host = things[state.host]
        if not (host.phrase.noun or state.given):
            host.phrase = for_its_guest(host.phrase, guest)
        first, state.given = not state.given, True
        kind = guest_kind(host.phrase, guest, first=first)
        ring = state.guest is Kind.AROUND and guest.many and state.joined
        ring = ring or (state.guest is Kind.LEFT_OF and state.joined and not state.comma)
        row = noun_row(host.phrase.noun)
        carriage = row is not None and row.category == "vehicle"
        apart = state.guest is Kind.IN and is_figure(guest) and not carriage
        fits = state.open and smaller(guest, host.phrase) and not apart
        if state.guest is not None and (first or ring or fits):
            kind = state.guest
            row = noun_row(host.phrase.noun)
            topped = row is not None and row.top is not None and not row.hollow
            kind = Kind.ON if kind is Kind.IN and topped else kind
        elif state.guest is not None and not state.open:
            kind = None  # "a table full of books in the middle, a ladder ...": no more of them
        if state.guest is not None and not first and self._has_own_clause(stop):
            kind = None  # "surrounded by a rope, glass cases along both walls"
        upon = kind in {Kind.ON, Kind.IN}
        if state.served and state.comma and upon and state.guest is None:
            state.left_host, state.host = state.host, None
            return  # "a workbench with a drill on it, tires stacked in the corner"
        if self.reading.party and not guest.counted and guest.plural and _is_laid(guest):
            things[index].count = self.reading.party  # "set for six, with plates and forks"
        one_each = guest.plural and not guest.counted and self.talk.many(state.host)
        if one_each:  # "two nightstands with lamps"
            things[index].count, things[index].dealt = max(2, host.count), True
        dealt = state.host_each and not host.implied
        if kind is None and dealt and state.open and not state.comma:
            kind = guest_kind(host.phrase, guest, first=True)  # "each with a lamp and two stools"
        if state.host_each and state.resumes and self._is_apart(guest, host.phrase, stop):
            kind = None  # "tables, each with four chairs, and a cook behind the counter"
        if kind is None and state.guest is None and not (state.open or first):
            if state.comma and is_floored(guest):
                state.left_host, state.host = state.host, None
            return  # "a house with a bench in front and a shed behind": where it is comes after it
        if kind is None:
            state.left_host, state.host = state.host, None
            return
        state.left_host = None
        if kind is Kind.IN:
            if holds_one(host.phrase) and not guest.counted:
                things[index].count = 1
            things[index].phrase = cut_to_fit(host.phrase, guest)
        if kind is Kind.AROUND and not guest.counted:
            pieces = pieces_around(guest, host.phrase)
            things[index].count = max(things[index].count, pieces)
        if kind is Kind.NEXT_TO and is_alive(host.phrase) and is_held(guest):
            self.reading.notes.append(
                f"Held things are shown beside who holds them: {guest.label}."
            )
        link = Link(kind, index, (state.host,), each=state.host_each or things[index].dealt)
        if kind is Kind.LEFT_OF:
            link = self._flanking(link)
        if state.guest is None or not first:
            state.guesses[index] = link
        self.reading.links.append(link)

    def _is_apart(self, guest: Phrase, host: Phrase, stop: int) -> bool:
        """Whether what comes after ", and" is nothing that each has: it has a place of its own, or
        would not be in or on them."""
        beside = guest_kind(host, guest, first=False) not in {Kind.ON, Kind.IN}
        return beside or self._has_own_clause(stop)

    def _flanking(self, link: Link) -> Link:
        """ "a sofa flanked by two lamps", "by a lamp and a plant": at both sides of it."""
        if link.each:
            return replace(link, kind=Kind.NEXT_TO)  # "two tables, each flanked by two benches"
        one = self.reading.things[link.subject].count == 1
        left = any((k.kind, k.targets) == (Kind.LEFT_OF, link.targets) for k in self.reading.links)
        if one:
            return replace(link, kind=Kind.RIGHT_OF if left else Kind.LEFT_OF)
        return replace(link, spread="sides")


def _is_laid(guest: Phrase) -> bool:
    """Whether everybody at a table has one: a plate, a fork, a chair."""
    row = noun_row(guest.noun)
    return is_tableware(guest) or (row is not None and row.seat)
