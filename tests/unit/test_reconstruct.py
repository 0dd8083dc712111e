"""Meshes from silhouettes: closed, textured, upright, for any picture of one thing."""

from __future__ import annotations

import io
import json
import math
import struct
import zlib
from collections.abc import Callable

import numpy as np
import pytest
import trimesh
from PIL import Image, ImageDraw

from consumers.mesh.errors import (
    ImpossibleRequest,
    NoBackground,
    NoForeground,
    PictureError,
    PictureSizeError,
    UnreadablePicture,
)
from consumers.mesh.outline import area, outlines
from consumers.mesh.picture import opened
from consumers.mesh.reconstruct import Reconstruction, reconstruct
from consumers.mesh.segment import silhouette
from consumers.mesh.thickness import thickness
from schemas.errors import Category

SIDE = 256
WHITE, RED, BLUE = (255, 255, 255), (200, 50, 40), (40, 80, 200)
Draw = Callable[[ImageDraw.ImageDraw], object]


def drawn(draw: Draw, background: tuple[int, int, int] = WHITE) -> Image.Image:
    image = Image.new("RGB", (SIDE, SIDE), background)
    draw(ImageDraw.Draw(image))
    return image


def star(canvas: ImageDraw.ImageDraw) -> None:
    tips = [(110 if k % 2 == 0 else 45, k * math.pi / 5) for k in range(10)]
    corners = [(128 + r * math.sin(a), 138 - r * math.cos(a)) for r, a in tips]
    canvas.polygon(corners, fill=(230, 180, 40))


def ring(canvas: ImageDraw.ImageDraw) -> None:
    canvas.ellipse((30, 30, 226, 226), fill=BLUE)
    canvas.ellipse((90, 100, 160, 170), fill=WHITE)


def blobs(canvas: ImageDraw.ImageDraw) -> None:
    canvas.ellipse((20, 80, 110, 190), fill=RED)
    canvas.ellipse((140, 40, 240, 150), fill=(50, 150, 70))


def pole(canvas: ImageDraw.ImageDraw) -> None:
    canvas.rectangle((60, 30, 150, 90), fill=RED)
    canvas.rectangle((100, 90, 103, 220), fill=BLUE)
    canvas.rectangle((40, 220, 200, 230), fill=(30, 30, 30))


def disk(canvas: ImageDraw.ImageDraw) -> None:
    canvas.ellipse((48, 38, 208, 198), fill=RED)


def solid(shape: Reconstruction) -> trimesh.Trimesh:
    return trimesh.Trimesh(shape.vertices, shape.faces, process=False)


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


# What comes out.


@pytest.mark.parametrize(
    ("draw", "method"),
    [
        (star, "inflated"),
        (ring, "inflated"),
        (blobs, "inflated"),
        (pole, "inflated"),
        (disk, "turned"),
    ],
)
def test_the_mesh_is_closed_upright_and_within_its_budget(draw: Draw, method: str) -> None:
    shape = reconstruct(drawn(draw), max_triangles=3000)
    mesh = solid(shape)
    assert shape.method == method
    assert mesh.is_watertight
    assert mesh.is_winding_consistent
    assert mesh.volume > 0.0
    assert len(shape.faces) <= 3000
    low, high = mesh.bounds
    assert (low[1], high[1]) == pytest.approx((0.0, 1.0))
    assert (low + high)[[0, 2]] == pytest.approx((0.0, 0.0), abs=1e-9)
    assert shape.uv.min() > 0.0
    assert shape.uv.max() < 1.0
    assert np.linalg.norm(shape.normals, axis=1) == pytest.approx(np.ones(len(shape.vertices)))


def test_a_ring_keeps_its_hole_and_two_blobs_stay_apart() -> None:
    assert solid(reconstruct(drawn(ring))).euler_number == 0
    assert solid(reconstruct(drawn(blobs))).body_count == 2


def test_a_disk_becomes_a_ball() -> None:
    mesh = solid(reconstruct(drawn(disk)))
    assert mesh.extents == pytest.approx((1.0, 1.0, 1.0), abs=0.02)
    assert mesh.volume == pytest.approx(math.pi / 6.0, rel=0.02)


