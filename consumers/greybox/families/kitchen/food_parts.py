"""What food shares: stalks, sprinkles, turned shapes. No noun of its own."""

from __future__ import annotations

from collections.abc import Sequence

from consumers.greybox.model import Draft, stuff
from consumers.greybox.sweeps import eased, lathe

GREEN = stuff("plant", "#5a9a3f")


def fruit(b: Draft, profile: Sequence[tuple[float, float]], name: str = "fruit") -> None:
    b.add(name, lathe(eased([(r / 2, y) for r, y in profile]), n=28).scale(b.w, b.h, b.d), None, 70)
