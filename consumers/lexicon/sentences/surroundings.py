"""What the words around a place tell of it: who comes after it, and how many stand there.

What belongs here: questions that ``standing`` asks of the words before and after a place.
"""

from __future__ import annotations

import re
from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences import ground
from consumers.lexicon.sentences.arrangements import things_at
from consumers.lexicon.sentences.attachment import is_hung, lies_on_others, plausible
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.fronts import is_turned, looks_about
from consumers.lexicon.sentences.lining import order_end
from consumers.lexicon.sentences.places import Place, place_at
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.roles import role_of
from consumers.lexicon.sentences.sentence import Sentence
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_at
from consumers.lexicon.words.plurals import word_classes
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind

_FROM = re.compile(
    r"(?:leading |running |going |stretching |extending |strung |leads |runs |laid )?from(?= )"
)


class Surroundings:
    """Asks the words around places; ``reading`` and ``talk`` are shared with the reader."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse) -> None:
        self.line, self.reading, self.talk = line, reading, talk

    def is_upon(self, target: Phrase, start: int, subject: int) -> bool:
        """Whether words up to ``start`` put a small thing on a side of another: "a mug on the left
        side of the desk"."""
        side = self.line.span(start - 2, start) in {"side of", "end of", "edge of"}
        on = "on" in self.line.words[max(0, start - 5) : start - 2]
        guest = self.reading.things[subject].phrase
        if not (side and on and lies_on_others(guest)) or target.pronoun:
            return False
        return plausible(guest, Kind.ON, target)

    def way_at(self, at: int) -> tuple[Phrase, Phrase, int] | None:
        """ "from the door to the throne": both ends and the index after them."""
        lead = self.line.match(_FROM, at)
        first = phrase_at(self.line, lead[1]) if lead else None
        if first is None or self.line.at(first[1]) not in {"to", "towards", "toward", "until"}:
            return None
        second = phrase_at(self.line, first[1] + 1)
        if second is None or any(role_of(p) != "thing" for p in (first[0], second[0])):
            return None
        return first[0], second[0], second[1]

    def across(self, place: Place) -> tuple[Place, tuple[int, ...]]:
        """ "on the other side": across from the side that was said last, and of what it was."""
        last = self.reading.links[-1] if self.reading.links else None
        if not place.other or last is None or last.kind is not Kind.RIGHT_OF:
            return place, ()
        return replace(place, kind=Kind.LEFT_OF), last.targets

    def holders(self, things: list[int]) -> list[int]:
        """Everything that ``things`` stand at, and what that stands at in turn."""
        found = list(things)
        for index in found:
            targets = (t for k in self.reading.links if k.subject == index for t in k.targets)
            found.extend(t for t in targets if t not in found)
        return found

    def leans(self, at: int, stop: int, state: Sentence) -> bool:
        """Whether what is "on the wall" at ``at`` leans there, and does not usually hang."""
        said = set(self.line.words[max(0, at - 1) : stop])
        hung = bool(state.subjects) and is_hung(self.reading.things[state.subjects[-1]].phrase)
        return bool({"leaning", "leans", "leant", "propped"} & said) and not hung

    def faces_itself(self, place: Place, state: Sentence) -> bool:
        """Whether the present list faces something rather than what was just named as its place:
        "a bench under the tree facing the pond"."""
        if place.kind is not Kind.FACING or state.chain is None or not state.subjects:
            return False
        own, near = (self.reading.things[i].phrase for i in (state.subjects[-1], state.chain))
        return not is_turned(near) or (looks_about(own) and not looks_about(near))

    def to_come(self, at: int) -> Phrase | None:
        """What the words from ``at`` on say to stand at a place: "(behind it) stands a chair"."""
        while self._opens(at) or self.line.at(at) == ",":
            at += 1
        found = things_at(self.line, at)
        return found.phrase if found is not None and not found.phrase.pronoun else None

    def is_one_each(self, subjects: list[int], targets: list[int]) -> bool:
        """Whether the last of ``subjects`` is as many as "both" that it stands at: "two beds, lamps
        above both"; it is counted so then."""
        thing = self.reading.things[subjects[-1]] if subjects else None
        if thing is None or thing.phrase.counted or thing.present:
            return False
        if len(targets) > 1 or not self.talk.many(targets[0]):
            return False
        if not thing.phrase.plural:
            return True  # "a laptop on both"
        thing.count, thing.dealt = max(2, self.reading.things[targets[0]].count), True
        return True

    def is_single(self, subjects: list[int], targets: list[int]) -> bool:
        """Whether "a laptop on both" is one on each of them."""
        thing = self.reading.things[subjects[-1]] if subjects else None
        single = thing is not None and thing.count == 1 and not thing.phrase.definite
        return single and len(targets) == 1 and self.talk.many(targets[0])

    def fronts(self, at: int, state: Sentence) -> bool:
        """Whether the things that stand at a place come after it: "on the table there is ..."."""
        if not state.subjects:
            return True
        if self.line.at(at) == "there" and self.line.at(at + 1) in wc.COPULA:
            return True  # "a table with chairs on the table there is a vase"
        if not state.joined:
            return False
        at += self.line.at(at) == ","  # "and to its right, a lamp"
        at = order_end(self.line, at)
        if self._opens(at):
            return True
        second = self._after_place(at)
        if second is not None:
            return self._names_new(second)  # "on the wall behind her a clock"
        ends = self.line.at(at) in wc.HAVING or place_at(self.line, at) is not None
        found = None if ends else phrase_at(self.line, at)
        further = found is not None and found[0].said.split()[0] in {"another", "a"}
        if found is None or (found[0].definite and not further):
            return False
        if found[0].pronoun and further:
            return True  # "to its right another one, behind it a third"
        return not found[0].pronoun or found[0].looks  # "to the right a green one"

    def _after_place(self, at: int) -> int | None:
        """The index after a place at ``at`` and what it is at; None where none stands there."""
        place = place_at(self.line, at)
        if place is None or not place[0].targeted:
            return None if place is None else place[1]
        found = phrase_at(self.line, place[1])
        return None if found is None else found[1]

    def _names_new(self, at: int) -> bool:
        """Whether a thing that nobody named stands at ``at``, with nothing between."""
        found = phrase_at(self.line, at)
        first = found[0].said.split()[0] if found is not None else ""
        return first in {"a", "an"} or (found is not None and found[0].counted)

    def _opens(self, at: int) -> bool:
        """Whether a verb before what stands there is at ``at``: "under the table sleeps a cat"."""
        word, following = self.line.at(at), self.line.at(at + 1)
        if word in wc.OPENING:
            return True
        does = (
            word.endswith("s") and "VERB" in word_classes(word) and noun_at(self.line, at) is None
        )
        return does and (following in {"a", "an"} or quantity(self.line, at + 1) is not None)

    def is_time(self, at: int) -> bool:
        """Whether a time of day stands at ``at`` by itself, with a thing after it."""
        known = noun_at(self.line, at)
        alone = known is None or known.length == 1
        return self.line.at(at) in wc.TIMES and alone and noun_at(self.line, at + 1) is not None

    def name_setting(self, at: int, stop: int) -> None:
        """Note the setting among the words of a place: "in the corner of the living room"."""
        for start in range(at, stop):
            found = phrase_at(self.line, start + 1) if self.line.at(start) == "of" else None
            if found is not None and role_of(found[0], in_place=True) == "setting":
                ground.note(self.reading, "setting", found[0])
