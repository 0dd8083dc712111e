"""Cakes, doughnuts, ice cream and cookies."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

import numpy as np

from consumers.greybox.mesh import Mesh
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, blob, cylinder, ring, rod
from consumers.greybox.sweeps import Point, lathe, loft, tube

Place = Callable[[float, float], Point]
"""Where the grain at an angle and a share of the way up lies."""


def _candle(b: Draft, x: float, y: float, z: float, tall: float, r: float, color: str) -> None:
    b.add(f"candles {color}", cylinder(r, tall * 0.75, x, y, z, n=8), stuff("wax", color))
    b.add(
        "flames",
        ball(r * 0.8, tall * 0.16, r * 0.8, x, y + tall * 0.88, z, detail=1),
        stuff("light", "#ffc04a"),
    )


def cake(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    y, tall = 0.06 * b.h, 0.5 * b.h
    b.add("plate", cylinder(r, 0.05 * b.h, n=36), stuff("porcelain"))
    b.add("cake", cylinder(r * 0.86, tall, 0, y, n=36), stuff("food", "#c98f5a"))
    b.add(
        "icing",
        lathe(
            [
                (0.82 * r, y + 0.45 * tall),
                (0.885 * r, y + 0.5 * tall),
                (0.89 * r, y + 0.9 * tall),
                (0.84 * r, y + 1.05 * tall),
                (0, y + 1.06 * tall),
            ],
            n=36,
        ),
    )
    for i in range(14):
        a = 2 * pi * i / 14
        drop = 0.26 if i % 2 else 0.14
        b.add(
            "icing",
            rod(
                (0.88 * r * sin(a), y + (0.5 - drop) * tall, 0.88 * r * cos(a)),
                (0.88 * r * sin(a), y + 0.66 * tall, 0.88 * r * cos(a)),
                0.065 * r,
                n=7,
            ),
        )
        b.add(
            "swirls",
            ball(
                0.085 * r,
                0.05 * b.h,
                0.085 * r,
                0.74 * r * sin(a),
                y + 1.08 * tall,
                0.74 * r * cos(a),
                detail=1,
            ),
            stuff("food", "#fff6ee"),
        )
    _cake_trimmings(b, r, tall, y)


def _cake_trimmings(b: Draft, r: float, tall: float, y: float) -> None:
    for i in range(6):
        a = 2 * pi * i / 6
        _candle(
            b,
            0.44 * r * sin(a),
            y + 1.04 * tall,
            0.44 * r * cos(a),
            0.38 * b.h,
            0.04 * r,
            ("#5b86d5", "#e0654a", "#f2c04a")[i % 3],
        )
        b.add(
            "cherries",
            ball(
                0.08 * r,
                x=0.74 * r * sin(a + 0.3),
                y=y + 1.17 * tall,
                z=0.74 * r * cos(a + 0.3),
                detail=1,
            ),
            stuff("food", "#b01e2c"),
        )


def cupcake(b: Draft) -> None:
    n = 40
    a = np.arange(n) * (2 * pi / n)
    rings = []
    for r, y in ((0.33, 0.0), (0.43, 0.42), (0.36, 0.44)):
        k = r * (1 + 0.045 * np.where(np.arange(n) % 2 == 0, 1, -1))
        rings.append(np.stack([k * np.sin(a), np.full(n, y), k * np.cos(a)], axis=1))
    b.add("case", loft(rings).scale(b.w, b.h, b.d), stuff("paper", "#7f5fa8"), 10)
    for r, y in ((0.44, 0.48), (0.36, 0.6), (0.26, 0.71), (0.15, 0.81)):
        swirl = ring(r * 0.66, 0.13 * (r / 0.44) + 0.05, n=26)
        b.add("icing", swirl.scale(b.w, 0.62 * b.h, b.d).move(0, y * b.h, 0))
        b.add("icing", cylinder(r * 0.8 * b.w, 0.13 * b.h, 0, (y - 0.07) * b.h, n=20))
    b.add(
        "cherry", ball(0.13 * b.w, 0.1 * b.h, 0.13 * b.d, 0, 0.9 * b.h, 0), stuff("food", "#c01f2c")
    )
    _sprinkles(
        b,
        18,
        lambda a, t: (
            (0.46 - 0.27 * t) * b.w * sin(a),
            (0.53 + 0.27 * t) * b.h,
            (0.46 - 0.27 * t) * b.d * cos(a),
        ),
        0.05 * b.w,
    )


def _sprinkles(b: Draft, count: int, place: Place, size: float) -> None:
    for i in range(count):
        color = ("#f2c04a", "#5b86d5", "#6fc06a", "#ffffff")[i % 4]
        x, y, z = place(i * 2.4, (i + 0.5) / count)
        grain = rod((-size / 2, 0, 0), (size / 2, 0, 0), size * 0.2, n=5).yaw(i * 77)
        b.add(f"sprinkles {color}", grain.move(x, y, z), stuff("candy", color))


def donut(b: Draft) -> None:
    dough = stuff("food", "#cf9450")
    b.add("dough", ring(0.34, 0.16, n=32).scale(b.w, 1.4 * b.h, b.d).move(0, 0.42 * b.h), dough)
    n = 32
    glaze = ring(0.34, 0.165, n=n).scale(b.w, 1.42 * b.h, b.d).move(0, 0.46 * b.h)

    def dripped(v: Mesh) -> Mesh:
        p = v.vertices
        edge = 0.42 * b.h + 0.07 * b.h * np.sin(9 * np.arctan2(p[:, 0], p[:, 2]))
        p[:, 1] = np.maximum(p[:, 1], edge)
        return v

    b.add("icing", dripped(glaze), None, 70)
    _sprinkles(
        b,
        30,
        lambda a, t: (
            (0.26 + 0.16 * ((7 * t) % 1)) * b.w * sin(a),
            0.685 * b.h,
            (0.26 + 0.16 * ((7 * t) % 1)) * b.d * cos(a),
        ),
        0.06 * b.w,
    )


def ice_cream(b: Draft) -> None:
    waffle = stuff("food", "#d9a35a")
    b.add(
        "cone",
        lathe([(0, 0), (0.05, 0.01), (0.36, 0.54), (0.38, 0.56), (0.3, 0.56)], n=24).scale(
            b.w, b.h, b.d
        ),
        waffle,
    )
    for i in range(8):
        for s in (-1, 1):
            line = []
            for t in np.linspace(0.05, 1, 6):
                a = 2 * pi * i / 8 + s * 1.1 * t
                line.append((0.375 * t * b.w * sin(a), 0.55 * t * b.h, 0.375 * t * b.d * cos(a)))
            b.add("waffle", tube(line, 0.012 * b.w, 4), waffle.colored("#b5803f"))
    for y, r, color in ((0.66, 0.46, b.main), (0.86, 0.38, stuff("food", "#7a4a33"))):
        b.add(
            "scoop" if color is b.main else "second scoop",
            blob(b.rng, r * b.w, 0.38 * r * b.h * 0.95, r * b.d, 0, y * b.h, 0, 0.05, 2, 5),
            color,
        )
    for i in range(9):
        a = 2 * pi * i / 9
        b.add(
            "scoop",
            ball(
                0.09 * b.w,
                0.035 * b.h,
                0.09 * b.d,
                0.38 * b.w * sin(a),
                0.565 * b.h,
                0.38 * b.d * cos(a),
                detail=1,
            ),
        )


def cookie(b: Draft) -> None:
    b.add("cookie", blob(b.rng, 0.5 * b.w, 0.5 * b.h, 0.5 * b.d, 0, 0.46 * b.h, 0, 0.05, 3, 4))
    for i in range(16):
        k, a = 0.42 * ((i + 0.5) / 16) ** 0.5, i * 2.4
        y = 0.46 + 0.46 * (1 - (k / 0.5) ** 2) ** 0.5
        b.add(
            "chips",
            blob(
                b.rng,
                0.06 * b.w,
                0.16 * b.h,
                0.055 * b.d,
                k * b.w * sin(a),
                y * b.h,
                k * b.d * cos(a),
                0.15,
                1,
            ),
            stuff("chocolate"),
        )


MODELS: dict[str, Family] = {
    "cake": cake,
    "cupcake": cupcake,
    "donut": donut,
    "ice cream": ice_cream,
    "cookie": cookie,
}
