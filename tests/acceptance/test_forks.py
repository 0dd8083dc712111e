"""Forks as people make them: `scenestream fork` on a running stack."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from pathlib import Path
from typing import Any

from streams.connection import connect
from streams.log import Log
from tests.acceptance.stack import Up, cli, up
from tests.acceptance.unity import unity

ROOM = "a small room with a red sofa, a table and a vase on the table"


async def run(data: Path, *arguments: str) -> list[dict[str, Any]]:
    """What a command prints with --json."""
    done = await asyncio.to_thread(cli, data, *arguments, "--json")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


async def ended(data: Path, session: str) -> list[dict[str, Any]]:
    """The session's own events, once its requests have ended."""
    async with asyncio.timeout(60):
        while True:
            (shown,) = await run(data, "show", session)
            if all(r["status"] != "accepted" for r in shown["requests"]):
                return await run(data, "tail", session, "--no-follow")


async def made(data: Path, stack: Up) -> tuple[str, list[dict[str, Any]]]:
    """A session with a scene and an edit of it."""
    async with unity(stack.ws) as client:
        await client.scene(ROOM)
        await client.edit("move the sofa one meter to the left")
    return client.session, await run(data, "tail", client.session, "--no-follow")


def ran(events: list[dict[str, Any]]) -> Counter[str]:
    return Counter(e["type"] for e in events if e.get("cause") and not e.get("reuses"))


async def test_a_session_goes_on_from_any_point_with_another_prompt_or_seed(
    tmp_path: Path,
) -> None:
    with up(tmp_path, "--workers", "2") as stack:
        parent, events = await made(tmp_path, stack)
        accepted = next(e["id"] for e in events if e["type"] == "request.accepted")
        (before,) = await run(tmp_path, "show", parent)

        (again,) = await run(tmp_path, "fork", parent[:8], "--at", accepted)
        same = await ended(tmp_path, again["session"])
        assert not set(ran(same)) - {"asset.matched"}
        assert {e["reuses"].split("/")[0] for e in same if e.get("reuses")} == {parent}
        told = await asyncio.to_thread(cli, tmp_path, "tail", again["session"], "--no-follow")
        assert f"(not run: as {parent[:8]}" in told.stdout

        (seeded,) = await run(tmp_path, "fork", parent, "--at", accepted, "--seed", "7")
        other = await ended(tmp_path, seeded["session"])
        assert ran(other)["scene.decomposed"] == ran(other)["scene.composed"] == 1
        assert {e["seed"] for e in other if e["type"] == "scene.composed"} == {7}

        words = "remove the vase"
        (asked,) = await run(tmp_path, "fork", parent, "--at", "1", "--prompt", words)
        await ended(tmp_path, asked["session"])
        (now,) = await run(tmp_path, "show", asked["session"])
        assert now["parent"] == {"session": parent, "at": asked["at"]}
        assert [r["text"] for r in now["requests"]][-1] == words
        names = {n["name"] for n in now["scene"]["nodes"].values()}
        assert not any("vase" in name for name in names)
        sent = await asyncio.to_thread(
            cli, tmp_path, "send", "--session", asked["session"], "remove the table"
        )
        assert sent.returncode == 0, sent.stderr
        (after,) = await run(tmp_path, "show", parent)
        assert after == before

        listed = await run(tmp_path, "sessions")
        assert {again["session"], seeded["session"], asked["session"]} < {
            line["session"] for line in listed
        }


async def test_a_fork_of_a_session_at_work_goes_on_beside_it_after_a_restart(
    tmp_path: Path,
) -> None:
    with up(tmp_path, "--workers", "1") as first:
        async with unity(first.ws) as client:
            log = Log(await connect(first.redis))
            position = await log.feed_end()
            await client.send(type="text", text=ROOM)
            async for entry in log.feed(position):
                if entry.event.type == "scene.decomposed":
                    break
            await log.close()
            (forked,) = await run(tmp_path, "fork", client.session)
            assert len(forked["continued"]) == 1
            await client.answer()
        assert first.stop() == 0
    with up(tmp_path, "--workers", "1"):
        session = forked["session"]
        await ended(tmp_path, session)
        (ours,) = await run(tmp_path, "show", session)
        (theirs,) = await run(tmp_path, "show", client.session)
        assert [r["status"] for r in ours["requests"]] == ["completed"]
        assert ours["digest"] == theirs["digest"] != ""


async def test_what_can_not_be_is_said_before_anything_is_made(tmp_path: Path) -> None:
    with up(tmp_path, "--only", "gateway") as stack:
        async with unity(stack.ws) as client:
            pass
        for options, told in (
            (("--engine", "mesh=teleport"), "known: auto, greybox"),
            (("--engine", "smell=nose"), "stages are asr, agent"),
            (("--engine", "mesh"), "STAGE=ENGINE"),
            (("--prompt", " "), "The prompt is empty"),
            (("--at", "r5"), "was never changed"),
            (("--at", "tomorrow-ish"), "Names no point"),
        ):
            refused = await asyncio.to_thread(cli, tmp_path, "fork", client.session, *options)
            assert refused.returncode in (1, 2), refused
            assert told in refused.stderr
            assert "Traceback" not in refused.stderr
        assert len(await run(tmp_path, "sessions", "--all")) == 1
        marked = [await run(tmp_path, "fork", client.session, "--mark", "m") for _ in range(2)]
        assert marked[0] == marked[1]
        assert len(await run(tmp_path, "sessions", "--all")) == 2
