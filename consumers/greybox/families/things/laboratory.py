"""Scales, flasks, burners, syringes: what lies on a bench in a laboratory or a workshop."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BRASS, DARK_METAL, STEEL, WHITE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, disc, rod, soft
from consumers.greybox.sweeps import curve, eased, lathe, tube


def scale(b: Draft) -> None:
    """Two pans on a beam."""
    b.add("foot", lathe([(0.22, 0), (0.2, 0.05), (0.04, 0.1)], n=22))
    b.add("post", cylinder(0.025, 0.6, 0, 0.08, n=12))
    b.add("beam", tube([(-0.42, 0.7, 0), (0, 0.72, 0), (0.42, 0.7, 0)], 0.022, 10))
    b.add("knob", ball(0.045, x=0, y=0.74, z=0, detail=1))
    for s in (-0.42, 0.42):
        pan = lathe([(0.02, 0.2), (0.14, 0.22), (0.16, 0.26), (0.155, 0.26), (0.12, 0.235)], n=20)
        b.add("pans", pan.move(s, 0, 0))
        for i in range(3):
            a = 2 * pi * i / 3
            thread = rod((s + 0.15 * sin(a), 0.25, 0.15 * cos(a)), (s, 0.69, 0), 0.005, n=5)
            b.add("threads", thread)


def vise(b: Draft) -> None:
    b.add("base", cylinder(0.24, 0.08, n=20) + box(0.26, 0.16, 0.3, 0, 0.07))
    b.add("body", soft(0.22, 0.2, 0.6, 0, 0.2, 0, 0.04))
    b.add("jaws", box(0.5, 0.26, 0.1, 0, 0.3, -0.1) + box(0.5, 0.26, 0.1, 0, 0.3, 0.14))
    b.add("plates", box(0.5, 0.08, 0.03, 0, 0.49, -0.035) + box(0.5, 0.08, 0.03, 0, 0.49, 0.075),
        STEEL)  # fmt: skip
    b.add("screw", rod((0, 0.3, 0.2), (0, 0.3, 0.52), 0.035), STEEL)
    b.add("bar", rod((-0.2, 0.3, 0.5), (0.2, 0.3, 0.5), 0.018), STEEL)
    b.add("bar", ball(0.03, x=0.2, y=0.3, z=0.5, detail=1).pair(), STEEL)


def test_tubes(b: Draft) -> None:
    """A wooden rack of six tubes in three colours."""
    for y in (0.0, 0.42):
        b.add("boards", box(1.0, 0.05, 0.3, 0, y), stuff("wood", "#c9a275"))
    b.add("boards", box(0.05, 0.46, 0.3, 0.475, 0).pair(), stuff("wood", "#c9a275"))
    for i, color in enumerate(("#5fb0e0", "#e0586a", "#7ac47a", "#f2c83a", "#a86ad0", "#5fb0e0")):
        x = (i - 2.5) * 0.155
        fill = 0.3 + 0.08 * (i % 3)
        b.add(f"fill {color}", cylinder(0.045, fill, x, 0.08, 0, n=14), stuff("water", color))
        b.add("tubes", cylinder(0.055, 0.66, x, 0.06, 0, n=16), stuff("glass"))


def beaker(b: Draft) -> None:
    b.add("fill", cylinder(0.4, 0.5, 0, 0.03, n=24), stuff("water", "#5fb0e0"))
    glass = [(0.42, 0), (0.44, 0.04), (0.44, 1.0), (0.48, 1.06), (0.44, 1.06), (0.42, 0.98), (0.4,
        0.06)]  # fmt: skip
    b.add("glass", lathe(glass, n=28))
    for y in (0.25, 0.45, 0.65, 0.85):
        b.add("marks", box(0.16, 0.016, 0.02, 0.0, y, 0.44), WHITE)


def flask(b: Draft) -> None:
    """A cone with a neck, half full."""
    b.add("fill", cylinder(0.42, 0.42, 0, 0.03, top=0.27, n=24), stuff("water", "#7ac47a"))
    glass = [(0.4, 0), (0.48, 0.05), (0.16, 0.78), (0.16, 1.06), (0.2, 1.1), (0.14, 1.08), (0.13,
        0.78)]  # fmt: skip
    b.add("glass", lathe(glass, n=28))


def bunsen_burner(b: Draft) -> None:
    b.add("foot", lathe([(0.4, 0), (0.4, 0.06), (0.12, 0.14)], n=24), DARK_METAL)
    b.add("pipe", cylinder(0.07, 0.75, 0, 0.12, n=16), STEEL)
    b.add("collar", cylinder(0.1, 0.14, 0, 0.22, n=16), BRASS)
    b.add("hose", tube(curve([(0.08, 0.18, 0), (0.4, 0.14, 0.1), (0.5, 0.03, 0.3)], 4), 0.04, 8),
        stuff("rubber", "#c8683a"))  # fmt: skip
    flame = eased([(0.05, 0), (0.1, 0.1), (0.06, 0.26), (0.005, 0.42)])
    b.add("flame", lathe(flame, 0, 0.87, 0, 14), stuff("light", "#5fa8f0"))


def spray_bottle(b: Draft) -> None:
    body = [(0.3, 0), (0.32, 0.05), (0.32, 0.6), (0.12, 0.86), (0.1, 0.96)]
    b.add("bottle", lathe(eased(body), n=22).scale(1, 1, 0.75))
    b.add("label", soft(0.36, 0.3, 0.5, 0, 0.2, 0.0, 0.06), WHITE)
    b.add("head", soft(0.18, 0.2, 0.44, 0, 0.98, 0.06, 0.05), WHITE)
    b.add("nozzle", disc(0.05, 0.08, 0, 1.1, 0.3, 12), stuff("plastic", "#c8323a"))
    b.add("trigger", tube([(0, 1.0, 0.2), (0, 0.86, 0.28), (0, 0.74, 0.24)], 0.03, 8), stuff(
        "plastic", "#c8323a"))  # fmt: skip


def comb(b: Draft) -> None:
    b.add("back", soft(0.3, 0.1, 2.0, 0.1, 0, 0, 0.04))
    for i in range(24):
        tooth = box(0.4, 0.05, 0.035, -0.2, 0.025, -0.92 + 0.08 * i, bevel=0.01)
        b.add("teeth", tooth)


def paint_brush(b: Draft) -> None:
    b.add("handle", rod((0, 0.1, -1.1), (0, 0.1, 0.3), 0.05, 0.09))
    b.add("ferrule", rod((0, 0.1, 0.28), (0, 0.1, 0.56), 0.1, 0.11), STEEL)
    b.add("hair", tube([(0, 0.1, 0.54), (0, 0.1, 0.8), (0, 0.09, 1.05)], [(0.12, 0.09), (0.14,
        0.08), (0.05, 0.03)], 10), stuff("fur", "#3a2418"))  # fmt: skip
    b.add("paint", ball(0.07, 0.05, 0.08, 0, 0.09, 1.0, detail=1), stuff("paint", "#3a7fd0"))


def syringe(b: Draft) -> None:
    b.add("barrel", rod((0, 0.2, -0.6), (0, 0.2, 0.6), 0.16), stuff("glass", "#cfe4ee"))
    b.add("fill", rod((0, 0.2, 0.0), (0, 0.2, 0.58), 0.13), stuff("water", "#e08a8a"))
    b.add("plunger", rod((0, 0.2, -1.2), (0, 0.2, 0.0), 0.06), WHITE)
    b.add(
        "plunger", disc(0.17, 0.06, 0, 0.2, -1.2, 16) + box(0.6, 0.06, 0.06, 0, 0.17, -0.6), WHITE
    )
    b.add("needle", rod((0, 0.2, 0.6), (0, 0.2, 1.3), 0.025, 0.006), STEEL)


MODELS: dict[str, Family] = {
    "scale": scale,
    "vise": vise,
    "test tube rack": test_tubes,
    "beaker": beaker,
    "flask": flask,
    "bunsen burner": bunsen_burner,
    "spray bottle": spray_bottle,
    "comb": comb,
    "paintbrush": paint_brush,
    "syringe": syringe,
}
