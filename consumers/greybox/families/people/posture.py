"""Standing figures made to sit cross-legged: knees to the sides, hands towards them.

Works on the parts that ``figure`` draws at height 1, by their names; robes are spread over the
legs, and what is held in the hands is lowered with them. No noun of its own.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from consumers.greybox.mesh import Floats, Mesh
from consumers.greybox.model import Part

LEGS = frozenset({"legs", "shoes", "knees", "feet"})
ARMS = frozenset({"sleeves", "hands", "arms"})

SEAT = 0.06
"""Height of the hips of who sits, a thigh's radius above the ground."""

HIP, KNEE, FOOT = np.array([0.05, SEAT, 0.02]), np.array([0.18, SEAT, 0.17]), np.array(
    [-0.02, 0.035, 0.2])  # fmt: skip
"""Where the middle of a right leg runs."""

BEND = np.radians(65.0)
"""By how much the forearm is lifted forward."""

ELBOW = 0.15
"""Height of the elbow above the hips."""

HELD_AT, TALLEST = 0.12, 0.6
"""From how far aside a thing is held, and how high it is at most, so that it reaches the ground."""

UP = np.array([0.0, 1.0, 0.0])


def seated(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of a standing figure as of one that sits; unchanged where there are no legs."""
    legs = next((p for p in parts if p.name == "legs"), None)
    if legs is None:
        return parts
    hip = float(legs.mesh.vertices[:, 1].max()) - 0.02
    return tuple(
        replace(p, mesh=Mesh(_bent(p.name, p.mesh.vertices, hip), p.mesh.faces)) for p in parts
    )


def laid(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of a standing figure lying on its back, its head to the back (-Z)."""
    return tuple(
        replace(p, mesh=Mesh(p.mesh.vertices[:, [0, 2, 1]] * (1.0, 1.0, -1.0), p.mesh.faces))
        for p in parts
    )


def _bent(name: str, points: Floats, hip: float) -> Floats:
    if name in LEGS:
        return _leg(points, hip)
    if name in ARMS:
        return _arm(points, hip)
    if points[:, 1].min() >= hip - 0.03:
        return points - UP * (hip - SEAT)
    if np.abs(points[:, 0]).min() >= HELD_AT:
        return _held(points)
    return _spread(points, hip)


def _leg(points: Floats, hip: float) -> Floats:
    """Along the thigh to the side, and back along the shin; what was the front of a leg is up."""
    side = np.where(points[:, 0] < 0.0, -1.0, 1.0)
    share = np.clip((hip - points[:, 1]) / hip, 0.0, 1.0)
    first, second = KNEE - HIP, FOOT - KNEE
    down = (2.0 * share)[:, None]
    middle = np.where(down < 1.0, HIP + first * down, KNEE + second * (down - 1.0))
    turn = np.clip((share - 0.42) / 0.16, 0.0, 1.0)[:, None]
    along = _unit(_unit(first) * (1.0 - turn) + _unit(second) * turn)
    across = _unit(np.cross(UP, along))
    aside = np.abs(points[:, 0]) - (0.045 + 0.005 * np.minimum(2.0 * share, 1.0))
    bent = middle + across * aside[:, None] + UP * (0.8 * points[:, 2])[:, None]
    bent[:, 1] = np.maximum(bent[:, 1], 0.0)
    bent[:, 0] *= side
    return np.asarray(bent)


def _arm(points: Floats, hip: float) -> Floats:
    """The forearms lifted forward."""
    elbow = hip + ELBOW
    low = np.maximum(elbow - points[:, 1], 0.0)
    bent = points.copy()
    bent[:, 1] = np.maximum(points[:, 1], elbow) - low * np.cos(BEND) - (hip - SEAT)
    bent[:, 2] += low * np.sin(BEND)
    return bent


def _held(points: Floats) -> Floats:
    """What is held beside the body, standing on the ground."""
    low, high = points[:, 1].min(), points[:, 1].max()
    held = points.copy()
    held[:, 1] = (points[:, 1] - low) * min(1.0, TALLEST / (high - low))
    held[:, 2] += 0.1
    return held


def _spread(points: Floats, hip: float) -> Floats:
    """Cloth below the hips, lying over the legs."""
    share = np.clip((hip - points[:, 1]) / hip, 0.0, 1.0)
    laid = points.copy()
    laid[:, 0] *= 1.0 + 0.9 * share
    laid[:, 2] = points[:, 2] * (1.0 + 0.5 * share) + 0.1 * share
    laid[:, 1] = np.where(share > 0.0, SEAT * 1.6 * (1.0 - share), points[:, 1] - (hip - SEAT))
    return laid


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=-1, keepdims=True))
