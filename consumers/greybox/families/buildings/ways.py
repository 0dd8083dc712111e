"""Bridges, roads and swimming pools."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import box, prism
from consumers.greybox.sweeps import Point, curve, tube


def bridge(b: Draft) -> None:
    """Spans along z, its arch open to both sides."""
    deck, rail = 0.52 * b.h, 0.36 * b.h
    half = b.d / 2
    hump = [
        (half * (1 - 2 * i / 16), deck + 0.12 * b.h * cos(pi / 2 * abs(1 - 2 * i / 16)))
        for i in range(17)
    ]
    under = [(0.32 * b.d * -cos(pi * i / 12), 0.46 * b.h * sin(pi * i / 12)) for i in range(13)]
    b.add("span", prism([*hump, (-half, 0), *under, (half, 0)], b.w * 0.96).yaw(-90))
    for s in (-1, 1):
        top = [(x, y + rail * 0.86) for x, y in hump]
        wall_side = prism([*top, *[(x, y) for x, y in hump[::-1]]], b.w * 0.08)
        b.add("parapets", wall_side.yaw(-90).move(s * b.w * 0.45), b.tone(0.9))
        line: list[Point] = [(s * b.w * 0.45, y + rail * 0.9, x) for x, y in hump]
        b.add("coping", tube(line, [(b.w * 0.05, rail * 0.12)] * len(line), 8), b.tone(1.12))
        for i in range(11):
            a = pi * (i + 0.5) / 11
            stone = box(0.02 * b.w, 0.12 * b.h, 0.055 * b.d)
            b.add(
                "voussoirs",
                stone.move(s * b.w * 0.485, 0.47 * b.h * sin(a) - 0.01, 0.335 * b.d * cos(a)),
                b.tone(0.82),
            )
        for z in (-1, 1):
            b.add(
                "posts",
                box(b.w * 0.13, b.h * 0.98, 0.045 * b.d, s * b.w * 0.435, 0, z * half * 0.955),
                b.tone(0.9),
            )
    road = [(x * 0.99, y + 0.02 * b.h) for x, y in hump]
    b.add(
        "paving",
        prism([*road, *[(x, y - 0.05 * b.h) for x, y in road[::-1]]], b.w * 0.82).yaw(-90),
        stuff("stone", "#7d766a"),
    )


def swimming_pool(b: Draft) -> None:
    rim = 0.09 * min(b.w, b.d)
    tile = stuff("stone", "#e6e0d2")
    for s in (-1, 1):
        b.add("rim", box(b.w, b.h * 0.5, rim, 0, 0, s * (b.d - rim) / 2), tile)
        b.add("rim", box(rim, b.h * 0.5, b.d - 2 * rim, s * (b.w - rim) / 2), tile)
    b.add("floor", box(b.w - rim, 0.06 * b.h, b.d - rim), stuff("ceramic", "#7fd0e6"))
    b.add("water", box(b.w - 1.9 * rim, 0.34 * b.h, b.d - 1.9 * rim, 0, 0.06 * b.h))
    for s in (-1, 1):
        x = b.w / 2 - rim * 1.6
        rail = curve(
            [
                (x - rim, 0.2 * b.h, s * 0.12 * rim * 6 * 0.6),
                (x - rim, 0.9 * b.h, s * 0.4 * rim),
                (x + rim * 0.3, 0.98 * b.h, s * 0.4 * rim),
                (x + rim * 0.9, 0.5 * b.h, s * 0.4 * rim),
            ],
            4,
        )
        b.add("ladder", tube(rail, 0.05 * rim, 8), stuff("chrome"))
    for i in range(2):
        x = (i - 0.5) * b.w * 0.3
        b.add(
            "lanes",
            box(0.03 * b.w, 0.02 * b.h, b.d * 0.8, x, 0.06 * b.h),
            stuff("ceramic", "#2f6fa8"),
        )


def road(b: Draft) -> None:
    curb = 0.05 * b.w
    b.add("asphalt", box(b.w - curb, b.h * 0.7, b.d, bevel=0.004))
    for s in (-1, 1):
        b.add(
            "kerbs",
            box(curb, b.h, b.d, s * (b.w - curb) / 2, bevel=0.01),
            stuff("concrete", "#b9b7b0"),
        )
        b.add(
            "lines",
            box(0.015 * b.w, b.h * 0.72, b.d * 0.998, s * b.w * 0.43, bevel=0.001),
            stuff("paint", "#f2f2ee"),
        )
    count = max(2, round(b.d / 3.4))
    for i in range(count):
        dash = box(
            0.02 * b.w,
            b.h * 0.72,
            b.d / count * 0.5,
            0,
            0,
            (i + 0.5 - count / 2) * b.d / count,
            bevel=0.001,
        )
        b.add("dashes", dash, stuff("paint", "#f2f2ee"))


MODELS: dict[str, Family] = {
    "bridge": bridge,
    "swimming pool": swimming_pool,
    "road": road,
}
