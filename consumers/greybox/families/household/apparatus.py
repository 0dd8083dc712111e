"""Machines of kitchens and laboratories: mixers, centrifuges, fume hoods, compressors."""

from __future__ import annotations

from math import cos, sin

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, box, cylinder, disc, ring, rod, soft
from consumers.greybox.sweeps import Point, curve, lathe, tube


def dough_mixer(b: Draft) -> None:
    """A stand mixer: a foot, a column, a rounded head over a steel bowl with a dough hook."""
    b.add("foot", soft(0.7 * b.w, 0.12 * b.h, 0.94 * b.d, 0, 0, 0, 0.05 * b.h))
    b.add("column", soft(0.42 * b.w, 0.6 * b.h, 0.24 * b.d, 0, 0.08 * b.h, -0.33 * b.d, 0.08 * b.d))
    b.add("head", soft(0.52 * b.w, 0.32 * b.h, 0.96 * b.d, 0, 0.66 * b.h, 0, 0.15 * b.h))
    b.add(
        "band",
        soft(0.53 * b.w, 0.03 * b.h, 0.9 * b.d, 0, 0.78 * b.h, 0, 0.01 * b.h),
        stuff("chrome"),
    )
    b.add("hub", disc(0.11 * b.w, 0.04 * b.d, 0, 0.82 * b.h, 0.48 * b.d, 20), stuff("chrome"))
    side = [
        (0.4, 0.13),
        (0.5, 0.16),
        (0.72, 0.3),
        (0.84, 0.52),
        (0.86, 0.53),
        (0.8, 0.52),
        (0.6, 0.26),
        (0, 0.2),
    ]
    b.add("bowl", lathe([(0.5 * b.w * x, b.h * y) for x, y in side], 0, 0, 0.14 * b.d, 28), STEEL)
    b.add("shaft", cylinder(0.05 * b.w, 0.18 * b.h, 0, 0.5 * b.h, 0.14 * b.d, n=12), STEEL)
    hook = curve(
        [
            (0, 0.52 * b.h, 0.14 * b.d),
            (0.1 * b.w, 0.42 * b.h, 0.16 * b.d),
            (-0.06 * b.w, 0.34 * b.h, 0.12 * b.d),
            (0.06 * b.w, 0.28 * b.h, 0.16 * b.d),
        ],
        5,
    )
    b.add("hook", tube(hook, 0.03 * b.w, 8), STEEL)
    b.add("knob", axle(0.05 * b.w, 0.08 * b.w, 0.27 * b.w, 0.72 * b.h, -0.2 * b.d, 16), BLACK)
    b.add(
        "lever",
        rod((0.2 * b.w, 0.4 * b.h, -0.34 * b.d), (0.32 * b.w, 0.4 * b.h, -0.34 * b.d), 0.03 * b.w),
        BLACK,
    )


def centrifuge(b: Draft) -> None:
    """A rounded box with a round lid, a window in it, and a sloping panel in front."""
    b.add("body", soft(b.w, 0.86 * b.h, b.d, 0, 0, 0, 0.1 * b.h))
    r = 0.4 * min(b.w, b.d)
    b.add("lid", cylinder(r, 0.14 * b.h, 0, 0.85 * b.h, -0.04 * b.d, 0.92 * r, 32), b.tone(0.82))
    b.add("rim", ring(0.95 * r, 0.03 * r, 0, 0.9 * b.h, -0.04 * b.d, 32), DARK_METAL)
    b.add(
        "window",
        cylinder(0.3 * r, 0.145 * b.h, 0, 0.853 * b.h, -0.04 * b.d, n=24),
        stuff("glass", "#4a6a80"),
    )
    b.add(
        "latch",
        soft(0.2 * b.w, 0.06 * b.h, 0.1 * b.d, 0, 0.84 * b.h, 0.4 * b.d, 0.02 * b.h),
        DARK_METAL,
    )
    b.add("panel", box(0.8 * b.w, 0.3 * b.h, 0.02 * b.d, 0, 0.46 * b.h, 0.495 * b.d), b.tone(0.55))
    b.add(
        "display",
        box(0.34 * b.w, 0.16 * b.h, 0.03 * b.d, -0.18 * b.w, 0.53 * b.h, 0.495 * b.d),
        stuff("light", "#7fe0c0"),
    )
    b.add("dial", disc(0.07 * b.w, 0.05 * b.d, 0.14 * b.w, 0.61 * b.h, 0.51 * b.d, 20), BLACK)
    for i in range(2):
        key = disc(0.03 * b.w, 0.04 * b.d, (0.26 + 0.08 * i) * b.w, 0.61 * b.h, 0.505 * b.d, 14)
        b.add(f"key {i}", key, stuff("plastic", ("#4aa85a", "#d8403a")[i]))
    for i in range(6):
        b.add(
            "slots",
            box(0.5 * b.w, 0.02 * b.h, 0.01 * b.d, 0, (0.12 + 0.05 * i) * b.h, 0.498 * b.d),
            DARK_METAL,
        )


