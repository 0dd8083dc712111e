"""What can go wrong with a chat model, by who must act."""

from __future__ import annotations

import os
import re

from consumers.chat.cleaning import clean
from schemas.errors import Misconfigured, ScenestreamError, Unavailable

LONGEST = 300
"""Characters kept of what a provider says."""
_SECRET_NAME = re.compile(r"KEY|TOKEN|SECRET|PASSWORD", re.IGNORECASE)
_SHORTEST_SECRET = 8
_SECRETS = (
    re.compile(r"(?<=://)[^/\s@]+@"),
    re.compile(r"(?i)\b(bearer|basic)\s+\S+"),
    re.compile(r"\b(sk|pk|gsk|xai|hf|AIza)[-_]?[A-Za-z0-9_-]{12,}"),
    re.compile(r"(?i)\b(api[_-]?key|token|secret|password)\b\W{1,4}\S+"),
)


class ModelUnavailable(Unavailable):
    """The language model does not answer; check that its server runs and has the model."""

    def __init__(self, model: str, why: str, remedy: str = "") -> None:
        self.model = model
        super().__init__(f"{model}: {without_secrets(why)}; {remedy or _CHECK}")


class ModelRefuses(Misconfigured):
    """The provider of the language model refuses: check its key, and what the model can do."""

    def __init__(self, model: str, why: str, remedy: str) -> None:
        self.model = model
        super().__init__(f"{model}: {without_secrets(why)}; {remedy}")


class UselessAnswer(ScenestreamError):
    """A model's answer can not be used: tell the model why and ask it again."""


_CHECK = "check that its server runs and has the model"


def without_secrets(said: str) -> str:
    """What a provider said, on one line, cut, and without anything that looks like a secret."""
    told = " ".join(clean(said[: 4 * LONGEST]).split())
    for name, value in os.environ.items():
        if len(value) >= _SHORTEST_SECRET and _SECRET_NAME.search(name):
            told = told.replace(value, "…")
    for secret in _SECRETS:
        told = secret.sub("…", told)
    return told[:LONGEST]


def trouble(model: str, failed: Exception, *, began: bool) -> ScenestreamError:
    """The typed error of what a provider's package raised; every package raises its own.

    ``began``: some of the answer had come, so that its server is there and may do better.
    """
    if isinstance(failed, ScenestreamError):
        return failed
    status = getattr(failed, "status_code", None)
    provider, _, name = model.partition(":")
    why = str(failed) or type(failed).__name__
    if status == 404 and provider == "ollama":
        return ModelUnavailable(model, why, f"run `ollama pull {name}` on its server")
    if status in (401, 403):
        return ModelRefuses(model, why, "set the key that its provider asks for, in its variable")
    if status in (400, 404, 405, 413, 422):
        return ModelRefuses(model, why, "choose a model that can do this with --engine")
    if status == 429:
        return ModelUnavailable(model, why, "wait, or ask its provider for a higher rate")
    if isinstance(status, int):
        return ModelUnavailable(model, why)
    if began or isinstance(failed, ValueError):
        return UselessAnswer(f"{type(failed).__name__}: {without_secrets(why)}; answer again")
    return ModelUnavailable(model, why)
