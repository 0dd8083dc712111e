"""Words about the view in one breath with others: "make the sofa red and look at it".

What belongs here: which words are which. What does not: what the words about the view mean
(``viewing``), and the others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from consumers.lexicon.edits.commands import command_at, without_politeness
from consumers.lexicon.talk.viewing import IT, looked_for
from consumers.lexicon.words.nouns import names
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import read

MOST_PIECES = 24
LONGEST = 2000
_JOINT = re.compile(
    r"\s*[,.;!?]+\s*(?:(?:and|then|now|please)\s+)*|\s+(?:and\s+(?:then\s+)?"
    r"|then\s+)(?:please\s+)?",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:how|what|where|which|who|why|when|is|are|does|do|can)(?= )")
_STYLE = re.compile(
    r"\s*(?:an? |the )?(?:top|bird's eye|overhead|front|back|rear|side|left|right)\b.*", re.I | re.S
)
"""How a picture is to be, as painters are told: "a red chair, front view"."""
_ANY = re.compile(r"(?:an?|some|any) ")
_POINTING = re.compile(r"\b(?:it|them)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Besides:
    """``rest``: the words that are not about the view; ``before`` and ``after``: those about the
    view that were said before and after it, each as it was said."""

    before: tuple[str, ...]
    rest: str
    after: tuple[str, ...]


def besides(text: str) -> Besides | None:
    """``text`` in two kinds of words; None where all of it is of one kind.

    By the text alone, so that what was said before an action is split alike after it. In the rest,
    an "it" behind words about the view is what they named.
    """
    if len(text) > LONGEST:
        return None
    spans = _spans(text)
    kinds = [span.is_view for span in spans]
    if all(kinds) or not any(kinds) or len(spans) > MOST_PIECES:
        return None
    first = kinds.index(False)
    before = tuple(text[s.start : s.stop] for s in spans[:first])
    after = tuple(text[s.start : s.stop] for s in spans[first:] if s.is_view)
    rest = [text[s.start : s.stop] for s in spans[first:] if not s.is_view]
    if before:
        rest[0] = _with_thing(rest[0], before[-1])
    return Besides(before, " and ".join(rest), after)


class _Span(NamedTuple):
    is_view: bool
    start: int
    stop: int


def _spans(text: str) -> list[_Span]:
    """What is said in order, and whether it is about the view. What only names more things goes
    with what it follows: "select the sofa and the table"."""
    spans: list[_Span] = []
    start = 0
    for stop, then in [*(found.span() for found in _JOINT.finditer(text)), (len(text),) * 2]:
        words = text[start:stop]
        if words.strip():
            is_view = _is_view(words, f"{text[:start]} {text[stop:]}")
            if spans and not is_view and (not spans[-1].is_view or not _is_order(words)):
                spans[-1] = spans[-1]._replace(stop=stop)
            else:
                spans.append(_Span(is_view, start, stop))
        start = then
    return spans


def _is_order(words: str) -> bool:
    line = without_politeness(read(words))
    return command_at(line, 0) is not None or line.match(_QUESTION, 0) is not None


def _is_view(words: str, others: str) -> bool:
    """Whether ``words`` are about the view, of something that can be there."""
    thing = looked_for(words)
    if thing is None or _STYLE.fullmatch(words) or _ANY.match(thing):
        return False
    if not thing or thing in IT:
        return True
    named = [singular(word) for word in thing.split(" ")]
    known = {singular(word) for word in read(others).words}
    return any(word in names() or (len(word) > 3 and word in known) for word in named)


def _with_thing(words: str, view: str) -> str:
    """``words``, with what ``view`` names in place of their first "it"."""
    thing = looked_for(view)
    if not thing or thing in IT:
        return words
    return _POINTING.sub(lambda found: thing, words, count=1)
