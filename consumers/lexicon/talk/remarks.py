"""Remarks: words that tell of things or judge them, and wish for nothing.

"my cat died", "the sofa is ugly", "I bought a new car": who says so does not want a cat, a sofa or
a car built. What belongs here: telling a remark from a description ("the sofa is next to the
table") by its verb. What does not: small talk about the program (``smalltalk``), questions.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from consumers.lexicon.edits.commands import clauses
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.tokens import STOPS, Line

_SOMEBODY = re.compile(r"(?:i|we|he|she|they|you)(?: (?:all|both|just|really|already|still))*(?= )")
_BEGINS = re.compile(
    r"(?:(?:well|so|oh|and|but|hey|you know|sadly|unfortunately|today|yesterday|,)(?: |$))*"
)
_LOOKS = r"(?:(?:is|are|was|were|looks?|looked|seems?|feels?|smells?|sounds?) )"
_VERY = (
    r"(?:(?:so|very|really|a bit|a little|too|quite|pretty|just|rather|always|still|already|such"
    r"|an?|not|also|kind of|absolutely|super|truly|all) )*"
)
_OFTEN = r"(?:(?:really|do not|also|just|never|always|so|still|have|had|once|even) )*"
_LATELY = r"(?:(?:just|has|have|had|also|sadly|suddenly) )*"
_SAVE_FOR = re.compile(r"\b(?:bare|empty|clear) (?:except|but|save|apart) (?:for|from) ")
_LONGEST = 24
"""Words of a remark at most; who says more describes something."""


class Remark(NamedTuple):
    """A remark: whether it finds fault, and the words it is about ("the sofa"; "" for none)."""

    complains: bool
    about: str


def remark(line: Line, present: Collection[str] = ()) -> Remark | None:
    """What is remarked, where every sentence only tells or judges; None where one may wish.

    ``present``: what things of the scene are called; "nice sofa" wants one where there is none.
    """
    sentences = [s for s in _sentences(line) if len(s)]
    if not sentences or len(line) > _LONGEST or any(c.op for c in clauses(line)[1:]):
        return None
    told = [_remark(s, present) for s in sentences]
    known = [t for t in told if t is not None]
    if len(known) < len(told):
        return None
    return next((t for t in known if t.complains), known[0])


def _remark(sentence: Line, present: Collection[str]) -> Remark | None:
    start = sentence.match(_BEGINS, 0)
    said = sentence.part(start[1] if start else 0, len(sentence))
    if _pattern("praising").fullmatch(said.text) and said.at(len(said) - 1) in present:
        return Remark(False, "")
    who = said.match(_SOMEBODY, 0)
    if who is not None:
        return _of_somebody(said.part(who[1], len(said)).text)
    return _of_a_thing(said)


def _of_somebody(deed: str) -> Remark | None:
    """ "(I) hate the sofa", "(we) lost the keys"; None for "(I) want ..."."""
    if not (_pattern("felt").match(deed) or _pattern("did").match(deed)):
        return None
    return Remark(_pattern("disliked").match(deed) is not None, "")


def _of_a_thing(said: Line) -> Remark | None:
    """ "the sofa is ugly", "my cat died"."""
    found = phrase_at(said, 0)
    if _SAVE_FOR.search(said.text):
        return None  # "the table was bare except for a letter" names what is there
    if found is None or not _tellable(said, found[0].definite, found[0].plural):
        return None
    for stop in range(found[1], max(0, found[1] - 3), -1):  # verbs may have been read as nouns
        tail, about = said.part(stop, len(said)).text, said.span(0, stop)
        if said.at(stop - 1) in wc.DETERMINERS and said.at(stop - 1) not in wc.PRONOUNS:
            continue  # "the left couch ..." did not leave
        if _pattern("bad").match(tail):
            return Remark(True, about)
        if _pattern("good").match(tail) or _pattern("happened").match(tail):
            return Remark(False, about)
    return None


def _tellable(said: Line, definite: bool, plural: bool) -> bool:
    """Whether the subject is one that people tell of: "my cat", "the sofa", "cats"."""
    return definite or (plural and said.at(0) not in wc.DETERMINERS) or said.at(0) == "it"


def _sentences(line: Line) -> list[Line]:
    found, start = [], 0
    for at in range(len(line) + 1):
        if at == len(line) or line.at(at) in STOPS:
            found.append(line.part(start, at))
            start = at + 1
    return found


def _pattern(name: str) -> re.Pattern[str]:
    return _patterns()[name]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """The verbs and judgements of ``remarks.toml``."""
    table = tomllib.loads(
        files("consumers.lexicon.talk").joinpath("remarks.toml").read_text("utf-8")
    )
    said = {name: f"(?:{'|'.join(words)})" for name, words in table.items()}
    return {
        "felt": re.compile(rf"{_OFTEN}{said['felt']}(?: |$)"),
        "disliked": re.compile(rf"(?:(?:really|also|just|so) )*{said['disliked']}(?: |$)"),
        "did": re.compile(rf"{_OFTEN}{said['did']}(?: |$)"),
        "happened": re.compile(rf"{_LATELY}{said['happened']}(?: |$|(?<= ))"),
        "good": re.compile(rf"{_LOOKS}{_VERY}{said['good']}(?: .*)?$"),
        "bad": re.compile(rf"{_LOOKS}{_VERY}{said['bad']}(?: .*)?$"),
        "praising": re.compile(
            rf"(?:(?:what|such) an? )?(?:(?:so|very|really|pretty|super) )*{said['good']} \w+"
        ),
    }
