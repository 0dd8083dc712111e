"""What people go to play and stay in: tree houses, carousels, yurts."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.buildings.fittings import window
from consumers.greybox.families.furniture.joinery import BRASS, DARK_WOOD
from consumers.greybox.mesh import Floats, Mesh
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, blob, box, cylinder, prism, ring, rod
from consumers.greybox.sweeps import lathe, tube


def tree_house(b: Draft) -> None:
    """A hut on a platform in a tree's crown, and a ladder up to it."""
    floor, hut = 0.42 * b.h, 0.26 * b.h
    b.add(
        "trunk",
        tube(
            [
                (0, 0, 0),
                (0.03 * b.w, 0.2 * b.h, 0),
                (0, 0.46 * b.h, 0),
                (-0.02 * b.w, 0.8 * b.h, -0.1 * b.d),
            ],
            [0.13 * b.w, 0.1 * b.w, 0.09 * b.w, 0.05 * b.w],
            10,
        ),
        stuff("wood", "#6b4a32"),
    )
    for s in (-1, 1):
        b.add(
            "braces",
            rod((0, 0.26 * b.h, 0), (s * 0.34 * b.w, floor, 0.1 * b.d), 0.025 * b.w),
            b.tone(0.8),
        )
    b.add("platform", box(0.86 * b.w, 0.03 * b.h, 0.84 * b.d, 0, floor, 0), b.tone(0.85))
    b.add("walls", box(0.54 * b.w, hut, 0.5 * b.d, 0, floor + 0.03 * b.h, -0.04 * b.d))
    b.add(
        "door",
        box(0.16 * b.w, 0.19 * b.h, 0.03 * b.d, -0.1 * b.w, floor + 0.03 * b.h, 0.21 * b.d),
        DARK_WOOD,
    )
    window(b, 0.14 * b.w, floor + 0.13 * b.h, 0.21 * b.d, 0.15 * b.w, 0.09 * b.h)
    roof = prism([(-0.36 * b.w, 0), (0.36 * b.w, 0), (0, 0.15 * b.h)], 0.64 * b.d, 0.01 * b.w)
    b.add("roof", roof.move(0, floor + 0.03 * b.h + hut, -0.02 * b.d), stuff("wood", "#7a3f2f"))
    _way_up(b, floor)
    for x, y, z, r in (
        (0, 0.88, -0.1, 0.12),
        (-0.26, 0.8, -0.2, 0.15),
        (0.26, 0.8, -0.22, 0.15),
        (0.0, 0.8, -0.34, 0.14),
        (-0.38, 0.6, -0.14, 0.1),
        (0.4, 0.62, -0.16, 0.09),
    ):
        leaves = blob(
            b.rng, r * b.w, r * b.w * 0.85, r * b.w, x * b.w, y * b.h, z * b.d, 0.13, 2, 4.5
        )
        b.add("leaves", leaves, stuff("plant", "#4f8a3c"))


def _way_up(b: Draft, floor: float) -> None:
    """The railings of a platform at ``floor`` and the ladder to it."""
    for s in (-1, 1):
        x = s * 0.4 * b.w
        b.add(
            "railing",
            rod(
                (x, floor + 0.12 * b.h, -0.4 * b.d),
                (x, floor + 0.12 * b.h, 0.4 * b.d),
                0.014 * b.w,
                n=6,
            ),
            b.tone(1.1),
        )
        for z in (-0.4, 0.0, 0.4):
            b.add(
                "railing",
                rod((x, floor, z * b.d), (x, floor + 0.12 * b.h, z * b.d), 0.014 * b.w, n=6),
                b.tone(1.1),
            )
    for s in (-1, 1):
        b.add(
            "ladder",
            rod(
                (0.25 * b.w + s * 0.07 * b.w, 0, 0.48 * b.d),
                (0.25 * b.w + s * 0.07 * b.w, floor + 0.06 * b.h, 0.4 * b.d),
                0.014 * b.w,
                n=6,
            ),
            b.tone(1.15),
        )
    for i in range(1, 8):
        y, z = (floor + 0.06 * b.h) * i / 8, 0.48 * b.d - 0.08 * b.d * i / 8
        b.add("ladder", rod((0.18 * b.w, y, z), (0.32 * b.w, y, z), 0.012 * b.w, n=6), b.tone(1.15))


def _horse(r: float) -> Mesh:
    """A carousel horse ``r`` long, about the origin, looking to +X."""
    body = ball(0.42 * r, 0.2 * r, 0.16 * r, detail=1) + ball(
        0.13 * r, 0.2 * r, 0.1 * r, 0.42 * r, 0.26 * r, detail=1
    )
    head = ball(0.2 * r, 0.1 * r, 0.09 * r, 0.56 * r, 0.42 * r, detail=1)
    legs = [
        rod((x * r, -0.1 * r, z * r), (x * 1.5 * r, -0.46 * r, z * r), 0.05 * r, 0.035 * r, 6)
        for x in (-0.28, 0.28)
        for z in (-0.1, 0.1)
    ]
    tail = rod((-0.4 * r, 0.06 * r, 0), (-0.58 * r, -0.16 * r, 0), 0.06 * r, 0.02 * r, 6)
    whole = body + head + tail
    for leg in legs:
        whole = whole + leg
    return whole


