"""The software renderer: what it draws where, and what it does with meshes that are odd."""

from __future__ import annotations

import io
import math

import numpy as np
import pytest
import trimesh
from PIL import Image

from consumers.greybox.render import (
    Camera,
    Drawable,
    DrawableError,
    drawables_from_glb,
    render_object,
    render_scene,
)
from consumers.greybox.render.cutaway import opened
from consumers.greybox.render.raster import nearness_of, triangle_of, visible
from consumers.greybox.render.soup import gather
from consumers.greybox.vectors import cross, dot, largest, least, length

RED, GREEN, BLUE = (0.8, 0.05, 0.05, 1.0), (0.05, 0.7, 0.05, 1.0), (0.05, 0.05, 0.8, 1.0)
SMALL = (160, 100)


def ball(
    radius: float = 0.5,
    at: tuple[float, float, float] = (0.0, 0.5, 0.0),
    color: tuple[float, ...] = RED,
) -> Drawable:
    mesh = trimesh.creation.icosphere(4, radius)
    return Drawable(np.asarray(mesh.vertices) + at, np.asarray(mesh.faces), np.array(color))


def block(
    size: tuple[float, float, float],
    at: tuple[float, float, float],
    color: tuple[float, ...] = RED,
) -> Drawable:
    mesh = trimesh.creation.box(size)
    return Drawable(np.asarray(mesh.vertices) + at, np.asarray(mesh.faces), np.array(color))


def pixels(image: Image.Image) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.asarray(image).astype(np.int64)


