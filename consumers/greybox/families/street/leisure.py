"""What people bring to beaches, gardens, markets and camps."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import DARK_METAL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, prism, rod, soft
from consumers.greybox.sweeps import lathe

_WOOD = stuff("wood")


def beach_umbrella(b: Draft) -> None:
    """A canopy of eight fields on a pole that one can sit under."""
    r, low = min(b.w, b.d) / 2, 0.8 * b.h
    inside = [(0, 0.97 * b.h), (0.64 * r, 0.895 * b.h)]
    canopy = lathe([*inside, (r, low), (0.66 * r, 0.92 * b.h), (0, b.h)], n=8)
    b.add("canopy", canopy.scale(b.w / 2 / r, 1, b.d / 2 / r), crease=20)
    for i in range(0, 8, 2):
        a = (i + 0.5) * pi / 4
        spoke = rod(
            (0, 0.985 * b.h, 0), (0.89 * r * sin(a), low, 0.89 * r * cos(a)), 0.012 * r, n=6
        )
        b.add("spokes", spoke, b.tone(1.5))
    b.add("pole", rod((0, 0, 0), (0, b.h * 0.99, 0), 0.025 * r), stuff("metal", "#e8e8e6"))


def deck_chair(b: Draft) -> None:
    """A cloth that hangs between two crossed wooden frames."""
    t = 0.03 * b.w
    for s in (-1, 1):
        x = s * (b.w / 2 - t)
        b.add("frame", rod((x, 0, 0.48 * b.d), (x, b.h, -0.46 * b.d), t), _WOOD)
        b.add("frame", rod((x * 0.9, 0, -0.4 * b.d), (x * 0.9, 0.42 * b.h, 0.46 * b.d), t), _WOOD)
    b.add(
        "frame",
        rod((-b.w / 2, 0.98 * b.h, -0.45 * b.d), (b.w / 2, 0.98 * b.h, -0.45 * b.d), t),
        _WOOD,
    )
    b.add(
        "frame",
        rod((-b.w / 2, 0.42 * b.h, 0.45 * b.d), (b.w / 2, 0.42 * b.h, 0.45 * b.d), t),
        _WOOD,
    )
    line = [(0.45, 0.42), (0.25, 0.3), (0.02, 0.3), (-0.2, 0.5), (-0.45, 0.98)]
    for (z0, y0), (z1, y1) in pairwise(line):
        for i in range(5):
            x = (i - 2) * 0.17 * b.w
            strip = rod((x, y0 * b.h, z0 * b.d), (x, y1 * b.h, z1 * b.d), 0.09 * b.w, n=8)
            b.add("cloth", strip, b.main if i % 2 else b.tone(1.4))


def market_stall(b: Draft) -> None:
    """A counter between four posts, striped cloth above, goods in trays."""
    t = 0.03 * b.w
    for sx in (-1, 1):
        for sz in (-1, 1):
            b.add("posts", box(t, 0.86 * b.h, t, sx * (b.w / 2 - t), 0, sz * (b.d / 2 - t)), _WOOD)
    b.add("counter", box(b.w * 0.96, 0.04 * b.h, b.d * 0.7, 0, 0.36 * b.h, 0.1 * b.d), _WOOD)
    b.add("front", box(b.w * 0.94, 0.34 * b.h, 0.03 * b.d, 0, 0.02 * b.h, 0.42 * b.d), b.tone(0.85))
    for i in range(8):
        x = (i - 3.5) * b.w / 8
        strip = box(b.w / 8, 0.03 * b.h, b.d * 1.02).pitch(6).move(x, 0.9 * b.h, 0)
        b.add(
            "cloth" if i % 2 else "stripes", strip, b.main if i % 2 else stuff("fabric", "#f4efe4")
        )
    for i, color in enumerate(("#c8322f", "#4a9a45", "#ee7f22")):
        x = (i - 1) * 0.3 * b.w
        b.add("trays", box(0.26 * b.w, 0.05 * b.h, 0.5 * b.d, x, 0.4 * b.h, 0.1 * b.d), _WOOD)
        for k in range(6):
            place = (x + (k % 3 - 1) * 0.07 * b.w, 0.46 * b.h, (0.02 + 0.16 * (k // 3)) * b.d)
            b.add(f"goods {color}", ball(0.035 * b.w, x=place[0], y=place[1], z=place[2], detail=1),
                  stuff("food", color))  # fmt: skip


def hammock(b: Draft) -> None:
    """Hung between two posts."""
    for s in (-1, 1):
        b.add("posts", rod((s * 0.47 * b.w, 0, 0), (s * 0.47 * b.w, b.h, 0), 0.03 * b.w), _WOOD)
    line = [(-0.45, 0.86), (-0.25, 0.5), (0.0, 0.4), (0.25, 0.5), (0.45, 0.86)]
    for (x0, y0), (x1, y1) in pairwise(line):
        for i in range(7):
            z = (i - 3) / 3 * 0.42 * b.d
            sag = abs(i - 3) / 3 * 0.08
            e0, e1 = (0.1 if abs(x) > 0.4 else 1.0 for x in (x0, x1))
            start = (x0 * b.w, (y0 + sag * e0) * b.h, z * e0)
            end = (x1 * b.w, (y1 + sag * e1) * b.h, z * e1)
            strip = rod(start, end, 0.07 * b.d, n=8)
            b.add("cloth", strip, b.main if i % 2 else b.tone(1.3))


def sandcastle(b: Draft) -> None:
    b.add("mound", lathe([(0.5, 0), (0.46, 0.12), (0.4, 0.2), (0, 0.2)], n=24).scale(b.w, b.h, b.d))
    b.add("keep", box(0.34 * b.w, 0.5 * b.h, 0.34 * b.d, 0, 0.18 * b.h))
    for x in (-1, 1):
        for z in (-1, 1):
            tower = cylinder(
                0.11 * b.w, 0.52 * b.h, x * 0.2 * b.w, 0.16 * b.h, z * 0.2 * b.d, top=0.09 * b.w
            )
            b.add("towers", tower)
            for i in range(4):
                a = i * pi / 2
                across = x * 0.2 * b.w + 0.06 * b.w * sin(a)
                along = z * 0.2 * b.d + 0.06 * b.d * cos(a)
                merlon = box(0.05 * b.w, 0.07 * b.h, 0.05 * b.d, across, 0.66 * b.h, along)
                b.add("merlons", merlon)
    b.add("pole", rod((0, 0.66 * b.h, 0), (0, b.h, 0), 0.01 * b.w), _WOOD)
    b.add(
        "flag",
        box(0.14 * b.w, 0.1 * b.h, 0.01 * b.d, 0.07 * b.w, 0.89 * b.h),
        stuff("fabric", "#c8322f"),
    )


def surfboard(b: Draft) -> None:
    """Standing on its tail, the deck to the front."""
    side = [(0.5 * sin(pi * t) ** 0.6, t) for t in (i / 16 for i in range(1, 16))]
    flat = [(0.0, 0.0), *side, (0.0, 1.0), *((-x, y) for x, y in reversed(side))]
    points = [(x * b.w, y * b.h) for x, y in flat]
    b.add("board", prism(points, 0.5 * b.d, 0.12 * b.d))
    b.add("stripe", box(0.1 * b.w, 0.8 * b.h, 0.02 * b.d, 0, 0.1 * b.h, 0.25 * b.d), b.tone(1.6))
    for x in (-0.2, 0, 0.2):
        b.add(
            "fins",
            box(0.03 * b.w, 0.08 * b.h, 0.24 * b.d, x * b.w, 0.08 * b.h, -0.36 * b.d),
            b.tone(0.5),
        )


def seesaw(b: Draft) -> None:
    b.add("stand", cylinder(0.3 * b.d, 0.5 * b.h, top=0.2 * b.d), DARK_METAL)
    plank = box(b.w * 0.98, 0.07 * b.h, 0.7 * b.d).roll(9).move(0, 0.48 * b.h, 0)
    b.add("plank", plank)
    for s in (-1, 1):
        y = 0.5 * b.h + s * 0.4 * b.w * sin(9 * pi / 180)
        b.add("seats", soft(0.14 * b.w, 0.08 * b.h, b.d, s * 0.4 * b.w, y), b.tone(0.7))
        b.add(
            "handles",
            rod((s * 0.31 * b.w, y, 0), (s * 0.31 * b.w, y + 0.4 * b.h, 0), 0.05 * b.d),
            DARK_METAL,
        )


def barbecue(b: Draft) -> None:
    """A kettle on three legs."""
    r = 0.48 * min(b.w, b.d)
    side = [(0, 0.5), (0.7, 0.56), (1, 0.74), (1, 0.76), (0.72, 0.93), (0, 0.97)]
    b.add("kettle", lathe(side, n=32).scale(r, b.h, r))
    b.add("rim", cylinder(r * 1.03, 0.02 * b.h, 0, 0.74 * b.h, n=32), stuff("chrome"))
    b.add("handle", rod((-0.2 * r, 0.99 * b.h, 0), (0.2 * r, 0.99 * b.h, 0), 0.05 * r), _WOOD)
    for i in range(3):
        a = i * 2 * pi / 3
        foot = (0.9 * r * sin(a), 0.0, 0.9 * r * cos(a))
        b.add(
            "legs",
            rod((0.5 * r * sin(a), 0.56 * b.h, 0.5 * r * cos(a)), foot, 0.04 * r),
            DARK_METAL,
        )


def sandbox(b: Draft) -> None:
    t = 0.08 * min(b.w, b.d)
    for s in (-1, 1):
        b.add("frame", box(b.w, b.h, t, 0, 0, s * (b.d - t) / 2))
        b.add("frame", box(t, b.h, b.d, s * (b.w - t) / 2))
    b.add("sand", box(b.w - t, 0.6 * b.h, b.d - t), stuff("sand"))
    heap = lathe([(0.22, 0), (0.12, 0.7), (0, 1)], n=16).scale(b.w, 0.35 * b.h, b.w)
    b.add("sand", heap.move(0.15 * b.w, 0.58 * b.h, -0.1 * b.d), stuff("sand"))


def picnic_table(b: Draft) -> None:
    top = 0.06 * b.h
    for i in range(5):
        b.add("top", box(b.w, top, 0.1 * b.d, 0, b.h - top, (i - 2) * 0.11 * b.d))
    for s in (-1, 1):
        b.add("benches", box(b.w, top, 0.18 * b.d, 0, 0.56 * b.h, s * 0.41 * b.d))
        x = s * 0.36 * b.w
        b.add("legs", box(0.04 * b.w, 0.06 * b.h, 0.9 * b.d, x, 0.5 * b.h), b.tone(0.85))
        for z in (-1, 1):
            b.add(
                "legs",
                rod((x, 0, z * 0.36 * b.d), (x, b.h - top, z * 0.16 * b.d), 0.03 * b.w),
                b.tone(0.85),
            )


MODELS: dict[str, Family] = {
    "beach umbrella": beach_umbrella,
    "deck chair": deck_chair,
    "market stall": market_stall,
    "hammock": hammock,
    "sandcastle": sandcastle,
    "surfboard": surfboard,
    "seesaw": seesaw,
    "barbecue": barbecue,
    "sandbox": sandbox,
    "picnic table": picnic_table,
}
