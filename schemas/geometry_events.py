"""What happens to a geometry request: a picture that is to become a mesh, as ``geometry_v1`` asks.

What belongs here: facts about one item of a batch. What does not: how clients say it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from schemas.artifacts import ArtifactRef
from schemas.ids import RequestId
from schemas.model import Frozen
from schemas.payload import Data


class Sam3d(Frozen):
    """How SAM 3D is to find the thing in the picture. ``threshold``: 0-1, of its masks.

    Checkpoints are the caller's; an engine that has its own weights leaves them alone.
    """

    sam3_checkpoint: str = ""
    sam3d_checkpoint: str = ""
    mode: Literal["foreground", "text", "object_description"] = "foreground"
    object_description: str = ""
    text_prompt: str = ""
    threshold: Annotated[float, Field(ge=0.0, le=1.0)] = 0.5


class GeometryRequested(Data):
    """Item ``index`` of a batch. ``source``: the path its picture was read from; the mesh goes to
    ``output_dir`` as ``output_filename``, "" for a name of its own. ``backend``: the engine that
    was asked for; ``strict``: no other will do."""

    type = "geometry.requested"
    index: int
    image: ArtifactRef
    source: str
    prompt: str
    backend: str
    strict: bool = False
    sam3d: Sam3d | None = None
    scene_id: str = ""
    output_dir: str
    output_filename: str = ""


class GeometryGenerated(Data):
    """The mesh of the picture. ``size``: metres (x, y, z) of its bounds; ``engine``: what made it,
    whatever ``backend`` was asked for. ``watertight``, ``mended``: as in ``mesh.generated``."""

    type = "geometry.generated"
    v = 2
    mesh: ArtifactRef
    size: tuple[float, float, float]
    triangles: int
    backend: str
    engine: str
    watertight: bool | None = None
    mended: tuple[str, ...] = ()


class GeometryDelivered(Data):
    """The mesh of the request ``of`` lies at ``path``, for its client to read."""

    type = "geometry.delivered"
    of: RequestId
    path: str