def triangle(
    *corners: tuple[float, float, float],
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.array([corners], dtype=np.float64)


def test_sums_over_rows_are_numpys_own() -> None:
    a, b = np.random.default_rng(3).normal(size=(2, 20, 3))
    assert cross(a, b) == pytest.approx(np.cross(a, b))
    assert cross(a, b[0]) == pytest.approx(np.cross(a, b[0]))
    assert dot(a, b) == pytest.approx((a * b).sum(axis=1))
    assert length(a) == pytest.approx(np.linalg.norm(a, axis=1))
    assert (largest(a) == a.max(axis=1)).all()
    assert (least(a) == a.min(axis=1)).all()


# The z-buffer.


def test_a_ball_covers_the_area_of_its_outline() -> None:
    mesh = trimesh.creation.icosphere(5)
    corners = np.asarray(mesh.vertices)[np.asarray(mesh.faces)]
    screen = corners * (90.0, 90.0, 1.0) + (100.0, 100.0, 2.0)
    covered = int((visible(screen, (200, 200)) > 0).sum())
    assert covered == pytest.approx(math.pi * 90.0**2, rel=0.002)


def test_triangles_that_share_an_edge_leave_no_gap_and_no_overlap() -> None:
    rng = np.random.default_rng(3)
    for _ in range(20):
        a, b, c, d = ((*rng.uniform(5.0, 45.0, 2), 1.0) for _ in range(4))
        left, right = triangle(a, b, c), triangle(a, c, d)
        sides = [(c[0] - a[0]) * (p[1] - a[1]) - (c[1] - a[1]) * (p[0] - a[0]) for p in (b, d)]
        one, other = (visible(part, (50, 50)) > 0 for part in (left, right))
        both = visible(np.concatenate([left, right]), (50, 50)) > 0
        assert int(both.sum()) == int((one | other).sum())
        if sides[0] * sides[1] < 0.0:
            assert not (one & other).any()


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_nearer_triangle_wins_in_any_order(order: tuple[int, int]) -> None:
    far = triangle((0, 0, 0.5), (40, 0, 0.5), (0, 40, 0.5))
    near = triangle((0, 0, 0.9), (40, 0, 0.9), (0, 40, 0.9))
    both = np.concatenate([[far, near][number] for number in order])
    keys = visible(both, (20, 20))
    assert set(triangle_of(keys)) == {order.index(1)}
    assert nearness_of(keys) == pytest.approx(np.full(400, 0.9, dtype=np.float32))


def test_triangles_that_cross_are_each_seen_where_they_are_nearer() -> None:
    rising = triangle((0, 0, 0.1), (0, 400, 0.1), (100, 0, 0.9))
    falling = triangle((0, 0, 0.9), (0, 400, 0.9), (100, 0, 0.1))
    seen = triangle_of(visible(np.concatenate([rising, falling]), (100, 10))).reshape(10, 100)
    assert (seen[:, :45] == 1).all()
    assert (seen[0, 55:99] == 0).all()


def test_layers_behind_a_layer_can_be_peeled_off() -> None:
    stack = np.concatenate([triangle((0, 0, q), (40, 0, q), (0, 40, q)) for q in (0.2, 0.6, 0.4)])
    first = visible(stack, (10, 10))
    second = visible(stack, (10, 10), behind=first)
    assert (triangle_of(first) == 1).all()
    assert (triangle_of(second) == 2).all()
    assert (triangle_of(visible(stack, (10, 10), behind=second)) == 0).all()


def test_degenerate_and_faraway_triangles_cover_nothing() -> None:
    screen = np.concatenate(
        [
            triangle((5, 5, 1), (5, 5, 1), (5, 5, 1)),
            triangle((0, 0, 1), (5, 5, 1), (10, 10, 1)),
            triangle((-9e6, -5, 1), (-9e6, 5, 1), (-8e6, 5, 1)),
        ]
    )
    assert not visible(screen, (10, 10)).any()


# The picture of one object.


def test_an_object_stands_in_the_middle_on_white() -> None:
    picture = render_object([ball()], 128)
    values = pixels(picture)
    assert picture.mode == "RGBA"
    assert (values[0, :, :] == 255).all()
    assert values[64, 64, 0] > 1.8 * values[64, 64, 1]
    assert (values[:, :, 3] == 255).all()


def test_a_transparent_picture_has_the_object_alone_with_smooth_edges() -> None:
    alpha = pixels(render_object([ball()], 128, transparent=True))[:, :, 3]
    radius = 0.5 * (np.flatnonzero(alpha.max(axis=0)).size - 1)
    assert alpha.sum() / 255.0 == pytest.approx(math.pi * radius**2, rel=0.03)
    assert alpha[0].max() == alpha[-1].max() == 0
    assert 40 < ((alpha > 0) & (alpha < 255)).sum() < 800


def test_the_picture_without_transparency_has_a_shadow_below_the_object() -> None:
    values = pixels(render_object([block((1.0, 1.0, 1.0), (0.0, 0.5, 0.0))], 128))
    alpha = pixels(render_object([block((1.0, 1.0, 1.0), (0.0, 0.5, 0.0))], 128, transparent=True))
    bare = alpha[:, :, 3] == 0
    assert values[bare].min() < 235
    assert values[:20][bare[:20]].min() == 255


def test_the_same_input_gives_the_same_picture() -> None:
    scene = [ball(), block((2.0, 0.1, 2.0), (0.0, -0.05, 0.0), BLUE)]
    assert render_object(scene, 96).tobytes() == render_object(scene, 96).tobytes()
    assert render_scene(scene, size=SMALL).tobytes() == render_scene(scene, size=SMALL).tobytes()


def test_what_is_closed_looks_the_same_when_only_its_outside_is_looked_at() -> None:
    glass = ball(0.3, (0.9, 0.3, 0.4), (0.3, 0.5, 0.9, 0.4))
    scene = [ball(), block((1.4, 0.1, 1.4), (0.0, -0.05, 0.0), BLUE), glass]
    apart = np.abs(
        pixels(render_object(scene, 128)) - pixels(render_object(scene, 128, closed=True))
    )
    assert apart.mean() < 0.05
    assert (apart.max(axis=2) > 24).mean() < 0.002


def test_nothing_to_draw_gives_the_bare_background() -> None:
    assert pixels(render_object([], 32)).min() == 255
    assert pixels(render_object([], 32, transparent=True))[:, :, 3].max() == 0
    assert render_scene([], size=SMALL).size == SMALL
    flat = Drawable(np.zeros((3, 3)), np.array([[0, 1, 2]]), np.array(RED))
    assert pixels(render_object([flat], 32)).min() == 255


# The picture of a scene.


def test_what_is_in_front_hides_what_is_behind() -> None:
    front = block((1.0, 1.0, 0.1), (0.0, 0.0, 1.0), GREEN)
    back = block((4.0, 4.0, 0.1), (0.0, 0.0, -1.0), BLUE)
    camera = Camera((0.0, 0.0, 5.0), (0.0, 0.0, 0.0), 50.0)
    values = pixels(render_scene([back, front], size=SMALL, camera=camera))
    assert np.argmax(values[50, 80]) == 1
    assert np.argmax(values[50, 45]) == 2


def test_glass_lets_through_what_is_behind_and_tints_it() -> None:
    pane = block((2.0, 2.0, 0.02), (0.0, 0.0, 1.0), (0.9, 0.05, 0.05, 0.4))
    wall = block((9.0, 9.0, 0.1), (0.0, 0.0, -1.0), BLUE)
    camera = Camera((0.0, 0.0, 5.0), (0.0, 0.0, 0.0), 50.0)
    through = pixels(render_scene([wall, pane], size=SMALL, camera=camera))[50, 80]
    plain = pixels(render_scene([wall], size=SMALL, camera=camera))[50, 80]
    assert through[0] > plain[0] + 40
    assert 60 < through[2] < plain[2]


def test_a_pane_of_glass_alone_is_drawn() -> None:
    pane = block((1.0, 1.0, 0.02), (0.0, 0.5, 0.0), (0.9, 0.05, 0.05, 0.5))
    alpha = pixels(render_object([pane], 64, transparent=True))[:, :, 3]
    assert 100 < alpha[32, 32] < 255


def test_glass_far_larger_than_what_is_solid_is_drawn_as_glass_alone() -> None:
    sphere, foot = ball(1.0, color=(0.3, 0.5, 0.9, 0.4)), ball(0.1, (0.0, -1.1, 0.0))
    both, alone = (pixels(render_object(list(of), 96)) for of in ([sphere, foot], [sphere]))
    assert np.abs(both[:48].astype(int) - alone[:48]).mean() < 6.0


def test_things_around_and_behind_the_camera_do_not_disturb() -> None:
    floor = block((500.0, 0.2, 500.0), (0.0, -0.1, 0.0), GREEN)
    camera = Camera((0.0, 1.0, 0.0), (0.0, 0.9, -3.0), 60.0)
    values = pixels(render_scene([floor, ball(at=(0, 1, 9))], size=SMALL, camera=camera))
    assert np.argmax(values[90, 80]) == 1
    assert not (values[:, :, 0] > values[:, :, 2] + 60).any()


def test_a_lawn_does_not_count_for_the_framing() -> None:
    lawn = block((300.0, 0.1, 300.0), (0.0, -0.06, 0.0), GREEN)
    values = pixels(render_scene([lawn, ball(), ball(at=(1.2, 0.5, 0.0))], size=SMALL))
    assert ((values[:, :, 0] > values[:, :, 1] + 60).mean()) > 0.1


def test_ground_twice_as_wide_as_what_stands_on_it_does_not_either() -> None:
    ground = block((8.0, 0.1, 8.0), (0.0, -0.05, 0.0), GREEN)
    values = pixels(render_scene([ground, ball(at=(-1.5, 0.5, 0)), ball(at=(1.5, 0.5, 0))],
                                 size=SMALL))  # fmt: skip
    red = values[:, :, 0] > values[:, :, 1] + 60
    assert np.ptp(np.flatnonzero(red.any(axis=0))) > 0.6 * SMALL[0]


def test_a_room_is_shown_whole_whatever_small_parts_stand_in_it() -> None:
    floor = block((3.0, 0.1, 3.0), (0.0, -0.05, 0.0), GREEN)
    walls = [
        block((3.0, 2.5, 0.1), (0.0, 1.25, -1.5), BLUE),
        block((0.1, 2.5, 3.0), (-1.5, 1.25, 0.0), BLUE),
    ]
    mug = [ball(0.05, at=(0.0, 0.05, 0.0)), block((0.01, 0.06, 0.01), (0.06, 0.05, 0.0), RED)]
    values = pixels(render_scene([*mug, floor, *walls], size=SMALL))
    ground, wall = (np.argmax(values, axis=2) == channel for channel in (1, 2))
    assert ground.mean() > 0.1
    assert (wall & (np.ptp(values.astype(int), axis=2) > 60)).mean() > 0.1


def test_a_sky_around_everything_does_not_count_for_the_framing() -> None:
    sky = ball(200.0, at=(0.0, 0.0, 0.0), color=BLUE)
    lawn = block((300.0, 0.1, 300.0), (0.0, -0.06, 0.0), GREEN)
    values = pixels(render_scene([lawn, ball(), ball(at=(1.2, 0.5, 0.0)), sky], size=SMALL))
    assert ((values[:, :, 0] > values[:, :, 1] + 60).mean()) > 0.1


def test_walls_between_the_camera_and_the_room_are_left_out() -> None:
    floor = block((5.0, 0.1, 4.0), (0.0, -0.05, 0.0), BLUE)
    walls = [block((5.0, 2.5, 0.1), (0.0, 1.25, z), GREEN) for z in (-2.0, 2.0)] + [
        block((0.1, 2.5, 4.0), (x, 1.25, 0.0), GREEN) for x in (-2.5, 2.5)
    ]
    roof = block((5.2, 0.1, 4.2), (0.0, 2.55, 0.0), GREEN)
    soup = gather([floor, *walls, roof, ball()])
    outside = opened(soup, np.array([6.0, 6.0, 9.0]), 33.0)
    assert set(soup.owner[outside].tolist()) == {0, 1, 3, 6}
    inside = opened(soup, np.array([0.5, 1.5, 0.5]), 33.0)
    assert len(inside) == len(soup)


def test_what_stands_at_an_opened_wall_stays_whole_and_what_hangs_there_goes() -> None:
    floor = block((5.0, 0.1, 4.0), (0.0, -0.05, 0.0), BLUE)
    wall = block((0.1, 2.7, 4.0), (2.45, 1.35, 0.0), GREEN)
    seat, back = (
        block((0.4, 0.45, 0.4), (2.2, 0.225, 0.0)),
        block((0.05, 0.5, 0.4), (2.375, 0.7, 0.0)),
    )
    picture, foot = (
        block((0.05, 0.6, 0.6), (2.37, 1.8, 1.0)),
        block((0.2, 0.05, 0.1), (2.25, 1.5, 1.0)),
    )
    soup = gather([floor, wall, seat, back, picture, foot])
    kept = set(soup.owner[opened(soup, np.array([9.0, 5.0, 9.0]), 45.0)])
    assert kept == {0, 2, 3}


def test_people_in_a_row_at_the_edge_are_no_wall() -> None:
    stage = block((6.0, 0.8, 4.0), (0.0, 0.4, -2.0), BLUE)
    people = [block((0.5, 1.8, 0.3), (x, 0.9, 1.8), RED) for x in np.linspace(-2.7, 2.7, 9)]
    soup = gather([stage, *people])
    assert len(opened(soup, np.array([6.0, 6.0, 9.0]), 33.0)) == len(soup)


def test_furniture_at_the_edge_of_a_room_without_walls_stays() -> None:
    floor = block((5.0, 0.1, 4.0), (0.0, -0.05, 0.0), BLUE)
    lamp = block((0.2, 1.8, 0.2), (0.0, 0.9, 1.8), RED)
    soup = gather([floor, lamp])
    assert len(opened(soup, np.array([6.0, 6.0, 9.0]), 33.0)) == len(soup)


def test_the_sun_throws_a_shadow_and_what_is_open_stays_lit() -> None:
    floor = block((6.0, 0.1, 6.0), (0.0, -0.05, 0.0), (0.5, 0.5, 0.5, 1.0))
    lid = block((1.5, 0.1, 1.5), (0.0, 1.5, 0.0), RED)
    camera = Camera((0.0, 9.0, 0.01), (0.0, 0.0, 0.0), 40.0)
    values = pixels(render_scene([floor, lid], size=SMALL, camera=camera)).sum(axis=2)
    lit, shade = np.percentile(values[10:90, 40:120], (90, 4))
    assert shade < 0.85 * lit


# Meshes from outside.


def test_a_texture_lands_where_its_coordinates_say() -> None:
    corners = np.array([[-1.0, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]])
    texture = np.zeros((2, 2, 3), dtype=np.uint8)
    texture[0, :] = (255, 0, 0)
    texture[1, :] = (0, 0, 255)
    sheet = Drawable(
        corners,
        np.array([[0, 1, 2], [0, 2, 3]]),
        np.ones(4),
        uv=np.array([[0.0, 1], [1, 1], [1, 0], [0, 0]]),
        texture=texture,
    )
    camera = Camera((0.0, 0.0, 4.0), (0.0, 0.0, 0.0), 40.0)
    values = pixels(render_scene([sheet], size=SMALL, camera=camera))
    assert np.argmax(values[35, 80]) == 0
    assert np.argmax(values[65, 80]) == 2


def test_a_glb_file_gives_placed_drawables_with_their_materials() -> None:
    mesh = trimesh.creation.box((1.0, 2.0, 3.0))
    mesh.visual = trimesh.visual.TextureVisuals(
        uv=np.zeros((len(mesh.vertices), 2)),
        material=trimesh.visual.material.PBRMaterial(
            baseColorFactor=[0.5, 0.25, 0.125, 1.0],
            baseColorTexture=Image.new("RGB", (4, 4), (255, 0, 0)),
            roughnessFactor=0.3,
            metallicFactor=1.0,
        ),
    )
    scene = trimesh.Scene()
    scene.add_geometry(mesh, transform=trimesh.transformations.translation_matrix((5.0, 0.0, 0.0)))
    (drawable,) = drawables_from_glb(scene.export(file_type="glb"))
    assert drawable.vertices.min(axis=0) == pytest.approx((4.5, -1.0, -1.5))
    assert drawable.color == pytest.approx((0.5, 0.25, 0.125, 1.0), abs=0.003)
    assert (drawable.roughness, drawable.metallic) == pytest.approx((0.3, 1.0))
    assert drawable.texture is not None
    assert drawable.texture[0, 0].tolist() == [255, 0, 0]


@pytest.mark.parametrize("data", [b"", b"not a mesh", b"glTF\x02\x00\x00\x00", b"glTF" + bytes(40)])
def test_bytes_that_are_no_glb_file_are_refused(data: bytes) -> None:
    with pytest.raises(DrawableError, match="GLB"):
        drawables_from_glb(data)


def test_mirrored_instances_keep_their_outside() -> None:
    mirrored = ball().placed(np.diag([-1.0, 1.0, 1.0, 1.0]))
    mesh = trimesh.Trimesh(mirrored.vertices, mirrored.faces, process=False)
    assert mesh.volume > 0.0


def test_normals_follow_an_uneven_scale() -> None:
    slope = np.array([[1.0, 1.0, 0.0]]) / math.sqrt(2.0)
    sheet = Drawable(
        np.zeros((1, 3)), np.zeros((0, 3), dtype=np.int64), np.array(RED), normals=slope
    )
    stretched = sheet.placed(np.diag([2.0, 1.0, 1.0, 1.0]))
    assert stretched.normals == pytest.approx(np.array([[1.0, 2.0, 0.0]]) / math.sqrt(5.0))


NOT_A_NUMBER = np.array([[0.0, 0.0, np.nan]])


@pytest.mark.parametrize(
    ("changes", "cause"),
    [
        ({"vertices": NOT_A_NUMBER}, "vertices holds NaN"),
        ({"vertices": np.zeros((1, 2))}, r"vertices must have the shape \(n, 3\)"),
        ({"faces": np.array([[0, 0, 1]])}, "a vertex that does not exist"),
        ({"faces": np.zeros((1, 4), dtype=np.int64)}, r"faces must have the shape \(m, 3\)"),
        ({"color": np.zeros(3)}, "color must have the shape"),
        ({"color": np.array([np.inf, 0, 0, 1])}, "color holds NaN or infinity"),
        ({"normals": np.zeros((2, 3))}, "normals must have the shape"),
        ({"uv": NOT_A_NUMBER[:, 1:]}, "uv holds NaN"),
        ({"texture": np.zeros((2, 2), dtype=np.uint8)}, "texture must have the shape"),
    ],
)
def test_a_mesh_that_cannot_be_drawn_says_why(changes: dict[str, object], cause: str) -> None:
    sound: dict[str, object] = {
        "vertices": np.zeros((1, 3)),
        "faces": np.zeros((1, 3), dtype=np.int64),
        "color": np.ones(4),
    }
    with pytest.raises(DrawableError, match=cause):
        Drawable(**{**sound, **changes})  # type: ignore[arg-type]


def test_a_rendered_picture_survives_a_png_round_trip() -> None:
    picture = render_object([ball()], 48)
    file = io.BytesIO()
    picture.save(file, "PNG")
    assert Image.open(file).tobytes() == picture.tobytes()
