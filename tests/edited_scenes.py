"""Furnished scenes to edit, and an account of what an edit did to them that asks no layout code.

Boxes are those of the scene's items, upright; two collide when they overlap by more than 2 mm.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from consumers.layout import Layout, Placed, build_scene
from consumers.layout import Room as Space
from consumers.layout.model import Hold
from consumers.patch.apply import Applied, apply_edits
from consumers.patch.rules import plan
from consumers.scene_view import items_of
from schemas.artifacts import ArtifactRef
from schemas.decomposition import Decomposition, Setting, Wish
from schemas.edits import Add, Edit, Replace, SceneItem
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.recipe import Recipe
from schemas.scene import Scene
from schemas.state import Asset

DEEP = 0.002
MESH = ArtifactRef(sha256="0" * 64, size=1, media_type="model/gltf-binary")
# Name, noun, width x height x depth, x y z of the base, yaw; "@" what carries it; "*" a colour.
HALL = """
red sofa      | sofa          | 2.0 0.85 0.9   | -2.5 0 2.5      | 180 | *#c8322f
blue armchair | armchair      | 0.9 0.9 0.9    | -3.4 0 0.5      | 90  | *#3a6fc4
table         | table         | 1.6 0.75 0.9   | 0 0 0           | 180 |
chair 1       | chair         | 0.48 0.9 0.52  | -0.4 0 -0.9     | 0   |
chair 2       | chair         | 0.48 0.9 0.52  | 0.4 0 -0.9      | 0   |
chair 3       | chair         | 0.48 0.9 0.52  | -0.4 0 0.9      | 180 |
chair 4       | chair         | 0.48 0.9 0.52  | 0.4 0 0.9       | 180 |
red chair     | chair         | 0.48 0.9 0.52  | 3.7 0 2.7       | 180 | *#c8322f
cabinet       | cabinet       | 0.8 0.9 0.45   | 2.0 0 2.7       | 180 |
rug           | rug           | 2.0 0.02 1.2   | 0 0 -2.2        | 180 |
tv            | tv            | 1.2 0.76 0.24  | 3.8 0 -0.5      | 270 |
cat           | cat           | 0.2 0.34 0.6   | 2.0 0 -1.5      | 180 |
crate 1       | crate         | 0.6 0.5 0.6    | -3.0 0 -2.0     | 180 |
crate 2       | crate         | 0.6 0.5 0.6    | -2.0 0 -2.2     | 180 |
crate 3       | crate         | 0.6 0.5 0.6    | 2.6 0 -2.5      | 180 |
picture       | picture frame | 0.6 0.8 0.04   | 0 1.2 2.98      | 180 |
vase          | vase          | 0.18 0.3 0.18  | 0.3 0.75 0      | 180 | @table
lamp 1        | lamp          | 0.3 0.5 0.3    | -0.5 0.75 0     | 180 | @table
lamp 2        | lamp          | 0.3 0.5 0.3    | 2.0 0.9 2.7     | 180 | @cabinet
"""
YARD = """
house         | house         | 9.0 7.0 8.0    | 0 0 8           | 180 |
tree 1        | tree          | 2.0 4.0 2.0    | -9 0 9          | 180 |
tree 2        | tree          | 2.0 4.0 2.0    | -8 0 -2         | 180 |
tree 3        | tree          | 2.5 5.0 2.5    | 8 0 -6          | 180 |
tree 4        | tree          | 2.0 4.5 2.0    | 9 0 3           | 180 |
tree 5        | tree          | 2.0 4.0 2.0    | 2 0 -10         | 180 |
bench         | bench         | 1.6 0.85 0.6   | -3 0 -4         | 180 |
fountain      | fountain      | 2.0 1.5 2.0    | 3 0 -3          | 180 |
statue        | statue        | 0.6 1.9 0.6    | -6 0 -8         | 180 |
balloon       | balloon       | 0.3 1.2 0.3    | 6 0 0           | 180 |
dog           | dog           | 0.3 0.6 0.8    | 0 0 0           | 180 |
"""
SPACES = {
    "hall": (HALL, Space(kind="room", width=8, depth=6, height=2.8)),
    "yard": (YARD, Space(kind="outdoor", width=24, depth=24, height=2.8)),
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
        """What became of each thing whose node is another one now, of new things and the light."""
        told = [f"{name}: gone" for name in sorted(self.gone())]
        names = {i.id: i.name for i in self.after.items}
        for name in sorted(self.changed() - self.gone()):
            became = " ".join(self._became(name, names))
            told += [f"{name}: {became}"] if became else []
        for item in self.came():
            on = f" on {names[item.on]}" if item.on else ""
            told.append(f"{item.name}: new{on}")
        light = [n for n, node in self.after.scene.nodes.items() if n not in names]
        old, new = self.before.scene, self.after.scene
        if any(old.nodes.get(n) != new.nodes[n] for n in light) or old.skybox != new.skybox:
            told.append("light: changed")
        if any(n not in new.nodes and n.endswith("-light") for n in old.nodes):
            told.append("light: gone")
        return told

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
    """One of ``SPACES`` as a scene."""
    table, space = SPACES[name]
    wishes: list[Wish] = []
    placed: dict[NodeId, Placed] = {}
    for line in table.strip().splitlines():
        wish, place = _thing(*(cell.strip() for cell in line.split("|")))
        wishes.append(wish)
        placed[wish.id] = place
    asked = Decomposition(name=name, setting=Setting(kind=space.kind), wishes=tuple(wishes))
    looks = {w.slot: f"mesh-{w.slot}" for w in wishes}
    assets = {f"mesh-{w.slot}": asset(f"mesh-{w.slot}", w.recipe) for w in wishes}
    return Room(build_scene(asked, Layout(space, placed), looks), assets)


def _thing(name: str, noun: str, size: str, at: str, yaw: str, more: str) -> tuple[Wish, Placed]:
    node = NodeId(name.replace(" ", "-"))
    width, height, depth = (float(side) for side in size.split())
    x, y, z = (float(c) for c in at.split())
    color = more[1:] if more.startswith("*") else None
    label = name.rstrip(" 0123456789")
    recipe = Recipe(noun=noun, label=label, size=(width, height, depth), color=color)
    on = NodeId(more[1:]) if more.startswith("@") else None
    kind: Hold = "top" if on else "wall" if y else "floor"
    here = Placed(node, Vec3(x=x, y=y, z=z), float(yaw), (width, height, depth), on, kind)
    return Wish(id=node, name=name, slot=str(node), recipe=recipe, prompt=label), here


def edited(where: str | Room, said: str, *, last: tuple[str, ...] = ()) -> Edited:
    """What ``said`` does to a scene; every asset it wants is made. ``last``: ids touched before."""
    before = room(where) if isinstance(where, str) else where
    touched = tuple(NodeId(n) for n in last)
    planned = plan(said, before.items, last_touched=touched, taken_ids=set(before.scene.nodes))
    looks: dict[str, str] = {}
    assets = dict(before.assets)
    for slot, recipe in _wanted(planned.edits):
        looks[slot] = f"new-{len(assets)}-{slot}"
        assets[looks[slot]] = asset(looks[slot], recipe)
    done = apply_edits(before.scene, before.items, planned.edits, looks, 0)
    return Edited(before, Room(done.scene, assets), planned.edits, planned.unmet, done)


def _wanted(edits: tuple[Edit, ...]) -> Iterator[tuple[str, Recipe]]:
    for edit in edits:
        if isinstance(edit, Add):
            yield from ((w.slot, w.recipe) for w in edit.wishes)
        elif isinstance(edit, Replace):
            yield edit.slot, edit.recipe


def asset(name: str, recipe: Recipe) -> Asset:
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


def cases(table: str) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """The paragraphs of a table: where, the words, "= facts" and "? words of what was not done"."""
    for paragraph in table.strip().split("\n\n"):
        head, *lines = paragraph.splitlines()
        where, said = head.split(": ", 1)
        facts = [line[2:] for line in lines if line.startswith("= ")]
        unmet = [line[2:] for line in lines if line.startswith("? ")]
        yield where, said, facts, unmet


def check(where: str, said: str, facts: list[str], unmet: list[str]) -> None:
    """That ``said`` did exactly this ("moved" alone: somewhere), and nothing began to collide."""
    result = edited(where, said)
    for told, wanted in zip(result.facts(), facts, strict=True):
        short = re.sub(r"(moved|turned) [-\d.,]+", r"\1", told)
        assert wanted in (told, short)
    assert all(word in result.said for word in unmet)
    assert bool(result.said) == bool(unmet)
    assert result.new_collisions() == set()
