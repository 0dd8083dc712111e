"""Cranes, wheels, dishes and other things that turn, roll or point."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import DARK_METAL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import circle
from consumers.greybox.solids import axle, ball, box, cylinder, disc, prism, rod, soft
from consumers.greybox.sweeps import lathe, tube

_BLACK = stuff("rubber")


def crane(b: Draft) -> None:
    """A mast, a jib to the front with a hook, a counterweight behind."""
    t = 0.14 * b.w
    b.add("base", box(b.w, 0.05 * b.h, 0.5 * b.d), stuff("concrete"))
    for sx in (-1, 1):
        for sz in (-1, 1):
            b.add("mast", rod((sx * t, 0, sz * t), (sx * t, 0.86 * b.h, sz * t), 0.16 * t, n=6))
    for i in range(8):
        y = (0.06 + 0.1 * i) * b.h
        s = 1 if i % 2 else -1
        b.add("mast", rod((-s * t, y, t), (s * t, y + 0.1 * b.h, t), 0.1 * t, n=6))
    b.add("jib", box(t, 0.03 * b.h, b.d, 0, 0.86 * b.h))
    b.add("cab", box(1.6 * t, 0.06 * b.h, 1.6 * t, 0, 0.8 * b.h), b.tone(0.8))
    b.add("weight", box(2.2 * t, 0.07 * b.h, 0.1 * b.d, 0, 0.82 * b.h, -0.44 * b.d), DARK_METAL)
    b.add("top", rod((0, 0.88 * b.h, 0), (0, b.h, 0), 0.2 * t))
    for z in (-0.4, 0.4):
        b.add("ties", rod((0, 0.99 * b.h, 0), (0, 0.89 * b.h, z * b.d), 0.06 * t, n=6), DARK_METAL)
    b.add("cable", rod((0, 0.86 * b.h, 0.4 * b.d), (0, 0.5 * b.h, 0.4 * b.d), 0.05 * t, n=6))
    b.add("hook", ball(0.3 * t, x=0, y=0.48 * b.h, z=0.4 * b.d, detail=1), DARK_METAL)


def ferris_wheel(b: Draft) -> None:
    r, y = 0.44 * min(b.w, b.h), 0.54 * b.h
    for z in (-0.24, 0.24):
        line = [(r * cos(a), y + r * sin(a), z * b.d) for a in (i * pi / 16 for i in range(32))]
        b.add("rims", tube(line, 0.02 * r, 6, closed=True))
        for i in range(8):
            a = i * pi / 4
            tip = (r * cos(a), y + r * sin(a), z * b.d)
            b.add("spokes", rod((0, y, z * b.d), tip, 0.012 * r, n=6), b.tone(1.4))
        for sx in (-1, 1):
            foot = (sx * 0.4 * b.w, 0, 1.8 * z * b.d)
            b.add("legs", rod(foot, (0, y, 1.5 * z * b.d), 0.03 * r, n=8), DARK_METAL)
    b.add("axle", cylinder(0.06 * r, b.d * 0.8, n=12).move(0, -0.4 * b.d).pitch(90).move(0, y, 0))
    colors = ("#f2cd2c", "#3a6fc4", "#4a9a45", "#ee7f22")
    for i in range(8):
        a = i * pi / 4
        x, top = r * cos(a), y + r * sin(a)
        cabin = soft(0.2 * r, 0.2 * r, 0.3 * b.d, x, top - 0.22 * r)
        b.add(f"cabins {i % 4}", cabin, stuff("paint", colors[i % 4]))


def dish(b: Draft) -> None:
    """A dish that looks up and forward from a mast."""
    side = [(0.0, 0.0), (0.26, 0.03), (0.5, 0.16), (0.48, 0.18), (0.25, 0.06), (0.0, 0.03)]
    bowl = lathe(side, n=32).scale(b.w, b.w, b.w).pitch(50)
    b.add("dish", bowl.move(0, 0.5 * b.h, 0))
    b.add("mast", rod((0, 0, -0.1 * b.d), (0, 0.56 * b.h, -0.05 * b.d), 0.05 * b.w), DARK_METAL)
    b.add("horn", rod((0, 0.52 * b.h, 0), (0, 0.8 * b.h, 0.36 * b.d), 0.012 * b.w), DARK_METAL)
    b.add("horn", ball(0.04 * b.w, x=0, y=0.8 * b.h, z=0.36 * b.d, detail=1), DARK_METAL)
    b.add("foot", cylinder(0.2 * b.w, 0.05 * b.h, 0, 0, -0.1 * b.d), DARK_METAL)


def harp(b: Draft) -> None:
    t = 0.04 * b.h
    b.add("pillar", rod((0, 0.06 * b.h, 0.46 * b.d), (0, 0.96 * b.h, 0.42 * b.d), t * 0.8))
    b.add("body", rod((0, 0.08 * b.h, 0.42 * b.d), (0, 0.8 * b.h, -0.42 * b.d), t * 1.8, t * 0.8))
    neck = [(0.0, 0.8, -0.44), (0.0, 0.84, -0.2), (0.0, 0.78, 0.1), (0.0, 0.95, 0.42)]
    b.add("neck", tube([(x, y * b.h, z * b.d) for x, y, z in neck], t * 0.8, 8))
    b.add("foot", box(0.4 * b.w, 0.08 * b.h, 0.3 * b.d, 0, 0, 0.34 * b.d), b.tone(0.8))
    b.add("foot", box(b.w, 0.04 * b.h, 0.2 * b.d, 0, 0, 0.3 * b.d), b.tone(0.8))
    for i in range(10):
        z = (-0.34 + 0.07 * i) * b.d
        low = (0.8 - 0.72 * (z / b.d + 0.42) / 0.84) * b.h
        b.add("strings", rod((0, low, z), (0, 0.8 * b.h, z), 0.003 * b.h, n=6), stuff("steel"))


def exercise_bike(b: Draft) -> None:
    for z in (-0.42, 0.42):
        b.add("feet", box(b.w, 0.05 * b.h, 0.08 * b.d, 0, 0, z * b.d), DARK_METAL)
    b.add("beam", box(0.14 * b.w, 0.07 * b.h, 0.84 * b.d, 0, 0.04 * b.h))
    b.add("flywheel", axle(0.22 * b.h, 0.12 * b.w, 0, 0.28 * b.h, 0.26 * b.d))
    b.add(
        "posts",
        rod((0, 0.08 * b.h, -0.16 * b.d), (0, 0.72 * b.h, -0.28 * b.d), 0.07 * b.w),
        DARK_METAL,
    )
    b.add(
        "posts",
        rod((0, 0.1 * b.h, 0.26 * b.d), (0, 0.92 * b.h, 0.14 * b.d), 0.07 * b.w),
        DARK_METAL,
    )
    b.add("saddle", soft(0.34 * b.w, 0.07 * b.h, 0.26 * b.d, 0, 0.72 * b.h, -0.28 * b.d), _BLACK)
    b.add(
        "bar",
        rod(
            (-0.44 * b.w, 0.86 * b.h, 0.06 * b.d), (0.44 * b.w, 0.86 * b.h, 0.06 * b.d), 0.04 * b.w
        ),
        _BLACK,
    )
    b.add("console", soft(0.4 * b.w, 0.14 * b.h, 0.05 * b.d, 0, 0.86 * b.h, 0.16 * b.d), DARK_METAL)
    for s in (-1, 1):
        b.add(
            "pedals",
            box(0.2 * b.w, 0.03 * b.h, 0.1 * b.d, s * 0.24 * b.w, (0.25 + 0.1 * s) * b.h, 0),
            DARK_METAL,
        )


def push_cart(b: Draft) -> None:
    """A basket of bars on four wheels, its handle at the back."""
    for sx in (-1, 1):
        for z in (-0.3, 0.36):
            b.add(
                "wheels", axle(0.09 * b.h, 0.06 * b.w, sx * 0.42 * b.w, 0.09 * b.h, z * b.d), _BLACK
            )
        b.add(
            "frame",
            rod(
                (sx * 0.42 * b.w, 0.1 * b.h, 0.36 * b.d),
                (sx * 0.42 * b.w, 0.3 * b.h, -0.34 * b.d),
                0.03 * b.w,
            ),
        )
        b.add(
            "frame",
            rod(
                (sx * 0.42 * b.w, 0.1 * b.h, -0.3 * b.d),
                (sx * 0.46 * b.w, 0.97 * b.h, -0.46 * b.d),
                0.03 * b.w,
            ),
        )
    b.add(
        "handle",
        rod(
            (-0.46 * b.w, 0.97 * b.h, -0.46 * b.d),
            (0.46 * b.w, 0.97 * b.h, -0.46 * b.d),
            0.04 * b.w,
        ),
        _BLACK,
    )
    b.add("floor", box(0.84 * b.w, 0.03 * b.h, 0.76 * b.d, 0, 0.36 * b.h, 0.02 * b.d))
    for s in (-1, 1):
        b.add(
            "sides", box(0.03 * b.w, 0.36 * b.h, 0.8 * b.d, s * 0.44 * b.w, 0.36 * b.h, 0.02 * b.d)
        )
        b.add(
            "sides", box(0.9 * b.w, 0.36 * b.h, 0.02 * b.d, 0, 0.36 * b.h, (0.02 + 0.4 * s) * b.d)
        )


def crystal_ball(b: Draft) -> None:
    r = 0.42 * b.h
    b.add("ball", ball(b.w / 2, r, b.d / 2, y=b.h - r, detail=3))
    foot = lathe([(0.4, 0), (0.44, 0.06), (0.24, 0.14), (0.34, 0.24), (0.3, 0.26)], n=28)
    b.add("foot", foot.scale(b.w, b.h, b.d), stuff("wood", "#5c3d26"))


def hourglass(b: Draft) -> None:
    glass = [
        (0.34, 0.08),
        (0.36, 0.2),
        (0.2, 0.42),
        (0.05, 0.5),
        (0.2, 0.58),
        (0.36, 0.8),
        (0.34, 0.92),
    ]
    b.add("glass", lathe(glass, n=28).scale(b.w, b.h, b.d), stuff("glass"))
    sand = lathe([(0.3, 0.09), (0.31, 0.18), (0.0, 0.34)], n=20).scale(b.w, b.h, b.d)
    b.add("sand", sand, stuff("sand"))
    for y in (0.0, 0.92):
        b.add("caps", cylinder(0.5, 0.08, 0, y, n=28).scale(b.w, b.h, b.d))
    for i in range(3):
        a = i * 2 * pi / 3
        x, z = 0.43 * b.w * sin(a), 0.43 * b.d * cos(a)
        b.add("posts", rod((x, 0.06 * b.h, z), (x, 0.94 * b.h, z), 0.03 * b.w))


def racket(b: Draft) -> None:
    """Lying flat, its grip to the front."""
    y = b.h / 2
    rx, rz, z0 = 0.48 * b.w, 0.27 * b.d, -0.22 * b.d
    line = [(rx * cos(a), y, z0 + rz * sin(a)) for a in (i * pi / 12 for i in range(24))]
    b.add("frame", tube(line, 0.3 * b.h, 8, closed=True))
    b.add("frame", rod((0, y, z0 + rz), (0, y, 0.2 * b.d), 0.4 * b.h))
    b.add("grip", rod((0, y, 0.18 * b.d), (0, y, 0.49 * b.d), 0.5 * b.h), _BLACK)
    for i in range(-4, 5):
        x = i * 0.1 * b.w
        reach = rz * (1 - (x / rx) ** 2) ** 0.5
        b.add(
            "strings", rod((x, y, z0 - reach), (x, y, z0 + reach), 0.05 * b.h, n=6), stuff("cotton")
        )
        z = z0 + i / 5 * rz
        half = rx * (1 - (i / 5) ** 2) ** 0.5
        b.add("strings", rod((-half, y, z), (half, y, z), 0.05 * b.h, n=6), stuff("cotton"))


def robot_arm(b: Draft) -> None:
    b.add("base", cylinder(0.3 * b.w, 0.14 * b.h, n=28), DARK_METAL)
    joints = [(0.0, 0.14, 0.0), (0.0, 0.56, -0.2), (0.0, 0.94, 0.08), (0.0, 0.62, 0.4)]
    points = [(x * b.w, y * b.h, z * b.d) for x, y, z in joints]
    for start, end, r in zip(points, points[1:], (0.13, 0.1, 0.07), strict=False):
        b.add("arm", rod(start, end, r * b.w, r * 0.8 * b.w, n=14))
        b.add("joints", ball(r * 1.2 * b.w, x=start[0], y=start[1], z=start[2]), DARK_METAL)
    for s in (-1, 1):
        tip = (s * 0.09 * b.w, 0.46 * b.h, 0.44 * b.d)
        b.add("claw", rod(points[-1], tip, 0.04 * b.w, 0.02 * b.w), DARK_METAL)


def submarine(b: Draft) -> None:
    """Its bow to the front."""
    y = 0.36 * b.h
    b.add("hull", ball(b.w / 2, 0.36 * b.h, 0.47 * b.d, y=y, detail=3))
    b.add("tower", soft(0.3 * b.w, 0.36 * b.h, 0.16 * b.d, 0, 0.58 * b.h, 0.06 * b.d), b.tone(0.9))
    b.add(
        "periscope", rod((0, 0.9 * b.h, 0.06 * b.d), (0, b.h, 0.06 * b.d), 0.03 * b.w), DARK_METAL
    )
    b.add("periscope", disc(0.03 * b.w, 0.03 * b.d, 0, 0.98 * b.h, 0.07 * b.d), DARK_METAL)
    for s in (-1, 1):
        b.add(
            "fins",
            box(0.3 * b.w, 0.02 * b.h, 0.05 * b.d, s * 0.2 * b.w, y, -0.42 * b.d),
            b.tone(0.8),
        )
        b.add(
            "fins",
            box(0.04 * b.w, 0.2 * b.h, 0.05 * b.d, 0, y - 0.1 * b.h + s * 0.14 * b.h, -0.42 * b.d),
            b.tone(0.8),
        )
        for z in (-0.1, 0.1, 0.24):
            b.add(
                "portholes",
                axle(0.03 * b.h, 0.04 * b.w, s * 0.45 * b.w, y + 0.08 * b.h, z * b.d),
                stuff("brass"),
            )
    for i in range(4):
        blade = box(0.3 * b.w, 0.05 * b.h, 0.01 * b.d).roll(i * 45.0)
        b.add("screw", blade.move(0, y, -0.485 * b.d), stuff("brass"))


def typewriter(b: Draft) -> None:
    b.add("body", soft(b.w, 0.5 * b.h, 0.7 * b.d, 0, 0, -0.12 * b.d))
    b.add("roller", axle(0.12 * b.h, 0.96 * b.w, 0, 0.66 * b.h, -0.2 * b.d), _BLACK)
    b.add("paper", box(0.6 * b.w, 0.5 * b.h, 0.01 * b.d, 0, 0.5 * b.h, -0.28 * b.d), stuff("paper"))
    for row in range(3):
        for i in range(9):
            place = (
                (i - 4 + 0.3 * row) * 0.09 * b.w,
                (0.28 - 0.07 * row) * b.h,
                (0.24 + 0.1 * row) * b.d,
            )
            b.add("keys", cylinder(0.035 * b.w, 0.06 * b.h, *place, n=8), stuff("plastic"))
    b.add("front", soft(0.94 * b.w, 0.14 * b.h, 0.4 * b.d, 0, 0, 0.3 * b.d), b.tone(0.8))


def barrel_pole(b: Draft) -> None:
    """A barber's pole: a white post with a band that winds around it."""
    r = 0.36 * min(b.w, b.d)
    b.add("post", cylinder(r, 0.84 * b.h, 0, 0.08 * b.h, n=24), stuff("porcelain"))
    line = [(r * sin(a), 0.1 * b.h + 0.8 * b.h * a / (8 * pi), r * cos(a))
            for a in (i * pi / 10 for i in range(81))]  # fmt: skip
    b.add("band", tube(line, 0.2 * r, 6))
    for y in (0.0, 0.92):
        b.add("caps", cylinder(0.5, 0.08, 0, y, n=24).scale(b.w, b.h, b.d), stuff("chrome"))


