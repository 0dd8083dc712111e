"""Things that play and record sound, and game consoles."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, GREY, STEEL
from consumers.greybox.families.household.screen_parts import CHROME
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import sheet
from consumers.greybox.solids import axle, ball, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, lathe, tube

CLOTH = stuff("fabric", "#2b2f34")


def speaker(b: Draft) -> None:
    b.add("cabinet", box(b.w, b.h, b.d * 0.97, 0, 0, -0.015 * b.d))
    z = b.d * 0.47
    b.add("baffle", box(b.w * 0.92, b.h * 0.94, 0.02 * b.d, 0, b.h * 0.03, z), b.tone(0.6))
    for y, r in ((0.34, 0.34), (0.75, 0.19)):
        k = r * b.w
        b.add("rings", ring(k, 0.07 * k, n=28).pitch(90).move(0, y * b.h, z + 0.015 * b.d), STEEL)
        cone = lathe(
            [
                (0.3 * k, -0.1 * b.d),
                (0.3 * k, -0.06 * b.d),
                (0.93 * k, 0.02 * b.d),
                (0.93 * k, -0.1 * b.d),
            ],
            n=26,
        ).pitch(90)
        b.add("cones", cone.move(0, y * b.h, z + 0.005 * b.d), CLOTH)
        b.add("caps", ball(0.3 * k, 0.3 * k, 0.16 * k, 0, y * b.h, z + 0.012 * b.d), GREY)
    b.add("badge", box(0.2 * b.w, 0.018 * b.h, 0.02 * b.d, 0, 0.06 * b.h, z + 0.01 * b.d), STEEL)


def radio(b: Draft) -> None:
    b.add("case", soft(b.w, b.h * 0.8, b.d * 0.9, 0, 0, 0, 0.12 * b.h))
    z = b.d * 0.45
    b.add(
        "grille",
        prism(sheet(b.w * 0.46, b.h * 0.58, 0.06 * b.h), 0.05 * b.d).move(
            -b.w * 0.22, b.h * 0.11, z
        ),
        stuff("fabric", "#d8c7a0"),
    )
    for i in range(6):
        b.add(
            "bars",
            box(
                b.w * 0.44,
                0.015 * b.h,
                0.03 * b.d,
                -b.w * 0.22,
                (0.16 + 0.09 * i) * b.h,
                z + 0.03 * b.d,
            ),
            b.tone(0.7),
        )
    b.add(
        "dial",
        box(b.w * 0.38, b.h * 0.22, 0.04 * b.d, b.w * 0.25, b.h * 0.46, z),
        stuff("light", "#f2dca0"),
    )
    b.add(
        "needle",
        box(0.01 * b.w, b.h * 0.2, 0.05 * b.d, b.w * 0.29, b.h * 0.47, z + 0.005 * b.d),
        stuff("paint", "#c9242c"),
    )
    for x in (0.15, 0.35):
        b.add(
            "knobs",
            disc(0.05 * b.w, 0.1 * b.d, x * b.w, b.h * 0.25, z + 0.03 * b.d, 18),
            stuff("brass"),
        )
    grip = curve(
        [
            (-0.36 * b.w, 0.76 * b.h, 0),
            (-0.3 * b.w, 0.92 * b.h, 0),
            (0.3 * b.w, 0.92 * b.h, 0),
            (0.36 * b.w, 0.76 * b.h, 0),
        ],
        3,
    )
    b.add("handle", tube(grip, 0.018 * b.w, 8), stuff("leather", "#4a2f1c"))
    b.add(
        "aerial",
        rod((0.42 * b.w, 0.76 * b.h, -0.2 * b.d), (0.47 * b.w, b.h, -0.2 * b.d), 0.008 * b.w, n=6),
        CHROME,
    )


def headphones(b: Draft) -> None:
    arc = [
        (0.44 * b.w * cos(a), 0.42 * b.h + 0.56 * b.h * sin(a), 0.0)
        for a in (0.0, 0.4, 0.8, 1.2, 1.57, 1.94, 2.34, 2.74, pi)
    ]
    b.add("band", tube(arc, [(0.16 * b.d, 0.035 * b.w)] * 9, 10))
    top = [(x * 0.93, y - 0.02 * b.h, z) for x, y, z in arc[2:7]]
    b.add("padding", tube(top, [(0.2 * b.d, 0.04 * b.w)] * 5, 10), b.tone(1.3))
    b.add(
        "cups",
        axle(0.21 * b.h, 0.13 * b.w, 0.41 * b.w, 0.23 * b.h, 0, 24)
        .scale(1, 1, b.d * 0.98 / (0.42 * b.h))
        .pair(),
    )
    b.add(
        "pads",
        ball(0.1 * b.w, 0.2 * b.h, 0.45 * b.d, 0.33 * b.w, 0.23 * b.h, 0).pair(),
        stuff("leather", "#3a3430"),
    )
    b.add("badges", axle(0.1 * b.h, 0.04 * b.w, 0.47 * b.w, 0.23 * b.h, 0, 20).pair(), STEEL)
    b.add(
        "arms",
        rod((0.44 * b.w, 0.4 * b.h, 0), (0.43 * b.w, 0.56 * b.h, 0), 0.03 * b.w).pair(),
        STEEL,
    )


def record_player(b: Draft) -> None:
    b.add("plinth", box(b.w, 0.5 * b.h, b.d, 0, 0.1 * b.h))
    for sx in (-1, 1):
        for sz in (-1, 1):
            b.add(
                "feet",
                cylinder(0.04 * b.w, 0.12 * b.h, sx * 0.4 * b.w, 0, sz * 0.38 * b.d, n=12),
                BLACK,
            )
    r = 0.43 * b.d
    b.add("platter", cylinder(r, 0.08 * b.h, -0.1 * b.w, 0.6 * b.h, n=36), STEEL)
    b.add(
        "record",
        cylinder(r * 0.95, 0.04 * b.h, -0.1 * b.w, 0.67 * b.h, n=36),
        stuff("plastic", "#17181a"),
    )
    for k in (0.82, 0.66, 0.5):
        b.add(
            "grooves",
            ring(r * k, 0.008 * b.h, -0.1 * b.w, 0.71 * b.h, 0, 36),
            stuff("plastic", "#34373b"),
        )
    b.add(
        "label",
        cylinder(r * 0.32, 0.012 * b.h, -0.1 * b.w, 0.705 * b.h, n=24),
        stuff("paper", "#c9343a"),
    )
    b.add("spindle", cylinder(r * 0.03, 0.08 * b.h, -0.1 * b.w, 0.7 * b.h, n=8), CHROME)
    x, z = 0.39 * b.w, -0.32 * b.d
    b.add("arm", cylinder(0.05 * b.w, 0.3 * b.h, x, 0.6 * b.h, z), STEEL)
    line = curve(
        [
            (x, 0.86 * b.h, z - 0.08 * b.d),
            (x, 0.88 * b.h, z),
            (x - 0.01 * b.w, 0.88 * b.h, 0.1 * b.d),
            (0.14 * b.w, 0.8 * b.h, 0.26 * b.d),
        ],
        3,
    )
    b.add("arm", tube(line, 0.012 * b.w, 8), CHROME)
    b.add(
        "head",
        box(0.04 * b.w, 0.1 * b.h, 0.1 * b.d).yaw(-40).move(0.12 * b.w, 0.72 * b.h, 0.28 * b.d),
        BLACK,
    )
    b.add("knob", cylinder(0.035 * b.w, 0.1 * b.h, x, 0.6 * b.h, 0.36 * b.d), BLACK)
    b.add("lever", cylinder(0.035 * b.w, 0.1 * b.h, x, 0.6 * b.h, 0.22 * b.d), BLACK)


def microphone(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    b.add(
        "foot",
        lathe([(r, 0), (r, 0.012 * b.h), (r * 0.4, 0.03 * b.h), (r * 0.08, 0.04 * b.h)], n=28),
    )
    b.add("stand", cylinder(r * 0.06, 0.84 * b.h, 0, 0.03 * b.h, n=12), STEEL)
    b.add("clamp", cylinder(r * 0.11, 0.06 * b.h, 0, 0.5 * b.h, n=12), BLACK)
    b.add("clip", ball(r * 0.13, x=0, y=0.87 * b.h, z=0), BLACK)
    body = cylinder(r * 0.13, 0.13 * b.h, n=16, top=r * 0.18).pitch(30)
    b.add("body", body.move(0, 0.83 * b.h, -0.03 * b.h), BLACK)
    b.add("grille", ball(r * 0.28, r * 0.28, r * 0.28, 0, 0.965 * b.h, 0.045 * b.h), STEEL)
    b.add(
        "band",
        ring(r * 0.27, r * 0.03, n=20).pitch(30).move(0, 0.965 * b.h, 0.045 * b.h),
        DARK_METAL,
    )
    wire = curve(
        [
            (0, 0.82 * b.h, -0.035 * b.h),
            (0.05 * b.w, 0.6 * b.h, -0.1 * b.d),
            (0.05 * b.w, 0.2 * b.h, -0.08 * b.d),
            (0.2 * b.w, 0.02 * b.h, -0.2 * b.d),
        ],
        4,
    )
    b.add("cable", tube(wire, 0.025 * r, 6), BLACK)


MODELS: dict[str, Family] = {
    "speaker": speaker,
    "radio": radio,
    "headphones": headphones,
    "record player": record_player,
    "microphone": microphone,
}
