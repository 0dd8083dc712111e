"""What helps and looks after people: chairs on wheels, scanners, bones to learn from."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import DARK_METAL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, prism, rod, soft
from consumers.greybox.sweeps import hoop

_BLACK = stuff("rubber")


def wheelchair(b: Draft) -> None:
    r = 0.31 * b.h
    for s in (-1, 1):
        rim = [
            (r - 0.03 * b.h, -0.02 * b.w),
            (r, -0.02 * b.w),
            (r, 0.02 * b.w),
            (r - 0.03 * b.h, 0.02 * b.w),
        ]
        b.add("wheels", hoop(rim, 28).roll(90).move(s * 0.46 * b.w, r, -0.1 * b.d), _BLACK)
        for i in range(6):
            a = i * pi / 3
            x, y, z = s * 0.46 * b.w, r + 0.96 * r * sin(a), -0.1 * b.d + 0.96 * r * cos(a)
            b.add("spokes", rod((x, r, -0.1 * b.d), (x, y, z), 0.006 * b.h, n=6), stuff("chrome"))
        b.add(
            "casters", axle(0.08 * b.h, 0.05 * b.w, s * 0.34 * b.w, 0.08 * b.h, 0.3 * b.d), _BLACK
        )
        b.add(
            "frame",
            rod(
                (s * 0.36 * b.w, 0.1 * b.h, 0.3 * b.d),
                (s * 0.36 * b.w, 0.7 * b.h, 0.2 * b.d),
                0.02 * b.w,
            ),
            stuff("chrome"),
        )
        b.add(
            "frame",
            rod(
                (s * 0.36 * b.w, 0.46 * b.h, -0.3 * b.d),
                (s * 0.36 * b.w, b.h, -0.4 * b.d),
                0.02 * b.w,
            ),
            stuff("chrome"),
        )
        b.add(
            "handles",
            rod(
                (s * 0.36 * b.w, 0.97 * b.h, -0.39 * b.d),
                (s * 0.36 * b.w, 0.97 * b.h, -0.5 * b.d),
                0.03 * b.w,
            ),
            _BLACK,
        )
        b.add("arms", box(0.1 * b.w, 0.04 * b.h, 0.4 * b.d, s * 0.38 * b.w, 0.68 * b.h, 0), _BLACK)
        b.add(
            "feet",
            box(0.2 * b.w, 0.02 * b.h, 0.14 * b.d, s * 0.2 * b.w, 0.1 * b.h, 0.43 * b.d),
            DARK_METAL,
        )
    b.add("seat", soft(0.7 * b.w, 0.08 * b.h, 0.5 * b.d, 0, 0.46 * b.h, 0))
    b.add("back", soft(0.7 * b.w, 0.44 * b.h, 0.06 * b.d, 0, 0.5 * b.h, -0.3 * b.d))


def ironing_board(b: Draft) -> None:
    """Its nose to the front."""
    flat = [
        (-0.5, -0.5),
        (0.5, -0.5),
        (0.5, 0.2),
        (0.3, 0.42),
        (0.0, 0.5),
        (-0.3, 0.42),
        (-0.5, 0.2),
    ]
    top = prism([(x * b.w, -z * b.d) for x, z in reversed(flat)], 0.04 * b.h, 0.005 * b.h)
    b.add("top", top.pitch(-90).move(0, 0.98 * b.h, 0))
    for s in (-1, 1):
        high, low = (0.0, 0.96 * b.h, s * 0.34 * b.d), (0.0, 0.02 * b.h, -s * 0.34 * b.d)
        for x in (-0.3, 0.3):
            b.add(
                "legs", rod((x * b.w, *high[1:]), (x * b.w, *low[1:]), 0.02 * b.h), stuff("chrome")
            )
        b.add(
            "feet",
            rod((-0.5 * b.w, 0.02 * b.h, low[2]), (0.5 * b.w, 0.02 * b.h, low[2]), 0.02 * b.h),
            _BLACK,
        )


def high_chair(b: Draft) -> None:
    for sx in (-1, 1):
        for sz in (-1, 1):
            leg = rod(
                (sx * 0.3 * b.w, 0.56 * b.h, sz * 0.26 * b.d),
                (sx * 0.46 * b.w, 0, sz * 0.46 * b.d),
                0.04 * b.w,
            )
            b.add("legs", leg)
        b.add("arms", box(0.06 * b.w, 0.2 * b.h, 0.5 * b.d, sx * 0.34 * b.w, 0.56 * b.h))
    b.add("seat", soft(0.7 * b.w, 0.06 * b.h, 0.6 * b.d, 0, 0.54 * b.h))
    b.add("back", soft(0.66 * b.w, 0.46 * b.h, 0.08 * b.d, 0, 0.54 * b.h, -0.28 * b.d))
    b.add("tray", soft(0.86 * b.w, 0.04 * b.h, 0.36 * b.d, 0, 0.74 * b.h, 0.32 * b.d), b.tone(1.3))


def skeleton(b: Draft) -> None:
    """Standing, in bones."""
    t = 0.025 * b.h
    b.add("skull", ball(0.06 * b.h, 0.075 * b.h, 0.07 * b.h, y=0.925 * b.h))
    for s in (-1, 1):
        b.add(
            "eyes",
            ball(0.016 * b.h, x=s * 0.025 * b.h, y=0.93 * b.h, z=0.062 * b.h, detail=1),
            _BLACK,
        )
        arm = [(s * 0.3, 0.8), (s * 0.42, 0.6), (s * 0.46, 0.42)]
        leg = [(s * 0.16, 0.48), (s * 0.18, 0.25), (s * 0.18, 0.02)]
        for (x0, y0), (x1, y1) in (arm[:2], arm[1:], leg[:2], leg[1:]):
            b.add("limbs", rod((x0 * b.w, y0 * b.h, 0), (x1 * b.w, y1 * b.h, 0), t * 0.6, t * 0.5))
        b.add("feet", soft(0.1 * b.w, 0.03 * b.h, b.d * 0.6, s * 0.2 * b.w, 0, 0.15 * b.d))
        b.add("hands", ball(t * 0.9, x=s * 0.46 * b.w, y=0.41 * b.h, detail=1))
    b.add("spine", rod((0, 0.48 * b.h, 0), (0, 0.87 * b.h, 0), t * 0.6))
    b.add("spine", rod((-0.32 * b.w, 0.81 * b.h, 0), (0.32 * b.w, 0.81 * b.h, 0), t * 0.6))
    b.add("hips", soft(0.44 * b.w, 0.07 * b.h, 0.4 * b.d, 0, 0.46 * b.h))
    for i in range(5):
        y, r = (0.62 + 0.04 * i) * b.h, (0.2 + 0.02 * (2 - abs(i - 2))) * b.w
        rib = [(r - 0.4 * t, -0.3 * t), (r, -0.3 * t), (r, 0.3 * t), (r - 0.4 * t, 0.3 * t)]
        b.add("ribs", hoop(rib, 16).scale(1, 1, 0.4 * b.d / b.w * 1.2).move(0, y, 0))


def scanner(b: Draft) -> None:
    """A ring that stands upright with a couch through it."""
    r = 0.46 * b.h
    ring = [(0.5 * r, -0.2 * b.d), (r, -0.2 * b.d), (r, 0.1 * b.d), (0.5 * r, 0.1 * b.d)]
    b.add("ring", hoop(ring, 36).pitch(90).scale(b.w / b.h, 1, 1).move(0, 0.5 * b.h, -0.2 * b.d))
    b.add("base", box(0.8 * b.w, 0.2 * b.h, 0.3 * b.d, 0, 0, -0.25 * b.d), b.tone(0.8))
    b.add(
        "couch",
        soft(0.3 * b.w, 0.06 * b.h, 0.9 * b.d, 0, 0.4 * b.h, 0.05 * b.d),
        stuff("fabric", "#8fb8c8"),
    )
    b.add("stand", box(0.26 * b.w, 0.4 * b.h, 0.4 * b.d, 0, 0, 0.25 * b.d), b.tone(0.8))


MODELS: dict[str, Family] = {
    "wheelchair": wheelchair,
    "ironing board": ironing_board,
    "high chair": high_chair,
    "skeleton": skeleton,
    "x ray machine": scanner,
}
