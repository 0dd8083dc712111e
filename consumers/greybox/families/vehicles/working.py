"""Vehicles that dig, tow, dive and fly fast: excavators, tugboats, torpedoes, fighter jets."""

from __future__ import annotations

from math import pi

import numpy as np

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, STEEL
from consumers.greybox.families.vehicles.craft_parts import PANE, hull
from consumers.greybox.mesh import Mesh
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, prism, ring, rod, soft
from consumers.greybox.sweeps import lathe, loft, tube

_RUBBER = stuff("rubber")


def excavator(b: Draft) -> None:
    """Tracks, a turning house with a cab, and a jointed arm with a bucket to the front."""
    for s in (-1, 1):
        x = s * 0.38 * b.w
        track = soft(0.22 * b.w, 0.22 * b.h, 0.62 * b.d, x, 0, -0.18 * b.d, 0.1 * b.h)
        b.add("tracks", track, _RUBBER)
        for i in range(5):
            wheel = axle(0.07 * b.h, 0.24 * b.w, x, 0.11 * b.h, (-0.4 + 0.11 * i) * b.d, 14)
            b.add("rollers", wheel, DARK_METAL)
        for i in range(12):
            z = (-0.455 + 0.05 * i) * b.d
            for y in (0.0, 0.205):
                b.add(
                    "treads", box(0.24 * b.w, 0.016 * b.h, 0.022 * b.d, x, y * b.h, z), DARK_METAL
                )
    b.add("ring", cylinder(0.3 * b.w, 0.07 * b.h, 0, 0.22 * b.h, -0.18 * b.d), DARK_METAL)
    house = soft(0.86 * b.w, 0.24 * b.h, 0.5 * b.d, 0, 0.28 * b.h, -0.24 * b.d, 0.03 * b.h)
    b.add("house", house)
    b.add(
        "weight", soft(0.84 * b.w, 0.26 * b.h, 0.12 * b.d, 0, 0.26 * b.h, -0.44 * b.d), DARK_METAL
    )
    b.add("grille", box(0.3 * b.w, 0.1 * b.h, 0.2 * b.d, 0.29 * b.w, 0.38 * b.h, -0.3 * b.d), BLACK)
    cab = (-0.22 * b.w, -0.1 * b.d)
    b.add("glass", box(0.36 * b.w, 0.32 * b.h, 0.22 * b.d, cab[0], 0.5 * b.h, cab[1]), PANE)
    for sx in (-1, 1):
        for sz in (-1, 1):
            p = (cab[0] + sx * 0.18 * b.w, 0.5 * b.h, cab[1] + sz * 0.11 * b.d)
            b.add("cab", rod(p, (p[0], 0.82 * b.h, p[2]), 0.02 * b.w, n=6))
    b.add("cab", soft(0.4 * b.w, 0.04 * b.h, 0.25 * b.d, cab[0], 0.81 * b.h, cab[1], 0.015 * b.h))
    b.add(
        "exhaust",
        rod((0.3 * b.w, 0.5 * b.h, -0.36 * b.d), (0.3 * b.w, 0.7 * b.h, -0.36 * b.d), 0.03 * b.w),
        BLACK,
    )
    points = [(0.46, -0.02), (0.86, 0.1), (0.98, 0.2), (0.86, 0.32)]
    boom = [(0.1 * b.w, y * b.h, z * b.d) for y, z in points]
    b.add("boom", tube(boom, [(0.06 * b.w, 0.055 * b.h)] * 4, 8))
    stick = [boom[-1], (0.1 * b.w, 0.3 * b.h, 0.44 * b.d)]
    b.add(
        "boom",
        tube([boom[-2], *stick[1:]], [(0.05 * b.w, 0.05 * b.h), (0.045 * b.w, 0.035 * b.h)], 8),
    )
    b.add(
        "pistons",
        rod((0.1 * b.w, 0.5 * b.h, 0.04 * b.d), (0.1 * b.w, 0.86 * b.h, 0.15 * b.d), 0.025 * b.w),
        STEEL,
    )
    b.add(
        "pistons",
        rod((0.1 * b.w, 0.98 * b.h, 0.16 * b.d), (0.1 * b.w, 0.62 * b.h, 0.36 * b.d), 0.02 * b.w),
        STEEL,
    )
    side = [(0.0, 0.32), (0.1, 0.34), (0.06, 0.06), (-0.08, 0.0), (-0.14, 0.1)]
    bucket = prism([(x * b.d, y * b.h) for x, y in side], 0.34 * b.w, 0.01 * b.w).yaw(-90)
    b.add("bucket", bucket.move(0.1 * b.w, 0.02 * b.h, 0.4 * b.d), DARK_METAL)
    for i in range(4):
        tooth = rod((0, 0, 0), (0, -0.015 * b.h, -0.05 * b.d), 0.02 * b.w, 0.008 * b.w, 6)
        b.add("teeth", tooth.move((-0.02 + 0.08 * i) * b.w, 0.06 * b.h, 0.34 * b.d), STEEL)


