"""Furniture that holds things: bookshelves, wardrobes, dressers, racks."""

from __future__ import annotations

from math import cos, pi, radians, sin

from consumers.greybox.families.furniture.joinery import DARK_METAL, fronts, square_legs
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box
from consumers.greybox.sweeps import curve, lathe, tube

BOOKS = ("#8f3a3a", "#3f5f8a", "#4a7a5a", "#c9a24a", "#6b4a7a", "#d8cdb8", "#b5633c", "#2f4a5f")


def bookshelf(b: Draft) -> None:
    t = min(0.03, 0.05 * b.w)
    rows = max(2, min(7, round(b.h / 0.38)))
    for s in (-1, 1):
        b.add("sides", box(t, b.h, b.d, s * (b.w - t) / 2, 0, bevel=t * 0.12))
    b.add("back", box(b.w - t, b.h - t, t * 0.5, 0, t * 0.5, -b.d / 2 + t * 0.3), b.tone(0.7))
    step = (b.h - t) / rows
    for i in range(rows + 1):
        b.add("shelves", box(b.w - t, t, b.d * 0.98, 0, i * step, bevel=t * 0.12))
    for i in range(rows):
        _books(b, i * step + t, step - t, t)


def _books(b: Draft, y: float, room: float, t: float) -> None:
    """A row of books on a shelf at height ``y``, leaving a gap at one end."""
    x = -b.w / 2 + t * 1.3
    end = x + (b.w - 2.6 * t) * b.rng.uniform(0.62, 0.98)
    while True:
        thick = b.w * b.rng.uniform(0.035, 0.07)
        if x + thick > end:
            return
        tall, deep = room * b.rng.uniform(0.62, 0.9), b.d * b.rng.uniform(0.62, 0.78)
        color = BOOKS[int(b.rng.integers(len(BOOKS)))]
        volume = box(thick * 0.94, tall, deep, x + thick / 2, y, b.d * 0.46 - deep / 2 - 0.02 * b.d)
        b.add(f"books {color}", volume, stuff("paper", color))
        x += thick


def _carcass(b: Draft, foot: float, top: float, overhang: float = 0.0) -> None:
    b.add(
        "body",
        box(b.w - overhang, b.h - foot - top, b.d * 0.96 - overhang / 2, 0, foot, -b.d * 0.01),
    )
    if top:
        b.add("top", box(b.w, top, b.d, 0, b.h - top), b.tone(0.9))


def wardrobe(b: Draft) -> None:
    foot, crown = 0.05 * b.h, 0.04 * b.h
    _carcass(b, foot, crown, 0.05 * b.w)
    b.add("plinth", box(b.w * 0.97, foot * 1.1, b.d * 0.93), b.tone(0.8))
    columns = 2 if b.w < 1.5 else 3
    fronts(b, columns, 1, b.w * 0.93, b.h * 0.7, b.h * 0.24, b.d * 0.46, "door")
    fronts(b, columns, 1, b.w * 0.93, b.h * 0.17, b.h * 0.06, b.d * 0.46, "knob")
    for i in range(columns):
        x = (i + 0.5 - columns / 2) * b.w * 0.93 / columns
        panel = box(b.w * 0.66 / columns, b.h * 0.58, 0.012, x, b.h * 0.3, b.d * 0.475)
        b.add("panels", panel, b.tone(0.94))


def dresser(b: Draft) -> None:
    foot = 0.1 * b.h
    _carcass(b, foot, 0.035 * b.h, 0.02 * b.w)
    b.add("legs", square_legs(b.w * 0.96, b.d * 0.9, foot * 1.1, 0.05 * b.w), b.tone(0.75))
    columns = 2 if b.w > 0.9 else 1
    fronts(b, columns, max(2, round(b.h / 0.25)), b.w * 0.94, b.h * 0.84, b.h * 0.115, b.d * 0.47)


def nightstand(b: Draft) -> None:
    foot = 0.2 * b.h
    _carcass(b, foot, 0.05 * b.h, 0.04 * b.w)
    b.add("legs", square_legs(b.w * 0.92, b.d * 0.9, foot * 1.1, 0.1 * b.w), b.tone(0.75))
    fronts(b, 1, 2, b.w * 0.9, b.h * 0.71, b.h * 0.22, b.d * 0.46)


def cabinet(b: Draft) -> None:
    foot = 0.09 * b.h
    b.add("plinth", box(b.w * 0.96, foot * 1.1, b.d * 0.86), b.tone(0.6))
    _carcass(b, foot, 0.045 * b.h, 0.02 * b.w)
    fronts(b, 2, 1, b.w * 0.96, b.h * 0.84, foot * 1.15, b.d * 0.47, "door", tone=1.3)
    for s in (-1, 1):
        panel = box(b.w * 0.3, b.h * 0.58, 0.01, s * b.w * 0.24, b.h * 0.24, b.d * 0.482)
        b.add("panels", panel, b.tone(1.1))


