"""Settings: the places that scenes are in, by name, with what they usually hold."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.words.wordclasses import GENERIC_PLACES
from schemas.decomposition import WallSide

_VAGUE = frozenset({"hall", "lobby", "interior", "lounge", "square", "yard", "street", "room"})
"""Names of places that the word before them says more about ("a museum hall")."""


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting. ``size``: metres (width, depth) of an average one. ``typical``: its contents;
    ``made_of``: those without which it is none.

    ``building``: when a name that is also a thing means the setting: "in", "on", "with" or ""; of
    a "seen" one the building stands in the setting, whatever is said of it.
    ``height``: metres up to the ceiling where it is not that of a usual room; outdoors, of the
    ``walls``, which are the sides that have one. ``raised``: the floor ends at its edges.
    ``long``: as wide as ``size`` says, and as deep as its things need. ``inside``: vehicles whose
    inside it is.
    """

    name: str
    kind: Literal["room", "outdoor"]
    size: tuple[float, float]
    typical: str
    made_of: str = ""
    names: tuple[str, ...] = ()
    ground: str | None = None
    building: Literal["", "in", "on", "with", "seen"] = ""
    height: float | None = None
    walls: tuple[WallSide, ...] = ()
    raised: bool = False
    long: bool = False
    inside: tuple[str, ...] = ()


@cache
def setting_table() -> dict[str, SettingRow]:
    """Every setting by its name, in the file's order."""
    text = files("consumers.lexicon.sentences").joinpath("settings.toml").read_text("utf-8")
    rows: dict[str, SettingRow] = {}
    for name, row in tomllib.loads(text).items():
        width, depth = (float(v) for v in row.pop("size"))
        inside = tuple(row.get("inside", ()))
        row["names"] = (*row.get("names", ()), *(f"{of} interior" for of in inside))
        row["walls"], row["inside"] = tuple(row.get("walls", ())), inside
        rows[name] = SettingRow(name=name, size=(width, depth), **row)
    return rows


@cache
def _spelled() -> dict[str, str]:
    spelled: dict[str, str] = {}
    for row in setting_table().values():
        for word in (row.name, *row.names):
            spelled.setdefault(word, row.name)
    return spelled


def spelled_settings() -> frozenset[str]:
    """Every name of a setting."""
    return frozenset(_spelled())


def setting_of(phrase: Phrase) -> tuple[SettingRow | None, str] | None:
    """The setting that the phrase names and its name as said; None when it names a thing.

    A row of None is a place of no special kind ("a scene", "a room").
    """
    words = phrase.label.split()
    if not phrase.noun and phrase.head in _VAGUE and _says_more(words):
        return setting_table()[_spelled()[words[-2]]], " ".join(words[-2:])
    tails = [words[start:] for start in range(max(0, len(words) - 3), len(words))]
    if phrase.plural:
        tails = [phrase.said.split()[-1:]]  # "mars", "the woods"
    for tail in tails:
        said = " ".join(tail)
        if phrase.noun and len(tail) < len(phrase.head.split()):
            break  # a kitchen island is no island
        if said in _spelled() and not (said in GENERIC_PLACES and len(tail) < len(words)):
            return setting_table()[_spelled()[said]], said
    if phrase.noun or phrase.head not in GENERIC_PLACES:
        return None
    for word in words:
        if word in _spelled():
            return setting_table()[_spelled()[word]], word
    return None, phrase.head


def _says_more(words: list[str]) -> bool:
    """Whether the word before the last names a place, and the two together do not: "a museum hall"
    is no hallway."""
    return len(words) > 1 and words[-2] in _spelled() and " ".join(words[-2:]) not in _spelled()


def named_setting(said: str) -> SettingRow | None:
    """The setting spelled exactly ``said``."""
    name = _spelled().get(said)
    return setting_table()[name] if name else None


def seen_place(phrase: Phrase) -> SettingRow | None:
    """The place that the phrase names with the building that is seen there; None for another."""
    found = setting_of(phrase) if phrase.noun and not phrase.many else None
    row = found[0] if found is not None else None
    return row if row is not None and row.building == "seen" else None
