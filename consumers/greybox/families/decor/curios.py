"""Globes, aquariums and telescopes."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.families.furniture.joinery import BLACK, BRASS, DARK_WOOD, GLASS
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, blob, box, cylinder, prism, rod
from consumers.greybox.sweeps import curve, lathe, tube


def globe(b: Draft) -> None:
    r = 0.4 * b.w
    y = b.h - r * 1.12
    wood = stuff("wood", "#6b4428")
    b.add(
        "foot",
        lathe(
            [
                (0.3 * b.w, 0),
                (0.32 * b.w, 0.03 * b.h),
                (0.1 * b.w, 0.08 * b.h),
                (0.05 * b.w, 0.14 * b.h),
            ]
        ),
        wood,
    )
    b.add("sea", ball(r, x=0, y=y, z=0, detail=3))
    lands = (
        (0.6, 0.5, 0.5, 0.26),
        (0.9, 0.1, 0.36, 0.3),
        (-0.5, 0.6, 0.55, 0.3),
        (-0.25, 0.0, 0.4, 0.3),
        (2.4, 0.5, 0.5, 0.28),
        (2.9, -0.4, 0.34, 0.2),
        (1.7, 0.2, 0.3, 0.2),
        (-1.6, 0.3, 0.5, 0.3),
        (-2.2, -0.2, 0.4, 0.34),
        (0.3, -0.45, 0.3, 0.24),
    )
    for a, up, w, h in lands:
        patch = blob(b.rng, w * r, h * r * 1.3, 0.075 * r, rough=0.2, detail=2, waves=4).move(
            0, 0, 0.955 * r
        )
        turned = patch.pitch(-57.3 * float(np.arcsin(up))).yaw(57.3 * a)
        b.add("land", turned.move(0, y, 0), stuff("plastic", "#6fa85a"))
    arc = [
        (1.1 * r * sin(a) * 0.93, y + 1.1 * r * cos(a), 0.0)
        for a in np.linspace(-0.35, pi + 0.25, 16)
    ]
    b.add("meridian", tube([(float(x), float(py), z) for x, py, z in arc], 0.022 * b.w, 8), BRASS)
    b.add("post", cylinder(0.035 * b.w, y - 1.04 * r - 0.1 * b.h, 0, 0.12 * b.h, n=12), BRASS)
    for s in (1, -1):
        b.add("pins", ball(0.03 * b.w, x=s * 0.2 * r, y=y + s * 1.04 * r, z=0, detail=1), BRASS)


def aquarium(b: Draft) -> None:
    b.add("base", box(b.w, 0.06 * b.h, b.d), BLACK)
    b.add(
        "rim",
        box(b.w, 0.05 * b.h, 0.03 * b.d, 0, 0.95 * b.h, 0.485 * b.d)
        + box(b.w, 0.05 * b.h, 0.03 * b.d, 0, 0.95 * b.h, -0.485 * b.d)
        + box(0.02 * b.w, 0.05 * b.h, b.d, 0.49 * b.w, 0.95 * b.h).pair(),
        BLACK,
    )
    b.add("gravel", box(b.w * 0.95, 0.1 * b.h, b.d * 0.93, 0, 0.05 * b.h), stuff("sand", "#c9b48a"))
    for i in range(7):
        a = (i - 3) * 0.125 * b.w
        for k in range(3):
            weed = tube(
                curve(
                    [
                        (a, 0.14 * b.h, -0.25 * b.d),
                        (a + 0.02 * b.w, 0.3 * b.h, -0.22 * b.d),
                        (
                            a - 0.015 * b.w + 0.01 * k * b.w,
                            (0.42 + 0.11 * ((i + k) % 3)) * b.h,
                            -0.25 * b.d + 0.04 * k * b.d,
                        ),
                    ],
                    3,
                ),
                [
                    0.012 * b.w,
                    0.013 * b.w,
                    0.012 * b.w,
                    0.011 * b.w,
                    0.009 * b.w,
                    0.006 * b.w,
                    0.002 * b.w,
                ],
                5,
            )
            if i % 3 != 1:
                b.add("weed", weed, stuff("plant", "#4f9a5a"))
    b.add(
        "stones",
        blob(b.rng, 0.09 * b.w, 0.12 * b.h, 0.12 * b.d, -0.28 * b.w, 0.17 * b.h, 0.1 * b.d, 0.15, 1)
        + blob(b.rng, 0.06 * b.w, 0.08 * b.h, 0.1 * b.d, 0.3 * b.w, 0.15 * b.h, 0.2 * b.d, 0.15, 1),
        stuff("stone"),
        24,
    )
    for x, y, z, color, s in (
        (-0.15, 0.5, 0.1, "#f0822a", 1),
        (0.2, 0.66, -0.05, "#f2c83a", -1),
        (0.08, 0.36, 0.22, "#d9483b", 1),
        (-0.3, 0.72, 0.0, "#4a8fd0", -1),
    ):
        body = ball(0.055 * b.w, 0.055 * b.h, 0.05 * b.d, x * b.w, y * b.h, z * b.d)
        tail = prism(
            [(0, 0), (-s * 0.05 * b.w, 0.055 * b.h), (-s * 0.05 * b.w, -0.055 * b.h)], 0.02 * b.d
        ).move((x - s * 0.035) * b.w, y * b.h, z * b.d)
        b.add(f"fish {color}", body + tail, stuff("skin", color))
    b.add(
        "water", box(b.w * 0.96, 0.74 * b.h, b.d * 0.94, 0, 0.14 * b.h), stuff("glass", "#7fc4dc")
    )
    b.add("glass", box(b.w * 0.985, 0.92 * b.h, b.d * 0.975, 0, 0.05 * b.h), GLASS)


def telescope(b: Draft) -> None:
    top = 0.66 * b.h
    for i in range(3):
        a = 2 * pi * i / 3
        b.add(
            "tripod",
            rod(
                (0.46 * b.w * sin(a), 0.01 * b.h, 0.4 * b.d * cos(a)),
                (0.04 * b.w * sin(a), top, 0.04 * b.w * cos(a)),
                0.03 * b.w,
            ),
            DARK_WOOD,
        )
    b.add("mount", cylinder(0.07 * b.w, 0.08 * b.h, 0, top - 0.02 * b.h), BLACK)
    tilt = 35.0
    body = lathe(
        [
            (0.09 * b.w, -0.42 * b.d),
            (0.09 * b.w, 0.3 * b.d),
            (0.11 * b.w, 0.31 * b.d),
            (0.11 * b.w, 0.5 * b.d),
            (0.1 * b.w, 0.5 * b.d),
        ],
        n=22,
    ).pitch(90 - tilt)
    b.add("tube", body.move(0, top + 0.1 * b.h, 0))
    for z, r in ((-0.3, 0.1), (0.26, 0.1), (0.0, 0.1)):
        band = cylinder(r * b.w, 0.03 * b.d, n=22).move(0, z * b.d).pitch(90 - tilt)
        b.add("bands", band.move(0, top + 0.1 * b.h, 0), BRASS)
    eye = cylinder(0.04 * b.w, 0.12 * b.d, n=14).move(0, -0.54 * b.d).pitch(90 - tilt)
    b.add("eyepiece", eye.move(0, top + 0.1 * b.h, 0), BLACK)
    b.add(
        "finder",
        cylinder(0.025 * b.w, 0.24 * b.d, n=10)
        .move(0, -0.34 * b.d, -0.13 * b.w)
        .pitch(90 - tilt)
        .move(0, top + 0.1 * b.h, 0),
        BLACK,
    )


MODELS: dict[str, Family] = {
    "globe": globe,
    "aquarium": aquarium,
    "telescope": telescope,
}
