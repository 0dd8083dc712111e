"""The parametric car: hull, cabin, wheels, lights. No noun of its own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, STEEL
from consumers.greybox.mesh import Floats
from consumers.greybox.model import Draft, stuff
from consumers.greybox.solids import axle, box, prism, rod, soft
from consumers.greybox.sweeps import lathe
from consumers.lexicon.words.materials import Material

PANE = Material("car glass", "#22303c", 0.08, 0.1)


TIRE = stuff("rubber", "#222427")


CHROME = stuff("chrome")


LIGHT = stuff("light", "#fff4d6")


RED = stuff("light", "#d9241c")


WHITE = stuff("paint", "#f4f6f8")


def wheel(b: Draft, x: float, z: float, r: float, width: float) -> None:
    """A wheel standing on the ground whose middle is at (x, z), and its mirror image."""
    profile = [
        (0.55 * r, 0),
        (0.92 * r, 0.02 * width),
        (r, 0.2 * width),
        (r, 0.8 * width),
        (0.92 * r, 0.98 * width),
        (0.55 * r, width),
    ]
    tire = lathe(profile, n=22).move(0, -width / 2).roll(90)
    b.add("tires", tire.move(x, r, z).pair(), TIRE)
    b.add("rims", axle(0.58 * r, 1.04 * width, x, r, z, 14).pair(), STEEL)
    b.add("hubs", axle(0.18 * r, 1.12 * width, x, r, z, 8).pair(), DARK_METAL)


@dataclass(frozen=True)
class Body:
    """A car's side view in shares of its length (z, front +) and height (y)."""

    hull: tuple[tuple[float, float], ...]
    cabin: tuple[tuple[float, float], ...]
    roof: tuple[float, float]
    wheels: tuple[float, float] = (0.31, -0.3)
    radius: float = 0.22
    clear: float = 0.16
    narrow: float = 0.78
    pillars: tuple[float, ...] = (0.0,)


SEDAN = Body(
    hull=(
        (0.5, 0.2),
        (0.5, 0.44),
        (0.46, 0.53),
        (0.2, 0.6),
        (-0.3, 0.61),
        (-0.46, 0.6),
        (-0.5, 0.5),
        (-0.5, 0.2),
    ),
    cabin=((0.24, 0.58), (0.06, 0.96), (-0.2, 0.97), (-0.4, 0.59)),
    roof=(0.06, -0.2),
    pillars=(-0.06,),
)


VAN = Body(
    hull=(
        (0.5, 0.18),
        (0.5, 0.42),
        (0.46, 0.5),
        (0.36, 0.56),
        (-0.49, 0.56),
        (-0.5, 0.5),
        (-0.5, 0.18),
    ),
    cabin=((0.38, 0.55), (0.26, 0.95), (0.2, 0.97), (-0.48, 0.97), (-0.495, 0.55)),
    roof=(0.22, -0.47),
    wheels=(0.3, -0.3),
    radius=0.165,
    clear=0.13,
    narrow=0.9,
    pillars=(0.1, -0.14),
)


