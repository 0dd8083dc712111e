"""What must be true of every edit, whatever it was: it changes what it names and nothing else, the
scene stays as sound as it was, and the shipping client comes to the same scene.

An edit may change the nodes it names, those that stand on them, and the light where it is about
light. Boxes are seen and judged by ``ops.bench.scenes``, which asks no layout code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import numpy as np

from consumers.layout import is_shell
from ops.bench.scenes import sound
from ops.bench.scenes.view import Thing, View, boxed, depth, matrix, view
from schemas.decomposition import RelationKind
from schemas.edits import (
    Add,
    Arrange,
    Edit,
    Move,
    Recolor,
    Relight,
    Remove,
    Replace,
    Resize,
    Rotate,
)
from schemas.ids import NodeId
from schemas.scene import PRIMITIVE_SIZE, Node, Primitive, Scene
from schemas.scene_v1 import update_document
from tests.edited_scenes import Room
from tests.random_edits import Done
from tests.unity import quaternions
from tests.unity.client import Client, GameObject

IN_THE_AIR = (RelationKind.ABOVE, RelationKind.HANGING_FROM)
MILLIMETRE = 0.001


def may_change(edits: tuple[Edit, ...], scene: Scene) -> set[NodeId]:
    """The nodes that ``edits`` are about, with all below them."""
    named: set[NodeId] = set()
    for edit in edits:
        match edit:
            case Remove(nodes=nodes) | Arrange(nodes=nodes):
                named.update(nodes)
            case Move(node=node, to=to):
                named.add(node)
                named.update((to,) if to is not None else ())
            case Rotate(node=node) | Resize(node=node) | Replace(node=node) | Recolor(node=node):
                named.add(node)
            case Relight():
                named.update(n.id for n in scene.nodes.values() if _is_light(n))
                named.update(edit.lamps)
    return {n for node in named if node in scene.nodes for n in scene.subtree(node)}


def _is_light(node: Node) -> bool:
    return any(c.component_type == "light" for c in node.components)


def strays(did: Done) -> list[str]:
    """Nodes that changed, or went, although no edit was about them."""
    allowed = may_change(did.edits, did.before.scene)
    old, new = did.before.scene.nodes, did.after.scene.nodes
    return [
        f"{n!r} {'changed' if n in new else 'is gone'}"
        for n, node in old.items()
        if n not in allowed and (n not in new or new[n].model_dump_json() != node.model_dump_json())
    ]


def seen(here: Room) -> View:
    """The scene as people see it, primitives that are no part of its shell included."""
    recipes = {a.id: a.recipe for a in here.assets.values()}
    # A name that a hand gave makes no walls: the shell goes by its ids.
    plain = {
        n: node if is_shell(n) else node.model_copy(update={"name": f"thing {i}"})
        for i, (n, node) in enumerate(here.scene.nodes.items())
    }
    found = view(here.scene.model_copy(update={"nodes": plain}), recipes)
    known = {t.id for t in found.things}
    things = list(found.things)
    for node in here.scene.nodes.values():
        block = next((c for c in node.components if isinstance(c, Primitive)), None)
        if block is not None and node.id not in known and not is_shell(node.id):
            half = np.array(PRIMITIVE_SIZE[block.shape]) / 2
            box = boxed(matrix(here.scene, node), np.zeros(3), half)
            things.append(Thing(node.id, node.name, "", None, None, box, node.parent_id))
    return replace(found, things=tuple(things))


def faults(did: Done) -> list[str]:
    """Collisions, things out of bounds and things held by nothing that were not there before.

    What is or was tilted or sheared, or stood outside or in the air, is left to the eye, with what
    was put in the stead of that.
    """
    old, new = seen(did.before), seen(did.after)
    lean = {t.id for s in (old, new) for t in s.things if not _upright(t)}
    lost = lean | _outside(old) | _unheld(old, set())
    lost |= {e.node for e in did.edits if isinstance(e, Move) and e.to in lost}
    names = {t.id: t.name for t in new.things}
    fallen = _unheld(new, _lifted(did)) - _unheld(old, set()) - lost
    old, new = _without(old, lost), _without(new, lost)
    was = set(_collisions(old))
    return [
        *(
            f"{names[a]!r} ({a}) and {names[b]!r} ({b}) enter each other"
            for a, b in _collisions(new)
            if (a, b) not in was
        ),
        *(f"{names[n]!r} ({n}) out of bounds" for n in _outside(new) - _outside(old)),
        *(f"{names[n]!r} ({n}) held by nothing" for n in fallen),
    ]


def _collisions(scene: View) -> Iterator[tuple[NodeId, NodeId]]:
    reach = {t.id: float(np.linalg.norm(t.box.half)) for t in scene.things}
    for a, b in combinations(scene.things, 2):
        apart = float(np.linalg.norm(a.box.middle - b.box.middle))
        if apart > reach[a.id] + reach[b.id] or depth(a.box, b.box) <= MILLIMETRE:
            continue
        if sound.collisions(replace(scene, things=(a, b))):
            first, second = sorted((a.id, b.id))
            yield first, second


def _outside(scene: View) -> set[NodeId]:
    if not scene.place.floors:
        return set()
    return {t.id for t in scene.things if sound.outside(replace(scene, things=(t,)))}


def _unheld(scene: View, floating: set[NodeId]) -> set[NodeId]:
    return {t.id for t in scene.things if not sound.held(t, scene, frozenset(floating))}


def _upright(thing: Thing) -> bool:
    axes = thing.box.axes
    return bool(axes[1, 1] > 0.9999 and abs(float(axes[:, 0] @ axes[:, 2])) < 1e-6)


def _without(scene: View, some: set[NodeId]) -> View:
    return replace(scene, things=tuple(t for t in scene.things if t.id not in some))


def _lifted(did: Done) -> set[NodeId]:
    """What was asked to be in the air, with what stands on it."""
    up = {e.node for e in did.edits if isinstance(e, Move) and e.by is not None and e.by.y > 0}
    for edit in did.edits:
        asked = edit.relations if isinstance(edit, Add) else ()
        asked = (edit.relation,) if isinstance(edit, Move) and edit.relation else asked
        up |= {r.subject for r in asked if r.kind in IN_THE_AIR}
    scene = did.after.scene
    return {n for root in up if root in scene.nodes for n in scene.subtree(root)}


def client_differs(did: Done) -> str:
    """Where the shipping client, which shows the scene before, ends up elsewhere than the patch
    does, in words; "" where it does not."""
    client = Client()
    load(client, did.before.scene)
    client.apply(json.dumps(update_document(did.before.scene, did.after.scene)))
    scene = did.after.scene
    if client.objects.keys() != scene.nodes.keys():
        return f"other objects: {sorted(client.objects.keys() ^ scene.nodes.keys())[:4]}"
    for node_id, node in scene.nodes.items():
        shown = client.objects[str(node_id)]
        off = float(np.abs(shown.local_to_world() - matrix(scene, node)).max())
        if off > MILLIMETRE:
            return f"{node_id!r} is off by {off:.4f}"
        if (shown.parent.id if shown.parent else None) != node.parent_id:
            return f"{node_id!r} hangs below {shown.parent and shown.parent.id!r}"
    return "; ".join(client.logged)


def load(client: Client, scene: Scene) -> None:
    """The client with ``scene`` as a hand made it there: the local values are its own."""
    for node in scene.nodes.values():
        parent = client.objects[str(node.parent_id)] if node.parent_id is not None else None
        made = GameObject(
            str(node.id),
            node.name,
            parent,
            np.array([node.position.x, node.position.y, node.position.z]),
            quaternions.from_euler(np.array([node.rotation.x, node.rotation.y, node.rotation.z])),
            np.array([node.scale.x, node.scale.y, node.scale.z]),
            [c.model_dump(mode="json", exclude_none=True) for c in node.components],
        )
        (client.roots if parent is None else parent.children).append(made)
        client.objects[made.id] = made
