"""Statues, busts, scarecrows, snowmen and ghosts."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.families.people.figure import DARK, Dress, figure, head
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, disc, ring, rod, soft
from consumers.greybox.sweeps import curve, lathe, loft, tube


def scarecrow(b: Draft) -> None:
    straw, wood = stuff("straw"), stuff("wood", "#6b4428")
    b.add(
        "post",
        rod((0, 0, -0.03), (0, 0.85, -0.03), 0.02)
        + rod((-0.36, 0.73, -0.03), (0.36, 0.73, -0.03), 0.018),
        wood,
    )
    b.add(
        "coat",
        tube(
            [(0, 0.34, 0), (0, 0.5, 0), (0, 0.76, 0)], [(0.12, 0.075), (0.1, 0.07), (0.1, 0.06)], 12
        ),
    )
    b.add("sleeves", tube([(0.08, 0.72, -0.02), (0.31, 0.71, -0.02)], [0.05, 0.045], 10).pair())
    b.add(
        "legs", tube([(0.05, 0.36, 0), (0.065, 0.14, 0)], [0.05, 0.045], 10).pair(), stuff("denim")
    )
    b.add("head", ball(0.085, 0.085, 0.08, 0, 0.85, 0), stuff("fabric", "#d8b878"))
    b.add("eyes", disc(0.015, 0.01, 0.03, 0.865, 0.074, 8).pair(), DARK)
    b.add(
        "mouth",
        tube(curve([(-0.04, 0.825, 0.072), (0, 0.81, 0.08), (0.04, 0.825, 0.072)], 3), 0.005, 5),
        DARK,
    )
    b.add(
        "hat",
        cylinder(0.13, 0.015, 0, 0.905) + cylinder(0.075, 0.1, 0, 0.91, top=0.05),
        stuff("straw", "#b98a3a"),
    )
    for x, y, turn in (
        (0.33, 0.71, 90),
        (-0.33, 0.71, -90),
        (0.065, 0.12, 180),
        (-0.065, 0.12, 180),
        (0, 0.33, 180),
        (0, 0.76, 180),
    ):
        for i in range(7):
            lean = turn + (i - 3) * 14
            wisp = rod((0, 0, 0), (0, 0.085 + 0.01 * (i % 3), 0), 0.006, 0.003, n=4)
            b.add("straw", wisp.pitch((i % 3 - 1) * 20).roll(-lean).move(x, y, 0.0), straw)
    b.add("patch", box(0.05, 0.05, 0.01, 0.04, 0.5, 0.066), stuff("fabric", "#5b7a99"))
    b.add("scarf", ring(0.06, 0.024, 0, 0.775, 0), stuff("fabric", "#c9343a"))


def ghost(b: Draft) -> None:
    rings = []
    for y, r, wave in (
        (0.02, 0.38, 0.07),
        (0.14, 0.36, 0.05),
        (0.34, 0.3, 0.02),
        (0.56, 0.26, 0),
        (0.76, 0.25, 0),
        (0.88, 0.21, 0),
        (0.96, 0.13, 0),
        (0.995, 0.04, 0),
    ):
        points = []
        for i in range(36):
            a = 2 * pi * i / 36
            k = r + wave * cos(6 * a)
            points.append((k * sin(a), y + wave * 0.6 * cos(6 * a + pi), k * cos(a)))
        rings.append(np.array(points))
    b.add("sheet", loft(rings))
    arm = tube(
        curve([(0.2, 0.62, 0.05), (0.36, 0.62, 0.14), (0.42, 0.54, 0.22)], 3),
        [0.09, 0.085, 0.08, 0.07, 0.065, 0.055, 0.05],
        10,
    )
    b.add("sheet", arm.pair())
    b.add("eyes", ball(0.04, 0.06, 0.03, 0.085, 0.8, 0.225).pair(), DARK)
    b.add("mouth", ball(0.04, 0.055, 0.03, 0, 0.66, 0.24), DARK)


def statue(b: Draft) -> None:
    stone = b.main
    plinth = 0.2
    b.add(
        "plinth",
        box(0.34, 0.03, 0.34)
        + box(0.28, plinth - 0.05, 0.28, 0, 0.03)
        + box(0.32, 0.025, 0.32, 0, plinth - 0.025),
        b.tone(0.82),
    )
    part = Draft(1, 1, 1, stone, b.rng)
    figure(
        part,
        Dress(
            stone, skin=stone, hair=stone.color, shoes=stone, bulk=0.98, sleeves=stone, face=True
        ),
    )
    for name, meshes in part.pieces.items():
        for mesh in meshes:
            b.add(name, mesh.scale(0.8, 0.8, 0.8).move(0, plinth), stone)
    drape = curve(
        [(0.07, 0.84, 0.03), (-0.02, 0.7, 0.07), (-0.07, 0.58, 0.05), (-0.07, 0.36, 0.045)], 3
    )
    b.add("drape", tube(drape, [(0.05, 0.022)] * len(drape), 10), b.tone(0.94))
    b.add(
        "drape",
        lathe(
            [(0.04, 0), (0.1, 0), (0.085, 0.2), (0.075, 0.36), (0.03, 0.38)], 0, 0.23, 0, 16
        ).scale(1, 1, 0.85),
        b.tone(0.94),
    )


def bust(b: Draft) -> None:
    stone = b.main
    b.add(
        "foot",
        lathe([(0.24, 0), (0.24, 0.04), (0.14, 0.08), (0.1, 0.14), (0.16, 0.2)], n=20),
        b.tone(0.85),
    )
    b.add(
        "chest",
        tube(
            [(0, 0.18, 0), (0, 0.3, 0), (0, 0.44, 0), (0, 0.5, 0)],
            [(0.14, 0.1), (0.27, 0.16), (0.26, 0.15), (0.1, 0.08)],
            16,
        ),
    )
    b.add("neck", rod((0, 0.46, 0), (0, 0.66, 0.01), 0.09))
    part = Draft(1, 1, 1, stone, b.rng)
    head(part, Dress(stone, head=0.2, skin=stone, hair=stone.color), 0.58)
    for name, meshes in part.pieces.items():
        for mesh in meshes:
            b.add(name, mesh, stone)
    for i in range(9):
        b.add(
            "curls",
            ball(
                0.055,
                x=0.15 * (i - 4) / 4,
                y=0.93 - 0.012 * abs(i - 4) ** 2 / 2,
                z=0.12 - 0.01 * abs(i - 4),
                detail=1,
            ),
            stone,
        )


def snowman(b: Draft) -> None:
    b.add(
        "snow",
        ball(0.42, 0.32, 0.42, 0, 0.29, 0, detail=3)
        + ball(0.31, 0.25, 0.31, 0, 0.65, 0, detail=3)
        + ball(0.22, 0.19, 0.22, 0, 0.95, 0, detail=3),
    )
    coal = stuff("stone", "#1c1a1a")
    for y, z in ((0.58, 0.3), (0.68, 0.31), (0.78, 0.265)):
        b.add("coal", ball(0.032, x=0, y=y, z=z, detail=1), coal)
    b.add("coal", ball(0.03, x=0.08, y=1.0, z=0.195, detail=1).pair(), coal)
    for x, y in ((0.0, 0.865), (0.05, 0.875), (0.09, 0.9)):
        piece = ball(0.016, x=x, y=y, z=0.2 - x * 0.2, detail=1)
        b.add("coal", piece.pair() if x else piece, coal)
    b.add("nose", rod((0, 0.95, 0.2), (0, 0.94, 0.4), 0.042, 0.008), stuff("food", "#f0822a"))
    b.add("scarf", ring(0.2, 0.055, 0, 0.81, 0).scale(1, 0.8, 1), stuff("wool", "#c9343a"))
    b.add("scarf", soft(0.1, 0.26, 0.05, 0.13, 0.56, 0.27, 0.02).roll(6), stuff("wool", "#c9343a"))
    b.add(
        "hat",
        cylinder(0.24, 0.03, 0, 1.09) + cylinder(0.16, 0.22, 0, 1.1),
        stuff("wool", "#23262b"),
    )
    b.add("band", cylinder(0.164, 0.05, 0, 1.12), stuff("wool", "#c9343a"))
    stick = tube(
        curve([(0.26, 0.7, 0), (0.42, 0.82, 0.02), (0.55, 0.86, 0.02)], 3),
        [0.018, 0.017, 0.016, 0.015, 0.014, 0.012, 0.01],
        6,
    )
    twigs = rod((0.47, 0.84, 0.02), (0.54, 0.95, 0.02), 0.01, n=5) + rod(
        (0.47, 0.84, 0.02), (0.56, 0.79, 0.04), 0.01, n=5
    )
    b.add("arms", (stick + twigs).pair(), stuff("wood", "#5a3d28"))


MODELS: dict[str, Family] = {
    "scarecrow": scarecrow,
    "ghost": ghost,
    "statue": statue,
    "bust": bust,
    "snowman": snowman,
}
