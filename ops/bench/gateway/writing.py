"""The writer's process: ``python -m ops.bench.gateway.writing REDIS_URL SEED``, told by lines.

Each line on its standard input is a JSON object: append ``events`` events to ``sessions``, so many
``a_second`` (0: as fast as it goes). The answer says how many of each session's there are by then.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections import Counter
from typing import Any

from ops.bench.gateway import rooms
from schemas.ids import SessionId
from streams.shards import Shards

AT_ONCE = 32


async def write(
    shards: Shards,
    done: Counter[str],
    sessions: list[str],
    events: int,
    a_second: float,
    more: int = 0,
) -> dict[str, Any]:
    """Append the next ``events`` of ``sessions``, one after the other in each, evenly in time.
    ``more``: characters that each says beyond the time."""
    gate, busy = asyncio.Semaphore(AT_ONCE), {s: asyncio.Lock() for s in sessions}
    began, text = time.monotonic(), "x" * more

    async def one(session: str) -> None:
        async with gate, busy[session]:
            await rooms.step(shards.of(session), SessionId(session), done[session], text)
            done[session] += 1

    async with asyncio.TaskGroup() as tasks:
        for n in range(events):
            due = n / a_second if a_second else 0.0
            await asyncio.sleep(max(0.0, began + due - time.monotonic()))
            async with gate:  # no longer a queue than there are places
                tasks.create_task(one(sessions[n % len(sessions)]))
    return {"events": events, "a_second": events / (time.monotonic() - began)}


async def _serve(url: str) -> None:
    shards, done = await Shards.open(url), Counter[str]()
    loop = asyncio.get_running_loop()
    print("ready", flush=True)
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        told = json.loads(line)
        if begin := told.get("begin"):
            for session in begin:
                await rooms.begin(shards.of(session), SessionId(session))
            print(json.dumps({"begun": len(begin)}), flush=True)
            continue
        print(json.dumps(await write(shards, done, **told)), flush=True)
    await shards.close()


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1]))
