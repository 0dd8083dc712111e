"""What a sentence asks for, before anything is placed: wishes, relations, the setting.

The decompose stage writes it, the compose stage lays it out. Sizes in metres, (width x, height y,
depth z); "left", "behind" and the like are as seen by a person who looks at the scene's front from
outside (from -Z towards +Z in the canonical frame, so left is -X and behind is +Z).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from schemas.ids import NodeId
from schemas.model import Frozen
from schemas.recipe import Recipe


class RelationKind(StrEnum):
    """How ``subject`` stands to ``targets``. A relation without targets is to the room.

    ``opposite``: in front of the target at whatever distance, the two fronts facing each other.
    """

    ON = "on"
    IN = "in"
    UNDER = "under"
    ABOVE = "above"
    NEXT_TO = "next_to"
    NEAR = "near"
    LEFT_OF = "left_of"
    RIGHT_OF = "right_of"
    IN_FRONT_OF = "in_front_of"
    BEHIND = "behind"
    BETWEEN = "between"
    AROUND = "around"
    FACING = "facing"
    AGAINST_WALL = "against_wall"
    IN_CORNER = "in_corner"
    IN_CENTER = "in_center"
    ON_WALL = "on_wall"
    HANGING_FROM = "hanging_from"
    IN_ROW = "in_row"
    STACKED = "stacked"
    OPPOSITE = "opposite"


class Relation(Frozen):
    """``subject`` stands in ``kind`` to ``targets`` (node ids; between has two).

    ``distance``: metres between the nearest edges of the two where the words give them.
    """

    kind: RelationKind
    subject: NodeId
    targets: tuple[NodeId, ...] = ()
    distance: Annotated[float, Field(ge=0, le=1000)] | None = None


class Wish(Frozen):
    """One object to be in the scene.

    ``name``: unique and human, e.g. "red sofa", "wooden chair 2". ``slot``: the asset it shows;
    equal things share one. ``prompt``: the words of the wish, verbatim.
    """

    id: NodeId
    name: str
    slot: str
    recipe: Recipe
    prompt: str


LOOK = "-look-"
"""Between the slot of a kind and the number of one of its looks: people of a kind who differ."""


def of_one_kind(slot: str) -> str:
    """The slot without the number of its look: what is of one kind though it looks different."""
    kind, _, number = slot.rpartition(LOOK)
    return kind if kind and number.isdigit() else slot


class LightWish(Frozen):
    """A light the words ask for that is no object: "a warm spotlight from above"."""

    kind: Literal["spot", "directional", "point", "area"]
    color: str = "#ffffff"
    intensity: float = 1.0


WallSide = Literal["back", "left", "right"]
"""A side that may have a wall; the front is always open, so that people look in."""


class Setting(Frozen):
    """Where the scene is. ``width`` (x), ``depth`` (z), ``height`` in metres.

    ``shape``: seen from above; an "l" lacks a quarter at its back left; ``width`` and ``depth``
    are those of the whole. ``walls``: the sides that have one in the open, as a courtyard's do; a
    room has all of its own. ``height``: up to the ceiling, or in the open to the top of the walls.
    ``raised``: the floor ends at its edges, as a roof's or a deck's does.
    """

    kind: Literal["room", "outdoor"] = "room"
    name: str = "room"
    width: float | None = None
    depth: float | None = None
    height: float | None = None
    time: Literal["day", "sunset", "night"] = "day"
    ground: str | None = None
    floor_color: str | None = None
    wall_color: str | None = None
    shape: Literal["rectangle", "l"] = "rectangle"
    walls: tuple[WallSide, ...] = ()
    raised: bool = False


class ProposedPlace(Frozen):
    """Where another engine would put ``node``: world metres from the middle of the place, the yaw
    in degrees (clockwise from above, 180 faces the viewer), None = any."""

    node: NodeId
    x: Annotated[float, Field(ge=-1000, le=1000)]
    z: Annotated[float, Field(ge=-1000, le=1000)]
    yaw: Annotated[float, Field(ge=-360, le=360)] | None = None


class Decomposition(Frozen):
    """A whole scene's wishes."""

    name: str
    setting: Setting = Setting()
    wishes: tuple[Wish, ...] = ()
    relations: tuple[Relation, ...] = ()
    lights: tuple[LightWish, ...] = ()
    notes: tuple[str, ...] = ()
