"""Random scenes, as engines and as hands leave them, and random plans of edits.

What must be true of every edit, whatever it was, is in ``tests.edit_account``.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass

from consumers.layout import is_shell
from consumers.lexicon.words.nouns import noun_table
from consumers.patch.apply import Applied, apply_edits
from schemas.decomposition import LightWish, Relation, RelationKind, Wish
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
from schemas.model import Vec3
from schemas.recipe import Recipe
from schemas.scene import PRIMITIVE_SIZE, Color, Node, Primitive, Scene
from tests.edited_scenes import Room, asset, room

NOUNS = ("chair", "table", "lamp", "vase", "bookshelf", "crate", "ball", "rug", "tv", "cat", "bed")
"""What comes new."""
ODD_IDS = ("a/b~c", "~1", " ", "стул", "椅子 2", "room", "x-box", "-light", "0", "a" * 80)
ODD_NAMES = ("", " ", "table", "table", "стол", "Floor lamp", "a/b~c", "wall", "x" * 200, "5")
ONE_TARGET = (
    "on", "in", "under", "above", "next_to", "near", "left_of", "right_of", "in_front_of",
    "behind", "facing", "opposite", "hanging_from",
)  # fmt: skip
NO_TARGET = ("against_wall", "in_corner", "in_center", "on_wall")


def furnished(dice: random.Random) -> Room:
    """A scene as it was made, with a hand's work on it more often than not."""
    start = room(dice.choice(("hall", "yard")))
    return start if dice.random() < 0.3 else by_hand(dice, start)


def by_hand(dice: random.Random, start: Room) -> Room:
    """``start`` after someone dragged, turned, scaled, renamed and re-parented some of it."""
    nodes = dict(start.scene.nodes)
    things = [n for n in nodes if not is_shell(n)]
    for node_id in dice.sample(things, dice.randint(1, min(6, len(things)))):
        node = nodes[node_id]
        match dice.randrange(6):
            case 0:
                nodes[node_id] = node.model_copy(update={"position": _near(dice, node.position)})
            case 1:
                turned = Vec3(y=round(dice.uniform(-400, 400), 3))
                nodes[node_id] = node.model_copy(update={"rotation": turned})
            case 2:
                nodes[node_id] = node.model_copy(update={"scale": _scale(dice)})
            case 3:
                nodes[node_id] = node.model_copy(update={"name": dice.choice(ODD_NAMES)})
            case 4:
                nodes.update(_hung_below(dice, nodes, node, things))
            case 5:
                tilted = Vec3(x=dice.choice((0.0, 90.0, 30.0)), y=45.0, z=dice.choice((0.0, 12.5)))
                nodes[node_id] = node.model_copy(update={"rotation": tilted})
    for n in range(dice.randint(0, 4)):
        fresh = _primitive(dice, n, dice.choice([None, *nodes]))
        nodes.setdefault(fresh.id, fresh)
    return Room(Scene.of(start.scene.name, nodes.values(), start.scene.skybox), start.assets)


def crowd(dice: random.Random, many: int) -> Room:
    """A scene of ``many`` primitives and no room of its own, in chains of parents."""
    nodes: dict[NodeId, Node] = {}
    for n in range(many):
        parent = dice.choice([None, *list(nodes)[-3:]]) if dice.random() < 0.5 else None
        fresh = _primitive(dice, n, parent)
        nodes[NodeId(f"n{n}")] = fresh.model_copy(update={"id": NodeId(f"n{n}")})
    return Room(Scene.of("crowd", nodes.values()))


def _near(dice: random.Random, p: Vec3) -> Vec3:
    x, z = (round(dice.uniform(-1.5, 1.5), 7) for _ in range(2))
    return Vec3(x=p.x + x, y=p.y + dice.choice((0.0, 0.0, 0.4)), z=p.z + z)


def _scale(dice: random.Random) -> Vec3:
    if dice.random() < 0.5:
        factor = round(dice.uniform(0.4, 1.8), 5)
        return Vec3(x=factor, y=factor, z=factor)
    x, y, z = (round(dice.uniform(0.4, 1.8), 5) for _ in range(3))
    return Vec3(x=x, y=y, z=z)


def _hung_below(
    dice: random.Random, nodes: Mapping[NodeId, Node], node: Node, things: list[NodeId]
) -> dict[NodeId, Node]:
    """A node below another one, with the local place it had."""
    parent: NodeId | None = dice.choice(things)
    at = parent
    while at is not None:
        if at == node.id:
            return {}
        at = nodes[at].parent_id
    return {node.id: node.model_copy(update={"parent_id": parent})}


def _primitive(dice: random.Random, n: int, parent: NodeId | None) -> Node:
    shape = dice.choice(("cube", "sphere", "capsule", "cylinder"))
    x, z = (round(dice.uniform(-3, 3), 4) for _ in range(2))
    factor = round(dice.uniform(0.2, 0.8), 3)
    return Node(
        id=NodeId(ODD_IDS[n % len(ODD_IDS)]),
        name=dice.choice(ODD_NAMES),
        parent_id=parent,
        position=Vec3(x=x, y=factor * PRIMITIVE_SIZE[shape][1] / 2, z=z),
        rotation=Vec3(y=float(dice.choice((0, 90, 33, -180)))),
        scale=Vec3(x=factor, y=factor, z=factor),
        components=(Primitive(shape=shape, color=Color(r=0.5, g=n / 300, b=0.1)),),
    )


