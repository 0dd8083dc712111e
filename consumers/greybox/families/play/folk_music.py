"""Drum kits, hand percussion, squeezed and plucked instruments of the folk band, and what plays."""

from __future__ import annotations

import itertools
from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, BRASS, DARK_WOOD, STEEL, WHITE
from consumers.greybox.mesh import Floats
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, lathe, tube

SKIN = stuff("paper", "#f2ead8")


def accordion(b: Draft) -> None:
    for s in (-1, 1):
        b.add("ends", soft(0.1, 0.36, 0.18, s * 0.17, 0, 0, 0.02))
    for i in range(11):
        fold = box(0.014, 0.32 + 0.02 * (i % 2), 0.16 + 0.01 * (i % 2), -0.11 + 0.022 * i, 0.01, 0)
        b.add("bellows" if i % 2 else "folds", fold, BLACK if i % 2 else b.tone(1.35))
    for i in range(10):
        b.add("keys", box(0.05, 0.028, 0.012, 0.2, 0.025 + 0.032 * i, 0.092), WHITE)
    for i in range(4):
        for j in range(7):
            b.add("buttons", disc(0.007, 0.01, -0.2 + 0.02 * i, 0.07 + 0.035 * j, 0.092, 8), WHITE)
    b.add("grille", box(0.03, 0.3, 0.01, 0.14, 0.03, 0.09), BRASS)


def xylophone(b: Draft) -> None:
    for s in (-1, 1):
        b.add("rails", rod((-0.44, 0.06, s * 0.16), (0.44, 0.06, s * 0.07), 0.014), DARK_WOOD)
    tones = ("#c8322f", "#ee7f22", "#f2cd2c", "#4a9a45", "#2aa0a8", "#3a6fc4", "#7d44a8", "#c8322f")
    for i, color in enumerate(tones):
        long = 0.42 - 0.032 * i
        b.add(f"bar {i}", box(0.09, 0.025, long, -0.38 + 0.108 * i, 0.075), stuff("paint", color))
    for s in (-1, 1):
        b.add("sticks", rod((-0.2, 0.11, s * 0.04), (0.15, 0.115, s * 0.08), 0.006), b.main)
        b.add("heads", ball(0.02, x=0.16, y=0.118, z=s * 0.08), stuff("rubber", "#2b2d33"))


def tambourine(b: Draft) -> None:
    b.add("skin", cylinder(0.118, 0.008, 0, 0.046, n=32), SKIN)
    b.add(
        "hoop", lathe([(0.115, 0), (0.127, 0), (0.127, 0.05), (0.119, 0.05), (0.117, 0.045)], n=40)
    )
    for i in range(8):
        a = i * pi / 4
        for y in (0.02, 0.026):
            jingle = cylinder(0.018, 0.004, 0.128 * sin(a), y, 0.128 * cos(a), n=12)
            b.add("jingles", jingle, BRASS)


def maracas(b: Draft) -> None:
    for s in (-1, 1):
        head = ball(0.035, 0.045, 0.035, 0, 0, 0).roll(-90).move(0.07, 0.036, s * 0.05)
        b.add("heads", head)
        b.add("bands", axle(0.0345, 0.012, 0.07, 0.036, s * 0.05, 20), stuff("paint", "#f2cd2c"))
        b.add("handles", rod((0.03, 0.036, s * 0.05), (-0.12, 0.02, s * 0.03), 0.011), DARK_WOOD)


def drum_kit(b: Draft) -> None:
    """Bass drum, snare, two toms, floor tom, hi-hat and two cymbals."""
    b.add("shells", cylinder(0.28, 0.4, n=28).pitch(90).move(0, 0.29, -0.1))
    b.add("heads", disc(0.265, 0.02, 0, 0.29, 0.305, 28), SKIN)
    b.add("hoops", ring(0.275, 0.016, n=28).pitch(90).move(0, 0.29, 0.3), STEEL)
    drums = [(-0.18, 0.6, -0.05, 0.15, 0.2), (0.18, 0.6, -0.05, 0.16, 0.22)]
    drums += [(0.52, 0.2, -0.25, 0.2, 0.38), (-0.5, 0.5, -0.25, 0.18, 0.14)]
    for x, y, z, r, tall in drums:
        b.add("shells", cylinder(r, tall, x, y, z, n=24))
        b.add("heads", cylinder(0.95 * r, 0.02, x, y + tall - 0.008, z, n=24), SKIN)
        b.add("hoops", ring(r, 0.012, x, y + tall - 0.01, z), STEEL)
        for i in range(3):
            a = i * 2 * pi / 3
            foot = (x + r * 1.1 * sin(a), 0.0, z + r * 1.1 * cos(a))
            b.add(
                "stands", rod(foot, (x + 0.7 * r * sin(a), y, z + 0.7 * r * cos(a)), 0.012), STEEL
            )
    for x, y, z, r in ((-0.62, 1.05, 0.0, 0.22), (0.62, 1.1, 0.0, 0.25), (-0.72, 0.85, -0.3, 0.17)):
        for dy in (0.0, 0.03) if y < 1.0 else (0.0,):
            plate = lathe(
                [(0.0, 0.02), (r, 0), (r, 0.004), (0.06, 0.022), (0.03, 0.04), (0, 0.042)]
            )
            b.add("cymbals", plate.move(x, y + dy, z), BRASS)
        b.add("stands", rod((x, 0.02, z), (x, y + 0.08, z), 0.011), STEEL)
        for i in range(3):
            a = i * 2 * pi / 3
            foot = (x + 0.2 * sin(a), 0.0, z + 0.2 * cos(a))
            b.add("stands", rod(foot, (x, 0.25, z), 0.01), STEEL)


