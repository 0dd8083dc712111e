"""What lies on a shore and in a grave: shells, starfish, corals, skulls, bones, branches."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import smooth
from consumers.greybox.solids import ball, blob, box, cylinder, leaf, prism, rod, soft
from consumers.greybox.sweeps import curve, lathe, tube

HOLLOW = stuff("bone", "#2b241d")


def seashell(b: Draft) -> None:
    """A scallop: ribs that fan out from its hinge."""
    for i in range(11):
        a = (i - 5) * 0.24
        long = 1.0 - 0.1 * abs(i - 5) ** 1.2 / 5
        line = curve([(0, 0.05, -0.6), (0.4 * sin(a), 0.34, -0.1), (long * sin(a), 0.06,
            -0.6 + long * 1.3 * cos(a))], 3)  # fmt: skip
        radii = [0.05 + 0.085 * k / (len(line) - 1) for k in range(len(line))]
        b.add(f"ribs {i % 2}", tube(line, radii, 8), b.tone(1.0 if i % 2 else 0.86))
    b.add("hinge", box(0.5, 0.1, 0.16, 0, 0, -0.62), b.tone(0.9))


def starfish(b: Draft) -> None:
    for i in range(5):
        line = [(0.0, 0.14, 0.0), (0.0, 0.13, 0.4), (0.0, 0.09, 0.75), (0.0, 0.05, 1.0)]
        radii = [(0.26, 0.14), (0.2, 0.12), (0.13, 0.08), (0.05, 0.04)]
        b.add("arms", tube(line, radii, 10).yaw(72 * i))
        for k in range(5):
            z = 0.12 + 0.18 * k
            wart = ball(0.035, x=0, y=0.27 - 0.028 * k - 0.05 * z, z=z, detail=1)
            b.add("warts", wart.yaw(72 * i), b.tone(1.4))


def coral(b: Draft) -> None:
    """A branching bush of stone."""
    b.add("foot", blob(b.rng, 0.4, 0.14, 0.36, 0, 0.1, 0, 0.2), stuff("stone", "#b8a890"))
    for i in range(9):
        a, lean = 2.4 * i, 0.18 + 0.05 * i
        root = (0.06 * sin(a), 0.12, 0.06 * cos(a))
        mid = (lean * sin(a), 0.5 + 0.04 * (i % 3), lean * cos(a))
        for turn in (-0.4, 0.45):
            tip = (1.5 * lean * sin(a + turn), 0.86 + 0.06 * (i % 4), 1.5 * lean * cos(a + turn))
            b.add("twigs", tube(curve([root, mid, tip], 3), 0.055, 7))
            b.add("tips", ball(0.065, x=tip[0], y=tip[1], z=tip[2], detail=1), b.tone(1.3))


def oyster(b: Draft) -> None:
    """Open, with its pearl."""
    shell = [(1.0, 0.16), (0.9, 0.2), (0.5, 0.1), (0.2, 0.08)]
    low = lathe([(0.3, 0), (0.8, 0.06), *shell], n=20).scale(1, 1, 0.8)
    b.add("shell", low, None, 25)
    b.add("lid", low.pitch(-118).move(0, 0.15, -0.75), b.tone(0.9), 25)
    b.add("flesh", blob(b.rng, 0.6, 0.08, 0.46, 0, 0.14, 0.05, 0.2), stuff("food", "#d8d0c8"))
    b.add("pearl", ball(0.16, x=0.1, y=0.28, z=0.15), stuff("porcelain", "#fbf6ee"))


def skull(b: Draft) -> None:
    b.add("cranium", ball(0.42, 0.42, 0.52, 0, 0.66, -0.1, detail=3))
    b.add("face", ball(0.32, 0.3, 0.26, 0, 0.46, 0.26))
    b.add("cheeks", ball(0.13, 0.09, 0.14, 0.27, 0.42, 0.28, detail=1).pair())
    b.add("jaw", cylinder(0.2, 0.2, 0, 0.02, 0.26, top=0.24).scale(1, 1, 0.9))
    b.add("sockets", ball(0.115, 0.12, 0.09, 0.15, 0.56, 0.42).pair(), HOLLOW)
    nose = prism([(-0.07, -0.07), (0.07, -0.07), (0, 0.09)], 0.12, 0.01)
    b.add("nose", nose.move(0, 0.4, 0.48), HOLLOW)
    b.add("mouth", box(0.32, 0.02, 0.06, 0, 0.185, 0.455), HOLLOW)
    for i in range(7):
        for y in (0.13, 0.2):
            tooth = box(0.042, 0.075, 0.06, (i - 3) * 0.05, y, 0.49 - 0.006 * (i - 3) ** 2)
            b.add("teeth", tooth, b.tone(1.5))


def bone(b: Draft) -> None:
    b.add("shaft", tube([(-0.8, 0.2, 0), (0, 0.2, 0), (0.8, 0.2, 0)], [0.16, 0.12, 0.16], 14))
    for z in (-0.13, 0.13):
        b.add("ends", ball(0.2, 0.19, 0.18, 0.86, 0.2, z).pair())


def dinosaur_skeleton(b: Draft) -> None:
    """A tyrannosaur's bones on its stand."""
    spine = curve([(0, 0.62, -1.5), (0, 0.95, -0.7), (0, 1.0, 0.0), (0, 1.15, 0.6), (0, 1.42,
        0.9)], 5)  # fmt: skip
    b.add("spine", tube(spine, [0.02 + 0.05 * sin(pi * i / (len(spine) - 1)) for i in
        range(len(spine))], 8))  # fmt: skip
    for x, y, z in spine[1:-1]:
        b.add("spines", box(0.03, 0.16, 0.05, x, y, z, bevel=0.008))
    for i in range(8):
        z, r = -0.15 + 0.11 * i, 0.25 - 0.012 * (i - 3) ** 2
        rib = curve([(0, 1.0 + 0.03 * i, z), (r, 0.86 + 0.03 * i, z), (0.08, 0.55 + 0.03 * i,
            z + 0.04)], 4)  # fmt: skip
        b.add("ribs", tube(rib, 0.022, 6).pair())
    b.add("skull", ball(0.15, 0.16, 0.26, 0, 1.5, 1.05))
    b.add("skull", soft(0.18, 0.16, 0.44, 0, 1.36, 1.22, 0.05))
    b.add("jaw", box(0.16, 0.06, 0.5, 0, 1.26, 1.2, bevel=0.02))
    b.add("sockets", ball(0.05, x=0.12, y=1.54, z=1.08, detail=1).pair(), HOLLOW)
    for i in range(6):
        tooth = cylinder(0.004, 0.08, 0, 0, 0, top=0.016, n=6).move(0.075, 1.31, 1.12 + 0.055 * i)
        b.add("teeth", tooth.pair())
    thigh = [(0.16, 0.95, -0.1), (0.22, 0.55, 0.14), (0.2, 0.26, -0.1), (0.2, 0.05, 0.06)]
    b.add("legs", tube(thigh, [0.07, 0.05, 0.045, 0.04], 8).pair())
    for turn in (-25, 0, 25):
        toe = rod((0, 0.04, 0), (0, 0.025, 0.28), 0.035, 0.012).yaw(turn).move(0.2, 0, 0.04)
        b.add("toes", toe.pair())
    arm = [(0.16, 0.95, 0.6), (0.2, 0.8, 0.68), (0.17, 0.74, 0.8)]
    b.add("arms", tube(arm, [0.03, 0.025, 0.015], 7).pair())
    b.add("stand", rod((0, 0, 0), (0, 0.98, 0), 0.025), stuff("metal", "#2f3338"))
    b.add("plinth", box(0.9, 0.05, 1.6, 0, -0.05, 0), stuff("wood", "#4a3020"))


