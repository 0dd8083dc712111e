"""Tools for the hand, pencils, scissors and keys."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, BRASS, STEEL
from consumers.greybox.families.things.tool_parts import GRIP, HANDLE, flat
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import smooth
from consumers.greybox.solids import axle, ball, box, cylinder, prism, rod
from consumers.greybox.sweeps import curve, lathe, tube


def hammer(b: Draft) -> None:
    r = 0.32 * b.h
    b.add(
        "handle",
        tube(
            [(0, b.h / 2, b.d / 2 - r), (0, b.h / 2, 0.1 * b.d), (0, b.h / 2, -0.4 * b.d)],
            [(r * 1.1, r), (r * 0.9, r * 0.8), (r * 0.7, r * 0.7)],
            12,
        ),
        HANDLE,
    )
    b.add(
        "grip",
        tube(
            [(0, b.h / 2, b.d / 2 - r), (0, b.h / 2, 0.16 * b.d)],
            [(r * 1.25, r * 1.2), (r * 1.1, r * 1.05)],
            12,
        ),
        GRIP,
    )
    z = -0.42 * b.d
    b.add("head", rod((-0.1 * b.w, b.h / 2, z), (0.4 * b.w, b.h / 2, z), 0.42 * b.h))
    b.add("head", axle(0.48 * b.h, 0.14 * b.w, 0.43 * b.w, b.h / 2, z, 16))
    b.add("head", box(0.3 * b.w, 0.9 * b.h, 0.1 * b.d, -0.06 * b.w, 0.05 * b.h, z))
    for s in (-1, 1):
        claw = curve(
            [
                (-0.12 * b.w, b.h / 2, z + s * 0.015 * b.d),
                (-0.34 * b.w, b.h / 2, z + s * 0.025 * b.d),
                (-0.5 * b.w, b.h / 2, z + 0.05 * b.d + s * 0.03 * b.d),
            ],
            3,
        )
        b.add(
            "head",
            tube(claw, [(0.018 * b.d, 0.34 * b.h * (1 - 0.1 * i)) for i in range(len(claw))], 8),
        )


def axe(b: Draft) -> None:
    r = 0.36 * b.h
    line = curve(
        [
            (0.02 * b.w, b.h / 2, 0.49 * b.d),
            (0.06 * b.w, b.h / 2, 0.3 * b.d),
            (0, b.h / 2, 0),
            (0.02 * b.w, b.h / 2, -0.49 * b.d),
        ],
        3,
    )
    b.add("handle", tube(line, [(r * 1.1, r * 0.9)] * len(line), 10), HANDLE)
    blade = smooth(
        [
            (-0.12, -0.46),
            (0.2, -0.44),
            (0.55, -0.5),
            (0.66, -0.38),
            (0.55, -0.26),
            (0.2, -0.34),
            (-0.12, -0.34),
        ],
        3,
    ) * [b.w, b.d]
    b.add("head", flat(blade, b.h, 0.3 * b.h))
    edge = smooth([(0.52, -0.49), (0.66, -0.38), (0.52, -0.27), (0.56, -0.38)], 3) * [b.w, b.d]
    b.add("edge", flat(edge, b.h * 0.5, 0.1 * b.h).move(0, b.h * 0.27), b.tone(1.5))


def saw(b: Draft) -> None:
    thick = 0.16 * b.h
    teeth = [((-0.42 if i % 2 else -0.5) * b.w, (-0.5 + 0.68 * i / 44) * b.d) for i in range(45)]
    blade = [*teeth, (0.42 * b.w, 0.2 * b.d), (-0.12 * b.w, -0.5 * b.d)]
    b.add("blade", flat(blade, thick).move(0, b.h * 0.42))
    grip = smooth(
        [
            (-0.46, 0.18),
            (0.3, 0.16),
            (0.5, 0.26),
            (0.36, 0.44),
            (0.44, 0.49),
            (0.1, 0.5),
            (-0.32, 0.42),
            (-0.5, 0.3),
        ],
        3,
    ) * [b.w, b.d]
    b.add("handle", flat(grip, b.h, 0.25 * b.h), HANDLE)
    hole = smooth([(-0.14, 0.29), (0.18, 0.28), (0.14, 0.4), (-0.1, 0.38)], 3) * [b.w, b.d]
    b.add("grip hole", flat(hole, b.h * 1.01), stuff("wood", "#4a2f1c"))
    for z in (0.2, 0.24):
        b.add(
            "rivets",
            cylinder(0.04 * b.w, b.h * 1.02, -0.3 * b.w, -0.01 * b.h, z * b.d, n=10),
            BRASS,
        )


def screwdriver(b: Draft) -> None:
    r = b.w / 2
    profile = [(0.7, 0), (0.95, 0.02), (1.0, 0.1), (0.8, 0.3), (0.95, 0.38), (0.6, 0.42)]
    b.add(
        "handle",
        lathe([(r * k, b.d * y) for k, y in profile], n=8).pitch(-90).move(0, r, b.d / 2),
        None,
        30,
    )
    b.add("shaft", rod((0, r, 0.1 * b.d), (0, r, -0.44 * b.d), 0.22 * r), STEEL)
    b.add(
        "tip",
        prism(
            [
                (-0.24 * r, 0),
                (0.24 * r, 0),
                (0.36 * r, 0.05 * b.d),
                (0.3 * r, 0.09 * b.d),
                (-0.3 * r, 0.09 * b.d),
                (-0.36 * r, 0.05 * b.d),
            ],
            0.16 * r,
        )
        .pitch(-90)
        .move(0, r, -0.41 * b.d),
        STEEL,
    )


def wrench(b: Draft) -> None:
    jaw = [
        (-0.2, 0.3),
        (-0.24, -0.28),
        (-0.48, -0.36),
        (-0.48, -0.44),
        (-0.26, -0.5),
        (-0.2, -0.4),
        (0.2, -0.4),
        (0.26, -0.5),
        (0.48, -0.44),
        (0.48, -0.36),
        (0.24, -0.28),
        (0.2, 0.3),
    ]
    b.add("body", flat([(x * b.w, z * b.d) for x, z in jaw], b.h * 0.8, 0.15 * b.h))
    outer = [
        (0.48 * b.w * cos(a), 0.37 * b.d + 0.48 * b.w * sin(a))
        for a in [2 * pi * i / 24 for i in range(24)]
    ]
    b.add("body", flat(outer, b.h, 0.15 * b.h))
    b.add(
        "socket",
        cylinder(0.28 * b.w, b.h * 1.04, 0, -0.02 * b.h, 0.37 * b.d, n=6),
        b.tone(0.35),
        20,
    )


def scissors(b: Draft) -> None:
    for s in (-1, 1):
        blade = [
            (s * x * b.w, z * b.d)
            for x, z in ((-0.05, 0.08), (0.13, 0.04), (0.3, -0.46), (0.24, -0.5), (-0.02, -0.05))
        ]
        b.add(
            "blades",
            flat(blade, 0.3 * b.h, 0.06 * b.h).move(0, b.h * (0.5 if s > 0 else 0.2)),
            STEEL,
        )
        loop = [
            (s * (-0.27 + 0.19 * cos(a)) * b.w, 0.5 * b.h, (0.34 + 0.14 * sin(a)) * b.d)
            for a in [2 * pi * i / 16 for i in range(16)]
        ]
        b.add("handles", tube(loop, [(0.06 * b.w, 0.48 * b.h)] * 16, 8, closed=True))
        b.add(
            "handles",
            tube(
                [(s * -0.0 * b.w, 0.5 * b.h, 0.06 * b.d), (s * -0.18 * b.w, 0.5 * b.h, 0.23 * b.d)],
                [(0.07 * b.w, 0.36 * b.h), (0.06 * b.w, 0.4 * b.h)],
                8,
            ),
        )
    b.add("pivot", cylinder(0.06 * b.w, 0.9 * b.h, 0, 0.1 * b.h, 0.0, n=14), STEEL)


def pencil(b: Draft) -> None:
    r = b.w / 2
    b.add(
        "shaft", lathe([(r, 0), (r, 0.74 * b.d)], n=6).pitch(-90).move(0, r, 0.38 * b.d), None, 20
    )
    b.add(
        "wood",
        lathe([(r * 0.98, 0), (0.24 * r, 0.1 * b.d)], n=12).pitch(-90).move(0, r, -0.36 * b.d),
        stuff("wood", "#e2bd88"),
    )
    b.add(
        "lead",
        lathe([(0.26 * r, 0), (0, 0.035 * b.d)], n=10).pitch(-90).move(0, r, -0.46 * b.d),
        BLACK,
    )
    b.add(
        "band",
        lathe([(r * 1.04, 0), (r * 1.04, 0.06 * b.d)], n=16).pitch(-90).move(0, r, 0.43 * b.d),
        STEEL,
    )
    b.add(
        "eraser",
        lathe([(r * 0.9, 0), (r * 0.98, 0.015 * b.d), (r * 0.98, 0.08 * b.d)], n=14)
        .pitch(-90)
        .move(0, r, 0.5 * b.d),
        stuff("rubber", "#e88fa0"),
    )


def key(b: Draft) -> None:
    y = b.h / 2
    bow = [
        ((0.36 * cos(a)) * b.w, y, (0.33 + 0.14 * sin(a)) * b.d)
        for a in [2 * pi * i / 20 for i in range(20)]
    ]
    b.add("bow", tube(bow, [(0.13 * b.w, 0.5 * b.h)] * 20, 8, closed=True))
    b.add("shaft", rod((0, y, 0.2 * b.d), (0, y, -0.48 * b.d), 0.42 * b.h))
    b.add("collar", ball(0.16 * b.w, 0.5 * b.h, 0.03 * b.d, 0, y, 0.17 * b.d))
    for z, w in ((-0.44, 0.46), (-0.36, 0.34), (-0.28, 0.42)):
        b.add("bit", box(w * b.w, 0.5 * b.h, 0.05 * b.d, w / 2 * b.w, 0.25 * b.h, z * b.d))


MODELS: dict[str, Family] = {
    "hammer": hammer,
    "axe": axe,
    "saw": saw,
    "screwdriver": screwdriver,
    "wrench": wrench,
    "scissors": scissors,
    "pencil": pencil,
    "key": key,
}
