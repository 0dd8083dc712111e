"""Pines, Christmas trees and palms; every seed grows another."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.families.plants.tree_parts import trunk
from consumers.greybox.mesh import Mesh
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import star
from consumers.greybox.solids import ball, leaf, prism
from consumers.greybox.sweeps import Point, curve, lathe, loft, tube
from consumers.lexicon.words.materials import Material


def pine_tree(b: Draft) -> None:
    trunk(b, 0.3, 0.042)
    tiers = 6
    for i in range(tiers):
        t = i / (tiers - 1)
        low, r, tall = 0.14 + 0.66 * t, 0.21 * (1 - t) + 0.05, 0.3 - 0.1 * t
        _tier(
            b,
            low,
            r,
            tall,
            14 if i % 2 else 15,
            b.tone(0.9 + 0.09 * i if i < 5 else 1.2),
            f"needles {i}",
        )


def _tier(
    b: Draft, low: float, r: float, tall: float, points: int, surface: Material, name: str
) -> None:
    """One skirt of a fir: a cone with a ragged, drooping rim."""
    a = np.arange(points * 2) * (pi / points) + b.rng.uniform(0, 1)
    rag = np.where(np.arange(points * 2) % 2 == 0, 1.0, 0.8)
    jitter = b.rng.uniform(0.93, 1.05, points * 2)
    rings = []
    for k, y in ((0.3, 0.08), (1.0, 0.0), (0.66, 0.32), (0.3, 0.68), (0.04, 1.0)):
        reach = r * k * (rag * jitter if k == 1.0 else 0.5 + 0.5 * rag)
        drop = np.where(rag == 1.0, -0.1 * tall, 0.0) if k == 1.0 else 0.0
        rings.append(
            np.stack([reach * np.sin(a), low + tall * y + drop + 0 * a, reach * np.cos(a)], axis=1)
        )
    b.add(name, loft(rings), surface, 30)


def christmas_tree(b: Draft) -> None:
    b.add("pot", lathe([(0.1, 0), (0.13, 0.1), (0.1, 0.1)], n=18), stuff("ceramic", "#8f2a2a"))
    trunk(b, 0.25, 0.03)
    tiers = 5
    for i in range(tiers):
        t = i / (tiers - 1)
        _tier(
            b,
            0.13 + 0.58 * t,
            0.27 * (1 - t) + 0.07,
            0.3 - 0.06 * t,
            14 + i % 2,
            b.tone(0.92 + 0.07 * i),
            f"needles {i}",
        )
    colors = ("#c9242c", "#e0b03a", "#3f6fc4", "#d8dde2")
    for i in range(34):
        t = (i + 0.5) / 34
        r, a = 0.26 * (1 - t) + 0.045, i * 2.4
        color = colors[i % 4]
        b.add(
            f"baubles {color}",
            ball(0.019, x=r * sin(a), y=0.16 + 0.68 * t, z=r * cos(a), detail=1),
            stuff("chrome", color),
        )
    coil: list[Point] = []
    for i in range(60):
        t = i / 59
        r = 0.285 * (1 - t) + 0.03
        coil.append((r * sin(t * 26), 0.17 + 0.68 * t, r * cos(t * 26)))
    b.add("garland", tube(coil, 0.006, 5), stuff("gold"))
    b.add("star", prism(star(5, 0.06, 0.026), 0.02, 0.004).move(0, 0.99), stuff("light", "#ffd24a"))


def palm_tree(b: Draft) -> None:
    line = curve([(-0.09, 0, 0), (-0.05, 0.28, 0), (0.02, 0.58, 0), (0.06, 0.84, 0)], 5)
    n = len(line) - 1
    bark = stuff("wood", "#8f7350")
    for i in range(n):
        k = 0.034 - 0.013 * i / n
        b.add("trunk", tube([line[i], line[i + 1]], [k * 0.85, k * 1.15], 10, tip=0.1), bark)
    x, y, _ = line[-1]
    for i in range(11):
        turn = i * 360 / 11 + b.rng.uniform(-9, 9)
        rise = (0.5, 0.9, 0.7)[i % 3]
        long = b.rng.uniform(0.25, 0.29)
        mesh = _frond(long, rise)
        b.add(
            "fronds" if i % 2 else "young fronds",
            mesh.yaw(turn).move(x, y, 0),
            b.tone(1.0 if i % 2 else 1.14),
            60,
        )
    for i in range(4):
        a = i * pi / 2 + 0.4
        b.add(
            "coconuts",
            ball(0.026, x=x + 0.034 * sin(a), y=y - 0.02, z=0.034 * cos(a), detail=1),
            stuff("wood", "#5a3d28"),
        )


def _frond(long: float, rise: float) -> Mesh:
    """A palm leaf along +Z: a rib with blades on both sides that hang a little."""
    t = np.linspace(0.0, 1.0, 8)
    rib = [(0.0, float(long * (rise * k - (rise + 0.55) * k * k)), float(long * k)) for k in t]
    mesh = tube(rib, [0.007 * (1.1 - k) for k in t], 5, tip=0.0)
    for k in range(1, 8):
        x, y, z = rib[k]
        w = long * 0.42 * sin(pi * (0.2 + 0.72 * k / 8))
        blade = leaf(w, 0.06, 0.5, 0.05, 0.1).yaw(62)
        mesh = mesh + blade.move(x, y, z - 0.02).pair()
    return mesh


MODELS: dict[str, Family] = {
    "pine tree": pine_tree,
    "christmas tree": christmas_tree,
    "palm tree": palm_tree,
}
