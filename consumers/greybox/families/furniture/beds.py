"""Things to sleep and lie in or on: beds, cots, cushions, blankets."""

from __future__ import annotations

import numpy as np

from consumers.greybox.families.furniture.joinery import square_legs
from consumers.greybox.mesh import Floats
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, rod, soft

LINEN = stuff("cotton", "#f4f1ea")


WOOD = stuff("wood", "#8a5a34")


def bed(b: Draft) -> None:
    """The bedding takes the main colour; head and frame are wood."""
    top, t = 0.55 * b.h, 0.045 * b.w
    board = 0.04 * b.d
    front = -b.d / 2 + board
    b.add(
        "headboard", soft(b.w, b.h * 0.9, board, 0, 0.1 * b.h, front - board / 2, board * 0.4), WOOD
    )
    b.add("frame", box(b.w * 0.98, 0.2 * b.h, b.d - board, 0, 0.14 * b.h, board / 2), WOOD)
    b.add("frame", square_legs(b.w * 0.98, b.d * 0.98, 0.16 * b.h, t, 0.8), WOOD)
    long = b.d - board * 1.4
    z = b.d / 2 - long / 2 - board * 0.2
    b.add("mattress", soft(b.w * 0.95, 0.22 * b.h, long, 0, 0.3 * b.h, z, 0.07 * b.h), LINEN)
    cover = soft(b.w * 0.99, 0.19 * b.h, long * 0.7, 0, top - 0.19 * b.h, 0, 0.07 * b.h, 0.02)
    b.add("duvet", cover.move(0, 0, b.d / 2 - long * 0.35 - board * 0.1))
    fold = soft(
        b.w * 0.995, 0.11 * b.h, long * 0.13, 0, top - 0.1 * b.h, b.d / 2 - long * 0.72, 0.05 * b.h
    )
    b.add("fold", fold, b.tone(1.4))
    count = 2 if b.w > 1.2 else 1
    share = b.w * 0.9 / count
    for i in range(count):
        x = (i + 0.5 - count / 2) * share
        pillow = soft(share * 0.86, 0.17 * b.h, long * 0.2, 0, 0, 0, 0.08 * b.h, 0.15).pitch(14)
        b.add("pillows", pillow.move(x, 0.52 * b.h, front + long * 0.12), LINEN)


def bunk_bed(b: Draft) -> None:
    t = 0.07 * b.w
    for sx in (-1, 1):
        for sz in (-1, 1):
            b.add("posts", box(t, b.h, t, sx * (b.w - t) / 2, 0, sz * (b.d - t) / 2))
    sheets = ("#5b86b5", "#d98a5a")
    for level, color in zip((0.16, 0.68), sheets, strict=True):
        y = level * b.h
        b.add("frames", box(b.w - t, 0.06 * b.h, b.d - t, 0, y))
        pad = soft(b.w * 0.88, 0.075 * b.h, b.d * 0.92, 0, y + 0.045 * b.h, 0, 0.03 * b.h)
        b.add("mattresses", pad, LINEN)
        cover = soft(b.w * 0.9, 0.06 * b.h, b.d * 0.62, 0, y + 0.068 * b.h, b.d * 0.14, 0.025 * b.h)
        b.add(f"blanket {color}", cover, stuff("fabric", color))
        pillow = soft(
            b.w * 0.56, 0.05 * b.h, b.d * 0.15, 0, y + 0.11 * b.h, -b.d * 0.36, 0.024 * b.h, 0.1
        )
        b.add("pillows", pillow, stuff("cotton", "#ffffff"))
    for s in (-1, 1):
        for y in (0.84, 0.93):
            b.add("rails", box(t * 0.4, 0.035 * b.h, b.d - t, s * (b.w - t) / 2, y * b.h))
            b.add("rails", box(b.w - t, 0.035 * b.h, t * 0.4, 0, y * b.h, s * (b.d - t) / 2))
    for x in (0.1, 0.4):
        b.add(
            "ladder", rod((x * b.w, 0, b.d * 0.475), (x * b.w, b.h * 0.94, b.d * 0.475), t * 0.35)
        )
    for i in range(5):
        y = b.h * (0.14 + 0.14 * i)
        b.add("ladder", rod((0.1 * b.w, y, b.d * 0.475), (0.4 * b.w, y, b.d * 0.475), t * 0.3, n=8))


