"""Mailboxes, hydrants, phone booths, bus stops and tombstones."""

from __future__ import annotations

from math import pi

import numpy as np

from consumers.greybox.families.furniture.joinery import BLACK, DARK_WOOD, GLASS, STEEL
from consumers.greybox.families.street.street_parts import PAPER
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, disc, prism
from consumers.greybox.sweeps import lathe


def mailbox(b: Draft) -> None:
    b.add("post", box(0.26 * b.w, 0.7 * b.h, 0.26 * b.w), DARK_WOOD)
    y, tall = 0.68 * b.h, 0.32 * b.h
    r = b.w / 2
    top = [
        (r * c, y + tall - r * 0.9 + r * 0.9 * s)
        for c, s in (
            (1, 0),
            (0.92, 0.38),
            (0.7, 0.7),
            (0.38, 0.92),
            (0, 1),
            (-0.38, 0.92),
            (-0.7, 0.7),
            (-0.92, 0.38),
            (-1, 0),
        )
    ]
    outline = [(r, y), *top, (-r, y)]
    b.add("box", prism(outline, b.d, 0.02 * b.d))
    grown = [(x * 0.9, (py - y) * 0.92 + y + 0.01 * b.h) for x, py in outline]
    b.add("door", prism(grown, 0.02 * b.d).move(0, 0, b.d * 0.5), b.tone(0.82))
    b.add("knob", ball(0.05 * b.w, x=0, y=y + tall * 0.7, z=b.d * 0.53, detail=1), STEEL)
    b.add(
        "flag",
        box(0.03 * b.w, 0.16 * b.h, 0.04 * b.d, r, y + 0.12 * b.h, 0.1 * b.d)
        + box(0.03 * b.w, 0.06 * b.h, 0.16 * b.d, r, y + 0.23 * b.h, 0.16 * b.d),
        stuff("paint", "#f2c02a"),
    )


def fire_hydrant(b: Draft) -> None:
    r = 0.32 * b.w
    b.add(
        "body",
        lathe(
            [
                (r * 1.3, 0),
                (r * 1.3, 0.05 * b.h),
                (r, 0.07 * b.h),
                (r * 0.94, 0.62 * b.h),
                (r * 1.2, 0.64 * b.h),
                (r * 1.2, 0.69 * b.h),
                (r * 1.02, 0.71 * b.h),
                (r * 0.85, 0.83 * b.h),
                (r * 0.35, 0.92 * b.h),
                (r * 0.3, 0.93 * b.h),
            ],
            n=24,
        ),
    )
    b.add(
        "nut",
        lathe([(r * 0.26, 0.92 * b.h), (r * 0.26, b.h), (r * 0.2, b.h)], n=5),
        b.tone(0.7),
        20,
    )
    cap = cylinder(0.5 * r, 0.14 * b.w, n=14)
    b.add("outlets", cap.roll(-90).move(0.36 * b.w, 0.5 * b.h).pair(), b.tone(0.8))
    b.add("outlets", disc(0.6 * r, 0.2 * b.d, 0, 0.48 * b.h, 0.4 * b.d, 16), b.tone(0.8))
    b.add(
        "bolts",
        (cylinder(0.16 * r, 0.06 * b.w, n=5).roll(-90).move(0.47 * b.w, 0.5 * b.h)).pair()
        + disc(0.2 * r, 0.06 * b.d, 0, 0.48 * b.h, 0.5 * b.d, 5),
        stuff("steel"),
    )


def phone_booth(b: Draft) -> None:
    t = 0.09 * b.w
    for sx in (-1, 1):
        for sz in (-1, 1):
            b.add(
                "posts",
                box(t, b.h * 0.9, t, sx * (b.w * 0.94 - t) / 2, 0, sz * (b.d * 0.94 - t) / 2),
            )
    b.add(
        "roof",
        box(b.w, 0.1 * b.h, b.d, 0, 0.86 * b.h)
        + box(b.w * 0.9, 0.05 * b.h, b.d * 0.9, 0, 0.95 * b.h),
    )
    b.add("base", box(b.w * 0.96, 0.06 * b.h, b.d * 0.96))
    b.add("glass", box(b.w * 0.84, b.h * 0.8, b.d * 0.84, 0, 0.06 * b.h), GLASS)
    for yaw in (0, 90, 270):
        for k in range(8):
            b.add(
                "bars",
                box(b.w * 0.86, 0.012 * b.h, t * 0.3, 0, (0.1 + 0.098 * k) * b.h, b.d * 0.43).yaw(
                    yaw
                ),
            )
        for x in (-0.2, 0.2):
            b.add(
                "bars",
                box(0.02 * b.w, b.h * 0.8, t * 0.3, x * b.w, 0.06 * b.h, b.d * 0.43).yaw(yaw),
            )
        b.add(
            "sign",
            box(b.w * 0.7, 0.05 * b.h, 0.02 * b.d, 0, 0.885 * b.h, b.d * 0.5).yaw(yaw),
            PAPER,
        )
    b.add("back", box(b.w * 0.86, b.h * 0.82, t * 0.3, 0, 0.05 * b.h, -b.d * 0.43))
    b.add("phone", box(0.3 * b.w, 0.2 * b.h, 0.16 * b.d, 0, 0.5 * b.h, -0.3 * b.d), BLACK)


