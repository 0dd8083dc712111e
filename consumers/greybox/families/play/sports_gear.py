"""Things of sports and games for the hand and the foot."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, STEEL, WHITE
from consumers.greybox.families.things.tool_parts import GRIP
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, disc, ring, rod, soft
from consumers.greybox.sweeps import curve, lathe, tube


def skis(b: Draft) -> None:
    for s in (-1, 1):
        line = curve(
            [
                (s * 0.07, 0.02, -0.85),
                (s * 0.07, 0.008, -0.3),
                (s * 0.07, 0.008, 0.5),
                (s * 0.07, 0.03, 0.75),
                (s * 0.07, 0.09, 0.88),
            ],
            4,
        )
        b.add("skis", tube(line, [(0.042, 0.007)] * len(line), 8))
        b.add(
            "bindings",
            box(0.06, 0.045, 0.1, s * 0.07, 0.012, -0.12)
            + box(0.06, 0.035, 0.08, s * 0.07, 0.012, 0.16),
            BLACK,
        )
        b.add("poles", rod((s * 0.17, 0.015, -0.6), (s * 0.17, 0.015, 0.55), 0.008), STEEL)
        b.add("grips", rod((s * 0.17, 0.015, -0.62), (s * 0.17, 0.015, -0.48), 0.015), GRIP)
        b.add("baskets", ring(0.035, 0.005).pitch(90).move(s * 0.17, 0.036, 0.48), BLACK)


def skates(b: Draft) -> None:
    for s in (-1, 1):
        x = s * 0.08
        b.add(
            "boots",
            ball(0.045, 0.05, 0.12, x, 0.12, 0.02)
            + lathe([(0.045, 0), (0.048, 0.14), (0.04, 0.15)], x, 0.12, -0.06, 18),
        )
        b.add("soles", soft(0.07, 0.02, 0.25, x, 0.075, 0), BLACK)
        b.add("blades", soft(0.008, 0.035, 0.29, x, 0.0, 0, 0.003), STEEL)
        for z in (-0.08, 0.07):
            b.add("posts", box(0.02, 0.05, 0.04, x, 0.03, z), STEEL)
        for i in range(4):
            b.add("laces", box(0.05, 0.006, 0.008, x, 0.165 + 0.022 * i, 0.0 - 0.004 * i), WHITE)


def roller_skates(b: Draft) -> None:
    for s in (-1, 1):
        x = s * 0.08
        b.add(
            "boots",
            ball(0.045, 0.05, 0.12, x, 0.13, 0.02)
            + lathe([(0.045, 0), (0.048, 0.14), (0.04, 0.15)], x, 0.13, -0.06, 18),
        )
        b.add("soles", soft(0.075, 0.02, 0.25, x, 0.085, 0), BLACK)
        b.add("plates", box(0.04, 0.03, 0.2, x, 0.058, 0), STEEL)
        for z in (-0.07, 0.08):
            for t in (-1, 1):
                b.add(
                    "wheels",
                    axle(0.03, 0.025, x + t * 0.04, 0.03, z, 16),
                    stuff("rubber", "#f2c02e"),
                )
            b.add("axles", axle(0.008, 0.1, x, 0.03, z, 8), STEEL)
        b.add("stoppers", cylinder(0.02, 0.03, x, 0.04, 0.14, n=14), stuff("rubber", "#c8322f"))


def bowling_pin(b: Draft) -> None:
    b.add(
        "pin",
        lathe(
            [
                (0.028, 0),
                (0.04, 0.03),
                (0.06, 0.115),
                (0.048, 0.19),
                (0.024, 0.26),
                (0.032, 0.33),
                (0.02, 0.37),
                (0, 0.38),
            ],
            n=28,
        ),
    )
    for y, r in ((0.245, 0.029), (0.268, 0.026)):
        b.add("bands", ring(r, 0.0035, y=y, n=24), stuff("paint", "#c8322f"))


def whistle(b: Draft) -> None:
    b.add("chamber", axle(0.012, 0.018, 0.0, 0.014, -0.008, 22).yaw(0))
    b.add("mouth", box(0.018, 0.012, 0.034, 0, 0.014, 0.016, 0.003))
    b.add("slot", box(0.014, 0.004, 0.006, 0, 0.0245, 0.004), BLACK)
    b.add("loop", ring(0.006, 0.0012).roll(90).move(0, 0.014, -0.025), STEEL)


def golf_club(b: Draft) -> None:
    b.add("shaft", rod((0, 0.05, 0), (0.04, 1.0, 0), 0.006), STEEL)
    b.add("grip", rod((0.032, 0.8, 0), (0.042, 1.08, 0), 0.012, 0.014), GRIP)
    b.add(
        "head",
        tube(
            curve([(0.01, 0.04, 0), (-0.04, 0.025, 0.005), (-0.1, 0.03, 0.01)], 3),
            [(0.014, 0.02)] * 3 + [(0.012, 0.028)] * 4,
            10,
        ),
        STEEL,
    )


def hockey_stick(b: Draft) -> None:
    b.add("shaft", tube([(0, 0.05, 0), (0.2, 1.4, 0)], [(0.012, 0.017)] * 2, 8))
    b.add(
        "blade",
        tube(
            curve([(0.01, 0.05, 0), (-0.05, 0.035, 0.01), (-0.28, 0.035, 0.03)], 4),
            [(0.008, 0.035)] * 9,
            8,
        ),
        b.tone(0.6),
    )
    b.add("tape", tube([(0.17, 1.2, 0), (0.2, 1.41, 0)], [(0.0145, 0.0195)] * 2, 8), BLACK)


def shuttlecock(b: Draft) -> None:
    b.add("cork", ball(0.014, 0.014, 0.014, 0, 0.013, 0), stuff("paint", "#f4f1ea"))
    b.add(
        "skirt",
        lathe([(0.012, 0.014), (0.033, 0.085), (0.031, 0.085), (0.011, 0.02)], n=16),
        None,
        10,
    )
    for i in range(16):
        a = i * pi / 8
        b.add(
            "feathers",
            rod(
                (0.012 * sin(a), 0.016, 0.012 * cos(a)),
                (0.033 * sin(a), 0.088, 0.033 * cos(a)),
                0.0012,
                n=4,
            ),
            b.tone(0.85),
        )


def rugby_ball(b: Draft) -> None:
    b.add(
        "ball",
        lathe(
            [
                (0.0, 0),
                (0.05, 0.025),
                (0.09, 0.1),
                (0.095, 0.14),
                (0.09, 0.18),
                (0.05, 0.255),
                (0.0, 0.28),
            ],
            n=28,
        )
        .roll(90)
        .move(0.14, 0.095, 0),
    )
    for i in range(6):
        b.add(
            "laces",
            box(0.006, 0.004, 0.03, -0.05 + 0.02 * i, 0.188 - 0.5 * (0.02 * i - 0.05) ** 2, 0),
            WHITE,
        )
    for x in (-0.095, 0.095):
        b.add("bands", ring(0.064, 0.004).roll(90).move(x, 0.095, 0), WHITE)


def binoculars(b: Draft) -> None:
    for s in (-1, 1):
        b.add(
            "tubes",
            lathe([(0.019, 0), (0.02, 0.05), (0.026, 0.07), (0.029, 0.13), (0.026, 0.131)], n=22)
            .pitch(90)
            .move(s * 0.034, 0.03, -0.06),
        )
        b.add("lenses", disc(0.025, 0.006, s * 0.034, 0.03, 0.07, 22), stuff("glass", "#4a6a9a"))
        b.add("cups", disc(0.021, 0.016, s * 0.034, 0.03, -0.064, 20), stuff("rubber", "#1a1b1d"))
        b.add("rings", ring(0.0295, 0.002).pitch(90).move(s * 0.034, 0.03, 0.06), STEEL)
    b.add("bridge", box(0.05, 0.022, 0.045, 0, 0.022, 0.0))
    b.add("focus", disc(0.012, 0.03, 0, 0.05, -0.01, 16), STEEL)


def yo_yo(b: Draft) -> None:
    for s in (-1, 1):
        b.add(
            "halves",
            lathe([(0.006, 0), (0.024, 0.003), (0.028, 0.012), (0.02, 0.017), (0, 0.018)], n=28)
            .pitch(90 * s)
            .move(0, 0.028, s * 0.002),
        )
    b.add(
        "string",
        tube(
            curve(
                [
                    (0.004, 0.05, 0),
                    (0.03, 0.03, 0),
                    (0.05, 0.002, 0.01),
                    (0.075, 0.002, 0.03),
                    (0.09, 0.002, 0.0),
                ],
                4,
            ),
            0.0012,
            5,
        ),
        WHITE,
    )


def rubiks_cube(b: Draft) -> None:
    b.add("core", box(0.056, 0.056, 0.056, bevel=0.002), BLACK)
    tones = ("#c8322f", "#ee7f22", "#f2cd2c", "#2f9a45", "#2f5fc4", "#f4f4f0")
    turns = ((0, 0), (0, 90), (0, 180), (0, 270), (90, 0), (-90, 0))
    for f, (pitch, yaw) in enumerate(turns):
        for i in range(3):
            for j in range(3):
                tile = box(
                    0.0165, 0.0165, 0.002, 0.0186 * (i - 1), 0.0186 * (j - 1) - 0.00825, 0.0284
                )
                color = tones[(f + (i * j + f) % 3 if (i + j) % 2 else f) % 6]
                b.add(
                    f"tile {color}",
                    tile.pitch(pitch).yaw(yaw).move(0, 0.028, 0),
                    stuff("plastic", color),
                )


def jigsaw(b: Draft) -> None:
    tones = ("#7fb2d9", "#8fc46a", "#d9c36a", "#c98a5a", "#5f8fc4", "#6fae5a")
    for i in range(6):
        for j in range(4):
            if (i, j) in ((5, 0), (4, 0)):
                continue
            piece = box(0.078, 0.004, 0.088, -0.2 + 0.08 * i, 0, -0.135 + 0.09 * j, 0.001)
            knob = cylinder(0.014, 0.005, -0.2 + 0.08 * i + 0.036, 0, -0.135 + 0.09 * j, n=12)
            color = tones[(i * 2 + j * 3) % 6]
            b.add(f"piece {color}", piece + knob, stuff("cardboard", color))
    b.add(
        "loose", box(0.078, 0.004, 0.088).yaw(24).move(0.24, 0, -0.2), stuff("cardboard", "#c98a5a")
    )


def playing_cards(b: Draft) -> None:
    for i in range(7):
        card = box(0.063, 0.0008, 0.088, 0, 0.0006 * i, -0.05, 0.0002).yaw(-30 + 10 * i)
        b.add("cards", card, stuff("paper", "#f8f6f0"))
        mark = box(0.012, 0.0009, 0.016, 0.014, 0.0006 * i, -0.07, 0.0002).yaw(-30 + 10 * i)
        b.add(
            "red" if i % 2 else "black",
            mark.move(0, 0.0002, 0),
            stuff("paint", "#c8322f" if i % 2 else "#1c1c1e"),
        )
    b.add("deck", box(0.063, 0.016, 0.088, 0.1, 0, 0.02).yaw(12), b.main)


def jack_in_the_box(b: Draft) -> None:
    b.add("box", box(0.15, 0.14, 0.15))
    b.add("lid", box(0.15, 0.012, 0.15).pitch(-75).move(0, 0.14, -0.085), b.tone(0.8))
    for s, color in ((1, "#f2cd2c"), (-1, "#3a6fc4")):
        b.add(
            f"star {color}",
            disc(0.04, 0.152 + 0.002 * s, 0, 0.07, 0, 5).yaw(0 if s > 0 else 90),
            stuff("paint", color),
        )
    turns = [
        (0.035 * cos(a), 0.14 + 0.0035 * a, 0.035 * sin(a)) for a in [i * pi / 6 for i in range(48)]
    ]
    b.add("spring", tube(turns, 0.004, 6), STEEL)
    b.add("head", ball(0.045, y=0.27), stuff("skin"))
    b.add("hat", lathe([(0.046, 0.285), (0.0, 0.37)], n=18), stuff("fabric", "#c8322f"))
    b.add("collar", lathe([(0.07, 0.22), (0.04, 0.235)], n=12), stuff("fabric", "#f2cd2c"))
    b.add("nose", ball(0.012, y=0.268, z=0.046, detail=1), stuff("plastic", "#c8322f"))
    b.add("eyes", ball(0.006, x=0.016, y=0.282, z=0.04, detail=1).pair(), BLACK)


def pinata(b: Draft) -> None:
    """A paper donkey in fringed bands."""
    tones = ("#e0357a", "#f2cd2c", "#2fa8c4", "#6fbf4a", "#ee7f22")
    for i in range(10):
        z = -0.18 + 0.04 * i
        b.add(
            f"band {i % 5}",
            lathe([(0.11, 0), (0.125, 0.03), (0.1, 0.042)], n=14).pitch(90).move(0, 0.36, z),
            stuff("paper", tones[i % 5]),
        )
    for sx in (-1, 1):
        for z in (-0.13, 0.15):
            for k in range(4):
                b.add(
                    f"leg {k % 5}",
                    cylinder(0.042, 0.07, sx * 0.06, 0.065 * k, z, n=12),
                    stuff("paper", tones[(k + 2) % 5]),
                )
        b.add(
            "ears",
            lathe([(0.02, 0), (0.024, 0.05), (0.0, 0.13)], n=8)
            .roll(-sx * 12)
            .move(sx * 0.035, 0.62, 0.22),
            stuff("paper", tones[0]),
        )
    b.add("neck", rod((0, 0.42, 0.16), (0, 0.58, 0.24), 0.07), stuff("paper", tones[1]))
    b.add("head", rod((0, 0.6, 0.2), (0, 0.55, 0.38), 0.065, 0.05), stuff("paper", tones[2]))
    b.add("eyes", ball(0.012, x=0.05, y=0.61, z=0.3, detail=1).pair(), BLACK)
    b.add("tail", rod((0, 0.4, -0.2), (0, 0.28, -0.3), 0.02), stuff("paper", tones[4]))


def firework(b: Draft) -> None:
    b.add("stick", rod((0, 0, -0.03), (0, 0.75, -0.03), 0.008), stuff("wood", "#c9a36a"))
    b.add("tube", cylinder(0.035, 0.3, 0, 0.45, n=20))
    for y in (0.5, 0.58, 0.66):
        b.add("bands", cylinder(0.036, 0.03, 0, y, n=20), stuff("paper", "#f2cd2c"))
    b.add("cone", lathe([(0.045, 0.75), (0.0, 0.88)], n=20), stuff("paper", "#3a6fc4"))
    b.add(
        "fuse",
        tube(curve([(0, 0.45, 0), (0.03, 0.4, 0.02), (0.01, 0.35, 0.03)], 4), 0.004, 6),
        WHITE,
    )


def toy_soldier(b: Draft) -> None:
    """A painted soldier with a tall hat: also a nutcracker."""
    b.add("base", cylinder(0.055, 0.02, n=20), stuff("paint", "#3a7a3c"))
    for s in (-1, 1):
        b.add("legs", cylinder(0.018, 0.11, s * 0.022, 0.02, 0, n=14), stuff("paint", "#f4f1ea"))
        b.add("boots", cylinder(0.021, 0.045, s * 0.022, 0.02, 0.003, n=14), BLACK)
        b.add("arms", rod((s * 0.055, 0.205, 0), (s * 0.062, 0.12, 0.01), 0.016))
        b.add("hands", ball(0.014, x=s * 0.062, y=0.11, z=0.012, detail=1), stuff("skin"))
    b.add("coat", lathe([(0.042, 0.12), (0.04, 0.16), (0.05, 0.21), (0.02, 0.225)], n=20))
    b.add("belt", cylinder(0.043, 0.012, 0, 0.15, n=20), stuff("paint", "#f2cd2c"))
    b.add(
        "buttons",
        ball(0.005, x=0.012, y=0.19, z=0.045, detail=1).pair()
        + ball(0.005, x=0.012, y=0.172, z=0.043, detail=1).pair(),
        stuff("gold"),
    )
    b.add("head", ball(0.03, 0.034, 0.03, 0, 0.25, 0), stuff("skin"))
    b.add("hat", lathe([(0.033, 0.262), (0.036, 0.34), (0.03, 0.35)], n=20), BLACK)
    b.add("eyes", ball(0.004, x=0.01, y=0.255, z=0.028, detail=1).pair(), BLACK)


MODELS: dict[str, Family] = {
    "skis": skis,
    "ice skates": skates,
    "roller skates": roller_skates,
    "bowling pin": bowling_pin,
    "whistle": whistle,
    "golf club": golf_club,
    "hockey stick": hockey_stick,
    "shuttlecock": shuttlecock,
    "rugby ball": rugby_ball,
    "binoculars": binoculars,
    "yo yo": yo_yo,
    "rubiks cube": rubiks_cube,
    "jigsaw puzzle": jigsaw,
    "playing cards": playing_cards,
    "jack in the box": jack_in_the_box,
    "pinata": pinata,
    "firework": firework,
    "toy soldier": toy_soldier,
}
