"""The fireplace, and the fire that campfires share."""

from __future__ import annotations

from math import pi, sin

from consumers.greybox.mesh import join
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import box, cylinder
from consumers.greybox.sweeps import curve, tube


def fireplace(b: Draft) -> None:
    side, lintel, shelf = 0.22 * b.w, 0.26 * b.h, 0.07 * b.h
    for s in (-1, 1):
        b.add(
            "sides", box(side, b.h - shelf, b.d * 0.86, s * (b.w * 0.96 - side) / 2, 0, -0.07 * b.d)
        )
    b.add("sides", box(b.w * 0.96, lintel, b.d * 0.86, 0, b.h - shelf - lintel, -0.07 * b.d))
    b.add(
        "mantel", box(b.w, shelf, b.d * 0.96, 0, b.h - shelf, -0.02 * b.d), stuff("wood", "#6b4428")
    )
    b.add("hearth", box(b.w, 0.05 * b.h, b.d), stuff("stone", "#77726c"))
    b.add(
        "inside",
        box(b.w * 0.8, b.h * 0.8, 0.06 * b.d, 0, 0, -b.d * 0.45),
        stuff("brick", "#2a211d"),
    )
    _courses(b, side)
    for i, (x, z, turn) in enumerate(((-0.03, 0.05, 80), (0.03, -0.08, 98), (0.0, -0.01, 66))):
        log = cylinder(0.045 * b.w, 0.36 * b.w, n=10).move(0, -0.18 * b.w).roll(90).yaw(turn - 90)
        b.add(
            "logs",
            log.move(x * b.w, (0.1 + 0.07 * (i == 2)) * b.h, z * b.d),
            stuff("wood", "#5a3d28"),
        )
    flames(b, 0.22 * b.w, 0.42 * b.h, 0.12 * b.h, 0.0, 0.16 * b.d)


def _courses(b: Draft, side: float) -> None:
    """Single bricks standing out of the front, so that it reads as masonry."""
    tall = 0.07 * b.h
    for row in range(13):
        y = row * tall + 0.015 * b.h
        for s in (-1, 1):
            for k in range(2):
                w = side * (0.55 if (row + k) % 2 else 0.36)
                x = (
                    s * (b.w * 0.48 - side / 2)
                    + (k - 0.5) * side * 0.48
                    + (0.05 if row % 2 else -0.05) * side
                )
                if y < b.h * 0.9:
                    b.add(
                        "bricks",
                        box(w, tall * 0.82, 0.05 * b.d, x, y, b.d * 0.355),
                        b.tone(1.15 if (row + k) % 3 else 0.88),
                    )


def flames(b: Draft, w: float, h: float, y: float, x: float = 0.0, d: float | None = None) -> None:
    """A fire of several tongues about (x, y, 0)."""
    depth = w if d is None else d
    for color, size, seat in (
        ("#f2641a", 1.0, 0.0),
        ("#f7a81f", 0.72, 0.1),
        ("#ffe08a", 0.42, 0.2),
    ):
        tongues = []
        for i in range(3):
            dx, dz = (i - 1) * w * 0.34 * size, (0.5 if i == 1 else -0.2) * depth * 0.4
            tall = h * size * (1.0 if i == 1 else 0.7)
            line = curve(
                [
                    (dx, 0, dz),
                    (dx * 1.15 + 0.06 * w, tall * 0.35, dz),
                    (dx * 0.9 - 0.06 * w, tall * 0.7, dz),
                    (dx * 0.8, tall, dz),
                ],
                3,
            )
            count = len(line) - 1
            radii = [
                w * 0.26 * size * max(0.04, sin(pi * (0.22 + 0.78 * k / count)))
                for k in range(count + 1)
            ]
            tongues.append(tube(line, [(r, r * min(1.0, depth / w * 1.3)) for r in radii], 8))
        glow = stuff("light", color)
        b.add(f"fire {color}", join(tongues).move(x, y, seat * depth), glow)


MODELS: dict[str, Family] = {
    "fireplace": fireplace,
}
