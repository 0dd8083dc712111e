"""What a step is given and what it may answer, and what a failure leads to. Pure values."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from schemas.artifacts import ArtifactRef
from schemas.errors import Category
from schemas.events import Data, Event
from schemas.flow import Stage
from schemas.ids import EventId, RequestId, SessionId
from schemas.state import Options, SessionState
from streams.codec import decode

NO_OPTIONS = Options()
"""What a session that is no fork does otherwise than its deployment."""


@dataclass(frozen=True, slots=True)
class Job:
    """One step to run: its input and, for stages that ask for it, the folded state.

    ``body``: the input as the log has it. It travels to the engine as it is; ``event`` decodes it.
    ``options``: what the session, a fork, does otherwise than the deployment. ``bulk``: it came by
    the queue of what can wait. ``since``: when it was taken, by a clock of this machine; ``mates``:
    how many more of its stage were taken with it and follow.
    """

    stage: Stage
    task: str
    body: str
    event_id: EventId
    session: SessionId
    request: RequestId | None
    state: SessionState | None
    attempt: int
    options: Options = NO_OPTIONS
    bulk: bool = False
    since: float = 0.0
    mates: int = 0

    @property
    def event(self) -> Event:
        """The input. Raises ``UndecodableEvent``."""
        return decode(self.body, self.event_id, self.session, self.request)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a handler found out: the payloads of the events to append, at least one.

    A step that left nothing in the log could not be told from one that never ran. ``revision``:
    the scene's revision they were computed on, when they change the scene. ``seed``: what they were
    made with, where that counts. ``reuses``: the recorded events that they repeat, one each, as
    ``<session>/<event>``; none when the step ran.
    """

    payloads: tuple[Data, ...]
    revision: int | None = None
    seed: int = 0
    reuses: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.payloads:
            raise ValueError("a step's outcome has at least one event")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a step failed. ``category`` decides whether it is tried again.

    ``engine``: what it ran on, model included. ``environment``: what its process was, by name.
    """

    category: Category
    code: str
    message: str
    traceback: str = ""
    engine: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Progress:
    """What a runner tells of a step while it has it. ``report`` takes a fraction 0-1, a label and
    perhaps a preview in the artifact store. A runner that lets steps wait for their turn says
    ``waits``, and ``began`` when the handler starts; until then the step's time does not run, and
    it may be given to somebody else. ``say`` takes what a language model says, piece by piece, and
    whether that is of its thoughts."""

    report: Callable[[float, str, ArtifactRef | None], None]
    waits: Callable[[], None]
    began: Callable[[], None]
    say: Callable[[str, bool], None]


class Runner(Protocol):
    """Runs handlers, out of the way of the event loop that holds their leases."""

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        """Run the job's handler to its end, once it is its turn; ``progress`` hears of it."""
        ...

    def cancel(self, mark: str) -> None:
        """Tell the running handler of ``mark`` to stop at its next callback."""
        ...

    def kill(self, mark: str) -> None:
        """End the running handler of ``mark`` by force; its ``run`` returns a failure."""
        ...


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """``attempts`` in all, deliveries to killed processes included. ``deadline_s`` of each, and
    the least and most seconds between two."""

    attempts: int = 3
    base_s: float = 0.5
    cap_s: float = 30.0
    deadline_s: float = 120.0
    chance: random.Random = field(default_factory=random.Random)

    def delay_s(self, attempt: int) -> float:
        """Exponential back-off with equal jitter: half fixed, half random."""
        ceiling = min(self.cap_s, self.base_s * 2.0 ** (attempt - 1))
        return self.chance.uniform(ceiling / 2, ceiling)

    def gives_up(self, failure: Failure, attempt: int) -> bool:
        """Whether the step is not tried again."""
        return failure.category.is_permanent or attempt >= self.attempts
