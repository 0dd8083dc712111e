"""Which module handles which stage. Imported late, so that a process loads only what it runs."""

from __future__ import annotations

from importlib import import_module

from consumers.handler import Tasks
from consumers.settings import EngineSettings
from schemas.flow import Stage

STATEFUL = frozenset({Stage.AGENT, Stage.COMPOSE, Stage.PATCH, Stage.ASR})
"""Stages whose handlers decide on the session's folded state."""


def load(stage: Stage, settings: EngineSettings) -> Tasks:
    """The handlers of ``stage``, its engine chosen and warm. Raises ``MissingEngine``."""
    module = import_module(f"consumers.{stage}.handler")
    tasks: Tasks = module.tasks(settings)
    return tasks
