"""Reading a scene back, perhaps edited by hand: its room, and where its things stand.

World transforms come from ``schemas.transform``; which nodes are things, and how large they are,
the caller knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from consumers.layout.model import Hold, Land, Placed, Room, Size
from consumers.layout.scenes.rooms import CEILING
from consumers.layout.scenes.shell import (
    BACK,
    BEYOND,
    FLOOR,
    FLOOR_2,
    LEFT,
    OPEN_FLOOR,
    RIGHT,
    THICK,
    TRACT_LOOKS,
    is_shell,
    is_tract,
)
from consumers.layout.space.bounds import wall_distance
from consumers.layout.space.geometry import Boxes
from schemas.decomposition import WallSide
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import PRIMITIVE_SIZE, Node, Primitive, Scene
from schemas.transform import World, euler, rounded, worlds

NEAR = 0.03
"""Metres by which a thing may miss floor, wall or ceiling and still belong to it."""

SPARE = 3.0
"""Metres left around the things of a scene that has no floor of its own."""

SIDES: dict[NodeId, WallSide] = {BACK: "back", LEFT: "left", RIGHT: "right"}
"""The sides that walls are at."""

GROUND_WORDS = ("floor", "ground", "terrain", "plane", "lawn")


def room_of(scene: Scene) -> Room:
    """The space that the scene's things may stand in.

    Its own shell, else whatever looks like a floor, else the surroundings of its nodes, outdoors.
    """
    known = worlds(scene)
    if FLOOR in scene.nodes:
        room = _own_room(scene, known)
        return replace(room, land=_land(scene, known, room))
    floors = [(_slab(n, known[n.id]), known[n.id].position) for n in _grounds(scene)]
    if floors:
        (size, top), at = max(floors, key=lambda f: f[0][0][0] * f[0][0][2])
        return _room("outdoor", size[0], size[2], CEILING, at, top)
    return _surroundings(known)


def _own_room(scene: Scene, known: Mapping[NodeId, World]) -> Room:
    """The room of the scene's own shell, without the parts of its ground."""
    size, top = _slab(scene.nodes[FLOOR], known[FLOOR])
    walls = [n for n in SIDES if n in scene.nodes]
    height = max((_slab(scene.nodes[n], known[n])[0][1] for n in walls), default=CEILING)
    at = known[FLOOR].position
    if FLOOR_2 in scene.nodes:
        return _l_shaped(scene, known, size, top, height)
    if walls and not _is_open(scene.nodes[FLOOR]):
        return _room("room", size[0], size[2], height, at, top)
    raised = scene.nodes[FLOOR].name == OPEN_FLOOR
    share, rim = (1.0, 2 * THICK) if raised else (BEYOND, 0.0)
    wide, deep = size[0] / share - rim, size[2] / share - rim
    room = _room("outdoor", wide, deep, height, at, top)
    return replace(room, walls=tuple(SIDES[n] for n in walls), raised=raised)


def _land(scene: Scene, known: Mapping[NodeId, World], room: Room) -> Land:
    """How the ground lies, by the first of its parts that is still there."""
    part = next((n for n in scene.nodes.values() if is_tract(n.id)), None)
    if part is None:
        return Land()
    (wide, _, deep), _ = _slab(part, known[part.id])
    name = part.name
    if name == TRACT_LOOKS["water"][0]:
        front = known[part.id].position.z - deep / 2
        return Land("shore", round(min(1.0, max(0.0, (room.back - front) / room.depth)), 3))
    if name in (TRACT_LOOKS["road"][0], TRACT_LOOKS["pavement"][0]):
        return Land("road" if deep > wide else "street")
    if name in (TRACT_LOOKS["bed"][0], TRACT_LOOKS["rail"][0]):
        return Land("platform")
    return Land("pitch")


def _is_open(floor: Node) -> bool:
    """Whether it is a ground, or a floor under the sky, though there are walls."""
    plane = any(isinstance(c, Primitive) and c.shape == "plane" for c in floor.components)
    return plane or floor.name == OPEN_FLOOR


def _l_shaped(
    scene: Scene, known: Mapping[NodeId, World], front: Size, top: float, height: float
) -> Room:
    """From the two pieces of its floor; a piece that lies elsewhere leaves the front one alone."""
    ahead = known[FLOOR].position
    behind, (size, _) = known[FLOOR_2].position, _slab(scene.nodes[FLOOR_2], known[FLOOR_2])
    depth = front[2] + size[2]
    at = Vec3(x=ahead.x, y=ahead.y, z=ahead.z + size[2] / 2)
    aligned = abs(behind.x + size[0] / 2 - ahead.x - front[0] / 2) < NEAR
    touching = abs(behind.z - size[2] / 2 - ahead.z - front[2] / 2) < NEAR
    if not (aligned and touching and size[0] < front[0]):
        return _room("room", front[0], front[2], height, ahead, top)
    room = _room("room", front[0], depth, height, at, top)
    return replace(room, notch=(round(front[0] - size[0], 4), round(size[2], 4)))


