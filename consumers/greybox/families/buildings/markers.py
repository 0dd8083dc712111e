"""What stands alone and is looked at: rainbows, obelisks, totem poles, portals, silos, bollards."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.families.furniture.joinery import DARK_METAL
from consumers.greybox.mesh import Floats
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import circle
from consumers.greybox.solids import ball, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import lathe, loft, tube

_BANDS = ("#d8403a", "#ee8a2c", "#f4d13a", "#4fae4a", "#3d7fd4", "#4a4fa8", "#8a4fb0")


def half_ring(outer: float, inner: float, height: float, n: int = 40) -> Floats:
    """An arch's outline standing on y = 0: ``outer`` and ``inner`` half widths; ``height`` of the
    outer bow, the inner one in the same proportion."""
    a = np.linspace(0.0, pi, n)
    bow = np.stack([outer * np.cos(a), height * np.sin(a)], axis=1)
    hollow = np.stack([inner * np.cos(a[::-1]), height * inner / outer * np.sin(a[::-1])], axis=1)
    return np.concatenate([bow, hollow])


def rainbow(b: Draft) -> None:
    """Seven bands that stand on two clouds."""
    reach = 0.46 * b.w
    for i, color in enumerate(_BANDS):
        outer, inner = reach * (1.0 - 0.06 * i), reach * (0.94 - 0.06 * i)
        bow = prism(half_ring(outer, inner, b.h * outer / reach), 0.5 * b.d)
        b.add(f"band {i + 1}", bow, stuff("plastic", color))
    cloud = stuff("cloud", "#f6f8fb")
    for s in (-1, 1):
        for x, y, r in ((0.0, 0.05, 0.09), (0.07, 0.035, 0.07), (-0.07, 0.035, 0.07)):
            at = s * (0.38 + x * 0.8) * b.w
            b.add("clouds", ball(r * b.w, r * b.w * 0.7, 0.5 * b.d, at, (y + 0.03) * b.w), cloud)


def obelisk(b: Draft) -> None:
    """A tapering square needle with a pyramid's point, on two steps."""
    b.add(
        "steps", box(b.w, 0.035 * b.h, b.d) + box(0.8 * b.w, 0.04 * b.h, 0.8 * b.d, 0, 0.03 * b.h)
    )
    shaft = box(0.54 * b.w, 0.87 * b.h, 0.54 * b.d, 0, 0.06 * b.h, bevel=0.01 * b.w)

    def narrow(v: Floats) -> Floats:
        k = 1.0 - 0.38 * (v[:, 1] / b.h - 0.06) / 0.87
        v[:, 0] *= k
        v[:, 2] *= k
        return v

    b.add("shaft", shaft.warp(narrow), None, 30)
    tip = lathe([(0.24 * b.w, 0.92 * b.h), (0.0, b.h)], n=4).yaw(45).scale(1, 1, b.d / b.w)
    b.add("point", tip, stuff("gold"), 20)


def totem_pole(b: Draft) -> None:
    """Three carved heads above each other, the top one with wings."""
    r = 0.27 * min(b.w, b.d * 1.2)
    paints = ("#b23a30", "#2f6f6a", "#d9a03a")
    b.add("post", cylinder(0.8 * r, b.h, n=20))
    for i, color in enumerate(paints):
        y = (0.04 + 0.31 * i) * b.h
        tall = 0.29 * b.h
        b.add("heads", soft(2.1 * r, tall, 2.0 * r, 0, y, 0, 0.5 * r), b.tone(0.92 + 0.1 * i))
        paint = stuff("paint", color)
        b.add(f"bands {i}", soft(2.2 * r, 0.12 * tall, 2.1 * r, 0, y, 0, 0.05 * r), paint)
        b.add(
            f"bands {i}", soft(1.7 * r, 0.1 * tall, 0.3 * r, 0, y + 0.8 * tall, r, 0.1 * r), paint
        )
        for s in (-1, 1):
            eye = disc(0.3 * r, 0.2 * r, s * 0.45 * r, y + 0.66 * tall, r, 14)
            b.add("eyes", eye, stuff("paint", "#f2ead8"))
            pupil = disc(0.14 * r, 0.26 * r, s * 0.45 * r, y + 0.66 * tall, r, 12)
            b.add("pupils", pupil, stuff("paint", "#22262b"))
        teeth = soft(1.1 * r, 0.13 * tall, 0.3 * r, 0, y + 0.24 * tall, r, 0.05 * r)
        b.add("teeth", teeth, stuff("paint", "#f2ead8"))
        b.add(f"bands {i}", soft(1.2 * r, 0.05 * tall, 0.36 * r, 0, y + 0.28 * tall, r), paint)
    beak = prism([(0, -0.3 * r), (1.5 * r, 0), (0, 0.35 * r)], 0.5 * r).yaw(-90)
    b.add("beak", beak.move(0, 0.82 * b.h, 0.8 * r), stuff("paint", "#e0a52a"))
    wing = [(0.0, 0.0), (0.5, 0.16), (0.5, 0.05), (0.44, 0.06), (0.36, -0.02), (0.2, -0.08)]
    shape = [(x * b.w, y * 0.6 * b.h) for x, y in wing]
    b.add(
        "wings",
        prism(shape, 0.3 * r).move(0, 0.76 * b.h, -0.3 * r).pair(),
        stuff("paint", "#b23a30"),
    )


