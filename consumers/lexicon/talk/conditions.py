"""Wishes under a condition that the scene answers: "if there are more than five cars, remove one".

What belongs here: the condition as a question, and the wish without it. What does not: the answer
(``answers``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from consumers.lexicon.edits.commands import command_at, without_politeness
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import STOPS, Line

_LONGEST = 40
_IF = re.compile(r"(?:(?:please|and|but|so|also|well|ok|,) )*(?P<word>if|in case|unless) (?=\w)")
_IF_SO = re.compile(r"(?:if|and if) (?P<how>not|so|yes|no|there is(?: one)?|there is not(?: one)?)")
_THERE = re.compile(
    r"there (?:is|are|were|was)(?: already| still| currently)? "
    r"(?P<how>(?:(?:not )?(?:no|any|more than|fewer than|less than|at least|exactly|only)\b)?)"
    r" ?(?=\w)"
)
_BE = re.compile(r"\b(is|are)\b")
_ONE = re.compile(r"\b(?:one|some)(?: of them)?$|\bone of them\b")
_IT = re.compile(r"\b(?:it|them)\b")
_NEEDLESS = frozenset({"you", "we", "possible", "i", "needed", "necessary", "that", "it", "not"})
"""What follows "if" in courtesies: "if you like", "if it is not too much"."""


@dataclass(frozen=True, slots=True)
class Condition:
    """``question``: what decides, to be answered from the scene, and ``holds``: the beginning of
    the answer with which ``wish`` is to be done. ``many``: a count that the things named in
    ``question`` are held against, by ``how`` ("more than"); None for a question of yes or no."""

    question: str
    holds: bool
    wish: str
    how: str = ""
    many: int | None = None


def conditional(line: Line) -> Condition | None:
    """The condition that ``line`` puts before or behind a wish; None where it puts none."""
    if not 4 < len(line) <= _LONGEST:
        return None
    return _if_so(line) or _if_first(line) or _if_last(line)


def met(condition: Condition, count: int) -> bool:
    """Whether ``count`` things are as many as the condition wants."""
    many = condition.many or 0
    return {
        "more than": count > many, "fewer than": count < many, "less than": count < many,
        "at least": count >= many, "exactly": count == many, "only": count == many,
    }.get(condition.how, count == many)  # fmt: skip


def _if_so(line: Line) -> Condition | None:
    """ "is there a lamp? if not, add one"."""
    stop = next((at for at, word in enumerate(line.words) if word == "?"), None)
    found = line.match(_IF_SO, stop + 1) if stop else None
    if stop is None or found is None:
        return None
    wish = _wish(line.part(found[1], len(line)))
    holds = found[0]["how"] in {"so", "yes", "there is", "there is one"}
    question = line.span(0, stop)
    return Condition(question, holds, _named(wish, line.part(0, stop), 2)) if wish else None


def _if_first(line: Line) -> Condition | None:
    found = line.match(_IF, 0)
    if found is None or line.at(found[1]) in _NEEDLESS:
        return None
    for at in range(found[1] + 3, len(line)):
        start = at + 1 if line.at(at) in {",", "then"} else at
        wish = _wish(line.part(start, len(line)))
        if wish:
            return _condition(line.part(found[1], at), wish, found[0]["word"] != "unless")
    return None


def _if_last(line: Line) -> Condition | None:
    for at in range(2, len(line) - 3):
        found = line.match(_IF, at)
        wish = _wish(line.part(0, at)) if found else ""
        if found is None or not wish or line.at(found[1]) in _NEEDLESS:
            continue
        stop = next((n for n in range(at, len(line)) if line.at(n) in STOPS), len(line))
        return _condition(line.part(found[1], stop), wish, found[0]["word"] != "unless")
    return None


def _wish(line: Line) -> str:
    """The words as a command; "" where they begin with none."""
    while len(line) and line.at(0) in {",", "then", "please"}:
        line = line.part(1, len(line))
    said = without_politeness(line)
    command = command_at(said, 0)
    if command is None or said.at(0) in {"there", "if"} or len(said) < 2:
        return ""
    return said.text.strip(" ,.!")


def _condition(said: Line, wish: str, holds: bool) -> Condition | None:
    there = _THERE.match(said.text)
    if there is None:
        verb = _BE.search(said.text)
        named = phrase_at(said, 0)
        if verb is None or named is None or not named[0].definite:
            return None
        subject, state = said.text[: verb.start()].strip(), said.text[verb.end() :].strip()
        holds = holds != state.startswith("not ")
        question = f"{verb[1]} {subject} {state.removeprefix('not ')}"
        return Condition(question, holds, re.sub(r"\b(?:it|them)\b", subject, wish, count=1))
    how = there["how"]
    at = len(said.text[: there.end()].split())
    counted = quantity(said, at)
    single = counted is None or counted.count <= 1
    if how in {"no", "not", "not any", "any"} or (not how and single):
        thing = re.sub(r"^(?:any|an?|one) ", "", said.part(at, len(said)).text)
        lacking = how.startswith("no") or thing == "none"
        if thing in {"none", "one", "any", ""}:  # "add a lamp if there is none"
            thing = _first_of(wish)
        question = f"is there a {thing}"
        return Condition(question, holds != lacking, _named(wish, said, at)) if thing else None
    if counted is None:
        return None
    kind = said.part(at + counted.length, len(said)).text
    return Condition(
        f"how many {kind} are there", holds, _named(wish, said, at), how or "exactly",
        int(counted.count),
    )  # fmt: skip


def _named(wish: str, said: Line, at: int) -> str:
    """ "remove one" as "remove one car", where the condition is about cars."""
    found = next((f for n in range(at, len(said)) if (f := phrase_at(said, n, plain=True))), None)
    if found is None or found[0].pronoun:
        return wish
    wish = _IT.sub(f"the {found[0].label}", wish, count=1)
    return _ONE.sub(f"one {found[0].label}", wish)


def _first_of(wish: str) -> str:
    """What ``wish`` names first: "lamp" of "add a lamp on the desk"."""
    line = Line(tuple(wish.split()))
    found = (phrase_at(line, at) for at in range(1, len(line)))
    return next((f[0].label for f in found if f is not None and not f[0].pronoun), "")
