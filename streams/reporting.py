"""A step's progress and its model's words, on their way to whoever watches. Never of the log."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from schemas.artifacts import ArtifactRef
from schemas.events import Data, Event, ProgressReported, TokenEmitted
from streams.commit import Taken
from streams.log import Log, envelopes
from streams.lost import LOST

PROGRESS_EVERY_S = 0.2
TOKENS_EVERY_S = 0.05
LONGEST_TOKEN = 2_000
"""Characters of one event: as JSON, none takes more than six bytes."""


class Reporter:
    """Puts a handler's progress on the feed, at most a few times a second, and what a language
    model says in it, in order and whole, at most twenty times a second."""

    def __init__(self, log: Log, taken: Taken, consumer: str) -> None:
        self._log, self._taken, self._consumer = log, taken, consumer
        self._last = 0.0
        self._sending: set[asyncio.Task[None]] = set()
        self._said: list[tuple[bool, str]] = []
        self._speaking: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()

    def report(self, fraction: float, label: str, preview: ArtifactRef | None) -> None:
        now = time.monotonic()
        if now - self._last < PROGRESS_EVERY_S:
            return
        self._last = now
        data = ProgressReported(
            stage=self._taken.stage,
            label=label,
            fraction=fraction,
            consumer=self._consumer,
            preview=preview,
        )
        task = asyncio.create_task(self._emit([data]))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    def say(self, text: str, thought: bool) -> None:
        """Pass on a piece of what a language model says; what comes meanwhile goes with it."""
        self._said.append((thought, text))
        if self._speaking is None or self._speaking.done():
            self._speaking = asyncio.create_task(self._speak())

    async def close(self) -> None:
        """The step is over: return when all that was said is on its way, before what came of it."""
        self._closing.set()
        if self._speaking is not None:
            await self._speaking

    async def _speak(self) -> None:
        """One that lives as long as there is something to say, and a moment longer."""
        while self._said:
            said, self._said = self._said, []
            await self._emit(list(_tokens(self._taken.stage, said)))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(TOKENS_EVERY_S):
                    await self._closing.wait()

    async def _emit(self, data: list[Data]) -> None:
        taken = self._taken
        events: list[Event] = envelopes(
            data, taken.session, taken.request, taken.event_id, self._consumer
        )
        with contextlib.suppress(*LOST):
            await self._log.emit(events)


def _tokens(stage: str, said: list[tuple[bool, str]]) -> Iterator[TokenEmitted]:
    """What was said, in pieces that an event takes; thoughts and words apart."""
    for thought, run in groupby(said, key=itemgetter(0)):
        # A model may write half a surrogate pair, which no event holds.
        text = "".join(piece for _, piece in run).encode("utf-8", "replace").decode()
        for begin in range(0, len(text), LONGEST_TOKEN):
            piece = text[begin : begin + LONGEST_TOKEN]
            yield TokenEmitted(stage=stage, text=piece, thought=thought)
