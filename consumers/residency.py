"""Which models of a process are in its device's memory: loaded on demand, what was used longest ago
makes room.

What belongs here: the memory of one device, shared by the engines of one process. What does not:
how an engine loads its model, and whether it runs here at all, which it says itself.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from schemas.errors import MissingEngine

logger = logging.getLogger(__name__)

T = TypeVar("T")


class DoesNotFit(MissingEngine):
    """An engine needs more of the device's memory than this process has of it."""

    def __init__(self, engine: str, needs_mib: int, has_mib: int, sharers: int) -> None:
        self.engine, self.needs_mib, self.has_mib = engine, needs_mib, has_mib
        has = f"{has_mib} MiB"
        remedy = f"run it on a GPU with {needs_mib} MiB or more, or take an engine that needs less"
        if sharers > 1:
            has += f", a {sharers}th of the device's {has_mib * sharers} MiB"
            if needs_mib <= has_mib * sharers:
                fewer = max(1, has_mib * sharers // needs_mib)
                remedy = f"start it with --workers {fewer}"
        super().__init__(
            f"{engine} needs {needs_mib} MiB of GPU memory and this process has {has}; {remedy}"
        )


class Residency:
    """The memory of the device that this process has, and whose models are in it.

    ``has_mib``: of the whole device, MiB; 0: there is none, or nobody knows, and nothing is checked
    or unloaded. ``sharers``: as many processes have equal parts of it. ``tidy``: gives freed memory
    back to the device.
    """

    def __init__(
        self, has_mib: int, sharers: int = 1, tidy: Callable[[], None] | None = None
    ) -> None:
        self.has_mib, self._sharers = has_mib // sharers, sharers
        self._tidy = tidy or _tidy_torch
        self._known: dict[str, Lodger[Any]] = {}
        self._loaded: OrderedDict[str, Lodger[Any]] = OrderedDict()
        self._turn = threading.RLock()

    @property
    def loaded(self) -> tuple[str, ...]:
        """Whose models are in memory, the one that was used longest ago first."""
        return tuple(self._loaded)

    def admit(self, name: str, load: Callable[[], T], needs_mib: int | None = None) -> Lodger[T]:
        """A place for the engine ``name``, whose model is loaded now: what it lacks shows at once.
        Engines of one name share it: that of a fork with another seed is the same model.

        ``needs_mib``: how much that takes; None: its attribute of that name says, once loaded.
        Raises what ``load`` raises, and ``DoesNotFit``.
        """
        lodger = self._known.get(name)
        if lodger is None:
            lodger = Lodger(self, name, load, needs_mib)
        with lodger.use():
            self._known[name] = lodger
            return lodger

    def _enter(self, lodger: Lodger[Any]) -> None:
        """Make room and load, unless it is there already."""
        if lodger.name in self._loaded:
            self._loaded.move_to_end(lodger.name)
            return
        self._check(lodger)
        self._make_room(self.has_mib if lodger.needs_mib is None else lodger.needs_mib)
        lodger.fill()
        self._check(lodger)
        self._loaded[lodger.name] = lodger

    def _check(self, lodger: Lodger[Any]) -> None:
        needs = lodger.needs_mib or 0
        if self.has_mib and needs > self.has_mib:
            lodger.empty()
            self._tidy()
            raise DoesNotFit(lodger.name, needs, self.has_mib, self._sharers)

    def _make_room(self, needs_mib: int) -> None:
        while self.has_mib and self._taken() + needs_mib > self.has_mib:
            leaver = next((one for one in self._loaded.values() if one.may_leave), None)
            if leaver is None:
                return  # what is at work stays; the engine says if that was too much
            del self._loaded[leaver.name]
            leaver.empty()
            self._tidy()
            logger.info("model.unloaded", extra={"engine": leaver.name})

    def _taken(self) -> int:
        return sum(lodger.needs_mib or 0 for lodger in self._loaded.values())


class Lodger(Generic[T]):
    """An engine's place in the residency. ``needs_mib``: None until that is known."""

    def __init__(
        self, residency: Residency, name: str, load: Callable[[], T], needs_mib: int | None
    ) -> None:
        self.name, self.needs_mib = name, needs_mib
        self._residency, self._load = residency, load
        self._model: T | None = None
        self._users = 0

    @contextlib.contextmanager
    def use(self) -> Iterator[T]:
        """The engine, in memory as long as this lasts. Raises what loading it raises."""
        with self._residency._turn:
            self._residency._enter(self)
            model = self._model
            assert model is not None
            self._users += 1
        try:
            yield model
        finally:
            with self._residency._turn:
                self._users -= 1

    @property
    def may_leave(self) -> bool:
        """Whether nobody uses it now, and its leaving would give room."""
        return not self._users and bool(self.needs_mib)

    def fill(self) -> None:
        """Load it."""
        self._model = self._load()
        if self.needs_mib is None:
            self.needs_mib = int(getattr(self._model, "needs_mib", 0))

    def empty(self) -> None:
        """Forget it."""
        self._model = None


def _tidy_torch() -> None:
    gc.collect()
    torch = sys.modules.get("torch")
    if torch is not None and torch.cuda.is_available():
        torch.cuda.empty_cache()
