"""The reader: goes through a text once and notes things, links, setting and lights.

It reads grammar (phrases, places, "with", "and", pronouns, full stops), not example sentences.
Places are read in ``standing``; who is meant by "it" is in ``discourse``; what a "with" means when
it is unclear is in ``attachment``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from consumers.lexicon import ground
from consumers.lexicon import wordclasses as wc
from consumers.lexicon.ambience import without_ambience
from consumers.lexicon.arrangements import arrangement_at
from consumers.lexicon.attachment import guest_kind
from consumers.lexicon.discourse import Discourse, Known
from consumers.lexicon.guests import Guests
from consumers.lexicon.looks import color_at, material_at, material_color
from consumers.lexicon.members import member_at
from consumers.lexicon.mending import mended
from consumers.lexicon.phrases import Phrase, phrase_at
from consumers.lexicon.places import place_at
from consumers.lexicon.plurals import word_classes
from consumers.lexicon.predicates import Predicate, described, predicate_at
from consumers.lexicon.quantities import SEVERAL, number_value, quantity
from consumers.lexicon.reading import Link, Reading
from consumers.lexicon.roles import Role, role_of, shell_part
from consumers.lexicon.sentence import Sentence
from consumers.lexicon.settings import setting_of
from consumers.lexicon.standing import Standing
from consumers.lexicon.tokens import STOPS, Line
from schemas.decomposition import RelationKind as Kind

_ARRANGED = {"row": Kind.IN_ROW, "stack": Kind.STACKED, "circle": Kind.AROUND}
_PEOPLE = frozenset({"i", "we", "you", "they", "he", "she", "who"})
_NOT_TOO_MANY = re.compile(r"not (?:too|so|that|very|overly) (?:many|much)(?= )")
_NEGATED = frozenset({"do", "does", "should", "must", "would", "will", "please", "or", "and"})
_PER = re.compile(r"(?:one |each )?(?:for|to)(?= each | every )|per(?= )")
_APART = frozenset({"side", "back", "face", "shoulder"})
"""First words of an arrangement that look like a part of the noun phrase before them."""


def read_scene(line: Line, known: Known | None = None, *, putting: bool = False) -> Reading:
    """Read ``line``. ``known`` finds things of the present scene for "the ..." and pronouns.

    ``putting``: the words are the object of "put", so a place said last is every thing's.
    """
    line, notes = mended(line)
    reader = _Reader(line, known or (lambda phrase: ()))
    reader.see_ambience()
    reader.state.putting = putting
    reader.run()
    reader.reading.notes.extend(notes)
    return reader.reading


class _Reader:
    def __init__(self, line: Line, known: Known) -> None:
        self.line, self.reading = line, Reading()
        self.talk = Discourse(self.reading, known)
        self.standing = Standing(line, self.reading, self.talk)
        self.guests = Guests(line, self.reading, self.talk)
        self.state = Sentence()
        self.at = 0

    def see_ambience(self) -> None:
        """Take out words that only tell light or weather."""
        self.line = without_ambience(self.line, self.reading)
        self.standing.line = self.guests.line = self.line

    def run(self) -> None:
        """Read from the first word to the last."""
        while self.at < len(self.line):
            before = self.at
            self._step()
            self.at = max(self.at, before + 1)

    def _step(self) -> None:
        word = self.line.at(self.at)
        if word in STOPS or word == "then":
            self._stop(word)
        elif word in {"and", ",", "plus", "or"}:
            self.state.joined = True
            self.state.comma = self.state.comma or word == ","
        elif not (
            self._one_of_them()
            or self._moved_to(self.guests.having(self.at, self.state))
            or self._member()
            or self._moved_to(self._place())
            or self._aside(word)
        ):
            self._phrase_or_word(word)

    def _moved_to(self, stop: int | None) -> bool:
        self.at = self.at if stop is None else stop
        return stop is not None

    def _stop(self, word: str) -> None:
        """End the sentence; a colon or the lines of a list may go on about what was said."""
        state = self.state
        ahead = self.at + 1
        if word == ":" and state.subjects and self._tells(ahead):
            state.open, state.joined = True, False  # "Lamp: on the desk"
            return
        self.talk.topic = state.topic or state.subjects or self.talk.topic
        in_setting = state.in_setting and word in {":", ";"}
        self.state = Sentence(in_setting=in_setting)
        heads = word == ":" and not state.subjects
        if state.front is not None and (heads or (state.listing and word == "\n")):
            self.state.front = state.front  # "On the table: a lamp"
            self.state.listing = True

    def _tells(self, at: int) -> bool:
        """Whether the words from ``at`` on say something of a thing and name none."""
        found = phrase_at(self.line, at)
        if found is not None:
            return role_of(found[0]) == "nothing"
        return place_at(self.line, at) is not None or predicate_at(self.line, at) is not None

    def _place(self) -> int | None:
        state = self.state
        verb = self.line.at(self.at)
        if state.joined and state.agent is not None and verb in wc.VERBS and verb.endswith("s"):
            before, state.subjects = state.subjects, [state.agent]
            state.joined = False
            stop = self.standing.read(self.at, state)
            if stop is None:
                state.subjects, state.joined = before, True
            return stop
        return self.standing.read(self.at, state)

    def _one_of_them(self) -> bool:
        """ "one red and one blue", "one of them red", said of several things."""
        if self.line.at(self.at) != "one" or not self.state.subjects:
            return False
        thing = self.reading.things[self.state.subjects[-1]]
        of_them = 2 * (self.line.span(self.at + 1, self.at + 3) in {"of them", "of these"})
        start = self.at + 1 + of_them
        start += self.line.at(start) in {"is", "in", "being"}
        color, material = color_at(self.line, start), material_at(self.line, start)
        if thing.count < 2 or not (color or material):
            return False
        stop = start + max(color[1] if color else 0, material[1] if material else 0)
        if phrase_at(self.line, stop) and self.line.at(stop) not in {"and", ",", "", "."}:
            return False
        thing.variants.append((color[0] if color else None, material[0] if material else None))
        following = self.line.span(stop, stop + 4).removeprefix(", ").removeprefix("and ")
        if not following.startswith(("one ", "the other", "another")):
            thing.variants.append((None, None))  # the others are as they were
        self.at = stop
        return True

    def _member(self) -> bool:
        """ "The first holds three books": one of several is the sentence's subject."""
        found = member_at(self.line, self.at)
        if found is None or self._is_guest(found[1]):
            return False
        index = self.talk.member(found[0])
        if index is None:
            return False
        self.state.host = None
        self.state.subjects, self.at = [index], found[1]
        self.state.open, self.state.joined, self.state.shell = True, False, ""
        self._attributes(self.at)
        if self.line.at(self.at) not in wc.HAVING and self._verb_left_out():
            self.guests.having(self.at - 1, self.state)
        return True

    def _is_guest(self, stop: int) -> bool:
        """Whether a member before ``stop`` is no subject: another list goes on with it."""
        state, following = self.state, self.line.at(stop)
        if following in wc.COPULA or following in wc.HAVING or following in wc.VERBS:
            return False
        hosted = state.host is not None and self.reading.things[state.host].alias is None
        return state.front is not None or hosted

    def _verb_left_out(self) -> bool:
        """Whether the verb of the clause before is meant again: "..., the second a globe"."""
        found = phrase_at(self.line, self.at)
        if found is None or found[0].pronoun or found[0].definite or not self.state.held:
            return False
        self.state.guest, self.state.host = None, self.state.subjects[-1]
        self.state.open = False
        return True

    def _aside(self, word: str) -> bool:
        """Words that make no thing: "whose legs are gold", "I walk", "for each of the chairs"."""
        line, at = self.line, self.at
        if word == "whose":
            found = phrase_at(line, at + 1)
            stop = found[1] if found else at + 1
            said = predicate_at(line, stop + 1) if line.at(stop) in wc.COPULA else None
            self.at = said[1] if said else stop
            return True
        if line.at(at - 1) in _PEOPLE and "VERB" in word_classes(word):
            return word not in wc.COPULA and word not in wc.PUTTING
        if match := line.match(_NOT_TOO_MANY, at):
            self.state.few, self.at = True, match[1]
            return True
        if word in {"not", "never"} and (line.at(at - 1) in _NEGATED or word == "never"):
            self.state.leaving_out = True
            return True
        if word in {"but", "only", "just", "instead"} and self.state.leaving_out:
            self.state.leaving_out = False
            return True
        return self._per() or self._amount()

    def _per(self) -> bool:
        """ "a plate for each of the eight chairs": as many as there are of another thing."""
        match = self.line.match(_PER, self.at)
        found = phrase_at(self.line, match[1]) if match else None
        if found is None or not self.state.subjects or found[0].pronoun:
            return False
        subject = self.reading.things[self.state.subjects[-1]]
        index = self.talk.refer(found[0])
        if role_of(found[0]) != "thing" or index == self.state.subjects[-1]:
            return False
        subject.per = index
        subject.count = subject.count if subject.phrase.counted else 1
        kind = guest_kind(found[0], subject.phrase, first=True)
        if kind is Kind.AROUND and self.state.host is None:
            self.reading.links.append(Link(kind, self.state.subjects[-1], (index,), each=True))
        self.at, self.state.open = found[1], False
        return True

    def _amount(self) -> bool:
        """ "..., just two": a number by itself, of what was named last."""
        if not self.state.subjects or self.line.at(self.at - 1) not in wc.ADVERBS:
            return False
        found = quantity(self.line, self.at)
        following = self.line.at(self.at + found.length) if found else "?"
        if found is None or self.line.at(self.at) == "one":
            return False
        if following in STOPS or following in {"", ",", "and", "of"}:
            self.reading.things[self.state.subjects[-1]].count = max(1, found.count)
            self.at += found.length
            return True
        return False

    def _phrase_or_word(self, word: str) -> None:
        state = self.state
        if word in wc.COPULA and self._attributes(self.at + 1):
            return
        if word in {"setting", "rising"} and self.line.at(self.at - 1) in wc.COPULA:
            self.reading.time = "sunset"
            return
        if word in wc.PUTTING:
            state.putting = True
        if word in {"without", "except", "excluding"} or (word == "no" and state.leaving_out):
            state.leaving_out = True
            return
        skipped = word == "there" or self._is_verb(word) or self._is_relative(word)
        found = None if skipped else self._phrase_here()
        if found is not None:
            self._phrase(*found)
        elif word in wc.TIMES:
            self.reading.time = wc.TIMES[word]
        elif (word in wc.VERBS or word in wc.COPULA) and state.subjects:
            if state.joined and state.agent is not None and word.endswith("s"):
                state.subjects, state.joined = [state.agent], False
            state.agent = state.subjects[-1]

    def _phrase_here(self) -> tuple[Phrase, int] | None:
        """The noun phrase at this word; what is arranged ("four rows of five desks") counted."""
        arranged = arrangement_at(self.line, self.at)
        at = arranged[1] if arranged else self.at
        if self.line.at(at) in wc.ADVERBS and (
            quantity(self.line, at + 1) or self.line.at(at + 1) in wc.DETERMINERS
        ):
            return None  # "maybe two trees": the phrase begins after it
        found = phrase_at(self.line, at)
        if found is None:
            return None
        for cut in range(at + 1, found[1]):
            if self.line.at(cut) in _APART and place_at(self.line, cut) is not None:
                found = phrase_at(self.line.part(0, cut), at) or found
                break
        while found[1] - 1 > at and number_value(self.line.at(found[1] - 1)) is not None:
            found = found[0], found[1] - 1  # "a bench two metres away": no number ends a phrase
        if arranged is None:
            return found
        self.state.arrangement = arranged[0]
        total = arranged[0].groups * found[0].count
        return replace(found[0], count=total, counted=True, plural=True), found[1]

    def _is_verb(self, word: str) -> bool:
        """Whether a word that is also a noun is a verb here: one before a determiner."""
        following = self.line.at(self.at + 1)
        return word in wc.VERBS and (following in wc.DETERMINERS or following in wc.PRONOUNS)

    def _is_relative(self, word: str) -> bool:
        """ "a table that stands next to ...": the words go on about what was just named."""
        following = self.line.at(self.at + 1)
        known = following in wc.VERBS or following in wc.HAVING or following in wc.COPULA
        return word in {"that", "which", "who"} and known

    def _attributes(self, at: int) -> bool:
        """ "red", "round and made of wood, 2 m tall", said of what was named last."""
        found = predicate_at(self.line, at)
        if found is None:
            return False
        predicate, stop = found
        looks = predicate.looks
        if self.state.shell and looks is not None:
            own = material_color(looks.material) if looks.material else None
            ground.paint(self.reading, self.state.shell, looks.color or own)
        elif self.state.subjects:
            for index in self.state.subjects:
                self._describe(index, predicate)
        elif self.reading.setting_phrase is not None and looks is not None and looks.extent.said:
            self.reading.setting_phrase = replace(self.reading.setting_phrase, extent=looks.extent)
        else:
            return False
        self.at = stop
        return True

    def _describe(self, index: int, predicate: Predicate) -> None:
        """Note what is said of thing ``index``; of a member, as its own looks."""
        thing = self.reading.things[index]
        looks = predicate.looks
        if thing.alias is None:
            thing.phrase = described(thing.phrase, predicate)
        elif looks is not None and (looks.color or looks.material):
            self.talk.vary(index, looks.color, looks.material)

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
            self.guests.add(index, state)
        state.subjects = [*state.subjects, index] if goes_on else [index]
        state.open, state.joined, state.chain, state.shell = True, False, None, ""
        state.each = phrase.quantifier == "each"
        state.held = state.held or state.host is not None
        state.earlier.append(index)
        self._arrange(index)
        if phrase.group and self.reading.things[index].count > 1:
            self.reading.links.append(Link(_ARRANGED[phrase.group], index, spread="group"))

    def _arrange(self, index: int) -> None:
        """Note how the thing is arranged, and how few it is, where the words before said so."""
        state, thing = self.state, self.reading.things[index]
        if state.few and not thing.present:
            thing.count = min(thing.count, SEVERAL)
        arranged, state.arrangement, state.few = state.arrangement, None, False
        if arranged is None or arranged.kind is None or thing.present:
            return
        self.reading.links.append(
            Link(arranged.kind, index, spread="group", rows=arranged.groups)
        )  # fmt: skip

    def _pronoun(self, phrase: Phrase, start: int) -> None:
        state = self.state
        state.chain = None
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
        state.each = phrase.quantifier == "each"
