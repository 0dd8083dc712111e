"""The atomic step, against a real Redis: what enters the log, and what never can."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

import pytest

from schemas import events as e
from schemas.errors import Category
from schemas.flow import Stage, object_slot
from schemas.ids import RequestId, SessionId
from streams.commit import Commit, Committed, Taken
from streams.connection import connect
from streams.lease import Leases
from streams.log import Log, envelopes
from streams.scripts import COMMIT

S, R = SessionId("session-1"), RequestId("request-1")
ALL = tuple(Stage)


@pytest.fixture
async def log(redis_url: str) -> AsyncIterator[Log]:
    log = Log(await connect(redis_url))
    yield log
    await log.close()


async def accept(log: Log, request: RequestId = R, text: str = "a chair") -> Committed:
    return await log.append(S, request, "accepted", [e.RequestAccepted(kind="text", text=text)])


async def take_one(log: Log, consumer: str = "c1", stages: Sequence[Stage] = ALL) -> Taken:
    taken = await Leases(log, consumer, stages, recover=False).take(1)
    assert len(taken) == 1
    return taken[0]


async def commit(
    log: Log, taken: Taken, *payloads: e.Data, consumer: str = "c1", revision: int | None = None
) -> Committed:
    events = envelopes(payloads, taken.session, taken.request, taken.event_id, consumer)
    return await log.commit(
        Commit(taken.session, taken.request, taken.mark, tuple(events), taken, consumer, revision)
    )


async def types(log: Log) -> list[str]:
    return [event.type for event in await log.read(S)]


def registered(slot: str) -> e.AssetFailed:
    return e.AssetFailed(slot=slot, category=Category.INTERNAL, code="X", message="m", stage="mesh")


async def test_an_accepted_request_is_in_the_log_the_feed_and_the_agents_work(log: Log) -> None:
    done = await accept(log)
    assert done.outcome == "done"
    assert await types(log) == ["request.accepted"]
    taken = await take_one(log)
    assert (taken.stage, taken.task, taken.event_id) == (Stage.AGENT, "decide", done.ids[0])
    assert [s.session for s in await log.sessions()] == [S]


async def test_a_commit_made_twice_counts_once(log: Log) -> None:
    first, again = await accept(log), await accept(log)
    assert (first.outcome, again.outcome) == ("done", "again")
    assert first.ids == again.ids
    assert await types(log) == ["request.accepted"]


async def test_a_step_acknowledges_its_input_and_starts_the_next_in_one(log: Log) -> None:
    await accept(log)
    taken = await take_one(log)
    await commit(log, taken, e.AgentActed(action="generate_image", input="a chair"))
    work = log.keys.work(Stage.AGENT)
    assert await log.redis.xlen(work) == 0
    assert (await log.redis.xpending(work, Stage.AGENT))["pending"] == 0
    assert (await take_one(log)).stage is Stage.PROMPT


async def test_an_event_knows_its_cause(log: Log) -> None:
    accepted = await accept(log)
    taken = await take_one(log)
    await commit(log, taken, e.AgentThought(text="hm", engine="rules"))
    assert (await log.read(S))[1].cause == accepted.ids[0]


async def test_a_late_owner_can_neither_renew_nor_commit(log: Log) -> None:
    await accept(log)
    late = Leases(log, "late", ALL)
    (theirs,) = await late.take(1)
    (ours,) = await Leases(log, "new", ALL, lease_s=0).take(1, reclaim=True)
    assert (ours.entry, ours.delivery) == (theirs.entry, 2)
    assert list((await late.renew()).values()) == ["lost"]
    refused = await commit(log, theirs, e.AgentThought(text="late", engine="x"), consumer="late")
    assert refused.outcome == "lost"
    assert await types(log) == ["request.accepted"]
    done = await commit(log, ours, e.AgentThought(text="new", engine="x"), consumer="new")
    assert done.outcome == "done"


async def test_a_held_lease_is_not_taken_and_its_renewal_counts_no_delivery(log: Log) -> None:
    await accept(log)
    mine = Leases(log, "mine", ALL, lease_s=30)
    (taken,) = await mine.take(1)
    assert list((await mine.renew()).values()) == ["held"]
    assert await Leases(log, "other", ALL, lease_s=30).take(1, reclaim=True) == []
    assert (await commit(log, taken, consumer="mine")).outcome == "done"


async def test_what_a_lost_reply_left_pending_is_taken_first_after_a_restart(log: Log) -> None:
    await accept(log)
    await Leases(log, "c1", ALL).take(1)  # the reply of this take is "lost"
    (again,) = await Leases(log, "c1", ALL, recover=True).take(1)
    assert again.delivery == 2
    assert (await commit(log, again)).outcome == "done"


async def test_recovering_leaves_alone_what_is_held(log: Log) -> None:
    await accept(log)
    leases = Leases(log, "c1", ALL)
    (held,) = await leases.take(1)
    leases.recover = True
    assert await leases.take(1) == []
    assert (await commit(log, held)).outcome == "done"


async def test_a_join_starts_its_stage_once_when_the_last_member_is_settled(log: Log) -> None:
    await accept(log)
    slots = ("0/a", "0/b")
    plan = e.EditPlanned(edits=(), slots=slots, engine="rules")
    await commit(log, await take_one(log), plan)
    assert await Leases(log, "c1", ALL).take(1) == []
    await log.append(S, R, "a", [registered("0/a")])
    await log.append(S, R, "a-again", [registered("0/a")])
    assert await Leases(log, "c1", ALL).take(1) == []
    await log.append(S, R, "b", [registered("0/b")])
    joined = await take_one(log)
    assert (joined.stage, joined.task) == (Stage.PATCH, "apply")
    await log.append(S, R, "b-again", [registered("0/b")])
    assert await Leases(log, "c2", ALL, recover=False).take(1) == []


async def test_one_object_is_a_join_of_one(log: Log) -> None:
    await accept(log)
    await commit(
        log, await take_one(log), e.AgentActed(action="generate_3d_object", input="a chair")
    )
    await take_one(log, stages=[Stage.PROMPT])
    await log.append(S, R, "made", [registered(object_slot(0))])
    assert (await take_one(log, stages=[Stage.AGENT])).task == "observe"


async def test_requests_that_change_the_scene_take_turns_in_order(log: Log) -> None:
    requests = [RequestId(f"r{n}") for n in range(3)]
    for request in requests:
        await accept(log, request)
        await commit(
            log,
            await take_one(log, stages=[Stage.AGENT]),
            e.AgentActed(action="modify_3d_scene", input="x"),
        )
    first = await take_one(log, stages=[Stage.PATCH])
    assert first.request == "r0"
    assert await Leases(log, "c2", [Stage.PATCH], recover=False).take(1) == []
    await log.append(S, requests[1], "cancel", [e.RequestCancelled()])
    await commit(log, first, e.RequestCompleted(kind="modify_3d_scene", text="ok"))
    assert (await take_one(log, stages=[Stage.PATCH])).request == "r2"


async def test_no_event_follows_a_requests_end(log: Log) -> None:
    await accept(log)
    taken = await take_one(log)
    await log.append(S, R, "cancel", [e.RequestCancelled(reason="enough")])
    late = await commit(log, taken, e.AgentThought(text="late", engine="x"))
    assert late.outcome == "closed"
    assert (await types(log))[-1] == "request.cancelled"
    assert await log.redis.xlen(log.keys.work(Stage.AGENT)) == 0


async def test_a_step_computed_on_an_old_revision_is_refused_and_stays_ours(log: Log) -> None:
    await accept(log)
    taken = await take_one(log)
    await log.append(S, None, "sync", [e.SceneSynced(name="s", nodes=(), digest="d")])
    stale = await commit(log, taken, e.SceneComposed(name="s", nodes=()), revision=0)
    assert stale.outcome == "stale"
    fresh = await commit(log, taken, e.SceneComposed(name="s", nodes=()), revision=1)
    assert fresh.outcome == "done"


async def test_work_put_back_comes_when_it_is_due(log: Log) -> None:
    await accept(log)
    taken = await take_one(log)
    back = Commit(S, R, taken.mark, (), taken, "c1", retry_in_ms=0)
    assert (await log.commit(back)).outcome == "done"
    again = await take_one(log)
    assert (again.task, again.tries, again.attempt, again.event_id) == (
        "decide", 1, 2, taken.event_id,
    )  # fmt: skip


async def test_a_group_that_vanished_is_made_again_and_nothing_is_lost(log: Log) -> None:
    await accept(log)
    await Leases(log, "gone", ALL).take(1)
    await log.redis.xgroup_destroy(log.keys.work(Stage.AGENT), Stage.AGENT)
    assert (await take_one(log)).task == "decide"


async def test_a_script_that_redis_forgot_is_sent_again(log: Log) -> None:
    await accept(log)
    await log.redis.script_flush()
    assert await log.redis.script_exists(COMMIT.sha) == [False]
    assert (await accept(log, RequestId("r2"))).outcome == "done"


async def test_an_entry_that_is_no_event_is_kept_and_shown_as_such(log: Log) -> None:
    await accept(log)
    await log.redis.xadd(log.keys.log(S), {"e": "{broken", "type": "?", "request": ""})
    await log.append(S, R, "more", [e.AgentThought(text="on", engine="x")])
    kept = await log.read(S)
    assert [event.type for event in kept] == ["request.accepted", "undecodable", "agent.thought"]
