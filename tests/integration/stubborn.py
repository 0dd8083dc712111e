"""Handlers that behave as badly as models do: they hold the GIL, die, or never stop talking."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from dataclasses import dataclass

from consumers.handler import Context, Tasks
from consumers.settings import EngineSettings
from schemas.errors import MissingEngine, Unavailable
from schemas.events import AgentThought, Event, RequestAccepted, RequestCompleted
from schemas.flow import Stage
from streams.step import Outcome

HOLD_US = 1_500_000


class Engine:
    name = "stubborn:1"


@dataclass(frozen=True)
class Misbehave:
    """Does what the request's words say."""

    engine: Engine

    def __call__(self, event: Event, context: Context) -> Outcome:
        return misbehave(event, context)


def misbehave(event: Event, context: Context) -> Outcome:
    """Do what the request's words say."""
    assert isinstance(event.data, RequestAccepted)
    match event.data.text:
        case "hold the GIL":
            ctypes.PyDLL(None).usleep(HOLD_US)  # PyDLL, unlike CDLL, does not let the GIL go
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "hear nothing":
            while True:
                time.sleep(0.05)
        case "be away":
            raise Unavailable("the model's server is away; start it")
        case "raise":
            raise ZeroDivisionError("a bug")
        case "work for ever":
            fraction = 0.0
            while True:
                fraction = min(1.0, fraction + 1e-6)
                context.progress(fraction, "still at it")
                context.check()
    done = RequestCompleted(kind="unrelated_response", text="well")
    return Outcome((AgentThought(text="hm", engine="stubborn"), done))


def load(stage: Stage, settings: EngineSettings) -> Tasks:
    """A ``consumers.host.Load``; it refuses while the cache folder has a file ``refuse``."""
    if (settings.cache / "refuse").exists():
        raise MissingEngine("no memory for the model; try again later")
    return {"decide": Misbehave(Engine())}
