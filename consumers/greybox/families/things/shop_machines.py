"""Standing machines of a workshop: saws, drill press, lathe, car lift."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import BLACK, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, box, cylinder, disc, rod, soft

_RED = stuff("metal", "#c8322f")


def car_lift(b: Draft) -> None:
    """Two posts with a foot each, a carriage on each post and two arms on each carriage."""
    for side in (-1.0, 1.0):
        x = side * 1.55
        b.add("feet", box(0.5, 0.04, 0.9, x, 0, 0), b.tone(0.7))
        b.add("posts", box(0.22, 2.5, 0.28, x, 0.04, 0))
        b.add("carriages", soft(0.3, 0.5, 0.36, x - side * 0.02, 1.0, 0, 0.03), b.tone(0.6))
        for z in (-1.0, 1.0):
            end = (side * 0.72, 1.12, z * 0.95)
            b.add("arms", rod((x - side * 0.12, 1.1, z * 0.14), end, 0.055), STEEL)
            b.add("pads", cylinder(0.1, 0.06, end[0], 1.14, end[2], n=16), BLACK)
    b.add("bridge", box(3.3, 0.12, 0.16, 0, 2.54, 0), b.tone(0.8))
    b.add("motor", soft(0.26, 0.4, 0.24, 1.76, 1.5, 0, 0.04), BLACK)


def band_saw(b: Draft) -> None:
    b.add("base", soft(0.5, 0.62, 0.42, 0, 0, 0, 0.03), b.tone(0.75))
    b.add("spine", soft(0.14, 1.0, 0.2, -0.19, 0.6, -0.02, 0.03))
    b.add("lower wheel", soft(0.5, 0.42, 0.2, 0, 0.4, -0.03, 0.09))
    b.add("upper wheel", soft(0.5, 0.44, 0.2, 0, 1.26, -0.03, 0.09))
    b.add("table", box(0.5, 0.04, 0.5, 0.05, 0.9, 0.04), STEEL)
    b.add("blade", box(0.006, 0.36, 0.014, 0.1, 0.93, 0.0), STEEL)
    b.add("guide", box(0.05, 0.2, 0.06, 0.1, 1.12, 0.0), BLACK)
    b.add("fence", box(0.03, 0.06, 0.46, 0.22, 0.94, 0.04), BLACK)
    b.add("knob", disc(0.05, 0.05, 0.0, 1.48, 0.1, 20), _RED)
    b.add("switch", box(0.07, 0.1, 0.03, -0.19, 0.98, 0.1), _RED)


def drill_press(b: Draft) -> None:
    b.add("base", box(0.4, 0.06, 0.56, 0, 0, 0.02), b.tone(0.7))
    b.add("column", cylinder(0.05, 1.4, 0, 0.05, -0.16, n=20), STEEL)
    b.add("table", cylinder(0.19, 0.035, 0, 0.82, 0.06, n=28), STEEL)
    b.add("bracket", box(0.12, 0.1, 0.24, 0, 0.76, -0.1), b.tone(0.7))
    b.add("head", soft(0.26, 0.36, 0.56, 0, 1.22, 0.0, 0.05))
    b.add("cover", soft(0.3, 0.12, 0.62, 0, 1.56, -0.02, 0.05), b.tone(0.6))
    b.add("motor", cylinder(0.11, 0.26, 0, 1.22, -0.34, n=20), BLACK)
    b.add("chuck", cylinder(0.035, 0.12, 0, 1.1, 0.12, top=0.045, n=16), STEEL)
    b.add("bit", rod((0, 0.98, 0.12), (0, 1.12, 0.12), 0.008), STEEL)
    for end in ((0.36, 1.42, 0.1), (0.3, 1.2, 0.26), (0.26, 1.28, -0.1)):
        b.add("levers", rod((0.14, 1.32, 0.08), end, 0.01), STEEL)
        b.add("grips", soft(0.04, 0.04, 0.04, end[0], end[1] - 0.02, end[2], 0.018), BLACK)


def table_saw(b: Draft) -> None:
    for x in (-0.34, 0.34):
        for z in (-0.3, 0.3):
            b.add("legs", rod((x * 1.12, 0, z * 1.1), (x, 0.55, z), 0.025), BLACK)
    b.add("body", box(0.74, 0.3, 0.66, 0, 0.52, 0))
    b.add("top", box(0.96, 0.05, 0.8, 0, 0.82, 0), STEEL)
    b.add("blade", axle(0.12, 0.006, 0.0, 0.86, 0.02, 32), STEEL)
    b.add("guard", box(0.02, 0.06, 0.3, 0.0, 0.98, -0.04), stuff("plastic", "#e8c02e"))
    b.add("riving knife", box(0.006, 0.14, 0.05, 0.0, 0.86, -0.17), STEEL)
    b.add("fence", box(0.05, 0.07, 0.78, 0.26, 0.87, 0), BLACK)
    b.add("wheel", disc(0.09, 0.03, 0.0, 0.64, 0.36, 24), BLACK)
    b.add("switch", box(0.1, 0.12, 0.03, -0.24, 0.6, 0.35), _RED)


def lathe_machine(b: Draft) -> None:
    """A lathe: a bed on two cabinets, headstock left with a workpiece, tailstock right."""
    for x in (-0.55, 0.55):
        b.add("cabinets", box(0.4, 0.62, 0.46, x, 0, 0), b.tone(0.7))
    b.add("bed", box(1.56, 0.12, 0.3, 0, 0.64, 0.02), STEEL)
    b.add("tray", box(1.6, 0.03, 0.54, 0, 0.61, 0.02), b.tone(0.6))
    b.add("headstock", soft(0.42, 0.42, 0.36, -0.54, 0.76, 0, 0.04))
    b.add("chuck", axle(0.12, 0.09, -0.28, 0.98, 0, 28), STEEL)
    b.add("workpiece", axle(0.05, 0.6, 0.06, 0.98, 0, 20), stuff("wood"))
    b.add("tailstock", soft(0.22, 0.32, 0.2, 0.52, 0.76, 0, 0.04))
    b.add("handwheel", axle(0.08, 0.03, 0.68, 0.98, 0, 24), BLACK)
    b.add("rest", box(0.16, 0.14, 0.24, 0.08, 0.76, 0.12), BLACK)
    b.add("carriage wheel", disc(0.08, 0.03, 0.08, 0.72, 0.25, 24), STEEL)
    b.add("switch", box(0.1, 0.08, 0.03, -0.54, 1.02, 0.19), _RED)


MODELS: dict[str, Family] = {
    "car lift": car_lift,
    "band saw": band_saw,
    "drill press": drill_press,
    "table saw": table_saw,
    "lathe": lathe_machine,
}
