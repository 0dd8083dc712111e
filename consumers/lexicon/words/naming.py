"""Names, node ids and asset slots: short, readable and unique ("red sofa", "wooden-chair-2")."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from schemas.ids import NodeId
from schemas.recipe import Recipe

_LONGEST = 48


def slug(words: str) -> str:
    """``words`` as an id: lower case ASCII joined by hyphens; "thing" when nothing is left."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    joined = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:_LONGEST].strip("-")
    return joined or "thing"


_HELPERS = ("-box", "-light")
"""What the ids of a block-out's box and of a lamp's glow end with, after that of their thing."""


class Names:
    """Gives names out; each only once. ``taken``: ids that are used already."""

    def __init__(self, taken: Collection[str] = ()) -> None:
        self._ids = {t.lower() for t in taken}
        self._slots: dict[Recipe, str] = {}

    def members(self, label: str, count: int) -> list[tuple[NodeId, str]]:
        """(id, name) of ``count`` things called ``label``; numbered when there are several."""
        stem = slug(label)
        label = " ".join(label.split())[:_LONGEST] or "thing"
        given: list[tuple[NodeId, str]] = []
        number = 1
        if count == 1 and self._is_free(stem):
            given.append((NodeId(stem), label))
        while len(given) < count:
            candidate = f"{stem}-{number}"
            if candidate not in self._ids and (number > 1 or stem not in self._ids):
                given.append((NodeId(candidate), f"{label} {number}"))
            number += 1
        self._ids.update(node for node, _ in given)
        return given

    def _is_free(self, stem: str) -> bool:
        """Whether nothing has the id, nor is or would be the box or glow of a thing of that id."""
        helped = any(stem.endswith(h) and stem.removesuffix(h) in self._ids for h in _HELPERS)
        return (
            stem not in self._ids
            and not helped
            and not any(stem + h in self._ids for h in _HELPERS)
        )

    def slot(self, recipe: Recipe) -> str:
        """The slot of a recipe: the same for equal recipes, otherwise another."""
        if recipe in self._slots:
            return self._slots[recipe]
        stem, number = slug(recipe.label), 1
        given = stem
        while given in self._slots.values():
            number += 1
            given = f"{stem}-{number}"
        self._slots[recipe] = given
        return given

    def fresh_slot(self, recipe: Recipe, used: Collection[str]) -> str:
        """A slot for ``recipe`` that is none of ``used``."""
        while True:
            given = self.slot(recipe)
            if given not in used:
                return given
            self._slots[recipe.model_copy(update={"label": f"used {len(self._slots)}"})] = given
            del self._slots[recipe]
