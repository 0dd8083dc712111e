"""Who is served when: turns, shares of a session, lanes, and what is not wanted any more."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest

from schemas import events as e
from schemas.errors import Category
from schemas.flow import Stage
from schemas.ids import RequestId, SessionId, event_order
from schemas.recipe import Recipe
from streams.commit import FLIGHT_CAP, Commit, Committed, Taken
from streams.connection import connect
from streams.keys import QUEUES, Queue
from streams.lease import Leases
from streams.log import Log, envelopes
from streams.step import Failure, Job, Outcome, Progress
from streams.worker import Worker, WorkerSettings

ALL = tuple(Stage)
BULK, SMALL = SessionId("bulk"), SessionId("small")
CHAIR = Recipe(noun="chair", label="chair", size=(0.5, 0.9, 0.5))
STARTS = {"generate_3d_scene": Stage.DECOMPOSE, "modify_3d_scene": Stage.PATCH}
DONE = e.RequestCompleted(kind="unrelated_response", text="ok")


@pytest.fixture
async def log(redis_url: str) -> AsyncIterator[Log]:
    log = Log(await connect(redis_url))
    yield log
    await log.close()


async def accept(log: Log, session: SessionId, request: str) -> RequestId:
    accepted = e.RequestAccepted(kind="text", text="x")
    await log.append(session, RequestId(request), "accepted", [accepted])
    return RequestId(request)


async def take(log: Log, *stages: Stage, most: int = 100) -> list[Taken]:
    return await Leases(log, "c1", stages or ALL, recover=False).take(most)


async def commit(log: Log, taken: Taken, *payloads: e.Data) -> Committed:
    events = envelopes(payloads, taken.session, taken.request, taken.event_id, "c1")
    return await log.commit(
        Commit(taken.session, taken.request, taken.mark, tuple(events), taken, "c1")
    )


def wants(count: int) -> list[e.AssetWanted]:
    return [
        e.AssetWanted(slot=f"0/{n}", label="chair", prompt="chair", recipe=CHAIR)
        for n in range(count)
    ]


async def act(log: Log, session: SessionId, request: str, action: e.Action) -> Taken:
    """Accept a request and have the agent act on it; the work that this starts."""
    await accept(log, session, request)
    (decide,) = await take(log, Stage.AGENT)
    await commit(log, decide, e.AgentActed(action=action, input="x"))
    (started,) = await take(log, STARTS[action])
    return started


async def scene_of(log: Log, session: SessionId, request: str, assets: int) -> None:
    """A request for a scene whose ``assets`` assets are all wanted at once."""
    decompose = await act(log, session, request, "generate_3d_scene")
    await commit(log, decompose, *wants(assets))


async def nothing_is_left(log: Log) -> bool:
    lengths = [await log.redis.xlen(key) for key in log.keys.all_work]
    parked = [await log.redis.exists(log.keys.parking(q, s)) for q in QUEUES for s in (BULK, SMALL)]
    still_open = await log.redis.zcard(log.keys.open)
    return not any([*lengths, *parked, still_open])


async def test_a_session_has_its_share_in_flight_and_the_rest_waits_in_its_own_list(
    log: Log,
) -> None:
    await scene_of(log, BULK, "r", assets=3 * FLIGHT_CAP)
    queue = Queue(Stage.PROMPT, bulk=True)
    assert await log.redis.xlen(log.keys.work(Stage.PROMPT, bulk=True)) == FLIGHT_CAP
    assert await log.redis.llen(log.keys.parking(queue, BULK)) == 2 * FLIGHT_CAP
    done = []
    while taken := await take(log, Stage.PROMPT, most=3):
        assert await log.redis.xlen(log.keys.work(Stage.PROMPT, bulk=True)) <= FLIGHT_CAP
        for one in taken:
            done.append(one.event_id)
            await commit(log, one)
    assert done == sorted(done, key=event_order)
    assert len(done) == 3 * FLIGHT_CAP


async def test_a_session_of_weight_two_has_twice_the_share(log: Log) -> None:
    await log.weigh(BULK, 2)
    await scene_of(log, BULK, "r", assets=3 * FLIGHT_CAP)
    assert await log.redis.xlen(log.keys.work(Stage.PROMPT, bulk=True)) == 2 * FLIGHT_CAP


async def test_a_retry_keeps_its_share_and_gives_it_back_when_it_is_done(log: Log) -> None:
    await scene_of(log, BULK, "r", assets=FLIGHT_CAP + 1)
    one, *rest = await take(log, Stage.PROMPT)
    await log.commit(Commit(BULK, one.request, one.mark, (), one, "c1", retry_in_ms=0))
    (again,) = await take(log, Stage.PROMPT)
    assert again.event_id == one.event_id
    for each in (*rest, again):
        await commit(log, each)
    (parked,) = await take(log, Stage.PROMPT)
    await commit(log, parked)
    busy = await log.redis.hget(log.keys.session(BULK), f"busy:{parked.queue.number}")
    assert busy == "0"


async def test_an_edit_overtakes_a_bulk_scene(log: Log) -> None:
    await scene_of(log, BULK, "scene", assets=FLIGHT_CAP)
    edit = await act(log, SMALL, "edit", "modify_3d_scene")
    await commit(log, edit, *wants(1))
    first = (await take(log, Stage.PROMPT, most=1))[0]
    assert (first.session, first.queue.bulk) == (SMALL, False)


async def test_turns_go_by_order_of_acceptance_not_of_decision(log: Log) -> None:
    for request in ("first", "second"):
        await accept(log, BULK, request)
    first, second = await take(log, Stage.AGENT)
    edit = e.AgentActed(action="modify_3d_scene", input="x")
    await commit(log, second, edit)  # the later one's thought was quicker
    assert await take(log, Stage.PATCH) == []
    await commit(log, first, edit)
    (mine,) = await take(log, Stage.PATCH)
    assert mine.request == "first"
    await commit(log, mine, DONE)
    assert [t.request for t in await take(log, Stage.PATCH)] == ["second"]


@pytest.mark.parametrize(
    "said",
    [
        e.AgentActed(action="generate_image", input="x"),
        e.RequestCompleted(kind="unrelated_response", text="hello"),
        e.RequestFailed(category=Category.INTERNAL, code="X", message="m"),
        e.RequestCancelled(),
    ],
    ids=lambda data: data.type,
)
async def test_a_request_that_leaves_the_scene_alone_holds_nobody_back(
    log: Log, said: e.Data
) -> None:
    for request in ("first", "second"):
        await accept(log, BULK, request)
    first, second = await take(log, Stage.AGENT)
    await commit(log, second, e.AgentActed(action="modify_3d_scene", input="x"))
    assert await take(log, Stage.PATCH) == []
    await commit(log, first, said)
    assert [t.request for t in await take(log, Stage.PATCH)] == ["second"]


async def test_a_request_that_changes_the_scene_and_then_draws_gives_its_turn_on_at_its_end(
    log: Log,
) -> None:
    patch = await act(log, BULK, "first", "modify_3d_scene")
    await commit(log, patch, e.AgentActed(action="generate_image", input="x", step=1))
    await accept(log, BULK, "second")
    (decide,) = await take(log, Stage.AGENT)
    await commit(log, decide, e.AgentActed(action="modify_3d_scene", input="x"))
    assert await take(log, Stage.PATCH) == []
    (draw,) = await take(log, Stage.PROMPT)
    await commit(log, draw, DONE)
    assert [t.request for t in await take(log, Stage.PATCH)] == ["second"]


async def test_queued_and_parked_work_of_a_cancelled_request_is_gone_at_the_next_take(
    log: Log,
) -> None:
    await scene_of(log, BULK, "r", assets=3 * FLIGHT_CAP)
    assert await log.cancel(BULK, RequestId("r"), "enough")
    assert not await log.cancel(BULK, RequestId("r"))
    assert await take(log) == []
    assert await nothing_is_left(log)
    assert (await log.read(BULK))[-1].type == "request.cancelled"


async def test_cancelling_what_was_never_asked_for_leaves_no_trace(log: Log) -> None:
    assert not await log.cancel(BULK, RequestId("never"))
    assert await log.read(BULK) == []


async def test_a_new_prompt_supersedes_what_is_unfinished_in_its_session_alone(log: Log) -> None:
    await scene_of(log, BULK, "old", assets=2)
    await accept(log, SMALL, "other")
    new = await accept(log, BULK, "new")
    assert await log.supersede(BULK, new) == ["old"]
    assert {t.request for t in await take(log)} == {"other", "new"}
    cancelled = (await log.read(BULK))[-1].data
    assert cancelled == e.RequestCancelled(reason="superseded by new")


class Endless:
    """A runner whose handler works until it is told to stop."""

    def __init__(self) -> None:
        self.started, self.told = asyncio.Event(), asyncio.Event()

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        self.started.set()
        await self.told.wait()
        return Failure(Category.CONFLICT, "StepCancelled", "stopped")

    def cancel(self, mark: str) -> None:
        self.told.set()

    def kill(self, mark: str) -> None:
        raise AssertionError("nothing is killed here")


async def test_running_work_hears_of_a_cancellation_at_once_and_not_at_its_next_renewal(
    log: Log,
) -> None:
    runner, stop = Endless(), asyncio.Event()
    settings = WorkerSettings("c1", [Stage.AGENT], 1, frozenset(), lease_s=600)
    running = asyncio.create_task(Worker(log, runner, settings).run(stop))
    request = await accept(log, BULK, "r")
    async with asyncio.timeout(5):
        await runner.started.wait()
        await log.cancel(BULK, request)
        await runner.told.wait()
        stop.set()
        await running
    assert [event.type for event in await log.read(BULK)] == [
        "request.accepted",
        "request.cancelled",
    ]
    assert await nothing_is_left(log)


async def test_many_sessions_share_a_stage_evenly_whoever_came_first(log: Log) -> None:
    sessions: Sequence[SessionId] = [SessionId(f"s{n}") for n in range(4)]
    for session in sessions:
        await scene_of(log, session, f"r-{session}", assets=5 * FLIGHT_CAP)
    served: list[SessionId] = []
    while len(served) < 12 * FLIGHT_CAP:
        for one in await take(log, Stage.PROMPT, most=4):
            served.append(one.session)
            await commit(log, one)
    counts = [served.count(session) for session in sessions]
    assert max(counts) - min(counts) <= FLIGHT_CAP


async def test_a_share_that_was_lost_with_its_stream_is_whole_again_at_the_next_request(
    log: Log,
) -> None:
    await scene_of(log, BULK, "r", assets=FLIGHT_CAP)
    await log.cancel(BULK, RequestId("r"))
    await log.redis.delete(log.keys.work(Stage.PROMPT, bulk=True))
    await scene_of(log, BULK, "next", assets=FLIGHT_CAP)
    assert await log.redis.xlen(log.keys.work(Stage.PROMPT, bulk=True)) == FLIGHT_CAP
