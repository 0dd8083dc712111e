"""Hats, shoes and glasses."""

from __future__ import annotations

from math import pi

import numpy as np

from consumers.greybox.families.furniture.joinery import STEEL
from consumers.greybox.mesh import Floats
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import sheet
from consumers.greybox.solids import ball, box, prism, rod
from consumers.greybox.sweeps import curve, lathe, loft, tube


def hat(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    tall = b.h
    brim = lathe(
        [
            (0.5 * r, 0.1 * tall),
            (0.97 * r, 0.12 * tall),
            (r, 0.17 * tall),
            (0.96 * r, 0.18 * tall),
            (0.6 * r, 0.2 * tall),
        ],
        n=36,
    )

    def curled(v: Floats) -> Floats:
        v[:, 1] += 0.16 * tall * (v[:, 0] / r) ** 2 - 0.06 * tall * (v[:, 2] / r) ** 2
        return v

    b.add("brim", brim.warp(curled))
    crown = lathe(
        [
            (0.58 * r, 0.12 * tall),
            (0.57 * r, 0.3 * tall),
            (0.5 * r, 0.8 * tall),
            (0.4 * r, 0.96 * tall),
            (0.2 * r, 0.9 * tall),
            (0, 0.86 * tall),
        ],
        n=30,
    ).scale(1, 1, 1.12)
    b.add("crown", crown)
    b.add(
        "band",
        lathe(
            [
                (0.5 * r, 0.2 * tall),
                (0.6 * r, 0.2 * tall),
                (0.585 * r, 0.36 * tall),
                (0.5 * r, 0.36 * tall),
            ],
            n=30,
        ).scale(1, 1, 1.12),
        stuff("silk", "#1f1b18"),
    )


def shoe(b: Draft) -> None:
    """One sneaker, its toe towards +Z."""
    stations = (
        (-0.5, 0.62, 0.5),
        (-0.42, 0.74, 0.96),
        (-0.2, 0.74, 1.0),
        (-0.02, 0.72, 0.84),
        (0.14, 0.84, 0.58),
        (0.32, 0.92, 0.46),
        (0.44, 0.76, 0.38),
        (0.5, 0.4, 0.26),
    )
    rings = []
    for z, w, h in stations:
        a = np.arange(16) * (2 * pi / 16)
        top = np.where(np.sin(a) > 0, h * b.h - 0.14 * b.h, 0.1 * b.h)
        rings.append(
            np.stack(
                [w * b.w / 2 * np.cos(a), 0.14 * b.h + top * np.sin(a), np.full(16, z * b.d)],
                axis=1,
            )
        )
    b.add("upper", loft(rings))
    outline = [
        (0.0, 0.5),
        (0.3, 0.44),
        (0.48, 0.28),
        (0.42, 0.02),
        (0.38, -0.3),
        (0.34, -0.46),
        (0.0, -0.5),
    ]
    shape = [(x * b.w, -z * b.d) for x, z in [*outline, *[(-x, z) for x, z in outline[-2:0:-1]]]]
    _shoe_trim(b, shape)


def _shoe_trim(b: Draft, shape: list[tuple[float, float]]) -> None:
    b.add(
        "sole",
        prism(shape, 0.22 * b.h, 0.04 * b.h).pitch(-90).move(0, 0.11 * b.h),
        stuff("rubber", "#f4f1ea"),
    )
    b.add(
        "opening",
        ball(0.26 * b.w, 0.06 * b.h, 0.17 * b.d, 0, 0.965 * b.h, -0.28 * b.d),
        stuff("fabric", "#2b2522"),
    )
    for i in range(4):
        z, y = (-0.06 + 0.06 * i) * b.d, (0.94 - 0.105 * i) * b.h
        b.add(
            "laces",
            rod((-0.2 * b.w, y, z), (0.2 * b.w, y - 0.01 * b.h, z + 0.02 * b.d), 0.022 * b.w, n=6),
            stuff("cotton", "#ffffff"),
        )
    for s in (-1, 1):
        stripe = (
            box(0.03 * b.w, 0.4 * b.h, 0.05 * b.d)
            .pitch(28)
            .move(s * 0.37 * b.w, 0.3 * b.h, -0.1 * b.d)
        )
        b.add(
            "stripes", stripe + stripe.move(0, -0.02 * b.h, 0.1 * b.d), stuff("leather", "#f4f1ea")
        )
    b.add(
        "toe cap",
        ball(0.36 * b.w, 0.2 * b.h, 0.13 * b.d, 0, 0.24 * b.h, 0.37 * b.d),
        stuff("rubber", "#f4f1ea"),
    )


def glasses(b: Draft) -> None:
    """Standing on their rims, temples towards -Z."""
    y, z = 0.5 * b.h, 0.46 * b.d
    for s in (-1, 1):
        x = s * 0.25 * b.w
        outline = sheet(0.38 * b.w, 0.92 * b.h, 0.36 * b.h, 5, 0, 0.04 * b.h)
        line = [(x + float(px), float(py), z) for px, py in outline]
        b.add("frame", tube(line, 0.018 * b.w, 7, closed=True))
        b.add("lenses", prism(outline, 0.02 * b.d).move(x, 0, z), stuff("glass", "#b9d4e0"))
        temple = curve(
            [
                (s * 0.46 * b.w, 0.74 * b.h, z),
                (s * 0.485 * b.w, 0.74 * b.h, 0),
                (s * 0.47 * b.w, 0.7 * b.h, -0.3 * b.d),
                (s * 0.45 * b.w, 0.4 * b.h, -0.49 * b.d),
            ],
            4,
        )
        b.add("temples", tube(temple, [(0.01 * b.w, 0.05 * b.h)] * len(temple), 7))
        b.add("hinges", ball(0.02 * b.w, x=s * 0.46 * b.w, y=0.74 * b.h, z=z, detail=1), STEEL)
        b.add(
            "pads",
            ball(
                0.012 * b.w,
                0.08 * b.h,
                0.03 * b.d,
                s * 0.06 * b.w,
                0.45 * b.h,
                z - 0.04 * b.d,
                detail=1,
            ),
            stuff("plastic", "#d8d4ca"),
        )
    arch = curve(
        [
            (-0.07 * b.w, y + 0.12 * b.h, z),
            (0, y + 0.24 * b.h, z + 0.01 * b.d),
            (0.07 * b.w, y + 0.12 * b.h, z),
        ],
        4,
    )
    b.add("frame", tube(arch, 0.016 * b.w, 7))


MODELS: dict[str, Family] = {
    "hat": hat,
    "shoe": shoe,
    "glasses": glasses,
}
