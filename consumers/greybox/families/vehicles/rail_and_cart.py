"""Locomotives, carts and toy cars."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import DARK_METAL, DARK_WOOD, STEEL
from consumers.greybox.families.vehicles.car_body import LIGHT, PANE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import lathe
from consumers.lexicon.words.materials import Material


def train(b: Draft) -> None:
    """A steam locomotive."""
    black = stuff("iron", "#23272b")
    y = 0.48 * b.h
    boiler = cylinder(0.36 * b.w, 0.62 * b.d, n=24).pitch(90)
    b.add("boiler", boiler.move(0, y, -0.16 * b.d))
    for z in (-0.12, 0.08, 0.28):
        b.add(
            "bands",
            cylinder(0.37 * b.w, 0.012 * b.d, n=24).pitch(90).move(0, y, z * b.d),
            stuff("brass"),
        )
    b.add("smokebox", cylinder(0.37 * b.w, 0.1 * b.d, n=24).pitch(90).move(0, y, 0.38 * b.d), black)
    b.add("door", disc(0.26 * b.w, 0.02 * b.d, 0, y, 0.484 * b.d, 22), black)
    b.add("lamp", disc(0.1 * b.w, 0.04 * b.d, 0, y + 0.3 * b.w, 0.48 * b.d, 16), LIGHT)
    b.add(
        "chimney",
        lathe(
            [
                (0.12 * b.w, 0.62 * b.h),
                (0.1 * b.w, 0.7 * b.h),
                (0.2 * b.w, 0.92 * b.h),
                (0.22 * b.w, 0.93 * b.h),
                (0.22 * b.w, 0.97 * b.h),
                (0.15 * b.w, 0.97 * b.h),
            ],
            0,
            0,
            0.36 * b.d,
            18,
        ),
        black,
    )
    _train_details(b, black)


def _train_details(b: Draft, black: Material) -> None:
    for z in (0.18, -0.02):
        b.add(
            "domes",
            lathe(
                [
                    (0.16 * b.w, 0.6 * b.h),
                    (0.15 * b.w, 0.72 * b.h),
                    (0.08 * b.w, 0.77 * b.h),
                    (0, 0.78 * b.h),
                ],
                0,
                0,
                z * b.d,
                16,
            ),
            stuff("brass"),
        )
    b.add("cab", box(0.86 * b.w, 0.62 * b.h, 0.22 * b.d, 0, 0.26 * b.h, -0.3 * b.d))
    b.add(
        "windows",
        box(0.88 * b.w, 0.18 * b.h, 0.1 * b.d, 0, 0.62 * b.h, -0.3 * b.d)
        + box(0.6 * b.w, 0.14 * b.h, 0.23 * b.d, 0, 0.7 * b.h, -0.3 * b.d),
        PANE,
    )
    b.add("roof", soft(b.w, 0.05 * b.h, 0.28 * b.d, 0, 0.87 * b.h, -0.3 * b.d, 0.02 * b.h), black)
    b.add(
        "frame",
        box(0.8 * b.w, 0.09 * b.h, 0.94 * b.d, 0, 0.2 * b.h, -0.02 * b.d),
        stuff("paint", "#a8323a"),
    )
    b.add("coal", box(0.78 * b.w, 0.3 * b.h, 0.08 * b.d, 0, 0.26 * b.h, -0.45 * b.d), black)
    catcher = prism(
        [(-0.4 * b.w, 0), (0.4 * b.w, 0), (0.34 * b.w, 0.16 * b.h), (-0.34 * b.w, 0.16 * b.h)],
        0.03 * b.d,
    )
    b.add("catcher", catcher.pitch(-24).move(0, 0.03 * b.h, 0.48 * b.d), stuff("paint", "#a8323a"))
    for z in (-0.34, -0.18, -0.02):
        _rail_wheel(b, z * b.d, 0.17 * b.h)
    for z in (0.2, 0.32):
        _rail_wheel(b, z * b.d, 0.11 * b.h)
    b.add(
        "rods",
        box(0.03 * b.w, 0.03 * b.h, 0.4 * b.d, 0.47 * b.w, 0.13 * b.h, -0.14 * b.d).pair(),
        STEEL,
    )
    b.add(
        "cylinders",
        cylinder(0.08 * b.w, 0.14 * b.d).pitch(90).move(0.4 * b.w, 0.17 * b.h, 0.26 * b.d).pair(),
        black,
    )


def _rail_wheel(b: Draft, z: float, r: float) -> None:
    b.add("wheels", axle(r, 0.07 * b.w, 0.4 * b.w, r, z, 22).pair(), stuff("paint", "#a8323a"))
    b.add("wheel rims", ring(r * 0.92, r * 0.1, n=20).roll(90).move(0.44 * b.w, r, z).pair(), STEEL)
    b.add("hubs", axle(r * 0.25, 0.1 * b.w, 0.4 * b.w, r, z, 10).pair(), STEEL)


def toy_car(b: Draft) -> None:
    r = 0.24 * b.h
    b.add("body", soft(b.w * 0.86, 0.36 * b.h, b.d, 0, 0.16 * b.h, 0, 0.15 * b.h))
    b.add("cabin", soft(b.w * 0.74, 0.5 * b.h, 0.5 * b.d, 0, 0.5 * b.h, -0.05 * b.d, 0.18 * b.h))
    b.add(
        "windows",
        soft(b.w * 0.76, 0.26 * b.h, 0.36 * b.d, 0, 0.6 * b.h, -0.05 * b.d, 0.05 * b.h)
        + soft(b.w * 0.58, 0.26 * b.h, 0.515 * b.d, 0, 0.6 * b.h, -0.05 * b.d, 0.05 * b.h),
        stuff("plastic", "#9fd4ee"),
    )
    for z in (0.29, -0.29):
        b.add(
            "wheels",
            axle(r, 0.2 * b.w, 0.4 * b.w, r, z * b.d, 18).pair(),
            stuff("plastic", "#2b2f34"),
        )
        b.add(
            "hubs",
            axle(r * 0.5, 0.22 * b.w, 0.4 * b.w, r, z * b.d, 12).pair(),
            stuff("plastic", "#f2c02a"),
        )
    for s in (-1, 1):
        b.add(
            "lights",
            ball(0.1 * b.h, x=s * 0.28 * b.w, y=0.36 * b.h, z=0.48 * b.d),
            stuff("plastic", "#fff2b0"),
        )


def cart(b: Draft) -> None:
    r = 0.34 * b.h
    bed = 0.42 * b.h
    long, z0 = 0.62 * b.d, -0.19 * b.d
    for i in range(5):
        b.add(
            "floor", box(0.62 * b.w / 5 * 0.94, 0.05 * b.h, long, (i - 2) * 0.62 * b.w / 5, bed, z0)
        )
    for s in (-1, 1):
        for k in range(3):
            b.add(
                "sides",
                box(
                    0.03 * b.w,
                    0.15 * b.h,
                    long,
                    s * (0.33 + 0.015 * k) * b.w,
                    bed + (0.05 + 0.18 * k) * b.h,
                    z0,
                ),
            )
            b.add(
                "sides",
                box(
                    (0.66 + 0.03 * k) * b.w,
                    0.15 * b.h,
                    0.02 * b.d,
                    0,
                    bed + (0.05 + 0.18 * k) * b.h,
                    z0 + s * long / 2,
                ),
            )
        b.add(
            "shafts",
            rod(
                (s * 0.2 * b.w, bed, z0 + long / 2),
                (s * 0.2 * b.w, bed * 0.94, b.d / 2),
                0.03 * b.w,
            ),
            DARK_WOOD,
        )
        for z in (z0 - 0.18 * b.d, z0 + 0.18 * b.d):
            x = s * 0.45 * b.w
            b.add("rims", ring(r * 0.92, r * 0.09, n=22).roll(90).move(x, r, z), DARK_WOOD)
            for i in range(4):
                b.add(
                    "spokes",
                    rod((0, -0.9 * r, 0), (0, 0.9 * r, 0), 0.05 * r, n=6)
                    .pitch(45 * i)
                    .move(x, r, z),
                    DARK_WOOD,
                )
            b.add("hubs", axle(0.16 * r, 0.1 * b.w, x, r, z, 10), DARK_METAL)
            b.add("axles", rod((0, r, z), (x, r, z), 0.03 * b.w, n=6), DARK_WOOD)
    b.add("chassis", box(0.1 * b.w, 0.08 * b.h, long * 0.9, 0, bed - 0.07 * b.h, z0), DARK_WOOD)


MODELS: dict[str, Family] = {
    "train": train,
    "cart": cart,
    "toy car": toy_car,
}
