"""Talk that wants nothing built: greetings, thanks, who are you; and gibberish."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_at
from consumers.lexicon.words.looks import color_at
from consumers.lexicon.words.plurals import word_classes
from consumers.lexicon.words.tokens import Line, read

EMPTY = "I did not hear anything. Say for example: a living room with a red sofa."
NOT_UNDERSTOOD = (
    "I did not find anything to build in that. I understand English; say for example: "
    "a living room with a red sofa and two chairs."
)
OPEN = "I am not sure what you want."
REMARKED = (
    "I only build things, and will gladly do so. Say what you want to see, for example: a cat on a "
    "red sofa."
)
PRAISED = "I see. Tell me what to change or add next, if anything."
LACKING = (
    "What would be better? Say for example: add a plant in the corner, make the light warmer, or: "
    "undo that."
)
LEFT_AS_IT_IS = "All right, I leave everything as it is. To take an earlier change back, say: undo."
_SENTENCE = re.compile(r"[^.!,;?\n]*[.!,;?\n]+\s*")
_AND = re.compile(r"^(?:(?:but|and|so|now|then)\b[ ,]*)+(?=\w)", re.IGNORECASE)
_SUBJECTS = frozenset({"i", "you", "we", "he", "she", "they", "this", "that", "it", "who", "im"})
_LONGEST_TALK = 14
_LONGEST_RUN = 6


def reply_to(line: Line) -> str | None:
    """The reply to small talk; None when the words are more than that."""
    words = [w for w in line.words if w[0].isalnum()]
    if len(words) > _LONGEST_TALK:
        return None
    replies = [_reply(part) for part in _parts(line)]
    return next((r for r in replies if r), None) if all(replies) else None


def complained(about: str) -> str:
    """The reply to fault that is found with a thing ("the sofa"; "" for none in particular)."""
    it = about or "it"
    if it.split()[-1] in {"it", "this", "that", "here", "room", "scene", "place", "everything"}:
        return LACKING
    return (
        f"What would be better? Say for example: make {it} blue, move {it} to the wall, replace "
        f"{it} "
        f"with something else, or: remove {it}."
    )


def after_talk(text: str) -> str:
    """``text`` without the small talk that it begins with ("thanks! now add a lamp")."""
    rest = text
    while (found := _SENTENCE.match(rest)) is not None and found.end() < len(rest):
        words = [w for w in read(found.group()).words if w[0].isalnum()]
        if not 0 < len(words) <= _LONGEST_TALK or _reply(" ".join(words)) is None:
            break
        rest = rest[found.end() :]
    return rest if rest.strip() else text


def after_thanks(text: str) -> str:
    """``text`` without the thanks and the praise that it begins with; only those, as a "no" may be
    part of what follows. Small talk stays whole."""
    if reply_to(read(text)) is not None:
        return text
    rest = text
    while (found := _SENTENCE.match(rest)) is not None and found.end() < len(rest):
        words = " ".join(w for w in read(found.group()).words if w[0].isalnum())
        if not any(p.fullmatch(words) for p, _, courteous in _talk() if courteous):
            break
        rest = _AND.sub("", rest[found.end() :])
    return rest if rest.strip() else text


def talks(line: Line) -> bool:
    """Whether the words are about somebody and name no known thing: "I hate mondays"."""
    if line.at(0) not in _SUBJECTS:
        return False
    found = (noun_at(line, i) for i in range(1, min(40, len(line))))
    return not any(f is not None and f.noun for f in found) and not _settings(line)


def _settings(line: Line) -> bool:
    spans = (line.span(i, j) for i in range(min(40, len(line))) for j in (i + 1, i + 2))
    return any(named_setting(span) is not None for span in spans)


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
    return _known(text) or _run_together(text.split())


def _known(text: str) -> str | None:
    return next((reply for pattern, reply, _ in _talk() if pattern.fullmatch(text)), None)


def _run_together(words: list[str]) -> str | None:
    """The reply to two courtesies without a mark between them: "thx bye"."""
    kind = [(pattern, reply) for pattern, reply, courteous in _talk() if courteous]
    for at in range(1, len(words) if len(words) <= _LONGEST_RUN else 0):
        first, last = " ".join(words[:at]), " ".join(words[at:])
        if any(pattern.fullmatch(first) for pattern, _ in kind):
            told = next((reply for pattern, reply in kind if pattern.fullmatch(last)), None)
            if told is not None:
                return told
    return None


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
def _talk() -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    """What people say, what is said back, and whether it is a courtesy, which people say in one
    breath with another; in the order of ``smalltalk.toml``."""
    table = tomllib.loads(
        files("consumers.lexicon.talk").joinpath("smalltalk.toml").read_text("utf-8")
    )
    return tuple(
        (re.compile("|".join(row["said"])), row["reply"], row.get("courteous", False))
        for row in table["talk"]
    )
