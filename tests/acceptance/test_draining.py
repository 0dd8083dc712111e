"""What becomes of a step that a process can not finish before it must go."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from schemas.events import AssetRegistered, ImageGenerated
from schemas.flow import Stage
from schemas.ids import SessionId
from streams.connection import connect
from streams.log import Log
from tests.acceptance.stack import Up, cli, up
from tests.acceptance.test_operations import BIG, ENGINES, composed
from tests.acceptance.unity import dynamic_ids, unity

OTHERS = ENGINES.replace("image,", "")
"""So that the pictures wait for who is to lose them; who takes them over comes later."""
HEIR = "image,mesh"


def freeze_engines(stack: Up) -> list[int]:
    """As a model does that is lost in a long call: what runs on them does not end. Their pids."""
    command = ["ps", "-A", "-ww", "-o", "pid=,ppid=,args="]
    listed = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = [line.split(None, 2) for line in listed.stdout.splitlines()]
    of_stack = [(int(pid), args) for pid, parent, args in rows if int(parent) == stack.process.pid]
    engines = [pid for pid, args in of_stack if "spawn_main" in args]
    assert engines
    for engine in engines:
        os.kill(engine, signal.SIGSTOP)
    return engines


def consumers(data: Path) -> dict[str, dict[str, Any]]:
    """By the stages they serve."""
    lines = cli(data, "consumers", "--json").stdout.splitlines()
    return {",".join(sorted(row["stages"])): row for row in map(json.loads, lines)}


async def pending(log: Log) -> dict[str, str]:
    """Image entries by who has them."""
    held = {}
    for bulk in (False, True):
        key = log.keys.work(Stage.IMAGE, bulk)
        if await log.redis.exists(key):
            rows = await log.redis.xpending_range(key, Stage.IMAGE, "-", "+", 100)
            held.update({row["message_id"]: row["consumer"] for row in rows})
    return held


async def until(log: Log, holds: Callable[[dict[str, str]], bool]) -> dict[str, str]:
    for _ in range(3000):
        held = await pending(log)
        if holds(held):
            return held
        await asyncio.sleep(0.01)
    raise AssertionError(held)


async def test_processes_share_one_scene_and_a_killed_ones_work_is_done_by_another(
    tmp_path: Path,
) -> None:
    lease = {"SCENESTREAM_LEASE_S": "2"}
    with (
        up(tmp_path, "--only", f"gateway,{OTHERS}", "--workers", "1", **lease) as first,
        up(tmp_path, "--only", "image", "--workers", "1", REDIS_URL=first.redis, **lease) as second,
        contextlib.ExitStack() as ups,
    ):
        engines = freeze_engines(second)
        killed = (await asyncio.to_thread(consumers, tmp_path))["image"]["consumer"]
        log = Log(await connect(first.redis))
        async with unity(first.ws) as client:
            await client.send(type="text", text=BIG)
            await until(log, lambda held: killed in held.values())
            second.kill()
            for engine in engines:
                os.kill(engine, signal.SIGKILL)
            heir = up(tmp_path, "--only", HEIR, "--workers", "1", REDIS_URL=first.redis, **lease)
            ups.enter_context(heir)
            frame = await client.answer()
        assert frame.type == "generate_3d_scene", frame.text
        events = await log.read(SessionId(client.session))
        await log.close()
    painters = {event.by for event in events if event.type == "image.generated"}
    composers = {event.by for event in events if event.type == "scene.composed"}
    assert len(painters) == len(composers) == 1
    assert painters.isdisjoint(composers)
    slots = [event.data.slot for event in events if isinstance(event.data, AssetRegistered)]
    assert len(slots) == len(set(slots)) == len(dynamic_ids(json.loads(frame.metadata)))
    assert composed(events) == 1
    assert [event.type for event in events].count("request.completed") == 1


async def test_what_a_process_can_not_finish_starts_elsewhere_within_two_seconds(
    tmp_path: Path,
) -> None:
    lease = {"SCENESTREAM_LEASE_S": "8"}
    brief = {**lease, "SCENESTREAM_DRAIN_S": "0.5"}
    with (
        up(tmp_path, "--only", f"gateway,{OTHERS}", "--workers", "1", **lease) as first,
        up(tmp_path, "--only", "image", "--workers", "1", REDIS_URL=first.redis, **brief) as second,
        contextlib.ExitStack() as ups,
    ):
        freeze_engines(second)
        leaver = (await asyncio.to_thread(consumers, tmp_path))["image"]["consumer"]
        log = Log(await connect(first.redis))
        async with unity(first.ws) as client:
            await client.send(type="text", text=BIG)
            held = await until(log, lambda held: leaver in held.values())
            entry = next(entry for entry, consumer in held.items() if consumer == leaver)
            heir = up(tmp_path, "--only", HEIR, "--workers", "1", REDIS_URL=first.redis, **lease)
            ups.enter_context(heir)
            assert await asyncio.to_thread(second.stop, signal.SIGTERM) == 0
            stopped = time.monotonic()
            await until(log, lambda held: held.get(entry) != leaver)
            took_s = time.monotonic() - stopped
            frame = await client.answer()
        assert frame.type == "generate_3d_scene", frame.text
        events = await log.read(SessionId(client.session))
        await log.close()
        async with asyncio.timeout(20):
            left = await asyncio.to_thread(consumers, tmp_path)
            while "image" in left:  # until another's next heartbeat
                left = await asyncio.to_thread(consumers, tmp_path)
    assert took_s < 2
    assert len(left) == 2
    assert composed(events) == 1
    drawn = [event.data.slot for event in events if isinstance(event.data, ImageGenerated)]
    assert len(drawn) == len(set(drawn))
    assert "stage.retried" not in {event.type for event in events}


async def test_a_second_signal_ends_it_at_once_and_what_it_held_is_not_lost(tmp_path: Path) -> None:
    with (
        up(tmp_path, "--only", f"gateway,{OTHERS}", "--workers", "1") as first,
        up(tmp_path, "--only", "image", "--workers", "1", REDIS_URL=first.redis) as second,
        contextlib.ExitStack() as ups,
    ):
        freeze_engines(second)
        leaver = (await asyncio.to_thread(consumers, tmp_path))["image"]["consumer"]
        log = Log(await connect(first.redis))
        async with unity(first.ws) as client:
            await client.send(type="text", text=BIG)
            await until(log, lambda held: leaver in held.values())
            heir = up(tmp_path, "--only", HEIR, "--workers", "1", REDIS_URL=first.redis)
            ups.enter_context(heir)
            second.process.send_signal(signal.SIGINT)
            await until(log, lambda _: "drain.started" in (tmp_path / "up.log").read_text())
            asked = time.monotonic()
            status = await asyncio.to_thread(second.stop, signal.SIGINT)
            took_s = time.monotonic() - asked
            async with asyncio.timeout(20):  # less than what is left of its lease
                frame = await client.answer()
        await log.close()
    assert status == 130
    assert took_s < 15  # with half of a minute to drain, were it not told twice
    assert frame.type == "generate_3d_scene", frame.text