def test_a_thin_pole_is_kept_and_is_as_deep_as_it_is_wide() -> None:
    shape = reconstruct(drawn(pole))
    cut = shape.vertices[np.abs(shape.vertices[:, 1] - 0.35) < 0.1]
    assert len(cut) > 10
    assert np.ptp(cut[:, 2]) == pytest.approx(np.ptp(cut[:, 0]), rel=0.5)


def test_a_box_is_not_revolved() -> None:
    picture = drawn(lambda canvas: canvas.rectangle((60, 60, 200, 200), fill=RED))
    assert reconstruct(picture).method == "inflated"


def test_a_cupboard_on_a_plinth_is_not_revolved() -> None:
    def cupboard(canvas: ImageDraw.ImageDraw) -> None:
        canvas.rectangle((70, 30, 186, 194), fill=RED)
        canvas.rectangle((98, 195, 158, 230), fill=RED)

    assert reconstruct(drawn(cupboard)).method == "inflated"


def test_the_size_asked_for_is_met() -> None:
    mesh = solid(reconstruct(drawn(star), size=(2.0, 0.5, 0.25)))
    assert mesh.extents == pytest.approx((2.0, 0.5, 0.25))


@pytest.mark.parametrize("budget", [200, 1000, 12000])
def test_the_budget_of_triangles_is_kept_and_used(budget: int) -> None:
    shape = reconstruct(drawn(ring), max_triangles=budget)
    assert 0.4 * budget < len(shape.faces) <= budget
    assert solid(shape).is_watertight


def test_the_front_shows_the_picture_the_right_way_round() -> None:
    def halves(canvas: ImageDraw.ImageDraw) -> None:
        canvas.rectangle((40, 90, 127, 170), fill=RED)
        canvas.rectangle((128, 90, 216, 170), fill=BLUE)

    shape = reconstruct(drawn(halves))
    texture = np.asarray(shape.texture)
    left = shape.uv[shape.vertices[:, 0] < -0.3]
    column = (left[:, 0] * texture.shape[1]).astype(int)
    row = (left[:, 1] * texture.shape[0]).astype(int)
    assert texture[row, column] == pytest.approx(np.tile(RED, (len(left), 1)), abs=6)


def test_the_texture_holds_no_background() -> None:
    texture = np.asarray(reconstruct(drawn(star)).texture).reshape(-1, 3)
    assert texture == pytest.approx(np.tile((230, 180, 40), (len(texture), 1)), abs=6)


def test_the_same_picture_gives_the_same_file() -> None:
    assert reconstruct(drawn(star)).to_glb() == reconstruct(drawn(star)).to_glb()


def test_the_file_is_a_glb_that_a_reader_takes() -> None:
    data = reconstruct(drawn(ring), max_triangles=1000).to_glb("a ring")
    magic, version, length = struct.unpack_from("<4sII", data)
    assert (magic, version, length) == (b"glTF", 2, len(data))
    document = json.loads(data[20 : 20 + struct.unpack_from("<I", data, 12)[0]])
    assert document["nodes"][0]["name"] == "a ring"
    assert all(view["byteOffset"] % 4 == 0 for view in document["bufferViews"])
    scene = trimesh.load_scene(io.BytesIO(data), file_type="glb", process=False)
    (mesh,) = scene.geometry.values()
    assert mesh.is_watertight
    assert mesh.visual.material.baseColorTexture is not None


# Finding the object.


def test_transparency_decides_where_there_is_any() -> None:
    image = Image.new("RGBA", (SIDE, SIDE), (*RED, 0))
    ImageDraw.Draw(image).ellipse((60, 60, 200, 200), fill=(*RED, 255))
    assert (silhouette(opened(image)) >= 0.5).sum() == pytest.approx(math.pi * 70**2, rel=0.02)


def test_a_gradient_and_a_soft_shadow_are_background() -> None:
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    light = (
        235.0 - 30.0 * y / SIDE - 70.0 * np.exp(-(((x - 128) / 60) ** 2) - ((y - 196) / 14) ** 2)
    )
    image = Image.fromarray(np.repeat(light[:, :, None], 3, axis=2).astype(np.uint8))
    ImageDraw.Draw(image).ellipse((78, 90, 178, 190), fill=RED)
    assert (silhouette(opened(image)) >= 0.5).sum() == pytest.approx(math.pi * 50**2, rel=0.03)


