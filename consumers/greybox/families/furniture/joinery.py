"""What furniture shares: legs, drawer fronts, doors, knobs. No noun of its own."""

from __future__ import annotations

from consumers.greybox.mesh import Mesh, join
from consumers.greybox.model import Draft, stuff
from consumers.greybox.solids import ball, box, rod
from consumers.lexicon.words.materials import Material

STEEL = stuff("steel")


DARK_METAL = stuff("metal", "#3a3f45")


DARK_WOOD = stuff("wood", "#5c3d26")


BRASS = stuff("brass")


BLACK = stuff("plastic", "#1b1d20")


GREY = stuff("plastic", "#8c9196")


WHITE = stuff("plastic", "#f2f2ee")


GLASS = stuff("glass")


SCREEN = Material("screen", "#1a2633", roughness=0.12, metallic=0.0)


def square_legs(w: float, d: float, h: float, t: float, taper: float = 0.65) -> Mesh:
    """Four square legs of thickness ``t`` whose outsides stand on a w by d rectangle."""
    legs = []
    for sx in (-1, 1):
        for sz in (-1, 1):
            leg = box(t, h, t, bevel=t * 0.12)
            leg.vertices[:, 0] *= taper + (1 - taper) * leg.vertices[:, 1] / h
            leg.vertices[:, 2] *= taper + (1 - taper) * leg.vertices[:, 1] / h
            legs.append(leg.move(sx * (w - t) / 2, 0, sz * (d - t) / 2))
    return join(legs)


def round_legs(w: float, d: float, h: float, r: float, splay: float = 0.0) -> Mesh:
    """Four round legs that taper downward; ``splay``: how far the feet stand out, in metres."""
    legs = []
    for sx in (-1, 1):
        for sz in (-1, 1):
            top = (sx * (w / 2 - r - splay), h, sz * (d / 2 - r - splay))
            foot = (sx * (w / 2 - r), r * 0.2, sz * (d / 2 - r))
            legs.append(rod(foot, top, r * 0.65, r))
    return join(legs)


def fronts(
    b: Draft,
    columns: int,
    rows: int,
    w: float,
    h: float,
    y: float,
    z: float,
    handle: str = "knob",
    gap: float = 0.012,
    x: float = 0.0,
    tone: float = 1.12,
) -> None:
    """A grid of drawer or door fronts on the plane ``z``, each with a handle."""
    cell_w, cell_h = w / columns, h / rows
    gap = min(gap, 0.12 * min(cell_w, cell_h))
    thick = min(0.02, 0.05 * b.d + 0.004)
    for i in range(columns):
        for j in range(rows):
            cx, cy = x - w / 2 + cell_w * (i + 0.5), y + cell_h * j
            front = box(cell_w - gap, cell_h - gap, thick, cx, cy + gap / 2, z, bevel=0.004)
            b.add("fronts", front, b.tone(tone))
            size = 0.018 * max(0.4, min(cell_w, cell_h) / 0.35) ** 0.5
            side = 1 if i < columns / 2 else -1
            if columns == 1:
                side = -1
            hz = z + thick / 2 + size * 0.5
            if handle == "knob":
                b.add("handles", ball(size, x=cx, y=cy + cell_h / 2, z=hz, detail=1), BRASS)
            elif handle == "bar":
                bar = box(cell_w * 0.36, size * 0.6, size * 0.8, cx, cy + cell_h * 0.72, hz)
                b.add("handles", bar, STEEL)
            elif handle == "door":
                hx = cx + side * (cell_w / 2 - 0.07 * cell_w - size)
                bar = box(size * 0.7, cell_h * 0.16, size * 0.9, hx, cy + cell_h * 0.45, hz)
                b.add("handles", bar, BRASS)
