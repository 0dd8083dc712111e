"""The mesh stage: from a picture to a GLB."""

from __future__ import annotations

from dataclasses import dataclass

from consumers.handler import Context, Tasks, Watch, payload
from consumers.mesh.port import Sculptor, Wish
from consumers.settings import EngineSettings
from schemas.artifacts import GLB
from schemas.errors import MissingEngine
from schemas.events import (
    Event,
    GeometryGenerated,
    GeometryRequested,
    ImageGenerated,
    MeshGenerated,
    RequestCompleted,
)
from schemas.flow import Stage
from streams.step import Outcome

LABEL_CHARS = 60
"""What is said of a prompt where a few words do."""


@dataclass(frozen=True, slots=True)
class Make:
    """Handles ``make``: a picture of an asset."""

    engine: Sculptor

    def __call__(self, event: Event, context: Context) -> Outcome:
        drawn = payload(event, ImageGenerated)
        wish = Wish(
            context.artifacts.get(drawn.image),
            drawn.prompt,
            drawn.recipe.size,
            drawn.seed,
            drawn.recipe,
            drawn.engine,
        )
        made = self.engine.sculpt(wish, Watch(context, drawn.label))
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


class OtherBackend(MissingEngine):
    """The backend that was asked for, and no other, is not what this consumer runs."""

    def __init__(self, backend: str, runs: str) -> None:
        self.backend, self.runs = backend, runs
        super().__init__(
            f"{backend} can not run here: this consumer's mesh engine is {runs}; start one that "
            f"has {backend}, or unset SCENESTREAM_GEOMETRY_STRICT to be given meshes of {runs}"
        )


@dataclass(frozen=True, slots=True)
class Reconstruct:
    """Handles ``reconstruct``: a picture that came with nothing but words."""

    engine: Sculptor

    def __call__(self, event: Event, context: Context) -> Outcome:
        wanted = payload(event, GeometryRequested)
        if wanted.strict and wanted.backend != self.engine.name:
            raise OtherBackend(wanted.backend, self.engine.name)
        label = wanted.prompt[:LABEL_CHARS]
        wish = Wish(context.artifacts.get(wanted.image), wanted.prompt, find=wanted.sam3d)
        made = self.engine.sculpt(wish, Watch(context, label))
        context.check()
        generated = GeometryGenerated(
            mesh=context.artifacts.put(made.glb, GLB),
            size=made.size,
            triangles=made.triangles,
            backend=wanted.backend,
            engine=self.engine.name,
        )
        told = f"The mesh of {label or 'the picture'} is made."
        return Outcome((generated, RequestCompleted(kind="unrelated_response", text=told)))


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers with the engine that ``settings`` choose."""
    chosen = settings.engine(Stage.MESH)
    if chosen not in ("auto", "greybox"):
        raise MissingEngine(f"mesh has no engine {chosen!r}; known: greybox")
    from consumers.mesh.greybox_engine import GreyboxSculptor

    engine = GreyboxSculptor()
    return {"make": Make(engine), "reconstruct": Reconstruct(engine)}
