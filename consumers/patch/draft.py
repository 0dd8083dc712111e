"""A scene being edited: its nodes, what they are, and the words for what was done to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from consumers.layout import Placed, placed_of
from consumers.scene_view import BOX
from schemas.edits import SceneItem
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import Node, Scene, Skybox
from schemas.transform import (
    ROOT,
    World,
    euler,
    local_position,
    multiply,
    rounded,
    transpose,
    worlds,
)

Size = tuple[float, float, float]


@dataclass(slots=True)
class Draft:
    """``sizes``: world metres by node; ``nouns``: what things are; ``told``: what was done.

    ``touched``: nodes that were changed, in order. ``unmet``: what could not be done.
    """

    name: str
    skybox: Skybox | None
    nodes: dict[NodeId, Node]
    sizes: dict[NodeId, Size]
    nouns: dict[NodeId, str]
    told: list[str] = field(default_factory=list)
    touched: list[NodeId] = field(default_factory=list)
    unmet: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, scene: Scene, items: Sequence[SceneItem]) -> Draft:
        return cls(
            scene.name,
            scene.skybox,
            dict(scene.nodes),
            {i.id: i.size for i in items},
            {i.id: i.noun for i in items},
        )

    def scene(self) -> Scene:
        """The scene as it stands now."""
        return Scene.of(self.name, self.nodes.values(), self.skybox)

    def standing(self) -> list[Placed]:
        """Where its things stand."""
        return placed_of(self.scene(), self.sizes)

    def change(self, node: NodeId, **members: object) -> None:
        """Give a node other members."""
        self.nodes[node] = self.nodes[node].model_copy(update=members)
        self.touch(node)

    def touch(self, node: NodeId) -> None:
        """Remember that an edit was about this node."""
        if node in self.touched:
            self.touched.remove(node)
        self.touched.append(node)

    def drop(self, node: NodeId) -> None:
        """Remove a node with its own helpers; what stood on it comes down where it stood."""
        scene = self.scene()
        world = worlds(scene)
        parent = self.nodes[node].parent_id
        base = world[parent].position.y if parent is not None else 0.0
        for child in list(scene.children(node)):
            if child.id in self.sizes and not _is_helper(child.id):
                at = world[child.id].position
                self.move_below(child.id, parent, Vec3(x=at.x, y=base, z=at.z), world)
        for gone in self.scene().subtree(node):
            self.nodes.pop(gone, None)
            self.sizes.pop(gone, None)

    def move_below(
        self,
        node: NodeId,
        parent: NodeId | None,
        position: Vec3,
        world: Mapping[NodeId, World],
        yaw: float | None = None,
    ) -> None:
        """Put a node at a world position below ``parent``, keeping its world turn and scale.

        ``yaw``: turn it to these world degrees about the vertical instead.
        """
        above = world[parent] if parent is not None else ROOT
        here = world[node]
        if yaw is None:
            turned = euler(multiply(transpose(above.turned), here.turned))
        else:
            turned = Vec3(y=(yaw - euler(above.turned).y) % 360.0)
        scale, outer = here.scale, above.scale
        self.change(
            node,
            parent_id=parent,
            position=rounded(local_position(above, position), 4),
            rotation=rounded(turned, 4),
            scale=rounded(Vec3(x=scale.x / outer.x, y=scale.y / outer.y, z=scale.z / outer.z), 6),
        )


def _is_helper(node: NodeId) -> bool:
    return node.endswith((BOX, "-light"))
