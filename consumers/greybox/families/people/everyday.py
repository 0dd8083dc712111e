"""Men, women, children and dolls."""

from __future__ import annotations

from consumers.greybox.families.people.figure import SHOES, Dress, figure
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, ring
from consumers.greybox.sweeps import curve, tube
from consumers.greybox.variety import hair_of, legs_of, skin_of


def person(b: Draft) -> None:
    legs, hair = stuff("denim", legs_of(b.seed, "#3b4a63")), hair_of(b.seed, "#4a3020")
    figure(b, Dress(legs, skin=stuff("skin", skin_of(b.seed)), hair=hair))
    b.add(
        "belt",
        tube([(0, 0.47, 0), (0, 0.495, 0)], [(0.097, 0.071), (0.097, 0.071)], 16, tip=0.1),
        SHOES,
    )
    b.add("collar", ring(0.038, 0.012, 0, 0.836, 0.002, 14), b.tone(1.4))


def woman(b: Draft) -> None:
    skin, brown = stuff("skin", skin_of(b.seed)), hair_of(b.seed, "#6b3a20")
    figure(b, Dress(skin, skin=skin, hair=brown, skirt=0.27, bulk=0.9))
    hair = stuff("fur", brown)
    b.add(
        "hair",
        tube(
            curve([(0, 0.95, -0.04), (0, 0.86, -0.07), (0, 0.74, -0.062)], 3),
            [
                (0.055, 0.03),
                (0.065, 0.034),
                (0.068, 0.034),
                (0.068, 0.034),
                (0.062, 0.03),
                (0.055, 0.026),
                (0.04, 0.02),
            ],
            12,
        ),
        hair,
    )


def child(b: Draft) -> None:
    figure(
        b,
        Dress(
            stuff("denim", legs_of(b.seed, "#4a6a9a")),
            head=0.115,
            skin=stuff("skin", skin_of(b.seed)),
            hair=hair_of(b.seed, "#7a4a24"),
            bulk=1.2,
            shoes=stuff("leather", "#c9343a"),
        ),
    )
    b.add(
        "stripe",
        tube([(0, 0.56, 0), (0, 0.6, 0)], [(0.108, 0.076), (0.11, 0.077)], 16, tip=0.1),
        stuff("fabric", "#f4f1ea"),
    )


def doll(b: Draft) -> None:
    figure(
        b,
        Dress(
            stuff("fabric", "#f4f1ea"),
            head=0.13,
            hair="#a8622a",
            skirt=0.2,
            bulk=1.2,
            shoes=stuff("leather", "#8f2a38"),
        ),
    )
    hair = stuff("fur", "#a8622a")
    for s in (-1, 1):
        b.add(
            "hair",
            tube(
                curve([(s * 0.1, 0.92, -0.02), (s * 0.16, 0.86, 0), (s * 0.15, 0.72, 0.02)], 3),
                [0.03, 0.035, 0.036, 0.036, 0.034, 0.03, 0.02],
                8,
            ),
            hair,
        )
        b.add(
            "bows",
            ball(0.03, 0.022, 0.02, s * 0.12, 0.93, 0.02, detail=1),
            stuff("silk", "#e04a7a"),
        )
    b.add("apron", ring(0.09, 0.012, 0, 0.5, 0).scale(1.1, 1, 0.8), stuff("fabric", "#f4f1ea"))


MODELS: dict[str, Family] = {
    "person": person,
    "woman": woman,
    "child": child,
    "doll": doll,
}
