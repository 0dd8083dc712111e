"""A scene as a person sees it: things as boxes in the world, and the room they stand in.

World transforms are computed here, by plain 4x4 matrices in the canonical frame (left-handed, Y up,
metres; Euler degrees, Z then X then Y), and by nothing that the engines use. The viewer stands at
-Z: left is -X, behind is +Z, and the far wall is the back wall.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from schemas.ids import NodeId
from schemas.recipe import Recipe
from schemas.scene import PRIMITIVE_SIZE, Node, Primitive, Scene

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Box:
    """An oriented box. ``middle``: world; ``axes``: its unit axes as columns; ``half``: extents."""

    middle: Floats
    axes: Floats
    half: Floats

    @property
    def reach(self) -> Floats:
        """Half the extents of the upright box around it."""
        return np.asarray(np.abs(self.axes) @ self.half)

    @property
    def base(self) -> float:
        return float(self.middle[1] - self.reach[1])

    @property
    def top(self) -> float:
        return float(self.middle[1] + self.reach[1])

    @property
    def spot(self) -> Floats:
        """The middle on the ground: x and z."""
        return np.asarray(self.middle[[0, 2]])

    def corners(self) -> Floats:
        """The eight corners, one a row."""
        signs = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)])
        return np.asarray(self.middle + (signs * self.half) @ self.axes.T)

    def footprint(self) -> Floats:
        """Corners (x, z), in turn, of an upright box seen from above; of a tilted one, of the
        upright box around it."""
        if abs(self.axes[1, 1]) > 0.999:
            right, ahead = self.axes[[0, 2], 0] * self.half[0], self.axes[[0, 2], 2] * self.half[2]
        else:
            right, ahead = np.array([self.reach[0], 0.0]), np.array([0.0, self.reach[2]])
        around = ((-1, -1), (1, -1), (1, 1), (-1, 1))
        return np.array([self.spot + x * right + z * ahead for x, z in around])


@dataclass(frozen=True, eq=False)
class Thing:
    """One object. ``front``: the direction (x, z) it looks in; ``parent``: what carries it."""

    id: NodeId
    name: str
    label: str
    color: str | None
    material: str | None
    box: Box
    parent: str | None
    known: bool = True

    @property
    def front(self) -> Floats:
        ahead = np.asarray(self.box.axes[[0, 2], 2])
        length = float(np.hypot(*ahead))
        return np.asarray(ahead / length) if length > 1e-6 else np.array([0.0, -1.0])

    @property
    def longest(self) -> float:
        """The longer horizontal side, in metres."""
        return float(2 * max(self.box.half[0], self.box.half[2]))


@dataclass(frozen=True, eq=False)
class Place:
    """The shell. ``floors``, ``walls``: boxes; ``colors``: hex by "floor" and "walls".

    ``open``: under the sky, whether or not there are walls.
    """

    floors: tuple[Box, ...]
    walls: tuple[Box, ...]
    colors: Mapping[str, tuple[str, ...]]
    open: bool = False

    @property
    def floor(self) -> float:
        return max((f.top for f in self.floors), default=0.0)

    @property
    def ceiling(self) -> float | None:
        """Where the walls of a room end; None outdoors."""
        return None if self.open else max((w.top for w in self.walls), default=None)

    def bounds(self) -> tuple[Floats, Floats]:
        """The lowest and the highest corner (x, z) of the floor."""
        corners = np.concatenate([f.footprint() for f in self.floors])
        return corners.min(axis=0), corners.max(axis=0)

    def holds(self, points: Floats, slack: float = 0.001) -> npt.NDArray[np.bool_]:
        """Which of the points (x, z) lie on a floor."""
        inside = np.zeros(len(points), dtype=bool)
        for floor in self.floors:
            apart = np.abs(points - floor.spot)
            inside |= np.all(apart <= floor.reach[[0, 2]] + slack, axis=1)
        return inside


@dataclass(frozen=True, eq=False)
class View:
    """``things`` in the scene's order; ``shell``: ids of floor and walls, by "floor", "walls"."""

    scene: Scene
    things: tuple[Thing, ...]
    place: Place
    shell: Mapping[str, tuple[NodeId, ...]]

    def thing(self, node: str) -> Thing | None:
        return next((t for t in self.things if t.id == node), None)

    def carriers(self, thing: Thing) -> set[str]:
        """Everything above ``thing`` in the hierarchy."""
        found: set[str] = set()
        at = thing.parent
        while at is not None and at not in found:
            found.add(at)
            at = next((n.parent_id for n in self.scene.nodes.values() if n.id == at), None)
        return found


