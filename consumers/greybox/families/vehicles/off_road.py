"""Tractors and tanks."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL
from consumers.greybox.families.vehicles.car_body import LIGHT, TIRE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, box, cylinder, disc, prism, rod, soft
from consumers.greybox.sweeps import lathe, tube


def tractor(b: Draft) -> None:
    big, small = 0.32 * b.h, 0.19 * b.h
    b.add("bonnet", soft(0.34 * b.w, 0.26 * b.h, 0.46 * b.d, 0, 0.3 * b.h, 0.2 * b.d, 0.04 * b.h))
    b.add("grille", box(0.26 * b.w, 0.18 * b.h, 0.02 * b.d, 0, 0.34 * b.h, 0.43 * b.d), BLACK)
    b.add("frame", box(0.3 * b.w, 0.16 * b.h, 0.8 * b.d, 0, 0.2 * b.h, 0.02 * b.d), DARK_METAL)
    for s in (-1, 1):
        b.add(
            "headlights",
            disc(0.04 * b.w, 0.03 * b.d, s * 0.1 * b.w, 0.51 * b.h, 0.43 * b.d, 12),
            LIGHT,
        )
        for z in (0.0, -0.34):
            b.add(
                "cab",
                box(0.03 * b.w, 0.48 * b.h, 0.03 * b.d, s * 0.26 * b.w, 0.48 * b.h, z * b.d),
                BLACK,
            )
        fender = tube(
            [
                (s * 0.36 * b.w, big * 1.45, -0.02 * b.d),
                (s * 0.36 * b.w, big * 2.12, -0.14 * b.d),
                (s * 0.36 * b.w, big * 2.14, -0.32 * b.d),
                (s * 0.36 * b.w, big * 1.7, -0.44 * b.d),
            ],
            [(0.12 * b.w, 0.015 * b.h)] * 4,
            8,
        )
        b.add("fenders", fender)
    b.add(
        "windows",
        box(0.52 * b.w, 0.44 * b.h, 0.34 * b.d, 0, 0.48 * b.h, -0.17 * b.d),
        stuff("glass", "#a9c4d0"),
    )
    _tractor_wheels(b, big, small)


def _tractor_wheels(b: Draft, big: float, small: float) -> None:
    b.add("roof", soft(0.66 * b.w, 0.06 * b.h, 0.48 * b.d, 0, 0.94 * b.h, -0.17 * b.d, 0.02 * b.h))
    b.add("seat", soft(0.24 * b.w, 0.2 * b.h, 0.14 * b.d, 0, 0.46 * b.h, -0.24 * b.d), BLACK)
    b.add(
        "exhaust",
        cylinder(0.022 * b.w, 0.32 * b.h, 0.1 * b.w, 0.54 * b.h, 0.24 * b.d, n=10),
        DARK_METAL,
    )
    yellow = stuff("paint", "#f2c02a")
    for r, x, z, w in ((big, 0.39, -0.24, 0.2), (small, 0.37, 0.3, 0.14)):
        b.add(
            "tires",
            lathe(
                [
                    (0.5 * r, 0),
                    (0.95 * r, 0.04 * b.w),
                    (r * 0.96, w * b.w - 0.04 * b.w),
                    (0.5 * r, w * b.w),
                ],
                n=22,
            )
            .move(0, -w * b.w / 2)
            .roll(90)
            .move(x * b.w, r, z * b.d)
            .pair(),
            TIRE,
        )
        b.add("rims", axle(0.52 * r, w * 0.9 * b.w, x * b.w, r, z * b.d, 16).pair(), yellow)
        for i in range(14):
            lug = box(w * b.w * 0.94, 0.12 * r, 0.14 * r, 0, r * 0.9).pitch(360 * i / 14)
            b.add("lugs", lug.move(x * b.w, r, z * b.d).pair(), TIRE)


def tank(b: Draft) -> None:
    for s in (-1, 1):
        x = s * 0.39 * b.w
        track = [
            (0.5 * b.d * 0.86, 0.34 * b.h),
            (0.36 * b.d * 0.86, 0.02 * b.h),
            (-0.36 * b.d * 0.86, 0.02 * b.h),
            (-0.5 * b.d * 0.86, 0.32 * b.h),
            (-0.42 * b.d * 0.86, 0.42 * b.h),
            (0.44 * b.d * 0.86, 0.42 * b.h),
        ]
        b.add(
            "tracks",
            prism(track, 0.2 * b.w, 0.02 * b.h).yaw(-90).move(x, 0, -0.07 * b.d),
            stuff("rubber", "#2f322e"),
        )
        for i in range(6):
            b.add(
                "rollers",
                axle(0.12 * b.h, 0.215 * b.w, x, 0.17 * b.h, (-0.34 + 0.108 * i) * b.d, 14),
                b.tone(0.8),
            )
    hull = [
        (0.4 * b.d, 0.36 * b.h),
        (0.3 * b.d, 0.54 * b.h),
        (-0.48 * b.d, 0.54 * b.h),
        (-0.5 * b.d, 0.4 * b.h),
        (-0.44 * b.d, 0.22 * b.h),
        (0.3 * b.d, 0.22 * b.h),
    ]
    b.add("hull", prism(hull, 0.62 * b.w).yaw(-90))
    b.add("deck", box(b.w * 0.98, 0.07 * b.h, 0.76 * b.d, 0, 0.45 * b.h, -0.1 * b.d))
    _tank_turret(b)


def _tank_turret(b: Draft) -> None:
    turret = lathe(
        [
            (0.36 * b.w, 0.52 * b.h),
            (0.38 * b.w, 0.58 * b.h),
            (0.3 * b.w, 0.78 * b.h),
            (0.1 * b.w, 0.82 * b.h),
        ],
        n=20,
    )
    b.add("turret", turret.scale(1, 1, 1.2).move(0, 0, -0.08 * b.d), b.tone(1.08))
    b.add(
        "gun",
        rod((0, 0.66 * b.h, 0.04 * b.d), (0, 0.68 * b.h, 0.48 * b.d), 0.04 * b.w, 0.032 * b.w),
        b.tone(0.85),
    )
    b.add(
        "gun",
        rod((0, 0.68 * b.h, 0.46 * b.d), (0, 0.682 * b.h, 0.5 * b.d), 0.05 * b.w),
        b.tone(0.85),
    )
    b.add(
        "hatch", cylinder(0.11 * b.w, 0.05 * b.h, 0.1 * b.w, 0.79 * b.h, -0.1 * b.d), b.tone(0.85)
    )
    b.add(
        "aerial",
        rod(
            (-0.2 * b.w, 0.72 * b.h, -0.2 * b.d), (-0.22 * b.w, b.h, -0.24 * b.d), 0.006 * b.w, n=5
        ),
        BLACK,
    )
    b.add(
        "lights", disc(0.05 * b.w, 0.03 * b.d, 0.24 * b.w, 0.5 * b.h, 0.31 * b.d, 12).pair(), LIGHT
    )


MODELS: dict[str, Family] = {
    "tractor": tractor,
    "tank": tank,
}
