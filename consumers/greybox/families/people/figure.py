"""The parametric human figure and how it is dressed. No noun of its own."""

from __future__ import annotations

from dataclasses import dataclass

from consumers.greybox.model import Draft, stuff
from consumers.greybox.solids import ball, rod
from consumers.greybox.sweeps import curve, lathe, tube
from consumers.lexicon.words.materials import Material

SKIN = stuff("skin", "#e0ac8a")


SHOES = stuff("leather", "#3a2a22")


DARK = stuff("plastic", "#1c1a1a")


@dataclass(frozen=True)
class Dress:
    """How a figure is dressed. Heights are shares of the whole; ``head``: half its height."""

    legs: Material
    head: float = 0.072
    skin: Material = SKIN
    hair: str | None = "#4a3020"
    skirt: float | None = None
    sleeves: Material | None = None
    shoes: Material = SHOES
    face: bool = True
    bulk: float = 1.0
    hands: Material | None = None


def figure(b: Draft, dress: Dress) -> None:
    """A standing figure of height 1, its torso and sleeves in the main surface."""
    k, top = dress.bulk, 1.0 - 2 * dress.head
    chest, hip = top - 0.055, 0.48 * top / 0.856
    body = [
        (0, hip - 0.03, 0),
        (0, hip + 0.05, 0),
        (0, (hip + chest) / 2, 0),
        (0, chest - 0.05, 0.004),
        (0, chest + 0.005, 0),
        (0, chest + 0.04, 0),
    ]
    widths = (
        (0.088, 0.062),
        (0.094, 0.068),
        (0.086, 0.06),
        (0.106, 0.07),
        (0.092, 0.056),
        (0.04, 0.036),
    )
    b.add("torso", tube(body, [(w * k, d * k) for w, d in widths], 16))
    b.add("neck", rod((0, chest, 0), (0, top + 0.03, 0), 0.03), dress.skin)
    head(b, dress, top)
    arm = curve(
        [
            (0.1 * k, chest - 0.012, 0),
            (0.142 * k, chest - 0.17, -0.005),
            (0.15 * k, chest - 0.335, 0.03),
        ],
        4,
    )
    b.add(
        "sleeves",
        tube(arm, [(0.036 - 0.012 * i / 8) * k for i in range(len(arm))], 10).pair(),
        dress.sleeves,
    )
    hand = ball(0.022, 0.034, 0.024, 0.152 * k, chest - 0.365, 0.036)
    b.add("hands", hand.pair(), dress.hands or dress.skin)
    _figure_lower_half(b, dress, hip, k)


def _figure_lower_half(b: Draft, dress: Dress, hip: float, k: float) -> None:
    x = 0.05 * k
    if dress.skirt is not None:
        low = dress.skirt
        skirt = lathe(
            [
                (0.04, 0),
                (0.15 * k, 0.0),
                (0.135 * k, (hip - low) * 0.4),
                (0.086 * k, hip - low + 0.07),
                (0.03, hip - low + 0.08),
            ],
            0,
            low,
            0,
            20,
        )
        b.add("skirt", skirt.scale(1, 1, 0.85))
    leg = tube(
        [(x * 0.9, hip + 0.02, 0), (x, hip * 0.52, 0.008), (x, 0.035, -0.005)],
        [(0.05 * k, 0.056 * k), (0.04 * k, 0.042 * k), (0.03 * k, 0.032 * k)],
        10,
    )
    b.add("legs", leg.pair(), dress.legs)
    b.add("shoes", ball(0.035 * k, 0.028, 0.068 * k, x, 0.026, 0.024).pair(), dress.shoes)


def head(b: Draft, dress: Dress, top: float) -> None:
    r = dress.head
    y = top + r
    b.add("head", ball(r * 0.82, r, r * 0.9, 0, y, 0.005, detail=3 if r > 0.09 else 2), dress.skin)
    if dress.face:
        for s in (-1, 1):
            b.add(
                "eyes",
                ball(r * 0.1, r * 0.13, r * 0.07, s * r * 0.3, y + 0.06 * r, r * 0.86, detail=1),
                DARK,
            )
            b.add(
                "ears",
                ball(r * 0.1, r * 0.2, r * 0.13, s * r * 0.82, y - 0.02 * r, 0, detail=1),
                dress.skin,
            )
        b.add(
            "nose",
            ball(r * 0.1, r * 0.14, r * 0.14, 0, y - 0.14 * r, r * 0.92, detail=1),
            dress.skin,
        )
        smile = curve(
            [
                (-0.26 * r, y - 0.42 * r, r * 0.78),
                (0, y - 0.5 * r, r * 0.83),
                (0.26 * r, y - 0.42 * r, r * 0.78),
            ],
            3,
        )
        b.add("mouth", tube(smile, r * 0.035, 5), stuff("skin", "#a8504a"))
    if dress.hair:
        hair = stuff("fur", dress.hair)
        b.add("hair", ball(r * 0.89, r * 0.78, r * 0.9, 0, y + 0.31 * r, -0.13 * r), hair)
