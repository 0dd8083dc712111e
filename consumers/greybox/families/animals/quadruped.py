"""Four-legged animals: one parametric body. Species are in ``species``, coats in ``coats``.

Lengths in ``Species`` are shares of the body length; the final fit makes them metres.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import sin

import numpy as np

from consumers.greybox.model import Draft, stuff
from consumers.greybox.solids import ball, rod
from consumers.greybox.sweeps import Point, curve, tube

DARK = stuff("skin", "#1c1a1a")


CREAM = stuff("fur", "#f6efe2")


HORN = stuff("bone", "#e8dcc0")


PINK = stuff("skin", "#e8a0a0")


Extra = Callable[[Draft, "Species"], None]


@dataclass(frozen=True)
class Species:
    """Shares of the body length.

    ``leg``: belly height; ``girth``: half height of the trunk; ``slim``: width against height;
    ``neck``: how far the head stands (up, forward) from the chest; ``head``: half height of the
    skull; ``muzzle``: its length in heads; ``ear``: kind and size in heads; ``tail``: kind and
    length.
    """

    leg: float = 0.5
    girth: float = 0.2
    slim: float = 0.8
    neck: tuple[float, float] = (0.22, 0.16)
    thick: float = 0.6
    head: float = 0.13
    muzzle: float = 1.1
    snout: float = 0.55
    ear: tuple[str, float] = ("point", 0.8)
    tail: tuple[str, float] = ("thin", 0.5)
    limb: float = 0.07
    hoof: bool = False
    feet: str | None = None
    belly: str | None = None
    face: str | None = None
    nose: str = "#1c1a1a"
    extras: tuple[Extra, ...] = ()

    @property
    def back(self) -> float:
        return self.leg + 2 * self.girth

    @property
    def skull(self) -> Point:
        """The centre of the head."""
        up, ahead = self.neck
        return (0.0, self.leg + self.girth * 1.35 + up, 0.44 + ahead)


def quadruped(b: Draft, s: Species) -> None:
    """Draw a species in units of its body length, trunk along z, head towards +Z."""
    _trunk(b, s)
    _head(b, s)
    _ears(b, s)
    _legs(b, s)
    _tail(b, s)
    for extra in s.extras:
        extra(b, s)


def _trunk(b: Draft, s: Species) -> None:
    y, g = s.leg + s.girth, s.girth
    shape = (
        (-0.5, 0.05, 0.62),
        (-0.42, 0.02, 0.9),
        (-0.22, 0, 1.0),
        (0.05, -0.02, 0.97),
        (0.3, 0, 1.02),
        (0.44, 0.04, 0.9),
        (0.52, 0.06, 0.6),
    )
    line: list[Point] = [(0, y + dy * g * 2, z) for z, dy, _ in shape]
    b.add("body", tube(line, [(g * s.slim * k, g * k) for _, _, k in shape], 16))
    if s.belly:
        under = ball(g * s.slim * 0.8, g * 0.6, 0.42, 0, y - g * 0.46, 0.02)
        b.add("belly", under, stuff("fur", s.belly))
    x, hy, hz = s.skull
    root: Point = (0, s.leg + s.girth * 1.15, 0.36)
    mid: Point = (0, root[1] * 0.45 + hy * 0.55 - 0.02, root[2] * 0.42 + hz * 0.5)
    neck = curve([root, mid, (x, hy, hz - 0.3 * s.head)], 3)
    big, small = s.girth * 0.82, max(s.head * s.thick * 1.1, 0.02)
    count = len(neck) - 1
    radii = [big + (small - big) * (i / count) ** 0.75 for i in range(count + 1)]
    b.add("body", tube(neck, [(r * max(s.slim, 0.75), r) for r in radii], 14))


def _head(b: Draft, s: Species) -> None:
    x, y, z = s.skull
    r = s.head
    b.add("head", ball(r * 0.86, r, r * 1.05, x, y, z))
    tip = z + r * (0.6 + s.muzzle)
    drop = r * 0.34
    k = s.snout
    line: list[Point] = [
        (0, y - 0.08 * r, z + 0.2 * r),
        (0, y - drop * 0.8, (z + tip) / 2 + 0.1 * r),
        (0, y - drop, tip),
    ]
    face = stuff("fur", s.face) if s.face else b.main
    b.add(
        "muzzle",
        tube(
            line, [(r * 0.76, r * 0.8), (r * (k + 0.14), r * (k + 0.12)), (r * k, r * k * 0.88)], 12
        ),
        face,
    )
    nose = ball(
        r * k * 0.5, r * k * 0.36, r * k * 0.36, 0, y - drop + r * k * 0.42, tip + r * k * 0.32
    )
    b.add("nose", nose, stuff("skin", s.nose))
    for sx in (-1, 1):
        eye = (sx * r * 0.56, y + r * 0.3, z + r * 0.78)
        b.add("eyes", ball(r * 0.15, x=eye[0], y=eye[1], z=eye[2], detail=1), DARK)


def _ears(b: Draft, s: Species) -> None:
    kind, size = s.ear
    _, y, z = s.skull
    r = s.head
    e = size * r
    if kind == "none":
        return
    if kind == "point":
        ear = tube(
            [(0, -0.2 * e, 0), (0, 0.3 * e, 0), (0, e, -0.05 * e)],
            [(e * 0.46, e * 0.16), (e * 0.36, e * 0.13), (e * 0.04, e * 0.03)],
            8,
        ).yaw(0)
        pair = ear.roll(-16).move(r * 0.52, y + r * 0.7, z - 0.05 * r)
    elif kind == "round":
        pair = ball(e * 0.5, e * 0.5, e * 0.22, r * 0.66, y + r * 0.82, z - 0.1 * r)
    elif kind == "flop":
        pair = ball(e * 0.16, e * 0.52, e * 0.3).roll(14).move(r * 0.88, y + 0.12 * r, z)
    elif kind == "long":
        pair = (
            ball(e * 0.16, e * 0.6, e * 0.1)
            .roll(-9)
            .move(r * 0.36, y + r * 0.8 + e * 0.45, z - 0.1 * r)
        )
    else:
        pair = (
            ball(e * 0.5, e * 0.24, e * 0.16)
            .roll(-8)
            .move(r * 0.75 + e * 0.36, y + r * 0.36, z - 0.2 * r)
        )
    b.add("ears", pair.pair(), b.tone(0.86))


def _legs(b: Draft, s: Species) -> None:
    top = s.leg + 0.75 * s.girth
    half = max(s.girth * s.slim - s.limb * 0.85, s.limb * 0.9)
    t = s.limb
    high = s.leg + 1.15 * s.girth
    for front, z in ((True, 0.34), (False, -0.36)):
        line: list[Point] = [(half * 0.5, high, z), (half * 0.96, top - 0.3 * s.girth, z)]
        if front:
            line += [(half, s.leg * 0.52, z + 0.01), (half, 0.3 * t, z)]
        else:
            line += [(half, s.leg * 0.6, z + 0.04), (half, s.leg * 0.36, z - 0.05)]
            line += [(half, 0.3 * t, z - 0.02)]
        widths = (1.3, 1.5, 0.95, 0.8, 0.7) if len(line) == 5 else (1.3, 1.4, 0.85, 0.7)
        depths = (1.6, 2.0, 1.2, 0.85, 0.7) if len(line) == 5 else (1.6, 1.75, 0.95, 0.7)
        line = curve(line, 3)
        at = np.linspace(0, len(widths) - 1, len(line))
        known = np.arange(len(widths))
        radii = [
            (t * float(w), t * float(d))
            for w, d in zip(np.interp(at, known, widths), np.interp(at, known, depths), strict=True)
        ]
        b.add("legs", tube(line, radii, 10).pair())
        foot = line[-1]
        if s.hoof:
            hoof = rod((half, 0, foot[2] + 0.1 * t), (half, 0.9 * t, foot[2]), t * 0.95, t * 0.8)
            b.add("hooves", hoof.pair(), DARK)
        else:
            paw = ball(t * 1.0, t * 0.62, t * 1.35, half, t * 0.5, foot[2] + 0.5 * t, detail=1)
            b.add("paws", paw.pair(), stuff("fur", s.feet) if s.feet else b.main)


def _tail(b: Draft, s: Species) -> None:
    kind, long = s.tail
    y, z = s.leg + 1.6 * s.girth, -0.5
    if kind == "stub":
        b.add("tail", ball(long, long, long, 0, y, z - 0.4 * long, detail=1), b.tone(1.2))
        return
    shapes: dict[str, list[Point]] = {
        "thin": [(0, y, z), (0, y - 0.3 * long, z - 0.32 * long), (0, y - long, z - 0.36 * long)],
        "up": [
            (0, y, z),
            (0, y + 0.3 * long, z - 0.55 * long),
            (0.05, y + 0.75 * long, z - 0.6 * long),
            (0.1, y + long, z - 0.3 * long),
        ],
        "wag": [
            (0, y, z + 0.03),
            (0, y + 0.35 * long, z - 0.45 * long),
            (0, y + 0.9 * long, z - 0.6 * long),
        ],
        "bush": [
            (0, y, z + 0.02),
            (0, y - 0.25 * long, z - 0.4 * long),
            (0, y - 0.3 * long, z - 0.8 * long),
            (0, y - 0.15 * long, z - long),
        ],
        "hair": [
            (0, y, z),
            (0, y - 0.15 * long, z - 0.22 * long),
            (0, y - 0.6 * long, z - 0.32 * long),
            (0, y - long, z - 0.3 * long),
        ],
        "curl": [
            (0, y, z),
            (0.03, y + 0.06, z - 0.06),
            (0.0, y + 0.1, z - 0.02),
            (-0.03, y + 0.06, z - 0.02),
            (0, y + 0.02, z - 0.09),
        ],
    }
    line = curve(shapes[kind], 3)
    n = len(line) - 1
    t = s.limb
    if kind in ("bush", "hair"):
        radii = [
            t
            * (0.5 + 1.1 * sin(3.14 * min(1.0, (i + 0.6) / n) ** 0.8))
            * (1.0 if kind == "bush" else 0.8)
            for i in range(n + 1)
        ]
    else:
        radii = [t * (0.6 - 0.25 * i / n) for i in range(n + 1)]
    b.add("tail", tube(line, radii, 10), b.tone(0.55) if kind == "hair" else None)
    if kind == "thin" and s.hoof:
        x, ty, tz = line[-1]
        b.add("tuft", ball(t * 0.8, t * 1.6, t * 0.8, x, ty, tz, detail=1), b.tone(0.5))
