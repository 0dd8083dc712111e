"""A mesh engine beside the embedded one, as a third party's would be: what forks can choose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from consumers import registry
from consumers.handler import Tasks
from consumers.mesh.greybox_engine import GreyboxSculptor
from consumers.mesh.handler import Make
from consumers.mesh.port import Made
from consumers.settings import EngineSettings
from schemas.flow import Stage
from schemas.recipe import Recipe

NAME = "clay"


class ClaySculptor:
    """The embedded engine's meshes, of another colour."""

    name = NAME

    def sculpt(
        self,
        picture: bytes,
        recipe: Recipe,
        *,
        drawn_by: str,
        progress: Callable[[float], None],
    ) -> Made:
        clay = recipe.model_copy(update={"color": "#aa6644"})
        return GreyboxSculptor().sculpt(picture, clay, drawn_by="greybox", progress=progress)


def load(stage: Stage, settings: EngineSettings) -> Tasks:
    """The stages' own handlers, and this mesh engine where it is asked for."""
    if stage is Stage.MESH and settings.engine(stage) == NAME:
        return {"make": Make(ClaySculptor())}
    if stage is Stage.MESH and settings.engine(stage) == "broken":
        settings = replace(settings, engines={stage: "teleport"})
    return registry.load(stage, settings)
