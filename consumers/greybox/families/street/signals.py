"""Traffic lights, signs, billboards, cones and flags."""

from __future__ import annotations

import numpy as np

from consumers.greybox.families.furniture.joinery import DARK_METAL, STEEL
from consumers.greybox.families.street.street_parts import PAPER
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import circle
from consumers.greybox.solids import ball, box, cylinder, disc, prism, rod
from consumers.greybox.sweeps import lathe, loft, rounded


def traffic_light(b: Draft) -> None:
    b.add(
        "post",
        cylinder(0.16 * b.w, 0.76 * b.h, n=14) + cylinder(0.34 * b.w, 0.03 * b.h),
        DARK_METAL,
    )
    y, tall, z = 0.68 * b.h, 0.32 * b.h, 0.0
    b.add("housing", box(b.w, tall, b.d * 0.5, 0, y, z, bevel=0.06 * b.w))
    for i, color in enumerate(("#3fd06a", "#f2b92a", "#e8342a")):
        at = y + tall * (0.19 + 0.31 * i)
        b.add(
            f"lamp {color}",
            ball(0.3 * b.w, 0.3 * b.w, 0.1 * b.d, 0, at, z + b.d * 0.25),
            stuff("light", color),
        )
        hood = lathe(
            [
                (0.36 * b.w, 0),
                (0.36 * b.w, 0.26 * b.d),
                (0.32 * b.w, 0.26 * b.d),
                (0.32 * b.w, 0.02 * b.d),
            ],
            n=18,
        ).pitch(90)
        b.add("hoods", hood.move(0, at, z + b.d * 0.24))


def sign(b: Draft) -> None:
    b.add("post", cylinder(0.05 * b.w, b.h * 0.98, 0, 0, -0.2 * b.d, n=12), STEEL)
    y = b.h - b.w / 2
    plate = prism(circle(b.w / 2, 8), b.d * 0.3, 0.1 * b.d).roll(22.5)
    b.add("rim", plate.move(0, y, 0.1 * b.d), PAPER, 20)
    b.add(
        "plate",
        prism(circle(b.w * 0.455, 8), b.d * 0.3, 0.05 * b.d).roll(22.5).move(0, y, 0.16 * b.d),
        None,
        20,
    )
    arrow = prism(
        [
            (-0.3, -0.05),
            (0.05, -0.05),
            (0.05, -0.16),
            (0.32, 0.0),
            (0.05, 0.16),
            (0.05, 0.05),
            (-0.3, 0.05),
        ],
        0.2,
    )
    b.add("arrow", arrow.scale(b.w, b.w, b.d).move(0, y, 0.26 * b.d), PAPER)
    b.add("foot", cylinder(0.14 * b.w, 0.02 * b.h, 0, 0, -0.2 * b.d, n=12), STEEL)


def billboard(b: Draft) -> None:
    low = 0.42 * b.h
    for s in (-1, 1):
        b.add(
            "posts",
            cylinder(0.022 * b.w, b.h * 0.9, s * 0.32 * b.w, 0, -0.1 * b.d, n=10),
            DARK_METAL,
        )
        b.add(
            "posts",
            rod((s * 0.32 * b.w, 0, -0.45 * b.d), (s * 0.32 * b.w, low, -0.15 * b.d), 0.014 * b.w),
            DARK_METAL,
        )
    b.add("frame", box(b.w, b.h - low, 0.3 * b.d, 0, low, 0.1 * b.d), DARK_METAL)
    z = 0.26 * b.d
    b.add("board", box(b.w * 0.95, (b.h - low) * 0.92, 0.06 * b.d, 0, low + (b.h - low) * 0.04, z))
    b.add(
        "sky",
        box(b.w * 0.92, (b.h - low) * 0.5, 0.08 * b.d, 0, low + (b.h - low) * 0.44, z),
        stuff("paint", "#6fb5e8"),
    )
    b.add(
        "sun",
        disc(0.09 * b.w, 0.12 * b.d, 0.3 * b.w, low + (b.h - low) * 0.76, z, 24),
        stuff("paint", "#f7c93a"),
    )
    for x, k, color in ((-0.22, 0.3, "#4a8a5a"), (0.08, 0.22, "#3f7a4c")):
        hill = prism([(-0.3 * b.w, 0), (0.3 * b.w, 0), (0, k * b.h * 0.8)], 0.1 * b.d + 0.01 * k)
        b.add(
            f"hills {color}",
            hill.scale(0.75, 1, 1).move(x * b.w, low + (b.h - low) * 0.44, z),
            stuff("paint", color),
        )
    for i, width in enumerate((0.7, 0.5)):
        b.add(
            "words",
            box(
                width * b.w,
                0.05 * b.h,
                0.1 * b.d,
                -0.1 * b.w + (width - 0.7) * b.w / 2,
                low + (b.h - low) * (0.26 - 0.15 * i),
                z,
            ),
            stuff("paint", "#c9343a"),
        )
    b.add("walkway", box(b.w * 0.9, 0.012 * b.h, 0.22 * b.d, 0, low * 0.97, 0.36 * b.d), DARK_METAL)


def traffic_cone(b: Draft) -> None:
    b.add(
        "base",
        loft(
            [
                rounded(b.w * k, b.d * k, 0.1 * b.w, y * b.h, n=3)
                for k, y in ((0.98, 0), (1, 0.01), (1, 0.045), (0.96, 0.06))
            ]
        ),
    )
    r0, r1 = 0.38 * b.w, 0.06 * b.w

    def at(y: float) -> float:
        return r0 + (r1 - r0) * (y - 0.05) / 0.95

    for name, y0, y1 in (
        ("cone", 0.05, 0.3),
        ("stripe", 0.3, 0.46),
        ("cone", 0.46, 0.6),
        ("stripe", 0.6, 0.74),
        ("cone", 0.74, 1.0),
    ):
        b.add(
            name,
            lathe([(at(y0), y0 * b.h), (at(y1), y1 * b.h)], n=28),
            stuff("plastic", "#f6f4ee") if name == "stripe" else None,
        )


def flag(b: Draft) -> None:
    r = 0.022 * b.h * 0.5
    x = -b.w / 2 + r * 2.4
    b.add("pole", cylinder(r, b.h * 0.97, x, n=12), stuff("wood", "#d8d4ca"))
    b.add("knob", ball(r * 1.9, x=x, y=b.h - r * 1.9, z=0), stuff("gold"))
    b.add("foot", cylinder(r * 2.4, 0.03 * b.h, x), stuff("stone"))
    w, tall = b.w / 2 - x, 0.36 * b.h
    rings = []
    for i in range(13):
        t = i / 12
        wave = b.d * 0.42 * float(np.sin(t * 7.5)) * (0.25 + 0.75 * t)
        px, y = x + w * t, 0.58 * b.h - 0.03 * b.h * t
        thin = 0.03 * b.d + 0.004
        rings.append(
            np.array(
                [
                    [px, y, wave - thin],
                    [px, y + tall, wave - thin],
                    [px, y + tall, wave + thin],
                    [px, y, wave + thin],
                ]
            )
        )
    b.add("flag", loft(rings), None, 40)


MODELS: dict[str, Family] = {
    "traffic light": traffic_light,
    "sign": sign,
    "billboard": billboard,
    "traffic cone": traffic_cone,
    "flag": flag,
}
