"""What two scenes, or two sessions, differ in, said as people say it: by name. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import dist
from typing import Any

from schemas.ids import NodeId
from schemas.scene import Node, Scene

SAME_PLACE_M = 1e-6
"""Metres that are no move: what a round trip through a client may add."""


@dataclass(frozen=True, slots=True)
class MemberChange:
    """One member of an object that differs: ``name`` and its value on either side, as JSON."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Changed:
    """An object that is in both. ``moved_m``: how far, locally; ``members``: all that differs."""

    before: Node
    after: Node
    moved_m: float
    members: tuple[MemberChange, ...]

    @property
    def is_only_moved(self) -> bool:
        """Whether nothing but its place differs."""
        return {m.name for m in self.members} == {"position"}


@dataclass(frozen=True, slots=True)
class SceneDiff:
    """What leads from one scene to another. Objects are paired by id, else by a name that each
    scene has once: two scenes of the same words have other ids."""

    added: tuple[Node, ...]
    removed: tuple[Node, ...]
    changed: tuple[Changed, ...]
    same: int
    sky: MemberChange | None

    @property
    def moved(self) -> tuple[Changed, ...]:
        """The objects of which nothing but the place differs."""
        return tuple(c for c in self.changed if c.is_only_moved)

    @property
    def is_empty(self) -> bool:
        """Whether the scenes are equal but for ids and the scene's name."""
        return not (self.added or self.removed or self.changed or self.sky)


def compare(before: Scene | None, after: Scene | None) -> SceneDiff:
    """What leads from ``before`` to ``after``; None is an empty scene."""
    old, new = before or Scene(name=""), after or Scene(name="")
    pairs = _pairs(old, new)
    partners = {there: here for here, there in pairs.items()}
    changed, same = [], 0
    for here, there in pairs.items():
        one, other = old.nodes[here], new.nodes[there]
        members = tuple(_members(one, other, partners))
        if members:
            changed.append(Changed(one, other, _apart(one, other), members))
        else:
            same += 1
    sky = [s.skybox.model_dump(mode="json") if s.skybox else None for s in (old, new)]
    return SceneDiff(
        added=tuple(n for key, n in new.nodes.items() if key not in partners),
        removed=tuple(n for key, n in old.nodes.items() if key not in pairs),
        changed=tuple(changed),
        same=same,
        sky=MemberChange("skybox", *sky) if sky[0] != sky[1] else None,
    )


def _pairs(old: Scene, new: Scene) -> dict[NodeId, NodeId]:
    """The objects that are in both, in the order of ``old``."""
    found = {key: key for key in old.nodes if key in new.nodes}
    left = [n for n in old.nodes.values() if n.id not in found]
    free = [n for n in new.nodes.values() if n.id not in found]
    once = {name for name, n in Counter(n.name for n in left).items() if n == 1}
    by_name = {n.name: n.id for n in free}
    often = {name for name, n in Counter(n.name for n in free).items() if n > 1}
    for node in left:
        if node.name in once and node.name in by_name and node.name not in often:
            found[node.id] = by_name[node.name]
    return {key: found[key] for key in old.nodes if key in found}


def _members(one: Node, other: Node, partners: Mapping[NodeId, NodeId]) -> Iterator[MemberChange]:
    before, after = one.model_dump(mode="json"), other.model_dump(mode="json")
    parent = other.parent_id
    after["parent_id"] = partners.get(parent, parent) if parent is not None else None
    for name in before:
        if name == "id" or before[name] == after[name]:
            continue
        if name == "position" and _apart(one, other) <= SAME_PLACE_M:
            continue
        yield MemberChange(name, before[name], after[name])


def _apart(one: Node, other: Node) -> float:
    a, b = one.position, other.position
    return dist((a.x, a.y, a.z), (b.x, b.y, b.z))
