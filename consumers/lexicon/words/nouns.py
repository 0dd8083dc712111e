"""The noun table: what things are called, how large they are, where they stand.

One table serves understanding (names and synonyms), layout (sizes, supports) and the greybox
models (defaults of colour and material), so that the three can not disagree.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Category = Literal[
    "furniture", "appliance", "plant", "building", "vehicle", "animal", "person", "tool", "food",
    "nature", "decor", "electronics", "kitchenware", "toy", "structure",
]  # fmt: skip
Placement = Literal["floor", "surface", "wall", "ceiling", "outdoor"]


@dataclass(frozen=True, slots=True)
class Noun:
    """One class of thing.

    ``size``: metres (width x, height y, depth z), typical of the class; front faces +Z (glTF).
    ``placement``: where it stands when nobody says: ``floor`` indoors, ``surface`` on furniture,
    ``wall`` hung on a wall, ``ceiling`` hung from it, ``outdoor`` on the ground outside.
    ``top``: height of the surface that carries things, as a fraction of the height (a table 1.0, a
    sofa's seat 0.5), or None when nothing stands on it.
    ``hollow``: things can be *in* it (a bowl, a box, a bookshelf, a bathtub).
    ``front``: it has a front that should face the room (a sofa), as opposed to round things.
    ``seat``: people sit on it, so it faces the table it stands at.
    ``model``: the noun whose model it has, in its own size, colour and material; "" = one of its
    own.
    ``kind_of``: the wider noun that may name it as well ("cat" of a kitten), or "".
    """

    name: str
    category: Category
    size: tuple[float, float, float]
    placement: Placement
    color: str
    material: str
    synonyms: tuple[str, ...] = ()
    top: float | None = None
    hollow: bool = False
    front: bool = False
    seat: bool = False
    model: str = ""
    kind_of: str = ""


@cache
def noun_table() -> dict[str, Noun]:
    """Every noun by its name: those with a row of their own, then those told by another's."""
    table: dict[str, Noun] = {}
    for name, row in _loaded("nouns.toml").items():
        row["size"] = tuple(float(v) for v in row["size"])
        row["synonyms"] = tuple(row.get("synonyms", ()))
        table[name] = Noun(name=name, **row)
    for file in ("kinds.toml", "compounds.toml", "belongings.toml"):
        told = _loaded(file)
        for relation in ("kinds", "alike"):
            for parent, rows in told.get(relation, {}).items():
                for name, row in rows.items():
                    if name in table:
                        raise ValueError(f"{file}: {name!r} has a row already")
                    kind_of = parent if relation == "kinds" else ""
                    table[name] = _like(table[parent], name, row, kind_of)
    for file in ("compounds.toml", "beings.toml"):
        for name, words in _loaded(file)["called"].items():
            table[name] = replace(table[name], synonyms=(*table[name].synonyms, *words))
    return table


def _like(parent: Noun, name: str, row: Any, kind_of: str) -> Noun:
    """The noun that ``row`` (a size, or a size and what else is its own) tells by ``parent``."""
    own: dict[str, Any] = dict(row) if isinstance(row, dict) else {"size": row}
    width, height, depth = (float(v) for v in own.pop("size"))
    return replace(
        parent,
        name=name,
        size=(width, height, depth),
        synonyms=tuple(own.pop("synonyms", ())),
        model=parent.model or parent.name,
        kind_of=own.pop("kind_of", kind_of),
        **own,
    )


def _loaded(name: str) -> dict[str, Any]:
    return tomllib.loads(files("consumers.lexicon.words").joinpath(name).read_text("utf-8"))


@cache
def names() -> dict[str, str]:
    """Every spelling that names a noun (its name and its synonyms) to the noun's name."""
    spelled: dict[str, str] = {}
    for noun in noun_table().values():
        for word in (noun.name, *noun.synonyms):
            if word in spelled and spelled[word] != noun.name:
                raise ValueError(f"noun table: {word!r} names both {spelled[word]} and {noun.name}")
            spelled[word] = noun.name
    return spelled
