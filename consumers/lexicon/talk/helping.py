"""Questions about the program itself: how to undo, save, share, what it costs, what it can.

What belongs here: which question it is. What is said is in ``helping.toml``. What does not: small
talk (``smalltalk``), questions about the scene (``answers``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from functools import cache
from importlib.resources import files

from consumers.lexicon.talk.questions import unprefaced
from consumers.lexicon.words.tokens import STOPS, Line

_LONGEST = 24
_ASKS = re.compile(
    r"(?:how|what|which|where|who|whom|can|could|may|do|does|did|is|are|am|will|was|must|should"
    r"|need|in which|in what)\b"
)


def help_about(line: Line, present: Collection[str] = ()) -> str | None:
    """The answer to a question about the program; None for any other words.

    ``present``: what things of the scene are called; a question that names one is about it.
    """
    question = unprefaced(line)
    stop = next((i for i, word in enumerate(question.words) if word in STOPS), len(question))
    said = question.part(0, stop)
    if not 0 < len(said) <= _LONGEST or _ASKS.match(said.text) is None:
        return None
    if not set(present).isdisjoint(said.words):
        return None
    return next(
        (reply for patterns, reply in _table() if any(p.match(said.text) for p in patterns)), None
    )


@cache
def _table() -> tuple[tuple[tuple[re.Pattern[str], ...], str], ...]:
    table = tomllib.loads(
        files("consumers.lexicon.talk").joinpath("helping.toml").read_text("utf-8")
    )
    return tuple(
        (tuple(re.compile(said) for said in row["said"]), row["reply"]) for row in table["help"]
    )
