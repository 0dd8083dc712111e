"""The archivers: idle sessions are sealed, once each, whoever dies and whatever is lost."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from subprocess import PIPE

import duckdb
import pytest

from ops.keeping import archiving
from ops.settings import Settings
from schemas import events as e
from schemas.events import Event, SessionSealed
from schemas.ids import RequestId, SessionId
from schemas.session_events import Segment
from streams import scripts
from streams.artifacts import ArtifactStore, ArtifactStoreUnavailable
from streams.ending import end
from streams.log import Log
from streams.past import archiver, sealing
from streams.past.archive import Archive
from streams.past.archiver import GROUP, Archiver
from streams.past.history import History
from tests.integration.mortal_archiver import LEASE_S
from tests.integration.pasts import begin, edit, opened, room
from tests.integration.servers import cluster, free_port, server

NAMES = [SessionId(f"session-{n}") for n in range(12)]


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Idle is who has no event in this very ms, and whose ended requests' work is queued still."""
    monkeypatch.setattr(archiver, "QUIET_S", 0.0)
    monkeypatch.setattr(sealing, "KEEP_CLOSED_S", 0)


@asynccontextmanager
async def idle(
    redis_url: str, folder: Path, names: Sequence[SessionId] = NAMES
) -> AsyncIterator[tuple[Log, History]]:
    """A deployment with sessions of one edit each, on which nothing happens."""
    async with opened(redis_url, folder) as (shards, history):
        (log,) = shards
        for name in names:
            await begin(log, name)
            await edit(log, name, 1)
        await a_ms_later(log)
        yield log, history


async def a_ms_later(log: Log) -> None:
    began = await log.time_ms()
    while await log.time_ms() == began:
        pass


def one(
    log: Log, history: History, name: str, after_s: float = 0.0, lease_s: float = LEASE_S
) -> Archiver:
    return Archiver(log, Archive(history.artifacts), name, after_s, lease_s)


async def seals(log: Log, name: SessionId) -> list[Event]:
    return [event for event in await log.read(name) if isinstance(event.data, SessionSealed)]


async def are_sealed(log: Log, history: History, names: Sequence[SessionId] = NAMES) -> bool:
    """Whether all are, each once and whole."""
    for name in names:
        if [ev.type for ev in await log.read(name)] != ["session.sealed"]:
            return False
        assert (await history.state(name)).scene == room(1)
        assert len(await history.read(name)) == 10
    return True


async def test_idle_sessions_are_sealed_and_no_others(redis_url: str, tmp_path: Path) -> None:
    async with idle(redis_url, tmp_path) as (log, history):
        busy = RequestId("busy")
        await log.append(NAMES[3], busy, "accepted", [e.RequestAccepted(kind="text", text="a cat")])
        assert await one(log, history, "a", after_s=3600).turn() == 0
        await a_ms_later(log)
        assert await one(log, history, "a").turn() == 11
        assert await are_sealed(log, history, [name for name in NAMES if name != NAMES[3]])
        assert len(await log.read(NAMES[3])) == 10
        await log.cancel(NAMES[3], busy)
        await a_ms_later(log)
        assert await one(log, history, "b").turn() == 1
        assert await one(log, history, "b").turn() == 0
        assert await log.redis.xlen(log.keys.archiving) == 0


async def test_archivers_share_the_sessions(redis_url: str, tmp_path: Path) -> None:
    async with idle(redis_url, tmp_path) as (log, history):
        did = await asyncio.gather(*(one(log, history, name).turn() for name in "abc"))
        assert sum(did) == len(NAMES)
        assert min(did) >= 2
        assert await are_sealed(log, history)


async def test_a_long_list_of_sessions_is_queued_bit_by_bit(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archiver, "LONGEST_QUEUE", 2)
    async with idle(redis_url, tmp_path) as (log, history):
        same_ms = dict.fromkeys(NAMES[4:9], 1_000)
        await log.redis.zadd(log.keys.sessions, same_ms)
        assert await one(log, history, "a").turn() == len(NAMES)
        assert await are_sealed(log, history)


@pytest.mark.parametrize("point", ["taken", "stored", "sealed"])
async def test_what_a_killed_archiver_had_is_sealed_by_another_once(
    redis_url: str, tmp_path: Path, point: str
) -> None:
    async with idle(redis_url, tmp_path, NAMES[:3]) as (log, history):
        folder = str(tmp_path / "artifacts")
        command = [sys.executable, "-m", "tests.integration.mortal_archiver"]
        mortal = await asyncio.create_subprocess_exec(
            *command, redis_url, folder, point, stdout=PIPE
        )
        assert mortal.stdout is not None
        assert await mortal.stdout.readline() == b"here\n"
        mortal.kill()
        await mortal.wait()
        other = one(log, history, "other")
        sealed = await other.turn()
        while not await are_sealed(log, history, NAMES[:3]):
            sealed += await other.turn()
        assert sealed == (2 if point == "sealed" else 3)
        tables = {s.table.sha256 for n in NAMES[:3] for s in await segments(log, n)}
        orphans = set(history.artifacts.iter()) - tables
        assert len(orphans) == (point == "stored")
        while await log.redis.xlen(log.keys.archiving):
            await other.turn()


