"""Cloth and cushions: aprons, dog beds, sleeping bags, picnic blankets, beach towels."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, soft
from consumers.greybox.sweeps import Point, curve, tube


def apron(b: Draft) -> None:
    """A bib and skirt laid flat, with a pocket, a neck loop and two strings."""
    t = 0.5 * b.h
    b.add("skirt", soft(0.72 * b.w, t, 0.56 * b.d, 0, 0, 0.2 * b.d, 0.3 * t))
    b.add("bib", soft(0.4 * b.w, t, 0.4 * b.d, 0, 0, -0.22 * b.d, 0.3 * t))
    b.add(
        "pocket",
        soft(0.4 * b.w, 0.4 * b.h, 0.22 * b.d, 0, 0.3 * b.h, 0.2 * b.d, 0.1 * b.h),
        b.tone(0.86),
    )
    b.add("hem", soft(0.73 * b.w, 0.3 * b.h, 0.03 * b.d, 0, 0.3 * b.h, 0.465 * b.d), b.tone(0.8))
    line: list[Point] = [
        (0.17 * b.w, 0.5 * t, -0.4 * b.d),
        (0.14 * b.w, 0.6 * b.h, -0.48 * b.d),
        (-0.14 * b.w, 0.6 * b.h, -0.48 * b.d),
        (-0.17 * b.w, 0.5 * t, -0.4 * b.d),
    ]
    b.add("loop", tube(curve(line, 5), 0.2 * b.h, 6), b.tone(0.8))
    for s in (-1, 1):
        string: list[Point] = [
            (s * 0.34 * b.w, 0.5 * t, -0.05 * b.d),
            (s * 0.45 * b.w, 0.5 * b.h, 0.02 * b.d),
            (s * 0.47 * b.w, 0.2 * b.h, 0.3 * b.d),
        ]
        b.add("strings", tube(curve(string, 5), 0.16 * b.h, 6), b.tone(0.8))


def dog_bed(b: Draft) -> None:
    """A round nest: a thick rim, lower in front, around a soft cushion."""
    n = 28
    line: list[Point] = []
    radii: list[tuple[float, float]] = []
    for i in range(n):
        a = 2 * pi * i / n
        front = max(0.0, cos(a)) ** 3
        line.append((0.41 * b.w * sin(a), (0.47 - 0.14 * front) * b.h, 0.4 * b.d * cos(a)))
        radii.append((0.1 * min(b.w, b.d), (0.46 - 0.16 * front) * b.h))
    b.add("rim", tube(line, radii, 12, closed=True))
    b.add("base", cylinder(0.4, 0.3 * b.h, n=28).scale(b.w, 1, b.d), b.tone(0.8))
    b.add("cushion", ball(0.36 * b.w, 0.3 * b.h, 0.34 * b.d, 0, 0.66 * b.h), b.tone(1.35))
    b.add(
        "cushion",
        cylinder(0.3, 0.2 * b.h, 0, 0.8 * b.h - 0.001, n=28).scale(b.w, 1, b.d),
        b.tone(1.35),
    )


def sleeping_bag(b: Draft) -> None:
    """A quilted bag laid out: a hood with a pillow at its head, a zip along one side."""
    count = 9
    for i in range(count):
        z = (-0.2956 + 0.76 * (i + 0.5) / count) * b.d
        wide = (0.98 - 0.3 * (i / count) ** 1.5) * b.w
        b.add("quilt", soft(wide, b.h, 0.8 * b.d / count, 0, 0, z, 0.3 * b.h))
    b.add("quilt", soft(0.6 * b.w, 0.985 * b.h, 0.66 * b.d, 0, 0, 0.02 * b.d, 0.2 * b.h))
    b.add(
        "hood",
        soft(0.94 * b.w, 0.7 * b.h, 0.25 * b.d, 0, 0, -0.375 * b.d, 0.34 * b.h),
        b.tone(0.72),
    )
    b.add(
        "lining",
        soft(0.76 * b.w, 0.3 * b.h, 0.2 * b.d, 0, 0.5 * b.h, -0.36 * b.d, 0.14 * b.h),
        stuff("cotton", "#e8dcc0"),
    )
    b.add(
        "pillow",
        soft(0.6 * b.w, 0.34 * b.h, 0.12 * b.d, 0, 0.66 * b.h, -0.38 * b.d, 0.15 * b.h),
        stuff("cotton"),
    )
    zip_line: list[Point] = [
        (0.4 * b.w, 0.92 * b.h, -0.25 * b.d),
        (0.38 * b.w, 0.92 * b.h, 0.1 * b.d),
        (0.3 * b.w, 0.94 * b.h, 0.4 * b.d),
    ]
    b.add("zip", tube(curve(zip_line, 5), 0.06 * b.h, 6), stuff("plastic", "#2b2f34"))


def picnic_blanket(b: Draft) -> None:
    """A cloth checked in two colours and their mixture, with a hem."""
    across, along = 8, 6
    pale, mixed = stuff("fabric", "#f4efe4"), b.tone(1.5)
    b.add("cloth", box(b.w, 0.7 * b.h, b.d, 0, 0, 0, bevel=0.1 * b.h))
    for i in range(across):
        for k in range(along):
            if not (i % 2 and k % 2):
                x, z = (i + 0.5 - across / 2) / across, (k + 0.5 - along / 2) / along
                square = box(
                    0.96 * b.w / across,
                    0.5 * b.h,
                    0.96 * b.d / along,
                    0.96 * x * b.w,
                    0.5 * b.h,
                    0.96 * z * b.d,
                    bevel=0.02 * b.h,
                )
                b.add(
                    "mixed" if i % 2 or k % 2 else "pale", square, mixed if i % 2 or k % 2 else pale
                )


def beach_towel(b: Draft) -> None:
    """A striped towel with fringed ends."""
    b.add("towel", box(b.w, 0.7 * b.h, 0.95 * b.d, 0, 0, 0, bevel=0.1 * b.h))
    for k in range(7):
        z = (k - 3) * 0.13 * b.d
        b.add(
            "stripes",
            box(b.w * 1.0, 0.4 * b.h, 0.055 * b.d, 0, 0.6 * b.h, z, bevel=0.05 * b.h),
            stuff("fabric", "#f6f2e8"),
        )
    for s in (-1, 1):
        for i in range(24):
            x = (i - 11.5) * b.w / 24
            b.add(
                "fringe",
                box(0.018 * b.w, 0.4 * b.h, 0.03 * b.d, x, 0.1 * b.h, s * 0.485 * b.d),
                b.tone(1.3),
            )


MODELS: dict[str, Family] = {
    "apron": apron,
    "dog bed": dog_bed,
    "sleeping bag": sleeping_bag,
    "picnic blanket": picnic_blanket,
    "beach towel": beach_towel,
}
