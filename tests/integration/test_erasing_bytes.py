"""Streams written anew, and no byte of an erased session in memory, file or cluster."""

from __future__ import annotations

from pathlib import Path

from redis import Redis

from ops.keeping import eraser
from schemas.ids import SessionId
from streams.erasure import erasing
from streams.keys import shard_of
from streams.lease import Leases
from streams.scripts import run_until_answered
from streams.shards import Shards
from tests.integration.erasures import SHARED, A, B, C, left_of, two_lives
from tests.integration.erasures import little_patience as little_patience
from tests.integration.lives import (
    ALL,
    ask,
    deployment,
    everything,
    live,
    of_session,
    secret,
)
from tests.integration.servers import cluster, server


async def test_a_stream_is_written_anew_with_its_groups_its_ids_and_who_holds_what(
    redis_url: str, tmp_path: Path
) -> None:
    async with deployment(redis_url, tmp_path) as here:
        redis = here.history.shards.redis
        ids = [await redis.xadd("work", {"n": n}) for n in range(6)]
        await redis.xgroup_create("work", "g", "0")
        await redis.xreadgroup("g", "one", {"work": ">"}, count=3)
        await redis.xclaim("work", "g", "two", 0, [ids[1]])
        held = {
            row["message_id"]: (row["consumer"], row["times_delivered"])
            for row in await redis.xpending_range("work", "g", "-", "+", 10)
        }
        last = (await redis.xinfo_stream("work"))["last-generated-id"]
        assert (
            await run_until_answered(redis, erasing.REWRITE, ["work"], [ids[0], ids[5], "1-1"]) == 2
        )
        assert [entry for entry, _ in await redis.xrange("work")] == ids[1:5]
        assert (await redis.xinfo_stream("work"))["last-generated-id"] == last
        now = {
            row["message_id"]: (row["consumer"], row["times_delivered"])
            for row in await redis.xpending_range("work", "g", "-", "+", 10)
        }
        del held[ids[0]]
        assert now == held == {ids[1]: ("two", 2), ids[2]: ("one", 1)}
        news = await redis.xreadgroup("g", "one", {"work": ">"})
        assert [entry for entry, _ in news[0][1]] == ids[3:5]
        assert await run_until_answered(redis, erasing.REWRITE, ["work"], ids) == 4
        assert (await redis.xinfo_stream("work"))["last-generated-id"] == last
        assert await run_until_answered(redis, erasing.REWRITE, ["none"], ids) == 0


async def test_redis_keeps_no_byte_of_it_in_memory_or_in_a_file(tmp_path: Path) -> None:
    """What XDEL takes out of a stream is still in Redis's memory and files; this must not be."""
    options = ("--appendonly", "yes", "--rdbcompression", "no", "--save", "3600", "1000")
    with server(tmp_path / "redis", *options) as redis:
        url = f"redis://127.0.0.1:{redis.port}/0"
        async with deployment(url, tmp_path) as here:
            await two_lives(here)
            assert _bytes_of(A, tmp_path)
            assert _bytes_of(B, tmp_path)
            (receipt,) = await eraser.erase(here, [A])
            assert receipt.files == {
                "redis": "append-only file written anew; snapshot written anew"
            }
            with Redis(port=redis.port) as raw:
                raw.save()
            assert _bytes_of(B, tmp_path)
            assert _bytes_of(A, tmp_path) == []


async def test_a_cluster_holds_nothing_of_an_erased_session_either(tmp_path: Path) -> None:
    with cluster(tmp_path / "nodes") as nodes:
        url = f"redis+cluster://127.0.0.1:{nodes[0].port}"
        shards = await Shards.open(url, 3, founding=True)
        await shards.close()
        async with deployment(url, tmp_path) as here:
            sessions = [A, B, C, SessionId("delta")]
            for session in sessions:
                await live(here, session, SHARED)
                await ask(here.history.shards.of(session), session, "waits")
                await Leases(here.history.shards.of(session), "c1", ALL).take(1)
            assert len({shard_of(session, 3) for session in sessions}) > 1
            before = {s: await of_session(here, s) for s in sessions[2:]}
            made = await eraser.erase(here, [A, B])
            found = await everything(here.history)
            assert left_of(A, found) + left_of(B, found) == []
            assert {s: await of_session(here, s) for s in sessions[2:]} == before
            assert [len(receipt.files) for receipt in made] == [3, 3]
            (files,) = set(made[0].files.values())
            assert files == "append-only file written anew; snapshot written anew"


def _bytes_of(session: str, folder: Path) -> list[str]:
    """The files that hold anything which only ``session`` says."""
    return [
        str(path)
        for path in folder.rglob("*")
        if path.is_file() and secret(session, "").encode() in path.read_bytes()
    ]
