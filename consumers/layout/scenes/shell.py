"""The shell of a scene: the holder of everything, the floor, the walls.

Primitives with thickness, outside the space to furnish: the floor's top is at the room's y = 0 and
the walls' inner faces are its bounds. Light and sky are in ``lights``.
"""

from __future__ import annotations

import re

from consumers.layout.model import Room
from consumers.layout.scenes.lights import LAMP, SUN
from consumers.layout.scenes.palette import floor_color, paint, wall_color
from consumers.layout.search.goals import SHELL
from consumers.layout.space.bounds import Wall, walls_of
from consumers.layout.space.land import tracts
from schemas.decomposition import Setting
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import Color, Node, Primitive

ROOT, FLOOR, BACK, LEFT, RIGHT, FLOOR_2, INNER_BACK, INNER_LEFT = SHELL

THICK = 0.1
"""Metres of floor and walls."""

OPEN_FLOOR = "Open Floor"
"""The name of a floor in the open that ends at its edges: a roof, a deck."""

BEYOND = 1.5
"""An outdoor ground is so many times as wide as the space that things stand in."""


TRACT = "room-ground-"
"""What the ids of the parts of the ground begin with."""

_NUMBERED = re.compile(r"room-(?:light|ground)-\d+")

MARKED = 0.004
"""Metres by which the parts of the ground are above it, so that both can not flicker."""

BANKS = {"sea": "sand", "ocean": "sand", "lake": "grass", "river": "grass", "pond": "grass"}
"""What the land is of places that are called after their water; a quay is of stone."""

TRACT_LOOKS: dict[str, tuple[str, str]] = {
    "road": ("Road", "#4c4e53"),
    "pavement": ("Pavement", "#a8a59d"),
    "mark": ("Marking", "#ece8dd"),
    "water": ("Water", "#4c8bb0"),
    "bed": ("Track Bed", "#6a625a"),
    "rail": ("Rail", "#a4a8ac"),
}
"""Name and colour of the parts of the ground by their kind."""


def is_shell(node: NodeId | str) -> bool:
    """Whether a node is part of the shell or one of its lights, not a thing."""
    text = str(node)
    return node in SHELL or node in (SUN, LAMP) or bool(_NUMBERED.fullmatch(text))


def is_tract(node: NodeId | str) -> bool:
    """Whether a node is a part of the ground: a road, the water of a harbour, a line."""
    return str(node).startswith(TRACT)


def shell_nodes(room: Room, setting: Setting) -> list[Node]:
    """The holder first, then what it holds."""
    holder = Node(
        id=ROOT,
        name=setting.name.strip().title() or "Room",
        position=Vec3(x=room.x, y=room.y, z=room.z),
    )
    ashore = room.land.lie == "shore" and setting.ground == "water"
    land = next((land for word, land in BANKS.items() if word in setting.name.lower()), "stone")
    ground = setting.model_copy(update={"ground": land, "name": ""}) if ashore else setting
    color, walls = floor_color(ground), _walls(room, wall_color(setting))
    if room.roofed:
        return [holder, *_floors(room, color), *walls, *_tracts(room, 1.0)]
    if room.raised:
        at, size = Vec3(y=-THICK / 2), (room.width + 2 * THICK, THICK, room.depth + 2 * THICK)
        return [holder, _slab(FLOOR, OPEN_FLOOR, at, size, color), *walls]
    return [holder, _ground(room, color), *walls, *_tracts(room, BEYOND)]


def _floors(room: Room, color: Color) -> list[Node]:
    """One piece; an L-shaped room has the front whole and what is behind it on the right."""
    front, back = room.inner_z - room.front, room.back - room.inner_z
    if not room.notch:
        return [_slab(FLOOR, "Floor", Vec3(y=-THICK / 2), (room.width, THICK, front), color)]
    wide, aside = room.right - room.inner_x, (room.inner_x + room.right) / 2 - room.x
    ahead = Vec3(y=-THICK / 2, z=(room.front + room.inner_z) / 2 - room.z)
    behind = Vec3(x=aside, y=-THICK / 2, z=(room.inner_z + room.back) / 2 - room.z)
    return [
        _slab(FLOOR, "Floor", ahead, (room.width, THICK, front), color),
        _slab(FLOOR_2, "Floor 2", behind, (wide, THICK, back), color),
    ]


WALLS = {"back": (BACK, "Back Wall"), "left": (LEFT, "Left Wall"), "right": (RIGHT, "Right Wall")}
"""The nodes of the walls by their side."""

INNER = {"back": (INNER_BACK, "Inner Back Wall"), "left": (INNER_LEFT, "Inner Left Wall")}
"""Those around the notch of an L-shaped room, which come after the others."""


def _walls(room: Room, color: Color) -> list[Node]:
    """One slab behind each inner face; back walls go round the corners."""
    found: list[Node] = []
    for number, wall in enumerate(walls_of(room)):
        node, name = (WALLS if number < len(WALLS) else INNER)[wall.name]
        found.append(_wall(room, wall, node, name, color))
    return found


def _wall(room: Room, wall: Wall, node: NodeId, name: str, color: Color) -> Node:
    half, middle = room.height / 2, (wall.low + wall.high) / 2
    length = wall.high - wall.low
    if wall.is_back:
        # An inner back wall ends where the inner left wall's slab begins.
        left, right = THICK, -THICK if node == INNER_BACK else THICK
        at = Vec3(x=middle + (right - left) / 2 - room.x, y=half, z=wall.at + THICK / 2 - room.z)
        return _slab(node, name, at, (length + left + right, room.height, THICK), color)
    out = wall.at + (-THICK / 2 if wall.name == "left" else THICK / 2) - room.x
    at = Vec3(x=out, y=half, z=middle - room.z)
    return _slab(node, name, at, (THICK, room.height, length), color)


def _ground(room: Room, color: Color) -> Node:
    scale = Vec3(x=round(room.width * BEYOND / 10, 4), y=1.0, z=round(room.depth * BEYOND / 10, 4))
    return Node(
        id=FLOOR,
        name="Ground",
        parent_id=ROOT,
        scale=scale,
        components=(Primitive(shape="plane", color=color),),
    )


def _tracts(room: Room, beyond: float) -> list[Node]:
    """The parts of the ground, just above it."""
    found = []
    for number, tract in enumerate(tracts(room, beyond), 1):
        name, color = TRACT_LOOKS[tract.kind]
        lift = MARKED if tract.kind in ("mark", "rail") else MARKED / 2
        found.append(Node(
            id=NodeId(f"{TRACT}{number}"),
            name=name,
            parent_id=ROOT,
            position=Vec3(x=round(tract.x, 4), y=lift, z=round(tract.z, 4)),
            scale=Vec3(x=round(tract.wide / 10, 4), y=1.0, z=round(tract.deep / 10, 4)),
            components=(Primitive(shape="plane", color=paint(color)),),
        ))  # fmt: skip
    return found


def _slab(
    node: NodeId, name: str, at: Vec3, size: tuple[float, float, float], color: Color
) -> Node:
    x, y, z = (round(v, 4) for v in size)
    return Node(
        id=node,
        name=name,
        parent_id=ROOT,
        position=Vec3(x=round(at.x, 4), y=round(at.y, 4), z=round(at.z, 4)),
        scale=Vec3(x=x, y=y, z=z),
        components=(Primitive(shape="cube", color=color),),
    )
