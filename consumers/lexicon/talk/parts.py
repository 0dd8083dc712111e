"""Words about the parts of things: "the legs of the table", "the chair's seat", "its wheels".

What belongs here: such words to names of parts. What does not: which parts a mesh has, which its
file says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from consumers.lexicon.words.plurals import singular
from schemas.edits import SceneItem

PartsOf = Callable[[SceneItem], Sequence[str]]
"""The names of the parts of a thing, as its mesh has them; none where it is of one piece."""
MOST_LOOKED_AT = 60
"""Things whose parts are looked through for a name that no thing has."""

_OF = re.compile(r"(?P<parts>.+?) of (?P<whole>.+)")
_ITS = re.compile(r"(?P<whole>.+?) 's (?P<parts>.+)")
_OWN = re.compile(r"(?:its|their) (?P<parts>.+)")
_LISTED = re.compile(r" ?(?:, and|,|\band\b) ?")
_ARTICLE = re.compile(r"\A(?:(?:the|all|both|every|each|of|its|their) )+")
_NUMBER = re.compile(r" (?:#[0-9a-f]{6}|\d+)\Z")


class Part(NamedTuple):
    """A part of a thing, by its name in the thing's mesh."""

    item: SceneItem
    name: str


def no_parts(item: SceneItem) -> Sequence[str]:
    """Where nobody knows of any."""
    return ()


def in_parts(
    said: str,
    find: Callable[[str], Sequence[SceneItem] | None],
    before: Sequence[SceneItem],
    parts_of: PartsOf,
) -> list[Part]:
    """The parts that ``said`` names together with the thing that has them; none where it names
    none. ``find``: the things that a phrase means; ``before``: what was spoken of last."""
    for pattern in (_OF, _ITS):
        found = pattern.fullmatch(said)
        if found is not None:
            return _named(found["parts"], find(found["whole"]) or (), parts_of)
    own = _OWN.fullmatch(said)
    return _named(own["parts"], before, parts_of) if own is not None else []


def anywhere(
    said: str, items: Sequence[SceneItem], before: Sequence[SceneItem], parts_of: PartsOf
) -> list[Part]:
    """The parts that ``said`` names by themselves: of what was spoken of last, or of anything."""
    return _named(said, before, parts_of) or _named(said, items[:MOST_LOOKED_AT], parts_of)


def _named(wanted: str, items: Sequence[SceneItem], parts_of: PartsOf) -> list[Part]:
    """All that is listed in ``wanted``, or nothing."""
    words = [_plain(word) for word in _LISTED.split(wanted) if word.strip()]
    if not items or not words or len(words) > 8:
        return []
    there = [Part(item, name) for item in items for name in parts_of(item)]
    found = [[part for part in there if _plain(part.name) == word] for word in words]
    return [part for parts in found for part in parts] if all(found) else []


def _plain(name: str) -> str:
    """A name as it is compared: in singular, without numbers and colours behind it."""
    words = _NUMBER.sub("", _ARTICLE.sub("", name.lower().replace("_", " ").strip())).split(" ")
    return " ".join([*words[:-1], singular(words[-1])])


def parts_named(parts: Sequence[Part]) -> str:
    """ "the legs and the top of the table"."""
    names = list(dict.fromkeys(_NUMBER.sub("", part.name) for part in parts))
    wholes = list(dict.fromkeys(part.item.name for part in parts))
    whole = f"the {wholes[0]}" if len(wholes) == 1 else f"{len(wholes)} things"
    return f"{' and '.join(f'the {name}' for name in names)} of {whole}"
