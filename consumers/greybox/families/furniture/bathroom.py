"""The bathroom: bathtub, toilet, sink, shower."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import GLASS
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, rod, soft
from consumers.greybox.sweeps import Point, curve, ellipse, loft, rounded, tube

CHROME = stuff("chrome")


WATER = stuff("water", "#a9d6e6")


def tap(b: Draft, x: float, y: float, z: float, size: float, turn: float = 0.0) -> None:
    """A mixer tap standing at a point, its spout towards +Z (turned by ``turn`` degrees)."""
    spout: list[Point] = [
        (0, 0, 0),
        (0, size * 0.8, 0),
        (0, size, size * 0.45),
        (0, size * 0.75, size * 0.8),
    ]
    b.add("tap", tube(curve(spout, 3), size * 0.1, 8).yaw(turn).move(x, y, z), CHROME)
    for s in (-1, 1):
        knob = cylinder(size * 0.13, size * 0.25, s * size * 0.45, n=10).yaw(turn).move(x, y, z)
        b.add("tap", knob, CHROME)


def bathtub(b: Draft) -> None:
    foot = 0.14 * b.h
    r = 0.48 * b.w
    steps = [
        (0.62, 0.78, 0.0),
        (0.74, 0.84, 0.08),
        (0.9, 0.94, 0.5),
        (0.93, 0.96, 0.86),
        (1.0, 1.0, 0.9),
        (1.0, 1.0, 0.97),
        (0.97, 0.98, 1.0),
        (0.86, 0.92, 1.0),
        (0.82, 0.9, 0.94),
        (0.74, 0.85, 0.4),
        (0.55, 0.74, 0.16),
        (0.3, 0.5, 0.14),
    ]
    rings = [rounded(b.w * x, b.d * z, r * x, foot + (b.h - foot) * y, n=6) for x, z, y in steps]
    b.add("tub", loft(rings))
    for sx in (-1, 1):
        for sz in (-1, 1):
            at = (sx * 0.3 * b.w, 0.5 * foot, sz * 0.33 * b.d)
            b.add("feet", ball(foot * 0.5, x=at[0], y=at[1], z=at[2], detail=1), CHROME)
            top = (at[0] * 0.9, foot * 1.8, at[2] * 0.95)
            b.add("feet", rod(at, top, foot * 0.4, n=8), CHROME)
    b.add(
        "water",
        loft([rounded(b.w * 0.79, b.d * 0.88, r * 0.8, b.h * y, n=6) for y in (0.6, 0.72)]),
        WATER,
    )
    b.add("tap", rod((0, b.h * 0.5, -b.d * 0.49), (0, b.h * 1.1, -b.d * 0.47), 0.03 * b.w), CHROME)
    tap(b, 0, b.h * 1.06, -b.d * 0.47, 0.13 * b.w)


def toilet(b: Draft) -> None:
    seat = 0.52 * b.h
    bowl_d = 0.66 * b.d
    z = b.d / 2 - bowl_d / 2
    foot = [
        (0.52, 0.72, 0.0, -0.08),
        (0.46, 0.68, 0.3, -0.08),
        (0.7, 0.82, 0.66, -0.03),
        (0.96, 1.0, 0.93, 0),
        (0.96, 1.0, 1.0, 0),
        (0.74, 0.78, 1.0, 0),
        (0.5, 0.5, 0.7, 0),
        (0.2, 0.2, 0.6, 0),
    ]
    rings = [
        ellipse(b.w * x / 2, bowl_d * d / 2, 24, seat * y, z=z + s * b.d) for x, d, y, s in foot
    ]
    b.add("bowl", loft(rings))
    lid = loft(
        [
            ellipse(b.w * 0.5 * k, bowl_d * 0.52 * k, 24, seat + y * b.h, z=z)
            for k, y in ((0.96, 0.0), (1, 0.015), (1, 0.04), (0.93, 0.055))
        ]
    )
    b.add("seat", lid, b.tone(0.93))
    tank = 0.28 * b.d
    tz = -b.d / 2 + tank / 2
    b.add("tank", soft(b.w * 0.96, b.h * 0.4, tank * 0.92, 0, seat + 0.02 * b.h, tz, 0.03 * b.h))
    b.add("tank", soft(b.w, b.h * 0.055, tank, 0, b.h * 0.935, tz, 0.02 * b.h))
    b.add("pedestal", soft(b.w * 0.52, seat * 1.04, tank * 1.5, 0, 0, tz + 0.14 * tank, 0.05 * b.h))
    b.add("button", cylinder(0.07 * b.w, 0.02 * b.h, 0, b.h * 0.985, tz), CHROME)


def sink(b: Draft) -> None:
    basin = 0.2 * b.h
    y = b.h * 0.9 - basin
    r = 0.3 * min(b.w, b.d)
    steps = [
        (0.5, 0.5, 0.0),
        (0.8, 0.82, 0.35),
        (1.0, 1.0, 0.85),
        (1.0, 1.0, 1.0),
        (0.86, 0.8, 1.0),
        (0.8, 0.74, 0.85),
        (0.5, 0.45, 0.35),
        (0.1, 0.1, 0.3),
    ]
    rings = [rounded(b.w * x, b.d * z, r * x, y + basin * t, n=5) for x, z, t in steps]
    b.add("basin", loft(rings))
    foot = [(0.4, 0.5, 0.0), (0.36, 0.44, 0.05), (0.26, 0.34, 0.5), (0.34, 0.42, 1.0)]
    column = [
        rounded(b.w * x, b.d * z, r * x, (y + basin * 0.2) * t, z=-b.d * 0.12) for x, z, t in foot
    ]
    b.add("pedestal", loft(column))
    tap(b, 0, y + basin * 0.98, -b.d * 0.43, b.h * 0.115)
    b.add("drain", cylinder(0.05 * b.w, 0.01 * b.h, 0, y + basin * 0.3), CHROME)


def shower(b: Draft) -> None:
    tray, t = 0.06 * b.h, 0.025 * b.w
    b.add("tray", box(b.w, tray, b.d), stuff("ceramic", "#f4f5f5"))
    tile = stuff("ceramic", "#dfe6e8")
    b.add("walls", box(b.w, b.h - tray, t, 0, tray, -b.d / 2 + t / 2), tile)
    b.add("walls", box(t, b.h - tray, b.d, -b.w / 2 + t / 2, tray), tile)
    b.add("glass", box(t * 0.6, b.h * 0.9 - tray, b.d * 0.96, b.w / 2 - t, tray), GLASS)
    b.add("glass", box(b.w * 0.5, b.h * 0.9 - tray, t * 0.6, b.w * 0.23, tray, b.d / 2 - t), GLASS)
    for x, z in ((0.475, 0.475), (0.475, -0.475), (-0.02, 0.475)):
        b.add("frame", box(t, b.h * 0.9 - tray, t, x * b.w, tray, z * b.d), CHROME)
    b.add("frame", box(b.w * 0.5, t, t, b.w * 0.23, b.h * 0.9 - t, 0.475 * b.d), CHROME)
    b.add("frame", box(t, t, b.d * 0.96, b.w * 0.475, b.h * 0.9 - t), CHROME)
    pipe = curve(
        [
            (-0.1 * b.w, 0.45 * b.h, -0.44 * b.d),
            (-0.1 * b.w, 0.9 * b.h, -0.44 * b.d),
            (-0.1 * b.w, 0.94 * b.h, -0.2 * b.d),
        ],
        4,
    )
    b.add("pipe", tube(pipe, t * 0.5, 8), CHROME)
    b.add("pipe", cylinder(0.11 * b.w, 0.02 * b.h, -0.1 * b.w, 0.92 * b.h, -0.18 * b.d), CHROME)
    b.add(
        "pipe", box(0.16 * b.w, 0.04 * b.h, 0.06 * b.d, -0.1 * b.w, 0.44 * b.h, -0.44 * b.d), CHROME
    )


MODELS: dict[str, Family] = {
    "bathtub": bathtub,
    "toilet": toilet,
    "sink": sink,
    "shower": shower,
}
