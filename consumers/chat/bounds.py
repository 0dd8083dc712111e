"""How much one step may take of a model: time, bytes, and no longer than it is wanted.

A chat package reads an answer line by line and waits for each as long as it likes. ``bounded``
stands below it, on the connection: so an answer without an end, or one line of it, stops too.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from consumers.chat.errors import UselessAnswer

if TYPE_CHECKING:
    import httpx

MOST_CHARACTERS = 200_000
"""Of one answer, thoughts included."""
MOST_PIECES = 12_288
"""Of one answer: servers send one a token."""
MOST_BYTES = 8_000_000
"""Of one answer as it comes: servers send a line of some 150 bytes a token."""

LONGEST_LINE = 1_000_000
"""Bytes of one line of a chat's answer: a piece of it, or a tool that is called."""


class TooSlow(UselessAnswer):
    """The model did not finish in time: choose a smaller one, or raise SCENESTREAM_MODEL_S."""


class TooLong(UselessAnswer):
    """The model's answer did not come to an end: ask for a short one."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """``until``: of ``time.monotonic``, in seconds. ``check`` raises when nobody wants it more."""

    until: float
    check: Callable[[], None]
    most_bytes: int = MOST_BYTES
    most_characters: int = MOST_CHARACTERS
    most_pieces: int = MOST_PIECES

    def left_s(self) -> float:
        """Seconds that are left. Raises ``TooSlow``, or what ``check`` raises."""
        self.check()
        left = self.until - time.monotonic()
        if left <= 0:
            raise TooSlow(TooSlow.__doc__)
        return left


_present: ContextVar[Bounds | None] = ContextVar("bounds", default=None)


@contextmanager
def bounded(bounds: Bounds) -> Iterator[None]:
    """What is read of a model's server inside is bounded by ``bounds``."""
    token = _present.set(bounds)
    try:
        yield
    finally:
        _present.reset(token)


def transport() -> httpx.BaseTransport:
    """An HTTP transport that keeps to the bounds of whoever asks."""
    from consumers.chat.polled_http import BoundedTransport

    return BoundedTransport()


def present() -> Bounds | None:
    """The bounds of whoever asks in this thread."""
    return _present.get()
