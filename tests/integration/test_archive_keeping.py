"""What is archived is erased, collected, bundled and verified like anything else."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ops.history.verifying import verify
from ops.keeping import collecting, eraser
from ops.keeping.bundling import bundle, import_
from ops.keeping.places import Places
from ops.settings import Settings, read
from schemas.ids import SessionId
from streams.erasure import erasing
from streams.past import archiver, sealing
from streams.past.archive import Archive
from streams.past.archiver import Archiver
from streams.past.sealing import seal
from streams.past.segments import Writer
from tests.integration.lives import deployment, everything
from tests.integration.pasts import begin, edit, room

A, B = SessionId("alpha"), SessionId("beta")


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Idle is who has no event in this very ms, though ended requests' work is queued still."""
    monkeypatch.setattr(archiver, "QUIET_S", 0.0)
    monkeypatch.setattr(sealing, "KEEP_CLOSED_S", 0)


@pytest.fixture
async def here(redis_url: str, tmp_path: Path) -> AsyncIterator[Places]:
    async with deployment(redis_url, tmp_path) as made:
        for session in (A, B):
            await begin(made.history.shards.of(session), session)
            await edit(made.history.shards.of(session), session, 1)
        yield made


def settings(redis_url: str, folder: Path) -> Settings:
    return read({"REDIS_URL": redis_url, "SCENESTREAM_DATA": str(folder)})


async def sealed(here: Places, session: SessionId) -> str:
    log = here.history.shards.of(session)
    return (await seal(log, Archive(here.artifacts), session, "test", idle_s=0)).outcome


async def test_an_archived_session_is_erased_with_its_tables(here: Places) -> None:
    for n in (2, 3):
        assert await sealed(here, A) == "sealed"
        await edit(here.history.shards.of(A), A, n)
    assert await sealed(here, B) == "sealed"
    tables = set(here.artifacts.iter())
    assert len(tables) == 3
    (receipt,) = await eraser.erase(here, [A])
    assert receipt.erased["archived"] == 14  # with the first session.sealed
    (left,) = here.artifacts.iter()
    assert left in tables
    assert (await here.history.state(B)).scene == room(1)
    assert await sealed(here, A) == "empty"


async def test_a_session_that_waits_for_the_archivers_is_erased_without_a_trace(
    here: Places,
) -> None:
    log = here.history.shards.of(A)
    one = Archiver(log, Archive(here.artifacts), "a", 0.0, lease_s=60)
    assert await one._take() is not None  # one is taken, the other is queued
    await eraser.erase(here, [A, B])
    held = str(await everything(here.history))
    assert A not in held
    assert B not in held
    assert await one.turn() == 0


async def test_a_session_that_is_erased_while_it_is_sealed_leaves_no_table(
    here: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = here.history.shards.of(A)
    call = sealing._call

    async def erased_meanwhile(*of: object) -> str:
        if of[-1]:
            await erasing.begin(log, A)
        return await call(*of)  # type: ignore[arg-type]

    monkeypatch.setattr(sealing, "_call", erased_meanwhile)
    assert await sealed(here, A) == "erased"
    assert list(here.artifacts.iter()) == []


async def test_tables_are_no_garbage_but_those_that_nothing_names(here: Places) -> None:
    assert await sealed(here, A) == "sealed"
    named = set(here.artifacts.iter())
    writer = Writer(A)
    writer.add(await here.history.shards.of(B).rows(B))
    orphan = Archive(here.artifacts).keep(writer)  # of a sealing that was broken off
    ago = datetime.now(UTC).timestamp() - 2 * 86400
    for sha256 in here.artifacts.iter():
        os.utime(str(here.artifacts.path(sha256)), (ago, ago))
    found = await collecting.find(here, datetime.now(UTC) - timedelta(days=1))
    assert {stored.sha256 for stored in found.unused} == {orphan.table.sha256}
    assert orphan.table.sha256 not in named


async def test_an_archived_session_is_verified_and_travels(
    here: Places, redis_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = await here.history.read(A)
    assert await sealed(here, A) == "sealed"
    where = settings(redis_url, tmp_path)
    assert await verify(where, A, False, False) == 0, capsys.readouterr().out
    file = str(tmp_path / "a.scn")
    assert await bundle(where, A, file, False) == 0
    assert await import_(where, file, "gamma", False) == 0
    read_back = await here.history.read(SessionId("gamma"))
    assert [ev.type for ev in read_back][: len(before)] == [ev.type for ev in before]
    assert (await here.history.state(SessionId("gamma"))).scene == room(1)
    assert await sealed(here, SessionId("gamma")) == "sealed"
    assert (await here.history.state(SessionId("gamma"))).scene == room(1)
