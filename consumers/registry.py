"""Which module handles which stage. Imported late, so that a process loads only what it runs."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module

from consumers.handler import Tasks
from consumers.names import ENGINES, MODEL, each, part, shown
from consumers.plugins import names_of, plugins
from consumers.settings import EngineSettings
from schemas.errors import MissingEngine
from schemas.flow import Stage

STATEFUL = frozenset({Stage.AGENT, Stage.COMPOSE, Stage.DECOMPOSE, Stage.PATCH, Stage.ASR})
"""Stages whose handlers decide on the session's folded state."""
MOST_NAMED = 8
"""Engines that a message lists, of so many providers."""


class UnknownEngine(MissingEngine):
    """A stage has no engine of that name; the message names the nearest ones."""

    def __init__(self, stage: Stage, name: str) -> None:
        self.stage, self.name = stage, name
        names = names_of(known(stage))
        near = get_close_matches(part(name)[0].lower(), names, n=2, cutoff=0.6)
        told = f"; did you mean {' or '.join(near)}? Known" if near else "; known"
        listed = ", ".join(("auto", *known(stage)[:MOST_NAMED]))
        more = ", …" if len(known(stage)) > MOST_NAMED else ""
        super().__init__(f"{stage} has no engine {shown(name)!r}{told}: {listed}{more}")


def known(stage: Stage) -> tuple[str, ...]:
    """The engines of ``stage`` by name, other distributions' included."""
    others = (plugin.name for plugin in plugins(stage) if not plugin.hidden)
    return (*ENGINES[stage], *others)


def is_engine(stage: Stage, name: str) -> bool:
    """Whether ``stage`` has an engine of that name, model included, or each of several."""
    return all(_is_one(stage, engine) for engine in each(stage, name))


def _is_one(stage: Stage, name: str) -> bool:
    engine, model = part(name)
    ours = ENGINES[stage]
    if name == "auto" or name in ours or (model and f"{engine}{MODEL}" in ours):
        return True
    return any(plugin.name == engine and not plugin.hidden for plugin in plugins(stage))


def usual_mesh_engine(settings: EngineSettings) -> str:
    """What tells the meshes of one engine from another's: the usual one, as it may be told. "auto"
    is the embedded engine's, and not what it stands for on a machine that has a better one."""
    usual = each(Stage.MESH, settings.engine(Stage.MESH))[0]
    if usual != "auto":
        return shown(usual)
    best: str = import_module("consumers.mesh.engines").best(settings)
    return "auto" if best == "greybox" else best


def load(stage: Stage, settings: EngineSettings) -> Tasks:
    """The handlers of ``stage``, its engine chosen and warm. Raises ``MissingEngine``."""
    for engine in each(stage, settings.engine(stage)):
        name = part(engine)[0]
        others = (plugin.name for plugin in plugins(stage))
        if ENGINES[stage] and name not in ("auto", *names_of(ENGINES[stage]), *others):
            raise UnknownEngine(stage, engine)
    module = import_module(f"consumers.{stage}.handler")
    tasks: Tasks = module.tasks(settings)
    return tasks
