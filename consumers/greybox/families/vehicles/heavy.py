"""Trucks and buses."""

from __future__ import annotations

import numpy as np

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, STEEL
from consumers.greybox.families.vehicles.car_body import LIGHT, PANE, RED, WHITE, wheel
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import box, cylinder, prism, rod, soft


def _cab(b: Draft, front: float, long: float, low: float, high: float) -> None:
    """A truck's cab: its front at ``front``, from ``low`` to ``high``."""
    tall = high - low
    side = [
        (front - long, low),
        (front, low),
        (front, low + 0.5 * tall),
        (front - 0.14 * long, high),
        (front - long, high),
    ]
    b.add("cab", prism(side, b.w * 0.94, 0.04 * b.w).yaw(-90))
    pane = box(b.w * 0.8, 0.34 * tall, 0.02 * b.d).pitch(
        -57.3 * np.arctan(0.14 * long / (0.5 * tall))
    )
    b.add("windows", pane.move(0, low + 0.56 * tall, front - 0.03 * long), PANE)
    b.add(
        "windows",
        box(b.w * 0.955, 0.32 * tall, 0.5 * long, 0, low + 0.54 * tall, front - 0.48 * long),
        PANE,
    )
    for s in (-1, 1):
        b.add(
            "headlights",
            soft(
                0.14 * b.w, 0.08 * tall, 0.02 * b.d, s * 0.36 * b.w, low + 0.12 * tall, front, 0.02
            ),
            LIGHT,
        )
        b.add(
            "mirrors",
            box(
                0.04 * b.w,
                0.2 * tall,
                0.03 * long,
                s * 0.49 * b.w,
                low + 0.5 * tall,
                front - 0.06 * long,
            ),
            BLACK,
        )
    b.add("grille", box(0.5 * b.w, 0.2 * tall, 0.02 * b.d, 0, low + 0.14 * tall, front), DARK_METAL)
    b.add(
        "bumper",
        box(b.w * 0.94, 0.1 * tall, 0.04 * b.d, 0, low - 0.04 * tall, front - 0.01 * b.d),
        DARK_METAL,
    )


def truck(b: Draft) -> None:
    r = 0.15 * b.h
    b.add("chassis", box(0.5 * b.w, 0.07 * b.h, b.d * 0.94, 0, 0.18 * b.h), DARK_METAL)
    _cab(b, b.d * 0.49, 0.24 * b.d, 0.16 * b.h, 0.78 * b.h)
    b.add(
        "box",
        box(b.w * 0.98, 0.76 * b.h, 0.7 * b.d, 0, 0.24 * b.h, -0.145 * b.d),
        stuff("paint", "#f2f2ee"),
    )
    for i in range(12):
        b.add(
            "ribs",
            box(b.w, 0.7 * b.h, 0.01 * b.d, 0, 0.27 * b.h, (-0.46 + 0.058 * i) * b.d),
            stuff("metal", "#c9ced2"),
        )
    for s in (-1, 1):
        b.add(
            "tail lights",
            box(0.12 * b.w, 0.04 * b.h, 0.01 * b.d, s * 0.36 * b.w, 0.2 * b.h, -0.48 * b.d),
            RED,
        )
    for z in (0.35, -0.2, -0.34):
        wheel(b, b.w * 0.41, z * b.d, r, 0.15 * b.w)


