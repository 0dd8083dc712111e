"""Engines of others: any installed distribution adds some, by entry points of a stage's group.

In its ``pyproject.toml``::

    [project.entry-points."scenestream.engines.mesh"]
    clay = "acme_scenes.clay:make"

``make(model, settings)`` returns what the stage's port asks for; ``model`` is what follows the name
in ``--engine mesh=clay:MODEL``, "" for nothing. It is imported when its engine is chosen and not
before, so that a broken one harms nobody else. What does not belong here: engines of our own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from consumers.names import ENGINES, MODEL, part
from consumers.settings import EngineSettings
from schemas.errors import MissingEngine, ScenestreamError
from schemas.flow import Stage

GROUP = "scenestream.engines"
_NAME = re.compile(r"[a-z0-9]+([-_.][a-z0-9]+)*")
_PORTS: dict[Stage, tuple[str, ...]] = {
    Stage.ASR: ("name", "transcribe"),
    Stage.AGENT: ("name", "looks_back", "decide"),
    Stage.PROMPT: ("name", "improve"),
    Stage.DECOMPOSE: ("name", "decompose"),
    Stage.IMAGE: ("name", "card", "batch", "alike", "paint"),
    Stage.MESH: ("name", "card", "sculpt"),
    Stage.COMPOSE: ("name", "propose"),
    Stage.PATCH: ("name", "plan"),
}
"""What each stage's port asks of an engine: what is missing is told at the start, not in a scene.
The library has no port."""


class BrokenPlugin(MissingEngine):
    """An engine of another distribution can not be had; the message names both."""

    def __init__(self, plugin: Plugin, why: str) -> None:
        self.plugin = plugin
        super().__init__(
            f"the engine {plugin.name!r} of {plugin.distribution} can not start: {why}; mend or "
            f"uninstall {plugin.distribution}, or choose another engine with --engine "
            f"{plugin.stage}=ENGINE"
        )


@dataclass(frozen=True, slots=True)
class Plugin:
    """An engine that ``distribution`` (name and version) adds to ``stage``.

    ``hidden``: why it can not be chosen, "" when it can.
    """

    stage: Stage
    name: str
    distribution: str
    entry: EntryPoint
    hidden: str = ""


def plugins(stage: Stage) -> tuple[Plugin, ...]:
    """The engines that installed distributions add to ``stage``, by name; nothing is imported."""
    if stage not in _PORTS:
        return ()
    found = sorted(entry_points(group=f"{GROUP}.{stage}"), key=lambda entry: entry.name)
    owners: dict[str, set[str]] = {}
    for entry in found:
        owners.setdefault(entry.name, set()).add(_distribution(entry))
    return tuple(
        Plugin(stage, entry.name, _distribution(entry), entry, _hidden(stage, entry.name, owners))
        for entry in found
    )


def plugged(stage: Stage, chosen: str, settings: EngineSettings) -> Any | None:
    """The engine that ``chosen`` (NAME or NAME:MODEL) names, of another distribution, ready to run;
    None when none of them is called so. Raises ``MissingEngine``."""
    name, model = part(chosen)
    for plugin in plugins(stage):
        if plugin.name == name:
            if plugin.hidden and _is_ours(stage, name):
                return None
            if plugin.hidden:
                raise BrokenPlugin(plugin, plugin.hidden)
            return _made(plugin, model, settings)
    return None


def _made(plugin: Plugin, model: str, settings: EngineSettings) -> Any:
    try:
        engine = plugin.entry.load()(model, settings)
    except ScenestreamError as known:
        raise BrokenPlugin(plugin, str(known)) from known
    except (Exception, SystemExit) as broken:
        raise BrokenPlugin(plugin, f"{type(broken).__name__}: {broken}") from broken
    missing = [name for name in _PORTS[plugin.stage] if not hasattr(engine, name)]
    if missing:
        told = ", ".join(missing)
        raise BrokenPlugin(plugin, f"it has no {told}, which consumers/{plugin.stage}/port.py asks")
    if part(str(engine.name))[0] != plugin.name:
        raise BrokenPlugin(plugin, f"it calls itself {engine.name!r}, not {plugin.name}")
    return engine


def _hidden(stage: Stage, name: str, owners: dict[str, set[str]]) -> str:
    if _is_ours(stage, name):
        return f"{name} is an engine of scenestream's own; its entry point needs another name"
    if not _NAME.fullmatch(name):
        return "its name is not made of small letters, digits and single hyphens"
    if len(owners[name]) > 1:
        return f"{' and '.join(sorted(owners[name]))} both have one of that name; uninstall one"
    return ""


def _is_ours(stage: Stage, name: str) -> bool:
    return name == "auto" or name in names_of(ENGINES[stage])


def names_of(known: Sequence[str]) -> list[str]:
    """The names of ``known`` engines, without what is said of their models."""
    return list(dict.fromkeys(name.removesuffix(MODEL) for name in known))


def _distribution(entry: EntryPoint) -> str:
    owner = entry.dist
    return f"{owner.name} {owner.version}" if owner is not None else "an unknown distribution"
