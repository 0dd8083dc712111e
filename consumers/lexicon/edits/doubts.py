"""Words that were not read though they may say which things a command means: then it is not done.

A wrong change costs more than a question. What belongs here: telling that what is left of a command
narrows what it is about. What does not: reading it, which is in ``selection`` and ``references``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from consumers.lexicon.edits.asking import Question
from consumers.lexicon.edits.commands import command_at
from consumers.lexicon.edits.items import things
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.unread import is_strange, unread_at, without
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_at
from consumers.lexicon.words.plurals import word_classes
from consumers.lexicon.words.tokens import STOPS, Line
from schemas.edits import SceneItem

_CLOSING = re.compile(
    r"(?:please|now|again|at once|right away|immediately|too|also|and|then|because|since|as|so|in"
    r"|from|here|there|away|out|off|completely|entirely|i|it|they|we|but|except|besides|apart|other"
    r"|save|not|that is|[.!,;])(?= |$)"
)
"""Words after "everything" that do not say which things are meant, or are read elsewhere."""
_THAT = frozenset({"it", "that", "this", "them", "they", "those", "these"})
_WHOLE = frozenset({"light", "lighting", "sun", "sky", "moon", "scene", "room", "place", "view"})
"""What remarks may be about though no thing of the scene is called so."""
_PLACES = wc.SPOTS | {"place", "spot", "position"}
_SPARING = frozenset({"except", "excluding", "besides"})
_THE = frozenset({"the", "my", "our"})
_JOINS = frozenset({"and", ",", "then"})
_LONGEST = 120
"""Words of a request in which such words are looked for."""
_SHOWN = 40
"""Characters of unread words that an answer repeats."""


def unread(items: Sequence[SceneItem], tail: Line, finder: Finder) -> str | None:
    """Why ``items`` are not removed: they would be all that there is, and ``tail``, the words left,
    may say which ("everything the cat broke"). None where nothing is in doubt."""
    everything = len(items) > 1 and len(items) == len(things(finder.items))
    if not everything or not len(tail) or _CLOSING.match(tail.text):
        return None
    said = tail.text[:_SHOWN].strip()
    return (
        f'I did not understand what "{said}" says of the things to remove, and removed none.'
        " Name them, or say where they are."
    )


def is_place(phrase: Phrase) -> bool:
    """Whether a phrase names no thing but where one is to be: "the other side", "its old place"."""
    return not phrase.noun and phrase.head in _PLACES


def absent(remark: Line, finder: Finder) -> Phrase | None:
    """The thing that a remark is about ("the lamp is ugly"), where the scene has none: then "it"
    afterwards is no other thing. None where it is there, or is no thing with a place of its own."""
    found = phrase_at(remark, 0, plain=True)
    if found is None or not (found[0].definite and found[0].noun) or found[0].pronoun:
        return None
    phrase = found[0]
    of_the_whole = phrase.head in _WHOLE or named_setting(phrase.head) is not None
    return None if of_the_whole or finder.find(phrase) else phrase


def not_done(verb: str, rest: Line) -> str:
    """What is told of a command that came to nothing: none is dropped in silence."""
    return f'I did not find out what "{verb} {rest.text}'[: _SHOWN + 24] + '" should do'


def is_of_that(said: Line) -> bool:
    """Whether a command is about what was named before alone: "remove it", "make them bigger"."""
    found = next((f for at in range(len(said)) if (f := phrase_at(said, at))), None)
    return found is not None and found[0].pronoun and found[0].head in _THAT


@dataclass(frozen=True, slots=True)
class Settled:
    """A request without the words that say nothing of it: what is done. ``told``: what was not
    read; ``question``: what has to be asked first; ``refused``: why nothing is done."""

    line: Line
    told: tuple[str, ...] = ()
    question: Question | None = None
    refused: str = ""

    @property
    def stops(self) -> str:
        """What is said instead of doing anything; "" where something can be done."""
        return self.question.text if self.question is not None else self.refused


def settled(line: Line, finder: Finder) -> Settled:
    """``line`` without words in it that nothing reads, where it is plain without them what is
    meant; else the question which things are.

    Every edit goes through here: no word that nobody reads chooses a thing, or makes one.
    """
    told: list[str] = []
    line = _without_strange(line, told)
    at = 0
    while at < min(len(line), _LONGEST):
        found = unread_at(line, at, finder)
        if found is not None and not found.is_plain:
            said = " ".join(line.span(*span) for span in found.spans)
            kind = found.phrase.head
            asked = Question(line, found.start, found.stop, kind, said, found.fitting)
            return Settled(line, tuple(told), asked)
        line = line if found is None else without(line, found.spans)
        at += 1
    return Settled(line, tuple(told), refused=_spares_nothing(line, finder))


def _spares_nothing(line: Line, finder: Finder) -> str:
    """Why nothing is done where what shall stay as it is can not be found: "except the bidet"."""
    for at in range(1, len(line) - 1):
        start = at + 1 + (line.at(at + 1) == "for")
        if line.at(at) not in _SPARING or line.at(start) not in _THE:
            continue
        found = phrase_at(line, start, plain=True)
        if found is None or found[0].pronoun or found[0].head in wc.SHELL or not found[0].noun:
            continue
        if not finder.find(found[0]):
            return f"There is no {found[0].label} that could stay as it is, so I changed nothing"
    return ""


def understood(line: Line) -> Line:
    """``line`` without the words of which nobody knows one: what it is about by the rest."""
    return _without_strange(line, [])


def _without_strange(line: Line, told: list[str]) -> Line:
    """``line`` without a manner and a command of which no word is known: "quindly", "flurb it
    and"."""
    for at in range(len(line) - 1, 0, -1):
        if line.at(at).endswith("ly") and is_strange(line.at(at)):
            told.append(_not_read(line.at(at)))
            line = without(line, [(at, at + 1)])
    return _without_commands(line, told)


