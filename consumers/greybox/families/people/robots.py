"""Robots and teddy bears: figures of joints and balls."""

from __future__ import annotations

from consumers.greybox.families.people.figure import DARK
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, disc, rod, soft
from consumers.greybox.sweeps import Point, curve, tube

GREY_BAND = stuff("metal", "#9aa4ac")


def robot(b: Draft) -> None:
    dark, glow = b.tone(0.55), stuff("light", "#5fe0f0")
    b.add("torso", soft(0.36, 0.32, 0.24, 0, 0.42, 0, 0.05))
    b.add("chest", soft(0.22, 0.16, 0.03, 0, 0.53, 0.115, 0.01), dark)
    b.add("gauge", disc(0.036, 0.02, -0.05, 0.625, 0.13), glow)
    for i, color in enumerate(("#e04a3a", "#f2c02a", "#5ad06a")):
        b.add(
            f"light {color}",
            ball(0.014, x=0.03 + 0.03 * i, y=0.64, z=0.132, detail=1),
            stuff("light", color),
        )
    b.add(
        "vents",
        box(0.14, 0.008, 0.01, 0, 0.56, 0.131) + box(0.14, 0.008, 0.01, 0, 0.58, 0.131),
        GREY_BAND,
    )
    b.add("neck", cylinder(0.06, 0.06, 0, 0.73), dark)
    b.add("head", soft(0.27, 0.19, 0.21, 0, 0.775, 0, 0.05))
    b.add("face", soft(0.22, 0.1, 0.02, 0, 0.82, 0.1, 0.009), stuff("plastic", "#1b2026"))
    b.add("eyes", disc(0.028, 0.02, 0.055, 0.875, 0.112).pair(), glow)
    b.add("ears", cylinder(0.04, 0.03).roll(90).move(0.15, 0.87, 0).pair(), dark)
    b.add("antenna", rod((0, 0.96, 0), (0, 1.03, 0), 0.008, n=6), dark)
    b.add("tip", ball(0.02, x=0, y=1.04, z=0), stuff("light", "#e04a3a"))
    shoulder: Point = (0.2, 0.68, 0)
    b.add(
        "joints",
        (
            ball(0.055, x=0.2, y=0.68, z=0)
            + ball(0.042, x=0.25, y=0.5, z=0)
            + ball(0.05, x=0.09, y=0.4, z=0)
            + ball(0.045, x=0.09, y=0.21, z=0)
        ).pair(),
        dark,
    )
    b.add(
        "arms",
        (
            rod(shoulder, (0.25, 0.5, 0), 0.036)
            + rod((0.25, 0.5, 0), (0.25, 0.35, 0.04), 0.04, 0.034)
        ).pair(),
    )
    grip = tube(curve([(0.225, 0.33, 0.04), (0.2, 0.28, 0.05), (0.235, 0.24, 0.06)], 3), 0.014, 7)
    b.add("hands", grip.pair(), dark)
    b.add(
        "hands",
        tube(
            curve([(0.275, 0.33, 0.04), (0.3, 0.28, 0.05), (0.265, 0.24, 0.06)], 3), 0.014, 7
        ).pair(),
        dark,
    )
    b.add(
        "legs",
        (
            rod((0.09, 0.4, 0), (0.09, 0.21, 0), 0.042)
            + rod((0.09, 0.21, 0), (0.09, 0.06, 0), 0.052, 0.06)
        ).pair(),
    )
    b.add("feet", soft(0.13, 0.07, 0.2, 0.09, 0, 0.03, 0.03).pair(), dark)


def teddy_bear(b: Draft) -> None:
    """Sitting, legs forward."""
    cream = b.tone(1.5)
    b.add("body", ball(0.25, 0.28, 0.22, 0, 0.28, -0.04))
    b.add("belly", ball(0.18, 0.2, 0.1, 0, 0.28, 0.12), cream)
    b.add("head", ball(0.25, 0.22, 0.22, 0, 0.7, 0, detail=3))
    b.add("ears", ball(0.095, 0.095, 0.05, 0.2, 0.88, -0.01).pair())
    b.add("inner ears", ball(0.06, 0.06, 0.03, 0.2, 0.88, 0.03).pair(), cream)
    b.add("muzzle", ball(0.115, 0.09, 0.08, 0, 0.65, 0.18), cream)
    b.add("nose", ball(0.045, 0.032, 0.03, 0, 0.69, 0.25), DARK)
    b.add("eyes", ball(0.03, x=0.095, y=0.76, z=0.19, detail=1).pair(), DARK)
    b.add("arms", ball(0.085, 0.17, 0.085).roll(40).pitch(24).move(0.27, 0.4, 0.06).pair())
    b.add("legs", ball(0.105, 0.105, 0.2).yaw(22).move(0.18, 0.11, 0.2).pair())
    b.add("soles", ball(0.075, 0.075, 0.03).yaw(22).move(0.25, 0.11, 0.375).pair(), cream)
    b.add(
        "bow",
        (ball(0.08, 0.05, 0.035).roll(12).move(0.085, 0.49, 0.2)).pair()
        + ball(0.032, x=0, y=0.49, z=0.215, detail=1),
        stuff("silk", "#c9343a"),
    )


MODELS: dict[str, Family] = {
    "robot": robot,
    "teddy bear": teddy_bear,
}
