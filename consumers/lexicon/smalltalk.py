"""Talk that wants nothing built: greetings, thanks, who are you; and yes, no, and gibberish."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from consumers.lexicon import wordclasses as wc
from consumers.lexicon.gazetteer import noun_at
from consumers.lexicon.looks import color_at
from consumers.lexicon.plurals import word_classes
from consumers.lexicon.settings import named_setting
from consumers.lexicon.tokens import Line

EMPTY = "I did not hear anything. Say for example: a living room with a red sofa."
NOT_UNDERSTOOD = (
    "I did not find anything to build in that. I understand English; say for example: "
    "a living room with a red sofa and two chairs."
)
_YES = re.compile(
    r"(?:yes|yeah|yep|yup|sure|ok|okay|of course|do it|go ahead|go on|confirm|confirmed|please do"
    r"|absolutely"
    r"|definitely|correct|right|affirmative|i am sure|certainly|proceed|delete it|yes please)\b"
)
_NO = re.compile(
    r"(?:no|nope|nah|cancel|stop|do not|never|never mind|nevermind|forget it|abort|keep it|wait"
    r"|leave it|not now|rather not)\b"
)
_LONGEST_TALK = 14


def reply_to(line: Line) -> str | None:
    """The reply to small talk; None when the words are more than that."""
    words = [w for w in line.words if w[0].isalnum()]
    if len(words) > _LONGEST_TALK:
        return None
    replies = [_reply(part) for part in _parts(line)]
    return next((r for r in replies if r), None) if all(replies) else None


def _parts(line: Line) -> list[str]:
    """What stands between commas and full stops: "thanks, that looks great"."""
    parts: list[list[str]] = [[]]
    for word in line.words:
        if word[0].isalnum():
            parts[-1].append(word)
        else:
            parts.append([])
    return [" ".join(part) for part in parts if part]


def _reply(text: str) -> str | None:
    for ending in (" please", " now", " then"):
        text = text.removesuffix(ending) or text
    return next((reply for pattern, reply in _talk() if pattern.fullmatch(text)), None)


def yes_or_no(line: Line) -> bool | None:
    """Whether the words are a yes or a no to a question; None when they say something else."""
    words = [w for w in line.words if w[0].isalnum()]
    if len(words) > 8:
        return None
    text = " ".join(words)
    if _NO.match(text):
        return False
    if not _YES.match(text):
        return None
    # "ok, make the sofa blue" is a new wish and no yes.
    rest = _YES.sub("", text).split()
    known = _YES_WORDS | {"clear", "delete", "wipe", "remove", "erase", "it", "that", "all", "them"}
    return True if all(w in known for w in rest) else None


_YES_WORDS = frozenset({
    "please", "do", "it", "that", "i", "am", "sure", "now", "yes", "the", "asset", "database",
    "library", "go", "ahead", "want", "to", "thanks", "thank", "you",
})  # fmt: skip


def is_gibberish(line: Line) -> bool:
    """Whether hardly a word is English and none names anything that can be built."""
    words = [w for w in line.words[:60] if w[0].isalpha()]
    if not words or (len(words) > 30 and len(set(words)) < 4):
        return True
    if any(noun_at(line, i) for i in range(min(60, len(line)))):
        known = sum(_is_english(w) for w in words)
        return known * 3 < len(words) and len(words) > 3
    known = sum(_is_english(w) for w in words)
    return known * 2 < len(words)


def _is_english(word: str) -> bool:
    return (
        word in wc.FUNCTION or word in wc.DETERMINERS or word in wc.PREPOSITIONS or word in wc.VERBS
        or word in wc.ADVERBS or word in wc.CONJUNCTIONS or word in wc.PRONOUNS
        or bool(word_classes(word)) or named_setting(word) is not None
        or noun_at(Line((word,)), 0) is not None or color_at(Line((word,)), 0) is not None
    )  # fmt: skip


@cache
def _talk() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What people say and what is said back, in the order of ``smalltalk.toml``."""
    table = tomllib.loads(files("consumers.lexicon").joinpath("smalltalk.toml").read_text("utf-8"))
    return tuple((re.compile("|".join(row["said"])), row["reply"]) for row in table["talk"])
