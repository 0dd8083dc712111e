"""The mesh stage: from a picture to a GLB."""

from __future__ import annotations

from dataclasses import dataclass

from consumers.handler import Context, Tasks, payload
from consumers.mesh.port import Sculptor
from consumers.settings import EngineSettings
from schemas.artifacts import GLB
from schemas.errors import MissingEngine
from schemas.events import Event, ImageGenerated, MeshGenerated
from schemas.flow import Stage
from streams.step import Outcome


@dataclass(frozen=True, slots=True)
class Make:
    """Handles ``make``: a picture of an asset."""

    engine: Sculptor

    def __call__(self, event: Event, context: Context) -> Outcome:
        drawn = payload(event, ImageGenerated)
        made = self.engine.sculpt(
            context.artifacts.get(drawn.image),
            drawn.recipe,
            drawn_by=drawn.engine,
            progress=lambda fraction: context.progress(fraction, drawn.label),
        )
        context.check()
        generated = MeshGenerated(
            slot=drawn.slot,
            label=drawn.label,
            prompt=drawn.prompt,
            mesh=context.artifacts.put(made.glb, GLB),
            recipe=drawn.recipe,
            size=made.size,
            triangles=made.triangles,
            engine=self.engine.name,
            stand_in=made.stand_in,
        )
        return Outcome((generated,))


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers with the engine that ``settings`` choose."""
    chosen = settings.engine(Stage.MESH)
    if chosen not in ("auto", "greybox"):
        raise MissingEngine(f"mesh has no engine {chosen!r}; known: greybox")
    from consumers.mesh.greybox_engine import GreyboxSculptor

    return {"make": Make(GreyboxSculptor())}
