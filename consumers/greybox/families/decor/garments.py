"""Clothes by their cut: coats and dresses as on a hanger, trousers, boots, hats, gloves."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, BRASS, STEEL
from consumers.greybox.families.things.tool_parts import flat
from consumers.greybox.mesh import Mesh
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, disc, ring, rod, soft
from consumers.greybox.sweeps import curve, ellipse, lathe, loft, tube


def _body(levels: list[tuple[float, float, float]]) -> Mesh:
    """A garment from (half width, half depth, height) levels, from the hem up."""
    return loft([ellipse(w, d, 24, y) for w, d, y in levels])


def _hook(b: Draft, y: float) -> None:
    hook = curve(
        [(0, y, 0), (0, y + 0.05, 0), (0.02, y + 0.08, 0), (0, y + 0.1, 0), (-0.02, y + 0.08, 0)], 4
    )
    b.add("hanger", tube(hook, 0.005, 8), STEEL)


def _sleeves(b: Draft, shoulder: float, y: float, reach: float, drop: float, r: float) -> None:
    line = curve(
        [
            (shoulder, y, 0),
            (shoulder + 0.6 * reach, y - 0.4 * drop, 0),
            (shoulder + reach, y - drop, 0),
        ],
        4,
    )
    n = len(line) - 1
    b.add(
        "sleeves",
        tube(line, [(r * (1 - 0.3 * i / n), 0.75 * r) for i in range(n + 1)], 14, tip=0.1).pair(),
    )


def coat(b: Draft) -> None:
    b.add(
        "body",
        _body(
            [
                (0.28, 0.12, 0),
                (0.25, 0.11, 0.3),
                (0.21, 0.09, 0.6),
                (0.23, 0.1, 0.85),
                (0.19, 0.08, 1.0),
                (0.07, 0.05, 1.08),
            ]
        ),
    )
    _sleeves(b, 0.17, 0.98, 0.16, 0.6, 0.075)
    for s in (-1, 1):
        lapel = flat([(0.0, -0.1), (0.07, -0.02), (0.05, 0.1), (0.0, 0.1)], 0.012).pitch(90)
        b.add(
            "lapels", (lapel if s > 0 else lapel.mirror()).move(s * 0.02, 0.9, 0.095), b.tone(0.8)
        )
        b.add("pockets", box(0.1, 0.03, 0.015, s * 0.13, 0.42, 0.1), b.tone(0.8))
    b.add("seam", box(0.012, 0.78, 0.012, 0.0, 0.02, 0.108), b.tone(0.7))
    for i in range(4):
        b.add("buttons", disc(0.014, 0.012, 0.03, 0.35 + 0.13 * i, 0.106 - 0.004 * i, 12), BLACK)
    _hook(b, 1.08)


def jacket(b: Draft) -> None:
    b.add(
        "body",
        _body(
            [
                (0.22, 0.1, 0),
                (0.24, 0.11, 0.06),
                (0.23, 0.1, 0.4),
                (0.2, 0.09, 0.56),
                (0.07, 0.05, 0.64),
            ]
        ),
    )
    _sleeves(b, 0.17, 0.55, 0.16, 0.5, 0.07)
    b.add("cuff band", _body([(0.222, 0.102, 0), (0.226, 0.104, 0.05)]), b.tone(0.75))
    b.add("collar", ring(0.075, 0.022, 0, 0.63, 0).scale(1, 1, 0.8), b.tone(0.8))
    b.add("zip", box(0.012, 0.56, 0.012, 0, 0.04, 0.105), STEEL)
    for s in (-1, 1):
        b.add("pockets", box(0.09, 0.012, 0.014, s * 0.12, 0.2, 0.1), b.tone(0.7))
    _hook(b, 0.64)


def dress(b: Draft) -> None:
    levels = [
        (0.34, 0.2, 0),
        (0.28, 0.17, 0.3),
        (0.16, 0.11, 0.62),
        (0.13, 0.09, 0.68),
        (0.18, 0.11, 0.88),
        (0.14, 0.07, 1.0),
    ]
    b.add("body", _body(levels))
    for s in (-1, 1):
        b.add(
            "straps",
            tube(
                curve([(s * 0.1, 0.98, 0.05), (s * 0.1, 1.1, 0.0), (s * 0.1, 0.98, -0.05)], 4),
                [(0.014, 0.005)] * 9,
                8,
            ),
        )
    b.add("belt", _body([(0.136, 0.094, 0.66), (0.136, 0.094, 0.7)]), b.tone(0.6))
    for i in range(12):
        a = i * pi / 6
        b.add(
            "folds",
            rod(
                (0.335 * sin(a), 0.01, 0.197 * cos(a)), (0.15 * sin(a), 0.62, 0.105 * cos(a)), 0.008
            ),
            b.tone(0.88),
        )
    _hook(b, 1.05)


def t_shirt(b: Draft) -> None:
    b.add(
        "body", _body([(0.24, 0.08, 0), (0.24, 0.08, 0.4), (0.22, 0.07, 0.58), (0.1, 0.05, 0.66)])
    )
    _sleeves(b, 0.17, 0.59, 0.16, 0.16, 0.085)
    b.add("collar", ring(0.08, 0.012, 0, 0.655, 0).scale(1, 1, 0.6), b.tone(0.75))
    b.add("hem", _body([(0.242, 0.082, 0.0), (0.242, 0.082, 0.015)]), b.tone(0.8))
    _hook(b, 0.66)


def trousers(b: Draft) -> None:
    for s in (-1, 1):
        leg = tube(
            curve([(s * 0.12, 0, 0), (s * 0.11, 0.45, 0), (s * 0.08, 0.78, 0)], 4),
            [(0.075, 0.06)] * 5 + [(0.09, 0.075)] * 4,
            16,
            tip=0.1,
        )
        b.add("legs", leg)
        b.add(
            "hems",
            tube([(s * 0.12, 0.0, 0), (s * 0.12, 0.03, 0)], [(0.08, 0.065)] * 2, 16, tip=0.1),
            b.tone(0.8),
        )
        b.add(
            "pockets", box(0.07, 0.008, 0.014, s * 0.1, 0.88, 0.085).roll(s * 30 * 0), b.tone(0.7)
        )
    b.add("seat", _body([(0.17, 0.085, 0.7), (0.18, 0.095, 0.85), (0.16, 0.085, 0.98)]))
    b.add("belt", _body([(0.163, 0.088, 0.95), (0.163, 0.088, 0.99)]), b.tone(0.6))
    b.add("button", disc(0.012, 0.012, 0, 0.965, 0.088, 14), BRASS)


def glove(b: Draft) -> None:
    b.add("palm", soft(0.09, 0.03, 0.1, 0, 0, 0, 0.014))
    b.add("cuff", soft(0.085, 0.034, 0.06, 0, 0, 0.07, 0.014), b.tone(0.8))
    for x, long in ((-0.034, 0.07), (-0.011, 0.085), (0.012, 0.08), (0.034, 0.06)):
        b.add("fingers", rod((x, 0.014, -0.04), (1.15 * x, 0.014, -0.045 - long), 0.0115))
    b.add("thumb", rod((0.04, 0.014, 0.02), (0.08, 0.014, -0.035), 0.013))


def boxing_glove(b: Draft) -> None:
    b.add("fist", ball(0.08, 0.085, 0.1, 0, 0.09, 0.05))
    b.add("thumb", ball(0.032, 0.035, 0.06, 0.075, 0.095, 0.03))
    b.add(
        "cuff", lathe([(0.055, 0), (0.06, 0.06), (0.05, 0.12)], n=22).pitch(90).move(0, 0.08, -0.13)
    )
    b.add(
        "band",
        lathe([(0.062, 0), (0.064, 0.03)], n=22).pitch(90).move(0, 0.08, -0.1),
        stuff("fabric", "#f2efe8"),
    )


def baseball_glove(b: Draft) -> None:
    b.add("palm", ball(0.1, 0.035, 0.1, 0, 0.04, 0.02))
    for i in range(4):
        a = -0.5 + 0.3 * i
        b.add(
            "fingers",
            rod((0.06 * sin(a), 0.045, -0.03), (0.17 * sin(a), 0.06, -0.16 * cos(a)), 0.026, 0.022),
        )
    b.add("thumb", rod((0.07, 0.045, 0.03), (0.15, 0.06, -0.06), 0.028, 0.022))
    b.add("web", soft(0.05, 0.012, 0.1, 0.105, 0.06, -0.1, 0.004), b.tone(0.7))
    b.add("strap", soft(0.15, 0.02, 0.03, 0, 0.05, 0.09), b.tone(0.7))
    b.add("ball", ball(0.037, x=0.0, y=0.085, z=-0.01), stuff("leather", "#f4f0e6"))


def sock(b: Draft) -> None:
    b.add(
        "sock",
        tube(
            curve([(0, 0.32, -0.05), (0, 0.12, -0.05), (0, 0.045, -0.02), (0, 0.035, 0.1)], 4),
            [(0.045, 0.045)] * 9 + [(0.042, 0.038)] * 4,
            16,
        ),
    )
    b.add("cuff", tube([(0, 0.28, -0.05), (0, 0.33, -0.05)], 0.049, 16, tip=0.1), b.tone(1.4))
    b.add("toe", ball(0.04, 0.036, 0.04, 0, 0.036, 0.1), b.tone(1.4))
    b.add("heel", ball(0.044, 0.04, 0.03, 0, 0.05, -0.06), b.tone(1.4))


def stocking(b: Draft) -> None:
    sock(b)
    b.add("fur", tube([(0, 0.3, -0.05), (0, 0.36, -0.05)], 0.06, 18), stuff("fur", "#f6f3ec"))
    b.add("loop", ring(0.025, 0.004).pitch(90).move(0, 0.39, -0.08), b.main)


def scarf(b: Draft) -> None:
    b.add("fold", ring(0.13, 0.045, 0, 0.05, 0).scale(1.2, 0.9, 0.8))
    for s in (-1, 1):
        b.add("ends", soft(0.11, 0.018, 0.42, s * 0.08, 0, 0.28, 0.008).yaw(s * 8))
        for i in range(6):
            x = s * 0.135 - 0.045 + 0.018 * i
            b.add("fringe", rod((x, 0.008, 0.48), (x, 0.004, 0.54), 0.005), b.tone(0.8))
        for z in (0.34, 0.4, 0.46):
            b.add("stripes", soft(0.112, 0.02, 0.02, s * 0.08, 0, z, 0.004).yaw(s * 8), b.tone(1.5))


def high_heel(b: Draft) -> None:
    for s in (-1, 1):
        x = s * 0.05
        line = curve([(x, 0.012, 0.13), (x, 0.012, 0.06), (x, 0.07, -0.04), (x, 0.1, -0.11)], 4)
        n = len(line) - 1
        b.add(
            "sole", tube(line, [(0.03 - 0.008 * sin(pi * i / n), 0.008) for i in range(n + 1)], 12)
        )
        b.add("toe", lathe([(0.031, 0), (0.03, 0.03), (0.012, 0.075), (0.0, 0.08)], n=16)
              .scale(1, 1, 0.75).pitch(90).move(x, 0.026, 0.055))  # fmt: skip
        b.add("back", lathe([(0.026, 0), (0.03, 0.04), (0.026, 0.05)], x, 0.1, -0.095, 16))
        b.add("heels", rod((x, 0.1, -0.112), (x, 0.0, -0.116), 0.014, 0.005), BLACK)


def boots(b: Draft) -> None:
    for s in (-1, 1):
        x = s * 0.07
        b.add(
            "shaft",
            lathe([(0.048, 0.08), (0.05, 0.2), (0.06, 0.34), (0.05, 0.345)], x, 0, -0.05, 20),
        )
        b.add("foot", ball(0.05, 0.055, 0.12, x, 0.06, 0.02))
        b.add("sole", soft(0.09, 0.025, 0.26, x, 0, 0.01), BLACK)
        b.add("heel", soft(0.08, 0.035, 0.07, x, 0, -0.09, 0.008), BLACK)
        b.add("cuffs", ring(0.06, 0.008, x, 0.335, -0.05), b.tone(0.7))


def top_hat(b: Draft) -> None:
    b.add("brim", lathe([(0.15, 0), (0.155, 0.01), (0.1, 0.012)], n=36).scale(1, 1, 1.1))
    b.add(
        "crown",
        lathe([(0.095, 0.005), (0.09, 0.08), (0.1, 0.16), (0.095, 0.165)], n=36).scale(1, 1, 1.1),
    )
    b.add(
        "band",
        lathe([(0.097, 0.012), (0.095, 0.04)], n=36).scale(1, 1, 1.1),
        stuff("silk", "#8a2f3c"),
    )


def cap(b: Draft) -> None:
    b.add(
        "crown", lathe([(0.095, 0), (0.096, 0.03), (0.08, 0.085), (0.03, 0.11), (0, 0.113)], n=32)
    )
    b.add("peak", soft(0.16, 0.012, 0.13, 0, 0.002, 0.13, 0.005))
    b.add("button", ball(0.01, y=0.114, detail=1), b.tone(0.7))
    for i in range(3):
        a = i * pi / 3
        arc = [
            (0.097 * cos(t) * cos(a), 0.112 * sin(t), 0.097 * cos(t) * sin(a))
            for t in [k * pi / 12 for k in range(13)]
        ]
        b.add("seams", tube(arc, 0.002, 5), b.tone(0.7))


def sombrero(b: Draft) -> None:
    b.add(
        "brim",
        lathe(
            [(0.1, 0.02), (0.2, 0.0), (0.28, 0.05), (0.275, 0.055), (0.19, 0.012), (0.1, 0.03)],
            n=40,
        ),
    )
    b.add("crown", lathe([(0.1, 0.02), (0.09, 0.08), (0.045, 0.2), (0.0, 0.21)], n=32))
    for y, r, color in (
        (0.04, 0.1, "#c8322f"),
        (0.07, 0.094, "#3a7a3c"),
        (0.058, 0.276, "#c8322f"),
    ):
        b.add(f"band {color} {y}", ring(r, 0.008, y=y, n=36), stuff("fabric", color))
    for i in range(16):
        a = i * pi / 8
        b.add(
            "tassels",
            ball(0.012, x=0.28 * sin(a), y=0.035, z=0.28 * cos(a), detail=1),
            stuff("fabric", "#f2cd2c"),
        )


def kimono(b: Draft) -> None:
    b.add(
        "body",
        _body(
            [
                (0.3, 0.09, 0),
                (0.26, 0.09, 0.5),
                (0.25, 0.09, 1.0),
                (0.24, 0.08, 1.2),
                (0.08, 0.05, 1.3),
            ]
        ),
    )
    for s in (-1, 1):
        b.add("sleeves", box(0.4, 0.5, 0.05, s * 0.42, 0.76, 0, 0.01))
        b.add("cuffs", box(0.02, 0.51, 0.055, s * 0.62, 0.755, 0), b.tone(1.6))
        b.add(
            "collar",
            rod((s * 0.07, 1.29, 0.04), (-s * 0.06, 0.9, 0.09), 0.02),
            stuff("silk", "#f2efe8"),
        )
    b.add("obi", _body([(0.262, 0.102, 0.72), (0.258, 0.102, 0.94)]), stuff("silk", "#c9a03a"))
    b.add("cord", _body([(0.266, 0.106, 0.82), (0.266, 0.106, 0.84)]), stuff("silk", "#c8322f"))
    b.add("stand", rod((-0.68, 1.22, 0), (0.68, 1.22, 0), 0.014), stuff("wood", "#5c3d26"))


def necktie(b: Draft) -> None:
    b.add(
        "blade",
        flat([(0.0, 0.22), (0.045, 0.17), (0.018, -0.2), (-0.018, -0.2), (-0.045, 0.17)], 0.006),
    )
    b.add("knot", soft(0.046, 0.016, 0.045, 0, 0, -0.21, 0.007), b.tone(0.8))
    for i in range(6):
        z = 0.14 - 0.06 * i
        half = 0.018 + 0.024 * (z + 0.2) / 0.37 - 0.004
        stripe = flat(
            [(-half, z - 0.008), (half, z + 0.008), (half, z + 0.02), (-half, z + 0.004)], 0.0072
        )
        b.add("stripes", stripe, b.tone(1.5))


MODELS: dict[str, Family] = {
    "coat": coat,
    "jacket": jacket,
    "dress": dress,
    "t shirt": t_shirt,
    "trousers": trousers,
    "glove": glove,
    "boxing glove": boxing_glove,
    "baseball glove": baseball_glove,
    "sock": sock,
    "christmas stocking": stocking,
    "scarf": scarf,
    "high heels": high_heel,
    "boots": boots,
    "top hat": top_hat,
    "baseball cap": cap,
    "sombrero": sombrero,
    "kimono": kimono,
    "necktie": necktie,
}
