"""Coconuts, potatoes, cucumbers, peppers, corn and what else grows without a tree of its own."""

from __future__ import annotations

from math import cos, sin

from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, blob, cylinder, rod
from consumers.greybox.sweeps import curve, eased, lathe, tube

STALK = stuff("plant", "#4f7a34")


def coconut(b: Draft) -> None:
    """Brown and hairy, with its three eyes."""
    b.add("shell", ball(0.5, 0.52, 0.5, 0, 0.52, 0, detail=3))
    for i in range(40):
        a, up = 2.4 * i, -0.85 + 1.7 * i / 40
        r = 0.5 * (1 - up * up) ** 0.5
        p = (r * sin(a), 0.52 + 0.52 * up, r * cos(a))
        hair = rod(p, (p[0] * 1.08, p[1] + 0.1, p[2] * 1.08), 0.014, 0.004, n=4)
        b.add("hair", hair, b.tone(1.25))
    for x, y in ((0.0, 0.12), (0.11, -0.06), (-0.11, -0.06)):
        eye = ball(0.05, 0.05, 0.03, x, 0.56 + y, 0.485, detail=1)
        b.add("eyes", eye, stuff("food", "#2b1a10"))


def potato(b: Draft) -> None:
    b.add("body", blob(b.rng, 0.6, 0.42, 0.45, 0, 0.42, 0, 0.14, 3))
    for i in range(7):
        a = 2.4 * i
        dent = ball(0.03, x=0.5 * sin(a), y=0.44 + 0.2 * cos(2.0 * i), z=0.37 * cos(a), detail=1)
        b.add("eyes", dent, b.tone(0.7))


def cucumber(b: Draft) -> None:
    line = curve([(0, 0.5, -2.2), (0.15, 0.5, 0), (0, 0.5, 2.2)], 5)
    radii = [0.28, *(0.47 for _ in line[2:]), 0.3]
    b.add("body", tube(line, radii, 14))
    for i in range(7):
        turn = tube(curve([(0, 0.96, -1.9), (0.15, 0.97, 0), (0, 0.96, 1.9)], 4), 0.03, 5)
        stripe = turn.move(0, -0.5).roll(51.4 * i).move(0, 0.5)
        b.add("stripes", stripe, b.tone(1.3))


def pepper(b: Draft) -> None:
    """Four lobes and a stalk."""
    for x, z in ((0.16, 0.16), (-0.16, 0.16), (0.16, -0.16), (-0.16, -0.16)):
        b.add("lobes", ball(0.3, 0.5, 0.3, x, 0.5, z))
    b.add("cap", cylinder(0.13, 0.06, 0, 0.93, top=0.1), STALK)
    b.add("stalk", rod((0, 0.95, 0), (0.05, 1.2, 0.02), 0.06), STALK)


def broccoli(b: Draft) -> None:
    b.add("stem", cylinder(0.2, 0.55, top=0.26), stuff("plant", "#9ab86a"))
    for i in range(13):
        a, r = 2.4 * i, 0.13 * i**0.5
        bud = blob(b.rng, 0.26, 0.24, 0.26, r * sin(a), 0.86 - 0.7 * r * r, r * cos(a), 0.25, 1, 6)
        b.add("head", bud, None, 20)


def corn(b: Draft) -> None:
    """An ear among its leaves."""
    b.add("ear", lathe(eased([(0.16, 0), (0.3, 0.3), (0.28, 1.1), (0.06, 1.7)]), n=14))
    for i in range(15):
        for k in range(10):
            t = i / 14
            r = 0.3 * (1 - 0.65 * t**2.5)
            a = 0.628 * k + 0.3 * (i % 2)
            kernel = ball(0.08, 0.06, 0.06, r * sin(a), 0.28 + 1.28 * t, r * cos(a), detail=0)
            b.add("kernels", kernel, b.tone(1.15))
    for a in (0, 120, 240):
        leaf = tube(
            curve([(0, 0, 0.12), (0, 0.5, 0.38), (0, 1.1, 0.52)], 3),
            [(0.2, 0.03), (0.3, 0.03), (0.32, 0.03), (0.3, 0.03), (0.24, 0.03), (0.14, 0.02),
             (0.02, 0.01)],
            8,
        )  # fmt: skip
        b.add("leaves", leaf.yaw(a), STALK)


def lettuce(b: Draft) -> None:
    """A head of leaves."""
    b.add("heart", ball(0.42, 0.4, 0.42, 0, 0.45, 0), b.tone(1.3))
    for ring_of, r, up, count in ((0, 0.3, 0.52, 6), (1, 0.42, 0.36, 8)):
        for i in range(count):
            leaf = blob(b.rng, 0.28, 0.34, 0.07, 0, 0, 0, 0.3, 1, 5).pitch(-18 - 14 * ring_of)
            turned = leaf.move(0, up, r).yaw(360 * i / count + 20 * ring_of)
            b.add(f"leaves {ring_of}", turned, b.tone(1.15 - 0.2 * ring_of))


MODELS: dict[str, Family] = {
    "coconut": coconut,
    "potato": potato,
    "cucumber": cucumber,
    "pepper": pepper,
    "broccoli": broccoli,
    "corn": corn,
    "lettuce": lettuce,
}
