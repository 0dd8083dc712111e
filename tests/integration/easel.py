"""A fake batch engine, for tests of what runs it: it makes nothing, and tells what it was given.

Each go is a line of the file ``goes`` in the cache folder. Requests' words say what it does; a go
with ``hold`` in it lasts until the file ``let go`` is there, and ``heard`` is there once it knows
that one of it was cancelled. ``holds`` says how many steps fit into its make-believe memory.
"""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from consumers.handler import Context, OutOfDeviceMemory, StepCancelled, Tasks
from consumers.settings import EngineSettings
from schemas.errors import BadInput, ScenestreamError
from schemas.events import AgentThought, Event, RequestAccepted, RequestCompleted
from schemas.flow import Stage
from streams.step import Outcome

BATCH = 4
PIXEL = b"\x89PNG\r\n\x1a\n a picture, as far as a store is concerned"


@dataclass(frozen=True)
class FakeEngine:
    name: str = "fake easel"


@dataclass(frozen=True)
class FakePaint:
    """A batch handler; words that begin alike may go together."""

    folder: Path
    engine: FakeEngine = FakeEngine()
    batch: int = BATCH

    def __call__(self, event: Event, context: Context) -> Outcome:
        (answer,) = self.together([(event, context)])
        if isinstance(answer, ScenestreamError):
            raise answer
        return answer

    def alike(self, event: Event) -> str:
        return words_of(event).partition(":")[0]

    def together(
        self, work: Sequence[tuple[Event, Context]]
    ) -> Sequence[Outcome | ScenestreamError]:
        told = [words_of(event) for event, _ in work]
        with (self.folder / "goes").open("a") as file:
            file.write(json.dumps(told) + "\n")
        holds = self.folder / "holds"
        if holds.exists() and len(work) > int(holds.read_text()):
            raise OutOfDeviceMemory(f"a go of {len(work)}")
        if any("die" in words for words in told):
            os.kill(os.getpid(), signal.SIGKILL)
        if any("hold" in words for words in told):
            self._hold(work)
        return [answer(event, context) for event, context in work]

    def _hold(self, work: Sequence[tuple[Event, Context]]) -> None:
        """Denoise, as it were, until it may end or nobody wants it."""
        while not (self.folder / "let go").exists():
            wanted = [context for _, context in work if not context.cancelled()]
            if len(wanted) < len(work):
                (self.folder / "heard").touch()
            for context in wanted:
                context.progress(0.5, "half", PIXEL)
            if not wanted:
                return
            time.sleep(0.01)


def words_of(event: Event) -> str:
    assert isinstance(event.data, RequestAccepted)
    return event.data.text


def answer(event: Event, context: Context) -> Outcome | ScenestreamError:
    if context.cancelled():
        return StepCancelled(StepCancelled.__doc__)
    words = words_of(event)
    if "bad" in words:
        return BadInput("this one is bad")
    done = RequestCompleted(kind="unrelated_response", text=words)
    return Outcome((AgentThought(text="hm", engine="fake easel"), done))


def load(stage: Stage, settings: EngineSettings) -> Tasks:
    """A ``consumers.host.Load``."""
    return {"decide": FakePaint(settings.cache)}
