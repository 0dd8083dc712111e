"""Sound surfaces: what is no triangle goes, specks go, faces look outward, small holes close."""

from __future__ import annotations

import numpy as np
import pytest

from consumers.assets.model import Asset, Surface
from consumers.assets.soundness import is_watertight, sound
from consumers.assets.topology import areas, soup, volumes, weld
from tests.glbs import ball, of, sphere

POINTS, FACES = sphere()


def volume(asset: Asset) -> float:
    whole = soup(asset)
    return float(volumes(whole.points, whole.corners, np.zeros(len(whole.corners), int), 1)[0])


def test_a_sound_mesh_is_left_alone() -> None:
    asset = ball()
    found = sound(asset)
    assert found.asset is asset
    assert (found.watertight, found.notes) == (True, ())


def test_doubled_vertices_do_not_make_a_surface_open() -> None:
    apart = of(POINTS[FACES].reshape(-1, 3), np.arange(FACES.size).reshape(-1, 3))
    assert is_watertight(apart)


def test_flat_and_doubled_triangles_go() -> None:
    open_ball = FACES[40:]
    more = np.concatenate([open_ball, [[5, 5, 9], [7, 9, 7]], open_ball[:3]])
    found = sound(of(POINTS, more))
    assert found.asset.triangles == len(open_ball)
    assert found.notes[0] == "2 triangles without an area left out"
    assert found.notes[1] == "3 triangles that were there twice left out"


def test_a_triangle_seen_from_both_sides_is_two() -> None:
    sheet = [[0, 1, 2], [0, 2, 1]]
    found = sound(of([[0, 0, 0], [1, 0, 0], [0, 1, 0]], sheet))
    assert (found.asset.triangles, found.watertight) == (2, False)


def test_floating_specks_go_and_what_touches_stays() -> None:
    speck = POINTS * 0.01
    parts = [POINTS, speck + np.array([2.0, 0.0, 0.0]), speck + np.array([0.5, 0.0, 0.0])]
    faces = [FACES + n * len(POINTS) for n in range(3)]
    found = sound(of(np.concatenate(parts), np.concatenate(faces)))
    assert found.notes == ("1 floating specks left out",)
    assert found.asset.triangles == 2 * len(FACES)


def test_many_small_pieces_are_leaves_and_not_specks() -> None:
    rng = np.random.default_rng(1)
    places = rng.uniform(-1.0, 1.0, (2000, 3))
    leaf = np.array([[0.0, 0.0, 0.0], [0.01, 0.0, 0.0], [0.0, 0.01, 0.0]])
    points = np.concatenate([POINTS * 0.02, *(leaf + place for place in places)])
    leaves = np.arange(6000).reshape(-1, 3) + len(POINTS)
    found = sound(of(points, np.concatenate([FACES, leaves])))
    assert found.asset.triangles == len(FACES) + 2000


@pytest.mark.parametrize("flipped", [slice(None), slice(0, 60), slice(3, 5)])
def test_faces_are_turned_outward(flipped: slice) -> None:
    faces = FACES.copy()
    faces[flipped] = faces[flipped, ::-1]
    found = sound(of(POINTS, faces, normals=POINTS * 2.0))
    assert found.watertight
    assert volume(found.asset) == pytest.approx(volume(of(POINTS, FACES)))
    assert "turned to face outward" in found.notes[0]


def test_normals_turn_with_their_faces() -> None:
    found = sound(of(POINTS, FACES[:, ::-1], normals=-POINTS * 2.0))
    normals = found.asset.surfaces[0].normals
    assert normals is not None
    assert normals == pytest.approx(POINTS * 2.0)


def test_a_cavity_stays_a_cavity() -> None:
    hollow = of(
        np.concatenate([POINTS, POINTS * 0.5]),
        np.concatenate([FACES, FACES[:, ::-1] + len(POINTS)]),
    )
    found = sound(hollow)
    assert (found.notes, found.watertight) == ((), True)
    assert volume(found.asset) == pytest.approx(volume(of(POINTS, FACES)) * 7 / 8)


def test_a_small_hole_is_closed_and_a_large_one_is_left() -> None:
    points, faces = sphere(40, 60)
    small = sound(of(points, np.delete(faces, [900, 1500], axis=0)))
    assert (small.watertight, small.asset.triangles) == (True, len(faces))
    assert small.notes == ("small holes were closed with 2 triangles",)
    high = points[faces].mean(axis=1)[:, 1] > 0.3
    cup = sound(of(points, faces[~high]))
    assert (cup.watertight, cup.notes) == (False, ())


def test_a_band_with_one_side_is_left_as_it_is() -> None:
    turns = np.linspace(0.0, 2.0 * np.pi, 24, endpoint=False)
    rim = [
        [(1 + s * 0.3 * np.cos(t / 2)) * np.cos(t), s * 0.3 * np.sin(t / 2),
         (1 + s * 0.3 * np.cos(t / 2)) * np.sin(t)]
        for t in turns for s in (-1, 1)
    ]  # fmt: skip
    faces = []
    for k in range(24):
        a, b = 2 * k, 2 * k + 1
        c, d = (2 * k + 2, 2 * k + 3) if k < 23 else (1, 0)
        faces += [(a, b, c), (b, d, c)]
    found = sound(of(rim, faces))
    assert (found.watertight, found.asset.triangles) == (False, 48)
    assert not any("turned" in note for note in found.notes)


def test_two_surfaces_that_close_each_other_are_watertight() -> None:
    halves = (
        Surface("upper", POINTS, FACES[: len(FACES) // 2]),
        Surface("lower", POINTS, FACES[len(FACES) // 2 :], material=None),
    )
    assert is_watertight(Asset("ball", {}, halves))
    assert not is_watertight(Asset("half", {}, halves[:1]))


def test_welding_tells_equal_rows_from_near_ones() -> None:
    rows = np.array([[0.0, 1.0, 2.0], [-0.0, 1.0, 2.0], [0.0, 1.0, 2.0000005], [3.0, 1.0, 2.0]])
    number, chosen = weld(rows)
    assert number[0] == number[1]
    assert len(chosen) == 3
    assert (rows[chosen][number] == rows).all(axis=1).tolist() == [True, True, True, True]


def test_areas_are_those_of_triangles() -> None:
    assert areas(np.eye(3), np.array([[0, 1, 2]])) == pytest.approx([3**0.5 / 2])
