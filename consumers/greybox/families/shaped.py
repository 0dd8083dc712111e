"""Models in an outline that words gave: hexagonal tables, star-shaped rugs, L-shaped sofas.

What belongs here: the outlines, and one way of drawing for each group of nouns that takes them.
What does not: the words, which are in ``consumers/lexicon/phrases/shapes``.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

import numpy as np

from consumers.greybox.mesh import Floats, Mesh
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import circle, star
from consumers.greybox.solids import box, prism, rod, soft
from consumers.greybox.sweeps import loft
from consumers.lexicon.phrases.shapes import Shape

_POLYGONS: dict[str, tuple[int, float]] = {
    "round": (48, 0.0), "oval": (48, 0.0), "triangular": (3, 90.0), "pentagonal": (5, 90.0),
    "hexagonal": (6, 0.0), "octagonal": (8, 22.5), "square": (4, 45.0), "rectangular": (4, 45.0),
}  # fmt: skip
"""Corners, and degrees by which the first is turned."""


def shaped(noun: str, shape: Shape) -> Family | None:
    """What draws ``noun`` in ``shape``; None where its own model is to be taken."""
    for nouns, shapes, draws in _GROUPS:
        if noun in nouns and shape in shapes:
            return lambda b: draws(b, shape)
    return None


def outline(shape: str) -> Floats:
    """The outline of a shape in a unit square about the origin, counter-clockwise."""
    if shape in _POLYGONS:
        corners, turn = _POLYGONS[shape]
        points = _turned(circle(1.0, corners), turn)
    elif shape == "star":
        points = star(5, 1.0, 0.45)
    elif shape == "heart":
        points = _heart()
    else:
        half = np.linspace(0.0, pi, 25)
        points = np.stack([np.cos(half), np.sin(half)], axis=1)
    low, high = points.min(axis=0), points.max(axis=0)
    unit: Floats = (points - (low + high) / 2) / (high - low)
    return unit


def _turned(points: Floats, degrees: float) -> Floats:
    a = np.deg2rad(degrees)
    turn = np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])
    turned: Floats = points @ turn
    return turned


def _heart() -> Floats:
    """The usual parametric heart, its point down."""
    t = np.linspace(0.0, 2.0 * pi, 41)[:-1]
    x = 16.0 * np.sin(t) ** 3
    y = 13.0 * np.cos(t) - 5.0 * np.cos(2 * t) - 2.0 * np.cos(3 * t) - np.cos(4 * t)
    return np.stack([x, y], axis=1)[::-1]


def _slab(b: Draft, shape: str, share: float, y: float, thick: float) -> Mesh:
    """A level plate in the shape, ``share`` of the draft's footprint, standing on ``y``."""
    flat = outline(shape) * np.array([b.w * share, b.d * share])
    return prism(flat, thick, min(0.2 * thick, 0.004)).pitch(-90).move(0, y + thick / 2)


def _table(b: Draft, shape: str) -> None:
    top = min(0.06 * b.h + 0.005, 0.05)
    b.add("top", _slab(b, shape, 1.0, b.h - top, top))
    b.add("apron", _slab(b, shape, 0.8, b.h - top - 0.08 * b.h, 0.08 * b.h), b.tone(0.9))
    r, count = 0.03 * min(b.w, b.d), 3 if shape == "triangular" else 4
    reach = 0.24 if shape in {"triangular", "star", "heart", "half-round"} else 0.32
    for i in range(count):
        a = pi / count + i * 2 * pi / count if count == 4 else pi / 2 + i * 2 * pi / 3
        x, z = reach * b.w * cos(a), -reach * b.d * sin(a)
        b.add("legs", rod((x, 0, z), (x, b.h - top, z), r, r * 1.2), b.tone(0.84))


def _rug(b: Draft, shape: str) -> None:
    for share, height, tone in (
        (1.0, 0.7, 0.6),
        (0.93, 0.8, 1.45),
        (0.8, 0.9, 1.0),
        (0.3, 1.0, 1.5),
    ):
        surface = b.main if tone == 1.0 else b.tone(tone)
        b.add(f"weave {share}", _slab(b, shape, share, 0.0, height * b.h), surface)


def _padded(b: Draft, shape: str) -> None:
    """A cushion, a mattress, an ottoman: round at its edges, with a seam around the middle."""
    flat = outline(shape)
    edge = min(0.16, 0.5 * b.h / max(b.w, b.d))
    rings = []
    for a in np.linspace(-0.5 * pi, 0.5 * pi, 9):
        share = 1.0 - 2.0 * edge * (1.0 - cos(a))
        height = np.full(len(flat), b.h * (0.5 + 0.5 * sin(a)))
        rings.append(np.column_stack([flat[:, 0] * b.w * share, height, -flat[:, 1] * b.d * share]))
    b.add("body", loft(rings))
    b.add("seam", _slab(b, shape, 1.004, 0.49 * b.h, 0.03 * b.h), b.tone(0.7))


