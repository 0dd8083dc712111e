"""Plates, bowls, cutlery and a bowl of fruit."""

from __future__ import annotations

from math import pi, sin

import numpy as np

from consumers.greybox.families.kitchen.dish_parts import WOOD, turned
from consumers.greybox.mesh import Floats
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, cylinder, prism, rod, soft
from consumers.greybox.sweeps import curve, hoop, loft, tube


def plate(b: Draft) -> None:
    """Things stand on it at half its height."""
    turned(
        b,
        "plate",
        [
            (0.5, 0),
            (0.54, 0.12),
            (0.68, 0.2),
            (0.98, 0.82),
            (1.0, 0.92),
            (0.98, 1.0),
            (0.7, 0.62),
            (0.62, 0.5),
        ],
        40,
    )
    b.add(
        "rim",
        hoop([(0.43, 0.8), (0.455, 0.9), (0.46, 0.98), (0.445, 0.97), (0.42, 0.88)], n=40).scale(
            b.w, b.h, b.d
        ),
        stuff("ceramic", "#5b86b5"),
        60,
    )


def bowl(b: Draft) -> None:
    turned(
        b,
        "bowl",
        [
            (0.5, 0),
            (0.5, 0.06),
            (0.62, 0.1),
            (0.9, 0.5),
            (1.0, 0.97),
            (0.97, 1.0),
            (0.93, 0.96),
            (0.82, 0.5),
            (0.5, 0.18),
        ],
        36,
    )
    b.add(
        "band",
        hoop([(0.44, 0.72), (0.488, 0.7), (0.5, 0.84), (0.46, 0.84)], n=36).scale(b.w, b.h, b.d),
        b.tone(0.6),
    )


def _stroke(
    b: Draft, points: list[tuple[float, float, float]], radii: list[tuple[float, float]]
) -> None:
    """A flat bar of cutlery along z; radii are (half width, half thickness) at the points."""
    line = curve(points, 4)
    blend = curve([(w, t, float(i)) for i, (w, t) in enumerate(radii)], 4)
    b.add("metal", tube(line, [(max(w, 1e-4), max(t, 1e-4)) for w, t, _ in blend], 10))


def _cutlery_handle(
    b: Draft, y: float
) -> tuple[list[tuple[float, float, float]], list[tuple[float, float]]]:
    w, t = b.w, 0.12 * b.h
    points = [(0.0, y, 0.49 * b.d), (0.0, y * 1.05, 0.3 * b.d), (0.0, y, 0.05 * b.d)]
    return points, [(0.3 * w, t), (0.34 * w, t), (0.13 * w, t * 1.3)]


def fork(b: Draft) -> None:
    points, radii = _cutlery_handle(b, 0.4 * b.h)
    points += [(0.0, 0.5 * b.h, -0.14 * b.d), (0.0, 0.26 * b.h, -0.26 * b.d)]
    radii += [(0.14 * b.w, 0.16 * b.h), (0.44 * b.w, 0.11 * b.h)]
    _stroke(b, points, radii)
    for i in range(4):
        x = (i - 1.5) * 0.27 * b.w
        tine = curve(
            [(x, 0.26 * b.h, -0.25 * b.d), (x, 0.2 * b.h, -0.36 * b.d), (x, 0.8 * b.h, -0.5 * b.d)],
            4,
        )
        b.add(
            "metal",
            tube(tine, [(0.08 * b.w, 0.1 * b.h)] * (len(tine) - 1) + [(0.03 * b.w, 0.04 * b.h)], 7),
        )


def spoon(b: Draft) -> None:
    points, radii = _cutlery_handle(b, 0.44 * b.h)
    radii = [(w * 0.6, t) for w, t in radii]
    points += [(0.0, 0.55 * b.h, -0.16 * b.d), (0.0, 0.5 * b.h, -0.22 * b.d)]
    radii += [(0.09 * b.w, 0.14 * b.h), (0.1 * b.w, 0.1 * b.h)]
    _stroke(b, points, radii)
    rings = []
    for k, y in (
        (0.1, 0.0),
        (0.7, 0.14),
        (0.95, 0.4),
        (1.0, 0.62),
        (0.92, 0.62),
        (0.82, 0.44),
        (0.5, 0.26),
    ):
        rings.append(_oval(b.w / 2 * k, 0.15 * b.d * k, y * b.h, -0.345 * b.d))
    b.add("bowl", loft(rings), None, 60)


