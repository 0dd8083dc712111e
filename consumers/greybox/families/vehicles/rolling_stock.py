"""What a locomotive pulls: carriages for people, wagons for goods."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import DARK_METAL, STEEL
from consumers.greybox.families.vehicles.craft_parts import PANE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, box, soft

_WINDOW = 1.5
"""Metres of a full-sized carriage's side to a window."""
_SIZED = 2.9
"""Metres: how wide full-sized carriages are."""


def railway_carriage(b: Draft) -> None:
    """A long body with a row of windows, doors at its ends, a rounded roof, two bogies."""
    low, roof = 0.24 * b.h, 0.84 * b.h
    long = 0.97 * b.d
    b.add("body", box(0.94 * b.w, roof - low, long, 0, low))
    b.add(
        "band", box(0.96 * b.w, 0.05 * b.h, 0.975 * b.d, 0, 0.46 * b.h), stuff("paint", "#efe6d0")
    )
    b.add("roof", soft(b.w, b.h - roof + 0.06 * b.h, b.d, 0, roof - 0.06 * b.h, 0, 0.05 * b.h),
          stuff("metal", "#6b7278"))  # fmt: skip
    count = max(3, min(14, round(long / (_WINDOW * b.w / _SIZED)) - 2))
    step = 0.8 * long / count
    for i in range(count):
        z = (i + 0.5 - count / 2) * step
        b.add("windows", box(0.965 * b.w, 0.2 * b.h, 0.7 * step, 0, 0.55 * b.h, z), PANE)
    b.add("end doors", box(0.3 * b.w, 0.48 * b.h, b.d, 0, 0.28 * b.h), b.tone(0.6))
    for s in (-1, 1):
        z = s * 0.44 * long
        b.add("doors", box(0.96 * b.w, 0.5 * b.h, 0.05 * long, 0, 0.28 * b.h, z), b.tone(0.75))
        _bogie(b, s * 0.32 * long)


def freight_wagon(b: Draft) -> None:
    """An open box of boards on a frame, filled to the brim, on two bogies."""
    low, long = 0.34 * b.h, 0.97 * b.d
    b.add("frame", box(0.8 * b.w, 0.1 * b.h, b.d, 0, low - 0.1 * b.h), DARK_METAL)
    b.add("boards", box(0.94 * b.w, 0.62 * b.h, long, 0, low))
    count = 8
    for i in range(count):
        z = (i + 0.5 - count / 2) * long / count
        b.add("ribs", box(b.w, 0.64 * b.h, 0.02 * b.d, 0, low, z), b.tone(0.7))
    b.add("load", soft(0.84 * b.w, 0.12 * b.h, 0.92 * long, 0, 0.88 * b.h, 0, 0.05 * b.h),
          stuff("stone", "#3a3a3c"))  # fmt: skip
    for s in (-1, 1):
        _bogie(b, s * 0.3 * long)


def _bogie(b: Draft, z: float) -> None:
    """Two pairs of wheels in a frame, as far apart as the wheels are wide and a half."""
    r = 0.11 * b.h
    b.add("bogies", box(0.74 * b.w, 0.08 * b.h, 0.1 * b.d + 3 * r, 0, 0.14 * b.h, z), DARK_METAL)
    for s in (-1, 1):
        at = z + s * (0.03 * b.d + r)
        b.add("wheels", axle(r, 0.06 * b.w, 0.36 * b.w, r, at, 18).pair(), STEEL)


MODELS: dict[str, Family] = {
    "railway carriage": railway_carriage,
    "freight wagon": freight_wagon,
}
