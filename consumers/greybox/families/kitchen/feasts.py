"""Roasts, wraps, pies, cheeses and sweets that look like no other dish."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.kitchen.dish_parts import WOOD
from consumers.greybox.families.things.tool_parts import flat
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, lathe, tube

GREEN = stuff("plant", "#5a9a3c")
CREAM = stuff("food", "#f4e8cc")
PLATE = stuff("porcelain", "#f2efe8")


def _plate(b: Draft, r: float, squash: float = 1.0) -> None:
    rim = [(0.6 * r, 0), (r, 0.1 * r), (0.97 * r, 0.11 * r), (0.6 * r, 0.03 * r)]
    b.add("plate", lathe(rim, n=36).scale(1, 1, squash), PLATE)


def roast_chicken(b: Draft) -> None:
    _plate(b, 0.19, 0.74)
    b.add("body", ball(0.11, 0.068, 0.085, 0, 0.085, 0))
    b.add(
        "breast",
        ball(0.06, 0.05, 0.035, 0.03, 0.11, 0.03) + ball(0.06, 0.05, 0.035, 0.03, 0.11, -0.03),
    )
    for s in (-1, 1):
        b.add("thighs", ball(0.055, 0.034, 0.03, -0.07, 0.08, s * 0.07))
        b.add("drumsticks", rod((-0.08, 0.09, s * 0.07), (-0.15, 0.115, s * 0.04), 0.026, 0.014))
        b.add(
            "bones", rod((-0.15, 0.115, s * 0.04), (-0.175, 0.125, s * 0.032), 0.009), stuff("bone")
        )
        b.add("wings", ball(0.05, 0.018, 0.022, 0.06, 0.09, s * 0.085))
    for i in range(9):
        a = i * 2 * pi / 9
        b.add("greens", ball(0.03, 0.012, 0.02, 0.14 * cos(a), 0.022, 0.1 * sin(a), 1), GREEN)
    for i in range(5):
        a = i * 1.3 + 0.4
        b.add(
            "potatoes",
            ball(0.022, x=0.14 * cos(a), y=0.032, z=0.098 * sin(a), detail=1),
            stuff("food", "#d9a94e"),
        )


def ham(b: Draft) -> None:
    _plate(b, 0.18, 0.75)
    b.add("meat", ball(0.13, 0.085, 0.09, -0.01, 0.095, 0))
    b.add("cut", ball(0.02, 0.075, 0.08, 0.1, 0.095, 0), stuff("food", "#e9a0a0"))
    b.add("bone", rod((-0.12, 0.1, 0), (-0.18, 0.115, 0), 0.014), stuff("bone"))
    for i in range(5):
        for j in range(3):
            x, z = -0.07 + 0.035 * i, -0.035 + 0.035 * j
            y = 0.095 + 0.085 * (1 - ((x + 0.01) / 0.13) ** 2 - (z / 0.09) ** 2) ** 0.5
            b.add("cloves", ball(0.005, x=x, y=y, z=z, detail=0), stuff("food", "#3a2418"))


def taco(b: Draft) -> None:
    arc = [(0.055 * cos(a), 0.055 * sin(a)) for a in [pi + i * pi / 12 for i in range(13)]]
    inner = [(0.045 * cos(a), 0.045 * sin(a)) for a in [2 * pi - i * pi / 12 for i in range(13)]]
    shell = prism([*arc, *inner], 0.15).move(0, 0.055)
    b.add("shell", shell.yaw(90).scale(1, 1.2, 0.7))
    for i in range(9):
        x = -0.062 + 0.0155 * i
        b.add("meat", ball(0.014, 0.014, 0.02, x, 0.045, 0, 1), stuff("food", "#6b3a20"))
        b.add("salad", ball(0.013, 0.008, 0.024, x, 0.066, 0.002 * (i % 3), 1), GREEN)
        if i % 2:
            b.add("tomato", ball(0.008, x=x, y=0.072, z=0.01, detail=1), stuff("food", "#cf3a2a"))
        else:
            b.add("cheese", ball(0.01, 0.004, 0.008, x, 0.074, -0.008, 1), stuff("food", "#f2c23a"))


def burrito(b: Draft) -> None:
    b.add(
        "wrap",
        tube(
            [(-0.085, 0.03, 0), (-0.06, 0.03, 0), (0.06, 0.03, 0), (0.085, 0.03, 0)],
            [0.024, 0.03, 0.03, 0.026],
            18,
        ),
    )
    b.add(
        "foil", tube([(-0.09, 0.03, 0), (-0.01, 0.03, 0)], [0.027, 0.0315], 18), stuff("aluminum")
    )
    for i in range(7):
        a = i * 2.4
        b.add(
            "filling",
            ball(0.009, x=0.09, y=0.03 + 0.012 * sin(a), z=0.012 * cos(a), detail=1),
            GREEN if i % 2 else stuff("food", "#8a3a20"),
        )


def pretzel(b: Draft) -> None:
    line = curve([(-0.034, 0.014, 0.05), (-0.004, 0.022, 0.02), (0.03, 0.016, -0.005),
                  (0.062, 0.014, -0.03), (0.05, 0.014, -0.055), (0.02, 0.014, -0.045),
                  (0.0, 0.014, -0.022), (-0.02, 0.014, -0.045), (-0.05, 0.014, -0.055),
                  (-0.062, 0.014, -0.03), (-0.03, 0.016, -0.005), (0.004, 0.034, 0.02),
                  (0.034, 0.014, 0.05)], 5)  # fmt: skip
    b.add("dough", tube(line, 0.0085, 10))
    for x, y, z in line[::4]:
        b.add("salt", box(0.004, 0.004, 0.004, x, y + 0.007, z, 0.0005), stuff("snow"))


def pie(b: Draft) -> None:
    b.add(
        "dish",
        lathe([(0.1, 0), (0.135, 0.045), (0.13, 0.045), (0.1, 0.01)], n=36),
        stuff("aluminum"),
    )
    b.add("filling", cylinder(0.128, 0.02, 0, 0.028, n=36), stuff("food", "#a5322a"))
    b.add("crust", ring(0.13, 0.012, y=0.048, n=36))
    for i in range(5):
        k = -0.08 + 0.04 * i
        half = (0.125**2 - k**2) ** 0.5
        b.add("lattice", box(2 * half, 0.008, 0.02, 0, 0.045, k))
        b.add("lattice", box(0.02, 0.008, 2 * half, k, 0.049, 0))


def pizza_slice(b: Draft) -> None:
    wedge = [(0.0, -0.1), (0.07, 0.08), (0.0, 0.095), (-0.07, 0.08)]
    b.add("dough", flat(wedge[::-1], 0.01))
    b.add(
        "cheese",
        flat([(x * 0.9, y * 0.9 - 0.004) for x, y in wedge][::-1], 0.006).move(0, 0.009),
        stuff("food", "#f2c548"),
    )
    b.add(
        "crust",
        tube(curve([(-0.072, 0.012, 0.08), (0, 0.012, 0.1), (0.072, 0.012, 0.08)], 4), 0.013, 10),
    )
    for x, z in ((0, -0.03), (-0.025, 0.03), (0.03, 0.04), (0.0, 0.06)):
        b.add("salami", cylinder(0.013, 0.004, x, 0.014, z, n=14), stuff("food", "#b5382a"))


def cheese_wheel(b: Draft) -> None:
    """A wheel with a wedge cut out of it."""
    sector = [(0.15 * cos(a), 0.15 * sin(a)) for a in [i * pi / 24 for i in range(43)]]
    b.add("rind", flat([(0.0, 0.0), *sector][::-1], 0.1, 0.004))
    inner = [
        (0.143 * cos(a), 0.143 * sin(a))
        for a in [0.02 + i * (1.75 * pi - 0.04) / 42 for i in range(43)]
    ]
    b.add(
        "cheese",
        flat([(0.002, 0.002), *inner][::-1], 0.092).move(0, 0.005),
        stuff("food", "#f5dc8c"),
    )


def popsicle(b: Draft) -> None:
    b.add("ice", soft(0.055, 0.03, 0.11, 0, 0, -0.03, 0.014))
    for s in (-1, 1):
        b.add(
            "grooves", rod((s * 0.011, 0.03, 0.01), (s * 0.011, 0.03, -0.07), 0.003), b.tone(0.85)
        )
    b.add("stick", soft(0.012, 0.005, 0.07, 0, 0.012, 0.055, 0.002), WOOD)


def candy_cane(b: Draft) -> None:
    line = curve(
        [
            (0, 0.006, 0.07),
            (0, 0.006, -0.03),
            (0.012, 0.006, -0.06),
            (0.03, 0.006, -0.06),
            (0.042, 0.006, -0.03),
        ],
        6,
    )
    n = len(line)
    for i in range(n - 1):
        name = "red" if i % 2 else "white"
        b.add(
            name,
            tube([line[i], line[i + 1]], 0.006, 10, tip=0.1),
            b.main if i % 2 else stuff("food", "#f6f2ea"),
        )


def gingerbread_house(b: Draft) -> None:
    b.add("board", box(0.3, 0.012, 0.26), PLATE)
    b.add(
        "walls",
        prism([(-0.1, 0), (0.1, 0), (0.1, 0.1), (0, 0.2), (-0.1, 0.1)], 0.18).move(0, 0.012),
    )
    for s in (-1, 1):
        b.add(
            "roof",
            box(0.17, 0.014, 0.22, s * 0.062, 0, 0)
            .roll(0)
            .move(0, 0)
            .roll(-s * 45)
            .move(s * 0.012, 0.2),
            b.tone(0.75),
        )
        b.add("icing", rod((s * 0.118, 0.105, 0.11), (0, 0.225, 0.11), 0.008), CREAM)
    b.add("icing", rod((0, 0.23, -0.11), (0, 0.23, 0.11), 0.01), CREAM)
    b.add("door", box(0.045, 0.075, 0.01, 0, 0.012, 0.092), CREAM)
    for x, y, color in (
        (-0.055, 0.07, "#c8322f"),
        (0.055, 0.07, "#4a9a45"),
        (0, 0.14, "#f2cd2c"),
        (-0.08, 0.03, "#3a6fc4"),
        (0.08, 0.03, "#7d44a8"),
    ):
        b.add(f"sweet {color}", ball(0.012, x=x, y=y, z=0.093, detail=1), stuff("food", color))


def bacon(b: Draft) -> None:
    for k in range(3):
        z = -0.035 + 0.035 * k
        line = [(-0.1 + 0.01 * i, 0.008 + 0.005 * sin(i * 1.1 + k), z) for i in range(21)]
        b.add("rashers", tube(line, [(0.014, 0.0025)] * 21, 8))
        b.add(
            "fat",
            tube([(x, y + 0.0012, w + 0.006) for x, y, w in line], [(0.004, 0.002)] * 21, 6),
            CREAM,
        )


def avocado(b: Draft) -> None:
    pear = [(0, 0), (0.028, 0.006), (0.035, 0.035), (0.024, 0.075), (0.012, 0.095), (0, 0.1)]
    b.add("skin", lathe(pear).pitch(90).move(-0.04, 0.035, -0.05))
    b.add("half", lathe(pear).pitch(90).scale(1, 0.55, 1).move(0.042, 0.02, -0.05))
    b.add(
        "flesh",
        lathe([(r * 0.93, y * 0.97 + 0.001) for r, y in pear])
        .pitch(90)
        .scale(1, 0.08, 1)
        .move(0.042, 0.037, -0.048),
        stuff("food", "#d5de7a"),
    )
    b.add("stone", ball(0.014, x=0.042, y=0.036, z=-0.012, detail=2), WOOD)


def garlic(b: Draft) -> None:
    for i in range(7):
        a = i * 2 * pi / 7
        clove = ball(0.014, 0.026, 0.013, 0.014 * sin(a), 0.026, 0.014 * cos(a))
        b.add("cloves", clove)
    b.add("stem", rod((0, 0.035, 0), (0.004, 0.065, 0), 0.008, 0.004), b.tone(0.9))
    b.add("roots", cylinder(0.008, 0.004, n=10), stuff("food", "#b59a6a"))


def aubergine(b: Draft) -> None:
    b.add(
        "fruit",
        tube(
            curve(
                [(-0.1, 0.045, 0), (-0.03, 0.045, 0.005), (0.05, 0.034, 0), (0.09, 0.032, -0.005)],
                4,
            ),
            [
                0.03,
                0.036,
                0.042,
                0.045,
                0.044,
                0.04,
                0.036,
                0.032,
                0.028,
                0.024,
                0.021,
                0.018,
                0.016,
            ],
            18,
        ),
    )
    b.add("cap", tube([(0.075, 0.033, -0.004), (0.105, 0.033, -0.006)], [0.022, 0.012], 8), GREEN)
    b.add("stem", rod((0.1, 0.033, -0.006), (0.125, 0.038, -0.006), 0.006), GREEN)


def asparagus(b: Draft) -> None:
    for i in range(9):
        y, z = 0.012 + 0.018 * (i // 4), -0.027 + 0.018 * (i % 4) + 0.009 * (i // 4)
        b.add("stalks", rod((-0.1, y, z), (0.07, y, z), 0.008, 0.007))
        b.add("tips", rod((0.06, y, z), (0.11, y, z), 0.0085, 0.002), b.tone(0.7))
    b.add(
        "band",
        tube([(-0.01, 0.024, 0), (0.01, 0.024, 0)], [(0.042, 0.028)] * 2, 16, tip=0.1),
        stuff("fabric", "#c8322f"),
    )


def ice_pop_cup(b: Draft) -> None:
    """A tall drink with a straw: a milkshake, a bubble tea."""
    b.add(
        "cup", lathe([(0.03, 0), (0.045, 0.16), (0.042, 0.16), (0.03, 0.01)], n=28), stuff("glass")
    )
    b.add("drink", lathe([(0.029, 0.004), (0.041, 0.15)], n=28))
    b.add("cream", ball(0.042, 0.03, 0.042, 0, 0.16, 0), CREAM)
    b.add("straw", rod((0.01, 0.05, 0), (0.03, 0.25, 0), 0.005), stuff("plastic", "#c8322f"))
    b.add("cherry", ball(0.012, y=0.195), stuff("food", "#b5182a"))


def candy_floss(b: Draft) -> None:
    b.add("stick", rod((0, 0, 0), (0, 0.2, 0), 0.004), stuff("paper", "#f2efe8"))
    for i in range(14):
        a = i * 2.4
        y = 0.2 + 0.013 * i
        r = 0.045 * sin(pi * (i + 1) / 16)
        b.add("floss", ball(0.045, x=r * sin(a), y=y, z=r * cos(a), detail=2))


MODELS: dict[str, Family] = {
    "roast chicken": roast_chicken,
    "ham": ham,
    "taco": taco,
    "burrito": burrito,
    "pretzel": pretzel,
    "pie": pie,
    "slice of pizza": pizza_slice,
    "cheese wheel": cheese_wheel,
    "popsicle": popsicle,
    "candy cane": candy_cane,
    "gingerbread house": gingerbread_house,
    "bacon": bacon,
    "avocado": avocado,
    "garlic": garlic,
    "aubergine": aubergine,
    "asparagus": asparagus,
    "milkshake": ice_pop_cup,
    "cotton candy": candy_floss,
}