def gauge_disk(b: Draft) -> None:
    """A handwheel on a pipe."""
    r, y = 0.44 * min(b.w, b.h), b.h / 2
    line = [(r * cos(a), y + r * sin(a), 0.3 * b.d) for a in (i * pi / 12 for i in range(24))]
    b.add("wheel", tube(line, 0.12 * r, 8, closed=True))
    for i in range(3):
        a = i * pi / 3
        ends = [(s * r * cos(a), y + s * r * sin(a), 0.3 * b.d) for s in (-1, 1)]
        b.add("spokes", rod(ends[0], ends[1], 0.08 * r))
    flat = circle(0.3 * r, 20)
    b.add("stem", prism(flat, 0.8 * b.d).move(0, y, -0.1 * b.d), DARK_METAL)


MODELS: dict[str, Family] = {
    "crane": crane,
    "ferris wheel": ferris_wheel,
    "satellite": dish,
    "harp": harp,
    "exercise bike": exercise_bike,
    "luggage cart": push_cart,
    "crystal ball": crystal_ball,
    "hourglass": hourglass,
    "tennis racket": racket,
    "robot arm": robot_arm,
    "submarine": submarine,
    "typewriter": typewriter,
    "barber pole": barrel_pole,
    "valve": gauge_disk,
}
