"""What stands in workshops, on ships, in crypts and in wizards' towers."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import DARK_METAL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, prism, ring, rod, soft
from consumers.greybox.sweeps import hoop, tube

_WOOD = stuff("wood", "#7a5230")


def coffin(b: Draft) -> None:
    """Six-sided, its head at the back."""
    flat = [(-0.3, -0.5), (0.3, -0.5), (0.5, 0.22), (0.32, 0.5), (-0.32, 0.5), (-0.5, 0.22)]
    for low, high, share, tone in (
        (0.0, 0.8, 0.96, 1.0),
        (0.78, 0.92, 1.0, 0.85),
        (0.9, 1.0, 0.86, 0.95),
    ):
        points = [(x * b.w * share, y * b.d * share) for x, y in flat]
        plate = prism(points, (high - low) * b.h, 0.01 * b.w).pitch(-90)
        b.add("lid" if low else "body", plate.move(0, (low + high) / 2 * b.h, 0), b.tone(tone))
    for s in (-1, 1):
        for z in (-0.2, 0.15):
            b.add(
                "handles",
                box(0.03 * b.w, 0.08 * b.h, 0.1 * b.d, s * 0.42 * b.w, 0.42 * b.h, z * b.d),
                stuff("brass"),
            )


def pew(b: Draft) -> None:
    b.add("seat", box(b.w, 0.05 * b.h, 0.7 * b.d, 0, 0.46 * b.h, 0.05 * b.d))
    b.add("back", box(b.w, 0.5 * b.h, 0.07 * b.d, 0, 0.48 * b.h, -0.36 * b.d))
    b.add("ledge", box(b.w, 0.04 * b.h, 0.18 * b.d, 0, 0.94 * b.h, -0.4 * b.d), b.tone(0.9))
    for s in (-1, 1):
        b.add("ends", box(0.04 * b.w, 0.96 * b.h, b.d * 0.94, s * 0.48 * b.w), b.tone(0.85))


def altar(b: Draft) -> None:
    b.add("table", box(b.w, 0.12 * b.h, b.d, 0, 0.88 * b.h))
    b.add("block", box(0.86 * b.w, 0.8 * b.h, 0.8 * b.d, 0, 0.08 * b.h), b.tone(0.92))
    b.add("foot", box(0.94 * b.w, 0.1 * b.h, 0.92 * b.d))
    b.add(
        "cloth",
        box(0.4 * b.w, 0.6 * b.h, 0.03 * b.d, 0, 0.36 * b.h, 0.42 * b.d),
        stuff("fabric", "#7a2030"),
    )


def pulpit(b: Draft) -> None:
    b.add("foot", cylinder(0.3 * b.w, 0.3 * b.h, n=8, top=0.36 * b.w), b.tone(0.9))
    b.add("basket", cylinder(0.4 * b.w, 0.5 * b.h, 0, 0.28 * b.h, n=8, top=0.48 * b.w), crease=20)
    b.add("rim", cylinder(0.5 * b.w, 0.05 * b.h, 0, 0.76 * b.h, n=8), b.tone(0.85), crease=20)
    b.add(
        "desk",
        box(0.5 * b.w, 0.03 * b.h, 0.36 * b.d).pitch(24).move(0, 0.88 * b.h, 0.2 * b.d),
        b.tone(0.85),
    )
    b.add(
        "desk", rod((0, 0.78 * b.h, 0.2 * b.d), (0, 0.9 * b.h, 0.2 * b.d), 0.04 * b.w), b.tone(0.85)
    )


def forge(b: Draft) -> None:
    """A brick hearth with glowing coals under a hood."""
    b.add("hearth", box(b.w, 0.4 * b.h, b.d))
    b.add("rim", box(0.94 * b.w, 0.04 * b.h, 0.94 * b.d, 0, 0.39 * b.h), b.tone(0.7))
    for i in range(12):
        x, z = (i % 4 - 1.5) * 0.16 * b.w, (i // 4 - 1) * 0.2 * b.d
        glow = stuff("light", "#ff7a2a") if i % 2 else stuff("stone", "#2b2826")
        b.add(
            "coals" if i % 2 else "ash",
            ball(0.08 * b.w, 0.03 * b.h, x=x, y=0.44 * b.h, z=z, detail=1),
            glow,
        )
    hood = cylinder(0.48 * b.w, 0.24 * b.h, 0, 0.66 * b.h, n=4, top=0.16 * b.w).yaw(45)
    b.add("hood", hood, DARK_METAL)
    b.add("chimney", box(0.2 * b.w, 0.2 * b.h, 0.2 * b.d, 0, 0.8 * b.h), DARK_METAL)
    for x in (-1, 1):
        b.add(
            "posts",
            box(0.05 * b.w, 0.3 * b.h, 0.05 * b.d, x * 0.3 * b.w, 0.4 * b.h, -0.3 * b.d),
            DARK_METAL,
        )


def loom(b: Draft) -> None:
    t = 0.06 * b.w
    for sx in (-1, 1):
        for sz in (-1, 1):
            b.add(
                "frame",
                box(t, b.h * (0.7 + 0.3 * (sz < 0)), t, sx * (b.w - t) / 2, 0, sz * (b.d - t) / 2),
            )
        b.add("frame", box(t, t, b.d, sx * (b.w - t) / 2, 0.66 * b.h))
    b.add("frame", box(b.w, t, t, 0, b.h - t, -(b.d - t) / 2))
    b.add("rollers", axle(0.05 * b.h, 0.9 * b.w, 0, 0.66 * b.h, 0.42 * b.d), b.tone(0.8))
    b.add("cloth", box(0.8 * b.w, 0.01 * b.h, 0.8 * b.d, 0, 0.68 * b.h), stuff("wool", "#b0413e"))
    for i in range(12):
        x = (i / 11 - 0.5) * 0.76 * b.w
        b.add(
            "threads",
            rod((x, 0.7 * b.h, -0.3 * b.d), (x, 0.97 * b.h, -0.44 * b.d), 0.006 * b.w, n=6),
            stuff("cotton"),
        )


def spinning_wheel(b: Draft) -> None:
    r = 0.32 * b.h
    y, x = 0.62 * b.h, 0.18 * b.w
    rim = [
        (r - 0.03 * b.h, -0.2 * b.d),
        (r, -0.2 * b.d),
        (r, 0.2 * b.d),
        (r - 0.03 * b.h, 0.2 * b.d),
    ]
    b.add("wheel", hoop(rim, 28).pitch(90).scale(1, 1, 0.3).move(x, y, 0))
    for i in range(8):
        a = i * pi / 4
        b.add(
            "spokes",
            rod((x, y, 0), (x + 0.95 * r * cos(a), y + 0.95 * r * sin(a), 0), 0.012 * b.h, n=8),
        )
    b.add("bench", box(b.w, 0.06 * b.h, 0.5 * b.d, 0, 0.34 * b.h), b.tone(0.85))
    for sx in (-1, 1):
        for sz in (-1, 1):
            b.add(
                "legs",
                rod(
                    (sx * 0.36 * b.w, 0.36 * b.h, 0),
                    (sx * 0.44 * b.w, 0, sz * 0.46 * b.d),
                    0.02 * b.h,
                ),
                b.tone(0.85),
            )
    b.add(
        "post", rod((-0.34 * b.w, 0.38 * b.h, 0), (-0.34 * b.w, b.h, 0), 0.02 * b.h), b.tone(0.85)
    )
    b.add(
        "wool", ball(0.07 * b.h, 0.1 * b.h, 0.07 * b.h, x=-0.34 * b.w, y=0.88 * b.h), stuff("wool")
    )


def cannon(b: Draft) -> None:
    """Its mouth to the front."""
    r = 0.17 * b.h
    low, high = (0.0, 0.5 * b.h, -0.44 * b.d), (0.0, 0.76 * b.h, 0.46 * b.d)
    b.add("barrel", rod(low, high, r * 1.25, r * 0.8, n=24))
    b.add("barrel", ball(0.5 * r, x=0, y=0.48 * b.h, z=-0.46 * b.d))
    b.add("carriage", box(0.5 * b.w, 0.2 * b.h, 0.66 * b.d, 0, 0.18 * b.h, -0.1 * b.d), _WOOD)
    for s in (-1, 1):
        b.add(
            "cheeks",
            box(0.1 * b.w, 0.44 * b.h, 0.5 * b.d, s * 0.26 * b.w, 0.18 * b.h, -0.08 * b.d),
            _WOOD,
        )
        for z in (-0.32, 0.16):
            b.add(
                "wheels",
                axle(0.19 * b.h, 0.12 * b.w, s * 0.44 * b.w, 0.19 * b.h, z * b.d),
                b.tone(0.7),
            )


def ships_wheel(b: Draft) -> None:
    """The wheel before its pedestal."""
    r = 0.36 * b.h
    y = 0.62 * b.h
    line = [
        (r * 0.8 * cos(a), y + r * 0.8 * sin(a), 0.3 * b.d)
        for a in (i * pi / 12 for i in range(24))
    ]
    b.add("rim", tube(line, 0.05 * r, 8, closed=True))
    for i in range(8):
        a = i * pi / 4
        tip = (r * 1.04 * cos(a), y + r * 1.04 * sin(a), 0.3 * b.d)
        b.add("spokes", rod((0, y, 0.3 * b.d), tip, 0.035 * r, n=8))
    b.add(
        "hub", cylinder(0.16 * r, 0.5 * b.d, n=16).pitch(90).move(0, y, -0.1 * b.d), stuff("brass")
    )
    b.add("pedestal", box(0.3 * b.w, 0.72 * b.h, 0.5 * b.d, 0, 0, -0.25 * b.d), b.tone(0.8))
    b.add("pedestal", box(0.5 * b.w, 0.06 * b.h, b.d, 0, 0, 0), b.tone(0.8))


def anchor(b: Draft) -> None:
    t = 0.05 * b.h
    b.add("shank", rod((0, 0.06 * b.h, 0), (0, 0.86 * b.h, 0), t))
    b.add("stock", rod((-0.36 * b.w, 0.74 * b.h, 0), (0.36 * b.w, 0.74 * b.h, 0), 0.7 * t))
    b.add("ring", ring(0.07 * b.h, 0.3 * t).pitch(90).move(0, 0.92 * b.h, 0))
    line = [
        (0.48 * b.w * sin(a), (0.3 - 0.26 * cos(a)) * b.h, 0.0)
        for a in (i * pi / 16 for i in range(-7, 8))
    ]
    b.add("arms", tube(line, t, 8))
    for s in (-1, 1):
        b.add(
            "flukes",
            cylinder(0.1 * b.w, 0.14 * b.h, s * 0.46 * b.w, 0.2 * b.h, 0, top=0.01 * b.w, n=8),
        )


def coil(b: Draft) -> None:
    """Rope, laid in turns."""
    turns = 4
    thick = b.h / (turns + 0.6) * 0.6
    r = min(b.w, b.d) / 2 - thick
    line = [(r * sin(a), thick + (b.h - 2 * thick) * a / (2 * pi * turns), r * cos(a))
            for a in (i * pi / 10 for i in range(20 * turns + 1))]  # fmt: skip
    b.add("rope", tube(line, thick, 8))


def cobweb(b: Draft) -> None:
    """Spokes and rings in the plane of a wall."""
    r = 0.004 * (b.w + b.h) + 0.2 * b.d
    spokes = 8
    for i in range(spokes):
        a = i * 2 * pi / spokes
        tip = (0.5 * b.w * cos(a), b.h / 2 + 0.5 * b.h * sin(a), 0.0)
        b.add("web", rod((0, b.h / 2, 0), tip, r * 0.5, n=6))
        for share in (0.3, 0.55, 0.8):
            c = a + 2 * pi / spokes
            ends = [
                (0.5 * share * b.w * cos(t), b.h / 2 + 0.5 * share * b.h * sin(t), 0.0)
                for t in (a, c)
            ]
            b.add("web", rod(ends[0], ends[1], r * 0.4, n=6))


def sack(b: Draft) -> None:
    b.add("sack", soft(b.w, 0.82 * b.h, b.d, r=0.4 * min(b.w, b.d), puff=0.2))
    b.add("neck", cylinder(0.2 * b.w, 0.14 * b.h, 0, 0.76 * b.h, top=0.16 * b.w))
    b.add("tie", ring(0.19 * b.w, 0.02 * b.w, 0, 0.86 * b.h), b.tone(0.6))
    b.add("frill", cylinder(0.16 * b.w, 0.14 * b.h, 0, 0.86 * b.h, top=0.26 * b.w))


def cross(b: Draft) -> None:
    t = 0.16 * b.w
    b.add("cross", box(t, b.h, b.d * 0.6, bevel=0.1 * t))
    b.add("cross", box(b.w, t, b.d * 0.6, 0, 0.64 * b.h, bevel=0.1 * t))
    b.add("foot", box(0.5 * b.w, 0.08 * b.h, b.d), b.tone(0.85))


def sawhorse(b: Draft) -> None:
    b.add("beam", box(b.w, 0.12 * b.h, 0.2 * b.d, 0, 0.88 * b.h))
    for sx in (-1, 1):
        for sz in (-1, 1):
            leg = rod(
                (sx * 0.36 * b.w, 0.92 * b.h, 0), (sx * 0.46 * b.w, 0, sz * 0.46 * b.d), 0.05 * b.h
            )
            b.add("legs", leg, b.tone(0.85))
        b.add(
            "braces",
            box(0.03 * b.w, 0.05 * b.h, 0.56 * b.d, sx * 0.42 * b.w, 0.36 * b.h),
            b.tone(0.8),
        )


MODELS: dict[str, Family] = {
    "coffin": coffin,
    "pew": pew,
    "altar": altar,
    "pulpit": pulpit,
    "forge": forge,
    "loom": loom,
    "spinning wheel": spinning_wheel,
    "cannon": cannon,
    "ship wheel": ships_wheel,
    "anchor": anchor,
    "rope": coil,
    "cobweb": cobweb,
    "sack": sack,
    "cross": cross,
    "sawhorse": sawhorse,
}
