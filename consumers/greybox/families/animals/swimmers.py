"""Fish, sharks, dolphins and whales."""

from __future__ import annotations

from consumers.greybox.families.animals.wild_parts import DARK, WHITE, eyes, fin, torso
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import smooth
from consumers.greybox.solids import ball, box, prism
from consumers.greybox.sweeps import Point, curve, tube


def fish(b: Draft) -> None:
    torso(
        b,
        [(0, 0.5, -0.32), (0, 0.5, -0.1), (0, 0.5, 0.2), (0, 0.48, 0.48)],
        [(0.03, 0.07), (0.12, 0.24), (0.16, 0.28), (0.04, 0.06)],
    )
    b.add(
        "tail", fin([(-0.26, 0.5), (-0.52, 0.76), (-0.44, 0.5), (-0.52, 0.24)], 0.04), b.tone(1.25)
    )
    b.add("fins", fin([(0.16, 0.72), (-0.06, 0.96), (-0.2, 0.66)], 0.035), b.tone(1.25))
    b.add("fins", fin([(0.0, 0.28), (-0.2, 0.36), (-0.14, 0.1)], 0.035), b.tone(1.25))
    side = ball(0.03, 0.07, 0.12).yaw(-30).move(0.17, 0.44, 0.04)
    b.add("fins", side.pair(), b.tone(1.25))
    for z, k in ((0.2, 1.0), (-0.08, 0.86)):
        b.add("bands", ball(0.163 * k, 0.275 * k, 0.035, 0, 0.5, z), WHITE)
    eyes(b, 0.09, 0.56, 0.36, 0.045, white=True)


def shark(b: Draft) -> None:
    torso(
        b,
        [(0, 0.5, -0.44), (0, 0.46, -0.15), (0, 0.42, 0.2), (0, 0.44, 0.5)],
        [(0.02, 0.035), (0.1, 0.13), (0.13, 0.16), (0.03, 0.03)],
    )
    torso(
        b,
        [(0, 0.45, -0.38), (0, 0.4, -0.1), (0, 0.36, 0.2), (0, 0.4, 0.44)],
        [(0.01, 0.01), (0.085, 0.1), (0.115, 0.125), (0.03, 0.03)],
        name="belly",
    )
    b.looks["belly"] = (stuff("skin", "#e8ecee"), 50.0)
    b.add("fins", fin([(0.12, 0.54), (-0.06, 0.92), (-0.1, 0.56)], 0.025))
    b.add("fins", fin([(-0.4, 0.48), (-0.6, 0.86), (-0.46, 0.5), (-0.56, 0.26)], 0.02))
    side = (
        prism(smooth([(0.06, 0.1), (0.42, -0.18), (0.1, -0.12)], 3), 0.025, 0.006)
        .pitch(90)
        .roll(-18)
    )
    b.add("fins", side.move(0.02, 0.36, 0.1).pair())
    eyes(b, 0.085, 0.49, 0.36, 0.016)
    for i in range(3):
        gill = box(0.006, 0.09, 0.012).move(0.118, 0.38, 0.24 - 0.035 * i)
        b.add("gills", gill.pair(), b.tone(0.5))
    b.add("mouth", ball(0.06, 0.015, 0.05, 0, 0.345, 0.37), DARK)


def dolphin(b: Draft) -> None:
    spine: list[Point] = [
        (0, 0.42, -0.42),
        (0, 0.52, -0.15),
        (0, 0.55, 0.15),
        (0, 0.48, 0.38),
        (0, 0.42, 0.5),
    ]
    torso(b, spine, [(0.02, 0.03), (0.1, 0.13), (0.14, 0.17), (0.1, 0.11), (0.02, 0.018)])
    belly: list[Point] = [(x, y - 0.06, z) for x, y, z in spine[1:4]]
    torso(b, belly, [(0.06, 0.07), (0.115, 0.13), (0.07, 0.06)], name="belly")
    b.looks["belly"] = (stuff("skin", "#e2eaee"), 50.0)
    b.add("fins", fin([(0.02, 0.68), (-0.14, 0.88), (-0.14, 0.64)], 0.025))
    fluke = prism(
        smooth([(0.0, 0.04), (0.24, -0.12), (0.0, -0.05), (-0.24, -0.12)], 3), 0.025, 0.006
    ).pitch(90)
    b.add("fins", fluke.move(0, 0.42, -0.44))
    side = (
        prism(smooth([(0.04, 0.06), (0.26, -0.14), (0.06, -0.08)], 3), 0.025, 0.006)
        .pitch(90)
        .roll(-34)
    )
    b.add("fins", side.move(0.06, 0.46, 0.14).pair())
    eyes(b, 0.1, 0.5, 0.36, 0.014)


def whale(b: Draft) -> None:
    torso(
        b,
        [(0, 0.52, -0.46), (0, 0.42, -0.2), (0, 0.42, 0.15), (0, 0.42, 0.48)],
        [(0.02, 0.02), (0.11, 0.15), (0.19, 0.24), (0.11, 0.13)],
    )
    torso(
        b,
        [(0, 0.33, -0.2), (0, 0.3, 0.15), (0, 0.33, 0.47)],
        [(0.05, 0.06), (0.155, 0.15), (0.09, 0.06)],
        name="belly",
    )
    b.looks["belly"] = (stuff("skin", "#dfe6ea"), 50.0)
    fluke = prism(
        smooth([(0.0, 0.05), (0.26, -0.1), (0.0, -0.04), (-0.26, -0.1)], 3), 0.025, 0.006
    ).pitch(72)
    b.add("fins", fluke.move(0, 0.54, -0.47))
    side = (
        prism(smooth([(0.06, 0.06), (0.34, -0.16), (0.06, -0.06)], 3), 0.025, 0.006)
        .pitch(90)
        .roll(-24)
    )
    b.add("fins", side.move(0.1, 0.3, 0.16).pair())
    eyes(b, 0.155, 0.4, 0.36, 0.016)
    for turn in (-1, 0, 1):
        spout = curve(
            [
                (0, 0.62, 0.2),
                (turn * 0.04, 0.78, 0.2),
                (turn * 0.12, 0.84, 0.2),
                (turn * 0.17, 0.78, 0.2),
            ],
            3,
        )
        b.add("spout", tube(spout, 0.014, 6), stuff("water", "#cfe8f4"))


MODELS: dict[str, Family] = {
    "fish": fish,
    "shark": shark,
    "dolphin": dolphin,
    "whale": whale,
}
