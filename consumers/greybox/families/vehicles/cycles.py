"""Bicycles and motorcycles."""

from __future__ import annotations

from math import cos, sin

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, STEEL
from consumers.greybox.families.vehicles.cycle_parts import TIRE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, ring, rod, soft
from consumers.greybox.sweeps import Point, curve, tube

LEATHER = stuff("leather", "#2b211c")


CHROME = stuff("chrome")


def bicycle(b: Draft) -> None:
    r, t = 0.305 * b.h, 0.018 * b.h
    front, rear = 0.5 * b.d - r - t, -0.5 * b.d + r + t
    for z in (front, rear):
        b.add("tires", ring(r, t, n=30).roll(90).move(0, r + t, z), TIRE)
        b.add("rims", ring(r * 0.92, t * 0.45, n=26).roll(90).move(0, r + t, z), STEEL)
        b.add("hubs", axle(t * 1.4, 0.12 * b.w, 0, r + t, z, 10), STEEL)
        for i in range(6):
            b.add(
                "spokes",
                rod((0, -r * 0.92, 0), (0, r * 0.92, 0), t * 0.14, n=4)
                .pitch(30 * i)
                .move(0, r + t, z),
                STEEL,
            )
    y = r + t
    crank: Point = (0, y * 0.92, -0.06 * b.d)
    seat: Point = (0, 0.8 * b.h, -0.16 * b.d)
    head: Point = (0, 0.82 * b.h, front - 0.14 * b.d)
    low: Point = (0, 0.7 * b.h, front - 0.115 * b.d)
    k = t * 1.05
    for p, q in ((crank, seat), (seat, head), (crank, low), (head, low)):
        b.add("frame", rod(p, q, k))
    for s in (-1, 1):
        x = s * 0.05 * b.w
        b.add("frame", rod((x, y, rear), (0, seat[1] * 0.97, seat[2]), k * 0.6, n=8))
        b.add("frame", rod((x, y, rear), (0, crank[1], crank[2]), k * 0.6, n=8))
        b.add("fork", rod((x, y, front), (0, low[1], low[2]), k * 0.7, n=8), STEEL)
    b.add("stem", rod((0, head[1], head[2]), (0, 0.96 * b.h, head[2] - 0.02 * b.d), k * 0.8), STEEL)
    bars = curve(
        [
            (-b.w / 2, 0.93 * b.h, head[2] - 0.09 * b.d),
            (-b.w * 0.34, 0.955 * b.h, head[2] + 0.01 * b.d),
            (0, 0.96 * b.h, head[2]),
            (b.w * 0.34, 0.955 * b.h, head[2] + 0.01 * b.d),
            (b.w / 2, 0.93 * b.h, head[2] - 0.09 * b.d),
        ],
        3,
    )
    b.add("stem", tube(bars, k * 0.65, 8), STEEL)
    _bicycle_controls(b, crank, head, k, seat)


def _bicycle_controls(b: Draft, crank: Point, head: Point, k: float, seat: Point) -> None:
    for s in (-1, 1):
        b.add(
            "grips",
            rod(
                (s * b.w * 0.44, 0.938 * b.h, head[2] - 0.055 * b.d),
                (s * b.w * 0.5, 0.93 * b.h, head[2] - 0.09 * b.d),
                k,
            ),
            LEATHER,
        )
    b.add("stem", rod(seat, (0, 0.89 * b.h, -0.18 * b.d), k * 0.7), STEEL)
    saddle = tube(
        curve(
            [
                (0, 0.9 * b.h, -0.25 * b.d),
                (0, 0.9 * b.h, -0.17 * b.d),
                (0, 0.905 * b.h, -0.1 * b.d),
            ],
            3,
        ),
        [
            (0.09 * b.w, 0.022 * b.h),
            (0.12 * b.w, 0.026 * b.h),
            (0.11 * b.w, 0.026 * b.h),
            (0.08 * b.w, 0.024 * b.h),
            (0.05 * b.w, 0.02 * b.h),
            (0.035 * b.w, 0.018 * b.h),
            (0.03 * b.w, 0.016 * b.h),
        ],
        10,
    )
    b.add("saddle", saddle, LEATHER)
    b.add("chainring", axle(0.07 * b.h, 0.02 * b.w, 0.05 * b.w, crank[1], crank[2], 18), DARK_METAL)
    for s in (-1, 1):
        end: Point = (s * 0.12 * b.w, crank[1] - s * 0.13 * b.h, crank[2] + s * 0.03 * b.d)
        b.add("cranks", rod((s * 0.08 * b.w, crank[1], crank[2]), end, k * 0.5, n=6), STEEL)
        b.add(
            "pedals",
            box(0.14 * b.w, 0.018 * b.h, 0.05 * b.d, end[0] + s * 0.08 * b.w, end[1], end[2]),
            BLACK,
        )


