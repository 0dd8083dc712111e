"""The scenes and nodes of a glTF document: what is wrong with them, and where meshes stand.

What does not belong here: what the meshes are.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from consumers.assets.accessors import is_count, member
from consumers.assets.container import Json

Matrix = npt.NDArray[np.float64]

MOST_NODES = 100_000


def graph_findings(document: Json) -> Iterator[str]:
    """The errors of scenes and nodes, in words."""
    nodes = member(document, "nodes")
    parents: dict[int, int] = {}
    for name, owners in (("children", nodes), ("nodes", member(document, "scenes"))):
        for index, owner in enumerate(owners):
            if name in owner and (not isinstance(owner[name], list) or not owner[name]):
                yield f"{name} of number {index} is no list with members"
    for index, node in enumerate(nodes):
        for child in member(node, "children"):
            if not _is_index(child, nodes):
                yield f"nodes[{index}] has no child {child!r}"
            elif child in parents or child == index:
                yield f"nodes[{child}] has several parents, or is its own"
            else:
                parents[child] = index
        if "mesh" in node and not _is_index(node["mesh"], member(document, "meshes")):
            yield f"nodes[{index}] has no meshes[{node['mesh']!r}]"
        yield from _transform(index, node)
    yield from _loops(parents)
    scenes = member(document, "scenes")
    for index, scene in enumerate(scenes):
        listed = member(scene, "nodes")
        for node in listed:
            if not _is_index(node, nodes):
                yield f"scenes[{index}] has no nodes[{node!r}]"
            elif node in parents:
                yield f"scenes[{index}] has nodes[{node}], which another node has"
        if len({str(node) for node in listed}) < len(listed):
            yield f"scenes[{index}] has a node twice"
    if "scene" in document and not _is_index(document["scene"], scenes):
        yield f"there is no scenes[{document['scene']!r}]"


def placed(document: Json) -> Iterator[tuple[Json, Matrix]]:
    """Every node with a mesh of the scene that is shown, with its transform to the world.

    Of several scenes it is the one that the document names, else the first. What can not be
    followed (a missing child, a loop, a transform that is no number) is left out.
    """
    nodes, scenes = member(document, "nodes"), member(document, "scenes")
    shown = document.get("scene", 0)
    if scenes and not _is_index(shown, scenes):
        shown = 0
    if scenes:
        roots = member(scenes[shown], "nodes")
    else:
        children = {c for n in nodes for c in member(n, "children") if is_count(c)}
        roots = [index for index in range(len(nodes)) if index not in children]
    seen: set[int] = set()
    waiting = [(root, np.eye(4)) for root in reversed(roots)]
    while waiting and len(seen) < MOST_NODES:
        index, above = waiting.pop()
        if not _is_index(index, nodes) or index in seen or not isinstance(nodes[index], dict):
            continue
        seen.add(index)
        node = nodes[index]
        matrix = above @ local(node)
        if not np.isfinite(matrix).all():
            continue
        if "mesh" in node:
            yield node, matrix
        waiting += [(child, matrix) for child in reversed(member(node, "children"))]


def local(node: Json) -> Matrix:
    """A node's own transform, (4, 4); what is no transform counts as none."""
    matrix = _floats(node.get("matrix"), 16)
    if matrix is not None:
        return np.asarray(matrix.reshape(4, 4).T)
    result = np.eye(4)
    turn = _floats(node.get("rotation"), 4)
    if turn is not None and (length := float(np.linalg.norm(turn))) > 0.0:
        x, y, z, w = turn / length
        result[:3, :3] = [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    scale = _floats(node.get("scale"), 3)
    if scale is not None:
        result[:3, :3] *= scale
    move = _floats(node.get("translation"), 3)
    if move is not None:
        result[:3, 3] = move
    return result


def _transform(index: int, node: Json) -> Iterator[str]:
    where = f"nodes[{index}]"
    wanted = {"matrix": 16, "rotation": 4, "scale": 3, "translation": 3}
    for name, count in wanted.items():
        if name in node and _floats(node[name], count) is None:
            yield f"{where}.{name} is no list of {count} numbers"
    if "matrix" in node and wanted.keys() & node.keys() - {"matrix"}:
        yield f"{where} has a matrix and more"
    turn = _floats(node.get("rotation"), 4)
    if turn is not None and abs(float(np.linalg.norm(turn)) - 1.0) > 0.005:
        yield f"{where}.rotation is not of length 1"
    matrix = _floats(node.get("matrix"), 16)
    if matrix is not None and not _is_decomposable(matrix.reshape(4, 4).T):
        yield f"{where}.matrix is no move, turn and scale"


def _is_decomposable(matrix: Matrix) -> bool:
    if (matrix[3] != (0.0, 0.0, 0.0, 1.0)).any():
        return False
    axes = matrix[:3, :3]
    lengths = np.linalg.norm(axes, axis=0)
    if not (lengths > 0.0).all():
        return False
    unit = axes / lengths
    return bool(np.abs(unit.T @ unit - np.eye(3)).max() < 0.005)


def _loops(parents: dict[int, int]) -> Iterator[str]:
    """A node that is above itself. ``parents``: of each node that has one."""
    sound: set[int] = set()
    for start in parents:
        path: list[int] = []
        at: int | None = start
        on_path: set[int] = set()
        while at is not None and at not in sound:
            if at in on_path:
                yield f"nodes[{at}] is above itself"
                return
            path.append(at)
            on_path.add(at)
            at = parents.get(at)
        sound.update(path)


def _is_index(value: Any, listed: list[Any]) -> bool:
    return is_count(value) and value < len(listed)


def _floats(value: Any, count: int) -> Matrix | None:
    if not isinstance(value, list) or len(value) != count:
        return None
    if not all(isinstance(v, int | float) and not isinstance(v, bool) for v in value):
        return None
    try:
        return np.array(value, np.float64) if all(map(math.isfinite, value)) else None
    except OverflowError:
        return None
