"""What cuts, digs and mops: lawn mowers, trimmers, scythes, forks; and a target of straw."""

from __future__ import annotations

from math import cos, sin

from consumers.greybox.families.furniture.joinery import BLACK, STEEL
from consumers.greybox.families.things.tool_parts import HANDLE, flat
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, box, cylinder, disc, prism, rod, soft
from consumers.greybox.sweeps import curve, hoop, tube


def lawn_mower(b: Draft) -> None:
    b.add("deck", soft(0.5, 0.16, 0.6, 0, 0.08, 0.1, 0.05))
    b.add("engine", cylinder(0.15, 0.14, 0, 0.23, 0.12, n=24), BLACK)
    b.add("cap", cylinder(0.09, 0.05, 0, 0.36, 0.12, n=20), STEEL)
    for sx in (-1, 1):
        for z, r in ((0.34, 0.09), (-0.14, 0.11)):
            b.add("wheels", axle(r, 0.06, sx * 0.26, r, z, 20), BLACK)
            b.add("hubs", axle(0.5 * r, 0.065, sx * 0.26, r, z, 16), STEEL)
        b.add("handle", rod((sx * 0.2, 0.2, -0.18), (sx * 0.2, 0.95, -0.75), 0.014), STEEL)
    b.add("handle", rod((-0.2, 0.95, -0.75), (0.2, 0.95, -0.75), 0.016), BLACK)
    b.add("bag", soft(0.36, 0.28, 0.34, 0, 0.16, -0.36, 0.08), stuff("fabric", "#2b2f33"))


def hedge_trimmer(b: Draft) -> None:
    b.add("body", soft(0.26, 0.16, 0.13, -0.3, 0.02, 0, 0.04))
    b.add("bar", box(0.6, 0.012, 0.05, 0.12, 0.07, 0), STEEL)
    for i in range(15):
        b.add("teeth", box(0.014, 0.008, 0.1, -0.14 + 0.038 * i, 0.074, 0), STEEL)
    b.add(
        "grip",
        tube(curve([(-0.4, 0.15, 0), (-0.5, 0.13, 0), (-0.5, 0.05, 0), (-0.4, 0.04, 0)], 4), 0.018),
        BLACK,
    )
    b.add(
        "hoop",
        tube(
            curve(
                [
                    (-0.18, 0.06, 0.08),
                    (-0.17, 0.22, 0.07),
                    (-0.17, 0.22, -0.07),
                    (-0.18, 0.06, -0.08),
                ],
                4,
            ),
            0.012,
        ),
        BLACK,
    )


def trowel(b: Draft) -> None:
    b.add(
        "blade",
        flat([(0.0, -0.15), (0.045, -0.08), (0.04, 0.02), (-0.04, 0.02), (-0.045, -0.08)], 0.008),
        STEEL,
    )
    b.add("neck", rod((0, 0.006, 0.01), (0, 0.02, 0.06), 0.007), STEEL)
    b.add("handle", rod((0, 0.02, 0.05), (0, 0.02, 0.16), 0.014, 0.016), HANDLE)


def mop(b: Draft) -> None:
    b.add("stick", rod((0, 0.18, 0), (0, 1.35, 0), 0.013), HANDLE)
    b.add("clamp", soft(0.16, 0.05, 0.05, 0, 0.16, 0), stuff("plastic", "#3a6fc4"))
    for i in range(26):
        a = i * 2.4
        r = 0.05 + 0.1 * (i / 26) ** 0.5
        b.add(
            "strands",
            tube(
                curve(
                    [
                        (0.05 * cos(a), 0.18, 0.02 * sin(a)),
                        (r * cos(a), 0.08, r * sin(a)),
                        (1.15 * r * cos(a), 0.014, 1.15 * r * sin(a)),
                    ],
                    3,
                ),
                0.014,
                6,
            ),
        )


def scythe(b: Draft) -> None:
    b.add(
        "snath",
        tube(curve([(0, 0.02, 0), (0.05, 0.6, 0), (-0.02, 1.1, 0), (0.06, 1.6, 0)], 4), 0.018),
        HANDLE,
    )
    b.add(
        "grips",
        rod((0.03, 0.75, 0), (0.03, 0.75, 0.14), 0.014)
        + rod((0.0, 1.15, 0), (0.0, 1.15, 0.14), 0.014),
        HANDLE,
    )
    blade = [
        (0.0, 0.0),
        (-0.25, 0.07),
        (-0.5, 0.06),
        (-0.72, -0.06),
        (-0.5, 0.0),
        (-0.25, 0.0),
        (0.0, -0.07),
    ]
    b.add("blade", prism(blade, 0.008).move(0.0, 0.07, 0), STEEL)


def pitchfork(b: Draft) -> None:
    b.add("stick", rod((0, 0.3, 0), (0, 1.4, 0), 0.016), HANDLE)
    b.add("bar", rod((-0.11, 0.3, 0), (0.11, 0.3, 0), 0.01), STEEL)
    for x in (-0.105, -0.035, 0.035, 0.105):
        b.add(
            "tines",
            tube(
                curve([(x, 0.3, 0), (x, 0.15, 0.02), (x, 0.0, 0.06)], 3),
                [0.009, 0.009, 0.008, 0.008, 0.007, 0.005, 0.003],
                8,
            ),
            STEEL,
        )


def disc_target(b: Draft) -> None:
    """An archery target of straw on a tripod."""
    for x, z in ((-0.45, 0.15), (0.45, 0.15), (0.0, -0.45)):
        b.add("stand", rod((x, 0, z), (0.1 * x, 1.5, -0.05), 0.025), HANDLE)
    for i, color in enumerate(("#f2efe6", "#23262a", "#3a7fc4", "#c8322f", "#f2cd2c")):
        r = 0.5 - 0.1 * i
        b.add(f"ring {i}", disc(r, 0.1 + 0.01 * i, 0, 0.85, 0.1, 36), stuff("paper", color))
    b.add(
        "straw",
        hoop([(0.48, -0.07), (0.54, -0.07), (0.54, 0.05), (0.48, 0.05)], 36)
        .pitch(90)
        .move(0, 0.85, 0.1),
        stuff("straw"),
    )


MODELS: dict[str, Family] = {
    "lawn mower": lawn_mower,
    "hedge trimmer": hedge_trimmer,
    "trowel": trowel,
    "mop": mop,
    "scythe": scythe,
    "pitchfork": pitchfork,
    "archery target": disc_target,
}