def branch(b: Draft) -> None:
    """A bough with twigs and a few leaves."""
    line = curve([(-1.4, 0.1, 0), (-0.4, 0.2, 0.06), (0.5, 0.16, -0.04), (1.4, 0.36, 0.04)], 4)
    count = len(line)
    b.add("bough", tube(line, [0.12 - 0.08 * i / count for i in range(count)], 8), None, 30)
    for i in range(2, count - 1, 2):
        x, y, z = line[i]
        side = 1 if i % 4 else -1
        tip = (x + 0.3, y + 0.24, z + side * 0.36)
        b.add("twigs", rod((x, y, z), tip, 0.04, 0.015, n=6))
        for turn in (-40, 30):
            green = leaf(0.26, 0.12, 0.3, 0.06).yaw(90 + turn * side).move(*tip)
            b.add("leaves", green, stuff("plant", "#5f9a3c"))


def lily_pad(b: Draft) -> None:
    """Leaves on the water and a flower."""
    for x, z, r in ((0, 0, 0.5), (0.62, 0.3, 0.34), (-0.5, 0.45, 0.28)):
        points = [(r * cos(a), r * sin(a)) for a in np.linspace(0.25, 2 * pi - 0.25, 20)]
        pad = prism([*points, (0.06, 0.0)], 0.03).pitch(-90).yaw(200 * x)
        b.add("pads", pad.move(x, 0.015, z))
    for ring_of, up in ((8, 20), (6, 50)):
        for i in range(ring_of):
            petal = leaf(0.22, 0.1, 0.1, 0.12, 0.2).pitch(-up).yaw(360 * i / ring_of)
            b.add("petals", petal.move(0, 0.04, 0), stuff("plant", "#f2a8c4"))
    b.add("heart", ball(0.05, x=0, y=0.09, z=0, detail=1), stuff("plant", "#f2c83a"))


