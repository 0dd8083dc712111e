"""Which models made the meshes that a session shows, as the stamps in their bytes say, quickly.

Only the beginnings of files are read, unchecked: enough to tell people. What must be sure, as an
audit, reads them whole.
"""

from __future__ import annotations

from collections.abc import Iterable

from consumers.provenance import glb
from schemas.artifacts import ArtifactRef
from schemas.errors import ScenestreamError
from schemas.provenance import ModelCard, Provenance
from streams.artifacts import ArtifactStore

HEAD = 32 * 1024
"""Bytes that hold most documents of a GLB."""


def makers(artifacts: ArtifactStore, meshes: Iterable[ArtifactRef]) -> dict[str, list[ModelCard]]:
    """By a mesh's SHA-256 the models that it and what it was made of came from, the last first;
    without those whose bytes are away or tell nothing."""
    found = {}
    for mesh in meshes:
        try:
            stamp = _stamp(artifacts, mesh)
        except ScenestreamError:  # the store is away: who made what is the least of it
            continue
        if stamp is not None:
            models = dict.fromkeys(link.model for link in stamp.chain() if link.model is not None)
            found[mesh.sha256] = list(models)
    return found


def _stamp(artifacts: ArtifactStore, mesh: ArtifactRef) -> Provenance | None:
    stored = artifacts.stat(mesh, HEAD)
    if stored is None:
        return None
    if (size := glb.head_size(stored.head)) > HEAD:
        stored = artifacts.stat(mesh, size) or stored
    return glb.read(stored.head)
