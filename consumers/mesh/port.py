"""What the mesh stage asks of an engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from schemas.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Made:
    """A GLB: metres, Y up, front +Z, origin at the centre of the base. ``size``: its bounds (x, y,
    z). ``stand_in``: a labelled placeholder, not a model of the thing."""

    glb: bytes
    size: tuple[float, float, float]
    triangles: int
    stand_in: bool = False


class Sculptor(Protocol):
    """Makes a mesh of a picture. ``name`` goes into the events."""

    name: str

    def sculpt(
        self,
        picture: bytes,
        recipe: Recipe,
        *,
        drawn_by: str,
        progress: Callable[[float], None],
    ) -> Made:
        """The mesh of what ``picture`` shows, in the size of ``recipe``.

        ``drawn_by``: the image engine. Raises a ``ScenestreamError`` when there is nothing to see.
        """
        ...


class Reconstructor(Protocol):
    """Makes a mesh of a picture about which nothing else is known."""

    name: str

    def reconstruct(self, picture: bytes, *, progress: Callable[[float], None]) -> Made:
        """The mesh of the one thing that ``picture`` shows, 1 m high in the picture's proportions.

        Raises a ``ScenestreamError`` when there is nothing to see.
        """
        ...
