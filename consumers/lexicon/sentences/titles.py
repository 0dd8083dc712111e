"""What a whole text is headed: "Reception: a curved desk ...", "backyard bbq: grill, cooler".

What belongs here: whether the words before the first colon only name the scene. A heading that
names a thing ("a messy desk: ...") or a setting ("kitchen: ...") is read as any other words.
"""

from __future__ import annotations

from dataclasses import dataclass

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.alike import same_kind
from consumers.lexicon.sentences.roles import role_of
from consumers.lexicon.sentences.settings import SettingRow, named_setting
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import STOPS, Line

_LONGEST = 5
"""Words of a heading; more are a sentence that goes on after its colon."""


_EVENTS = frozenset({
    "class", "lesson", "course", "party", "wedding", "game", "match", "show", "festival", "fair",
    "concert", "ceremony", "meeting", "exhibition", "session", "birthday", "scene", "setup",
    "corner", "area", "time", "theme", "idea", "wish", "plan", "layout",
})  # fmt: skip
"""What goes on at a place or what a text is; no thing to build."""


_BUILT = frozenset({"building", "structure", "vehicle"})
"""What one may be in, so that its name heads what stands there."""


@dataclass(frozen=True, slots=True)
class Title:
    """``setting``: the place that a word of the heading names, if one does; ``said``: its name."""

    phrase: Phrase
    setting: SettingRow | None = None
    said: str = ""


def title_at(line: Line) -> tuple[Title, int] | None:
    """The heading that ``line`` begins with, and the index of its colon."""
    stop = next((i for i in range(min(len(line), _LONGEST + 1)) if line.at(i) in STOPS), 0)
    begin = int(line.at(0) in {"a", "an", "the"})
    if stop <= begin or line.at(stop) != ":" or line.at(begin) in wc.DETERMINERS:
        return None
    if quantity(line, begin):
        return None
    words = [line.at(i) for i in range(begin, stop)]
    if any(
        w in wc.PREPOSITIONS or w in wc.HAVING or not (w[0].isalpha() or w == "'s") for w in words
    ):
        return None
    found = phrase_at(line.part(0, stop), begin)
    if found is not None and words[-1] not in _EVENTS:
        if begin and (found[0].noun or role_of(found[0]) != "setting"):
            return None
        if not _only_names(found[0], found[1] < stop, line, stop):
            return None
    said = " ".join(words)
    phrase = Phrase(said, said, words[-1])
    for long in range(len(words), 0, -1):
        for start in range(len(words) - long + 1):
            name = " ".join(words[start : start + long])
            row = named_setting(name)
            if row is not None:
                return Title(phrase, row, name), stop
    return Title(phrase), stop


def _only_names(phrase: Phrase, partly: bool, line: Line, colon: int) -> bool:
    """Whether ``phrase``, that the heading is (``partly``: that begins it), is nothing to build."""
    if partly:
        return True
    if role_of(phrase) not in {"thing", "nothing"} or phrase.many:
        return False
    row = noun_row(phrase.noun)
    if row is None:
        return "it" not in line.words and "its" not in line.words
    if row.category in _BUILT and named_setting(" ".join(phrase.label.split())) is not None:
        return True  # "sci-fi bridge: a captain's chair"
    owned = named_setting(phrase.head) if "'s" in line.words[:colon] else None
    if row.category in _BUILT and owned is not None and owned.kind == "room":
        return True  # "pirate's cabin: a hammock ..."
    return row.category == "food" or _named_again(phrase, line, colon)


def _named_again(phrase: Phrase, line: Line, colon: int) -> bool:
    """Whether a new thing of the kind comes after: "Reception: a curved desk"."""
    for at in range(colon + 1, len(line)):
        found = phrase_at(line, at)
        if found is not None and not found[0].definite and same_kind(phrase, found[0]):
            return True
    return False
