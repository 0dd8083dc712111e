"""The named parts of a mesh, as its file has them: what a viewer can select in it by name."""

from __future__ import annotations

from consumers.assets.container import unpack
from consumers.assets.errors import NotGlb

LONGEST_NAME = 64
MOST_PARTS = 500


def parts_of_glb(glb: bytes) -> tuple[str, ...]:
    """The names of the nodes that show a mesh, each once, in the file's order.

    None where there is but one, which is the whole; or where the file can not be read.
    """
    try:
        document = unpack(glb).document
    except NotGlb:
        return ()
    nodes, meshes = (_dicts(document.get(kind)) for kind in ("nodes", "meshes"))
    names: dict[str, None] = {}
    for node in nodes:
        mesh = node.get("mesh")
        if not isinstance(mesh, int) or not 0 <= mesh < len(meshes):
            continue
        name = node.get("name") or meshes[mesh].get("name")
        if isinstance(name, str) and 0 < len(name) <= LONGEST_NAME:
            names[name] = None
    found = tuple(names)[:MOST_PARTS]
    return found if len(found) > 1 else ()


def _dicts(listed: object) -> list[dict[str, object]]:
    return [o if isinstance(o, dict) else {} for o in listed] if isinstance(listed, list) else []
