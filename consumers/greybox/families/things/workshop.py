"""Power tools, levers, gears and fixings of the workshop and the garden."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, cos, degrees, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, STEEL
from consumers.greybox.families.things.tool_parts import GRIP, HANDLE, flat
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import star
from consumers.greybox.solids import axle, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, hoop, lathe, tube


def chainsaw(b: Draft) -> None:
    b.add("body", soft(0.3, 0.2, 0.18, -0.16, 0.02, 0, 0.04))
    b.add("bar", soft(0.42, 0.09, 0.014, 0.2, 0.07, 0.02, 0.006), STEEL)
    b.add("chain", soft(0.44, 0.11, 0.008, 0.2, 0.06, 0.02, 0.003), BLACK)
    teeth = [
        box(0.012, 0.012, 0.014, 0.02 + 0.03 * i, y, 0.02)
        for i in range(13)
        for y in (0.055, 0.163)
    ]
    for tooth in teeth:
        b.add("teeth", tooth, STEEL)
    b.add(
        "grip",
        tube(curve([(-0.3, 0.18, 0), (-0.4, 0.14, 0), (-0.4, 0.05, 0), (-0.3, 0.03, 0)], 4), 0.018),
        BLACK,
    )
    b.add(
        "front grip",
        tube(
            curve(
                [(-0.1, 0.05, 0.1), (-0.08, 0.26, 0.09), (-0.08, 0.26, -0.09), (-0.1, 0.05, -0.1)],
                4,
            ),
            0.014,
        ),
        BLACK,
    )
    b.add("guard", box(0.02, 0.12, 0.16, 0.0, 0.18, 0), BLACK)
    b.add("starter", disc(0.06, 0.02, -0.18, 0.12, 0.09, 20), BLACK)


def circular_saw(b: Draft) -> None:
    b.add("plate", box(0.3, 0.008, 0.16), STEEL)
    b.add("blade", prism(star(24, 0.095, 0.086), 0.004).move(0.03, 0.08, 0.03), STEEL)
    b.add("guard", disc(0.07, 0.03, 0.0, 0.13, 0.03, 28))
    b.add("motor", disc(0.05, 0.13, 0.02, 0.11, -0.05, 20), BLACK)
    b.add(
        "handle",
        tube(
            curve([(-0.02, 0.17, 0), (-0.1, 0.21, 0), (-0.15, 0.14, 0), (-0.1, 0.06, 0)], 4), 0.018
        ),
        GRIP,
    )


def jackhammer(b: Draft) -> None:
    b.add("chisel", rod((0, 0, 0), (0, 0.35, 0), 0.012, 0.02), STEEL)
    b.add("body", cylinder(0.06, 0.5, 0, 0.35, n=20))
    b.add("head", soft(0.16, 0.16, 0.14, 0, 0.8, 0), b.tone(0.7))
    b.add("handles", rod((-0.26, 0.92, 0), (0.26, 0.92, 0), 0.022), GRIP)
    b.add("springs", ring(0.05, 0.012, y=0.33) + ring(0.05, 0.012, y=0.36), STEEL)


def pliers(b: Draft) -> None:
    for s in (-1, 1):
        grip = curve(
            [(s * 0.008, 0.008, -0.01), (s * 0.03, 0.008, 0.05), (s * 0.026, 0.008, 0.12)], 4
        )
        b.add("grips", tube(grip, [(0.009, 0.007)] * 9, 8))
        b.add(
            "jaws",
            tube(
                [
                    (-s * 0.006, 0.008, -0.01),
                    (-s * 0.012, 0.008, -0.04),
                    (-s * 0.005, 0.008, -0.08),
                ],
                [(0.009, 0.006), (0.008, 0.006), (0.004, 0.004)],
                8,
            ),
            STEEL,
        )
    b.add("joint", cylinder(0.016, 0.018, 0, 0, -0.01, n=16), STEEL)


def crowbar(b: Draft) -> None:
    line = curve(
        [(-0.3, 0.012, 0), (0.2, 0.012, 0), (0.27, 0.03, 0), (0.27, 0.07, 0), (0.22, 0.08, 0)], 5
    )
    b.add("bar", tube(line, 0.011, 6))
    b.add("claws", box(0.05, 0.006, 0.03, 0.2, 0.072, 0) + box(0.06, 0.007, 0.034, -0.31, 0.004, 0))


def tape_measure(b: Draft) -> None:
    b.add("case", soft(0.07, 0.07, 0.036, 0, 0, 0, 0.016))
    b.add("label", disc(0.022, 0.038, 0, 0.036, 0, 20), BLACK)
    b.add("tape", box(0.1, 0.0015, 0.022, 0.08, 0.006, 0), stuff("metal", "#f2d84a"))
    b.add("hook", box(0.002, 0.014, 0.024, 0.13, 0, 0), STEEL)


def spirit_level(b: Draft) -> None:
    b.add("bar", box(0.6, 0.06, 0.026))
    for x in (-0.22, 0.0, 0.22):
        b.add("windows", box(0.06, 0.026, 0.028, x, 0.02), BLACK)
        b.add(
            "tubes", axle(0.009, 0.05, x, 0.033, 0, 12).move(0, 0, 0.012), stuff("glass", "#b8e24a")
        )


def nail(b: Draft) -> None:
    b.add("shaft", rod((-0.04, 0.005, 0), (0.03, 0.005, 0), 0.002), STEEL)
    b.add("tip", lathe([(0.002, 0), (0.0004, 0.008)], n=10).roll(-90).move(0.03, 0.005, 0), STEEL)
    b.add("head", axle(0.005, 0.002, -0.041, 0.005, 0, 16), STEEL)


def screw(b: Draft) -> None:
    b.add(
        "shaft",
        lathe([(0.003, 0), (0.003, 0.035), (0.0005, 0.05)], n=10).roll(-90).move(-0.025, 0.006, 0),
        STEEL,
    )
    turns = [(-0.02 + 0.0009 * i, 0.006 + 0.0034 * sin(i), 0.0034 * cos(i)) for i in range(44)]
    b.add("thread", tube(turns, 0.0009, 5), STEEL)
    b.add(
        "head",
        lathe([(0.003, 0), (0.0062, 0.004), (0.006, 0.005)], n=16).roll(90).move(-0.024, 0.006, 0),
        STEEL,
    )


def gear(b: Draft) -> None:
    teeth = []
    for i in range(14):
        for a, r in ((-0.3, 0.8), (-0.2, 1.0), (0.2, 1.0), (0.3, 0.8)):
            turn = (i + a) * 2 * pi / 14
            teeth.append((r * cos(turn), r * sin(turn)))
    b.add("wheel", prism(teeth, 0.25, 0.02).move(0, 1.0, 0))
    b.add("recess", disc(0.62, 0.27, 0, 1.0, 0, 32), b.tone(0.6))
    b.add("hub", disc(0.28, 0.32, 0, 1.0, 0, 24))
    b.add("bore", disc(0.12, 0.325, 0, 1.0, 0, 20), BLACK)
    for i in range(5):
        a = i * 2 * pi / 5
        b.add("spokes", box(0.14, 0.5, 0.28, 0, 0.15).roll(a * 180 / pi).move(0, 1.0, 0))


def pulley(b: Draft) -> None:
    b.add(
        "wheel",
        hoop([(0.03, -0.02), (0.11, -0.025), (0.085, 0), (0.11, 0.025), (0.03, 0.02)], 28)
        .pitch(90)
        .move(0, 0.14, 0),
    )
    for s in (-1, 1):
        b.add("cheeks", box(0.05, 0.2, 0.012, 0, 0.08, s * 0.035), STEEL)
    b.add("axle", disc(0.02, 0.1, 0, 0.14, 0, 14), BLACK)
    b.add(
        "hook",
        tube(
            curve([(0, 0.28, 0), (0, 0.32, 0), (0.03, 0.35, 0), (0, 0.38, 0), (-0.03, 0.35, 0)], 4),
            0.01,
        ),
        STEEL,
    )
    b.add(
        "rope",
        tube(
            curve(
                [
                    (-0.09, -0.1, 0),
                    (-0.09, 0.14, 0),
                    (0, 0.23, 0),
                    (0.09, 0.14, 0),
                    (0.09, -0.1, 0),
                ],
                5,
            ),
            0.012,
        ),
        stuff("straw"),
    )


def chain(b: Draft) -> None:
    """Heavy links laid in a wave."""
    line = [(-0.7 + 0.1 * i, 0.2 * sin(0.7 * i)) for i in range(15)]
    for i, ((x, z), (u, v)) in enumerate(pairwise(line)):
        a = -_heading(u - x, v - z)
        oval = [(0.072 * cos(t), 0.0, 0.036 * sin(t)) for t in [j * pi / 8 for j in range(16)]]
        link = tube(oval, 0.013, 7, closed=True).pitch(55 if i % 2 else -35)
        b.add("links", link.yaw(a).move((x + u) / 2, 0.035, (z + v) / 2))


def _heading(dx: float, dz: float) -> float:
    """Degrees of a step in the ground plane, from +X towards +Z."""
    return degrees(atan2(dz, dx))


def bellows(b: Draft) -> None:
    pear = [(0.14 * sin(t), -0.16 * cos(t)) for t in [i * pi / 14 for i in range(28)]]
    for y in (0.0, 0.12):
        b.add("boards", flat(pear[::-1], 0.02).move(0, y, 0))
    for i in range(4):
        b.add(
            "leather",
            flat(
                [(x * (0.94 - 0.05 * (i % 2)), z * (0.94 - 0.05 * (i % 2))) for x, z in pear][::-1],
                0.026,
            ).move(0, 0.02 + 0.025 * i, 0),
            stuff("leather", "#5a3522"),
        )
    for y in (0.01, 0.13):
        b.add("handles", rod((0, y, -0.15), (0, y + 0.01, -0.36), 0.014))
    b.add("nozzle", rod((0, 0.06, 0.14), (0, 0.06, 0.36), 0.026, 0.012), stuff("brass"))


def magnet(b: Draft) -> None:
    arc = [
        (-0.05, 0.0),
        (-0.05, 0.05),
        *[(-0.05 * cos(t), 0.05 + 0.05 * sin(t)) for t in [i * pi / 12 for i in range(1, 12)]],
        (0.05, 0.05),
        (0.05, 0.0),
    ]
    inner = [
        (0.02, 0.0),
        (0.02, 0.05),
        *[(0.02 * cos(t), 0.05 + 0.02 * sin(t)) for t in [i * pi / 12 for i in range(1, 12)]],
        (-0.02, 0.05),
        (-0.02, 0.0),
    ]
    b.add("body", prism([*arc, *inner][::-1], 0.025))
    for s in (-1, 1):
        b.add("poles", box(0.0305, 0.028, 0.0255, s * 0.035, -0.001), STEEL)


def sledgehammer(b: Draft) -> None:
    b.add("handle", rod((0, 0, 0), (0, 0.88, 0), 0.018), HANDLE)
    b.add("head", axle(0.04, 0.2, 0, 0.85, 0, 8))
    b.add("faces", axle(0.036, 0.206, 0, 0.85, 0, 8), b.tone(1.4))


def scaffolding(b: Draft) -> None:
    for x in (-1.9, 0.0, 1.9):
        for z in (-0.6, 0.6):
            b.add("tubes", rod((x, 0, z), (x, 4.0, z), 0.04, n=8), STEEL)
        for y in (1.0, 2.0, 3.0, 3.9):
            b.add("tubes", rod((x, y, -0.6), (x, y, 0.6), 0.035, n=8), STEEL)
    for y in (1.9, 3.8):
        b.add("planks", box(3.9, 0.06, 1.2, 0, y), stuff("wood", "#b98a52"))
    for z in (-0.6, 0.6):
        for y in (1.0, 2.9):
            b.add("tubes", rod((-1.9, y, z), (1.9, y, z), 0.035, n=8), STEEL)
        b.add(
            "braces",
            rod((-1.9, 0.1, z), (0, 1.9, z), 0.03, n=8)
            + rod((0, 1.9, z), (1.9, 3.8, z), 0.03, n=8),
        )


MODELS: dict[str, Family] = {
    "chainsaw": chainsaw,
    "circular saw": circular_saw,
    "jackhammer": jackhammer,
    "pliers": pliers,
    "crowbar": crowbar,
    "tape measure": tape_measure,
    "spirit level": spirit_level,
    "nail": nail,
    "screw": screw,
    "gear": gear,
    "pulley": pulley,
    "chain": chain,
    "bellows": bellows,
    "magnet": magnet,
    "sledgehammer": sledgehammer,
    "scaffolding": scaffolding,
}