def bus_stop(b: Draft) -> None:
    t = 0.02 * b.w
    for x in (-0.46, 0.46):
        for z in (-0.4, 0.3):
            b.add("posts", box(t, b.h * 0.93, t, x * b.w, 0, z * b.d))
    b.add("roof", box(b.w, 0.045 * b.h, b.d, 0, 0.93 * b.h))
    b.add("glass", box(b.w * 0.9, b.h * 0.72, t * 0.4, 0, 0.14 * b.h, -0.4 * b.d), GLASS)
    b.add(
        "glass", box(t * 0.4, b.h * 0.72, b.d * 0.62, -0.46 * b.w, 0.14 * b.h, -0.05 * b.d), GLASS
    )
    b.add("poster frame", box(t * 1.6, b.h * 0.76, b.d * 0.62, 0.46 * b.w, 0.1 * b.h, -0.05 * b.d))
    b.add(
        "poster",
        box(t * 2.0, b.h * 0.66, b.d * 0.52, 0.46 * b.w, 0.15 * b.h, -0.05 * b.d),
        stuff("paper", "#f2c9a0"),
    )
    b.add(
        "bench",
        box(b.w * 0.6, 0.025 * b.h, b.d * 0.26, -0.08 * b.w, 0.19 * b.h, -0.22 * b.d),
        stuff("wood", "#a9784a"),
    )
    for x in (-0.3, 0.14):
        b.add("posts", box(t, 0.19 * b.h, b.d * 0.2, x * b.w, 0, -0.22 * b.d))
    b.add(
        "sign",
        disc(0.06 * b.w, 0.03 * b.d, -0.3 * b.w, 0.83 * b.h, 0.42 * b.d, 24),
        stuff("paint", "#f2c02a"),
    )
    b.add("posts", box(t * 0.5, 0.12 * b.h, t * 0.5, -0.3 * b.w, 0.84 * b.h, 0.42 * b.d))


def tombstone(b: Draft) -> None:
    b.add("base", box(b.w, 0.14 * b.h, b.d))
    w = 0.82 * b.w
    top = [
        (w / 2 * float(np.cos(a)), b.h - w / 2 + w / 2 * float(np.sin(a)))
        for a in np.linspace(0, pi, 14)
    ]
    b.add(
        "stone",
        prism([(w / 2, 0.12 * b.h), *top, (-w / 2, 0.12 * b.h)], 0.55 * b.d, 0.05 * b.d),
        b.tone(1.08),
    )
    z = 0.29 * b.d
    dark = b.tone(0.5)
    b.add(
        "cross",
        box(0.05 * b.w, 0.2 * b.h, 0.04 * b.d, 0, 0.68 * b.h, z)
        + box(0.2 * b.w, 0.045 * b.h, 0.04 * b.d, 0, 0.79 * b.h, z),
        dark,
    )
    for i, width in enumerate((0.5, 0.6, 0.36)):
        b.add(
            "words", box(width * b.w, 0.035 * b.h, 0.03 * b.d, 0, (0.54 - 0.1 * i) * b.h, z), dark
        )
    for x in (-0.4, -0.3, 0.34, 0.44):
        b.add(
            "grass",
            cylinder(0.03 * b.w, 0.14 * b.h, x * b.w, 0, 0.4 * b.d, top=0.004 * b.w, n=5),
            stuff("grass"),
        )


MODELS: dict[str, Family] = {
    "mailbox": mailbox,
    "fire hydrant": fire_hydrant,
    "phone booth": phone_booth,
    "bus stop": bus_stop,
    "tombstone": tombstone,
}
