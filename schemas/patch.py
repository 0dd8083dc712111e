"""RFC 6902 patches of the canonical scene: what changed, how to undo it, how to apply it.

Every change is guarded by a ``test`` of the value it replaces, so a patch made for another scene is
refused, never applied blindly.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import Any

import jsonpatch
import jsonpointer
from pydantic import JsonValue, ValidationError

from schemas.errors import Category, ScenestreamError
from schemas.ids import NodeId
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
    operations = _own(list(patch))
    touched = _touched(operations)
    try:
        if touched is None:
            return _whole(jsonpatch.apply_patch(document(scene), operations))
        part = _part(scene, touched)
        changed = jsonpatch.apply_patch(part, operations, in_place=True)
        return _merged(scene, touched, changed, _taken_out(operations))
    except (jsonpatch.JsonPatchException, jsonpointer.JsonPointerException) as refused:
        raise PatchRefused(f"{refused}; {PatchRefused.__doc__}") from refused
    except (ValidationError, ValueError, KeyError, TypeError, AttributeError) as invalid:
        raise PatchRefused(f"the patched scene is not valid: {invalid}") from invalid


def _touched(operations: Iterable[Operation]) -> set[str] | None:
    """The ids of the nodes that ``operations`` may change; None when that can not be told so."""
    ids: set[str] = set()
    for operation in operations:
        for member in ("path", "from"):
            path = operation.get(member, "/name")
            steps = path.split("/", 3) if isinstance(path, str) else []
            if len(steps) < 2 or steps[0] != "" or steps == ["", "nodes"]:
                return None
            if steps[1] == "nodes":
                ids.add(jsonpointer.unescape(steps[2]))
    return ids


def _part(scene: Scene, touched: Iterable[str]) -> dict[str, Any]:
    """The document of ``scene`` as far as ``touched`` nodes go: a patch costs what it changes."""
    here = [node for key in touched if (node := scene.nodes.get(NodeId(key))) is not None]
    skybox = scene.skybox and scene.skybox.model_dump(mode="json")
    nodes = {node.id: node.model_dump(mode="json") for node in here}
    return {"name": scene.name, "skybox": skybox, "nodes": nodes}


def _own(operations: list[Operation]) -> list[Operation]:
    """``operations``, copied where one changes what another put there: values go in as they are."""
    paths = {op.get("path") for op in operations}
    for path in paths:
        above = path
        while isinstance(above, str) and "/" in above:
            above = above.rpartition("/")[0]
            if above in paths:
                return copy.deepcopy(operations)
    return operations


def _taken_out(operations: Iterable[Operation]) -> set[str]:
    """The ids of nodes that were taken out for a while at least: one that came back is the last."""
    found = set()
    for operation in operations:
        path = operation.get({"remove": "path", "move": "from"}.get(str(operation.get("op")), ""))
        moves_nowhere = operation.get("from") == operation.get("path")
        if isinstance(path, str) and path.count("/") == 2 and not moves_nowhere:
            found.add(jsonpointer.unescape(path.rpartition("/")[2]))
    return found


def _merged(scene: Scene, touched: set[str], changed: dict[str, Any], out: set[str]) -> Scene:
    """``scene`` with what ``changed`` says of its ``touched`` nodes; the others are the same."""
    new = {key: _filed(key, Node.model_validate(n)) for key, n in changed["nodes"].items()}
    old = scene.nodes
    kept = Scene.model_validate({"name": changed["name"], "skybox": changed["skybox"]})
    stays = (
        not out
        and new.keys() == touched
        and all(
            (before := old.get(node.id)) is not None and before.parent_id == node.parent_id
            for node in new.values()
        )
    )
    if stays:  # the tree is as it was, and its order
        nodes = {**old, **new}
        return Scene.model_construct(name=kept.name, skybox=kept.skybox, nodes=nodes)
    left = [
        new.pop(key, node)
        for key, node in old.items()
        if key not in touched or (key in new and key not in out)
    ]
    return Scene.of(kept.name, [*left, *new.values()], kept.skybox)


def _whole(changed: dict[str, Any]) -> Scene:
    nodes = [_filed(key, Node.model_validate(n)) for key, n in changed["nodes"].items()]
    kept = Scene.model_validate({"name": changed["name"], "skybox": changed["skybox"]})
    return Scene.of(kept.name, nodes, kept.skybox)


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
