"""Which four-legged animals there are, and how each differs from the common body."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import sin

from consumers.greybox.families.animals.coats import (
    antlers,
    beard,
    fleece,
    horn,
    humps,
    lion_mane,
    mane,
    ossicones,
    panda_coat,
    patches,
    quills,
    rhino_horn,
    spots,
    stripes,
    tabby,
    trunk,
    udder,
    unicorn_horn,
)
from consumers.greybox.families.animals.quadruped import DARK, PINK, Species, quadruped
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball
from consumers.greybox.sweeps import curve, tube

HORSE = Species(
    leg=0.62,
    girth=0.2,
    slim=0.72,
    neck=(0.36, 0.3),
    thick=0.62,
    head=0.105,
    muzzle=2.0,
    snout=0.62,
    ear=("point", 0.9),
    tail=("hair", 0.62),
    limb=0.05,
    hoof=True,
    extras=(mane,),
)


COW = Species(leg=0.42, girth=0.23, slim=0.8, neck=(0.12, 0.2), thick=0.8, head=0.12, muzzle=1.4,
    snout=0.72, ear=("side", 0.9), tail=("thin", 0.5), limb=0.055, hoof=True, face="#e8b4a4",
    nose="#d99a8f",
              extras=(patches, udder, partial(horn, points=((0.4, -0.1, -0.1), (1.0, 0.1, 0.0),
                  (1.2, 0.6, 0.1)), r=0.16)))  # fmt: skip


CAT = Species(
    leg=0.36,
    girth=0.17,
    slim=0.85,
    neck=(0.16, 0.1),
    thick=0.72,
    head=0.19,
    muzzle=0.3,
    snout=0.42,
    ear=("point", 0.8),
    tail=("up", 0.6),
    limb=0.055,
    feet="#f6efe2",
    face="#f6efe2",
    belly="#f6efe2",
    nose="#e8a0a0",
    extras=(tabby,),
)


DOG = Species(
    leg=0.5,
    girth=0.19,
    slim=0.78,
    neck=(0.2, 0.16),
    thick=0.72,
    head=0.16,
    muzzle=1.0,
    snout=0.52,
    ear=("flop", 1.5),
    tail=("wag", 0.4),
    limb=0.06,
    belly="#e8d2ae",
)


BEAR = Species(
    leg=0.34,
    girth=0.29,
    slim=0.84,
    neck=(0.02, 0.22),
    thick=1.1,
    head=0.2,
    muzzle=0.75,
    snout=0.5,
    ear=("round", 0.62),
    tail=("stub", 0.06),
    limb=0.1,
    face="#b08a62",
)


WOLF = Species(
    leg=0.52,
    girth=0.18,
    slim=0.72,
    neck=(0.16, 0.18),
    thick=0.95,
    head=0.14,
    muzzle=1.35,
    snout=0.45,
    ear=("point", 0.95),
    tail=("bush", 0.5),
    limb=0.055,
    belly="#d8d6d0",
    face="#c9c7c2",
)


LION = Species(
    leg=0.44,
    girth=0.2,
    slim=0.74,
    neck=(0.16, 0.16),
    thick=1.0,
    head=0.17,
    muzzle=0.7,
    snout=0.58,
    ear=("round", 0.6),
    tail=("thin", 0.5),
    limb=0.07,
    face="#f0d8a8",
    belly="#ecd3a0",
    extras=(lion_mane,),
)


PIG = Species(
    leg=0.26,
    girth=0.27,
    slim=0.82,
    neck=(-0.02, 0.14),
    thick=1.25,
    head=0.2,
    muzzle=0.55,
    snout=0.55,
    ear=("point", 0.75),
    tail=("curl", 0.1),
    limb=0.065,
    hoof=True,
    nose="#d97f84",
)


ELEPHANT = Species(
    leg=0.44,
    girth=0.33,
    slim=0.78,
    neck=(0.16, 0.2),
    thick=1.1,
    head=0.235,
    muzzle=0.1,
    snout=0.6,
    ear=("none", 0),
    tail=("thin", 0.4),
    limb=0.12,
    nose="#8f959b",
    extras=(trunk,),
)


RABBIT = Species(
    leg=0.24,
    girth=0.3,
    slim=0.82,
    neck=(0.16, 0.08),
    thick=0.9,
    head=0.24,
    muzzle=0.25,
    snout=0.45,
    ear=("long", 1.3),
    tail=("stub", 0.12),
    limb=0.08,
    belly="#f0e8da",
    nose="#d98a8a",
)


SPECIES: dict[str, Species] = {
    "cat": CAT,
    "dog": DOG,
    "horse": HORSE,
    "unicorn": replace(HORSE, extras=(mane, unicorn_horn)),
    "zebra": replace(HORSE, leg=0.56, neck=(0.3, 0.26), tail=("thin", 0.5), extras=(mane,
        partial(stripes, count=10))),
    "donkey": replace(HORSE, leg=0.52, neck=(0.28, 0.24), head=0.12, ear=("long", 1.2),
        tail=("thin", 0.5), face="#d8d0c4", belly="#d8d0c4"),
    "cow": COW,
    "sheep": Species(leg=0.34, girth=0.27, slim=0.85, neck=(0.08, 0.16), thick=0.7, head=0.14,
        muzzle=0.9, snout=0.55, ear=("side", 0.9), tail=("stub", 0.07), limb=0.05, hoof=True,
        face="#3a3430", extras=(fleece,)),
    "goat": Species(leg=0.44, girth=0.21, slim=0.74, neck=(0.22, 0.16), thick=0.65, head=0.13,
        muzzle=1.1, snout=0.5, ear=("side", 1.0), tail=("stub", 0.05), limb=0.045, hoof=True,
        extras=(beard, partial(horn, points=((0.3, 0.0, 0.0), (0.5, 1.0, -0.5), (0.8, 1.3, -1.3)),
        r=0.2, color="#8f8268"))),
    "pig": PIG,
    "deer": replace(HORSE, leg=0.64, girth=0.18, neck=(0.36, 0.2), thick=0.55, muzzle=1.5,
        snout=0.5, ear=("side", 1.1), tail=("stub", 0.06), limb=0.042, belly="#e6cfae",
        extras=(antlers, partial(patches, color="#e8d2ae", count=9, size=0.035))),
    "camel": replace(HORSE, leg=0.62, neck=(0.4, 0.4), thick=0.6, muzzle=1.5, ear=("round", 0.6),
        tail=("thin", 0.4), limb=0.052, extras=(humps,)),
    "giraffe": Species(leg=0.98, girth=0.25, slim=0.62, neck=(1.2, 0.5), thick=0.62, head=0.14,
        muzzle=1.7, snout=0.55, ear=("side", 1.0), tail=("thin", 0.55), limb=0.06, hoof=True,
        extras=(spots, ossicones)),
    "elephant": ELEPHANT,
    "rhino": Species(leg=0.3, girth=0.28, slim=0.8, neck=(-0.04, 0.26), thick=1.0, head=0.18,
        muzzle=1.5, snout=0.72, ear=("point", 0.7), tail=("thin", 0.25), limb=0.09,
        nose="#7a7a76", extras=(rhino_horn,)),
    "lion": LION,
    "tiger": replace(LION, neck=(0.12, 0.16), face="#f6efe2", belly="#f6efe2",
        extras=(partial(stripes, count=8),)),
    "bear": BEAR,
    "panda": replace(BEAR, face="#f4f4f2", neck=(0.08, 0.16), head=0.24, ear=("round", 0.62),
        extras=(panda_coat,)),
    "wolf": WOLF,
    "fox": replace(WOLF, leg=0.42, head=0.15, ear=("point", 1.15), tail=("bush", 0.75),
        belly="#f6efe2", face="#f6efe2", feet="#2b2320"),
    "rabbit": RABBIT,
    "mouse": replace(RABBIT, leg=0.14, girth=0.24, neck=(0.0, 0.12), head=0.18, muzzle=0.8,
        snout=0.36, ear=("round", 1.1), tail=("bush", 0.0001), limb=0.05, nose="#e8a0a0"),
    "hedgehog": Species(leg=0.1, girth=0.3, slim=0.95, neck=(-0.1, 0.08), thick=0.8, head=0.16,
        muzzle=1.1, snout=0.34, ear=("round", 0.7), tail=("stub", 0.03), limb=0.05,
        face="#d8b896", extras=(quills,)),
    "squirrel": replace(RABBIT, girth=0.24, head=0.2, muzzle=0.5, ear=("point", 0.7), limb=0.06),
}  # fmt: skip
"""The species whose own look the body gives; "squirrel" and "mouse" get their tails below."""


def squirrel(b: Draft) -> None:
    quadruped(b, replace(SPECIES["squirrel"], tail=("stub", 0.02)))
    line = curve(
        [(0, 0.5, -0.45), (0, 0.5, -0.75), (0, 0.9, -0.85), (0, 1.25, -0.7), (0, 1.3, -0.5)], 3
    )
    n = len(line) - 1
    b.add(
        "bushy tail",
        tube(line, [0.08 + 0.13 * sin(3.0 * (i + 0.5) / (n + 1)) for i in range(n + 1)], 12),
        b.tone(1.12),
    )


def mouse(b: Draft) -> None:
    quadruped(b, replace(SPECIES["mouse"], tail=("stub", 0.02)))
    line = curve(
        [(0, 0.3, -0.5), (0.06, 0.08, -0.75), (-0.06, 0.06, -1.05), (0.08, 0.06, -1.35)], 4
    )
    b.add(
        "long tail",
        tube(line, [0.035 - 0.025 * i / (len(line) - 1) for i in range(len(line))], 8),
        PINK,
    )


def monkey(b: Draft) -> None:
    """Sitting, its hands on its knees."""
    face = stuff("skin", "#e2b48c")
    b.add("body", ball(0.22, 0.28, 0.2, 0, 0.32, -0.04))
    b.add("belly", ball(0.15, 0.2, 0.1, 0, 0.31, 0.09), face)
    b.add("head", ball(0.2, 0.19, 0.19, 0, 0.76, 0.02))
    b.add("face", ball(0.085, 0.1, 0.08, 0.065, 0.79, 0.14).pair(), face)
    b.add("muzzle", ball(0.12, 0.085, 0.1, 0, 0.69, 0.15), face)
    b.add("eyes", ball(0.026, x=0.065, y=0.81, z=0.215, detail=1).pair(), DARK)
    b.add("nostrils", ball(0.012, x=0.025, y=0.725, z=0.245, detail=1).pair(), DARK)
    smile = curve([(-0.06, 0.67, 0.225), (0, 0.655, 0.25), (0.06, 0.67, 0.225)], 3)
    b.add("mouth", tube(smile, 0.007, 5), stuff("skin", "#8a5a44"))
    b.add("ears", ball(0.075, 0.085, 0.035, 0.215, 0.77, 0.0).pair())
    b.add("inner ears", ball(0.045, 0.055, 0.02, 0.22, 0.77, 0.03).pair(), face)
    arm = curve([(0.16, 0.5, 0.0), (0.3, 0.34, 0.06), (0.23, 0.2, 0.24)], 3)
    b.add("limbs", tube(arm, [0.065, 0.062, 0.06, 0.056, 0.052, 0.05, 0.048], 10).pair())
    b.add("hands", ball(0.055, 0.04, 0.06, 0.22, 0.2, 0.27, detail=1).pair(), face)
    leg = curve([(0.1, 0.14, 0.0), (0.25, 0.22, 0.2), (0.2, 0.04, 0.24)], 3)
    b.add("limbs", tube(leg, [0.1, 0.1, 0.09, 0.085, 0.075, 0.065, 0.055], 10).pair())
    b.add("feet", ball(0.06, 0.035, 0.1, 0.2, 0.035, 0.3, detail=1).pair(), face)
    tail = curve(
        [
            (0, 0.12, -0.2),
            (0.16, 0.06, -0.36),
            (0.3, 0.3, -0.36),
            (0.36, 0.52, -0.3),
            (0.28, 0.56, -0.28),
        ],
        4,
    )
    b.add("tail", tube(tail, [0.04 - 0.001 * i for i in range(len(tail))], 8))


MODELS: dict[str, Family] = {
    **{name: partial(quadruped, s=species) for name, species in SPECIES.items()},
    "squirrel": squirrel,
    "mouse": mouse,
    "monkey": monkey,
}
