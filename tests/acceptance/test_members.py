"""What operators see of consumers, and what becomes of one that is told to stop."""

from __future__ import annotations

import asyncio
import json
import signal
from pathlib import Path
from typing import Any

from schemas.ids import SessionId
from streams.connection import connect
from streams.log import Log
from tests.acceptance.stack import cli, up
from tests.acceptance.test_operations import BIG, ENGINES, composed
from tests.acceptance.unity import unity


def told(data: Path, command: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in cli(data, command, "--json").stdout.splitlines()]


async def test_a_consumer_that_is_told_to_stop_in_mid_scene_leaves_nothing_behind(
    tmp_path: Path,
) -> None:
    with (
        up(tmp_path, "--only", f"gateway,{ENGINES}", "--workers", "1") as first,
        up(tmp_path, "--only", ENGINES, "--workers", "1", REDIS_URL=first.redis) as second,
    ):
        log = Log(await connect(first.redis))
        seen = await asyncio.to_thread(told, tmp_path, "consumers")
        assert [member["alive"] for member in seen] == [True, True]
        table = (await asyncio.to_thread(cli, tmp_path, "consumers", COLUMNS="300")).stdout
        assert all(member["consumer"] in table for member in seen)
        assert "greybox:" in table
        async with unity(first.ws) as client:
            await client.send(type="text", text=BIG)
            async for entry in log.feed("0-0"):
                if entry.event.type == "mesh.generated":
                    break
            assert await asyncio.to_thread(second.stop, signal.SIGTERM) == 0
            frame = await client.answer()
        assert frame.type == "generate_3d_scene", frame.text
        events = await log.read(SessionId(client.session))
        await log.close()
        left = await asyncio.to_thread(told, tmp_path, "consumers")
        lag = await asyncio.to_thread(told, tmp_path, "lag")
    assert composed(events) == 1
    assert len(left) == 1
    assert {stage["stage"] for stage in lag} == set(ENGINES.split(","))
    assert all(stage["work_s"] == 0.0 and stage["slots"] == 1 for stage in lag)
    assert any(stage["step_s"] is not None for stage in lag)


async def test_lag_names_the_stage_that_has_work_and_nobody_to_do_it(tmp_path: Path) -> None:
    with up(tmp_path, "--only", "gateway") as stack:
        quiet = await asyncio.to_thread(cli, tmp_path, "lag")
        async with unity(stack.ws) as client:
            await client.send(type="text", text="hello")
            log = Log(await connect(stack.redis))
            async for entry in log.feed("0-0"):
                if entry.event.type == "request.accepted":
                    break
            await log.close()
            alarm = await asyncio.to_thread(cli, tmp_path, "lag")
            alarms = await asyncio.to_thread(told, tmp_path, "lag")
            nobody = await asyncio.to_thread(cli, tmp_path, "consumers")
    assert "nobody serves" not in quiet.stdout
    assert "nobody serves agent (1); scenestream up --only agent" in alarm.stdout
    assert [stage["stage"] for stage in alarms if stage["unserved"]] == ["agent"]
    assert alarm.returncode == 0
    assert "no consumer has announced itself" in nobody.stdout
