"""What differs between two scenes: moves, turns, sizes, light, and what stayed to the byte."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from ops.bench.scenes.chosen import pick
from ops.bench.scenes.view import Thing, View
from schemas.scene import Dynamic, Node, Primitive, Scene

WAYS = {
    "left": (-1.0, 0.0, 0.0),
    "right": (1.0, 0.0, 0.0),
    "up": (0.0, 1.0, 0.0),
    "down": (0.0, -1.0, 0.0),
    "back": (0.0, 0.0, 1.0),
    "front": (0.0, 0.0, -1.0),
}
NOTICED = 0.05
"""Metres, or share of a size, from which on people see a change."""


def acted(how: str, what: str, old: Thing, new: Thing, before: View) -> bool:
    """Whether ``new`` is ``old`` moved, turned or resized as asked."""
    match how:
        case "moved":
            return _moved(what, old, new, before)
        case "turned":
            return _turned(what, old, new)
        case "times":
            return abs(new.longest / max(old.longest, 1e-9) / float(what) - 1) <= 0.1
        case "wide" | "high" | "deep":
            side = ("wide", "high", "deep").index(how)
            return abs(float(2 * new.box.half[side]) - float(what)) <= NOTICED * float(what)
    grown = new.box.half / np.maximum(old.box.half, 1e-9)
    match how:
        case "taller":
            return bool(grown[1] > 1 + NOTICED)
        case "wider":
            return bool(max(grown[0], grown[2]) > 1 + NOTICED)
        case "bigger":
            return bool(np.prod(grown) > 1 + NOTICED)
    return bool(np.prod(grown) < 1 - NOTICED)


def _moved(what: str, old: Thing, new: Thing, before: View) -> bool:
    step = new.box.middle - old.box.middle
    if not what:
        return float(np.linalg.norm(step)) > NOTICED
    if what.startswith("toward:"):
        chosen = pick(what.removeprefix("toward:"), before).ids
        goals = [t for i in chosen if (t := before.thing(i)) is not None and t.id != old.id]
        return any(
            np.hypot(*(g.box.spot - new.box.spot))
            < np.hypot(*(g.box.spot - old.box.spot)) - NOTICED
            for g in goals
        )
    way, _, metres = what.partition(" ")
    along = float(step @ np.array(WAYS[way]))
    aside = float(np.linalg.norm(step - along * np.array(WAYS[way])))
    if not metres:
        return along > NOTICED and aside <= along
    return abs(along - float(metres)) <= 0.02 + 0.05 * float(metres) and aside <= 0.1


def _turned(what: str, old: Thing, new: Thing) -> bool:
    a, b = (math.degrees(math.atan2(t.front[0], t.front[1])) for t in (old, new))
    turn = abs((b - a + 180) % 360 - 180)
    return abs(turn - float(what)) <= 2 if what else turn > 2


def is_light(node: Node) -> bool:
    """A node that shows nothing but light."""
    return bool(node.components) and not any(
        isinstance(c, Primitive | Dynamic) for c in node.components
    )


def light(clause: str, before: Scene, after: Scene) -> str:
    """What is wrong with the light after ``clause``; "" when nothing is."""
    if clause == "sky changed":
        return "" if before.skybox != after.skybox else "the sky is as it was"
    what = clause.removeprefix("light ")
    old, new = _brightness(before), _brightness(after)
    match what:
        case "added":
            more = len(_lights(after)) - len(_lights(before))
            return "" if more > 0 else "no light was added"
        case "night" | "darker":
            return "" if new < old * 0.95 else "it is not darker"
        case "day" | "brighter":
            return "" if new > old * 1.05 else "it is not brighter"
    same = before.skybox == after.skybox and _lights(before) == _lights(after)
    return "the light is as it was" if same else ""


def _lights(scene: Scene) -> list[object]:
    return [c for n in scene.nodes.values() if is_light(n) for c in n.components]


def _brightness(scene: Scene) -> float:
    total = 0.0
    for node in scene.nodes.values():
        for part in node.components:
            if not isinstance(part, Primitive | Dynamic):
                shade = 0.3 * part.color.r + 0.6 * part.color.g + 0.1 * part.color.b
                total += part.intensity * shade
    return total


def lights_of(before: View, after: View, allowed: set[str], everywhere: bool) -> set[str]:
    """Light nodes that may change: all of them, or those of things that may."""
    nodes = {**before.scene.nodes, **after.scene.nodes}
    return {
        n
        for n, node in nodes.items()
        if is_light(node) and (everywhere or node.parent_id in allowed)
    }


def strays(before: View, after: View, allowed: set[str], light_too: bool) -> list[str]:
    """What changed that nobody asked for."""
    old, new = before.scene.nodes, after.scene.nodes
    found = [f"{node.name} is gone" for n, node in old.items() if n not in new and n not in allowed]
    found += [f"{node.name} is new" for n, node in new.items() if n not in old and n not in allowed]
    found += [
        f"{node.name} changed: {', '.join(_members(node, new[n]))}"
        for n, node in old.items()
        if n in new and n not in allowed and node != new[n]
    ]
    if before.scene.skybox != after.scene.skybox and not light_too:
        found.append("the sky changed")
    return found


def _members(old: Node, new: Node) -> Iterable[str]:
    return (m for m in type(old).model_fields if getattr(old, m) != getattr(new, m))


def identical(before: Scene, after: Scene, allowed: set[str]) -> int:
    """How many of the nodes that had to stay are the same to the byte."""
    return sum(
        n in after.nodes and node.model_dump_json() == after.nodes[n].model_dump_json()
        for n, node in before.nodes.items()
        if n not in allowed
    )


def alike(one: Scene, other: Scene, exact: bool) -> bool:
    """The same scene to the byte; or, not ``exact``, by sight: within a centimetre and degree."""
    if exact:
        return (one.name, one.skybox) == (other.name, other.skybox) and (
            one.nodes.keys() == other.nodes.keys()
            and identical(one, other, set()) == len(one.nodes)
        )
    if one.nodes.keys() != other.nodes.keys():
        return False
    return all(_near(node, other.nodes[n]) for n, node in one.nodes.items())


def _near(a: Node, b: Node) -> bool:
    if (a.parent_id, a.components) != (b.parent_id, b.components):
        return False
    pairs = [
        (a.position, b.position, 0.01),
        (a.scale, b.scale, 0.01),
        (a.rotation, b.rotation, 1.0),
    ]
    return all(
        abs(p - q) <= slack
        for one, other, slack in pairs
        for p, q in zip((one.x, one.y, one.z), (other.x, other.y, other.z), strict=True)
    )
