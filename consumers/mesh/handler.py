"""The mesh stage: from a picture to a GLB."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from consumers.assets.limits import USUAL, AssetLimits
from consumers.handler import Context, Tasks, Watch, payload
from consumers.mesh.engines import chosen, for_backend, why_not
from consumers.mesh.gated import gated
from consumers.mesh.port import Made, Sculptor, Wish
from consumers.provenance import glb, pictures
from consumers.provenance.making import as_stamped_before, brought, picture_of, provenance_of
from consumers.settings import EngineSettings
from schemas.artifacts import GLB, ArtifactRef
from schemas.asset_parts import Lod
from schemas.errors import MissingEngine
from schemas.events import (
    Event,
    GeometryGenerated,
    GeometryRequested,
    ImageGenerated,
    MeshGenerated,
    ProvenanceRecorded,
    RequestCompleted,
)
from schemas.provenance import Provenance
from streams.step import Outcome

LABEL_CHARS = 60
"""What is said of a prompt where a few words do."""


@dataclass(frozen=True, slots=True)
class Make:
    """Handles ``make``: a picture of an asset."""

    engine: Sculptor
    territory: str = ""
    limits: AssetLimits = USUAL

    def __call__(self, event: Event, context: Context) -> Outcome:
        drawn = payload(event, ImageGenerated)
        picture = context.artifacts.get(drawn.image)
        wish = Wish(
            picture,
            drawn.prompt,
            drawn.recipe.size,
            drawn.seed,
            drawn.recipe,
            drawn.engine,
        )
        watch = Watch(context, drawn.label)
        wish, made, asset = gated(self.engine, wish, watch, self.limits, coarser=True)
        context.check()
        parent = picture_of(drawn, pictures.read(picture))
        provenance = _provenance(self.engine, self.territory, wish, made, parent)

        def put(file: bytes) -> ArtifactRef:
            return context.artifacts.put(glb.stamp(file, provenance), GLB)

        mesh = put(asset.glb)
        lods = tuple(Lod(mesh=put(lod.glb), triangles=lod.triangles) for lod in asset.lods)
        collider = None if asset.collider is None else put(asset.collider)
        generated = MeshGenerated(
            slot=drawn.slot,
            label=drawn.label,
            prompt=drawn.prompt,
            mesh=mesh,
            recipe=drawn.recipe,
            size=asset.size,
            triangles=asset.triangles,
            engine=self.engine.name,
            stand_in=made.stand_in,
            lods=lods,
            watertight=asset.watertight,
            fit=asset.fit,
            mended=asset.mended,
            collider=collider,
        )
        files = dict.fromkeys((mesh, *(lod.mesh for lod in lods), *filter(None, (collider,))))
        recorded = ProvenanceRecorded(artifacts=tuple(files), provenance=provenance)
        return Outcome((generated, recorded))


class OtherBackend(MissingEngine):
    """The backend that was asked for, and no other, is not what this consumer runs.

    ``runs``: its engines. ``lacks``: what the backend lacks on this machine, "" for nothing.
    """

    def __init__(self, backend: str, runs: Sequence[str], lacks: str = "") -> None:
        self.backend, self.runs, self.lacks = backend, tuple(runs), lacks
        why = f"{lacks}; then start" if lacks else "it was not chosen; start"
        listed = ",".join((*runs, backend))
        super().__init__(
            f"{backend} can not run here: {why} the mesh consumers with --engine mesh={listed}, or "
            f"unset SCENESTREAM_GEOMETRY_STRICT to be given meshes of {runs[0]}"
        )


@dataclass(frozen=True, slots=True)
class Reconstruct:
    """Handles ``reconstruct``: a picture that came with nothing but words.

    Made by the one of ``engine`` and ``others`` that is the backend asked for, else by ``engine``.
    ``lacks``: what a backend that is none of them lacks on this machine.
    """

    engine: Sculptor
    others: tuple[Sculptor, ...] = ()
    territory: str = ""
    lacks: Callable[[str], str] = lambda backend: ""
    limits: AssetLimits = USUAL

    def __call__(self, event: Event, context: Context) -> Outcome:
        wanted = payload(event, GeometryRequested)
        engine = self._of(wanted)
        label = wanted.prompt[:LABEL_CHARS]
        wish = Wish(
            context.artifacts.get(wanted.image),
            wanted.prompt,
            find=wanted.sam3d,
            backend=wanted.backend,
        )
        watch = Watch(context, label)
        wish, made, asset = gated(engine, wish, watch, self.limits, coarser=False)
        context.check()
        provenance = _provenance(engine, self.territory, wish, made, brought(wanted.image.sha256))
        mesh = context.artifacts.put(glb.stamp(asset.glb, provenance), GLB)
        generated = GeometryGenerated(
            mesh=mesh,
            size=asset.size,
            triangles=asset.triangles,
            backend=wanted.backend,
            engine=engine.name,
            watertight=asset.watertight,
            mended=asset.mended,
        )
        recorded = ProvenanceRecorded(artifacts=(mesh,), provenance=provenance)
        told = f"The mesh of {label or 'the picture'} is made."
        done = RequestCompleted(kind="unrelated_response", text=told)
        return Outcome((generated, recorded, done))

    def _of(self, wanted: GeometryRequested) -> Sculptor:
        engines = (self.engine, *self.others)
        asked = for_backend(engines, wanted.backend)
        if asked is None and wanted.strict:
            runs = [engine.name for engine in engines]
            raise OtherBackend(wanted.backend, runs, self.lacks(wanted.backend))
        return asked or self.engine


def _provenance(
    engine: Sculptor, territory: str, wish: Wish, made: Made, picture: Provenance
) -> Provenance:
    """How ``made`` came to be, which ``engine`` made of ``picture``."""
    found = provenance_of(
        "mesh",
        engine,
        territory,
        prompt=wish.prompt,
        seed=wish.seed,
        parameters=made.parameters,
        parents=(picture,),
    )
    return as_stamped_before(found, made.glb)


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers with the engines that ``settings`` choose."""
    engine, *others = chosen(settings)
    where, limits = settings.territory, settings.assets
    lacks = partial(why_not, settings=settings)
    return {
        "make": Make(engine, where, limits),
        "reconstruct": Reconstruct(engine, tuple(others), where, lacks, limits),
    }
