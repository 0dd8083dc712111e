"""Ground that is tilled: raised beds, fields in rows."""

from __future__ import annotations

from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import blob, box

_ROW = 0.9
"""Metres from row to row of a field."""
_PLANT = 0.34
"""Metres from plant to plant in a raised bed."""


def raised_bed(b: Draft) -> None:
    """Boards around soil, with rows of green in it."""
    t, rim = 0.05 * min(b.w, b.d), 0.62 * b.h
    for s in (-1, 1):
        b.add("boards", box(b.w, rim, t, 0, 0, s * (b.d - t) / 2))
        b.add("boards", box(t, rim, b.d - 2 * t, s * (b.w - t) / 2, 0))
    b.add("soil", box(b.w - 2 * t, 0.86 * rim, b.d - 2 * t), stuff("dirt"))
    across, along = max(2, min(9, round(b.w / _PLANT))), max(1, min(4, round(b.d / _PLANT)))
    tall = b.h - 0.84 * rim
    for i in range(across):
        for k in range(along):
            x = (i + 0.5 - across / 2) * (b.w - 2 * t) / across
            z = (k + 0.5 - along / 2) * (b.d - 2 * t) / along
            r = 0.3 * min(b.w / across, b.d / along)
            leaf = blob(b.rng, r, tall / 2, r, x, 0.84 * rim + tall / 2, z, 0.25, 1, 4)
            b.add(f"plants {i % 2}", leaf, stuff("plant", ("#5d8f3a", "#7da548")[i % 2]), 40)


def farm_field(b: Draft) -> None:
    """Soil with ridges of green from front to back."""
    low = 0.2 * b.h
    b.add("soil", box(b.w, low, b.d), stuff("dirt"))
    rows = max(3, min(16, round(b.w / _ROW)))
    step = b.w / rows
    for i in range(rows):
        x = (i + 0.5 - rows / 2) * step
        b.add("ridges", box(0.6 * step, 0.3 * b.h, 0.98 * b.d, x, 0, 0), stuff("dirt", "#6b4d33"))
        green = box(0.42 * step, 0.72 * b.h, 0.96 * b.d, x, 0.28 * b.h, 0, 0.14 * step)
        b.add(f"crops {i % 2}", green, b.main if i % 2 else b.tone(1.15))


MODELS: dict[str, Family] = {
    "raised bed": raised_bed,
    "farm field": farm_field,
}
