"""Cans, bottles and boxes of metal: paint, milk, gas; cameras and meters on posts."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, hoop, lathe, tube


def paint_can(b: Draft) -> None:
    """An open can full of paint, with a bail, a label and a run of paint over its rim."""
    r = 0.46 * min(b.w, b.d)
    color = stuff("paint", "#3a8fd0") if b.main.metallic > 0.5 else stuff("paint", b.main.color)
    side = [(1.0, 0), (1.0, 0.86), (1.04, 0.88), (1.04, 0.93), (0.9, 0.93), (0.9, 0.82), (0, 0.8)]
    b.add("can", lathe([(r * x, b.h * y) for x, y in side], n=32), stuff("steel"))
    b.add("label", cylinder(1.012 * r, 0.58 * b.h, 0, 0.14 * b.h, n=32), color)
    b.add(
        "label band", cylinder(1.02 * r, 0.2 * b.h, 0, 0.34 * b.h, n=32), stuff("paper", "#f2f0ea")
    )
    b.add("paint", cylinder(0.91 * r, 0.05 * b.h, 0, 0.83 * b.h, n=32), color)
    for a, tall in ((0.5, 0.3), (0.72, 0.16), (0.3, 0.12)):
        x, z = 1.04 * r * sin(a), 1.04 * r * cos(a)
        b.add(
            "paint", rod((x, 0.93 * b.h, z), (x, (0.93 - tall) * b.h, z), 0.05 * r, 0.06 * r), color
        )
    line = [
        (1.06 * r * cos(t), 0.76 * b.h + 0.2 * b.h * sin(t), -0.4 * r * sin(t))
        for t in (pi * i / 14 for i in range(15))
    ]
    b.add("bail", tube(line, 0.025 * r, 6), STEEL)
    b.add("ears", disc(0.08 * r, 2.2 * r, 0, 0, 0, 12).yaw(90).move(0, 0.76 * b.h), STEEL)


def milk_can(b: Draft) -> None:
    """A churn: broad shoulders, a neck with a mushroom lid, two handles."""
    r = 0.46 * min(b.w, b.d)
    side = [(0.94, 0), (1, 0.03), (1, 0.56), (0.96, 0.64), (0.64, 0.76), (0.6, 0.86), (0.72, 0.9)]
    b.add("can", lathe([(r * x, b.h * y) for x, y in side], n=32))
    for y in (0.04, 0.56):
        b.add("bands", ring(r, 0.03 * r, 0, y * b.h, 0, 32), b.tone(0.8))
    lid = [
        (0.76, 0.89),
        (0.8, 0.91),
        (0.74, 0.94),
        (0.3, 0.965),
        (0.12, 0.97),
        (0.16, 1.0),
        (0, 1.0),
    ]
    b.add("lid", lathe([(r * x, b.h * y) for x, y in lid], n=32), b.tone(1.1))
    for s in (-1, 1):
        grip = curve(
            [
                (s * 0.62 * r, 0.84 * b.h, 0),
                (s * 1.0 * r, 0.82 * b.h, 0),
                (s * 0.92 * r, 0.66 * b.h, 0),
            ],
            5,
        )
        b.add("handles", tube(grip, 0.05 * r, 8), b.tone(0.8))


def gas_tank(b: Draft) -> None:
    """A steel bottle on a foot ring, with a collar around its valve."""
    r = 0.48 * min(b.w, b.d)
    b.add("foot", cylinder(0.8 * r, 0.06 * b.h, n=28), b.tone(0.7))
    side = [
        (0.7, 0.04),
        (0.94, 0.08),
        (1, 0.14),
        (1, 0.62),
        (0.9, 0.72),
        (0.6, 0.79),
        (0.2, 0.82),
        (0, 0.82),
    ]
    b.add("bottle", lathe([(r * x, b.h * y) for x, y in side], n=32))
    b.add("seam", ring(r, 0.02 * r, 0, 0.38 * b.h, 0, 32), b.tone(0.85))
    wall = [(0.56, 0.76), (0.6, 0.76), (0.6, 0.98), (0.56, 0.98)]
    b.add("collar", hoop([(r * x, b.h * y) for x, y in wall], 28), b.tone(0.9))
    b.add("valve", cylinder(0.12 * r, 0.14 * b.h, 0, 0.81 * b.h, n=14), stuff("brass"))
    b.add("valve", disc(0.1 * r, 0.5 * r, 0, 0.88 * b.h, 0.1 * r, 12), stuff("brass"))
    b.add("knob", cylinder(0.24 * r, 0.04 * b.h, 0, 0.94 * b.h, n=12), stuff("plastic", "#c8322f"))
    b.add(
        "sign",
        prism([(-0.16 * r, 0), (0.16 * r, 0), (0, 0.28 * r)], 0.06 * r).move(
            0, 0.44 * b.h, 0.99 * r
        ),
        stuff("paint", "#f2cd2c"),
    )


def security_camera(b: Draft) -> None:
    """A housing with a hood and a lens, on an arm from a wall plate behind."""
    b.add("plate", disc(0.36 * b.w, 0.08 * b.d, 0, 0.36 * b.w, -0.46 * b.d, 24), b.tone(0.9))
    arm = curve(
        [(0, 0.3 * b.h, -0.44 * b.d), (0, 0.28 * b.h, -0.24 * b.d), (0, 0.5 * b.h, -0.12 * b.d)], 5
    )
    b.add("arm", tube(arm, 0.08 * b.w, 10), b.tone(0.85))
    b.add("joint", ball(0.13 * b.w, x=0, y=0.52 * b.h, z=-0.12 * b.d), b.tone(0.8))
    body = soft(0.62 * b.w, 0.34 * b.h, 0.62 * b.d, 0, 0.54 * b.h, 0.06 * b.d, 0.06 * b.h)
    b.add("housing", body)
    b.add("hood", soft(0.76 * b.w, 0.07 * b.h, 0.78 * b.d, 0, 0.9 * b.h, 0.1 * b.d, 0.03 * b.h))
    b.add("face", box(0.52 * b.w, 0.26 * b.h, 0.02 * b.d, 0, 0.58 * b.h, 0.37 * b.d), BLACK)
    b.add(
        "lens",
        disc(0.13 * b.w, 0.06 * b.d, 0, 0.72 * b.h, 0.38 * b.d, 20),
        stuff("glass", "#1b2a3a"),
    )
    b.add(
        "rim", ring(0.14 * b.w, 0.018 * b.w, n=22).pitch(90).move(0, 0.72 * b.h, 0.405 * b.d), STEEL
    )
    b.add(
        "light",
        ball(0.03 * b.w, x=0.19 * b.w, y=0.62 * b.h, z=0.38 * b.d, detail=1),
        stuff("light", "#ff3a2a"),
    )


def parking_meter(b: Draft) -> None:
    """A post with a domed head: a dial's window, a slot and a lever."""
    r = 0.46 * min(b.w, b.d)
    b.add("foot", cylinder(r, 0.03 * b.h, n=20), DARK_METAL)
    b.add("post", cylinder(0.24 * r, 0.68 * b.h, 0, 0.02 * b.h, n=16))
    a = [pi * i / 16 for i in range(17)]
    head = [
        (0.78 * r, 0.66 * b.h),
        *[(r * cos(t), 0.86 * b.h + 0.14 * b.h * sin(t)) for t in a],
        (-0.78 * r, 0.66 * b.h),
    ]
    b.add("head", prism(head, 1.1 * r, 0.12 * r))
    glass = [(0.66 * r * cos(t), 0.86 * b.h + 0.085 * b.h * sin(t)) for t in a]
    b.add("window", prism(glass, 1.16 * r), stuff("paper", "#eef0ea"))
    b.add(
        "needle",
        box(0.05 * r, 0.07 * b.h, 0.02 * r, 0.1 * r, 0.862 * b.h, 0.59 * r),
        stuff("paint", "#c8322f"),
    )
    b.add("slot", box(0.5 * r, 0.045 * b.h, 0.06 * r, 0, 0.79 * b.h, 0.55 * r), DARK_METAL)
    b.add("slot", box(0.06 * r, 0.035 * b.h, 0.08 * r, 0, 0.795 * b.h, 0.56 * r), BLACK)
    b.add("lever", disc(0.16 * r, 0.16 * r, 0, 0.725 * b.h, 0.6 * r, 16), stuff("chrome"))
    b.add("lever", box(0.4 * r, 0.015 * b.h, 0.06 * r, 0, 0.718 * b.h, 0.68 * r), stuff("chrome"))


MODELS: dict[str, Family] = {
    "paint can": paint_can,
    "milk can": milk_can,
    "tank of gas": gas_tank,
    "security camera": security_camera,
    "parking meter": parking_meter,
}
