"""A plan of edits applied to a scene: pure, one function a kind of edit.

Positions come from the layout kit, so that what is added or moved stands free and supported. What
an edit does not name keeps its values to the bit.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consumers.layout import (
    Unmet,
    is_shell,
    item_nodes,
    light_nodes,
    place_more,
    relocate,
    room_of,
    sentences,
    skybox,
)
from consumers.patch.draft import Draft
from consumers.scene_view import BOX
from schemas.edits import (
    Add,
    Edit,
    Move,
    Recolor,
    Relight,
    Remove,
    Replace,
    Resize,
    Rotate,
    SceneItem,
)
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.recipe import Recipe
from schemas.scene import Color, Component, Dynamic, Node, Primitive, Scene
from schemas.transform import add, rounded, worlds


@dataclass(frozen=True, slots=True)
class Applied:
    """The scene after the edits. ``summary``: what was done, for people; ``touched``: the nodes it
    was done to, the latest first; ``unmet``: what could not be done, and why."""

    scene: Scene
    summary: str
    touched: tuple[NodeId, ...]
    unmet: tuple[str, ...]


def apply_edits(
    scene: Scene,
    items: Sequence[SceneItem],
    edits: Sequence[Edit],
    looks: Mapping[str, str],
    seed: int,
) -> Applied:
    """The scene after ``edits``, in order. ``looks``: the asset each slot got."""
    draft = Draft.of(scene, items)
    for edit in edits:
        _apply(draft, edit, looks, seed)
    told = "; ".join(draft.told)
    return Applied(
        draft.scene(),
        f"{told[:1].upper()}{told[1:]}." if told else "Nothing was changed.",
        tuple(reversed([n for n in draft.touched if n in draft.nodes])),
        tuple(dict.fromkeys(draft.unmet)),
    )


def _apply(draft: Draft, edit: Edit, looks: Mapping[str, str], seed: int) -> None:
    match edit:
        case Add():
            _add(draft, edit, looks, seed)
        case Remove():
            _remove(draft, edit)
        case Relight():
            _relight(draft, edit)
        case Move() | Rotate() | Resize() | Replace() | Recolor() if edit.node not in draft.nodes:
            draft.unmet.append(f"{edit.node} is not in the scene any more")
        case Move():
            _move(draft, edit, seed)
        case Rotate():
            _rotate(draft, edit)
        case Resize():
            _resize(draft, edit)
        case Replace():
            _replace(draft, edit, looks)
        case Recolor():
            _recolor(draft, edit)


def _add(draft: Draft, edit: Add, looks: Mapping[str, str], seed: int) -> None:
    scene = draft.scene()
    more = place_more(
        room_of(scene), draft.standing(), draft.nouns, edit.wishes, edit.relations, seed=seed
    )
    for node in item_nodes(edit.wishes, more.placed, looks, scene=scene):
        draft.nodes[node.id] = node
    for wish in edit.wishes:
        if wish.id in more.placed:
            draft.sizes[wish.id] = wish.recipe.size
            draft.nouns[wish.id] = wish.recipe.noun
            draft.touch(wish.id)
            draft.told.append(f"added {wish.name}")
    draft.unmet.extend(sentences(more.unmet))


def _remove(draft: Draft, edit: Remove) -> None:
    wanted = [n for n in edit.nodes if n in draft.nodes]
    gone = [draft.nodes[n].name for n in wanted]
    for node in wanted:
        if node in draft.nodes:
            draft.drop(node)
    if gone:
        draft.told.append(f"removed {', '.join(gone)}")


def _move(draft: Draft, edit: Move, seed: int) -> None:
    scene = draft.scene()
    world = worlds(scene)
    node = draft.nodes[edit.node]
    if edit.by is not None:
        position = add(world[edit.node].position, edit.by)
        draft.move_below(edit.node, node.parent_id, position, world)
    elif edit.relation is not None:
        if edit.node not in {p.id for p in draft.standing()}:
            draft.unmet.append(f"{node.name} can not be moved that way")
            return
        moved = relocate(
            room_of(scene), draft.standing(), draft.nouns, edit.node, edit.relation, seed=seed
        )
        if isinstance(moved, Unmet):
            draft.unmet.append(moved.reason)
            return
        place = moved[0]
        parent = place.on if place.on is not None else _holder(draft, node)
        draft.move_below(edit.node, parent, place.position, world, yaw=place.yaw)
    draft.told.append(f"moved {node.name}")


def _holder(draft: Draft, node: Node) -> NodeId | None:
    """The shell's holder above a node, which keeps what nothing else carries."""
    at = node.parent_id
    while at is not None and not is_shell(at):
        at = draft.nodes[at].parent_id
    return at


def _rotate(draft: Draft, edit: Rotate) -> None:
    node = draft.nodes[edit.node]
    degrees = edit.degrees
    if edit.facing is not None and edit.facing in draft.nodes:
        world = worlds(draft.scene())
        here, there = world[edit.node], world[edit.facing]
        wanted = math.degrees(
            math.atan2(there.position.x - here.position.x, there.position.z - here.position.z)
        )
        forward = here.turned
        degrees = wanted - math.degrees(math.atan2(forward[0][2], forward[2][2]))
    turned = Vec3(x=node.rotation.x, y=(node.rotation.y + degrees) % 360.0, z=node.rotation.z)
    draft.change(edit.node, rotation=rounded(turned, 4))
    draft.told.append(f"turned {node.name}")


