"""Broad-leaved trees, bushes and hedges; every seed grows another."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.plants.tree_parts import BARK, trunk
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, blob, box
from consumers.greybox.sweeps import Point, curve, tube
from consumers.lexicon.words.materials import Material


def limb(b: Draft, p: Point, q: Point, r: float, surface: Material = BARK) -> None:
    mid = ((p[0] + q[0]) / 2, (p[1] * 0.6 + q[1] * 0.4), (p[2] + q[2]) / 2)
    line = curve([p, mid, q], 3)
    n = len(line) - 1
    b.add("trunk", tube(line, [r * (1 - 0.6 * i / n) for i in range(n + 1)], 7), surface)


def crown(b: Draft, lumps: list[tuple[float, float, float, float]], rough: float = 0.13) -> None:
    """Leafy lumps (x, y, z, radius), the upper ones lighter."""
    middle = sum(y for _, y, _, _ in lumps) / len(lumps)
    for x, y, z, r in lumps:
        high = y > middle + 0.02
        mesh = blob(b.rng, r, r * 0.86, r, x, y, z, rough, 2, 4.5)
        b.add("sunlit leaves" if high else "leaves", mesh, b.tone(1.14) if high else None)


def tree(b: Draft) -> None:
    trunk(b, 0.52, 0.05)
    lumps = [(0.0, 0.72, 0.0, 0.235)]
    for i in range(6):
        a = i * pi / 3 + b.rng.uniform(-0.25, 0.25)
        r = b.rng.uniform(0.14, 0.17)
        at = (0.22 * sin(a), b.rng.uniform(0.52, 0.62), 0.22 * cos(a), r)
        limb(b, (0, 0.34, 0), (at[0] * 0.8, at[1], at[2] * 0.8), 0.026)
        lumps.append(at)
    for i in range(4):
        a = i * pi / 2 + b.rng.uniform(0, 0.6)
        lumps.append((0.13 * sin(a), b.rng.uniform(0.76, 0.84), 0.13 * cos(a), 0.14))
    crown(b, lumps)


def apple_tree(b: Draft) -> None:
    trunk(b, 0.5, 0.055)
    lumps = [(0.0, 0.74, 0.0, 0.25)]
    for i in range(5):
        a = i * 2 * pi / 5 + b.rng.uniform(-0.2, 0.2)
        lumps.append((0.24 * sin(a), 0.62, 0.24 * cos(a), 0.19))
        limb(b, (0, 0.3, 0), (0.2 * sin(a), 0.58, 0.2 * cos(a)), 0.028)
    crown(b, lumps)
    for i in range(34):
        x, y, z, r = lumps[i % 6]
        a, up = b.rng.uniform(0, 2 * pi), b.rng.uniform(-0.8, 0.1)
        out = (1 - up * up) ** 0.5
        b.add(
            "apples",
            ball(
                0.026, x=x + r * out * sin(a), y=y + 0.86 * r * up, z=z + r * out * cos(a), detail=1
            ),
            stuff("food", "#c9242c"),
        )


def birch_tree(b: Draft) -> None:
    bark = stuff("wood", "#ece8de")
    line = trunk(b, 0.84, 0.03, surface=bark)
    for i in range(14):
        y = 0.05 + 0.045 * i
        spot = line[min(len(line) - 1, int(y / 0.84 * (len(line) - 1)))]
        a = i * 2.4
        r = 0.03 * (1 - 0.5 * y)
        b.add(
            "marks",
            ball(
                r * 0.75,
                0.006,
                r * 0.75,
                spot[0] + r * 0.45 * sin(a),
                y,
                spot[2] + r * 0.45 * cos(a),
                detail=1,
            ),
            stuff("wood", "#3a3430"),
        )
    lumps = []
    for i in range(10):
        a, y = i * 2.4, 0.42 + 0.052 * i
        k = 0.1 * sin(pi * (0.22 + 0.6 * i / 9))
        lumps.append((k * sin(a) * 1.3, y, k * cos(a) * 1.3, 0.075 + 0.55 * k))
        limb(b, (0, y - 0.12, 0), (k * sin(a), y, k * cos(a)), 0.012, bark)
    crown(b, lumps)


def willow_tree(b: Draft) -> None:
    trunk(b, 0.6, 0.06)
    lumps = [(0.0, 0.8, 0.0, 0.24)]
    for i in range(6):
        a = i * pi / 3
        lumps.append((0.2 * sin(a), 0.76, 0.2 * cos(a), 0.15))
        limb(b, (0, 0.42, 0), (0.2 * sin(a), 0.72, 0.2 * cos(a)), 0.03)
    crown(b, lumps)
    for i in range(64):
        a = i * 2.4
        r = 0.36 * (0.45 + 0.55 * (i % 8) / 7)
        top = 0.8 - 0.25 * (r / 0.36) ** 2
        low = top - b.rng.uniform(0.3, 0.5)
        at = (r * sin(a), r * cos(a))
        strand = tube(
            [
                (at[0] * 0.9, top, at[1] * 0.9),
                (at[0] * 1.05, (top + low) / 2, at[1] * 1.05),
                (at[0] * 1.1, max(low, 0.06), at[1] * 1.1),
            ],
            [(0.022, 0.022), (0.018, 0.018), (0.004, 0.004)],
            5,
        )
        b.add("strands" if i % 2 else "sunlit leaves", strand, b.tone(1.0 if i % 2 else 1.14), 70)


def dead_tree(b: Draft) -> None:
    line = trunk(b, 0.72, 0.055, 0.05, b.main)
    for i in range(9):
        a = i * 2.4 + b.rng.uniform(-0.3, 0.3)
        base = line[4 + i % 8]
        y = base[1]
        reach, up = b.rng.uniform(0.16, 0.26), b.rng.uniform(0.14, 0.26)
        tip: Point = (base[0] + reach * sin(a), min(y + up, 0.98), base[2] + reach * cos(a))
        limb(b, base, tip, 0.022, b.main)
        for s in (-0.6, 0.7):
            half: Point = ((base[0] + tip[0]) / 2, y * 0.42 + tip[1] * 0.58, (base[2] + tip[2]) / 2)
            end: Point = (half[0] + 0.11 * sin(a + s), half[1] + 0.1, half[2] + 0.11 * cos(a + s))
            limb(b, half, end, 0.009, b.main)


def bush(b: Draft) -> None:
    lumps = [(0.0, 0.5, 0.0, 0.36)]
    for i in range(7):
        a = i * 2 * pi / 7 + b.rng.uniform(-0.2, 0.2)
        lumps.append(
            (0.3 * sin(a), b.rng.uniform(0.28, 0.4), 0.3 * cos(a), b.rng.uniform(0.23, 0.28))
        )
    lumps += [(0.14, 0.66, 0.1, 0.24), (-0.15, 0.68, -0.06, 0.24)]
    crown(b, lumps, 0.15)


def hedge(b: Draft) -> None:
    b.add("leaves", box(b.w * 0.93, b.h * 0.94, b.d * 0.86, bevel=0.06 * b.d))
    step = 0.4 * b.d
    for face, (u, v) in enumerate(((b.w, b.h), (b.w, b.h), (b.w, b.d))):
        for i in range(max(2, round(u / step / 1.4))):
            for k in range(max(2, round(v / step / 1.6))):
                x = u * ((i + 0.5) / max(2, round(u / step / 1.4)) - 0.5) * 0.94
                t = (k + 0.5) / max(2, round(v / step / 1.6))
                r = step * b.rng.uniform(0.42, 0.6)
                at = (
                    (x, b.h * t * 0.95, b.d * 0.42)
                    if face == 0
                    else (x, b.h * t * 0.95, -b.d * 0.42)
                    if face == 1
                    else (x, b.h * 0.92, b.d * (t - 0.5) * 0.9)
                )
                b.add(
                    f"tufts {(i + k) % 2}",
                    blob(b.rng, r, r, r, *at, 0.2, 1, 4),
                    b.tone(0.9 if (i + k) % 2 else 1.12),
                    35,
                )


MODELS: dict[str, Family] = {
    "tree": tree,
    "apple tree": apple_tree,
    "birch tree": birch_tree,
    "willow tree": willow_tree,
    "dead tree": dead_tree,
    "bush": bush,
    "hedge": hedge,
}
