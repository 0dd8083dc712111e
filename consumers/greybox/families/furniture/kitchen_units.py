"""What stands in a kitchen's run of units, besides the cabinets of ``cupboards``."""

from __future__ import annotations

from consumers.greybox.families.furniture.bathroom import CHROME, tap
from consumers.greybox.families.furniture.joinery import fronts
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import box, cylinder


def kitchen_sink(b: Draft) -> None:
    """A base unit with a worktop, a steel basin let into it, and a tap behind the basin."""
    high = 0.79 * b.h
    foot, top, rim = 0.1 * high, 0.045 * high, 0.02 * b.w
    b.add("plinth", box(b.w * 0.96, foot, b.d * 0.84), b.tone(0.6))
    b.add("body", box(b.w, high - foot - top, b.d * 0.94, 0, foot, -0.02 * b.d))
    fronts(b, 2, 1, b.w * 0.98, high * 0.82, foot * 1.1, b.d * 0.45, "bar", tone=1.1)
    stone = stuff("stone", "#cfc9bd")
    wide, deep, z = 0.66 * b.w, 0.62 * b.d, 0.04 * b.d
    y = high - top
    for s in (-1, 1):
        side = (b.w - wide) / 2
        b.add("worktop", box(side, top, b.d, s * (b.w - side) / 2, y), stone)
    front, back = (b.d - deep) / 2 - z, (b.d - deep) / 2 + z
    b.add("worktop", box(wide, top, front, 0, y, (b.d - front) / 2), stone)
    b.add("worktop", box(wide, top, back, 0, y, (back - b.d) / 2), stone)
    steel = stuff("metal", "#b9bec4")
    for s in (-1, 1):
        b.add("rim", box(rim, 0.4 * top, deep, s * (wide - rim) / 2, high - 0.3 * top, z), steel)
        b.add(
            "rim", box(wide, 0.4 * top, rim, 0, high - 0.3 * top, z + s * (deep - rim) / 2), steel
        )
    b.add("basin", box(wide, 0.3 * top, deep, 0, y, z), steel)
    b.add("drain", cylinder(0.05 * b.w, 0.1 * top, 0, y + 0.3 * top, z), CHROME)
    tap(b, 0, high - 0.1 * top, z - 0.56 * deep, b.h - high)


MODELS: dict[str, Family] = {
    "kitchen sink": kitchen_sink,
}
