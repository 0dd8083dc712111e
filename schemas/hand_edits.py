"""What a person changed by hand at the client, as a change of the scene as it is by now.

Three scenes: what the client was ``shown``, the ``snapshot`` it exported after that, and ``ours``,
which may have moved on while the client did not know. What the hand left alone keeps our own values
to the bit; where both changed the same member, ours counts, since it is about to reach the client.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, JsonValue

from schemas.model import Vec3
from schemas.scene import Component, Dynamic, Node, Scene, Skybox
from schemas.transform import Matrix, rotation

MILLIMETRE = 1e-3
PART = 1e-3
"""By this part may a client's turn, scale or number differ and be the same."""


def rebased(shown: Scene, snapshot: Scene, ours: Scene) -> Scene:
    """``ours`` with what was changed by hand; the very same where nothing was."""
    kept = {n.id: n for n in _kept(shown, snapshot, ours)}
    fresh = [n for n in snapshot.nodes.values() if n.id not in shown.nodes | ours.nodes]
    kept |= {n.id: n for n in fresh}
    while lost := [n for n, node in kept.items() if node.parent_id not in (None, *kept)]:
        for node in lost:  # it went with what carried it
            del kept[node]
    name, sky = ours.name, ours.skybox
    if not (ours.nodes or shown.nodes):  # a client's own scene
        name, sky = snapshot.name, snapshot.skybox
    elif sky is not None and sky == shown.skybox and snapshot.skybox is not None:
        # No update tells a client of another name, or of no sky: what it has of these says nothing.
        sky = sky if _is_like(sky, snapshot.skybox) else snapshot.skybox
    try:
        return Scene.of(name, kept.values(), sky)
    except ValueError:  # two things were hung below each other, one by each of the two
        return snapshot


def conflicts(shown: Scene, snapshot: Scene, ours: Scene) -> Iterator[tuple[str, str]]:
    """The members (node id, name) that the hand changed and that were changed otherwise meanwhile:
    ``rebased`` keeps ours. A node that is gone from either is told as ``(id, "")``."""
    for node_id, old in shown.nodes.items():
        theirs, now = snapshot.nodes.get(node_id), ours.nodes.get(node_id)
        if theirs is None or now is None:
            if theirs is not None and any(_by_hand(old, theirs)):
                yield node_id, ""
            continue
        for member in _by_hand(old, theirs):
            if getattr(now, member) not in (getattr(old, member), getattr(theirs, member)):
                yield node_id, member


def _kept(shown: Scene, snapshot: Scene, ours: Scene) -> Iterator[Node]:
    for node_id, node in ours.nodes.items():
        old, theirs = shown.nodes.get(node_id), snapshot.nodes.get(node_id)
        if old is None:
            yield node  # the client has not heard of it yet
        elif theirs is not None:
            yield _merged(old, theirs, node)


def _merged(old: Node, theirs: Node, ours: Node) -> Node:
    by_hand = {m: getattr(theirs, m) for m in _by_hand(old, theirs)}
    free = {m: v for m, v in by_hand.items() if getattr(ours, m) == getattr(old, m)}
    return ours.model_copy(update=free) if free else ours


def _by_hand(old: Node, theirs: Node) -> Iterator[str]:
    """The members that a hand changed; rounding on the way is no change."""
    if theirs.name != old.name:
        yield "name"
    if theirs.parent_id != old.parent_id:
        yield "parent_id"
    if max(abs(a - b) for a, b in zip(_xyz(theirs.position), _xyz(old.position), strict=True)) > (
        MILLIMETRE
    ):
        yield "position"
    if _apart(rotation(theirs.rotation), rotation(old.rotation)) > PART:
        yield "rotation"
    if not all(_near(a, b) for a, b in zip(_xyz(theirs.scale), _xyz(old.scale), strict=True)):
        yield "scale"
    if not _look_alike(theirs.components, old.components):
        yield "components"


def _xyz(v: Vec3) -> tuple[float, float, float]:
    return v.x, v.y, v.z


def _apart(a: Matrix, b: Matrix) -> float:
    return max(
        abs(p - q) for one, two in zip(a, b, strict=True) for p, q in zip(one, two, strict=True)
    )


def _look_alike(theirs: tuple[Component, ...], ours: tuple[Component, ...]) -> bool:
    """Whether these are the same components, in whatever order."""
    left = list(ours)
    for component in theirs:
        found = next((o for o in left if _is_like(component, o)), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def _is_like(a: Component | Skybox | None, b: Component | Skybox | None) -> bool:
    if a is None or b is None or isinstance(a, Dynamic) or isinstance(b, Dynamic):
        return a == b
    return _same(_dump(a), _dump(b))


def _dump(value: BaseModel) -> JsonValue:
    document: JsonValue = value.model_dump(mode="json")
    return document


def _same(a: JsonValue, b: JsonValue) -> bool:
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_same(v, b[k]) for k, v in a.items())
    if isinstance(a, int | float) and isinstance(b, int | float):
        return _near(a, b)
    return a == b


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= PART * max(abs(a), abs(b)) + 1e-6