def _bed(b: Draft, shape: str) -> None:
    b.add("frame", _slab(b, shape, 1.0, 0.0, 0.3 * b.h), b.tone(0.7))
    b.add("mattress", _slab(b, shape, 0.95, 0.28 * b.h, 0.27 * b.h), stuff("fabric", "#f2efe8"))
    b.add("blanket", _slab(b, shape, 0.9, 0.5 * b.h, 0.05 * b.h))
    board = soft(0.7 * b.w, b.h, 0.08 * b.d, 0, 0, -0.46 * b.d)
    b.add("headboard", board, b.tone(0.8))
    for x in (-0.2, 0.2):
        pillow = soft(0.3 * b.w, 0.1 * b.h, 0.18 * b.d, x * b.w, 0.53 * b.h, -0.3 * b.d)
        b.add("pillows", pillow, stuff("fabric", "#ffffff"))


def _framed(b: Draft, shape: str) -> None:
    """A mirror, a picture, a window: a frame standing in the xy plane and what it holds."""
    size = np.array([b.w, b.h])
    b.add("frame", prism(outline(shape) * size, 0.7 * b.d, 0.1 * b.d).move(0, b.h / 2, -0.1 * b.d))
    b.add("mirror", prism(outline(shape) * size * 0.88, 0.5 * b.d, 0.05 * b.d)
          .move(0, b.h / 2, 0.22 * b.d), stuff("mirror", "#cfe0e8"))  # fmt: skip


def _arms(b: Draft, shape: str) -> list[tuple[float, float, float, float]]:
    """The level rectangles of an L or U as (width, depth, x, z): along the back, then the arms."""
    deep = 0.56 * b.d
    side = min(deep * 1.05, 0.36 * b.w)
    rest = b.d - deep
    arms = [(b.w, deep, 0.0, -(b.d - deep) / 2)]
    for sign in (-1,) if shape == "L" else (-1, 1):
        arms.append((side, rest, sign * (b.w - side) / 2, (b.d - rest) / 2))
    return arms


def _cornered_sofa(b: Draft, shape: str) -> None:
    thick = 0.12 * min(b.w, b.d)
    seat = 0.5 * b.h
    for w, d, x, z in _arms(b, shape):
        b.add("base", soft(w, 0.3 * b.h, d, x, 0.06 * b.h, z, 0.03 * b.h), b.tone(0.9))
        count = max(1, round(w / 0.75))
        for i in range(count):
            place = x + (i + 0.5 - count / 2) * w / count
            b.add("cushions", soft(w / count, seat - 0.33 * b.h, d, place, 0.33 * b.h, z))
    b.add("back", soft(b.w, b.h, thick, 0, 0, -(b.d - thick) / 2))
    for sign in (-1,) if shape == "L" else (-1, 1):
        b.add("back", soft(thick, b.h, b.d, sign * (b.w - thick) / 2, 0, 0))
    if shape == "L":
        deep = 0.56 * b.d
        arm = soft(thick, 0.7 * b.h, deep, (b.w - thick) / 2, 0, -(b.d - deep) / 2)
        b.add("arm", arm)


def _cornered_table(b: Draft, shape: str) -> None:
    top = 0.05 * b.h
    leg = 0.05 * b.h
    for w, d, x, z in _arms(b, shape):
        b.add("top", box(w, top, d, x, b.h - top, z, bevel=top * 0.2))
        for sx in (-1, 1):
            for sz in (-1, 1):
                post = box(leg, b.h - top, leg, x + sx * (w / 2 - leg), 0, z + sz * (d / 2 - leg))
                b.add("legs", post, b.tone(0.8))


def _pool(b: Draft, shape: str) -> None:
    b.add("rim", _slab(b, shape, 1.0, 0.0, b.h), stuff("stone", "#d8d4ca"))
    b.add("water", _slab(b, shape, 0.9, 0.3 * b.h, 0.71 * b.h), stuff("water", "#4fb3d9"))


_EVEN = frozenset({"round", "oval", "triangular", "pentagonal", "hexagonal", "octagonal",
                   "half-round", "heart", "star"})  # fmt: skip
_ALSO_SQUARE = _EVEN | {"square", "rectangular"}
_GROUPS: tuple[tuple[frozenset[str], frozenset[str], Callable[[Draft, str], None]], ...] = (
    (frozenset({"table", "coffee table", "side table", "desk", "round table", "stool", "nightstand",
                "kitchen island", "bench"}), _EVEN, _table),
    (frozenset({"rug"}), _EVEN, _rug),
    (frozenset({"cushion", "mattress", "ottoman"}), _EVEN, _padded),
    (frozenset({"bed"}), _EVEN, _bed),
    (frozenset({"mirror"}), _ALSO_SQUARE, _framed),
    (frozenset({"picture frame", "window"}), _EVEN, _framed),
    (frozenset({"swimming pool"}), _EVEN, _pool),
    (frozenset({"sofa"}), frozenset({"L", "U"}), _cornered_sofa),
    (frozenset({"table", "desk", "kitchen island", "bench", "coffee table"}),
     frozenset({"L", "U"}), _cornered_table),
)  # fmt: skip
"""Nouns, the shapes that they take, and what draws them so."""
