"""What "is a ..." says of a thing: "my dog is a pirate", "the centrepiece is a fountain".

What belongs here: a noun said of a thing that was named. What does not: looks and measures said of
it, which are in ``attributes``.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.attachment import is_alive
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.roles import role_of
from consumers.lexicon.sentences.sentence import Sentence
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.tokens import Line

_BEING = frozenset({"is", "are", "was", "were"})
_EACH = frozenset({"each", "every"})


class Identities:
    """Reads what things are said to be; ``reading`` and ``talk`` are shared with the reader."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse) -> None:
        self.line, self.reading, self.talk = line, reading, talk

    def read(self, at: int, state: Sentence) -> int | None:
        """Read "is a pirate" or "each a desk" at ``at``; the index after it, None where it is not
        what was just named."""
        named = state.open and not state.joined and state.front is None and bool(state.subjects)
        if named and self.line.at(at) in _BEING:
            return self._is(at + 1, state)
        listed = bool(state.subjects) and self.line.at(at - 1) in {",", ":"}
        if listed and self.line.at(at) in _EACH and self.line.at(at + 1) in {"a", "an"}:
            return self._each(at + 1, state)
        return None

    def _is(self, at: int, state: Sentence) -> int | None:
        found = phrase_at(self.line, at)
        if found is None or found[0].pronoun or role_of(found[0]) != "thing":
            return None
        said, stop = found
        thing = self.reading.things[state.subjects[-1]]
        if thing.present or thing.alias is not None or self.talk.named_before(said):
            return None
        if is_alive(thing.phrase) and is_alive(said):
            self.reading.notes.append(
                f"Shown as what it is, and not dressed up as {said.label}: {thing.phrase.label}."
            )
            return stop
        if noun_row(thing.phrase.noun) is None and noun_row(said.noun) is not None:
            thing.phrase = said  # "the centrepiece is a fountain"
            thing.count = max(thing.count, said.count)
            return stop
        return None

    def _each(self, at: int, state: Sentence) -> int | None:
        """ "three workstations, each a desk with a chair": what the group's members are."""
        found = phrase_at(self.line, at)
        index = state.subjects[-1]
        thing = self.reading.things[index]
        if found is None or thing.present or not self.talk.many(index):
            return None
        said, stop = found
        if role_of(said) != "thing" or not self._may_be(thing.phrase, said):
            return None
        if not thing.phrase.noun or noun_row(said.noun) is not None:
            thing.phrase = replace(said, count=thing.count, counted=True, plural=True)
        state.subjects, state.open, state.joined, state.each = [index], True, False, True
        return stop

    def _may_be(self, group: Phrase, member: Phrase) -> bool:
        """Whether a ``member`` may be what the ``group``'s word means: of its kind, or unknown."""
        row, other = noun_row(group.noun), noun_row(member.noun)
        return row is None or other is None or row.category == other.category
