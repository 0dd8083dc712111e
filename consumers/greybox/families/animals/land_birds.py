"""Birds of garden, yard and wood."""

from __future__ import annotations

from consumers.greybox.families.animals.bird_parts import BEAK, DARK, WHITE, beak, eyes, wing
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, leaf, rod
from consumers.greybox.sweeps import curve, tube

RED = stuff("skin", "#cf2f2a")


def legs(b: Draft, x: float, top: float, z: float, r: float, color: str = "#f0a02a") -> None:
    """Two thin legs with three toes forward."""
    leg = rod((x, 0.3 * r, z), (x, top, z), r)
    for turn in (-30, 0, 30):
        leg = leg + rod((0, 0.5 * r, 0), (0, 0.4 * r, 6 * r), 0.9 * r, 0.4 * r, n=6).yaw(turn).move(
            x, 0, z
        )
    b.add("legs", leg.pair(), stuff("skin", color))


def songbird(b: Draft) -> None:
    b.add("body", ball(0.3, 0.32, 0.48, 0, 0.5, 0))
    b.add("breast", ball(0.25, 0.26, 0.36, 0, 0.46, 0.14), stuff("feathers", "#f2d9b8"))
    b.add("head", ball(0.22, 0.22, 0.23, 0, 0.83, 0.26))
    beak(b, 0.82, 0.45, 0.17, color="#e8922a")
    eyes(b, 0.15, 0.88, 0.4, 0.04)
    b.add("wings", wing(0.62, 0.36, 0.07).roll(-10).move(0.28, 0.58, 0.16).pair(), b.tone(0.7))
    tail = tube(
        [(0, 0.52, -0.3), (0, 0.56, -0.6), (0, 0.6, -0.85)],
        [(0.12, 0.06), (0.11, 0.03), (0.13, 0.02)],
        8,
    )
    b.add("tail", tail, b.tone(0.62))
    legs(b, 0.1, 0.26, 0.06, 0.02, "#7a5a3a")


def parrot(b: Draft) -> None:
    body = curve([(0, 0.3, -0.12), (0, 0.52, 0.0), (0, 0.78, 0.08)], 3)
    b.add("body", tube(body, [0.13, 0.19, 0.21, 0.22, 0.2, 0.18, 0.14], 14))
    b.add("head", ball(0.17, 0.17, 0.18, 0, 0.88, 0.14))
    b.add("cheeks", ball(0.06, 0.09, 0.09, 0.125, 0.87, 0.2).pair(), WHITE)
    beak(b, 0.88, 0.27, 0.16, True, "#2b2a2a")
    eyes(b, 0.15, 0.91, 0.22, 0.025)
    for color, size, dy in (("#2f6fd0", 1.0, 0.0), ("#f2c02a", 0.62, 0.05)):
        folded = wing(0.56 * size, 0.26, 0.06).pitch(-52).roll(-4)
        b.add(f"wings {color}", folded.move(0.2, 0.72 + dy, 0.02).pair(), stuff("feathers", color))
    for x, color in ((0.0, "#2f6fd0"), (0.05, b.main.color), (-0.05, "#f2c02a")):
        feather = tube(
            [(x * 0.6, 0.36, -0.16), (x, 0.16, -0.36), (x * 1.6, 0.0, -0.56)],
            [(0.06, 0.03), (0.05, 0.02), (0.03, 0.01)],
            8,
        )
        b.add(f"tail {color}", feather, stuff("feathers", color))
    legs(b, 0.08, 0.32, -0.02, 0.025, "#5a5a5c")
    b.add("perch", rod((-0.3, 0.09, 0.05), (0.3, 0.09, 0.05), 0.05), stuff("wood", "#7a5233"))


def chicken(b: Draft) -> None:
    line = curve(
        [(0, 0.62, -0.34), (0, 0.46, -0.1), (0, 0.48, 0.16), (0, 0.74, 0.26), (0, 0.84, 0.28)], 3
    )
    radii = (0.14, 0.2, 0.25, 0.28, 0.29, 0.28, 0.26, 0.22, 0.17, 0.13, 0.11, 0.1, 0.1)
    b.add("body", tube(line, list(radii), 14))
    b.add("head", ball(0.12, 0.12, 0.13, 0, 0.87, 0.3))
    beak(b, 0.85, 0.41, 0.1)
    eyes(b, 0.09, 0.9, 0.37, 0.024)
    for z, y in ((0.22, 0.97), (0.29, 1.0), (0.36, 0.97)):
        b.add("comb", ball(0.025, 0.06, 0.05, 0, y, z, detail=1), RED)
    b.add("wattle", ball(0.035, 0.06, 0.035, 0, 0.76, 0.41, detail=1), RED)
    b.add("wings", wing(0.42, 0.32, 0.08).roll(-8).move(0.25, 0.54, 0.1).pair(), b.tone(0.86))
    for i, up in enumerate((0.86, 0.8, 0.7)):
        plume = leaf(0.4, 0.22, 0.2, 0.12, 1.0).pitch(-10 * i).yaw(180)
        b.add("tail", plume.move((i - 1) * 0.05, up - 0.34, -0.2), b.tone(0.72))
    legs(b, 0.1, 0.28, 0.02, 0.025)


