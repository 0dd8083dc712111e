"""What stands about yards and airfields: jetties, containers, bales, baths, towers."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.buildings.fittings import PANE
from consumers.greybox.families.furniture.joinery import DARK_METAL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, rod, soft
from consumers.greybox.sweeps import lathe


def jetty(b: Draft) -> None:
    """Planks on beams on piles, which stand a little above the deck."""
    deck, count = 0.1 * b.h, max(8, min(40, round(b.d / 0.25)))
    for i in range(count):
        z = (i + 0.5 - count / 2) * b.d / count
        plank = box(0.94 * b.w, deck, 0.9 * b.d / count, 0, b.h - deck, z)
        b.add("planks", plank, b.tone((1.0, 1.1, 0.93)[i % 3]))
    for s in (-1, 1):
        b.add(
            "beams",
            box(0.08 * b.w, 0.14 * b.h, 0.98 * b.d, s * 0.36 * b.w, b.h - 2.3 * deck),
            b.tone(0.75),
        )
        for z in (-0.46, -0.15, 0.15, 0.46):
            b.add(
                "piles",
                cylinder(0.05 * b.w, b.h * 0.99, s * 0.45 * b.w, 0, z * b.d, n=12),
                b.tone(0.6),
            )


def container(b: Draft) -> None:
    """Corrugated walls between posts, double doors with bars at the front."""
    t = 0.035 * b.w
    b.add("body", box(b.w - t, b.h - t, b.d - t, 0, t / 2))
    for y in (0.0, b.h - 1.6 * t):
        b.add("frame", box(b.w, 1.6 * t, b.d, 0, y), b.tone(0.85))
    for sx in (-1, 1):
        for sz in (-1, 1):
            post = box(1.6 * t, b.h, 1.6 * t, sx * (b.w / 2 - 0.8 * t), 0, sz * (b.d / 2 - 0.8 * t))
            b.add("frame", post, b.tone(0.85))
    count = 22
    for i in range(count):
        z = (i + 0.5 - count / 2) * (b.d - 4 * t) / count
        rib = box(t, b.h - 3.2 * t, 0.5 * b.d / count, b.w / 2 - 0.5 * t, 1.6 * t, z, bevel=0.3 * t)
        b.add("ribs", rib.pair())
    for s in (-1, 1):
        b.add(
            "doors",
            box(0.44 * b.w, b.h - 4 * t, t, s * 0.23 * b.w, 2 * t, b.d / 2 - 0.6 * t),
            b.tone(1.08),
        )
        for x in (0.12, 0.34):
            bar = rod(
                (s * x * b.w, 2 * t, b.d / 2), (s * x * b.w, b.h - 2 * t, b.d / 2), 0.35 * t, n=8
            )
            b.add("bars", bar, stuff("steel"))
            b.add(
                "bars", box(0.1 * b.w, t, 0.5 * t, s * x * b.w, 0.42 * b.h, b.d / 2), stuff("steel")
            )


def hay_bale(b: Draft) -> None:
    """A pressed block of straw with two strings and loose ends."""
    b.add("straw", soft(b.w * 0.97, b.h, b.d * 0.97, 0, 0, 0, 0.06 * b.h))
    for x in (-0.22, 0.22):
        b.add(
            "strings",
            soft(0.012 * b.w, b.h * 1.005, b.d * 0.985, x * b.w, -0.002 * b.h, 0, 0.06 * b.h),
            stuff("fabric", "#a8542f"),
        )
    for i in range(60):
        side, top = b.rng.uniform(-0.48, 0.48), i % 2
        p = (
            side * b.w,
            b.h * (0.995 if top else b.rng.uniform(0.1, 0.9)),
            (b.rng.uniform(-0.45, 0.45) if top else 0.485) * b.d,
        )
        q = (
            p[0] + b.rng.uniform(-0.05, 0.05) * b.w,
            min(p[1] + 0.01 * b.h, b.h),
            min(p[2] + b.rng.uniform(0.0, 0.02) * b.d, 0.5 * b.d),
        )
        b.add("ends", rod(p, q, 0.004 * b.w, n=4), b.tone(1.2))


def bird_bath(b: Draft) -> None:
    """A shallow bowl of water on a turned pillar."""
    r = min(b.w, b.d) / 2
    side = [
        (0.62, 0),
        (0.62, 0.05),
        (0.4, 0.1),
        (0.24, 0.18),
        (0.2, 0.5),
        (0.3, 0.72),
        (0.36, 0.78),
    ]
    b.add("pillar", lathe([(r * x, b.h * y) for x, y in side], n=24))
    bowl = [(0.3, 0.76), (0.8, 0.86), (1.0, 0.97), (1.0, 1.0), (0.92, 1.0), (0.7, 0.9), (0.0, 0.87)]
    b.add("bowl", lathe([(r * x, b.h * y) for x, y in bowl], n=32))
    b.add("water", cylinder(0.86 * r, 0.02 * b.h, 0, 0.94 * b.h, n=32), stuff("water"))


def trough(b: Draft) -> None:
    """A long box of planks on two trestles, full of water."""
    t = 0.08 * b.w
    for s in (-1, 1):
        b.add(
            "sides",
            box(t, 0.62 * b.h, b.d, 0, -0.31 * b.h).roll(-8 * s).move(s * 0.42 * b.w, 0.66 * b.h),
        )
        b.add("ends", box(0.82 * b.w, 0.56 * b.h, t, 0, 0.4 * b.h, s * 0.47 * b.d), b.tone(0.92))
        for x in (-0.34, 0.34):
            b.add(
                "legs", box(1.2 * t, 0.45 * b.h, 1.4 * t, x * b.w, 0, s * 0.36 * b.d), b.tone(0.8)
            )
        b.add("legs", box(0.8 * b.w, t, 1.4 * t, 0, 0.3 * b.h, s * 0.36 * b.d), b.tone(0.8))
    b.add("bottom", box(0.76 * b.w, t, 0.94 * b.d, 0, 0.38 * b.h), b.tone(0.9))
    b.add("water", box(0.78 * b.w, 0.4 * b.h, 0.9 * b.d, 0, 0.44 * b.h), stuff("water"))


def control_tower(b: Draft) -> None:
    """A concrete shaft with a wide glazed cab on top."""
    r = min(b.w, b.d) / 2
    b.add("base", box(b.w * 0.9, 0.14 * b.h, b.d * 0.9), b.tone(0.9))
    b.add(
        "shaft",
        lathe(
            [
                (0.5 * r, 0.1 * b.h),
                (0.36 * r, 0.4 * b.h),
                (0.36 * r, 0.72 * b.h),
                (0.7 * r, 0.77 * b.h),
            ],
            n=24,
        ),
    )
    b.add(
        "deck",
        lathe(
            [(0.8 * r, 0.76 * b.h), (r, 0.78 * b.h), (r, 0.8 * b.h), (0.7 * r, 0.8 * b.h)], n=8
        ).yaw(22.5),
        b.tone(0.85),
        20,
    )
    b.add("glass", lathe([(0.7 * r, 0.8 * b.h), (0.9 * r, 0.9 * b.h)], n=8).yaw(22.5), PANE, 20)
    for i in range(8):
        a = pi * (i + 0.5) / 4
        b.add(
            "bars",
            rod(
                (0.7 * r * sin(a), 0.8 * b.h, 0.7 * r * cos(a)),
                (0.9 * r * sin(a), 0.9 * b.h, 0.9 * r * cos(a)),
                0.025 * r,
                n=6,
            ),
            DARK_METAL,
        )
    b.add(
        "roof",
        lathe([(0.97 * r, 0.9 * b.h), (0.97 * r, 0.92 * b.h), (0.3 * r, 0.935 * b.h)], n=8).yaw(
            22.5
        ),
        b.tone(0.8),
        20,
    )
    b.add("mast", rod((0, 0.92 * b.h, 0), (0, 0.995 * b.h, 0), 0.03 * r, 0.015 * r), DARK_METAL)
    b.add("lamp", ball(0.04 * r, x=0, y=0.99 * b.h, z=0, detail=1), stuff("light", "#ff5a4a"))
    for k in range(4):
        b.add(
            "windows",
            box(
                0.16 * r,
                0.03 * b.h,
                0.1 * r,
                0,
                (0.2 + 0.13 * k) * b.h,
                0.38 * r + 0.1 * r * (k < 1),
            ),
            PANE,
        )


MODELS: dict[str, Family] = {
    "jetty": jetty,
    "shipping container": container,
    "hay bale": hay_bale,
    "bird bath": bird_bath,
    "trough": trough,
    "control tower": control_tower,
}
