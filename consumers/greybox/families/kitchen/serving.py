"""Samovars, tagines, cake stands, flasks and cartons: what food comes to table in."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, BRASS, STEEL, WHITE
from consumers.greybox.families.kitchen.dish_parts import WOOD
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, lathe, tube


def samovar(b: Draft) -> None:
    b.add("foot", lathe([(0.11, 0), (0.11, 0.02), (0.07, 0.04), (0.05, 0.08)], n=28))
    b.add(
        "body", lathe([(0.05, 0.08), (0.09, 0.11), (0.13, 0.24), (0.125, 0.32), (0.1, 0.36)], n=32)
    )
    b.add(
        "crown",
        lathe([(0.1, 0.36), (0.115, 0.37), (0.07, 0.4), (0.05, 0.46), (0.06, 0.47)], n=28),
        b.tone(1.15),
    )
    b.add(
        "teapot",
        lathe([(0.05, 0.47), (0.065, 0.5), (0.05, 0.55), (0.02, 0.57)]),
        stuff("porcelain", "#f1ece2"),
    )
    b.add("lid", ball(0.012, y=0.58, detail=1), stuff("porcelain", "#c8322f"))
    b.add(
        "tap",
        rod((0, 0.16, 0.1), (0, 0.15, 0.19), 0.012) + rod((0, 0.15, 0.185), (0, 0.11, 0.195), 0.01),
    )
    b.add("key", box(0.04, 0.03, 0.008, 0, 0.17, 0.16), WOOD)
    for s in (-1, 1):
        ear = curve(
            [(s * 0.12, 0.3, 0), (s * 0.19, 0.32, 0), (s * 0.19, 0.22, 0), (s * 0.125, 0.22, 0)], 4
        )
        b.add("handles", tube(ear, 0.01, 8), WOOD)


def tagine(b: Draft) -> None:
    b.add("dish", lathe([(0.1, 0), (0.14, 0.02), (0.16, 0.07), (0.15, 0.07), (0.12, 0.03)], n=32))
    b.add(
        "lid",
        lathe(
            [(0.15, 0.06), (0.14, 0.1), (0.06, 0.24), (0.03, 0.28), (0.045, 0.31), (0, 0.32)], n=32
        ),
        b.tone(1.15),
    )
    for y, r in ((0.1, 0.141), (0.17, 0.1)):
        b.add("bands", ring(r, 0.004, y=y, n=32), stuff("paint", "#2f5aa0"))


def cake_stand(b: Draft) -> None:
    b.add(
        "stand",
        lathe(
            [
                (0.07, 0),
                (0.06, 0.012),
                (0.018, 0.03),
                (0.014, 0.11),
                (0.03, 0.125),
                (0.15, 0.13),
                (0.15, 0.14),
            ],
            n=36,
        ),
    )


def thermos(b: Draft) -> None:
    b.add("body", cylinder(0.045, 0.21, n=28))
    b.add("rings", ring(0.045, 0.003, y=0.03) + ring(0.045, 0.003, y=0.19), STEEL)
    b.add("cup", lathe([(0.043, 0.21), (0.045, 0.22), (0.04, 0.28), (0.03, 0.285)]), STEEL)
    b.add(
        "handle",
        tube(curve([(0.04, 0.18, 0), (0.08, 0.17, 0), (0.08, 0.09, 0), (0.04, 0.07, 0)], 4), 0.008),
        BLACK,
    )


def carafe(b: Draft) -> None:
    b.add(
        "glass",
        lathe(
            [
                (0.06, 0),
                (0.075, 0.03),
                (0.06, 0.11),
                (0.025, 0.17),
                (0.03, 0.24),
                (0.038, 0.25),
                (0.028, 0.24),
            ],
            n=32,
        ),
    )
    b.add(
        "drink",
        lathe([(0.055, 0.006), (0.07, 0.03), (0.058, 0.1)], n=32),
        stuff("water", "#7a1f2e"),
    )


def wok(b: Draft) -> None:
    b.add(
        "bowl",
        lathe(
            [(0.05, 0), (0.12, 0.03), (0.17, 0.1), (0.165, 0.1), (0.115, 0.036), (0.04, 0.006)],
            n=36,
        ),
    )
    b.add("handle", rod((0.16, 0.09, 0), (0.33, 0.13, 0), 0.013), WOOD)
    b.add(
        "ear",
        tube(curve([(-0.16, 0.09, -0.03), (-0.2, 0.1, 0), (-0.16, 0.09, 0.03)], 4), 0.006),
        b.main,
    )


def carton(b: Draft) -> None:
    """A milk carton with a gable."""
    b.add("box", box(0.095, 0.19, 0.095, bevel=0.001))
    b.add(
        "gable",
        prism([(-0.0475, 0), (0.0475, 0), (0.006, 0.045), (-0.006, 0.045)], 0.095).move(0, 0.19),
        b.tone(0.92),
    )
    b.add("fin", box(0.012, 0.02, 0.095, 0, 0.23), b.tone(0.92))
    b.add("print", box(0.097, 0.09, 0.097, 0, 0.04, bevel=0.001), stuff("paint", "#3a7fc4"))
    b.add("cap", disc(0.014, 0.012, 0, 0.0, 0.0, 14).pitch(-45).move(0.022, 0.215, 0.0), WHITE)


def packet(b: Draft) -> None:
    """A printed cardboard box: cereals, tea, washing powder."""
    b.add("box", box(0.19, 0.3, 0.07, bevel=0.001))
    b.add("print", box(0.16, 0.1, 0.0712, 0, 0.16, bevel=0.001), stuff("paint", "#f2cd2c"))
    b.add("bowl", disc(0.05, 0.073, 0, 0.09, 0, 24), stuff("paint", "#f4f1ea"))
    b.add("flakes", disc(0.035, 0.075, 0, 0.095, 0, 20), stuff("paint", "#d98c40"))


def egg_carton(b: Draft) -> None:
    b.add("tray", soft(0.3, 0.05, 0.11, 0, 0, 0, 0.02))
    b.add("lid", soft(0.3, 0.03, 0.11, 0, 0, 0, 0.012).pitch(-70).move(0, 0.05, -0.06))
    for i in range(6):
        for z in (-0.026, 0.026):
            b.add(
                "eggs",
                ball(0.02, 0.027, 0.02, -0.12 + 0.048 * i, 0.052, z),
                stuff("food", "#d9a679"),
            )


def ice_bucket(b: Draft) -> None:
    b.add(
        "bucket", lathe([(0.075, 0), (0.1, 0.2), (0.108, 0.21), (0.095, 0.2), (0.075, 0.16)], n=32)
    )
    for i in range(14):
        a = i * 2.4
        r = 0.075 * (i / 14) ** 0.5
        cube = (
            box(0.035, 0.035, 0.035, bevel=0.004)
            .yaw(40 * i)
            .move(r * sin(a), 0.165 + 0.01 * (i % 3), r * cos(a))
        )
        b.add("ice", cube, stuff("ice"))
    for s in (-1, 1):
        b.add("handles", ring(0.03, 0.005).roll(90).move(s * 0.105, 0.15, 0))


def tea_set(b: Draft) -> None:
    b.add("tray", lathe([(0.21, 0), (0.22, 0.015), (0.215, 0.016), (0.2, 0.008)], n=40), WOOD)
    b.add(
        "pot", lathe([(0.05, 0.012), (0.075, 0.05), (0.065, 0.1), (0.02, 0.115)], -0.06, 0, -0.04)
    )
    b.add("lid", lathe([(0.035, 0.11), (0.02, 0.122), (0.012, 0.135), (0, 0.138)], -0.06, 0, -0.04))
    b.add(
        "spout",
        tube(curve([(0.0, 0.05, -0.04), (0.04, 0.07, -0.04), (0.055, 0.11, -0.04)], 4), 0.011),
    )
    b.add(
        "handle",
        tube(curve([(-0.13, 0.09, -0.04), (-0.175, 0.08, -0.04), (-0.125, 0.04, -0.04)], 4), 0.007),
    )
    for x, z in ((0.1, 0.05), (0.02, 0.11), (-0.09, 0.1)):
        b.add("saucers", lathe([(0.03, 0.012), (0.055, 0.02), (0.05, 0.02)], x, 0, z))
        b.add("cups", lathe([(0.02, 0.018), (0.036, 0.06), (0.032, 0.06), (0.018, 0.03)], x, 0, z))


def cup_and_saucer(b: Draft) -> None:
    b.add("saucer", lathe([(0.04, 0), (0.075, 0.014), (0.07, 0.014), (0.035, 0.006)], n=32))
    b.add(
        "cup",
        lathe([(0.022, 0.006), (0.04, 0.03), (0.045, 0.065), (0.042, 0.065), (0.03, 0.02)], n=32),
    )
    b.add(
        "handle",
        tube(
            curve([(0.04, 0.055, 0), (0.062, 0.05, 0), (0.06, 0.032, 0), (0.038, 0.026, 0)], 4),
            0.004,
        ),
        b.main,
    )
    b.add("tea", cylinder(0.038, 0.004, 0, 0.054, n=28), stuff("water", "#8a4a1f"))


def amphora(b: Draft) -> None:
    b.add(
        "body",
        lathe(
            [
                (0.05, 0),
                (0.06, 0.02),
                (0.05, 0.05),
                (0.16, 0.32),
                (0.17, 0.42),
                (0.07, 0.54),
                (0.05, 0.6),
                (0.075, 0.7),
                (0.06, 0.69),
            ],
            n=32,
        ),
    )
    for s in (-1, 1):
        ear = curve(
            [(s * 0.06, 0.66, 0), (s * 0.14, 0.66, 0), (s * 0.15, 0.52, 0), (s * 0.1, 0.5, 0)], 4
        )
        b.add("handles", tube(ear, 0.014, 8))
    for y, r in ((0.3, 0.155), (0.42, 0.172), (0.5, 0.105)):
        b.add("bands", ring(r, 0.005, y=y, n=32), stuff("paint", "#2b2320"))


def hookah(b: Draft) -> None:
    b.add("vase", lathe([(0.08, 0), (0.1, 0.03), (0.09, 0.12), (0.03, 0.2), (0.025, 0.26)], n=28))
    b.add(
        "stem",
        lathe(
            [(0.02, 0.25), (0.035, 0.28), (0.015, 0.33), (0.03, 0.42), (0.012, 0.5), (0.02, 0.6)]
        ),
        BRASS,
    )
    b.add("plate", cylinder(0.09, 0.008, 0, 0.6, n=24), BRASS)
    b.add("bowl", lathe([(0.02, 0.6), (0.035, 0.66), (0.03, 0.67)]), stuff("clay"))
    hose = curve(
        [
            (0.02, 0.27, 0),
            (0.14, 0.3, 0.05),
            (0.2, 0.12, 0.1),
            (0.1, 0.02, 0.2),
            (-0.06, 0.03, 0.2),
            (-0.14, 0.14, 0.16),
        ],
        5,
    )
    b.add("hose", tube(hose, 0.011, 8), stuff("fabric", "#8a2f3c"))


def menorah(b: Draft) -> None:
    b.add("foot", lathe([(0.1, 0), (0.09, 0.02), (0.03, 0.04), (0.015, 0.08)]))
    b.add("stem", rod((0, 0.05, 0), (0, 0.32, 0), 0.011))
    for r in (0.06, 0.12, 0.18):
        arm = [(-r * cos(a), 0.3 - r * sin(a), 0.0) for a in [i * pi / 14 for i in range(15)]]
        b.add("arms", tube(arm, 0.008, 8))
    for i in range(7):
        x = -0.18 + 0.06 * i
        b.add("cups", lathe([(0.008, 0.3), (0.018, 0.315), (0.018, 0.32)], x))
        b.add("candles", cylinder(0.009, 0.08, x, 0.318, n=10), stuff("wax"))
        b.add("flames", ball(0.007, 0.013, 0.007, x, 0.41, 0, 1), stuff("light", "#ffc04a"))


MODELS: dict[str, Family] = {
    "samovar": samovar,
    "tagine": tagine,
    "cake stand": cake_stand,
    "thermos": thermos,
    "carafe": carafe,
    "wok": wok,
    "milk carton": carton,
    "cereal box": packet,
    "egg carton": egg_carton,
    "ice bucket": ice_bucket,
    "tea set": tea_set,
    "cup and saucer": cup_and_saucer,
    "amphora": amphora,
    "hookah": hookah,
    "menorah": menorah,
}
