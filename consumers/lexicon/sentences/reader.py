"""The reader: goes through a text once and notes things, links, setting and lights.

It reads grammar (phrases, places, "with", "and", pronouns, full stops), not example sentences.
Places are read in ``standing``; who is meant by "it" is in ``discourse``; what a "with" means when
it is unclear is in ``attachment``.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences import ground
from consumers.lexicon.sentences.alike import one_more
from consumers.lexicon.sentences.ambience import without_ambience
from consumers.lexicon.sentences.arrangements import note_arrangement, pile_up, things_at
from consumers.lexicon.sentences.asides import Asides
from consumers.lexicon.sentences.attachment import is_alive, lies_on_others, plausible
from consumers.lexicon.sentences.attributes import Attributes
from consumers.lexicon.sentences.casting import Casting
from consumers.lexicon.sentences.clauses import Clauses
from consumers.lexicon.sentences.comparisons import Comparisons
from consumers.lexicon.sentences.discourse import Discourse, Known
from consumers.lexicon.sentences.guests import Guests
from consumers.lexicon.sentences.identities import Identities
from consumers.lexicon.sentences.landmarks import names_side
from consumers.lexicon.sentences.lining import Lining, heads_row
from consumers.lexicon.sentences.linking import NEARBY
from consumers.lexicon.sentences.manners import Manners
from consumers.lexicon.sentences.members import member_at
from consumers.lexicon.sentences.mending import mended
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.sentences.predicates import predicate_at
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.roles import role_of, shell_part
from consumers.lexicon.sentences.scenery import take_place_alone
from consumers.lexicon.sentences.sentence import Sentence
from consumers.lexicon.sentences.shares import Shares
from consumers.lexicon.sentences.singling import Singling
from consumers.lexicon.sentences.standing import Standing
from consumers.lexicon.sentences.titles import title_at
from consumers.lexicon.sentences.worn import Worn
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.looks import color_at
from consumers.lexicon.words.quantities import SEVERAL, quantity
from consumers.lexicon.words.tokens import STOPS, Line
from schemas.decomposition import RelationKind as Kind

_WANTING = frozenset({"needs", "need", "wants", "want", "likes", "would", "asked", "ordered"})


def read_scene(line: Line, known: Known | None = None, *, putting: bool = False) -> Reading:
    """Read ``line``. ``known`` finds things of the present scene for "the ..." and pronouns.

    ``putting``: the words are the object of "put", so a place said last is every thing's.
    """
    line, notes = mended(line)
    reading = Reading(notes=notes)
    reader = _Reader(without_ambience(line, reading), reading, known or (lambda phrase: ()))
    reader.state.putting = putting
    reader.run()
    return reading


class _Reader:
    def __init__(self, line: Line, reading: Reading, known: Known) -> None:
        self.line, self.reading = line, reading
        self.talk = Discourse(self.reading, known)
        self.standing = Standing(line, self.reading, self.talk)
        self.guests = Guests(line, self.reading, self.talk)
        self.attributes = Attributes(line, self.reading, self.talk)
        self.singling = Singling(line, self.reading, self.talk)
        self.asides = Asides(line, self.reading, self.talk)
        self.comparisons = Comparisons(line, self.reading, self.talk)
        self.clauses = Clauses(line, self.reading, self.talk)
        self.manners = Manners(line, self.reading)
        self.lining = Lining(line, self.reading)
        self.worn = Worn(line, self.reading, self.talk)
        self.shares = Shares(line, self.reading, self.talk)
        self.identities = Identities(line, self.reading, self.talk)
        self.casting = Casting(line, self.reading, self.talk)
        self.state = Sentence()
        self.at = 0

    def run(self) -> None:
        """Read from the first word to the last."""
        self._title()
        while self.at < len(self.line):
            before = self.at
            self._step()
            self.at = max(self.at, before + 1)
        self.lining.close()
        self.shares.seat()

    def _title(self) -> None:
        """Read what the text is headed, where that names no thing."""
        found = None if heads_row(self.line) else title_at(self.line)
        if found is None:
            return
        title, self.at = found
        ground.note(self.reading, "nothing", title.phrase)
        self.reading.setting_phrase = title.phrase
        if title.setting is not None:
            self.reading.setting, self.reading.setting_said = title.setting, title.said
            self.state.in_setting = True

    def _step(self) -> None:
        word = self.line.at(self.at)
        if word in STOPS or word == "then":
            self._stop(word)
        elif word in {"and", ",", "plus", "or"}:
            self.state.join(word)
        else:
            stop = self._no_phrase()
            if stop is None:
                self._phrase_or_word(word)
            else:
                self.at = stop

    def _no_phrase(self) -> int | None:
        """Read what is no noun phrase, the likelier first; the index after it."""
        at, state = self.at, self.state
        for read in (
            self.lining.read,
            self.manners.read,
            self.worn.read,
            self.identities.read,
            self.singling.looks,
            self.shares.read,
            self.guests.having,
            self.singling.member,
            self._place,
            self.asides.read,
            self.singling.amount,
        ):
            stop = read(at, state)
            if stop is not None:
                return stop
        return None

    def _stop(self, word: str) -> None:
        """End the sentence; a colon or the lines of a list may go on about what was said."""
        state = self.state
        ahead = self.at + 1
        if word == ":" and state.subjects and self._tells(ahead):
            state.open, state.joined = True, False  # "Lamp: on the desk"
            return
        if word == ":" and self._lists_guests(ahead):
            state.host, state.given, state.open = state.subjects[0], False, False
            return
        if len(self.reading.things) == 1 and word in {".", "?", "!", "\n"}:
            take_place_alone(self.reading, self.line.part(ahead, len(self.line)))
            if not self.reading.things:
                self.talk.mentions.clear()
                self.state = Sentence(in_setting=True)
                return
        if word != ":":
            self.lining.end()
        self.talk.topic = state.topic or state.about or state.subjects or self.talk.topic
        self.talk.newest = self._newest()
        in_setting = state.in_setting and word in {":", ";"}
        self.state = Sentence(in_setting=in_setting)
        heads = word == ":" and not state.subjects
        if state.front is not None and (heads or (state.listing and word == "\n")):
            self.state.front = state.front  # "On the table: a lamp"
            self.state.about = state.topic or state.about  # "On it: a lamp. Under it: a cat."
            self.state.listing = True

    def _lists_guests(self, at: int) -> bool:
        """Whether things follow that go onto what alone was named: "table: lamp, books, mug"."""
        state, found = self.state, phrase_at(self.line, at)
        if len(state.earlier) != 1 or state.subjects != state.earlier or found is None:
            return False
        if state.host is not None or state.front is not None or self.reading.links:
            return False
        holder = self.reading.things[state.subjects[0]]
        goes_on = ":" not in self.line.words[at:]
        small = role_of(found[0]) == "thing" and lies_on_others(found[0])
        return goes_on and small and holder.count == 1 and plausible(
            found[0], Kind.ON, holder.phrase)  # fmt: skip

    def _newest(self) -> list[int]:
        """What the sentence put beside what it went on about: the nightstand of "a bed. To its left
        a nightstand. On it a lamp"."""
        last = self.state.subjects[-1:]
        beside = any(k.subject in last and k.kind in NEARBY and k.targets
                     for k in self.reading.links)  # fmt: skip
        return last if beside else []

    def _tells(self, at: int) -> bool:
        """Whether the words from ``at`` on say something of a thing and name none."""
        number = quantity(self.line, at)
        if color_at(self.line, at) and self.line.at(at + 1) in {",", "and"}:
            return True  # "three cubes: red, green and blue"
        if number is not None and color_at(self.line, at + number.length):
            return True  # "three vases: one red, two blue"
        found = phrase_at(self.line, at)
        if names_side(self.line, at):
            return True  # "bed: back wall"
        if found is not None:
            return role_of(found[0]) == "nothing"
        return place_at(self.line, at) is not None or predicate_at(self.line, at) is not None

    def _place(self, at: int, state: Sentence) -> int | None:
        if self.line.at(at - 1) in wc.HAVING and quantity(self.line, at) is not None:
            return None  # "with around twenty chairs"
        verb = self.line.at(at)
        if state.joined and state.agent is not None and verb in wc.VERBS and verb.endswith("s"):
            before, state.subjects = state.subjects, [state.agent]
            state.joined = False
            stop = self.standing.read(at, state)
            if stop is None:
                state.subjects, state.joined = before, True
            return stop
        full = state.guest is Kind.IN and state.open
        stop = self.standing.read(at, state)
        if stop is not None and full:
            state.host = None  # "a cooler full of beer by the grill, a swing": the swing is apart
        return stop

    def _phrase_or_word(self, word: str) -> None:
        state = self.state
        told = word in wc.COPULA and self.line.at(self.at - 1) != "there"
        said = self.attributes.read(self.at + 1, state) if told else None
        if said is not None:
            self.at = said
            return
        if word in {"setting", "rising"} and self.line.at(self.at - 1) in wc.COPULA:
            self.reading.time = "sunset"
            return
        if word in wc.PUTTING and self.line.at(self.at + 1) != "of":
            if state.putting and state.joined and state.subjects and state.front is None:
                state.topic = state.topic or state.subjects
                state.begin_list()  # "place a cube, put a ball on top of it"
            state.putting = True
        nothing = "nothing" in self.line.words[: self.at]
        if nothing and word in {"except", "but"}:
            return  # "nothing in the room except a piano"
        if word in {"without", "except", "excluding"} or (word == "no" and state.leaving_out):
            state.leaving_out = True
            return
        relative = self.clauses.is_relative(self.at)
        one = bool(state.subjects) and self.reading.things[state.subjects[-1]].alias is not None
        if relative and self.talk.mentions and not one:  # "the one that is next to the door"
            state.subjects = [self.talk.mentions[-1]]
        skipped = word == "there" or self.clauses.is_verb(self.at, self.state) or relative
        found = None if skipped else things_at(self.line, self.at)
        further = self.singling.further(self.at, state)
        if further is not None:
            self.at = further[1]
            self._thing(further[0])
        elif found is not None:
            state.arrangement = found.arrangement
            self._phrase(found.phrase, found.stop)
        elif word in wc.TIMES:
            self.reading.time = wc.TIMES[word]
        elif (word in wc.VERBS or word in wc.COPULA) and state.subjects:
            self._verb(word)

    def _verb(self, word: str) -> None:
        """Whom a verb is about: who did something before ("..., and faces the sea"), or the host
        of the things between ("a man with a hat stands ...")."""
        state, following = self.state, self.line.at(self.at + 1)
        host = state.host if state.host is not None else state.left_host
        if host is not None and host not in state.subjects and word in wc.OPENING and not (
            state.joined):  # fmt: skip
            opens = following in wc.DETERMINERS or quantity(self.line, self.at + 1) is not None
            if not opens and state.front is None and self.line.at(self.at - 1) not in {"", "that"}:
                state.subjects, state.host = [host], None
        elif state.joined and state.agent is not None and word.endswith("s"):
            state.subjects, state.joined = [state.agent], False
        state.agent = state.subjects[-1]

    def _phrase(self, phrase: Phrase, stop: int) -> None:
        start, self.at = self.at, stop
        role = self.casting.role(phrase, stop)
        wants = phrase.definite and is_alive(phrase) and self.line.at(stop) in _WANTING
        if wants and not self.talk.named_before(phrase):
            return  # "the cook needs: ..."
        if role == "thing" and self.casting.is_own_part(phrase, stop, self.state):
            return
        if role == "thing" and self.asides.ends_leaving(phrase, stop, self.state):
            self.state.leaving_out = False
            self.state.begin_list()
        if phrase.count == 0 or (self.state.leaving_out and role == "thing"):
            self.reading.left_out.append(phrase)
            self.state.joined = False
        elif role == "pronoun":
            self._pronoun(phrase, start)
        elif role == "thing":
            colon = self.line.at(stop) == ":"  # "table: in the middle"
            placed = not self.state.joined and place_at(self.line, stop + colon) is not None
            again = placed and not self.state.subjects and self.talk.repeats(phrase)
            self._thing(replace(phrase, definite=True) if again else phrase)
            self.clauses.go_on_with(phrase, self.at, self.state)
        else:
            ground.note(self.reading, role, phrase)
            self.state.in_setting = self.state.in_setting or role == "setting"
            self.state.shell = shell_part(phrase) if role == "shell" else ""
            self.state.front = None if role == "setting" else self.state.front
            if role in {"setting", "shell"}:
                self.state.begin_list()
            elif role == "light":  # "a piano and a spotlight above": no place of the piano
                self.state.subjects = []
                where = place_at(self.line, self.at)
                if where is not None and not where[0].targeted:
                    self.at = where[1]  # "a softbox on each side, a camera ..."

    def _thing(self, phrase: Phrase) -> None:
        state = self.state
        if self.clauses.ends_front(phrase, self.at, state):
            state.front = None
        index = self.talk.refer(self.casting.in_company(phrase))
        goes_on = state.joined and state.open and bool(state.subjects)
        if state.front is not None:
            front = state.front
            for said in (front, state.second):
                if said is not None:
                    self.standing.links.link(said.place, index, said.targets, state, each=said.each)
        elif state.host is not None and index != state.host:
            self.guests.add(index, state, self.at)
            # "each with a lamp, and a TV on the wall": what ended the list begins its own
            goes_on = goes_on and (state.left_host is None or not state.host_each)
        elif not goes_on:
            state.left_host = None
        begins = not goes_on and state.front is None and index not in state.guesses
        state.comma = state.comma and not begins
        state.add_to_list(index, goes_on=goes_on)
        state.open, state.joined, state.chain, state.shell = True, False, None, ""
        state.each, state.at_setting = phrase.quantifier == "each", False
        state.held = state.held or state.host is not None
        state.earlier.append(index)
        self._count(index)
        self.comparisons.note(index, phrase.beside, state)

    def _count(self, index: int) -> None:
        """Note how the thing is arranged, and how few it is, where the words before said so."""
        state, thing = self.state, self.reading.things[index]
        if state.few and not thing.present:
            thing.count = min(thing.count, SEVERAL)
        pile_up(thing)
        arranged, state.arrangement, state.few = state.arrangement, None, False
        note_arrangement(self.reading, index, arranged)

    def _all_named(self) -> list[int]:
        """The new things that stand nowhere yet, for "everything on a big table"."""
        placed = {link.subject for link in self.reading.links if link.spread != "group"}
        things = enumerate(self.reading.things)
        return [i for i, t in things if not (t.present or t.implied or t.alias) and i not in placed]

    def _is_further_one(self, phrase: Phrase) -> bool:
        """Whether it is one more of what was named last: "a red one", "a third on top of it",
        "another next to the door"."""
        if phrase.head not in {"one", "another"} or not self.talk.mentions:
            return False
        words = phrase.said.split()
        told = phrase.looks or phrase.extent.said  # "a smaller one on top of it"
        told = told or (len(words) > 2 and (words[0] == "a" or phrase.counted))  # "a medium one"
        told = told and not phrase.definite
        return told or words[0] == "another" or (words[0] == "a" and phrase.ordinal > 0)

    def _nothing_there(self) -> bool:
        """Read a place at which nothing is: of one of several, or the last words."""
        place = place_at(self.line, self.at)
        member = member_at(self.line, place[1]) if place is not None else None
        if place is None or member is None:
            return False
        self.at = member[1]
        self.state.begin_list()
        return True

    def _pronoun(self, phrase: Phrase, start: int) -> None:
        state = self.state
        joined = self.line.at(start - 1) in {",", "and"}
        if phrase.head == "nothing" and self._nothing_there():
            return  # "a skull on the first and nothing on the third"
        alone = self.talk.colored(phrase) if phrase.head == "one" and phrase.definite else None
        if alone is not None:
            state.subjects = [alone]  # "..., the red one on a table"
        elif self._is_further_one(phrase):
            listed = [i for i in self.talk.mentions if i in self.state.earlier]
            like = self.reading.things[[*self.talk.mentions, *listed][-1]].phrase
            self._thing(one_more(phrase, like))
        elif phrase.head == "everything" and self._all_named():
            state.subjects, state.putting = self._all_named(), True
        elif phrase.head in {"one", "each"} and state.subjects and joined:
            several = state.chain if state.chain is not None else state.subjects[-1]
            own = self.talk.many(several) and not self.talk.many(state.subjects[-1])
            # "a bed between two nightstands, each with a lamp"
            state.subjects = [several] if own else state.subjects[-1:]
        else:
            kept = [] if phrase.plural else state.subjects
            found = kept or self.talk.meant(phrase)
            if found:
                state.subjects = found
                state.putting = state.putting or (phrase.plural and phrase.quantifier != "each")
                state.topic = found
        state.open, state.joined, state.chain = True, False, None
        state.each = phrase.quantifier == "each"
