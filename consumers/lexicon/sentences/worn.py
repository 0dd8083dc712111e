"""What is worn: "in a red dress", "wearing a straw hat and a scarf", "with a red collar".

Clothes are part of who wears them, in the words that its model is made by; what stands on a head
is a thing on it. What does not belong here: what is held (``guests``).
"""

from __future__ import annotations

import re
from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.fronts import is_figure
from consumers.lexicon.sentences.reading import Link, Reading
from consumers.lexicon.sentences.sentence import Sentence
from consumers.lexicon.words.garments import GARMENTS, HEADWEAR
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind

_WEARING = re.compile(
    r"(?:(?:is |are |all |both |each )?(?:wearing|dressed (?:up )?in|clad in)|wears?"
    r"|sporting|(?P<loose>in|with))(?= )"
)
_ON_HEAD = re.compile(r"(?:up)?on (?:its|his|her|their) heads?(?= |$)")
_MORE = re.compile(r"(?:, and|,|and)(?= )")


class Worn:
    """Reads clothes; ``reading`` and ``talk`` are shared with the reader."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse) -> None:
        self.line, self.reading, self.talk = line, reading, talk

    def read(self, at: int, state: Sentence) -> int | None:
        """Read "wearing a hat and a scarf" at ``at``; the index after it."""
        found = self.line.match(_WEARING, at)
        loose = found[0].group("loose") if found is not None else None
        joined = state.joined and (loose is not None or not state.comma)
        single = self._is_only_figure(state)
        if found is None or not state.subjects or (joined and not single):
            return None
        host = state.host if state.joined and state.host is not None else state.left_host
        wearer = state.subjects[-1]
        if state.joined and host is not None and not single:
            wearer = host
        if not is_figure(self.reading.things[wearer].phrase):
            return None
        stop, start = None, found[1]
        while (piece := phrase_at(self.line, start)) is not None:
            stop = self._put_on(piece[0], piece[1], wearer, loose)
            if stop is None:
                break
            more = self.line.match(_MORE, stop)
            last = stop
            if more is None:
                break
            start = more[1]
        else:
            last = start
        if start == found[1] and stop is None:
            return None
        stop = stop if stop is not None else last
        thing = self.reading.things[wearer]
        thing.phrase = replace(thing.phrase, said=f"{thing.phrase.said} {self.line.span(at, stop)}")
        return stop

    def _is_only_figure(self, state: Sentence) -> bool:
        """Whether of all that is named together only the last can wear: "a crane and builders"."""
        if not state.subjects:
            return False
        *others, last = (self.reading.things[index].phrase for index in state.subjects)
        return bool(others) and is_figure(last) and not any(is_figure(phrase) for phrase in others)

    def _put_on(self, piece: Phrase, stop: int, wearer: int, loose: str | None) -> int | None:
        """Note that ``piece`` is worn; the index after it, None where it is nothing to wear."""
        head = singular(piece.head)
        names = {piece.head, head, head.split()[-1]}
        if names & GARMENTS:
            return stop
        if not names & HEADWEAR or piece.definite:
            return None
        if loose == "in" and not _is_person(self.reading.things[wearer].phrase):
            return None  # "a rabbit in a hat"
        index = self.talk.refer(replace(piece, definite=False))
        self.talk.mentions.pop()
        several = self.talk.many(wearer)
        if several:
            self.reading.things[index].count, self.reading.things[index].per = 1, wearer
        self.reading.links.append(Link(Kind.ON, index, (wearer,), each=several))
        on_head = self.line.match(_ON_HEAD, stop)
        return on_head[1] if on_head else stop


def _is_person(phrase: Phrase) -> bool:
    row = noun_row(phrase.noun)
    return row is not None and row.category == "person"
