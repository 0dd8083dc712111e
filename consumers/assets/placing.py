"""Where a mesh stands and how large it is: metres, the centre of its base at the origin.

What does not belong here: which way it faces. Engines answer in glTF's frame, front +Z.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from consumers.assets.errors import AssetRefused
from consumers.assets.model import Asset, Floats
from schemas.asset_parts import Fit

Size = tuple[float, float, float]

NEAR = 0.02
"""How far from the wanted size a mesh may be, along each axis."""
MOST_STRETCH = 1.5
"""How much more one axis may be stretched than another; more would show."""
STILL = 1e-3
"""A mesh that is nearer than this to its place, in its own sizes, is left where it is."""
FLAT = 1e-4
"""An axis along which a mesh is thinner, in its longest sides, can not be stretched."""
HEIGHT_M = 1.0
"""Of a mesh for which nobody wants a size."""


@dataclass(frozen=True, slots=True)
class Placed:
    """``moved``: anything was changed. ``size``: of the bounds, metres (x, y, z)."""

    asset: Asset
    fit: Fit
    size: Size
    moved: bool


def place(asset: Asset, wanted: Size | None) -> Placed:
    """The asset as large as ``wanted``, metres (x, y, z), as far as its proportions allow."""
    low, high = asset.bounds
    span = high - low
    if not np.isfinite(span).all() or span.max() <= 1e-9:
        raise AssetRefused(f"its bounds are {span.tolist()}")
    factor, fit = _factor(span, wanted)
    origin = np.array([(low[0] + high[0]) / 2.0, low[1], (low[2] + high[2]) / 2.0])
    scaled = bool((np.abs(factor - 1.0) > 1e-9).any())
    if not scaled and (np.abs(origin) <= STILL * span.max()).all():
        return Placed(asset, fit, _size(span), False)
    surfaces = tuple(
        replace(
            surface,
            positions=(surface.positions - origin) * factor,
            normals=None if surface.normals is None else _stretched(surface.normals, factor),
        )
        for surface in asset.surfaces
    )
    return Placed(replace(asset, surfaces=surfaces), fit, _size(span * factor), True)


def _factor(span: Floats, wanted: Size | None) -> tuple[Floats, Fit]:
    """What each axis is multiplied by."""
    if wanted is None:
        height = span[1] if span[1] > FLAT * span.max() else span.max()
        factor = HEIGHT_M / height
        return np.full(3, 1.0 if abs(factor - 1.0) <= STILL else factor), "free"
    size = np.asarray(wanted, dtype=np.float64)
    if (np.abs(span - size) <= NEAR * size).all():
        return np.ones(3), "uniform"
    solid = span > FLAT * span.max()
    ratio = size / np.where(solid, span, 1.0)
    least, most = float(ratio[solid].min()), float(ratio[solid].max())
    if not solid.all():
        return np.full(3, least), "inside"
    if most / least <= (1.0 + NEAR) ** 2:
        return np.full(3, (least * most) ** 0.5), "uniform"
    if most / least <= MOST_STRETCH:
        return ratio, "stretched"
    return np.full(3, least), "inside"


def _stretched(normals: Floats, factor: Floats) -> Floats:
    turned = normals / factor
    return np.asarray(turned / np.linalg.norm(turned, axis=1, keepdims=True))


def _size(span: Floats) -> Size:
    return float(span[0]), float(span[1]), float(span[2])
