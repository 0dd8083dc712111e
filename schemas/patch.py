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

from schemas import patch_part
from schemas.errors import Category, ScenestreamError
from schemas.model import Operation as Operation
from schemas.scene import Scene


class PatchRefused(ScenestreamError):
    """The patch does not fit the scene it was applied to; make it again on the newest revision."""

    category = Category.CONFLICT


def document(scene: Scene) -> dict[str, Any]:
    """The JSON document that patches are written against."""
    return scene.model_dump(mode="json")


def apply(scene: Scene, patch: Iterable[Operation]) -> Scene:
    """The scene after ``patch``. Raises ``PatchRefused``; the given scene never changes."""
    operations = list(patch)
    try:
        changed = patch_part.members(scene, operations)
        return changed if changed is not None else patch_part.nodes(scene, operations)
    except (jsonpatch.JsonPatchException, jsonpointer.JsonPointerException) as refused:
        raise PatchRefused(f"{refused}; {PatchRefused.__doc__}") from refused
    except (ValidationError, ValueError, KeyError, TypeError, AttributeError) as invalid:
        raise PatchRefused(f"the patched scene is not valid: {invalid}") from invalid


def between(before: Scene, after: Scene) -> list[Operation]:
    """The guarded patch that turns ``before`` into ``after``; empty when they are equal.

    Its inverse is ``between(after, before)``.
    """
    known = [n for n, node in before.nodes.items() if after.nodes.get(n) != node]
    fresh = [n for n in after.nodes if n not in before.nodes]
    old, new = patch_part.part(before, known), patch_part.part(after, [*known, *fresh])
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


def _replaced(path: str, old: JsonValue, new: JsonValue) -> Iterator[Operation]:
    if old != new:
        yield {"op": "test", "path": path, "value": old}
        yield {"op": "replace", "path": path, "value": new}
