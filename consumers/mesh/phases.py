"""How far a model is, over phases of which each has its share of the time, and stopping it.

The models have no callbacks: their samplers are listened to from outside, for one run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from consumers.handler import Preview, Watch


class Phases:
    """Tells ``watch`` of one thing's making. ``shares``: of the whole time, by phase, in order."""

    def __init__(self, watch: Watch, shares: Mapping[str, float]) -> None:
        self._watch = watch
        self._spans: dict[str, tuple[float, float]] = {}
        start, total = 0.0, sum(shares.values())
        for phase, share in shares.items():
            self._spans[phase] = (start / total, share / total)
            start += share
        self._done = 0.0
        self._preview: Preview | None = None

    def at(self, phase: str, part: float = 0.0, preview: Preview | None = None) -> None:
        """``part`` (0-1) of ``phase`` is done, and it looks like ``preview`` from now on.

        Of steps that follow each other closely only some are told of: so a preview goes with each
        of them until there is a newer one. Raises ``StepCancelled`` when nobody wants it.
        """
        self._watch.check()
        start, share = self._spans[phase]
        self._done = max(self._done, start + share * min(part, 1.0))
        self._preview = preview or self._preview
        self._watch.progress(self._done, self._preview)

    def counted(self, phase: str, steps: int) -> Callable[[], None]:
        """What is called before each of a phase's ``steps``."""
        taken = 0

        def step() -> None:
            nonlocal taken
            self.at(phase, taken / max(steps, 1))
            taken += 1

        return step


@contextmanager
def before(owner: Any, method: str, call: Callable[[], None]) -> Iterator[None]:
    """Within, ``call`` comes before each call of ``owner``'s ``method``."""
    original = getattr(owner, method)

    def listened(*arguments: Any, **named: Any) -> Any:
        call()
        return original(*arguments, **named)

    with _shadowed(owner, method, listened):
        yield


@contextmanager
def after(owner: Any, method: str, call: Callable[[Any], None]) -> Iterator[None]:
    """Within, ``call`` is given what each call of ``owner``'s ``method`` returns."""
    original = getattr(owner, method)

    def listened(*arguments: Any, **named: Any) -> Any:
        result = original(*arguments, **named)
        call(result)
        return result

    with _shadowed(owner, method, listened):
        yield


@contextmanager
def _shadowed(owner: Any, method: str, by: Callable[..., Any]) -> Iterator[None]:
    """An attribute of the object hides its class's method, and goes again whatever happens."""
    hidden = vars(owner).get(method)
    setattr(owner, method, by)
    try:
        yield
    finally:
        if hidden is None:
            delattr(owner, method)
        else:
            setattr(owner, method, hidden)
