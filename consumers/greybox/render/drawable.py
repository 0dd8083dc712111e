"""What the renderer draws: one triangle mesh with one surface.

What belongs here: the value and its checks. What does not: reading files (``glb``), or anything
about cameras and light.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from consumers.greybox.vectors import cross, length
from schemas.errors import BadInput

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.integer]
Bytes = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]


class DrawableError(BadInput):
    """A mesh cannot be drawn; the message says what is wrong with it and what to do."""


@dataclass(frozen=True, eq=False)
class Drawable:
    """A mesh in the glTF frame (right-handed, Y up, front +Z), lengths in metres.

    ``normals``: unit vectors, one a vertex; None = worked out from the faces, smooth except over
    edges sharper than 40 degrees. ``color``: linear RGBA (4,) or one linear RGB or RGBA a vertex;
    alpha below 1 is glass-like. ``texture``: (h, w, 3 or 4) sRGB bytes, multiplied by ``color``,
    looked up by ``uv`` (glTF convention: origin at the top left). ``emissive``: linear RGB that the
    surface gives off by itself. Raises DrawableError where shapes or numbers do not fit.
    """

    vertices: Floats
    faces: Ints
    color: Floats
    normals: Floats | None = None
    uv: Floats | None = None
    texture: Bytes | None = None
    roughness: float = 0.7
    metallic: float = 0.0
    emissive: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def __post_init__(self) -> None:
        count = len(self.vertices)
        _expect(_is_table(self.vertices, 3), "vertices must have the shape (n, 3)")
        _expect(_is_table(self.faces, 3), "faces must have the shape (m, 3)")
        _expect(
            self.color.shape in ((4,), (count, 3), (count, 4)),
            "color must have the shape (4,), (n, 3) or (n, 4)",
        )
        for name, values, width in (("normals", self.normals, 3), ("uv", self.uv, 2)):
            if values is not None:
                _expect(values.shape == (count, width), f"{name} must have the shape (n, {width})")
                _expect(bool(np.isfinite(values).all()), f"{name} holds NaN or infinity")
        for name, values in (("vertices", self.vertices), ("color", self.color)):
            _expect(bool(np.isfinite(values).all()), f"{name} holds NaN or infinity")
        if len(self.faces):
            _expect(
                int(self.faces.min()) >= 0 and int(self.faces.max()) < count,
                "a face names a vertex that does not exist",
            )
        if self.texture is not None:
            shape = self.texture.shape
            _expect(
                len(shape) == 3 and shape[2] in (3, 4) and min(shape) > 0,
                "texture must have the shape (h, w, 3) or (h, w, 4)",
            )

    @property
    def translucent(self) -> bool:
        """Whether light passes somewhere, so that it is composited instead of just drawn."""
        alpha = self.color[..., 3] if self.color.shape[-1] == 4 else np.ones(1)
        if alpha.size and float(alpha.min()) < 0.995:
            return True
        return bool(
            self.texture is not None
            and self.texture.shape[2] == 4
            and int(self.texture[..., 3].min()) < 250
        )

    def placed(self, transform: Floats) -> Drawable:
        """The same mesh moved by a 4x4 matrix (column vectors), e.g. an instance of it.

        Mirroring matrices keep the outside of the faces outside.
        """
        _expect(transform.shape == (4, 4), "a transform must have the shape (4, 4)")
        _expect(bool(np.isfinite(transform).all()), "the transform holds NaN or infinity")
        if (transform == np.eye(4)).all():
            return self
        linear = np.asarray(transform[:3, :3], dtype=np.float64)
        vertices = self.vertices @ linear.T + transform[:3, 3]
        mirrored = np.linalg.det(linear) < 0.0
        faces = self.faces[:, ::-1] if mirrored else self.faces
        normals = None if self.normals is None else _turned(self.normals, linear)
        return replace(self, vertices=vertices, faces=faces, normals=normals)


def _turned(normals: Floats, linear: Floats) -> Floats:
    """Normals under a linear map: its cofactor matrix, which exists for flat scales too."""
    a, b, c = linear[:, 0], linear[:, 1], linear[:, 2]
    cofactors = np.stack([cross(b, c), cross(c, a), cross(a, b)], axis=1)
    if np.linalg.det(linear) < 0.0:
        cofactors = -cofactors
    turned = normals @ cofactors.T
    return np.asarray(turned / np.maximum(length(turned), 1e-30)[:, None])


def _is_table(values: Floats | Ints, width: int) -> bool:
    return values.ndim == 2 and values.shape[1] == width


def _expect(fits: bool, cause: str) -> None:
    if not fits:
        raise DrawableError(f"the mesh cannot be drawn: {cause}; rebuild it before rendering")
