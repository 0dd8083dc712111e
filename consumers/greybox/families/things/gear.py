"""Swords, shields, anvils, microscopes and umbrellas."""

from __future__ import annotations

from math import pi

import numpy as np

from consumers.greybox.families.furniture.joinery import STEEL
from consumers.greybox.families.things.tool_parts import GRIP, HANDLE, flat
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, prism, rod
from consumers.greybox.sweeps import curve, loft, rounded, tube


def umbrella(b: Draft) -> None:
    """Open, standing on its tip of the handle."""
    r = min(b.w, b.d) / 2
    ribs = 8
    a = np.arange(ribs * 4) * (2 * pi / (ribs * 4))
    rings = []
    for k, y in ((1.0, 0.62), (0.96, 0.69), (0.74, 0.84), (0.42, 0.925), (0.08, 0.95)):
        scallop = 1.0 - 0.06 * k * np.abs(np.sin(a * ribs / 2))
        rings.append(
            np.stack(
                [
                    r * k * scallop * np.sin(a),
                    np.full(len(a), y * b.h) + 0.05 * k**3 * b.h * np.abs(np.sin(a * ribs / 2)),
                    r * k * scallop * np.cos(a),
                ],
                axis=1,
            )
        )
    under = [v - np.array([0, 0.014 * b.h, 0]) for v in rings[::-1]]
    b.add(
        "canopy", loft([*under[-1:], *rings, *[u * [0.98, 1, 0.98] for u in under[:-1]]]), None, 30
    )
    b.add("shaft", cylinder(0.014 * r, 0.9 * b.h, 0, 0.1 * b.h, n=10), STEEL)
    hook = curve(
        [
            (0, 0.14 * b.h, 0),
            (0, 0.05 * b.h, 0),
            (0, 0.015 * b.h, 0.06 * r),
            (0, 0.04 * b.h, 0.13 * r),
            (0, 0.075 * b.h, 0.14 * r),
        ],
        3,
    )
    b.add("handle", tube(hook, 0.026 * r, 8), HANDLE)
    b.add("tip", cylinder(0.02 * r, 0.05 * b.h, 0, 0.945 * b.h, top=0.01 * r, n=8), STEEL)
    for i in range(ribs):
        turn = 360 * i / ribs
        b.add(
            "ribs",
            rod((0, 0.75 * b.h, 0), (0, 0.79 * b.h, 0.7 * r), 0.006 * r, n=4).yaw(turn),
            STEEL,
        )
        b.add("ends", ball(0.014 * r, x=0, y=0.625 * b.h, z=0.985 * r, detail=1).yaw(turn), STEEL)


def sword(b: Draft) -> None:
    y = b.h / 2
    blade = [
        (-0.16 * b.w, 0.24 * b.d),
        (0.16 * b.w, 0.24 * b.d),
        (0.13 * b.w, -0.42 * b.d),
        (0, -0.5 * b.d),
        (-0.13 * b.w, -0.42 * b.d),
    ]
    b.add("blade", flat(blade, 0.36 * b.h, 0.16 * b.h).move(0, y - 0.18 * b.h), None, 20)
    b.add(
        "fuller", box(0.06 * b.w, 0.4 * b.h, 0.5 * b.d, 0, y - 0.2 * b.h, -0.04 * b.d), b.tone(0.75)
    )
    guard = curve(
        [
            (-b.w / 2, y, 0.24 * b.d),
            (-0.25 * b.w, y, 0.262 * b.d),
            (0, y, 0.258 * b.d),
            (0.25 * b.w, y, 0.262 * b.d),
            (b.w / 2, y, 0.24 * b.d),
        ],
        3,
    )
    b.add("guard", tube(guard, [(0.012 * b.d, 0.3 * b.h)] * len(guard), 8), stuff("gold"))
    for i in range(7):
        b.add(
            "grip",
            rod((0, y, (0.275 + 0.025 * i) * b.d), (0, y, (0.297 + 0.025 * i) * b.d), 0.36 * b.h),
            stuff("leather", "#4a2a1c"),
        )
    b.add("pommel", ball(0.5 * b.h, 0.5 * b.h, 0.03 * b.d, 0, y, 0.47 * b.d), stuff("gold"))
    b.add(
        "jewel",
        ball(0.2 * b.h, 0.12 * b.h, 0.2 * b.h, 0, y + 0.3 * b.h, 0.258 * b.d, detail=1),
        stuff("crystal", "#c01f3a"),
    )


