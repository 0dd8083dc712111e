"""Levels of detail: as few triangles as asked, still closed, still looking the same."""

from __future__ import annotations

import numpy as np
import pytest

from consumers.assets.gate import LOD_SHARES, passed
from consumers.assets.levels import Level, levels
from consumers.assets.model import Asset, Surface
from consumers.assets.soundness import is_watertight
from consumers.assets.topology import edges, soup
from consumers.assets.writing import write
from tests.glbs import of, sphere, textured

POINTS, FACES = sphere(24, 32)


def off_by(asset: Asset, radius: float = 0.5) -> float:
    """How far the corners and the middles of faces of a ball are from its surface."""
    whole = soup(asset)
    at = [whole.points, whole.points[whole.corners].mean(axis=1)]
    return float(max(np.abs(np.linalg.norm(points, axis=1) - radius).max() for points in at))


@pytest.mark.parametrize("share", [0.6, 0.4, 0.12])
def test_a_closed_mesh_stays_closed_at_any_level(share: float) -> None:
    (coarse,) = levels(of(POINTS, FACES), [Level(round(share * len(FACES)), 0.1)])
    # A closed surface has an even number of triangles.
    assert coarse.triangles == round(share * len(FACES)) // 2 * 2
    assert is_watertight(coarse)
    assert off_by(coarse) < 0.06
    found = edges(soup(coarse).corners, len(soup(coarse).points))
    assert (found.uses == 2).all()


def test_the_same_mesh_gives_the_same_levels() -> None:
    asset = textured(rings=16)
    assert write(levels(asset, [Level(200, 0.1)])[0]) == write(levels(asset, [Level(200, 0.1)])[0])


def test_texture_coordinates_stay_on_their_side_of_a_seam() -> None:
    asset = textured(rings=24)
    (coarse,) = levels(asset, [Level(asset.triangles // 5, 0.1)])
    assert is_watertight(coarse)
    surface = coarse.surfaces[0]
    uv, at = surface.uv[0], surface.positions
    # Where a corner is on the ball is where its texture coordinates say.
    turn, tilt = uv[:, 0] * 2.0 * np.pi, uv[:, 1] * np.pi
    said = 0.5 * np.stack(
        [np.sin(tilt) * np.sin(turn), np.cos(tilt), np.sin(tilt) * np.cos(turn)], axis=1
    )
    assert np.abs(said - at).max() < 1e-5
    spans = np.ptp(uv[surface.faces][:, :, 0], axis=1)
    assert spans.max() < 0.6  # no triangle reaches across the seam


def test_an_open_mesh_keeps_its_rim() -> None:
    size = 30
    rows, columns = np.mgrid[0:size, 0:size]
    points = np.stack([columns.ravel(), rows.ravel(), np.zeros(size * size)], axis=1) / (size - 1)
    at = rows[:-1, :-1].ravel() * size + columns[:-1, :-1].ravel()
    faces = np.concatenate(
        [np.stack([at, at + 1, at + size], 1), np.stack([at + 1, at + size + 1, at + size], 1)]
    )
    (coarse,) = levels(of(points, faces), [Level(20, 0.01)])
    assert coarse.triangles <= 20
    low, high = coarse.bounds
    assert (high - low) == pytest.approx([1.0, 1.0, 0.0])
    whole = soup(coarse)
    a, b, c = (whole.points[whole.corners[:, side]] for side in range(3))
    assert np.cross(b - a, c - a)[:, 2].sum() / 2 == pytest.approx(1.0)


def test_two_materials_still_meet_where_they_met() -> None:
    upper = POINTS[FACES].mean(axis=1)[:, 1] > 0.0
    asset = Asset(
        "ball",
        {},
        (Surface("upper", POINTS, FACES[upper]), Surface("lower", POINTS, FACES[~upper])),
    )
    (coarse,) = levels(asset, [Level(300, 0.1)])
    assert [surface.name for surface in coarse.surfaces] == ["upper", "lower"]
    assert is_watertight(coarse)
    assert min(surface.positions[:, 1].min() for surface in coarse.surfaces[:1]) > -0.05


def test_small_pieces_go_when_nothing_else_can() -> None:
    dots = [POINTS[FACES[0]] * 0.01 + (np.cos(n), 0.8, np.sin(n)) for n in range(40)]
    points = np.concatenate([POINTS, *dots])
    faces = np.concatenate([FACES, np.arange(120).reshape(-1, 3) + len(POINTS)])
    (coarse,) = levels(of(points, faces), [Level(30, 0.1)])
    assert 0 < coarse.triangles <= 60


def test_what_can_not_be_coarser_shares_its_file() -> None:
    tetrahedron = of(
        [[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], [[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]]
    )
    asset = passed(write(tetrahedron), None)
    assert [lod.triangles for lod in asset.lods] == [4, 4]
    assert all(lod.glb == asset.glb for lod in asset.lods)


def test_an_assets_levels_have_the_shares_that_are_promised() -> None:
    asset = passed(write(textured(rings=24)), (1.0, 1.0, 1.0))
    shares = [lod.triangles / asset.triangles for lod in asset.lods]
    assert shares == pytest.approx(LOD_SHARES, abs=0.005)
    assert len({asset.glb, *(lod.glb for lod in asset.lods)}) == 3


def test_shading_is_smooth_where_the_shape_is_and_sharp_at_edges() -> None:
    corners = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], float)
    quads = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))
    box = of(corners, [t for a, b, c, d in quads for t in ((a, b, c), (a, c, d))])
    (same,) = levels(box, [Level(12, 0.1)])
    normals = same.surfaces[0].normals
    assert normals is not None
    assert np.sort(np.abs(normals), axis=1) == pytest.approx(np.tile([0.0, 0.0, 1.0], (24, 1)))
    (coarse,) = levels(of(POINTS, FACES), [Level(400, 0.1)])
    ball = coarse.surfaces[0]
    assert ball.normals is not None
    outward = np.einsum("ij,ij->i", ball.normals, ball.positions * 2.0)
    assert outward.min() > 0.8