def portal(b: Draft) -> None:
    """A ring of rough stone around a glowing whirl."""
    w, h = 0.5 * b.w, b.h
    for i in range(18):
        a = 2 * pi * i / 18 + 0.1
        block = soft(0.21 * b.w, 0.17 * h, 0.8 * b.d, 0, -0.085 * h, 0, 0.03 * b.w).roll(57.3 * a)
        b.add(
            "stones",
            block.move(0.8 * w * cos(a), 0.5 * h + 0.42 * h * sin(a)),
            b.tone(0.7 + 0.1 * (i % 3)),
        )
    glow = b.tone(1.35)
    b.add(
        "veil",
        disc(1.0, 0.1 * b.d, 0, 0, 0, 36).scale(0.74 * w, 0.38 * h, 1).move(0, 0.5 * h),
        glow,
    )
    for k in range(3):
        line = []
        for i in range(18):
            a, r = 2.1 * k + i * 0.3, 0.06 + 0.036 * i
            line.append((r * w * 1.1 * cos(a), 0.5 * h + r * 0.52 * h * sin(a), 0.07 * b.d))
        b.add(
            "whirl",
            tube(line, [0.012 * b.w + 0.0016 * b.w * i for i in range(18)], 6),
            stuff("light", "#f2d9ff"),
        )
    b.add("steps", box(0.7 * b.w, 0.05 * h, b.d))


def silo(b: Draft) -> None:
    """A ribbed steel cylinder with a domed roof and a ladder."""
    r, wall = 0.46 * min(b.w, b.d), 0.8 * b.h
    b.add("foot", cylinder(0.5 * min(b.w, b.d), 0.03 * b.h, n=36), stuff("concrete"))
    b.add("wall", cylinder(r, wall, n=36))
    for i in range(1, 9):
        b.add("ribs", ring(r, 0.022 * r, 0, wall * i / 9, 0, 36), b.tone(0.85))
    dome = [(1.04, 0.0), (1.0, 0.03), (0.86, 0.1), (0.5, 0.17), (0.16, 0.19), (0.0, 0.195)]
    b.add("roof", lathe([(r * x, wall + y * b.h) for x, y in dome], n=36), b.tone(1.15))
    b.add("vent", cylinder(0.12 * r, 0.04 * b.h, 0, 0.96 * b.h, n=14), b.tone(0.7))
    for s in (-1, 1):
        x = s * 0.12 * r
        b.add("ladder", rod((x, 0, 1.06 * r), (x, wall, 1.06 * r), 0.018 * r, n=6), DARK_METAL)
    for i in range(1, 24):
        y = wall * i / 24
        b.add(
            "ladder",
            rod((-0.12 * r, y, 1.06 * r), (0.12 * r, y, 1.06 * r), 0.014 * r, n=5),
            DARK_METAL,
        )
    b.add(
        "door",
        box(0.34 * r, 0.11 * b.h, 0.06 * r, -0.5 * r, 0.02 * b.h, 0.84 * r).yaw(-6),
        DARK_METAL,
    )


def bollard(b: Draft) -> None:
    """A post with a rounded head and reflecting bands."""
    r = 0.4 * min(b.w, b.d)
    b.add("foot", cylinder(0.5 * min(b.w, b.d), 0.06 * b.h, n=24))
    side = [
        (1.0, 0.05),
        (0.92, 0.8),
        (1.12, 0.83),
        (1.12, 0.87),
        (0.95, 0.94),
        (0.5, 0.99),
        (0, 1.0),
    ]
    b.add("post", lathe([(r * x, b.h * y) for x, y in side], n=24))
    for y in (0.6, 0.7):
        b.add("bands", cylinder(0.97 * r, 0.05 * b.h, 0, y * b.h, n=24), stuff("paint", "#f2f2ee"))


