"""Cargo ships and galleons."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, DARK_WOOD
from consumers.greybox.families.vehicles.craft_parts import PANE, hull, sail
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, disc, rod
from consumers.greybox.sweeps import lathe

WHITE = stuff("paint", "#f4f6f8")


def ship(b: Draft) -> None:
    deck = 0.34 * b.h
    b.add("hull", hull(b.w, deck, b.d, sheer=0.14, stern=0.85), None, 40)
    b.add(
        "waterline",
        hull(b.w * 1.004, deck, b.d * 0.985, sheer=0.14, stern=0.85).scale(1, 0.22, 1),
        stuff("metal", "#a8323a"),
        40,
    )
    z = -0.34 * b.d
    b.add("house", box(b.w * 0.72, 0.3 * b.h, 0.14 * b.d, 0, deck * 0.84, z), WHITE)
    b.add(
        "house",
        box(b.w * 0.96, 0.1 * b.h, 0.07 * b.d, 0, deck * 0.84 + 0.29 * b.h, z + 0.02 * b.d),
        WHITE,
    )
    for k in range(4):
        b.add(
            "windows",
            box(
                b.w * 0.73,
                0.025 * b.h,
                0.125 * b.d,
                0,
                deck * 0.9 + 0.075 * k * b.h,
                z + 0.003 * b.d,
            ),
            PANE,
        )
    b.add(
        "windows",
        box(b.w * 0.965, 0.045 * b.h, 0.066 * b.d, 0, deck * 0.84 + 0.32 * b.h, z + 0.021 * b.d),
        PANE,
    )
    _ship_cargo(b, deck, z)


def _ship_cargo(b: Draft, deck: float, z: float) -> None:
    b.add(
        "funnel",
        lathe(
            [(0.16 * b.w, 0), (0.14 * b.w, 0.24 * b.h), (0.1 * b.w, 0.24 * b.h)],
            0,
            deck + 0.24 * b.h,
            z - 0.04 * b.d,
            16,
        ),
        stuff("paint", "#c9343a"),
    )
    b.add(
        "mast",
        cylinder(0.02 * b.w, 0.24 * b.h, 0, 0.72 * b.h, z + 0.04 * b.d, n=8)
        + box(0.3 * b.w, 0.008 * b.h, 0.01 * b.d, 0, 0.86 * b.h, z + 0.04 * b.d),
        DARK_METAL,
    )
    colors = ("#c9673a", "#3f7f8f", "#d9a441", "#8f3a3a", "#5a7a5a", "#8c9196")
    for i in range(7):
        for k in range(3):
            for level in range(3 if i < 5 else 2):
                color = colors[int(b.rng.integers(len(colors)))]
                crate = box(
                    b.w * 0.27,
                    0.105 * b.h,
                    0.082 * b.d,
                    (k - 1) * b.w * 0.285,
                    deck * 0.85 + 0.108 * b.h * level,
                    (-0.2 + 0.087 * i) * b.d,
                )
                b.add(f"containers {color}", crate, stuff("paint", color))
    b.add("mast", cylinder(0.02 * b.w, 0.3 * b.h, 0, deck * 0.9, 0.42 * b.d, n=8), DARK_METAL)


def pirate_ship(b: Draft) -> None:
    deck = 0.24 * b.h
    b.add(
        "hull", hull(b.w, deck, b.d * 0.86, sheer=0.3, stern=0.8).move(0, 0, -0.06 * b.d), None, 40
    )
    b.add(
        "band",
        hull(b.w * 1.015, deck * 0.3, b.d * 0.8, sheer=0.1, stern=0.8)
        .scale(1, 0.4, 1)
        .move(0, deck * 0.5, -0.06 * b.d),
        stuff("wood", "#c98f3a"),
        40,
    )
    b.add(
        "castle", box(b.w * 0.74, 0.15 * b.h, 0.2 * b.d, 0, deck * 0.72, -0.38 * b.d), b.tone(0.85)
    )
    b.add("castle", box(b.w * 0.6, 0.05 * b.h, 0.12 * b.d, 0, deck * 0.9, 0.2 * b.d), b.tone(0.85))
    for i in range(4):
        b.add(
            "windows",
            box(
                0.1 * b.w, 0.04 * b.h, 0.01 * b.d, (i - 1.5) * 0.16 * b.w, deck * 0.92, -0.482 * b.d
            ),
            stuff("light", "#f2c96a"),
        )
    for i in range(6):
        b.add(
            "cannons",
            disc(0.035 * b.w, 0.16 * b.w, 0, 0, 0, 12)
            .yaw(90)
            .move(0.44 * b.w, deck * 0.52, (0.14 - 0.085 * i) * b.d)
            .pair(),
            BLACK,
        )
    b.add(
        "bowsprit",
        rod((0, deck * 1.0, 0.3 * b.d), (0, deck * 1.5, b.d * 0.5), 0.03 * b.w, 0.016 * b.w),
        DARK_WOOD,
    )
    _pirate_rigging(b)


def _pirate_rigging(b: Draft) -> None:
    for z, top, k in ((0.16, 0.88, 0.85), (-0.1, 1.0, 1.0), (-0.34, 0.8, 0.7)):
        b.add(
            "masts",
            cylinder(0.03 * b.w, (top - 0.2) * b.h, 0, 0.2 * b.h, z * b.d, top=0.018 * b.w, n=9),
            DARK_WOOD,
        )
        for low, high, wide in ((0.3, 0.56, 0.62), (0.6, 0.8, 0.48)):
            y0, y1 = (
                (0.2 + (low - 0.1) * (top - 0.1)) * b.h,
                (0.2 + (high - 0.1) * (top - 0.1)) * b.h,
            )
            half = wide * k * b.w
            b.add(
                "yards", rod((-half, y1, z * b.d), (half, y1, z * b.d), 0.016 * b.w, n=7), DARK_WOOD
            )
            square = sail(
                [(-half, y0), (-half * 0.86, y1), (half * 0.86, y1), (half, y0)],
                0.07 * b.d,
                0.01 * b.w,
            ).yaw(-90)
            b.add("sails", square.move(0, 0, z * b.d + 0.012 * b.d), stuff("fabric", "#ece2c8"), 70)
        b.add(
            "crow's nests",
            lathe(
                [(0.05 * b.w, 0), (0.09 * b.w, 0.03 * b.h), (0.07 * b.w, 0.03 * b.h)],
                0,
                (top - 0.1) * b.h,
                z * b.d,
                12,
            ),
            DARK_WOOD,
        )
    flag = box(0.02 * b.w, 0.07 * b.h, 0.11 * b.d, 0, 0.92 * b.h, -0.155 * b.d)
    b.add("flag", flag, BLACK)
    b.add(
        "skull",
        ball(0.03 * b.w, 0.018 * b.h, 0.024 * b.d, 0, 0.955 * b.h, -0.155 * b.d, detail=1),
        stuff("bone"),
    )


MODELS: dict[str, Family] = {
    "ship": ship,
    "pirate ship": pirate_ship,
}