def carousel(b: Draft) -> None:
    """A round stage with eight horses on poles below a striped tent roof."""
    r = min(b.w, b.d) / 2
    b.add("stage", cylinder(r, 0.07 * b.h, n=32), b.tone(0.8))
    b.add("rim", ring(0.98 * r, 0.02 * r, 0, 0.07 * b.h, 0, 32), BRASS)
    b.add("core", cylinder(0.2 * r, 0.6 * b.h, 0, 0.06 * b.h, n=12), stuff("paint", "#f2ead8"))
    for i in range(12):
        a = pi * i / 6
        b.add(
            "mirrors",
            box(0.08 * r, 0.3 * b.h, 0.02 * r, 0, 0.2 * b.h, 0.2 * r).yaw(57.3 * a),
            stuff("gold"),
        )
    for i in range(8):
        a = pi * i / 4 + 0.2
        x, z, y = 0.68 * r * sin(a), 0.68 * r * cos(a), (0.3 + 0.05 * (i % 2)) * b.h
        b.add("poles", cylinder(0.014 * r, 0.58 * b.h, x, 0.06 * b.h, z, n=8), BRASS)
        horse = _horse(0.4 * r).yaw(57.3 * a)
        b.add(
            f"horses {i % 3}",
            horse.move(x, y, z),
            stuff("paint", ("#f4f2ee", "#8a5a34", "#3a3f48")[i % 3]),
        )
        saddle = ball(0.07 * r, 0.05 * r, 0.08 * r, 0, 0.06 * r, detail=1).yaw(57.3 * a)
        b.add("saddles", saddle.move(x, y, z), b.tone(1.0))
    for i in range(16):
        low, high = (
            _wedge(r, i, 16, 0.66 * b.h, 0.05 * b.h),
            _wedge(r, i, 16, 0.7 * b.h, 0.24 * b.h, tip=True),
        )
        color = None if i % 2 else stuff("paint", "#f4f0e6")
        b.add(f"canopy {i % 2}", low, color)
        b.add(f"roof {i % 2}", high, color)
    b.add("finial", ball(0.05 * r, 0.03 * b.h, 0.05 * r, 0, 0.965 * b.h), BRASS)


def _wedge(r: float, i: int, count: int, y: float, tall: float, tip: bool = False) -> Mesh:
    """A sector of a ring's outside, or of a cone up to the middle."""
    a0, a1 = 2 * pi * i / count, 2 * pi * (i + 1) / count
    outer = [(r * sin(a), -r * cos(a)) for a in (a0, (a0 + a1) / 2, a1)]
    inner = 0.02 if tip else 0.94
    inside = [(inner * r * sin(a), -inner * r * cos(a)) for a in (a1, a0)]
    flat = prism([*outer, *inside], 1.0).pitch(-90)
    low = flat.vertices[:, 1].min()

    def risen(v: Floats) -> Floats:
        level = (v[:, 1] - low) / 1.0
        out = (v[:, 0] ** 2 + v[:, 2] ** 2) ** 0.5 / r
        v[:, 1] = y + (tall * (1.0 - out) + 0.012 * r * level if tip else tall * level)
        return v

    return flat.warp(risen)


def yurt(b: Draft) -> None:
    """A round felt tent with a low cone roof, bands and a painted door."""
    r, wall = 0.48 * min(b.w, b.d), 0.56 * b.h
    b.add("wall", lathe([(r, 0), (1.02 * r, 0.5 * wall), (r, wall)], n=32))
    roof = [(1.05, 0.0), (1.03, 0.02), (0.6, 0.24), (0.2, 0.4), (0.14, 0.43), (0, 0.435)]
    b.add("roof", lathe([(r * x, wall + y * b.h * 0.98) for x, y in roof], n=32), b.tone(0.93))
    for y in (0.12, 0.5, 0.9):
        b.add("bands", ring(1.015 * r, 0.018 * r, 0, y * wall, 0, 32), stuff("fabric", "#a8443a"))
    b.add("crown", cylinder(0.16 * r, 0.02 * b.h, 0, 0.97 * b.h, n=16), DARK_WOOD)
    b.add("frame", box(0.5 * r, 0.8 * wall, 0.1 * r, 0, 0, r), stuff("wood", "#c8702f"))
    b.add("door", box(0.38 * r, 0.72 * wall, 0.12 * r, 0, 0, r), stuff("wood", "#3f6f8a"))
    b.add("knob", ball(0.025 * r, x=0.12 * r, y=0.36 * wall, z=1.07 * r, detail=1), BRASS)


MODELS: dict[str, Family] = {
    "tree house": tree_house,
    "carousel": carousel,
    "yurt": yurt,
}
