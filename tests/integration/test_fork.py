"""Forks: the same past, a future of their own; what was open goes on in both, each step once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from ops.chaos.plain_steps import drain, step
from schemas import events as e
from schemas.errors import Category
from schemas.flow import Stage
from schemas.ids import EventId, RequestId, SessionId, event_order
from streams.artifacts import ArtifactStore
from streams.codec import encode
from streams.commit import Commit
from streams.erasure import erasing
from streams.errors import EventTooLarge, NoSuchEvent, ParentGone
from streams.keys import shard_of
from streams.lease import Leases
from streams.log import envelopes
from streams.past.fork import Otherwise, end_of_step, fork
from streams.past.history import History
from streams.past.origin import Origins
from streams.shards import Shards
from tests.integration.forked import ALL, AS_BEFORE, P, ask, ids, log_of, place, wrong
from tests.integration.pasts import begin, edit, opened, room


@pytest.fixture
async def history(redis_url: str, tmp_path: Path) -> AsyncIterator[History]:
    async with opened(redis_url, tmp_path) as (_, history):
        yield history


async def test_a_fork_shares_its_past_and_takes_next_to_nothing_of_redis(history: History) -> None:
    log = log_of(history)
    await begin(log, P)
    for n in range(1, 6):
        await edit(log, P, n)
    past = await history.read(P)
    made = await fork(history, P, await history.at_revision(P, 3), AS_BEFORE, "m")
    assert [ev.type for ev in await log.read(made.session)] == ["session.forked"]
    assert (await history.read(made.session))[:-1] == [
        ev for ev in past if place(ev) <= event_order(made.forked.at)
    ]
    state = await history.state(made.session)
    assert (state.scene, state.revision, state.user) == (room(2), 3, "ada")
    assert await log.redis.hgetall(log.keys.session(made.session)) == {
        "rev": "3", "seq": "0", "open": "0",
    }  # fmt: skip
    assert made.session in [summary.session for summary in await log.sessions()]
    await edit(log, made.session, 3)
    assert (await history.state(made.session)).scene == room(3)
    assert await history.read(P) == past


async def test_a_commit_on_another_revision_than_the_forks_is_refused(history: History) -> None:
    """Optimistic concurrency starts from the revision at the fork, in the fork."""
    log = log_of(history)
    await begin(log, P)
    await edit(log, P, 1)
    made = await fork(history, P, await history.at_revision(P, 1), AS_BEFORE, "m")
    await ask(log, "r", "edit 0", made.session)
    (taken,) = await Leases(log, "c", ALL).take()
    assert (await step(log, taken, "c")).outcome == "done"
    answers = {}
    for revision in (0, 2, 1):
        done = envelopes([e.LibraryCleared(count=0)], made.session, RequestId("r"), None, "t")
        commit = Commit(
            made.session, RequestId("r"), f"m{revision}", tuple(done), revision=revision
        )
        answers[revision] = (await log.commit(commit)).outcome
    assert answers == {0: "stale", 2: "stale", 1: "done"}


async def test_what_was_open_goes_on_in_both_at_once(history: History) -> None:
    log = log_of(history)
    request = await ask(log, "r", "scene 12")
    await drain(log, Leases(log, "c", ALL), most_steps=9)
    made = await fork(history, P, None, AS_BEFORE, "m")
    (renamed,) = made.forked.continued.values()
    assert list(made.forked.continued) == [request] != [renamed]
    both = Leases(log, "c2", ALL)
    while taken := await both.take(4):
        for one in taken:
            assert one.forked is (one.session == made.session)
            assert one.request == (renamed if one.forked else request)
            await step(log, one, "c2")
            both.release(one)
    for session in (P, made.session):
        state = await history.state(session)
        assert [r.status for r in state.requests.values()] == ["completed"]
    assert await wrong(history, P, made.session) == []


async def test_a_prompt_takes_the_place_of_what_was_open(history: History) -> None:
    log = log_of(history)
    dropped = await ask(log, "r", "scene 5")
    await drain(log, Leases(log, "c", ALL), most_steps=4)
    made = await fork(history, P, None, Otherwise(prompt="scene 2"), "m")
    assert (made.forked.continued, made.forked.dropped) == ({}, (dropped,))
    await drain(log, Leases(log, "c", ALL))
    state = await history.state(made.session)
    assert {r.text: r.status for r in state.requests.values()} == {
        "scene 5": "cancelled", "scene 2": "completed",
    }  # fmt: skip
    assert (await history.state(P)).requests[dropped].status == "completed"
    assert await wrong(history, P) == []


async def test_a_deletion_that_was_agreed_to_is_done_in_its_own_session_alone(
    history: History,
) -> None:
    """The library is both's. What was asked in the parent is answered there, too."""
    log = log_of(history)
    asked = e.AgentReplied(text="For good?", confirms="clear_database")
    await log.append(P, await ask(log, "r0", "clear it"), "asked", [asked])
    agreed = await ask(log, "r1", "yes")
    open_question = await fork(history, P, None, AS_BEFORE, "question")
    assert agreed in open_question.forked.continued
    assert (await history.state(open_question.session)).question is None
    assert (await history.state(P)).question is not None
    acted = e.AgentActed(action="clear_database", input="")
    await log.append(P, agreed, "acted", [acted])
    made = await fork(history, P, None, AS_BEFORE, "deletion")
    assert agreed in made.forked.dropped
    assert agreed not in made.forked.continued
    assert (await history.state(P)).requests[agreed].is_open


