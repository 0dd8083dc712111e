"""Carriages, chariots, sledges, rickshaws and cycles of one or three wheels."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, BRASS, DARK_WOOD, GLASS, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, hoop, tube

WOOD = stuff("wood", "#7a4a28")
SEAT = stuff("leather", "#7a2f2f")


def _spoked(b: Draft, r: float, x: float, z: float, width: float = 0.06, spokes: int = 10) -> None:
    """A wooden wheel on an axle along X."""
    tyre = hoop(
        [(0.88 * r, -width / 2), (r, -width / 2), (r, width / 2), (0.88 * r, width / 2)], 28
    )
    b.add("rims", tyre.roll(90).move(x, r, z), WOOD)
    b.add("hubs", axle(0.14 * r, 2.2 * width, x, r, z, 14), DARK_WOOD)
    for i in range(spokes):
        a = i * 2 * pi / spokes
        end = (x, r + 0.9 * r * sin(a), z + 0.9 * r * cos(a))
        b.add("spokes", rod((x, r, z), end, 0.03 * r + 0.008, n=6), WOOD)


def carriage(b: Draft) -> None:
    for s in (-1, 1):
        _spoked(b, 0.6, s * 0.78, -0.75)
        _spoked(b, 0.45, s * 0.74, 0.85)
    b.add(
        "axles", axle(0.04, 1.5, 0, 0.6, -0.75, 10) + axle(0.04, 1.4, 0, 0.45, 0.85, 10), DARK_WOOD
    )
    b.add("cabin", soft(1.3, 1.25, 1.4, 0, 0.75, -0.25, 0.12))
    b.add("roof", soft(1.4, 0.1, 1.55, 0, 2.0, -0.25, 0.05), b.tone(0.7))
    for s in (-1, 1):
        b.add("windows", box(0.02, 0.5, 0.5, s * 0.655, 1.35, -0.25), GLASS)
        b.add(
            "trim",
            box(0.02, 1.1, 0.02, s * 0.66, 0.82, 0.1) + box(0.02, 1.1, 0.02, s * 0.66, 0.82, -0.6),
            BRASS,
        )
        b.add("lamps", box(0.12, 0.2, 0.12, s * 0.7, 1.4, 0.5), stuff("light", "#ffd98a"))
    b.add("seat", box(1.1, 0.1, 0.4, 0, 1.25, 0.85) + box(1.1, 0.4, 0.08, 0, 1.25, 0.64), SEAT)
    b.add("footboard", box(1.1, 0.06, 0.6, 0, 0.8, 0.95), DARK_WOOD)
    b.add(
        "springs",
        tube(curve([(0, 0.5, -1.2), (0, 0.62, -0.4), (0, 0.62, 0.5), (0, 0.5, 1.1)], 4), 0.05),
        DARK_WOOD,
    )
    b.add("shafts", rod((0.4, 0.6, 0.9), (0.4, 0.8, 2.4), 0.04).pair(), WOOD)


def sleigh(b: Draft) -> None:
    for s in (-1, 1):
        run = curve(
            [
                (s * 0.45, 0.1, -0.9),
                (s * 0.45, 0.03, 0.2),
                (s * 0.45, 0.05, 0.8),
                (s * 0.45, 0.35, 1.1),
                (s * 0.45, 0.5, 0.95),
            ],
            5,
        )
        b.add("runners", tube(run, 0.03, 8), BRASS)
        for z in (-0.6, 0.4):
            b.add("struts", rod((s * 0.45, 0.06, z), (s * 0.4, 0.36, z), 0.022), BRASS)
    side = [
        (-0.95, 0.35),
        (0.7, 0.35),
        (1.0, 0.8),
        (0.85, 0.85),
        (0.5, 0.6),
        (-0.3, 0.65),
        (-0.6, 1.1),
        (-0.95, 1.15),
    ]
    for s in (-1, 1):
        b.add("sides", prism([(-x, y) for x, y in side][::-1], 0.05).yaw(90).move(s * 0.42, 0, 0))
    b.add("floor", box(0.84, 0.05, 1.6, 0, 0.35, -0.1), b.tone(0.7))
    b.add("back", box(0.84, 0.75, 0.06, 0, 0.38, -0.92))
    b.add("front", box(0.84, 0.45, 0.05, 0, 0, 0).pitch(32).move(0, 0.36, 0.72))
    b.add("seat", soft(0.8, 0.2, 0.5, 0, 0.4, -0.62, 0.06), SEAT)
    b.add("sack", ball(0.28, 0.26, 0.22, 0, 0.62, 0.1), stuff("fabric", "#6b4a2c"))


def sled(b: Draft) -> None:
    for s in (-1, 1):
        b.add(
            "runners",
            tube(
                curve(
                    [
                        (s * 0.2, 0.02, -0.55),
                        (s * 0.2, 0.02, 0.35),
                        (s * 0.2, 0.08, 0.55),
                        (s * 0.2, 0.22, 0.58),
                    ],
                    5,
                ),
                0.018,
                8,
            ),
            STEEL,
        )
        for z in (-0.4, 0.0, 0.35):
            b.add("struts", box(0.03, 0.2, 0.04, s * 0.2, 0.02, z))
    for i in range(4):
        b.add("slats", box(0.09, 0.025, 1.05, -0.165 + 0.11 * i, 0.21, -0.03))
    b.add(
        "rope",
        tube(curve([(-0.18, 0.22, 0.58), (0, 0.1, 0.85), (0.18, 0.22, 0.58)], 5), 0.01, 6),
        stuff("straw"),
    )


def rickshaw(b: Draft) -> None:
    for s in (-1, 1):
        _spoked(b, 0.5, s * 0.5, -0.3, 0.04, 12)
        b.add("shafts", rod((s * 0.35, 0.5, -0.3), (s * 0.35, 0.75, 1.5), 0.025))
        b.add(
            "bows",
            tube(
                curve(
                    [
                        (s * 0.4, 0.9, -0.5),
                        (s * 0.4, 1.4, -0.75),
                        (s * 0.4, 1.75, -0.4),
                        (s * 0.4, 1.7, 0.2),
                    ],
                    4,
                ),
                0.016,
            ),
            STEEL,
        )
    b.add("bar", rod((-0.35, 0.75, 1.5), (0.35, 0.75, 1.5), 0.025))
    b.add("seat", soft(0.8, 0.16, 0.5, 0, 0.7, -0.3) + soft(0.8, 0.6, 0.1, 0, 0.75, -0.55), SEAT)
    b.add("box", box(0.8, 0.3, 0.6, 0, 0.45, -0.3), DARK_WOOD)
    b.add("floor", box(0.7, 0.04, 0.5, 0, 0.45, 0.25), DARK_WOOD)
    b.add("hood", box(0.84, 0.02, 0.85, 0, 1.74, -0.1) + box(0.84, 0.7, 0.02, 0, 1.05, -0.68))


def unicycle(b: Draft) -> None:
    b.add("tyre", ring(0.28, 0.025, n=32).roll(90).move(0, 0.305, 0), BLACK)
    for i in range(14):
        a = i * pi / 7
        b.add(
            "spokes",
            rod((0, 0.305, 0), (0, 0.305 + 0.27 * sin(a), 0.27 * cos(a)), 0.003, n=5),
            STEEL,
        )
    for s in (-1, 1):
        b.add("fork", rod((s * 0.05, 0.305, 0), (s * 0.04, 0.65, 0), 0.014))
        b.add(
            "cranks",
            rod((s * 0.07, 0.305, 0), (s * 0.08, 0.305 - s * 0.12, s * 0.06), 0.011),
            STEEL,
        )
        b.add("pedals", box(0.1, 0.02, 0.07, s * 0.14, 0.295 - s * 0.12, s * 0.06), BLACK)
    b.add(
        "post",
        rod((0, 0.64, 0), (0, 0.88, 0), 0.016) + rod((-0.05, 0.645, 0), (0.05, 0.645, 0), 0.018),
    )
    b.add(
        "saddle",
        tube(
            curve([(0, 0.95, -0.16), (0, 0.9, 0), (0, 0.95, 0.17)], 4),
            [
                (0.09, 0.035),
                (0.08, 0.035),
                (0.06, 0.035),
                (0.045, 0.03),
                (0.04, 0.03),
                (0.045, 0.03),
                (0.05, 0.03),
                (0.06, 0.03),
                (0.06, 0.03),
            ],
            12,
        ),
        BLACK,
    )


def tricycle(b: Draft) -> None:
    b.add("wheels", ring(0.19, 0.035, n=28).roll(90).move(0, 0.225, 0.38), BLACK)
    b.add("discs", axle(0.17, 0.02, 0, 0.225, 0.38, 24), STEEL)
    for s in (-1, 1):
        b.add("wheels", ring(0.11, 0.03, n=24).roll(90).move(s * 0.24, 0.14, -0.32), BLACK)
        b.add("discs", axle(0.1, 0.02, s * 0.24, 0.14, -0.32, 20), STEEL)
        b.add("fork", rod((s * 0.04, 0.225, 0.38), (s * 0.03, 0.5, 0.3), 0.014))
        b.add("pedals", box(0.09, 0.025, 0.06, s * 0.13, 0.21 - s * 0.07, 0.38), BLACK)
        b.add("grips", rod((s * 0.14, 0.64, 0.22), (s * 0.24, 0.63, 0.18), 0.02), BLACK)
    b.add("frame", tube(curve([(0, 0.48, 0.3), (0, 0.3, 0.1), (0, 0.2, -0.3)], 4), 0.022))
    b.add("axle", rod((-0.24, 0.14, -0.32), (0.24, 0.14, -0.32), 0.014), STEEL)
    b.add(
        "stem",
        rod((0, 0.48, 0.3), (0, 0.64, 0.24), 0.016)
        + rod((-0.2, 0.64, 0.22), (0.2, 0.64, 0.22), 0.014),
    )
    b.add(
        "seat", soft(0.2, 0.06, 0.2, 0, 0.33, -0.12) + soft(0.2, 0.14, 0.04, 0, 0.36, -0.22), BLACK
    )
    b.add("post", rod((0, 0.22, -0.12), (0, 0.35, -0.12), 0.016))


def chariot(b: Draft) -> None:
    for s in (-1, 1):
        _spoked(b, 0.5, s * 0.65, 0.0, 0.06, 8)
    b.add("axle", axle(0.05, 1.35, 0, 0.5, 0, 10), DARK_WOOD)
    b.add("floor", box(1.05, 0.08, 0.9, 0, 0.52, 0), DARK_WOOD)
    arc = [(0.52 * cos(t), 0.6, 0.48 * sin(t)) for t in [i * pi / 12 for i in range(13)]]
    b.add("front", tube([(x, 0.95, z) for x, _, z in arc], [(0.03, 0.38)] * 13, 10))
    b.add("rim", tube([(x, 1.35, z) for x, _, z in arc], 0.045, 8), BRASS)
    b.add("shield", disc(0.2, 0.06, 0, 0.95, 0.5, 24), BRASS)
    b.add("pole", tube(curve([(0, 0.5, 0.3), (0, 0.55, 1.4), (0, 0.85, 2.2)], 4), 0.04), WOOD)
    b.add("yoke", tube(curve([(-0.5, 0.8, 2.2), (0, 0.95, 2.22), (0.5, 0.8, 2.2)], 4), 0.035), WOOD)


MODELS: dict[str, Family] = {
    "carriage": carriage,
    "sleigh": sleigh,
    "sled": sled,
    "rickshaw": rickshaw,
    "unicycle": unicycle,
    "tricycle": tricycle,
    "chariot": chariot,
}
