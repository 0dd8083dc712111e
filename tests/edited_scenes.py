"""Furnished scenes to edit, and an account of what an edit did to them that asks no layout code.

Boxes are those of the scene's items, upright; two collide when they overlap by more than 2 mm.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from consumers.decompose.rules import decompose
from consumers.layout import build_scene, lay_out
from consumers.patch.apply import Applied, apply_edits
from consumers.patch.rules import plan
from consumers.scene_view import items_of
from schemas.artifacts import ArtifactRef
from schemas.edits import Add, Edit, Replace, SceneItem
from schemas.ids import NodeId
from schemas.recipe import Recipe
from schemas.scene import Scene
from schemas.state import Asset

DEEP = 0.002
MESH = ArtifactRef(sha256="0" * 64, size=1, media_type="model/gltf-binary")
TOLD = {
    "dining": "a dining room with a wooden table, four chairs around the table, a red chair in the"
    " corner, a vase on the table, a lamp next to the table, a cabinet against the wall, a rug"
    " under the table and a picture on the wall",
    "garden": "a garden with a house, five trees, a bench, a fountain, a statue, a balloon and a"
    " dog",
    "bedroom": "a bedroom with a bed, two nightstands next to the bed, a lamp on each nightstand,"
    " a wardrobe against the wall, a desk, a laptop on the desk, a chair at the desk and a window",
    "office": "an office with a desk, an office chair at the desk, a bookshelf, three books on the "
    "desk, a cup on the desk, a sofa, a floor lamp, three crates and a plant in the corner",
    "living": "a living room with a red sofa, a blue armchair, a coffee table, two lamps, a tv, a "
    "bookshelf, a vase on the coffee table, a bottle on the coffee table and a cat",
}


@dataclass(frozen=True)
class Room:
    """A scene and the assets that its things show."""

    scene: Scene
    assets: Mapping[str, Asset] = field(default_factory=dict)

    @property
    def items(self) -> tuple[SceneItem, ...]:
        return items_of(self.scene, self.assets)

    def item(self, name: str) -> SceneItem:
        """The item of that name; KeyError without one."""
        found = {i.name: i for i in self.items}
        return found[name]


@dataclass(frozen=True)
class Edited:
    """What the words of an edit came to."""

    before: Room
    after: Room
    edits: tuple[Edit, ...]
    unmet: tuple[str, ...]
    done: Applied

    @property
    def summary(self) -> str:
        return self.done.summary

    @property
    def said(self) -> str:
        """All that could not be done."""
        return "; ".join((*self.unmet, *self.done.unmet))

    def gone(self) -> set[str]:
        """Names of the things that are not there any more."""
        left = {i.id for i in self.after.items}
        return {i.name for i in self.before.items if i.id not in left}

    def came(self) -> list[SceneItem]:
        old = {i.id for i in self.before.items}
        return [i for i in self.after.items if i.id not in old]

    def changed(self) -> set[str]:
        """Earlier names of the things whose nodes are not what they were, or are gone."""
        old, new = self.before.scene.nodes, self.after.scene.nodes
        names = {i.id: i.name for i in self.before.items}
        return {names[n] for n in names if n in old and new.get(n) != old[n]}

    def facts(self) -> list[str]:
        """What became of each thing whose node is another one now, of new things and the light;
        and that something could not be done."""
        told = [f"{name}: gone" for name in sorted(self.gone())]
        names = {i.id: i.name for i in self.after.items}
        for name in sorted(self.changed() - self.gone()):
            told.append(f"{name}: {' '.join(self._became(name, names))}")
        for item in self.came():
            on = f" on {names[item.on]}" if item.on else ""
            told.append(f"{item.name}: new{on}")
        light = [n for n, node in self.after.scene.nodes.items() if n not in names]
        old, new = self.before.scene, self.after.scene
        if any(old.nodes.get(n) != new.nodes[n] for n in light) or old.skybox != new.skybox:
            told.append("light: changed")
        if any(n not in new.nodes and n.endswith("-light") for n in old.nodes):
            told.append("light: gone")
        return [*told, "unmet"] if self.said else told

    def _became(self, name: str, names: Mapping[NodeId, str]) -> Iterator[str]:
        was = self.before.item(name)
        now = next(i for i in self.after.items if i.id == was.id)
        if now.name != was.name or self._asset(now.id) != self._asset(was.id, before=True):
            yield f"is {now.name}"
        if now.on != was.on:
            yield f"on {names[now.on]}" if now.on else "off"
        elif any(self.moved(name)):
            yield "moved " + ",".join(f"{v + 0.0:g}" for v in self.moved(name))
        if abs(self.turned(name)) > 0.1:
            yield f"turned {self.turned(name):g}"
        grown = self.grown(name)
        if self._asset(now.id) == self._asset(was.id, before=True) and grown != (1.0, 1.0, 1.0):
            yield "x" + ",".join(f"{v:g}" for v in (grown[:1] if len(set(grown)) == 1 else grown))
        if now.color != was.color and now.name == was.name:
            yield f"{now.color}"
        tilt = self.after.scene.nodes[now.id].rotation
        if tilt.x or tilt.z:
            yield f"tilted {tilt.x:g},{tilt.z:g}"

    def _asset(self, node: NodeId, *, before: bool = False) -> str | None:
        return (self.before if before else self.after).scene.nodes[node].asset()

    def moved(self, name: str) -> tuple[float, float, float]:
        """Metres by which a thing was moved in the world, to the centimetre."""
        was = self.before.item(name)
        now = next(i for i in self.after.items if i.id == was.id)
        a, b = was.position, now.position
        return (round(b.x - a.x, 2), round(b.y - a.y, 2), round(b.z - a.z, 2))

    def grown(self, name: str) -> tuple[float, float, float]:
        """The factors on a thing's width, height and depth, to two digits."""
        was = self.before.item(name)
        now = next(i for i in self.after.items if i.id == was.id)
        x, y, z = (round(b / a, 2) for a, b in zip(was.size, now.size, strict=True))
        return x, y, z

    def turned(self, name: str) -> float:
        """Degrees by which a thing was turned, -180 to 180."""
        was = self.before.item(name)
        now = next(i for i in self.after.items if i.id == was.id)
        return round((now.yaw - was.yaw + 180.0) % 360.0 - 180.0, 1)

    def new_collisions(self) -> set[tuple[str, str]]:
        """Pairs of things that overlap now and did not before."""
        names = {i.id: i.name for i in (*self.before.items, *self.after.items)}
        fresh = set(_collisions(self.after.items)) - set(_collisions(self.before.items))
        return {(names[a], names[b]) for a, b in fresh}


