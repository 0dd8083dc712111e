"""Insects, spiders, crabs, snails and octopuses."""

from __future__ import annotations

from math import cos, sin

from consumers.greybox.families.animals.wild_parts import DARK, WHITE, eyes, torso
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import smooth
from consumers.greybox.solids import ball, prism, rod
from consumers.greybox.sweeps import Point, curve, tube


def butterfly(b: Draft) -> None:
    b.add(
        "body",
        tube(
            [(0, 0.3, -0.3), (0, 0.32, 0), (0, 0.33, 0.2), (0, 0.33, 0.34)],
            [0.025, 0.04, 0.05, 0.045],
            10,
        ),
        DARK,
    )
    upper = smooth([(0.03, 0.02), (0.2, 0.4), (0.5, 0.5), (0.5, 0.2), (0.3, 0.0)], 4)
    lower = smooth([(0.03, 0.02), (0.3, 0.0), (0.42, -0.2), (0.28, -0.46), (0.1, -0.28)], 4)
    for name, outline, k in (("upper wings", upper, 1.0), ("lower wings", lower, 1.2)):
        for grow, thick, look in ((1.0, 0.018, DARK), (0.86, 0.024, b.tone(k))):
            middle = outline.mean(axis=0)
            sheet = prism((outline - middle) * grow + middle, thick, 0.003).pitch(90).roll(24)
            b.add(
                f"{name} {'edge' if grow == 1 else 'field'}", sheet.move(0.02, 0.33, 0).pair(), look
            )
    for x, z in ((0.38, 0.34), (0.27, -0.26)):
        b.add(
            "spots",
            ball(0.05, 0.02, 0.05).roll(24).move(x * 0.93, 0.33 + x * 0.43, z).pair(),
            WHITE,
        )
    b.add(
        "feelers",
        tube(
            curve([(0.02, 0.34, 0.36), (0.06, 0.4, 0.46), (0.12, 0.42, 0.52)], 3), 0.008, 5
        ).pair(),
        DARK,
    )


def bee(b: Draft) -> None:
    spine: list[Point] = [(0, 0.34, -0.44), (0, 0.38, -0.2), (0, 0.42, 0.1), (0, 0.44, 0.3)]
    torso(b, spine, [(0.03, 0.03), (0.22, 0.22), (0.25, 0.25), (0.16, 0.16)])
    for z, r, y in ((-0.32, 0.14, 0.355), (-0.16, 0.238, 0.385), (0.02, 0.262, 0.41)):
        b.add(
            "stripes",
            tube([(0, y, z - 0.03), (0, y, z + 0.03)], [r, r], 18, tip=0.1),
            stuff("fur", "#231d18"),
        )
    b.add("head", ball(0.17, 0.16, 0.13, 0, 0.45, 0.4), stuff("fur", "#231d18"))
    b.add("eyes", ball(0.06, 0.075, 0.05, 0.1, 0.5, 0.49, detail=1).pair(), WHITE)
    wings = ball(0.3, 0.014, 0.16).roll(34).yaw(24).move(0.3, 0.72, -0.02) + ball(
        0.2, 0.012, 0.11
    ).roll(30).yaw(44).move(0.22, 0.66, -0.16)
    b.add("wings", wings.pair(), stuff("glass", "#e8f2f8"))
    b.add(
        "feelers",
        tube(
            curve([(0.05, 0.58, 0.46), (0.09, 0.7, 0.52), (0.12, 0.72, 0.62)], 3), 0.014, 6
        ).pair(),
        DARK,
    )
    for z in (-0.1, 0.05, 0.2):
        b.add("legs", rod((0.12, 0.22, z), (0.2, 0.06, z + 0.02), 0.02, 0.012, n=6).pair(), DARK)
    b.add("sting", rod((0, 0.34, -0.44), (0, 0.32, -0.54), 0.024, 0.003, n=6), DARK)


def spider(b: Draft) -> None:
    b.add("body", ball(0.17, 0.3, 0.22, 0, 0.52, -0.22))
    b.add("body", ball(0.13, 0.2, 0.15, 0, 0.46, 0.1))
    for i, (turn, reach) in enumerate(((38, 0.5), (68, 0.44), (104, 0.44), (140, 0.54))):
        leg = tube(
            curve([(0, 0.44, 0.08), (0, 0.95, 0.26), (0, 0.5, 0.42), (0, 0.02, reach + 0.04)], 3),
            [0.028, 0.028, 0.026, 0.026, 0.024, 0.022, 0.02, 0.018, 0.015, 0.01],
            7,
        )
        b.add("legs", leg.yaw(turn).move(0.04, 0, 0.06 - 0.03 * i).pair())
    for x, y, r in ((0.04, 0.55, 0.03), (0.085, 0.58, 0.02)):
        b.add("eyes", ball(r, x=x, y=y, z=0.22, detail=1).pair(), stuff("plastic", "#c9242c"))
    b.add("mark", ball(0.05, 0.03, 0.09, 0, 0.81, -0.24, detail=1), stuff("skin", "#c9242c"))
    b.add("fangs", rod((0.04, 0.4, 0.22), (0.03, 0.26, 0.27), 0.022, 0.005, n=6).pair())


