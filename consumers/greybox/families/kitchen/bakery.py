"""Pancakes, croissants, sandwiches and what else comes from a baker's, a grill or a bowl."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.mesh import Mesh
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, blob, box, cylinder, prism, rod, soft
from consumers.greybox.sweeps import curve, eased, lathe, tube

GREEN = stuff("food", "#5f9a3c")
BUTTER = stuff("food", "#f6dc7a")


def pancake(b: Draft) -> None:
    """A flat cake, brown on top, with a pat of butter."""
    b.add("cake", lathe(eased([(0.86, 0.0), (1.0, 0.1), (0.94, 0.22)]), n=28))
    b.add("top", cylinder(0.84, 0.06, 0, 0.19, n=28), b.tone(0.78))
    b.add("butter", soft(0.3, 0.1, 0.3, 0.05, 0.24, 0, 0.04), BUTTER)


def pancakes(b: Draft) -> None:
    """A stack of them under syrup."""
    for i in range(5):
        aside = (0.04, -0.03, 0.02, -0.04, 0.0)[i]
        cake = lathe(eased([(0.86, 0.0), (1.0, 0.11), (0.88, 0.24)]), n=26)
        b.add("cakes", cake.move(aside, 0.24 * i, -aside))
        b.add("tops", cylinder(0.82, 0.03, aside, 0.24 * i + 0.215, -aside, n=26), b.tone(0.76))
    b.add("syrup", blob(b.rng, 0.62, 0.05, 0.55, 0, 1.25, 0, 0.25), stuff("food", "#7a3a14"))
    for a in (0.4, 2.2, 4.1):
        drop = rod((0.8 * sin(a), 1.2, 0.8 * cos(a)), (1.0 * sin(a), 0.6, 1.0 * cos(a)), 0.07)
        b.add("syrup", drop)
    b.add("butter", soft(0.34, 0.14, 0.34, 0, 1.27, 0, 0.05), BUTTER)


def croissant(b: Draft) -> None:
    """A crescent of rolled bands."""
    for i in range(9):
        a = (i - 4) * 0.36
        r = 0.34 - 0.055 * abs(i - 4)
        band = ball(r * 0.8, r, r, 0.0, 0.34, 0.0).yaw(-57.3 * a * 0.8)
        tone = 1.0 if i % 2 else 0.84
        b.add(f"band {i % 2}", band.move(0.72 * sin(a), 0, 0.6 * (1 - cos(a))), b.tone(tone))


def baguette(b: Draft) -> None:
    line = [(0.0, 0.5, z) for z in np.linspace(-3.4, 3.4, 9)]
    radii = [(0.5 * k, 0.44 * k) for k in (0.35, 0.8, 0.95, 1.0, 1.0, 1.0, 0.95, 0.8, 0.35)]
    b.add("crust", tube(line, radii, 14))
    for i in range(6):
        cut = ball(0.3, 0.08, 0.2, 0, 0.9, (i - 2.5) * 1.0).yaw(0)
        b.add("cuts", cut, b.tone(1.5))


def hot_dog(b: Draft) -> None:
    half = soft(3.0, 0.62, 0.5, 0, 0, 0.42, 0.24)
    b.add("bun", half + half.move(0, 0, -0.84))
    b.add("bun", soft(2.9, 0.3, 0.9, 0, 0, 0, 0.12))
    line = curve([(-1.7, 0.58, 0), (0, 0.5, 0), (1.7, 0.58, 0)], 4)
    b.add("sausage", tube(line, 0.27, 12), stuff("food", "#9c3f2a"))
    wave = [(-1.4 + 0.2 * i, 0.82, 0.14 * (-1) ** i) for i in range(15)]
    b.add("mustard", tube(curve(wave, 2), 0.06, 6), stuff("food", "#f0c020"))


def sandwich(b: Draft) -> None:
    """Two slices with ham, cheese and salad, cut to triangles."""
    corner = [(-1.0, -0.5), (1.0, -0.5), (0.0, 0.5)]

    def slab(y: float, thick: float, grow: float = 1.0) -> Mesh:
        flat = prism([(x * grow, z * grow) for x, z in corner], thick, 0.03).pitch(-90)
        return flat.move(0, y + thick / 2, 0)

    b.add("bread", slab(0.0, 0.2) + slab(0.44, 0.2))
    for name, y, color, grow in (
        ("salad", 0.2, "#6fae3c", 1.06),
        ("ham", 0.28, "#e8949a", 1.02),
        ("cheese", 0.36, "#f2c03a", 1.04),
    ):
        b.add(name, slab(y, 0.09, grow), stuff("food", color))


def sushi(b: Draft) -> None:
    """Four pieces on a wooden board."""
    b.add("board", box(3.4, 0.16, 1.7, 0, 0.16), stuff("wood", "#8a5a34"))
    feet = box(0.2, 0.17, 1.6, 1.2, 0)
    b.add("board", feet.pair())
    for x in (-1.1, -0.35):
        b.add("rice", soft(0.5, 0.34, 1.0, x, 0.32, 0, 0.15), stuff("food", "#f6f3ea"))
        b.add("fish", soft(0.54, 0.18, 1.14, x, 0.6, 0, 0.08), stuff("food", "#f08050"))
    for x, z in ((0.5, -0.3), (1.2, 0.3), (1.2, -0.4), (0.5, 0.4)):
        b.add("seaweed", cylinder(0.3, 0.46, x, 0.32, z), stuff("food", "#22332a"))
        b.add("rolls", cylinder(0.24, 0.04, x, 0.76, z), stuff("food", "#f6f3ea"))
        b.add("roe", cylinder(0.11, 0.05, x, 0.78, z), stuff("food", "#f08050"))


def soup(b: Draft) -> None:
    """A full bowl; what swims in it is in the main colour."""
    bowl = [(0.4, 0), (0.45, 0.05), (0.8, 0.3), (1.0, 0.7), (0.95, 0.72), (0.74, 0.34), (0.3, 0.12)]
    b.add("bowl", lathe(bowl, n=30), stuff("ceramic", "#f2efe6"))
    b.add("fill", cylinder(0.88, 0.05, 0, 0.56, n=28))
    for i in range(12):
        a, r = 2.4 * i, 0.15 + 0.055 * i
        lump = blob(b.rng, 0.16, 0.1, 0.16, r * sin(a), 0.62, r * cos(a), 0.2, 1)
        b.add(f"lumps {i % 3}", lump, b.tone((0.8, 1.2, 1.35)[i % 3]))


def salad(b: Draft) -> None:
    bowl = [(0.4, 0), (0.8, 0.25), (1.0, 0.62), (0.96, 0.64), (0.7, 0.3), (0.3, 0.1)]
    b.add("bowl", lathe(bowl, n=28), stuff("wood", "#a8743f"))
    for i in range(22):
        a, r = 2.4 * i, 0.2 * i**0.5
        leaf = blob(b.rng, 0.26, 0.09, 0.2, 0, 0, 0, 0.35, 1).roll(25).yaw(70 * i)
        b.add(
            f"leaves {i % 2}",
            leaf.move(r * sin(a), 0.72 - 0.1 * r, r * cos(a)),
            b.tone(1.0 + 0.25 * (i % 2)),
        )
        if i % 4 == 0:
            tomato = ball(0.13, x=0.8 * r * sin(a + 1), y=0.78, z=0.8 * r * cos(a + 1), detail=1)
            b.add("tomatoes", tomato, stuff("food", "#d9382a"))


def noodles(b: Draft) -> None:
    """A tangle on a plate."""
    b.add("plate", lathe([(0.6, 0), (1.2, 0.12), (1.18, 0.16), (0.5, 0.06)], n=28), CERAMIC)
    for i in range(16):
        a, r = 2.4 * i, 0.3 + 0.035 * i
        loop = [
            (r * sin(a + t), 0.2 + 0.28 * sin(1.5 * t + i) ** 2, r * cos(a + t))
            for t in np.linspace(0, 4.4, 10)
        ]
        b.add("noodles", tube([(float(x), float(y), float(z)) for x, y, z in loop], 0.055, 5))
    b.add("sauce", blob(b.rng, 0.45, 0.16, 0.42, 0, 0.5, 0, 0.3), stuff("food", "#b8341f"))
    b.add("basil", ball(0.16, 0.04, 0.1, 0.05, 0.68, 0.05, detail=1), GREEN)


CERAMIC = stuff("ceramic", "#f4f2ec")


def fries(b: Draft) -> None:
    """A box of chips."""
    side = [(-0.32, 0), (0.32, 0), (0.48, 0.9), (0.25, 0.82), (-0.25, 0.82), (-0.48, 0.9)]
    b.add("box", prism(side, 0.42, 0.02))
    for i in range(26):
        x, z = -0.36 + 0.12 * (i % 7), -0.14 + 0.09 * (i // 7)
        up = 0.95 + 0.3 * float(b.rng.random())
        stick = box(0.09, 0.7, 0.08, bevel=0.01).roll(-14 * x / 0.36).move(x, up - 0.6, z)
        b.add("fries", stick, stuff("food", "#f0c040"))


def popcorn(b: Draft) -> None:
    """A striped tub, heaped."""
    for i in range(12):
        a = 2 * pi * i / 12
        stripe = prism([(-0.13, 0), (0.13, 0), (0.175, 1.2), (-0.175, 1.2)], 0.05, 0.01)
        color = None if i % 2 else stuff("paper", "#f6f3ea")
        lean = stripe.pitch(8).move(0, 0, 0.47)
        b.add(f"stripes {i % 2}", lean.yaw(57.3 * a), color)
    b.add("tub", cylinder(0.46, 1.1, 0, 0.02, top=0.6, n=12), stuff("paper", "#f6f3ea"))
    for i in range(46):
        a, r = 2.4 * i, 0.095 * i**0.5
        flake = blob(b.rng, 0.13, 0.12, 0.13, r * sin(a), 1.42 - 0.5 * r * r, r * cos(a), 0.4, 1)
        b.add("popcorn", flake, stuff("food", "#fbf0c8"))


def lollipop(b: Draft) -> None:
    b.add("stick", cylinder(0.035, 1.3, n=10), stuff("paper", "#f4f2ec"))
    b.add("sweet", ball(0.42, 0.42, 0.16, 0, 1.55, 0))
    turn = [
        (0.004 * i * cos(0.42 * i), 1.55 + 0.004 * i * sin(0.42 * i), 0.17 - 0.0012 * i)
        for i in range(4, 84, 2)
    ]
    b.add("swirl", tube(turn, 0.035, 6), stuff("candy", "#fbf7f0"))


def chocolate_bar(b: Draft) -> None:
    """Four by two and a half pieces, half out of the wrapper."""
    b.add("bar", box(1.0, 0.12, 2.0, bevel=0.03))
    for i in range(3):
        for k in range(6):
            piece = box(0.27, 0.08, 0.27, (i - 1) * 0.31, 0.11, (k - 2.5) * 0.32, bevel=0.05)
            b.add("pieces", piece, b.tone(1.12))
    b.add("wrapper", soft(1.08, 0.24, 1.1, 0, -0.01, -0.5, 0.04), stuff("paper", "#b8323a"))


MODELS: dict[str, Family] = {
    "pancake": pancake,
    "stack of pancakes": pancakes,
    "croissant": croissant,
    "baguette": baguette,
    "hot dog": hot_dog,
    "sandwich": sandwich,
    "sushi": sushi,
    "soup": soup,
    "salad": salad,
    "noodles": noodles,
    "fries": fries,
    "popcorn": popcorn,
    "lollipop": lollipop,
    "chocolate bar": chocolate_bar,
}
