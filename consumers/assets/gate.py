"""The asset gate: a file of an engine in, an asset that clients load out, or why there is none.

A file that is all right passes as it is, byte for byte; any other is written anew from what is
sound of it. What does not belong here: trying again (the mesh stage), and where the bytes go.
"""

from __future__ import annotations

from dataclasses import dataclass

from consumers.assets.colliders import collider
from consumers.assets.container import unpack
from consumers.assets.errors import AssetRefused
from consumers.assets.findings import findings
from consumers.assets.levels import Level, levels
from consumers.assets.limits import USUAL, AssetLimits
from consumers.assets.model import Asset
from consumers.assets.placing import Size, place
from consumers.assets.reading import read
from consumers.assets.shading import shaded
from consumers.assets.soundness import finite, is_watertight, sound
from consumers.assets.textures import tidied
from consumers.assets.thinning import thinned
from consumers.assets.writing import write
from schemas.asset_parts import Fit

LOD_SHARES = (0.4, 0.12)
"""Triangles of the coarser levels, in those of the finest."""
ERRORS = (0.05, 0.03, 0.1)
"""How far each level may be from the shape, in diagonals: the budget's, and those of the LODs."""
WORKED_ON = 400_000
FINER = 8
"""Triangles that edges are collapsed of, or so many times those wanted; more are thinned first."""
MOST_NOTES, NOTE_CHARS = 12, 160
"""An event holds a few words."""


@dataclass(frozen=True, slots=True)
class CoarseFile:
    """A coarser level. Where nothing more could go, the file is that of the level before."""

    glb: bytes
    triangles: int


@dataclass(frozen=True, slots=True)
class Passed:
    """An asset that is all right: ``size`` in metres (x, y, z), standing on the middle of its base.

    ``mended``: what was put right, in words; empty: ``glb`` is the engine's own file.
    """

    glb: bytes
    size: Size
    triangles: int
    watertight: bool
    fit: Fit
    mended: tuple[str, ...] = ()
    lods: tuple[CoarseFile, ...] = ()
    collider: bytes | None = None


def passed(
    glb: bytes,
    wanted: Size | None = None,
    limits: AssetLimits = USUAL,
    *,
    coarser: bool = True,
) -> Passed:
    """The asset that an engine's file becomes, ``wanted`` metres (x, y, z) large.

    ``coarser``: levels of detail are made, too. Raises ``AssetRefused`` where nothing helps.
    """
    file = unpack(glb)
    wrong = findings(file)
    reading = read(file, limits.most_triangles)
    given, most = reading.asset.triangles, max(WORKED_ON, FINER * limits.triangles)
    if given > most:
        reading.asset = thinned(finite(reading.asset, reading.notes), most)
    tidy, said = tidied(reading.asset, limits.texture_px)
    checked = sound(tidy)
    placed = place(checked.asset, wanted)
    notes = [*wrong, *reading.notes, *said, *checked.notes]
    asset, watertight = placed.asset, checked.watertight
    budget = limits.budget(max(placed.size))
    if asset.triangles > budget:
        before = given if given > most else asset.triangles
        asset = levels(asset, [Level(budget, ERRORS[0])])[0]
        watertight = watertight and is_watertight(asset)
        notes.append(f"{before:,} triangles became {asset.triangles:,}")
    if any(surface.normals is None for surface in asset.surfaces):
        notes.append("normals worked out anew")
        asset = shaded(asset)
    if notes or placed.moved:
        glb = _written(asset)
    return Passed(
        glb,
        placed.size,
        asset.triangles,
        watertight,
        placed.fit,
        _told(notes),
        _coarser(asset, glb) if coarser else (),
        None if limits.colliders == "none" else write(collider(asset, limits.colliders)),
    )


def _written(asset: Asset) -> bytes:
    """The file. That it is valid is not taken for granted, since clients can not mend it."""
    glb = write(asset)
    if wrong := findings(unpack(glb)):
        raise AssetRefused(f"it can not be written soundly ({'; '.join(wrong[:3])})")
    return glb


def _coarser(asset: Asset, glb: bytes) -> tuple[CoarseFile, ...]:
    wanted = [
        Level(max(4, round(share * asset.triangles)), error)
        for share, error in zip(LOD_SHARES, ERRORS[1:], strict=True)
    ]
    made = [CoarseFile(glb, asset.triangles)]
    for level in levels(asset, wanted):
        fewer = level.triangles < made[-1].triangles
        made.append(CoarseFile(write(level), level.triangles) if fewer else made[-1])
    return tuple(made[1:])


def _told(notes: list[str]) -> tuple[str, ...]:
    """Each once, few and short."""
    distinct = [note[:NOTE_CHARS] for note in dict.fromkeys(notes)]
    if len(distinct) > MOST_NOTES:
        left = len(distinct) - MOST_NOTES + 1
        distinct = [*distinct[: MOST_NOTES - 1], f"{left} more"]
    return tuple(distinct)