def plan_of(dice: random.Random, here: Room) -> tuple[Edit, ...]:
    """One to three edits of any kind about any of a scene's nodes."""
    return tuple(_edit(dice, here, n) for n in range(dice.choice((1, 1, 1, 2, 3))))


def _edit(dice: random.Random, here: Room, serial: int) -> Edit:
    items = [i.id for i in here.items]
    things = [n for n in items if not is_shell(n)] or items
    node, other = dice.choice(items), dice.choice(things)
    thing = dice.choice(things)
    factor = round(dice.choice((dice.uniform(0.3, 1.0), dice.uniform(1.0, 2.5))), 3)
    match dice.randrange(15):
        case 0 | 1:
            return _new(dice, here, serial, other)
        case 2:
            return Remove(nodes=tuple(dice.sample(things, min(len(things), dice.choice((1, 3))))))
        case 3 | 4:
            x, z = (round(dice.uniform(-4, 4), 2) for _ in range(2))
            return Move(node=node, by=Vec3(x=x, y=dice.choice((0.0, 0.0, 0.5, -0.3)), z=z))
        case 5 | 6:
            return Move(node=thing, relation=_relation(dice, thing, other))
        case 7:
            return Move(node=thing, to=other, swaps=dice.random() < 0.5)
        case 8:
            return Move(node=thing, floor=True)
        case 9:
            return Rotate(node=node, degrees=float(dice.choice((90, 180, -45, 30, 720))))
        case 10:
            if dice.random() < 0.3:
                about = dice.choice(("side", "front"))
                return Rotate(node=thing, degrees=dice.choice((90.0, 20.0)), about=about)
            return Rotate(node=thing, facing=other)
        case 11:
            axes = dice.choice(((1.0, 1.0, 1.0), (1.5, 1.0, 0.7)))
            return Resize(node=node, factor=factor, axes=axes)
        case 12:
            recipe = _recipe(dice)
            name = dice.choice((None, "new thing"))
            return Replace(
                node=thing, slot=f"s{serial}", recipe=recipe, prompt=recipe.label, name=name
            )
        case 13:
            return _light(dice, thing) if dice.random() < 0.5 else _recolor(dice, node)
        case _:
            chosen = tuple(dice.sample(things, min(len(things), dice.randint(2, 5))))
            form = dice.choice(("row", "spread", "gather", "circle"))
            spread = 1.5 if form == "spread" else 0.5
            wall = dice.random() < 0.5
            return Arrange(nodes=chosen, form=form, wall=wall, factor=spread)


def _recolor(dice: random.Random, node: NodeId) -> Recolor:
    return Recolor(node=node, color=f"#{dice.randrange(1 << 24):06x}")


def _light(dice: random.Random, thing: NodeId) -> Relight:
    return dice.choice(
        (
            Relight(time="night"),
            Relight(time="sunset", sky="#aa5500"),
            Relight(brightness=0.5, tint="#ff0000"),
            Relight(lights=(LightWish(kind="spot"),), over=thing),
            Relight(lamps=(thing,), on=dice.random() < 0.5),
        )
    )


def _recipe(dice: random.Random) -> Recipe:
    noun = noun_table()[dice.choice(NOUNS)]
    factor = dice.uniform(0.6, 1.6)
    x, y, z = (round(side * factor, 3) for side in noun.size)
    return Recipe(noun=noun.name, label=noun.name, size=(x, y, z))


def _relation(dice: random.Random, node: NodeId, other: NodeId) -> Relation:
    if dice.random() < 0.3:
        targets = tuple(dice.choice(((), (NodeId("room-left-wall"),), (NodeId("room-back-wall"),))))
        return Relation(kind=RelationKind(dice.choice(NO_TARGET)), subject=node, targets=targets)
    return Relation(kind=RelationKind(dice.choice(ONE_TARGET)), subject=node, targets=(other,))


def _new(dice: random.Random, here: Room, serial: int, other: NodeId) -> Add:
    recipe = _recipe(dice)
    wishes = tuple(
        Wish(
            id=NodeId(f"new-{serial}-{n}"),
            name=f"{recipe.label} {n}",
            slot=f"s{serial}",
            recipe=recipe,
            prompt=recipe.label,
        )
        for n in range(dice.choice((1, 1, 3)))
    )
    asked = dice.random() < 0.7
    relations = tuple(_relation(dice, w.id, other) for w in wishes) if asked else ()
    return Add(wishes=wishes, relations=relations)


@dataclass(frozen=True)
class Done:
    """What a plan came to. ``before`` and ``after`` with the assets of both."""

    before: Room
    after: Room
    edits: tuple[Edit, ...]
    applied: Applied


def done(here: Room, edits: tuple[Edit, ...], seed: int = 0) -> Done:
    """``edits`` applied to a scene, every asset that they want made."""
    assets, looks = dict(here.assets), dict[str, str]()
    for edit in edits:
        wants: tuple[Wish | Replace, ...] = ()
        if isinstance(edit, Add | Replace):
            wants = edit.wishes if isinstance(edit, Add) else (edit,)
        for wish in wants:
            looks[wish.slot] = f"made-{wish.slot}"
            assets[looks[wish.slot]] = asset(looks[wish.slot], wish.recipe)
    applied = apply_edits(here.scene, here.items, edits, looks, seed)
    before, after = Room(here.scene, assets), Room(applied.scene, assets)
    return Done(before, after, edits, applied)
