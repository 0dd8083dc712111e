"""Castles and towers."""

from __future__ import annotations

from consumers.greybox.families.buildings.fittings import PANE, SLATE, arch_panel, door
from consumers.greybox.families.furniture.joinery import DARK_METAL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import box, cylinder, prism
from consumers.greybox.sweeps import lathe


def tower(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    stretch = (b.w / 2 / r, 1, b.d / 2 / r)
    body = lathe(
        [
            (0.86 * r, 0),
            (0.8 * r, 0.04 * b.h),
            (0.72 * r, 0.76 * b.h),
            (0.92 * r, 0.82 * b.h),
            (0.95 * r, 0.9 * b.h),
            (0.8 * r, 0.9 * b.h),
            (0.8 * r, 0.86 * b.h),
        ],
        n=24,
    )
    b.add("walls", body.scale(*stretch))
    _merlons(b, 0.87 * r, 0.9 * b.h, 12, 0.17 * r, 0.05 * b.h, stretch)
    b.add(
        "roof",
        lathe(
            [(0.72 * r, 0.86 * b.h), (0.74 * r, 0.88 * b.h), (0.05 * r, 0.99 * b.h), (0, b.h)], n=20
        ).scale(*stretch),
        SLATE,
    )
    door(b, 0, 0, 0.79 * r, 0.34 * r, 0.14 * b.h)
    for i, y in enumerate((0.3, 0.46, 0.62)):
        for yaw in (0, 90, 180, 270):
            slit = box(0.1 * r, 0.06 * b.h, 0.1 * r, 0, y * b.h, 0.75 * r).yaw(yaw + 30 * i)
            b.add("slits", slit, PANE)
    for i in range(46):
        a, y = i * 2.4, 0.06 + 0.68 * i / 46
        k = 0.8 - 0.08 * y / 0.76
        b.add(
            "stones",
            box(0.2 * r, 0.018 * b.h, 0.04 * r, 0, y * b.h, k * r).yaw(a * 57.3),
            b.tone(0.86),
        )


def _merlons(
    b: Draft,
    r: float,
    y: float,
    count: int,
    w: float,
    h: float,
    stretch: tuple[float, float, float] = (1, 1, 1),
) -> None:
    for i in range(count):
        b.add(
            "merlons", box(w * 1.4, h, w, 0, y - 0.01 * h, r).yaw(360 * i / count).scale(*stretch)
        )


def castle(b: Draft) -> None:
    tr = 0.11 * b.w
    x, z = b.w / 2 - tr, b.d / 2 - tr
    wall = 0.46 * b.h
    for sx in (-1, 1):
        for sz in (-1, 1):
            at = (sx * x, 0, sz * z)
            tall = 0.64 * b.h
            b.add(
                "towers",
                lathe(
                    [
                        (tr, 0),
                        (tr * 0.92, 0.05 * b.h),
                        (tr * 0.88, tall * 0.84),
                        (tr, tall * 0.9),
                        (tr, tall),
                    ],
                    *at,
                    n=18,
                ),
                b.tone(0.94),
            )
            b.add(
                "roofs",
                lathe(
                    [(tr * 1.14, tall), (tr * 0.6, tall + 0.13 * b.h), (0, tall + 0.27 * b.h)],
                    *at,
                    n=18,
                ),
                stuff("ceramic", "#46608a"),
            )
            for yaw in (0, 90):
                b.add(
                    "slits",
                    box(tr * 0.18, 0.07 * b.h, tr * 1.84).yaw(yaw).move(at[0], tall * 0.55, at[2]),
                    PANE,
                )
    t = 0.07 * b.w
    for s in (-1, 1):
        b.add("walls", box(2 * x, wall, t, 0, 0, s * z))
        b.add("walls", box(t, wall, 2 * z, s * x, 0))
        for i in range(7):
            u = (i - 3) / 3.6
            b.add("merlons", box(0.055 * b.w, 0.05 * b.h, t, u * x, wall * 0.99, s * z))
            b.add("merlons", box(t, 0.05 * b.h, 0.055 * b.w, s * x, wall * 0.99, u * z))
    _castle_keep(b, z)


def _castle_keep(b: Draft, z: float) -> None:
    b.add("keep", box(0.42 * b.w, 0.72 * b.h, 0.4 * b.d, 0, 0, -0.06 * b.d), b.tone(1.06))
    for i in range(4):
        for s in (-1, 1):
            b.add(
                "merlons",
                box(
                    0.06 * b.w,
                    0.05 * b.h,
                    0.05 * b.w,
                    (i - 1.5) * 0.12 * b.w,
                    0.715 * b.h,
                    -0.06 * b.d + s * 0.18 * b.d,
                ),
            )
    for i in range(3):
        b.add(
            "keep windows",
            box(0.04 * b.w, 0.09 * b.h, 0.02 * b.d, (i - 1) * 0.12 * b.w, 0.54 * b.h, 0.14 * b.d),
            PANE,
        )
    b.add("gatehouse", box(0.24 * b.w, 0.54 * b.h, 0.14 * b.d, 0, 0, z), b.tone(0.9))
    for i in range(3):
        b.add(
            "merlons",
            box(0.05 * b.w, 0.05 * b.h, 0.14 * b.d, (i - 1) * 0.095 * b.w, 0.535 * b.h, z),
        )
    b.add(
        "gate",
        arch_panel(0.12 * b.w, 0.3 * b.h, 0.16 * b.d).move(0, 0, z),
        stuff("wood", "#4a2f1c"),
    )
    b.add("pole", cylinder(0.006 * b.w, 0.26 * b.h, 0, 0.72 * b.h, -0.06 * b.d, n=8), DARK_METAL)
    flag = prism([(0, 0), (0.14 * b.w, 0.035 * b.h), (0, 0.07 * b.h)], 0.01 * b.w)
    b.add("flag", flag.move(0, 0.9 * b.h, -0.06 * b.d), stuff("fabric", "#c9242c"))


MODELS: dict[str, Family] = {
    "tower": tower,
    "castle": castle,
}
