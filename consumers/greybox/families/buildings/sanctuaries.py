"""Churches and temples."""

from __future__ import annotations

from consumers.greybox.families.buildings.fittings import (
    PANE,
    SLATE,
    STONE,
    arch_panel,
    gable,
    gable_roof,
)
from consumers.greybox.families.furniture.joinery import DARK_METAL, DARK_WOOD
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import box, cylinder, disc, prism
from consumers.greybox.sweeps import lathe
from consumers.lexicon.words.materials import Material


def church(b: Draft) -> None:
    w, d = b.w * 0.72, b.d * 0.72
    wall = 0.3 * b.h
    z0 = -b.d / 2 + d / 2 + 0.02 * b.d
    nave = Draft(b.w, b.h, b.d, b.main, b.rng)
    gable_roof(nave, w, d, wall, 0.22 * b.h, 0.03 * b.w, SLATE, 6)
    for name, meshes in nave.pieces.items():
        for mesh in meshes:
            b.add(name, mesh.move(0, 0, z0), nave.looks[name][0])
    b.add("walls", box(w, wall, d, 0, 0, z0))
    b.add("walls", gable(w, 0.215 * b.h, d * 0.99).move(0, wall, z0))
    t = 0.36 * b.w
    zt = z0 + d / 2 + t * 0.3
    b.add("tower", box(t, 0.6 * b.h, t, 0, 0, zt), b.tone(0.97))
    b.add(
        "tower trim",
        box(t * 1.08, 0.02 * b.h, t * 1.08, 0, 0.59 * b.h, zt)
        + box(t * 1.05, 0.015 * b.h, t * 1.05, 0, 0.4 * b.h, zt),
        STONE,
    )
    spire = lathe([(t * 0.74, 0.61 * b.h), (t * 0.36, 0.76 * b.h), (0, 0.95 * b.h)], n=4).yaw(45)
    b.add("spire", spire.move(0, 0, zt), SLATE, 20)
    b.add(
        "cross",
        box(0.02 * b.w, 0.07 * b.h, 0.02 * b.w, 0, 0.93 * b.h, zt)
        + box(0.08 * b.w, 0.013 * b.h, 0.02 * b.w, 0, 0.965 * b.h, zt),
        stuff("gold"),
    )
    b.add(
        "door", arch_panel(0.16 * b.w, 0.15 * b.h, 0.06 * b.d).move(0, 0, zt + t * 0.46), DARK_WOOD
    )
    _church_details(b, d, t, w, wall, z0, zt)


def _church_details(
    b: Draft, d: float, t: float, w: float, wall: float, z0: float, zt: float
) -> None:
    b.add(
        "clock", disc(0.09 * b.w, 0.04 * b.d, 0, 0.35 * b.h, zt + t * 0.48, 20), stuff("porcelain")
    )
    b.add(
        "clock hands",
        box(0.012 * b.w, 0.03 * b.h, 0.05 * b.d, 0, 0.35 * b.h, zt + t * 0.48)
        + box(0.05 * b.w, 0.006 * b.h, 0.05 * b.d, 0.02 * b.w, 0.348 * b.h, zt + t * 0.48),
        DARK_METAL,
    )
    for yaw in (0, 90, 180, 270):
        b.add(
            "belfry",
            arch_panel(t * 0.4, 0.12 * b.h, 0.02 * b.d)
            .move(0, 0.44 * b.h, t * 0.5)
            .yaw(yaw)
            .move(0, 0, zt),
            PANE,
        )
    for s in (-1, 1):
        for i in range(4):
            at = z0 + (i - 1.5) * d * 0.22
            b.add(
                "windows",
                arch_panel(0.09 * d, 0.17 * b.h, 0.02 * b.w)
                .yaw(90)
                .move(s * w / 2, 0.08 * b.h, at),
                Material("stained glass", "#5a78b0", 0.2, 0.0),
            )
            b.add(
                "buttresses",
                box(
                    0.05 * b.w, wall * 0.85, 0.04 * b.d, s * (w / 2 + 0.02 * b.w), 0, at + d * 0.11
                ),
                STONE,
            )


def temple(b: Draft) -> None:
    for i in range(3):
        k = 1 - 0.05 * i
        b.add("steps", box(b.w * k, 0.05 * b.h, b.d * k, 0, 0.05 * b.h * i), b.tone(0.92))
    y, top = 0.15 * b.h, 0.68 * b.h
    b.add("cella", box(b.w * 0.56, top - y, b.d * 0.66, 0, y), b.tone(0.85))
    b.add("door", box(b.w * 0.16, (top - y) * 0.7, 0.02 * b.d, 0, y, b.d * 0.33), DARK_WOOD)
    r = 0.036 * b.w
    for s in (-1, 1):
        for i in range(6):
            _column(b, (i - 2.5) * b.w * 0.16, y, s * b.d * 0.415, r, top - y)
        for i in range(6):
            _column(b, s * b.w * 0.4, y, (i - 2.5) * b.d * 0.125, r, top - y)
    b.add("entablature", box(b.w * 0.9, 0.1 * b.h, b.d * 0.9, 0, top))
    roof = prism([(-b.w * 0.48, 0), (b.w * 0.48, 0), (0, 0.22 * b.h)], b.d * 0.93, 0.0)
    b.add("pediment", roof.move(0, 0.78 * b.h), b.tone(0.95))
    for s in (-1, 1):
        b.add(
            "relief",
            prism([(-b.w * 0.36, 0), (b.w * 0.36, 0), (0, 0.15 * b.h)], 0.02 * b.d).move(
                0, 0.805 * b.h, s * b.d * 0.46
            ),
            b.tone(0.8),
        )


def _column(b: Draft, x: float, y: float, z: float, r: float, h: float) -> None:
    b.add("columns", cylinder(r, h * 0.9, x, y + 0.04 * h, z, top=r * 0.84, n=12))
    b.add(
        "capitals",
        box(r * 2.6, h * 0.05, r * 2.6, x, y, z)
        + box(r * 2.5, h * 0.06, r * 2.5, x, y + h * 0.94, z),
    )


MODELS: dict[str, Family] = {
    "church": church,
    "temple": temple,
}
