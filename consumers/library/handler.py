"""The library stage: finds an asset that is there, registers a new one, deletes and clears."""

from __future__ import annotations

from dataclasses import dataclass

from consumers.handler import Context, Tasks, payload
from consumers.library.index import Library, key_of
from consumers.registry import usual_mesh_engine
from consumers.settings import EngineSettings
from schemas.events import (
    AgentActed,
    AssetDeleted,
    AssetMatched,
    AssetMissed,
    AssetRegistered,
    Event,
    LibraryCleared,
    MeshGenerated,
    PromptImproved,
)
from streams.step import Outcome


@dataclass(frozen=True, slots=True)
class Find:
    """Handles ``find``: an improved prompt of an asset. ``engine``: the mesh engine in force."""

    library: Library
    engine: str

    def __call__(self, event: Event, context: Context) -> Outcome:
        wish = payload(event, PromptImproved)
        entry = self.library.find(key_of(wish.recipe, self.engine))
        if entry is None or not all(map(context.artifacts.has, entry.artifacts)):
            return Outcome(
                (
                    AssetMissed(
                        slot=wish.slot,
                        label=wish.label,
                        prompt=wish.prompt,
                        recipe=wish.recipe,
                        prompt_by=wish.engine,
                    ),
                )
            )
        matched = AssetMatched(
            slot=wish.slot,
            asset=entry.id,
            label=entry.label,
            mesh=entry.mesh,
            recipe=entry.recipe,
            stand_in=entry.stand_in,
            lods=entry.lods,
            collider=entry.collider,
        )
        return Outcome((matched,))


@dataclass(frozen=True, slots=True)
class Register:
    """Handles ``register``: a new mesh."""

    library: Library
    engine: str

    def __call__(self, event: Event, context: Context) -> Outcome:
        made = payload(event, MeshGenerated)
        entry = self.library.register(
            key_of(made.recipe, self.engine),
            made.label,
            made.mesh,
            made.recipe,
            made.stand_in,
            made.lods,
            made.collider,
        )
        registered = AssetRegistered(
            slot=made.slot,
            asset=entry.id,
            label=entry.label,
            mesh=entry.mesh,
            recipe=entry.recipe,
            stand_in=entry.stand_in,
            lods=entry.lods,
            collider=entry.collider,
            engine=made.engine,
            prompt=made.prompt,
        )
        return Outcome((registered,))


@dataclass(frozen=True, slots=True)
class Delete:
    """Handles ``delete``: a confirmed wish to delete the assets of a name."""

    library: Library

    def __call__(self, event: Event, context: Context) -> Outcome:
        name = payload(event, AgentActed).input
        gone = self.library.delete(name, by=str(event.id))
        return Outcome((AssetDeleted(name=name, assets=tuple(gone)),))


@dataclass(frozen=True, slots=True)
class Clear:
    """Handles ``clear``: a confirmed wish to empty the library."""

    library: Library

    def __call__(self, event: Event, context: Context) -> Outcome:
        return Outcome((LibraryCleared(count=len(self.library.clear(by=str(event.id)))),))


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers on the library of ``settings``."""
    library = Library(settings.library)
    engine = usual_mesh_engine(settings)
    return {
        "find": Find(library, engine),
        "register": Register(library, engine),
        "delete": Delete(library),
        "clear": Clear(library),
    }
