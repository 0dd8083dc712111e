"""What a layout is: a room, things placed in it, and the certificate that they fit.

Values only. How places are found is ``search``'s, how a scene is made of them ``scene``'s.
Frame: canonical (left-handed, Y up, metres; yaw in degrees, clockwise from above, 0 = +Z). The
viewer stands at -Z and looks to +Z: left is -X, behind is +Z, yaw 180 faces the viewer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from schemas.decomposition import Relation
from schemas.ids import NodeId
from schemas.model import Vec3

Size = tuple[float, float, float]
"""Metres: width (x), height (y), depth (z), before the yaw."""

Hold = Literal["floor", "top", "inside", "under", "wall", "ceiling", "hung", "air"]
"""What keeps a thing where it is: the floor (or ground), the top of another thing, its inside, the
floor below another thing, a wall, the ceiling, what it hangs from, or the open air."""

FLAT = 0.03
"""Floor things lower than this (metres), such as rugs, may be stood upon and overlapped."""

TOUCH = 0.001
"""Boxes may enter each other by this much (metres) and still count as touching."""


@dataclass(frozen=True, slots=True)
class Room:
    """The space to furnish, in metres. ``x``, ``y``, ``z``: the middle of its floor, world.

    A "room" has a back wall (+Z), a left and a right wall and an open front; "outdoor" has edges
    only, and ``height`` does not bound it.
    """

    kind: Literal["room", "outdoor"]
    width: float
    depth: float
    height: float
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0

    @property
    def walled(self) -> bool:
        return self.kind == "room"

    @property
    def left(self) -> float:
        return self.x - self.width / 2

    @property
    def right(self) -> float:
        return self.x + self.width / 2

    @property
    def front(self) -> float:
        return self.z - self.depth / 2

    @property
    def back(self) -> float:
        return self.z + self.depth / 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A thing in its place. ``position``: world, the centre of its base; ``yaw``: world degrees.

    ``on``: the thing that carries it (top, inside or hung), else None.
    """

    id: NodeId
    position: Vec3
    yaw: float
    size: Size
    on: NodeId | None = None
    kind: Hold = "floor"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Where another engine, such as a language model, would put a thing: metres and degrees, world.

    The search prefers places near it, and still keeps every rule. ``yaw``: None = any.
    """

    x: float
    z: float
    yaw: float | None = None


@dataclass(frozen=True, slots=True)
class Unmet:
    """What could not be done, in words for people. Without ``relation``: ``node`` has no place."""

    relation: Relation | None
    reason: str
    node: NodeId | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """What was checked of a finished layout, and what was found.

    ``clearance``: the smallest gap in metres between two things that must not touch (negative =
    depth of the worst overlap, infinite when there is no such pair). A valid layout has no
    ``collisions`` (deeper than ``TOUCH``), none ``out_of_bounds`` and none ``unsupported``.
    """

    pairs: int
    clearance: float
    collisions: int
    out_of_bounds: int
    unsupported: int
    relations_kept: int
    relations_total: int

    @property
    def valid(self) -> bool:
        return not (self.collisions or self.out_of_bounds or self.unsupported)


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything placed, by id, carriers before what they carry."""

    room: Room
    placed: dict[NodeId, Placed] = field(default_factory=dict)
    unmet: tuple[Unmet, ...] = ()
    certificate: Certificate | None = None
