"""Whether memory goes: what a process still holds, frame by frame, once it should hold no more.

Pools and caches fill in the first half of a run. In the second half what is resident, after a
look for garbage and after what is free was given back, is fitted by a line: its slope, in bytes a
frame, is what every frame leaves behind. One look at the end would not tell a leak from a cache.
"""

from __future__ import annotations

import ctypes
import gc
from dataclasses import dataclass, field
from pathlib import Path

LOOKS = 12
"""Of the second half of a run."""
LEAKED_B = 16.0
"""Bytes a frame: the smallest object of Python's has as many. What grows by less is noise."""
NOISE_KIB = 1_024
"""What a process may grow by in the second half, whatever the slope: an arena of the allocator's is
as large, and short runs have nothing else to show."""


@dataclass(slots=True)
class Memory:
    """``frames``: of the whole run. ``looks``: how many had been, and the KiB resident then."""

    frames: int
    looks: list[tuple[int, int]] = field(default_factory=list)

    def is_due(self, done: int) -> bool:
        """Whether to look now that ``done`` frames have been."""
        half = self.frames // 2
        return done >= half + len(self.looks) * max(1, (self.frames - half) // LOOKS)

    def note(self, done: int, kib: int) -> None:
        """``kib`` were resident after ``done`` frames."""
        self.looks.append((done, kib))

    @property
    def slope_b(self) -> float:
        """Bytes that a frame of the second half left behind, by least squares."""
        if len(self.looks) < 2:
            return 0.0
        mean_x = sum(x for x, _ in self.looks) / len(self.looks)
        mean_y = sum(y for _, y in self.looks) / len(self.looks)
        spread = sum((x - mean_x) ** 2 for x, _ in self.looks)
        rise = sum((x - mean_x) * (y - mean_y) for x, y in self.looks)
        return 1024 * rise / spread if spread else 0.0

    @property
    def grown_kib(self) -> float:
        """What the second half added, by that slope."""
        return self.slope_b * (self.looks[-1][0] - self.looks[0][0]) / 1024 if self.looks else 0.0

    @property
    def leaks(self) -> bool:
        """Whether every frame leaves something behind."""
        return self.slope_b > LEAKED_B and self.grown_kib > NOISE_KIB

    def line(self) -> str:
        """For people."""
        return f"{self.slope_b:>7.1f} B a frame of {LEAKED_B:.0f}, {self.grown_kib:>6,.0f} KiB"


def resident_kib() -> int:
    """What this process holds, in KiB, without garbage and without what is free."""
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:  # glibc's
        trim(0)
    status = Path("/proc/self/status").read_text("utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])
