"""Aeroplanes, helicopters and balloons."""

from __future__ import annotations

from math import pi

import numpy as np

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, STEEL
from consumers.greybox.families.vehicles.craft_parts import PANE
from consumers.greybox.mesh import Mesh
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, disc, prism, rod
from consumers.greybox.sweeps import curve, lathe, loft, tube
from consumers.lexicon.words.materials import Material


def _wing(
    root: tuple[float, float, float],
    tip: tuple[float, float, float],
    chord: float,
    end: float,
    thick: float,
) -> Mesh:
    """A tapered wing between two (x, y, z) points; chords along z."""
    rings = []
    for (x, y, z), c in ((root, chord), (tip, end)):
        a = np.arange(12) * (2 * pi / 12)
        upper = np.where(np.sin(a) > 0, 1.0, 0.5)
        ring_of = np.stack(
            [np.full(12, x), y + thick * c * np.sin(a) * upper, z + c / 2 * np.cos(a)], axis=1
        )
        rings.append(ring_of)
    return loft(rings)


def airplane(b: Draft) -> None:
    r = 0.075 * b.w
    y = 0.4 * b.h
    line = [
        (0.0, y + dy * b.h, z * b.d)
        for z, dy in (
            (-0.5, 0.1),
            (-0.36, 0.05),
            (-0.2, 0),
            (0.3, 0),
            (0.42, -0.01),
            (0.47, -0.03),
            (0.5, -0.05),
        )
    ]
    b.add("fuselage", tube(line, [r * k for k in (0.18, 0.62, 1.0, 1.0, 0.86, 0.6, 0.25)], 18))
    b.add(
        "wings",
        _wing(
            (0.05 * b.w, y - 0.05 * b.h, 0.03 * b.d),
            (0.5 * b.w, y + 0.06 * b.h, -0.16 * b.d),
            0.22 * b.d,
            0.06 * b.d,
            0.09,
        ).pair(),
        b.tone(0.9),
    )
    accent = stuff("paint", "#2f5fa8")
    b.add(
        "tail",
        _wing(
            (0.02 * b.w, y + 0.1 * b.h, -0.42 * b.d),
            (0.19 * b.w, y + 0.14 * b.h, -0.48 * b.d),
            0.1 * b.d,
            0.045 * b.d,
            0.08,
        ).pair(),
        b.tone(0.9),
    )
    _airplane_details(b, accent, r, y)


def _airplane_details(b: Draft, accent: Material, r: float, y: float) -> None:
    fin = prism(
        [
            (-0.49 * b.d, y + 0.08 * b.h),
            (-0.34 * b.d, y + 0.08 * b.h),
            (-0.45 * b.d, b.h),
            (-0.5 * b.d, b.h),
        ],
        0.016 * b.w,
        0.003 * b.w,
    )
    b.add("fin", fin.yaw(-90), accent)
    for x in (0.17, 0.29):
        z = 0.09 * b.d - x * 0.34 * b.d
        body = lathe(
            [
                (0.03 * b.w, -0.05 * b.d),
                (0.042 * b.w, 0),
                (0.042 * b.w, 0.04 * b.d),
                (0.034 * b.w, 0.045 * b.d),
            ],
            n=14,
        ).pitch(90)
        b.add("engines", body.move(x * b.w, y - 0.13 * b.h, z).pair(), accent)
        b.add(
            "intakes",
            disc(0.033 * b.w, 0.01 * b.d, x * b.w, y - 0.13 * b.h, z + 0.042 * b.d, 14).pair(),
            BLACK,
        )
    for i in range(15):
        b.add(
            "windows",
            box(2.01 * r, 0.035 * b.h, 0.012 * b.d, 0, y + 0.02 * b.h, (0.3 - 0.036 * i) * b.d),
            PANE,
        )
    b.add("cockpit", ball(r * 0.66, 0.045 * b.h, 0.035 * b.d, 0, y + 0.1 * b.h, 0.43 * b.d), PANE)
    b.add("stripe", box(2.015 * r, 0.018 * b.h, 0.56 * b.d, 0, y - 0.03 * b.h, 0.02 * b.d), accent)
    for x, z in ((0.0, 0.36), (0.07, -0.04)):
        strut = rod(
            (x * b.w, 0.06 * b.h, z * b.d), (x * b.w, y - 0.1 * b.h, z * b.d), 0.006 * b.w, n=6
        )
        wheel = axle(0.06 * b.h, 0.02 * b.w, x * b.w, 0.06 * b.h, z * b.d, 14)
        b.add("gear", strut if x == 0 else strut.pair(), STEEL)
        b.add("wheels", wheel if x == 0 else wheel.pair(), BLACK)