def bongo_drums(b: Draft) -> None:
    for x, r in ((-0.1, 0.09), (0.1, 0.11)):
        b.add("shells", lathe([(0.8 * r, 0), (0.86 * r, 0.06), (r, 0.2)], x, n=28))
        b.add("heads", cylinder(0.97 * r, 0.012, x, 0.195, n=28), SKIN)
        b.add("hoops", ring(r, 0.006, x, 0.195), STEEL)
    b.add("bridge", box(0.05, 0.08, 0.06, -0.01, 0.08), DARK_WOOD)


def bagpipes(b: Draft) -> None:
    b.add("bag", ball(0.2, 0.13, 0.13, 0, 0.16, 0), None)
    for x, tall in ((-0.12, 0.75), (-0.04, 0.55), (0.04, 0.5)):
        b.add(
            "drones", rod((x, 0.24, -0.02), (1.5 * x - 0.02, tall, -0.08), 0.013, 0.02), DARK_WOOD
        )
        for k in (0.5, 0.95):
            y = 0.24 + k * (tall - 0.24)
            b.add("rings", ring(0.02, 0.008, x + k * (0.5 * x - 0.02), y, -0.02 - 0.06 * k), WHITE)
    b.add("blowpipe", rod((0.12, 0.24, 0.04), (0.2, 0.46, 0.1), 0.012), DARK_WOOD)
    b.add("chanter", rod((0.17, 0.12, 0.06), (0.26, 0.0, 0.14), 0.012, 0.02), DARK_WOOD)


def banjo(b: Draft) -> None:
    b.add("rim", disc(0.15, 0.07, 0, 0.16, 0, 36), STEEL)
    b.add("resonator", disc(0.16, 0.03, 0, 0.16, -0.03, 36))
    b.add("skin", disc(0.14, 0.012, 0, 0.16, 0.034, 36), SKIN)
    b.add("neck", box(0.045, 0.56, 0.03, 0, 0.29, 0.02), DARK_WOOD)
    b.add("head", box(0.07, 0.12, 0.02, 0, 0.83, 0.015), b.tone(0.7))
    b.add("bridge", box(0.06, 0.012, 0.014, 0, 0.1, 0.04), DARK_WOOD)
    for i in range(5):
        x = -0.016 + 0.008 * i
        b.add("strings", rod((x, 0.04, 0.048), (x, 0.88, 0.04), 0.0012, n=4), STEEL)
    for s in (-1, 1):
        for i in range(2):
            b.add("pegs", ball(0.01, x=s * 0.045, y=0.86 + 0.05 * i, z=0.015, detail=1), WHITE)


def lute(b: Draft) -> None:
    """A pear-shaped body with a round back: also a mandolin, an oud, a sitar."""
    b.add("body", ball(0.17, 0.24, 0.13, 0, 0.23, 0).warp(_pear))
    outline = [
        (0.168 * sin(a) * (1 - 0.25 * cos(a)), 0.23 - 0.24 * -cos(a))
        for a in [i * pi / 16 for i in range(32)]
    ]
    b.add("top", prism(outline[::-1], 0.012).move(0, 0, 0.01), b.tone(1.5))
    b.add("hole", disc(0.05, 0.02, 0, 0.26, 0.012, 24), BLACK)
    b.add("neck", box(0.05, 0.42, 0.03, 0, 0.42, 0.0), DARK_WOOD)
    b.add("head", box(0.06, 0.14, 0.03, 0, 0, 0).pitch(-50).move(0, 0.84, -0.01), DARK_WOOD)
    for i in range(6):
        x = -0.018 + 0.007 * i
        b.add("strings", rod((x, 0.1, 0.026), (x, 0.83, 0.02), 0.0012, n=4), STEEL)
    b.add("bridge", box(0.1, 0.012, 0.014, 0, 0.09, 0.02), DARK_WOOD)


