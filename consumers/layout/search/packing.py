"""Packing a full table top: things in rows, closest together, when placing one by one has failed.

Shelf packing (first fit by decreasing depth), each thing with its long side across or along. Pure:
sizes in, centres out, in the frame of the surface; metres.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from consumers.layout.space.traits import OVERHANG

GAPS = (0.01, 0.0)
"""Metres between neighbours, the first that leaves room for all; in the end they touch."""

Region = tuple[float, float, float, float]
"""x from, to, z from, to."""


class Packed(NamedTuple):
    """A place in the surface's frame: the centre, and whether it is turned by a right angle."""

    x: float
    z: float
    turned: bool


def packed(
    region: Region, sizes: Sequence[tuple[float, float]], overhang: float = OVERHANG
) -> list[Packed] | None:
    """A place for each (width, depth), or None where no arrangement of rows has been found.

    ``overhang``: the share of a side that may stick out; 0 for what has walls.
    """
    wide, deep = region[1] - region[0], region[3] - region[2]
    for gap, across, swapped in product(GAPS, (True, False), (False, True)):
        space = (deep, wide) if swapped else (wide, deep)
        found = _rows(space, sizes, across, gap, overhang)
        if found is not None:
            return [_in_region(region, p, swapped) for p in found]
    return None


def _drawn_in(side: float, space: float, overhang: float) -> float:
    """What a side takes of the surface: what is a little longer sticks out at both ends."""
    return space if space < side and side - space <= overhang * side else side


def _in_region(region: Region, place: Packed, swapped: bool) -> Packed:
    x, z, turned = place
    if swapped:
        x, z, turned = z, x, not turned
    return Packed(region[0] + x, region[2] + z, turned)


def _rows(
    space: tuple[float, float],
    sizes: Sequence[tuple[float, float]],
    across: bool,
    gap: float,
    overhang: float,
) -> list[Packed] | None:
    """Centres from the corner (0, 0), row after row; ``across``: long sides lie along the rows."""
    turned = [(w < d) == across and w != d for w, d in sizes]
    sides = [(d, w) if t else (w, d) for (w, d), t in zip(sizes, turned, strict=True)]
    sides = [(_drawn_in(w, space[0], overhang), _drawn_in(d, space[1], overhang)) for w, d in sides]
    rows: list[list[float]] = []  # of each: where it begins, its depth, how much is taken
    places: dict[int, Packed] = {}
    for i in sorted(range(len(sides)), key=lambda i: (-sides[i][1], -sides[i][0], i)):
        width, depth = sides[i]
        wide = [r for r in rows if r[2] + width <= space[0] + 1e-9]
        row = next((r for r in wide if depth <= r[1] + 1e-9), None)
        if row is None:
            begin = rows[-1][0] + rows[-1][1] + gap if rows else 0.0
            if begin + depth > space[1] + 1e-9 or width > space[0] + 1e-9:
                return None
            row = [begin, depth, 0.0]
            rows.append(row)
        places[i] = Packed(row[2] + width / 2, row[0] + depth / 2, turned[i])
        row[2] += width + gap
    return [places[i] for i in range(len(sides))]
