"""Blocks of flats, skyscrapers, shops and factories."""

from __future__ import annotations

from consumers.greybox.families.buildings.fittings import PANE, SLATE, STONE, TRIM, door, window
from consumers.greybox.families.furniture.joinery import DARK_METAL, WHITE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import box, cylinder, prism
from consumers.greybox.sweeps import lathe
from consumers.lexicon.words.materials import Material


def _grid(
    b: Draft, columns: int, rows: int, w: float, y0: float, y1: float, z: float, yaw: float
) -> None:
    """Plain windows in a grid over a wall, light on triangles."""
    for i in range(columns):
        for k in range(rows):
            cw, ch = w / columns, (y1 - y0) / rows
            x, y = (i + 0.5) * cw - w / 2, y0 + ch * k
            b.add(
                "window frames", box(cw * 0.6, ch * 0.66, 0.1, x, y + ch * 0.16, z).yaw(yaw), TRIM
            )
            lit = (i * 7 + k * 3) % 5 == 0
            b.add(
                "lit windows" if lit else "windows",
                box(cw * 0.52, ch * 0.6, 0.14, x, y + ch * 0.19, z).yaw(yaw),
                stuff("light", "#f2d48a") if lit else PANE,
            )


def apartment_building(b: Draft) -> None:
    w, d, floors = b.w * 0.97, b.d * 0.97, 5
    b.add("walls", box(w, b.h * 0.93, d, bevel=0.05))
    b.add("cornice", box(b.w, b.h * 0.035, b.d, 0, b.h * 0.9), STONE)
    b.add("base", box(w * 1.01, b.h * 0.05, d * 1.01), STONE)
    _grid(b, 5, floors, w * 0.94, b.h * 0.2, b.h * 0.89, d / 2, 0)
    for yaw in (90, -90):
        _grid(b, 4, floors, d * 0.9, b.h * 0.2, b.h * 0.89, w / 2, yaw)
    door(b, 0, 0, d / 2, 0.1 * w, 0.15 * b.h)
    b.add("canopy", box(0.22 * w, 0.015 * b.h, 0.1 * d, 0, 0.175 * b.h, d * 0.52), DARK_METAL)
    for s in (-1, 1):
        window(b, s * 0.3 * w, 0.05 * b.h, d / 2, 0.2 * w, 0.1 * b.h, sill=False)
    b.add(
        "stairhead", box(0.2 * w, 0.07 * b.h, 0.2 * d, 0.2 * w, b.h * 0.93, -0.1 * d), b.tone(0.8)
    )


def skyscraper(b: Draft) -> None:
    steel = stuff("metal", "#c9d2d9")
    for low, high, k in ((0.0, 0.5, 1.0), (0.5, 0.78, 0.78), (0.78, 0.9, 0.54)):
        w, d = b.w * k, b.d * k
        tall = (high - low) * b.h
        b.add(
            "glass",
            box(w * 0.96, tall, d * 0.96, 0, low * b.h, bevel=0.1),
            Material("facade", b.main.color, 0.15, 0.35),
        )
        floors = max(3, round(tall / b.h * 40))
        for i in range(floors + 1):
            b.add(
                "floors",
                box(
                    w * 0.985,
                    b.h * 0.005,
                    d * 0.985,
                    0,
                    low * b.h + (tall - b.h * 0.005) * i / floors,
                    bevel=0.05,
                ),
                steel,
            )
        for s in (-1, 1):
            for x in (-0.5, -0.25, 0, 0.25, 0.5):
                b.add(
                    "fins",
                    box(
                        w * 0.03, tall, w * 0.03, x * w * 0.97, low * b.h, s * d * 0.485, bevel=0.05
                    ),
                    steel,
                )
            for x in (-0.25, 0, 0.25):  # those at the corners are there
                b.add(
                    "fins",
                    box(
                        w * 0.03, tall, w * 0.03, s * w * 0.485, low * b.h, x * d * 0.97, bevel=0.05
                    ),
                    steel,
                )
    b.add("lobby", box(b.w, 0.03 * b.h, b.d, bevel=0.1), stuff("stone", "#6b6f74"))
    b.add("spire", cylinder(0.05 * b.w, 0.11 * b.h, 0, 0.89 * b.h, top=0.008 * b.w, n=8), steel)


