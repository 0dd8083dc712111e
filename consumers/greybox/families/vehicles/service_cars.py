"""Taxis, police cars and ambulances."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import BLACK
from consumers.greybox.families.vehicles.car_body import RED, SEDAN, VAN, shell
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import smooth
from consumers.greybox.solids import box, prism, soft


def taxi(b: Draft) -> None:
    low = Draft(b.w, b.h * 0.91, b.d, b.main, b.rng, pieces=b.pieces, looks=b.looks)
    shell(low, SEDAN)
    b.add(
        "sign",
        soft(0.36 * b.w, 0.1 * b.h, 0.06 * b.d, 0, 0.9 * b.h, -0.06 * b.d, 0.02 * b.h),
        stuff("light", "#fff2c0"),
    )
    b.add(
        "sign text", box(0.24 * b.w, 0.035 * b.h, 0.064 * b.d, 0, 0.935 * b.h, -0.06 * b.d), BLACK
    )
    count = 16
    for i in range(count):
        for row in range(2):
            if (i + row) % 2 == 0:
                z = (i + 0.5 - count / 2) * 0.78 * b.d / count
                square = box(
                    0.01 * b.w,
                    0.04 * b.h,
                    0.78 * b.d / count,
                    0.487 * b.w,
                    (0.4 + 0.04 * row) * b.h,
                    z,
                )
                b.add("checks", square.pair(), BLACK)


def police_car(b: Draft) -> None:
    low = Draft(b.w, b.h * 0.91, b.d, b.main, b.rng, pieces=b.pieces, looks=b.looks)
    shell(low, SEDAN)
    b.add("bar", soft(0.6 * b.w, 0.035 * b.h, 0.06 * b.d, 0, 0.905 * b.h, -0.06 * b.d), BLACK)
    b.add(
        "blue light",
        soft(0.26 * b.w, 0.07 * b.h, 0.055 * b.d, -0.16 * b.w, 0.93 * b.h, -0.06 * b.d),
        stuff("light", "#2f5fe8"),
    )
    b.add(
        "red light",
        soft(0.26 * b.w, 0.07 * b.h, 0.055 * b.d, 0.16 * b.w, 0.93 * b.h, -0.06 * b.d),
        RED,
    )
    door = box(0.012 * b.w, 0.28 * b.h, 0.4 * b.d, 0.482 * b.w, 0.24 * b.h, -0.03 * b.d)
    b.add("doors", door.pair(), stuff("paint", "#1c2a4a"))
    star = prism(
        smooth(
            [
                (0.05, 0),
                (0.02, 0.02),
                (0, 0.06),
                (-0.02, 0.02),
                (-0.05, 0),
                (-0.02, -0.02),
                (0, -0.06),
                (0.02, -0.02),
            ],
            1,
        ),
        0.02,
    )
    b.add(
        "badge",
        star.yaw(90)
        .scale(b.w, 1.6 * b.h, b.d * 0.5)
        .move(0.488 * b.w, 0.4 * b.h, -0.03 * b.d)
        .pair(),
        stuff("gold"),
    )


def ambulance(b: Draft) -> None:
    low = Draft(b.w, b.h * 0.88, b.d, b.main, b.rng, pieces=b.pieces, looks=b.looks)
    shell(low, VAN)
    b.add("cell", soft(b.w * 0.97, 0.72 * b.h, 0.62 * b.d, 0, 0.2 * b.h, -0.185 * b.d, 0.04 * b.w))
    b.add(
        "stripe",
        box(b.w * 0.985, 0.07 * b.h, 0.58 * b.d, 0, 0.36 * b.h, -0.185 * b.d),
        stuff("paint", "#d9342a"),
    )
    for w, h in ((0.05, 0.22), (0.15, 0.075)):
        b.add(
            "cross",
            box(b.w * 0.99, h * b.h, w * b.d, 0, (0.63 - h / 2) * b.h, -0.2 * b.d),
            stuff("paint", "#d9342a"),
        )
    for s in (-1, 1):
        b.add(
            "beacons",
            soft(
                0.3 * b.w,
                0.06 * b.h,
                0.05 * b.d,
                s * 0.26 * b.w,
                0.92 * b.h,
                0.08 * b.d,
                0.02 * b.h,
            ),
            stuff("light", "#2f5fe8"),
        )
        b.add(
            "beacons",
            soft(
                0.2 * b.w,
                0.05 * b.h,
                0.04 * b.d,
                s * 0.3 * b.w,
                0.92 * b.h,
                -0.46 * b.d,
                0.02 * b.h,
            ),
            stuff("light", "#2f5fe8"),
        )


MODELS: dict[str, Family] = {
    "taxi": taxi,
    "police car": police_car,
    "ambulance": ambulance,
}