def tugboat(b: Draft) -> None:
    """A short stout hull with tyres along it, a wheelhouse and a funnel."""
    deck = 0.32 * b.h
    b.add("hull", hull(b.w * 0.94, deck, b.d * 0.98, sheer=0.34, stern=0.9), None, 40)
    b.add(
        "deck",
        hull(0.88 * b.w, 0.06 * b.h, 0.9 * b.d, sheer=0.3, stern=0.9).move(0, 0.68 * deck),
        stuff("wood", "#b08a5a"),
        40,
    )
    white = stuff("paint", "#f2f2ee")
    b.add(
        "house",
        soft(0.56 * b.w, 0.24 * b.h, 0.4 * b.d, 0, 0.76 * deck, -0.02 * b.d, 0.03 * b.h),
        white,
    )
    b.add(
        "bridge",
        soft(0.5 * b.w, 0.17 * b.h, 0.2 * b.d, 0, 0.46 * b.h, 0.06 * b.d, 0.02 * b.h),
        white,
    )
    b.add("windows", box(0.51 * b.w, 0.07 * b.h, 0.16 * b.d, 0, 0.53 * b.h, 0.06 * b.d), PANE)
    b.add("windows", box(0.42 * b.w, 0.07 * b.h, 0.205 * b.d, 0, 0.53 * b.h, 0.06 * b.d), PANE)
    b.add("roof", soft(0.56 * b.w, 0.03 * b.h, 0.25 * b.d, 0, 0.63 * b.h, 0.06 * b.d), b.tone(0.9))
    b.add(
        "funnel", lathe([(0.12 * b.w, 0), (0.1 * b.w, 0.26 * b.h)], 0, 0.48 * b.h, -0.12 * b.d, 20)
    )
    b.add("cap", cylinder(0.105 * b.w, 0.06 * b.h, 0, 0.72 * b.h, -0.12 * b.d), BLACK)
    b.add(
        "mast",
        rod((0, 0.64 * b.h, 0.06 * b.d), (0, b.h, 0.04 * b.d), 0.016 * b.w, 0.008 * b.w),
        DARK_METAL,
    )
    b.add(
        "mast",
        rod(
            (-0.14 * b.w, 0.86 * b.h, 0.05 * b.d), (0.14 * b.w, 0.86 * b.h, 0.05 * b.d), 0.01 * b.w
        ),
        DARK_METAL,
    )
    for z in (-0.34, -0.2, -0.06, 0.08, 0.2):
        for s in (-1, 1):
            tyre = ring(0.09 * b.h, 0.035 * b.h, n=16).roll(90)
            b.add(
                "tyres",
                tyre.move(s * (0.47 - 0.5 * max(0.0, z) ** 1.6) * b.w, 0.62 * deck, z * b.d),
                _RUBBER,
            )
    b.add("bollard", cylinder(0.05 * b.w, 0.1 * b.h, 0, 0.76 * deck, -0.36 * b.d), DARK_METAL)


