"""Desk things: staplers, binders, rulers, magnifiers, calculators, compasses."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, BRASS, SCREEN, STEEL, WHITE
from consumers.greybox.families.things.tool_parts import flat
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, lathe, tube


def stapler(b: Draft) -> None:
    b.add("base", soft(0.15, 0.012, 0.036, 0, 0, 0, 0.005))
    b.add("arm", soft(0.145, 0.022, 0.034, 0, 0, 0, 0.009).roll(9).move(0.0, 0.03, 0))
    b.add("rail", box(0.13, 0.01, 0.02).roll(9).move(0.0, 0.02, 0), STEEL)
    b.add("hinge", soft(0.03, 0.035, 0.034, -0.06, 0.006, 0))


def paperclip(b: Draft) -> None:
    bends = [(0.016, 0.004), (-0.012, 0.004), (-0.016, 0), (-0.012, -0.004), (0.014, -0.004)]
    bends += [(0.02, 0.001), (0.014, 0.0065), (-0.01, 0.0065)]
    line = curve([(x, 0.001, z) for x, z in bends], 5)
    b.add("wire", tube(line, 0.0012, 6))


def binder(b: Draft) -> None:
    b.add("covers", box(0.006, 0.32, 0.28, 0.032, 0, 0) + box(0.006, 0.32, 0.28, -0.032, 0, 0))
    b.add("spine", box(0.07, 0.32, 0.006, 0, 0, 0.138))
    b.add("paper", box(0.05, 0.297, 0.24, 0, 0.008, 0.005), WHITE)
    b.add("label", box(0.045, 0.12, 0.002, 0, 0.14, 0.142), WHITE)
    b.add("hole", disc(0.012, 0.004, 0, 0.05, 0.141, 16), BLACK)


def folder(b: Draft) -> None:
    b.add("back", box(0.31, 0.003, 0.235))
    b.add("tab", box(0.09, 0.003, 0.02, -0.08, 0, -0.125))
    b.add("papers", box(0.29, 0.008, 0.21, 0.004, 0.003, 0), WHITE)
    b.add("front", box(0.31, 0.003, 0.225, 0, 0, 0.004).pitch(3).move(0, 0.012, 0), b.tone(1.1))


def tape_dispenser(b: Draft) -> None:
    b.add("base", soft(0.16, 0.03, 0.055, 0, 0, 0, 0.01))
    b.add("cheeks", disc(0.034, 0.05, -0.03, 0.045, 0, 24))
    b.add("roll", disc(0.036, 0.022, -0.03, 0.05, 0, 28), stuff("glass", "#e8dfb8"))
    b.add("nose", prism([(0.02, 0.02), (0.08, 0.02), (0.078, 0.045)], 0.04))
    b.add("teeth", box(0.004, 0.008, 0.03, 0.078, 0.042, 0), STEEL)


def pencil_holder(b: Draft) -> None:
    b.add("cup", lathe([(0.04, 0), (0.042, 0.1), (0.038, 0.1), (0.037, 0.01)], n=28))
    for i, color in enumerate(("#f2c02e", "#c8322f", "#3a6fc4", "#4a9a45", "#23262a")):
        a = i * 2 * pi / 5
        x, z = 0.022 * cos(a), 0.022 * sin(a)
        b.add(
            f"pencil {i}",
            rod((0.6 * x, 0.01, 0.6 * z), (1.5 * x, 0.17, 1.5 * z), 0.004, n=6),
            stuff("paint", color),
        )
        b.add(
            "points",
            lathe([(0.004, 0), (0.0006, 0.016)], 1.5 * x, 0.17, 1.5 * z, 6),
            stuff("wood", "#d9b98a"),
        )


def ruler(b: Draft) -> None:
    b.add("ruler", box(0.31, 0.003, 0.03))
    for i in range(31):
        long = 0.012 if i % 5 == 0 else 0.006
        b.add("marks", box(0.0008, 0.0032, long, -0.15 + 0.01 * i, 0, 0.015 - long / 2), BLACK)


def protractor(b: Draft) -> None:
    arc = [(0.06 * cos(t), -0.06 * sin(t)) for t in [i * pi / 24 for i in range(25)]]
    inner = [
        (0.035 * cos(t), -0.008 - 0.03 * sin(t)) for t in [pi - i * pi / 24 for i in range(25)]
    ]
    b.add(
        "arc",
        flat([*arc, (-0.06, 0.008), (-0.036, 0.008), *inner, (0.036, 0.008), (0.06, 0.008)], 0.002),
    )
    b.add("base", box(0.12, 0.002, 0.008, 0, 0, 0.004))
    for i in range(13):
        t = i * pi / 12
        b.add(
            "marks",
            rod(
                (0.052 * cos(t), 0.0022, -0.052 * sin(t)),
                (0.059 * cos(t), 0.0022, -0.059 * sin(t)),
                0.0005,
                n=4,
            ),
            BLACK,
        )


def drawing_compass(b: Draft) -> None:
    for s, end in ((-1, STEEL), (1, BLACK)):
        b.add("legs", rod((0, 0.13, 0), (s * 0.035, 0.02, 0), 0.005, 0.003), STEEL)
        b.add(f"tip {s}", rod((s * 0.035, 0.02, 0), (s * 0.039, 0, 0), 0.0018, 0.0005, n=6), end)
    b.add("joint", disc(0.011, 0.014, 0, 0.13, 0, 16))
    b.add("grip", cylinder(0.005, 0.025, 0, 0.138, n=10))


def eraser(b: Draft) -> None:
    b.add("rubber", soft(0.05, 0.013, 0.022, 0, 0, 0, 0.004), WHITE)
    b.add("sleeve", soft(0.034, 0.0145, 0.0235, -0.008, -0.0006, 0, 0.002))


def magnifying_glass(b: Draft) -> None:
    b.add("rim", ring(0.05, 0.006, 0.07, 0.01, 0, 32))
    b.add("lens", ball(0.048, 0.008, 0.048, 0.07, 0.01, 0), stuff("glass", "#dcecf2"))
    b.add("neck", rod((0.018, 0.01, 0), (0.0, 0.01, 0), 0.006), BRASS)
    b.add("handle", rod((0.0, 0.01, 0), (-0.1, 0.01, 0), 0.009, 0.011), stuff("wood", "#4a2c1a"))


def calculator(b: Draft) -> None:
    b.add("case", soft(0.08, 0.015, 0.15, 0, 0, 0, 0.006))
    b.add("screen", box(0.064, 0.003, 0.026, 0, 0.014, -0.052), stuff("glass", "#b9c9a8"))
    for i in range(4):
        for j in range(5):
            key = box(0.012, 0.005, 0.011, -0.025 + 0.0167 * i, 0.013, -0.02 + 0.02 * j)
            b.add(
                "keys" if i < 3 else "signs", key, WHITE if i < 3 else stuff("plastic", "#ee7f22")
            )


def magnetic_compass(b: Draft) -> None:
    b.add("case", lathe([(0.034, 0), (0.036, 0.004), (0.036, 0.016), (0.032, 0.018)], n=36))
    b.add("dial", cylinder(0.031, 0.003, 0, 0.0155, n=36), stuff("paper", "#f4efe0"))
    for i in range(8):
        i * pi / 4
        r = 0.006 if i % 2 == 0 else 0.003
        b.add("points", box(0.002, 0.001, r, 0, 0.0185, 0.026 - r / 2).yaw(45 * i), BLACK)
    b.add(
        "north",
        flat([(0.0, -0.024), (0.004, 0.0), (-0.004, 0.0)], 0.0015).yaw(20).move(0, 0.0195, 0),
        stuff("paint", "#c8322f"),
    )
    b.add(
        "south",
        flat([(0.0, 0.024), (-0.004, 0.0), (0.004, 0.0)], 0.0015).yaw(20).move(0, 0.0195, 0),
        STEEL,
    )
    b.add("pivot", ball(0.003, y=0.021, detail=1), BRASS)
    b.add("loop", ring(0.009, 0.002, 0, 0.01, -0.044))


def hole_punch(b: Draft) -> None:
    b.add("base", soft(0.12, 0.02, 0.1, 0, 0, 0, 0.006), BLACK)
    b.add("arm", soft(0.11, 0.016, 0.1, 0, 0, 0, 0.006).pitch(-14).move(0, 0.055, 0.0))
    for x in (-0.035, 0.035):
        b.add("posts", cylinder(0.01, 0.045, x, 0.018, -0.02, n=14), STEEL)


def flip_chart(b: Draft) -> None:
    for x in (-0.35, 0.35):
        b.add("legs", rod((1.1 * x, 0, 0.3), (0.9 * x, 1.85, 0), 0.016), STEEL)
    b.add("legs", rod((0, 0, -0.45), (0, 1.8, -0.02), 0.016), STEEL)
    b.add("board", box(0.7, 1.0, 0.02, 0, 0, 0).pitch(-8).move(0, 0.85, 0.14), STEEL)
    b.add("paper", box(0.66, 0.92, 0.012, 0, 0, 0).pitch(-8).move(0, 0.88, 0.155), WHITE)
    b.add("tray", box(0.7, 0.03, 0.07, 0, 0.82, 0.18))
    for i, (w, color) in enumerate(((0.4, "#c8322f"), (0.5, "#23262a"), (0.34, "#3a6fc4"))):
        line = (
            box(w, 0.02, 0.006, -0.1 + w * 0.2, 0.62 - 0.16 * i, 0.007)
            .pitch(-8)
            .move(0, 0.9, 0.157)
        )
        b.add(f"line {i}", line, stuff("paint", color))


def sticky_notes(b: Draft) -> None:
    for i, color in enumerate(("#f2e04a", "#f29ac0", "#9ae08a")):
        b.add(
            f"pad {i}",
            box(0.076, 0.006, 0.076, 0.002 * i, 0.006 * i, -0.002 * i, 0.0005).yaw(6 * i),
            stuff("paper", color),
        )


def rubber_stamp(b: Draft) -> None:
    b.add("plate", box(0.05, 0.012, 0.035))
    b.add(
        "handle",
        lathe([(0.016, 0.01), (0.008, 0.03), (0.017, 0.062), (0.006, 0.078)]),
        stuff("wood", "#8a5a34"),
    )
    b.add("rubber", box(0.048, 0.004, 0.033, 0, -0.003), stuff("rubber", "#8a2f2a"))


def chalk(b: Draft) -> None:
    for i, (z, color) in enumerate(
        ((0, "#f6f4ee"), (0.014, "#f6f4ee"), (-0.014, "#f2d46a"), (0.003, "#8fb8e8"))
    ):
        y = 0.005 if i < 3 else 0.0145
        b.add(
            f"stick {i}",
            rod((-0.036, y, z), (0.036, y, 1.2 * z), 0.005, 0.0044),
            stuff("plaster", color),
        )


def lunchbox(b: Draft) -> None:
    b.add("box", soft(0.24, 0.13, 0.12, 0, 0, 0, 0.02))
    b.add("lid", soft(0.244, 0.04, 0.124, 0, 0.12, 0, 0.018), b.tone(1.25))
    b.add(
        "handle",
        tube(
            curve([(-0.05, 0.155, 0), (-0.045, 0.19, 0), (0.045, 0.19, 0), (0.05, 0.155, 0)], 4),
            0.008,
        ),
        BLACK,
    )
    b.add("latches", box(0.03, 0.04, 0.01, 0.07, 0.1, 0.062).pair(), STEEL)
    b.add("print", disc(0.035, 0.124, 0, 0.06, 0, 24), stuff("paint", "#f2cd2c"))


def game_controller(b: Draft) -> None:
    b.add("body", soft(0.13, 0.035, 0.075, 0, 0.006, -0.01, 0.016))
    b.add("horns", ball(0.026, 0.02, 0.045, 0.052, 0.022, 0.03).pair())
    b.add(
        "sticks",
        (
            cylinder(0.009, 0.012, 0.026, 0.04, 0.012, n=14)
            + cylinder(0.012, 0.005, 0.026, 0.05, 0.012, n=16)
        ).pair(),
        BLACK,
    )
    b.add(
        "cross",
        box(0.028, 0.006, 0.009, -0.045, 0.038, -0.018)
        + box(0.009, 0.006, 0.028, -0.045, 0.038, -0.018),
        BLACK,
    )
    for dx, dz, color in (
        (0.012, 0, "#c8322f"),
        (-0.012, 0, "#3a6fc4"),
        (0, 0.012, "#4a9a45"),
        (0, -0.012, "#f2cd2c"),
    ):
        b.add(
            f"button {color}",
            cylinder(0.0055, 0.006, 0.045 + dx, 0.038, -0.018 + dz, n=12),
            stuff("plastic", color),
        )
    b.add("screen", box(0.03, 0.003, 0.016, 0, 0.04, -0.025), SCREEN)


def abacus(b: Draft) -> None:
    for s in (-1, 1):
        b.add("frame", box(0.02, 0.24, 0.04, s * 0.16) + box(0.34, 0.02, 0.04, 0, 0.11 + s * 0.11))
    tones = ("#c8322f", "#ee7f22", "#f2cd2c", "#4a9a45", "#3a6fc4", "#7d44a8")
    for i, color in enumerate(tones):
        y = 0.04 + 0.034 * i
        b.add("wires", rod((-0.16, y, 0), (0.16, y, 0), 0.002, n=6), STEEL)
        for j in range(8):
            x = -0.13 + 0.022 * j + (0.09 if j > 3 + i % 3 else 0.0)
            b.add(
                f"beads {i}",
                ball(0.014, 0.014, 0.014, x, y, 0, 1).scale(1, 1, 1),
                stuff("paint", color),
            )


MODELS: dict[str, Family] = {
    "stapler": stapler,
    "paperclip": paperclip,
    "binder": binder,
    "folder": folder,
    "tape dispenser": tape_dispenser,
    "pencil holder": pencil_holder,
    "ruler": ruler,
    "protractor": protractor,
    "drawing compass": drawing_compass,
    "eraser": eraser,
    "magnifying glass": magnifying_glass,
    "calculator": calculator,
    "compass": magnetic_compass,
    "hole punch": hole_punch,
    "flip chart": flip_chart,
    "sticky notes": sticky_notes,
    "rubber stamp": rubber_stamp,
    "chalk": chalk,
    "lunchbox": lunchbox,
    "game controller": game_controller,
    "abacus": abacus,
}
