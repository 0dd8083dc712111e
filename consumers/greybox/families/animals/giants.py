"""Dragons and dinosaurs."""

from __future__ import annotations

from itertools import pairwise
from math import pi, sin

from consumers.greybox.families.animals.wild_parts import WHITE, eyes, fin, torso
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, prism, rod
from consumers.greybox.sweeps import Point, curve, tube


def dragon(b: Draft) -> None:
    spine: list[Point] = [
        (0, 0.1, -0.55),
        (0.05, 0.12, -0.4),
        (0, 0.26, -0.18),
        (0, 0.34, 0.04),
        (0, 0.44, 0.18),
        (0, 0.66, 0.24),
        (0, 0.78, 0.34),
    ]
    torso(
        b,
        spine,
        [
            (0.008, 0.008),
            (0.03, 0.03),
            (0.08, 0.09),
            (0.11, 0.13),
            (0.09, 0.09),
            (0.05, 0.05),
            (0.05, 0.05),
        ],
    )
    torso(
        b,
        [(0, 0.28, -0.1), (0, 0.29, 0.06), (0, 0.42, 0.235), (0, 0.62, 0.28)],
        [(0.05, 0.06), (0.085, 0.1), (0.06, 0.06), (0.035, 0.035)],
        name="belly",
    )
    b.looks["belly"] = (stuff("skin", "#e6c27a"), 50.0)
    b.add("head", ball(0.065, 0.06, 0.085, 0, 0.8, 0.36))
    b.add("head", tube([(0, 0.79, 0.38), (0, 0.77, 0.5)], [(0.05, 0.04), (0.035, 0.025)], 10))
    b.add(
        "jaw",
        tube([(0, 0.75, 0.38), (0, 0.72, 0.48)], [(0.04, 0.02), (0.028, 0.015)], 10),
        b.tone(0.8),
    )
    b.add(
        "horns",
        tube(
            curve([(0.035, 0.84, 0.33), (0.06, 0.91, 0.26), (0.05, 0.98, 0.22)], 3),
            [0.018 - 0.0025 * i for i in range(7)],
            8,
        ).pair(),
        stuff("bone"),
    )
    eyes(b, 0.052, 0.825, 0.41, 0.013)
    _dragon_limbs(b)


def _dragon_limbs(b: Draft) -> None:
    for i, (z, y) in enumerate(
        (
            (0.22, 0.72),
            (0.17, 0.6),
            (0.1, 0.5),
            (0.02, 0.475),
            (-0.07, 0.42),
            (-0.15, 0.36),
            (-0.24, 0.28),
            (-0.33, 0.2),
            (-0.42, 0.15),
        )
    ):
        k = 0.045 - 0.003 * i
        b.add(
            "spikes",
            fin([(z + k * 0.6, y - 0.02), (z - k, y + k * 1.3), (z - k * 0.6, y - 0.02)], 0.014),
            stuff("bone", "#e6c27a"),
        )
    b.add(
        "tail tip",
        prism([(-0.05, 0), (0.05, 0), (0, 0.1)], 0.016, 0.004).pitch(-90).move(0, 0.1, -0.55),
        stuff("bone", "#e6c27a"),
    )
    _dragon_wings(b)
    for z, y in ((0.14, 0.3), (-0.12, 0.26)):
        leg = tube(
            curve(
                [
                    (0.07, y, z),
                    (0.13, y * 0.6, z + 0.05),
                    (0.12, 0.1, z - 0.03),
                    (0.12, 0.02, z + 0.02),
                ],
                3,
            ),
            [0.06, 0.055, 0.05, 0.045, 0.04, 0.035, 0.03, 0.03, 0.028, 0.026],
            8,
        )
        b.add("legs", leg.pair())
        for turn in (-25, 0, 25):
            b.add(
                "claws",
                rod((0, 0.015, 0.02), (0, 0.008, 0.08), 0.014, 0.003, n=6)
                .yaw(turn)
                .move(0.12, 0, z + 0.01)
                .pair(),
                stuff("bone"),
            )


