"""What buildings share: windows, doors, gables, roofs. No noun of its own."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import DARK_WOOD
from consumers.greybox.mesh import Mesh
from consumers.greybox.model import Draft, stuff, toned
from consumers.greybox.solids import ball, box, prism, rod
from consumers.lexicon.words.materials import Material

PANE = Material("window", "#3f5f78", 0.12, 0.0)


SLATE = stuff("ceramic", "#5f6b76")


TRIM = stuff("wood", "#f4f1ea")


STONE = stuff("stone", "#8f8b84")


def window(
    b: Draft, x: float, y: float, z: float, w: float, h: float, yaw: float = 0.0, sill: bool = True
) -> None:
    """A framed window whose middle of the lower edge is (x, y, z) on a wall facing +Z, then yawed
    about the building's axis."""
    t = 0.06 * w
    frame = box(w, h, t * 1.6, x, y, z, bevel=t * 0.1)
    pane = box(w * 0.84, h * 0.86, t * 2.2, x, y + 0.07 * h, z, bevel=t * 0.1)
    bars = box(t, h * 0.9, t * 2.8, x, y + 0.05 * h, z) + box(
        w * 0.9, t, t * 2.8, x, y + 0.5 * h - t / 2, z
    )
    b.add("window frames", (frame + bars).yaw(yaw), TRIM)
    b.add("windows", pane.yaw(yaw), PANE)
    if sill:
        b.add("window frames", box(w * 1.16, t * 1.2, t * 4.5, x, y - t, z + t).yaw(yaw), TRIM)


def door(
    b: Draft,
    x: float,
    y: float,
    z: float,
    w: float,
    h: float,
    surface: Material = DARK_WOOD,
    yaw: float = 0.0,
) -> None:
    t = 0.08 * w
    b.add("door frame", box(w * 1.18, h * 1.07, t * 1.5, x, y, z).yaw(yaw), TRIM)
    b.add("door", box(w, h, t * 2.4, x, y, z).yaw(yaw), surface)
    for row in (0.12, 0.54):
        for s in (-1, 1):
            b.add(
                "door panels",
                box(w * 0.34, h * 0.34, t * 3.0, x + s * w * 0.22, y + row * h, z).yaw(yaw),
                surface,
            )
    b.add(
        "knob",
        ball(w * 0.05, x=x + w * 0.36, y=y + 0.46 * h, z=z + t * 1.5, detail=1).yaw(yaw),
        stuff("brass"),
    )


def gable(w: float, h: float, d: float) -> Mesh:
    """A triangular wall piece: w wide, h high, d deep, standing on the origin."""
    return prism([(-w / 2, 0), (w / 2, 0), (0, h)], d)


def gable_roof(
    b: Draft,
    w: float,
    d: float,
    y: float,
    tall: float,
    over: float,
    surface: Material,
    rows: int = 7,
) -> None:
    """Two slopes with courses of tiles over walls w by d, the ridge along z; ``over``: eaves."""
    half = w / 2 + over
    drop = tall * over / (w / 2)
    t = 0.035 * w
    for s in (-1, 1):
        for i in range(rows):
            a, c = i / rows, (i + 1.12) / rows
            x0, y0 = half * (1 - a), y - drop + (tall + drop) * a
            x1, y1 = half * (1 - min(c, 1.0)), y - drop + (tall + drop) * min(c, 1.0)
            lift = t * 0.55
            strip = [
                (x0, y0 + t),
                (x0, y0 + t + lift),
                (x1, y1 + t * 0.6 + lift * 0.2),
                (x1, y1 - 0.3 * t),
            ]
            strip = [(x0, y0), *strip[1:3], (x1, y1)]
            outline = [(s * px, py) for px, py in strip]
            tone = surface if i % 2 else surface.colored(_darker(surface.color))
            b.add(f"roof {i % 2}", prism(outline, d + 2 * over, 0.0), tone)
    ridge = rod((0, y + tall + t, -d / 2 - over), (0, y + tall + t, d / 2 + over), t * 0.9, n=8)
    b.add("ridge", ridge, surface.colored(_darker(surface.color)))


def _darker(color: str) -> str:
    return toned(color, 0.88)


def arch_panel(w: float, h: float, d: float) -> Mesh:
    """A door shape with a round top, standing on the origin."""
    top = [(w / 2 * cos(pi * i / 10), h - w / 2 + w / 2 * sin(pi * i / 10)) for i in range(11)]
    return prism([(w / 2, 0), *top, (-w / 2, 0)][::1], d)
