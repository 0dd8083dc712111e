"""10,000 random patches of random scenes: each there and back, and the shipping client's way.

The client here is a small model of its written contract: it deletes with children, then updates
local values, then regenerates, then adds by world position and scale (``schemas.scene_v1`` says
what it is sent). Scales are even here, since only then a client's world scale is exact.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import numpy as np

from ops.bench.scenes.tally import Tally
from schemas.ids import NodeId
from schemas.model import Operation, Vec3
from schemas.patch import PatchRefused, apply, between
from schemas.scene import Color, Dynamic, GradientSkybox, Node, PointLight, Primitive, Scene
from schemas.scene_v1 import scene_document, update_document
from schemas.transform import rotation

PATCHES = 10_000
SEED = 20_260_101
_NAMES = ("chair", "стол", "lamp 2", "a/b~c", "tree")


def patched(count: int = PATCHES, seed: int = SEED) -> Tally:
    """How many random patches lead there, back and, at the client, to the same scene."""
    tally, dice = Tally(), random.Random(seed)
    for n in range(count):
        before = random_scene(dice, dice.randint(0, 9))
        after = random_edit(dice, before)
        patch = between(before, after)
        tally.add("inverse", int(returns(before, after, patch)), 1)
        if n % 10 == 0:  # the client's model is slow
            fits = client_agrees(before, after)
            tally.add("client", int(fits), 1)
            if not fits:
                tally.fail(
                    "client", f"patch {n} of seed {seed}", "the same scene", str(patch)[:300]
                )
    return tally


def returns(before: Scene, after: Scene, patch: Sequence[Operation]) -> bool:
    """Whether ``patch`` makes ``after`` of ``before`` and its inverse ``before`` again, to the
    byte; and whether it is refused where it was already applied."""
    back = between(after, before)
    if not _same(apply(before, patch), after) or not _same(apply(after, back), before):
        return False
    if not any(o["op"] == "test" for o in patch):
        return True
    try:
        apply(after, patch)
    except PatchRefused:
        return True
    return False


def _same(one: Scene, other: Scene) -> bool:
    return (one.name, one.skybox) == (other.name, other.skybox) and (
        {n: v.model_dump_json() for n, v in one.nodes.items()}
        == {n: v.model_dump_json() for n, v in other.nodes.items()}
    )


def random_scene(dice: random.Random, count: int) -> Scene:
    nodes: list[Node] = []
    for n in range(count):
        parent = dice.choice(nodes).id if nodes and dice.random() < 0.5 else None
        nodes.append(_node(dice, NodeId(f"n{n}"), parent))
    return Scene.of(dice.choice(_NAMES), nodes, _sky(dice))


def _node(dice: random.Random, node: NodeId, parent: NodeId | None) -> Node:
    size = round(dice.uniform(0.5, 2.0), 2)
    return Node(
        id=node,
        name=dice.choice(_NAMES),
        parent_id=parent,
        position=_vector(dice),
        rotation=Vec3(y=float(dice.randint(-180, 180))),
        scale=Vec3(x=size, y=size, z=size),
        components=_components(dice),
    )


def _vector(dice: random.Random) -> Vec3:
    x, y, z = (round(dice.uniform(-5, 5), 3) for _ in range(3))
    return Vec3(x=x, y=y, z=z)


def _color(dice: random.Random) -> Color:
    return Color(r=dice.random(), g=dice.random(), b=dice.random())


def _sky(dice: random.Random) -> GradientSkybox | None:
    if dice.random() < 0.5:
        return None
    return GradientSkybox(color1=_color(dice), color2=_color(dice))


def _components(dice: random.Random) -> tuple[Any, ...]:
    match dice.randrange(4):
        case 0:
            return (Primitive(shape="cube", color=_color(dice)),)
        case 1:
            return (PointLight(color=_color(dice), range=round(dice.uniform(1, 9), 2)),)
        case 2:
            return (Dynamic(id=dice.choice(["red-chair", "oak-table", "glass"])),)
    return ()


def random_edit(dice: random.Random, scene: Scene) -> Scene:
    """Some nodes gone, some changed, some hung below others, some new."""
    nodes = dict(scene.nodes)
    for _ in range(dice.randint(1, 4)):
        if not nodes or dice.random() < 0.25:
            parent = dice.choice([*nodes, None])
            fresh = NodeId(f"m{dice.randrange(1000)}")
            nodes[fresh] = _node(dice, fresh, parent if parent != fresh else None)
            continue
        chosen = dice.choice(list(nodes))
        match dice.randrange(5):
            case 0:
                for gone in Scene.of("", nodes.values()).subtree(chosen):
                    del nodes[gone]
            case 1:
                nodes[chosen] = nodes[chosen].model_copy(update={"position": _vector(dice)})
            case 2:
                below = set(Scene.of("", nodes.values()).subtree(chosen))
                parent = dice.choice([*(n for n in nodes if n not in below), None])
                nodes[chosen] = nodes[chosen].model_copy(update={"parent_id": parent})
            case 3:
                look = {"components": _components(dice), "name": dice.choice(_NAMES)}
                nodes[chosen] = nodes[chosen].model_copy(update=look)
            case _:
                nodes[chosen] = _node(dice, chosen, nodes[chosen].parent_id)
    sky = scene.skybox if dice.random() < 0.7 else _sky(dice)
    try:
        return Scene.of(scene.name, nodes.values(), sky)
    except ValueError:  # two new nodes hung below each other
        return scene.model_copy(update={"skybox": sky})


def client_agrees(before: Scene, after: Scene) -> bool:
    """Whether the client that shows ``before`` shows ``after`` once it has the SceneUpdate."""
    shown: dict[str, _Object] = {}
    _build(scene_document(before)["graph"], None, shown)
    update = update_document(before, after)
    for gone in update["objects_to_delete"]:
        for node in [n for n, o in shown.items() if o.is_below(gone, shown)]:
            del shown[node]
    for change in update["objects_to_update"]:
        shown[change["id"]].update(change)
    for change in update["objects_to_regenerate"]:
        shown[change["id"]].regenerate(change)
    for added in update["objects_to_add"]:
        item = added["scene_object"]
        _build([item], item["parent_id"], shown)
    wanted: dict[str, _Object] = {}
    _build(scene_document(after)["graph"], None, wanted)
    sky = update["skybox"] is None or update["skybox"] == after.model_dump(mode="json")["skybox"]
    return (
        sky
        and shown.keys() == wanted.keys()
        and all(shown[n].looks_like(o, shown, wanted) for n, o in wanted.items())
    )


class _Object:
    """A game object: local position, rotation (Euler degrees) and scale below ``parent``."""

    def __init__(self, item: dict[str, Any], parent: str | None, known: dict[str, _Object]) -> None:
        self.parent = parent
        self.components = item["components"]
        self.turn = item["rotation"]
        self.place = np.array([item["position"][a] for a in "xyz"])
        self.size = np.array([item["scale"][a] for a in "xyz"])
        if parent is not None:
            above = known[parent].world(known)
            self.place = (np.linalg.inv(above) @ np.append(self.place, 1.0))[:3]
            self.size = self.size / np.linalg.norm(above[:3, :3], axis=0)

    def world(self, known: dict[str, _Object]) -> Any:
        local = np.eye(4)
        local[:3, :3] = np.array(rotation(Vec3(**self.turn))) @ np.diag(self.size)
        local[:3, 3] = self.place
        return local if self.parent is None else known[self.parent].world(known) @ local

    def is_below(self, node: str, known: dict[str, _Object]) -> bool:
        """Whether it is ``node`` or has it above."""
        at: _Object | None = self
        while at is not None:
            if known.get(node) is at:
                return True
            at = known.get(at.parent) if at.parent is not None else None
        return False

    def update(self, change: dict[str, Any]) -> None:
        self.parent = change.get("parent_id") or self.parent
        if "position" in change:
            self.place = np.array([change["position"][a] for a in "xyz"])
        if "rotation" in change:
            self.turn = change["rotation"]
        if "scale" in change:
            self.size = np.array([change["scale"][a] for a in "xyz"])
        for part in change.get("components_to_update", []):
            self.components = [
                {**c, **part} if c["component_type"] == part["component_type"] else c
                for c in self.components
            ]

    def regenerate(self, change: dict[str, Any]) -> None:
        mesh = [{"component_type": "dynamic", "id": change.get("new_id", "")}]
        others = [c for c in self.components if c["component_type"] != "dynamic"]
        self.components = mesh + others

    def looks_like(
        self, other: _Object, ours: dict[str, _Object], theirs: dict[str, _Object]
    ) -> bool:
        """The same kinds of components, at the same place, turned and sized alike."""
        kinds = [[c["component_type"] for c in o.components] for o in (self, other)]
        return sorted(kinds[0]) == sorted(kinds[1]) and bool(
            np.allclose(self.world(ours), other.world(theirs), atol=1e-3)
        )


def _build(graph: list[dict[str, Any]], parent: str | None, known: dict[str, _Object]) -> None:
    for item in graph:
        known[item["id"]] = _Object(item, parent, known)
        _build(item["children"], item["id"], known)
