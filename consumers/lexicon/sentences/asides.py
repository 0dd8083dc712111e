"""Words that make no thing: "whose legs are gold", "I walk", "don't", "each selling".

What belongs here: what is said beside things and places, and what it changes in their reading.
"""

from __future__ import annotations

import re

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.sentences.predicates import predicate_at
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.sentence import Sentence
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import named, noun_at
from consumers.lexicon.words.plurals import word_classes
from consumers.lexicon.words.tokens import Line

_PEOPLE = frozenset({"i", "we", "you", "they", "he", "she", "who"})
_NOT_TOO_MANY = re.compile(r"not (?:too|so|that|very|overly) (?:many|much)(?= )")
_NEGATED = frozenset({"do", "does", "should", "must", "would", "will", "please", "or", "and"})
_EVERY_SO_OFTEN = re.compile(
    r"every (?:few |couple of |\w+ )?(?:m|metres?|meters?|feet|yards?|steps?|paces?)(?= |$)"
)
_SERVING = re.compile(
    r"(?:used|serving|serves|acting|acts|working|dressed|disguised|doubling)(?: up)? as(?= )"
)
_ALL = frozenset({"each", "both", "all"})
_HOW = frozenset({"low", "high", "quietly", "still", "open", "upright", "gently", "sideways"})
_FULL = frozenset({"hung", "full", "strewn", "lit", "laden"})
_TURNS = frozenset({"but", "only", "just", "instead"})


class Asides:
    """Reads asides; ``reading`` and ``talk`` are shared with the reader."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse) -> None:
        self.line, self.reading, self.talk = line, reading, talk

    def read(self, at: int, state: Sentence) -> int | None:
        """Read an aside at ``at``; the index after it, None where there is none."""
        line, word = self.line, self.line.at(at)
        if line.span(at, at + 2) in {"instead of", "rather than"}:
            found = phrase_at(line, at + 2)
            if found is not None and not found[0].pronoun:
                self.reading.left_out.append(found[0])
                return found[1]
        if word == "whose":
            return self._whose(at, state)
        if match := line.match(_SERVING, at):
            return self._serving(match[1], state)
        if self._is_verb(at, state):
            return at + 1
        if self._does_there(at, state):
            state.joined = False
            return at + 1 + (place_at(line, at + 1) is None)
        if match := line.match(_EVERY_SO_OFTEN, at):
            return match[1]
        if word in _ALL and self._does(at + 1) and state.subjects:
            state.each = word == "each"
            return at + 2
        if match := line.match(_NOT_TOO_MANY, at):
            state.few = True
            return match[1]
        if word == "not" and place_at(line, at + 1):
            return self._not_there(at)
        if word == "not" and line.at(at - 1) in {",", "but", "and"}:
            found = phrase_at(line, at + 1)
            if found is not None and found[0].noun and not found[0].definite:
                self.reading.left_out.append(found[0])
                return found[1]  # "a bed, not a sofa"
        if word in {"not", "never"} and (line.at(at - 1) in _NEGATED or word == "never"):
            state.leaving_out = True
            return at + 1
        if word in _TURNS and state.leaving_out:
            state.leaving_out = False
            return at + 1
        return None

    def ends_leaving(self, phrase: Phrase, stop: int, state: Sentence) -> bool:
        """Whether ``phrase``, which ends at ``stop``, is no further thing to leave out: "without
        cushions, a table", "without a chair, a lamp on it"."""
        if not (state.leaving_out and state.joined and self.reading.left_out):
            return False
        if phrase.count == 0 or self.line.at(stop) in {"or", "nor"}:
            return False
        told = phrase.counted or phrase.said.split()[0] in {"a", "an", "one", "the"}
        placed = place_at(self.line, stop) is not None or self.line.at(stop) in wc.HAVING
        return placed or (told and self.reading.left_out[-1].bare)

    def _is_verb(self, at: int, state: Sentence) -> bool:
        """Whether a verb stands at ``at``: "I walk", "columns lead to", "each selling"."""
        word, before = self.line.at(at), self.line.at(at - 1)
        if "VERB" not in word_classes(word) or word in wc.COPULA or word in wc.PUTTING:
            return False
        if before in _PEOPLE:
            return True
        follows = state.open and not state.joined and bool(state.subjects)
        return follows and self.line.at(at + 1) in {"to", "into", "toward", "towards"}

    def _does_there(self, at: int, state: Sentence) -> bool:
        """ "a pot boils on the stove", "a lamp hanging low above it": what the thing just named
        does at a place."""
        word = self.line.at(at)
        does = word.endswith(("s", "ing", "ed")) and not word.endswith("ss")
        apart = state.comma and word.endswith("ing") and noun_at(self.line, at) is None
        follows = state.open and (not state.joined or apart) and bool(state.subjects)
        several = follows and self.reading.things[state.subjects[-1]].phrase.plural
        does = does or (several and named(word) is None)  # "shelves run along the wall"
        if not (does and follows and "VERB" in word_classes(word)) or word in wc.HAVING:
            return False
        how = self.line.at(at + 1) in _HOW
        return place_at(self.line, at) is None and place_at(self.line, at + 1 + how) is not None

    def _does(self, at: int) -> bool:
        """Whether a doing stands at ``at``: "each selling", "both looking"."""
        word = self.line.at(at)
        doing = word.endswith("ing") and "VERB" in word_classes(word) and word not in wc.HAVING
        return doing and place_at(self.line, at) is None

    def _whose(self, at: int, state: Sentence) -> int:
        """ "whose legs are gold": parts of a thing, which are no things."""
        found = phrase_at(self.line, at + 1)
        stop = found[1] if found else at + 1
        full = stop + (self.line.at(stop) in wc.COPULA)
        if self.talk.mentions and self.line.at(full + 1) in {"with", "in", "of"} and (
            self.line.at(full).endswith("ed") or self.line.at(full) in _FULL):  # fmt: skip
            state.subjects, state.open, state.joined = self.talk.mentions[-1:], True, False
            return full  # "a tree whose branches are hung with baubles"
        said = predicate_at(self.line, stop + 1) if self.line.at(stop) in wc.COPULA else None
        return said[1] if said else stop

    def _serving(self, at: int, state: Sentence) -> int:
        """ "a skull used as a candle holder": what it serves as is no further thing."""
        found = phrase_at(self.line, at)
        if found is None or not state.subjects:
            return at
        label = self.reading.things[state.subjects[-1]].phrase.label
        self.reading.notes.append(f"Shown as what it is, and not as {found[0].label}: {label}.")
        return found[1]

    def _not_there(self, at: int) -> int:
        """ "but not next to the table": said so, since nothing keeps things apart."""
        place = place_at(self.line, at + 1)
        stop = place[1] if place else at + 1
        found = phrase_at(self.line, stop) if place and place[0].targeted else None
        stop = found[1] if found else stop
        self.reading.notes.append(f"Not taken into account: {self.line.span(at, stop)}.")
        return stop