def _resize(draft: Draft, edit: Resize) -> None:
    node, factor = draft.nodes[edit.node], edit.factor
    draft.change(edit.node, scale=_times(node.scale, factor))
    for child in draft.scene().children(edit.node):
        if child.id in draft.sizes:  # what stands on it keeps its own size
            draft.nodes[child.id] = child.model_copy(
                update={"scale": _times(child.scale, 1 / factor)}
            )
    width, height, depth = draft.sizes.get(edit.node, (1.0, 1.0, 1.0))
    draft.sizes[edit.node] = (width * factor, height * factor, depth * factor)
    draft.told.append(f"made {node.name} {'bigger' if factor > 1 else 'smaller'}")


def _replace(draft: Draft, edit: Replace, looks: Mapping[str, str]) -> None:
    node = draft.nodes[edit.node]
    asset = looks.get(edit.slot)
    if asset is None:
        draft.unmet.append(f"{edit.recipe.label} could not be made; {node.name} stays as it was")
        return
    box = NodeId(f"{node.id}{BOX}")
    draft.nodes.pop(box, None)
    others = tuple(c for c in node.components if not isinstance(c, Dynamic | Primitive))
    old = draft.sizes.get(edit.node, edit.recipe.size)
    shrink = _own_scale(draft, node)
    draft.change(
        edit.node,
        name=edit.name or node.name,
        components=(Dynamic(id=asset), *others),
        scale=shrink,
    )
    _settle(draft, edit.node, old[1], edit.recipe)
    draft.sizes[edit.node] = edit.recipe.size
    draft.nouns[edit.node] = edit.recipe.noun
    told = f"replaced {node.name} with {edit.name}" if edit.name else f"changed {node.name}"
    draft.told.append(f"{told} ({edit.recipe.label})" if not edit.name else told)


def _own_scale(draft: Draft, node: Node) -> Vec3:
    """The local scale that makes a node's world scale 1: meshes come in metres."""
    parent = node.parent_id
    outer = worlds(draft.scene())[parent].scale if parent is not None else Vec3(x=1, y=1, z=1)
    return rounded(Vec3(x=1 / outer.x, y=1 / outer.y, z=1 / outer.z))


def _settle(draft: Draft, node: NodeId, old_height: float, recipe: Recipe) -> None:
    """Lift or lower what stands on a node whose height has changed."""
    if old_height <= 0:
        return
    share = recipe.size[1] / old_height
    for child in draft.scene().children(node):
        if child.id in draft.sizes and child.position.y > 0.2 * old_height:
            lifted = Vec3(x=child.position.x, y=child.position.y * share, z=child.position.z)
            draft.nodes[child.id] = child.model_copy(update={"position": rounded(lifted, 4)})


def _recolor(draft: Draft, edit: Recolor) -> None:
    node = draft.nodes[edit.node]
    red, green, blue = (int(edit.color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    shown = tuple(
        c.model_copy(update={"color": Color(r=red, g=green, b=blue, a=c.color.a)})
        if isinstance(c, Primitive)
        else c
        for c in node.components
    )
    if shown == node.components:
        draft.unmet.append(f"{node.name} has no colour of its own to change")
        return
    draft.change(edit.node, components=shown)
    draft.told.append(f"coloured {node.name}")


def _relight(draft: Draft, edit: Relight) -> None:
    room = room_of(draft.scene())
    holder = next((n.id for n in draft.nodes.values() if is_shell(n.id)), None)
    present = [n for n in draft.nodes.values() if _is_light(n) and is_shell(n.id)]
    if edit.time is not None:
        draft.skybox = skybox(room.kind, edit.time)
        for fresh in light_nodes(room, edit.time, parent=holder):
            draft.nodes[fresh.id] = fresh
            draft.touch(fresh.id)
        draft.told.append(
            {"day": "it is day", "night": "it is night"}.get(edit.time, "the sun sets")
        )
    if edit.lights:
        for fresh in light_nodes(room, edit.time or "day", edit.lights, parent=holder):
            if fresh.id not in {n.id for n in present}:
                draft.nodes[fresh.id] = fresh
                draft.touch(fresh.id)
        draft.told.append("added light")
    if edit.brightness != 1.0:
        for node in [n for n in draft.nodes.values() if _is_light(n)]:
            draft.change(
                node.id, components=tuple(_dimmed(c, edit.brightness) for c in node.components)
            )
        draft.told.append("made the light " + ("brighter" if edit.brightness > 1 else "softer"))


def _is_light(node: Node) -> bool:
    return any(c.component_type == "light" for c in node.components)


def _dimmed(component: Component, factor: float) -> Component:
    if component.component_type != "light":
        return component
    return component.model_copy(update={"intensity": round(component.intensity * factor, 4)})


def _times(scale: Vec3, factor: float) -> Vec3:
    return rounded(Vec3(x=scale.x * factor, y=scale.y * factor, z=scale.z * factor))
