"""Wishes in other words, sentence by sentence, as plain commands that the edits read.

What belongs here: the order in which the forms are tried, on words whose scene is known. What does
not: the forms themselves (``giving``, ``fronting``, ``parting``, ``likening``), and words that mean
the same in any scene, which ``plainly`` replaces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.edits.commands import without_politeness
from consumers.lexicon.edits.items import label_of
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.sentences.fronts import is_somebody
from consumers.lexicon.talk.fronting import fronted
from consumers.lexicon.talk.giving import CLOTHES, given, given_too, whom, worn_later
from consumers.lexicon.talk.likening import likened
from consumers.lexicon.talk.parting import parted, said_by_others
from consumers.lexicon.talk.questions import asked
from consumers.lexicon.words.tokens import Line, read
from schemas.edits import SceneItem
from schemas.ids import NodeId
from schemas.state import Turn

_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*\s*|[.!?;\n]+\s*")
_DECIMAL = re.compile(r"\d\.\d")
_SO = re.compile(
    r"(?:(?:well|so|oh|and|but|hey|hm+|actually|honestly|also|then|now|maybe|perhaps"
    r"|i think|i guess"
    r"|ok|okay|please|by the way|besides|in addition|finally|,)(?: |$))+"
)
_LONGEST = 60
"""Words of a sentence that is looked at."""


def in_plain_words(
    text: str,
    items: Sequence[SceneItem],
    touched: Sequence[NodeId] = (),
    last: Turn | None = None,
) -> str:
    """``text`` with each sentence that wishes in other words as a plain command; the same text
    where none does. ``touched``: what the last change was about, the newest first; ``last``: the
    turn that made it, None where the last turn changed nothing."""
    finder = Finder(tuple(items), tuple(reversed(touched)))
    pieces = [text] if _DECIMAL.search(text) else _SENTENCE.findall(text)
    told = [_plain(piece, finder, last) for piece in pieces]
    if all(new == "" for new in told):
        return text
    joined = [
        f"{new.rstrip(' .')}." if new else piece.strip()
        for new, piece in zip(told, pieces, strict=True)
    ]
    return " ".join(part for part in joined if part)


def put_on(text: str, items: Sequence[SceneItem], touched: Sequence[NodeId] = ()) -> str:
    """What is said to clothes for somebody who is there already; "" for any other words."""
    finder = Finder(tuple(items), tuple(reversed(touched)))
    line = without_politeness(read(text))
    return CLOTHES if len(line) <= _LONGEST and worn_later(line, finder) else ""


def _plain(piece: str, finder: Finder, last: Turn | None) -> str:
    """One sentence as a plain command; "" where it is no wish in other words."""
    direct = said_by_others(piece)
    line = _unmarked(read(direct))
    if not 1 < len(line) <= _LONGEST or "?" in piece or asked(read(direct)) is not None:
        return ""
    begun = line.match(_SO, 0)
    for said in (line, line.part(begun[1], len(line)) if begun else line, without_politeness(line)):
        told = (
            fronted(said, finder)
            or given(said, finder)
            or parted(said, finder, last.answered if last is not None else "")
            or likened(said, finder)
            or (given_too(said, read(last.said), finder) if last is not None else "")
        )
        if told:
            return told
    named = _named(direct, finder)
    return named.strip() if named != piece else ""


def _named(piece: str, finder: Finder) -> str:
    """``piece`` with the name of whom "he" and "her" mean, where that is plain."""
    if _HE.search(piece) is None:
        return piece
    meant = whom(finder)
    named = [m for m in finder.items if label_of(m) in read(piece).text]
    if not meant or any(is_somebody(i.noun, label_of(i)) for i in named):
        return piece  # "the king, he ..."
    return _HE.sub(f"the {meant[0].name.lower()}", piece)


_HE = re.compile(
    r"\b(?:he|she|him)\b(?!['’])"
    r"|\bher\b(?=(?: (?:to|on|in|at|by|next|near|under|behind|beside|closer|a|an|the|around|away"
    r"|there|here|up|down|back|left|right|please|too|look|face|turn|sit|stand)\b|[.!,]|$))",
    re.IGNORECASE,
)


def _unmarked(line: Line) -> Line:
    """``line`` without the marks at its end."""
    stop = len(line)
    while stop and not line.at(stop - 1)[0].isalnum():
        stop -= 1
    return line.part(0, stop)