def test_grain_in_the_background_is_not_an_object() -> None:
    grain = np.random.default_rng(5).normal(0.0, 5.0, (SIDE, SIDE, 3))
    noisy = np.clip(np.asarray(drawn(disk, (180, 190, 200))) + grain, 0, 255).astype(np.uint8)
    found = silhouette(opened(Image.fromarray(noisy))) >= 0.5
    assert found.sum() == pytest.approx(math.pi * 80**2, rel=0.03)


def test_a_pale_thing_on_white_is_found() -> None:
    image = drawn(lambda canvas: canvas.ellipse((48, 38, 208, 198), fill=(238, 228, 205)))
    assert (silhouette(opened(image)) >= 0.5).sum() == pytest.approx(math.pi * 80**2, rel=0.03)


def test_an_outline_follows_a_circle_within_a_pixel() -> None:
    y, x = np.mgrid[0:80, 0:80]
    (polygon,) = outlines(
        ((x - 40) ** 2 + (y - 40) ** 2 < 900).astype(np.float64),
        tolerance=0.3,
        spacing=6.0,
        least_area=4.0,
    )
    assert np.hypot(*(polygon - 40.0).T) == pytest.approx(np.full(len(polygon), 30.0), abs=0.8)
    assert abs(area(polygon)) == pytest.approx(math.pi * 900, rel=0.02)


def test_a_bar_is_half_as_deep_as_wide_to_each_side() -> None:
    mask = np.zeros((60, 200), dtype=bool)
    mask[20:40, 10:190] = True
    depth = thickness(mask).depth
    assert depth[30, 100] == pytest.approx(10.0, abs=1.0)
    assert not depth[~mask].any()


# Every kind of picture.


def as_cmyk() -> bytes:
    return encoded(drawn(disk).convert("CMYK"), "JPEG")


def as_palette() -> bytes:
    return encoded(drawn(disk).quantize(8))


def as_sixteen_bits() -> bytes:
    grey = np.asarray(drawn(disk).convert("L")).astype(np.uint16) * 257
    return encoded(Image.fromarray(grey))


def as_floats() -> bytes:
    return encoded(
        Image.fromarray(np.asarray(drawn(disk).convert("L")) / np.float32(255.0)), "TIFF"
    )


def as_animation() -> bytes:
    later = drawn(star)
    return encoded(drawn(disk), "GIF", save_all=True, append_images=[later], duration=50)


def as_one_bit() -> bytes:
    return encoded(drawn(disk).convert("1", dither=Image.Dither.NONE))


@pytest.mark.parametrize(
    "make", [as_cmyk, as_palette, as_sixteen_bits, as_floats, as_animation, as_one_bit]
)
def test_pictures_of_every_mode_show_the_same_disk(make: Callable[[], bytes]) -> None:
    found = silhouette(opened(make())) >= 0.5
    assert found.sum() == pytest.approx(math.pi * 80**2, rel=0.03)
    assert reconstruct(make()).method == "turned"


def test_a_picture_on_its_side_is_set_upright() -> None:
    bar = drawn(lambda canvas: canvas.rectangle((100, 20, 140, 230), fill=RED))
    exif = Image.Exif()
    exif[0x0112] = 6
    upright, turned = (
        solid(reconstruct(data)).extents for data in (encoded(bar), encoded(bar, exif=exif))
    )
    assert upright[0] < upright[1]
    assert turned[0] > turned[1]


def test_a_large_picture_is_taken_and_reduced() -> None:
    large = drawn(star).resize((3000, 3000))
    shape = reconstruct(encoded(large, "JPEG"))
    assert max(shape.texture.size) <= 1024
    assert solid(shape).is_watertight


# What is refused.


