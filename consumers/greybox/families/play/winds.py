"""Brass and woodwind instruments."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import BLACK, STEEL
from consumers.greybox.mesh import Mesh
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, cylinder, ring, rod
from consumers.greybox.sweeps import Point, curve, lathe, tube


def _flare(r: float, bell: float, long: float) -> Mesh:
    """A bell that opens along +Y from a pipe of radius ``r``, its mouth hollow."""
    out = [(r, 0.0), (r * 1.3, 0.45 * long), (0.45 * bell, 0.78 * long), (bell, long)]
    back = [(0.93 * bell, 0.995 * long), (0.4 * bell, 0.8 * long), (0.9 * r, 0.5 * long)]
    return lathe([*out, *back], n=28)


def _pipe(points: list[Point], r: float, steps: int = 5) -> Mesh:
    line = curve(points, steps)
    return tube(line, r, 10)


def trumpet(b: Draft) -> None:
    b.add("bell", _flare(0.012, 0.065, 0.26).roll(-90).move(0.0, 0.11, 0))
    b.add("tube", _pipe([(0.02, 0.11, 0), (-0.14, 0.11, 0), (-0.2, 0.085, 0), (-0.14, 0.06, 0),
                         (0.06, 0.06, 0), (0.1, 0.085, 0.03), (0.06, 0.11, 0.03),
                         (-0.23, 0.11, 0.03)], 0.009))  # fmt: skip
    b.add("mouthpiece", lathe([(0.006, 0), (0.007, 0.02), (0.014, 0.04)]).roll(90)
          .move(-0.22, 0.11, 0.03), STEEL)  # fmt: skip
    for x in (-0.05, -0.02, 0.01):
        b.add("valves", cylinder(0.012, 0.1, x, 0.035, 0.015, n=12))
        b.add("buttons", cylinder(0.01, 0.012, x, 0.145, 0.015, n=12), stuff("porcelain"))
        b.add("stems", cylinder(0.004, 0.03, x, 0.125, 0.015, n=8), STEEL)


def trombone(b: Draft) -> None:
    b.add("bell", _flare(0.014, 0.11, 0.42).roll(-90).move(0.1, 0.2, 0))
    b.add("tube", _pipe([(0.12, 0.2, 0), (-0.42, 0.2, 0), (-0.5, 0.16, 0), (-0.42, 0.12, 0),
                         (-0.1, 0.12, 0)], 0.011))  # fmt: skip
    for z in (0.03, 0.1):
        b.add("slide", rod((-0.2, 0.12, z), (0.62, 0.12, z), 0.009), STEEL)
    b.add("slide", _pipe([(0.6, 0.12, 0.03), (0.66, 0.12, 0.065), (0.6, 0.12, 0.1)], 0.011), STEEL)
    for x in (-0.18, 0.0):
        b.add("brace", rod((x, 0.12, 0.0), (x, 0.12, 0.1), 0.006))
    b.add("mouthpiece", lathe([(0.007, 0), (0.016, 0.04)]).roll(90).move(-0.2, 0.12, 0.1), STEEL)


def tuba(b: Draft) -> None:
    b.add("bell", _flare(0.07, 0.2, 0.5).move(0.06, 0.4, 0))
    bow: list[Point] = [(0.06, 0.42, 0), (0.06, 0.14, 0), (0.0, 0.05, 0), (-0.1, 0.05, 0)]
    bow += [(-0.16, 0.14, 0), (-0.16, 0.5, 0)]
    line = curve(bow, 5)
    b.add("bow", tube(line, [0.07 - 0.025 * i / len(line) for i in range(len(line))], 14))
    inner: list[Point] = [(-0.16, 0.5, 0), (-0.12, 0.58, 0.03), (-0.06, 0.5, 0.05)]
    inner += [(-0.06, 0.2, 0.05), (0.0, 0.15, 0.06), (0.0, 0.4, 0.07)]
    b.add("tube", _pipe(inner, 0.03))
    for x in (-0.1, -0.06, -0.02):
        b.add("valves", cylinder(0.02, 0.2, x, 0.26, 0.09, n=14))
        b.add("buttons", cylinder(0.016, 0.02, x, 0.47, 0.09, n=12), stuff("porcelain"))
    b.add("lead pipe", _pipe([(0.0, 0.42, 0.09), (0.06, 0.5, 0.12), (0.1, 0.6, 0.1)], 0.012))


def saxophone(b: Draft) -> None:
    line = curve([(-0.06, 0.62, 0), (-0.05, 0.14, 0), (0.0, 0.03, 0), (0.07, 0.08, 0),
                  (0.1, 0.2, 0)], 5)  # fmt: skip
    n = len(line) - 1
    b.add("body", tube(line, [0.014 + 0.03 * i / n for i in range(n + 1)], 16))
    b.add("bell", _flare(0.043, 0.075, 0.18).roll(-14).move(0.1, 0.19, 0))
    b.add(
        "neck",
        _pipe([(-0.06, 0.61, 0), (-0.07, 0.68, 0), (-0.12, 0.7, 0), (-0.17, 0.66, 0)], 0.012),
    )
    b.add("mouthpiece", rod((-0.16, 0.67, 0), (-0.22, 0.62, 0), 0.013, 0.008), BLACK)
    for i in range(9):
        b.add(
            "keys",
            cylinder(0.017, 0.012, n=12)
            .pitch(90)
            .move(-0.056 + 0.001 * i, 0.2 + 0.045 * i, 0.02 + 0.002 * (9 - i)),
            stuff("gold"),
        )
    b.add("rods", rod((-0.04, 0.16, 0.034), (-0.05, 0.58, 0.024), 0.004), STEEL)


def _straight(b: Draft, bore: float, flare: float, keys: int, long: float = 0.66) -> None:
    """A straight pipe along X with keys above it and a foot that widens."""
    foot = [(bore, 0), (bore, 0.86 * long), (flare, long), (0.8 * flare, 0.995 * long)]
    b.add("pipe", lathe([(0.5 * bore, -0.001), *foot], n=18).roll(-90).move(-long / 2, 0.03, 0))
    for i in range(keys):
        x = -0.2 * long + 0.6 * long * i / max(1, keys - 1)
        b.add("keys", cylinder(0.85 * bore, 0.005, x, 0.028 + bore, 0, n=10), STEEL)
        b.add("joints", axle(bore * 1.12, 0.008, x - 0.02, 0.03, 0, 14), STEEL)


def flute(b: Draft) -> None:
    _straight(b, 0.011, 0.011, 11)
    b.add("lip plate", cylinder(0.015, 0.008, -0.26, 0.037, 0, n=14))
    b.add("rod", rod((-0.15, 0.034, 0.012), (0.3, 0.034, 0.012), 0.003), STEEL)


def clarinet(b: Draft) -> None:
    _straight(b, 0.014, 0.034, 9)
    b.add("mouthpiece", rod((-0.33, 0.03, 0), (-0.4, 0.03, 0), 0.013, 0.006), BLACK)
    b.add("ligature", axle(0.0145, 0.03, -0.355, 0.03, 0, 14), STEEL)
    b.add("rod", rod((-0.2, 0.04, 0.012), (0.24, 0.04, 0.012), 0.003), STEEL)


def recorder(b: Draft) -> None:
    _straight(b, 0.013, 0.018, 0, 0.33)
    b.add("head", lathe([(0.008, 0), (0.016, 0.03), (0.017, 0.08), (0.014, 0.085)]).roll(-90)
          .move(-0.19, 0.03, 0))  # fmt: skip
    for i in range(7):
        b.add("holes", cylinder(0.004, 0.004, -0.05 + 0.028 * i, 0.04, 0, n=8), BLACK)
    b.add("ring", ring(0.0145, 0.002).roll(90).move(0.11, 0.03, 0), stuff("plastic", "#efe7d6"))


def didgeridoo(b: Draft) -> None:
    profile = [(0.028, 0), (0.032, 0.1), (0.03, 0.5), (0.04, 0.9), (0.055, 1.2), (0.075, 1.38)]
    b.add("pipe", lathe([*profile, (0.05, 1.4), (0.035, 1.3)], n=20).roll(-90).move(-0.7, 0.075, 0))
    for i, color in enumerate(("#c8322f", "#f2e2b8", "#1f1a16", "#e0a02e", "#f2e2b8")):
        x = -0.45 + 0.22 * i
        b.add(f"band {i}", axle(0.036 + 0.008 * i, 0.04, x, 0.075, 0, 20), stuff("paint", color))
    b.add("mouthpiece", axle(0.032, 0.03, -0.7, 0.075, 0, 18), stuff("wax"))


def panpipes(b: Draft) -> None:
    for i in range(9):
        long = 0.24 - 0.018 * i
        pipe = cylinder(0.011, long, -0.092 + 0.023 * i, 0.26 - long, 0, n=10)
        b.add("pipes", pipe, b.tone(1.0 if i % 2 else 0.9))
    for y, z in ((0.2, 0.012), (0.2, -0.012)):
        b.add("binding", rod((-0.105, y, z), (0.105, y, z), 0.005), stuff("fabric", "#7a4a28"))


MODELS: dict[str, Family] = {
    "trumpet": trumpet,
    "trombone": trombone,
    "tuba": tuba,
    "saxophone": saxophone,
    "flute": flute,
    "clarinet": clarinet,
    "recorder": recorder,
    "didgeridoo": didgeridoo,
    "panpipes": panpipes,
}
