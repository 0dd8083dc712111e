"""Applying a patch to what it changes of a scene alone: it costs that, not what the scene has.

Three ways, from the quickest to the one that takes anything; what one can not do the next one does,
refusals included. ``schemas.patch`` says what a patch is.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from typing import Any

import jsonpatch
import jsonpointer
from pydantic import JsonValue

from schemas.ids import NodeId
from schemas.model import Operation
from schemas.scene import Node, Scene


def members(scene: Scene, operations: Iterable[Operation]) -> Scene | None:
    """``scene`` after guarded replacements of its nodes' members; None for any other patch.

    Most edits are such, and jsonpatch needs ten times as long for them: folding a session of edits
    would be nothing else.
    """
    drafts: dict[str, dict[str, Any]] = {}
    for operation in operations:
        path = operation.get("path")
        steps = path.split("/") if isinstance(path, str) and "~" not in path else []
        if len(steps) < 4 or steps[0] or steps[1] != "nodes" or "value" not in operation:
            return None
        draft = drafts.get(steps[2])
        if draft is None:
            node = scene.nodes.get(NodeId(steps[2]))
            if node is None:
                return None
            draft = drafts[steps[2]] = node.model_dump(mode="json")
        if not _member(draft, steps[3:], operation["op"], operation["value"]):
            return None
    changed = {NodeId(key): Node.model_validate(draft) for key, draft in drafts.items()}
    for key, node in changed.items():
        if node.id != key or node.parent_id != scene.nodes[key].parent_id:
            return None
    return scene.model_copy(update={"nodes": {**scene.nodes, **changed}})


def _member(draft: dict[str, Any], steps: Sequence[str], op: JsonValue, value: JsonValue) -> bool:
    """Test or replace one member of ``draft``, or one of that; whether that could be done."""
    holder: Any = draft.get(steps[0]) if len(steps) == 2 else draft
    if len(steps) > 2 or not isinstance(holder, dict) or steps[-1] not in holder:
        return False
    if op == "test":
        return bool(holder[steps[-1]] == value)
    # A later operation may change what is put here: the patch's own value must stay as it is.
    holder[steps[-1]] = dict(value) if isinstance(value, dict) else value
    return op == "replace"


def nodes(scene: Scene, patch: Iterable[Operation]) -> Scene:
    """``scene`` after any patch. Raises what jsonpatch and the scene's models raise."""
    operations = _own(list(patch))
    touched = _touched(operations)
    if touched is None:
        return _whole(jsonpatch.apply_patch(scene.model_dump(mode="json"), operations))
    changed = jsonpatch.apply_patch(part(scene, touched), operations, in_place=True)
    return _merged(scene, touched, changed, _taken_out(operations))


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


def part(scene: Scene, touched: Iterable[str]) -> dict[str, Any]:
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


def _filed(key: str, node: Node) -> Node:
    if key != node.id:
        raise ValueError(f"node {node.id!r} is filed under {key!r}")
    return node