def helicopter(b: Draft) -> None:
    y = 0.45 * b.h
    line = curve(
        [
            (0, y + 0.16 * b.h, -0.5 * b.d),
            (0, y + 0.1 * b.h, -0.2 * b.d),
            (0, y, 0.04 * b.d),
            (0, y - 0.02 * b.h, 0.2 * b.d),
            (0, y - 0.08 * b.h, 0.34 * b.d),
        ],
        4,
    )
    at = np.linspace(0, 4, len(line))
    wide = np.interp(at, range(5), (0.012, 0.03, 0.1, 0.105, 0.04)) * b.w
    tall = np.interp(at, range(5), (0.04, 0.09, 0.31, 0.32, 0.12)) * b.h
    b.add("body", tube(line, list(zip(wide.tolist(), tall.tolist(), strict=True)), 16))
    b.add("canopy", ball(0.094 * b.w, 0.25 * b.h, 0.13 * b.d, 0, y + 0.05 * b.h, 0.225 * b.d), PANE)
    b.add("windows", box(0.212 * b.w, 0.18 * b.h, 0.1 * b.d, 0, y + 0.03 * b.h, 0.05 * b.d), PANE)
    b.add(
        "mast",
        cylinder(0.016 * b.w, 0.2 * b.h, 0, 0.8 * b.h, 0.02 * b.d)
        + box(0.06 * b.w, 0.1 * b.h, 0.16 * b.d, 0, 0.72 * b.h, 0),
        DARK_METAL,
    )
    for i in range(4):
        blade = box(0.035 * b.d, 0.012 * b.h, 0.49 * b.w, 0, 0, 0.245 * b.w)
        b.add("rotor", blade.yaw(45 + 90 * i).move(0, 0.975 * b.h, 0.02 * b.d), DARK_METAL)
    fin = prism(
        [
            (-0.5 * b.d, y + 0.14 * b.h),
            (-0.42 * b.d, y + 0.14 * b.h),
            (-0.46 * b.d, y + 0.48 * b.h),
            (-0.5 * b.d, y + 0.48 * b.h),
        ],
        0.012 * b.w,
    )
    b.add("fin", fin.yaw(-90), b.tone(0.8))
    _helicopter_tail(b, y)


def _helicopter_tail(b: Draft, y: float) -> None:
    for i in range(3):
        b.add(
            "tail rotor",
            box(0.004 * b.w, 0.26 * b.h, 0.02 * b.d)
            .pitch(120 * i)
            .move(0.02 * b.w, y + 0.34 * b.h, -0.48 * b.d),
            DARK_METAL,
        )
    b.add(
        "stabiliser",
        box(0.22 * b.w, 0.015 * b.h, 0.05 * b.d, 0, y + 0.14 * b.h, -0.4 * b.d),
        b.tone(0.8),
    )
    skid = curve(
        [
            (0.12 * b.w, 0.1 * b.h, 0.3 * b.d),
            (0.12 * b.w, 0.02 * b.h, 0.24 * b.d),
            (0.12 * b.w, 0.02 * b.h, -0.12 * b.d),
        ],
        3,
    )
    b.add("skids", tube(skid, 0.007 * b.w, 7).pair(), DARK_METAL)
    for z in (0.14, -0.04):
        b.add(
            "skids",
            rod(
                (0.12 * b.w, 0.02 * b.h, z * b.d),
                (0.05 * b.w, y - 0.2 * b.h, z * b.d),
                0.006 * b.w,
                n=6,
            ).pair(),
            DARK_METAL,
        )


def hot_air_balloon(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    profile = [
        (0.2, 0.24),
        (0.36, 0.3),
        (0.72, 0.43),
        (0.94, 0.56),
        (1.0, 0.7),
        (0.9, 0.84),
        (0.64, 0.94),
        (0.3, 0.99),
    ]
    gores = 12
    for g in range(gores):
        rings = []
        for k, y in profile:
            a = np.linspace(2 * pi * g / gores, 2 * pi * (g + 1) / gores, 5)
            bulge = 1 + 0.035 * np.sin(np.linspace(0, pi, 5))
            arc = np.stack(
                [k * r * bulge * np.sin(a), np.full(5, y * b.h), k * r * bulge * np.cos(a)], axis=1
            )
            rings.append(np.concatenate([arc, [[0, y * b.h, 0]]]))
        white = stuff("fabric", "#f6efdc")
        b.add("stripes" if g % 2 else "envelope", loft(rings), white if g % 2 else None, 40)
    b.add("crown", cylinder(0.31 * r, 0.012 * b.h, 0, 0.985 * b.h, n=24))
    w = 0.3 * r
    wicker = stuff("wicker")
    b.add("basket", box(w, 0.085 * b.h, w, 0, 0, bevel=0.05 * w), wicker)
    for y in (0.0, 0.028, 0.056, 0.08):
        b.add("weave", box(w * 1.07, 0.012 * b.h, w * 1.07, 0, y * b.h), stuff("wicker", "#8f6238"))
    for sx in (-1, 1):
        for sz in (-1, 1):
            b.add(
                "ropes",
                rod(
                    (sx * w / 2, 0.08 * b.h, sz * w / 2),
                    (sx * 0.15 * r, 0.25 * b.h, sz * 0.15 * r),
                    0.008 * r,
                    n=5,
                ),
                DARK_METAL,
            )
    b.add("burner", cylinder(0.05 * r, 0.03 * b.h, 0, 0.15 * b.h), STEEL)
    b.add(
        "flame",
        lathe([(0, 0.18 * b.h), (0.04 * r, 0.2 * b.h), (0, 0.25 * b.h)], n=10),
        stuff("light", "#f7a81f"),
    )


MODELS: dict[str, Family] = {
    "airplane": airplane,
    "helicopter": helicopter,
    "hot air balloon": hot_air_balloon,
}
