"""A mesh engine beside the embedded one, as a third party's would be: what forks can choose."""

from __future__ import annotations

from dataclasses import replace

from consumers import registry
from consumers.greybox.card import GREYBOX
from consumers.handler import Tasks, Watch
from consumers.mesh.greybox_engine import GreyboxSculptor
from consumers.mesh.handler import Make
from consumers.mesh.port import Made, Wish
from consumers.settings import EngineSettings
from schemas.flow import Stage

NAME = "clay"


class ClaySculptor:
    """The embedded engine's meshes, of another colour."""

    name = NAME
    card = GREYBOX

    def sculpt(self, wish: Wish, watch: Watch) -> Made:
        assert wish.recipe is not None
        clay = wish.recipe.model_copy(update={"color": "#aa6644"})
        return GreyboxSculptor().sculpt(replace(wish, recipe=clay, drawn_by="greybox"), watch)


def load(stage: Stage, settings: EngineSettings) -> Tasks:
    """The stages' own handlers, and this mesh engine where it is asked for."""
    if stage is Stage.MESH and settings.engine(stage) == NAME:
        return {"make": Make(ClaySculptor())}
    if stage is Stage.MESH and settings.engine(stage) == "broken":
        settings = replace(settings, engines={stage: "teleport"})
    return registry.load(stage, settings)
