"""`scenestream erase`, `gc`, `retention` and `receipts`, as operators use them beside clients."""

from __future__ import annotations

import asyncio
import json
import signal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from schemas.ids import SessionId
from streams.artifacts import ArtifactStore
from streams.connection import connect
from streams.log import Log
from tests.acceptance.stack import Up, cli, up
from tests.acceptance.test_operations import BIG, ENGINES
from tests.acceptance.unity import Unity, unity


async def scenestream(
    data: Path, *arguments: str, redis: str
) -> tuple[int, list[dict[str, Any]], str]:
    """The command with `--json`: its exit status, the documents it printed, what it said."""
    done = await asyncio.to_thread(cli, data, *arguments, "--json", REDIS_URL=redis)
    assert "Traceback (most" not in done.stderr
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


async def test_a_session_is_erased_beside_its_client_and_another_goes_on(tmp_path: Path) -> None:
    store = ArtifactStore((tmp_path / "artifacts").as_uri())
    with up(tmp_path) as stack:
        of_stack = partial(scenestream, tmp_path, redis=stack.redis)
        async with unity(stack.ws) as one, unity(stack.ws) as other:
            first = await one.ask("a room with a red chair and a blue table")
            second = await other.ask("a room with a red chair and a floor lamp")
            assert (first.type, second.type) == ("generate_3d_scene", "generate_3d_scene")

            status, _, told = await of_stack("erase", one.session[:8])
            assert (status, "--dry-run" in told) == (2, True)
            _, [plan], _ = await of_stack("erase", one.session[:8], "--dry-run")
            assert plan["session"] == one.session
            proof = tmp_path / "receipts.ndjson"
            status, [receipt], _ = await of_stack(
                "erase", one.session[:8], "--yes", "--receipt", str(proof)
            )
            assert status == 0
            assert receipt["artifacts"] == plan["artifacts"]
            outcomes = {fate["sha256"]: fate["outcome"] for fate in receipt["artifacts"]}
            assert set(outcomes.values()) == {"deleted", "shared"}
            assert set(store.iter()).isdisjoint(
                sha for sha, outcome in outcomes.items() if outcome == "deleted"
            )
            assert receipt["files"] == {"redis": "append-only file written anew"}
            assert json.loads(proof.read_text()) == receipt
            assert one.session not in proof.read_text()

            _, listed, _ = await of_stack("sessions")
            assert [row["session"] for row in listed] == [other.session]
            assert await of_stack("receipts", one.session) == (0, [receipt], "")
            assert (await of_stack("receipts", other.session))[:2] == (1, [])
            assert await of_stack("erase", one.session, "--yes") == (0, [receipt], "")

            refused = await one.ask("add a plant")
            assert (refused.type, refused.status) == ("error", 404)
            assert "erased" in refused.text
            await _wake(stack.redis, one.session)
            assert "erased" in (await one.receive()).text
            with pytest.raises(ConnectionClosed):
                await one.receive()
            edited = await other.ask("make the chair green")
            assert edited.type == "modify_3d_scene", edited.text
        again = (await of_stack("sessions"))[1]
        assert [row["session"] for row in again] == [other.session]

        _, [would_go], _ = await of_stack("gc", "--dry-run")
        assert would_go["artifacts"] == 0
        assert would_go["kept"]["named"] == len(list(store.iter()))
        assert (await of_stack("retention", "--older-than", "1d", "--dry-run"))[:2] == (0, [])
        status, [old], _ = await of_stack("retention", "--older-than", "0s", "--dry-run")
        assert (status, old["session"]) == (0, other.session)
        status, [last], _ = await of_stack("retention", "--older-than", "0s", "--yes")
        assert (status, last["erased"]["requests"]) == (0, 2)
        assert list(store.iter()) == []


async def test_a_consumer_that_was_frozen_brings_nothing_back(tmp_path: Path) -> None:
    with (
        up(tmp_path, "--only", "gateway") as stack,
        up(tmp_path, "--only", ENGINES, "--workers", "1", REDIS_URL=stack.redis) as consumer,
    ):
        of_stack = partial(scenestream, tmp_path, redis=stack.redis)
        log = Log(await connect(stack.redis))
        async with unity(stack.ws) as client, unity(stack.ws) as other:
            try:
                asked = await _freeze_at_work(consumer, log, client)
                status, [receipt], _ = await of_stack("erase", client.session, "--yes")
                assert (status, receipt["erased"]["requests"]) == (0, asked)
                answer = await client.answer()
                assert (answer.type, answer.status) == ("error", 409)
                assert "being erased" in answer.text
            finally:
                consumer.process.send_signal(signal.SIGCONT)
            assert (await other.ask("a red chair")).type == "generate_3d_object"
        assert [s.session for s in await log.sessions()] == [other.session]
        assert await log.read(SessionId(client.session)) == []
        await log.close()


async def _freeze_at_work(consumer: Up, log: Log, client: Unity) -> int:
    """Stand ``consumer`` still between a request's first mesh, made or found, and its end.

    A quick machine makes the whole scene between the look and the signal: then the consumer runs
    on, and the client asks again. Gives how often it asked.
    """
    since = await log.feed_end()
    for asked in range(1, 31):
        await client.send(type="text", text=BIG)
        async for entry in log.feed(since):
            since = entry.position
            if entry.event.type in ("mesh.generated", "asset.matched"):
                break
        consumer.process.send_signal(signal.SIGSTOP)
        # The first answer comes after whatever Redis had from the consumer before it stood still.
        await log.feed_end()
        events = await log.read(SessionId(client.session))
        if sum(event.type == "request.completed" for event in events) < asked:
            return asked
        consumer.process.send_signal(signal.SIGCONT)
        await client.answer()
        since = await log.feed_end()
    raise AssertionError("all scenes were made before the consumer stood still")


async def _wake(redis: str, session: str) -> None:
    """As an entry of the feed does that was written before the session was erased."""
    log = Log(await connect(redis))
    said = '{"type":"agent.thought","data":{"text":"late","engine":"x"}}'
    late = {"session": session, "id": "1-0", "request": "", "e": said}
    await log.redis.xadd(log.keys.feed, late)
    await log.close()


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("erase",), 2, "--user"),
        (("erase", "a", "--user", "b"), 2, "--user"),
        (("erase", "no-such-session", "--yes"), 1, "scenestream sessions"),
        (("gc", "--grace", "5m"), 2, "at least 2h"),
        (("gc", "--grace", "a while"), 2, "24h"),
        (("retention", "--older-than", "long"), 2, "7d"),
    ],
)
async def test_what_can_not_be_done_is_said(
    stack: Up, tmp_path: Path, arguments: tuple[str, ...], status: int, says: str
) -> None:
    got, printed, told = await scenestream(tmp_path, *arguments, redis=stack.redis)
    assert (got, printed) == (status, [])
    assert says in told