def view(scene: Scene, recipes: Mapping[str, Recipe]) -> View:
    """``scene`` with the recipes of its assets, by asset id: sizes come from them."""
    worlds = {n: matrix(scene, node) for n, node in scene.nodes.items()}
    things: list[Thing] = []
    shell: dict[str, list[tuple[NodeId, Box, str]]] = {"floor": [], "walls": []}
    for node_id, node in scene.nodes.items():
        asset = node.asset()
        if asset is not None and asset in recipes:
            things.append(_thing(node, recipes[asset], worlds[node_id]))
            continue
        block = next((c for c in node.components if isinstance(c, Primitive)), None)
        part = _shell_part(node.name)
        if block is not None and part is not None:
            size = PRIMITIVE_SIZE[block.shape]
            box = boxed(worlds[node_id], np.zeros(3), np.array(size) / 2)
            tone = "#" + "".join(
                f"{round(v * 255):02x}" for v in (block.color.r, block.color.g, block.color.b)
            )
            shell[part].append((node_id, box, tone))
    place = Place(
        tuple(b for _, b, _ in shell["floor"]),
        tuple(b for _, b, _ in shell["walls"]),
        {part: tuple(c for _, _, c in found) for part, found in shell.items()},
        any(_is_open(scene.nodes[node].name) for node, _, _ in shell["floor"]),
    )
    return View(
        scene, tuple(things), place, {p: tuple(n for n, _, _ in f) for p, f in shell.items()}
    )


def _shell_part(name: str) -> str | None:
    low = name.lower()
    if "wall" in low:
        return "walls"
    return "floor" if "floor" in low or "ground" in low else None


def _is_open(floor: str) -> bool:
    """Whether a floor of that name is a ground, or a roof or deck."""
    return "ground" in floor.lower() or "open" in floor.lower()


def _thing(node: Node, recipe: Recipe, world: Floats) -> Thing:
    half = np.array(recipe.size) / 2
    box = boxed(world, np.array([0.0, half[1], 0.0]), half)
    return Thing(
        id=node.id,
        name=node.name,
        label=recipe.label,
        color=recipe.color,
        material=recipe.material,
        box=box,
        parent=node.parent_id,
        known=recipe.known,
    )


def boxed(world: Floats, middle: Floats, half: Floats) -> Box:
    """The box around local ``middle`` with half extents ``half``, in the world."""
    linear = world[:3, :3]
    lengths = np.linalg.norm(linear, axis=0)
    axes = linear / np.where(lengths > 0, lengths, 1.0)
    return Box(np.asarray(world[:3, :3] @ middle + world[:3, 3]), axes, half * lengths)


def matrix(scene: Scene, node: Node) -> Floats:
    matrix = _local(node)
    parent = node.parent_id
    while parent is not None:
        above = scene.nodes[parent]
        matrix = _local(above) @ matrix
        parent = above.parent_id
    return matrix


def _local(node: Node) -> Floats:
    x, y, z = (math.radians(v) for v in (node.rotation.x, node.rotation.y, node.rotation.z))
    turn_x = np.array([[1, 0, 0], [0, math.cos(x), -math.sin(x)], [0, math.sin(x), math.cos(x)]])
    turn_y = np.array([[math.cos(y), 0, math.sin(y)], [0, 1, 0], [-math.sin(y), 0, math.cos(y)]])
    turn_z = np.array([[math.cos(z), -math.sin(z), 0], [math.sin(z), math.cos(z), 0], [0, 0, 1]])
    matrix = np.eye(4)
    scale = np.diag([node.scale.x, node.scale.y, node.scale.z])
    matrix[:3, :3] = turn_y @ turn_x @ turn_z @ scale
    matrix[:3, 3] = (node.position.x, node.position.y, node.position.z)
    return matrix


def depth(a: Box, b: Box) -> float:
    """How deep (metres) two boxes enter each other; negative: at least so far apart.

    Separating axes: the faces of both and the cross products of their edges.
    """
    axes = [*a.axes.T, *b.axes.T]
    for one in a.axes.T:
        for other in b.axes.T:
            across = np.cross(one, other)
            length = np.linalg.norm(across)
            if length > 1e-6:
                axes.append(across / length)
    along = np.array(axes)
    reach = np.abs(along @ a.axes) @ a.half + np.abs(along @ b.axes) @ b.half
    return float(np.min(reach - np.abs(along @ (b.middle - a.middle))))


def gap(a: Box, b: Box) -> float:
    """Metres between two footprints seen from above; 0 where they overlap."""
    one, other = a.footprint(), b.footprint()
    if _overlap(one, other):
        return 0.0
    return min(
        min(_to_edges(p, other) for p in one),
        min(_to_edges(p, one) for p in other),
    )


def _overlap(a: Floats, b: Floats) -> bool:
    for shape in (a, b):
        for start, end in zip(shape, np.roll(shape, -1, axis=0), strict=True):
            normal = np.array([end[1] - start[1], start[0] - end[0]])
            one, other = a @ normal, b @ normal
            if one.max() < other.min() or other.max() < one.min():
                return False
    return True


def _to_edges(point: Floats, shape: Floats) -> float:
    best = math.inf
    for start, end in zip(shape, np.roll(shape, -1, axis=0), strict=True):
        edge = end - start
        share = float(np.clip((point - start) @ edge / max(float(edge @ edge), 1e-12), 0, 1))
        best = min(best, float(np.hypot(*(point - start - share * edge))))
    return best


def over(point: Floats, box: Box, slack: float = 0.0) -> bool:
    """Whether a point (x, z) lies over a box, or within ``slack`` metres of it."""
    shape = box.footprint()
    right, ahead = (shape[1] - shape[0]) / 2, (shape[3] - shape[0]) / 2
    for half in (right, ahead):
        length = float(np.hypot(*half))
        if length > 0 and abs(float((point - box.spot) @ half) / length) > length + slack:
            return False
    return True