@cache
def room(name: str) -> Room:
    """One of the scenes of ``TOLD``, or of the given words."""
    asked = decompose(TOLD.get(name, name), seed=0)
    layout = lay_out(asked)
    looks = {w.slot: f"mesh-{w.slot}" for w in asked.wishes}
    assets = {f"mesh-{w.slot}": _asset(f"mesh-{w.slot}", w.recipe) for w in asked.wishes}
    return Room(build_scene(asked, layout, looks), assets)


def edited(where: str | Room, said: str, *, last: tuple[str, ...] = ()) -> Edited:
    """What ``said`` does to a scene; every asset it wants is made. ``last``: ids touched before."""
    before = room(where) if isinstance(where, str) else where
    touched = tuple(NodeId(n) for n in last)
    planned = plan(said, before.items, last_touched=touched, taken_ids=set(before.scene.nodes))
    looks: dict[str, str] = {}
    assets = dict(before.assets)
    for slot, recipe in _wanted(planned.edits):
        looks[slot] = f"new-{len(assets)}-{slot}"
        assets[looks[slot]] = _asset(looks[slot], recipe)
    done = apply_edits(before.scene, before.items, planned.edits, looks, 0)
    return Edited(before, Room(done.scene, assets), planned.edits, planned.unmet, done)


def _wanted(edits: tuple[Edit, ...]) -> Iterator[tuple[str, Recipe]]:
    for edit in edits:
        if isinstance(edit, Add):
            yield from ((w.slot, w.recipe) for w in edit.wishes)
        elif isinstance(edit, Replace):
            yield edit.slot, edit.recipe


def _asset(name: str, recipe: Recipe) -> Asset:
    return Asset(id=name, label=recipe.label, mesh=MESH, recipe=recipe, stand_in=False)


def _collisions(items: tuple[SceneItem, ...]) -> Iterator[tuple[NodeId, NodeId]]:
    """Overlaps of things, the shell and what lies flat left out; a carrier carries its guests."""
    things = [i for i in items if not i.id.startswith("room-") and i.size[1] >= 0.03]
    above = {i.id: i.on for i in items}
    for a, b in combinations(things, 2):
        if not _carried(a.id, b.id, above) and _overlap(a, b):
            yield a.id, b.id


def _carried(a: NodeId, b: NodeId, above: Mapping[NodeId, NodeId | None]) -> bool:
    for start, end in ((a, b), (b, a)):
        at = above.get(start)
        while at is not None:
            if at == end:
                return True
            at = above.get(at)
    return False


LEGGED = {"table", "desk", "dining table", "chair", "office chair", "coffee table", "bed", "tree"}
"""Below these there is room: whether that is enough is the layout's own test."""


def _overlap(a: SceneItem, b: SceneItem) -> bool:
    if a.noun in LEGGED or b.noun in LEGGED:
        low, high = sorted((a, b), key=lambda i: i.size[1] + i.position.y)
        if high.noun in LEGGED and low.position.y < 0.01:
            return False
    bottom, top = (
        max(a.position.y, b.position.y),
        min(a.position.y + a.size[1], b.position.y + b.size[1]),
    )
    return top - bottom > DEEP and all(_depth(a, b, yaw) > DEEP for yaw in _axes(a, b))


def _axes(a: SceneItem, b: SceneItem) -> list[float]:
    return [a.yaw, a.yaw + 90.0, b.yaw, b.yaw + 90.0]


def _depth(a: SceneItem, b: SceneItem, yaw: float) -> float:
    """How far two boxes overlap along the direction of a yaw (separating axis)."""
    x, z = math.sin(math.radians(yaw)), math.cos(math.radians(yaw))
    reach = sum(_reach(i, yaw) for i in (a, b))
    apart = (b.position.x - a.position.x) * x + (b.position.z - a.position.z) * z
    return reach - abs(apart)


def _reach(item: SceneItem, yaw: float) -> float:
    turn = math.radians(yaw - item.yaw)
    return abs(math.sin(turn)) * item.size[0] / 2 + abs(math.cos(turn)) * item.size[2] / 2
