"""Plain solids: cube, block, sphere, cylinder, cone, pyramid, capsule, torus, plane."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.model import Draft, Family
from consumers.greybox.solids import ball, soft
from consumers.greybox.sweeps import hoop, lathe

_SHARP = 30.0
"""Degrees between faces up to which a solid's surface is round."""


def _cube(b: Draft) -> None:
    b.add("solid", soft(b.w, b.h, b.d, r=0.012 * min(b.w, b.h, b.d)), crease=_SHARP)


def _sphere(b: Draft) -> None:
    b.add("solid", ball(b.w / 2, b.h / 2, b.d / 2, y=b.h / 2, detail=3))


def _turned(b: Draft, profile: list[tuple[float, float]], n: int = 48) -> None:
    """A lathe in unit size, stretched to the draft's."""
    b.add("solid", lathe(profile, n=n).scale(b.w, b.h, b.d), crease=_SHARP)


def _cylinder(b: Draft) -> None:
    _turned(b, [(0.5, 0.0), (0.5, 0.5), (0.5, 1.0)])


def _cone(b: Draft) -> None:
    _turned(b, [(0.5, 0.0), (0.25, 0.5), (0.0, 1.0)])


def _pyramid(b: Draft) -> None:
    steps = [(0.5 * 2**0.5 * (1 - i / 16), i / 16) for i in range(17)]
    b.add("solid", lathe(steps, n=4).yaw(45).scale(b.w, b.h, b.d), crease=_SHARP)


def _capsule(b: Draft) -> None:
    r = min(b.w, b.d) / 2 / max(b.h, 1e-6)
    cap = [(0.5 * sin(a), r * (1 - cos(a))) for a in (i * pi / 16 for i in range(9))]
    high = [(radius, 1.0 - y) for radius, y in reversed(cap)]
    _turned(b, [*cap, *high])


def _torus(b: Draft) -> None:
    tube = 0.14
    line = [(0.5 - tube + tube * cos(a), tube + tube * sin(a))
            for a in (i * 2 * pi / 16 for i in range(16))]  # fmt: skip
    b.add("solid", hoop(line, 40).scale(b.w, b.h / (2 * tube), b.d))


MODELS: dict[str, Family] = {
    "cube": _cube,
    "block": _cube,
    "sphere": _sphere,
    "cylinder": _cylinder,
    "cone": _cone,
    "solid pyramid": _pyramid,
    "capsule": _capsule,
    "torus": _torus,
    "flat plane": _cube,
}