async def segments(log: Log, name: SessionId) -> Sequence[Segment]:
    (sealed,) = await seals(log, name)
    assert isinstance(sealed.data, SessionSealed)
    return sealed.data.segments


async def test_a_lost_queue_is_made_anew(redis_url: str, tmp_path: Path) -> None:
    async with idle(redis_url, tmp_path) as (log, history):
        first = one(log, history, "a")
        await first._take()  # queues them all
        await log.redis.delete(log.keys.archiving)
        assert await first.turn() == len(NAMES)
        await log.redis.delete(log.keys.archiving)
        assert await first.turn() == 0  # looked at again, and found to be sealed
        await log.redis.xgroup_destroy(log.keys.archiving, GROUP)
        assert await first.turn() == 0
        assert await are_sealed(log, history)


async def test_a_woken_session_is_sealed_again(redis_url: str, tmp_path: Path) -> None:
    async with idle(redis_url, tmp_path, NAMES[:1]) as (log, history):
        assert await one(log, history, "a").turn() == 1
        await edit(log, NAMES[0], 2)
        await a_ms_later(log)
        assert await one(log, history, "a").turn() == 1
        assert len(await segments(log, NAMES[0])) == 2
        assert (await history.state(NAMES[0])).scene == room(2)


async def test_what_left_no_event_is_looked_at_again_in_a_day(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with idle(redis_url, tmp_path, NAMES[:1]) as (log, history):
        letter = log.keys.request(f"{NAMES[0]}-1")
        await log.redis.hset(letter, "letter", "mesh/1-0")
        assert await one(log, history, "a").turn() == 0
        await log.redis.hdel(letter, "letter")
        assert await one(log, history, "a").turn() == 0
        monkeypatch.setattr(archiver, "AGAIN_S", 0.0)
        await a_ms_later(log)
        took = await one(log, history, "a")._take()
        assert took is not None
        assert took.session == NAMES[0]


async def test_a_store_that_is_away_is_waited_for(
    redis_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with idle(redis_url, tmp_path, NAMES[:1]) as (log, history):

        def away(*_: object) -> object:
            raise ArtifactStoreUnavailable("s3://b", "timed out")

        with monkeypatch.context() as patched:
            patched.setattr(ArtifactStore, "put", away)
            for _ in range(archiver.MOST_DELIVERIES + 2):
                assert await one(log, history, "a").turn() == 0
                await expire(log)
        assert "archive.postponed" in [record.message for record in caplog.records]
        assert await one(log, history, "a").turn() == 1


async def expire(log: Log) -> None:
    """Let the leases of all entries run out."""
    for pending in await log.redis.xpending_range(log.keys.archiving, GROUP, "-", "+", 10):
        await log.redis.execute_command(
            *("XCLAIM", log.keys.archiving, GROUP, pending["consumer"], 0, pending["message_id"]),
            *("IDLE", int(LEASE_S * 1000) + 1, "RETRYCOUNT", pending["times_delivered"], "JUSTID"),
        )


async def test_a_session_that_kills_archivers_is_left_where_it_is(
    redis_url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with idle(redis_url, tmp_path, NAMES[:1]) as (log, history):
        for n in range(archiver.MOST_DELIVERIES):
            assert await one(log, history, f"dying-{n}")._take() is not None
            await expire(log)
        assert await one(log, history, "a").turn() == 0
        assert "archive.given_up" in [record.message for record in caplog.records]
        assert len(await log.read(NAMES[0])) == 9
        assert await log.redis.xlen(log.keys.archiving) == 0


async def test_a_session_that_can_not_be_sealed_does_not_hold_up_the_others(
    redis_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(sealing, "MOST_SEGMENTS", 1)
    async with idle(redis_url, tmp_path, NAMES[:3]) as (log, history):
        await one(log, history, "a").turn()
        (lost,) = await segments(log, NAMES[1])
        history.artifacts.delete(lost.table)
        for name in NAMES[:3]:
            await edit(log, name, 2)
        await a_ms_later(log)
        assert await one(log, history, "a").turn() == 2
        assert "archive.failed" in [record.message for record in caplog.records]
        assert len(await log.read(NAMES[1])) == 5


async def test_archivers_that_are_gone_are_forgotten_but_never_what_they_hold(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with idle(redis_url, tmp_path, NAMES[:2]) as (log, history):
        await one(log, history, "gone", lease_s=60)._take()
        await one(log, history, "idle", lease_s=60).turn()
        monkeypatch.setattr(archiver, "LOOK_S", 0.0)
        monkeypatch.setattr(archiver, "SILENT_LEASES", 0)
        await a_ms_later(log)
        await one(log, history, "here", lease_s=60).turn()
        known = await log.redis.xinfo_consumers(log.keys.archiving, GROUP)
        assert {c["name"]: c["pending"] for c in known}["gone"] == 1
        assert "idle" not in {c["name"] for c in known}


async def test_a_cluster_is_archived(tmp_path: Path) -> None:
    with cluster(tmp_path / "cluster") as nodes:
        url = f"redis+cluster://127.0.0.1:{nodes[0].port}"
        async with idle(url, tmp_path, NAMES[:2]) as (log, history):
            assert await one(log, history, "a").turn() == 2
            assert await are_sealed(log, history, NAMES[:2])


def settings(redis_url: str, folder: Path) -> Settings:
    return Settings(
        data=folder, redis_url=redis_url, host="", port=0, artifacts=str(folder / "artifacts")
    )


async def test_the_command_archives_what_it_is_told_to(
    redis_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with idle(redis_url, tmp_path, NAMES[:3]) as (log, history):
        await log.append(NAMES[2], RequestId("r"), "accepted", [e.RequestAccepted(kind="audio")])
        await a_ms_later(log)
        where = settings(redis_url, tmp_path)

        async def archived(*named: str, idle: str | None = None, dry: bool = False) -> list[str]:
            capsys.readouterr()
            status = await archiving.archive(where, archiving.choice(named, idle), dry, False)
            return [f"{status}", *capsys.readouterr().out.splitlines()]

        young = f"{NAMES[0]}  left as it is: its last event is too young"
        assert await archived(NAMES[0]) == ["1", young]
        dry = await archived(idle="0s", dry=True)
        assert dry == [
            "0",
            f"{NAMES[0]}  would be archived: 9 events",
            f"{NAMES[1]}  would be archived: 9 events",
            f"{NAMES[2]}  left as it is: a request of it is open (r)",
        ]
        assert list(history.artifacts.iter()) == []
        status, line = await archived(NAMES[0], idle="0")
        assert (status, line.split(" B in ")[0].rpartition(", ")[0]) == (
            "0",
            f"{NAMES[0]}  archived: 9 events",
        )
        assert [row.split("  ")[0] for row in (await archived(idle="0s"))[1:]] == NAMES[1:3]
        assert await archived(NAMES[1]) == [
            "0",
            f"{NAMES[1]}  left as it is: {sealing.WHY_NOT['archived']}",
        ]
        assert await are_sealed(log, history, NAMES[:2])


async def test_duckdb_reads_all_that_the_command_names(
    redis_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with idle(redis_url, tmp_path, NAMES[:4]):
        wanted = archiving.choice(NAMES[:4], "0s")
        where = settings(redis_url, tmp_path)
        assert await archiving.archive(where, wanted, False, True) == 0
        sealed = tables(capsys.readouterr().out)
        assert await archiving.archive(where, wanted, True, True) == 0  # where they are, later
        assert tables(capsys.readouterr().out) == sealed
    with duckdb.connect() as db:
        asked = """
            select session, count(*), count(*) filter (where type = 'scene.patched')
            from read_parquet(?) group by session order by session
        """
        assert db.execute(asked, [sealed]).fetchall() == [(name, 9, 1) for name in NAMES[:4]]


def tables(told: str) -> list[str]:
    """The files that the command names."""
    lines = [json.loads(line) for line in told.splitlines()]
    return [table["file"] for line in lines for table in line["tables"]]


@pytest.mark.parametrize(
    ("named", "idle_for", "refused"),
    [((), None, archiving.NothingToArchive), (("s",), "soon", archiving.BadDuration)],
)
def test_the_command_says_what_it_takes(
    named: tuple[str, ...], idle_for: str | None, refused: type[Exception]
) -> None:
    with pytest.raises(refused, match="24h"):
        archiving.choice(named, idle_for)


def test_every_outcome_has_words() -> None:
    told = set(sealing.WHY_NOT) | {sealing.SEALED}
    script = Path(scripts.__file__).with_name("lua") / "seal.lua"
    answers = {
        line.split("return {'")[1].split("'")[0]
        for line in script.read_text("utf-8").splitlines()
        if "return {'" in line and "--" not in line
    }
    assert answers - told == set()


async def test_an_archiver_goes_on_over_a_redis_that_was_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archiver, "LOOK_S", 0.05)
    folder, port = tmp_path / "redis", free_port()
    with contextlib.ExitStack() as stack:
        first = stack.enter_context(server(folder, "--appendonly", "yes", port=port))
        async with idle(f"redis://127.0.0.1:{port}", tmp_path, NAMES[:2]) as (log, history):
            running = asyncio.create_task(one(log, history, "a").run())
            async with asyncio.timeout(30):
                await sealed_on_the_feed(log, 2)
                await asyncio.to_thread(first.kill)
                await asyncio.to_thread(
                    lambda: stack.enter_context(server(folder, "--appendonly", "yes", port=port))
                )
                await edit(log, NAMES[1], 2)
                await sealed_on_the_feed(log, 3)
            await end(running)
            assert len(await segments(log, NAMES[1])) == 2


async def sealed_on_the_feed(log: Log, times: int) -> None:
    """Return when so many sessions were sealed."""
    async for entry in log.feed("0-0"):
        times -= entry.event.type == "session.sealed"
        if not times:
            return
