"""Meshes of far too many triangles: made few enough to be worked on, and still the same thing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from consumers.assets import gate
from consumers.assets.errors import AssetRefused, TooManyTriangles
from consumers.assets.gate import passed
from consumers.assets.limits import AssetLimits
from consumers.assets.model import Asset, Floats, Ints
from consumers.assets.soundness import is_watertight
from consumers.assets.thinning import thinned
from consumers.assets.topology import edges, pieces, soup
from consumers.assets.writing import write
from tests.glbs import of, sphere, textured

FEW = AssetLimits(triangles=1_000)


@pytest.fixture
def worked_on(monkeypatch: pytest.MonkeyPatch) -> int:
    """What is thinned is small, lest the tests take long."""
    monkeypatch.setattr(gate, "WORKED_ON", 8_000)
    return 8_000


def rough(rings: int = 96, around: int = 128) -> Asset:
    """A closed ball of 24,000 triangles whose points are off by as much as they are apart."""
    points, faces = sphere(rings, around)
    off = np.random.default_rng(7).normal(0.0, 0.004, len(points))
    return of(points * (1.0 + off)[:, None], faces)


def slab(thickness: float, side: int = 100) -> tuple[Floats, Ints]:
    """A closed square plate, a metre wide, of many triangles: points and faces."""
    points, faces = sphere(side, 4 * side // 2)
    flat = points / np.abs(points).max(axis=1, keepdims=True) * 0.5
    return flat * (1.0, thickness, 1.0), faces


def test_a_closed_mesh_stays_closed_and_keeps_points_of_its_own() -> None:
    asset = rough()
    thin = thinned(asset, 6_000)
    assert 1_000 < thin.triangles <= 6_000
    assert is_watertight(thin)
    own = {tuple(point) for point in asset.surfaces[0].positions.tolist()}
    assert {tuple(point) for point in thin.surfaces[0].positions.tolist()} <= own


def test_what_is_thinned_can_be_made_as_coarse_as_is_asked(worked_on: int) -> None:
    """Points that four faces meet at along an edge could go nowhere."""
    thin = soup(thinned(rough(), worked_on))
    assert (edges(thin.corners, len(thin.points)).uses == 2).all()
    asset = passed(write(rough()), (1.0, 1.0, 1.0), FEW)
    assert asset.triangles <= 1_000
    assert [level.triangles for level in asset.lods] == [400, 120]
    assert asset.watertight
    count = len(sphere(96, 128)[1])
    assert f"{count:,} triangles became {asset.triangles:,}" in asset.mended


def test_a_sheet_thinner_than_a_cell_keeps_both_of_its_sides() -> None:
    points, faces = slab(1e-4)
    thin = thinned(of(points, faces), 4_000)
    assert is_watertight(thin)
    assert np.ptp(soup(thin).points, axis=0) == pytest.approx((1.0, 1e-4, 1.0), rel=0.1)


def test_texture_coordinates_stay_on_their_side_of_a_seam() -> None:
    asset = textured(rings=96)
    thin = thinned(asset, 6_000)
    own = {tuple(uv) for uv in asset.surfaces[0].uv[0].tolist()}
    surface = thin.surfaces[0]
    assert {tuple(uv) for uv in surface.uv[0].tolist()} <= own
    away = np.abs(surface.positions[:, 1]) < 0.45  # at the poles a texture is all over the place
    faces = surface.faces[away[surface.faces].all(axis=1)]
    assert np.ptp(surface.uv[0][faces][..., 0], axis=1).max() < 0.25


def test_two_materials_still_meet_where_they_met() -> None:
    whole = rough().surfaces[0]
    upper = whole.positions[whole.faces].mean(axis=1)[:, 1] > 0.0
    halves = tuple(replace(whole, faces=whole.faces[m]).compact() for m in (upper, ~upper))
    thin = thinned(replace(rough(), surfaces=halves), 6_000)
    assert len(thin.surfaces) == 2
    assert is_watertight(thin)


def test_of_a_cloud_of_leaves_some_stay_all_over() -> None:
    chance = np.random.default_rng(3)
    at = chance.random((8_000, 1, 3))
    leaves = at + chance.normal(0.0, 0.002, (8_000, 3, 3))
    cloud = of(leaves.reshape(-1, 3), np.arange(24_000).reshape(-1, 3))
    thin = soup(thinned(cloud, 2_000))
    assert 0 < len(thin.corners) <= 4_000
    assert np.ptp(thin.points, axis=0) == pytest.approx((1.0, 1.0, 1.0), abs=0.15)


def test_pieces_that_are_apart_stay_apart() -> None:
    points, faces = sphere(48, 64)
    both = of(
        np.concatenate([points, points + np.array((1.01, 0.0, 0.0))]),
        np.concatenate([faces, faces + len(points)]),
    )
    thin = soup(thinned(both, 3_000))
    assert pieces(thin.corners, len(thin.points))[0] == 2


def test_corners_that_are_nowhere_are_left_out_of_many_as_of_few(worked_on: int) -> None:
    asset = rough()
    broken = asset.surfaces[0].positions.copy()
    broken[100] = 1e7  # metres
    glb = write(replace(asset, surfaces=(replace(asset.surfaces[0], positions=broken),)))
    made = passed(glb, (1.0, 1.0, 1.0), FEW)
    assert made.triangles <= 1_000
    assert any("corners that are nowhere" in note for note in made.mended)
    broken[::3] = 1e7  # metres
    glb = write(replace(asset, surfaces=(replace(asset.surfaces[0], positions=broken),)))
    with pytest.raises(AssetRefused, match="corners that are no numbers"):
        passed(glb, (1.0, 1.0, 1.0), FEW)


def test_what_needs_more_memory_than_is_allowed_is_refused_unread() -> None:
    points, faces = sphere(48, 64)  # 6,016 triangles
    alone = of(points[faces.ravel()], np.arange(faces.size).reshape(-1, 3))
    with pytest.raises(TooManyTriangles, match="6,016 triangles over 3,010 vertices"):
        passed(write(of(points, faces)), None, AssetLimits(most_triangles=6_000))
    with pytest.raises(TooManyTriangles, match="over 18,048 vertices"):
        passed(write(alone), None, AssetLimits(most_triangles=7_000))
    assert passed(write(alone), None, AssetLimits(most_triangles=12_100)).triangles == 6_016
