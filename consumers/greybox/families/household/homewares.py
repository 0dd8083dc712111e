"""Fittings and small wares of the home: taps, blinds, hangers, shades, soap, routers."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, BRASS, STEEL, WHITE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, hoop, lathe, tube


def coat_hanger(b: Draft) -> None:
    b.add(
        "hook",
        tube(
            curve([(0, 0.13, 0), (0, 0.17, 0), (0.03, 0.2, 0), (0, 0.225, 0), (-0.025, 0.2, 0)], 4),
            0.004,
            8,
        ),
        STEEL,
    )
    for s in (-1, 1):
        b.add(
            "arms",
            tube(
                curve([(0, 0.13, 0), (s * 0.1, 0.1, 0), (s * 0.22, 0.03, 0)], 4),
                [(0.008, 0.014)] * 9,
                8,
            ),
        )
    b.add("bar", rod((-0.21, 0.03, 0), (0.21, 0.03, 0), 0.006))


def bidet(b: Draft) -> None:
    bowl = [(0.1, 0), (0.09, 0.08), (0.14, 0.2), (0.18, 0.34), (0.185, 0.38), (0.16, 0.38)]
    b.add("bowl", lathe([*bowl, (0.12, 0.3), (0.06, 0.27)], n=32).scale(1, 1, 1.45))
    b.add("shelf", soft(0.32, 0.1, 0.14, 0, 0.29, -0.22, 0.04))
    b.add("drain", cylinder(0.03, 0.012, 0, 0.268, 0.03, n=16), STEEL)
    spout = curve([(0, 0.38, -0.2), (0, 0.45, -0.18), (0, 0.42, -0.1)], 4)
    b.add("tap", tube(spout, 0.013), STEEL)
    b.add("knobs", ball(0.018, x=0.08, y=0.405, z=-0.2).pair(), STEEL)


def faucet(b: Draft) -> None:
    b.add("base", lathe([(0.03, 0), (0.028, 0.02), (0.018, 0.03)]))
    b.add(
        "spout",
        tube(
            curve(
                [(0, 0.02, 0), (0, 0.18, 0), (0, 0.24, 0.05), (0, 0.2, 0.12), (0, 0.17, 0.125)], 5
            ),
            0.014,
            12,
        ),
    )
    b.add("mouth", cylinder(0.017, 0.02, 0, 0.155, 0.126, n=14))
    b.add("lever", rod((0.014, 0.06, 0), (0.08, 0.085, 0), 0.009, 0.006))


def blinds(b: Draft) -> None:
    b.add("box", box(1.2, 0.06, 0.07, 0, 1.24))
    for i in range(22):
        b.add("slats", box(1.16, 0.004, 0.05).pitch(35).move(0, 0.06 + 0.054 * i, 0))
    b.add("rail", box(1.18, 0.025, 0.05, 0, 0.01))
    for x in (-0.4, 0.4):
        b.add("cords", rod((x, 0.02, 0.03), (x, 1.25, 0.03), 0.003, n=5), WHITE)
    b.add("pull", rod((0.52, 0.5, 0.04), (0.52, 1.24, 0.04), 0.004, n=6), WHITE)


def curtain_rod(b: Draft) -> None:
    b.add("rod", rod((-0.95, 0.08, 0.05), (0.95, 0.08, 0.05), 0.013))
    for s in (-1, 1):
        b.add("finials", ball(0.032, x=s * 0.97, y=0.08, z=0.05))
        b.add(
            "brackets",
            rod((s * 0.8, 0.08, 0.05), (s * 0.8, 0.08, -0.03), 0.01)
            + box(0.04, 0.1, 0.012, s * 0.8, 0.03, -0.035),
        )
    for i in range(12):
        b.add("rings", ring(0.022, 0.003, n=14).roll(90).move(-0.66 + 0.12 * i, 0.066, 0.05), BRASS)


def bar_of_soap(b: Draft) -> None:
    b.add("soap", soft(0.085, 0.03, 0.055, 0, 0, 0, 0.013))
    b.add("stamp", soft(0.045, 0.004, 0.022, 0, 0.028, 0, 0.002), b.tone(0.85))


def tube_of_paste(b: Draft) -> None:
    rings = [(0.085, 0.0), (0.06, 0.006), (0.0, 0.014), (-0.06, 0.018)]
    line = [(-x, 0.02, 0.0) for x, _ in rings]
    b.add("tube", tube(line, [(0.024, 0.004 + r) for _, r in rings], 18, tip=0.1))
    b.add("crimp", box(0.014, 0.006, 0.05, -0.09, 0.017))
    b.add("cap", cylinder(0.013, 0.024, n=16).roll(-90).move(0.065, 0.02, 0), WHITE)
    b.add(
        "stripe",
        tube(
            [(-0.05, 0.021, 0), (0.03, 0.021, 0)], [(0.0245, 0.0165), (0.0245, 0.0195)], 18, tip=0.1
        ),
        stuff("plastic", "#c8322f"),
    )


def loofah(b: Draft) -> None:
    for i in range(34):
        y = 1 - 2 * (i + 0.5) / 34
        r, a = (1 - y * y) ** 0.5, i * 2.4
        b.add(
            "net",
            ball(0.024, 0.02, 0.024, 0.05 * r * cos(a), 0.07 + 0.05 * y, 0.05 * r * sin(a), 1),
        )
    b.add("cord", ring(0.03, 0.003).pitch(90).move(0, 0.15, 0), WHITE)


def umbrella_stand(b: Draft) -> None:
    b.add("stand", lathe([(0.12, 0), (0.13, 0.03), (0.12, 0.5), (0.13, 0.52), (0.11, 0.5)], n=28))
    for x, z, color in ((0.03, 0.02, "#23262a"), (-0.04, -0.02, "#8a2f3c"), (0.0, 0.05, "#2f5a8a")):
        b.add(
            f"umbrella {color}",
            lathe([(0.012, 0.05), (0.035, 0.5), (0.012, 0.62)], x, 0, z, 10),
            stuff("fabric", color),
        )
        hook = curve([(x, 0.6, z), (x, 0.72, z), (x + 0.03, 0.76, z), (x + 0.06, 0.72, z)], 4)
        b.add("handles", tube(hook, 0.01, 8), stuff("wood", "#7a4a28"))


def lampshade(b: Draft) -> None:
    b.add("shade", lathe([(0.19, 0), (0.12, 0.26), (0.117, 0.26), (0.187, 0.002)], n=36))
    b.add("rims", ring(0.188, 0.005, n=36) + ring(0.119, 0.005, y=0.26, n=36), b.tone(0.8))
    for i in range(3):
        a = i * 2 * pi / 3
        b.add("spider", rod((0, 0.22, 0), (0.12 * sin(a), 0.25, 0.12 * cos(a)), 0.003), STEEL)
    b.add("socket", cylinder(0.02, 0.03, 0, 0.2, n=12), BRASS)


def lava_lamp(b: Draft) -> None:
    b.add("base", lathe([(0.075, 0), (0.045, 0.1), (0.06, 0.14)]), STEEL)
    b.add(
        "glass", lathe([(0.06, 0.14), (0.072, 0.2), (0.04, 0.38)], n=28), stuff("glass", "#d9b6f2")
    )
    for x, y, r in (
        (0.01, 0.17, 0.035),
        (-0.015, 0.24, 0.024),
        (0.012, 0.29, 0.018),
        (0.0, 0.34, 0.014),
    ):
        b.add("wax", ball(r, 1.2 * r, r, x, y, 0), stuff("light", b.main.color))
    b.add("cap", lathe([(0.042, 0.37), (0.03, 0.43), (0, 0.435)]), STEEL)


def router(b: Draft) -> None:
    b.add("case", soft(0.24, 0.035, 0.15, 0, 0.005, 0, 0.012))
    for x in (-0.09, 0.0, 0.09):
        b.add("aerials", rod((x, 0.03, -0.075), (1.2 * x, 0.2, -0.085), 0.006))
    for i in range(6):
        b.add(
            "lights",
            ball(0.003, x=-0.05 + 0.02 * i, y=0.024, z=0.075, detail=1),
            stuff("light", "#6fe07a"),
        )


def bassinet(b: Draft) -> None:
    b.add(
        "basket",
        lathe([(0.24, 0.36), (0.3, 0.62), (0.31, 0.63), (0.29, 0.62), (0.24, 0.45)], n=32).scale(
            1.0, 1, 1.45
        ),
        stuff("wicker"),
    )
    hood = hoop([(0.3, 0), (0.31, 0), (0.31, 0.03), (0.3, 0.03)], 28)
    b.add("rim", hood.scale(1, 1, 1.45).move(0, 0.6, 0), WHITE)
    for i in range(5):
        arc = [
            (
                0.3 * cos(t),
                0.62 + 0.3 * sin(t) * sin(0.35 * (i + 1)),
                -0.1 - 0.3 * cos(0.35 * (i + 1)),
            )
            for t in [k * pi / 12 for k in range(13)]
        ]
        b.add("hood", tube(arc, [(0.045, 0.012)] * 13, 8))
    b.add("bedding", soft(0.46, 0.08, 0.7, 0, 0.5, 0), WHITE)
    for s in (-1, 1):
        b.add(
            "legs",
            rod((s * 0.24, 0, 0.3), (-s * 0.2, 0.4, 0.3), 0.016)
            + rod((s * 0.24, 0, -0.3), (-s * 0.2, 0.4, -0.3), 0.016),
            stuff("wood", "#b98a52"),
        )


def futon(b: Draft) -> None:
    b.add("frame", box(2.0, 0.1, 0.85, 0, 0.18, 0), stuff("wood", "#9c6b3f"))
    for s in (-1, 1):
        b.add("arms", box(0.07, 0.6, 0.85, s * 0.98, 0, 0), stuff("wood", "#9c6b3f"))
    b.add("mattress", soft(1.86, 0.16, 0.8, 0, 0.28, 0.04, 0.06))
    b.add("back", soft(1.86, 0.16, 0.6, 0, 0, 0, 0.06).pitch(-72).move(0, 0.65, -0.3))
    for i in (-1, 0, 1):
        b.add("tufts", ball(0.02, 0.01, 0.02, 0.5 * i, 0.44, 0.05, 1), b.tone(0.7))


def chaise_longue(b: Draft) -> None:
    b.add("seat", soft(0.7, 0.16, 1.7, 0, 0.26, 0.05, 0.06))
    b.add("frame", box(0.66, 0.07, 1.64, 0, 0.2, 0.05), stuff("wood", "#5c3d26"))
    back = curve([(0, 0.4, -0.6), (0, 0.62, -0.8), (0, 0.85, -0.86)], 4)
    b.add("back", tube(back, [(0.34, 0.07)] * 9, 14))
    b.add("bolster", rod((-0.32, 0.86, -0.88), (0.32, 0.86, -0.88), 0.07), b.tone(1.15))
    for sx in (-1, 1):
        for z in (-0.7, 0.8):
            b.add(
                "legs",
                lathe([(0.02, 0), (0.035, 0.1), (0.025, 0.2)], sx * 0.28, 0, z),
                stuff("wood", "#5c3d26"),
            )
    b.add(
        "buttons",
        ball(0.015, 0.012, 0.015, 0.15, 0.42, 0.1, 1).pair()
        + ball(0.015, 0.012, 0.015, 0.15, 0.42, 0.5, 1).pair(),
        b.tone(0.6),
    )


def wood_stove(b: Draft) -> None:
    b.add("body", box(0.6, 0.55, 0.46, 0, 0.18))
    b.add("top", box(0.66, 0.04, 0.52, 0, 0.73))
    b.add("door", box(0.42, 0.36, 0.03, 0, 0.27, 0.23), b.tone(1.3))
    b.add("glass", box(0.32, 0.24, 0.02, 0, 0.33, 0.245), stuff("light", "#e0702a"))
    b.add("handle", rod((0.17, 0.4, 0.25), (0.17, 0.5, 0.27), 0.01), BRASS)
    for sx in (-1, 1):
        for sz in (-1, 1):
            b.add("legs", rod((sx * 0.27, 0, sz * 0.2), (sx * 0.24, 0.2, sz * 0.18), 0.025))
    b.add("flue", cylinder(0.075, 1.0, 0, 0.76, -0.1, n=20))
    b.add("collar", ring(0.08, 0.012, 0, 0.8, -0.1), b.tone(1.3))


def skylight(b: Draft) -> None:
    """A roof window in the ceiling, seen from below."""
    for s in (-1, 1):
        b.add("frame", box(1.2, 0.1, 0.09, 0, 0, s * 0.36) + box(0.09, 0.1, 0.8, s * 0.56, 0, 0))
    b.add("pane", box(1.06, 0.02, 0.66, 0, 0.05, 0), stuff("light", "#dff0fb"))
    b.add("bar", box(0.03, 0.04, 0.66, 0, 0.03, 0))


def railing(b: Draft) -> None:
    b.add("rail", box(2.4, 0.05, 0.07, 0, 0.95))
    b.add("foot", box(2.4, 0.04, 0.05, 0, 0.06))
    for i in range(17):
        b.add("bars", cylinder(0.012, 0.86, -1.12 + 0.14 * i, 0.09, 0, n=8))
    for x in (-1.17, 1.17):
        b.add("posts", box(0.06, 1.04, 0.06, x))
        b.add("knobs", ball(0.045, x=x, y=1.07))


def spiral_stairs(b: Draft) -> None:
    b.add("pole", cylinder(0.07, 3.1, n=16), BLACK)
    rail = []
    for i in range(15):
        a, y = i * 2 * pi / 13, 0.18 * (i + 1)
        tread = prism([(0.05, -0.05), (0.9, -0.24), (0.9, 0.24), (0.05, 0.05)], 0.05).pitch(90)
        b.add("treads", tread.yaw(a * 180 / pi).move(0, y, 0))
        x, z = 0.87 * cos(a), -0.87 * sin(a)
        b.add("bars", rod((x, y, z), (x, y + 0.9, z), 0.012, n=8), BLACK)
        rail.append((x, y + 0.9, z))
    b.add("rail", tube(curve(rail, 3), 0.025, 8), BLACK)


def tv_aerial(b: Draft) -> None:
    """A satellite dish."""
    b.add(
        "dish",
        lathe(
            [
                (0.0, 0.0),
                (0.2, 0.03),
                (0.36, 0.1),
                (0.4, 0.14),
                (0.39, 0.145),
                (0.34, 0.11),
                (0.0, 0.012),
            ],
            n=32,
        )
        .pitch(60)
        .move(0, 0.55, 0),
    )
    b.add("arm", rod((0, 0.35, 0.05), (0, 0.62, 0.5), 0.012), STEEL)
    b.add("head", cylinder(0.035, 0.08, n=14).pitch(60).move(0, 0.62, 0.46), WHITE)
    b.add("mast", rod((0, 0, -0.08), (0, 0.55, -0.04), 0.025), STEEL)
    b.add("foot", box(0.3, 0.03, 0.3, 0, 0, -0.08), STEEL)


def light_switch(b: Draft) -> None:
    b.add("plate", soft(0.085, 0.085, 0.012, 0, 0, 0, 0.006))
    b.add("rocker", box(0.04, 0.055, 0.012, 0, 0.015, 0.006).pitch(4), b.tone(0.9))


def door_disc(b: Draft) -> None:
    """A small round thing on a wall: a smoke detector, a thermostat, a doorbell."""
    b.add("base", disc(0.06, 0.02, 0, 0.06, 0, 32))
    b.add("dome", disc(0.045, 0.045, 0, 0.06, 0.005, 28), b.tone(0.92))
    b.add("light", ball(0.004, x=0.02, y=0.075, z=0.028, detail=1), stuff("light", "#e0342a"))


def hot_water_bottle(b: Draft) -> None:
    b.add("bag", soft(0.2, 0.04, 0.26, 0, 0, -0.02, 0.018, 0.2))
    b.add("neck", rod((0, 0.02, 0.1), (0, 0.02, 0.15), 0.025, 0.02))
    b.add("stopper", rod((0, 0.02, 0.145), (0, 0.02, 0.165), 0.014), BLACK)
    for i in range(7):
        b.add(
            "ribs",
            rod((-0.075 + 0.025 * i, 0.036, -0.13), (-0.075 + 0.025 * i, 0.036, 0.07), 0.004),
            b.tone(0.85),
        )


MODELS: dict[str, Family] = {
    "coat hanger": coat_hanger,
    "bidet": bidet,
    "faucet": faucet,
    "blinds": blinds,
    "curtain rod": curtain_rod,
    "bar of soap": bar_of_soap,
    "toothpaste": tube_of_paste,
    "loofah": loofah,
    "umbrella stand": umbrella_stand,
    "lampshade": lampshade,
    "lava lamp": lava_lamp,
    "router": router,
    "bassinet": bassinet,
    "futon": futon,
    "chaise longue": chaise_longue,
    "wood stove": wood_stove,
    "skylight": skylight,
    "railing": railing,
    "spiral staircase": spiral_stairs,
    "satellite dish": tv_aerial,
    "light switch": light_switch,
    "smoke detector": door_disc,
    "hot water bottle": hot_water_bottle,
}