def _oval(rx: float, rz: float, y: float, z: float) -> Floats:
    a = np.arange(24) * (2 * pi / 24)
    return np.stack([rx * np.sin(a), np.full(24, y), z + rz * np.cos(a)], axis=1)


def knife(b: Draft) -> None:
    y = b.h / 2
    blade = [
        (-0.34, 0.08),
        (0.28, 0.08),
        (0.46, -0.1),
        (0.44, -0.34),
        (0.2, -0.46),
        (-0.3, -0.5),
        (-0.34, -0.2),
    ]
    b.add(
        "blade",
        prism([(x * b.w, -z * b.d) for x, z in blade], 0.3 * b.h, 0.1 * b.h).pitch(-90).move(0, y),
    )
    b.add(
        "bolster", soft(0.74 * b.w, 0.9 * b.h, 0.035 * b.d, 0, 0.05 * b.h, 0.1 * b.d), b.tone(0.8)
    )
    b.add(
        "handle",
        soft(0.66 * b.w, b.h, 0.4 * b.d, 0, 0, 0.3 * b.d, 0.3 * b.h),
        stuff("wood", "#3a2418"),
    )
    for z in (0.18, 0.3, 0.42):
        b.add(
            "rivets", cylinder(0.11 * b.w, b.h * 1.02, 0, -0.01 * b.h, z * b.d, n=10), b.tone(1.0)
        )


def fruit_bowl(b: Draft) -> None:
    low = 0.6
    profile = [
        (0.4, 0),
        (0.4, 0.05),
        (0.2, 0.1),
        (0.7, 0.2),
        (0.96, 0.42),
        (1.0, low),
        (0.95, low),
        (0.86, 0.42),
        (0.5, 0.24),
    ]
    turned(b, "bowl", profile, 36)
    r = 0.15 * b.w
    for x, y, z, color in (
        (-0.22, 0.56, 0.08, "#c9242c"),
        (0.04, 0.56, 0.24, "#f28a1e"),
        (0.22, 0.56, 0.02, "#c9242c"),
        (-0.06, 0.58, -0.2, "#8fb03a"),
        (0.0, 0.78, 0.02, "#f28a1e"),
    ):
        b.add(
            f"fruit {color}", ball(r, 0.9 * r, r, x * b.w, y * b.h, z * b.d), stuff("food", color)
        )
        b.add(
            "stalks",
            rod(
                (x * b.w, y * b.h + 0.8 * r, z * b.d),
                (x * b.w + 0.1 * r, y * b.h + 1.1 * r, z * b.d),
                0.06 * r,
                n=5,
            ),
            WOOD,
        )
    _bananas_and_grapes(b)


def _bananas_and_grapes(b: Draft) -> None:
    for k in range(2):
        arc = curve(
            [
                (-0.34 * b.w, 0.66 * b.h, (-0.14 - 0.08 * k) * b.d),
                (-0.06 * b.w, (0.86 + 0.05 * k) * b.h, (-0.24 - 0.06 * k) * b.d),
                (0.28 * b.w, 0.7 * b.h, (-0.2 - 0.06 * k) * b.d),
            ],
            4,
        )
        n = len(arc) - 1
        b.add(
            "bananas",
            tube(
                arc,
                [0.06 * b.w * (0.35 + 0.65 * sin(pi * (0.1 + 0.8 * i / n))) for i in range(n + 1)],
                8,
            ),
            stuff("food", "#f2d23a"),
        )
    for i in range(9):
        b.add(
            "grapes",
            ball(
                0.055 * b.w,
                x=(0.3 + 0.04 * (i % 3)) * b.w,
                y=(0.62 - 0.035 * (i // 3)) * b.h,
                z=(0.18 - 0.05 * (i % 4)) * b.d,
                detail=1,
            ),
            stuff("food", "#6b3f8f"),
        )


MODELS: dict[str, Family] = {
    "plate": plate,
    "bowl": bowl,
    "fork": fork,
    "knife": knife,
    "spoon": spoon,
    "fruit bowl": fruit_bowl,
}
