"""What each stage would run here: the engine that is chosen, or the best; what is missing for a
better one; and the engines that other distributions add.

Nothing is loaded: weights, packages, a GPU and servers are looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec

from consumers.asr.engine import available
from consumers.gpu import driver_memory_mib
from consumers.image.snapshot import snapshot
from consumers.mesh.engines import AUTO, MODULES, best, why_not
from consumers.names import each, part, shown
from consumers.plugins import Plugin, plugins
from consumers.registry import UnknownEngine, is_engine
from consumers.settings import EngineSettings
from ops.settings import ON_MODELS, Settings
from schemas.errors import MissingEngine
from schemas.flow import Stage

REMOTE = "another server: --engine mesh=remote:http://HOST:7000, mesh=hunyuan-api:http://HOST:8081"

PICTURES = "diffusers:stabilityai/stable-diffusion-3.5-medium"
INSTALL_MODELS = "`pip install 'scenestream[llm]'`"


@dataclass(frozen=True, slots=True)
class Finding:
    """``part``: a stage or component; ``runs``: what it takes; ``raises``: what would be better."""

    part: str
    ok: bool
    runs: str
    raises: tuple[str, ...] = ()


def stages(settings: Settings) -> Iterator[Finding]:
    """A finding for each stage, and for each engine of another distribution."""
    for stage in Stage:
        chosen = each(stage, settings.engines.get(stage, "auto"))
        named = [engine for engine in chosen if engine != "auto"]
        for engine in named:
            yield _chosen(stage, engine, settings)
        if len(named) < len(chosen):
            yield _best(stage, settings)
    for stage in Stage:
        yield from map(_plugin, plugins(stage))


def _chosen(stage: Stage, engine: str, settings: Settings) -> Finding:
    """What is to be said of an engine that the settings name."""
    other = next((p for p in plugins(stage) if p.name == part(engine)[0]), None)
    if not is_engine(stage, engine) and other is None:
        return Finding(stage, False, str(UnknownEngine(stage, engine)))
    why = _missing(stage, engine, other, settings)
    return Finding(stage, not why, f"{shown(engine)}: {why}" if why else shown(engine))


def _missing(stage: Stage, engine: str, other: Plugin | None, settings: Settings) -> str:
    if stage is Stage.MESH and part(engine)[0] in MODULES:
        return why_not(engine, _told(settings))
    if other is not None:
        return other.hidden or _import(other)
    if stage is Stage.IMAGE and part(engine)[0] == "diffusers":
        return _lacks_pictures(engine)
    if stage in ON_MODELS and ":" in engine:
        from consumers.chat.models import why_not as model_why_not

        return model_why_not(engine)
    if stage is Stage.ASR:
        found = {part(e.name)[0]: e for e in available(settings.data / "cache")}
        known = found.get(part(engine)[0])
        return f"{known.reason}: {known.remedy}" if known and not known.usable else ""
    return ""


def _best(stage: Stage, settings: Settings) -> Finding:
    """What "auto" stands for here, and what would be better."""
    match stage:
        case Stage.ASR:
            engines = available(settings.data / "cache")
            usable = [engine for engine in engines if engine.usable]
            better = tuple(f"{e.name}: {e.remedy}" for e in engines if not e.usable)
            return Finding(stage, bool(usable), usable[0].name if usable else "no engine", better)
        case Stage.MESH:
            return _best_mesh(_told(settings))
        case Stage.IMAGE:
            lacks = _lacks_pictures(PICTURES)
            first = f"{lacks}, then " if lacks else ""
            better = (f"diffusers, on a GPU: {first}--engine image={PICTURES}",)
            return Finding(stage, True, "greybox", better)
        case _ if stage in ON_MODELS:
            install = "" if find_spec("langchain_ollama") else f"{INSTALL_MODELS}, then "
            better = (f"a language model: {install}--engine {stage}=ollama:MODEL",)
            return Finding(stage, True, "layout" if stage is Stage.COMPOSE else "rules", better)
        case _:
            return Finding(stage, True, "embedded")


def _best_mesh(settings: EngineSettings) -> Finding:
    taken = best(settings)
    above = AUTO[: AUTO.index(taken)]
    better = tuple(f"{name}: {why_not(name, settings)}" for name in above)
    if above and not driver_memory_mib():
        # What else they lack is of no use without one.
        better = (f"an NVIDIA GPU, for {', '.join(above)}",)
    if taken == "greybox":
        better = (*better, REMOTE)
    return Finding(Stage.MESH, True, taken, better)


def _lacks_pictures(engine: str) -> str:
    """What an engine of diffusers lacks here: its packages or its weights; "" for neither."""
    if not all(find_spec(name) for name in ("torch", "diffusers", "transformers")):
        return "`pip install 'scenestream[image]'`"
    try:
        snapshot(part(engine)[1], engine)
    except MissingEngine as lacking:
        return str(lacking)
    return ""


def _plugin(plugin: Plugin) -> Finding:
    hidden = f"; it can not be chosen: {plugin.hidden}" if plugin.hidden else ""
    told = f"{plugin.stage}={plugin.name}, of {plugin.distribution}{hidden}"
    return Finding("plugin", True, told)


def _import(plugin: Plugin) -> str:
    """Why the module of an engine of others can not be imported; "" when it can."""
    try:
        plugin.entry.load()
    except (Exception, SystemExit) as broken:  # noqa: BLE001 - others' code raises what it likes
        return f"{plugin.distribution} is broken ({type(broken).__name__}: {broken}); mend it"
    return ""


def _told(settings: Settings) -> EngineSettings:
    """As much as engines have to be told to say what they lack."""
    folder = settings.data
    return EngineSettings(
        artifacts=(folder / "artifacts").as_uri(),
        library=folder / "library",
        cache=folder / "cache",
        engines=settings.engines,
        territory=settings.territory,
    )