def torpedo(b: Draft) -> None:
    """A slim cylinder, round-nosed, with fins and a screw behind."""
    r = 0.36 * min(b.w, b.h)
    side = [
        (0, -0.44),
        (0.5, -0.42),
        (0.72, -0.3),
        (1, -0.18),
        (1, 0.34),
        (0.9, 0.44),
        (0.6, 0.48),
        (0, 0.5),
    ]
    b.add("body", lathe([(r * x, b.d * z) for x, z in side], n=28).pitch(90).move(0, 0.5 * b.h))
    for z in (0.2, -0.1):
        b.add(
            "bands",
            ring(r, 0.03 * r, n=28).pitch(90).move(0, 0.5 * b.h, z * b.d),
            stuff("paint", "#c8322f"),
        )
    b.add(
        "nose",
        ball(0.45 * r, 0.45 * r, 0.06 * b.d, 0, 0.5 * b.h, 0.45 * b.d),
        stuff("paint", "#c8322f"),
    )
    fin = prism([(0, 0), (0.12 * b.d, 0), (0.09 * b.d, 0.9 * r), (0.01 * b.d, 0.9 * r)], 0.08 * r)
    for k in range(4):
        turned = fin.yaw(90).move(0, 0.45 * r, -0.3 * b.d).roll(90 * k)
        b.add("fins", turned.move(0, 0.5 * b.h), b.tone(0.8))
    for k in range(5):
        blade = ball(0.22 * r, 0.42 * r, 0.04 * r, 0, 0.4 * r, detail=1).yaw(35).roll(72 * k)
        b.add("screw", blade.move(0, 0.5 * b.h, -0.45 * b.d), stuff("bronze"))


def fighter_jet(b: Draft) -> None:
    """A pointed body with swept wings, two fins, missiles and two nozzles."""
    y = 0.42 * b.h
    stations = [
        (-0.5, 0.16, 0.1),
        (-0.3, 0.2, 0.16),
        (0.0, 0.19, 0.19),
        (0.2, 0.1, 0.15),
        (0.36, 0.06, 0.1),
        (0.5, 0.008, 0.012),
    ]
    a = np.arange(20) * (2 * pi / 20)
    rings = []
    for z, rx, ry in stations:
        rings.append(
            np.stack(
                [rx * b.w * 0.6 * np.cos(a), y + ry * b.h * 0.8 * np.sin(a), np.full(20, z * b.d)],
                axis=1,
            )
        )
    b.add("body", loft(rings))
    canopy = ball(0.045 * b.w, 0.11 * b.h, 0.1 * b.d, 0, y + 0.1 * b.h, 0.23 * b.d)
    b.add("canopy", canopy, stuff("glass", "#3a4a58"))
    b.add("wings", _wing([(0.1, 0.08), (0.5, -0.2), (0.5, -0.27), (0.1, -0.3)], b, y).pair())
    b.add("wings", _wing([(0.08, -0.34), (0.27, -0.43), (0.27, -0.49), (0.08, -0.47)], b, y).pair())
    _jet_sides(b, y)
    b.add("gear", rod((0, 0.07 * b.h, 0.26 * b.d), (0, y, 0.26 * b.d), 0.01 * b.w), STEEL)
    b.add("wheels", axle(0.07 * b.h, 0.03 * b.w, 0, 0.07 * b.h, 0.26 * b.d, 16), BLACK)


def _jet_sides(b: Draft, y: float) -> None:
    """A fin, an intake, a nozzle, a missile and a wheel on each side of a body at ``y``."""
    for s in (-1, 1):
        fin = [(-0.26, 0.0), (-0.38, 0.5), (-0.45, 0.5), (-0.44, 0.0)]
        tail = prism([(z * b.d, h * b.h) for z, h in fin], 0.008 * b.w).yaw(-90).roll(-12 * s)
        b.add("fins", tail.move(s * 0.09 * b.w, y + 0.08 * b.h), b.tone(0.9))
        b.add(
            "intakes",
            soft(0.09 * b.w, 0.18 * b.h, 0.3 * b.d, s * 0.12 * b.w, y - 0.12 * b.h, 0.02 * b.d),
            b.tone(0.9),
        )
        b.add(
            "intakes",
            box(0.07 * b.w, 0.14 * b.h, 0.01 * b.d, s * 0.12 * b.w, y - 0.1 * b.h, 0.17 * b.d),
            BLACK,
        )
        nozzle = lathe(
            [
                (0.06 * b.w, 0),
                (0.075 * b.w, 0.06 * b.d),
                (0.055 * b.w, 0.07 * b.d),
                (0, 0.03 * b.d),
            ],
            n=18,
        ).pitch(-90)
        b.add("nozzles", nozzle.move(s * 0.07 * b.w, y, -0.45 * b.d), DARK_METAL)
        b.add(
            "missiles",
            rod((s * 0.5 * b.w, y, -0.32 * b.d), (s * 0.5 * b.w, y, -0.12 * b.d), 0.01 * b.w),
            stuff("paint", "#f2f2ee"),
        )
        b.add(
            "gear",
            rod(
                (s * 0.1 * b.w, 0.08 * b.h, -0.1 * b.d), (s * 0.09 * b.w, y, -0.1 * b.d), 0.01 * b.w
            ),
            STEEL,
        )
        b.add(
            "wheels", axle(0.08 * b.h, 0.03 * b.w, s * 0.1 * b.w, 0.08 * b.h, -0.1 * b.d, 16), BLACK
        )


