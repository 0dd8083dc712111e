"""What a layout is: a room, things placed in it, and the certificate that they fit.

Values only. How places are found is ``search``'s, how a scene is made of them ``scene``'s.
Frame: canonical (left-handed, Y up, metres; yaw in degrees, clockwise from above, 0 = +Z). The
viewer stands at -Z and looks to +Z: left is -X, behind is +Z, yaw 180 faces the viewer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from schemas.decomposition import Relation, WallSide
from schemas.ids import NodeId
from schemas.model import Vec3

Size = tuple[float, float, float]
"""Metres: width (x), height (y), depth (z), before the yaw."""

Hold = Literal["floor", "top", "inside", "under", "wall", "ceiling", "hung", "air"]
"""What keeps a thing where it is: the floor (or ground), the top of another thing, its inside, the
floor below another thing, a wall, the ceiling, what it hangs from, or the open air."""

ALL_SIDES: tuple[WallSide, ...] = ("back", "left", "right")

TABLE = 6.0
"""Square metres: a floor in the open that ends at its edges and is smaller is a table's top."""

FLAT = 0.03
"""Floor things lower than this (metres), such as rugs, may be stood upon and overlapped."""

TOUCH = 0.001
"""Boxes may enter each other by this much (metres) and still count as touching."""


Lie = Literal["", "road", "street", "shore", "pitch", "platform"]


@dataclass(frozen=True, slots=True)
class Land:
    """How the ground lies: all alike (""), a road from front to back ("road") or from left to right
    ("street"), water behind ("shore"), a "pitch" with lines, rails at the back ("platform").

    ``share``: how much of the depth is water.
    """

    lie: Lie = ""
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Room:
    """The space to furnish, in metres. ``x``, ``y``, ``z``: the middle of its floor, world.

    A "room" has a back wall (+Z), a left and a right wall, an open front and a ceiling; "outdoor"
    has edges, and the ``walls`` that it is given: ``height`` is theirs, and bounds nothing.
    ``notch``: width and depth of what an L-shaped room lacks at its back left. ``raised``: the
    floor ends at the edges, as a roof does. ``land``: the parts of its ground.
    """

    kind: Literal["room", "outdoor"]
    width: float
    depth: float
    height: float
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0
    notch: tuple[float, float] | None = None
    walls: tuple[WallSide, ...] = ()
    raised: bool = False
    land: Land = Land()

    @property
    def sides(self) -> tuple[WallSide, ...]:
        """The sides that have a wall."""
        return ALL_SIDES if self.kind == "room" else self.walls

    @property
    def walled(self) -> bool:
        """Whether there is any wall."""
        return bool(self.sides)

    @property
    def roofed(self) -> bool:
        """Whether there is a ceiling."""
        return self.kind == "room"

    @property
    def is_table(self) -> bool:
        """Whether it is the top of a table, so that small things stand on it as on any."""
        return self.raised and not self.walled and self.width * self.depth < TABLE

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

    @property
    def inner_x(self) -> float:
        """Where the notch ends on its right; the left edge where there is none."""
        return self.left + (self.notch[0] if self.notch else 0.0)

    @property
    def inner_z(self) -> float:
        """Where the notch begins; the back edge where there is none."""
        return self.back - (self.notch[1] if self.notch else 0.0)


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


class Cause(StrEnum):
    """Why wishes can not hold together."""

    MISSING = "missing"
    """Something that is named is not in the scene."""
    ITSELF = "itself"
    CIRCLE = "circle"
    PLACES = "places"
    """One thing is wanted in two places."""
    SEATS = "seats"
    """More seats than go around a table."""
    WALLS = "walls"
    """Walls or a ceiling are wanted where there are none."""
    SIZE = "size"
    """One thing is too large for where it is wanted: on, in or under another, or in the room."""
    HEIGHT = "height"
    """A thing, or a pile, is higher than the room."""
    LOAD = "load"
    """More things than go on, in or under another."""
    SPACE = "space"
    """Together they leave no place in the room."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A smallest set of wishes that can not hold together: without any one, the others may.

    Its members are ``relations`` (in the order in which they were said) and ``things``, which are
    meant by their being there, as large as they are. ``proven``: it is certain; else no way was
    found within the bounds of the search. ``given_up``: members that gave way, by relation;
    ``left_out``: by thing. ``room_for``: how many would do, where too many are wanted.
    """

    cause: Cause
    relations: tuple[Relation, ...] = ()
    things: tuple[NodeId, ...] = ()
    proven: bool = True
    given_up: tuple[Relation, ...] = ()
    left_out: tuple[NodeId, ...] = ()
    room_for: int | None = None


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
    """What could not be done, in words for people. Without ``relation``: ``node`` has no place.

    Wishes that fell to the same ``conflict`` have the same ``reason``, which names its members,
    what gave way, and a remedy.
    """

    relation: Relation | None
    reason: str
    node: NodeId | None = None
    conflict: Conflict | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """What was checked of a finished layout, and what was found. Metres; infinite: no such case.

    ``clearance``: the smallest gap of two things that must not touch (negative: the deepest
    overlap). ``bounds_margin``: the smallest distance to an edge of the room. ``support``: the
    smallest share of a base that has its carrier below it. ``doors_free``: with 0.9 m free before
    them. ``walkways``: entrances (doors, else the open front); free: a way 0.6 m wide leads in.
    ``fronts``: things that people must get at; reachable: someone can stand there. ``seats``: those
    at a table. ``sizes``: things of a known class; usual: within its range. ``floating``: things in
    the open air. ``faulty``: whom any fault is about. A valid layout has no ``collisions`` (deeper
    than ``TOUCH``), none ``out_of_bounds`` and none ``unsupported``.
    """

    pairs: int
    clearance: float
    collisions: int
    out_of_bounds: int
    unsupported: int
    relations_kept: int
    relations_total: int
    bounds_margin: float = float("inf")
    support: float = 1.0
    doors: int = 0
    doors_free: int = 0
    walkways: int = 0
    walkways_free: int = 0
    fronts: int = 0
    fronts_reachable: int = 0
    seats: int = 0
    seats_facing: int = 0
    sizes: int = 0
    sizes_usual: int = 0
    floating: int = 0
    faulty: tuple[NodeId, ...] = ()

    @property
    def valid(self) -> bool:
        return not (self.collisions or self.out_of_bounds or self.unsupported)

    @property
    def barred(self) -> int:
        """Doors, ways and fronts that are not free."""
        return (
            (self.doors - self.doors_free)
            + (self.walkways - self.walkways_free)
            + (self.fronts - self.fronts_reachable)
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything placed, by id, carriers before what they carry."""

    room: Room
    placed: dict[NodeId, Placed] = field(default_factory=dict)
    unmet: tuple[Unmet, ...] = ()
    certificate: Certificate | None = None
