"""From a layout to the canonical scene, and nodes for things that come later.

One unscaled holder per wish, named as the wish. It shows its mesh as soon as there is one; until
then a child box of the right size and colour stands for it. Things that stand on others are their
children.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from consumers.layout.model import Layout, Placed
from consumers.layout.scenes.lights import (
    GLOWING,
    MOST_GLOWING,
    SEABED,
    glow_node,
    light_nodes,
    skybox,
)
from consumers.layout.scenes.palette import block_color
from consumers.layout.scenes.shell import ROOT, shell_nodes
from consumers.layout.space.geometry import turn_point
from schemas.decomposition import Decomposition, Wish
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import Dynamic, Node, Primitive, Scene
from schemas.transform import ROOT as ORIGIN
from schemas.transform import World, euler, local_position, rounded, worlds


def build_scene(
    decomposition: Decomposition, layout: Layout, looks: Mapping[str, str] | None = None
) -> Scene:
    """The whole scene. ``looks``: asset ids by slot; a slot without one is a box (block-out)."""
    setting = decomposition.setting
    shell = shell_nodes(layout.room, setting)
    lights = light_nodes(layout.room, setting.time, decomposition.lights, parent=ROOT)
    base = Scene.of(decomposition.name, [*shell, *lights])
    items = item_nodes(decomposition.wishes, layout.placed, looks or {}, scene=base)
    if setting.time == "night":
        items += _glows(decomposition.wishes, layout)
    sky = skybox(setting.kind, setting.time, under_water=setting.ground == SEABED)
    return Scene.of(decomposition.name, [*base.nodes.values(), *items], sky)


def item_nodes(
    wishes: Sequence[Wish],
    placed: Mapping[NodeId, Placed],
    looks: Mapping[str, str],
    *,
    scene: Scene,
) -> list[Node]:
    """The nodes of ``wishes`` that have a place, to be added to ``scene``.

    What carries them is among ``placed`` or in the scene, where it may have been moved, turned and
    scaled by hand. Without a carrier they belong to the scene's room holder, if it has one.
    """
    known = worlds(scene)
    root = ROOT if ROOT in scene.nodes else None
    nodes: list[Node] = []
    for wish in wishes:
        here = placed.get(wish.id)
        if here is None:
            continue
        if here.on is not None and here.on in placed:
            nodes.append(_child(wish, here, placed[here.on]))
        else:
            parent = here.on if here.on in scene.nodes else root
            world = known[parent] if parent is not None else ORIGIN
            nodes.append(_below(wish, here, parent, world))
        nodes[-1:] = _shown(nodes[-1], wish, looks)
    return nodes


def _child(wish: Wish, here: Placed, carrier: Placed) -> Node:
    """A node below another new one, which stands upright and unscaled."""
    a, b = carrier.position, here.position
    x, z = turn_point(b.x - a.x, b.z - a.z, -carrier.yaw)
    position = rounded(Vec3(x=x, y=b.y - a.y, z=z), 4)
    turned = Vec3(y=round((here.yaw - carrier.yaw) % 360.0, 4))
    return Node(
        id=wish.id, name=wish.name, parent_id=carrier.id, position=position, rotation=turned
    )


def _below(wish: Wish, here: Placed, parent: NodeId | None, world: World) -> Node:
    """A node below one of the scene's, its world scale 1."""
    scale = world.scale
    yaw = (here.yaw - euler(world.turned).y) % 360.0
    return Node(
        id=wish.id,
        name=wish.name,
        parent_id=parent,
        position=rounded(local_position(world, here.position), 4),
        rotation=Vec3(y=round(yaw, 4) % 360.0),
        scale=rounded(Vec3(x=1 / scale.x, y=1 / scale.y, z=1 / scale.z)),
    )


def _shown(node: Node, wish: Wish, looks: Mapping[str, str]) -> list[Node]:
    """The holder with its mesh, or with the box that stands for it."""
    asset = looks.get(wish.slot)
    if asset is not None:
        return [node.model_copy(update={"components": (Dynamic(id=asset),)})]
    width, height, depth = wish.recipe.size
    box = Node(
        id=NodeId(f"{wish.id}-box"),
        name=f"{wish.name} box",
        parent_id=wish.id,
        position=Vec3(y=round(height / 2, 4)),
        scale=Vec3(x=width, y=height, z=depth),
        components=(Primitive(shape="cube", color=block_color(wish.recipe)),),
    )
    return [node, box]


def _glows(wishes: Sequence[Wish], layout: Layout) -> list[Node]:
    lamps = [w for w in wishes if w.recipe.noun in GLOWING and w.id in layout.placed]
    return [glow_node(w.id, w.name, w.recipe.size[1]) for w in lamps[:MOST_GLOWING]]
