"""Suitcases and bags."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import BLACK, BRASS, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, prism, rod, soft
from consumers.greybox.sweeps import curve, loft, rounded, tube


def suitcase(b: Draft) -> None:
    body = 0.74 * b.h
    y = 0.07 * b.h
    b.add("shell", soft(b.w, body, b.d, 0, y, 0, 0.22 * b.d))
    for i in range(5):
        rib = soft(
            0.03 * b.w,
            body * 0.86,
            b.d * 1.02,
            (i - 2) * 0.17 * b.w,
            y + body * 0.07,
            0,
            0.014 * b.w,
        )
        b.add("ribs", rib, b.tone(0.84))
    b.add("zip", soft(b.w * 1.01, body * 1.005, 0.06 * b.d, 0, y, 0, 0.03 * b.d), BLACK)
    for s in (-1, 1):
        for z in (-0.36, 0.36):
            b.add(
                "wheels",
                axle(0.045 * b.h, 0.05 * b.w, s * 0.38 * b.w, 0.045 * b.h, z * b.d, 14),
                BLACK,
            )
            b.add(
                "mounts",
                cylinder(0.05 * b.w, 0.05 * b.h, s * 0.38 * b.w, 0.05 * b.h, z * b.d, n=10),
                BLACK,
            )
        b.add(
            "handle",
            rod(
                (s * 0.16 * b.w, y + body * 0.98, -0.34 * b.d),
                (s * 0.16 * b.w, b.h * 0.98, -0.34 * b.d),
                0.016 * b.w,
            ),
            STEEL,
        )
    b.add("grip", soft(0.4 * b.w, 0.04 * b.h, 0.14 * b.d, 0, b.h * 0.96, -0.34 * b.d), BLACK)
    arch = curve(
        [
            (-0.12 * b.w, y + body, 0.1 * b.d),
            (-0.1 * b.w, y + body * 1.04, 0.1 * b.d),
            (0.1 * b.w, y + body * 1.04, 0.1 * b.d),
            (0.12 * b.w, y + body, 0.1 * b.d),
        ],
        3,
    )
    b.add("grip", tube(arch, 0.022 * b.w, 8), BLACK)


def backpack(b: Draft) -> None:
    b.add("body", soft(b.w * 0.9, b.h * 0.9, b.d * 0.62, 0, 0, -0.06 * b.d, 0.28 * b.d))
    b.add(
        "flap",
        soft(b.w * 0.84, b.h * 0.34, b.d * 0.62, 0, b.h * 0.58, 0.0, 0.24 * b.d),
        b.tone(0.82),
    )
    b.add(
        "pocket",
        soft(b.w * 0.66, b.h * 0.4, b.d * 0.3, 0, 0.05 * b.h, b.d * 0.34, 0.12 * b.d),
        b.tone(0.9),
    )
    b.add("zip", box(b.w * 0.56, 0.012 * b.h, 0.02 * b.d, 0, 0.36 * b.h, b.d * 0.485), STEEL)
    for s in (-1, 1):
        b.add(
            "side pockets",
            soft(
                0.12 * b.w,
                b.h * 0.32,
                b.d * 0.4,
                s * b.w * 0.44,
                0.03 * b.h,
                -0.04 * b.d,
                0.05 * b.w,
            ),
            b.tone(0.82),
        )
        strap = curve(
            [
                (s * 0.2 * b.w, 0.84 * b.h, -0.3 * b.d),
                (s * 0.24 * b.w, 0.7 * b.h, -0.48 * b.d),
                (s * 0.26 * b.w, 0.36 * b.h, -0.47 * b.d),
                (s * 0.32 * b.w, 0.1 * b.h, -0.34 * b.d),
            ],
            4,
        )
        b.add("straps", tube(strap, [(0.07 * b.w, 0.03 * b.d)] * len(strap), 8), b.tone(0.6))
        b.add(
            "buckles",
            box(0.05 * b.w, 0.2 * b.h, 0.02 * b.d, s * 0.2 * b.w, 0.44 * b.h, b.d * 0.27),
            stuff("leather"),
        )
    arch = curve(
        [
            (-0.1 * b.w, 0.88 * b.h, -0.12 * b.d),
            (-0.08 * b.w, 0.98 * b.h, -0.12 * b.d),
            (0.08 * b.w, 0.98 * b.h, -0.12 * b.d),
            (0.1 * b.w, 0.88 * b.h, -0.12 * b.d),
        ],
        3,
    )
    b.add("loop", tube(arch, 0.022 * b.w, 8), b.tone(0.6))


def handbag(b: Draft) -> None:
    tall = 0.6 * b.h
    rings = [
        rounded(b.w * w, b.d * d, 0.3 * b.d * d, tall * y, n=4)
        for w, d, y in ((0.96, 0.92, 0), (1.0, 1.0, 0.06), (0.94, 0.86, 0.6), (0.82, 0.5, 1.0))
    ]
    b.add("bag", loft(rings))
    b.add(
        "flap",
        prism(
            [
                (-0.42 * b.w, tall * 0.98),
                (-0.44 * b.w, tall * 0.6),
                (0, tall * 0.44),
                (0.44 * b.w, tall * 0.6),
                (0.42 * b.w, tall * 0.98),
            ][::-1],
            0.06 * b.d,
            0.02 * b.d,
        )
        .pitch(-9)
        .move(0, 0.03 * b.h, b.d * 0.44),
        b.tone(0.84),
    )
    b.add("clasp", box(0.12 * b.w, 0.09 * b.h, 0.07 * b.d, 0, tall * 0.5, b.d * 0.43), BRASS)
    for z in (-0.16, 0.16):
        arch = curve(
            [
                (-0.24 * b.w, tall * 0.95, z * b.d),
                (-0.22 * b.w, b.h * 0.9, z * b.d),
                (0, b.h * 1.0, z * b.d),
                (0.22 * b.w, b.h * 0.9, z * b.d),
                (0.24 * b.w, tall * 0.95, z * b.d),
            ],
            4,
        )
        b.add("handles", tube(arch, 0.025 * b.w, 8), b.tone(0.7))
        for s in (-1, 1):
            b.add(
                "rings",
                ball(
                    0.035 * b.w,
                    0.03 * b.h,
                    0.06 * b.d,
                    s * 0.24 * b.w,
                    tall * 0.97,
                    z * b.d,
                    detail=1,
                ),
                BRASS,
            )


MODELS: dict[str, Family] = {
    "suitcase": suitcase,
    "backpack": backpack,
    "handbag": handbag,
}