def waterfall(b: Draft) -> None:
    """A cliff, the falling water, and the pool below."""
    for i in range(9):
        x = -2.6 + 0.65 * i
        tall = 4.0 + 0.5 * float(b.rng.random())
        deep = -0.6 if abs(x) < 0.8 else 0.0
        rock = blob(b.rng, 0.62, tall / 2 + 0.3, 0.9, x, tall / 2, -1.2 + deep, 0.16, 2)
        b.add("cliff", rock, None, 22)
    for i in range(7):
        x = -0.72 + 0.24 * i
        line = curve([(x, 4.35, -1.2), (x, 4.2, -0.5), (x * 1.1, 2.4, -0.2), (x * 1.2, 0.1,
            -0.05)], 4)  # fmt: skip
        fall = tube(line, [(0.19, 0.07)] * len(line), 8)
        b.add(f"water {i % 2}", fall, stuff("water", "#a8d8ee" if i % 2 else "#dff1f8"))
    b.add("pool", cylinder(2.4, 0.16, 0, 0, 0.9, n=28).scale(1, 1, 0.7), stuff("water", "#4c9bc4"))
    for i in range(9):
        foam = blob(b.rng, 0.3, 0.16, 0.22, -0.95 + 0.24 * i, 0.18, 0.25, 0.3, 1)
        b.add("foam", foam, stuff("cloud", "#f6fafc"))
    for i in range(11):
        a = -0.2 + 0.35 * i
        stone = blob(b.rng, 0.34, 0.25, 0.3, 2.4 * cos(a), 0.14, 0.7 + 1.65 * sin(a), 0.2, 1)
        b.add("stones", stone, b.tone(0.9), 22)


def cave(b: Draft) -> None:
    """A hill of rock with a dark mouth."""
    for i in range(9):
        a = pi * i / 8
        x, y = 1.35 * cos(a), 1.15 * sin(a)
        b.add("rock", blob(b.rng, 0.75, 0.7, 1.3, x, y + 0.15, 0, 0.2, 2), None, 22)
    b.add("rock", blob(b.rng, 1.7, 1.5, 1.0, 0, 0.6, -0.9, 0.15, 3))
    mouth = smooth([(0.8, 0), (0.75, 0.8), (0, 1.25), (-0.75, 0.8), (-0.8, 0), (0, -0.02)], 3)
    b.add("mouth", prism(mouth, 0.9).move(0, 0, 0.95), stuff("stone", "#15120f"))
    for i in range(4):
        stone = blob(b.rng, 0.3, 0.22, 0.26, 1.1 + 0.22 * i, 0.12, 1.2 - 0.2 * (i % 3), 0.2, 1)
        b.add("stones", stone.pair(), b.tone(0.9), 22)


MODELS: dict[str, Family] = {
    "seashell": seashell,
    "starfish": starfish,
    "coral": coral,
    "oyster": oyster,
    "skull": skull,
    "bone": bone,
    "dinosaur skeleton": dinosaur_skeleton,
    "branch": branch,
    "water lily": lily_pad,
    "waterfall": waterfall,
    "cave": cave,
}
