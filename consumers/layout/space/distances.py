"""Relations with a distance that the words give: "a lamp 2 m to the left of the sofa".

All in metres: 0 = the relation holds at that distance. Relations without one are in ``pairs``, and
which relations a distance can be said of at all is here.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from consumers.layout.search.goals import Goal, K, Kind
from consumers.layout.space.geometry import Floats, gaps
from consumers.layout.space.pairs import AXES, PAIRS, over, sideways
from consumers.layout.space.poses import Poses

LEAST_SLACK, SLACK_SHARE = 0.04, 0.04
"""Metres, and the share of a distance, by which it may be missed and still be kept."""


def asked_distance(goal: Goal) -> float | None:
    """The distance that the words give and that says something about this kind of relation."""
    distance = goal.source.distance if goal.source is not None else None
    known = goal.kind in SPACED or (not goal.targets and goal.kind is K.AGAINST_WALL)
    return distance if known else None


def missed_by(values: Floats, distance: float) -> Floats:
    """Metres by which ``values`` miss a distance, beyond what people let pass."""
    return over(np.abs(values - distance) - max(LEAST_SLACK, SLACK_SHARE * distance))


def at_distance(goal: Goal, subject: Poses, target: Poses, distance: float) -> Floats:
    """The misfit of a goal of one target whose distance is asked for."""
    return SPACED[goal.kind](subject, target, distance)


Spaced = Callable[[Poses, Poses, float], Floats]


def _apart(subject: Poses, target: Poses, distance: float) -> Floats:
    return missed_by(gaps(subject.boxes, target.boxes), distance)


def _aside(kind: Kind) -> Spaced:
    def measure(subject: Poses, target: Poses, distance: float) -> Floats:
        gap, off = sideways(subject, (target,), *AXES[kind])
        return missed_by(gap, distance) + off

    return measure


def _above(subject: Poses, target: Poses, distance: float) -> Floats:
    aside = over(gaps(subject.boxes, target.boxes) - 0.45)
    return missed_by(subject.y - target.top, distance) + aside


def _turned(kind: Kind) -> Spaced:
    def measure(subject: Poses, target: Poses, distance: float) -> Floats:
        return PAIRS[kind](subject, target) + _apart(subject, target, distance)

    return measure


SPACED: dict[Kind, Spaced] = {
    K.NEXT_TO: _apart,
    K.NEAR: _apart,
    K.AROUND: _apart,
    K.AGAINST_WALL: _apart,
    K.LEFT_OF: _aside(K.LEFT_OF),
    K.RIGHT_OF: _aside(K.RIGHT_OF),
    K.IN_FRONT_OF: _aside(K.IN_FRONT_OF),
    K.BEHIND: _aside(K.BEHIND),
    K.ABOVE: _above,
    K.FACING: _turned(K.FACING),
    K.OPPOSITE: _turned(K.OPPOSITE),
}