async def test_a_cancellation_reaches_its_own_session_alone(history: History) -> None:
    log = log_of(history)
    ours, theirs = await ask(log, "r0", "scene 3"), await ask(log, "r1", "object")
    made = await fork(history, P, None, AS_BEFORE, "m")
    renamed = made.forked.continued
    assert await log.cancel(P, ours)
    assert await log.cancel_all(made.session, renamed[theirs]) == [renamed[theirs]]
    await drain(log, Leases(log, "c", ALL))
    in_parent, in_fork = await history.state(P), await history.state(made.session)
    assert [in_parent.requests[r].status for r in (ours, theirs)] == ["cancelled", "completed"]
    assert [in_fork.requests[renamed[r]].status for r in (ours, theirs)] == [
        "completed", "cancelled",
    ]  # fmt: skip


async def test_turns_go_on_in_the_order_of_acceptance(history: History) -> None:
    log = log_of(history)
    first, second = await ask(log, "r0", "scene 2"), await ask(log, "r1", "edit 1")
    await drain(log, Leases(log, "c", ALL), most_steps=3)
    made = await fork(history, P, None, AS_BEFORE, "m")
    third = await ask(log, "r2", "edit 1", made.session)
    await drain(log, Leases(log, "c", ALL))
    events = await log.read(made.session)
    changed = [ev.request for ev in events if ev.type in ("scene.composed", "scene.patched")]
    renamed = made.forked.continued
    assert changed == [renamed[first], renamed[second], third]


@pytest.mark.parametrize("at_once", [1, 5])
async def test_the_same_mark_makes_one_fork(history: History, at_once: int) -> None:
    log = log_of(history)
    await ask(log, "r", "object")
    made = []
    for _ in range(2):
        asked = [fork(history, P, None, Otherwise(seed=3), "m") for _ in range(at_once)]
        made.extend(await asyncio.gather(*asked))
        await ask(log, "later", "hello")  # the parent goes on; the fork stays what it was
    assert len({(one.session, str(one.forked)) for one in made}) == 1
    assert [ev.type for ev in await log.read(made[0].session)] == ["session.forked"]
    assert await log.redis.xlen(log.keys.work(Stage.AGENT)) == 3
    assert (await fork(history, P, None, AS_BEFORE, "another")).session != made[0].session
    await drain(log, Leases(log, "c", ALL))
    assert await wrong(history, P, made[0].session) == []


async def test_in_the_middle_of_a_step_it_begins_at_the_steps_end(history: History) -> None:
    log = log_of(history)
    await ask(log, "r", "scene 4")
    await drain(log, Leases(log, "c", ALL), most_steps=2)
    events = await history.read(P)
    kinds = [ev.type for ev in events]
    thought, acted = kinds.index("agent.thought"), kinds.index("agent.acted")
    ends = [await end_of_step(history, P, at) for at in ids(events)]
    last = ids(events)[-1]
    assert ends == [ids(events)[0], *[ids(events)[acted]] * 2, *[last] * (len(events) - 3)]
    made = await fork(history, P, ids(events)[thought], AS_BEFORE, "m")
    assert (made.asked, made.forked.at) == (ids(events)[thought], ids(events)[acted])
    await drain(log, Leases(log, "c", ALL))
    assert await wrong(history, P, made.session) == []


