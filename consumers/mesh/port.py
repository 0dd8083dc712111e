"""What the mesh stage asks of an engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from pydantic import JsonValue

from consumers.handler import Watch
from schemas.geometry_events import Sam3d
from schemas.provenance import ModelCard
from schemas.recipe import Recipe

Size = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Wish:
    """A mesh to be made of ``picture`` (encoded bytes).

    ``size``: metres (width x, height y, depth z) that it is to fill; None: 1 m high, in the
    picture's proportions. ``recipe``: of a thing that words described, drawn by the engine
    ``drawn_by``; None: of the picture nothing is known but ``prompt``. ``find``: how the thing is
    to be found in the picture, where the caller says so. ``seed``: the same wish with the same seed
    gives the same mesh, as far as the engine can. ``backend``: what a geometry request calls the
    engine that it wants, which an engine that hands wishes on passes along.
    """

    picture: bytes
    prompt: str = ""
    size: Size | None = None
    seed: int = 0
    recipe: Recipe | None = None
    drawn_by: str = ""
    find: Sam3d | None = None
    backend: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A GLB in glTF's frame: right-handed, Y up, front +Z. ``size``: its bounds (x, y, z).

    The embedded engine's are in metres and stand on the centre of their base; of other engines,
    place and scale are their own and are put right after them. ``stand_in``: a labelled
    placeholder, not a model of the thing. ``parameters``: what the engine was run with.
    """

    glb: bytes
    size: Size
    triangles: int
    stand_in: bool = False
    parameters: Mapping[str, JsonValue] = field(default_factory=dict)


class Sculptor(Protocol):
    """Makes meshes of pictures. ``name`` goes into the events; ``card``: the model, and on what
    terms. One that has ``backends`` is what geometry requests call by these names; another is what
    its own name says."""

    name: str
    card: ModelCard

    def sculpt(self, wish: Wish, watch: Watch) -> Made:
        """The mesh of what the picture shows.

        Raises a ``ScenestreamError`` when there is nothing to see, or it can not be made.
        """
        ...
