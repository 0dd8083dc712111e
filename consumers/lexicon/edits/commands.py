"""Edit commands: which verb a clause begins with, and where one clause ends and the next begins.

What belongs here: splitting "remove the rug and make the sofa blue" into two commands. What does
not: what they do, which is in ``consumers/patch``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.looks import color_at
from consumers.lexicon.words.plurals import word_classes
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import STOPS, Line

Op = Literal[
    "remove", "regenerate", "replace", "duplicate", "rotate", "move", "scale", "paint", "light",
    "put", "add", "make", "undo", "",
]  # fmt: skip

_POLITE = re.compile(
    r"(?:(?:please(?: to(?= \w+ (?:the|my|a|all|it)\b))?|would you mind|do you mind|now|also"
    r"|just|then|and|but|so|ok|okay|hey"
    r"|(?:could|can|should|may|might)(?= (?:the|my|it|they)\b)|actually|next|finally|maybe|instead"
    r"|(?:would you )?(?:please )?be so kind (?:as )?(?:to|and)|would it be possible to"
    r"|is it possible to|do you think (?:you|we) could|i was wondering if (?:you|we) could"
    r"|i would appreciate it if you could|would you kindly|(?:might|may|can|could) (?:i|we)"
    r"|it would be (?:great|nice|good|lovely|cool) (?:if (?:you|we) could|to)"
    r"|i (?:said|told you to|asked you to|meant to say)|u+gh|argh|damn|hm+|um|uh|er|hi|hello"
    r"|nah|nope|ops|oops|whoops|my bad|lol|haha+|wait|i (?:did not|do not) mean (?:that|it|this)"
    r"|i mean(?! (?:the|an?|my)\b)"
    r"|(?:great|nice|cool|perfect|lovely|good|super|awesome|thanks|thank you|sorry)(?= [,!.])"
    r"|can you|could you|would you|will you|can we|could we|can i|let us|i want you to|i want to"
    r"|i would like you to|i would like to|i need you to|you should|you can|try to|go ahead and"
    r"|what about|how about|what if|how would it look if|kindly|i think you should|we should"
    r"|and then|first|well|oh|no(?! more| longer)|yes|even|still|finally|lastly|afterwards"
    r"|after that|if you can|if possible|if you could|if you would|if you do not mind|perhaps"
    r"|i think|i guess|i feel like|maybe you could|you could"
    r"|,)(?: |$))+"
)
_ASKED = re.compile(
    r"(?:please )?(?:(?:can|could|would|will) (?:you|we)(?: please)?|let us|you (?:can|could)"
    r"|i (?:want|would like|need)(?: you)? to)(?= )"
)
_THANKS = re.compile(
    r"(?:(?:thanks|thank you|thx|ty|cheers|please|very|so|much|a lot|in advance|ok|okay|great|cool"
    r"|nice|bye|dear|hi|hello|,|!) ?)+"
)
_PLAIN_VERBS = (
    "remove", "delete", "replace", "rotate", "duplicate", "change", "paint", "make", "move",
    "place", "resize", "scale", "shrink", "enlarge", "swap",
)  # fmt: skip
"""Verbs that are known in spite of a slip of the finger, where a thing follows."""
_AFTER_VERB = wc.DETERMINERS | wc.PRONOUNS | {"all", "everything", "both"}
_ALSO_NOUNS = frozenset({
    "plant", "light", "paint", "stand", "copy", "model", "set", "stack", "park", "face", "turn",
    "color", "colour", "stain", "place", "lower", "double", "drop", "dye", "scale", "lay",
    "position", "switch", "have", "stick", "pop", "mount",
})  # fmt: skip
_BEFORE_VERB = frozenset({
    "and", ",", "then", "also", "but", "please", "finally", "next", "afterwards", "lastly", "or",
})  # fmt: skip


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
        thanks = not clause.op and _THANKS.fullmatch(clause.rest.text) is not None
        if clause.op or (len(clause.rest) and not thanks):
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
    said = _finite(without_politeness(part))
    found = command_at(said, 0)
    if found is None or not _really(said, 0, found[1], first=True):
        return Clause("", "", said)
    op, stop = found
    return Clause(op, said.span(0, stop), said.part(stop, len(said)))


def _finite(said: Line) -> Line:
    """ "(would you mind) removing the plant" as "remove the plant"; "delte" as "delete"."""
    if _is_cry(said.at(0)) and command_at(said, 1) is not None:
        said = said.part(1, len(said))
    if said.at(0) == "ad":
        said = Line(("add", *said.words[1:]))
    word = said.at(0)
    for stem in (word.removesuffix("ing"), f"{word.removesuffix('ing')}e", word[:-4]):
        changed = Line((stem, *said.words[1:]))
        if word.endswith("ing") and len(word) > 5 and command_at(changed, 0) is not None:
            return changed
    if command_at(said, 0) is not None or len(word) < 3 or word_classes(word) or len(said) < 2:
        return said
    near = get_close_matches(word, _PLAIN_VERBS, n=1, cutoff=0.8)
    return Line((near[0], *said.words[1:])) if near and said.at(1) in _AFTER_VERB else said


def _is_cry(word: str) -> bool:
    """Whether ``word`` is none that English has: "arrr", before a command."""
    known = word in wc.FUNCTION or word in wc.PREPOSITIONS or word in wc.DETERMINERS
    return word.isalpha() and len(word) > 2 and not known and not word_classes(word)


def _ends(line: Line) -> list[int]:
    """Where clauses end: at full stops, and before a joined command verb."""
    ends: list[int] = []
    for at in range(1, len(line)):
        if line.at(at) in STOPS:
            ends.append(at)
        elif line.at(at - 1) in _BEFORE_VERB:
            asked = line.match(_ASKED, at)
            found = command_at(line, asked[1] if asked else at)
            if asked is not None and found is not None:
                ends.append(at)
                continue
            if found is not None and _really(line, at, found[1], first=False):
                ends.append(at)
    return [*ends, len(line)]


def _really(line: Line, at: int, stop: int, *, first: bool) -> bool:
    """Whether a word that may also be a noun is a command here."""
    word, following = line.at(at), line.at(stop)
    if stop - at > 1 or (first and word not in _ALSO_NOUNS):
        return True
    if first and _has_bare_object(line, word, stop):
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


def _has_bare_object(line: Line, word: str, stop: int) -> bool:
    """ "paint walls light blue", "set sofa width to 2 m": a command without articles."""
    if word == "set":
        return "to" in line.words[stop:]
    colors = word in {"paint", "color", "colour"}
    return colors and (line.at(stop) in wc.SHELL or color_at(line, len(line) - 1) is not None)


def _trimmed(part: Line) -> Line:
    """``part`` without the marks and joining words at its ends."""
    start, stop = 0, len(part)
    loose = STOPS | {",", "and", "then"}
    while start < stop and part.at(start) in loose:
        start += 1
    while stop > start and (part.at(stop - 1) in loose or _trails(part, start, stop)):
        stop -= 1
    return part.part(start, stop)


def _trails(part: Line, start: int, stop: int) -> bool:
    """Whether the last word only ends a command politely, or joins the next one to it."""
    return stop > start + 1 and part.at(stop - 1) in {"but", "or", "please", "thanks"}


@cache
def _verbs() -> tuple[tuple[Op, re.Pattern[str]], ...]:
    """Patterns by what they do, in the order of ``commands.toml``."""
    table = tomllib.loads(
        files("consumers.lexicon.edits").joinpath("commands.toml").read_text("utf-8")
    )
    known: dict[str, Op] = {op: op for op in get_args(Op)}
    return tuple(
        (known[op], re.compile(rf"(?:{'|'.join(row['said'])})(?: me| us)?(?= |$)"))
        for op, row in table.items()
    )
