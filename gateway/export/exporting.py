"""A session's scene, as it is or was, as a file: GLB or zip. Reads the log and the artifacts."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from dataclasses import dataclass

from gateway.export.container import unpack
from gateway.export.errors import BadMesh, ExportTooLarge, NothingToExport
from gateway.export.scene_glb import scene_glb
from schemas import patch
from schemas.ids import SessionId
from schemas.provenance import Provenance
from schemas.scene import Scene
from schemas.shipping import Use, judge
from schemas.state import Asset, SessionState
from streams.artifacts import ArtifactStore
from streams.past import points
from streams.past.history import History

MOST_BYTES = 512 * 1024 * 1024
"""Of all meshes of a scene together: a file is made in memory."""
_THEN = (1980, 1, 1, 0, 0, 0)
"""The time of all members, so that the same scene gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Exports:
    """Makes files of scenes."""

    history: History
    artifacts: ArtifactStore

    async def glb(self, session: SessionId, at: str = "") -> bytes:
        """The scene at the point ``at`` ("": now) as one GLB. Raises what ``points.resolve`` does,
        ``NothingToExport``, ``ExportTooLarge``, ``BadMesh``, ``UnknownExtension``."""
        scene, assets = await self._found(session, at)
        meshes = {asset.id: asset.mesh for asset in assets}
        return await asyncio.to_thread(scene_glb, scene, meshes, self.artifacts.get)

    async def zip(self, session: SessionId, at: str = "") -> bytes:
        """The scene as JSON with its meshes, each a GLB of its own, and what is said of them."""
        scene, assets = await self._found(session, at)
        return await asyncio.to_thread(scene_zip, scene, assets, self.artifacts)

    async def _found(self, session: SessionId, at: str) -> tuple[Scene, list[Asset]]:
        point = await points.resolve(self.history, session, at or None)
        state: SessionState = await self.history.state(session, point)
        scene = state.scene
        if scene is None:
            raise NothingToExport(NothingToExport.__doc__)
        assets = [state.assets[a] for a in sorted(scene.assets()) if a in state.assets]
        size = sum(ref.size for ref in {a.mesh.sha256: a.mesh for a in assets}.values())
        if size > MOST_BYTES:
            raise ExportTooLarge(
                f"{size:,} bytes, the limit is {MOST_BYTES:,}; {ExportTooLarge.__doc__}"
            )
        return scene, assets


def scene_zip(scene: Scene, assets: list[Asset], artifacts: ArtifactStore) -> bytes:
    """The archive: ``scene.json`` in the canonical frame, ``meshes/ID.glb``, ``README.txt``."""
    told = {
        "frame": "Unity: left-handed, Y up, +Z forward, metres; Euler degrees, Z, X, then Y",
        "scene": patch.document(scene),
        "meshes": {a.id: {"file": _file(a), "label": a.label} for a in assets},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "scene.json", json.dumps(told, ensure_ascii=False, indent=1).encode())
        said = [f"{scene.name}: a scene of {len(scene.nodes)} nodes and {len(assets)} meshes."]
        for asset in assets:
            data = artifacts.get(asset.mesh)
            _put(archive, _file(asset), data)
            said.append(f"{_file(asset)}: {asset.label}. {_terms(data)}")
        said.append("scene.json says where each of them stands; their own frame is glTF's.")
        _put(archive, "README.txt", ("\n".join(said) + "\n").encode())
    return out.getvalue()


def _file(asset: Asset) -> str:
    return f"meshes/{asset.id}.glb"


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    told = zipfile.ZipInfo(name, _THEN)
    told.compress_type = zipfile.ZIP_DEFLATED
    told.external_attr = 0o644 << 16
    archive.writestr(told, data)


def _terms(glb: bytes) -> str:
    """Who made the mesh, and on what terms it may be used, as its stamp says."""
    try:
        asset = unpack(glb)[0].get("asset", {})
        made = Provenance.model_validate(asset["extras"]["scenestream"])
    except (BadMesh, KeyError, TypeError, ValueError):
        return "Nothing tells how it was made."
    judged = judge(made, Use())
    whys = "; ".join(dict.fromkeys(reason.why for reason in judged.reasons))
    named = asset.get("copyright") or f"Made by {made.engine or 'a person'}"
    return f"{named}. {f'Conditions: {whys}.' if whys else 'No conditions.'}"
