"""What a cook holds in the hand: whisks, graters, tongs, chopsticks, shakers."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, STEEL
from consumers.greybox.families.kitchen.dish_parts import WOOD
from consumers.greybox.families.things.tool_parts import GRIP, flat
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, disc, ring, rod, soft
from consumers.greybox.sweeps import curve, hoop, lathe, tube


def whisk(b: Draft) -> None:
    b.add("handle", rod((-0.16, 0.035, 0), (-0.02, 0.035, 0), 0.012), GRIP)
    for i in range(6):
        a = i * pi / 6
        y, z = 0.034 * sin(a), 0.034 * cos(a)
        loop = curve([(-0.03, 0.035, 0), (0.06, 0.035 + y, z), (0.12, 0.035 + 0.8 * y, 0.8 * z),
                      (0.15, 0.035, 0), (0.12, 0.035 - 0.8 * y, -0.8 * z),
                      (0.06, 0.035 - y, -z), (-0.03, 0.036, 0.001)], 3)  # fmt: skip
        b.add("wires", tube(loop, 0.0018, 5))


def spatula(b: Draft) -> None:
    b.add("handle", rod((-0.17, 0.016, 0), (-0.02, 0.014, 0), 0.012, 0.009), GRIP)
    b.add("neck", rod((-0.03, 0.014, 0), (0.07, 0.006, 0), 0.005))
    b.add("blade", box(0.11, 0.004, 0.08, 0.12, 0.002, 0))
    for z in (-0.02, 0.0, 0.02):
        b.add("slots", box(0.06, 0.0045, 0.008, 0.125, 0.002, z), BLACK)


def ladle(b: Draft) -> None:
    bowl = [(0.0, 0.0), (0.03, 0.006), (0.045, 0.035), (0.043, 0.035), (0.028, 0.01), (0.0, 0.005)]
    b.add("bowl", lathe(bowl, 0.13, 0, 0))
    b.add("handle", tube(curve([(0.09, 0.034, 0), (0.04, 0.05, 0), (-0.12, 0.04, 0),
                                (-0.17, 0.03, 0)], 4), 0.006))  # fmt: skip


def tongs(b: Draft) -> None:
    for s in (-1, 1):
        arm = curve(
            [(-0.14, 0.012, s * 0.005), (0.02, 0.012, s * 0.04), (0.13, 0.012, s * 0.03)], 4
        )
        b.add("arms", tube(arm, [(0.006, 0.01)] * 9, 8))
        b.add("tips", ball(0.022, 0.012, 0.006, 0.14, 0.012, s * 0.028, 1))
    b.add("hinge", cylinder(0.012, 0.024, -0.14, 0, 0, n=12))


def colander(b: Draft) -> None:
    bowl = [(0.05, 0.02), (0.11, 0.05), (0.135, 0.13), (0.15, 0.13), (0.13, 0.125), (0.1, 0.055)]
    b.add("bowl", lathe(bowl, n=36))
    b.add("foot", hoop([(0.05, 0.0), (0.06, 0.0), (0.06, 0.025), (0.05, 0.025)]))
    for s in (-1, 1):
        b.add("ears", ring(0.03, 0.006).move(s * 0.16, 0.12, 0))
    for j, y in enumerate((0.06, 0.08, 0.1)):
        for i in range(18):
            a = (i + 0.5 * j) * pi / 9
            r = 0.113 + 0.3 * (y - 0.05)
            b.add("holes", ball(0.005, x=r * sin(a), y=y, z=r * cos(a), detail=0), BLACK)


def sieve(b: Draft) -> None:
    b.add(
        "mesh",
        lathe([(0.0, 0.0), (0.05, 0.012), (0.085, 0.06), (0.083, 0.06), (0.0, 0.004)], -0.08),
        b.tone(1.2),
    )
    b.add("rim", ring(0.086, 0.005, -0.08, 0.06, 0))
    b.add("handle", rod((0.0, 0.06, 0), (0.17, 0.06, 0), 0.007), BLACK)
    for i in range(6):
        a = i * pi / 6
        b.add("wires", rod((-0.08 + 0.08 * sin(a), 0.055, 0.08 * cos(a)),
                           (-0.08 - 0.08 * sin(a), 0.055, -0.08 * cos(a)), 0.001, n=4))  # fmt: skip


def grater(b: Draft) -> None:
    b.add(
        "body",
        lathe([(0.075, 0), (0.06, 0.21), (0.05, 0.215)], n=4).yaw(45).scale(1, 1, 0.8),
        None,
        20,
    )
    for j in range(6):
        for i in range(4):
            b.add("teeth", ball(0.005, 0.003, 0.004, -0.03 + 0.02 * i, 0.04 + 0.025 * j,
                                0.042 - 0.0015 * j, 0), BLACK)  # fmt: skip
    b.add(
        "handle",
        tube(
            curve([(-0.03, 0.21, 0), (-0.03, 0.25, 0), (0.03, 0.25, 0), (0.03, 0.21, 0)], 3), 0.007
        ),
        BLACK,
    )


def corkscrew(b: Draft) -> None:
    b.add("handle", rod((-0.05, 0.14, 0), (0.05, 0.14, 0), 0.011), WOOD)
    b.add("shaft", rod((0, 0.14, 0), (0, 0.07, 0), 0.004), STEEL)
    turns = [
        (0.008 * cos(a), 0.075 - 0.0031 * a, 0.008 * sin(a))
        for a in [i * pi / 8 for i in range(64)]
    ]
    b.add("screw", tube(turns, 0.0022, 6), STEEL)


def can_opener(b: Draft) -> None:
    for s in (-1, 1):
        b.add(
            "handles",
            tube([(-0.1, 0.02, s * 0.025), (0.0, 0.02, s * 0.012), (0.05, 0.02, s * 0.004)], 0.009),
            GRIP,
        )
    b.add("jaws", box(0.05, 0.02, 0.03, 0.06, 0.01, 0))
    b.add("wheel", cylinder(0.014, 0.006, 0.06, 0.03, 0, n=16))
    b.add("key", box(0.05, 0.012, 0.008, 0.06, 0.038, 0, 0.003), BLACK)


def peeler(b: Draft) -> None:
    b.add("handle", soft(0.1, 0.018, 0.02, -0.04, 0, 0), GRIP)
    for s in (-1, 1):
        b.add("fork", rod((0.01, 0.009, 0), (0.05, 0.009, s * 0.028), 0.003))
    b.add("blade", box(0.016, 0.004, 0.056, 0.05, 0.007, 0))


def chopsticks(b: Draft) -> None:
    for s in (-1, 1):
        b.add(
            "sticks", rod((-0.12, 0.004, s * 0.006), (0.12, 0.003, s * 0.018), 0.004, 0.0022, n=8)
        )
        b.add(
            "ends",
            rod((-0.12, 0.004, s * 0.006), (-0.09, 0.004, s * 0.0075), 0.0044, n=8),
            stuff("gold"),
        )


def cleaver(b: Draft) -> None:
    b.add(
        "blade",
        flat([(-0.02, -0.05), (0.17, -0.05), (0.17, 0.04), (-0.02, 0.035)], 0.006).move(0, 0.008),
        STEEL,
    )
    b.add("handle", soft(0.12, 0.022, 0.03, -0.08, 0, -0.03), WOOD)
    b.add("hole", cylinder(0.008, 0.008, 0.15, 0.0075, 0.026, n=12), BLACK)


def shaker(b: Draft) -> None:
    b.add("glass", lathe([(0.02, 0), (0.024, 0.01), (0.018, 0.06), (0.016, 0.062)]))
    b.add("cap", lathe([(0.018, 0.058), (0.019, 0.072), (0.012, 0.082), (0, 0.085)]), STEEL)
    for i in range(5):
        a = i * 2 * pi / 5
        b.add("holes", ball(0.0014, x=0.007 * sin(a), y=0.083, z=0.007 * cos(a), detail=1), BLACK)


def pepper_mill(b: Draft) -> None:
    b.add("body", lathe([(0.03, 0), (0.031, 0.02), (0.02, 0.06), (0.025, 0.12), (0.02, 0.14)]))
    b.add("ring", cylinder(0.021, 0.006, 0, 0.14), STEEL)
    b.add("head", lathe([(0.02, 0.146), (0.028, 0.165), (0.024, 0.19), (0.01, 0.2)]))
    b.add("knob", ball(0.009, y=0.205, detail=1), STEEL)


def knife_block(b: Draft) -> None:
    b.add("block", box(0.11, 0.22, 0.14).pitch(-18).move(0, 0.02, 0))
    for i in range(5):
        x, z = -0.035 + 0.0175 * i, -0.03 if i % 2 else 0.02
        grip = soft(0.014, 0.1, 0.026, x, 0.21, z).pitch(-18).move(0, 0.02, 0)
        b.add("handles", grip, BLACK)
        b.add("rivets", disc(0.003, 0.03, x, 0.26, z, 8).pitch(-18).move(0, 0.02, 0), STEEL)


def rolling_towel(b: Draft) -> None:
    """A napkin: a cloth folded into a square."""
    b.add("cloth", soft(0.2, 0.006, 0.2, 0, 0, 0, 0.003))
    b.add("folds", soft(0.196, 0.005, 0.098, 0, 0.006, -0.048, 0.002), b.tone(0.94))
    b.add("hem", box(0.2, 0.001, 0.006, 0, 0.0062, 0.09), b.tone(0.8))


def toilet_brush(b: Draft) -> None:
    b.add("holder", lathe([(0.055, 0), (0.06, 0.02), (0.05, 0.16), (0.045, 0.165)]))
    b.add("handle", rod((0, 0.15, 0), (0, 0.4, 0), 0.009), STEEL)
    b.add("knob", ball(0.014, y=0.41), STEEL)


def toothbrush(b: Draft) -> None:
    b.add("handle", soft(0.13, 0.009, 0.013, -0.03, 0, 0))
    b.add("neck", rod((0.03, 0.004, 0), (0.07, 0.004, 0), 0.004))
    b.add("head", soft(0.032, 0.006, 0.012, 0.08, 0.001, 0))
    for i in range(6):
        b.add(
            "bristles",
            box(0.004, 0.011, 0.01, 0.067 + 0.005 * i, 0.006, 0),
            stuff("plastic", "#f4f7fa"),
        )


def hand_mill(b: Draft) -> None:
    """A coffee grinder with a crank and a drawer."""
    b.add("box", box(0.13, 0.13, 0.13))
    b.add("drawer", box(0.1, 0.05, 0.01, 0, 0.02, 0.063), b.tone(1.3))
    b.add("knob", ball(0.01, y=0.045, z=0.073), STEEL)
    b.add("hopper", lathe([(0.03, 0.13), (0.06, 0.16), (0.055, 0.18), (0.02, 0.2)]), stuff("brass"))
    b.add(
        "crank",
        rod((0, 0.2, 0), (0.09, 0.21, 0), 0.005) + rod((0.09, 0.21, 0), (0.09, 0.225, 0), 0.004),
        STEEL,
    )
    b.add("grip", ball(0.014, x=0.09, y=0.235), WOOD)


def scoop_pan(b: Draft) -> None:
    """A dustpan."""
    b.add("pan", box(0.28, 0.006, 0.2, 0, 0, 0.03))
    b.add("back", box(0.28, 0.06, 0.012, 0, 0, -0.07))
    for s in (-1, 1):
        b.add(
            "sides",
            flat(
                [(s * 0.14, -0.07), (s * 0.13, -0.07), (s * 0.13, 0.12), (s * 0.14, 0.12)][::s],
                0.03,
            ),
        )
    b.add("handle", rod((0, 0.045, -0.07), (0, 0.07, -0.22), 0.014), b.tone(0.8))


def feather_duster(b: Draft) -> None:
    b.add("handle", rod((-0.3, 0.07, 0), (0.02, 0.07, 0), 0.011), WOOD)
    for i in range(26):
        a, far = i * 2.4, 0.12 + 0.012 * (i % 5)
        tip = (0.05 + far, 0.07 + 0.07 * sin(a) * (0.6 + 0.08 * (i % 5)), 0.07 * cos(a))
        b.add("feathers", rod((0.0, 0.07, 0), tip, 0.01, 0.022, n=6))
    b.add("ferrule", axle(0.016, 0.05, 0.0, 0.07, 0, 14), STEEL)


MODELS: dict[str, Family] = {
    "whisk": whisk,
    "spatula": spatula,
    "ladle": ladle,
    "tongs": tongs,
    "colander": colander,
    "sieve": sieve,
    "grater": grater,
    "corkscrew": corkscrew,
    "can opener": can_opener,
    "peeler": peeler,
    "chopsticks": chopsticks,
    "cleaver": cleaver,
    "salt shaker": shaker,
    "pepper mill": pepper_mill,
    "knife block": knife_block,
    "napkin": rolling_towel,
    "toilet brush": toilet_brush,
    "toothbrush": toothbrush,
    "coffee grinder": hand_mill,
    "dustpan": scoop_pan,
    "feather duster": feather_duster,
}
