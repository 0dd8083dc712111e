"""Ending tasks that drop a cancellation."""

from __future__ import annotations

import asyncio

import pytest

from streams.ending import end


async def test_a_task_that_drops_its_first_cancellation_ends_all_the_same() -> None:
    dropped = asyncio.Event()

    async def stubborn() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            dropped.set()
        await asyncio.Event().wait()

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    async with asyncio.timeout(5):
        await end(task)
    assert dropped.is_set()
    assert task.cancelled()


async def test_what_ended_already_is_left_alone_and_its_error_dropped() -> None:
    async def broken() -> None:
        raise ValueError("no")

    task = asyncio.create_task(broken())
    await asyncio.wait({task})
    await end(task)
    with pytest.raises(ValueError, match="no"):
        task.result()
