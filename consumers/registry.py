"""Which module handles which stage. Imported late, so that a process loads only what it runs."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from consumers.chat.providers import PROVIDERS
from consumers.handler import Tasks
from consumers.settings import EngineSettings
from schemas.flow import Stage

STATEFUL = frozenset({Stage.AGENT, Stage.COMPOSE, Stage.PATCH, Stage.ASR})
"""Stages whose handlers decide on the session's folded state."""

MODEL = ":MODEL"
CHAT = tuple(f"{provider}{MODEL}" for provider in PROVIDERS)
"""Language models, by LangChain's providers."""
ENGINES: Mapping[Stage, tuple[str, ...]] = {
    Stage.ASR: ("pocketsphinx", f"faster-whisper{MODEL}"),
    Stage.AGENT: ("rules", *CHAT),
    Stage.PROMPT: ("rules", *CHAT),
    Stage.DECOMPOSE: ("rules", *CHAT),
    Stage.LIBRARY: (),
    Stage.IMAGE: ("greybox",),
    Stage.MESH: ("greybox",),
    Stage.COMPOSE: ("layout", *CHAT),
    Stage.PATCH: ("rules", *CHAT),
}
"""The engines of each stage by name; whether one can run here is found out when it is loaded."""


def is_engine(stage: Stage, name: str) -> bool:
    """Whether ``stage`` has an engine of that name, model included."""
    engine, _, model = name.partition(":")
    known = ENGINES[stage]
    return name == "auto" or name in known or (bool(model) and f"{engine}{MODEL}" in known)


def load(stage: Stage, settings: EngineSettings) -> Tasks:
    """The handlers of ``stage``, its engine chosen and warm. Raises ``MissingEngine``."""
    module = import_module(f"consumers.{stage}.handler")
    tasks: Tasks = module.tasks(settings)
    return tasks
