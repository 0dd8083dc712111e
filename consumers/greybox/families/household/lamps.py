"""Lamps on tables, floors, walls, ceilings and streets."""

from __future__ import annotations

from dataclasses import replace

from consumers.greybox.families.furniture.joinery import BLACK, BRASS, DARK_METAL
from consumers.greybox.mesh import Mesh
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, cylinder, rod
from consumers.greybox.sweeps import Point, curve, eased, lathe, tube
from consumers.lexicon.words.materials import Material

BULB = stuff("light", "#ffe9b8")


def shade(low: float, high: float, tall: float, y: float, n: int = 28) -> Mesh:
    """An open lamp shade: a thin frustum, standing at height ``y``."""
    t = 0.05 * low
    inside = [(high - t, tall * 0.9), (0.0, tall * 0.88)]
    profile = [(low - t, 0.0), (low, 0.0), (high, tall), (high - t, tall), *inside]
    return lathe(profile, 0, y, 0, n)


def lamp(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    base = stuff("ceramic", "#7f98a8")
    body = lathe(
        eased(
            [
                (r * 0.5, 0),
                (r * 0.52, 0.03 * b.h),
                (r * 0.3, 0.06 * b.h),
                (r * 0.46, 0.2 * b.h),
                (r * 0.5, 0.28 * b.h),
                (r * 0.36, 0.42 * b.h),
                (r * 0.12, 0.5 * b.h),
                (r * 0.1, 0.56 * b.h),
            ],
            3,
        )
    )
    b.add("base", body, base)
    b.add("stem", cylinder(r * 0.06, 0.42 * b.h, 0, 0.55 * b.h, n=10), BRASS)
    b.add("shade", shade(r, r * 0.66, 0.43 * b.h, 0.54 * b.h), lit(b))
    b.add("finial", ball(r * 0.08, x=0, y=0.975 * b.h, z=0, detail=1), BRASS)
    b.add("bulb", ball(r * 0.25, x=0, y=0.66 * b.h, z=0), BULB)


def lit(b: Draft) -> Material:
    """The main surface as a shade looks with its lamp on."""
    return replace(b.main, glow=0.45)


def floor_lamp(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    b.add("foot", lathe([(r * 0.68, 0), (r * 0.7, 0.012 * b.h), (r * 0.1, 0.03 * b.h)]), DARK_METAL)
    b.add("post", cylinder(r * 0.06, 0.96 * b.h, 0, 0.02 * b.h, n=12), DARK_METAL)
    b.add("shade", shade(r, r * 0.72, 0.22 * b.h, 0.77 * b.h), lit(b))
    b.add("bulb", ball(r * 0.2, x=0, y=0.83 * b.h, z=0), BULB)
    b.add("finial", ball(r * 0.08, x=0, y=b.h * 0.99, z=0, detail=1), DARK_METAL)


def desk_lamp(b: Draft) -> None:
    r = 0.48 * b.w
    z0 = -b.d * 0.5 + r
    b.add("foot", lathe([(r, 0), (r, 0.04 * b.h), (r * 0.3, 0.08 * b.h)], 0, 0, z0))
    knee: Point = (0, 0.62 * b.h, -b.d * 0.42)
    head: Point = (0, 0.9 * b.h, b.d * 0.2)
    b.add("arms", rod((0, 0.06 * b.h, z0), knee, 0.06 * b.w), DARK_METAL)
    b.add("arms", rod(knee, head, 0.06 * b.w), DARK_METAL)
    b.add("joints", ball(0.11 * b.w, x=0, y=knee[1], z=knee[2]), BRASS)
    hood = lathe(
        [
            (0.16 * b.w, 0.12 * b.h),
            (0.17 * b.w, 0.04 * b.h),
            (0.42 * b.w, -0.14 * b.h),
            (0.38 * b.w, -0.14 * b.h),
            (0.1 * b.w, 0.02 * b.h),
            (0, 0.02 * b.h),
        ]
    )
    b.add("hood", hood.pitch(-32).move(0, 0.9 * b.h, b.d * 0.26))
    b.add("bulb", ball(0.2 * b.w, x=0, y=0.83 * b.h, z=b.d * 0.3), BULB)


def ceiling_lamp(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    b.add(
        "rose", lathe([(r * 0.06, 0.93 * b.h), (r * 0.26, 0.97 * b.h), (r * 0.26, b.h)]), DARK_METAL
    )
    b.add("cord", cylinder(r * 0.03, 0.5 * b.h, 0, 0.46 * b.h, n=8), BLACK)
    dome = [(0.98, 0), (1, 0.02), (0.86, 0.2), (0.5, 0.4), (0.12, 0.48), (0, 0.48)]
    b.add("shade", lathe(eased([(r * x, b.h * y) for x, y in dome], 3), n=32), lit(b))
    b.add("bulb", ball(r * 0.3, x=0, y=0.17 * b.h, z=0), BULB)


def wall_lamp(b: Draft) -> None:
    b.add("plate", ball(0.3 * b.w, 0.34 * b.h, 0.06 * b.d, 0, 0.4 * b.h, -b.d * 0.46), BRASS)
    arm = curve(
        [
            (0, 0.3 * b.h, -b.d * 0.44),
            (0, 0.12 * b.h, -b.d * 0.1),
            (0, 0.16 * b.h, b.d * 0.05),
            (0, 0.5 * b.h, b.d * 0.05),
        ]
    )
    b.add("arm", tube(arm, 0.05 * b.w, 8), BRASS)
    r = 0.45 * b.d
    cap = shade(r, r * 0.6, 0.52 * b.h, 0.48 * b.h)
    b.add("shade", cap.scale(b.w / 2 / r, 1, 1).move(0, 0, 0.05 * b.d), lit(b))


def street_lamp(b: Draft) -> None:
    r = 0.5 * min(b.d, b.w * 0.3)
    x = -b.w / 2 + r
    profile = [
        (1.0, 0),
        (1.0, 0.02),
        (0.6, 0.05),
        (0.55, 0.14),
        (0.34, 0.16),
        (0.22, 0.9),
        (0.2, 0.93),
    ]
    b.add("post", lathe([(r * p, b.h * y) for p, y in profile], x, n=14))
    arm = curve(
        [
            (x, 0.9 * b.h, 0),
            (x + 0.05 * b.w, 0.98 * b.h, 0),
            (x + 0.35 * b.w, b.h * 0.992, 0),
            (b.w * 0.3, 0.975 * b.h, 0),
        ]
    )
    b.add("arm", tube(arm, r * 0.22, 8))
    head = lathe(
        [(r * 0.95, 0), (r, 0.008 * b.h), (r * 0.5, 0.035 * b.h), (0, 0.045 * b.h)], n=16
    ).scale(1.3, 1, 1)
    b.add("head", head.move(b.w / 2 - 1.3 * r, 0.945 * b.h))
    b.add("light", ball(r * 0.95, 0.018 * b.h, r * 0.72, b.w / 2 - 1.3 * r, 0.947 * b.h, 0), BULB)


MODELS: dict[str, Family] = {
    "lamp": lamp,
    "floor lamp": floor_lamp,
    "desk lamp": desk_lamp,
    "ceiling lamp": ceiling_lamp,
    "wall lamp": wall_lamp,
    "street lamp": street_lamp,
}
