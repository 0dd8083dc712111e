"""What lies in a larder: mortars, cherries, onions, steaks."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import smooth
from consumers.greybox.solids import ball, cylinder, leaf, prism, rod, soft
from consumers.greybox.sweeps import Point, curve, lathe, tube


def mortar_and_pestle(b: Draft) -> None:
    """A thick stone bowl on a foot, the pestle leaning in it."""
    r, h = 0.47 * min(b.w, b.d), 0.74 * b.h
    side = [
        (0.55, 0),
        (0.6, 0.06),
        (0.48, 0.14),
        (0.7, 0.3),
        (0.94, 0.7),
        (1.0, 1.0),
        (0.84, 1.0),
        (0.6, 0.5),
        (0, 0.3),
    ]
    b.add("mortar", lathe([(r * x, h * y) for x, y in side], n=32))
    p, q = (-0.2 * r, 0.36 * h, 0.0), (0.62 * b.w * 0.75, 0.97 * b.h, 0.0)
    b.add("pestle", rod(p, q, 0.17 * r, 0.11 * r, 14), b.tone(1.2))
    b.add(
        "pestle",
        ball(0.22 * r, x=p[0], y=p[1], z=0) + ball(0.15 * r, x=q[0], y=q[1], z=0, detail=1),
        b.tone(1.2),
    )
    b.add("spice", cylinder(0.62 * r, 0.05 * h, 0, 0.5 * h, n=24), stuff("food", "#a87a3a"))


def cherries(b: Draft) -> None:
    """A pair on long stalks under a leaf."""
    r = 0.24 * min(b.w, b.d) * 1.9 / 2
    top: Point = (0.02 * b.w, 0.97 * b.h, 0)
    for s in (-1, 1):
        x, z = s * 0.27 * b.w, 0.05 * s * b.d
        fruit = ball(r, 0.44 * b.h / 2, r, x, 0.22 * b.h, z, 3)
        b.add("fruit", fruit)
        stalk = curve([(x, 0.4 * b.h, z), (x * 0.7, 0.7 * b.h, z), top], 5)
        b.add("stalks", tube(stalk, 0.025 * b.w, 6), stuff("plant", "#6f8f3a"))
    frond = leaf(0.5 * b.w, 0.26 * b.w, 0.3, 0.03, 0.2).yaw(80)
    b.add("leaf", frond.move(top[0], 0.9 * b.h, 0), stuff("plant"))


def onion(b: Draft) -> None:
    """A flat round bulb, striped, with a dry tip and a tuft of roots."""
    r = 0.5 * min(b.w, b.d)
    side = [
        (0.1, 0.04),
        (0.55, 0.08),
        (0.92, 0.26),
        (1.0, 0.42),
        (0.86, 0.62),
        (0.46, 0.78),
        (0.16, 0.86),
        (0.1, 0.94),
        (0.13, 1.0),
    ]
    b.add("bulb", lathe(_smooth(side, r, b.h), n=32))
    for k in range(14):
        a = 2 * pi * k / 14
        line = [(x * 1.004 * r * sin(a), y * b.h, x * 1.004 * r * cos(a)) for x, y in side[1:-2]]
        b.add("skin", tube(curve(line, 3), 0.014 * r, 5), b.tone(0.78))
    for k in range(9):
        a = 2.4 * k
        b.add(
            "roots",
            rod((0, 0.05 * b.h, 0), (0.2 * r * sin(a), 0, 0.2 * r * cos(a)), 0.016 * r, n=5),
            b.tone(1.4),
        )


def _smooth(side: list[tuple[float, float]], r: float, h: float) -> list[tuple[float, float]]:
    """A smooth lathe profile of shares of ``r`` and ``h``."""
    return [(max(x, 0.0), y) for x, y, _ in curve([(r * x, h * y, 0.0) for x, y in side], 3)]


def steak(b: Draft) -> None:
    """A grilled slab with a rim of fat, a T-shaped bone and grill marks."""
    shape = [
        (-0.46, 0.02),
        (-0.36, 0.34),
        (0.02, 0.46),
        (0.4, 0.36),
        (0.48, 0.06),
        (0.28, -0.2),
        (0.06, -0.42),
        (-0.24, -0.4),
    ]
    round_ = [(x * b.w, y * b.d) for x, y in shape]
    slab = prism(_eased(round_), 0.86 * b.h, 0.2 * b.h).pitch(-90)
    b.add("meat", slab.move(0, 0.43 * b.h))
    fat = prism(_eased([(1.03 * x, 1.03 * y) for x, y in round_]), 0.6 * b.h, 0.1 * b.h).pitch(-90)
    b.add("fat", fat.move(0, 0.4 * b.h), stuff("food", "#e8cfa8"))
    bone = stuff("bone")
    b.add(
        "bone", soft(0.6 * b.w, 0.2 * b.h, 0.05 * b.d, 0, 0.78 * b.h, -0.26 * b.d, 0.02 * b.d), bone
    )
    b.add(
        "bone",
        soft(0.05 * b.w, 0.2 * b.h, 0.44 * b.d, 0, 0.78 * b.h, -0.06 * b.d, 0.02 * b.d),
        bone,
    )
    for k in range(6):
        x = (-0.3 + 0.12 * k) * b.w
        mark = soft(0.022 * b.w, 0.06 * b.h, 0.5 * b.d, 0, 0.85 * b.h, 0, 0.01 * b.w).yaw(24)
        b.add("marks", mark.move(x, 0, 0.06 * b.d), stuff("food", "#3a1c12"))


def _eased(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in smooth(points[::-1])]


MODELS: dict[str, Family] = {
    "mortar and pestle": mortar_and_pestle,
    "cherry": cherries,
    "onion": onion,
    "steak": steak,
}