def _without_commands(line: Line, told: list[str]) -> Line:
    """``line`` without commands that nothing reads beside one that is; "it" stays what it was."""
    at = 0
    while at < len(line):
        starts = at == 0 or line.at(at - 1) in STOPS or line.at(at - 1) in _JOINS
        stop = _unread_command(line, at) if starts else None
        if stop is None:
            at += 1
            continue
        named = phrase_at(line, at + 1)
        end = stop
        while line.at(end) in _JOINS or line.at(end) in STOPS:
            end += 1
        first = at
        while end >= len(line) and first and (line.at(first - 1) in _JOINS):
            first -= 1
        if end - at + (at - first) >= len(line):
            return line  # there is no other command
        told.append(_not_read(line.span(at, stop)))
        rest = list(line.words[end:])
        if named is not None and not named[0].pronoun:
            _name(rest, line.words[at + 1 : named[1]])
        line = Line((*line.words[:first], *rest))
        at = first + 1
    return line


def _unread_command(line: Line, at: int) -> int | None:
    """Where a command ends that begins at ``at`` with a verb that none of the commands is."""
    word = line.at(at)
    if command_at(line, at) is not None or word in wc.VERBS | wc.PUTTING | wc.ADVERBS | _SPARING:
        return None
    if not (is_strange(word) or word_classes(word) >= {"VERB"}) or word in wc.FUNCTION:
        return None
    if noun_at(line, at) is not None and not is_strange(word) and at == 0:
        return None
    if line.at(at + 1) not in {"the", "my", "it", "them", "our", "that", "all"}:
        return None
    named = phrase_at(line, at + 1)
    if named is None:
        return None
    ends = line.at(named[1]) in STOPS | _JOINS | {""}
    return named[1] if ends else None


def _name(rest: list[str], thing: Sequence[str]) -> None:
    """Put ``thing`` for the first "it" or "them" of the command that follows."""
    for n, word in enumerate(rest):
        if word in wc.DETERMINERS - {"that", "this"}:
            return
        if word in {"it", "them"}:
            rest[n : n + 1] = thing
            return


def _not_read(said: str) -> str:
    return f'I did not understand "{said[:_SHOWN]}"'