def rune_stone(b: Draft) -> None:
    """A rough standing stone with glowing runes."""
    outline = [
        (-0.44, 0),
        (0.46, 0),
        (0.42, 0.5),
        (0.3, 0.86),
        (0.06, 1.0),
        (-0.24, 0.93),
        (-0.4, 0.6),
    ]
    b.add("stone", prism([(x * b.w, y * b.h) for x, y in outline], 0.7 * b.d, 0.1 * b.d), None, 20)
    b.add("foot", ball(0.5 * b.w, 0.06 * b.h, 0.5 * b.d, 0, 0.03 * b.h, detail=1), b.tone(0.8), 20)
    glow, t = stuff("light", "#7fd4e8"), 0.016 * b.w
    runes = (
        ((0, 0, 0, 1), (0, 1, 0.6, 0.7), (0, 0.6, 0.6, 0.3)),
        ((0, 0, 0, 1), (0.6, 0, 0.6, 1), (0, 0.7, 0.6, 0.3)),
        ((0, 0, 0.3, 1), (0.3, 1, 0.6, 0)),
        ((0.3, 0, 0.3, 1), (0, 0.6, 0.3, 1), (0.6, 0.6, 0.3, 1)),
    )
    for i, strokes in enumerate(runes):
        for x0, y0, x1, y1 in strokes:
            x, y = -0.09 * b.w, (0.2 + 0.165 * i) * b.h
            p = (x + 0.3 * b.w * x0, y + 0.12 * b.h * y0, 0.35 * b.d)
            q = (x + 0.3 * b.w * x1, y + 0.12 * b.h * y1, 0.35 * b.d)
            b.add("runes", rod(p, q, t, n=6), glow)


def stalagmite(b: Draft) -> None:
    """Cones of dripstone, one tall among small ones."""
    for x, z, k, tall in (
        (0, 0, 0.33, 1.0),
        (0.3, 0.16, 0.17, 0.4),
        (-0.28, 0.22, 0.2, 0.52),
        (0.1, -0.32, 0.16, 0.34),
    ):
        r, h = k * b.w, tall * b.h
        rings = []
        for i in range(9):
            t = i / 8
            n = 12
            a = np.arange(n) * (2 * pi / n)
            bumpy = r * (1 - t) ** 0.75 * (1 + 0.12 * b.rng.uniform(-1, 1, n)) + 0.02 * r
            rings.append(
                np.stack(
                    [x * b.w + bumpy * np.sin(a), np.full(n, h * t), z * b.d + bumpy * np.cos(a)],
                    axis=1,
                )
            )
        b.add("stone", loft(rings), b.tone(0.95 + 0.1 * (k > 0.3)), 40)


def turnstile(b: Draft) -> None:
    """A cabinet with three arms that block the way."""
    steel, x = stuff("steel"), -0.3 * b.w
    b.add("cabinet", soft(0.34 * b.w, 0.48 * b.h, b.d, x, 0, 0, 0.03 * b.w))
    b.add("top", soft(0.36 * b.w, 0.04 * b.h, b.d, x, 0.47 * b.h, 0, 0.015 * b.h), b.tone(0.6))
    hub = (x + 0.2 * b.w, 0.42 * b.h, 0.0)
    b.add("hub", ball(0.09 * b.w, x=hub[0], y=hub[1], z=0), steel)
    for end in (
        (0.49 * b.w, 0.42 * b.h, 0),
        (0.1 * b.w, 0.2 * b.h, 0.38 * b.d),
        (0.1 * b.w, 0.2 * b.h, -0.38 * b.d),
    ):
        b.add("arms", rod(hub, end, 0.025 * b.w, n=10), steel)
    b.add(
        "reader",
        box(0.2 * b.w, 0.012 * b.h, 0.22 * b.d, x, 0.51 * b.h, 0.26 * b.d),
        stuff("light", "#6fd48a"),
    )
    b.add("sign", cylinder(0.02 * b.w, 0.36 * b.h, x, 0.5 * b.h, -0.3 * b.d, n=10), steel)
    b.add(
        "sign",
        prism(circle(0.14 * b.w, 24), 0.05 * b.d).move(x, 0.93 * b.h, -0.3 * b.d),
        stuff("paint", "#4a9a45"),
    )


MODELS: dict[str, Family] = {
    "rainbow": rainbow,
    "obelisk": obelisk,
    "totem pole": totem_pole,
    "portal": portal,
    "silo": silo,
    "bollard": bollard,
    "rune stone": rune_stone,
    "stalagmite": stalagmite,
    "turnstile": turnstile,
}
