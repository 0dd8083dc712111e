"""Houses, cottages, tents, igloos and dog houses."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.buildings.fittings import (
    STONE,
    TRIM,
    arch_panel,
    door,
    gable,
    gable_roof,
    window,
)
from consumers.greybox.families.furniture.joinery import DARK_METAL, DARK_WOOD
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, prism, rod
from consumers.greybox.sweeps import lathe
from consumers.lexicon.words.materials import Material

TILES = stuff("terracotta", "#a8503a")


def house(b: Draft) -> None:
    w, d = b.w * 0.88, b.d * 0.86
    wall, base = b.h * 0.56, 0.05 * b.h
    b.add("plinth", box(w * 1.02, base, d * 1.02), STONE)
    b.add("walls", box(w, wall - base, d, 0, base, bevel=0.01))
    tall = b.h * 0.92 - wall
    b.add("walls", gable(w, tall * 0.98, d * 0.995).move(0, wall - 0.005 * b.h))
    gable_roof(b, w, d, wall, tall, b.w * 0.06, TILES)
    b.add(
        "chimney",
        box(0.09 * w, 0.4 * tall, 0.09 * w, -0.24 * w, wall + tall * 0.62, -0.2 * d),
        stuff("brick"),
    )
    b.add(
        "chimney cap",
        box(0.11 * w, 0.06 * tall, 0.11 * w, -0.24 * w, wall + tall * 1.0, -0.2 * d),
        STONE,
    )
    z = d / 2
    dw, dh = 0.115 * w, 0.3 * b.h
    door(b, 0, base, z, dw, dh, stuff("wood", "#3f6a5a"))
    b.add("step", box(dw * 2, base, 0.09 * d, 0, 0, z + 0.05 * d), STONE)
    roof = prism([(-dw * 1.3, 0), (dw * 1.3, 0), (0, dw * 0.7)], 0.13 * d).move(
        0, base + dh * 1.12, z + 0.06 * d
    )
    b.add("porch", roof, TILES)
    for s in (-1, 1):
        b.add(
            "porch posts",
            cylinder(dw * 0.08, dh * 1.12, s * dw * 1.05, base, z + 0.105 * d, n=10),
            TRIM,
        )
        window(b, s * 0.31 * w, 0.2 * b.h, z, 0.15 * w, 0.2 * b.h)
        for x in (-0.28, 0.28):
            window(b, x * d, 0.2 * b.h, w / 2, 0.15 * w, 0.2 * b.h, 90.0 * s)
    window(b, 0, wall + tall * 0.18, z, 0.14 * w, 0.17 * b.h)


def cottage(b: Draft) -> None:
    w, d = b.w * 0.86, b.d * 0.86
    wall = b.h * 0.46
    count = 8
    r = wall / count / 2
    for i in range(count):
        y = r * (2 * i + 1)
        for s in (-1, 1):
            b.add(
                "logs",
                rod(
                    (-w / 2 * 1.05, y, s * (d / 2 - r)),
                    (w / 2 * 1.05, y, s * (d / 2 - r)),
                    r * 1.02,
                    n=8,
                ),
            )
            b.add(
                "logs",
                rod(
                    (s * (w / 2 - r), y, -d / 2 * 1.05),
                    (s * (w / 2 - r), y, d / 2 * 1.05),
                    r * 1.02,
                    n=8,
                ),
                None,
            )
    tall = b.h * 0.94 - wall
    b.add("gables", gable(w * 0.98, tall * 0.97, d * 0.96).move(0, wall - 0.02 * b.h), b.tone(0.85))
    gable_roof(b, w, d, wall, tall, b.w * 0.07, stuff("straw", "#8f7340"), 6)
    b.add("chimney", box(0.13 * w, b.h * 0.9, 0.13 * w, w * 0.3, b.h * 0.12, -d * 0.25), STONE)
    z = d / 2
    door(b, -0.12 * w, 0, z, 0.15 * w, wall * 0.84, stuff("wood", "#6b3a24"))
    window(b, 0.24 * w, wall * 0.36, z, 0.17 * w, wall * 0.42)
    window(b, 0, wall * 0.36, w / 2, 0.16 * w, wall * 0.42, 90)
    window(b, 0, wall * 0.36, w / 2, 0.16 * w, wall * 0.42, -90)
    window(b, 0, wall + tall * 0.2, z - 0.01 * d, 0.13 * w, tall * 0.28)


def dog_house(b: Draft) -> None:
    w, d, wall = b.w * 0.84, b.d * 0.86, 0.5 * b.h
    b.add("walls", box(w, wall, d))
    b.add("walls", gable(w, 0.42 * b.h, d * 0.99).move(0, wall * 0.995))
    gable_roof(b, w, d, wall, 0.42 * b.h, 0.06 * b.w, stuff("wood", "#5a6b7a"), 5)
    b.add(
        "entrance",
        arch_panel(0.48 * w, 0.5 * b.h, 0.03 * d).move(0, 0.04 * b.h, d / 2),
        stuff("wood", "#2a1f18"),
    )
    b.add("sign", box(0.4 * w, 0.09 * b.h, 0.03 * d, 0, 0.6 * b.h, d / 2), TRIM)
    bone = rod((-0.08 * w, 0.645 * b.h, d * 0.52), (0.08 * w, 0.645 * b.h, d * 0.52), 0.016 * w)
    b.add(
        "bone",
        bone + ball(0.03 * w, x=0.09 * w, y=0.645 * b.h, z=d * 0.52, detail=1).pair(),
        DARK_WOOD,
    )


def tent(b: Draft) -> None:
    w, d = b.w * 0.96, b.d * 0.98
    b.add("canvas", prism([(-w / 2, 0), (w / 2, 0), (0, b.h * 0.96)], d, 0.0))
    b.add(
        "opening",
        prism([(-w * 0.24, 0), (w * 0.24, 0), (0, b.h * 0.72)], 0.03 * d).move(0, 0, d * 0.49),
        b.tone(0.3),
    )
    for s in (-1, 1):
        flap = prism([(0, 0), (s * 0.16 * w, 0), (s * 0.02 * w, b.h * 0.7)], 0.03 * d)
        b.add("flaps", flap.yaw(-s * 24).move(s * 0.2 * w, 0, d * 0.5), b.tone(1.2))
        b.add("poles", rod((0, 0, s * d * 0.5), (0, b.h, s * d * 0.5), 0.014 * w), DARK_METAL)
        for x in (-1, 1):
            b.add(
                "ropes",
                rod(
                    (x * w * 0.25, b.h * 0.48, s * d * 0.3),
                    (x * b.w * 0.5, 0, s * d * 0.3),
                    0.007 * w,
                    n=4,
                ),
                stuff("fabric", "#e8e0cc"),
            )
    for x in (-1, 1):
        stripe = rod((x * w * 0.501, 0.02, 0), (0, b.h * 0.965, 0), 0.02 * w, n=6).scale(1, 1, 6)
        b.add("stripe", stripe, b.tone(1.45))


def igloo(b: Draft) -> None:
    r = min(b.w / 2, b.d * 0.4)
    z0 = -b.d / 2 + r
    courses = 6
    for i in range(courses):
        a0, a1 = pi / 2 * i / courses, pi / 2 * (i + 1) / courses
        b.add(
            f"blocks {i % 2}",
            lathe(
                [
                    (r * cos(a0), b.h * sin(a0)),
                    (r * cos(a0 + 0.02), b.h * sin(a0 + 0.02) + 0.01),
                    (r * cos(a1 - 0.02) * 1.012, b.h * sin(a1 - 0.02)),
                    (max(r * cos(a1) * 0.97, 0.01), b.h * sin(a1)),
                ],
                0,
                0,
                z0,
                24,
            ),
            b.tone(1.0 if i % 2 else 0.95),
            24,
        )
        for k in range(10 - i):
            turn = 360 * (k + 0.5 * (i % 2)) / (10 - i)
            mid = (a0 + a1) / 2
            seam = (
                box(0.02 * r, b.h * (sin(a1) - sin(a0)) * 0.92, 0.03 * r)
                .pitch(-57.3 * mid)
                .move(0, b.h * sin(a0), r * cos(a0 + 0.04))
            )
            b.add("seams", seam.yaw(turn).move(0, 0, z0), b.tone(0.78))
    tunnel = arch_panel(0.5 * r * 2 * 0.62, 0.5 * b.h, b.d / 2 - z0 - 0.6 * r)
    b.add("tunnel", tunnel.move(0, 0, (b.d / 2 + z0 + 0.6 * r) / 2), b.tone(0.93), 30)
    b.add(
        "entrance",
        arch_panel(0.42 * r, 0.38 * b.h, 0.02 * b.d).move(0, 0, b.d / 2 - 0.005 * b.d),
        Material("shade", "#24384a", 0.9, 0.0),
    )


MODELS: dict[str, Family] = {
    "house": house,
    "cottage": cottage,
    "dog house": dog_house,
    "tent": tent,
    "igloo": igloo,
}