def _wing(corners: list[tuple[float, float]], b: Draft, y: float) -> Mesh:
    """A flat wing of (x, z) corners in shares of width and depth."""
    flat = prism([(x * b.w, -z * b.d) for x, z in corners], 0.03 * b.h, 0.01 * b.h)
    return flat.pitch(-90).move(0, y)


def kayak(b: Draft) -> None:
    """A decked boat with a seat's opening, and a paddle across it."""
    stations = np.linspace(-0.5, 0.5, 15)
    rings, a = [], np.arange(16) * (2 * pi / 16)
    for t in stations:
        k = max(1 - (2 * abs(float(t))) ** 2.4, 0.012)
        lift = 0.3 * b.h * (2 * abs(float(t))) ** 3
        rise = np.where(np.sin(a) > 0, 0.3, 0.4) * b.h * (0.25 + 0.75 * k)
        rings.append(
            np.stack(
                [
                    0.47 * b.w * k * np.cos(a),
                    0.4 * b.h + lift + rise * np.sin(a),
                    np.full(16, float(t) * b.d),
                ],
                axis=1,
            )
        )
    b.add("hull", loft(rings))
    b.add(
        "rim",
        ring(0.2 * b.w, 0.025 * b.w, n=24)
        .scale(1, 1, 0.12 * b.d / (0.2 * b.w))
        .move(0, 0.72 * b.h, -0.03 * b.d),
        BLACK,
    )
    b.add("seat", ball(0.19 * b.w, 0.03 * b.h, 0.11 * b.d, 0, 0.69 * b.h, -0.03 * b.d), BLACK)
    for s in (-1, 1):
        b.add(
            "lines",
            rod(
                (s * 0.2 * b.w, 0.7 * b.h, 0.14 * b.d),
                (-s * 0.12 * b.w, 0.72 * b.h, 0.26 * b.d),
                0.008 * b.w,
                n=5,
            ),
            BLACK,
        )
        blade = ball(0.12 * b.w, 0.012 * b.h, 0.035 * b.d, s * 0.6 * b.w, 0.88 * b.h, 0.09 * b.d)
        b.add("paddle", blade.yaw(0), stuff("plastic", "#f2cd2c"))
    b.add(
        "paddle shaft",
        rod(
            (-0.62 * b.w, 0.88 * b.h, 0.09 * b.d), (0.62 * b.w, 0.88 * b.h, 0.09 * b.d), 0.02 * b.w
        ),
        BLACK,
    )


def canoe(b: Draft) -> None:
    """An open boat with raised pointed ends, two seats and a paddle."""
    boat = hull(b.w, 0.8 * b.h, b.d, hollow=0.88, sheer=0.4, stern=1.0, both=True)
    b.add("hull", boat, None, 40)
    for z in (-0.24, 0.24):
        b.add(
            "seats",
            box(0.74 * b.w, 0.05 * b.h, 0.07 * b.d, 0, 0.34 * b.h, z * b.d),
            stuff("wicker"),
        )
    b.add("yoke", box(0.84 * b.w, 0.05 * b.h, 0.025 * b.d, 0, 0.42 * b.h), b.tone(0.7))
    b.add(
        "paddle",
        rod((-0.1 * b.w, 0.45 * b.h, -0.2 * b.d), (0.1 * b.w, 0.5 * b.h, 0.14 * b.d), 0.018 * b.w),
        b.tone(1.3),
    )
    b.add(
        "paddle",
        ball(0.09 * b.w, 0.02 * b.h, 0.05 * b.d, 0.11 * b.w, 0.5 * b.h, 0.18 * b.d),
        b.tone(1.3),
    )


MODELS: dict[str, Family] = {
    "excavator": excavator,
    "tugboat": tugboat,
    "torpedo": torpedo,
    "fighter jet": fighter_jet,
    "kayak": kayak,
    "canoe": canoe,
}
