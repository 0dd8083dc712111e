"""Laundry, heating, cooling and cleaning machines."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, BRASS, STEEL
from consumers.greybox.families.household.panels import DARK_GLASS
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import sheet
from consumers.greybox.solids import ball, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, lathe, tube


def washing_machine(b: Draft) -> None:
    b.add("body", soft(b.w, b.h, b.d * 0.93, 0, 0, -b.d * 0.035, 0.03 * b.w))
    z, y, r = b.d * 0.43, b.h * 0.46, 0.32 * b.w
    b.add("ring", ring(r, 0.055 * b.w).pitch(90).move(0, y, z), STEEL)
    b.add("window", ball(r, 0.07 * b.d, r).pitch(90).move(0, y, z), DARK_GLASS)
    b.add("panel", box(b.w * 0.97, b.h * 0.15, 0.02 * b.d, 0, b.h * 0.83, z), b.tone(0.86))
    b.add(
        "drawer",
        box(b.w * 0.28, b.h * 0.11, 0.02 * b.d, -b.w * 0.31, b.h * 0.85, z + 0.01 * b.d),
        b.tone(0.97),
    )
    b.add("dial", disc(0.055 * b.w, 0.06 * b.d, 0.05 * b.w, b.h * 0.905, z + 0.03 * b.d), STEEL)
    b.add(
        "display",
        box(b.w * 0.24, b.h * 0.06, 0.015 * b.d, b.w * 0.3, b.h * 0.875, z + 0.01 * b.d),
        DARK_GLASS,
    )
    b.add("plinth", box(b.w * 0.96, b.h * 0.07, 0.02 * b.d, 0, 0.01 * b.h, z), b.tone(0.86))


def fan(b: Draft) -> None:
    r = min(b.w, b.d * 1.2) / 2
    y = b.h - r
    b.add("base", cylinder(r * 0.8, 0.025 * b.h, n=28))
    b.add("post", cylinder(r * 0.08, y, 0, 0.02 * b.h, -0.05 * b.d, n=12), STEEL)
    b.add("motor", ball(r * 0.28, r * 0.28, r * 0.45, 0, y, -0.12 * b.d))
    z = 0.12 * b.d
    for angle in range(0, 360, 120):
        blade = ball(r * 0.3, r * 0.42, r * 0.03, 0, r * 0.45, 0).yaw(24).roll(angle)
        b.add("blades", blade.move(0, y, z), b.tone(0.72))
    b.add("hub", ball(r * 0.16, x=0, y=y, z=z + 0.05 * b.d), STEEL)
    for depth in (-0.1, 0.1):
        b.add("cage", ring(r * 0.98, r * 0.018).pitch(90).move(0, y, z + depth * b.d * 0.5), STEEL)
    b.add("cage", ring(r * 0.5, r * 0.012).pitch(90).move(0, y, z + 0.13 * b.d), STEEL)
    for i in range(16):
        a = i * pi / 8
        end = (r * 0.97 * sin(a), y + r * 0.97 * cos(a), z + 0.05 * b.d)
        b.add("cage", rod((0, y, z + 0.15 * b.d), end, r * 0.01, n=4), STEEL)


def ceiling_fan(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    for i in range(5):
        blade = prism(sheet(0.24 * r, 0.78 * r, 0.06 * r), 0.03 * b.h, 0.004).pitch(90).roll(9)
        b.add("blades", blade.move(0, 0, 0.2 * r).yaw(72 * i).move(0, 0.42 * b.h))
        b.add(
            "arms",
            box(0.07 * r, 0.03 * b.h, 0.2 * r, 0, 0, 0.2 * r).yaw(72 * i).move(0, 0.4 * b.h),
            BRASS,
        )
    b.add(
        "motor",
        lathe(
            [
                (0, 0.3 * b.h),
                (0.15 * r, 0.32 * b.h),
                (0.17 * r, 0.42 * b.h),
                (0.15 * r, 0.56 * b.h),
                (0.04 * r, 0.62 * b.h),
            ]
        ),
        BRASS,
    )
    b.add("rod", cylinder(0.025 * r, 0.4 * b.h, 0, 0.58 * b.h, n=10), BRASS)
    b.add("mount", lathe([(0.04 * r, 0.86 * b.h), (0.12 * r, 0.97 * b.h), (0.12 * r, b.h)]), BRASS)
    b.add(
        "lamp",
        lathe([(0, 0), (0.1 * r, 0.04 * b.h), (0.15 * r, 0.16 * b.h), (0.13 * r, 0.3 * b.h)]),
        stuff("light", "#fff0cf"),
    )


def air_conditioner(b: Draft) -> None:
    b.add("body", soft(b.w, b.h, b.d, r=0.3 * b.d))
    b.add("vent", box(b.w * 0.86, 0.1 * b.h, 0.05 * b.d, 0, 0.1 * b.h, b.d * 0.46), BLACK)
    b.add(
        "flap",
        box(b.w * 0.86, 0.02 * b.h, 0.2 * b.d).pitch(-20).move(0, 0.22 * b.h, b.d * 0.45),
        b.tone(0.9),
    )
    b.add("seam", box(b.w * 0.96, 0.012 * b.h, 0.02 * b.d, 0, 0.34 * b.h, b.d * 0.495), b.tone(0.7))
    b.add(
        "light",
        disc(0.01 * b.w, 0.03 * b.d, b.w * 0.4, 0.5 * b.h, b.d * 0.49, n=8),
        stuff("light", "#6fd08a"),
    )


def radiator(b: Draft) -> None:
    count = max(4, round(b.w / 0.085))
    step = b.w * 0.94 / count
    for i in range(count):
        x = (i + 0.5 - count / 2) * step
        b.add("ribs", soft(step * 0.78, b.h * 0.9, b.d, x, 0.1 * b.h, 0, 0.38 * step))
        if i in (0, count - 1):
            b.add("ribs", box(step * 0.6, 0.14 * b.h, b.d * 0.5, x))
    for y in (0.22, 0.86):
        b.add("pipes", rod((-b.w * 0.46, y * b.h, 0), (b.w * 0.46, y * b.h, 0), 0.03 * b.h))
    b.add("valve", rod((b.w * 0.44, 0.22 * b.h, 0), (b.w * 0.5, 0.22 * b.h, 0), 0.045 * b.h), BRASS)


def vacuum_cleaner(b: Draft) -> None:
    b.add("head", soft(b.w, 0.07 * b.h, 0.5 * b.d, 0, 0, b.d * 0.24, 0.025 * b.h), BLACK)
    lean = 14
    body = soft(0.62 * b.w, 0.46 * b.h, 0.5 * b.d, 0, 0, 0, 0.12 * b.w)
    b.add("body", body.pitch(-lean).move(0, 0.06 * b.h, 0.14 * b.d))
    bin_ = cylinder(0.22 * b.w, 0.24 * b.h, n=18).pitch(-lean)
    b.add("bin", bin_.move(0, 0.2 * b.h, 0.26 * b.d), stuff("glass", "#9fb6c4"))
    b.add("pole", rod((0, 0.48 * b.h, 0), (0, 0.88 * b.h, -0.3 * b.d), 0.05 * b.w), STEEL)
    grip = curve(
        [
            (0, 0.86 * b.h, -0.28 * b.d),
            (0, 0.99 * b.h, -0.3 * b.d),
            (0, 0.98 * b.h, -0.46 * b.d),
            (0, 0.86 * b.h, -0.44 * b.d),
        ]
    )
    b.add("handle", tube(grip, 0.06 * b.w, 8), BLACK)
    for s in (-1, 1):
        b.add(
            "wheels",
            cylinder(0.05 * b.h, 0.08 * b.w).roll(90).move(s * 0.32 * b.w, 0.05 * b.h, -0.02 * b.d),
            BLACK,
        )


MODELS: dict[str, Family] = {
    "washing machine": washing_machine,
    "fan": fan,
    "ceiling fan": ceiling_fan,
    "air conditioner": air_conditioner,
    "radiator": radiator,
    "vacuum cleaner": vacuum_cleaner,
}
