"""Engines of siege and justice, gates of the east, garden frames, and works of the age of steam."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, hoop, lathe, tube

ROPE = stuff("straw", "#c9a86a")
STONE = stuff("stone", "#a8a298")


def _frame(b: Draft, long: float, wide: float, y: float) -> None:
    """A wheeled timber frame."""
    for s in (-1, 1):
        b.add("frame", box(0.16, 0.2, long, s * wide / 2, y, 0))
        for z in (-0.38, 0.38):
            b.add(
                "wheels", axle(0.32, 0.12, s * (wide / 2 + 0.16), 0.32, z * long, 18), b.tone(0.7)
            )
    for z in (-0.45, 0.0, 0.45):
        b.add("frame", box(wide, 0.16, 0.16, 0, y, z * long))


def catapult(b: Draft) -> None:
    _frame(b, 3.2, 1.4, 0.35)
    for s in (-1, 1):
        b.add(
            "posts",
            rod((s * 0.7, 0.5, 0.5), (s * 0.7, 2.1, 0.5), 0.1, n=8)
            + rod((s * 0.7, 0.5, -0.4), (s * 0.7, 1.7, 0.45), 0.07, n=8),
        )
    b.add("bar", axle(0.12, 1.7, 0, 2.05, 0.5, 12), stuff("fabric", "#6b4a2c"))
    b.add("winch", axle(0.14, 1.5, 0, 0.6, 0.2, 14), ROPE)
    b.add("arm", rod((0, 0.62, 0.25), (0, 2.1, -1.25), 0.09))
    b.add(
        "cup",
        lathe([(0.1, 0), (0.26, 0.1), (0.3, 0.2), (0.24, 0.14)], n=18)
        .pitch(-20)
        .move(0, 2.1, -1.35),
        b.tone(0.7),
    )
    b.add("stone", ball(0.2, y=2.32, z=-1.42), STONE)


def trebuchet(b: Draft) -> None:
    _frame(b, 4.2, 2.0, 0.3)
    for s in (-1, 1):
        b.add(
            "posts",
            rod((s * 1.0, 0.4, 1.2), (s * 0.5, 4.2, 0), 0.13, n=8)
            + rod((s * 1.0, 0.4, -1.2), (s * 0.5, 4.2, 0), 0.13, n=8),
        )
        b.add("braces", box(0.1, 0.12, 1.4, s * 0.76, 2.1, 0))
    b.add("axle", axle(0.13, 1.3, 0, 4.2, 0, 12), BLACK)
    b.add("arm", rod((0, 3.5, 1.5), (0, 6.4, -4.2), 0.17, 0.09, n=8))
    b.add("weight", box(1.1, 1.1, 1.1, 0, 1.9, 1.6), b.tone(0.6))
    b.add("hanger", rod((0, 3.5, 1.5), (0, 2.9, 1.6), 0.08), STEEL)
    b.add("sling", tube(curve([(0, 6.4, -4.2), (0, 4.6, -4.5), (0, 3.2, -4.0)], 4), 0.03), ROPE)
    b.add("stone", ball(0.3, y=3.0, z=-4.0), STONE)


def gallows(b: Draft) -> None:
    b.add("deck", box(2.4, 0.14, 2.2, 0, 1.0, 0))
    for sx in (-1, 1):
        for sz in (-1, 1):
            b.add("legs", box(0.16, 1.0, 0.16, sx * 1.05, 0, sz * 0.95))
    b.add("post", box(0.2, 2.9, 0.2, -0.9, 1.1, 0))
    b.add("beam", box(1.9, 0.18, 0.18, -0.1, 3.85, 0))
    b.add("brace", rod((-0.85, 3.1, 0), (-0.2, 3.85, 0), 0.07, n=8))
    b.add("rope", rod((0.6, 3.85, 0), (0.6, 2.9, 0), 0.025), ROPE)
    b.add("noose", ring(0.13, 0.025).pitch(90).move(0.6, 2.76, 0), ROPE)
    b.add("trap", box(0.8, 0.02, 0.8, 0.6, 1.14, 0), b.tone(0.7))
    for i in range(4):
        b.add("steps", box(0.8, 0.08, 0.28, 0.3, 0.2 + 0.24 * i, 2.0 - 0.26 * i))


def guillotine(b: Draft) -> None:
    for s in (-1, 1):
        b.add("posts", box(0.16, 3.4, 0.18, s * 0.32, 0.1, 0))
        b.add("braces", rod((s * 0.32, 1.2, 0), (s * 0.32, 0.12, -0.9), 0.05, n=8))
    b.add("base", box(1.1, 0.12, 2.4, 0, 0, 0.3))
    b.add("lintel", box(0.95, 0.2, 0.22, 0, 3.4, 0))
    b.add(
        "blade",
        prism([(-0.24, 0.1), (0.24, -0.16), (0.24, 0.36), (-0.24, 0.36)], 0.03).move(0, 2.8, 0),
        STEEL,
    )
    b.add("weight", box(0.46, 0.16, 0.12, 0, 3.1, 0), BLACK)
    b.add("stocks", box(0.48, 0.5, 0.1, 0, 0.55, 0.02), b.tone(0.8))
    b.add("hole", disc(0.12, 0.11, 0, 0.82, 0.02, 20), BLACK)
    b.add("bench", box(0.5, 0.08, 1.3, 0, 0.62, 0.75) + box(0.1, 0.55, 0.1, 0, 0.1, 1.2))
    b.add("rope", rod((0.05, 3.3, 0.1), (0.3, 1.0, 0.1), 0.014), ROPE)


def pillory(b: Draft) -> None:
    b.add("base", box(1.2, 0.12, 0.9))
    b.add("post", box(0.2, 1.25, 0.2, 0, 0.12, 0))
    b.add("boards", box(1.1, 0.2, 0.1, 0, 1.3, 0.0) + box(1.1, 0.2, 0.1, 0, 1.515, 0.0))
    b.add(
        "holes",
        disc(0.09, 0.115, 0, 1.505, 0.0, 20) + disc(0.045, 0.115, 0.32, 1.505, 0.0, 16).pair(),
        BLACK,
    )
    b.add("lock", box(0.06, 0.12, 0.04, 0.52, 1.44, 0.06), STEEL)
    b.add("hinge", box(0.05, 0.14, 0.03, -0.53, 1.43, 0.055), STEEL)


def portcullis(b: Draft) -> None:
    for i in range(9):
        x = -1.28 + 0.32 * i
        b.add("bars", box(0.1, 3.3, 0.1, x, 0.2, 0))
        b.add("spikes", lathe([(0.07, 0.22), (0.0, 0.0)][::-1], x, 0, 0, 4).yaw(0), STEEL)
    for j in range(8):
        b.add("rails", box(2.8, 0.1, 0.13, 0, 0.45 + 0.4 * j, 0))
        for i in range(9):
            b.add(
                "studs", ball(0.035, x=-1.28 + 0.32 * i, y=0.5 + 0.4 * j, z=0.075, detail=0), STEEL
            )


def drawbridge(b: Draft) -> None:
    for i in range(10):
        b.add("planks", box(0.32, 0.14, 5.0, -1.53 + 0.34 * i, 0.14, 0.5))
    for z in (-1.6, 0.5, 2.6):
        b.add("beams", box(3.5, 0.14, 0.24, 0, 0, z), b.tone(0.75))
    for s in (-1, 1):
        b.add("posts", box(0.5, 4.0, 0.5, s * 2.0, 0, -2.2), STONE)
        for i in range(18):
            t = i / 17
            link = (
                ring(0.14, 0.035, n=12)
                .pitch(90 * (i % 2))
                .move(s * 1.7, 0.35 + 3.3 * (1 - t), -2.0 + 4.7 * t)
            )
            b.add("chains", link, STEEL)
    b.add("lintel", box(4.5, 0.5, 0.5, 0, 4.0, -2.2), STONE)


def torii(b: Draft) -> None:
    for s in (-1, 1):
        b.add("posts", cylinder(0.2, 4.0, s * 1.55, 0.15, 0, top=0.17, n=20))
        b.add("feet", cylinder(0.28, 0.3, s * 1.55, n=20), BLACK)
    top = curve([(-2.5, 4.62, 0), (-1.2, 4.34, 0), (1.2, 4.34, 0), (2.5, 4.62, 0)], 5)
    b.add("lintel", tube(top, [(0.22, 0.16)] * len(top), 8))
    b.add("cap", tube([(x, y + 0.2, z) for x, y, z in top], [(0.28, 0.09)] * len(top), 8), BLACK)
    b.add("tie", box(4.0, 0.26, 0.2, 0, 3.35, 0))
    b.add("strut", box(0.26, 0.75, 0.18, 0, 3.6, 0))


def pagoda(b: Draft) -> None:
    b.add("base", box(7.0, 0.6, 7.0), STONE)
    y, w = 0.6, 4.6
    for _ in range(5):
        b.add("walls", box(w, 1.5, w, 0, y))
        for s in (-1, 1):
            b.add(
                "doors",
                box(0.28 * w, 1.1, 0.06, 0, y + 0.05, s * w / 2)
                + box(0.06, 1.1, 0.28 * w, s * w / 2, y + 0.05, 0),
                stuff("wood", "#5c2f22"),
            )
        eave = 0.5 * w + 0.85
        roof = lathe(
            [
                (0.94 * eave, 0.12),
                (1.41 * eave, 0.0),
                (1.2 * eave, 0.22),
                (0.62 * w, 0.75),
                (0.4 * w, 0.8),
            ],
            n=4,
        ).yaw(45)
        b.add("roofs", roof.move(0, y + 1.4, 0), stuff("ceramic", "#3b4a45"), 20)
        y, w = y + 2.15, w * 0.84
    b.add("spire", lathe([(0.3, 0), (0.12, 0.3), (0.1, 1.8), (0.0, 2.4)], 0, y, 0), stuff("bronze"))
    for i in range(5):
        b.add("rings", ring(0.3 - 0.03 * i, 0.05, y=y + 0.5 + 0.3 * i), stuff("bronze"))


def stone_lantern(b: Draft) -> None:
    b.add(
        "foot",
        lathe([(0.3, 0), (0.28, 0.1), (0.14, 0.16), (0.12, 0.65), (0.26, 0.76), (0.27, 0.84)], n=6),
    )
    for i in range(6):
        a = i * pi / 3
        b.add(
            "posts",
            rod(
                (0.19 * sin(a), 0.82, 0.19 * cos(a)),
                (0.19 * sin(a), 1.06, 0.19 * cos(a)),
                0.035,
                n=6,
            ),
        )
    b.add("fire", cylinder(0.13, 0.22, 0, 0.83, n=12), stuff("light", "#ffc870"))
    b.add("roof", lathe([(0.38, 1.04), (0.4, 1.1), (0.16, 1.24), (0.06, 1.3)], n=6))
    b.add("knob", ball(0.075, 0.1, 0.075, 0, 1.36, 0))


def tatami(b: Draft) -> None:
    b.add("mat", box(1.78, 0.05, 0.82))
    for z in (-0.42, 0.42):
        b.add("borders", box(1.8, 0.052, 0.07, 0, 0, z), stuff("fabric", "#2f5a3c"))
    for i in range(17):
        b.add(
            "weave",
            rod((-0.85 + 0.106 * i, 0.05, -0.385), (-0.85 + 0.106 * i, 0.05, 0.385), 0.003, n=4),
            b.tone(0.8),
        )


def trellis(b: Draft) -> None:
    for i in range(6):
        b.add("laths", box(0.035, 1.8, 0.02, -0.5 + 0.2 * i, 0, 0))
    for i in range(9):
        b.add("laths", box(1.06, 0.035, 0.02, 0, 0.1 + 0.2 * i, 0.02))
    vine = curve(
        [
            (-0.3, 0, 0.04),
            (-0.2, 0.5, 0.05),
            (0.1, 0.8, 0.04),
            (-0.1, 1.2, 0.05),
            (0.25, 1.65, 0.04),
        ],
        4,
    )
    b.add("vine", tube(vine, 0.014, 6), stuff("plant", "#4c6b32"))
    for i, (x, y, z) in enumerate(vine):
        b.add(
            "leaves",
            ball(0.07, 0.05, 0.02, x + 0.05 * (-1) ** i, y + 0.03, z + 0.02, 1),
            stuff("plant", "#5a8f3e"),
        )


def pergola(b: Draft) -> None:
    for sx in (-1, 1):
        for sz in (-1, 1):
            b.add("posts", box(0.16, 2.3, 0.16, sx * 1.5, 0, sz * 1.2))
    for sz in (-1, 1):
        b.add("beams", box(3.7, 0.2, 0.1, 0, 2.3, sz * 1.2))
    for i in range(9):
        b.add("rafters", box(0.08, 0.14, 3.0, -1.6 + 0.4 * i, 2.5, 0))
    for sx in (-1, 1):
        line = curve(
            [
                (sx * 1.5, 0, 1.3),
                (sx * 1.58, 1.2, 1.3),
                (sx * 1.4, 2.3, 1.3),
                (sx * 0.7, 2.66, 0.8),
            ],
            4,
        )
        b.add("vines", tube(line, 0.03, 6), stuff("wood", "#5b4228"))
        for i, (x, y, z) in enumerate(line[3:]):
            b.add(
                "leaves",
                ball(0.16, 0.12, 0.14, x, y, z + 0.06 * (-1) ** i, 1),
                stuff("plant", "#5a8f3e"),
            )


def water_wheel(b: Draft) -> None:
    for z in (-0.4, 0.4):
        b.add(
            "rims",
            hoop([(1.72, -0.05), (1.95, -0.05), (1.95, 0.05), (1.72, 0.05)], 32)
            .pitch(90)
            .move(0, 2.0, z),
        )
        for k in range(4):
            b.add("spokes", box(0.12, 3.5, 0.08).move(0, -1.75).roll(45 * k).move(0, 2.0, z))
    for i in range(16):
        b.add(
            "paddles",
            box(0.08, 0.42, 0.9).move(0, 1.62).roll(22.5 * i).move(0, 2.0, 0),
            b.tone(0.75),
        )
    b.add("axle", disc(0.16, 1.6, 0, 2.0, 0, 16), STEEL)
    for z in (-0.75, 0.75):
        b.add(
            "stand",
            rod((-0.8, 0, z), (0, 2.0, z), 0.1, n=8) + rod((0.8, 0, z), (0, 2.0, z), 0.1, n=8),
            STONE,
        )


def maypole(b: Draft) -> None:
    b.add("pole", cylinder(0.09, 5.0, n=16))
    b.add("wreath", ring(0.45, 0.09, y=4.6), stuff("plant", "#4c8a3c"))
    tones = ("#c8322f", "#f2cd2c", "#3a6fc4", "#4a9a45", "#ee7f22", "#7d44a8")
    for i in range(12):
        a = i * pi / 6
        line = curve(
            [
                (0.12 * sin(a), 4.9, 0.12 * cos(a)),
                (0.6 * sin(a), 3.4, 0.6 * cos(a)),
                (1.5 * sin(a), 0.9, 1.5 * cos(a)),
            ],
            4,
        )
        b.add(f"ribbon {i % 6}", tube(line, [(0.03, 0.006)] * 9, 6), stuff("silk", tones[i % 6]))
    b.add("knob", ball(0.14, y=5.1), stuff("gold"))


def sphinx(b: Draft) -> None:
    b.add("base", box(2.6, 0.3, 6.0))
    b.add("body", soft(1.9, 1.5, 3.6, 0, 0.3, -1.0, 0.6))
    b.add("chest", soft(1.7, 2.0, 1.3, 0, 0.3, 0.8, 0.5))
    for s in (-1, 1):
        b.add("paws", soft(0.55, 0.5, 2.4, s * 0.62, 0.3, 1.75, 0.2))
        b.add("thighs", ball(0.6, 0.8, 1.0, s * 0.85, 1.0, -2.0))
        b.add(
            "cloth",
            prism([(0, 0), (0.75, -0.1), (0.35, 1.3), (0, 1.3)], 0.5, 0.06).move(0.25, 2.1, 0.9)
            if s > 0
            else prism([(0, 0), (0.75, -0.1), (0.35, 1.3), (0, 1.3)], 0.5, 0.06)
            .move(0.25, 2.1, 0.9)
            .mirror(),
            b.tone(0.9),
        )
        b.add("eyes", ball(0.09, 0.06, 0.05, s * 0.2, 2.95, 1.58, 1), b.tone(0.5))
    b.add("head", ball(0.55, 0.68, 0.6, 0, 2.85, 1.05))
    b.add("nose", box(0.14, 0.26, 0.12, 0, 2.66, 1.6))
    b.add("mouth", box(0.3, 0.05, 0.06, 0, 2.52, 1.56), b.tone(0.5))
    b.add("beard", box(0.2, 0.4, 0.2, 0, 2.0, 1.45))
    b.add("crown", soft(1.2, 0.3, 0.9, 0, 3.35, 0.95, 0.12), b.tone(0.9))


def battering_ram(b: Draft) -> None:
    _frame(b, 4.0, 1.6, 0.35)
    for s in (-1, 1):
        for z in (-1.7, 1.7):
            b.add("posts", box(0.16, 1.7, 0.16, s * 0.75, 0.5, z))
        b.add("roof", box(1.3, 0.08, 4.4).roll(-s * 38).move(s * 0.5, 2.2, 0), b.tone(0.7))
    b.add("ram", rod((0, 1.2, -2.0), (0, 1.2, 2.4), 0.24), b.tone(1.2))
    b.add(
        "head",
        lathe([(0.27, 0), (0.26, 0.3), (0.12, 0.5)], n=18).pitch(90).move(0, 1.2, 2.25),
        STEEL,
    )
    for z in (-1.2, 1.2):
        b.add("ropes", rod((0.1, 2.5, z), (0.2, 1.2, z), 0.03).pair(), ROPE)


def rope_bridge(b: Draft) -> None:
    for i in range(20):
        z = -4.75 + 0.5 * i
        y = 0.4 + 0.02 * z * z
        b.add("planks", box(1.1, 0.06, 0.36, 0, y, z))
    for s in (-1, 1):
        for dy, r in ((0.05, 0.04), (1.0, 0.05)):
            line = [
                (s * 0.6, 0.4 + 0.02 * z * z + dy, z) for z in [-5 + 0.5 * i for i in range(21)]
            ]
            b.add("ropes", tube(line, r, 6), ROPE)
        for i in range(9):
            z = -4.4 + 1.1 * i
            y = 0.4 + 0.02 * z * z
            b.add("ropes", rod((s * 0.6, y, z), (s * 0.6, y + 1.0, z), 0.02, n=5), ROPE)
        for z in (-5, 5):
            b.add("posts", cylinder(0.12, 2.2, s * 0.6, 0, z, n=12))


MODELS: dict[str, Family] = {
    "catapult": catapult,
    "trebuchet": trebuchet,
    "gallows": gallows,
    "guillotine": guillotine,
    "pillory": pillory,
    "portcullis": portcullis,
    "drawbridge": drawbridge,
    "torii": torii,
    "pagoda": pagoda,
    "stone lantern": stone_lantern,
    "tatami": tatami,
    "trellis": trellis,
    "pergola": pergola,
    "water wheel": water_wheel,
    "maypole": maypole,
    "sphinx": sphinx,
    "battering ram": battering_ram,
    "rope bridge": rope_bridge,
}
