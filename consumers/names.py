"""What engines are called: NAME or NAME:MODEL, and those of our own by stage. Data alone.

What does not belong here: engines of other distributions (``plugins``), loading (``registry``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from consumers.chat.providers import PROVIDERS
from schemas.flow import Stage

MODEL = ":MODEL"
CHAT = tuple(f"{provider}{MODEL}" for provider in PROVIDERS)
"""Language models, by LangChain's providers."""
SCULPTORS = ("trellis2", "trellis", "hunyuan3d", "sam3d")
"""Mesh engines on models, each with one that it takes when none is named."""
ENGINES: Mapping[Stage, tuple[str, ...]] = {
    Stage.ASR: ("pocketsphinx", f"faster-whisper{MODEL}"),
    Stage.AGENT: ("rules", *CHAT),
    Stage.PROMPT: ("rules", *CHAT),
    Stage.DECOMPOSE: ("rules", *CHAT),
    Stage.LIBRARY: (),
    Stage.IMAGE: ("greybox", f"diffusers{MODEL}"),
    Stage.MESH: (
        "greybox",
        *SCULPTORS,
        *(f"{name}{MODEL}" for name in SCULPTORS),
        f"remote{MODEL}",
        f"hunyuan-api{MODEL}",
    ),
    Stage.COMPOSE: ("layout", *CHAT),
    Stage.PATCH: ("rules", *CHAT),
}
"""The engines of each stage by name; whether one can run here is found out when it is loaded."""
_SECRET = re.compile(r"(?<=://)[^/?#,]*@")
SEVERAL = frozenset({Stage.MESH})
"""Stages that may have several engines, with commas between them; the first is the usual one."""


def part(engine: str) -> tuple[str, str]:
    """The name of an engine, and its model, "" for none."""
    name, _, model = engine.partition(":")
    return name, model


def shown(engine: str) -> str:
    """An engine as it may be told: of a URL in its name without the user and the password."""
    return _SECRET.sub("", engine)


def each(stage: Stage, engines: str) -> list[str]:
    """The engines that a setting of ``stage`` names, the usual one first."""
    if stage not in SEVERAL:
        return [engines]
    return [engine.strip() for engine in engines.split(",") if engine.strip()] or [engines]