def shell(b: Draft, s: Body) -> None:
    """Hull, cabin, roof, wheels, lights and bumpers of anything car-like."""
    width = b.w * 0.97

    hull = [(z * b.d, y * b.h) for z, y in s.hull]
    clear = s.clear * b.h
    hull = [(z, max(y, clear)) for z, y in hull]
    b.add("body", prism(hull, width, 0.035 * b.w).yaw(-90))
    top = max(y for _, y in s.cabin) * b.h
    low = min(y for _, y in s.cabin) * b.h

    def taper(v: Floats) -> Floats:
        t = np.clip((v[:, 1] - low) / (top - low), 0.0, 1.0)
        v[:, 0] *= 1.0 - (1.0 - s.narrow) * t
        return v

    glass = [(z * b.d, y * b.h) for z, y in s.cabin]
    b.add("windows", prism(glass, width * 0.93, 0.02 * b.w).yaw(-90).warp(taper), PANE)
    z0, z1 = s.roof
    roof = soft(
        width * 0.93 * s.narrow * 1.03,
        0.07 * b.h,
        (z0 - z1) * b.d * 1.08,
        0,
        b.h * 0.93,
        (z0 + z1) / 2 * b.d,
        0.03 * b.h,
    )
    b.add("body", roof)
    for x in (-1, 1):
        front = (x * width * 0.46, s.cabin[0][1] * b.h, s.cabin[0][0] * b.d * 0.99)
        back = (x * width * 0.46, s.cabin[-1][1] * b.h, s.cabin[-1][0] * b.d * 0.99)
        upper = x * width * 0.465 * s.narrow
        b.add("pillars", rod(front, (upper, b.h * 0.95, z0 * b.d), 0.022 * b.w, n=6))
        b.add("pillars", rod(back, (upper, b.h * 0.95, z1 * b.d), 0.028 * b.w, n=6))
        for z in s.pillars:
            b.add(
                "pillars",
                rod(
                    (x * width * 0.466, low, z * b.d),
                    (upper, b.h * 0.95, z * b.d),
                    0.022 * b.w,
                    n=6,
                ),
            )
    r = s.radius * b.h
    for z in s.wheels:
        b.add("arches", axle(r * 1.16, 0.02 * b.w, b.w * 0.482, r, z * b.d, 22).pair(), BLACK)
        wheel(b, b.w * 0.42, z * b.d, r, 0.14 * b.w)
    _face(b, s)


def _face(b: Draft, s: Body) -> None:
    """Lights, grille, bumpers, mirrors and door handles."""
    nose = s.hull[1][1] * b.h
    y = nose - 0.085 * b.h
    for x in (-1, 1):
        b.add(
            "headlights",
            soft(0.19 * b.w, 0.085 * b.h, 0.03 * b.d, x * 0.35 * b.w, y, b.d * 0.49, 0.03 * b.h),
            LIGHT,
        )
        tail = s.hull[-2][1] * b.h - 0.11 * b.h
        b.add(
            "tail lights",
            soft(
                0.17 * b.w, 0.08 * b.h, 0.02 * b.d, x * 0.37 * b.w, tail, -b.d * 0.493, 0.02 * b.h
            ),
            RED,
        )
        mz = s.cabin[0][0] * b.d - 0.05 * b.d
        b.add(
            "mirrors",
            soft(
                0.07 * b.w,
                0.06 * b.h,
                0.02 * b.d,
                x * 0.515 * b.w,
                s.cabin[0][1] * b.h + 0.01 * b.h,
                mz,
                0.01 * b.w,
            ),
        )
        for z in (0.03, -0.2):
            b.add(
                "handles",
                box(
                    0.02 * b.w,
                    0.02 * b.h,
                    0.04 * b.d,
                    x * 0.485 * b.w,
                    (s.cabin[0][1] - 0.09) * b.h,
                    (s.pillars[0] + z) * b.d,
                ),
                CHROME,
            )
        b.add(
            "sills",
            box(0.03 * b.w, 0.05 * b.h, b.d * 0.42, x * 0.475 * b.w, s.clear * b.h, 0),
            BLACK,
        )
    b.add("grille", box(0.42 * b.w, 0.1 * b.h, 0.02 * b.d, 0, y - 0.03 * b.h, b.d * 0.494), BLACK)
    _bumpers(b, s)


def _bumpers(b: Draft, s: Body) -> None:
    bumper = s.clear * b.h + 0.01 * b.h
    for z in (-1, 1):
        b.add(
            "bumpers",
            soft(b.w * 0.94, 0.1 * b.h, 0.03 * b.d, 0, bumper, z * b.d * 0.487, 0.03 * b.h),
            BLACK,
        )
        b.add(
            "plates",
            box(0.28 * b.w, 0.07 * b.h, 0.008 * b.d, 0, bumper + 0.02 * b.h, z * b.d * 0.503),
            WHITE,
        )
