"""Coats, manes, horns and other things that set a species apart."""

from __future__ import annotations

from math import cos, sin

from consumers.greybox.families.animals.quadruped import CREAM, DARK, HORN, PINK, Species
from consumers.greybox.model import Draft, stuff
from consumers.greybox.solids import ball, blob, rod
from consumers.greybox.sweeps import Point, curve, tube


def mane(b: Draft, s: Species) -> None:
    """Hair along the neck of a horse, and its forelock."""
    _, y, z = s.skull
    root: Point = (0, s.back, 0.3)
    line = curve(
        [
            root,
            (0, (root[1] + y) / 2 + 0.1, (root[2] + z) / 2 - 0.1),
            (0, y + s.head * 1.15, z - 0.2 * s.head),
            (0, y + s.head * 0.75, z + 0.8 * s.head),
        ],
        4,
    )
    n = len(line) - 1
    radii = [(0.028 + 0.012 * sin(i * 2.0), 0.06 if 0 < i < n - 2 else 0.035) for i in range(n + 1)]
    b.add("mane", tube(line, radii, 8), b.tone(0.45))


def lion_mane(b: Draft, s: Species) -> None:
    _, y, z = s.skull
    for dy, dz, k in ((0, -0.4, 1.9), (-0.35, -0.9, 1.75), (-0.9, -0.4, 1.35)):
        fluff = blob(
            b.rng,
            s.head * k * 0.9,
            s.head * k,
            s.head * 0.85,
            0,
            y + dy * s.head,
            z + dz * s.head,
            0.16,
        )
        b.add("mane", fluff, b.tone(0.58))


def horn(b: Draft, s: Species, points: tuple[Point, ...], r: float, color: str = "#e8dcc0") -> None:
    """A pair of horns; points are in heads from the top of the skull."""
    _, y, z = s.skull
    k = s.head
    line = curve([(px * k, y + k * (0.8 + py), z + pz * k) for px, py, pz in points], 3)
    n = len(line) - 1
    b.add(
        "horns",
        tube(line, [k * r * (1.0 - 0.8 * i / n) for i in range(n + 1)], 8).pair(),
        stuff("bone", color),
    )


def antlers(b: Draft, s: Species) -> None:
    beam = ((0.3, 0.0, -0.1), (0.9, 1.0, -0.4), (1.5, 2.0, -0.2), (1.4, 3.0, 0.2))
    horn(b, s, beam, 0.13, "#a58a64")
    for a, c in (
        ((0.6, 0.6, -0.3), (0.8, 1.3, 0.6)),
        ((1.2, 1.5, -0.3), (1.4, 2.1, 0.7)),
        ((1.48, 2.2, -0.1), (2.0, 2.9, -0.3)),
    ):
        horn(b, s, (a, c), 0.09)


def unicorn_horn(b: Draft, s: Species) -> None:
    _, y, z = s.skull
    k = s.head
    b.add(
        "horn",
        rod((0, y + 0.7 * k, z + 0.6 * k), (0, y + 2.7 * k, z + 1.7 * k), 0.2 * k, 0.02 * k),
        stuff("gold"),
    )


PLAIN = (40, 215)
"""The brightness, 0-255, of coats between which stripes show: black and white ones have none."""


def tabby(b: Draft, s: Species) -> None:
    """Bands in a darker tone of the coat."""
    brightness = sum(int(b.main.color[at : at + 2], 16) for at in (1, 3, 5)) / 3
    if PLAIN[0] < brightness < PLAIN[1]:
        stripes(b, s, b.tone(0.62).color, 5)


def stripes(b: Draft, s: Species, color: str = "#1f1c1c", count: int = 7) -> None:
    """Dark bands over the back and flanks."""
    y, g = s.leg + s.girth, s.girth
    for i in range(count):
        z = -0.4 + 0.8 * i / (count - 1)
        k = 1.0 if abs(z) < 0.35 else 0.93
        half = [
            (g * s.slim * k * 1.012 * sin(a), y + g * k * 1.012 * cos(a), z + 0.03 * sin(3 * a))
            for a in (-2.2, -1.7, -1.1, -0.5, 0.0, 0.5, 1.1, 1.7, 2.2)
        ]
        width = [0.006, 0.016, 0.022, 0.024, 0.024, 0.024, 0.022, 0.016, 0.006]
        b.add("stripes", tube(half, [(0.009, w) for w in width], 6), stuff("fur", color))


def patches(
    b: Draft, s: Species, color: str = "#2b2522", count: int = 7, size: float = 0.12
) -> None:
    """Irregular spots on the flanks and the back."""
    y, g = s.leg + s.girth, s.girth
    for i in range(count):
        z = -0.4 + 0.8 * (i + 0.5) / count
        a = (-1.2, 0.3, 1.3, -0.4, 1.0, -1.4, 0.7, -0.8, 0.1, 1.5)[i % 10] + b.rng.uniform(
            -0.15, 0.15
        )
        at = (g * s.slim * sin(a) * 0.92, y + g * cos(a) * 0.92, z)
        k = size * b.rng.uniform(0.7, 1.15)
        detail = 2 if count < 8 else 1
        spot = blob(b.rng, k * 0.2, k * 0.8, k, rough=0.18, detail=detail).roll(90 - 57.3 * a)
        b.add("patches", spot.move(*at), stuff("fur", color))


def spots(b: Draft, s: Species) -> None:
    patches(b, s, "#a8652a", 10, 0.09)
    _, y, z = s.skull
    for i in range(6):
        t = (i + 0.7) / 6.6
        ny, nz = s.back + (y - s.back) * t - 0.02, 0.4 + (z - 0.4) * t
        for sx in (-1, 1):
            r = s.girth * 0.82 + (s.head * s.thick - s.girth * 0.82) * t**0.75
            b.add(
                "patches",
                ball(r * 0.3, 0.05, 0.045, sx * r * 0.62, ny, nz, detail=1),
                stuff("fur", "#a8652a"),
            )