def _pear(points: Floats) -> Floats:
    """A ball made a pear with a flat front."""
    v = points
    share = (v[:, 1] - 0.23) / 0.24
    v[:, 0] *= 1 - 0.25 * share
    v[:, 2] = v[:, 2] * (1 - 0.25 * share)
    v[:, 2][v[:, 2] > 0] *= 0.02
    return v


def metronome(b: Draft) -> None:
    b.add(
        "case",
        lathe([(0.085, 0), (0.085, 0.02), (0.07, 0.025), (0.035, 0.21), (0.0, 0.23)], n=4).yaw(45),
        None,
        20,
    )
    b.add("face", box(0.05, 0.15, 0.01, 0, 0.04, 0.048).pitch(0), stuff("paper", "#efe3c6"))
    b.add("arm", rod((0, 0.03, 0.055), (0.03, 0.2, 0.055), 0.003), STEEL)
    b.add("weight", box(0.02, 0.016, 0.01, 0.018, 0.13, 0.055), BRASS)


def gramophone(b: Draft) -> None:
    b.add("box", box(0.36, 0.16, 0.36))
    b.add("base", box(0.4, 0.03, 0.4), b.tone(0.75))
    b.add("record", cylinder(0.15, 0.01, 0, 0.16, 0.01, n=32), BLACK)
    horn = [(0.01, 0), (0.03, 0.12), (0.08, 0.24), (0.2, 0.36), (0.19, 0.362), (0.07, 0.25)]
    b.add("horn", lathe(horn, n=24).pitch(40).move(0.0, 0.3, -0.08), BRASS)
    b.add(
        "arm",
        tube(curve([(0.0, 0.32, -0.06), (0.0, 0.3, -0.16), (0.06, 0.2, -0.16)], 4), 0.014),
        BRASS,
    )
    b.add("arm", rod((0.06, 0.2, -0.16), (0.06, 0.18, 0.04), 0.01), BRASS)
    b.add(
        "crank",
        rod((0.18, 0.08, 0), (0.24, 0.08, 0), 0.008) + rod((0.24, 0.08, 0), (0.24, 0.14, 0), 0.008),
        STEEL,
    )


def boombox(b: Draft) -> None:
    b.add("case", soft(0.5, 0.24, 0.14, 0, 0, 0, 0.02))
    for s in (-1, 1):
        b.add("rings", disc(0.085, 0.014, s * 0.15, 0.11, 0.07, 28), STEEL)
        b.add("cones", disc(0.072, 0.02, s * 0.15, 0.11, 0.07, 28), BLACK)
    b.add("deck", box(0.12, 0.08, 0.012, 0, 0.05, 0.07), BLACK)
    b.add("dial", box(0.2, 0.025, 0.012, 0, 0.19, 0.07), stuff("glass", "#d6e2d0"))
    b.add(
        "handle",
        tube(curve([(-0.2, 0.23, 0), (-0.19, 0.29, 0), (0.19, 0.29, 0), (0.2, 0.23, 0)], 4), 0.01),
        BLACK,
    )
    for i in range(5):
        b.add("buttons", box(0.018, 0.012, 0.014, -0.04 + 0.02 * i, 0.145, 0.07), STEEL)


def steel_triangle(b: Draft) -> None:
    points = [(-0.085, 0.008, 0.0), (0.09, 0.008, 0.0), (0.0, 0.16, 0.0), (-0.075, 0.028, 0.0)]
    for a, c in itertools.pairwise(points):
        b.add("bar", rod(a, c, 0.006))
    b.add("cord", ring(0.018, 0.002).pitch(90).move(0, 0.18, 0), stuff("fabric", "#c8322f"))
    b.add("beater", rod((0.1, 0.006, 0.03), (-0.05, 0.006, 0.04), 0.004), STEEL)


MODELS: dict[str, Family] = {
    "accordion": accordion,
    "xylophone": xylophone,
    "tambourine": tambourine,
    "maracas": maracas,
    "drum kit": drum_kit,
    "bongo drums": bongo_drums,
    "bagpipes": bagpipes,
    "banjo": banjo,
    "lute": lute,
    "metronome": metronome,
    "gramophone": gramophone,
    "boombox": boombox,
    "musical triangle": steel_triangle,
}
