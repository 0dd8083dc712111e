"""An asset as plain arrays: surfaces in one frame, the materials they name, the pictures of those.

What belongs here: the values that the rooms of the gate hand to each other. What does not: files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from consumers.assets.container import Json

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """Triangles of one material.

    ``positions`` (n, 3): metres or whatever the engine takes for them, glTF's frame, all nodes'
    transforms applied. ``faces`` (m, 3): counter-clockwise from outside. ``normals`` (n, 3) unit,
    or None. ``uv``: (n, 2) for each set of texture coordinates that the file has. ``colors``
    (n, 4), linear, or None. ``material``: an index into the asset's, or None.
    """

    name: str
    positions: Floats
    faces: Ints
    normals: Floats | None = None
    uv: Mapping[int, Floats] = field(default_factory=dict)
    colors: Floats | None = None
    material: int | None = None

    def taking(self, vertices: Ints, faces: Ints) -> Surface:
        """Only these of its vertices, with faces that count from them."""
        return replace(
            self,
            positions=self.positions[vertices],
            faces=faces,
            normals=None if self.normals is None else self.normals[vertices],
            uv={number: values[vertices] for number, values in self.uv.items()},
            colors=None if self.colors is None else self.colors[vertices],
        )

    def compact(self) -> Surface:
        """Without the vertices that no face has."""
        used, faces = np.unique(self.faces, return_inverse=True)
        if len(used) == len(self.positions):
            return self
        return self.taking(used, faces.reshape(-1, 3))


@dataclass(frozen=True, slots=True)
class Picture:
    """A texture's encoded bytes."""

    data: bytes
    media_type: str
    name: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Asset:
    """``head``: the file's ``asset`` object, with its generator, copyright and extras.

    ``materials``, ``textures`` and ``samplers`` are glTF's own objects, their indices sound;
    a texture's ``source`` counts ``pictures``.
    """

    name: str
    head: Json
    surfaces: tuple[Surface, ...]
    materials: tuple[Json, ...] = ()
    textures: tuple[Json, ...] = ()
    samplers: tuple[Json, ...] = ()
    pictures: tuple[Picture, ...] = ()

    @property
    def triangles(self) -> int:
        return sum(len(surface.faces) for surface in self.surfaces)

    @property
    def bounds(self) -> tuple[Floats, Floats]:
        """The lowest and the highest corner of what is shown."""
        used = [surface.positions[surface.faces.ravel()] for surface in self.surfaces]
        lows = np.array([points.min(axis=0) for points in used])
        highs = np.array([points.max(axis=0) for points in used])
        return lows.min(axis=0), highs.max(axis=0)