def ossicones(b: Draft, s: Species) -> None:
    _, y, z = s.skull
    k = s.head
    b.add(
        "horns",
        rod((0.35 * k, y + 0.7 * k, z), (0.45 * k, y + 1.5 * k, z - 0.2 * k), 0.13 * k).pair(),
    )
    b.add("tips", ball(0.22 * k, x=0.45 * k, y=y + 1.55 * k, z=z - 0.2 * k, detail=1).pair(), DARK)


def fleece(b: Draft, s: Species) -> None:
    y, g = s.leg + s.girth, s.girth
    for z, k in ((-0.36, 1.05), (-0.12, 1.18), (0.14, 1.18), (0.36, 1.06)):
        curl = blob(b.rng, g * s.slim * k, g * k, 0.24, 0, y, z, 0.1, 2, 6.0)
        b.add("fleece", curl)
    b.add(
        "fleece",
        blob(
            b.rng,
            s.head * 0.7,
            s.head * 0.5,
            s.head * 0.6,
            0,
            s.skull[1] + s.head * 0.8,
            s.skull[2] - 0.1,
            0.1,
            2,
            6.0,
        ),
    )


def humps(b: Draft, s: Species) -> None:
    for z in (-0.2, 0.16):
        b.add("humps", ball(s.girth * 0.62, 0.19, 0.15, 0, s.back - 0.02, z))


def trunk(b: Draft, s: Species) -> None:
    """An elephant's trunk, tusks and great ears."""
    _, y, z = s.skull
    k = s.head
    line = curve(
        [
            (0, y - 0.1 * k, z + 0.8 * k),
            (0, y - 0.7 * k, z + 1.35 * k),
            (0, y - 1.9 * k, z + 1.3 * k),
            (0, y - 2.7 * k, z + 1.4 * k),
            (0, y - 2.8 * k, z + 1.85 * k),
        ],
        4,
    )
    n = len(line) - 1
    b.add("trunk", tube(line, [k * (0.5 - 0.33 * i / n) for i in range(n + 1)], 12))
    tusk = curve(
        [
            (0.4 * k, y - 0.6 * k, z + 0.7 * k),
            (0.55 * k, y - 1.2 * k, z + 1.2 * k),
            (0.5 * k, y - 1.2 * k, z + 1.9 * k),
        ],
        3,
    )
    b.add(
        "tusks",
        tube(tusk, [k * (0.13 - 0.09 * i / (len(tusk) - 1)) for i in range(len(tusk))], 8).pair(),
        HORN,
    )
    ear = ball(0.85 * k, 1.0 * k, 0.12 * k).yaw(32).roll(-8)
    b.add("ears", ear.move(1.35 * k, y - 0.05 * k, z - 0.4 * k).pair(), b.tone(0.9))


def rhino_horn(b: Draft, s: Species) -> None:
    _, y, z = s.skull
    k = s.head
    tip = z + k * (0.6 + s.muzzle)
    for dz, tall in ((0.0, 1.3), (-0.7, 0.6)):
        line = curve(
            [
                (0, y, tip + dz * k),
                (0, y + tall * 0.6 * k, tip + (dz + 0.12) * k),
                (0, y + tall * k, tip + (dz - 0.05) * k),
            ],
            3,
        )
        b.add(
            "horn",
            tube(line, [k * (0.26 - 0.23 * i / (len(line) - 1)) for i in range(len(line))], 8),
            stuff("bone", "#cfc6b0"),
        )


def panda_coat(b: Draft, s: Species) -> None:
    _, y, z = s.skull
    for sx in (-1, 1):
        patch = ball(
            s.head * 0.28,
            s.head * 0.34,
            s.head * 0.2,
            sx * s.head * 0.45,
            y + 0.2 * s.head,
            z + 0.8 * s.head,
        )
        b.add("eye patches", patch, DARK)
        b.add(
            "eyes white",
            ball(
                s.head * 0.08,
                x=sx * s.head * 0.45,
                y=y + 0.28 * s.head,
                z=z + s.head * 1.0,
                detail=1,
            ),
            CREAM,
        )
    band = ball(s.girth * s.slim * 1.06, s.girth * 1.05, 0.14, 0, s.leg + s.girth, 0.3)
    b.add("band", band, DARK)


def udder(b: Draft, s: Species) -> None:
    b.add("udder", ball(0.09, 0.08, 0.1, 0, s.leg + 0.02, -0.2), PINK)


def quills(b: Draft, s: Species) -> None:
    y, g = s.leg + s.girth, s.girth
    for _ in range(90):
        a, z = b.rng.uniform(-1.7, 1.7), b.rng.uniform(-0.5, 0.36)
        k = (1.0 - (z / 0.62) ** 2) ** 0.5
        p = (g * s.slim * k * sin(a) * 0.9, y + g * k * cos(a) * 0.9, z)
        q = (p[0] * 1.34, y + (p[1] - y) * 1.34, z - 0.1)
        b.add("quills", rod(p, q, 0.022, 0.004, n=4), b.tone(0.62))


def beard(b: Draft, s: Species) -> None:
    _, y, z = s.skull
    k = s.head
    b.add(
        "beard",
        tube(
            [(0, y - 0.6 * k, z + 1.2 * k), (0, y - 1.7 * k, z + 1.2 * k)], [0.24 * k, 0.05 * k], 8
        ),
        b.tone(0.75),
    )
