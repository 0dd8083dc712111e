"""Where a camera stands so that boxes fill its view. Pure.

Canonical frame, metres. People look at a scene from its open front, which is at -Z; a thing whose
yaw is 0 faces +Z.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from schemas.edits import SceneItem
from schemas.model import Vec3

FIELD_OF_VIEW = 50.0
"""Degrees, of the narrower side of the picture."""
ROOM = 1.1
"""So much more than the sphere around the boxes is in view."""
_DOWN = 0.35
"""How far a camera at a side is above what it looks at, in parts of its way there."""


def framed(items: Sequence[SceneItem], side: str) -> tuple[Vec3, Vec3]:
    """The camera's position and its target, the middle of ``items``, of which there is one.

    ``side``: "above", "below", "front", "back", "left", "right"; the front of one thing is where
    it faces, that of several is the scene's.
    """
    low, high = _bounds(items)
    middle = [(a + b) / 2 for a, b in zip(low, high, strict=True)]
    radius = max(0.05, math.dist(low, high) / 2)
    away = ROOM * radius / math.sin(math.radians(FIELD_OF_VIEW / 2))
    x, y, z = _direction(side, items[0].yaw if len(items) == 1 else 180.0)
    position = [c + away * d for c, d in zip(middle, (x, y, z), strict=True)]
    return _point(position), _point(middle)


def _bounds(items: Sequence[SceneItem]) -> tuple[list[float], list[float]]:
    lows, highs = [], []
    for item in items:
        turn = math.radians(item.yaw)
        cos, sin = abs(math.cos(turn)), abs(math.sin(turn))
        width, height, depth = item.size
        half = ((width * cos + depth * sin) / 2, (width * sin + depth * cos) / 2)
        at = item.position
        lows.append((at.x - half[0], at.y, at.z - half[1]))
        highs.append((at.x + half[0], at.y + height, at.z + half[1]))
    return [min(c) for c in zip(*lows, strict=True)], [max(c) for c in zip(*highs, strict=True)]


def _direction(side: str, yaw: float) -> tuple[float, float, float]:
    """From the target to the camera, of length 1; never straight up, where up has no meaning."""
    if side in ("above", "below"):
        up, back = (0.999, -0.0447) if side == "above" else (-0.999, -0.0447)
        return (0.0, up, back)
    turns = {"front": 0.0, "back": 180.0, "left": 90.0, "right": -90.0}
    angle = math.radians(yaw + turns[side])
    length = math.hypot(1.0, _DOWN)
    return (math.sin(angle) / length, _DOWN / length, math.cos(angle) / length)


def _point(at: Sequence[float]) -> Vec3:
    x, y, z = (round(c, 4) + 0.0 for c in at)
    return Vec3(x=x, y=y, z=z)
