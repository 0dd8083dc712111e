"""Craft of water, snow and air: gondolas, rafts, jet skis, airships, gliders, drones."""

from __future__ import annotations

from math import pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, GLASS, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, hoop, lathe, tube

WOOD = stuff("wood", "#7a4a28")
SEAT = stuff("leather", "#7a2f2f")


def drone(b: Draft) -> None:
    b.add("body", soft(0.14, 0.05, 0.2, 0, 0.05, 0, 0.02))
    b.add("camera", ball(0.026, x=0, y=0.035, z=0.08), BLACK)
    for sx in (-1, 1):
        b.add(
            "skids",
            tube(
                curve(
                    [
                        (sx * 0.05, 0.06, -0.06),
                        (sx * 0.09, 0.0, -0.08),
                        (sx * 0.09, 0.0, 0.08),
                        (sx * 0.05, 0.06, 0.06),
                    ],
                    4,
                ),
                0.006,
                6,
            ),
            BLACK,
        )
        for sz in (-1, 1):
            x, z = sx * 0.16, sz * 0.16
            b.add("arms", rod((sx * 0.05, 0.08, sz * 0.06), (x, 0.085, z), 0.013))
            b.add("motors", cylinder(0.02, 0.035, x, 0.07, z, n=16), BLACK)
            b.add("blades", box(0.22, 0.004, 0.02).yaw(35 * sx * sz).move(x, 0.108, z), b.tone(0.6))
            b.add(
                "lights",
                ball(0.007, x=x, y=0.068, z=z, detail=1),
                stuff("light", "#6fe07a" if sz < 0 else "#e0342a"),
            )


def gondola(b: Draft) -> None:
    """A Venetian gondola: long, black, both ends raised."""
    line = curve([(0, 0.9, -5.2), (0, 0.42, -3.8), (0, 0.28, 0), (0, 0.42, 3.8), (0, 1.2, 5.3)], 4)
    n = len(line) - 1
    radii = [(0.06 + 0.66 * sin(pi * i / n), 0.08 + 0.22 * sin(pi * i / n)) for i in range(n + 1)]
    b.add("hull", tube(line, radii, 16))
    b.add(
        "deck",
        tube(
            [(x, y + 0.16, z) for x, y, z in line[4:-4]],
            [(0.85 * w, 0.12) for w, _ in radii[4:-4]],
            14,
        ),
        stuff("wood", "#5c3d26"),
    )
    b.add(
        "ferro",
        prism([(-0.1, 0), (0.12, 0), (0.1, 0.7), (0.32, 0.85), (0.3, 1.05), (-0.05, 1.0)], 0.04)
        .yaw(-90)
        .move(0, 0.75, 5.25),
        STEEL,
    )
    b.add(
        "seat",
        soft(0.9, 0.35, 0.9, 0, 0.5, -0.6, 0.1) + soft(0.95, 0.8, 0.15, 0, 0.5, -1.1),
        stuff("velvet", "#8a1f2e"),
    )
    b.add("benches", box(0.3, 0.25, 0.9, 0.3, 0.5, 0.6).pair(), stuff("velvet", "#8a1f2e"))
    b.add("oar", rod((0.5, 0.1, -3.0), (0.3, 2.0, -3.9), 0.035), stuff("wood", "#b98a52"))


def raft(b: Draft) -> None:
    for i in range(8):
        b.add(
            "logs",
            rod(
                (-0.98 + 0.28 * i, 0.14, -1.5 - 0.06 * (i % 3)),
                (-0.98 + 0.28 * i, 0.14, 1.5 + 0.07 * (i % 2)),
                0.135,
            ),
        )
    for z in (-1.1, 0.0, 1.1):
        b.add("beams", rod((-1.15, 0.31, z), (1.15, 0.31, z), 0.06), b.tone(0.8))
        for i in range(8):
            b.add(
                "ropes",
                ring(0.14, 0.018, n=14).roll(0).pitch(90).move(-0.98 + 0.28 * i, 0.15, z + 0.08),
                stuff("straw"),
            )
    b.add("mast", rod((0, 0.25, 0.2), (0, 2.4, 0.2), 0.05), b.tone(0.8))
    b.add(
        "sail",
        prism([(-0.8, 0.8), (0.8, 0.8), (0.7, 2.2), (-0.7, 2.2)], 0.02).move(0, 0, 0.28),
        stuff("linen", "#efe6d0"),
    )


def jet_ski(b: Draft) -> None:
    line = curve([(0, 0.3, -1.4), (0, 0.25, 0), (0, 0.35, 1.0), (0, 0.6, 1.55)], 4)
    n = len(line) - 1
    b.add(
        "hull",
        tube(line, [(0.5 - 0.42 * (i / n) ** 2.2, 0.25 - 0.12 * i / n) for i in range(n + 1)], 16),
        stuff("plastic", "#f2f2ee"),
    )
    b.add("deck", soft(0.7, 0.25, 1.9, 0, 0.42, -0.35, 0.1))
    b.add("hood", soft(0.6, 0.3, 0.9, 0, 0.55, 0.6, 0.14))
    b.add("seat", soft(0.34, 0.22, 1.2, 0, 0.62, -0.55, 0.09), BLACK)
    b.add(
        "bar",
        rod((-0.36, 1.02, 0.25), (0.36, 1.02, 0.25), 0.025)
        + rod((0, 0.8, 0.45), (0, 1.02, 0.25), 0.05),
        BLACK,
    )


