"""Chat models by name, "ollama:devstral:24b", "openai:NAME": any provider that LangChain knows.

Where a server is, and keys, come from the provider's own variables (``OLLAMA_HOST``); no key is
ever in a message of ours. What does not belong here: what a model is asked.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from pydantic import BaseModel

from consumers.chat.bounds import MOST_PIECES, Bounds, bounded, transport
from consumers.chat.errors import trouble
from consumers.chat.parsing import Said
from consumers.chat.providers import PROVIDERS
from consumers.chat.tokens import counted
from schemas.errors import Misconfigured, MissingEngine

_TAKE_JSON_MODE = frozenset({"openai", "azure_openai", "groq", "deepseek", "together", "fireworks"})
_TAKE_SEED = frozenset({"openai", "azure_openai"})

PATIENCE_S = 240.0
"""How long one step waits for its model, all tries together: less than a step's deadline."""
LOOK_S = 5.0
CONTEXT_TOKENS = 16_384
"""Of Ollama's models, whose own default cuts a scene's schema off in silence."""


@dataclass(slots=True)
class ChatModel:
    """A model to ask. ``name``: as it was chosen; ``runnable``: LangChain's chat model.

    Thread-safe: it keeps nothing of what was said.
    """

    name: str
    runnable: Any
    patience_s: float = PATIENCE_S
    _thinks: bool | None = None
    _asking: threading.Lock = field(default_factory=threading.Lock)

    @property
    def provider(self) -> str:
        return self.name.partition(":")[0]

    def stream(
        self, messages: Sequence[tuple[str, str]], schema: type[BaseModel] | None = None
    ) -> Generator[Said, None, None]:
        """The answer piece by piece; with ``schema``, told to the provider as it takes it.

        Raises whatever the provider's package does.
        """
        options: dict[str, Any] = {}
        if schema is not None and self.provider == "ollama":
            options["format"] = schema.model_json_schema()
        elif schema is not None and self.provider in _TAKE_JSON_MODE:
            options["response_format"] = {"type": "json_object"}
        if self.thinks():
            options["reasoning"] = True
        with closing(self.runnable.stream(list(messages), **options)) as chunks:
            for chunk in chunks:
                yield Said(str(chunk.text), _thought(chunk), counted(chunk))

    def thinks(self) -> bool:
        """Whether the model thinks before it answers: Ollama tells thoughts only when asked to,
        and refuses to for models that have none."""
        if self.provider != "ollama":
            return False
        with self._asking:
            if self._thinks is None:
                self._thinks = _ollama_thinks(self.runnable)
            return self._thinks


def chat_model(name: str, *, seed: int = 0, embedded: str = "rules") -> ChatModel:
    """The model called ``name``, "PROVIDER:MODEL", at temperature 0; no server is asked yet.

    ``embedded``: the engine that could be named instead. Raises ``MissingEngine`` that says what
    is known, or names the package to install.
    """
    provider, _, model = name.partition(":")
    package = PROVIDERS.get(provider)
    if not model or package is None:
        known = ", ".join(f"{p}:MODEL" for p in PROVIDERS)
        raise MissingEngine(f"there is no engine {name!r}; known: {embedded}, {known}")
    make = _ollama if provider == "ollama" else _any
    try:
        return ChatModel(name, make(provider, model, seed), patience_s())
    except ImportError as missing:
        extra = "'scenestream[llm]'" if provider == "ollama" else f"'scenestream[llm]' {package}"
        raise MissingEngine(f"{name} needs its package; run: pip install {extra}") from missing
    except Exception as failed:
        raise MissingEngine(str(trouble(name, failed, began=False))) from failed


def why_not(name: str) -> str:
    """Why the model called ``name`` can not be asked now, and what to do; "" when it can.

    Of Ollama's the server is asked, for at most ``LOOK_S`` seconds; of others the package alone.
    """
    try:
        model = chat_model(name)
        with bounded(Bounds(time.monotonic() + LOOK_S, lambda: None)):
            model.thinks()
    except MissingEngine as missing:
        return str(missing)
    except Exception as failed:  # noqa: BLE001 - every package raises its own; the doctor tells it
        return str(trouble(name, failed, began=False))
    return ""


def patience_s() -> float:
    """Seconds that one step waits for its model. Raises ``Misconfigured``."""
    told = os.environ.get("SCENESTREAM_MODEL_S", "")
    try:
        seconds = float(told or PATIENCE_S)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1e6:
        raise Misconfigured(f"SCENESTREAM_MODEL_S is {told!r}; give a number of seconds, as 240")
    return seconds


def _thought(chunk: Any) -> str:
    """What a piece of an answer has of thoughts, in whichever way its provider tells them."""
    told = chunk.additional_kwargs.get("reasoning_content")
    if isinstance(told, str) and told:
        return told
    if isinstance(chunk.content, str):
        return ""
    blocks = (b for b in chunk.content_blocks if b.get("type") == "reasoning")
    return "".join(str(block.get("reasoning") or "") for block in blocks)


def _ollama(provider: str, model: str, seed: int) -> Any:
    made = import_module("langchain_ollama").ChatOllama
    return made(
        model=model,
        temperature=0,
        seed=seed,
        num_ctx=CONTEXT_TOKENS,
        num_predict=MOST_PIECES,
        sync_client_kwargs={"transport": transport()},
    )


def _any(provider: str, model: str, seed: int) -> Any:
    made = import_module("langchain.chat_models").init_chat_model
    options = {"seed": seed} if provider in _TAKE_SEED else {}
    return made(
        model,
        model_provider=provider,
        temperature=0,
        timeout=patience_s(),
        max_retries=0,
        **options,
    )


def _ollama_thinks(runnable: Any) -> bool:
    """Whether Ollama says of the model that it thinks. A server that can not tell is old, and
    has the thoughts in the answer."""
    response = runnable._client.show(runnable.model)
    return "thinking" in (response.capabilities or ())
