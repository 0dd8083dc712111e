"""A scene being edited: its nodes, what they are, and the words for what was done to them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from consumers.layout import Fitting, Placed, is_shell, lift_of, placed_of, room_of
from consumers.patch.summing import the
from consumers.scene_view import BOX, GLOW, is_helper
from schemas.edits import SceneItem
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import Node, Scene, Skybox
from schemas.transform import (
    ROOT,
    World,
    add,
    euler,
    lengths,
    local_position,
    multiply,
    rotation,
    rounded,
    transpose,
    worlds,
)

Size = tuple[float, float, float]


@dataclass(slots=True)
class Draft:
    """``sizes``: world metres by node; ``nouns``: what things are; ``told``: what was done.

    ``touched``: nodes that were changed, in order. ``unmet``: what could not be done.
    ``former``: places that something left, as moves name them.
    """

    name: str
    skybox: Skybox | None
    nodes: dict[NodeId, Node]
    sizes: dict[NodeId, Size]
    nouns: dict[NodeId, str]
    told: list[str] = field(default_factory=list)
    touched: list[NodeId] = field(default_factory=list)
    unmet: list[str] = field(default_factory=list)
    former: Mapping[NodeId, Placed] = field(default_factory=dict)

    @classmethod
    def of(cls, scene: Scene, items: Sequence[SceneItem]) -> Draft:
        return cls(
            scene.name,
            scene.skybox,
            dict(scene.nodes),
            {i.id: i.size for i in items},
            {i.id: i.noun for i in items},
        )

    def copy(self) -> Draft:
        """This draft as it is now, to come back to."""
        return replace(
            self,
            nodes=dict(self.nodes),
            sizes=dict(self.sizes),
            nouns=dict(self.nouns),
            told=[*self.told],
            touched=[*self.touched],
            unmet=[*self.unmet],
        )

    def restore(self, earlier: Draft) -> None:
        """Be again as ``earlier`` was."""
        for member in fields(self):
            setattr(self, member.name, getattr(earlier, member.name))

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

    def drop(self, node: NodeId) -> list[NodeId]:
        """Remove a node with its own helpers; what stood on it comes down where it stood.

        The ids of what came down.
        """
        scene = self.scene()
        world = worlds(scene)
        parent = self.nodes[node].parent_id
        held = next((p.kind for p in self.standing() if p.id == node), "floor")
        floor = room_of(scene).y if held in ("air", "wall", "ceiling") else None
        base = world[node].position.y - self.lift(node) if floor is None else floor
        down = [c.id for c in scene.children(node) if self.is_thing(c.id)]
        for child in down:
            at = world[child].position
            down_to = Vec3(x=at.x, y=base + self.lift(child), z=at.z)
            self.move_below(child, parent, down_to, world)
        for gone in self.scene().subtree(node):
            self.nodes.pop(gone, None)
            self.sizes.pop(gone, None)
        return down

    def lift(self, node: NodeId) -> float:
        """Metres from a thing's base up to its node's own origin."""
        return lift_of(self.nodes[node], self.sizes.get(node, (0.0, 0.0, 0.0)))

    def is_thing(self, node: NodeId) -> bool:
        """Whether a node is a thing by itself, and no helper of another such as its glow."""
        helps = node in self.nodes and any(
            is_helper(self.nodes[node], suffix) for suffix in (BOX, GLOW)
        )
        return node in self.sizes and not helps

    def name_of(self, node: NodeId | None) -> str:
        """What people call a node; the room's walls and edges for None."""
        if node is None:
            return "the edge of the room"
        return the(self.nodes[node].name) if node in self.nodes else str(node)

    def fitting(
        self, node: NodeId, ignored: Collection[NodeId] = (), along: Sequence[NodeId] = ()
    ) -> Fitting | None:
        """The thing lifted off what stands, to be put down again; None for what is no thing.

        ``along``: what is lifted with it.
        """
        standing = self.standing()
        if node not in {p.id for p in standing}:
            return None
        room = room_of(self.scene())
        return Fitting(room, standing, self.nouns, node, frozenset(ignored), along)

    def stand_all(
        self, moved: Sequence[Placed], along: Collection[NodeId] = (), *, keep: bool = True
    ) -> None:
        """Put a thing (the first) to its new place, and those of the others that go ``along``."""
        self.stand(moved[0], keep=keep)
        for thing in moved[1:]:
            if thing.id in along:
                self.stand(thing)
        self.touch(moved[0].id)

    def stand(self, thing: Placed, *, keep: bool = True) -> None:
        """Put a thing to its new place, with all that hangs below it in the hierarchy.

        ``keep``: below its present parent, else below what carries it or the room.
        """
        world = worlds(self.scene())
        node = self.nodes[thing.id]
        origin = add(thing.position, Vec3(y=self.lift(thing.id)))
        if not keep:
            parent = thing.on if thing.on is not None else self.holder(node)
            self.move_below(thing.id, parent, origin, world, yaw=thing.yaw)
            return
        above = world[node.parent_id] if node.parent_id is not None else ROOT
        position = rounded(local_position(above, origin), 4)
        turned = (thing.yaw - euler(world[thing.id].turned).y + 180.0) % 360.0 - 180.0
        yaw = node.rotation.y if abs(turned) < 1e-3 else (node.rotation.y + turned) % 360.0
        moved = position if rounded(node.position, 4) != position else node.position
        turn = Vec3(x=node.rotation.x, y=round(yaw, 4), z=node.rotation.z)
        scale = node.scale
        if turn != node.rotation and node.parent_id is not None:
            kept = scale_below(above, turn, lengths(world[thing.id].linear))
            scale = node.scale if rounded(node.scale) == kept else kept
        self.change(thing.id, position=moved, rotation=turn, scale=scale)

    def holder(self, node: Node) -> NodeId | None:
        """The shell's holder above a node, which keeps what nothing else carries."""
        at = node.parent_id
        while at is not None and not is_shell(at):
            at = self.nodes[at].parent_id
        return at

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
        facing = here.turned
        if yaw is not None:
            facing = multiply(rotation(Vec3(y=yaw - euler(facing).y)), facing)
        turned = rounded(euler(multiply(transpose(above.turned), facing)), 4)
        self.change(
            node,
            parent_id=parent,
            position=rounded(local_position(above, position), 4),
            rotation=turned,
            scale=scale_below(above, turned, lengths(here.linear)),
        )


def scale_below(parent: World, turned: Vec3, size: Vec3) -> Vec3:
    """The local scale that makes the axes of a node, turned so below ``parent``, as long as
    ``size`` in the world."""
    outer = lengths(multiply(parent.linear, rotation(turned)))
    return rounded(Vec3(x=size.x / outer.x, y=size.y / outer.y, z=size.z / outer.z), 6)
