"""Turtles, frogs, snakes and crocodiles."""

from __future__ import annotations

from math import cos, sin

from consumers.greybox.families.animals.wild_parts import WHITE, eyes, torso
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, rod
from consumers.greybox.sweeps import Point, curve, tube


def turtle(b: Draft) -> None:
    shell = stuff("skin", "#7a5a34")
    skin = b.main
    dome = ball(0.36, 0.3, 0.42, 0, 0.2, -0.04)
    b.add("shell", dome, shell)
    for x, z, r in (
        (0, 0, 0.13),
        (0, 0.22, 0.1),
        (0, -0.22, 0.1),
        (0.19, 0.1, 0.1),
        (-0.19, 0.1, 0.1),
        (0.19, -0.12, 0.1),
        (-0.19, -0.12, 0.1),
    ):
        y = 0.2 + 0.3 * max(0.0, 1 - (x / 0.36) ** 2 - (z / 0.42) ** 2) ** 0.5
        b.add(
            "plates",
            ball(r * 0.86, 0.06, r * 0.86, x, y - 0.042, z - 0.04, detail=2),
            stuff("skin", "#93743f"),
        )
    b.add("rim", ball(0.39, 0.05, 0.45, 0, 0.17, -0.04), stuff("skin", "#64492a"))
    b.add(
        "head",
        tube(
            curve([(0, 0.2, 0.3), (0, 0.26, 0.46), (0, 0.33, 0.56)], 3),
            [0.07, 0.07, 0.075, 0.08, 0.1, 0.105, 0.09],
            12,
        ),
        skin,
    )
    eyes(b, 0.075, 0.37, 0.6, 0.022)
    for z in (0.24, -0.3):
        leg = tube([(0.24, 0.16, z * 0.9), (0.36, 0.05, z * 1.1)], [0.09, 0.075], 10)
        b.add("legs", leg.pair(), skin)
    b.add("tail", tube([(0, 0.12, -0.42), (0, 0.08, -0.56)], [0.05, 0.012], 8), skin)


def frog(b: Draft) -> None:
    torso(
        b,
        [(0, 0.24, -0.34), (0, 0.36, -0.1), (0, 0.48, 0.14), (0, 0.52, 0.36)],
        [(0.14, 0.1), (0.3, 0.24), (0.3, 0.24), (0.2, 0.12)],
    )
    b.add("belly", ball(0.25, 0.2, 0.28, 0, 0.28, 0.1), stuff("skin", "#e2e8b0"))
    b.add("bulges", ball(0.1, x=0.17, y=0.68, z=0.22).pair())
    eyes(b, 0.2, 0.71, 0.28, 0.065, white=True)
    thigh = tube(
        curve([(0.2, 0.22, -0.22), (0.44, 0.3, 0.02), (0.36, 0.06, -0.24), (0.46, 0.03, 0.06)], 3),
        [0.13, 0.14, 0.14, 0.12, 0.09, 0.07, 0.06, 0.05, 0.05, 0.04],
        10,
    )
    b.add("legs", thigh.pair())
    arm = tube(
        curve([(0.22, 0.3, 0.2), (0.3, 0.14, 0.26), (0.28, 0.03, 0.36)], 3),
        [0.08, 0.07, 0.06, 0.05, 0.05, 0.045, 0.04],
        8,
    )
    b.add("legs", arm.pair())
    for x, z in ((0.46, 0.1), (0.29, 0.4)):
        for turn in (-35, 0, 35):
            b.add(
                "toes",
                ball(0.03, 0.02, 0.07, 0, 0, 0.05, detail=1).yaw(turn).move(x, 0.02, z).pair(),
            )
    mouth = curve([(-0.19, 0.5, 0.36), (0, 0.46, 0.5), (0.19, 0.5, 0.36)], 4)
    b.add("mouth", tube(mouth, 0.012, 6), b.tone(0.4))


def snake(b: Draft) -> None:
    points: list[Point] = []
    for i in range(30):
        a, r = i * 0.5, 0.4 - 0.008 * i
        points.append((r * sin(a), 0.06 + 0.0075 * i, r * cos(a)))
    last = points[-1]
    points += [(last[0] * 0.5, 0.4, last[2] * 0.5 + 0.1), (0, 0.52, 0.16), (0, 0.54, 0.32)]
    n = len(points) - 1
    radii = [0.06 * min(1.0, 0.15 + i / 8) for i in range(n + 1)]
    line = curve(points, 2)
    smooth_radii = [radii[min(n, i // 2)] for i in range(len(line))]
    b.add("body", tube(line, smooth_radii, 10))
    b.add("head", ball(0.085, 0.06, 0.12, 0, 0.545, 0.36))
    for i in range(2, n - 3, 2):
        x, y, z = points[i]
        b.add(
            "marks",
            ball(0.035, 0.02, 0.035, x * 1.0, y + radii[i] * 0.86, z, detail=1),
            b.tone(0.5),
        )
    eyes(b, 0.06, 0.58, 0.41, 0.018)
    for s in (-1, 1):
        b.add(
            "tongue",
            rod((0, 0.53, 0.46), (s * 0.025, 0.525, 0.58), 0.007, n=5),
            stuff("skin", "#c9242c"),
        )


def crocodile(b: Draft) -> None:
    torso(
        b,
        [(0, 0.22, -0.5), (0, 0.3, -0.2), (0, 0.36, 0.05), (0, 0.36, 0.2)],
        [(0.01, 0.04), (0.07, 0.13), (0.125, 0.22), (0.09, 0.18)],
    )
    for dy, h in ((0.42, 0.1), (0.26, 0.07)):
        b.add(
            "jaws",
            tube(
                [(0, dy, 0.18), (0, dy - 0.01, 0.34), (0, dy - 0.03, 0.5)],
                [(0.085, h), (0.055, h * 0.7), (0.045, h * 0.55)],
                12,
            ),
        )
    for i in range(9):
        for s in (-1, 1):
            tooth = rod(
                (s * (0.055 - 0.001 * i), 0.35, 0.26 + 0.028 * i),
                (s * 0.05, 0.27, 0.26 + 0.028 * i),
                0.009,
                0.002,
                n=5,
            )
            b.add("teeth", tooth, WHITE)
    b.add("brows", ball(0.03, 0.07, 0.03, 0.05, 0.53, 0.24, detail=1).pair())
    eyes(b, 0.06, 0.56, 0.255, 0.014)
    for i in range(14):
        z = -0.42 + 0.042 * i
        y = 0.29 + 0.27 * (i / 13) ** 0.8
        scale = ball(0.018, 0.06, 0.018, 0.03 * min(1, i / 5), y, z, detail=0)
        b.add("ridge", scale.pair() if i else scale, b.tone(0.7), 20)
    for z in (0.12, -0.16):
        leg = tube(
            curve([(0.08, 0.32, z), (0.19, 0.3, z - 0.01), (0.2, 0.06, z + 0.02)], 3),
            [(0.05, 0.1)] * 4 + [(0.035, 0.07)] * 3,
            8,
        )
        b.add("legs", leg.pair())
        b.add("legs", ball(0.05, 0.05, 0.045, 0.2, 0.05, z + 0.04, detail=1).pair())


MODELS: dict[str, Family] = {
    "turtle": turtle,
    "frog": frog,
    "snake": snake,
    "crocodile": crocodile,
}