def _room(kind: str, width: float, depth: float, height: float, at: Vec3, top: float) -> Room:
    return Room(
        kind="room" if kind == "room" else "outdoor",
        width=round(width, 4),
        depth=round(depth, 4),
        height=round(height, 4),
        x=round(at.x, 4) + 0.0,
        y=round(top, 4) + 0.0,
        z=round(at.z, 4) + 0.0,
    )


def _grounds(scene: Scene) -> Iterator[Node]:
    for node in scene.nodes.values():
        named = any(word in node.name.lower() for word in GROUND_WORDS)
        if named and any(isinstance(c, Primitive) for c in node.components):
            yield node


def _slab(node: Node, world: World) -> tuple[Size, float]:
    """A primitive's world size (upright) and the height of its top; metres."""
    shape = next((c.shape for c in node.components if isinstance(c, Primitive)), "cube")
    scale, size = world.scale, PRIMITIVE_SIZE[shape]
    x, y, z = abs(scale.x) * size[0], abs(scale.y) * size[1], abs(scale.z) * size[2]
    if round(euler(world.turned).y / 90.0) % 2:
        x, z = z, x
    return (x, y, z), world.position.y + y / 2


def _surroundings(known: Mapping[NodeId, World]) -> Room:
    xs = [w.position.x for w in known.values()] or [0.0]
    zs = [w.position.z for w in known.values()] or [0.0]
    middle = Vec3(x=(min(xs) + max(xs)) / 2, z=(min(zs) + max(zs)) / 2)
    width, depth = max(xs) - min(xs) + 2 * SPARE, max(zs) - min(zs) + 2 * SPARE
    return _room("outdoor", width, depth, CEILING, middle, 0.0)


def placed_of(scene: Scene, sizes: Mapping[NodeId, Size]) -> list[Placed]:
    """Where the things named in ``sizes`` (world metres) stand, carriers first.

    A thing is carried by the nearest thing above it in the hierarchy; the shell and lights are no
    things. Tilts are not told: yaw is the rotation about the vertical.
    """
    known = worlds(scene)
    room = room_of(scene)
    found = []
    for node in scene.nodes.values():
        if node.id in sizes and _is_thing(node):
            carrier = _carrier(scene, node, sizes)
            world, size = known[node.id], sizes[node.id]
            yaw = round(euler(world.turned).y % 360.0, 4) % 360.0
            origin = world.position
            base = rounded(Vec3(x=origin.x, y=origin.y - lift_of(node, size), z=origin.z))
            placed = Placed(node.id, base, yaw, size, carrier)
            kind = _kind(room, placed, known[carrier] if carrier else None, sizes)
            found.append(Placed(node.id, placed.position, yaw, size, carrier, kind))
    return found


def lift_of(node: Node, size: Size) -> float:
    """Metres from the base of a thing of that ``size`` up to its node's own origin.

    Meshes come with the origin in their base, Unity's primitives have it in their middle.
    """
    shown = {c.component_type for c in node.components}
    return size[1] / 2 if "primitive" in shown and "dynamic" not in shown else 0.0


def _is_thing(node: Node) -> bool:
    """Whether it takes up space among the things: no part of the shell, no light alone."""
    lights = node.components and all(c.component_type == "light" for c in node.components)
    return not is_shell(node.id) and not lights


def _carrier(scene: Scene, node: Node, sizes: Mapping[NodeId, Size]) -> NodeId | None:
    at = node.parent_id
    while at is not None and (at not in sizes or not _is_thing(scene.nodes[at])):
        at = scene.nodes[at].parent_id
    return at


def _kind(room: Room, placed: Placed, carrier: World | None, sizes: Mapping[NodeId, Size]) -> Hold:
    """How the thing seems to be held, from where it is."""
    y = placed.position.y
    if placed.on is not None and carrier is not None:
        return "top" if y - carrier.position.y > 0.2 * sizes[placed.on][1] else "inside"
    if y - room.y <= NEAR:
        return "floor"
    if room.roofed and abs(y + placed.size[1] - room.y - room.height) <= NEAR:
        return "ceiling"
    p, half_w, half_d = placed.position, placed.size[0] / 2, placed.size[2] / 2
    box = Boxes(*(np.array([v]) for v in (p.x, p.z, placed.yaw, half_w, half_d)))
    at_wall = room.walled and float(wall_distance(room, box)[0]) <= NEAR
    return "wall" if at_wall else "air"
