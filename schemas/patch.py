"""RFC 6902 patches of the canonical scene: what changed, how to undo it, how to apply it.

Every change is guarded by a ``test`` of the value it replaces, so a patch made for another scene is
refused, never applied blindly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import jsonpatch
import jsonpointer
from pydantic import JsonValue, ValidationError

from schemas.errors import Category, ScenestreamError
from schemas.scene import Node, Scene

Operation = dict[str, JsonValue]


class PatchRefused(ScenestreamError):
    """The patch does not fit the scene it was applied to; make it again on the newest revision."""

    category = Category.CONFLICT


def document(scene: Scene) -> dict[str, Any]:
    """The JSON document that patches are written against."""
    return scene.model_dump(mode="json")


def apply(scene: Scene, patch: Iterable[Operation]) -> Scene:
    """The scene after ``patch``. Raises ``PatchRefused``; the given scene never changes."""
    try:
        changed = jsonpatch.apply_patch(document(scene), list(patch))
        nodes = [_filed(key, Node.model_validate(n)) for key, n in changed["nodes"].items()]
        kept = Scene.model_validate({"name": changed["name"], "skybox": changed["skybox"]})
        return Scene.of(kept.name, nodes, kept.skybox)
    except (jsonpatch.JsonPatchException, jsonpointer.JsonPointerException) as refused:
        raise PatchRefused(f"{refused}; {PatchRefused.__doc__}") from refused
    except (ValidationError, ValueError, KeyError, TypeError, AttributeError) as invalid:
        raise PatchRefused(f"the patched scene is not valid: {invalid}") from invalid


def between(before: Scene, after: Scene) -> list[Operation]:
    """The guarded patch that turns ``before`` into ``after``; empty when they are equal.

    Its inverse is ``between(after, before)``.
    """
    old, new = document(before), document(after)
    operations: list[Operation] = []
    for member in ("name", "skybox"):
        operations.extend(_replaced(f"/{member}", old[member], new[member]))
    for node_id in old["nodes"]:
        path = f"/nodes/{jsonpointer.escape(node_id)}"
        if node_id not in new["nodes"]:
            operations.append({"op": "test", "path": path, "value": old["nodes"][node_id]})
            operations.append({"op": "remove", "path": path})
            continue
        for member, value in old["nodes"][node_id].items():
            operations.extend(_replaced(f"{path}/{member}", value, new["nodes"][node_id][member]))
    for node_id, node in new["nodes"].items():
        if node_id not in old["nodes"]:
            path = f"/nodes/{jsonpointer.escape(node_id)}"
            operations.append({"op": "add", "path": path, "value": node})
    return operations


def _filed(key: str, node: Node) -> Node:
    if key != node.id:
        raise ValueError(f"node {node.id!r} is filed under {key!r}")
    return node


def _replaced(path: str, old: JsonValue, new: JsonValue) -> Iterator[Operation]:
    if old != new:
        yield {"op": "test", "path": path, "value": old}
        yield {"op": "replace", "path": path, "value": new}
