"""Which sessions are erased: a person's, those silent for long, many at once, and no other."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest

from ops.keeping import choosing, eraser
from ops.keeping.places import Places
from schemas import events as e
from schemas.flow import Stage
from schemas.ids import EventId, SessionId
from streams.erasure.receipts import hashed
from streams.lease import Leases
from tests.integration.erasures import SHARED, A, B, C, left_of
from tests.integration.erasures import little_patience as little_patience
from tests.integration.lives import (
    ALL,
    ask,
    deployment,
    everything,
    live,
    of_session,
)
from tests.integration.pasts import edit


async def test_a_persons_sessions_are_found_by_what_they_say(
    redis_url: str, tmp_path: Path
) -> None:
    async with deployment(redis_url, tmp_path) as here:
        shards = here.history.shards
        for session, user in ((A, "ada"), (B, "bob"), (C, "ada")):
            opened = e.SessionOpened(protocol="test", user=user)
            await shards.of(session).append(session, None, "opened", [opened])
        assert sorted(await choosing.of_user(here.history, "ada")) == [A, C]
        assert await choosing.of_user(here.history, "nobody") == []


async def test_sessions_that_were_silent_for_long_go_but_no_open_one_and_no_past_of_a_younger(
    redis_url: str, tmp_path: Path
) -> None:
    async with deployment(redis_url, tmp_path) as here:
        shards = here.history.shards
        opened_one, parent, fork = SessionId("opened"), SessionId("parent"), SessionId("fork")
        for session in (A, parent, opened_one):
            await edit(shards.of(session), session, 1)
        await ask(shards.of(opened_one), opened_one, "still open")
        at = (await here.history.read(parent))[-1].id or EventId("")
        last = max([await choosing.last_event(here.history, s) for s in (A, parent, opened_one)])
        while await shards.logs[0].time_ms() <= last.timestamp() * 1000:
            pass
        await shards.of(fork).append(fork, None, "forked", [e.SessionForked(parent=parent, at=at)])
        await edit(shards.of(B), B, 1)
        young = await choosing.last_event(here.history, fork)
        silent = await choosing.silent_since(here.history, young)
        assert silent.sessions == [A]
        assert silent.kept == {
            opened_one: "a request is open",
            parent: "a younger fork begins with its past",
        }


async def test_what_is_written_of_a_session_by_itself_is_nothing_that_happened(
    redis_url: str, tmp_path: Path
) -> None:
    async with deployment(redis_url, tmp_path) as here:
        log = here.history.shards.of(A)
        await edit(log, A, 1)
        last = await choosing.last_event(here.history, A)
        ref = here.artifacts.put(b"{}", "application/json")
        for n in range(choosing.LAST_ROWS + 1):
            frame = e.SceneKeyframed(at=EventId("1-0"), state=ref, revision=1)
            await log.append(A, None, f"keyframe:{n}", [frame])
        assert await choosing.last_event(here.history, A) == last
        assert (await choosing.last_event(here.history, SessionId("none"))).year == 1970


async def test_many_are_erased_some_at_a_time_and_forks_before_their_past(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(eraser, "AT_ONCE", 2)
    async with deployment(redis_url, tmp_path) as here:
        shards = here.history.shards
        await live(here, A)
        at = await here.history.at_revision(A, 2)
        line = [A, B, C, SessionId("delta"), SessionId("epsilon")]
        for parent, fork in itertools.pairwise(line):
            begun = [e.SessionForked(parent=parent, at=at)]
            await shards.of(fork).append(fork, None, "forked", begun)
        made = await eraser.erase(here, line)
        assert [receipt.session for receipt in made] == [hashed(s) for s in line[::-1]]
        assert list(here.artifacts.iter()) == []
        found = await everything(here.history)
        assert [left_of(session, found) for session in line] == [[]] * 5


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_sessions_did_beside_it_the_others_are_the_same_to_the_byte(
    redis_url: str, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    async with deployment(redis_url, tmp_path) as here:
        sessions = [SessionId(f"s{n}x") for n in range(5)]
        for session in sessions:
            await live(here, session, chance.choice([SHARED, b"glTF of a table"]))
        for n in range(60):
            session = chance.choice(sessions)
            log = here.history.shards.of(session)
            match chance.randrange(3):
                case 0:
                    await ask(log, session, f"wish-{n}")
                case 1:
                    await edit(log, session, n + 2)
                case 2:
                    await Leases(log, f"c{n % 3}", ALL, recover=False).take(1)
        erased = chance.sample(sessions, 2)
        others = [session for session in sessions if session not in erased]
        before = {session: await of_session(here, session) for session in others}
        pending = await _pending(here)
        await eraser.erase(here, erased)
        for session in others:
            assert await of_session(here, session) == before[session]
        for session in erased:
            assert left_of(session, await everything(here.history)) == []
        after = await _pending(here)
        assert after == {entry: held for entry, held in pending.items() if entry in after}
        kept = {entry for key in here.history.shards.logs[0].keys.all_work
                for entry, _ in await here.history.shards.redis.xrange(key)}  # fmt: skip
        assert set(after) == set(pending) & kept


async def _pending(here: Places) -> dict[str, tuple[str, int]]:
    """Who holds which entry, at which delivery."""
    redis, keys = here.history.shards.redis, here.history.shards.logs[0].keys
    found = {}
    for stage in Stage:
        if not await redis.exists(keys.work(stage)) or not await redis.xinfo_groups(
            keys.work(stage)
        ):
            continue
        for row in await redis.xpending_range(keys.work(stage), stage, "-", "+", 1000):
            found[row["message_id"]] = (row["consumer"], row["times_delivered"])
    return found
