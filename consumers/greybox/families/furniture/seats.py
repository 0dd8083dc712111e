"""Things to sit on: chairs, stools, benches, sofas."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import (
    BLACK,
    DARK_METAL,
    DARK_WOOD,
    STEEL,
    round_legs,
    square_legs,
)
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, ring, rod, soft
from consumers.greybox.sweeps import curve, tube
from consumers.lexicon.words.materials import Material


def chair(b: Draft) -> None:
    t = 0.085 * min(b.w, b.d)
    seat = b.h * 0.5
    thick = 0.045 * b.h
    b.add("seat", soft(b.w, thick, b.d * 0.94, 0, seat - thick, b.d * 0.03, thick * 0.4))
    wood = b.tone(0.86)
    for sx in (-1, 1):
        x = sx * (b.w - t) / 2
        front = box(t, seat - thick, t, x * 0.94, 0, b.d / 2 - t * 0.9, bevel=t * 0.15)
        b.add("legs", front, wood)
        back = tube(
            [(x * 0.94, t * 0.2, -b.d * 0.5 + t), (x, seat, -b.d * 0.45 + t), (x, b.h, -b.d / 2)],
            [(t * 0.42, t * 0.42), (t * 0.55, t * 0.55), (t * 0.42, t * 0.42)],
            8,
            tip=0.2,
        )
        b.add("legs", back, wood)
    lean = 6.0
    for y, tall in ((0.86, 0.13), (0.66, 0.075)):
        slat = soft(b.w - t * 1.6, b.h * tall, t * 0.5, 0, 0, 0, t * 0.2)
        b.add("back", slat.pitch(-lean).move(0, b.h * y, -b.d * (0.38 + 0.11 * y) + t))
    for sx in (-1, 1):
        rail = box(t * 0.5, t * 0.6, b.d * 0.8, sx * (b.w - t) / 2 * 0.96, seat * 0.42)
        b.add("legs", rail, wood)
    b.add("legs", box(b.w * 0.86, t * 0.6, t * 0.5, 0, seat * 0.42, b.d * 0.05), wood)


def _upholstered(b: Draft, places: int) -> None:
    """A sofa or armchair: base, arms, back, and a seat and a back cushion a place."""
    arm = min(0.17 * b.w, 0.3 * b.d, 0.2)
    foot = 0.1 * b.h
    seat = b.h * (0.5 if places > 1 else 0.46)
    cushion = 0.17 * b.h
    back = 0.24 * b.d
    inner = b.w - 2 * arm
    b.add("feet", round_legs(b.w * 0.94, b.d * 0.9, foot * 1.2, 0.03 * b.h), DARK_WOOD)
    base = soft(b.w - arm, seat - cushion - foot, b.d * 0.96, 0, foot, 0, 0.05 * b.h)
    b.add("frame", base, b.tone(0.9))
    for s in (-1, 1):
        side = soft(arm, b.h * 0.68 - foot, b.d * 0.98, s * (b.w - arm) / 2, foot, 0, arm * 0.42)
        b.add("arms", side)
    rest = soft(b.w - arm * 0.6, b.h * 0.9 - foot, back, 0, foot, -b.d / 2 + back / 2, back * 0.4)
    b.add("back", rest)
    share = inner / places
    for i in range(places):
        x = -inner / 2 + share * (i + 0.5)
        depth = b.d - back * 0.9
        pad = soft(
            share * 0.985, cushion, depth, x, seat - cushion, back * 0.45, cushion * 0.4, 0.05
        )
        b.add("cushions", pad, b.tone(1.12))
        tall = b.h - seat
        pillow = soft(share * 0.97, tall, 0.2 * b.d, 0, 0, 0, 0.085 * b.d, 0.12).pitch(-12)
        b.add("cushions", pillow.move(x, seat - 0.02 * b.h, -b.d / 2 + back * 1.15))


def sofa(b: Draft) -> None:
    _upholstered(b, max(2, min(4, round(b.w / 0.85))))


def armchair(b: Draft) -> None:
    _upholstered(b, 1)


def office_chair(b: Draft) -> None:
    r = 0.5 * min(b.w, b.d)
    seat, foot = b.h * 0.45, 0.05 * b.h
    for i in range(5):
        a = 2 * pi * i / 5 + pi / 2
        x, z = r * 0.86 * sin(a), r * 0.86 * cos(a)
        b.add("base", rod((0, foot * 1.9, 0), (x, foot * 1.2, z), r * 0.09, r * 0.06), DARK_METAL)
        b.add("castors", ball(foot * 0.5, x=x, y=foot * 0.5, z=z, detail=1), BLACK)
    b.add("post", cylinder(r * 0.1, seat - foot * 2, 0, foot * 1.2, n=14), STEEL)
    pad = 0.09 * b.h
    b.add("seat", soft(b.w * 0.76, pad, b.d * 0.72, 0, seat - pad, b.d * 0.04, pad * 0.48))
    rest = soft(b.w * 0.68, b.h * 0.46, 0.1 * b.d, 0, 0, 0, 0.05 * b.d, 0.06).pitch(-8)
    b.add("back", rest.move(0, b.h * 0.53, -b.d * 0.3))
    b.add("post", box(r * 0.18, b.h * 0.3, r * 0.08, 0, seat - pad, -b.d * 0.32), DARK_METAL)
    for s in (-1, 1):
        x = s * b.w * 0.42
        b.add("arms", rod((x * 0.85, seat - pad, 0), (x, seat + 0.17 * b.h, 0), r * 0.06), BLACK)
        b.add("arms", soft(r * 0.17, r * 0.1, b.d * 0.4, x, seat + 0.17 * b.h, 0, r * 0.05), BLACK)


def rocking_chair(b: Draft) -> None:
    seat, t = b.h * 0.42, 0.05 * b.w
    for s in (-1, 1):
        x = s * (b.w / 2 - t)
        rocker = curve(
            [
                (x, 0.13 * b.h, -b.d / 2),
                (x, t, -b.d * 0.2),
                (x, t, b.d * 0.15),
                (x, 0.1 * b.h, b.d / 2),
            ]
        )
        b.add("rockers", tube(rocker, t * 0.7, 8), b.tone(0.8))
        for z in (-0.24, 0.24):
            b.add("legs", rod((x, t * 1.4, z * b.d * 1.15), (x * 0.9, seat, z * b.d), t * 0.6))
        b.add("legs", rod((x, seat, 0.2 * b.d), (x, seat + 0.24 * b.h, 0.24 * b.d), t * 0.5))
        arm = box(t * 1.6, t * 0.8, b.d * 0.56, x, seat + 0.24 * b.h, 0.02 * b.d)
        b.add("arms", arm)
        b.add("back", rod((x * 0.86, seat, -0.24 * b.d), (x * 0.86, b.h, -0.44 * b.d), t * 0.65))
    b.add("seat", soft(b.w * 0.86, t * 1.1, b.d * 0.6, 0, seat - t * 1.1, 0, t * 0.5))
    for i in range(5):
        x = (i - 2) * b.w * 0.14
        b.add("back", rod((x, seat, -0.24 * b.d), (x, b.h * 0.95, -0.42 * b.d), t * 0.36, n=8))
    top = soft(b.w * 0.84, 0.12 * b.h, t, 0, 0, 0, t * 0.45).pitch(-12)
    b.add("back", top.move(0, b.h * 0.88, -0.41 * b.d))


def throne(b: Draft) -> None:
    gold, seat = stuff("gold"), b.h * 0.35
    t = 0.13 * b.w
    b.add("step", box(b.w, 0.05 * b.h, b.d), stuff("stone", "#6f6a66"))
    b.add("frame", box(b.w * 0.9, seat - 0.12 * b.h, b.d * 0.78, 0, 0.05 * b.h, 0), gold)
    b.add("cushion", soft(b.w * 0.68, 0.08 * b.h, b.d * 0.72, 0, seat - 0.08 * b.h, 0.05 * b.d))
    b.add("frame", box(b.w * 0.82, b.h * 0.84, t * 0.6, 0, 0.05 * b.h, -b.d * 0.36), gold)
    pad = soft(b.w * 0.58, b.h * 0.42, t * 0.6, 0, seat + 0.06 * b.h, -b.d * 0.31, t * 0.25, 0.1)
    b.add("cushion", pad)
    for s in (-1, 1):
        x = s * b.w * 0.4
        b.add("frame", cylinder(t * 0.36, b.h * 0.88, x, 0.05 * b.h, -b.d * 0.36, n=14), gold)
        b.add("frame", ball(t * 0.5, x=x, y=b.h * 0.95, z=-b.d * 0.36), gold)
        b.add("frame", box(t, t * 0.7, b.d * 0.74, x, seat + 0.1 * b.h, 0), gold)
        b.add("frame", cylinder(t * 0.4, seat + 0.07 * b.h, x, 0.05 * b.h, b.d * 0.33), gold)
        b.add("frame", ball(t * 0.6, x=x, y=seat + 0.15 * b.h, z=b.d * 0.36), gold)
    b.add("frame", ball(t * 0.9, t * 1.1, t * 0.5, 0, b.h * 0.9, -b.d * 0.36), gold)
    b.add("jewel", ball(t * 0.45, x=0, y=b.h * 0.905, z=-b.d * 0.32), stuff("crystal", "#c01f3a"))


def stool(b: Draft) -> None:
    thick = 0.1 * b.h
    w = min(b.w, b.d)
    b.add("seat", cylinder(w / 2, thick, 0, b.h - thick, n=28).scale(b.w / w, 1, b.d / w))
    legs = round_legs(b.w * 0.96, b.d * 0.96, b.h - thick * 0.7, 0.055 * w, 0.13 * w)
    b.add("legs", legs, b.tone(0.82))
    hoop = ring(w * 0.36, w * 0.022, y=b.h * 0.33).scale(b.w / w, 1, b.d / w)
    b.add("rungs", hoop, b.tone(0.82))


def bar_stool(b: Draft) -> None:
    r, pad = min(b.w, b.d) / 2, 0.09 * b.h
    b.add("foot", cylinder(r, 0.03 * b.h, n=28), STEEL)
    b.add("post", cylinder(r * 0.11, b.h - pad * 1.2, 0, 0.02 * b.h, n=14), STEEL)
    b.add("footrest", ring(r * 0.6, r * 0.06, y=b.h * 0.32), STEEL)
    b.add("footrest", rod((-r * 0.6, b.h * 0.32, 0), (r * 0.6, b.h * 0.32, 0), r * 0.05), STEEL)
    b.add("seat", cylinder(r * 0.94, pad, 0, b.h - pad, n=28))


def bench(b: Draft) -> None:
    thick, t = 0.12 * b.h, 0.16 * b.d
    for i in range(3):
        plank = box(b.w, thick, b.d * 0.32, 0, b.h - thick, (i - 1) * b.d * 0.34)
        b.add("seat", plank)
    legs = square_legs(b.w * 0.88, b.d * 0.9, b.h - thick, t, 0.8)
    b.add("legs", legs, b.tone(0.8))
    b.add("legs", box(b.w * 0.8, t * 0.7, t * 0.5, 0, b.h * 0.25), b.tone(0.8))


def park_bench(b: Draft) -> None:
    seat, t = b.h * 0.52, 0.045 * b.d + 0.01
    iron = stuff("iron", "#2f3338")
    for i in range(4):
        z = -b.d * 0.16 + i * b.d * 0.185
        b.add("slats", box(b.w, t, b.d * 0.155, 0, seat - t, z, bevel=t * 0.25))
    for i in range(3):
        slat = box(b.w, b.h * 0.11, t, bevel=t * 0.25).pitch(-14)
        b.add("slats", slat.move(0, seat + b.h * (0.06 + 0.145 * i), -b.d * (0.27 + 0.045 * i)))
    for x in (-b.w * 0.42, b.w * 0.42):
        _bench_side(b, x, seat, t, iron)


def _bench_side(b: Draft, x: float, seat: float, t: float, iron: Material) -> None:
    back = curve(
        [(x, 0.02 * b.h, -b.d * 0.42), (x, seat * 0.8, -b.d * 0.25), (x, b.h, -b.d * 0.44)]
    )
    b.add("sides", tube(back, t * 0.7, 8), iron)
    front = curve(
        [(x, 0.02 * b.h, b.d * 0.47), (x, seat * 0.6, b.d * 0.4), (x, seat - t, b.d * 0.42)]
    )
    b.add("sides", tube(front, t * 0.7, 8), iron)
    b.add(
        "sides",
        rod((x, seat - t * 1.5, -b.d * 0.25), (x, seat - t * 1.5, b.d * 0.44), t * 0.6),
        iron,
    )
    arm = curve(
        [
            (x, seat - t, b.d * 0.4),
            (x, seat + 0.22 * b.h, b.d * 0.42),
            (x, seat + 0.24 * b.h, -b.d * 0.3),
        ]
    )
    b.add("sides", tube(arm, t * 0.6, 8), iron)


def ottoman(b: Draft) -> None:
    foot = 0.14 * b.h
    b.add("feet", round_legs(b.w * 0.86, b.d * 0.86, foot * 1.2, 0.04 * b.w), DARK_WOOD)
    b.add("body", soft(b.w * 0.97, b.h * 0.6, b.d * 0.97, 0, foot, 0, 0.08 * b.h), b.tone(0.88))
    b.add("cushion", soft(b.w, b.h * 0.3, b.d, 0, b.h * 0.7, 0, 0.13 * b.h))
    button = ball(0.03 * b.w, 0.012 * b.h, x=0, y=b.h * 0.99, detail=1)
    b.add("button", button, b.tone(0.7))


MODELS: dict[str, Family] = {
    "chair": chair,
    "armchair": armchair,
    "office chair": office_chair,
    "rocking chair": rocking_chair,
    "throne": throne,
    "stool": stool,
    "bar stool": bar_stool,
    "bench": bench,
    "park bench": park_bench,
    "sofa": sofa,
    "ottoman": ottoman,
}