def fire_truck(b: Draft) -> None:
    r = 0.16 * b.h
    _cab(b, b.d * 0.49, 0.26 * b.d, 0.16 * b.h, 0.82 * b.h)
    b.add("body", box(b.w * 0.96, 0.58 * b.h, 0.7 * b.d, 0, 0.18 * b.h, -0.13 * b.d))
    b.add("stripe", box(b.w * 0.975, 0.05 * b.h, 0.96 * b.d, 0, 0.36 * b.h, -0.005 * b.d), WHITE)
    for i in range(3):
        shutter = box(b.w * 0.985, 0.24 * b.h, 0.17 * b.d, 0, 0.45 * b.h, (-0.36 + 0.21 * i) * b.d)
        b.add("shutters", shutter, STEEL)
    for s in (-1, 1):
        x = s * 0.2 * b.w
        b.add(
            "ladder",
            rod((x, 0.84 * b.h, -0.48 * b.d), (x, 0.96 * b.h, 0.42 * b.d), 0.03 * b.w, n=6),
            STEEL,
        )
        b.add(
            "beacons",
            soft(0.22 * b.w, 0.07 * b.h, 0.04 * b.d, s * 0.3 * b.w, 0.82 * b.h, 0.36 * b.d, 0.02),
            stuff("light", "#2f5fe8"),
        )
    for i in range(12):
        t = (i + 0.5) / 12
        b.add(
            "ladder",
            rod(
                (-0.2 * b.w, (0.84 + 0.12 * t) * b.h, (-0.48 + 0.9 * t) * b.d),
                (0.2 * b.w, (0.84 + 0.12 * t) * b.h, (-0.48 + 0.9 * t) * b.d),
                0.02 * b.w,
                n=5,
            ),
            STEEL,
        )
    b.add("turntable", cylinder(0.3 * b.w, 0.09 * b.h, 0, 0.76 * b.h, -0.38 * b.d), DARK_METAL)
    for z in (0.3, -0.3):
        wheel(b, b.w * 0.41, z * b.d, r, 0.15 * b.w)


def bus(b: Draft) -> None:
    r = 0.15 * b.h
    b.add("body", soft(b.w * 0.97, 0.84 * b.h, b.d, 0, 0.13 * b.h, 0, 0.09 * b.w))
    b.add("skirt", box(b.w * 0.98, 0.04 * b.h, b.d * 0.96, 0, 0.38 * b.h), BLACK)
    count = 7
    for i in range(count):
        z = (i + 0.5 - count / 2) * 0.8 * b.d / count - 0.06 * b.d
        b.add(
            "windows",
            box(b.w * 0.985, 0.26 * b.h, 0.8 * b.d / count * 0.84, 0, 0.54 * b.h, z),
            PANE,
        )
    b.add(
        "windows", soft(b.w * 0.84, 0.36 * b.h, 0.03 * b.d, 0, 0.48 * b.h, 0.49 * b.d, 0.05), PANE
    )
    b.add("windows", box(b.w * 0.6, 0.24 * b.h, 0.02 * b.d, 0, 0.56 * b.h, -0.495 * b.d), PANE)
    b.add("door", box(0.02 * b.w, 0.6 * b.h, 0.1 * b.d, 0.485 * b.w, 0.17 * b.h, 0.41 * b.d), PANE)
    b.add(
        "sign",
        box(0.6 * b.w, 0.07 * b.h, 0.02 * b.d, 0, 0.87 * b.h, 0.492 * b.d),
        stuff("light", "#f2b92a"),
    )
    b.add(
        "roof units",
        soft(0.5 * b.w, 0.05 * b.h, 0.24 * b.d, 0, 0.955 * b.h, -0.2 * b.d, 0.02 * b.h),
        WHITE,
    )
    for s in (-1, 1):
        b.add(
            "headlights",
            soft(0.16 * b.w, 0.06 * b.h, 0.02 * b.d, s * 0.34 * b.w, 0.24 * b.h, 0.492 * b.d, 0.02),
            LIGHT,
        )
        b.add(
            "tail lights",
            soft(0.1 * b.w, 0.1 * b.h, 0.01 * b.d, s * 0.38 * b.w, 0.28 * b.h, -0.496 * b.d, 0.02),
            RED,
        )
    b.add("bumper", box(b.w * 0.9, 0.06 * b.h, 0.02 * b.d, 0, 0.14 * b.h, 0.495 * b.d), BLACK)
    for z in (0.28, -0.28):
        wheel(b, b.w * 0.42, z * b.d, r, 0.14 * b.w)


MODELS: dict[str, Family] = {
    "truck": truck,
    "fire truck": fire_truck,
    "bus": bus,
}
