"""What may have been meant by words that no reading took: a plain command, offered for a yes.

"Smuggle the chest under the palm tree": no table has the verb, but a thing that is there and a
place to be at are named, and there is one thing that may be wanted of them. "Did you mean: move the
chest under the palm tree?" costs a person one word, where "I did not understand" costs a sentence.
What belongs here: the command that is offered. What does not: doing it, which needs the yes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from consumers.lexicon.edits.changes import Editor
from consumers.lexicon.edits.commands import clauses
from consumers.lexicon.edits.items import things
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.measures import SIZE_WORDS
from consumers.lexicon.words.tokens import STOPS, Line, read

OFFERED = "Did you mean: "
"""How every offer begins; it ends with a question mark."""
_AN_OFFER = re.compile(rf"{OFFERED}(?P<command>[^?]+)\?")
_LONGEST = 24
"""Words of which an offer may be made; in more of them too much else is said."""
_MOST_UNREAD = 3
"""Words of content that an offer may leave out: the verb, and one or two about it."""
_OTHERWISE = re.compile(
    r"\b(?:not|no|never|nor|none|nothing|without|neither|except|if|unless|until|was|were|had|hate"
    r"|hates|which|how|why|when|whether|who|what|where|old|said|told|think|thinks|instead)\b|\?"
)
"""Words with which a plain command would leave out what matters."""
_TOLD = re.compile(r"I did not (?:understand|find (?:out|anything))")
"""How an answer begins that leaves open what was meant."""
_OWN = frozenset({"the", "that", "this", "these", "those", "our", "my", "your", "his", "her"})
_MEANT = frozenset({"it", "them", "that", "those", "these"})

_Is = Literal["there", "new", "place", "look", "size"]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that name a thing of the scene, a new one, a place, a look or a size."""

    kind: _Is
    said: str


def offer(said: Line, finder: Finder) -> str:
    """The question whether a plain command is meant by ``said``; "" where none can be told, or one
    that the readers do not take."""
    if not 0 < len(said) <= _LONGEST or _OTHERWISE.search(said.text):
        return ""
    pieces = _pieces(said, finder)
    command = _command(pieces) if pieces is not None else ""
    same = command == said.text.strip(" .!")
    return f"{OFFERED}{command}?" if command and not same and _is_read(command, finder) else ""


def with_offer(reasons: Sequence[str], said: Line, finder: Finder) -> tuple[str, ...]:
    """``reasons`` for which nothing was done, and the question whether something else was meant
    where all of them are that the words were not understood."""
    open_ = bool(reasons) and all(_TOLD.match(reason) for reason in reasons)
    offered = offer(said, finder) if open_ else ""
    return (*reasons, offered) if offered else tuple(reasons)


def offered(answer: str) -> str:
    """The command that ``answer`` offers; "" where it offers none."""
    found = _AN_OFFER.search(answer)
    return found.group("command") if found is not None else ""


def _pieces(said: Line, finder: Finder) -> list[_Piece] | None:
    """What ``said`` names in its order; None where more was said than an offer would keep."""
    pieces: list[_Piece] = []
    unread, at = 0, 0
    while at < len(said):
        found = next(_read_at(said, at, finder), None)
        if found is None:
            unread += not _says_nothing(said.at(at))
            at += 1
            continue
        pieces.append(found[0])
        at = found[1]
    return pieces if unread <= _MOST_UNREAD else None


def _says_nothing(word: str) -> bool:
    told = wc.FUNCTION | wc.VERBS | wc.ADVERBS | wc.PREPOSITIONS | wc.DETERMINERS | wc.PUTTING
    return word in told or word in STOPS or not word[0].isalnum()


def _read_at(said: Line, at: int, finder: Finder) -> Iterator[tuple[_Piece, int]]:
    """What is named at word ``at``, the likeliest first, and the index after it."""
    place = place_at(said, at)
    if place is not None:
        stop = place[1]
        if place[0].targeted:
            target = select(said, stop, finder)
            known = target is not None and target.items and not target.missing
            stop = target.stop if target is not None and known else 0
        if stop:
            yield _Piece("place", said.span(at, stop)), stop
    for looks in (color_at(said, at), material_at(said, at)):
        alone = looks is not None and phrase_at(said, at) is None
        if looks is not None and alone:
            yield _Piece("look", said.span(at, at + looks[1])), at + looks[1]
    if said.at(at) in SIZE_WORDS and phrase_at(said, at) is None:
        yield _Piece("size", said.at(at)), at + 1
    yield from _thing_at(said, at, finder)


def _thing_at(said: Line, at: int, finder: Finder) -> Iterator[tuple[_Piece, int]]:
    """A thing that is there, or a new one, named at word ``at``."""
    named = phrase_at(said, at, plain=True)
    if named is None or (named[0].pronoun and named[0].head not in _MEANT):
        return
    chosen = select(said, at, finder, filtered=False, plain=True)
    found = chosen is not None and chosen.items and not chosen.missing and not _is_new(named[0])
    if chosen is not None and found and all(i in things(finder.items) for i in chosen.items):
        yield _Piece("there", _definite(said.span(at, chosen.stop))), chosen.stop
    elif named[0].noun and not named[0].pronoun:
        yield _Piece("new", _indefinite(named[0])), named[1]


def _is_new(phrase: Phrase) -> bool:
    """Whether a phrase asks for one more: "a lamp", "another chair"."""
    return phrase.said.split()[0] in {"a", "an", "another", "some", "more"}


def _definite(said: str) -> str:
    first = said.split()[0]
    return said if first in wc.DETERMINERS | _MEANT or first.isdigit() else f"the {said}"


def _indefinite(phrase: Phrase) -> str:
    words = phrase.said.split()
    if words[0] not in _OWN:
        return phrase.said if phrase.plural or words[0] in wc.DETERMINERS else _one(words)
    return " ".join(words[1:]) if phrase.plural else _one(words[1:])


def _one(words: Sequence[str]) -> str:
    return f"{'an' if words[0][0] in 'aeiou' else 'a'} {' '.join(words)}"


def _command(pieces: Sequence[_Piece]) -> str:
    """The one thing that may be wanted of what is named; "" where it is not one."""
    said: dict[_Is, list[str]] = {}
    for piece in pieces:
        said.setdefault(piece.kind, []).append(piece.said)
    if any(len(words) > 1 for words in said.values()):
        return ""
    named = {kind: words[0] for kind, words in said.items()}
    match sorted(named):
        case ["place", "there"]:
            return f"move {named['there']} {named['place']}"
        case ["new"]:
            return f"add {named['new']}"
        case ["new", "place"]:
            return f"add {named['new']} {named['place']}"
        case ["look", "there"]:
            return f"make {named['there']} {named['look']}"
        case ["size", "there"]:
            return f"make {named['there']} {named['size']}"
    return ""


def _is_read(command: str, finder: Finder) -> bool:
    """Whether the readers take ``command``, with nothing left open."""
    editor = Editor(finder, (), 0)
    for clause in clauses(read(command)):
        editor.apply(clause, alone=True)
    return bool(editor.to.edits) and not editor.to.unmet
