"""Televisions and computers, with keyboard and mouse."""

from __future__ import annotations

from math import cos, pi

import numpy as np

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, GREY, SCREEN
from consumers.greybox.mesh import Floats
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, disc, prism, ring, soft


def _screen(b: Draft, w: float, h: float, y: float, thick: float, z: float) -> None:
    """A flat screen that shows a calm picture, its lower edge at ``y``."""
    b.add("casing", soft(w, h, thick, 0, y, z, 0.35 * thick))
    edge = 0.025 * w
    b.add(
        "screen", box(w - 2 * edge, h - 2 * edge, thick * 0.2, 0, y + edge, z + thick * 0.5), SCREEN
    )
    front = z + thick * 0.6
    sky = box(
        w - 3 * edge,
        (h - 3 * edge) * 0.6,
        thick * 0.06,
        0,
        y + 1.5 * edge + (h - 3 * edge) * 0.4,
        front,
    )
    b.add("picture sky", sky, stuff("light", "#4f8fd0"))
    land = box(w - 3 * edge, (h - 3 * edge) * 0.41, thick * 0.06, 0, y + 1.5 * edge, front)
    b.add("picture land", land, stuff("light", "#4f8f5a"))
    b.add(
        "picture sun",
        disc(0.05 * w, thick * 0.1, 0.24 * w, y + 0.74 * h, front),
        stuff("light", "#ffe08a"),
    )


def tv(b: Draft) -> None:
    thick = min(0.3 * b.d, 0.07)
    foot = 0.09 * b.h
    _screen(b, b.w, b.h - foot, foot, thick, 0)
    for s in (-1, 1):
        leg = prism(
            [
                (-b.d / 2, 0),
                (b.d / 2, 0),
                (b.d / 2, 0.02 * b.h),
                (0.1 * b.d, foot * 1.3),
                (-0.1 * b.d, foot * 1.3),
                (-b.d / 2, 0.02 * b.h),
            ],
            0.02 * b.w,
        )
        b.add("feet", leg.yaw(-90).move(s * 0.32 * b.w), DARK_METAL)


def monitor(b: Draft) -> None:
    foot = 0.24 * b.h
    thick = 0.2 * b.d
    _screen(b, b.w, b.h - foot, foot, thick, 0.12 * b.d)
    b.add("stand", soft(0.46 * b.w, 0.03 * b.h, b.d, 0, 0, 0, 0.01 * b.h), GREY)
    b.add("stand", box(0.1 * b.w, 0.5 * b.h, 0.12 * b.d, 0, 0.02 * b.h, -0.12 * b.d), GREY)


def computer(b: Draft) -> None:
    """A screen with all of the machine in it, and its keyboard before it."""
    foot, thick, back = 0.22 * b.h, 0.07 * b.d, -0.34 * b.d
    _screen(b, b.w, b.h - foot, foot, thick, back)
    b.add("stand", soft(0.36 * b.w, 0.025 * b.h, 0.3 * b.d, 0, 0, back, 0.01 * b.h), GREY)
    b.add("stand", box(0.1 * b.w, 0.5 * b.h, 0.05 * b.d, 0, 0.02 * b.h, back - thick), GREY)
    front, high = b.d / 2 - 0.13 * b.d, 0.035 * b.h
    b.add("keyboard", soft(0.78 * b.w, high, 0.26 * b.d, 0, 0, front, 0.4 * high), GREY)
    for row in range(4):
        for k in range(12):
            x, z = (k - 5.5) * 0.06 * b.w, front + (row - 1.5) * 0.055 * b.d
            key = box(0.048 * b.w, 0.4 * high, 0.042 * b.d, x, 0.8 * high, z)
            b.add("keys", key, BLACK)


def computer_tower(b: Draft) -> None:
    b.add("case", box(b.w, b.h * 0.96, b.d * 0.98, 0, 0.04 * b.h, -0.01 * b.d))
    b.add("front", box(b.w * 0.9, b.h * 0.9, 0.03 * b.d, 0, 0.07 * b.h, b.d * 0.485), b.tone(0.7))
    for y in (0.84, 0.74):
        b.add("drives", box(b.w * 0.72, b.h * 0.07, 0.02 * b.d, 0, y * b.h, b.d * 0.495), GREY)
    b.add(
        "power",
        ring(0.07 * b.w, 0.012 * b.w, n=18).pitch(90).move(0, 0.64 * b.h, b.d * 0.5),
        stuff("light", "#6fd0f0"),
    )
    for i in range(6):
        b.add(
            "grille",
            box(b.w * 0.6, 0.02 * b.h, 0.02 * b.d, 0, (0.14 + 0.05 * i) * b.h, b.d * 0.5),
            BLACK,
        )
    for s in (-1, 1):
        b.add("feet", box(0.12 * b.w, 0.05 * b.h, b.d * 0.8, s * 0.36 * b.w), BLACK)
    b.add("window", box(0.02 * b.w, b.h * 0.7, b.d * 0.7, b.w * 0.495, 0.16 * b.h), SCREEN)