async def test_a_fork_is_in_its_parents_shard(redis_url: str, tmp_path: Path) -> None:
    founded = await Shards.open(redis_url, 5, founding=True)
    try:
        history = History(founded, ArtifactStore(str(tmp_path)))
        for n in range(10):
            parent = SessionId(f"parent {n}")
            await begin(founded.of(parent), parent)
            made = await fork(history, parent, None, AS_BEFORE, "m")
            assert shard_of(made.session, 5) == shard_of(parent, 5)
            assert (await history.state(made.session)).scene == room(0)
    finally:
        await founded.close()


async def test_a_fork_of_a_fork_has_its_options_too(history: History) -> None:
    log = log_of(history)
    await begin(log, P)
    await edit(log, P, 1)
    wish = Otherwise(seed=7, engines={"mesh": "greybox", "agent": "rules"})
    first = await fork(history, P, None, wish, "m")
    other = Otherwise(engines={"mesh": "auto"})
    second = await fork(history, first.session, None, other, "m")
    assert (second.forked.seed, second.forked.engines) == (7, {"mesh": "auto", "agent": "rules"})
    # Before it was one, its parent had no options.
    third = await fork(history, first.session, await history.at_revision(P, 1), AS_BEFORE, "n")
    assert (third.forked.seed, third.forked.engines) == (None, {})
    assert (await history.state(third.session)).scene == room(0)
    assert await Origins(log).of(second.session) == second.forked
    assert await Origins(log).of(P) is None


async def test_a_fork_of_an_archived_session_is_known_as_one(history: History) -> None:
    """The archive keeps a sealed fork's first event; its stub says what it was."""
    log = log_of(history)
    await begin(log, P)
    made = await fork(history, P, None, Otherwise(seed=5), "m")
    await log.redis.delete(log.keys.log(made.session))
    sealed = e.SessionSealed(segments=(), forked=made.forked)
    await log.append(made.session, None, "sealed", [sealed])
    assert await Origins(log).of(made.session) == made.forked
    await ask(log, "r", "hello", made.session)
    (taken,) = await Leases(log, "c", ALL).take()
    assert taken.forked is True


async def test_a_clock_that_is_behind_its_past_does_no_harm(history: History) -> None:
    """After a failover another machine's clock counts: the fork still comes after its past."""
    log = log_of(history)
    ahead = f"{await log.time_ms() + 3_600_000}-7"
    accepted = e.RequestAccepted(kind="audio")
    await begin(log, P)
    (event,) = envelopes([accepted], P, None, None, "t")
    await log.redis.xadd(log.keys.log(P), {"request": "r", "e": encode(event)}, id=ahead)
    made = await fork(history, P, None, AS_BEFORE, "m")
    assert made.forked.at == ahead
    await edit(log, made.session, 1)
    events = await history.read(made.session)
    assert [place(ev) for ev in events] == sorted({place(ev) for ev in events})
    assert (await history.state(made.session)).scene == room(1)


async def test_what_can_not_be_forked_is_said_and_nothing_is_made(history: History) -> None:
    log = log_of(history)
    with pytest.raises(NoSuchEvent, match="nothing to fork"):
        await fork(history, P, None, AS_BEFORE, "m")
    await begin(log, P)
    with pytest.raises(NoSuchEvent, match="scenestream tail"):
        await fork(history, P, EventId("5-0"), AS_BEFORE, "m")
    with pytest.raises(EventTooLarge) as refused:
        await fork(history, P, None, Otherwise(prompt="x" * 20_000), "m")
    assert refused.value.category is Category.TOO_LARGE
    assert [s.session for s in await log.sessions()] == [P]


async def test_a_parent_that_is_erased_meanwhile_has_no_fork(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = log_of(history)
    await begin(log, P)
    state = await history.state(P)
    await log.redis.delete(log.keys.log(P))

    async def as_it_was(session: SessionId, at: EventId | None = None) -> object:
        return state

    async def its_end(history: History, session: SessionId, at: EventId) -> EventId:
        return at

    monkeypatch.setattr(history, "state", as_it_was)
    monkeypatch.setattr("streams.past.fork.end_of_step", its_end)
    with pytest.raises(ParentGone, match="scenestream sessions"):
        await fork(history, P, None, AS_BEFORE, "m")


async def test_what_is_about_to_be_erased_has_no_new_fork(history: History) -> None:
    log = log_of(history)
    await begin(log, P)
    await erasing.begin(log, P)
    with pytest.raises(ParentGone, match="scenestream sessions"):
        await fork(history, P, None, AS_BEFORE, "m")
    await erasing.let_be(log, P)
    assert (await history.state((await fork(history, P, None, AS_BEFORE, "m")).session)).scene
