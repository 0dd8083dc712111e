"""A session's scene as words refer to it: its objects with nouns, colours, sizes and places.

Shared by the agent (questions, routing) and the patch stage (what "the red chair" means). The shell
(floor, walls) is in it by name; its lights, parts of its ground and helpers such as a block-out's
boxes are not.
"""

from __future__ import annotations

from collections.abc import Mapping

from consumers.layout import is_shell, is_tract
from consumers.lexicon.words.nouns import names
from schemas.edits import SceneItem
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.recipe import Recipe
from schemas.scene import PRIMITIVE_SIZE, Color, Node, Primitive, Scene
from schemas.state import Asset, SessionState
from schemas.transform import World, euler, rounded, worlds

GLOW = "-light"
"""The suffix of a lamp's own light, a child of it."""
BOX = "-box"
"""The suffix of a block-out's box, a child of the object it stands for."""


def items(state: SessionState) -> tuple[SceneItem, ...]:
    """Every object of the session's scene, in its order; none without a scene."""
    return items_of(state.scene, state.assets) if state.scene is not None else ()


def items_of(scene: Scene, assets: Mapping[str, Asset]) -> tuple[SceneItem, ...]:
    """Every object of ``scene``, in its order; ``assets`` are those it may show."""
    placed = worlds(scene)
    recipes = {a.id: a.recipe for a in assets.values()}
    shown = [n for n in scene.nodes.values() if _is_item(scene, n)]
    known = {n.id for n in shown}
    return tuple(_item(scene, n, placed[n.id], recipes, known) for n in shown)


def is_helper(node: Node, suffix: str) -> bool:
    """Whether ``node`` is the box or the glow of its parent; a toy box is neither."""
    return node.parent_id is not None and node.id == f"{node.parent_id}{suffix}"


def _is_item(scene: Scene, node: Node) -> bool:
    if is_helper(node, BOX) or is_tract(node.id):
        return False
    lights_only = all(c.component_type == "light" for c in node.components)
    if lights_only and node.components and (is_shell(node.id) or is_helper(node, GLOW)):
        return False  # the room's own light and a lamp's glow are no things by themselves
    return bool(node.components) or NodeId(node.id + BOX) in scene.nodes


def _item(
    scene: Scene, node: Node, world: World, recipes: dict[str, Recipe], known: set[NodeId]
) -> SceneItem:
    recipe = recipes.get(node.asset() or "")
    box = scene.nodes.get(NodeId(node.id + BOX))
    primitive = _primitive(box or node)
    size = recipe.size if recipe else _primitive_size(box or node, primitive)
    scale = world.scale
    size = (size[0] * abs(scale.x), size[1] * abs(scale.y), size[2] * abs(scale.z))
    position = rounded(world.position)
    if recipe is None and box is None and primitive is not None:
        position = Vec3(x=position.x, y=position.y - size[1] / 2, z=position.z)
    carrier = node.parent_id if node.parent_id in known else None
    return SceneItem(
        id=node.id,
        name=node.name,
        noun=recipe.noun if recipe else "" if is_shell(node.id) else _noun(node.name),
        color=(recipe.color if recipe else None) or (_hex(primitive.color) if primitive else None),
        material=recipe.material if recipe else None,
        position=position,
        size=size,
        yaw=round(euler(world.turned).y, 3),
        on=carrier,
    )


def _primitive(node: Node) -> Primitive | None:
    return next((c for c in node.components if isinstance(c, Primitive)), None)


def _primitive_size(node: Node, primitive: Primitive | None) -> tuple[float, float, float]:
    if primitive is None:
        return (0.3, 0.3, 0.3)
    width, height, depth = PRIMITIVE_SIZE[primitive.shape]
    if is_helper(node, BOX):
        return (width * node.scale.x, height * node.scale.y, depth * node.scale.z)
    return (width, height, depth)


def _noun(name: str) -> str:
    words = [w for w in name.lower().split() if not w.isdigit()]
    for start in range(len(words)):
        noun = names().get(" ".join(words[start:]))
        if noun:
            return noun
    return ""


def _hex(color: Color) -> str:
    return "#" + "".join(f"{round(v * 255):02x}" for v in (color.r, color.g, color.b))