def fume_hood(b: Draft) -> None:
    """A cabinet, a worktop, a glazed chamber with a half-raised sash, a duct above."""
    b.add("cabinet", box(0.96 * b.w, 0.36 * b.h, 0.9 * b.d, 0, 0, -0.03 * b.d))
    for s in (-1, 1):
        b.add(
            "doors",
            box(0.44 * b.w, 0.3 * b.h, 0.03 * b.d, s * 0.235 * b.w, 0.03 * b.h, 0.425 * b.d),
            b.tone(0.94),
        )
        b.add(
            "handles",
            box(0.02 * b.w, 0.1 * b.h, 0.03 * b.d, s * 0.06 * b.w, 0.16 * b.h, 0.45 * b.d),
            STEEL,
        )
    b.add("top", box(b.w, 0.035 * b.h, b.d, 0, 0.36 * b.h), stuff("stone", "#3a3f45"))
    for s in (-1, 1):
        b.add(
            "sides",
            box(0.08 * b.w, 0.5 * b.h, 0.86 * b.d, s * 0.46 * b.w, 0.395 * b.h, -0.05 * b.d),
        )
        b.add(
            "taps",
            rod(
                (s * 0.46 * b.w, 0.5 * b.h, 0.38 * b.d),
                (s * 0.46 * b.w, 0.5 * b.h, 0.44 * b.d),
                0.012 * b.w,
            ),
            stuff("paint", "#f2b03a" if s > 0 else "#3a6fc4"),
        )
    b.add("back", box(0.9 * b.w, 0.5 * b.h, 0.04 * b.d, 0, 0.395 * b.h, -0.44 * b.d), b.tone(0.85))
    b.add("roof", box(b.w, 0.09 * b.h, 0.9 * b.d, 0, 0.895 * b.h, -0.03 * b.d))
    b.add("sash", box(0.84 * b.w, 0.3 * b.h, 0.015 * b.d, 0, 0.6 * b.h, 0.36 * b.d), stuff("glass"))
    b.add("bar", box(0.84 * b.w, 0.02 * b.h, 0.03 * b.d, 0, 0.59 * b.h, 0.365 * b.d), STEEL)
    b.add(
        "panel", box(0.06 * b.w, 0.12 * b.h, 0.01 * b.d, 0.46 * b.w, 0.62 * b.h, 0.385 * b.d), BLACK
    )
    b.add(
        "lamp",
        box(0.6 * b.w, 0.02 * b.h, 0.1 * b.d, 0, 0.875 * b.h, 0.0),
        stuff("light", "#f2f6ff"),
    )
    for i, (x, tall) in enumerate(((-0.2, 0.1), (-0.08, 0.07), (0.14, 0.12))):
        side = [(0.05, 0), (0.05, 0.2), (0.018, 0.7), (0.018, 1.0)]
        flask = lathe(
            [(r * b.w, y * tall * b.h) for r, y in side], x * b.w, 0.395 * b.h, -0.1 * b.d, 16
        )
        b.add(f"flask {i}", flask, stuff("glass", ("#7fd4a8", "#d8a04a", "#a87fd4")[i]))
    b.add("duct", cylinder(0.12 * b.w, 0.03 * b.h, 0, 0.97 * b.h, -0.1 * b.d), b.tone(0.8))


