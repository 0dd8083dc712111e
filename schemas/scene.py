"""The canonical scene: what the log describes, patches change and every client is shown.

Frame: Unity's. Left-handed, Y up, +Z forward, metres; rotations are Euler degrees applied in
Unity's order (Z, then X, then Y); transforms are local to the parent. Nodes are kept by id, so that
an RFC 6902 path (``/nodes/<id>/position/x``) stays true when others come and go; a parent stands
before its children. Conversions to glTF and to the shipping client's rules are made at the edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator

from schemas.ids import NodeId
from schemas.model import Frozen, Vec3, tag

ONE = Vec3(x=1.0, y=1.0, z=1.0)


class Color(Frozen):
    """Unity's ``Color`` as its inspector shows it: sRGB red, green, blue and alpha, each 0-1."""

    r: Annotated[float, Field(ge=0, le=1)]
    g: Annotated[float, Field(ge=0, le=1)]
    b: Annotated[float, Field(ge=0, le=1)]
    a: Annotated[float, Field(ge=0, le=1)] = 1.0


class Vec4(Frozen):
    """A direction with Unity's fourth component, as its skybox materials take it."""

    x: float
    y: float
    z: float
    w: float = 0.0


class Primitive(Frozen):
    """One of Unity's built-in meshes (sizes at scale 1: ``PRIMITIVE_SIZE``)."""

    component_type: Literal["primitive"] = tag("primitive")
    shape: Literal["cube", "sphere", "capsule", "cylinder", "plane", "quad"]
    color: Color


class Dynamic(Frozen):
    """A mesh of the artifact store; ``id`` is the asset's id and its file's stem."""

    component_type: Literal["dynamic"] = tag("dynamic")
    id: str


Mode = Literal["baked", "mixed", "realtime"]
Shadows = Literal["no_shadows", "hard_shadows", "soft_shadows"]


class _Light(Frozen):
    component_type: Literal["light"] = tag("light")
    color: Color
    intensity: float = 1.0
    indirect_multiplier: float = 1.0


class SpotLight(_Light):
    """``range`` in metres, ``spot_angle`` in degrees (full cone)."""

    type: Literal["spot"] = tag("spot")
    range: float
    spot_angle: float
    mode: Mode = "realtime"
    shadow_type: Shadows = "soft_shadows"


class DirectionalLight(_Light):
    """A sun: only the node's rotation matters."""

    type: Literal["directional"] = tag("directional")
    mode: Mode = "realtime"
    shadow_type: Shadows = "soft_shadows"


class PointLight(_Light):
    """``range`` in metres."""

    type: Literal["point"] = tag("point")
    range: float
    mode: Mode = "realtime"
    shadow_type: Shadows = "no_shadows"


class AreaLight(_Light):
    """``range``, ``width``, ``height``, ``radius`` in metres; a rectangle has the middle two."""

    type: Literal["area"] = tag("area")
    shape: Literal["rectangle", "disk"]
    range: float
    width: float | None = None
    height: float | None = None
    radius: float | None = None

    @model_validator(mode="after")
    def _measured(self) -> AreaLight:
        if self.shape == "disk" and self.radius is None:
            raise ValueError("a disk area light needs a radius")
        if self.shape == "rectangle" and (self.width is None or self.height is None):
            raise ValueError("a rectangle area light needs a width and a height")
        return self


Light = Annotated[
    SpotLight | DirectionalLight | PointLight | AreaLight, Field(discriminator="type")
]
Component = Annotated[Primitive | Dynamic | Light, Field(discriminator="component_type")]


class Node(Frozen):
    """One object. ``position`` metres, ``rotation`` degrees, ``scale`` factors, all local."""

    id: NodeId
    name: str
    parent_id: NodeId | None = None
    position: Vec3 = Vec3()
    rotation: Vec3 = Vec3()
    scale: Vec3 = ONE
    components: tuple[Component, ...] = ()

    def asset(self) -> str | None:
        """The id of the mesh asset it shows, if it shows one."""
        return next((c.id for c in self.components if isinstance(c, Dynamic)), None)


