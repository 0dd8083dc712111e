"""Edit commands: which verb a clause begins with, and where one clause ends and the next begins.

What belongs here: splitting "remove the rug and make the sofa blue" into two commands. What does
not: what they do, which is in ``consumers/patch``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from consumers.lexicon import wordclasses as wc
from consumers.lexicon.quantities import quantity
from consumers.lexicon.tokens import STOPS, Line

Op = Literal[
    "remove", "regenerate", "replace", "duplicate", "rotate", "move", "scale", "paint", "light",
    "put", "add", "make", "undo", "",
]  # fmt: skip

_POLITE = re.compile(
    r"(?:(?:please|now|also|just|then|and|but|so|ok|okay|hey|actually|next|finally|maybe|instead"
    r"|can you|could you|would you|will you|can we|could we|can i|let us|i want you to|i want to"
    r"|i would like you to|i would like to|i need you to|you should|you can|try to|go ahead and"
    r"|what about|how about|what if|how would it look if|kindly|i think you should|we should"
    r"|and then|first|well|oh|no|yes|even|still"
    r"|,)(?: |$))+"
)
_ALSO_NOUNS = frozenset({
    "plant", "light", "paint", "stand", "copy", "model", "set", "stack", "park", "face", "turn",
    "color", "colour", "stain", "place", "lower", "double", "drop", "dye", "scale", "lay",
    "position", "switch", "have",
})  # fmt: skip
_BEFORE_VERB = frozenset({"and", ",", "then", "also", "but", "please"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One command: its verb's words and what follows them."""

    op: Op
    verb: str
    rest: Line


def clauses(line: Line) -> list[Clause]:
    """The commands of a text, in order. A clause without a command verb has the op ""."""
    found: list[Clause] = []
    start = 0
    for end in _ends(line):
        part = _trimmed(line.part(start, end))
        clause = _clause(part)
        if clause.op or len(clause.rest):
            found.append(clause)
        start = end
    return found


def without_politeness(line: Line) -> Line:
    """``line`` without what people only begin with: "could you please"."""
    polite = line.match(_POLITE, 0)
    return line.part(polite[1] if polite else 0, len(line))


def command_at(line: Line, index: int) -> tuple[Op, int] | None:
    """The command verb at ``index`` and the index after its words."""
    for op, pattern in _verbs():
        matched = line.match(pattern, index)
        if matched is not None:
            return op, matched[1]
    return None


def _clause(part: Line) -> Clause:
    said = without_politeness(part)
    found = command_at(said, 0)
    if found is None or not _really(said, 0, found[1], first=True):
        return Clause("", "", said)
    op, stop = found
    return Clause(op, said.span(0, stop), said.part(stop, len(said)))


def _ends(line: Line) -> list[int]:
    """Where clauses end: at full stops, and before a joined command verb."""
    ends: list[int] = []
    for at in range(1, len(line)):
        if line.at(at) in STOPS:
            ends.append(at)
        elif line.at(at - 1) in _BEFORE_VERB:
            found = command_at(line, at)
            if found is not None and _really(line, at, found[1], first=False):
                ends.append(at)
    return [*ends, len(line)]


def _really(line: Line, at: int, stop: int, *, first: bool) -> bool:
    """Whether a word that may also be a noun is a command here."""
    word, following = line.at(at), line.at(stop)
    if stop - at > 1 or (first and word not in _ALSO_NOUNS):
        return True
    if following == "of" or (word == "lower" and not first and following in {"", ",", "and"}):
        return False
    governs = (
        following in wc.DETERMINERS
        or following in wc.PRONOUNS
        or following in {"everything", "all", "back", "up", "down", "around", "on", "off", ""}
        or quantity(line, stop) is not None
    )
    return governs or word not in _ALSO_NOUNS


def _trimmed(part: Line) -> Line:
    """``part`` without the marks and joining words at its ends."""
    start, stop = 0, len(part)
    loose = STOPS | {",", "and", "then"}
    while stop > start and part.at(stop - 1) == "but":
        stop -= 1
    while start < stop and part.at(start) in loose:
        start += 1
    while stop > start and part.at(stop - 1) in loose:
        stop -= 1
    return part.part(start, stop)


@cache
def _verbs() -> tuple[tuple[Op, re.Pattern[str]], ...]:
    """Patterns by what they do, in the order of ``commands.toml``."""
    table = tomllib.loads(files("consumers.lexicon").joinpath("commands.toml").read_text("utf-8"))
    known: dict[str, Op] = {op: op for op in get_args(Op)}
    return tuple(
        (known[op], re.compile(rf"(?:{'|'.join(row['said'])})(?: me| us)?(?= |$)"))
        for op, row in table.items()
    )
