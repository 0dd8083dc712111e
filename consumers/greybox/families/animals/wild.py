"""Kangaroos, seals, flamingos, jellyfish, gulls, peacocks, beetles: the wilder animals."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import cos, pi, sin

import numpy as np

from consumers.greybox.families.animals.bird_parts import DARK, WHITE, beak, eyes, wing
from consumers.greybox.families.animals.land_birds import legs
from consumers.greybox.families.animals.quadruped import quadruped
from consumers.greybox.families.animals.species import SPECIES
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, cylinder, prism, ring, rod
from consumers.greybox.sweeps import curve, lathe, tube


def kangaroo(b: Draft) -> None:
    """Upright on its great hind legs and tail."""
    body = curve([(0, 0.34, -0.1), (0, 0.5, -0.06), (0, 0.85, 0.08), (0, 1.1, 0.12)], 3)
    b.add("body", tube(body, [0.14, 0.2, 0.23, 0.23, 0.21, 0.18, 0.15, 0.12, 0.1, 0.08], 14))
    b.add("belly", ball(0.14, 0.24, 0.1, 0, 0.55, 0.12), b.tone(1.45))
    b.add("head", ball(0.1, 0.1, 0.13, 0, 1.2, 0.18))
    b.add("muzzle", ball(0.06, 0.055, 0.1, 0, 1.16, 0.32))
    b.add("nose", ball(0.026, x=0, y=1.175, z=0.41, detail=1), DARK)
    eyes(b, 0.075, 1.24, 0.25, 0.02)
    b.add("ears", ball(0.04, 0.14, 0.025).roll(-14).move(0.075, 1.38, 0.14).pair())
    thigh = ball(0.11, 0.2, 0.18).pitch(20).move(0.17, 0.36, 0.0)
    shin = tube([(0.18, 0.3, 0.12), (0.18, 0.14, -0.08), (0.18, 0.04, -0.06)], 0.045, 8)
    foot = ball(0.05, 0.04, 0.22, 0.18, 0.04, 0.12)
    b.add("legs", (thigh + shin + foot).pair())
    arm = curve([(0.11, 0.95, 0.14), (0.14, 0.8, 0.24), (0.1, 0.72, 0.32)], 3)
    b.add("arms", tube(arm, [0.05 - 0.004 * i for i in range(len(arm))], 8).pair())
    tail = curve([(0, 0.36, -0.2), (0, 0.12, -0.5), (0, 0.05, -0.9)], 4)
    b.add("tail", tube(tail, [0.11 - 0.011 * i for i in range(len(tail))], 10))


def seal(b: Draft) -> None:
    """On its belly, head up."""
    line = curve(
        [(0, 0.1, -0.9), (0, 0.18, -0.5), (0, 0.26, 0.0), (0, 0.4, 0.38), (0, 0.66, 0.5)], 3
    )
    radii = (0.05, 0.08, 0.12, 0.16, 0.2, 0.23, 0.25, 0.26, 0.25, 0.23, 0.2, 0.17, 0.15)
    b.add("body", tube(line, list(radii), 16))
    b.add("head", ball(0.15, 0.14, 0.16, 0, 0.76, 0.54))
    b.add("muzzle", ball(0.05, 0.045, 0.05, 0.035, 0.72, 0.68).pair(), b.tone(1.4))
    b.add("nose", ball(0.03, x=0, y=0.76, z=0.71, detail=1), DARK)
    eyes(b, 0.085, 0.81, 0.64, 0.026)
    for y in (-0.01, 0.015):
        whisker = rod((0.06, 0.71 + y, 0.7), (0.17, 0.7 + 2 * y, 0.7), 0.004, n=4)
        b.add("whiskers", whisker.pair(), WHITE)
    b.add("flippers", ball(0.2, 0.03, 0.1).yaw(25).roll(-18).move(0.34, 0.1, 0.22).pair())
    b.add("tail", ball(0.08, 0.025, 0.16).yaw(-28).move(0.09, 0.08, -1.0).pair())


def flamingo(b: Draft) -> None:
    """On one leg, its neck an S."""
    b.add("body", ball(0.16, 0.17, 0.28, 0, 0.86, -0.05))
    b.add("wings", wing(0.4, 0.26, 0.05).pitch(12).move(0.14, 0.9, 0.12).pair(), b.tone(0.85))
    b.add("tail", ball(0.06, 0.05, 0.16, 0, 0.84, -0.34), b.tone(0.8))
    neck = curve(
        [(0, 0.92, 0.16), (0, 1.0, 0.34), (0, 1.2, 0.24), (0, 1.42, 0.2), (0, 1.52, 0.3)], 4
    )
    b.add("neck", tube(neck, [0.065 - 0.0018 * i for i in range(len(neck))], 10))
    b.add("head", ball(0.065, 0.06, 0.085, 0, 1.52, 0.34))
    beak(b, 1.51, 0.4, 0.17, hook=True, color="#2b2626")
    eyes(b, 0.052, 1.54, 0.38, 0.012)
    pink = b.tone(0.85)
    b.add("legs", rod((0.05, 0.02, 0), (0.05, 0.76, 0), 0.02), pink)
    b.add("legs", tube([(-0.05, 0.76, 0), (-0.05, 0.5, 0.16), (-0.02, 0.46, -0.14)], 0.02, 8), pink)
    for turn in (-28, 0, 28):
        toe = rod((0, 0.02, 0), (0, 0.012, 0.16), 0.016, 0.006, n=6).yaw(turn)
        b.add("legs", toe.move(0.05, 0, 0))


def jellyfish(b: Draft) -> None:
    bell = [(0.44, 0.0), (0.5, 0.06), (0.46, 0.26), (0.3, 0.42), (0.02, 0.48)]
    b.add("bell", lathe(bell, 0, 0.9, 0, 28))
    b.add("spots", ball(0.1, 0.05, 0.1, 0.18, 1.27, 0.14).pair(), b.tone(1.4))
    b.add("frill", ring(0.46, 0.035, 0, 0.92, 0, 30), b.tone(1.3))
    for i in range(12):
        a = 2 * pi * i / 12
        x, z = 0.4 * sin(a), 0.4 * cos(a)
        points = [
            (x * (1 - 0.3 * t) + 0.05 * sin(7 * t + i), 0.92 - t * (0.7 + 0.2 * (i % 3) / 2),
             z * (1 - 0.3 * t) + 0.05 * cos(6 * t + i))
            for t in np.linspace(0, 1, 8)
        ]  # fmt: skip
        line = [(float(p), float(q), float(r)) for p, q, r in points]
        b.add("tentacles", tube(line, [0.02 - 0.002 * k for k in range(8)], 6), b.tone(0.85))
    for i in range(4):
        a = 2 * pi * i / 4 + 0.4
        root, tip = (0.1 * sin(a), 0.95, 0.1 * cos(a)), (0.08 * sin(a), 0.25, 0.08 * cos(a))
        arm = curve([root, (0.16 * sin(a + 1), 0.6, 0.16 * cos(a + 1)), tip], 3)
        b.add("arms", tube(arm, [0.07 - 0.008 * k for k in range(len(arm))], 8), b.tone(1.3))


def gull(b: Draft) -> None:
    """A white sea bird with grey wings."""
    b.add("body", ball(0.2, 0.2, 0.42, 0, 0.44, 0))
    b.add("head", ball(0.14, 0.14, 0.16, 0, 0.72, 0.34))
    b.add("neck", tube([(0, 0.5, 0.22), (0, 0.68, 0.33)], [0.16, 0.12], 12))
    beak(b, 0.71, 0.46, 0.18, hook=True)
    eyes(b, 0.1, 0.76, 0.42, 0.022)
    grey = stuff("feathers", "#8f99a3")
    b.add("wings", wing(0.72, 0.3, 0.06).roll(-8).move(0.19, 0.52, 0.2).pair(), grey)
    b.add("tips", ball(0.04, 0.04, 0.14, 0.14, 0.45, -0.52).pair(), DARK)
    b.add("tail", ball(0.1, 0.03, 0.18, 0, 0.44, -0.46))
    legs(b, 0.08, 0.28, 0.04, 0.02)


def peacock(b: Draft, eyes_of: str = "#3a6fd0", fan: str = "#2f8a5a") -> None:
    """A fan of feathers behind a small body."""
    body = curve(
        [(0, 0.3, -0.22), (0, 0.34, 0.0), (0, 0.42, 0.2), (0, 0.7, 0.26), (0, 0.82, 0.28)], 3
    )
    radii = (0.1, 0.15, 0.19, 0.21, 0.21, 0.2, 0.18, 0.14, 0.1, 0.08, 0.065, 0.06, 0.06)
    b.add("body", tube(body, list(radii), 14))
    b.add("head", ball(0.08, 0.08, 0.09, 0, 0.87, 0.31))
    beak(b, 0.86, 0.38, 0.1, color="#c8a03a")
    eyes(b, 0.06, 0.9, 0.36, 0.014)
    for i in range(13):
        a = (i - 6) * 14.0
        plume = tube([(0, 0.0, 0), (0, 0.5, -0.05), (0, 0.88, -0.1), (0, 0.98, -0.11)], [(0.03,
            0.012), (0.06, 0.014), (0.1, 0.016), (0.03, 0.01)], 8)  # fmt: skip
        b.add(f"fan {i % 2}", plume.roll(a).move(0, 0.36, -0.2), stuff("feathers", fan))
        dot = ball(0.05, 0.06, 0.014, 0, 0.84, -0.075, detail=1).roll(a).move(0, 0.36, -0.2)
        b.add("dots", dot, stuff("feathers", eyes_of))
    legs(b, 0.08, 0.2, 0.02, 0.018, "#8a7a5a")


def turkey(b: Draft) -> None:
    peacock(b, "#e8d8b8", "#6b4428")
    red = stuff("skin", "#c8242a")
    b.add("wattle", ball(0.03, 0.07, 0.03, 0, 0.79, 0.4, detail=1), red)


def ladybird(b: Draft) -> None:
    b.add("shell", ball(0.42, 0.36, 0.5, 0, 0.2, 0, detail=3))
    b.add("head", ball(0.22, 0.18, 0.18, 0, 0.2, 0.48), DARK)
    b.add("eyes", ball(0.05, x=0.13, y=0.28, z=0.58, detail=1).pair(), WHITE)
    b.add("line", rod((0, 0.4, 0.4), (0, 0.56, 0), 0.02), DARK)
    b.add("line", rod((0, 0.56, 0), (0, 0.4, -0.42), 0.02), DARK)
    for x, y, z in ((0.2, 0.48, 0.14), (0.25, 0.46, -0.16), (0.36, 0.3, 0.02), (0.12, 0.45, -0.34)):
        b.add("spots", ball(0.07, 0.05, 0.07, x, y, z, detail=1).pair(), DARK)
    for z in (-0.2, 0.05, 0.28):
        foot = tube([(0.3, 0.1, z), (0.48, 0.12, z), (0.54, 0.0, z)], 0.025, 6)
        b.add("legs", foot.pair(), DARK)
    b.add("feelers", rod((0.08, 0.32, 0.6), (0.16, 0.44, 0.72), 0.015).pair(), DARK)


def bat(b: Draft) -> None:
    """In flight, its wings spread."""
    b.add("body", ball(0.1, 0.16, 0.11, 0, 0.3, 0))
    b.add("head", ball(0.1, 0.09, 0.09, 0, 0.48, 0.04))
    ear = prism([(-0.04, 0), (0.04, 0), (0.02, 0.12)], 0.03)
    b.add("ears", ear.move(0.06, 0.53, 0.03).pair())
    eyes(b, 0.04, 0.5, 0.12, 0.014)
    skin = [(0.06, 0.36), (0.3, 0.52), (0.62, 0.6), (1.0, 0.42), (0.82, 0.34), (0.72, 0.2), (0.56,
        0.28), (0.42, 0.14), (0.28, 0.24), (0.08, 0.2)]  # fmt: skip
    b.add("wings", prism(skin, 0.02).pair(), b.tone(0.8))
    for tip in ((1.0, 0.42), (0.72, 0.2), (0.42, 0.14)):
        b.add("fingers", rod((0.3, 0.52, 0), (*tip, 0), 0.014, 0.006).pair())
    b.add("feet", cylinder(0.015, 0.1, 0.04, 0.08, 0, n=6).pair(), DARK)


def dragonfly(b: Draft) -> None:
    b.add("body", tube([(0, 0.1, 0.2), (0, 0.1, -0.1), (0, 0.09, -0.9)], [0.07, 0.05, 0.03], 10))
    b.add("chest", ball(0.09, 0.1, 0.16, 0, 0.11, 0.16), b.tone(0.8))
    b.add("head", ball(0.08, 0.07, 0.07, 0, 0.12, 0.36))
    b.add("eyes", ball(0.05, x=0.06, y=0.14, z=0.38, detail=1).pair(), stuff("plastic", "#7a2430"))
    for z, turn in ((0.2, 14), (0.06, -14)):
        sail = ball(0.42, 0.008, 0.085).yaw(turn).move(0.46, 0.16, z)
        b.add("wings", sail.pair(), stuff("glass", "#cfe8f4"))
    for z in (0.1, 0.2, 0.28):
        b.add("legs", rod((0.05, 0.08, z), (0.12, 0.0, z + 0.04), 0.008, n=5).pair(), DARK)


def beehive(b: Draft) -> None:
    """A skep of coiled straw, its bees about it."""
    for i in range(8):
        t = i / 7
        r = 0.46 * (1 - 0.92 * t**2.2) ** 0.5
        b.add(
            f"coils {i % 2}", ring(r, 0.075, 0, 0.08 + 0.125 * i, 0, 28), b.tone(1 - 0.12 * (i % 2))
        )
    b.add("core", lathe([(0.44, 0), (0.42, 0.4), (0.3, 0.75), (0.05, 0.98)], n=24), b.tone(0.8))
    b.add("door", ball(0.1, 0.08, 0.05, 0, 0.14, 0.51), DARK)
    for i in range(6):
        a = 1.1 * i
        x, y, z = 0.62 * sin(a), 0.3 + 0.12 * i, 0.62 * cos(a)
        bee = ball(0.03, 0.03, 0.045, x, y, z, detail=1)
        b.add("bees", bee, stuff("fur", "#f2b92a"))
        b.add("stripes", ball(0.031, 0.031, 0.012, x, y, z, detail=1), DARK)


MODELS: dict[str, Family] = {
    "kangaroo": kangaroo,
    "llama": partial(
        quadruped,
        s=replace(
            SPECIES["deer"],
            neck=(0.46, 0.16),
            thick=0.75,
            limb=0.055,
            girth=0.22,
            head=0.12,
            muzzle=1.0,
            ear=("long", 1.0),
            belly="#f2ead8",
            extras=(),
        ),
    ),
    "raccoon": partial(
        quadruped,
        s=replace(
            SPECIES["fox"],
            leg=0.26,
            girth=0.24,
            head=0.19,
            muzzle=0.7,
            ear=("round", 0.7),
            belly="#c9c4ba",
            face="#e8e4da",
            tail=("bush", 0.6),
        ),
    ),
    "koala": partial(
        quadruped,
        s=replace(
            SPECIES["bear"],
            head=0.26,
            muzzle=0.3,
            ear=("round", 1.0),
            leg=0.24,
            girth=0.3,
            face="#c9c7c4",
            nose="#22201f",
        ),
    ),
    "seal": seal,
    "flamingo": flamingo,
    "jellyfish": jellyfish,
    "seagull": gull,
    "peacock": peacock,
    "turkey": turkey,
    "ladybug": ladybird,
    "bat": bat,
    "dragonfly": dragonfly,
    "beehive": beehive,
}
