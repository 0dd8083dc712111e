"""Verbs that tell what a scene shows or what happens in it, in the forms in which they are said.

What belongs here: finding such a verb, with the words of time and wish around it. What does not:
who does it (``doers``), and what it comes to (``happening``).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.tokens import Line

_BE = re.compile(r"(?:is|are|'s)(?= )")
_MODAL = re.compile(
    r"(?:(?:(?:should|must|can|could|may|might|will|shall|wants? to|would (?:like|love) to"
    r"|would(?= be \w+ing)|likes? to|has to|have to|needs? to"
    r"|(?:is|are) (?:going|supposed|allowed) to)(?: be)?"
    r"|(?:has|have)(?= (?:just |now |already )*(?:\w+ed|gone|run|left|come|taken|flown|sat"
    r"|fallen)\b)"
    r") )"
)
_WANTS = re.compile(r"(?:wants?|would like)(?= (?:on|in|into|onto|under|next|behind|beside)\b)")
_BETWEEN = re.compile(
    r"(?:(?:now|just|already|then|also|still|all|both|suddenly|quickly|slowly|quietly|even|only"
    r"|\w{3,}ly) )*"
)


@dataclass(frozen=True, slots=True)
class Verb:
    """``lemma``: its plain form; ``form``: "s", "past", "ing", "plain" or "wish"; ``stop``: the
    index after it; ``kinds``: what it may come to, as in ``happenings.toml``."""

    lemma: str
    form: str
    stop: int
    kinds: frozenset[str]

    @property
    def doing(self) -> str:
        """Its "-ing" form."""
        return _doing(self.lemma)


def verb_at(line: Line, at: int, form: str = "") -> Verb | None:
    """The verb whose words begin at ``at``; None where there is none, or not in ``form``, which is
    that of the one before it."""
    start = _over(line, at)
    be = line.match(_BE, start)
    if be is not None:
        start = _over(line, be[1])
        wanted = "ing"
    else:
        modal = line.match(_MODAL, start)
        wanted = "wish" if modal is not None else ""
        start = _over(line, modal[1]) if modal is not None else start
    lemma, said = _lemma(line.at(start))
    is_there = place_at(line, start) is not None or line.at(start) == "back"
    wants = line.match(_WANTS, at)
    if wants is not None and place_at(line, wants[1]) is not None and not form:
        return Verb("stay", "wish", wants[1], frozenset({"stay"}))  # "(the dog) wants on the boat"
    if be is not None and said != "ing" and not form and is_there:
        return Verb("be", "s", start, frozenset({"be"}))
    kinds = _kinds().get(lemma, frozenset())
    if not kinds or (wanted == "ing" and said != "ing"):
        return None
    if not wanted and said == "ing" and form != "ing":
        return None
    told = "wish" if wanted == "wish" else said
    if form and told != form and not (form == "wish" and said in {"plain", "ing"}):
        return None
    return Verb(lemma, told, start + 1, kinds)


def _over(line: Line, at: int) -> int:
    found = line.match(_BETWEEN, at)
    return found[1] if found is not None else at


@lru_cache(maxsize=4096)
def _lemma(word: str) -> tuple[str, str]:
    """The plain form of a verb of the table, and in which form it is said; "" for other words."""
    if not word.isalpha():
        return "", ""
    if word in _kinds():
        return word, "plain"
    import lemminflect

    for lemma in lemminflect.getLemma(word, "VERB"):
        if lemma not in _kinds():
            continue
        if word.endswith("ing"):
            return lemma, "ing"
        return lemma, "s" if word in lemminflect.getInflection(lemma, "VBZ") else "past"
    return "", ""


@cache
def _doing(lemma: str) -> str:
    import lemminflect

    return next(iter(lemminflect.getInflection(lemma, "VBG")), f"{lemma}ing")


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """What each verb of ``happenings.toml`` may come to."""
    table = tomllib.loads(
        files("consumers.lexicon.talk").joinpath("happenings.toml").read_text("utf-8")
    )
    found: dict[str, set[str]] = {}
    for kind, verbs in table.items():
        for verb in verbs:
            found.setdefault(verb, set()).add(kind)
    return {verb: frozenset(some) for verb, some in found.items()}
