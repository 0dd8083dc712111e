"""How long planning takes: words to a laid out scene of 30 and of 80 objects, on one core."""

from __future__ import annotations

import random

from consumers.handler import Tasks
from ops.bench.figure import percentile
from ops.bench.scenes.session import Session, engines
from ops.bench.scenes.words import several
from schemas.flow import Stage

SCENES = 20
_STANDING = several(
    "sofa armchair bookshelf wardrobe desk piano fridge cabinet bed nightstand bench stool"
)
_SMALL = several("book mug vase candle bowl plate bottle laptop clock apple cup box")
_TREES = ("oak tree", "pine tree", "bush", "rock", "bench", "street lamp", "barrel", "statue")


def paces() -> dict[int, float]:
    """Seconds (95th percentile) from words to the block-out, by the number of objects."""
    stages = engines()
    Session(stages).say("a room with a table and a lamp on it")  # tables are read once
    return {size: percentile(_times(stages, size), 0.95) for size in (30, 80)}


def _times(stages: dict[Stage, Tasks], size: int) -> list[float]:
    took = []
    for n in range(SCENES):
        text = prompt(random.Random(n), size)
        answer = Session(stages).say(text, skip=["compose.compose"])
        took.append(sum(answer.spent.values()))
    return took


def prompt(dice: random.Random, size: int) -> str:
    """A scene of ``size`` objects: groups around tables and things on them, indoors or out."""
    if dice.random() < 0.5:
        place, standing = (
            f"A {14 if size > 40 else 9} by {12 if size > 40 else 8} m hall",
            _STANDING,
        )
    else:
        place, standing = "A park", _TREES
    parts: list[str] = []
    left = size
    while left > 0:
        group = min(left, dice.randint(3, 7))
        small = dice.sample(_SMALL, 2)
        if group >= 5:
            parts.append(
                f"a table with {group - 3} chairs around it, and a {small[0]} and a {small[1]} on "
                "the table"
            )
        else:
            parts.append(f"{group} {dice.choice(standing)}s" if group > 1 else "a lamp")
        left -= group
    return f"{place}. " + ". ".join(f"There is {p}" for p in parts) + "."