def air_compressor(b: Draft) -> None:
    """A lying tank on two wheels with a motor, a cooling head, gauges and a handle."""
    r, y = 0.24 * b.h, 0.38 * b.h
    side = [
        (0, -0.42),
        (0.6, -0.41),
        (0.92, -0.37),
        (1, -0.3),
        (1, 0.3),
        (0.92, 0.37),
        (0.6, 0.41),
        (0, 0.42),
    ]
    b.add(
        "tank",
        lathe([(r * x, z * b.w) for x, z in side], n=28)
        .roll(90)
        .scale(1, 1, 0.9 * b.d / (2 * r))
        .move(0, y),
    )
    for s in (-1, 1):
        b.add(
            "wheels",
            disc(0.17 * b.h, 0.1 * b.d, -0.28 * b.w, 0.17 * b.h, s * 0.45 * b.d, 22),
            stuff("rubber"),
        )
        b.add(
            "hubs", disc(0.07 * b.h, 0.11 * b.d, -0.28 * b.w, 0.17 * b.h, s * 0.45 * b.d, 16), STEEL
        )
    b.add("foot", box(0.06 * b.w, 0.2 * b.h, 0.4 * b.d, 0.28 * b.w, 0), BLACK)
    _pump(b, r, y)
    handle: list[Point] = [
        (0.38 * b.w, y + 0.06 * b.h, -0.3 * b.d),
        (0.48 * b.w, 0.9 * b.h, -0.3 * b.d),
        (0.48 * b.w, 0.9 * b.h, 0.3 * b.d),
        (0.38 * b.w, y + 0.06 * b.h, 0.3 * b.d),
    ]
    b.add("handle", tube(curve(handle, 4), 0.018 * b.w, 8), BLACK)
    hose = [
        (
            0.2 * b.w + 0.1 * b.w * cos(t),
            0.2 * b.h + 0.004 * b.h * t,
            0.46 * b.d + 0.1 * b.h * sin(t),
        )
        for t in (k * 0.5 for k in range(30))
    ]
    b.add(
        "hose",
        tube([(x, y_ + 0.1 * b.h, 0.48 * b.d) for x, y_, _ in hose[:1]] + hose[1:], 0.014 * b.w, 6),
        stuff("rubber", "#d8a03a"),
    )


def _pump(b: Draft, r: float, y: float) -> None:
    """The motor and the cooling head with its gauges on a tank of radius ``r`` at ``y``."""
    motor = lathe(
        [
            (0.13 * b.h, -0.2 * b.w),
            (0.15 * b.h, -0.18 * b.w),
            (0.15 * b.h, 0.14 * b.w),
            (0.1 * b.h, 0.17 * b.w),
        ],
        n=20,
    ).roll(90)
    b.add("motor", motor.move(-0.14 * b.w, y + r + 0.14 * b.h), DARK_METAL)
    b.add(
        "block",
        soft(0.2 * b.w, 0.24 * b.h, 0.4 * b.d, 0.16 * b.w, y + 0.9 * r, 0, 0.02 * b.h),
        DARK_METAL,
    )
    for i in range(6):
        b.add(
            "fins",
            box(0.24 * b.w, 0.014 * b.h, 0.46 * b.d, 0.16 * b.w, y + r + (0.06 + 0.03 * i) * b.h),
            STEEL,
        )
    for k in (0.02, 0.1):
        b.add(
            "gauges",
            disc(0.05 * b.h, 0.04 * b.d, (0.3 + k) * b.w, y + r + 0.08 * b.h, 0.2 * b.d, 18),
            stuff("paper", "#f4f4f0"),
        )


MODELS: dict[str, Family] = {
    "dough mixer": dough_mixer,
    "centrifuge": centrifuge,
    "fume hood": fume_hood,
    "air compressor": air_compressor,
}
