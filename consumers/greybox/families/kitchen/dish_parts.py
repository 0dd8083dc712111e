"""What dishes share. No noun of its own."""

from __future__ import annotations

from consumers.greybox.model import Draft, stuff
from consumers.greybox.sweeps import lathe

WOOD = stuff("wood", "#8a5a34")


Profile = list[tuple[float, float]]


def turned(b: Draft, name: str, profile: Profile, n: int = 32, crease: float = 60) -> None:
    """A vessel from a profile in (half width, height) shares of the wanted size."""
    b.add(name, lathe([(r / 2, y) for r, y in profile], n=n).scale(b.w, b.h, b.d), None, crease)
