"""Balls, blocks and tops."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.families.play.toy_parts import CREAM
from consumers.greybox.mesh import Mesh
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, rod, soft
from consumers.greybox.sweeps import lathe, loft


def play_ball(b: Draft) -> None:
    """A beach ball of six segments."""
    colors = (None, "#f6f4ee", "#f2c02a", "#f6f4ee", "#3f7fd0", "#f6f4ee")
    up = np.linspace(0.04, pi - 0.04, 15)
    for g, color in enumerate(colors):
        a = np.linspace(2 * pi * g / 6, 2 * pi * (g + 1) / 6, 7)
        rings = []
        for t in up:
            arc = np.stack(
                [
                    0.5 * sin(t) * np.sin(a),
                    np.full(7, 0.5 - 0.5 * cos(t)),
                    0.5 * sin(t) * np.cos(a),
                ],
                axis=1,
            )
            rings.append(np.concatenate([arc, [[0.0, 0.5 - 0.5 * cos(t), 0.0]]]))
        b.add(
            f"panel {g if color is None or g % 2 == 0 else 'white'}",
            loft(rings).scale(b.w, b.h, b.d),
            None if color is None else stuff("rubber", color),
            60,
        )
    for y in (0.004, 0.996):
        b.add(
            "caps",
            ball(0.1 * b.w, 0.02 * b.h, 0.1 * b.d, 0, y * b.h, 0),
            stuff("rubber", "#f6f4ee"),
        )


def toy_blocks(b: Draft) -> None:
    s = min(b.w / 2.3, b.h / 2, b.d)
    colors = (None, "#3f7fd0", "#f2c02a")
    places = ((-0.56, 0, 0, 4), (0.56, 0, 0, -6), (-0.02, 1, 0, 14))
    for (x, y, z, turn), color in zip(places, colors, strict=True):
        look = b.main if color is None else stuff("wood", color)
        b.add(
            f"block {color or 'main'}",
            soft(s, s, s, r=0.08 * s).yaw(turn).move(x * s, y * s, z),
            look,
        )
        for side in (0, 90, 180, 270):
            panel = box(0.72 * s, 0.72 * s, 0.02 * s, 0, 0.14 * s, 0.5 * s, bevel=0.005 * s).yaw(
                side + turn
            )
            b.add("panels", panel.move(x * s, y * s, z), CREAM)
        for mark in _letter("ABC"[colors.index(color)], s):
            b.add(f"letters {color or 'main'}", mark.yaw(turn).move(x * s, y * s, z), look)
    b.add(
        "panels",
        box(0.72 * s, 0.02 * s, 0.72 * s, 0, 0.99 * s, 0).yaw(14).move(-0.02 * s, s),
        CREAM,
    )


def _letter(letter: str, s: float) -> list[Mesh]:
    z, r = 0.515 * s, 0.045 * s
    if letter == "A":
        strokes = [
            ((-0.2, 0.24), (0, 0.76)),
            ((0.2, 0.24), (0, 0.76)),
            ((-0.12, 0.42), (0.12, 0.42)),
        ]
    elif letter == "B":
        strokes = [
            ((-0.16, 0.24), (-0.16, 0.76)),
            ((-0.16, 0.76), (0.1, 0.7)),
            ((0.1, 0.7), (0.1, 0.56)),
            ((0.1, 0.56), (-0.16, 0.5)),
            ((-0.16, 0.5), (0.15, 0.44)),
            ((0.15, 0.44), (0.15, 0.3)),
            ((0.15, 0.3), (-0.16, 0.24)),
        ]
    else:
        strokes = [
            ((0.18, 0.66), (0.02, 0.76)),
            ((0.02, 0.76), (-0.16, 0.64)),
            ((-0.16, 0.64), (-0.16, 0.36)),
            ((-0.16, 0.36), (0.02, 0.24)),
            ((0.02, 0.24), (0.18, 0.34)),
        ]
    return [rod((p[0] * s, p[1] * s, z), (q[0] * s, q[1] * s, z), r, n=6) for p, q in strokes]


def spinning_top(b: Draft) -> None:
    bands: list[tuple[str | None, list[tuple[float, float]]]] = [
        ("#d2aa70", [(0.01, 0.0), (0.05, 0.03), (0.12, 0.12)]),
        (None, [(0.12, 0.12), (0.4, 0.36), (0.47, 0.42)]),
        ("#f2c02a", [(0.47, 0.42), (0.5, 0.48), (0.48, 0.54)]),
        ("#3f7fd0", [(0.48, 0.54), (0.36, 0.62), (0.2, 0.67)]),
        (
            "#d2aa70",
            [(0.2, 0.67), (0.07, 0.7), (0.05, 0.92), (0.08, 0.95), (0.08, 0.98), (0.05, 1.0)],
        ),
    ]
    for i, (color, profile) in enumerate(bands):
        b.add(
            f"band {i}",
            lathe(profile, n=32).scale(b.w, b.h, b.d),
            None if color is None else stuff("wood", color),
            60,
        )


MODELS: dict[str, Family] = {
    "ball": play_ball,
    "toy blocks": toy_blocks,
    "spinning top": spinning_top,
}