def _dragon_wings(b: Draft) -> None:
    """Membranes between four fingers, as one thin sheet a side."""
    elbow, tips = (0.2, 0.34), ((0.46, 0.2), (0.48, -0.02), (0.36, -0.14), (0.16, -0.16))
    edge: list[tuple[float, float]] = [(0.0, 0.0), (0.06, 0.16), elbow, tips[0]]
    for (x0, y0), (x1, y1) in pairwise(tips):
        edge += [((x0 + x1) / 2 * 0.86, (y0 + y1) / 2 * 0.7 + 0.03), (x1, y1)]
    edge.append((0.03, -0.06))
    web = prism(edge[::-1], 0.008).yaw(20)
    b.add("wings", web.move(0.07, 0.5, 0.04).pair(), b.tone(0.72), 30)
    bones = rod((0, 0, 0), (*elbow, 0), 0.018, 0.014, n=8)
    for tip in tips[:3]:
        bones = bones + rod((*elbow, 0), (*tip, 0), 0.012, 0.004, n=6)
    b.add("wing bones", bones.yaw(20).move(0.07, 0.5, 0.04).pair())


def dinosaur(b: Draft) -> None:
    torso(
        b,
        [
            (0, 0.5, -0.55),
            (0, 0.56, -0.3),
            (0, 0.58, -0.04),
            (0, 0.64, 0.14),
            (0, 0.8, 0.24),
            (0, 0.88, 0.3),
        ],
        [(0.01, 0.012), (0.04, 0.05), (0.095, 0.13), (0.09, 0.11), (0.055, 0.065), (0.05, 0.05)],
    )
    torso(
        b,
        [(0, 0.5, -0.1), (0, 0.53, 0.06), (0, 0.66, 0.2), (0, 0.78, 0.26)],
        [(0.05, 0.06), (0.075, 0.09), (0.06, 0.06), (0.035, 0.035)],
        name="belly",
    )
    b.looks["belly"] = (stuff("skin", "#d8cf9a"), 50.0)
    b.add(
        "head",
        tube(
            curve([(0, 0.9, 0.24), (0, 0.93, 0.34), (0, 0.9, 0.5)], 3),
            [
                (0.055, 0.05),
                (0.065, 0.06),
                (0.068, 0.062),
                (0.065, 0.058),
                (0.055, 0.05),
                (0.05, 0.042),
                (0.042, 0.034),
            ],
            12,
        ),
    )
    b.add(
        "jaw",
        tube([(0, 0.83, 0.3), (0, 0.82, 0.47)], [(0.045, 0.024), (0.034, 0.018)], 10),
        b.tone(0.85),
    )
    for i in range(6):
        tooth = rod(
            (0.04, 0.872, 0.36 + 0.023 * i), (0.038, 0.84, 0.36 + 0.023 * i), 0.008, 0.002, n=5
        )
        b.add("teeth", tooth.pair(), WHITE)
    _dinosaur_limbs(b)


def _dinosaur_limbs(b: Draft) -> None:
    eyes(b, 0.06, 0.945, 0.34, 0.013)
    thigh = tube(
        curve([(0.07, 0.56, -0.08), (0.1, 0.38, 0.0), (0.1, 0.2, -0.09), (0.1, 0.04, -0.03)], 3),
        [
            (0.05, 0.1),
            (0.055, 0.105),
            (0.055, 0.1),
            (0.05, 0.08),
            (0.04, 0.06),
            (0.035, 0.045),
            (0.03, 0.04),
            (0.03, 0.035),
            (0.03, 0.035),
            (0.03, 0.035),
        ],
        10,
    )
    b.add("legs", thigh.pair())
    for turn in (-28, 0, 28):
        b.add(
            "toes",
            tube([(0, 0.025, 0), (0, 0.016, 0.11)], [0.03, 0.012], 8)
            .yaw(turn)
            .move(0.1, 0, -0.03)
            .pair(),
        )
    arm = tube(
        curve([(0.07, 0.62, 0.16), (0.09, 0.54, 0.19), (0.08, 0.55, 0.26)], 3),
        [0.024, 0.022, 0.02, 0.018, 0.016, 0.014, 0.012],
        8,
    )
    b.add("arms", arm.pair())
    for i in range(9):
        b.add(
            "stripes",
            ball(
                0.05 + 0.05 * sin(i / 9 * pi),
                0.03,
                0.018,
                0,
                0.575 + 0.13 * sin(min(1, i / 6) * 1.57),
                -0.36 + 0.055 * i,
                detail=1,
            ),
            b.tone(0.66),
        )


MODELS: dict[str, Family] = {
    "dragon": dragon,
    "dinosaur": dinosaur,
}
