"""Guitars, violins and drums."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, STEEL
from consumers.greybox.families.play.music_parts import SPRUCE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import smooth
from consumers.greybox.solids import axle, ball, box, cylinder, disc, prism, ring, rod
from consumers.greybox.sweeps import curve, lathe, tube

DARK = stuff("wood", "#3a2418")


def _strings(b: Draft, count: int, w: float, y0: float, y1: float, z: float) -> None:
    for i in range(count):
        x = (i - (count - 1) / 2) * w / (count - 1)
        b.add("strings", rod((x, y0, z), (x * 0.8, y1, z), 0.004 * b.w, n=4), STEEL)


def guitar(b: Draft) -> None:
    body = [
        (0.0, 0.0),
        (0.3, 0.015),
        (0.49, 0.11),
        (0.48, 0.22),
        (0.35, 0.3),
        (0.34, 0.35),
        (0.4, 0.43),
        (0.3, 0.49),
        (0.0, 0.505),
    ]
    outline = smooth([*body, *[(-x, y) for x, y in body[-2:0:-1]]], 3)
    shape = outline * [b.w, b.h]
    deep = 0.7 * b.d
    b.add("sides", prism(shape, deep, 0.03 * deep).move(0, 0, -0.1 * b.d), b.tone(0.6))
    b.add(
        "top",
        prism((outline * [0.985, 0.99] + [0, 0.002]) * [b.w, b.h], 0.1 * deep, 0.02 * deep).move(
            0, 0, deep / 2 - 0.1 * b.d
        ),
    )
    z = deep / 2 - 0.03 * b.d
    b.add("hole", disc(0.13 * b.w, 0.03 * b.d, 0, 0.34 * b.h, z, 26), stuff("wood", "#1c120c"))
    b.add("rosette", ring(0.14 * b.w, 0.012 * b.w, n=28).pitch(90).move(0, 0.34 * b.h, z), DARK)
    b.add("bridge", box(0.36 * b.w, 0.02 * b.h, 0.08 * b.d, 0, 0.15 * b.h, z), DARK)
    b.add(
        "neck",
        box(0.14 * b.w, 0.44 * b.h, 0.16 * b.d, 0, 0.46 * b.h, z - 0.06 * b.d),
        stuff("wood", "#7a4a28"),
    )
    b.add("fretboard", box(0.145 * b.w, 0.5 * b.h, 0.05 * b.d, 0, 0.4 * b.h, z + 0.03 * b.d), DARK)
    for i in range(14):
        y = 0.88 - 0.42 * (1 - 0.92**i) / (1 - 0.92**14)
        b.add(
            "frets", box(0.145 * b.w, 0.003 * b.h, 0.06 * b.d, 0, y * b.h, z + 0.035 * b.d), STEEL
        )
    b.add(
        "head",
        prism(
            [
                (-0.07 * b.w, 0),
                (0.07 * b.w, 0),
                (0.12 * b.w, 0.03 * b.h),
                (0.11 * b.w, 0.115 * b.h),
                (-0.11 * b.w, 0.115 * b.h),
                (-0.12 * b.w, 0.03 * b.h),
            ],
            0.12 * b.d,
        ).move(0, 0.885 * b.h, z - 0.04 * b.d),
        DARK,
    )
    for i in range(3):
        b.add(
            "pegs",
            axle(
                0.02 * b.w, 0.06 * b.w, 0.14 * b.w, (0.92 + 0.03 * i) * b.h, z - 0.04 * b.d, 8
            ).pair(),
            STEEL,
        )
    _strings(b, 6, 0.1 * b.w, 0.155 * b.h, 0.89 * b.h, z + 0.09 * b.d)


def violin(b: Draft) -> None:
    body = [
        (0.0, 0.0),
        (0.3, 0.01),
        (0.48, 0.08),
        (0.46, 0.17),
        (0.31, 0.23),
        (0.26, 0.3),
        (0.32, 0.37),
        (0.41, 0.4),
        (0.39, 0.49),
        (0.25, 0.56),
        (0.0, 0.575),
    ]
    outline = smooth([*body, *[(-x, y) for x, y in body[-2:0:-1]]], 2)
    shape = outline * [b.w, b.h]
    deep = 0.5 * b.d
    b.add("sides", prism(shape * 0.97, deep).move(0, 0.008 * b.h, -0.2 * b.d), b.tone(0.7))
    for z in (-0.2 * b.d - deep / 2, -0.2 * b.d + deep / 2):
        b.add("plates", prism(shape, 0.12 * deep, 0.03 * deep).move(0, 0, z))
    z = 0.09 * b.d
    for s in (-1, 1):
        hole = curve(
            [
                (s * 0.1 * b.w, 0.36 * b.h, z),
                (s * 0.13 * b.w, 0.33 * b.h, z),
                (s * 0.17 * b.w, 0.25 * b.h, z),
                (s * 0.21 * b.w, 0.22 * b.h, z),
            ],
            3,
        )
        b.add("f holes", tube(hole, 0.014 * b.w, 6), stuff("wood", "#1c120c"))
    b.add(
        "fingerboard",
        prism(
            [
                (-0.09 * b.w, 0),
                (0.09 * b.w, 0),
                (0.06 * b.w, 0.46 * b.h),
                (-0.06 * b.w, 0.46 * b.h),
            ],
            0.06 * b.d,
        ).move(0, 0.41 * b.h, 0.26 * b.d),
        BLACK,
    )
    _violin_fittings(b)


def _violin_fittings(b: Draft) -> None:
    b.add("neck", box(0.11 * b.w, 0.34 * b.h, 0.2 * b.d, 0, 0.53 * b.h, 0.14 * b.d), b.tone(1.1))
    b.add(
        "tailpiece",
        prism(
            [
                (-0.05 * b.w, 0),
                (0.05 * b.w, 0),
                (0.09 * b.w, 0.16 * b.h),
                (-0.09 * b.w, 0.16 * b.h),
            ],
            0.05 * b.d,
        ).move(0, 0.02 * b.h, 0.2 * b.d),
        BLACK,
    )
    b.add("bridge", box(0.2 * b.w, 0.012 * b.h, 0.3 * b.d, 0, 0.27 * b.h, 0.2 * b.d), SPRUCE)
    scroll = curve(
        [
            (0, 0.87 * b.h, 0.1 * b.d),
            (0, 0.96 * b.h, 0.0),
            (0, b.h, 0.16 * b.d),
            (0, 0.97 * b.h, 0.3 * b.d),
            (0, 0.945 * b.h, 0.18 * b.d),
        ],
        3,
    )
    b.add("scroll", tube(scroll, 0.05 * b.w, 8), b.tone(1.1))
    for i, s in enumerate((-1, 1, -1, 1)):
        b.add(
            "pegs",
            rod(
                (0, (0.88 + 0.025 * i) * b.h, 0.08 * b.d),
                (s * 0.2 * b.w, (0.885 + 0.025 * i) * b.h, 0.08 * b.d),
                0.02 * b.w,
                0.032 * b.w,
            ),
            BLACK,
        )
    b.add(
        "chin rest",
        ball(0.16 * b.w, 0.05 * b.h, 0.1 * b.d, -0.2 * b.w, 0.05 * b.h, 0.14 * b.d),
        BLACK,
    )
    _strings(b, 4, 0.1 * b.w, 0.17 * b.h, 0.87 * b.h, 0.34 * b.d)


def drum(b: Draft) -> None:
    r = 0.46 * min(b.w, b.d)
    tall = 0.84 * b.h
    b.add("shell", cylinder(r, tall, n=36))
    for y in (0.0, tall - 0.08 * b.h):
        b.add(
            "hoops",
            lathe(
                [(r * 0.9, 0), (r * 1.05, 0), (r * 1.05, 0.09 * b.h), (r * 0.9, 0.09 * b.h)],
                0,
                y,
                0,
                36,
            ),
            stuff("gold"),
        )
    b.add(
        "head",
        cylinder(r * 0.97, 0.02 * b.h, 0, tall - 0.005 * b.h, n=36),
        stuff("paper", "#f6efe0"),
    )
    count = 10
    for i in range(count):
        for d in (0, 1):
            a0, a1 = 2 * pi * (i + 0.5 * d) / count, 2 * pi * (i + 0.5 * d + 0.5) / count
            low, high = (0.1 * b.h, tall - 0.1 * b.h) if d == 0 else (tall - 0.1 * b.h, 0.1 * b.h)
            b.add(
                "cords",
                rod(
                    (1.03 * r * sin(a0), low, 1.03 * r * cos(a0)),
                    (1.03 * r * sin(a1), high, 1.03 * r * cos(a1)),
                    0.018 * r,
                    n=5,
                ),
                stuff("cotton"),
            )
    for s in (-1, 1):
        p, q = (
            (s * 0.2 * r, tall + 0.05 * b.h, 0.1 * r),
            (-s * 0.3 * r + s * 1.1 * r, b.h * 0.96, 0.85 * r),
        )
        b.add("sticks", rod(p, q, 0.035 * r), stuff("wood", "#d2aa70"))
        b.add("sticks", ball(0.075 * r, x=p[0], y=p[1], z=p[2], detail=1), stuff("wood", "#d2aa70"))


MODELS: dict[str, Family] = {
    "guitar": guitar,
    "violin": violin,
    "drum": drum,
}
