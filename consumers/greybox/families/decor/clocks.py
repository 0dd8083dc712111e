"""Clocks."""

from __future__ import annotations

from consumers.greybox.families.decor.decor_parts import PAPER
from consumers.greybox.families.furniture.joinery import BLACK, BRASS, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import smooth
from consumers.greybox.solids import ball, box, cylinder, disc, prism, ring, rod
from consumers.greybox.sweeps import curve, lathe, tube


def _face(b: Draft, r: float, x: float, y: float, z: float, deep: float) -> None:
    """A clock face with hands at ten past ten, in the plane z."""
    b.add("face", disc(r, deep, x, y, z, 32), PAPER)
    for i in range(12):
        mark = box(0.04 * r, (0.16 if i % 3 == 0 else 0.09) * r, deep * 0.6, 0, 0.78 * r).roll(
            -i * 30
        )
        b.add("marks", mark.move(x, y, z + deep * 0.4), BLACK)
    for turn, long, wide in ((-55, 0.5, 0.07), (60, 0.74, 0.05)):
        hand = box(wide * r, long * r, deep * 0.5, 0, -0.08 * r).roll(-turn)
        b.add("hands", hand.move(x, y, z + deep * 0.7), BLACK)
    b.add("hands", disc(0.06 * r, deep * 0.8, x, y, z + deep * 0.7, 12), BLACK)


def clock(b: Draft) -> None:
    r = min(b.w, b.h) / 2
    case = lathe(
        [
            (0.96 * r, 0),
            (r, 0.2 * b.d),
            (r, 0.9 * b.d),
            (0.95 * r, b.d),
            (0.88 * r, b.d),
            (0.86 * r, 0.6 * b.d),
        ],
        n=40,
    ).pitch(90)
    b.add("case", case.move(0, r, -b.d / 2))
    _face(b, 0.87 * r, 0, r, 0.16 * b.d, 0.2 * b.d)


def alarm_clock(b: Draft) -> None:
    r = 0.4 * b.w
    y = 0.12 * b.h + r
    b.add(
        "case", cylinder(r, b.d * 0.9, n=32).move(0, -b.d * 0.45).pitch(90).move(0, y, -0.03 * b.d)
    )
    _face(b, 0.86 * r, 0, y, b.d * 0.42, b.d * 0.08)
    for s in (-1, 1):
        b.add(
            "bells",
            ball(0.2 * b.w, 0.13 * b.h, 0.3 * b.d)
            .roll(-s * 32)
            .move(s * 0.26 * b.w, y + r * 0.98, 0),
            BRASS,
        )
        b.add(
            "feet",
            rod(
                (s * 0.3 * b.w, 0.01 * b.h, 0),
                (s * 0.2 * b.w, 0.22 * b.h, 0),
                0.04 * b.w,
                0.05 * b.w,
            ),
            BRASS,
        )
    b.add(
        "hammer",
        rod((0, y + r * 0.9, 0), (0, y + r * 1.32, 0), 0.02 * b.w)
        + ball(0.05 * b.w, x=0, y=y + r * 1.34, z=0, detail=1),
        STEEL,
    )
    arch = curve(
        [
            (-0.24 * b.w, y + r * 1.2, 0),
            (-0.16 * b.w, b.h * 0.99, 0),
            (0.16 * b.w, b.h * 0.99, 0),
            (0.24 * b.w, y + r * 1.2, 0),
        ],
        3,
    )
    b.add("handle", tube(arch, 0.02 * b.w, 7), STEEL)


def grandfather_clock(b: Draft) -> None:
    b.add(
        "base", box(b.w, 0.22 * b.h, b.d) + box(b.w * 0.92, 0.03 * b.h, b.d * 0.94, 0, 0.22 * b.h)
    )
    b.add("case", box(b.w * 0.7, 0.44 * b.h, b.d * 0.8, 0, 0.24 * b.h))
    b.add(
        "glass",
        box(b.w * 0.46, 0.36 * b.h, 0.02 * b.d, 0, 0.28 * b.h, b.d * 0.4),
        stuff("glass", "#2b2420").colored("#3a2d26"),
    )
    b.add(
        "pendulum",
        rod((0, 0.36 * b.h, b.d * 0.42), (0, 0.62 * b.h, b.d * 0.42), 0.012 * b.w),
        BRASS,
    )
    b.add("pendulum", disc(0.1 * b.w, 0.03 * b.d, 0, 0.35 * b.h, b.d * 0.42, 22), BRASS)
    for s in (-1, 1):
        b.add(
            "weights",
            cylinder(0.04 * b.w, 0.09 * b.h, s * 0.13 * b.w, 0.42 * b.h, b.d * 0.42, n=14),
            BRASS,
        )
    y = 0.68 * b.h
    b.add(
        "hood",
        box(b.w * 0.94, 0.02 * b.h, b.d * 0.96, 0, y)
        + box(b.w * 0.84, 0.22 * b.h, b.d * 0.86, 0, y + 0.02 * b.h),
    )
    _face(b, 0.34 * b.w, 0, y + 0.13 * b.h, b.d * 0.44, 0.05 * b.d)
    b.add(
        "bezel",
        ring(0.345 * b.w, 0.02 * b.w, n=32).pitch(90).move(0, y + 0.13 * b.h, b.d * 0.45),
        BRASS,
    )
    top = smooth(
        [
            (0.5 * b.w, 0),
            (0.4 * b.w, 0.03 * b.h),
            (0.2 * b.w, 0.045 * b.h),
            (0, 0.075 * b.h),
            (-0.2 * b.w, 0.045 * b.h),
            (-0.4 * b.w, 0.03 * b.h),
            (-0.5 * b.w, 0),
        ],
        3,
    )
    b.add("crown", prism(top, b.d * 0.94).move(0, y + 0.24 * b.h))
    b.add("finial", ball(0.035 * b.w, x=0, y=b.h * 0.985, z=0, detail=1), BRASS)


MODELS: dict[str, Family] = {
    "clock": clock,
    "alarm clock": alarm_clock,
    "grandfather clock": grandfather_clock,
}
