"""What a stage is: handlers that turn one event into an outcome, with what they may use.

A handler never touches Redis and knows no other stage. It raises a ``ScenestreamError`` when it
can not do its work; the category decides whether it is tried again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from schemas.errors import Category, ScenestreamError
from schemas.events import Data, Event
from schemas.state import SessionState
from streams.artifacts import ArtifactStore
from streams.step import Outcome, Progress


class StepCancelled(ScenestreamError):
    """The request was cancelled while this step ran."""

    # Worth another try: a request that failed may have been reopened since this step was told.
    category = Category.UNAVAILABLE


@dataclass(frozen=True, slots=True)
class Context:
    """What a handler is given beside its event.

    ``state``: the session's folded state, for the stages that ask for it. ``cancelled`` is to be
    asked between pieces of work; ``progress`` takes a fraction 0-1 and a label.
    """

    artifacts: ArtifactStore
    state: SessionState | None
    progress: Progress
    cancelled: Callable[[], bool]

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

    def progress(self, fraction: float, preview: bytes | None = None) -> None:
        """``fraction`` (0-1) is done; ``preview``: an encoded picture of how it looks by now."""
        self.context.progress(fraction, self.label)

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


def engine_of(handler: Handler) -> str:
    """The name of the engine that ``handler`` runs on, which holds its model; "" without one."""
    return str(getattr(getattr(handler, "engine", None), "name", ""))


Tasks = Mapping[str, Handler]
"""A stage's handlers by the task that the flow names."""
