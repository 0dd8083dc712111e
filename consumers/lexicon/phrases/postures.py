"""How people hold themselves: they sit on what is a seat, lie in beds, and where words say so.

A posture is told by a word of the recipe's label ("sitting man"), so that every engine reads it:
the embedded model bends its knees, a picture's prompt names it.
"""

from __future__ import annotations

from typing import Literal

from consumers.lexicon.words.gazetteer import noun_row
from schemas.recipe import Recipe

Posture = Literal["", "sitting", "lying"]

SITTING: Posture = "sitting"
LYING: Posture = "lying"
_WORDS: dict[str, Posture] = {
    "sitting": SITTING, "seated": SITTING, "lying": LYING, "sleeping": LYING, "asleep": LYING,
}  # fmt: skip

_UPRIGHT = frozenset({"scarecrow", "ghost", "wraith", "mermaid", "medusa", "gorgon", "robot dog",
                      "slime", "brass band"})  # fmt: skip
"""People by their category who have no knees, or are not one alone."""

_BENT = 0.75
"""The share of the standing height below which somebody sits or lies."""
WIDE, HIGH, DEEP = 0.3, 0.53, 0.27
"""Width, height and depth of who sits cross-legged, as shares of the standing height: sitting
height is 0.52 to 0.53 of stature (NASA Reference Publication 1024, measurements 758 and 805)."""


def can_bend(noun: str) -> bool:
    """Whether a thing of the noun table is somebody who can sit and lie."""
    row = noun_row(noun)
    return row is not None and row.category == "person" and noun not in _UPRIGHT


def posture_in(label: str, noun: str) -> Posture:
    """The posture that the words of a label say; "" where they say none."""
    said = (posture for word in label.split() if (posture := _WORDS.get(word)))
    return next(said, "") if can_bend(noun) else ""


def pose_in(prompt: str, noun: str) -> str:
    """The posture that somebody takes by the words of a wish: "sitting", "lying" or "standing"; ""
    where they say none."""
    first = prompt.split(" ", 1)[0]
    return first if first in {SITTING, LYING, "standing"} and can_bend(noun) else ""


def postured_size(size: tuple[float, float, float], posture: Posture) -> tuple[float, float, float]:
    """The size, metres, of somebody in that posture, from the standing one."""
    wide, high, deep = size
    if posture == SITTING:
        return round(WIDE * high, 3), round(HIGH * high, 3), round(DEEP * high, 3)
    return (wide, deep, high) if posture == LYING else size


def posture_of(size: tuple[float, float, float], noun: str) -> Posture:
    """How somebody of that size, metres, holds themselves; "" for standing."""
    row = noun_row(noun)
    if row is None or not can_bend(noun) or size[1] >= _BENT * row.size[1]:
        return ""
    return LYING if size[2] > size[1] else SITTING


def postured(recipe: Recipe, posture: Posture) -> Recipe:
    """The recipe of the same one in that posture; the same recipe for who can not be, or is in one
    already."""
    if not can_bend(recipe.noun) or posture_in(recipe.label, recipe.noun):
        return recipe
    size = postured_size(recipe.size, posture)
    return recipe.model_copy(update={"label": f"{posture} {recipe.label}", "size": size})
