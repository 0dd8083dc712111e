"""A scene asked for by the one before: "same but outdoors", "another room like this, but bigger",
"no, I meant a kitchen".

What belongs here: the words of the new scene. What does not: changes of the scene that is there
("the same but with six chairs" is one), which are edits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.sentences.reader import read_scene
from consumers.lexicon.sentences.settings import setting_of
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import read
from schemas.state import Turn

_BEGIN = r"(?:(?:now|ok|okay|please|great|and|can you|could you|make|do|give me|i want|try) )*"
_SAME = re.compile(
    rf"{_BEGIN}(?:(?:exactly )?the )?same(?: thing| scene| room| one)?(?: again)?(?:,)? but "
    r"(?P<how>.+)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    rf"{_BEGIN}(?:another|a second|one more) (?:room|scene|one|place|version)"
    r"(?: (?:just )?(?:like|as) (?:this|that|it)(?: one)?)?(?:,)?(?: but (?P<how>.+))?",
    re.IGNORECASE,
)
_LARGER = re.compile(r"(?:much |a bit |a lot |way )?(?:bigger|larger|more spacious)", re.IGNORECASE)
_SMALLER = re.compile(r"(?:much |a bit |a lot |way )?smaller", re.IGNORECASE)
_OUTDOORS = re.compile(r"outdoors?|outside|in the open(?: air)?", re.IGNORECASE)
_END = re.compile(r"[\s.!?]+$")
_ARTICLE = re.compile(r"(?:an?|the|my|our)\s+", re.IGNORECASE)
_MEANT = re.compile(
    r"(?:(?:no|nope|oops|sorry|wait|actually|hmm|not that)[,.!]? )*(?:i (?:meant|mean|wanted"
    r"|want(?=ed)|said)|it should (?:have been|be)) (?P<what>(?:an?|my|our) .+)",
    re.IGNORECASE,
)


def scene_again(said: str, talk: Sequence[Turn]) -> str:
    """The words of the last scene with what shall be otherwise in all of it; "" where ``said``
    asks for no such thing."""
    text = _END.sub("", " ".join(said.split()))
    same, another = _SAME.fullmatch(text), _ANOTHER.fullmatch(text)
    before = _words_of(talk) if same or another else ""
    if not before or (same is None and another is None):
        return ""
    how = (same or another)["how"] or ""  # type: ignore[index]
    if not how:
        return before
    if _LARGER.fullmatch(how) or _SMALLER.fullmatch(how):
        size = "big" if _LARGER.fullmatch(how) else "small"
        article = _ARTICLE.match(before)
        return f"a {size} {before[article.end() if article else 0 :]}"
    if _OUTDOORS.fullmatch(how):
        return f"{_END.sub('', before)}, outdoors"
    place = read_scene(read(how))
    if place.setting is not None and not place.things and same is not None:
        return f"{how.strip()}: {_without_place(before)}"
    return ""


def changed_again(said: str) -> str:
    """The edit that "same but with six chairs" asks for; "" for other words."""
    same = _SAME.fullmatch(_END.sub("", " ".join(said.split())))
    how = read(same["how"]) if same is not None else None
    if how is None:
        return ""
    rest = how.part(1, len(how))
    if how.at(0) == "with" and quantity(rest, 0) is not None:
        return f"there should be exactly {rest.text}"
    if how.at(0) in {"with", "without"}:
        return f"{'add' if how.at(0) == 'with' else 'remove'} {rest.text}"
    return how.text


def _words_of(talk: Sequence[Turn]) -> str:
    """The words of the scene that is there: what was said last that made one, written out."""
    for at in range(len(talk) - 1, -1, -1):
        if "generate_3d_scene" in talk[at].did:
            said = talk[at].said
            return scene_again(said, talk[:at]) or meant_instead(said) or said
    return ""


def meant_instead(said: str) -> str:
    """The scene that was meant where the one that is there was not; "" for other words."""
    found = _MEANT.fullmatch(_END.sub("", " ".join(said.split())))
    if found is None:
        return ""
    line = read(found["what"])
    first = phrase_at(line, 0)
    place = setting_of(first[0]) if first is not None else None
    return found["what"] if place is not None and place[0] is not None else ""


def _without_place(text: str) -> str:
    """What a scene's words name besides the place: "a kitchen with a table" is "a table"."""
    line = read(text)
    first = phrase_at(line, 0)
    if first is None or setting_of(first[0]) is None or line.at(first[1]) not in {"with", ":"}:
        return text
    return line.span(first[1] + 1, len(line))
