"""What a stage is: handlers that turn one event into an outcome, with what they may use.

A handler never touches Redis and knows no other stage. It raises a ``ScenestreamError`` when it
can not do its work; the category decides whether it is tried again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeGuard, TypeVar

from schemas.errors import Category, ScenestreamError
from schemas.events import Data, Event
from schemas.state import SessionState
from streams.artifacts import ArtifactStore
from streams.step import Outcome


class StepCancelled(ScenestreamError):
    """The request was cancelled while this step ran."""

    # Worth another try: a request that failed may have been reopened since this step was told.
    category = Category.UNAVAILABLE


class OutOfDeviceMemory(ScenestreamError):
    """The device's memory does not suffice for this work.

    Raised by engines, which give back what they had taken of it. Several steps that ran together
    are run again, fewer at a time; of one that ran alone it is the failure.
    """

    # Another consumer may have more, and so may this one when its neighbours are done.
    category = Category.UNAVAILABLE

    def __init__(self, what: str, why: str = "") -> None:
        self.what = what
        super().__init__(
            f"{what} does not fit into the device's memory{f' ({why})' if why else ''}; ask for a "
            "smaller size, choose another engine, or run it on a GPU with more memory"
        )


Preview = bytes | Callable[[], bytes]
"""An encoded picture (PNG or JPEG) of how far the work is, or what makes it if it is to be shown:
of most steps none is."""


class Report(Protocol):
    """Tells how far a step is, as often as it likes: what is too much is left out."""

    def __call__(self, fraction: float, label: str, preview: Preview | None = None, /) -> None: ...


class Say(Protocol):
    """Passes on a piece of what a language model says, of its thoughts or of its answer."""

    def __call__(self, text: str, thought: bool = False, /) -> None: ...


def unheard(text: str, thought: bool = False, /) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a handler is given beside its event.

    ``state``: the session's folded state, for the stages that ask for it. ``cancelled`` is to be
    asked between pieces of work; ``progress`` takes a fraction 0-1, a label, and perhaps a preview;
    ``say``: what a language model says, piece by piece.
    """

    artifacts: ArtifactStore
    state: SessionState | None
    progress: Report
    cancelled: Callable[[], bool]
    say: Say = unheard

    @property
    def session(self) -> SessionState:
        """The folded state, of a stage that asked for it."""
        if self.state is None:
            raise LookupError("this stage did not ask for the session's state")
        return self.state

    def check(self) -> None:
        """Raise ``StepCancelled`` if the work is not wanted any more."""
        if self.cancelled():
            raise StepCancelled(StepCancelled.__doc__)


@dataclass(frozen=True, slots=True)
class Watch:
    """What an engine tells of the thing it makes, called ``label``, and what it asks."""

    context: Context
    label: str = ""

    def progress(self, fraction: float, preview: Preview | None = None) -> None:
        """``fraction`` (0-1) is done; ``preview``: an encoded picture of how it looks by now."""
        self.context.progress(fraction, self.label, preview)

    def check(self) -> None:
        """Raise ``StepCancelled`` if the thing is not wanted any more: ask it at each step."""
        self.context.check()


class WrongInput(ScenestreamError):
    """A step was started on an event it does not handle: the flow and the stages disagree."""


D = TypeVar("D", bound=Data)


def payload(event: Event, kind: type[D]) -> D:
    """The event's payload, which the flow promises to be a ``kind``."""
    if not isinstance(event.data, kind):
        raise WrongInput(f"expected {kind.__name__}, got {event.type}; {WrongInput.__doc__}")
    return event.data


class Handler(Protocol):
    """Handles one task of a stage."""

    def __call__(self, event: Event, context: Context) -> Outcome: ...


class BatchHandler(Handler, Protocol):
    """Handles several events of one task in one go of its engine, of whatever sessions.

    ``batch``: how many at most. ``alike``: those whose keys are equal may go together, as the same
    size and number of steps; it is quick and asks nothing of the engine. ``together``: an outcome
    or the error of each, in the order given: what is wrong with one fails that one alone. A step
    whose context says that it was cancelled gets ``StepCancelled`` and leaves the others alone.
    What ``together`` raises is said of all, who are then tried one by one, but for
    ``OutOfDeviceMemory``: then half as many go at a time. ``__call__`` is ``together`` of one.
    """

    batch: int

    def alike(self, event: Event) -> Hashable: ...

    def together(
        self, work: Sequence[tuple[Event, Context]]
    ) -> Sequence[Outcome | ScenestreamError]: ...


def batch_of(handler: Handler) -> int:
    """How many events ``handler`` takes in one go; 1 when it is no ``BatchHandler``."""
    return handler.batch if is_batch(handler) else 1


def is_batch(handler: Handler) -> TypeGuard[BatchHandler]:
    """Whether ``handler`` is a ``BatchHandler``."""
    return hasattr(handler, "together")


def engine_of(handler: Handler) -> str:
    """The name of the engine that ``handler`` runs on, which holds its model; "" without one."""
    return str(getattr(getattr(handler, "engine", None), "name", ""))


def engines_of(handler: Handler) -> list[str]:
    """The names of all engines that ``handler`` may run on, the usual one first."""
    others = (str(engine.name) for engine in getattr(handler, "others", ()))
    return [name for name in (engine_of(handler), *others) if name]


def needs_of(handler: Handler) -> int:
    """The memory of a GPU that the largest engine of ``handler`` needs, MiB; 0: none."""
    engines = (getattr(handler, "engine", None), *getattr(handler, "others", ()))
    return max(int(getattr(engine, "needs_mib", 0)) for engine in engines)


Tasks = Mapping[str, Handler]
"""A stage's handlers by the task that the flow names."""
