"""What keeps in or out: stalls for horses, cells of bars, pens, moats."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import DARK_METAL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import box, rod

_BOARDS = 5
"""Boards of a stall's wall, one above the other."""
_APART = 0.13
"""Metres between the bars of a cell."""


def horse_stall(b: Draft) -> None:
    """A box of boards on three sides with bars above, half a door at the front, straw inside."""
    t, low = 0.03 * b.w, 0.62 * b.h
    for x in (-b.w / 2 + t, b.w / 2 - t):
        for z in (-b.d / 2 + t, b.d / 2 - t):
            b.add("posts", box(2 * t, b.h, 2 * t, x, 0, z), b.tone(0.7))
    for i in range(_BOARDS):
        y, tall = i * low / _BOARDS, 0.94 * low / _BOARDS
        b.add("boards", box(t, tall, b.d - 2 * t, b.w / 2 - t, y).pair())
        b.add("boards", box(b.w - 2 * t, tall, t, 0, y, -b.d / 2 + t))
        if y < 0.8 * low:
            b.add("door", box(0.46 * b.w, tall, t, 0.22 * b.w, y, b.d / 2 - t), b.tone(1.2))
            b.add("front", box(0.44 * b.w, tall, t, -0.24 * b.w, y, b.d / 2 - t))
    b.add("rails", box(t, t, b.d - 2 * t, b.w / 2 - t, b.h - t).pair(), b.tone(0.7))
    for k in range(9):
        z = (k - 4) * (b.d - 4 * t) / 9
        bar = rod((b.w / 2 - t, low, z), (b.w / 2 - t, b.h - t, z), 0.3 * t, n=6)
        b.add("bars", bar.pair(), DARK_METAL)
    b.add("straw", box(b.w - 4 * t, 0.015 * b.h, b.d - 4 * t, 0, 0), stuff("straw"))


def prison_cell(b: Draft) -> None:
    """Bars on four sides between a floor and a roof, a door among them, a bunk at the back."""
    t = 0.03 * min(b.w, b.d)
    for y in (0.0, b.h - t):
        b.add("frame", box(b.w, t, b.d, 0, y), b.tone(0.7))
    for sx in (-1, 1):
        for sz in (-1, 1):
            post = box(t, b.h, t, sx * (b.w - t) / 2, 0, sz * (b.d - t) / 2)
            b.add("frame", post, b.tone(0.7))
    across, along = max(4, min(24, round(b.w / _APART))), max(4, min(24, round(b.d / _APART)))
    for i in range(1, across):
        x = (i / across - 0.5) * (b.w - t)
        for z in (b.d / 2 - t / 2, t / 2 - b.d / 2):
            b.add("bars", rod((x, t, z), (x, b.h - t, z), 0.22 * t, n=6))
    for i in range(1, along):
        z = (i / along - 0.5) * (b.d - t)
        for x in (b.w / 2 - t / 2, t / 2 - b.w / 2):
            b.add("bars", rod((x, t, z), (x, b.h - t, z), 0.22 * t, n=6))
    for y in (0.35 * b.h, 0.82 * b.h):
        b.add("rails", box(b.w, 0.6 * t, t, 0, y, b.d / 2 - t / 2), b.tone(0.8))
    b.add("lock", box(2 * t, 3 * t, 1.4 * t, 0.2 * b.w, 0.4 * b.h, b.d / 2 - t / 2), b.tone(1.3))
    b.add("bunk", box(0.8 * b.w, 0.03 * b.h, 0.26 * b.d, 0, 0.17 * b.h, -0.34 * b.d), b.tone(0.6))


def pen(b: Draft) -> None:
    """Posts with three rails on four sides, a gate in the middle of the front."""
    t = min(0.1, 0.03 * b.w)
    for y in (0.25 * b.h, 0.55 * b.h, 0.85 * b.h):
        b.add("rails", box(t * 0.5, t, b.d, b.w / 2 - t / 2, y).pair())
        b.add("rails", box(b.w, t, t * 0.5, 0, y, t / 2 - b.d / 2))
        b.add("rails", box(0.36 * b.w, t, t * 0.5, 0.32 * b.w, y, b.d / 2 - t / 2).pair())
        b.add("gate", box(0.26 * b.w, t, t * 0.6, 0, y, b.d / 2 - t / 2), b.tone(1.3))
    front = b.d / 2 - t / 2
    low, high = (-0.13 * b.w, 0.25 * b.h, front), (0.13 * b.w, 0.9 * b.h, front)
    brace = rod(low, high, 0.4 * t, n=6)
    b.add("gate", brace, b.tone(1.3))
    for i in range(5):
        at = (i / 4 - 0.5) * (b.w - t)
        b.add("posts", box(t, b.h, t, at, 0, t / 2 - b.d / 2), b.tone(0.75))
        if i != 2:
            b.add("posts", box(t, b.h, t, at, 0, b.d / 2 - t / 2), b.tone(0.75))
        if 0 < i < 4:
            z = (i / 4 - 0.5) * (b.d - t)
            b.add("posts", box(t, b.h, t, b.w / 2 - t / 2, 0, z).pair(), b.tone(0.75))


def moat(b: Draft) -> None:
    """A square ring of water between two rims of stones."""
    broad = 0.13 * min(b.w, b.d)
    for s in (-1, 1):
        b.add("water", box(b.w * 0.98, 0.7 * b.h, broad, 0, 0, s * (b.d / 2 - broad / 2) * 0.98))
        b.add(
            "water", box(broad, 0.7 * b.h, (b.d - 2 * broad) * 0.99, s * (b.w - broad) / 2 * 0.98)
        )
    rim, stone = 0.012 * b.w, stuff("stone", "#8f8b84")
    for s in (-1, 1):
        b.add("rim", box(b.w, b.h, rim, 0, 0, s * (b.d - rim) / 2), stone)
        b.add("rim", box(rim, b.h, b.d - 2 * rim, s * (b.w - rim) / 2, 0, 0), stone)
        inner = b.d - 2 * broad
        b.add("rim", box(b.w - 2 * broad, b.h, rim, 0, 0, s * inner / 2), stone)
        b.add("rim", box(rim, b.h, inner - rim, s * (b.w - 2 * broad - rim) / 2, 0, 0), stone)


MODELS: dict[str, Family] = {
    "horse stall": horse_stall,
    "prison cell": prison_cell,
    "animal enclosure": pen,
    "sheep pen": pen,
    "moat": moat,
}
