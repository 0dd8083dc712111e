"""Ending tasks for certain."""

from __future__ import annotations

import asyncio
from typing import Any

PATIENCE_S = 0.2


async def end(*tasks: asyncio.Task[Any]) -> None:
    """Cancel ``tasks`` and return when all of them have ended; what they raised is dropped.

    One ``cancel()`` is not enough: before Python 3.12, ``asyncio.wait_for``, with which redis-py
    sends, drops a cancellation that arrives together with its result.
    """
    while pending := {task for task in tasks if not task.done()}:
        for task in pending:
            task.cancel()
        await asyncio.wait(pending, timeout=PATIENCE_S)
    await asyncio.gather(*tasks, return_exceptions=True)