def laptop(b: Draft) -> None:
    base = 0.07 * b.h
    deep = 0.68 * b.d
    z = b.d / 2 - deep / 2
    b.add("base", soft(b.w, base, deep, 0, 0, z, 0.4 * base))
    b.add(
        "keys bed",
        box(b.w * 0.88, base * 0.2, deep * 0.5, 0, base * 0.86, z - deep * 0.14),
        b.tone(0.7),
    )
    for row in range(5):
        for k in range(12):
            key = box(
                b.w * 0.058,
                base * 0.3,
                deep * 0.075,
                (k - 5.5) * b.w * 0.071,
                base * 0.9,
                z - deep * (0.34 - 0.1 * row),
            )
            b.add("keys", key, BLACK)
    b.add(
        "touchpad",
        box(b.w * 0.32, base * 0.2, deep * 0.22, 0, base * 0.88, z + deep * 0.3),
        b.tone(0.85),
    )
    lean = 18
    tall = (b.h - base * 0.6) / cos(lean * pi / 180)
    hinge = z - deep / 2
    b.add("lid", soft(b.w, tall, base * 0.5, r=0.2 * base).pitch(-lean).move(0, base * 0.6, hinge))
    b.add(
        "screen",
        box(b.w * 0.93, tall * 0.88, base * 0.2, 0, tall * 0.07, base * 0.25)
        .pitch(-lean)
        .move(0, base * 0.6, hinge),
        SCREEN,
    )
    for y, w, x, color in (
        (0.16, 0.5, -0.14, "#4f8fd0"),
        (0.3, 0.3, 0.24, "#5fb08a"),
        (0.52, 0.3, 0.24, "#e0a04a"),
        (0.4, 0.5, -0.14, "#3f5f7a"),
    ):
        pane = box(
            b.w * w,
            tall * (0.2 if w < 0.4 else 0.44 if y > 0.3 else 0.2),
            base * 0.06,
            x * b.w,
            tall * y,
            base * 0.37,
        )
        b.add(
            f"windows {color}", pane.pitch(-lean).move(0, base * 0.6, hinge), stuff("light", color)
        )


def keyboard(b: Draft) -> None:
    b.add(
        "board",
        prism(
            [(-b.d / 2, 0), (b.d / 2, 0), (b.d / 2, 0.4 * b.h), (-b.d / 2, 0.66 * b.h)],
            b.w,
            0.1 * b.h,
        )
        .yaw(-90)
        .yaw(180),
    )
    for row in range(5):
        z = (row - 2) * 0.17 * b.d
        low = (0.52 + 0.26 * (-z / b.d)) * b.h
        for k in range(15):
            wide = row == 4 and 4 <= k <= 9
            if wide and k != 6:
                continue
            key = box(
                b.w * (0.34 if wide else 0.052),
                0.38 * b.h,
                0.14 * b.d,
                (k - 7) * 0.063 * b.w - (0 if not wide else -0.03 * b.w),
                low * 0.9,
                z,
                bevel=0.06 * b.h,
            )
            b.add("keys", key, b.tone(1.18) if row else b.tone(1.3))


def computer_mouse(b: Draft) -> None:
    b.add("body", ball(b.w / 2, b.h, b.d / 2, 0, 0, 0, detail=3).warp(_above))
    b.add("wheel", axle(0.16 * b.h, 0.1 * b.w, 0, 0.84 * b.h, 0.2 * b.d, 12), GREY)
    b.add("seam", ball(0.502 * b.w, 0.03 * b.h, 0.502 * b.d, 0, 0.3 * b.h, 0), b.tone(0.6))


def _above(v: Floats) -> Floats:
    """Keep the upper half of a ball, its underside flat."""
    v[:, 1] = np.where(v[:, 1] < 0.0, v[:, 1] * 0.02, v[:, 1])
    return v


MODELS: dict[str, Family] = {
    "tv": tv,
    "monitor": monitor,
    "computer": computer,
    "computer tower": computer_tower,
    "laptop": laptop,
    "keyboard": keyboard,
    "computer mouse": computer_mouse,
}