def sideboard(b: Draft) -> None:
    foot = 0.2 * b.h
    _carcass(b, foot, 0.04 * b.h)
    b.add("legs", square_legs(b.w * 0.9, b.d * 0.86, foot * 1.1, 0.035 * b.w, 0.5), b.tone(0.7))
    fronts(b, 2, 1, b.w * 0.64, b.h * 0.74, foot * 1.05, b.d * 0.47, "door", x=-b.w * 0.16)
    fronts(b, 1, 3, b.w * 0.3, b.h * 0.74, foot * 1.05, b.d * 0.47, "bar", x=b.w * 0.325)


def tv_stand(b: Draft) -> None:
    foot, t = 0.14 * b.h, 0.06 * b.h
    b.add("legs", square_legs(b.w * 0.92, b.d * 0.84, foot * 1.1, 0.1 * b.h, 0.6), DARK_METAL)
    b.add("body", box(b.w, t, b.d, 0, b.h - t))
    b.add("body", box(b.w, t, b.d, 0, foot))
    b.add("body", box(b.w, b.h - foot - t, t * 0.6, 0, foot + t * 0.5, -b.d / 2 + t * 0.4))
    for x in (-b.w / 2 + t / 2, -b.w * 0.17, b.w * 0.17, b.w / 2 - t / 2):
        b.add("body", box(t, b.h - foot - t, b.d * 0.97, x, foot + t / 2))
    b.add("body", box(b.w * 0.34, t * 0.6, b.d * 0.9, 0, foot + (b.h - foot) * 0.48), b.tone(0.9))
    for s in (-1, 1):
        fronts(b, 1, 1, b.w * 0.3, b.h * 0.68, foot + t * 1.1, b.d * 0.47, "bar", x=s * b.w * 0.33)
    b.add("box", box(b.w * 0.2, b.h * 0.12, b.d * 0.6, 0, foot + t), stuff("plastic", "#23262b"))


def filing_cabinet(b: Draft) -> None:
    b.add("body", box(b.w, b.h, b.d * 0.97, 0, 0, -b.d * 0.015))
    rows = max(2, round(b.h / 0.3))
    fronts(b, 1, rows, b.w * 0.94, b.h * 0.95, b.h * 0.025, b.d * 0.46, "bar", tone=1.15)
    for i in range(rows):
        y = b.h * (0.025 + 0.95 * (i + 0.3) / rows)
        b.add("cards", box(b.w * 0.2, b.h * 0.03, 0.01, 0, y, b.d * 0.49), stuff("paper"))


def coat_rack(b: Draft) -> None:
    r = 0.06 * b.w
    b.add(
        "post",
        lathe(
            [
                (0, 0.06 * b.h),
                (r * 0.8, 0.08 * b.h),
                (r * 0.6, b.h * 0.5),
                (r * 0.55, b.h * 0.9),
                (r * 0.9, b.h * 0.95),
                (r * 0.5, b.h),
                (0, b.h),
            ],
            n=14,
        ),
    )
    for i in range(4):
        a = pi / 4 + i * pi / 2
        s, c = sin(a), cos(a)
        leg = curve(
            [
                (0, 0.16 * b.h, 0),
                (s * b.w * 0.3, 0.1 * b.h, c * b.d * 0.3),
                (s * b.w * 0.68, r * 0.6, c * b.d * 0.68),
            ]
        )
        b.add("feet", tube(leg, r * 0.55, 8))
        y = b.h * (0.9 if i % 2 else 0.78)
        hook = curve(
            [
                (0, y, 0),
                (s * b.w * 0.3, y - 0.02 * b.h, c * b.d * 0.3),
                (s * b.w * 0.4, y + 0.07 * b.h, c * b.d * 0.4),
            ]
        )
        b.add("hooks", tube(hook, r * 0.36, 8))
        b.add("hooks", ball(r * 0.5, x=hook[-1][0], y=hook[-1][1], z=hook[-1][2], detail=1))


def room_divider(b: Draft) -> None:
    wood = stuff("wood", "#4a2f20")
    count, t = 3, 0.03 * b.w / 1.6
    width = b.w / count
    angle = min(40.0, 57.0 * b.d / width)
    for i in range(count):
        sign = 1 if i % 2 else -1
        x = (i + 0.5 - count / 2) * width
        long = width / cos(radians(angle)) * 0.98
        pieces = [
            ("frame", box(t * 1.6, b.h, t, s * (long - t * 1.6) / 2, 0), wood) for s in (-1, 1)
        ]
        pieces += [
            ("frame", box(long, t * 1.4, t * 0.9, 0, y * b.h - t * 0.7), wood)
            for y in (0.06, 0.3, 0.62, 0.97)
        ]
        pieces += [
            ("frame", box(t * 0.8, b.h * 0.9, t * 0.6, x2 * long, 0.06 * b.h), wood)
            for x2 in (-0.17, 0.17)
        ]
        pieces.append(("paper", box(long * 0.94, b.h * 0.9, t * 0.25, 0, 0.06 * b.h), b.main))
        for name, mesh, look in pieces:
            b.add(name, mesh.yaw(sign * angle).move(x), look)


MODELS: dict[str, Family] = {
    "bookshelf": bookshelf,
    "wardrobe": wardrobe,
    "dresser": dresser,
    "nightstand": nightstand,
    "cabinet": cabinet,
    "sideboard": sideboard,
    "tv stand": tv_stand,
    "filing cabinet": filing_cabinet,
    "coat rack": coat_rack,
    "room divider": room_divider,
}
