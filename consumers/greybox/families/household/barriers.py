"""What keeps in and out, lifts and lights: rails, cages, escalators, hatches, spotlights."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, blob, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import Point, hoop, lathe, tube


def handrail(b: Draft) -> None:
    """A handrail: two level tubes on posts."""
    r = 0.3 * b.d
    posts = max(2, min(12, round(b.w / 1.2) + 1))
    for i in range(posts):
        x = (i / (posts - 1) - 0.5) * (b.w - 2 * r)
        b.add("posts", cylinder(r * 0.8, b.h - r, x, 0, 0, n=12))
        b.add("feet", cylinder(0.48 * b.d, 0.02 * b.h, x, 0, 0, n=16), b.tone(0.8))
    for y, k in ((b.h - r, 1.0), (0.5 * b.h, 0.6)):
        b.add("rails", rod((-0.5 * b.w + r, y, 0), (0.5 * b.w - r, y, 0), r * k, n=14))


def cage(b: Draft) -> None:
    """A domed cage of bars on a tray, a ring on top, a perch in it."""
    r, dome = 0.46 * min(b.w, b.d), 0.62 * b.h
    bars = 18
    b.add("tray", cylinder(1.06 * r, 0.08 * b.h, n=28), b.tone(0.7))
    for i in range(bars):
        a = 2 * pi * i / bars
        line = [(r * sin(a), 0.06 * b.h, r * cos(a)), (r * sin(a), dome, r * cos(a))]
        for t in (0.4, 0.8, 1.2, 1.5):
            line.append((r * cos(t) * sin(a), dome + 0.3 * b.h * sin(t), r * cos(t) * cos(a)))
        b.add("bars", tube(line, 0.016 * r, 5))
    for y in (0.34, 0.62):
        b.add(
            "hoops",
            hoop(
                [
                    (0.99 * r, y * b.h - 0.015 * r),
                    (1.02 * r, y * b.h - 0.015 * r),
                    (1.02 * r, y * b.h + 0.015 * r),
                    (0.99 * r, y * b.h + 0.015 * r),
                ],
                28,
            ),
        )
    b.add("knob", ball(0.1 * r, x=0, y=0.92 * b.h, z=0, detail=1))
    b.add(
        "loop",
        tube(
            [
                (0.07 * r * cos(a), 0.965 * b.h + 0.035 * b.h * sin(a), 0)
                for a in (pi * k / 6 for k in range(12))
            ],
            0.02 * r,
            5,
            closed=True,
        ),
    )
    b.add(
        "perch", rod((-0.7 * r, 0.36 * b.h, 0), (0.7 * r, 0.36 * b.h, 0), 0.03 * r), stuff("wood")
    )
    b.add("door", box(0.5 * r, 0.26 * b.h, 0.04 * r, 0, 0.1 * b.h, 1.0 * r), b.tone(0.8))


def escalator(b: Draft) -> None:
    """Moving steps between glass balustrades with black handrails, rising away from the front."""
    steps = max(8, min(20, round(b.h / 0.2)))
    rise, run = 0.8 * b.h / steps, 0.8 * b.d / steps
    for i in range(steps):
        z = 0.4 * b.d - run * (i + 0.5)
        b.add("steps", box(0.66 * b.w, rise * (i + 1), run * 1.02, 0, 0, z), b.tone(0.7))
        b.add(
            "edges",
            box(0.66 * b.w, 0.012 * b.h, 0.1 * run, 0, rise * (i + 1), z + 0.45 * run),
            stuff("paint", "#f2cd2c"),
        )
    b.add("landings", box(0.66 * b.w, 0.02 * b.h, 0.1 * b.d, 0, 0, 0.45 * b.d))
    b.add("landings", box(0.66 * b.w, 0.8 * b.h, 0.1 * b.d, 0, 0, -0.45 * b.d))
    for s in (-1, 1):
        x = s * 0.42 * b.w
        side = [(-0.5, 0.0), (0.5, 0.0), (0.5, 0.06), (0.4, 0.06), (-0.4, 0.85), (-0.5, 0.85)]
        wall = prism([(-z * b.d, y * b.h) for z, y in side][::-1], 0.14 * b.w).yaw(90)
        b.add("walls", wall.move(x))
        glass = [
            (0.48, 0.06),
            (0.4, 0.06),
            (-0.4, 0.85),
            (-0.48, 0.85),
            (-0.48, 0.98),
            (-0.4, 0.98),
            (0.4, 0.2),
            (0.48, 0.2),
        ]
        b.add(
            "glass",
            prism([(-z * b.d, y * b.h) for z, y in glass], 0.02 * b.w).yaw(90).move(x),
            stuff("glass"),
        )
        line: list[Point] = [
            (x, 0.1 * b.h, 0.48 * b.d),
            (x, 0.19 * b.h, 0.46 * b.d),
            (x, 0.2 * b.h, 0.4 * b.d),
            (x, 0.975 * b.h, -0.4 * b.d),
            (x, 0.98 * b.h, -0.46 * b.d),
            (x, 0.9 * b.h, -0.49 * b.d),
        ]
        b.add("handrails", tube(line, 0.05 * b.w, 8), BLACK)


def hatch(b: Draft) -> None:
    """A round-cornered steel door in a frame, with rivets and a hand wheel."""
    b.add("frame", soft(b.w, b.h, 0.5 * b.d, 0, 0, -0.2 * b.d, 0.12 * b.w), b.tone(0.7))
    b.add("door", soft(0.8 * b.w, 0.86 * b.h, 0.4 * b.d, 0, 0.07 * b.h, 0.02 * b.d, 0.16 * b.w))
    for i in range(26):
        a = 2 * pi * i / 26
        x, y = (
            0.45 * b.w * max(-0.98, min(0.98, 1.25 * cos(a))),
            0.5 * b.h + 0.47 * b.h * max(-0.99, min(0.99, 1.25 * sin(a))),
        )
        b.add("rivets", ball(0.02 * b.w, 0.02 * b.w, 0.08 * b.d, x, y, 0.06 * b.d, 1), b.tone(0.9))
    r, y, z = 0.17 * b.w, 0.52 * b.h, 0.42 * b.d
    b.add("wheel", ring(r, 0.11 * r, n=26).pitch(90).move(0, y, z), stuff("paint", "#c8322f"))
    for k in range(3):
        spoke = rod((-r, 0, 0), (r, 0, 0), 0.07 * r, n=8).roll(60 * k)
        b.add("wheel", spoke.move(0, y, z), stuff("paint", "#c8322f"))
    b.add("hub", disc(0.26 * r, 0.3 * b.d, 0, y, 0.34 * b.d, 16), b.tone(0.6))
    for v in (0.22, 0.78):
        b.add(
            "hinges",
            cylinder(0.035 * b.w, 0.1 * b.h, -0.43 * b.w, v * b.h - 0.05 * b.h, 0.2 * b.d, n=14),
            b.tone(0.6),
        )
    b.add(
        "window",
        ring(0.11 * b.w, 0.02 * b.w, n=22).pitch(90).move(0, 0.77 * b.h, 0.22 * b.d),
        stuff("brass"),
    )
    b.add(
        "pane",
        disc(0.11 * b.w, 0.06 * b.d, 0, 0.77 * b.h, 0.21 * b.d, 22),
        stuff("glass", "#2f4a5c"),
    )


def spotlight_lamp(b: Draft) -> None:
    """A lantern with barn doors in a yoke, hanging from a clamp, aimed down to the front."""
    b.add("clamp", box(0.3 * b.w, 0.1 * b.h, 0.2 * b.d, 0, 0.9 * b.h, -0.1 * b.d), DARK_METAL)
    b.add("stem", cylinder(0.05 * b.w, 0.16 * b.h, 0, 0.76 * b.h, -0.1 * b.d, n=12), DARK_METAL)
    for s in (-1, 1):
        arm = [
            (0.0, 0.78 * b.h, -0.1 * b.d),
            (s * 0.42 * b.w, 0.76 * b.h, -0.1 * b.d),
            (s * 0.43 * b.w, 0.46 * b.h, -0.06 * b.d),
        ]
        b.add("yoke", tube(arm, 0.035 * b.w, 8), DARK_METAL)
        b.add(
            "knobs",
            axle(0.07 * b.w, 0.08 * b.w, s * 0.45 * b.w, 0.46 * b.h, -0.06 * b.d, 14),
            BLACK,
        )
    side = [
        (0.0, -0.4),
        (0.3, -0.38),
        (0.36, -0.2),
        (0.36, 0.2),
        (0.4, 0.22),
        (0.4, 0.28),
        (0.32, 0.28),
        (0.32, 0.24),
        (0.0, 0.24),
    ]
    can = lathe([(x * b.w, z * b.d) for x, z in side], n=26).pitch(90).pitch(28)
    b.add("lantern", can.move(0, 0.46 * b.h, -0.04 * b.d))
    lens = ball(0.3 * b.w, 0.3 * b.w, 0.06 * b.d, 0, 0, 0.24 * b.d).pitch(28)
    b.add("lens", lens.move(0, 0.46 * b.h, -0.04 * b.d), stuff("light", "#fff0c8"))
    for k in range(4):
        flap = (
            box(0.5 * b.w, 0.26 * b.w, 0.02 * b.d)
            .pitch(35)
            .move(0, 0.4 * b.w, 0.28 * b.d)
            .roll(90 * k)
            .pitch(28)
        )
        b.add("doors", flap.move(0, 0.46 * b.h, -0.04 * b.d))


def floodlight(b: Draft) -> None:
    """A mast with two rows of lamps that look forward and down."""
    b.add("foot", box(0.3 * b.w, 0.02 * b.h, 0.8 * b.d), stuff("concrete"))
    b.add("mast", cylinder(0.06 * b.w, 0.92 * b.h, 0, 0, -0.1 * b.d, 0.04 * b.w, 14))
    for row in range(2):
        y = (0.87 + 0.08 * row) * b.h
        b.add("bars", box(b.w, 0.012 * b.h, 0.1 * b.d, 0, y, -0.05 * b.d))
        for i in range(4):
            x = (i - 1.5) * 0.25 * b.w
            head = soft(0.2 * b.w, 0.06 * b.h, 0.3 * b.d, 0, -0.03 * b.h, 0, 0.03 * b.w).pitch(18)
            b.add("lamps", head.move(x, y + 0.02 * b.h, 0.16 * b.d), DARK_METAL)
            glass = box(0.17 * b.w, 0.05 * b.h, 0.03 * b.d, 0, -0.025 * b.h, 0.15 * b.d).pitch(18)
            b.add("lights", glass.move(x, y + 0.02 * b.h, 0.16 * b.d), stuff("light", "#fff6dc"))
    b.add("bars", rod((0, 0.86 * b.h, -0.05 * b.d), (0, 0.995 * b.h, -0.05 * b.d), 0.03 * b.w))


def hurdle(b: Draft) -> None:
    """An L-shaped stand with a striped board on top."""
    for s in (-1, 1):
        x = s * 0.46 * b.w
        b.add("posts", box(0.04 * b.w, 0.92 * b.h, 0.1 * b.d, x, 0, -0.42 * b.d), stuff("metal"))
        b.add(
            "feet",
            soft(0.06 * b.w, 0.05 * b.h, b.d, x, 0, 0, 0.02 * b.h),
            stuff("metal", "#3a3f45"),
        )
    b.add(
        "posts", box(0.92 * b.w, 0.05 * b.h, 0.06 * b.d, 0, 0.3 * b.h, -0.42 * b.d), stuff("metal")
    )
    b.add("board", soft(b.w, 0.12 * b.h, 0.1 * b.d, 0, 0.88 * b.h, -0.42 * b.d, 0.01 * b.h))
    for i in range(3):
        b.add(
            "stripes",
            box(
                0.16 * b.w, 0.124 * b.h, 0.11 * b.d, (i - 1) * 0.36 * b.w, 0.878 * b.h, -0.42 * b.d
            ),
            stuff("paint", "#d8403a"),
        )


def balcony(b: Draft) -> None:
    """A theatre's box: a bowed parapet with gilded panels, a velvet rail and a curtain's swag."""
    gold, velvet = stuff("gold"), stuff("velvet", "#8a1f2c")
    half = [(sin(t), cos(t)) for t in (pi * (i / 16 - 0.5) for i in range(17))]
    outer = [(0.5 * b.w * x, -(0.86 * b.d * z - 0.36 * b.d)) for x, z in half]
    inner = [(0.47 * b.w * x, -(0.8 * b.d * z - 0.36 * b.d)) for x, z in half]
    floor = prism([*outer], 0.1 * b.h).pitch(-90)
    b.add("floor", floor.move(0, 0.1 * b.h))
    b.add("wall", prism([*outer, *inner[::-1]], 0.72 * b.h).pitch(-90).move(0, 0.5 * b.h))
    rail = [(x * 1.0, 0.9 * b.h, -z) for x, z in outer]
    b.add("rail", tube(rail, [(0.045 * b.w, 0.07 * b.h)] * 17, 8), velvet)
    for y in (0.16, 0.78):
        b.add(
            "mouldings",
            tube([(x * 1.01, y * b.h, -z * 1.005) for x, z in outer], 0.03 * b.h, 6),
            gold,
        )
    for i in range(2, 15, 3):
        x, z = outer[i]
        turn = 57.3 * (pi * (i / 16 - 0.5))
        panel = soft(0.1 * b.w, 0.4 * b.h, 0.04 * b.d, 0, 0, 0, 0.02 * b.h).yaw(turn)
        b.add("panels", panel.move(x, 0.28 * b.h, -z), gold)
        b.add(
            "medals",
            ball(0.03 * b.w, 0.12 * b.h, 0.03 * b.d, x * 1.02, 0.48 * b.h, -z * 1.02),
            velvet,
        )


def pottery_wheel(b: Draft) -> None:
    """A turning disc in a splash pan on three legs, and a pedal."""
    r = 0.5 * min(b.w, b.d)
    for k in range(3):
        a = 2 * pi * k / 3
        b.add(
            "legs",
            rod(
                (0.8 * r * sin(a), 0, 0.8 * r * cos(a)),
                (0.5 * r * sin(a), 0.7 * b.h, 0.5 * r * cos(a)),
                0.06 * r,
            ),
        )
    b.add("motor", cylinder(0.34 * r, 0.4 * b.h, 0, 0.3 * b.h, n=20), DARK_METAL)
    pan = [(0.6, 0.76), (1.0, 0.8), (1.0, 0.96), (0.95, 0.96), (0.95, 0.84), (0, 0.82)]
    b.add("pan", lathe([(r * x, b.h * y) for x, y in pan], n=32), stuff("plastic", "#3f6f8a"))
    b.add("wheel", cylinder(0.62 * r, 0.1 * b.h, 0, 0.9 * b.h, n=32))
    for share in (0.3, 0.5):
        b.add("rings", ring(share * r, 0.008 * r, 0, 0.994 * b.h, 0, 32), b.tone(0.7))
    b.add(
        "splashes",
        blob(b.rng, 0.2 * r, 0.02 * b.h, 0.14 * r, 0.8 * r, 0.86 * b.h, 0),
        stuff("clay"),
    )
    b.add("pedal", box(0.3 * r, 0.04 * b.h, 0.4 * r, 0.6 * r, 0, 0.7 * r), DARK_METAL)


MODELS: dict[str, Family] = {
    "rail": handrail,
    "cage": cage,
    "escalator": escalator,
    "hatch": hatch,
    "spotlight lamp": spotlight_lamp,
    "floodlight": floodlight,
    "hurdle": hurdle,
    "theatre balcony": balcony,
    "pottery wheel": pottery_wheel,
}
