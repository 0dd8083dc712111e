"""Normals of surfaces that have none, or none that fit any more.

What does not belong here: those that engines give, which are kept as long as nothing changes.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from consumers.assets.model import Asset, Surface
from consumers.assets.topology import weld
from consumers.greybox.mesh import Mesh, shade

CREASE = 50.0
"""Degrees between faces up to which a surface is shaded as round."""


def shaded(asset: Asset) -> Asset:
    """The asset with normals on every surface: smooth, but for edges sharper than ``CREASE``."""
    bare = [surface for surface in asset.surfaces if surface.normals is None]
    if not bare:
        return asset
    done = iter(_shaded(bare))
    return replace(
        asset,
        surfaces=tuple(s if s.normals is not None else next(done) for s in asset.surfaces),
    )


def _shaded(surfaces: list[Surface]) -> list[Surface]:
    """All at once, which is quicker; corners of different surfaces are not smoothed together."""
    sizes = [len(surface.positions) for surface in surfaces]
    first = np.cumsum([0, *sizes])
    positions = np.concatenate([surface.positions for surface in surfaces])
    point, chosen = weld(np.column_stack([positions, np.repeat(np.arange(len(sizes)), sizes)]))
    faces = np.concatenate([s.faces + n for s, n in zip(surfaces, first[:-1], strict=True)])
    smooth = shade(Mesh(positions[chosen], point[faces]), CREASE)
    count = len(smooth.normals)
    pairs, place = np.unique(faces.ravel() * count + smooth.faces.ravel(), return_inverse=True)
    vertices, slot = np.divmod(pairs, count)
    begins = np.searchsorted(vertices, first)
    ends = np.cumsum([3 * len(surface.faces) for surface in surfaces])[:-1]
    done = []
    for number, own in enumerate(np.split(place.ravel(), ends)):
        mine = slice(int(begins[number]), int(begins[number + 1]))
        taken = surfaces[number].taking(
            vertices[mine] - first[number], own.reshape(-1, 3) - begins[number]
        )
        done.append(replace(taken, normals=smooth.normals[slot[mine]]))
    return done
