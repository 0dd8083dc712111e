"""All triangles of a picture as flat arrays, cut at the near plane and put on the screen.

What belongs here: gathering, clipping, projecting. What does not: deciding which triangle is seen
(``raster``) or how it looks (``shading``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from consumers.greybox.render.camera import Camera, to_screen
from consumers.greybox.render.drawable import Drawable, Floats, Ints, Mask
from consumers.greybox.render.normals import creased_normals, face_vectors
from consumers.greybox.vectors import length


@dataclass(frozen=True, eq=False)
class Soup:
    """Triangles with everything their corners carry; ``t`` of them.

    ``points``, ``normals``: (t, 3, 3), world; ``colors``: (t, 3, 4) linear; ``uv``: (t, 3, 2);
    ``facing``: (t, 3) unit face normals; ``owner``: (t,) index into ``drawables``.
    """

    points: Floats
    normals: Floats
    colors: Floats
    uv: Floats
    facing: Floats
    owner: Ints
    drawables: tuple[Drawable, ...]

    def __len__(self) -> int:
        return len(self.owner)


@dataclass(frozen=True, eq=False)
class Projected:
    """A soup as a camera sees it.

    ``screen``: (t, 3, 3) corners as pixel x, pixel y, 1 / depth. ``source``: the soup's triangle;
    ``weights``: (t, 3, 3), the corners as mixtures of the source's corners (a cut triangle's lie
    on its edges). ``uncut``: how many of the first triangles are whole.
    """

    screen: Floats
    source: Ints
    weights: Floats
    uncut: int


def gather(drawables: Sequence[Drawable]) -> Soup:
    """One soup from many meshes; degenerate faces are left out."""
    parts = [_triangles(drawable, index) for index, drawable in enumerate(drawables)]
    parts = [part for part in parts if len(part[-1])]
    if not parts:
        empty = np.zeros((0, 3, 3))
        return Soup(
            empty, empty, np.zeros((0, 3, 4)), np.zeros((0, 3, 2)), np.zeros((0, 3)),
            np.zeros(0, dtype=np.int64), tuple(drawables),
        )  # fmt: skip
    points, normals, colors, uv, facing, owner = (
        np.concatenate(column) for column in zip(*parts, strict=True)
    )
    return Soup(points, normals, colors, uv, facing, owner, tuple(drawables))


def chosen(soup: Soup, triangles: Ints) -> Soup:
    """A soup of some of a soup's triangles."""
    return replace(
        soup,
        points=soup.points[triangles],
        normals=soup.normals[triangles],
        colors=soup.colors[triangles],
        uv=soup.uv[triangles],
        facing=soup.facing[triangles],
        owner=soup.owner[triangles],
    )


def project(soup: Soup, camera: Camera, size: tuple[int, int], picked: Ints) -> Projected:
    """The picked triangles of a soup on the screen, without what is nearer than the near plane."""
    view = camera.to_view(soup.points[picked])
    inside = view[:, :, 2] > camera.near
    count = inside.sum(axis=1)
    whole, cut = np.flatnonzero(count == 3), np.flatnonzero((count == 1) | (count == 2))
    identity = np.broadcast_to(np.eye(3), (len(whole), 3, 3))
    extra_weights, extra_from = _cut(view[cut], inside[cut], camera.near)
    weights = np.concatenate([identity, extra_weights])
    source = np.concatenate([whole, cut[extra_from]])
    corners = np.concatenate([view[whole], extra_weights @ view[cut[extra_from]]])
    corners[:, :, 2] = np.maximum(corners[:, :, 2], camera.near)
    return Projected(to_screen(corners, camera, size), picked[source], weights, len(whole))


def _triangles(
    drawable: Drawable, index: int
) -> tuple[Floats, Floats, Floats, Floats, Floats, Ints]:
    vertices = np.asarray(drawable.vertices, dtype=np.float64)
    vectors = face_vectors(vertices, drawable.faces)
    lengths = length(vectors)
    kept = lengths > 0.0
    faces = drawable.faces[kept]
    facing = vectors[kept] / lengths[kept, None]
    if drawable.normals is None:
        normals = creased_normals(vertices, faces)
    else:
        normals = np.asarray(drawable.normals, dtype=np.float64)[faces]
    colors = np.ones((len(faces), 3, 4))
    if drawable.color.ndim == 1:
        colors[:] = drawable.color
    else:
        colors[:, :, : drawable.color.shape[1]] = drawable.color[faces]
    uv = np.zeros((len(faces), 3, 2)) if drawable.uv is None else drawable.uv[faces]
    owner = np.full(len(faces), index, dtype=np.int64)
    return vertices[faces], normals, colors, np.asarray(uv), facing, owner


def _cut(view: Floats, inside: Mask, near: float) -> tuple[Floats, Ints]:
    """Triangles that cross the near plane, cut: (k, 3, 3) corner mixtures and (k,) sources.

    With one corner inside a triangle remains, with two a quadrilateral, that is two triangles.
    """
    if not len(view):
        return np.zeros((0, 3, 3)), np.zeros(0, dtype=np.int64)
    single = inside.sum(axis=1) == 1
    # Turn the odd corner (alone inside, or alone outside) to the front; winding is kept.
    odd = np.where(single, np.argmax(inside, axis=1), np.argmin(inside, axis=1))
    turn = (odd[:, None] + np.arange(3)) % 3
    depth = np.take_along_axis(view[:, :, 2], turn, axis=1)
    unit = np.eye(3)[turn]

    def crossing(corner: int) -> Floats:
        share = (near - depth[:, 0]) / (depth[:, corner] - depth[:, 0])
        return np.asarray(unit[:, 0] + share[:, None] * (unit[:, corner] - unit[:, 0]))

    to_second, to_third = crossing(1), crossing(2)
    tip = np.stack([unit[:, 0], to_second, to_third], axis=1)[single]
    quad_a = np.stack([to_second, unit[:, 1], unit[:, 2]], axis=1)[~single]
    quad_b = np.stack([to_second, unit[:, 2], to_third], axis=1)[~single]
    lone, pair = np.flatnonzero(single), np.flatnonzero(~single)
    return np.concatenate([tip, quad_a, quad_b]), np.concatenate([lone, pair, pair])