def declared(width: int, height: int) -> bytes:
    """A PNG that declares a size and holds next to nothing: to decode it would fail otherwise."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    body = b"IDAT" + zlib.compress(b"")
    data = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return b"\x89PNG\r\n\x1a\n" + chunk + data


@pytest.mark.parametrize(
    ("picture", "error", "message"),
    [
        (b"", UnreadablePicture, r"cannot be read \(it is empty\); send a whole PNG"),
        (b"no picture at all", UnreadablePicture, "not a picture format we know.*send a whole"),
        (encoded(drawn(star))[:400], UnreadablePicture, "cannot be read.*send a whole"),
        (declared(20_000, 100), PictureSizeError, "20000 x 100 pixels.*resize it"),
        (declared(9_000, 9_000), PictureSizeError, "9000 x 9000 pixels.*resize it"),
        (declared(60_000, 60_000), PictureSizeError, "60000 x 60000 pixels.*resize it"),
        (Image.new("RGB", (3, 3)), PictureSizeError, "3 x 3 pixels.*resize it"),
        (Image.new("RGB", (64, 64), RED), NoForeground, "no object stands out.*plain background"),
        (Image.new("RGBA", (64, 64), (9, 9, 9, 0)), NoForeground, "no object stands out"),
        (
            Image.fromarray(np.random.default_rng(1).integers(0, 255, (90, 90, 3), dtype=np.uint8)),
            NoBackground,
            "no outline inside the picture; leave plain background",
        ),
    ],
)
def test_a_picture_that_will_not_do_is_refused_with_cause_and_remedy(
    picture: bytes | Image.Image, error: type[PictureError], message: str
) -> None:
    with pytest.raises(error, match=message):
        reconstruct(picture)
    assert error.category is Category.BAD_INPUT


@pytest.mark.parametrize(
    ("max_triangles", "size"),
    [(10, None), (10**7, None), (6000, (1.0, 0.0, 1.0)), (6000, (1.0, math.nan, 1.0))],
)
def test_impossible_requests_are_refused(
    max_triangles: int, size: tuple[float, float, float] | None
) -> None:
    with pytest.raises(ImpossibleRequest, match="expected is"):
        reconstruct(drawn(star), max_triangles=max_triangles, size=size)


def test_a_dithered_picture_is_one_thing_not_a_thousand_dots() -> None:
    grey = drawn(lambda canvas: canvas.ellipse((48, 38, 208, 198), fill=(120, 120, 120)))
    shape = reconstruct(encoded(grey.convert("1")))
    assert solid(shape).is_watertight
    assert solid(shape).body_count == 1


def test_a_thing_of_glass_is_there_as_much_as_one_of_wood() -> None:
    glass = Image.new("RGBA", (SIDE, SIDE), (0, 0, 0, 0))
    ImageDraw.Draw(glass).ellipse((48, 38, 208, 198), fill=(80, 160, 255, 110))
    found = silhouette(opened(glass)) >= 0.5
    assert found.sum() == pytest.approx(math.pi * 80**2, rel=0.03)


def test_a_line_too_thin_to_have_an_inside_is_told_of() -> None:
    line = drawn(lambda canvas: canvas.line((20, 230, 235, 30), fill=(0, 0, 0), width=1))
    with pytest.raises(NoForeground):
        reconstruct(line)


def test_what_is_as_pale_as_its_ground_in_places_does_not_leak_out() -> None:
    def pale(canvas: ImageDraw.ImageDraw) -> None:
        canvas.rectangle((60, 60, 196, 196), fill=(243, 243, 243), outline=(90, 90, 90), width=5)
        canvas.line((128, 60, 128, 66), fill=WHITE, width=2)

    found = silhouette(opened(drawn(pale))) >= 0.5
    assert found[128, 128]
    assert found.sum() == pytest.approx(137**2, rel=0.03)


def test_a_compressed_shadow_grows_no_hairs() -> None:
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    shade = 1.0 - 0.3 * np.exp(-(((x - 175) / 60.0) ** 2 + ((y - 190) / 22.0) ** 2))
    ground = Image.fromarray((shade[:, :, None] * (232, 226, 218)).astype(np.uint8))
    ImageDraw.Draw(ground).ellipse((68, 58, 188, 198), fill=(150, 90, 50))
    found = silhouette(opened(encoded(ground, "JPEG", quality=40))) >= 0.5
    assert found.sum() == pytest.approx(math.pi * 60 * 70, rel=0.095)
