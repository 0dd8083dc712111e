"""The reader: goes through a text once and notes things, links, setting and lights.

It reads grammar (phrases, places, "with", "and", pronouns, full stops), not example sentences.
Places are read in ``standing``; who is meant by "it" is in ``discourse``; what a "with" means when
it is unclear is in ``attachment``.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon import ground
from consumers.lexicon import wordclasses as wc
from consumers.lexicon.attachment import cut_to_fit, guest_kind, holds_one, smaller
from consumers.lexicon.discourse import Discourse, Known
from consumers.lexicon.looks import color_at, material_at, material_color
from consumers.lexicon.phrases import Phrase, phrase_at, with_looks
from consumers.lexicon.places import place_at
from consumers.lexicon.postmodifiers import attributes_at
from consumers.lexicon.reading import Link, Reading
from consumers.lexicon.roles import Role, role_of, shell_part
from consumers.lexicon.sentence import Sentence
from consumers.lexicon.settings import setting_of
from consumers.lexicon.standing import Standing
from consumers.lexicon.tokens import STOPS, Line
from schemas.decomposition import RelationKind as Kind

_BY = {
    "filled": Kind.IN, "full": Kind.IN, "furnished": None, "equipped": None, "decorated": None,
    "surrounded": Kind.AROUND, "encircled": Kind.AROUND, "flanked": Kind.NEXT_TO,
    "topped": Kind.ON, "covered": Kind.ON, "stacked": Kind.ON, "lit": None, "illuminated": None,
}  # fmt: skip
"""What comes after "... by" or "... with" stands so to what was named before."""
_STRONG = frozenset({Kind.ON, Kind.IN, Kind.AROUND, Kind.UNDER, Kind.IN_FRONT_OF})
_ARRANGED = {"row": Kind.IN_ROW, "stack": Kind.STACKED, "circle": Kind.AROUND}


def read_scene(line: Line, known: Known | None = None, *, putting: bool = False) -> Reading:
    """Read ``line``. ``known`` finds things of the present scene for "the ..." and pronouns.

    ``putting``: the words are the object of "put", so a place said last is every thing's.
    """
    reader = _Reader(line, known or (lambda phrase: ()))
    reader.state.putting = putting
    reader.run()
    return reader.reading


class _Reader:
    def __init__(self, line: Line, known: Known) -> None:
        self.line, self.reading = line, Reading()
        self.talk = Discourse(self.reading, known)
        self.standing = Standing(line, self.reading, self.talk)
        self.state = Sentence()
        self.at = 0

    def run(self) -> None:
        """Read from the first word to the last."""
        while self.at < len(self.line):
            before = self.at
            self._step()
            self.at = max(self.at, before + 1)

    def _step(self) -> None:
        word = self.line.at(self.at)
        if word in STOPS or word == "then":
            self.talk.topic = self.state.topic or self.state.subjects or self.talk.topic
            in_setting = self.state.in_setting and word in {":", ";"}
            self.state = Sentence(in_setting=in_setting)
        elif word in {"and", ",", "plus", "or"}:
            self.state.joined = True
            self.state.comma = self.state.comma or word == ","
        elif not (self._one_of_them() or self._having(word) or self._place()):
            self._phrase_or_word(word)

    def _place(self) -> bool:
        stop = self.standing.read(self.at, self.state)
        if stop is not None:
            self.at = stop
        return stop is not None

    def _one_of_them(self) -> bool:
        """ "one red and one blue", said of several things."""
        if self.line.at(self.at) != "one" or not self.state.subjects:
            return False
        thing = self.reading.things[self.state.subjects[-1]]
        start = self.at + 1 + (self.line.at(self.at + 1) in {"is", "in"})
        color, material = color_at(self.line, start), material_at(self.line, start)
        if thing.count < 2 or not (color or material):
            return False
        stop = start + max(color[1] if color else 0, material[1] if material else 0)
        if phrase_at(self.line, stop) and self.line.at(stop) not in {"and", ",", "", "."}:
            return False
        thing.variants.append((color[0] if color else None, material[0] if material else None))
        self.at = stop
        return True

    def _having(self, word: str) -> bool:
        """ "with", "has", "full of": what follows belongs to what was named last."""
        state = self.state
        if word in _BY and self.line.at(self.at + 1) in {"with", "of", "by", "in"}:
            self.at += 2
            state.guest = _BY[word]
        elif word in wc.HAVING:
            state.guest, state.leaving_out = None, False
        else:
            return False
        of_setting = state.in_setting and not state.open and state.chain is None
        if state.front is not None and state.guest is Kind.AROUND and state.front.targets:
            state.host, state.near_host = state.front.targets[0], None
        elif state.subjects and (state.guest is not None or not of_setting):
            state.host = state.subjects[-1]
            near = state.chain
            state.near_host = near if near is None or self.reading.things[near].count == 1 else None
            phrase = self.reading.things[state.host].phrase
            state.host_each = phrase.quantifier == "each" or self.line.at(self.at - 1) == "each"
        else:
            state.host = None
        state.open, state.chain, state.front = False, None, None
        return True

    def _phrase_or_word(self, word: str) -> None:
        if word in wc.COPULA and self._attributes():
            return
        if word in {"setting", "rising"} and self.line.at(self.at - 1) in wc.COPULA:
            self.reading.time = "sunset"
            return
        if word in wc.PUTTING:
            self.state.putting = True
        if word in {"without", "except", "excluding"} or (word == "no" and self.state.leaving_out):
            self.state.leaving_out = True
            return
        skipped = word == "there" or self._is_verb(word) or self._is_relative(word)
        found = None if skipped else phrase_at(self.line, self.at)
        if found is not None:
            self._phrase(*found)
        elif word in wc.TIMES:
            self.reading.time = wc.TIMES[word]

    def _is_verb(self, word: str) -> bool:
        """Whether a word that is also a noun is a verb here: one before a determiner."""
        following = self.line.at(self.at + 1)
        return word in wc.VERBS and (following in wc.DETERMINERS or following in wc.PRONOUNS)

    def _is_relative(self, word: str) -> bool:
        """ "a table that stands next to ...": the words go on about what was just named."""
        following = self.line.at(self.at + 1)
        known = following in wc.VERBS or following in wc.HAVING or following in wc.COPULA
        return word in {"that", "which", "who"} and known

    def _attributes(self) -> bool:
        """ "is red", "are made of wood and 2 m tall", said of what was named last."""
        found = attributes_at(self.line, self.at + 1)
        if found is None:
            return False
        draft, stop = found
        if self.state.shell:
            own = material_color(draft.material) if draft.material else None
            ground.paint(self.reading, self.state.shell, draft.color or own)
        elif self.state.subjects:
            for index in self.state.subjects:
                thing = self.reading.things[index]
                thing.phrase = with_looks(thing.phrase, draft.color, draft.material, draft.extent)
        elif self.reading.setting_phrase is not None and draft.extent.said:
            self.reading.setting_phrase = replace(self.reading.setting_phrase, extent=draft.extent)
        else:
            return False
        self.at = stop
        return True

    def _phrase(self, phrase: Phrase, stop: int) -> None:
        start, self.at = self.at, stop
        role = self._role(phrase, stop)
        if phrase.count == 0 or (self.state.leaving_out and role == "thing"):
            self.reading.left_out.append(phrase)
        elif role == "pronoun":
            self._pronoun(phrase, start)
        elif role == "thing":
            self._thing(phrase)
        else:
            ground.note(self.reading, role, phrase)
            self.state.in_setting = self.state.in_setting or role == "setting"
            self.state.shell = shell_part(phrase) if role == "shell" else ""
            self.state.front = None if role == "setting" else self.state.front
            if role in {"setting", "shell"}:
                self.state.begin_list()

    def _role(self, phrase: Phrase, stop: int) -> Role:
        role = role_of(phrase, setting_known=self.reading.setting is not None)
        if role == "light" and self._is_lamp(phrase, stop):
            return "thing"
        if role == "thing" and phrase.noun and not self.reading.things:
            # "a garage with a car": the name of a building that is the scene itself.
            found = setting_of(phrase)
            row = found[0] if found else None
            follows = self.line.at(stop) in wc.HAVING or self.line.at(stop) == ":"
            if phrase.noun == "wall" and follows:
                return "shell"
            if row and row.building == "with" and follows and self.reading.setting is None:
                return "setting"
        return role

    def _is_lamp(self, phrase: Phrase, stop: int) -> bool:
        """ "a light on the desk" is a lamp, "a light from above" is light."""
        place = place_at(self.line, stop)
        if phrase.noun != "lamp":
            return False
        if place is None:
            return phrase.counted and not phrase.looks
        return place[0].kind not in {Kind.ABOVE, Kind.IN, Kind.NEAR, None}

    def _thing(self, phrase: Phrase) -> None:
        state = self.state
        index = self.talk.refer(phrase)
        goes_on = state.joined and state.open and bool(state.subjects)
        if state.front is not None:
            front = state.front
            self.standing.link(front.place, index, front.targets, state, each=front.each)
        elif state.host is not None and index != state.host:
            self._guest(index)
        state.subjects = [*state.subjects, index] if goes_on else [index]
        state.open, state.joined, state.chain, state.shell = True, False, None, ""
        if phrase.group and self.reading.things[index].count > 1:
            self.reading.links.append(Link(_ARRANGED[phrase.group], index, spread="group"))

    def _guest(self, index: int) -> None:
        """Link what "with" brings to its host, or end the "with" list where it does not fit."""
        state, things = self.state, self.reading.things
        assert state.host is not None
        guest = things[index].phrase
        if state.near_host is not None:
            near = guest_kind(things[state.near_host].phrase, guest, first=True)
            state.host = state.near_host if near in _STRONG else state.host
            state.near_host = None
        host = things[state.host]
        if guest.plural and not guest.counted and host.count > 1:
            things[index].count = host.count  # "two nightstands with lamps"
            state.dealt.add(index)
        first = not state.open
        kind = guest_kind(host.phrase, guest, first=first)
        if state.guest is not None and (first or smaller(guest, host.phrase)):
            kind = state.guest
        if kind is None:
            state.host = None
            return
        if kind is Kind.IN:
            if holds_one(host.phrase) and not guest.counted:
                things[index].count = 1
            things[index].phrase = cut_to_fit(host.phrase, guest)
        link = Link(kind, index, (state.host,), each=state.host_each)
        if state.guest is None:
            state.guesses[index] = link
        self.reading.links.append(link)

    def _pronoun(self, phrase: Phrase, start: int) -> None:
        state = self.state
        joined = self.line.at(start - 1) in {",", "and"}
        if phrase.head in {"one", "another"} and phrase.looks and self.talk.mentions:
            like = self.reading.things[self.talk.mentions[-1]].phrase
            self._thing(replace(phrase, head=like.head, noun=like.noun, pronoun=False,
                                definite=False, label=f"{phrase.label} {like.head}"))  # fmt: skip
        elif phrase.head in {"one", "each"} and state.subjects and joined:
            state.subjects = state.subjects[-1:]
        else:
            kept = [] if phrase.plural else state.subjects
            found = kept or self.talk.meant(phrase)
            if found:
                state.subjects = found
                state.putting = state.putting or phrase.plural
                state.topic = found
        state.open, state.joined = True, False