def shield(b: Draft) -> None:
    half = [
        (0.0, 1.0),
        (0.2, 0.98),
        (0.38, 0.985),
        (0.5, 1.0),
        (0.48, 0.66),
        (0.4, 0.36),
        (0.22, 0.12),
        (0.0, 0.0),
    ]
    outline = np.array([*half[::-1], *[(-x, y) for x, y in half[-2:0:-1][::-1]]])
    shape = outline * [b.w, b.h]

    middle = np.array([0, 0.52 * b.h])
    for name, k, thick, look in (("rim", 1.0, 0.34, stuff("steel")), ("field", 0.9, 0.42, b.main)):
        b.add(
            name,
            prism((shape - middle) * k + middle, thick * b.d, 0.06 * b.d).move(0, 0, 0.1 * b.d),
            look,
        )
    z = 0.32 * b.d
    b.add(
        "cross",
        box(0.13 * b.w, 0.78 * b.h, 0.05 * b.d, 0, 0.12 * b.h, z)
        + box(0.78 * b.w, 0.1 * b.h, 0.05 * b.d, 0, 0.62 * b.h, z),
        stuff("gold"),
    )
    b.add("boss", ball(0.15 * b.w, 0.12 * b.h, 0.2 * b.d, 0, 0.67 * b.h, z), stuff("steel"))
    for x, y in ((-0.42, 0.93), (0.42, 0.93), (-0.38, 0.5), (0.38, 0.5), (0.0, 0.07)):
        b.add(
            "rivets",
            ball(0.03 * b.w, 0.024 * b.h, 0.07 * b.d, x * b.w, y * b.h, 0.27 * b.d, detail=1),
            stuff("gold"),
        )


def anvil(b: Draft) -> None:
    b.add(
        "block",
        loft(
            [
                rounded(b.w * w, b.d * d, 0.04 * b.w, b.h * y)
                for w, d, y in (
                    (1.0, 0.5, 0),
                    (1.0, 0.5, 0.1),
                    (0.8, 0.42, 0.2),
                    (0.5, 0.26, 0.38),
                    (0.52, 0.3, 0.54),
                    (0.66, 0.52, 0.66),
                    (0.66, 0.54, 1.0),
                )
            ]
        ),
        None,
        30,
    )
    b.add("heel", box(0.66 * b.w, 0.2 * b.h, 0.3 * b.d, 0, 0.8 * b.h, -0.35 * b.d))
    horn = tube(
        [(0, 0.86 * b.h, 0.2 * b.d), (0, 0.88 * b.h, 0.36 * b.d), (0, 0.93 * b.h, 0.49 * b.d)],
        [(0.32 * b.w, 0.14 * b.h), (0.22 * b.w, 0.1 * b.h), (0.05 * b.w, 0.03 * b.h)],
        14,
    )
    b.add("horn", horn)
    b.add("face", box(0.62 * b.w, 0.02 * b.h, 0.7 * b.d, 0, 0.985 * b.h, -0.12 * b.d), b.tone(1.3))


def microscope(b: Draft) -> None:
    b.add("foot", box(b.w, 0.07 * b.h, 0.7 * b.d, 0, 0, 0.02 * b.d, bevel=0.03 * b.h), GRIP)
    arm = curve(
        [
            (0, 0.05 * b.h, -0.28 * b.d),
            (0, 0.34 * b.h, -0.42 * b.d),
            (0, 0.62 * b.h, -0.36 * b.d),
            (0, 0.76 * b.h, -0.1 * b.d),
        ],
        4,
    )
    b.add("arm", tube(arm, [(0.13 * b.w, 0.07 * b.h)] * len(arm), 12))
    b.add("stage", box(0.7 * b.w, 0.03 * b.h, 0.46 * b.d, 0, 0.34 * b.h, 0.08 * b.d), GRIP)
    b.add("slide", box(0.4 * b.w, 0.01 * b.h, 0.1 * b.d, 0, 0.37 * b.h, 0.08 * b.d), stuff("glass"))
    b.add("stage", box(0.16 * b.w, 0.05 * b.h, 0.4 * b.d, 0, 0.31 * b.h, -0.2 * b.d), GRIP)
    b.add(
        "lamp",
        cylinder(0.16 * b.w, 0.06 * b.h, 0, 0.07 * b.h, 0.1 * b.d),
        stuff("light", "#fff2c0"),
    )
    lean = -16.0
    for r, y0, y1, look in (
        (0.11, 0.54, 0.86, b.main),
        (0.15, 0.52, 0.6, GRIP),
        (0.08, 0.84, 0.95, GRIP),
        (0.1, 0.93, 0.985, GRIP),
    ):
        body = cylinder(r * b.w, (y1 - y0) * b.h, 0, (y0 - 0.5) * b.h, n=18).pitch(lean)
        b.add("tube" if look is b.main else "eyepiece", body.move(0, 0.5 * b.h, 0.12 * b.d), look)
    for turn in (-28, 6, 40):
        lens = cylinder(0.055 * b.w, 0.12 * b.h, 0, -0.12 * b.h, 0, top=0.07 * b.w, n=12).pitch(
            turn
        )
        b.add("lenses", lens.move(0, 0.55 * b.h, 0.1 * b.d), STEEL)
    for y, r in ((0.2, 0.2), (0.3, 0.12)):
        b.add(
            "knobs",
            axle(r * 0.7 * b.w, 0.14 * b.w, 0.3 * b.w, y * b.h, -0.36 * b.d, 16).pair(),
            GRIP,
        )
        b.add("axles", axle(0.04 * b.w, 0.6 * b.w, 0, y * b.h, -0.36 * b.d, 8), STEEL)


MODELS: dict[str, Family] = {
    "umbrella": umbrella,
    "sword": sword,
    "shield": shield,
    "anvil": anvil,
    "microscope": microscope,
}