def motorcycle(b: Draft) -> None:
    r = 0.27 * b.h
    front, rear = 0.5 * b.d - r, -0.5 * b.d + r
    for z in (front, rear):
        b.add("tires", ring(r * 0.8, r * 0.2, n=26).roll(90).scale(1.2, 1, 1).move(0, r, z), TIRE)
        b.add("rims", axle(r * 0.56, 0.1 * b.w, 0, r, z, 18), STEEL)
        b.add("discs", axle(r * 0.3, 0.16 * b.w, 0, r, z, 14), DARK_METAL)
    tank = tube(
        curve(
            [
                (0, 0.68 * b.h, -0.06 * b.d),
                (0, 0.74 * b.h, 0.06 * b.d),
                (0, 0.74 * b.h, 0.18 * b.d),
            ],
            3,
        ),
        [
            (0.1 * b.w, 0.06 * b.h),
            (0.13 * b.w, 0.09 * b.h),
            (0.16 * b.w, 0.11 * b.h),
            (0.18 * b.w, 0.12 * b.h),
            (0.18 * b.w, 0.12 * b.h),
            (0.16 * b.w, 0.1 * b.h),
            (0.12 * b.w, 0.07 * b.h),
        ],
        14,
    )
    b.add("tank", tank)
    seat = tube(
        curve(
            [
                (0, 0.72 * b.h, -0.4 * b.d),
                (0, 0.68 * b.h, -0.2 * b.d),
                (0, 0.68 * b.h, -0.02 * b.d),
            ],
            3,
        ),
        [
            (0.1 * b.w, 0.03 * b.h),
            (0.15 * b.w, 0.045 * b.h),
            (0.17 * b.w, 0.05 * b.h),
            (0.18 * b.w, 0.055 * b.h),
            (0.17 * b.w, 0.05 * b.h),
            (0.14 * b.w, 0.045 * b.h),
            (0.1 * b.w, 0.04 * b.h),
        ],
        12,
    )
    b.add("seat", seat, LEATHER)
    _motorcycle_frame(b, front, r, rear)


def _motorcycle_frame(b: Draft, front: float, r: float, rear: float) -> None:
    b.add(
        "engine",
        soft(0.34 * b.w, 0.24 * b.h, 0.24 * b.d, 0, 0.28 * b.h, 0.02 * b.d, 0.03 * b.h),
        DARK_METAL,
    )
    for i in range(5):
        b.add(
            "cooling ribs",
            box(0.36 * b.w, 0.012 * b.h, 0.17 * b.d, 0, (0.5 + 0.025 * i) * b.h, 0.05 * b.d),
            STEEL,
        )
    b.add(
        "frame",
        rod((0, 0.32 * b.h, 0.12 * b.d), (0, 0.8 * b.h, 0.24 * b.d), 0.04 * b.w)
        + rod((0, 0.3 * b.h, -0.1 * b.d), (0, 0.66 * b.h, -0.34 * b.d), 0.04 * b.w),
        BLACK,
    )
    _motorcycle_lights(b, front, r, rear)


def _motorcycle_lights(b: Draft, front: float, r: float, rear: float) -> None:
    """The fork between the wheels at ``front`` and ``rear``, exhausts, handlebar and mirrors."""
    for s in (-1, 1):
        b.add(
            "fork",
            rod((s * 0.1 * b.w, r, front), (s * 0.1 * b.w, 0.86 * b.h, 0.22 * b.d), 0.03 * b.w),
            CHROME,
        )
        b.add(
            "swing arm",
            rod((s * 0.1 * b.w, r, rear), (s * 0.1 * b.w, 0.36 * b.h, -0.06 * b.d), 0.035 * b.w),
            DARK_METAL,
        )
        pipe = curve(
            [
                (s * 0.16 * b.w, 0.46 * b.h, 0.12 * b.d),
                (s * 0.22 * b.w, 0.24 * b.h, 0.1 * b.d),
                (s * 0.24 * b.w, 0.22 * b.h, -0.1 * b.d),
                (s * 0.24 * b.w, 0.26 * b.h, -0.44 * b.d),
            ],
            3,
        )
        b.add(
            "exhausts",
            tube(pipe, [0.03 * b.w + 0.004 * b.w * i for i in range(len(pipe))], 9),
            CHROME,
        )
        bar = curve(
            [
                (0, 0.88 * b.h, 0.22 * b.d),
                (s * 0.28 * b.w, 0.95 * b.h, 0.2 * b.d),
                (s * 0.47 * b.w, 0.9 * b.h, 0.12 * b.d),
            ],
            3,
        )
        b.add("handlebar", tube(bar, 0.022 * b.w, 8), CHROME)
        b.add(
            "grips",
            rod(
                (s * 0.4 * b.w, 0.915 * b.h, 0.14 * b.d),
                (s * 0.49 * b.w, 0.895 * b.h, 0.11 * b.d),
                0.035 * b.w,
            ),
            BLACK,
        )
        b.add(
            "mirrors",
            ball(
                0.06 * b.w, 0.03 * b.h, 0.01 * b.d, s * 0.34 * b.w, b.h * 0.97, 0.2 * b.d, detail=1
            ),
            BLACK,
        )
    _lamps_and_guards(b, front, r, rear)


def _lamps_and_guards(b: Draft, front: float, r: float, rear: float) -> None:
    """Mudguards over wheels of radius ``r`` at ``front`` and ``rear``, and the lamps."""
    for z in (front, rear):
        arc = [
            (0.0, r + r * 1.12 * sin(a), z - r * 1.12 * cos(a)) for a in (0.5, 1.0, 1.5, 2.0, 2.5)
        ]
        b.add("mudguards", tube(arc, [(0.13 * b.w, 0.015 * b.h)] * 5, 10))
    b.add("headlight", ball(0.13 * b.w, 0.085 * b.h, 0.04 * b.d, 0, 0.8 * b.h, 0.3 * b.d), CHROME)
    b.add(
        "lamp",
        ball(0.11 * b.w, 0.07 * b.h, 0.03 * b.d, 0, 0.8 * b.h, 0.315 * b.d),
        stuff("light", "#fff4d6"),
    )
    b.add(
        "tail light",
        ball(0.07 * b.w, 0.03 * b.h, 0.02 * b.d, 0, 0.66 * b.h, -0.45 * b.d, detail=1),
        stuff("light", "#d9241c"),
    )


MODELS: dict[str, Family] = {
    "bicycle": bicycle,
    "motorcycle": motorcycle,
}
