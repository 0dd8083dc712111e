"""What a process stands on: tasks that end only when it does. One that ends by itself ends it, for
what is left would look well and serve nobody."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

logger = logging.getLogger(__name__)


def stand_on(
    name: str, tasks: Iterable[asyncio.Task[Any]], broken: asyncio.Event
) -> Callable[[], None]:
    """Set ``broken`` as soon as one of ``tasks`` ends, and log ``<name>.ended`` with its error.

    Gives what to call before they are ended on purpose.
    """
    expected = asyncio.Event()
    for task in tasks:
        task.add_done_callback(partial(_ended, name, broken, expected))
    return expected.set


def _ended(
    name: str, broken: asyncio.Event, expected: asyncio.Event, task: asyncio.Task[Any]
) -> None:
    if expected.is_set():
        return
    error = None if task.cancelled() else task.exception()
    logger.critical(f"{name}.ended", extra={"task": task.get_name()}, exc_info=error)
    broken.set()
