"""A sound surface: no triangles that are none, no specks, wound outward, small holes closed.

What does not belong here: how large the thing is (``placing``) and how fine (``simplify``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from consumers.assets.errors import AssetRefused, NothingThere
from consumers.assets.holes import patches
from consumers.assets.model import Asset, Ints, Mask, Surface
from consumers.assets.topology import (
    Soup,
    areas,
    boxes,
    is_closed,
    kept,
    pieces,
    soup,
    volumes,
)
from consumers.assets.winding import turned

FARTHEST = 1e6
"""Metres, or whatever the engine takes for them: what lies farther off is an error."""
LOST_SHARE = 0.1
"""Of a mesh's triangles: where more have corners that are no numbers, the rest is not trusted."""
SPECK_SHARE, SPECKS_SHARE = 0.001, 0.01
"""The most area of a floating speck, and of all of them: more than that is foliage, or dust."""
SPECK_SIZE = 0.03
"""Diagonals of the whole that a speck's own may be: a larger one is seen, and meant."""
APART = 0.01
"""Diagonals between a speck and everything larger."""
MOST_PAIRS = 4_000_000


@dataclass(frozen=True, slots=True)
class Sound:
    """``watertight``: closed all over, with a volume."""

    asset: Asset
    watertight: bool
    notes: tuple[str, ...] = ()


def sound(asset: Asset) -> Sound:
    """The asset, mended where need be. Raises ``AssetRefused`` where it can not be."""
    notes: list[str] = []
    asset = finite(asset, notes)
    whole = soup(asset)
    closed = is_closed(whole.corners)
    keep = _proper(whole, closed, notes)
    if not keep.all():
        asset, whole = _keeping(asset, keep)
        closed = is_closed(whole.corners)
    keep = _without_specks(whole, notes)
    if not keep.all():
        asset, whole = _keeping(asset, keep)
    flip = turned(whole, closed)
    if flip.any():
        notes.append(f"{int(flip.sum()):,} triangles were turned to face outward")
        asset = _flipped(asset, flip)
        whole = soup(asset)
        closed = is_closed(whole.corners)
    if not closed:
        filled = patches(whole)
        if filled:
            count = sum(len(faces) for _, faces in filled)
            notes.append(f"small holes were closed with {count:,} triangles")
            asset = _patched(asset, whole, filled)
            whole = soup(asset)
            closed = is_closed(whole.corners)
    volume = float(volumes(whole.points, whole.corners, np.zeros(len(whole.corners), int), 1)[0])
    return Sound(asset, closed and volume > 0.0, tuple(notes))


def is_watertight(asset: Asset) -> bool:
    """Whether the surface is closed all over and has a volume."""
    whole = soup(asset)
    each = volumes(whole.points, whole.corners, np.zeros(len(whole.corners), int), 1)
    return is_closed(whole.corners) and float(each[0]) > 0.0


def finite(asset: Asset, notes: list[str]) -> Asset:
    """Without faces that have a corner which is nowhere. Raises ``AssetRefused`` for too many."""
    fine, total, left = [], 0, 0
    for surface in asset.surfaces:
        near: Mask = np.abs(surface.positions) <= FARTHEST  # false for what is no number
        there = np.asarray(near.all(axis=1))
        if not there.all():
            faces = surface.faces[there[surface.faces].all(axis=1)]
            left += len(surface.faces) - len(faces)
            total += len(surface.faces)
            surface = replace(surface, faces=faces).compact()
        else:
            total += len(surface.faces)
        if len(surface.faces):
            fine.append(surface)
    if left > LOST_SHARE * total or not fine:
        raise AssetRefused(
            f"{left:,} of its {total:,} triangles have corners that are no numbers, or are more "
            f"than {FARTHEST:,.0f} m away"
        )
    if left:
        notes.append(f"{left:,} triangles with corners that are nowhere left out")
    return (
        asset
        if len(fine) == len(asset.surfaces) and not left
        else replace(asset, surfaces=tuple(fine))
    )


