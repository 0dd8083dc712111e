"""Chess, dice and doll houses."""

from __future__ import annotations

from consumers.greybox.families.buildings.fittings import door, gable, gable_roof, window
from consumers.greybox.families.buildings.homes import TILES
from consumers.greybox.families.furniture.joinery import DARK_WOOD
from consumers.greybox.families.play.toy_parts import CREAM
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, disc, soft
from consumers.greybox.sweeps import lathe


def chess_board(b: Draft) -> None:
    board = 0.3 * b.h
    b.add("board", box(b.w, board, b.d))
    cell = 0.88 * b.w / 8
    deep = 0.88 * b.d / 8
    for i in range(8):
        for k in range(8):
            if (i + k) % 2 == 0:
                b.add(
                    "light squares",
                    box(
                        cell * 0.98,
                        board * 1.04,
                        deep * 0.98,
                        (i - 3.5) * cell,
                        0,
                        (k - 3.5) * deep,
                        bevel=0.001,
                    ),
                    CREAM,
                )
    for color, rows in (("#efe4cc", (3, 2)), ("#2b2320", (-4, -3))):
        for row, back in zip(rows, (True, False), strict=True):
            for i in range(8):
                kind = (2, 1, 1, 4, 5, 1, 1, 2)[i] if back else 0
                _piece(
                    b, (i - 3.5) * cell, board, (row + 0.5) * deep, cell, b.h - board, kind, color
                )


def _piece(
    b: Draft, x: float, y: float, z: float, cell: float, tall: float, kind: int, color: str
) -> None:
    top = (0.48, 0.74, 0.58, 0.0, 0.94, 1.0)[kind]
    r = 0.33 * cell
    body = [
        (r, 0),
        (r, 0.08 * tall),
        (0.5 * r, 0.2 * tall),
        (0.34 * r, top * 0.66 * tall),
        (0.62 * r, top * 0.72 * tall),
    ]
    head = (
        [(0.66 * r, top * 0.98 * tall), (0.5 * r, top * tall)]
        if kind == 2
        else [
            (0.3 * r, top * 0.76 * tall),
            (0.52 * r, top * 0.86 * tall),
            (0.3 * r, top * 0.97 * tall),
            (0, top * tall),
        ]
    )
    b.add(f"pieces {color}", lathe([*body, *head], x, y, z, 8), stuff("wood", color))


def doll_house(b: Draft) -> None:
    w, d = b.w * 0.9, b.d * 0.86
    wall = 0.6 * b.h
    b.add("base", box(b.w, 0.03 * b.h, b.d), stuff("wood", "#7fae6a"))
    b.add("walls", box(w, wall, d, 0, 0.03 * b.h))
    tall = 0.32 * b.h
    b.add("walls", gable(w, tall, d * 0.99).move(0, wall + 0.025 * b.h))
    gable_roof(b, w, d, wall + 0.03 * b.h, tall, 0.045 * b.w, TILES.colored("#b5607a"), 6)
    z = d / 2
    door(b, 0, 0.03 * b.h, z, 0.15 * w, 0.24 * b.h, stuff("wood", "#5b86b5"))
    for x in (-0.3, 0.3):
        window(b, x * w, 0.1 * b.h, z, 0.18 * w, 0.15 * b.h)
        window(b, x * w, 0.38 * b.h, z, 0.18 * w, 0.15 * b.h)
        b.add(
            "flower boxes",
            box(0.2 * w, 0.025 * b.h, 0.05 * d, x * w, 0.07 * b.h, z + 0.03 * d),
            DARK_WOOD,
        )
        for k in range(4):
            b.add(
                "flowers",
                ball(
                    0.018 * w,
                    x=x * w + (k - 1.5) * 0.045 * w,
                    y=0.105 * b.h,
                    z=z + 0.03 * d,
                    detail=1,
                ),
                stuff("plant", "#e04f7a"),
            )
    window(b, 0, 0.38 * b.h, z, 0.16 * w, 0.15 * b.h)
    b.add("band", box(w * 1.01, 0.018 * b.h, d * 1.01, 0, 0.32 * b.h), stuff("wood", "#ffffff"))
    b.add(
        "attic",
        disc(0.07 * w, 0.04 * d, 0, wall + 0.12 * b.h, z, 22),
        stuff("glass", "#5f86a0").colored("#3f5f78"),
    )
    b.add(
        "chimney",
        box(0.08 * w, 0.2 * b.h, 0.12 * d, 0.26 * w, 0.76 * b.h, -0.1 * d),
        stuff("brick", "#b5607a"),
    )


def dice(b: Draft) -> None:
    s = min(b.w, b.h, b.d)
    b.add("die", soft(s, s, s, r=0.16 * s))
    spots = {
        1: [(0, 0)],
        2: [(-1, -1), (1, 1)],
        3: [(-1, -1), (0, 0), (1, 1)],
        4: [(-1, -1), (-1, 1), (1, -1), (1, 1)],
        5: [(-1, -1), (-1, 1), (0, 0), (1, -1), (1, 1)],
        6: [(-1, -1), (-1, 0), (-1, 1), (1, -1), (1, 0), (1, 1)],
    }
    for value, (pitch, yaw) in {
        1: (-90.0, 0.0),
        6: (90.0, 0.0),
        2: (0.0, 0.0),
        5: (0.0, 180.0),
        3: (0.0, 90.0),
        4: (0.0, -90.0),
    }.items():
        for x, y in spots[value]:
            pip = ball(
                0.085 * s, 0.085 * s, 0.012 * s, x * 0.25 * s, y * 0.25 * s, 0.492 * s, detail=1
            )
            b.add("pips", pip.pitch(pitch).yaw(yaw).move(0, s / 2), stuff("plastic", "#1c1a1a"))


MODELS: dict[str, Family] = {
    "chess board": chess_board,
    "doll house": doll_house,
    "dice": dice,
}
