"""Doors, windows, gates and arches."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.buildings.fittings import STONE
from consumers.greybox.families.furniture.joinery import BRASS, DARK_METAL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, disc, prism, ring


def door_leaf(b: Draft) -> None:
    t = 0.07 * b.w
    for s in (-1, 1):
        b.add("frame", box(t, b.h, b.d * 0.9, s * (b.w - t) / 2), b.tone(1.2))
    b.add("frame", box(b.w, t, b.d * 0.9, 0, b.h - t), b.tone(1.2))
    b.add("leaf", box(b.w - 2 * t, b.h - t, b.d * 0.36))
    for y, tall in ((0.06, 0.34), (0.46, 0.46)):
        for s in (-1, 1):
            b.add(
                "panels",
                box(0.3 * b.w, tall * b.h, b.d * 0.5, s * 0.19 * b.w, y * b.h, 0, bevel=0.02),
                b.tone(0.88),
            )
    for s in (-1, 1):
        b.add(
            "knob", ball(0.035 * b.w, x=0.34 * b.w, y=0.46 * b.h, z=s * b.d * 0.42, detail=1), BRASS
        )
        b.add(
            "knob", disc(0.03 * b.w, b.d * 0.2, 0.34 * b.w, 0.46 * b.h, s * b.d * 0.24, 12), BRASS
        )


def window_frame(b: Draft) -> None:
    t = 0.07 * b.w
    for s in (-1, 1):
        b.add("frame", box(t, b.h * 0.94, b.d * 0.6, s * (b.w * 0.92 - t) / 2, 0.05 * b.h))
    for y in (0.05 * b.h, b.h * 0.99 - t):
        b.add("frame", box(b.w * 0.92, t, b.d * 0.6, 0, y))
    b.add("frame", box(t * 0.6, b.h * 0.9, b.d * 0.4, 0, 0.06 * b.h))
    b.add("frame", box(b.w * 0.86, t * 0.5, b.d * 0.36, 0, 0.58 * b.h))
    b.add("glass", box(b.w * 0.84, b.h * 0.88, b.d * 0.1, 0, 0.08 * b.h), stuff("glass", "#bfe0f0"))
    b.add("sill", box(b.w, 0.045 * b.h, b.d, 0, 0, 0))
    b.add(
        "handle",
        box(0.02 * b.w, 0.09 * b.h, 0.2 * b.d, 0.05 * b.w, 0.46 * b.h, b.d * 0.3),
        DARK_METAL,
    )


def gate(b: Draft) -> None:
    p = 0.12 * b.w
    for s in (-1, 1):
        x = s * (b.w - p) / 2
        b.add("posts", box(p * 0.86, b.h * 0.88, b.d * 0.9, x), STONE)
        b.add("posts", box(p, b.h * 0.06, b.d, x, b.h * 0.87), STONE)
        b.add("posts", ball(p * 0.32, x=x, y=b.h * 0.93 + p * 0.2, z=0), STONE)
        half = (b.w - 2 * p) / 2
        for i in range(7):
            t = (i + 0.5) / 7
            top = b.h * (0.62 + 0.22 * sin(pi / 2 * (1 - t)))
            at = s * half * t
            b.add("bars", cylinder(0.05 * b.d, top - 0.04 * b.h, at, 0.04 * b.h, n=7))
            b.add("spikes", cylinder(0.09 * b.d, 0.07 * b.h, at, top, top=0.008 * b.d, n=6))
        for y in (0.08, 0.5):
            b.add("bars", box(half * 0.98, 0.025 * b.h, 0.12 * b.d, s * half / 2, y * b.h))
        for i in range(3):
            b.add(
                "scrolls",
                ring(half * 0.1, 0.035 * b.d, n=14)
                .pitch(90)
                .move(s * half * (0.2 + 0.3 * i), 0.3 * b.h),
            )
    b.add("lock", box(0.05 * b.w, 0.07 * b.h, 0.2 * b.d, 0, 0.5 * b.h), BRASS)


def arch(b: Draft) -> None:
    side = 0.2 * b.w
    inner, spring = b.w / 2 - side, b.h * 0.94 - b.w / 2 + side - 0.14 * b.h
    top = [(inner * cos(pi * i / 14), spring + inner * sin(pi * i / 14)) for i in range(15)]
    outline = [
        (b.w * 0.48, 0),
        (b.w * 0.48, b.h * 0.92),
        (-b.w * 0.48, b.h * 0.92),
        (-b.w * 0.48, 0),
        *[(x, y) for x, y in ((-inner, 0.0), *top[::-1], (inner, 0.0))],
    ]
    b.add("arch", prism(outline, b.d * 0.86))
    for i in range(9):
        a = pi * (i + 0.5) / 9
        stone = box(0.1 * b.w, 0.11 * b.h, b.d * 0.94, 0, inner).roll(57.3 * a - 90)
        b.add("voussoirs", stone.move(0, spring), b.tone(0.86 if i % 2 else 1.1))
    for s in (-1, 1):
        x = s * (b.w * 0.48 + inner) / 2
        b.add(
            "bases",
            box(side * 1.08, 0.07 * b.h, b.d, x)
            + box(side * 1.04, 0.035 * b.h, b.d * 0.96, x, spring - 0.03 * b.h),
            b.tone(0.85),
        )
    b.add("cornice", box(b.w, 0.09 * b.h, b.d, 0, b.h * 0.91), b.tone(0.85))


MODELS: dict[str, Family] = {
    "door": door_leaf,
    "window": window_frame,
    "gate": gate,
    "arch": arch,
}
