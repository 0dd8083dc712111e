"""Barns, sheds, garages, greenhouses and gazebos."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.buildings.fittings import (
    PANE,
    SLATE,
    TRIM,
    door,
    gable,
    gable_roof,
    window,
)
from consumers.greybox.families.furniture.joinery import DARK_METAL, WHITE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import blob, box, cylinder, prism, rod
from consumers.greybox.sweeps import lathe


def barn(b: Draft) -> None:
    w, d, wall = b.w * 0.92, b.d * 0.94, 0.5 * b.h
    b.add("walls", box(w, wall, d))
    top = [
        (w / 2, 0),
        (w * 0.34, 0.32 * b.h),
        (0, 0.47 * b.h),
        (-w * 0.34, 0.32 * b.h),
        (-w / 2, 0),
    ]
    b.add("walls", prism(top, d * 0.995).move(0, wall * 0.995))
    t = 0.03 * b.w
    for s in (-1, 1):
        for (x0, y0), (x1, y1) in ((top[0], top[1]), (top[1], top[2])):
            dx, dy = (x1 - x0) * 0.08, (y1 - y0) * 0.08
            strip = [
                (x0 - dx, y0 - dy),
                (x0 - dx + t, y0 - dy + t * 0.5),
                (x1 + t * 0.4, y1 + t),
                (x1, y1),
            ]
            b.add(
                "roof",
                prism([(s * px, py + wall) for px, py in strip], b.d),
                stuff("metal", "#6b7278"),
            )
    z = d / 2
    b.add("door", box(0.36 * w, 0.4 * b.h, 0.02 * d, 0, 0, z), b.tone(0.8))
    _cross(b, 0.36 * w, 0.4 * b.h, 0, 0, z + 0.012 * d)
    b.add("loft", box(0.18 * w, 0.17 * b.h, 0.02 * d, 0, 0.58 * b.h, z), b.tone(0.7))
    _cross(b, 0.18 * w, 0.17 * b.h, 0, 0.58 * b.h, z + 0.012 * d)
    for x in (-0.34, 0.34):
        window(b, x * w, 0.18 * b.h, z, 0.12 * w, 0.14 * b.h)
    for yaw in (90, -90):
        for x in (-0.3, 0, 0.3):
            window(b, x * d, 0.18 * b.h, w / 2, 0.12 * w, 0.14 * b.h, yaw)


def _cross(b: Draft, w: float, h: float, x: float, y: float, z: float) -> None:
    t = 0.07 * w
    b.add("trim", box(w, t, t * 0.6, x, y, z) + box(w, t, t * 0.6, x, y + h - t, z), WHITE)
    b.add(
        "trim",
        box(t, h, t * 0.6, x - w / 2 + t / 2, y, z) + box(t, h, t * 0.6, x + w / 2 - t / 2, y, z),
        WHITE,
    )
    for s in (-1, 1):
        b.add(
            "trim",
            rod(
                (x - s * w * 0.46, y + t * 0.6, z),
                (x + s * w * 0.46, y + h - t * 0.6, z),
                t * 0.4,
                n=4,
            ),
            WHITE,
        )


def shed(b: Draft) -> None:
    w, d, wall = b.w * 0.88, b.d * 0.88, 0.66 * b.h
    count = 12
    b.add("walls", box(w, wall, d))
    for i in range(count):
        x = (i + 0.5 - count / 2) * w / count
        for s in (-1, 1):
            b.add("boards", box(w / count * 0.86, wall, 0.02 * d, x, 0, s * d / 2))
            b.add("boards", box(0.02 * w, wall, d / count * 0.86, s * w / 2, 0, x * d / w))
    tall = 0.9 * b.h - wall
    b.add("walls", gable(w, tall, d * 0.99).move(0, wall * 0.995))
    gable_roof(b, w, d, wall, tall, 0.05 * b.w, stuff("asphalt", "#4a4f55"), 5)
    door(b, -0.16 * w, 0.02 * b.h, d / 2 + 0.01 * d, 0.3 * w, 0.56 * b.h, b.tone(0.7))
    window(b, 0.26 * w, 0.3 * b.h, d / 2 + 0.01 * d, 0.26 * w, 0.22 * b.h)


def garage(b: Draft) -> None:
    w, d, wall = b.w * 0.92, b.d * 0.93, 0.74 * b.h
    b.add("walls", box(w, wall, d))
    b.add("walls", gable(w, 0.2 * b.h, d * 0.99).move(0, wall * 0.995))
    gable_roof(b, w, d, wall, 0.2 * b.h, 0.04 * b.w, SLATE, 5)
    rows = 5
    b.add("frame", box(0.8 * w, 0.64 * b.h, 0.03 * d, 0, 0, d / 2), TRIM)
    for i in range(rows):
        for k in range(4):
            panel = box(
                0.18 * w,
                0.1 * b.h,
                0.05 * d,
                (k - 1.5) * 0.185 * w,
                (0.015 + 0.12 * i) * b.h,
                d / 2,
            )
            b.add(
                "windows" if i == rows - 1 else "door",
                panel,
                PANE if i == rows - 1 else stuff("metal", "#d8dade"),
            )
    b.add("handle", box(0.1 * w, 0.015 * b.h, 0.07 * d, 0, 0.1 * b.h, d / 2), DARK_METAL)


def greenhouse(b: Draft) -> None:
    w, d, wall, t = b.w * 0.98, b.d * 0.98, 0.6 * b.h, 0.02 * b.w
    b.add("base", box(b.w, 0.12 * b.h, b.d), stuff("brick"))
    b.add(
        "beds",
        box(w * 0.34, 0.2 * b.h, d * 0.9, -w * 0.29, 0)
        + box(w * 0.34, 0.2 * b.h, d * 0.9, w * 0.29, 0),
        stuff("dirt"),
    )
    for i in range(10):
        s = 1 if i % 2 else -1
        b.add(
            "plants",
            blob(
                b.rng,
                0.12 * w,
                0.14 * b.h,
                0.12 * w,
                s * 0.29 * w,
                0.28 * b.h,
                (i // 2 - 2) * d * 0.18,
                0.25,
                1,
                4,
            ),
            stuff("plant"),
            40,
        )
    panes = box(w * 0.97, wall - 0.1 * b.h, d * 0.97, 0, 0.1 * b.h, bevel=0.005)
    b.add(
        "glass",
        panes + prism([(-w * 0.485, 0), (w * 0.485, 0), (0, 0.38 * b.h)], d * 0.97).move(0, wall),
    )
    for i in range(7):
        z = (i / 6 - 0.5) * d * 0.98
        for s in (-1, 1):
            b.add("frame", box(t, wall, t, s * w * 0.49, 0, z), WHITE)
            b.add("frame", rod((s * w * 0.49, wall, z), (0, b.h * 0.985, z), t * 0.6, n=5), WHITE)
    for x, y in ((-0.49, wall), (0.49, wall), (0, b.h * 0.985)):
        b.add("frame", rod((x * w, y, -d * 0.5), (x * w, y, d * 0.5), t * 0.7, n=5), WHITE)
    b.add("frame", box(0.24 * w, wall * 0.94, t, 0, 0, d * 0.49), WHITE)
    b.add("door glass", box(0.19 * w, wall * 0.7, t * 1.5, 0, 0.14 * b.h, d * 0.492), b.main)


def gazebo(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    b.add(
        "floor",
        lathe([(0.94 * r, 0), (0.94 * r, 0.06 * b.h)], n=8).yaw(22.5),
        stuff("wood", "#a9784a"),
        20,
    )
    for i in range(8):
        a = (i + 0.5) * pi / 4
        x, z = 0.84 * r * sin(a), 0.84 * r * cos(a)
        b.add("posts", cylinder(0.035 * r, 0.62 * b.h, x, 0.05 * b.h, z, n=8))
        if i == 7:
            continue
        a2 = (i + 1.5) * pi / 4
        x2, z2 = 0.84 * r * sin(a2), 0.84 * r * cos(a2)
        for y in (0.14, 0.32):
            b.add("rails", rod((x, y * b.h, z), (x2, y * b.h, z2), 0.022 * r, n=6))
        for k in range(1, 6):
            t = k / 6
            b.add(
                "balusters",
                cylinder(
                    0.013 * r, 0.18 * b.h, x + (x2 - x) * t, 0.14 * b.h, z + (z2 - z) * t, n=5
                ),
            )
    b.add(
        "beam",
        lathe(
            [
                (0.8 * r, 0.64 * b.h),
                (0.92 * r, 0.64 * b.h),
                (0.92 * r, 0.69 * b.h),
                (0.8 * r, 0.69 * b.h),
            ],
            n=8,
        ).yaw(22.5),
        None,
        20,
    )
    b.add(
        "roof",
        lathe(
            [(r, 0.68 * b.h), (r, 0.7 * b.h), (0.5 * r, 0.86 * b.h), (0.06 * r, 0.95 * b.h)], n=8
        ).yaw(22.5),
        SLATE,
        15,
    )
    b.add("finial", lathe([(0.04 * r, 0.94 * b.h), (0.06 * r, 0.965 * b.h), (0, b.h)], n=12))


MODELS: dict[str, Family] = {
    "barn": barn,
    "shed": shed,
    "garage": garage,
    "greenhouse": greenhouse,
    "gazebo": gazebo,
}
