"""A run over the doors: draw, enter, keep what is new, count what must not be."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ops.fuzz import corpus
from ops.fuzz.doors import Breach, Door
from ops.fuzz.memory import Memory, resident_kib
from schemas.errors import ScenestreamError

MOST_POOLED = 400
"""Inputs to go on from, of each door."""


@dataclass(slots=True)
class Found:
    """What came of a door. ``bad``: input that broke something, and how."""

    door: str
    runs: int = 0
    seconds: float = 0.0
    outcomes: dict[str, bytes] = field(default_factory=dict)
    bad: dict[str, bytes] = field(default_factory=dict)
    memory: Memory = field(default_factory=lambda: Memory(0))

    @property
    def is_clean(self) -> bool:
        """Whether nothing broke, got out or leaked."""
        return not self.bad and not self.memory.leaks

    def line(self) -> str:
        """For people."""
        pace = self.runs / max(self.seconds, 1e-9)
        return (
            f"{self.door:<16} {self.runs:>9,} runs {pace:>9,.0f}/s "
            f"{len(self.outcomes):>4} outcomes {len(self.bad):>3} bad {self.memory.line()}"
        )


def fuzz(door: Door, runs: int, seed: int, folder: Path = corpus.FOLDER) -> Found:
    """Enter ``door`` ``runs`` times; what is in the corpus and the seeds is entered first.

    What is new gets into the pool in the first half alone, so that the second half's memory is the
    door's.
    """
    chance = random.Random(f"{seed} {door.name}")
    found, pool = Found(door.name), [*door.seeds, *corpus.read(door.name, folder).values()]
    began, first, found.memory = time.monotonic(), list(pool), Memory(runs)
    while found.runs < runs:
        data = first.pop() if first else door.draw(chance, pool)
        found.runs += 1
        said = outcome(door, data, found.bad)
        if said not in found.outcomes:
            found.outcomes[said] = data
            if len(pool) < MOST_POOLED and not found.memory.looks:
                pool.append(data)
        elif len(data) < len(found.outcomes[said]):
            found.outcomes[said] = data
        if found.memory.is_due(found.runs):
            found.memory.note(found.runs, resident_kib())
    found.seconds = time.monotonic() - began
    return found


def outcome(door: Door, data: bytes, bad: dict[str, bytes]) -> str:
    """What came of ``data``; what must not come of anything is noted in ``bad``."""
    try:
        return door.enter(data) or "nothing"
    except ScenestreamError as refused:
        return f"refused {refused.code}"
    except Breach as breach:
        bad[f"breach: {breach}"] = data
    except Exception as crash:  # noqa: BLE001 - finding them is what this is for
        bad[f"{type(crash).__name__}: {str(crash)[:120]}"] = data
    return "bad"


def share(doors: Sequence[Door], runs: int) -> int:
    """Runs of each door."""
    return max(1, runs // len(doors))
