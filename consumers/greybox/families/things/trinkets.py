"""Small things of pockets and shelves: rings, necklaces, newspapers, stethoscopes."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, ring, rod, soft
from consumers.greybox.sweeps import curve, hoop, lathe, tube


def finger_ring(b: Draft) -> None:
    """A thin band that stands upright, with a stone in a setting on top."""
    r = 0.5 * b.w * 0.82
    h = 0.72 * b.h
    band = hoop([(0.88, -0.2), (1.0, -0.2), (1.0, 0.2), (0.88, 0.2)], 40).pitch(90)
    b.add("band", band.scale(r, h / 2, 1.6 * b.d).move(0, h / 2))
    for k in range(6):
        a = pi * k / 3
        foot, tip = 0.12 * b.w, 0.2 * b.w
        claw = rod(
            (foot * cos(a), 0.68 * b.h, foot * sin(a)),
            (tip * cos(a), 0.84 * b.h, tip * sin(a)),
            0.028 * b.w,
        )
        b.add("claws", claw)
    gem = lathe(
        [
            (0.0, 0.68 * b.h),
            (0.22 * b.w, 0.86 * b.h),
            (0.22 * b.w, 0.88 * b.h),
            (0.13 * b.w, b.h),
            (0.0, b.h),
        ],
        n=8,
    )
    b.add("stone", gem, stuff("crystal", "#a8e0f2"), 10)


def necklace(b: Draft) -> None:
    """A chain of beads laid in a drop's shape, with a pendant in front."""
    count = 44
    for i in range(count):
        a = 2 * pi * i / count
        wide = 0.46 * b.w * sin(a) * (0.75 - 0.25 * cos(a))
        z = -0.36 * b.d * cos(a) - 0.08 * b.d
        if i == count // 2:
            continue
        b.add("beads", ball(0.022 * b.w, 0.34 * b.h, 0.022 * b.w, wide, 0.34 * b.h, z, 1))
    b.add("loop", ring(0.03 * b.w, 0.008 * b.w, 0, 0.3 * b.h, 0.3 * b.d, 16))
    b.add("setting", cylinder(0.1 * b.w, 0.4 * b.h, 0, 0, 0.4 * b.d, n=24))
    b.add(
        "stone",
        ball(0.08 * b.w, 0.6 * b.h, 0.08 * b.w, 0, 0.38 * b.h, 0.4 * b.d),
        stuff("crystal", "#c83a5a"),
    )


def newspaper(b: Draft) -> None:
    """A folded paper with a headline, a picture and columns on its first page."""
    b.add("sheets", soft(b.w, 0.9 * b.h, b.d, 0, 0, 0, 0.45 * b.h))
    for k in range(3):
        b.add(
            "edges",
            soft(
                0.985 * b.w,
                0.2 * b.h,
                0.99 * b.d,
                0.004 * b.w,
                (0.1 + 0.26 * k) * b.h,
                0,
                0.1 * b.h,
            ),
            b.tone(0.86),
        )
    ink, y, t = stuff("paper", "#3a3d42"), 0.88 * b.h, 0.1 * b.h
    b.add("title", box(0.8 * b.w, t, 0.07 * b.d, 0, y, -0.38 * b.d), ink)
    b.add("print", box(0.86 * b.w, t, 0.006 * b.d, 0, y, -0.32 * b.d), ink)
    b.add(
        "picture",
        box(0.4 * b.w, t, 0.24 * b.d, -0.21 * b.w, y, -0.15 * b.d),
        stuff("paper", "#8a9096"),
    )
    b.add(
        "picture",
        box(0.16 * b.w, t * 1.05, 0.1 * b.d, -0.21 * b.w, y, -0.1 * b.d),
        stuff("paper", "#5a6068"),
    )
    for k in range(14):
        z = (-0.26 + 0.05 * k) * b.d
        b.add("print", box(0.38 * b.w, t, 0.012 * b.d, 0.22 * b.w, y, z), stuff("paper", "#9a9a96"))
        if k > 5:
            b.add(
                "print",
                box(0.38 * b.w, t, 0.012 * b.d, -0.21 * b.w, y, z),
                stuff("paper", "#9a9a96"),
            )


def stethoscope(b: Draft) -> None:
    """A loop of tube that ends in a chest piece, and two metal ear tubes."""
    t, y = 0.028 * b.w, 0.4 * b.h
    loop = [
        (0.0, -0.05),
        (-0.16, 0.14),
        (-0.36, 0.3),
        (-0.44, 0.05),
        (-0.3, -0.14),
        (-0.05, -0.02),
        (0.2, 0.2),
        (0.34, 0.36),
    ]
    line = curve([(x * b.w, y, z * b.d) for x, z in loop], 5)
    b.add("tube", tube(line, t, 8))
    b.add(
        "chest piece",
        cylinder(0.11 * b.w, 0.5 * b.h, 0.36 * b.w, 0.1 * b.h, 0.38 * b.d, n=24),
        STEEL,
    )
    b.add(
        "membrane",
        cylinder(0.09 * b.w, 0.56 * b.h, 0.36 * b.w, 0.1 * b.h, 0.38 * b.d, n=24),
        stuff("plastic", "#e8eaec"),
    )
    for s in (-1, 1):
        ear = curve(
            [
                (0, y, -0.05 * b.d),
                (s * 0.1 * b.w, y, -0.2 * b.d),
                (s * 0.2 * b.w, y, -0.36 * b.d),
                (s * 0.1 * b.w, y, -0.46 * b.d),
            ],
            5,
        )
        b.add("ear tubes", tube(ear, 0.6 * t, 8), STEEL)
        b.add(
            "ear tips", ball(1.1 * t, 0.3 * b.h, 1.1 * t, s * 0.1 * b.w, y, -0.465 * b.d, 1), BLACK
        )
    b.add("fork", ball(1.6 * t, 0.4 * b.h, 1.6 * t, 0, y, -0.05 * b.d, 1), DARK_METAL)


MODELS: dict[str, Family] = {
    "ring": finger_ring,
    "necklace": necklace,
    "newspaper": newspaper,
    "stethoscope": stethoscope,
}
