"""Ferns, grass, bamboo, mushrooms, logs and stumps."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, cylinder, leaf, rod
from consumers.greybox.sweeps import curve, lathe, tube


def fern(b: Draft) -> None:
    """Serrated fronds in two whorls, the inner one steeper."""
    for i in range(26):
        inner = i % 3 == 2
        long = 0.5 * (0.72 if inner else 1.0) * b.rng.uniform(0.88, 1.05)
        top, tip = (0.95, 0.8) if inner else (0.62, 0.12 + 0.16 * (i % 2))
        rib = curve(
            [(0, 0, 0), (0, top * 0.8, long * 0.3), (0, top, long * 0.62), (0, tip, long)], 6
        )
        n = len(rib) - 1
        radii = [
            (0.11 * sin(pi * (0.1 + 0.88 * k / n)) * (0.4 if k % 2 else 1.0), 0.008)
            for k in range(n + 1)
        ]
        frond = tube(rib, radii, 4, tip=0.0).yaw(i * 137.5)
        b.add("fronds" if i % 2 else "young fronds", frond, b.tone(1.0 if i % 2 else 1.18), 30)


def grass(b: Draft) -> None:
    b.add("soil", ball(0.5, 0.05, 0.5, 0, 0.03, 0), stuff("grass", "#5a8a44"))
    for i in range(110):
        a, r = b.rng.uniform(0, 2 * pi), 0.46 * b.rng.uniform(0, 1) ** 0.5
        tall, lean = b.rng.uniform(0.5, 1.0), b.rng.uniform(0.05, 0.2)
        blade = tube(
            [(0, 0, 0), (0, tall * 0.6, lean * 0.35), (0, tall, lean)],
            [0.02, 0.016, 0.003],
            3,
            tip=0.0,
        )
        shade = i % 3
        b.add(
            f"blades {shade}",
            blade.yaw(b.rng.uniform(0, 360)).move(r * sin(a), 0.03, r * cos(a)),
            b.tone((0.85, 1.0, 1.15)[shade]),
            80,
        )


def bamboo(b: Draft) -> None:
    for k in range(6):
        a, r = k * 2.4, 0.14 + 0.035 * k
        x, z, tall = r * sin(a), r * cos(a), b.rng.uniform(0.78, 1.0)
        count = 5
        for i in range(count):
            y0, y1 = tall * i / count, tall * (i + 1) / count
            b.add("canes", cylinder(0.034, y1 - y0 - 0.004, x, y0, z, n=8))
            b.add("nodes", cylinder(0.039, 0.012, x, y1 - 0.008, z, n=8), b.tone(0.72))
        for i in range(4):
            long = b.rng.uniform(0.2, 0.28)
            blade = leaf(long, long * 0.2, 0.8, 0.06, 0.6).yaw(b.rng.uniform(0, 360))
            b.add(
                "leaves",
                blade.scale(1, 0.35, 1).move(x, tall * (0.62 + 0.12 * i), z),
                b.tone(0.82),
                70,
            )


def mushroom(b: Draft) -> None:
    b.add(
        "stalk",
        lathe([(0.2, 0), (0.22, 0.04), (0.15, 0.3), (0.14, 0.6), (0.1, 0.7)], n=20),
        stuff("plant", "#f2e8d6"),
    )
    b.add(
        "cap",
        lathe(
            [
                (0.12, 0.56),
                (0.4, 0.52),
                (0.5, 0.56),
                (0.48, 0.7),
                (0.38, 0.87),
                (0.2, 0.98),
                (0, 1.0),
            ],
            n=28,
        ),
    )
    b.add(
        "skirt",
        lathe([(0.13, 0.42), (0.25, 0.38), (0.24, 0.41), (0.13, 0.48)], n=20),
        stuff("plant", "#f2e8d6"),
    )
    for a, t in (
        (0.3, 0.35),
        (1.5, 0.5),
        (2.6, 0.4),
        (3.6, 0.55),
        (4.7, 0.36),
        (5.6, 0.6),
        (0.9, 0.75),
        (3.0, 0.85),
        (0, 0),
    ):
        r = (0.5 if t > 0.7 else 0.46) * min(1.0, t * 1.2)
        y = 0.99 - 0.42 * (t * 0.95) ** 2.2
        b.add(
            "dots",
            ball(0.06, 0.035, 0.06, r * sin(a) * 0.95, y, r * cos(a) * 0.95, detail=1),
            stuff("plant", "#fbf6ea"),
        )


def log(b: Draft) -> None:
    bark = cylinder(0.5, b.w, n=18)
    r = min(b.h, b.d) / 2
    b.add("bark", bark.scale(2 * r, 1, 2 * r).move(0, -b.w / 2).roll(90).move(0, r))
    for s in (-1, 1):
        for k, tone in ((0.88, 1.55), (0.6, 1.3), (0.3, 1.5)):
            plate = cylinder(r * k, 0.012 * b.w).move(0, -0.006 * b.w).roll(90)
            b.add(f"rings {tone}", plate.move(s * b.w * (0.498 + 0.004 * (1 - k)), r), b.tone(tone))
    b.add(
        "stub",
        rod((0.12 * b.w, r * 1.4, 0.3 * r), (0.17 * b.w, r * 2.2, 0.8 * r), 0.22 * r, 0.17 * r),
        b.tone(0.9),
    )
    for i in range(9):
        a = i * 0.7
        b.add(
            "ridges",
            rod(
                (-b.w * 0.47, r + r * 0.98 * sin(a), r * 0.98 * cos(a)),
                (b.w * 0.47, r + r * 0.98 * sin(a + 0.1), r * 0.98 * cos(a + 0.1)),
                0.05 * r,
                n=5,
            ),
            b.tone(0.7),
        )


def tree_stump(b: Draft) -> None:
    profile = [(0.5, 0.0), (0.44, 0.12), (0.38, 0.4), (0.37, 0.92), (0.355, 0.97)]
    b.add("bark", lathe(profile, n=20))
    for i in range(6):
        root = tube(
            curve([(0, 0.3, 0.3), (0, 0.1, 0.4), (0, 0.02, 0.52)], 3),
            [0.1, 0.1, 0.09, 0.08, 0.06, 0.05, 0.03],
            8,
        )
        b.add("bark", root.yaw(60 * i + 15))
    for k, tone, y in (
        (0.345, 1.55, 0.985),
        (0.25, 1.35, 0.99),
        (0.15, 1.5, 0.995),
        (0.06, 1.3, 1.0),
    ):
        b.add(f"rings {tone}", cylinder(k, 0.04, 0, y - 0.04, n=20), b.tone(tone))


MODELS: dict[str, Family] = {
    "fern": fern,
    "grass": grass,
    "bamboo": bamboo,
    "mushroom": mushroom,
    "log": log,
    "tree stump": tree_stump,
}
