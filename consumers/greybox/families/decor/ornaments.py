"""Vases, trophies, balloons and crowns."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import BRASS
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import star
from consumers.greybox.solids import ball, box, prism
from consumers.greybox.sweeps import curve, eased, hoop, lathe, tube


def vase(b: Draft) -> None:
    outside = [
        (0.26, 0),
        (0.3, 0.02),
        (0.42, 0.18),
        (0.5, 0.38),
        (0.46, 0.56),
        (0.3, 0.74),
        (0.22, 0.84),
        (0.24, 0.92),
        (0.32, 0.99),
        (0.33, 1.0),
    ]
    inside = [
        (0.29, 0.99),
        (0.2, 0.9),
        (0.18, 0.84),
        (0.26, 0.74),
        (0.42, 0.55),
        (0.45, 0.38),
        (0.3, 0.1),
    ]
    b.add("vase", lathe([*eased(outside), *eased(inside)], n=32).scale(b.w, b.h, b.d), None, 60)
    band = hoop([(0.4, 0.4), (0.505, 0.36), (0.508, 0.42), (0.4, 0.44)], n=32)
    b.add("band", band.scale(b.w, b.h, b.d), b.tone(0.62))
    thin = hoop([(0.2, 0.76), (0.292, 0.76), (0.265, 0.79), (0.2, 0.79)], n=32)
    b.add("band", thin.scale(b.w, b.h, b.d), b.tone(0.62))


def trophy(b: Draft) -> None:
    b.add(
        "plinth",
        box(0.5 * b.w, 0.14 * b.h, 0.8 * b.d)
        + box(0.42 * b.w, 0.06 * b.h, 0.68 * b.d, 0, 0.13 * b.h),
        stuff("stone", "#2b2623"),
    )
    b.add("plate", box(0.26 * b.w, 0.07 * b.h, 0.03 * b.d, 0, 0.035 * b.h, 0.4 * b.d), BRASS)
    r = 0.5 * b.d
    cup = [
        (0.44, 0.19),
        (0.3, 0.22),
        (0.12, 0.27),
        (0.1, 0.36),
        (0.2, 0.4),
        (0.1, 0.43),
        (0.4, 0.5),
        (0.74, 0.62),
        (0.9, 0.8),
        (0.98, 1.0),
        (0.92, 1.0),
        (0.8, 0.8),
        (0.4, 0.58),
    ]
    b.add("cup", lathe([(r * x, b.h * y) for x, y in cup], n=28), None, 60)
    ear = curve(
        [
            (0.9 * r, 0.93 * b.h, 0),
            (0.46 * b.w, 0.95 * b.h, 0),
            (0.48 * b.w, 0.76 * b.h, 0),
            (0.36 * b.w, 0.62 * b.h, 0),
            (0.7 * r, 0.6 * b.h, 0),
        ],
        3,
    )
    b.add("handles", tube(ear, 0.028 * b.w, 8).pair())
    b.add(
        "star",
        prism(star(5, 0.4 * r, 0.17 * r), 0.06 * b.d, 0.012 * b.d).move(0, 0.8 * b.h, 0.86 * r),
        b.tone(1.35),
    )


def balloon(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    y = b.h - r * 1.15
    b.add(
        "balloon",
        lathe(
            eased(
                [
                    (0.06 * r, y - 1.36 * r),
                    (0.3 * r, y - 1.1 * r),
                    (0.72 * r, y - 0.62 * r),
                    (0.95 * r, y - 0.1 * r),
                    (r, y + 0.24 * r),
                    (0.9 * r, y + 0.7 * r),
                    (0.6 * r, y + 1.02 * r),
                    (0, y + 1.15 * r),
                ],
                3,
            ),
            n=28,
        ),
    )
    b.add(
        "knot",
        lathe([(0.16 * r, y - 1.52 * r), (0.06 * r, y - 1.4 * r), (0.1 * r, y - 1.32 * r)], n=12),
    )
    string = curve(
        [
            (0, y - 1.45 * r, 0),
            (0.1 * r, 0.36 * b.h, 0.06 * r),
            (-0.12 * r, 0.18 * b.h, -0.05 * r),
            (0.05 * r, 0.01 * b.h, 0),
        ],
        5,
    )
    b.add("string", tube(string, 0.025 * r, 6), stuff("fabric", "#f4f1ea"))
    b.add(
        "shine",
        ball(0.12 * r, 0.2 * r, 0.05 * r).yaw(-35).move(-0.52 * r, y + 0.5 * r, 0.66 * r),
        b.tone(1.7),
    )


def crown(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    b.add(
        "band",
        lathe(
            [
                (0.86 * r, 0),
                (0.94 * r, 0),
                (0.98 * r, 0.34 * b.h),
                (0.9 * r, 0.34 * b.h),
                (0.84 * r, 0.06 * b.h),
            ],
            n=36,
        ).scale(b.w / 2 / r, 1, b.d / 2 / r),
    )
    b.add(
        "lining", ball(0.84 * r, 0.42 * b.h, 0.84 * r, 0, 0.2 * b.h, 0), stuff("velvet", "#8f2030")
    )
    for i in range(8):
        point = prism(
            [(-0.3 * r, 0), (0.3 * r, 0), (0.06 * r, 0.56 * b.h), (-0.06 * r, 0.56 * b.h)], 0.07 * r
        ).pitch(5)
        b.add("points", point.move(0, 0.3 * b.h, 0.94 * r).yaw(45 * i))
        b.add(
            "pearls",
            ball(0.085 * r, x=0, y=0.93 * b.h, z=0.99 * r).yaw(45 * i),
            stuff("porcelain", "#f6f2ea"),
        )
        gem = ball(0.1 * r, 0.11 * b.h, 0.06 * r, 0, 0.18 * b.h, 0.95 * r, detail=1).yaw(
            45 * i + 22.5
        )
        b.add(f"gems {i % 2}", gem, stuff("crystal", "#c01f3a" if i % 2 else "#2450c4"), 10)


MODELS: dict[str, Family] = {
    "vase": vase,
    "trophy": trophy,
    "balloon": balloon,
    "crown": crown,
}
