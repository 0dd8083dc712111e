"""The mesh engines by name, and those that a consumer runs.

Each name is a module with ``load(model, settings)``, which returns the engine ready to run, or
raises ``MissingEngine``, and ``why_not(model, settings)``, which says in no time what it lacks
here, "" for nothing. ``model``: what follows the name and a colon, "" for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module

from consumers.mesh.lodged import lodged
from consumers.mesh.port import Sculptor
from consumers.names import each, part
from consumers.plugins import plugged
from consumers.settings import EngineSettings
from schemas.errors import MissingEngine
from schemas.flow import Stage

MODULES: Mapping[str, str] = {
    "greybox": "consumers.mesh.greybox_engine",
    "trellis": "consumers.mesh.trellis_engine",
    "trellis2": "consumers.mesh.trellis2_engine",
    "hunyuan3d": "consumers.mesh.hunyuan3d_engine",
    "sam3d": "consumers.mesh.sam3d_engine",
    "remote": "consumers.mesh.remote_engine",
    "hunyuan-api": "consumers.mesh.hunyuan_api_engine",
}
MODELS = frozenset({"trellis", "trellis2", "hunyuan3d", "sam3d"})
"""Engines with a model in this process's GPU, which they share."""
AUTO: tuple[str, ...] = ("trellis2", "trellis", "hunyuan3d", "sam3d", "greybox")
"""What "auto" tries, the best first: an engine that needs to be told something is not here."""


def chosen(settings: EngineSettings) -> tuple[Sculptor, ...]:
    """The engines that ``settings`` choose, the usual one first. Raises ``MissingEngine``."""
    asked = each(Stage.MESH, settings.engine(Stage.MESH))
    return tuple(_loaded(engine, settings) for engine in asked)


def best(settings: EngineSettings) -> str:
    """The engine that "auto" stands for on this machine."""
    return next(name for name in AUTO if not why_not(name, settings))


def why_not(engine: str, settings: EngineSettings) -> str:
    """Why one of our own engines can not run here, "" when it can."""
    name, model = part(engine)
    return str(import_module(MODULES[name]).why_not(model, settings))


def for_backend(engines: Sequence[Sculptor], backend: str) -> Sculptor | None:
    """The one of ``engines`` that a geometry request calls ``backend``; None when none is."""
    return next((engine for engine in engines if backend in backends_of(engine)), None)


def backends_of(engine: Sculptor) -> tuple[str, ...]:
    """The backends of the geometry contract that ``engine`` is: its own name, unless it says."""
    said: tuple[str, ...] = getattr(engine, "backends", (part(engine.name)[0],))
    return said


def _loaded(engine: str, settings: EngineSettings) -> Sculptor:
    name, model = part(best(settings) if engine == "auto" else engine)
    if name in MODULES:
        module = import_module(MODULES[name])
        if settings.residency is not None and name in MODELS:
            return lodged(settings.residency, engine, lambda: module.load(model, settings))
        ours: Sculptor = module.load(model, settings)
        return ours
    other: Sculptor | None = plugged(Stage.MESH, engine, settings)
    if other is None:
        raise MissingEngine(f"mesh has no engine {name!r}; known: {', '.join(MODULES)}")
    return other
