"""Pictures, mirrors, boards, curtains and rugs."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.families.decor.decor_parts import PAPER
from consumers.greybox.families.furniture.joinery import BRASS, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import circle, smooth
from consumers.greybox.solids import ball, box, disc, prism, ring, rod
from consumers.greybox.sweeps import curve, loft, tube


def _frame(b: Draft, t: float, deep: float) -> None:
    for s in (-1, 1):
        b.add("frame", box(t, b.h, deep, s * (b.w - t) / 2, 0, 0, bevel=0.25 * deep))
        b.add("frame", box(b.w - t, t, deep, 0, (b.h - t) * (s + 1) / 2, 0, bevel=0.25 * deep))


def picture_frame(b: Draft) -> None:
    t = 0.075 * min(b.w, b.h)
    _frame(b, t, b.d)
    w, h, z = b.w - 2 * t, b.h - 2 * t, 0.0
    b.add("mount", box(w * 1.02, h * 1.02, b.d * 0.4, 0, t, -0.1 * b.d), PAPER)
    pw, ph, y = w * 0.84, h * 0.84, t + h * 0.08
    front = z + b.d * 0.12
    b.add("sky", box(pw, ph, b.d * 0.1, 0, y, front), stuff("paint", "#8fc4e4"))
    b.add(
        "sun",
        disc(0.09 * pw, b.d * 0.14, 0.2 * pw, y + 0.74 * ph, front, 22),
        stuff("paint", "#f7d98a"),
    )
    for color, points, k in (
        (
            "#7f9fb0",
            [
                (-0.5, 0.3),
                (-0.28, 0.58),
                (-0.1, 0.42),
                (0.12, 0.66),
                (0.5, 0.34),
                (0.5, 0.2),
                (-0.5, 0.2),
            ],
            0.12,
        ),
        (
            "#5f9a6a",
            [(-0.5, 0.0), (0.5, 0.0), (0.5, 0.28), (0.2, 0.36), (-0.1, 0.26), (-0.5, 0.4)],
            0.15,
        ),
        ("#3f7a56", [(-0.5, 0.0), (0.5, 0.0), (0.5, 0.16), (0.1, 0.12), (-0.5, 0.22)], 0.18),
    ):
        land = prism([(px * pw, y + py * ph) for px, py in points], b.d * k)
        b.add(f"land {color}", land.move(0, 0, front), stuff("paint", color))


def mirror(b: Draft) -> None:
    outer, inner = (
        smooth(
            [
                (k * b.w / 2 * cos(a), b.h / 2 + k * b.h / 2 * sin(a))
                for a in np.linspace(0, 2 * pi, 17)[:-1]
            ],
            2,
        )
        for k in (1.0, 0.86)
    )
    b.add("frame", prism(outer, b.d * 0.7, b.d * 0.2).move(0, 0, -0.1 * b.d))
    line = [(float(x), float(y), 0.1 * b.d) for x, y in (outer + inner) / 2]
    b.add("frame", tube(line, [(0.4 * b.d, 0.032 * b.w)] * len(line), 8, closed=True))
    b.add("mirror", prism(inner, b.d * 0.2).move(0, 0, b.d * 0.22), stuff("mirror", "#cfe0e8"))


def whiteboard(b: Draft) -> None:
    t = 0.025 * b.w
    b.add("board", box(b.w - t, b.h - t, b.d * 0.4, 0, t / 2, -0.1 * b.d))
    for s in (-1, 1):
        b.add("frame", box(t, b.h, b.d * 0.7, s * (b.w - t) / 2), STEEL)
        b.add("frame", box(b.w, t, b.d * 0.7, 0, (b.h - t) * (s + 1) / 2), STEEL)
    b.add("tray", box(b.w * 0.4, 0.02 * b.h, b.d, 0, 0.03 * b.h, 0.3 * b.d), STEEL)
    z = b.d * 0.12
    for i, color in enumerate(("#2f6fb5", "#c9343a", "#3f8a4a")):
        b.add(
            f"pen {color}",
            rod(
                ((-0.1 + 0.1 * i) * b.w, 0.065 * b.h, 0.4 * b.d),
                ((-0.03 + 0.1 * i) * b.w, 0.065 * b.h, 0.4 * b.d),
                0.012 * b.h,
            ),
            stuff("plastic", color),
        )
    axes = [(-0.36 * b.w, 0.72 * b.h), (-0.36 * b.w, 0.28 * b.h), (0.02 * b.w, 0.28 * b.h)]
    for (x0, y0), (x1, y1) in ((axes[0], axes[1]), (axes[1], axes[2])):
        b.add(
            "writing", rod((x0, y0, z), (x1, y1, z), 0.006 * b.h, n=5), stuff("plastic", "#2f6fb5")
        )
    plot = curve(
        [
            (-0.34 * b.w, 0.34 * b.h, z),
            (-0.22 * b.w, 0.42 * b.h, z),
            (-0.1 * b.w, 0.4 * b.h, z),
            (0.0, 0.66 * b.h, z),
        ],
        4,
    )
    b.add("plot", tube(plot, 0.008 * b.h, 5), stuff("plastic", "#c9343a"))
    for i, long in enumerate((0.26, 0.2, 0.24)):
        b.add(
            "writing",
            rod(
                (0.12 * b.w, (0.7 - 0.12 * i) * b.h, z),
                ((0.12 + long) * b.w, (0.7 - 0.12 * i) * b.h, z),
                0.006 * b.h,
                n=5,
            ),
            stuff("plastic", "#2f6fb5"),
        )


def rug(b: Draft) -> None:
    """Flat as a real one; its border and medallion are a hair higher than the ground weave."""
    long = b.w >= b.d
    fringe = 0.02 * max(b.w, b.d)
    w, d = (b.w - 2 * fringe, b.d) if long else (b.w, b.d - 2 * fringe)
    for k, y, name, tone in (
        (1.0, 0.7, "edge", 0.6),
        (0.94, 0.78, "border", 1.45),
        (0.8, 0.86, "field", 1.0),
    ):
        margin = (1 - k) * min(w, d)
        surface = b.main if tone == 1.0 else b.tone(tone)
        b.add(name, box(w - margin, y * b.h, d - margin, bevel=0.1 * b.h), surface)
    for k, y, tone in ((0.3, 0.92, 1.5), (0.23, 0.96, 0.6), (0.12, 1.0, 1.3)):
        medal = (
            prism(circle(k * min(w, d), 4 if k > 0.2 else 16), y * b.h)
            .pitch(-90)
            .scale(1.35 if long else 1, 1, 1 if long else 1.35)
        )
        b.add(f"medallion {k}", medal.move(0, y * b.h / 2), b.tone(tone))
    count = 28
    for i in range(count):
        for s in (-1, 1):
            t = (i + 0.5) / count - 0.5
            tassel = (
                box(
                    fringe * 1.3,
                    0.4 * b.h,
                    0.5 * d / count,
                    s * (w / 2 + fringe * 0.35),
                    0,
                    t * d * 0.97,
                )
                if long
                else box(
                    0.5 * w / count,
                    0.4 * b.h,
                    fringe * 1.3,
                    t * w * 0.97,
                    0,
                    s * (d / 2 + fringe * 0.35),
                )
            )
            b.add("fringe", tassel, stuff("wool", "#ece2cc"))


def curtain(b: Draft) -> None:
    y = 0.955 * b.h
    b.add("rod", rod((-b.w * 0.47, y, 0), (b.w * 0.47, y, 0), 0.012 * b.w), BRASS)
    b.add("finials", ball(0.028 * b.w, x=0.475 * b.w, y=y, z=0, detail=1).pair(), BRASS)
    n = 40
    t = np.linspace(0, 1, n)
    for s in (-1, 1):
        rings = []
        for level, gather, sway in (
            (0.0, 0.74, 1.0),
            (0.28, 0.6, 0.9),
            (0.42, 0.46, 0.7),
            (0.56, 0.6, 0.9),
            (0.97, 0.98, 0.7),
        ):
            x = s * b.w * (0.46 - 0.44 * gather * t)
            z = 0.34 * b.d * sway * np.sin(t * 2 * pi * 6) - 0.02 * b.d
            thin = 0.05 * b.d
            front = np.stack([x, np.full(n, level * b.h), z + thin], axis=1)
            back = np.stack([x, np.full(n, level * b.h), z - thin], axis=1)[::-1]
            rings.append(np.concatenate([front, back]))
        b.add("cloth", loft(rings), None, 70)
        tie = ball(0.11 * b.w, 0.02 * b.h, 0.44 * b.d, s * b.w * 0.36, 0.42 * b.h, 0)
        b.add("ties", tie, BRASS)
    for i in range(7):
        for s in (-1, 1):
            b.add(
                "rings",
                ring(0.022 * b.w, 0.005 * b.w, n=12)
                .roll(90)
                .move(s * b.w * (0.45 - 0.07 * i), y, 0),
                BRASS,
            )


MODELS: dict[str, Family] = {
    "picture frame": picture_frame,
    "mirror": mirror,
    "whiteboard": whiteboard,
    "rug": rug,
    "curtain": curtain,
}