def shop(b: Draft) -> None:
    w, d = b.w * 0.97, b.d * 0.84
    z0 = -b.d / 2 + d / 2
    z = z0 + d / 2
    b.add("walls", box(w, b.h * 0.95, d, 0, 0, z0))
    b.add("cornice", box(b.w, 0.05 * b.h, d * 1.04, 0, 0.95 * b.h, z0), STONE)
    b.add("shopfront", box(w * 0.94, 0.48 * b.h, 0.03 * d, 0, 0, z), stuff("wood", "#2f4a44"))
    for x, width in ((-0.29, 0.3), (0.29, 0.3)):
        b.add("windows", box(width * w, 0.34 * b.h, 0.05 * d, x * w, 0.1 * b.h, z), PANE)
    b.add("door", box(0.17 * w, 0.43 * b.h, 0.04 * d, 0, 0, z), stuff("wood", "#2f4a44"))
    b.add("windows", box(0.12 * w, 0.3 * b.h, 0.06 * d, 0, 0.1 * b.h, z), PANE)
    b.add(
        "sign",
        box(w * 0.9, 0.1 * b.h, 0.05 * d, 0, 0.56 * b.h, z + 0.01 * d),
        stuff("wood", "#24383a"),
    )
    for i in range(9):
        b.add(
            "letters",
            box(
                0.035 * w,
                (0.05 if i % 3 else 0.065) * b.h,
                0.02 * d,
                (i - 4) * 0.06 * w,
                0.575 * b.h,
                z + 0.035 * d,
            ),
            stuff("gold"),
        )
    count = 10
    for i in range(count):
        strip = prism(
            [(0, 0), (0.16 * b.d, -0.12 * b.h), (0.16 * b.d, -0.15 * b.h), (0.0, -0.04 * b.h)],
            w * 0.94 / count,
        )
        awning = strip.yaw(-90).move((i + 0.5 - count / 2) * w * 0.94 / count, 0.55 * b.h, z)
        b.add(f"awning {i % 2}", awning, stuff("fabric", "#c9343a" if i % 2 else "#f6f2e8"))
    for i in range(3):
        window(b, (i - 1) * 0.3 * w, 0.7 * b.h, z, 0.14 * w, 0.19 * b.h)


def factory(b: Draft) -> None:
    w, d, wall = b.w * 0.98, b.d * 0.98, 0.4 * b.h
    b.add("walls", box(w, wall, d))
    count = 4
    for i in range(count):
        width = w / count
        tooth = prism([(-width / 2, 0), (width / 2, 0), (width / 2, 0.2 * b.h)], d * 0.995)
        b.add("roof", tooth.move((i + 0.5 - count / 2) * width, wall), SLATE)
        b.add(
            "windows",
            box(
                0.03 * width,
                0.12 * b.h,
                d * 0.86,
                (i + 1 - count / 2) * width * 0.999,
                wall + 0.04 * b.h,
            ),
            PANE,
        )
    _grid(b, 7, 2, w * 0.94, 0.03 * b.h, wall * 0.97, d / 2, 0)
    for yaw in (90, -90):
        _grid(b, 5, 2, d * 0.94, 0.03 * b.h, wall * 0.97, w / 2, yaw)
    b.add("gate", box(0.14 * w, 0.24 * b.h, 0.03 * d, 0, 0, d / 2), DARK_METAL)
    for x, z, tall in ((-0.36, -0.2, 1.0), (-0.22, -0.3, 0.86)):
        b.add(
            "chimneys",
            lathe(
                [
                    (0.05 * w, 0),
                    (0.034 * w, tall * 0.96 * b.h),
                    (0.042 * w, tall * 0.97 * b.h),
                    (0.042 * w, tall * b.h),
                    (0.03 * w, tall * b.h),
                ],
                x * w,
                0,
                z * d,
                16,
            ),
        )
        b.add(
            "bands", cylinder(0.041 * w, 0.05 * b.h, x * w, tall * 0.84 * b.h, z * d, n=16), WHITE
        )


MODELS: dict[str, Family] = {
    "apartment building": apartment_building,
    "skyscraper": skyscraper,
    "shop": shop,
    "factory": factory,
}
