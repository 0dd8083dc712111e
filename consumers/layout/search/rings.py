"""Rings: places around a thing, evenly spaced and turned to it.

Around something long with sides to sit at (a table) the places lie along its edges; around anything
else on an ellipse.
"""

from __future__ import annotations

from math import atan2, cos, degrees, pi, sin, tan
from typing import NamedTuple

from consumers.layout.space.geometry import turn_point
from consumers.layout.space.traits import Item

OVER = 0.5
"""The share of a seat's width by which a row of them may be longer than the table."""


class Spot(NamedTuple):
    """A place in the target's frame: metres to its local +x and +z, and the yaw there."""

    x: float
    z: float
    yaw: float


def ring(target: Item, guest: Item, count: int, gap: float, turned: float = 0.0) -> list[Spot]:
    """``count`` places for things like ``guest``, ``gap`` metres from the target.

    ``turned``: degrees by which an ellipse is turned.
    """
    if guest.seat and target.front and target.worktop:
        return _edge(target, guest, count, gap, side=0)
    if guest.seat and target.top is not None and count <= _seats(target, guest):
        return _edges(target, guest, count, gap)
    return ellipse(target, guest, count, gap, turned)


def hub(guest: Item, count: int) -> Item:
    """An empty middle for ``count`` things to stand around, wide enough for all."""
    wide = max(0.8, count * guest.size[0] * 1.25 / 3.14159 - guest.size[2])
    return Item(guest.id, "", "", "", (wide, 0.1, wide), "floor")


def ring_width(target: Item | None, guest: Item, count: int, gap: float) -> float:
    """Metres across a ring around ``target``, or an empty middle, with all that stand in it."""
    spots = ring(target or hub(guest, count), guest, count, gap)
    return 2 * max(max(abs(s.x), abs(s.z)) for s in spots) + guest.span


def ellipse(target: Item, guest: Item, count: int, gap: float, turned: float) -> list[Spot]:
    """Evenly by angle, each as near as ``gap`` and its neighbours allow.

    What has a front or is long is turned to the middle; other things keep their right angles.
    """
    square = not (guest.front or guest.seat) and guest.span < 1.3 * min(
        guest.size[0], guest.size[2]
    )
    half_w, half_d = (0.62 * guest.span,) * 2 if square else (guest.size[0] / 2, guest.size[2] / 2)
    least = half_d + 1.04 * half_w / tan(pi / count) if count > 2 else 0.0
    spots = []
    for i in range(count):
        angle = 2 * pi * i / count + turned * pi / 180.0
        dx, dz = sin(angle), cos(angle)
        reach = max(least, _radius(target, dx, dz, half_w) + gap + half_d)
        yaw = 180.0 if square else _inwards(target, guest, dx * reach, dz * reach)
        spots.append(Spot(dx * reach, dz * reach, yaw))
    return spots


def _inwards(target: Item, guest: Item, x: float, z: float) -> float:
    """The yaw that looks to the middle; at a table, a seat looks rather to the nearest edge."""
    half_w, half_d = target.size[0] / 2, target.size[2] / 2
    long = max(half_w, half_d) >= 2 * min(half_w, half_d)
    share = 0.8 if guest.seat and target.top is not None and long else 0.0
    to_x = max(-share * half_w, min(share * half_w, x))
    to_z = max(-share * half_d, min(share * half_d, z))
    return degrees(atan2(to_x - x, to_z - z)) % 360.0


def _radius(target: Item, dx: float, dz: float, half: float) -> float:
    """How far along (dx, dz) a front edge of half width ``half`` clears the target's box."""
    box = target.size[0] / 2 * abs(dx) + target.size[2] / 2 * abs(dz)
    out_x = (target.size[0] / 2 + half * abs(dz)) / abs(dx) if abs(dx) > 1e-6 else 1e9
    out_z = (target.size[2] / 2 + half * abs(dx)) / abs(dz) if abs(dz) > 1e-6 else 1e9
    return min(box, out_x, out_z)


def _edges(target: Item, guest: Item, count: int, gap: float) -> list[Spot]:
    """Along the long sides first, then at the ends; as balanced as the count allows."""
    long_axis = 0 if target.size[0] >= target.size[2] else 1
    length = target.size[0] if long_axis == 0 else target.size[2]
    breadth = target.size[2] if long_axis == 0 else target.size[0]
    pitch = guest.size[0] + 0.08
    fit_long = max(1, int((length + 0.08 + OVER * guest.size[0]) / pitch))
    fit_end = max(1, int((breadth + 0.08) / pitch))
    if count == 4 and length < 1.35 * breadth:
        shares = [1, 1, 1, 1]
    else:
        shares = _shares(count, fit_long, fit_end)
    long_sides, ends = ((0, 2), (1, 3)) if long_axis == 0 else ((1, 3), (0, 2))
    spots: list[Spot] = []
    for side, share in zip((*long_sides, *ends), shares, strict=True):
        spots.extend(_edge(target, guest, share, gap, side))
    return spots


def _seats(target: Item, guest: Item) -> int:
    """How many can sit along the edges; none at a round table, which has no edges."""
    if target.noun == "round table":
        return 0
    pitch = guest.size[0] + 0.08
    wide, deep = target.size[0], target.size[2]
    more = OVER * guest.size[0]
    along = max(1, int((max(wide, deep) + 0.08 + more) / pitch))
    return 2 * (along + max(1, int((min(wide, deep) + 0.08) / pitch)))


def _shares(count: int, fit_long: int, fit_end: int) -> list[int]:
    """How many sit at the two long sides and the two ends."""
    ends = max(0, count - 2 * fit_long)
    if count >= 6 and fit_end and count % 2 == 0 and (count - 2) // 2 <= fit_long:
        ends = max(ends, 2)
    elif count % 2 and count > 1:
        ends = max(ends, 1)
    ends = min(ends, 2 * fit_end)
    long = count - ends
    return [(long + 1) // 2, long // 2, (ends + 1) // 2, ends // 2]


def _edge(target: Item, guest: Item, count: int, gap: float, side: int) -> list[Spot]:
    """``count`` places at one side: 0 = front (+z), 1 = right (+x), 2 = back, 3 = left."""
    length = target.size[0] if side % 2 == 0 else target.size[2]
    out = target.size[2] if side % 2 == 0 else target.size[0]
    reach = out / 2 + gap + guest.size[2] / 2
    pitch = max(length / max(count, 1), guest.size[0] + 0.02)
    yaw = (side * 90.0 + 180.0) % 360.0
    spots = []
    for i in range(count):
        x, z = turn_point((i - (count - 1) / 2) * pitch, reach, side * 90.0)
        spots.append(Spot(x, z, yaw))
    return spots
