"""What stands in gyms and games rooms: bars, rowers, tables for games, jukeboxes, balls."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, DARK_METAL, STEEL, square_legs
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, lathe, tube


def pull_up_bar(b: Draft) -> None:
    """Two posts on feet with a bar between, its grips bent down."""
    for s in (-1, 1):
        x = s * 0.42 * b.w
        b.add("posts", box(0.06 * b.w, b.h * 0.97, 0.09 * b.d, x, 0.02 * b.h))
        b.add("feet", box(0.08 * b.w, 0.03 * b.h, b.d, x), b.tone(0.8))
        b.add("feet", soft(0.09 * b.w, 0.04 * b.h, 0.06 * b.d, x, 0, 0.47 * b.d), BLACK)
        brace = rod((x, 0.03 * b.h, -0.4 * b.d), (x, 0.34 * b.h, 0), 0.022 * b.w)
        b.add("posts", brace)
    line = [(-0.5, 0.94), (-0.42, 0.98), (0.0, 0.985), (0.42, 0.98), (0.5, 0.94)]
    bar = curve([(x * b.w, y * b.h, 0.0) for x, y in line], 4)
    b.add("bar", tube(bar, 0.022 * b.w, 10), STEEL)
    for s in (-1, 1):
        grip = rod((s * 0.14 * b.w, 0.985 * b.h, 0), (s * 0.3 * b.w, 0.984 * b.h, 0), 0.03 * b.w)
        b.add("grips", grip, BLACK)
    b.add("posts", box(0.84 * b.w, 0.03 * b.h, 0.06 * b.d, 0, 0.03 * b.h, -0.38 * b.d))


def rowing_machine(b: Draft) -> None:
    """A long rail with a sliding seat, a fan at its head, foot plates and a handle."""
    y = 0.2 * b.h
    b.add("rail", box(0.12 * b.w, 0.06 * b.h, 0.78 * b.d, 0, y, -0.1 * b.d), STEEL)
    b.add("frame", rod((0, y, 0.28 * b.d), (0, 0.34 * b.h, 0.4 * b.d), 0.07 * b.w))
    b.add("fan", axle(0.22 * b.h, 0.4 * b.w, 0, 0.3 * b.h, 0.36 * b.d, 28))
    b.add("grid", axle(0.17 * b.h, 0.44 * b.w, 0, 0.3 * b.h, 0.36 * b.d, 24), DARK_METAL)
    for z in (0.44, -0.44):
        b.add("feet", box(0.9 * b.w, 0.05 * b.h, 0.06 * b.d, 0, 0, z * b.d), BLACK)
        b.add("frame", box(0.1 * b.w, 0.24 * b.h, 0.05 * b.d, 0, 0.02 * b.h, z * b.d))
    b.add("seat", soft(0.5 * b.w, 0.06 * b.h, 0.16 * b.d, 0, 0.31 * b.h, -0.2 * b.d), BLACK)
    b.add("trolley", box(0.2 * b.w, 0.07 * b.h, 0.1 * b.d, 0, 0.25 * b.h, -0.2 * b.d), DARK_METAL)
    for s in (-1, 1):
        plate = soft(0.18 * b.w, 0.03 * b.h, 0.18 * b.d, 0, 0, 0, 0.01 * b.h).pitch(-42)
        b.add("plates", plate.move(s * 0.2 * b.w, 0.24 * b.h, 0.16 * b.d), BLACK)
    b.add(
        "handle",
        rod(
            (-0.36 * b.w, 0.46 * b.h, 0.14 * b.d), (0.36 * b.w, 0.46 * b.h, 0.14 * b.d), 0.03 * b.w
        ),
        BLACK,
    )
    b.add(
        "chain", rod((0, 0.46 * b.h, 0.14 * b.d), (0, 0.36 * b.h, 0.34 * b.d), 0.012 * b.w), STEEL
    )
    b.add(
        "arm", rod((0, 0.4 * b.h, 0.38 * b.d), (0, 0.9 * b.h, 0.26 * b.d), 0.03 * b.w), DARK_METAL
    )
    b.add(
        "screen",
        soft(0.4 * b.w, 0.16 * b.h, 0.03 * b.d, 0, 0.84 * b.h, 0.25 * b.d, 0.01 * b.h),
        BLACK,
    )
    b.add(
        "display",
        box(0.32 * b.w, 0.1 * b.h, 0.034 * b.d, 0, 0.87 * b.h, 0.248 * b.d),
        stuff("light", "#7fd48a"),
    )


def ping_pong_table(b: Draft) -> None:
    """A table with white lines and a net across its middle; two bats and a ball on it."""
    top = 0.84 * b.h
    b.add("top", box(b.w, 0.05 * b.h, b.d, 0, top - 0.05 * b.h, 0, bevel=0.004))
    white, y = stuff("paint", "#f6f6f2"), top - 0.001 * b.h
    for s in (-1, 1):
        b.add("lines", box(0.014 * b.w, 0.004 * b.h, b.d * 0.999, s * 0.49 * b.w, y), white)
        b.add("lines", box(b.w * 0.99, 0.004 * b.h, 0.008 * b.d, 0, y, s * 0.494 * b.d), white)
    b.add("lines", box(0.008 * b.w, 0.004 * b.h, b.d * 0.99, 0, y), white)
    b.add("net", box(b.w, 0.15 * b.h, 0.006, 0, top), stuff("fabric", "#3a4148"))
    b.add("tape", box(b.w, 0.02 * b.h, 0.012, 0, b.h - 0.02 * b.h), white)
    for s in (-1, 1):
        b.add("clamps", box(0.02 * b.w, 0.2 * b.h, 0.02 * b.d, s * 0.49 * b.w, 0.8 * b.h), BLACK)
    b.add("legs", square_legs(0.8 * b.w, 0.7 * b.d, top - 0.05 * b.h, 0.05), DARK_METAL)
    for s in (-1, 1):
        b.add("legs", box(0.8 * b.w, 0.05 * b.h, 0.03, 0, 0.3 * b.h, s * 0.34 * b.d), DARK_METAL)
        bat = cylinder(0.075, 0.014, 0.2 * s * b.w, top, s * 0.34 * b.d, n=24)
        b.add(f"bat {s}", bat, stuff("rubber", "#c8322f" if s > 0 else "#2b2f34"))
        b.add(
            "grips",
            box(0.028, 0.02, 0.1, 0.2 * s * b.w, top, s * 0.34 * b.d + 0.11),
            stuff("wood", "#d2aa70"),
        )
    b.add(
        "ball",
        ball(0.02, x=-0.2 * b.w, y=top + 0.02, z=0.2 * b.d, detail=1),
        stuff("plastic", "#f2b03a"),
    )


def air_hockey_table(b: Draft) -> None:
    """A white field with red lines in a raised rim, two mallets, a puck and a score board."""
    field = 0.9 * b.h
    b.add(
        "body",
        soft(b.w, 0.34 * b.h, b.d, 0, 0.54 * b.h, 0, 0.05 * b.h),
        stuff("plastic", "#2a4f9a"),
    )
    b.add(
        "field",
        box(0.9 * b.w, 0.02 * b.h, 0.84 * b.d, 0, field - 0.02 * b.h),
        stuff("plastic", "#f4f6f8"),
    )
    red, y = stuff("paint", "#d8403a"), field - 0.001 * b.h
    b.add("lines", box(0.012 * b.w, 0.004 * b.h, 0.84 * b.d, 0, y), red)
    b.add("lines", ring(0.14 * b.d, 0.006 * b.d, 0, field, 0, 32), red)
    for s in (-1, 1):
        b.add(
            "lines",
            box(0.012 * b.w, 0.004 * b.h, 0.84 * b.d, s * 0.22 * b.w, y),
            stuff("paint", "#3a6fc4"),
        )
        b.add(
            "rims",
            soft(b.w, 0.12 * b.h, 0.06 * b.d, 0, 0.88 * b.h, s * 0.46 * b.d, 0.02 * b.h),
            BLACK,
        )
        b.add(
            "rims",
            soft(0.05 * b.w, 0.12 * b.h, 0.9 * b.d, s * 0.475 * b.w, 0.88 * b.h, 0, 0.02 * b.h),
            BLACK,
        )
        b.add(
            "goals",
            box(0.06 * b.w, 0.05 * b.h, 0.3 * b.d, s * 0.47 * b.w, field),
            stuff("paint", "#d8dce0"),
        )
        x = s * 0.3 * b.w
        side = [(0.045, 0), (0.05, 0.01), (0.045, 0.02), (0.02, 0.025), (0.017, 0.06), (0, 0.065)]
        b.add("mallets", lathe(side, x, field, 0.05 * s * b.d, 20), red)
        b.add("legs", box(0.1 * b.w, 0.55 * b.h, 0.8 * b.d, s * 0.38 * b.w, 0), DARK_METAL)
    b.add(
        "puck",
        cylinder(0.035, 0.01, 0.1 * b.w, field, 0.12 * b.d, n=24),
        stuff("plastic", "#f2cd2c"),
    )


def jukebox(b: Draft) -> None:
    """A cabinet with a round top, glowing tubes around it, a window with records, a grille."""
    w, h, d = b.w, b.h, b.d
    a = [pi * i / 20 for i in range(21)]
    bow = [(0.48 * w * cos(t), 0.68 * h + 0.32 * h * sin(t)) for t in a]
    b.add(
        "cabinet",
        prism([(0.48 * w, 0.0), *bow, (-0.48 * w, 0.0)], 0.84 * d, 0.02 * w).move(0, 0, -0.06 * d),
    )
    for k, (share, color) in enumerate(((0.42, "#ffb347"), (0.35, "#ff6a4d"))):
        line = [(share * w, 0.08 * h)]
        line += [(share * w * cos(t), 0.68 * h + share / 0.48 * 0.32 * h * sin(t)) for t in a]
        line += [(-share * w, 0.08 * h)]
        arch = [(x, y, 0.37 * d) for x, y in line]
        b.add(f"tubes {k}", tube(arch, 0.026 * w, 8), stuff("light", color))
    b.add(
        "window",
        prism([(0.28 * w * cos(t), 0.68 * h + 0.19 * h * sin(t)) for t in a], 0.04 * d).move(
            0, 0, 0.36 * d
        ),
        stuff("plastic", "#22303c"),
    )
    for i in range(5):
        record = disc(0.075 * w, 0.02 * d, (-0.16 + 0.08 * i) * w, 0.755 * h, 0.385 * d, 20)
        b.add("records", record, BLACK)
        label = disc(0.03 * w, 0.026 * d, (-0.16 + 0.08 * i) * w, 0.755 * h, 0.385 * d, 14)
        b.add("labels", label, stuff("paper", "#f2c23a"))
    b.add("keys", box(0.58 * w, 0.1 * h, 0.2 * d, 0, 0.54 * h, 0.36 * d), stuff("chrome"))
    for i in range(10):
        key = box(0.035 * w, 0.04 * h, 0.03 * d, (-0.2475 + 0.055 * i) * w, 0.57 * h, 0.465 * d)
        b.add("buttons", key, stuff("plastic", "#f4f0e6"))
    b.add(
        "grille",
        box(0.56 * w, 0.38 * h, 0.04 * d, 0, 0.1 * h, 0.365 * d),
        stuff("fabric", "#c8a050"),
    )
    for i in range(5):
        b.add(
            "bars",
            box(0.02 * w, 0.4 * h, 0.06 * d, (-0.22 + 0.11 * i) * w, 0.09 * h, 0.37 * d),
            stuff("chrome"),
        )
    b.add("foot", soft(w, 0.06 * h, 0.94 * d, 0, 0, -0.02 * d, 0.02 * h), stuff("wood", "#5c3d26"))


def exercise_ball(b: Draft) -> None:
    """A large plain ball with ribs around it."""
    r = 0.5 * b.w
    b.add("ball", ball(r * 0.995, 0.5 * b.h, 0.5 * b.d * 0.995, 0, 0.5 * b.h, 0, 3))
    for i in range(7):
        t = (i - 3) * 0.32
        hoop = ring(r * cos(t) * 0.993, 0.009 * r, n=36).scale(1, 1, b.d / b.w)
        b.add("ribs", hoop.move(0, 0.5 * b.h * (1 + 0.995 * sin(t))), b.tone(1.12))


def climbing_frame(b: Draft) -> None:
    """Steel ladders, a ladder across on top, and a net at one end."""
    t = 0.014 * b.w
    yellow = stuff("paint", "#f2cd2c")
    for sx in (-1, 1):
        for sz in (-1, 1):
            p = (sx * 0.47 * b.w, 0, sz * 0.4 * b.d)
            b.add("posts", rod(p, (sx * 0.4 * b.w, 0.97 * b.h, sz * 0.3 * b.d), 1.6 * t))
    for sz in (-1, 1):
        b.add(
            "posts",
            rod(
                (-0.4 * b.w, 0.97 * b.h, sz * 0.3 * b.d),
                (0.4 * b.w, 0.97 * b.h, sz * 0.3 * b.d),
                1.6 * t,
            ),
        )
    for i in range(9):
        x = (-0.4 + 0.1 * i) * b.w
        b.add("rungs", rod((x, 0.97 * b.h, -0.3 * b.d), (x, 0.97 * b.h, 0.3 * b.d), t, n=8), yellow)
    for s in (-1, 1):
        for i in range(1, 6):
            k = i / 6
            x, z = s * (0.47 - 0.07 * k) * b.w, (0.4 - 0.1 * k) * b.d
            b.add("rungs", rod((x, 0.97 * k * b.h, -z), (x, 0.97 * k * b.h, z), t, n=8), yellow)
    for i in range(5):
        z = (-0.24 + 0.12 * i) * b.d
        b.add(
            "ropes",
            rod((0.0, 0.97 * b.h, z), (0.0, 0.06 * b.h, z * 1.2), 0.5 * t, n=6),
            stuff("fabric", "#d9b25a"),
        )
    for i in range(6):
        y = (0.1 + 0.15 * i) * b.h
        b.add(
            "ropes",
            rod((0.0, y, -0.29 * b.d), (0.0, y, 0.29 * b.d), 0.5 * t, n=6),
            stuff("fabric", "#d9b25a"),
        )
    for s in (-1, 1):
        b.add(
            "rings",
            rod(
                (0.22 * b.w, 0.97 * b.h, s * 0.12 * b.d),
                (0.22 * b.w, 0.66 * b.h, s * 0.12 * b.d),
                0.4 * t,
                n=6,
            ),
            DARK_METAL,
        )
        b.add(
            "rings",
            ring(0.07 * b.h, 0.7 * t, n=18).roll(90).move(0.22 * b.w, 0.59 * b.h, s * 0.12 * b.d),
        )


def diving_board(b: Draft) -> None:
    """A board over the water at +Z, its steps and rails at the back."""
    board, t = 0.52 * b.h, 0.03 * b.h
    b.add("board", box(0.7 * b.w, t, b.d, 0, board))
    b.add("foot", box(0.8 * b.w, 0.06 * b.h, 0.45 * b.d, 0, 0, -0.25 * b.d), stuff("concrete"))
    for z in (-0.42 * b.d, -0.08 * b.d):
        b.add("stand", box(0.6 * b.w, board, 0.04 * b.d, 0, 0, z), stuff("metal", "#b9bec4"))
    rail = 0.03 * b.w
    for s in (-1, 1):
        x = s * 0.44 * b.w
        for z in (-0.44 * b.d, -0.06 * b.d):
            b.add("rails", rod((x, board, z), (x, b.h - rail, z), rail), stuff("metal", "#b9bec4"))
        top = rod((x, b.h - rail, -0.45 * b.d), (x, b.h - rail, -0.05 * b.d), rail)
        b.add("rails", top, stuff("metal", "#b9bec4"))
    for step in range(4):
        y = (step + 0.6) * board / 4.6
        b.add("steps", box(0.7 * b.w, t, 0.05 * b.d, 0, y, -0.47 * b.d), stuff("metal", "#8a9096"))


MODELS: dict[str, Family] = {
    "diving board": diving_board,
    "pull up bar": pull_up_bar,
    "rowing machine": rowing_machine,
    "ping pong table": ping_pong_table,
    "air hockey table": air_hockey_table,
    "jukebox": jukebox,
    "exercise ball": exercise_ball,
    "climbing frame": climbing_frame,
}
