"""Windmills, lighthouses, pyramids, fountains and wells."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.buildings.fittings import PANE, STONE, arch_panel, door, window
from consumers.greybox.families.furniture.joinery import DARK_METAL, DARK_WOOD, GLASS
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, prism, ring, rod
from consumers.greybox.sweeps import curve, lathe, loft, rounded, tube

WATER = stuff("water", "#5aa6cc")


def windmill(b: Draft) -> None:
    r = 0.4 * b.d
    b.add(
        "body",
        lathe(
            [
                (r, 0),
                (r * 0.98, 0.03 * b.h),
                (r * 0.62, 0.62 * b.h),
                (r * 0.7, 0.63 * b.h),
                (r * 0.7, 0.66 * b.h),
            ],
            0,
            0,
            -0.06 * b.d,
            10,
        ),
        None,
        20,
    )
    b.add(
        "cap",
        lathe(
            [(r * 0.72, 0.66 * b.h), (r * 0.6, 0.74 * b.h), (r * 0.3, 0.8 * b.h), (0, 0.82 * b.h)],
            0,
            0,
            -0.06 * b.d,
            14,
        ),
        stuff("wood", "#6b4428"),
    )
    door(b, 0, 0, r * 0.9 - 0.06 * b.d, 0.3 * r, 0.16 * b.h)
    window(b, 0, 0.36 * b.h, r * 0.74 - 0.06 * b.d, 0.24 * r, 0.09 * b.h)
    hub = (0.0, 0.66 * b.h, r * 0.86)
    b.add("axle", rod((0, hub[1], 0), (0, hub[1], hub[2] + 0.05 * b.d), 0.07 * r), DARK_WOOD)
    span = 0.36 * b.h
    wood, cloth = stuff("wood", "#7a5233"), stuff("fabric", "#f4efe2")
    for i in range(4):
        turn = 45 + 90 * i
        b.add("sails", box(0.05 * r, span, 0.05 * r).roll(turn).move(*hub), wood)
        sail = box(0.42 * r, span * 0.76, 0.02 * r, 0.19 * r, span * 0.22)
        b.add("cloth", sail.roll(turn).move(*hub), cloth)
        for k in range(6):
            slat = box(0.44 * r, 0.025 * r, 0.05 * r, 0.19 * r, span * (0.22 + 0.15 * k))
            b.add("sails", slat.roll(turn).move(*hub), wood)
        b.add(
            "sails",
            box(0.03 * r, span * 0.78, 0.05 * r, 0.4 * r, span * 0.22).roll(turn).move(*hub),
            wood,
        )


def lighthouse(b: Draft) -> None:
    r = min(b.w, b.d) * 0.42
    b.add("rock", cylinder(min(b.w, b.d) / 2, 0.035 * b.h, n=20), STONE)
    bands = 5
    for i in range(bands):
        y0, y1 = (0.035 + 0.69 * i / bands) * b.h, (0.035 + 0.69 * (i + 1) / bands) * b.h
        r0, r1 = r * (1 - 0.085 * i), r * (1 - 0.085 * (i + 1))
        b.add(
            f"band {i % 2}",
            lathe([(r0, y0), (r1, y1)], n=24),
            stuff("plaster", "#c9343a") if i % 2 == 0 else b.main,
        )
    b.add("gallery", cylinder(r * 0.86, 0.02 * b.h, 0, 0.725 * b.h, n=24), DARK_METAL)
    for i in range(12):
        a = i * pi / 6
        b.add(
            "railing",
            cylinder(0.012 * r, 0.05 * b.h, 0.8 * r * sin(a), 0.74 * b.h, 0.8 * r * cos(a), n=5),
            DARK_METAL,
        )
    b.add("railing", ring(0.8 * r, 0.016 * r, 0, 0.79 * b.h, 0), DARK_METAL)
    b.add("lamp", ball(0.24 * r, 0.05 * b.h, 0.24 * r, 0, 0.81 * b.h, 0), stuff("light", "#ffe08a"))
    b.add("glass", cylinder(0.46 * r, 0.12 * b.h, 0, 0.745 * b.h, n=12), GLASS)
    b.add(
        "roof",
        lathe(
            [
                (0.6 * r, 0.865 * b.h),
                (0.5 * r, 0.9 * b.h),
                (0.1 * r, 0.955 * b.h),
                (0.06 * r, 0.99 * b.h),
                (0, b.h),
            ],
            n=20,
        ),
        stuff("metal", "#a8323a"),
    )
    door(b, 0, 0.035 * b.h, r * 0.99, 0.36 * r, 0.1 * b.h)
    for y, k in ((0.26, 0.9), (0.44, 0.8), (0.6, 0.7)):
        b.add(
            "windows", arch_panel(0.2 * r, 0.06 * b.h, 0.1 * r).move(0, y * b.h, k * 0.98 * r), PANE
        )


def pyramid(b: Draft) -> None:
    steps = 16
    for i in range(steps):
        k0, k1 = 1 - i / steps, 1 - (i + 0.82) / steps
        y0, y1 = b.h * i / steps, b.h * (i + 1) / steps
        rings = [rounded(b.w * k, b.d * k, 0.002 * b.w, y, n=1) for k, y in ((k0, y0), (k1, y1))]
        b.add(f"courses {i % 2}", loft(rings), b.tone(1.0 if i % 2 else 0.92), 10)
    b.add(
        "entrance",
        box(0.05 * b.w, 0.1 * b.h, 0.05 * b.d, 0, 0, b.d * 0.46)
        + box(0.08 * b.w, 0.03 * b.h, 0.06 * b.d, 0, 0.1 * b.h, b.d * 0.455),
        b.tone(0.55),
    )


def fountain(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    b.add(
        "basin",
        lathe(
            [
                (r * 0.94, 0),
                (r * 0.9, 0.1 * b.h),
                (r, 0.22 * b.h),
                (r, 0.26 * b.h),
                (r * 0.88, 0.26 * b.h),
                (r * 0.84, 0.1 * b.h),
            ],
            n=32,
        ),
    )
    b.add("water", cylinder(r * 0.9, 0.03 * b.h, 0, 0.185 * b.h, n=32), WATER)
    b.add(
        "stem",
        lathe(
            [
                (r * 0.2, 0.08 * b.h),
                (r * 0.12, 0.3 * b.h),
                (r * 0.16, 0.42 * b.h),
                (r * 0.08, 0.5 * b.h),
                (r * 0.07, 0.74 * b.h),
            ],
            n=18,
        ),
    )
    _fountain_water(b, r)


def _fountain_water(b: Draft, r: float) -> None:
    for y, k in ((0.48, 0.54), (0.72, 0.3)):
        b.add(
            "bowls",
            lathe(
                [
                    (r * 0.08, y * b.h),
                    (r * k * 0.7, (y + 0.03) * b.h),
                    (r * k, (y + 0.09) * b.h),
                    (r * k, (y + 0.105) * b.h),
                    (r * k * 0.86, (y + 0.09) * b.h),
                ],
                n=26,
            ),
        )
        b.add("water", cylinder(r * k * 0.88, 0.012 * b.h, 0, (y + 0.085) * b.h, n=26), WATER)
        for i in range(8):
            a = i * pi / 4 + (0.4 if k < 0.5 else 0)
            low = 0.2 if k > 0.5 else 0.56
            jet = curve(
                [
                    (k * r * 0.9 * sin(a), (y + 0.1) * b.h, k * r * 0.9 * cos(a)),
                    (k * r * 1.12 * sin(a), (y + 0.06) * b.h, k * r * 1.12 * cos(a)),
                    (k * r * 1.25 * sin(a), low * b.h, k * r * 1.25 * cos(a)),
                ],
                3,
            )
            b.add("jets", tube(jet, 0.02 * r, 5), stuff("water", "#cfe8f4"))
    b.add(
        "plume",
        lathe(
            [(r * 0.05, 0.8 * b.h), (r * 0.035, 0.93 * b.h), (r * 0.06, 0.98 * b.h), (0, b.h)], n=10
        ),
        stuff("water", "#cfe8f4"),
    )


def well(b: Draft) -> None:
    r = 0.44 * min(b.w, b.d)
    b.add(
        "wall",
        lathe([(r, 0), (r, 0.34 * b.h), (r * 0.76, 0.34 * b.h), (r * 0.76, 0.1 * b.h)], n=24),
    )
    for row in range(4):
        for i in range(11):
            turn = 360 * (i + 0.5 * (row % 2)) / 11
            stone = box(0.5 * r, 0.075 * b.h, 0.08 * r, 0, (0.005 + 0.085 * row) * b.h, r)
            b.add(
                f"stones {(i + row) % 2}", stone.yaw(turn), b.tone(0.88 if (i + row) % 2 else 1.1)
            )
    b.add("water", cylinder(r * 0.78, 0.02 * b.h, 0, 0.2 * b.h), WATER)
    for s in (-1, 1):
        b.add("posts", box(0.09 * r, 0.52 * b.h, 0.12 * r, s * r * 0.9, 0.3 * b.h), DARK_WOOD)
        slope = [
            (s * 0.02 * b.d, b.h),
            (s * 0.02 * b.d, b.h * 0.965),
            (s * b.d / 2, 0.755 * b.h),
            (s * b.d / 2, 0.79 * b.h),
        ]
        b.add("roof", prism(slope, b.w).yaw(90), stuff("wood", "#8a4a33"))
    b.add(
        "windlass", rod((-r * 1.05, 0.62 * b.h, 0), (r * 1.05, 0.62 * b.h, 0), 0.08 * r), DARK_WOOD
    )
    b.add("rope", cylinder(0.02 * r, 0.18 * b.h, 0, 0.44 * b.h, n=6), stuff("straw"))
    b.add(
        "bucket",
        lathe([(0.16 * r, 0.33 * b.h), (0.2 * r, 0.44 * b.h), (0.17 * r, 0.44 * b.h)], n=14),
        stuff("wood", "#a9784a"),
    )


MODELS: dict[str, Family] = {
    "windmill": windmill,
    "lighthouse": lighthouse,
    "pyramid": pyramid,
    "fountain": fountain,
    "well": well,
}
