"""Ducks, swans and penguins, and the one in the bath."""

from __future__ import annotations

from consumers.greybox.families.animals.bird_parts import BEAK, DARK, WHITE, beak, eyes, wing
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, rod
from consumers.greybox.sweeps import curve, tube


def duck(b: Draft) -> None:
    line = curve(
        [
            (0, 0.54, -0.5),
            (0, 0.4, -0.32),
            (0, 0.34, 0.0),
            (0, 0.36, 0.22),
            (0, 0.6, 0.3),
            (0, 0.74, 0.3),
        ],
        3,
    )
    radii = (
        0.03,
        0.09,
        0.15,
        0.2,
        0.24,
        0.27,
        0.28,
        0.27,
        0.25,
        0.23,
        0.19,
        0.15,
        0.12,
        0.11,
        0.11,
        0.11,
    )
    b.add("body", tube(line, list(radii), 14))
    b.add("head", ball(0.15, 0.15, 0.17, 0, 0.82, 0.33))
    bill = tube(
        [(0, 0.8, 0.44), (0, 0.77, 0.56), (0, 0.765, 0.66)],
        [(0.08, 0.06), (0.085, 0.03), (0.075, 0.018)],
        10,
    )
    b.add("bill", bill, BEAK)
    eyes(b, 0.115, 0.87, 0.41, 0.026)
    b.add(
        "wings", wing(0.5, 0.28, 0.07).pitch(8).roll(-8).move(0.24, 0.45, 0.14).pair(), b.tone(0.85)
    )
    foot = ball(0.08, 0.02, 0.12, 0.11, 0.02, 0.06) + rod((0.11, 0.02, 0.0), (0.11, 0.2, 0.0), 0.03)
    b.add("feet", foot.pair(), BEAK)


def swan(b: Draft) -> None:
    b.add(
        "body",
        tube(
            curve([(0, 0.4, -0.56), (0, 0.26, -0.28), (0, 0.22, 0.06), (0, 0.3, 0.3)], 3),
            [0.04, 0.12, 0.19, 0.23, 0.25, 0.26, 0.25, 0.22, 0.18, 0.12],
            14,
        ),
    )
    neck = curve(
        [(0, 0.28, 0.26), (0, 0.48, 0.4), (0, 0.7, 0.3), (0, 0.9, 0.26), (0, 0.97, 0.36)], 4
    )
    b.add("body", tube(neck, [0.14 - 0.08 * min(1, i / 8) for i in range(len(neck))], 12))
    b.add("body", ball(0.075, 0.075, 0.11, 0, 0.95, 0.4))
    b.add("bill", tube([(0, 0.94, 0.47), (0, 0.9, 0.57)], [(0.045, 0.04), (0.03, 0.02)], 10), BEAK)
    b.add("mask", ball(0.035, 0.035, 0.04, 0, 0.975, 0.475, detail=1), DARK)
    eyes(b, 0.06, 0.975, 0.43, 0.014)
    for k, dy in ((1.0, 0.0), (0.75, 0.08)):
        b.add(
            "wings",
            wing(0.68 * k, 0.4, 0.09).pitch(14).roll(-14).move(0.24, 0.4 + dy, 0.2).pair(),
            b.tone(0.95 if k < 1 else 0.9),
        )


def penguin(b: Draft) -> None:
    b.add(
        "body",
        tube(
            [(0, 0.06, 0), (0, 0.25, 0), (0, 0.5, 0), (0, 0.72, 0.0), (0, 0.84, 0.0)],
            [0.17, 0.26, 0.26, 0.2, 0.16],
            18,
        ),
    )
    b.add("head", ball(0.165, 0.165, 0.17, 0, 0.84, 0.01))
    b.add("belly", ball(0.215, 0.35, 0.15, 0, 0.4, 0.135), WHITE)
    b.add("face", ball(0.075, 0.09, 0.06, 0.062, 0.85, 0.115).pair(), WHITE)
    eyes(b, 0.07, 0.88, 0.165, 0.022)
    beak(b, 0.82, 0.16, 0.13)
    fin = tube(
        curve([(0.19, 0.68, 0), (0.3, 0.5, 0), (0.36, 0.28, 0.02)], 3),
        [
            (0.05, 0.09),
            (0.05, 0.1),
            (0.05, 0.1),
            (0.04, 0.1),
            (0.04, 0.09),
            (0.03, 0.07),
            (0.02, 0.03),
        ],
        10,
    )
    b.add("flippers", fin.pair())
    b.add("feet", ball(0.1, 0.035, 0.15, 0.11, 0.03, 0.13).pair(), BEAK)
    b.add("tail", tube([(0, 0.14, -0.18), (0, 0.04, -0.3)], [(0.08, 0.05), (0.05, 0.02)], 8))


def rubber_duck(b: Draft) -> None:
    b.add(
        "body",
        tube(
            curve([(0, 0.5, -0.52), (0, 0.34, -0.3), (0, 0.28, 0.0), (0, 0.3, 0.26)], 3),
            [0.05, 0.16, 0.24, 0.28, 0.31, 0.33, 0.33, 0.31, 0.28, 0.22],
            16,
        ),
    )
    b.add("body", ball(0.25, 0.25, 0.25, 0, 0.74, 0.16, detail=3))
    b.add("wings", ball(0.07, 0.15, 0.22).pitch(-14).move(0.31, 0.36, -0.04).pair(), b.tone(1.15))
    b.add(
        "bill",
        (ball(0.13, 0.035, 0.13, 0, 0.72, 0.42) + ball(0.11, 0.03, 0.1, 0, 0.67, 0.4)),
        stuff("plastic", "#f07a1e"),
    )
    eyes(b, 0.11, 0.82, 0.37, 0.036)


MODELS: dict[str, Family] = {
    "duck": duck,
    "swan": swan,
    "penguin": penguin,
    "rubber duck": rubber_duck,
}
