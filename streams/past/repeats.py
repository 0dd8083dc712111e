"""Repeating a step of a fork from the log, where an ancestor did the same step since they parted.

The same: the same task on an equal input, by the same engine, with the same seed, and, for stages
that read the session's state, on an equal part of it. What was said then is said again, and the
event tells what it repeats. It is a saving, never a condition: when in doubt, the step runs.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace

from schemas.artifacts import ArtifactRef
from schemas.errors import ScenestreamError
from schemas.events import Data, Event, SessionForked
from schemas.flow import Stage, flow
from schemas.repeating import (
    SEEDED,
    STATEFUL,
    Task,
    basis,
    is_of_engine,
    is_repeatable,
    repeated,
)
from schemas.state import Options
from streams.commit import Taken
from streams.log import Log
from streams.past.history import History
from streams.past.origin import Origins
from streams.past.recorded import Ancestors, Recorded, key
from streams.step import NO_OPTIONS, Job, Outcome

logger = logging.getLogger(__name__)

TRIED = 8
"""Recorded steps on an equal input that are looked at, of those that read the session's state."""


class Repeats:
    """What a worker knows of the forks among its sessions.

    ``engines``: what each stage of this process runs on; ``seed``: the one it is given. Without a
    ``history`` every step runs.
    """

    def __init__(
        self, log: Log, history: History | None, engines: Mapping[Stage, str], seed: int
    ) -> None:
        self._origins = Origins(log)
        self._history, self._engines, self._seed = history, engines, seed
        self._ancestors = Ancestors(history, self._origins) if history else None

    async def options(self, taken: Taken) -> Options:
        """What the session of ``taken`` does otherwise than its deployment."""
        forked = None if taken.forked is False else await self._origins.of(taken.session)
        if forked is None:
            return NO_OPTIONS
        return Options(forked.seed, tuple(sorted(forked.engines.items())))

    def seed(self, stage: Stage, options: Options) -> int:
        """The seed that ``stage`` is given; 0 where it takes none."""
        if stage not in SEEDED:
            return 0
        return self._seed if options.seed is None else options.seed

    async def find(self, taken: Taken, job: Job) -> Outcome | None:
        """What the step would say, where that is known; None when it is to run."""
        if taken.forked is False or self._ancestors is None:
            return None
        task = job.stage, job.task
        forked = await self._origins.of(job.session)
        if forked is None or not is_repeatable(task):
            return None
        try:
            return await self._found(self._ancestors, forked, task, job)
        except ScenestreamError as unreadable:  # an archive that is away: then the step runs
            logger.warning(
                "repeat.failed", extra={"session": job.session, "error": str(unreadable)}
            )
            return None

    async def _found(
        self, ancestors: Ancestors, forked: SessionForked, task: Task, job: Job
    ) -> Outcome | None:
        engine = dict(job.options.engines).get(job.stage, self._engines.get(job.stage, ""))
        seed = self.seed(job.stage, job.options)
        tried = 0
        for step in await ancestors.steps(job.session, forked, key(task, job.event.data)):
            if any(event.seed != seed for event in step.outcome):
                continue
            if not is_of_engine(step.payloads, engine):
                continue
            if job.stage in STATEFUL:
                tried += 1
                if tried > TRIED or not await _same_basis(ancestors, step, task, job):
                    continue
            if await asyncio.to_thread(self._has_artifacts, step.payloads):
                return _said_again(step, job, seed)
        return None

    def _has_artifacts(self, payloads: tuple[Data, ...]) -> bool:
        refs = [ref for data in payloads for _, ref in data if isinstance(ref, ArtifactRef)]
        return self._history is not None and all(map(self._history.artifacts.has, refs))


def told_how(events: Sequence[Event], outcome: Outcome) -> list[Event]:
    """The events of ``outcome``, each with the seed it was made with and the event it repeats."""
    past = outcome.reuses or [""] * len(events)
    return [
        replace(event, seed=outcome.seed, reuses=before)
        for event, before in zip(events, past, strict=True)
    ]


async def _same_basis(ancestors: Ancestors, step: Recorded, task: Task, job: Job) -> bool:
    if job.state is None:
        return False
    now = basis(task, job.state, job.request)
    before, after = await ancestors.states(step)
    whose = step.read.request
    return basis(task, before, whose) == now == basis(task, after, whose)


def _said_again(step: Recorded, job: Job, seed: int) -> Outcome:
    read = step.read.id or job.event_id
    payloads = tuple(repeated(data, read, job.event_id) for data in step.payloads)
    changes_scene = any(flow(data).revises for data in payloads)
    return Outcome(
        payloads,
        revision=job.state.revision if changes_scene and job.state else None,
        seed=seed,
        reuses=tuple(f"{step.session}/{event.id}" for event in step.outcome),
    )