def owl(b: Draft) -> None:
    b.add(
        "body",
        tube([(0, 0.06, 0), (0, 0.3, 0.0), (0, 0.6, 0), (0, 0.82, 0)], [0.2, 0.3, 0.29, 0.24], 16),
    )
    b.add("head", ball(0.29, 0.23, 0.25, 0, 0.8, 0.02))
    b.add("breast", ball(0.22, 0.3, 0.16, 0, 0.36, 0.18), b.tone(1.55))
    for i in range(3):
        for k in range(3 - i % 2):
            b.add(
                "flecks",
                ball(
                    0.025, 0.02, 0.02, (k - (2 - i % 2) / 2) * 0.11, 0.26 + 0.1 * i, 0.325, detail=1
                ),
                b.tone(0.7),
            )
    b.add("discs", ball(0.145, 0.145, 0.06, 0.125, 0.82, 0.21).pair(), b.tone(1.6))
    b.add("iris", ball(0.085, 0.085, 0.05, 0.12, 0.83, 0.25).pair(), stuff("plastic", "#f2b92a"))
    b.add("pupils", ball(0.046, 0.046, 0.04, 0.12, 0.83, 0.28, detail=1).pair(), DARK)
    beak(b, 0.76, 0.25, 0.1, True, "#3a3430")
    b.add(
        "tufts",
        tube([(0.17, 0.92, 0.02), (0.25, 1.08, 0.0)], [(0.07, 0.05), (0.012, 0.01)], 8).pair(),
        b.tone(0.8),
    )
    b.add("wings", ball(0.08, 0.32, 0.2, 0.29, 0.44, -0.02).pair(), b.tone(0.75))
    b.add(
        "feet",
        (
            ball(0.045, 0.04, 0.08, 0.06, 0.04, 0.2, detail=1)
            + ball(0.045, 0.04, 0.08, 0.14, 0.04, 0.2, detail=1)
        ).pair(),
        BEAK,
    )
    b.add(
        "tail",
        tube([(0, 0.25, -0.2), (0, 0.02, -0.3)], [(0.14, 0.06), (0.13, 0.03)], 8),
        b.tone(0.7),
    )


def eagle(b: Draft) -> None:
    """In flight, wings spread."""
    b.add(
        "body",
        tube(
            [(0, 0.3, -0.34), (0, 0.28, -0.1), (0, 0.3, 0.16), (0, 0.34, 0.32)],
            [0.07, 0.14, 0.15, 0.1],
            14,
        ),
    )
    b.add("head", ball(0.1, 0.1, 0.13, 0, 0.37, 0.4), WHITE)
    beak(b, 0.37, 0.5, 0.12, True)
    eyes(b, 0.075, 0.4, 0.46, 0.018)
    span = curve([(0.06, 0.34, 0.08), (0.4, 0.48, 0.16), (0.72, 0.46, 0.06), (0.95, 0.5, -0.06)], 3)
    n = len(span) - 1
    b.add(
        "wings",
        tube(
            span, [(0.2 * (1 - 0.35 * i / n), 0.03 * (1.3 - i / n)) for i in range(n + 1)], 10
        ).pair(),
    )
    for i in range(9):
        t = i / 8
        x, z = 0.3 + 0.62 * t, 0.06 - 0.1 * t
        plume = leaf(0.3 + 0.02 * i, 0.11, 0.05, 0.08, 0.05).yaw(180 - 62 * t)
        b.add("feathers", plume.move(x, 0.46, z).pair(), b.tone(0.8))
    for turn in (-18, -6, 6, 18):
        b.add("tail", leaf(0.36, 0.13, 0.0, 0.08, 0.0).yaw(180 + turn).move(0, 0.3, -0.26), WHITE)
    b.add(
        "feet",
        (
            rod((0.07, 0.22, -0.1), (0.08, 0.06, -0.06), 0.03)
            + ball(0.05, 0.04, 0.07, 0.08, 0.05, -0.03, detail=1)
        ).pair(),
        BEAK,
    )


MODELS: dict[str, Family] = {
    "bird": songbird,
    "parrot": parrot,
    "chicken": chicken,
    "owl": owl,
    "eagle": eagle,
}