def _proper(whole: Soup, closed: bool, notes: list[str]) -> Mask:
    """Faces that are triangles, each once; but what is ``closed`` is not opened for that."""
    a, b, c = (whole.corners[:, side] for side in range(3))
    proper = (a != b) & (b != c) & (c != a)
    if not proper.all():
        notes.append(f"{int((~proper).sum()):,} triangles without an area left out")
    again = _again(whole) & proper
    if again.any() and not (closed and not is_closed(whole.corners[proper & ~again])):
        notes.append(f"{int(again.sum()):,} triangles that were there twice left out")
        proper &= ~again
    return np.asarray(proper)


def _again(whole: Soup) -> Mask:
    """Faces with the corners of an earlier one, seen from the same side."""
    turn = (np.argmin(whole.corners, axis=1)[:, None] + np.arange(3)) % 3
    ordered = np.take_along_axis(whole.corners, turn, axis=1)
    count = len(whole.points)
    pair = ordered[:, 0] * count + ordered[:, 1]
    order = np.lexsort((ordered[:, 2], pair))
    pair, last = pair[order], ordered[order, 2]
    again = np.zeros(len(pair), dtype=bool)
    again[order[1:]] = (pair[1:] == pair[:-1]) & (last[1:] == last[:-1])
    return again


def _without_specks(whole: Soup, notes: list[str]) -> Mask:
    """All faces but those of small pieces that float beside everything larger."""
    everything = np.ones(len(whole.corners), dtype=bool)
    count, piece = pieces(whole.corners, len(whole.points))
    if count == 1:
        return everything
    area = np.bincount(piece, areas(whole.points, whole.corners), count)
    is_small = area < SPECK_SHARE * area.sum()
    if not is_small.any():
        return everything
    low, high = boxes(whole.points, whole.corners, piece, count)
    is_small &= np.linalg.norm(high - low, axis=1) < SPECK_SIZE * whole.diagonal
    small, large = np.flatnonzero(is_small), np.flatnonzero(~is_small)
    large = large[np.argsort(-area[large])][: max(1, MOST_PAIRS // max(len(small), 1))]
    reach = APART * whole.diagonal
    near = np.zeros(len(small), dtype=bool)
    for other in large:
        gap = np.maximum(low[small] - high[other], low[other] - high[small]).max(axis=1)
        near |= gap <= reach
    specks = small[~near]
    if not len(specks) or area[specks].sum() > SPECKS_SHARE * area.sum():
        return everything
    notes.append(f"{len(specks):,} floating specks left out")
    return ~np.isin(piece, specks)


def _keeping(asset: Asset, keep: Mask) -> tuple[Asset, Soup]:
    surfaces = [
        replace(surface, faces=faces)
        for surface, faces in zip(asset.surfaces, kept(asset, keep), strict=True)
        if len(faces)
    ]
    if not surfaces:
        raise NothingThere("none of its triangles has an area")
    smaller = replace(asset, surfaces=tuple(surface.compact() for surface in surfaces))
    return smaller, soup(smaller)


def _flipped(asset: Asset, flip: Mask) -> Asset:
    """With those faces wound the other way; normals that no longer fit are worked out anew."""
    bounds = np.cumsum([len(surface.faces) for surface in asset.surfaces])[:-1]
    return replace(
        asset,
        surfaces=tuple(
            _turned_round(surface, mask)
            for surface, mask in zip(asset.surfaces, np.split(flip, bounds), strict=True)
        ),
    )


def _turned_round(surface: Surface, flip: Mask) -> Surface:
    if not flip.any():
        return surface
    faces = np.where(flip[:, None], surface.faces[:, ::-1], surface.faces)
    normals = surface.normals
    if normals is not None:
        at = np.unique(surface.faces[flip])
        if len(np.intersect1d(at, surface.faces[~flip], assume_unique=False)):
            normals = None  # some are shared with faces that stay
        else:
            normals = normals.copy()
            normals[at] *= -1.0
    return replace(surface, faces=faces, normals=normals)


def _patched(asset: Asset, whole: Soup, filled: Iterable[tuple[int, Ints]]) -> Asset:
    surfaces = list(asset.surfaces)
    for number, faces in filled:
        own = faces - whole.first[number]
        surface = surfaces[number]
        surfaces[number] = replace(surface, faces=np.concatenate([surface.faces, own]))
    return replace(asset, surfaces=tuple(surfaces))
