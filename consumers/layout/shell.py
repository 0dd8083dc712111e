"""The shell of a scene: the holder of everything, the floor, the walls.

Primitives with thickness, outside the space to furnish: the floor's top is at the room's y = 0 and
the walls' inner faces are its bounds. Light and sky are in ``lights``.
"""

from __future__ import annotations

from consumers.layout.goals import SHELL
from consumers.layout.lights import LAMP, SUN
from consumers.layout.model import Room
from consumers.layout.palette import floor_color, wall_color
from schemas.decomposition import Setting
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import Color, Node, Primitive

ROOT, FLOOR, BACK, LEFT, RIGHT = SHELL

THICK = 0.1
"""Metres of floor and walls."""

BEYOND = 1.5
"""An outdoor ground is so many times as wide as the space that things stand in."""


def is_shell(node: NodeId | str) -> bool:
    """Whether a node is part of the shell or one of its lights, not a thing."""
    text = str(node)
    return node in SHELL or node in (SUN, LAMP) or text.removeprefix("room-light-").isdigit()


def shell_nodes(room: Room, setting: Setting) -> list[Node]:
    """The holder first, then what it holds."""
    holder = Node(
        id=ROOT,
        name=setting.name.strip().title() or "Room",
        position=Vec3(x=room.x, y=room.y, z=room.z),
    )
    if not room.walled:
        return [holder, _ground(room, floor_color(setting))]
    wide, deep, high = room.width, room.depth, room.height
    walls = wall_color(setting)
    side_x = (wide + THICK) / 2
    back = Vec3(y=high / 2, z=(deep + THICK) / 2)
    return [
        holder,
        _slab(FLOOR, "Floor", Vec3(y=-THICK / 2), (wide, THICK, deep), floor_color(setting)),
        _slab(BACK, "Back Wall", back, (wide + 2 * THICK, high, THICK), walls),
        _slab(LEFT, "Left Wall", Vec3(x=-side_x, y=high / 2), (THICK, high, deep), walls),
        _slab(RIGHT, "Right Wall", Vec3(x=side_x, y=high / 2), (THICK, high, deep), walls),
    ]


def _ground(room: Room, color: Color) -> Node:
    scale = Vec3(x=round(room.width * BEYOND / 10, 4), y=1.0, z=round(room.depth * BEYOND / 10, 4))
    return Node(
        id=FLOOR,
        name="Ground",
        parent_id=ROOT,
        scale=scale,
        components=(Primitive(shape="plane", color=color),),
    )


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
