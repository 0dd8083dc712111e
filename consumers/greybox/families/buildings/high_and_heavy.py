"""Battlements, stepped pyramids, pumpjacks, and what acrobats hang and walk on."""

from __future__ import annotations

from math import pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, box, cylinder, prism, rod, soft
from consumers.greybox.sweeps import curve, tube

_ROPE = stuff("fabric", "#b9a27a")


def battlement(b: Draft) -> None:
    """A thick wall with a walk on it behind merlons; the front is +Z."""
    w, h, d = b.w, b.h, b.d
    walk = 0.8 * h
    b.add("wall", box(w, walk, d, 0, 0, 0, 0.02))
    b.add("foot", box(w, 0.12 * h, 1.12 * d, 0, 0, 0, 0.03), b.tone(0.86))
    b.add("string course", box(w, 0.05 * h, 1.08 * d, 0, walk - 0.05 * h, 0, 0.02), b.tone(0.9))
    count = max(3, round(w / 1.2))
    step = w / count
    for i in range(count):
        x = -w / 2 + step * (i + 0.5)
        b.add("merlons", box(0.6 * step, h - walk, 0.28 * d, x, walk, 0.36 * d, 0.03))
    b.add("breastwork", box(w, 0.4 * (h - walk), 0.24 * d, 0, walk, 0.36 * d, 0.02))
    for i in range(max(1, count // 2)):
        x = -w / 2 + 2 * step * (i + 0.5) + 0.5 * step
        b.add("loopholes", box(0.12, 0.22 * h, 0.02, x, 0.42 * h, d / 2), BLACK)


def ziggurat(b: Draft) -> None:
    """Four steps with a stair up the front and a shrine on top."""
    w, h, d = b.w, b.h, b.d
    storey = 0.2 * h
    for i in range(4):
        share = 1.0 - 0.2 * i
        tone = b.main if i % 2 == 0 else b.tone(0.92)
        b.add(f"step {i + 1}", box(w * share, storey, d * share, 0, storey * i, 0, 0.02 * h), tone)
    b.add("shrine", box(0.24 * w, 0.16 * h, 0.24 * d, 0, 4 * storey, 0, 0.01 * h))
    b.add("shrine roof", box(0.28 * w, 0.04 * h, 0.28 * d, 0, 0.96 * h, 0), b.tone(0.8))
    b.add("doorway", box(0.07 * w, 0.11 * h, 0.01 * d, 0, 4 * storey, 0.12 * d), BLACK)
    treads = 14
    for i in range(treads):
        y = 4 * storey * i / treads
        z = d * (0.6 - 0.42 * i / treads)
        b.add("stair", box(0.16 * w, 4 * storey / treads, 0.1 * d, 0, y, z - 0.05 * d), b.tone(1.1))


def pumpjack(b: Draft) -> None:
    """A nodding donkey: the horse head to the front (+Z), crank and counterweight behind."""
    b.add("skid", box(0.9, 0.2, 4.6, 0, 0, 0), b.tone(0.7))
    for x in (-0.35, 0.35):
        b.add("samson post", rod((x * 1.2, 0.2, 0.9), (x * 0.2, 3.0, 0.4), 0.07))
        b.add("samson post", rod((x * 1.2, 0.2, -0.1), (x * 0.2, 3.0, 0.4), 0.07))
    b.add("beam", box(0.22, 0.3, 4.2, 0, 3.0, 0.2).pitch(-6).move(0, 0.0, 0.0))
    head = prism(
        [(-0.2, -0.8), (0.1, -0.85), (0.34, -0.4), (0.4, 0.1), (0.3, 0.5), (-0.2, 0.3)], 0.24, 0.02
    )
    b.add("horse head", head.yaw(-90).move(0, 3.4, 2.3), stuff("metal", "#c8322f"))
    b.add("bridle", rod((0, 0.6, 2.66), (0, 3.4, 2.66), 0.025), STEEL)
    b.add("wellhead", cylinder(0.16, 0.7, 0, 0, 2.66, n=16), STEEL)
    for x in (-0.34, 0.34):
        b.add("crank", soft(0.14, 1.3, 0.5, x, 0.7, -1.4, 0.06), stuff("metal", "#e8c02e"))
        b.add("pitman", rod((x, 1.1, -1.4), (x * 0.6, 3.0, -1.7), 0.045), STEEL)
    b.add("gearbox", soft(0.5, 0.9, 0.7, 0, 0.2, -1.4, 0.06))
    b.add("axle", axle(0.1, 0.9, 0, 1.15, -1.4, 20), BLACK)
    b.add("motor", soft(0.5, 0.5, 0.6, 0, 0.2, -2.1, 0.08), BLACK)


def trapeze(b: Draft) -> None:
    """A frame as high as a tent, from which a bar hangs on two ropes."""
    for side in (-1.0, 1.0):
        for z in (-0.45, 0.45):
            b.add("legs", rod((side * 1.25, 0, z), (side * 1.1, 4.0, 0), 0.05))
        rope = curve([(side * 0.35, 3.95, 0), (side * 0.34, 2.9, 0.06), (side * 0.33, 1.9, 0.14)])
        b.add("ropes", tube(rope, 0.018, 8), _ROPE)
    b.add("cross bar", rod((-1.15, 3.97, 0), (1.15, 3.97, 0), 0.05))
    b.add("bar", axle(0.024, 0.8, 0, 1.9, 0.14, 16), stuff("wood"))
    b.add("grips", axle(0.03, 0.1, -0.3, 1.9, 0.14) + axle(0.03, 0.1, 0.3, 1.9, 0.14), BLACK)


def tightrope(b: Draft) -> None:
    """A rope between two stands with a landing and a ladder each."""
    for side in (-1.0, 1.0):
        x = side * 2.7
        for z in (-0.28, 0.28):
            b.add("posts", rod((x + side * 0.2, 0, z * 1.15), (x + side * 0.2, 3.0, z), 0.04))
            b.add("braces", rod((x - side * 0.7, 0, z * 1.15), (x, 2.3, z), 0.03))
        b.add("landings", box(0.5, 0.06, 0.62, x + side * 0.05, 2.3, 0), stuff("wood"))
        for i in range(8):
            y = 0.25 + 0.26 * i
            b.add("rungs", rod((x + side * 0.2, y, -0.3), (x + side * 0.2, y, 0.3), 0.018), STEEL)
        b.add("handrail", rod((x + side * 0.2, 2.9, -0.3), (x + side * 0.2, 2.9, 0.3), 0.02), STEEL)
    sag = [(5.2 * (t - 0.5), 2.4 - 0.06 * sin(pi * t), 0.0) for t in (0, 0.25, 0.5, 0.75, 1.0)]
    b.add("rope", tube(sag, 0.02, 8), _ROPE)


MODELS: dict[str, Family] = {
    "city wall": battlement,
    "ziggurat": ziggurat,
    "pumpjack": pumpjack,
    "trapeze": trapeze,
    "tightrope": tightrope,
}
