"""Oars, bats, rods, nets, wands and heaps of gold: for sport, travel and tales."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, STEEL, WHITE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, disc, ring, rod
from consumers.greybox.sweeps import curve, eased, lathe, tube


def life_ring(b: Draft) -> None:
    b.add("ring", ring(0.38, 0.12, n=32).pitch(90).move(0, 0.5, 0))
    for i in range(4):
        a = 2 * pi * i / 4 + 0.785
        band = ring(0.13, 0.03, n=16).roll(90).yaw(90).roll(57.3 * a + 90)
        b.add("bands", band.move(0.38 * cos(a), 0.5 + 0.38 * sin(a), 0), WHITE)
    b.add("cord", ring(0.51, 0.012, n=36).pitch(90).move(0, 0.5, 0), stuff("fabric", "#ece4d0"))


def wand(b: Draft) -> None:
    b.add("stick", rod((0, 0.06, -1.0), (0, 0.06, 0.9), 0.035, 0.022))
    b.add("grip", rod((0, 0.06, -1.0), (0, 0.06, -0.5), 0.05), b.tone(0.6))
    for z in (-0.5, -1.0):
        b.add("rings", ball(0.06, 0.06, 0.03, 0, 0.06, z, detail=1), stuff("gold"))
    b.add("tip", ball(0.06, x=0, y=0.06, z=0.94), stuff("light", "#ffe9a0"))


def staff(b: Draft) -> None:
    """A long stick that curls about a crystal."""
    line = curve([(0, 0, 0), (0.02, 0.6, 0.01), (-0.01, 1.3, 0), (0.01, 1.7, 0)], 5)
    b.add("stick", tube(line, 0.028, 9))
    hook = [(0.1 * sin(0.5 * i) * (1 - 0.03 * i), 1.7 + 0.1 - 0.1 * cos(0.5 * i), 0.0) for i in
        range(10)]  # fmt: skip
    b.add("stick", tube(hook, [0.028 - 0.0016 * i for i in range(10)], 8))
    b.add("crystal", ball(0.05, 0.07, 0.05, 0.02, 1.82, 0, detail=1), stuff("crystal", "#7fd4f0"))


def bat_and_oar(b: Draft) -> None:
    """A paddle: shaft, blade, knob."""
    b.add("shaft", rod((0, 0.05, -1.2), (0, 0.05, 0.7), 0.04))
    b.add("blade", ball(0.17, 0.035, 0.42, 0, 0.05, 0.92))
    b.add("knob", ball(0.06, x=0, y=0.05, z=-1.2, detail=1))
    b.add("band", rod((0, 0.05, 0.44), (0, 0.05, 0.52), 0.05), stuff("paint", "#c8323a"))


def baseball_bat(b: Draft) -> None:
    b.add("bat", lathe(eased([(0.03, 0), (0.035, 0.3), (0.08, 0.8), (0.085, 1.05), (0.02, 1.1)]),
        n=18).pitch(90).move(0, 0.09, -0.5))  # fmt: skip
    b.add("grip", rod((0, 0.09, -0.48), (0, 0.09, -0.16), 0.042), BLACK)
    b.add("knob", disc(0.06, 0.04, 0, 0.09, -0.52, 14))


def fishing_rod(b: Draft) -> None:
    line = curve([(0, 0.0, 0), (0, 0.9, 0.06), (0, 1.7, 0.3), (0, 2.0, 0.62)], 5)
    b.add("rod", tube(line, [0.016 - 0.0008 * i for i in range(len(line))], 7))
    b.add("grip", rod((0, 0, 0), (0, 0.36, 0.02), 0.026), stuff("wood", "#c49a63"))
    b.add("reel", axle(0.07, 0.06, 0, 0.3, 0.09), BLACK)
    b.add("crank", rod((0.03, 0.3, 0.09), (0.1, 0.34, 0.09), 0.01), STEEL)
    b.add("line", rod((0, 2.0, 0.62), (0, 0.9, 0.72), 0.004, n=5), WHITE)
    b.add("float", ball(0.03, 0.045, 0.03, 0, 0.9, 0.72, detail=1), stuff("plastic", "#d9382a"))


def pickaxe(b: Draft) -> None:
    b.add("handle", rod((0, 0, 0), (0, 0.92, 0), 0.03), stuff("wood", "#9c6b3f"))
    head = curve([(-0.42, 0.72, 0), (-0.2, 0.87, 0), (0, 0.91, 0), (0.2, 0.87, 0), (0.42, 0.72,
        0)], 3)  # fmt: skip
    count = len(head) - 1
    radii = [0.012 + 0.036 * sin(pi * i / count) for i in range(count + 1)]
    b.add("head", tube(head, radii, 8))


def heap_of_gold(b: Draft) -> None:
    """Coins, a goblet and a few gems."""
    b.add(
        "heap", lathe(eased([(1.1, 0), (0.9, 0.22), (0.45, 0.5), (0.02, 0.6)]), n=26), b.tone(0.85)
    )
    for i in range(60):
        a, r = 2.4 * i, 0.14 * i**0.5
        y = 0.6 * (1 - (r / 1.12) ** 2) + 0.06
        coin = cylinder(0.1, 0.03, n=12).pitch(30 * sin(3.0 * i)).roll(25 * cos(2.0 * i))
        b.add("coins", coin.move(r * sin(a), max(0.03, y), r * cos(a)), b.tone(1.1 + 0.2 * (i % 2)))
    for i, color in enumerate(("#c8243a", "#2f8ad0", "#3fae5a", "#a84ad0")):
        a = 1.7 * i + 0.4
        gem = ball(0.09, 0.08, 0.09, 0.6 * sin(a), 0.46, 0.6 * cos(a), detail=0)
        b.add(f"gem {color}", gem, stuff("crystal", color), 5)
    cup = lathe([(0.1, 0), (0.03, 0.05), (0.03, 0.16), (0.14, 0.24), (0.16, 0.38), (0.13, 0.38),
        (0.06, 0.24)], 0.2, 0.58, 0.1, 18)  # fmt: skip
    b.add("goblet", cup)


def rack_of_nets(b: Draft) -> None:
    """A net between two posts."""
    w, h = b.w, b.h
    b.add("posts", cylinder(0.008 * w, h, 0.49 * w, 0, 0, n=12).pair(), DARK_METAL)
    rows, columns = 7, 26
    for j in range(rows):
        y = (0.5 + 0.48 * j / (rows - 1)) * h
        thick = 0.004 * w if j in (0, rows - 1) else 0.0016 * w
        b.add("cords", rod((-0.49 * w, y, 0), (0.49 * w, y, 0), thick, n=5), WHITE)
    for i in range(columns):
        x = (-0.47 + 0.94 * i / (columns - 1)) * w
        b.add("cords", rod((x, 0.5 * h, 0), (x, 0.98 * h, 0), 0.0016 * w, n=5), WHITE)
    b.add("band", box(0.98 * w, 0.03 * h, 0.5 * b.d, 0, 0.965 * h))


MODELS: dict[str, Family] = {
    "life ring": life_ring,
    "wand": wand,
    "staff": staff,
    "oar": bat_and_oar,
    "baseball bat": baseball_bat,
    "fishing rod": fishing_rod,
    "pickaxe": pickaxe,
    "treasure": heap_of_gold,
    "net": rack_of_nets,
}
