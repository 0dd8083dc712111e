"""Rockets and flying saucers."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import DARK_METAL, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, cylinder, prism, ring, rod
from consumers.greybox.sweeps import lathe


def rocket(b: Draft) -> None:
    r = 0.24 * min(b.w, b.d)
    red = stuff("paint", "#c9343a")
    b.add(
        "body",
        lathe(
            [
                (0.72 * r, 0.1 * b.h),
                (0.96 * r, 0.24 * b.h),
                (1.06 * r, 0.45 * b.h),
                (0.98 * r, 0.66 * b.h),
                (0.8 * r, 0.78 * b.h),
            ],
            n=26,
        ),
    )
    b.add(
        "nose",
        lathe(
            [(0.8 * r, 0.775 * b.h), (0.62 * r, 0.86 * b.h), (0.32 * r, 0.95 * b.h), (0, b.h)], n=26
        ),
        red,
    )
    b.add(
        "bands",
        lathe(
            [
                (0.9 * r, 0.235 * b.h),
                (0.99 * r, 0.245 * b.h),
                (1.0 * r, 0.27 * b.h),
                (0.9 * r, 0.275 * b.h),
            ],
            n=26,
        ),
        red,
    )
    for i in range(3):
        fin = prism(
            [
                (0.75 * r, 0.3 * b.h),
                (0.78 * r, 0.1 * b.h),
                (2.05 * r, 0.0),
                (2.05 * r, 0.12 * b.h),
                (1.5 * r, 0.2 * b.h),
            ],
            0.12 * r,
            0.03 * r,
        )
        b.add("fins", fin.yaw(-90 + 120 * i), red)
    for y, k in ((0.64, 0.26), (0.5, 0.2)):
        z = r * (1.0 if y > 0.6 else 1.06)
        b.add("portholes", ring(k * r, 0.06 * r).pitch(90).move(0, y * b.h, z), STEEL)
        b.add(
            "glass",
            ball(k * r, k * r, 0.08 * r, 0, y * b.h, z),
            stuff("glass", "#6fc4f0").colored("#4a9fd0"),
        )
    b.add("nozzle", lathe([(0.62 * r, 0.03 * b.h), (0.4 * r, 0.11 * b.h)], n=20), DARK_METAL)


def ufo(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    b.add(
        "disc",
        lathe(
            [
                (0.25 * r, 0.14 * b.h),
                (0.7 * r, 0.28 * b.h),
                (0.98 * r, 0.42 * b.h),
                (r, 0.46 * b.h),
                (0.98 * r, 0.5 * b.h),
                (0.6 * r, 0.64 * b.h),
                (0.4 * r, 0.68 * b.h),
            ],
            n=36,
        ),
    )
    b.add(
        "dome",
        lathe(
            [(0.4 * r, 0.66 * b.h), (0.38 * r, 0.8 * b.h), (0.26 * r, 0.94 * b.h), (0, b.h)], n=26
        ),
        stuff("glass", "#8fe0c0"),
    )
    b.add("pilot", ball(0.13 * r, 0.13 * b.h, 0.13 * r, 0, 0.76 * b.h, 0), stuff("skin", "#7fc45a"))
    for i in range(14):
        a = 2 * pi * i / 14
        b.add(
            "lights",
            ball(0.05 * r, x=0.82 * r * sin(a), y=0.56 * b.h, z=0.82 * r * cos(a), detail=1),
            stuff("light", "#ffe07a"),
        )
    b.add("beam", cylinder(0.26 * r, 0.06 * b.h, 0, 0.1 * b.h, n=22), stuff("light", "#7ff0e0"))
    for i in range(3):
        a = 2 * pi * i / 3
        b.add(
            "legs",
            rod(
                (0.3 * r * sin(a), 0.2 * b.h, 0.3 * r * cos(a)),
                (0.42 * r * sin(a), 0.02 * b.h, 0.42 * r * cos(a)),
                0.025 * r,
            ),
            DARK_METAL,
        )
        b.add(
            "legs",
            ball(
                0.06 * r,
                0.02 * b.h,
                0.06 * r,
                0.42 * r * sin(a),
                0.02 * b.h,
                0.42 * r * cos(a),
                detail=1,
            ),
            DARK_METAL,
        )


MODELS: dict[str, Family] = {
    "rocket": rocket,
    "ufo": ufo,
}