def crab(b: Draft) -> None:
    b.add("body", ball(0.27, 0.24, 0.22, 0, 0.42, 0))
    b.add(
        "stalks",
        (
            rod((0.07, 0.55, 0.14), (0.08, 0.78, 0.18), 0.022)
            + ball(0.045, x=0.08, y=0.8, z=0.18, detail=1)
        ).pair(),
    )
    eyes(b, 0.085, 0.83, 0.21, 0.026)
    for i in range(3):
        leg = tube(
            curve([(0.2, 0.38, -0.02), (0.36, 0.52, 0.0), (0.47, 0.03, 0.02)], 3),
            [0.04, 0.04, 0.038, 0.034, 0.028, 0.02, 0.01],
            7,
        )
        b.add("legs", leg.yaw(12 + 22 * i).move(0, 0, 0.06 - 0.03 * i).pair(), b.tone(0.85))
    arm = tube(curve([(0.2, 0.4, 0.12), (0.36, 0.42, 0.2), (0.34, 0.44, 0.36)], 3), [0.05] * 7, 8)
    b.add("arms", arm.pair(), b.tone(0.9))
    for s, k in ((1, 1.0), (-1, 0.8)):
        pincer = ball(0.05 * k + 0.02, 0.1, 0.13).yaw(s * 16).move(0.32 + s * 0.055, 0.46, 0.46)
        b.add("claws", pincer.pair())


def snail(b: Draft) -> None:
    flesh = stuff("skin", "#d8c9a0")
    b.add(
        "foot",
        tube(
            curve(
                [(0, 0.07, -0.5), (0, 0.09, -0.2), (0, 0.1, 0.2), (0, 0.3, 0.42), (0, 0.36, 0.48)],
                3,
            ),
            [
                (0.02, 0.02),
                (0.08, 0.05),
                (0.11, 0.07),
                (0.13, 0.08),
                (0.14, 0.09),
                (0.14, 0.09),
                (0.14, 0.09),
                (0.13, 0.09),
                (0.12, 0.09),
                (0.1, 0.09),
                (0.09, 0.09),
                (0.09, 0.09),
                (0.085, 0.085),
            ],
            12,
        ),
        flesh,
    )
    coil: list[Point] = []
    for i in range(34):
        a = i * 0.42
        r = 0.3 * (1 - i / 36) ** 1.0
        coil.append((0.1 * (i / 33), 0.44 + r * cos(a + 2.6), -0.1 + r * sin(a + 2.6)))
    b.add("shell", tube(coil, [0.16 * (1 - i / 37) ** 0.8 for i in range(34)], 12))
    b.add("shell side", ball(0.12, 0.2, 0.2, 0, 0.46, -0.1), b.tone(0.82))
    feeler = tube(curve([(0.04, 0.38, 0.46), (0.07, 0.52, 0.52), (0.09, 0.64, 0.54)], 3), 0.018, 7)
    b.add("feelers", feeler.pair(), flesh)
    eyes(b, 0.09, 0.66, 0.54, 0.026)


def octopus(b: Draft) -> None:
    b.add(
        "head",
        tube(
            curve([(0, 0.24, 0), (0, 0.42, 0), (0, 0.7, -0.03), (0, 0.92, -0.06)], 3),
            [0.17, 0.15, 0.15, 0.16, 0.19, 0.22, 0.24, 0.24, 0.21, 0.13],
            18,
        ),
    )
    eyes(b, 0.11, 0.5, 0.12, 0.05, white=True)
    for i in range(8):
        lift = 0.1 * (i % 2)
        arm = curve(
            [
                (0, 0.26, 0.06),
                (0, 0.2, 0.2),
                (0.06, 0.07, 0.34),
                (0.02, 0.06, 0.44),
                (-0.07, 0.08 + lift, 0.5),
            ],
            3,
        )
        n = len(arm) - 1
        b.add(
            "arms", tube(arm, [0.075 - 0.062 * k / n for k in range(n + 1)], 8).yaw(22.5 + 45 * i)
        )
        for k in range(3, n - 1, 3):
            x, y, z = arm[k]
            b.add(
                "suckers",
                ball(0.018, 0.012, 0.018, x, max(y - 0.05, 0.02), z + 0.035, detail=0).yaw(
                    22.5 + 45 * i
                ),
                b.tone(1.5),
            )


MODELS: dict[str, Family] = {
    "butterfly": butterfly,
    "bee": bee,
    "spider": spider,
    "crab": crab,
    "snail": snail,
    "octopus": octopus,
}
