"""Things to put things on: tables, desks, shelves on a wall, counters."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import (
    BRASS,
    DARK_METAL,
    fronts,
    round_legs,
    square_legs,
)
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import smooth
from consumers.greybox.solids import ball, box, cylinder, prism, rod, soft


def table(b: Draft) -> None:
    top, t = min(0.06 * b.h + 0.005, 0.05), 0.085 * min(b.w, b.d)
    b.add("top", box(b.w, top, b.d, 0, b.h - top, bevel=top * 0.25))
    b.add("legs", square_legs(b.w * 0.94, b.d * 0.9, b.h - top, t), b.tone(0.84))
    apron = 0.12 * b.h
    y = b.h - top - apron
    for s in (-1, 1):
        rail = box(b.w * 0.86, apron, t * 0.35, 0, y, s * (b.d * 0.45 - t * 0.5), bevel=0.003)
        b.add("apron", rail, b.tone(0.9))
        rail = box(t * 0.35, apron, b.d * 0.82, s * (b.w * 0.47 - t * 0.5), y, bevel=0.003)
        b.add("apron", rail, b.tone(0.9))


def round_table(b: Draft) -> None:
    r, top = min(b.w, b.d) / 2, 0.05 * b.h
    stretch = (b.w / 2 / r, 1.0, b.d / 2 / r)
    b.add("top", cylinder(r, top, 0, b.h - top, n=40).scale(*stretch))
    b.add("apron", cylinder(r * 0.8, top, 0, b.h - top * 2, n=32).scale(*stretch), b.tone(0.9))
    b.add("post", cylinder(r * 0.13, b.h - top * 2, 0, 0.02 * b.h, top=r * 0.1, n=18), b.tone(0.84))
    for i in range(4):
        a = pi / 4 + i * pi / 2
        foot = (r * 0.62 * sin(a) * stretch[0], 0.03 * b.h, r * 0.62 * cos(a) * stretch[2])
        b.add("post", rod((0, 0.22 * b.h, 0), foot, r * 0.1, r * 0.06), b.tone(0.84))


def coffee_table(b: Draft) -> None:
    top = 0.1 * b.h
    b.add("top", box(b.w, top, b.d, 0, b.h - top, bevel=top * 0.3))
    b.add("shelf", box(b.w * 0.8, top * 0.7, b.d * 0.74, 0, b.h * 0.3), b.tone(1.1))
    b.add(
        "legs", round_legs(b.w * 0.94, b.d * 0.92, b.h - top, 0.05 * b.d, 0.05 * b.d), b.tone(0.8)
    )


def side_table(b: Draft) -> None:
    top = 0.07 * b.h
    b.add("top", box(b.w, top, b.d, 0, b.h - top, bevel=top * 0.3))
    b.add(
        "legs", round_legs(b.w * 0.92, b.d * 0.92, b.h - top, 0.06 * b.w, 0.05 * b.w), b.tone(0.8)
    )
    b.add("apron", box(b.w * 0.8, b.h * 0.16, b.d * 0.8, 0, b.h * 0.77), b.tone(0.92))
    b.add("knob", ball(0.03 * b.w, x=0, y=b.h * 0.85, z=b.d * 0.42, detail=1), BRASS)


def desk(b: Draft) -> None:
    top, side = 0.05 * b.h, min(0.3 * b.w, 0.45)
    b.add("top", box(b.w, top, b.d, 0, b.h - top, bevel=top * 0.3))
    x = (b.w - side) / 2 - 0.03 * b.w
    body = box(side, b.h * 0.86 - top, b.d * 0.86, x, b.h * 0.14, 0)
    b.add("drawers", body, b.tone(0.86))
    fronts(b, 1, 3, side * 0.96, b.h * 0.86 - top, b.h * 0.14, b.d * 0.43, "bar", x=x)
    t = 0.05 * b.h
    for z in (-1, 1):
        leg = box(t, b.h - top, t, -b.w * 0.46, 0, z * b.d * 0.4)
        b.add("legs", leg, DARK_METAL)
        for sx in (-1, 1):
            foot = box(t, b.h * 0.14, t, x + sx * side * 0.42, 0, z * b.d * 0.38)
            b.add("legs", foot, DARK_METAL)
    b.add(
        "back", box(b.w * 0.66, b.h * 0.4, 0.02, -b.w * 0.13, b.h * 0.5, -b.d * 0.4), b.tone(0.86)
    )


def pool_table(b: Draft) -> None:
    wood = stuff("wood", "#6b3a20")
    rail = 0.09 * b.d
    bed = b.h * 0.94
    b.add("cloth", box(b.w - rail, 0.05 * b.h, b.d - rail, 0, bed - 0.05 * b.h))
    for s in (-1, 1):
        b.add("rails", box(b.w, 0.2 * b.h, rail, 0, b.h * 0.8, s * (b.d - rail) / 2), wood)
        b.add("rails", box(rail, 0.2 * b.h, b.d, s * (b.w - rail) / 2, b.h * 0.8), wood)
    b.add("body", box(b.w * 0.94, 0.2 * b.h, b.d * 0.92, 0, 0.62 * b.h), wood)
    b.add("legs", square_legs(b.w * 0.9, b.d * 0.86, b.h * 0.66, 0.14 * b.d, 0.7), wood)
    for x in (-0.94, 0.0, 0.94):
        for z in (-0.89, 0.89):
            hole = cylinder(rail * 0.42, 0.01 * b.h, x * b.w / 2, b.h * 0.992, z * b.d / 2, n=14)
            b.add("pockets", hole, stuff("leather", "#1c1714"))
    colors = ("#f2cd2c", "#c8322f", "#2450a4", "#7d44a8", "#ee7f22", "#2b5e36")
    r = 0.022 * b.d
    for i, color in enumerate(colors):
        row, at = (0, 0) if i == 0 else ((1, i - 1) if i < 3 else (2, i - 3))
        x, z = b.w * 0.2 + row * r * 1.8, (at - row / 2) * r * 2.05
        b.add(f"ball {i + 1}", ball(r, x=x, y=bed + r, z=z, detail=1), stuff("porcelain", color))
    b.add("cue ball", ball(r, x=-b.w * 0.25, y=bed + r, z=0, detail=1), stuff("porcelain"))


def shelf(b: Draft) -> None:
    board = 0.14 * b.h
    b.add("board", box(b.w, board, b.d, 0, b.h - board, bevel=board * 0.2))
    iron = stuff("iron", "#2f3338")
    t = 0.035 * b.w
    for x in (-b.w * 0.34, b.w * 0.34):
        b.add("brackets", box(t, b.h - board, t * 0.5, x, 0, -b.d / 2 + t * 0.25), iron)
        b.add("brackets", box(t, t * 0.5, b.d * 0.8, x, b.h - board - t * 0.5, -b.d * 0.1), iron)
        brace = rod((x, b.h * 0.12, -b.d * 0.46), (x, b.h - board, b.d * 0.22), t * 0.3, n=8)
        b.add("brackets", brace, iron)


def kitchen_island(b: Draft) -> None:
    top = 0.055 * b.h
    b.add("worktop", box(b.w, top, b.d, 0, b.h - top), stuff("marble", "#b9a58a"))
    b.add("body", box(b.w * 0.95, b.h * 0.86, b.d * 0.9, 0, b.h - top - 0.86 * b.h))
    b.add("plinth", box(b.w * 0.92, b.h * 0.1, b.d * 0.82), b.tone(0.5))
    count = max(2, round(b.w / 0.5))
    fronts(b, count, 1, b.w * 0.93, b.h * 0.56, b.h * 0.11, b.d * 0.45, "door", tone=1.3)
    fronts(b, count, 1, b.w * 0.93, b.h * 0.22, b.h * 0.69, b.d * 0.45, "bar", tone=1.3)


def mattress(b: Draft) -> None:
    b.add("mattress", soft(b.w, b.h, b.d, r=0.3 * b.h))
    for y in (0.14, 0.8):
        b.add(
            "piping",
            soft(b.w, b.h * 0.06, b.d, 0, y * b.h, r=0.02 * b.h).scale(0.997, 1, 0.997),
            b.tone(0.7),
        )


def stage(b: Draft) -> None:
    deck = 0.12 * b.h
    b.add("deck", box(b.w, deck, b.d, 0, b.h - deck))
    b.add("skirt", box(b.w * 0.98, b.h - deck, b.d * 0.96), stuff("fabric", "#7a1f2a"))
    count = max(6, round(b.w / 0.5))
    for i in range(count):
        x = (i + 0.5 - count / 2) * b.w * 0.98 / count
        fold = cylinder(b.w * 0.2 / count, b.h - deck, x, 0, b.d * 0.48, n=8)
        b.add("folds", fold, stuff("fabric", "#8f2532"))


def easel(b: Draft) -> None:
    t = 0.05 * b.w
    for s in (-1, 1):
        b.add("legs", rod((s * b.w * 0.46, 0, b.d * 0.4), (s * t, b.h, -b.d * 0.05), t * 0.6))
    b.add("legs", rod((0, 0, -b.d * 0.5), (0, b.h * 0.94, -b.d * 0.06), t * 0.6))
    b.add("tray", box(b.w * 0.9, t, t * 2.4, 0, b.h * 0.36, b.d * 0.3))
    canvas = box(b.w * 0.96, b.h * 0.44, t * 0.5, bevel=t * 0.1).pitch(-14)
    b.add("canvas", canvas.move(0, b.h * 0.39, b.d * 0.29), stuff("fabric", "#f6f2e8"))
    for color, x, y, r in (
        ("#4a97e0", -0.1, 0.68, 0.16),
        ("#4a9a45", 0.06, 0.53, 0.2),
        ("#f2cd2c", 0.2, 0.74, 0.07),
    ):
        spot = prism(
            smooth([(r, 0), (0.1 * r, r * 0.6), (-r, 0.1 * r), (-0.2 * r, -r * 0.7)]), t * 0.3
        )
        place = (
            spot.scale(b.w, b.w * 0.8, 1)
            .pitch(-14)
            .move(x * b.w, y * b.h, b.d * (0.29 + (0.39 - y) * 0.53) + t * 0.5)
        )
        b.add(f"paint {color}", place, stuff("paint", color))


MODELS: dict[str, Family] = {
    "table": table,
    "round table": round_table,
    "coffee table": coffee_table,
    "side table": side_table,
    "desk": desk,
    "pool table": pool_table,
    "shelf": shelf,
    "kitchen island": kitchen_island,
    "mattress": mattress,
    "stage": stage,
    "easel": easel,
}
