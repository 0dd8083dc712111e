"""What hangs on or rises from something: hooks, pot racks, periscopes; consoles, coffins."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import Point, curve, lathe, tube


def game_console(b: Draft) -> None:
    """A flat white console with a dark slot, and a controller before it."""
    back = -0.18 * b.d
    b.add("body", soft(b.w, 0.62 * b.h, 0.6 * b.d, 0, 0, back, 0.18 * b.h))
    b.add("core", soft(0.96 * b.w, 0.2 * b.h, 0.61 * b.d, 0, 0.2 * b.h, back, 0.04 * b.h), BLACK)
    b.add(
        "slot",
        box(0.4 * b.w, 0.05 * b.h, 0.02 * b.d, -0.12 * b.w, 0.3 * b.h, 0.122 * b.d),
        DARK_METAL,
    )
    b.add(
        "light",
        box(0.12 * b.w, 0.05 * b.h, 0.02 * b.d, 0.3 * b.w, 0.3 * b.h, 0.122 * b.d),
        stuff("light", "#4aa8ff"),
    )
    pad = 0.34 * b.d
    b.add("controller", soft(0.4 * b.w, 0.5 * b.h, 0.2 * b.d, 0, 0.1 * b.h, pad, 0.22 * b.h))
    for s in (-1, 1):
        grip = soft(0.13 * b.w, 0.5 * b.h, 0.26 * b.d, 0, 0, 0, 0.2 * b.h).yaw(18 * s)
        b.add("controller", grip.move(s * 0.19 * b.w, 0.06 * b.h, pad + 0.03 * b.d))
        b.add(
            "sticks",
            cylinder(0.03 * b.w, 0.34 * b.h, s * 0.08 * b.w, 0.55 * b.h, pad + 0.04 * b.d, n=16),
            BLACK,
        )
        b.add(
            "sticks",
            cylinder(0.04 * b.w, 0.1 * b.h, s * 0.08 * b.w, 0.88 * b.h, pad + 0.04 * b.d, n=16),
            BLACK,
        )
    for i, color in enumerate(("#d8403a", "#4aa85a", "#3a6fc4", "#f2c23a")):
        a = pi * i / 2
        key = ball(
            0.018 * b.w,
            0.12 * b.h,
            0.018 * b.w,
            (0.16 + 0.03 * cos(a)) * b.w,
            0.6 * b.h,
            pad - 0.03 * b.d + 0.03 * b.w * sin(a),
            1,
        )
        b.add(f"key {i}", key, stuff("plastic", color))
    b.add(
        "cross",
        box(0.07 * b.w, 0.1 * b.h, 0.022 * b.w, -0.16 * b.w, 0.56 * b.h, pad - 0.03 * b.d)
        + box(0.022 * b.w, 0.1 * b.h, 0.07 * b.w, -0.16 * b.w, 0.56 * b.h, pad - 0.03 * b.d),
        BLACK,
    )


def periscope(b: Draft) -> None:
    """A tube up to a lens that looks forward, and below handles at an eyepiece."""
    r = 0.16 * b.w
    b.add("tube", cylinder(r, 0.82 * b.h, 0, 0.06 * b.h, 0, n=24))
    b.add("mast", cylinder(0.7 * r, 0.16 * b.h, 0, 0.84 * b.h, 0, n=20), b.tone(1.1))
    b.add("head", soft(0.34 * b.w, 0.12 * b.h, 0.36 * b.d, 0, 0.88 * b.h, 0.04 * b.d, 0.04 * b.w))
    b.add(
        "lens",
        disc(0.12 * b.w, 0.06 * b.d, 0, 0.94 * b.h, 0.22 * b.d, 20),
        stuff("glass", "#2f5a7a"),
    )
    b.add(
        "box",
        soft(0.44 * b.w, 0.16 * b.h, 0.46 * b.d, 0, 0.1 * b.h, -0.04 * b.d, 0.05 * b.w),
        b.tone(0.7),
    )
    b.add("eyepiece", disc(0.1 * b.w, 0.2 * b.d, 0, 0.19 * b.h, -0.32 * b.d, 18), BLACK)
    for s in (-1, 1):
        b.add(
            "handles",
            rod(
                (s * 0.18 * b.w, 0.16 * b.h, -0.04 * b.d),
                (s * 0.48 * b.w, 0.12 * b.h, -0.1 * b.d),
                0.04 * b.w,
            ),
            BLACK,
        )
    b.add("foot", cylinder(0.3 * b.w, 0.05 * b.h, n=24), b.tone(0.6))
    for y in (0.34, 0.62):
        b.add("bands", ring(r, 0.03 * b.w, 0, y * b.h, 0, 24), stuff("brass"))


def hook(b: Draft) -> None:
    """A wall plate with two screws and a hook that bends up."""
    b.add("plate", soft(0.5 * b.w, 0.9 * b.h, 0.12 * b.d, 0, 0.05 * b.h, -0.44 * b.d, 0.2 * b.w))
    for y in (0.2, 0.8):
        b.add("screws", disc(0.09 * b.w, 0.06 * b.d, 0, y * b.h, -0.37 * b.d, 14), stuff("steel"))
    line: list[Point] = [
        (0, 0.56 * b.h, -0.4 * b.d),
        (0, 0.5 * b.h, -0.1 * b.d),
        (0, 0.22 * b.h, 0.1 * b.d),
        (0, 0.16 * b.h, 0.32 * b.d),
        (0, 0.42 * b.h, 0.44 * b.d),
    ]
    b.add("hook", tube(curve(line, 6), 0.09 * b.w, 12))
    b.add("tip", ball(0.16 * b.w, x=0, y=0.44 * b.h, z=0.42 * b.d))
    peg: list[Point] = [
        (0, 0.66 * b.h, -0.4 * b.d),
        (0, 0.7 * b.h, 0.1 * b.d),
        (0, 0.92 * b.h, 0.28 * b.d),
    ]
    b.add("hook", tube(curve(peg, 5), 0.08 * b.w, 12))
    b.add("tip", ball(0.14 * b.w, x=0, y=0.93 * b.h, z=0.29 * b.d))


def pot_rack(b: Draft) -> None:
    """A frame on four chains with hooks, pans and pots hanging from it."""
    y = 0.56 * b.h
    for s in (-1, 1):
        b.add(
            "frame",
            rod((-0.48 * b.w, y, s * 0.42 * b.d), (0.48 * b.w, y, s * 0.42 * b.d), 0.012 * b.w),
        )
        b.add(
            "frame",
            rod((s * 0.48 * b.w, y, -0.42 * b.d), (s * 0.48 * b.w, y, 0.42 * b.d), 0.012 * b.w),
        )
        for z in (-1, 1):
            b.add(
                "chains",
                rod(
                    (s * 0.46 * b.w, y, z * 0.4 * b.d),
                    (s * 0.3 * b.w, 0.98 * b.h, 0),
                    0.006 * b.w,
                    n=6,
                ),
            )
    for i in range(5):
        x = (-0.32 + 0.16 * i) * b.w
        b.add("bars", rod((x, y, -0.42 * b.d), (x, y, 0.42 * b.d), 0.007 * b.w, n=6))
    b.add("rose", box(0.7 * b.w, 0.03 * b.h, 0.16 * b.d, 0, 0.97 * b.h))
    for i, (kind, surface) in enumerate(
        (("pan", "copper"), ("pot", "steel"), ("pan", "iron"), ("pot", "copper"))
    ):
        x, r = (-0.36 + 0.24 * i) * b.w, 0.1 * b.w
        b.add("hooks", rod((x, y, 0), (x, 0.46 * b.h, 0), 0.006 * b.w, n=6), STEEL)
        depth = 0.05 * b.w if kind == "pan" else 0.12 * b.w
        side = [
            (0.86 * r, 0),
            (r, depth),
            (0.94 * r, depth),
            (0.8 * r, 0.12 * depth),
            (0, 0.12 * depth),
        ]
        pot = lathe(side, n=24).pitch(-90).move(x, 0.3 * b.h - r, -depth / 2)
        b.add(f"{kind} {surface}", pot, stuff(surface))
        handle = rod((x, 0.3 * b.h - 0.1 * r, 0), (x, 0.47 * b.h, 0), 0.012 * b.w)
        b.add("handles", handle, DARK_METAL)


def sarcophagus(b: Draft) -> None:
    """A gilded coffin in a person's shape: a face with a striped headcloth, crossed arms, bands."""
    top, blue = 0.62 * b.h, stuff("paint", "#2f5a9a")
    shape = [(0.3, -0.5), (0.42, -0.42), (0.5, -0.2), (0.46, 0.1), (0.34, 0.46), (0.26, 0.5)]
    outline = [(x * b.w, -z * b.d) for x, z in shape] + [
        (-x * b.w, -z * b.d) for x, z in shape[::-1]
    ]
    body = prism(outline, top, 0.06 * b.w).pitch(-90).move(0, top / 2)
    b.add("chest", body)
    lid = prism([(0.92 * x, 0.96 * y) for x, y in outline], 0.26 * b.h, 0.08 * b.w).pitch(-90)
    b.add("lid", lid.move(0, top + 0.12 * b.h))
    for k in range(6):
        z = (0.02 + 0.07 * k) * b.d
        b.add(
            "bands",
            box((0.8 - 0.075 * k) * b.w, 0.02 * b.h, 0.02 * b.d, 0, top + 0.245 * b.h, z),
            blue,
        )
    level = top + 0.1 * b.h
    b.add("headcloth", ball(0.28 * b.w, 0.16 * b.h, 0.13 * b.d, 0, level, -0.32 * b.d), blue)
    for s in (-1, 1):
        b.add(
            "headcloth",
            soft(0.14 * b.w, 0.14 * b.h, 0.18 * b.d, s * 0.2 * b.w, level - 0.04 * b.h, -0.2 * b.d),
            blue,
        )
        arm = rod(
            (s * 0.32 * b.w, level + 0.04 * b.h, -0.06 * b.d),
            (-s * 0.1 * b.w, level + 0.07 * b.h, -0.12 * b.d),
            0.05 * b.w,
        )
        b.add("arms", arm)
        b.add(
            "eyes",
            ball(
                0.04 * b.w,
                0.02 * b.h,
                0.01 * b.d,
                s * 0.07 * b.w,
                level + 0.14 * b.h,
                -0.35 * b.d,
                1,
            ),
            BLACK,
        )
    b.add("face", ball(0.18 * b.w, 0.16 * b.h, 0.09 * b.d, 0, level, -0.33 * b.d))
    b.add(
        "beard", soft(0.07 * b.w, 0.08 * b.h, 0.07 * b.d, 0, level + 0.08 * b.h, -0.22 * b.d), blue
    )
    for k in range(5):
        b.add(
            "stripes",
            ring(0.2 * b.w + 0.02 * k * b.w, 0.012 * b.w, n=24)
            .scale(1, 1, 0.4 * b.d / b.w)
            .move(0, level + (0.1 - 0.022 * k) * b.h, -0.33 * b.d),
            stuff("gold"),
        )
    b.add("plinth", box(b.w, 0.08 * b.h, b.d), stuff("stone", "#b8a888"))


MODELS: dict[str, Family] = {
    "game console": game_console,
    "periscope": periscope,
    "hook": hook,
    "pot rack": pot_rack,
    "sarcophagus": sarcophagus,
}
