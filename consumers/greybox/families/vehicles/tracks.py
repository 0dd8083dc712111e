"""What runs on rails, and the rails: tracks, trams, toy trains; and prams, which do not."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, STEEL
from consumers.greybox.families.vehicles.craft_parts import PANE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, ring, rod, soft
from consumers.greybox.sweeps import curve, tube
from consumers.lexicon.words.materials import Material


def railway_track(b: Draft) -> None:
    """Two rails on sleepers in a bed of ballast, along z."""
    b.add("ballast", soft(b.w, 0.5 * b.h, b.d, 0, 0, 0, 0.2 * b.h), stuff("granite", "#8b8680"))
    count = max(6, min(60, round(b.d / 0.6)))
    for i in range(count):
        z = (i + 0.5 - count / 2) * b.d / count
        sleeper = box(0.86 * b.w, 0.3 * b.h, 0.4 * b.d / count, 0, 0.36 * b.h, z)
        b.add("sleepers", sleeper, stuff("wood", "#6a4e38"))
    for s in (-1, 1):
        x = s * 0.29 * b.w
        b.add("rails", box(0.07 * b.w, 0.08 * b.h, b.d, x, 0.64 * b.h), b.tone(1.0))
        b.add("rails", box(0.02 * b.w, 0.26 * b.h, b.d, x, 0.66 * b.h), b.tone(1.0))
        b.add("heads", box(0.045 * b.w, 0.12 * b.h, b.d, x, 0.88 * b.h), STEEL)


def tram(b: Draft) -> None:
    """A long car with a band of windows, doors, lights at its front and a bow to the wire."""
    low, roof = 0.1 * b.h, 0.84 * b.h
    b.add("body", soft(b.w, roof - low, b.d, 0, low, 0, 0.12 * b.w))
    b.add(
        "band",
        soft(1.004 * b.w, 0.3 * b.h, 0.97 * b.d, 0, 0.46 * b.h, 0, 0.06 * b.w),
        stuff("paint", "#f2ead8"),
    )
    count = max(4, round(b.d / 1.6))
    for i in range(count):
        z = (i + 0.5 - count / 2) * 0.86 * b.d / count
        door = i % 3 == 1
        tall, y = (0.58, 0.16) if door else (0.26, 0.48)
        long = 0.74 * 0.86 * b.d / count
        if door:
            b.add(
                "doors",
                box(1.008 * b.w, (tall + 0.03) * b.h, long * 1.06, 0, (y - 0.015) * b.h, z),
                DARK_METAL,
            )
        b.add(
            "windows",
            box(1.014 * b.w, tall * b.h, long * (0.8 if door else 1), 0, y * b.h, z),
            PANE,
        )
    for s in (-1, 1):
        pane = soft(0.8 * b.w, 0.3 * b.h, 0.03 * b.d, 0, 0.46 * b.h, s * 0.492 * b.d, 0.06 * b.w)
        b.add("windows", pane, PANE)
        b.add(
            "lamps",
            ball(0.06 * b.w, 0.06 * b.w, 0.02 * b.w, s * 0.3 * b.w, 0.28 * b.h, 0.5 * b.d),
            stuff("light", "#fff2cc"),
        )
    b.add(
        "sign",
        box(0.5 * b.w, 0.06 * b.h, 0.02 * b.d, 0, 0.775 * b.h, 0.482 * b.d),
        stuff("light", "#f2b03a"),
    )
    b.add(
        "roof",
        soft(0.8 * b.w, 0.05 * b.h, 0.8 * b.d, 0, roof - 0.01 * b.h, 0, 0.02 * b.h),
        stuff("metal", "#6a7078"),
    )
    for z in (-0.34, 0.34):
        b.add("bogies", box(0.7 * b.w, 0.1 * b.h, 0.2 * b.d, 0, 0.04 * b.h, z * b.d), BLACK)
        for dz in (-0.06, 0.06):
            b.add(
                "wheels", axle(0.06 * b.h, 0.8 * b.w, 0, 0.06 * b.h, (z + dz) * b.d, 18), DARK_METAL
            )
    for s in (-1, 1):
        x = s * 0.2 * b.w
        bow = [(x, roof, 0.0), (x, 0.93 * b.h, -0.07 * b.d), (x, 0.99 * b.h, 0.0)]
        b.add("bow", tube(bow, 0.012 * b.w, 6), BLACK)
    b.add(
        "bow",
        rod((-0.36 * b.w, 0.99 * b.h, 0), (0.36 * b.w, 0.99 * b.h, 0), 0.012 * b.w, n=6),
        BLACK,
    )


def toy_train(b: Draft) -> None:
    """A wooden engine and two coloured wagons."""
    third = b.d / 3.15
    blue, yellow = stuff("wood", "#3a6fc4"), stuff("wood", "#f2c23a")
    for i, color in enumerate((None, blue, yellow)):
        z = (1 - i) * 1.075 * third
        b.add(
            "frames", box(0.62 * b.w, 0.1 * b.h, third, 0, 0.16 * b.h, z), stuff("wood", "#d2aa70")
        )
        for dz in (-0.3, 0.3):
            b.add(
                "wheels",
                axle(0.17 * b.h, 0.9 * b.w, 0, 0.17 * b.h, z + dz * third, 18),
                stuff("wood", "#3a3f45"),
            )
            b.add("hubs", axle(0.06 * b.h, b.w, 0, 0.17 * b.h, z + dz * third, 12), yellow)
        if i:
            b.add(
                f"wagon {i}",
                soft(0.76 * b.w, 0.34 * b.h, 0.92 * third, 0, 0.26 * b.h, z, 0.05 * b.h),
                color,
            )
            for k in (-0.24, 0.0, 0.24):
                b.add(
                    f"load {i}",
                    ball(0.16 * b.h, x=0, y=0.62 * b.h, z=z + k * third),
                    None if i == 1 else blue,
                )
        if i < 2:
            z2 = z - 0.54 * third
            b.add(
                "hooks",
                rod(
                    (0, 0.2 * b.h, z2 + 0.06 * third), (0, 0.2 * b.h, z2 - 0.06 * third), 0.03 * b.h
                ),
                STEEL,
            )
    _toy_engine(b, third, yellow)


def _toy_engine(b: Draft, third: float, yellow: Material) -> None:
    """A boiler, a cab with a roof, a stack and a dome on the frame in front."""
    z = 1.075 * third
    boiler = (
        cylinder(0.24 * b.h, 0.62 * third, n=20).pitch(90).move(0, 0.46 * b.h, z - 0.16 * third)
    )
    b.add("boiler", boiler)
    b.add(
        "nose",
        cylinder(0.19 * b.h, 0.05 * third, n=20).pitch(90).move(0, 0.46 * b.h, z + 0.46 * third),
        stuff("wood", "#3a3f45"),
    )
    b.add(
        "cab",
        soft(0.78 * b.w, 0.62 * b.h, 0.34 * third, 0, 0.26 * b.h, z - 0.3 * third, 0.04 * b.h),
    )
    b.add(
        "roof",
        soft(0.9 * b.w, 0.08 * b.h, 0.44 * third, 0, 0.86 * b.h, z - 0.3 * third, 0.03 * b.h),
        yellow,
    )
    b.add(
        "panes",
        box(0.8 * b.w, 0.2 * b.h, 0.18 * third, 0, 0.6 * b.h, z - 0.3 * third),
        stuff("plastic", "#9fd4ee"),
    )
    b.add(
        "stack",
        cylinder(0.08 * b.h, 0.3 * b.h, 0, 0.66 * b.h, z + 0.3 * third, 0.13 * b.h),
        stuff("wood", "#3a3f45"),
    )
    b.add("dome", ball(0.09 * b.h, x=0, y=0.72 * b.h, z=z + 0.08 * third), yellow)


def stroller(b: Draft) -> None:
    """A pram: a basket with a hood on four wheels, a handle behind."""
    r = 0.16 * b.h
    for z in (-0.26, 0.3):
        for s in (-1, 1):
            x = s * 0.42 * b.w
            b.add("tyres", ring(r * 0.86, r * 0.14, n=22).roll(90).move(x, r, z * b.d), BLACK)
            b.add("spokes", axle(r * 0.14, 0.06 * b.w, x, r, z * b.d, 10), STEEL)
            for k in range(3):
                spoke = rod((0, -0.86 * r, 0), (0, 0.86 * r, 0), 0.03 * r, n=5).pitch(60 * k)
                b.add("spokes", spoke.move(x, r, z * b.d), STEEL)
            b.add(
                "frame",
                rod((x, r, z * b.d), (x * 0.9, 0.44 * b.h, -z * 0.5 * b.d), 0.022 * b.w),
                STEEL,
            )
        b.add("frame", rod((-0.42 * b.w, r, z * b.d), (0.42 * b.w, r, z * b.d), 0.02 * b.w), STEEL)
    b.add("basket", soft(0.78 * b.w, 0.26 * b.h, 0.72 * b.d, 0, 0.4 * b.h, 0.06 * b.d, 0.1 * b.h))
    b.add(
        "lining",
        soft(0.66 * b.w, 0.04 * b.h, 0.4 * b.d, 0, 0.64 * b.h, 0.18 * b.d, 0.02 * b.h),
        stuff("cotton"),
    )
    b.add(
        "blanket",
        soft(0.68 * b.w, 0.05 * b.h, 0.26 * b.d, 0, 0.645 * b.h, 0.26 * b.d, 0.02 * b.h),
        b.tone(1.5),
    )
    for i in range(5):
        a = -8 + 24 * i
        rib = soft(0.8 * b.w, 0.3 * b.h, 0.11 * b.d, 0, 0, 0, 0.05 * b.d).pitch(a - 62)
        b.add("hood", rib.move(0, 0.58 * b.h, -0.1 * b.d), b.tone(0.94 + 0.03 * (i % 2)))
    for s in (-1, 1):
        x = s * 0.36 * b.w
        bar = curve(
            [(x, 0.46 * b.h, -0.1 * b.d), (x, 0.7 * b.h, -0.38 * b.d), (x, 0.92 * b.h, -0.47 * b.d)]
        )
        b.add("frame", tube(bar, 0.02 * b.w, 8), STEEL)
    b.add(
        "handle",
        rod(
            (-0.37 * b.w, 0.93 * b.h, -0.47 * b.d),
            (0.37 * b.w, 0.93 * b.h, -0.47 * b.d),
            0.035 * b.w,
        ),
        BLACK,
    )


MODELS: dict[str, Family] = {
    "railway track": railway_track,
    "tram": tram,
    "toy train": toy_train,
    "stroller": stroller,
}
