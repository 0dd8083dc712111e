"""One go of an engine: steps that run together, each to its own outcome or failure.

What is wrong with one step is that one's failure. What is wrong with all of them is found out one
by one, and memory that ran out is answered with fewer at a time.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from consumers.handler import (
    BatchHandler,
    Context,
    Handler,
    OutOfDeviceMemory,
    StepCancelled,
    is_batch,
)
from schemas.errors import Category, ScenestreamError
from schemas.events import Event
from streams.step import Failure, Job, Outcome


class UnevenAnswers(ScenestreamError):
    """A handler gave more or fewer answers than it was given events: mend its ``together``."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A step whose turn it is: its job, its input, and what its handler may use."""

    job: Job
    event: Event
    context: Context


class Limit(Protocol):
    """How many steps of one kind go together, by what the device's memory held of late."""

    def most(self, usual: int) -> int:
        """At most how many; ``usual``: where nothing is known."""
        ...

    def ran_out(self, tried: int) -> int:
        """``tried`` were too many; how many to try next."""
        ...

    def fitted(self, count: int) -> None:
        """``count`` went together."""
        ...


Results = list[Outcome | Failure]
"""What became of each turn, in their order."""


def attempt(job: Job, context: Context, run: Callable[[], Outcome]) -> Outcome | Failure:
    """What comes of ``run``, which runs the job's handler; what that raises is a typed failure."""
    try:
        context.check()
        return run()
    except Exception as raised:  # noqa: BLE001 - the outermost loop: a bug is a typed failure
        return failure_of(job, raised)


def failure_of(job: Job, raised: Exception) -> Failure:
    """The typed failure of a job whose handler raised ``raised``."""
    told = "".join(traceback.format_exception(raised))
    match raised:
        case StepCancelled():
            return Failure(raised.category, raised.code, str(raised))
        case ScenestreamError():
            return Failure(raised.category, raised.code, str(raised), told)
        case MemoryError():
            return Failure(Category.UNAVAILABLE, "OutOfMemory", str(raised), told)
        case _:
            what = f"the {job.stage} stage failed to {job.task}: {raised}"
            return Failure(Category.INTERNAL, type(raised).__name__, what, told)


def go(handler: Handler, turns: Sequence[Turn], limit: Limit) -> Results:
    """Run ``turns``, which may go together. Raises nothing."""
    if not is_batch(handler):
        return [_alone(handler, turn) for turn in turns]
    results: list[Outcome | Failure | None] = [None] * len(turns)
    wanted = []
    for place, turn in enumerate(turns):
        if turn.context.cancelled():
            results[place] = failure_of(turn.job, StepCancelled(StepCancelled.__doc__))
        else:
            wanted.append(place)
    if wanted:
        made = _together(handler, [turns[place] for place in wanted], limit)
        for place, result in zip(wanted, made, strict=True):
            results[place] = result
    return [result for result in results if result is not None]


def _alone(handler: Handler, turn: Turn) -> Outcome | Failure:
    return attempt(turn.job, turn.context, lambda: handler(turn.event, turn.context))


def _together(handler: BatchHandler, turns: Sequence[Turn], limit: Limit) -> Results:
    try:
        answers = handler.together([(turn.event, turn.context) for turn in turns])
        if len(answers) != len(turns):
            raise UnevenAnswers(f"{len(answers)} for {len(turns)}; {UnevenAnswers.__doc__}")
        limit.fitted(len(turns))
    except Exception as raised:  # noqa: BLE001 - the outermost loop: a bug is a typed failure
        if len(turns) == 1:
            return [failure_of(turns[0].job, raised)]
        return _in_pieces(handler, turns, raised, limit)
    return [
        failure_of(turn.job, answer) if isinstance(answer, Exception) else answer
        for turn, answer in zip(turns, answers, strict=True)
    ]


def _in_pieces(
    handler: BatchHandler, turns: Sequence[Turn], raised: Exception, limit: Limit
) -> Results:
    """What becomes of several turns whose go raised ``raised``, now that fewer go at a time."""
    results: Results = []
    size = 1
    if isinstance(raised, OutOfDeviceMemory):
        size = limit.ran_out(len(turns))
    elif isinstance(raised, StepCancelled) and any(turn.context.cancelled() for turn in turns):
        size = len(turns)  # ``go`` leaves out who was cancelled
    while len(results) < len(turns):
        size = limit.most(size)  # less than before, where even so many did not fit
        results += go(handler, turns[len(results) : len(results) + size], limit)
    return results