class GradientSkybox(Frozen):
    type: Literal["gradient"] = tag("gradient")
    color1: Color
    color2: Color
    up_vector: Vec4 = Vec4(x=0, y=1, z=0)
    intensity: float = 1.0
    exponent: float = 1.0


class SunSkybox(Frozen):
    type: Literal["sun"] = tag("sun")
    top_color: Color
    top_exponent: float = 1.0
    horizon_color: Color
    bottom_color: Color
    bottom_exponent: float = 1.0
    sky_intensity: float = 1.0
    sun_color: Color
    sun_intensity: float = 1.0
    sun_alpha: float = 1.0
    sun_beta: float = 1.0
    sun_vector: Vec4


class CubedSkybox(Frozen):
    type: Literal["cubed"] = tag("cubed")
    tint_color: Color
    exposure: float = 1.0
    rotation: float = 0.0
    cube_map: str


Skybox = Annotated[GradientSkybox | SunSkybox | CubedSkybox, Field(discriminator="type")]


class Scene(Frozen):
    """A whole scene. ``nodes`` by id; every parent is in it."""

    name: str
    skybox: Skybox | None = None
    nodes: dict[NodeId, Node] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _well_formed(self) -> Scene:
        seen: set[str] = set()
        for key, node in self.nodes.items():
            if key != node.id:
                raise ValueError(f"node {node.id!r} is filed under {key!r}")
            if node.parent_id is not None and node.parent_id not in self.nodes:
                raise ValueError(f"node {node.id!r} has no parent {node.parent_id!r} in the scene")
            seen.add(key)
        for node in self.nodes.values():
            _no_cycle(self.nodes, node)
        return self

    @classmethod
    def of(cls, name: str, nodes: Iterable[Node], skybox: Skybox | None = None) -> Scene:
        """A scene of ``nodes``, put into parent-first order."""
        return cls(name=name, skybox=skybox, nodes={n.id: n for n in parents_first(nodes)})

    def children(self, parent: str | None) -> Iterator[Node]:
        """The nodes directly below ``parent`` (None: the roots), in order."""
        return (n for n in self.nodes.values() if n.parent_id == parent)

    def subtree(self, root: str) -> list[NodeId]:
        """``root`` and everything below it, parents first."""
        found = [NodeId(root)]
        for node_id in found:
            found.extend(n.id for n in self.children(node_id))
        return found

    def assets(self) -> set[str]:
        """Ids of the mesh assets that the scene names."""
        return {a for n in self.nodes.values() if (a := n.asset()) is not None}


def parents_first(nodes: Iterable[Node]) -> list[Node]:
    """``nodes`` with every parent before its children, otherwise in the given order."""
    waiting = list(nodes)
    present = {n.id for n in waiting}
    placed: set[str] = set()
    ordered: list[Node] = []
    while waiting:
        ready = [
            n
            for n in waiting
            if n.parent_id is None or n.parent_id in placed or n.parent_id not in present
        ]
        if not ready:
            raise ValueError(f"nodes are each other's parents: {[n.id for n in waiting][:5]}")
        ordered.extend(ready)
        placed.update(n.id for n in ready)
        waiting = [n for n in waiting if n.id not in placed]
    return ordered


def _no_cycle(nodes: dict[NodeId, Node], node: Node) -> None:
    walked = {node.id}
    parent = node.parent_id
    while parent is not None:
        if parent in walked:
            raise ValueError(f"node {node.id!r} is its own ancestor")
        walked.add(parent)
        parent = nodes[parent].parent_id


PRIMITIVE_SIZE: dict[str, tuple[float, float, float]] = {
    "cube": (1.0, 1.0, 1.0),
    "sphere": (1.0, 1.0, 1.0),
    "capsule": (1.0, 2.0, 1.0),
    "cylinder": (1.0, 2.0, 1.0),
    "plane": (10.0, 0.0, 10.0),
    "quad": (1.0, 1.0, 0.0),
}
"""Metres (x, y, z) of Unity's primitives at scale 1."""
