"""What stands ready or is carried: extinguishers, helmets, torches, coolers, buoys, crutches."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, BRASS, DARK_METAL, STEEL, WHITE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, disc, ring, rod, soft
from consumers.greybox.sweeps import curve, eased, lathe, tube


def fire_extinguisher(b: Draft) -> None:
    tank = [(0.24, 0), (0.28, 0.05), (0.28, 0.9), (0.2, 1.06), (0.08, 1.12)]
    b.add("tank", lathe(eased(tank), n=24))
    b.add("label", tube([(0, 0.45, 0), (0, 0.7, 0)], 0.286, 24, tip=0.02), WHITE)
    b.add("valve", cylinder(0.07, 0.14, 0, 1.1, n=14), BRASS)
    b.add("lever", box(0.07, 0.03, 0.34, 0, 1.26, 0.08).pitch(-6), BLACK)
    b.add("lever", box(0.07, 0.03, 0.3, 0, 1.18, 0.1), BLACK)
    hose = curve([(0.06, 1.18, 0), (0.34, 1.06, 0.02), (0.36, 0.7, 0.05), (0.33, 0.36, 0.06)], 4)
    b.add("hose", tube(hose, 0.035, 8), BLACK)
    b.add("nozzle", cylinder(0.05, 0.2, 0.33, 0.2, 0.06, top=0.03, n=12), BLACK)
    b.add("gauge", disc(0.05, 0.04, 0, 1.15, 0.08, 14), WHITE)


def helmet(b: Draft) -> None:
    """A hard hat: dome, rim, ridge."""
    dome = [(0.5, 0.0), (0.48, 0.14), (0.38, 0.36), (0.2, 0.5), (0.02, 0.54)]
    b.add("dome", lathe(eased(dome), 0, 0.06, 0, 28).scale(0.9, 1, 1.05))
    brim = ball(0.5, 0.045, 0.36, 0, 0.07, 0.28)
    b.add("brim", brim)
    b.add("band", ring(0.49, 0.03, 0, 0.07, 0, 28).scale(0.9, 1, 1.05), b.tone(0.75))
    ridge = curve([(0, 0.2, 0.48), (0, 0.52, 0.24), (0, 0.62, 0), (0, 0.52, -0.24), (0, 0.2,
        -0.48)], 4)  # fmt: skip
    b.add("ridge", tube(ridge, [(0.06, 0.03)] * len(ridge), 8), b.tone(1.15))


def flashlight(b: Draft) -> None:
    body = lathe([(0.14, -1.0), (0.15, 0.3), (0.26, 0.55), (0.28, 0.8)], n=22).pitch(90)
    b.add("body", body.move(0, 0.28, 0))
    b.add("lens", disc(0.24, 0.04, 0, 0.28, 0.81, 22), stuff("light", "#fff2c0"))
    for z in (-0.8, -0.6, -0.4):
        b.add("rings", ring(0.15, 0.015, n=20).pitch(90).move(0, 0.28, z), b.tone(1.4))
    b.add("switch", box(0.08, 0.06, 0.2, 0, 0.41, 0.1), stuff("plastic", "#c8323a"))


def cooler(b: Draft) -> None:
    b.add("box", soft(1.0, 0.56, 0.66, 0, 0, 0, 0.06))
    b.add("lid", soft(1.06, 0.16, 0.72, 0, 0.55, 0, 0.06), WHITE)
    b.add("stripe", soft(1.01, 0.08, 0.67, 0, 0.4, 0, 0.02), WHITE)
    grip = curve(
        [(0.52, 0.5, -0.22), (0.62, 0.46, -0.22), (0.62, 0.46, 0.22), (0.52, 0.5, 0.22)], 3
    )
    b.add("handles", tube(grip, 0.025, 8).pair(), WHITE)
    b.add("catch", box(0.12, 0.14, 0.04, 0, 0.46, 0.35), WHITE)


def buoy(b: Draft) -> None:
    """A float with a cage and a lamp."""
    b.add("float", lathe(eased([(0.3, 0), (0.5, 0.14), (0.5, 0.3), (0.36, 0.4)]), n=26))
    b.add("band", ring(0.5, 0.03, 0, 0.22, 0, 28), WHITE)
    for i in range(4):
        leg = rod((0.3, 0.38, 0.0), (0.1, 1.0, 0.0), 0.03).yaw(90 * i + 45)
        b.add("cage", leg)
    b.add("cage", ring(0.2, 0.02, 0, 0.7, 0, 20) + cylinder(0.14, 0.04, 0, 0.98))
    b.add("lamp", cylinder(0.08, 0.14, 0, 1.02, n=14), stuff("light", "#fff0b0"))
    b.add("cap", cylinder(0.1, 0.06, 0, 1.16, top=0.02), BLACK)


def crutches(b: Draft) -> None:
    for s in (-0.16, 0.16):
        for x in (-0.07, 0.07):
            b.add("frame", rod((s + 0.2 * x, 0.05, 0), (s + x, 1.2, 0), 0.016), STEEL)
        b.add("pads", soft(0.2, 0.06, 0.07, s, 1.19, 0, 0.025), BLACK)
        b.add("grips", rod((s - 0.06, 0.75, 0), (s + 0.06, 0.75, 0), 0.022), BLACK)
        b.add("feet", cylinder(0.03, 0.08, s, 0, 0, n=12), BLACK)


def ball_and_chain(b: Draft) -> None:
    b.add("ball", ball(0.3, x=-0.5, y=0.3, z=0, detail=3))
    for i in range(7):
        link = ring(0.065, 0.02, n=12).scale(1.4, 1, 1).pitch(90 * (i % 2)).move(-0.16 + 0.14 * i)
        b.add("chain", link.move(0, 0.08, 0), STEEL)
    b.add("shackle", ring(0.15, 0.035, 0.95, 0.05, 0, 20))


def tripod(b: Draft) -> None:
    """Three legs and a head."""
    for i in range(3):
        a = 2 * pi * i / 3
        low, mid = 0.42, 0.2
        upper = rod((mid * sin(a), 0.5, mid * cos(a)), (0.03 * sin(a), 1.0, 0.03 * cos(a)), 0.028)
        lower = rod((low * sin(a), 0.0, low * cos(a)), (mid * sin(a), 0.52, mid * cos(a)), 0.018)
        b.add("legs", upper + lower)
        b.add("feet", ball(0.026, x=low * sin(a), y=0.01, z=low * cos(a), detail=1), BLACK)
    b.add("column", cylinder(0.03, 0.3, 0, 0.92, n=12), STEEL)
    b.add("head", soft(0.12, 0.08, 0.14, 0, 1.2, 0, 0.02))
    b.add("arm", rod((0, 1.22, -0.05), (0.05, 1.1, -0.34), 0.014), BLACK)


def torch(b: Draft) -> None:
    """A wooden brand in its holder, burning."""
    b.add("stick", rod((0, 0.0, 0.02), (0, 0.62, 0.1), 0.035, 0.055), stuff("wood", "#6b4428"))
    b.add("wrap", rod((0, 0.55, 0.09), (0, 0.72, 0.11), 0.075, 0.085), stuff("fabric", "#3a2a1e"))
    b.add("plate", box(0.1, 0.26, 0.03, 0, 0.22, -0.07), DARK_METAL)
    b.add("holder", ring(0.06, 0.014, 0, 0.4, 0.07, 16), DARK_METAL)
    b.add("holder", rod((0, 0.34, -0.06), (0, 0.4, 0.02), 0.014), DARK_METAL)
    for name, color, r, tall in (("flame", "#f2702a", 0.1, 0.2), ("heart", "#ffd24a", 0.06, 0.13)):
        shape = eased([(0.5 * r, 0), (r, 0.35 * tall), (0.55 * r, 0.8 * tall), (0.02 * r,
            1.5 * tall)])  # fmt: skip
        z = 0.11 if name == "flame" else 0.16
        b.add(name, lathe(shape, 0, 0.7, z, 14), stuff("light", color))


MODELS: dict[str, Family] = {
    "fire extinguisher": fire_extinguisher,
    "helmet": helmet,
    "flashlight": flashlight,
    "cooler": cooler,
    "buoy": buoy,
    "crutches": crutches,
    "ball and chain": ball_and_chain,
    "tripod": tripod,
    "torch": torch,
}
