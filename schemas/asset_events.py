"""Assets: wanted, found in the library or made for a slot, registered, deleted.

What belongs here: facts about one picture, mesh or asset. What does not: which scene shows it
(``schemas.events``), and how it came to be (``schemas.provenance``).
"""

from __future__ import annotations

from schemas.artifacts import ArtifactRef
from schemas.asset_parts import Fit, Lod
from schemas.errors import Category
from schemas.ids import AssetId
from schemas.payload import Data
from schemas.recipe import Recipe


class AssetWanted(Data):
    """``slot`` is ``<step>/<name>``: the request's join member that the asset will settle."""

    type = "asset.wanted"
    slot: str
    label: str
    prompt: str
    recipe: Recipe


class _AssetReady(Data):
    """``lods``: its levels 1 and 2; ``collider``: a GLB of convex parts, if one was wanted."""

    v = 2
    slot: str
    asset: AssetId
    label: str
    mesh: ArtifactRef
    recipe: Recipe
    stand_in: bool = False
    lods: tuple[Lod, ...] = ()
    collider: ArtifactRef | None = None


class AssetMatched(_AssetReady):
    """The library had it. ``score`` 0-1: how well."""

    type = "asset.matched"
    score: float = 1.0


class AssetRegistered(_AssetReady):
    """A new mesh is in the library from now on."""

    type = "asset.registered"
    engine: str
    prompt: str


class AssetMissed(Data):
    """The library has none. ``prompt_by``: the engine that wrote the prompt."""

    type = "asset.missed"
    v = 2
    slot: str
    label: str
    prompt: str
    recipe: Recipe
    prompt_by: str = ""


class AssetFailed(Data):
    """One asset of a larger wish could not be made; the rest goes on with a block in its place."""

    type = "asset.failed"
    slot: str
    category: Category
    code: str
    message: str
    stage: str


class AssetDeleted(Data):
    type = "asset.deleted"
    name: str
    assets: tuple[AssetId, ...]


class LibraryCleared(Data):
    type = "library.cleared"
    count: int


class ImageGenerated(Data):
    type = "image.generated"
    slot: str = ""
    label: str
    prompt: str
    image: ArtifactRef
    recipe: Recipe
    engine: str
    seed: int = 0
    stand_in: bool = False


class MeshGenerated(Data):
    """``size``: metres (x, y, z) of the mesh's bounds. ``stand_in``: a labelled placeholder for a
    thing that no model is known for.

    Of the asset gate: ``lods``, the levels of detail 1 and 2 (0 is ``mesh``); ``watertight``:
    whether the surface is closed; ``fit`` to the recipe's size; ``mended``: what was put right, in
    words; ``collider``: a GLB of convex parts, if one was wanted. None: it was not looked at.
    """

    type = "mesh.generated"
    v = 2
    slot: str
    label: str
    prompt: str
    mesh: ArtifactRef
    recipe: Recipe
    size: tuple[float, float, float]
    triangles: int
    engine: str
    stand_in: bool = False
    lods: tuple[Lod, ...] = ()
    watertight: bool | None = None
    fit: Fit | None = None
    mended: tuple[str, ...] = ()
    collider: ArtifactRef | None = None
