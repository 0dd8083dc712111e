"""Phones, printers and cameras."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, GREY, SCREEN
from consumers.greybox.families.household.screen_parts import CHROME
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import sheet
from consumers.greybox.solids import ball, box, cylinder, disc, prism, ring, soft
from consumers.greybox.sweeps import curve, tube


def phone(b: Draft) -> None:
    flat = prism(sheet(b.w, b.d, 0.14 * b.w), b.h * 0.86, 0.15 * b.h).move(0, -b.d / 2).pitch(-90)
    b.add("body", flat.move(0, 0.43 * b.h))
    glass = (
        prism(sheet(b.w * 0.93, b.d * 0.95, 0.12 * b.w), b.h * 0.2).move(0, -b.d * 0.475).pitch(-90)
    )
    b.add("screen", glass.move(0, 0.82 * b.h), SCREEN)
    colors = ("#4f8fd0", "#e0654a", "#5fb06a", "#f2c04a", "#9a6fd0", "#4fc0c0")
    for i in range(12):
        icon = box(
            b.w * 0.16,
            b.h * 0.12,
            b.w * 0.16,
            (i % 4 - 1.5) * 0.215 * b.w,
            0.88 * b.h,
            (i // 4 - 1.7) * 0.24 * b.w,
        )
        b.add(f"icons {i % 6}", icon, stuff("light", colors[i % 6]))
    b.add("keys", box(b.w * 0.02, b.h * 0.3, b.d * 0.12, b.w * 0.5, b.h * 0.3, -b.d * 0.15), GREY)


def telephone(b: Draft) -> None:
    side = [
        (-0.5 * b.d, 0),
        (0.5 * b.d, 0),
        (0.5 * b.d, 0.16 * b.h),
        (-0.02 * b.d, 0.66 * b.h),
        (-0.36 * b.d, 0.68 * b.h),
        (-0.5 * b.d, 0.3 * b.h),
    ]
    b.add("body", prism(side, b.w * 0.84, 0.06 * b.h).yaw(-90))
    b.add(
        "dial",
        cylinder(0.27 * b.w, 0.06 * b.h, n=26)
        .pitch(43 * b.h / b.d * 1.4)
        .move(0, 0.36 * b.h, 0.24 * b.d),
        stuff("plastic", "#f2efe6"),
    )
    for i in range(10):
        a = pi * (0.2 + 0.17 * i)
        hole = cylinder(0.035 * b.w, 0.08 * b.h, 0.19 * b.w * sin(a), 0, 0.19 * b.w * cos(a), n=10)
        b.add("holes", hole.pitch(43 * b.h / b.d * 1.4).move(0, 0.365 * b.h, 0.24 * b.d), BLACK)
    for s in (-1, 1):
        b.add(
            "cradle",
            box(0.06 * b.w, 0.14 * b.h, 0.2 * b.d, s * 0.22 * b.w, 0.62 * b.h, -0.19 * b.d),
        )
        b.add(
            "handset",
            ball(0.13 * b.w, 0.14 * b.h, 0.15 * b.d, s * 0.37 * b.w, 0.76 * b.h, -0.19 * b.d),
        )
    grip = curve(
        [
            (-0.36 * b.w, 0.86 * b.h, -0.19 * b.d),
            (-0.15 * b.w, 0.93 * b.h, -0.19 * b.d),
            (0.15 * b.w, 0.93 * b.h, -0.19 * b.d),
            (0.36 * b.w, 0.86 * b.h, -0.19 * b.d),
        ],
        3,
    )
    b.add("handset", tube(grip, [(0.075 * b.d, 0.07 * b.h)] * len(grip), 10))


def printer(b: Draft) -> None:
    b.add("body", soft(b.w, b.h * 0.62, b.d * 0.8, 0, 0, -0.1 * b.d, 0.06 * b.h))
    b.add(
        "lid",
        soft(b.w * 0.96, b.h * 0.12, b.d * 0.7, 0, b.h * 0.6, -0.12 * b.d, 0.05 * b.h),
        b.tone(0.8),
    )
    b.add("slot", box(b.w * 0.66, b.h * 0.12, 0.03 * b.d, 0, b.h * 0.22, b.d * 0.295), BLACK)
    b.add("tray", box(b.w * 0.62, b.h * 0.03, b.d * 0.3, 0, b.h * 0.2, b.d * 0.35), b.tone(0.75))
    b.add(
        "paper", box(b.w * 0.5, b.h * 0.012, b.d * 0.26, 0, b.h * 0.24, b.d * 0.36), stuff("paper")
    )
    sheet_up = box(b.w * 0.54, b.h * 0.46, 0.012 * b.d).pitch(-16)
    b.add("paper", sheet_up.move(0, b.h * 0.56, -b.d * 0.36), stuff("paper"))
    b.add(
        "feeder",
        box(b.w * 0.62, b.h * 0.36, 0.03 * b.d).pitch(-16).move(0, b.h * 0.56, -b.d * 0.385),
        b.tone(0.75),
    )
    b.add(
        "display",
        box(b.w * 0.2, b.h * 0.08, 0.02 * b.d, b.w * 0.3, b.h * 0.44, b.d * 0.298),
        stuff("light", "#7fc0e0"),
    )
    for i in range(3):
        b.add(
            "buttons",
            disc(0.018 * b.w, 0.02 * b.d, (-0.36 + 0.06 * i) * b.w, b.h * 0.48, b.d * 0.3, 10),
            stuff("plastic", ("#5fb06a", "#8c9196", "#d9483b")[i]),
        )


def camera(b: Draft) -> None:
    deep = 0.42 * b.d
    z = -b.d / 2 + deep / 2
    b.add("body", soft(b.w, b.h * 0.76, deep, 0, 0, z, 0.08 * b.h))
    b.add(
        "grip", soft(0.2 * b.w, 0.74 * b.h, deep * 0.6, -0.38 * b.w, 0, z + deep * 0.4, 0.06 * b.h)
    )
    b.add("top", soft(b.w * 0.96, 0.1 * b.h, deep * 0.9, 0, 0.72 * b.h, z, 0.03 * b.h), GREY)
    b.add(
        "finder",
        prism(
            [(-0.17 * b.w, 0), (0.17 * b.w, 0), (0.1 * b.w, 0.24 * b.h), (-0.1 * b.w, 0.24 * b.h)],
            deep * 0.9,
        ).move(0.02 * b.w, 0.75 * b.h, z),
    )
    b.add(
        "shutter", cylinder(0.045 * b.w, 0.08 * b.h, -0.36 * b.w, 0.8 * b.h, z + 0.1 * deep), CHROME
    )
    b.add("dial", cylinder(0.07 * b.w, 0.07 * b.h, 0.34 * b.w, 0.8 * b.h, z), BLACK)
    y, front = 0.38 * b.h, z + deep / 2
    for r, far in ((0.31, 0.4), (0.28, 0.78), (0.3, 1.0)):
        long = far * (b.d / 2 - front)
        b.add("lens", cylinder(r * b.h, long, n=28).pitch(90).move(0.02 * b.w, y, front))
    b.add(
        "ring",
        ring(0.3 * b.h, 0.02 * b.h, n=26)
        .pitch(90)
        .move(0.02 * b.w, y, front + 0.5 * (b.d / 2 - front)),
        GREY,
    )
    b.add(
        "glass",
        ball(0.22 * b.h, 0.22 * b.h, 0.06 * b.d, 0.02 * b.w, y, b.d / 2 - 0.04 * b.d),
        stuff("crystal", "#3a4f8a"),
    )


MODELS: dict[str, Family] = {
    "phone": phone,
    "tablet": phone,
    "telephone": telephone,
    "printer": printer,
    "camera": camera,
}
