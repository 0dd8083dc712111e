"""Which of the steps that wait go together in the next go of an engine. Pure.

What belongs here: the choice, and how many it may be since memory ran out. What does not: where
steps come from, and how they are run (``going``).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

GROWS_AFTER = 16
"""Goes that fitted, before one more is tried; doubled each time that memory ran out."""
GROWS_AFTER_AT_MOST = 1024
KEYS_KNOWN = 256
"""Of how many kinds of work it is remembered that they did not fit; the oldest are forgotten."""


@dataclass(frozen=True, slots=True)
class Waiting(Generic[T]):
    """A step that waits for its engine.

    ``key``: those with equal ones may go together; None: it goes alone, as one whose process died
    under it must, lest it takes others down again. ``most``: how many may go with it, itself
    included. ``bulk``: it comes after all that are not.
    """

    mark: str
    key: Hashable | None
    most: int
    bulk: bool
    item: T


@dataclass(slots=True)
class _Width:
    """``most`` that fitted of late, ``went`` goes of that many since; ``patience`` before more."""

    most: int
    went: int = 0
    patience: int = GROWS_AFTER


class Widths:
    """How many steps of a key go together, since more ran out of the device's memory."""

    def __init__(self) -> None:
        self._narrow: OrderedDict[Hashable, _Width] = OrderedDict()

    def most(self, key: Hashable, usual: int) -> int:
        """At most how many may go now; ``usual``: where nothing is known."""
        known = self._narrow.get(key)
        return usual if known is None else max(1, min(known.most, usual))

    def ran_out(self, key: Hashable, tried: int) -> int:
        """``tried`` steps were too many; how many to try next."""
        known = self._narrow.pop(key, None)
        patience = GROWS_AFTER if known is None else 2 * known.patience
        width = _Width((tried + 1) // 2, patience=min(patience, GROWS_AFTER_AT_MOST))
        self._narrow[key] = width
        while len(self._narrow) > KEYS_KNOWN:
            self._narrow.popitem(last=False)
        return width.most

    def fitted(self, key: Hashable, count: int) -> None:
        """``count`` steps went together and fitted."""
        known = self._narrow.get(key)
        if known is None or count < known.most:
            return
        known.went += 1
        if known.went >= known.patience:
            known.most, known.went = known.most + 1, 0


@dataclass(frozen=True, slots=True)
class OfKey:
    """What ``widths`` know of one key. Implements ``consumers.going.Limit``."""

    widths: Widths
    key: Hashable

    def most(self, usual: int) -> int:
        """At most how many; ``usual``: where nothing is known."""
        return self.widths.most(self.key, usual)

    def ran_out(self, tried: int) -> int:
        """``tried`` were too many; how many to try next."""
        return self.widths.ran_out(self.key, tried)

    def fitted(self, count: int) -> None:
        """``count`` went together."""
        self.widths.fitted(self.key, count)


@dataclass(slots=True)
class Gatherer(Generic[T]):
    """The steps that wait for one engine, in the order they came.

    The first in line is always in the next go, so that none waits for ever; with it go the next of
    its key. So the steps of one session and key start in the order they came, those of its bulk
    after the others.
    """

    widths: Widths = field(default_factory=Widths)
    _waiting: OrderedDict[str, Waiting[T]] = field(default_factory=OrderedDict, init=False)

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, waiting: Waiting[T]) -> None:
        """Put it at the end of the line."""
        self._waiting[waiting.mark] = waiting

    def drop(self, mark: str) -> Waiting[T] | None:
        """Take it out of the line; None when it does not wait."""
        return self._waiting.pop(mark, None)

    def next(self) -> list[Waiting[T]]:
        """The next go, taken out of the line; empty when nothing waits."""
        line = sorted(self._waiting.values(), key=lambda waiting: waiting.bulk)  # a stable sort
        if not line:
            return []
        first = line[0]
        if first.key is None:
            go = [first]
        else:
            alike = [waiting for waiting in line if waiting.key == first.key]
            go = alike[: self.widths.most(first.key, min(w.most for w in alike))]
        for waiting in go:
            del self._waiting[waiting.mark]
        return go
