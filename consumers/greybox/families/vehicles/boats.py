"""Rowing and sailing boats."""

from __future__ import annotations

from consumers.greybox.families.vehicles.craft_parts import PANE, hull, sail
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import box, cylinder, prism, rod

CANVAS = stuff("fabric", "#f2ead6")


def boat(b: Draft) -> None:
    b.add("hull", hull(b.w, b.h, b.d, hollow=0.8), None, 40)
    for z, k in ((0.2, 0.76), (-0.08, 0.88), (-0.34, 0.78)):
        b.add("thwarts", box(b.w * k, 0.06 * b.h, 0.07 * b.d, 0, 0.52 * b.h, z * b.d), b.tone(1.3))
    for s in (-1, 1):
        oar = rod(
            (s * 0.06 * b.w, 0.66 * b.h, -0.34 * b.d),
            (s * 0.52 * b.w, 0.84 * b.h, 0.14 * b.d),
            0.022 * b.w,
        )
        b.add("oars", oar, stuff("wood", "#d2aa70"))
        blade = box(0.1 * b.w, 0.02 * b.h, 0.13 * b.d).yaw(s * 12)
        b.add("oars", blade.move(s * 0.56 * b.w, 0.83 * b.h, 0.19 * b.d), stuff("wood", "#d2aa70"))
    edge = b.d * 0.44
    b.add("keel", box(0.04 * b.w, 0.1 * b.h, edge * 1.5, 0, 0, -0.06 * b.d), b.tone(0.7))


def sailboat(b: Draft) -> None:
    deck = 0.13 * b.h
    b.add("hull", hull(b.w, deck, b.d * 0.98, sheer=0.2, stern=0.72), None, 40)
    b.add(
        "stripe",
        hull(b.w * 1.01, deck * 0.5, b.d * 0.95, sheer=0.1, stern=0.72)
        .scale(1, 0.5, 1)
        .move(0, deck * 0.52),
        stuff("paint", "#2f4f8a"),
        40,
    )
    b.add(
        "cabin",
        box(b.w * 0.5, 0.055 * b.h, b.d * 0.34, 0, deck * 0.86, 0.02 * b.d),
        stuff("wood", "#b07a4a"),
    )
    b.add("windows", box(b.w * 0.51, 0.018 * b.h, b.d * 0.26, 0, deck * 1.02, 0.02 * b.d), PANE)
    b.add(
        "mast",
        cylinder(0.022 * b.w, b.h - deck, 0, deck * 0.9, 0.1 * b.d, n=10),
        stuff("wood", "#d2aa70"),
    )
    b.add(
        "boom",
        rod((0, 0.24 * b.h, 0.1 * b.d), (0, 0.23 * b.h, -0.44 * b.d), 0.018 * b.w),
        stuff("wood", "#d2aa70"),
    )
    main = sail(
        [
            (0.085 * b.d, 0.25 * b.h),
            (0.085 * b.d, 0.97 * b.h),
            (0.08 * b.d, 0.975 * b.h),
            (-0.42 * b.d, 0.245 * b.h),
        ],
        0.14 * b.w,
        0.012 * b.w,
    )
    b.add("sails", main, CANVAS, 70)
    jib = sail(
        [
            (0.47 * b.d, 0.17 * b.h),
            (0.125 * b.d, 0.88 * b.h),
            (0.12 * b.d, 0.88 * b.h),
            (0.14 * b.d, 0.19 * b.h),
        ],
        0.14 * b.w,
        0.012 * b.w,
    )
    b.add("sails", jib, CANVAS, 70)
    b.add(
        "pennant",
        prism([(0, 0), (0, 0.03 * b.h), (-0.1 * b.d, 0.015 * b.h)], 0.01 * b.w)
        .yaw(-90)
        .move(0, 0.965 * b.h, 0.1 * b.d),
        stuff("fabric", "#c9242c"),
    )


MODELS: dict[str, Family] = {
    "boat": boat,
    "sailboat": sailboat,
}