def hovercraft(b: Draft) -> None:
    b.add("skirt", soft(3.6, 0.7, 7.0, 0, 0, 0, 0.34), BLACK)
    b.add("deck", soft(3.3, 0.3, 6.6, 0, 0.6, 0, 0.12))
    b.add("cabin", soft(2.4, 1.1, 3.0, 0, 0.85, 0.9, 0.3))
    b.add("windows", soft(2.44, 0.45, 2.6, 0, 1.3, 0.95, 0.15), GLASS)
    for s in (-1, 1):
        b.add(
            "ducts",
            hoop([(0.75, -0.25), (0.85, -0.25), (0.85, 0.25), (0.75, 0.25)], 28)
            .pitch(90)
            .move(s * 0.95, 1.75, -2.6),
            b.tone(0.7),
        )
        for k in range(4):
            b.add(
                "fans",
                box(0.12, 1.4, 0.04).move(0, -0.7).roll(45 * k).move(s * 0.95, 1.75, -2.6),
                STEEL,
            )
        b.add("rudders", box(0.06, 1.4, 0.5, s * 0.95, 1.05, -3.2))
        b.add("pylons", box(0.3, 0.5, 0.6, s * 0.95, 0.6, -2.6))


def airship(b: Draft) -> None:
    hull = [(0.0, -10), (1.6, -8.5), (2.8, -5), (3.0, 0), (2.7, 5), (1.5, 8.8), (0.0, 10)]
    b.add("hull", lathe(hull, n=28).pitch(90).move(0, 4.6, 0))
    for i in range(5):
        b.add(
            "seams",
            ring(2.93 - 0.09 * (i - 2) ** 2, 0.04, n=28).pitch(90).move(0, 4.6, -5 + 2.5 * i),
            b.tone(0.75),
        )
    b.add("gondola", soft(1.3, 1.0, 3.6, 0, 0.6, 2.0, 0.4), b.tone(0.6))
    b.add("windows", soft(1.33, 0.35, 3.2, 0, 1.05, 2.0, 0.14), GLASS)
    b.add(
        "struts",
        rod((0.4, 1.5, 0.8), (0.5, 2.2, 0.6), 0.06).pair()
        + rod((0.4, 1.5, 3.2), (0.5, 2.2, 3.4), 0.06).pair(),
        STEEL,
    )
    fin = prism([(0, 0), (2.6, 0.6), (2.6, 2.2), (0.8, 1.6)], 0.16).yaw(90)
    for k in range(4):
        b.add("fins", fin.move(0, 1.4, -6.4).roll(90 * k).move(0, 4.6, 0), b.tone(0.7))
    for s in (-1, 1):
        b.add(
            "engines",
            axle(0.3, 0.3, 0, 0, 0, 16).yaw(90).scale(1, 1, 2.5).move(s * 1.6, 1.6, -1.5),
            STEEL,
        )
        b.add("arms", rod((s * 0.6, 2.0, -1.5), (s * 1.6, 1.6, -1.5), 0.08), STEEL)


def glider(b: Draft) -> None:
    line = curve([(0, 0.7, -3.4), (0, 0.8, -1.0), (0, 0.7, 1.6), (0, 0.6, 3.0)], 4)
    n = len(line) - 1
    b.add("body", tube(line, [0.12 + 0.33 * sin(pi * (i / n) ** 1.3) for i in range(n + 1)], 16))
    b.add(
        "wings",
        prism([(0, 0.5), (7.4, 0.2), (7.4, -0.15), (0, -0.5)], 0.12, 0.03)
        .pitch(-90)
        .move(0, 1.05, 0.6)
        .pair(),
    )
    b.add("canopy", ball(0.3, 0.3, 0.85, 0, 0.95, 1.7), GLASS)
    b.add(
        "fin", prism([(0, 0), (0.9, 0), (0.7, 1.3), (0.3, 1.3)], 0.09).yaw(90).move(0, 0.75, -2.6)
    )
    b.add(
        "tail",
        prism([(0, 0.3), (1.4, 0.15), (1.4, -0.15), (0, -0.3)], 0.07)
        .pitch(-90)
        .move(0, 2.0, -3.1)
        .pair(),
    )
    b.add("wheel", axle(0.2, 0.1, 0, 0.2, 0.9, 18), BLACK)


def snowmobile(b: Draft) -> None:
    b.add("track", soft(0.4, 0.28, 1.6, 0, 0.04, -0.55, 0.12), BLACK)
    b.add("hood", soft(0.75, 0.5, 1.1, 0, 0.3, 0.6, 0.2))
    b.add("tunnel", soft(0.5, 0.2, 1.6, 0, 0.34, -0.5, 0.06), b.tone(0.7))
    b.add("seat", soft(0.36, 0.26, 1.1, 0, 0.52, -0.5, 0.1), BLACK)
    b.add(
        "shield",
        prism([(-0.25, 0), (0.25, 0), (0.18, 0.35), (-0.18, 0.35)], 0.02)
        .pitch(-25)
        .move(0, 0.75, 0.5),
        GLASS,
    )
    b.add("bar", rod((-0.35, 0.9, 0.2), (0.35, 0.9, 0.2), 0.02), BLACK)
    for s in (-1, 1):
        b.add(
            "skis",
            tube(
                curve([(s * 0.42, 0.03, 0.2), (s * 0.42, 0.03, 1.1), (s * 0.42, 0.2, 1.4)], 4),
                [(0.08, 0.014)] * 9,
                8,
            ),
            BLACK,
        )
        b.add("legs", rod((s * 0.42, 0.04, 0.7), (s * 0.3, 0.45, 0.65), 0.03), STEEL)
    b.add("lamp", disc(0.08, 0.04, 0, 0.6, 1.13, 20), stuff("light", "#fff4d0"))


MODELS: dict[str, Family] = {
    "drone": drone,
    "gondola": gondola,
    "raft": raft,
    "jet ski": jet_ski,
    "hovercraft": hovercraft,
    "airship": airship,
    "glider": glider,
    "snowmobile": snowmobile,
}