def crib(b: Draft) -> None:
    t = 0.06 * b.w
    for sx in (-1, 1):
        for sz in (-1, 1):
            b.add("posts", box(t, b.h, t, sx * (b.w - t) / 2, 0, sz * (b.d - t) / 2))
    low, high = 0.3 * b.h, 0.88 * b.h
    b.add("base", box(b.w - t, 0.05 * b.h, b.d - t, 0, low))
    mattress = soft(b.w - 2 * t, 0.12 * b.h, b.d - 2 * t, 0, low + 0.04 * b.h, 0, 0.04 * b.h)
    b.add("mattress", mattress, stuff("cotton", "#a9d3ef"))
    pillow = soft(
        b.w * 0.5, 0.09 * b.h, b.d * 0.16, 0, low + 0.15 * b.h, -b.d * 0.33, 0.04 * b.h, 0.1
    )
    b.add("pillow", pillow, LINEN)
    for s in (-1, 1):
        x, z = s * (b.w - t) / 2, s * (b.d - t) / 2
        b.add("rails", box(t * 0.7, 0.06 * b.h, b.d - t, x, high))
        b.add("rails", box(b.w - t, 0.06 * b.h, t * 0.7, 0, high, z))
        for i in range(13):
            b.add("bars", cylinder(t * 0.18, high - low, x, low, (i - 6) * b.d * 0.07, n=6))
        for i in range(7):
            b.add("bars", cylinder(t * 0.18, high - low, (i - 3) * b.w * 0.12, low, z, n=6))


def cushion(b: Draft) -> None:
    """A stuffed square: plump in the middle, thin and a little drawn in along the sides."""
    plump = ball(1.0, detail=3)

    def square(v: Floats) -> Floats:
        reach = np.abs(v[:, [0, 2]])
        far = np.maximum((reach**4.5).sum(axis=1) ** (1 / 4.5), 1e-9)
        length = np.hypot(v[:, 0], v[:, 2])
        v[:, [0, 2]] *= (length / far)[:, None] ** 0.85
        return v

    b.add("cushion", plump.warp(square).scale(b.w / 2, b.h / 2, b.d / 2).move(0, b.h / 2))
    b.add("button", ball(0.04 * b.w, 0.03 * b.h, 0.04 * b.w, 0, 0.985 * b.h, 0), b.tone(0.7))


def blanket(b: Draft) -> None:
    for i in range(4):
        y, shift = i * b.h * 0.245, b.rng.uniform(-0.02, 0.02) * b.w
        size = 0.97 if i % 2 else 1.0
        layer = soft(b.w * size, b.h * 0.27, b.d * size, shift, y, shift, 0.13 * b.h)
        b.add("folds", layer, crease=60)
    for x in (-0.3, 0.3):
        stripe = soft(b.w * 0.1, b.h * 1.01, b.d * 1.005, x * b.w, 0, 0, 0.12 * b.h)
        b.add("stripes", stripe, b.tone(1.5))


def tablecloth(b: Draft) -> None:
    """Spread flat, a paler field within its hem."""
    b.add("cloth", soft(b.w, 0.7 * b.h, b.d, 0, 0, 0, 0.3 * b.h))
    b.add(
        "field", soft(0.88 * b.w, 0.4 * b.h, 0.84 * b.d, 0, 0.6 * b.h, 0, 0.15 * b.h), b.tone(1.4)
    )


MODELS: dict[str, Family] = {
    "bed": bed,
    "bunk bed": bunk_bed,
    "crib": crib,
    "cushion": cushion,
    "blanket": blanket,
    "tablecloth": tablecloth,
}
