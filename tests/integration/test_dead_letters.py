"""Dead letters, on a real Redis: what they carry, and that a redrive starts work exactly once."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

import pytest

from consumers.handler import StepCancelled
from ops.chaos.history import of_request
from schemas import events as e
from schemas.errors import Category
from schemas.flow import Stage
from schemas.fold import fold
from schemas.ids import RequestId, SessionId
from streams.commit import Commit, Committed, Taken
from streams.connection import connect
from streams.dead import DeadLetters, Wanted
from streams.errors import (
    AlreadyRedriven,
    AmbiguousLetter,
    NoSuchLetter,
    RequestNotFailed,
    SlotSettled,
)
from streams.failing import failed
from streams.keys import QUEUES
from streams.lease import Leases
from streams.letter import DeadLetter
from streams.log import Log, envelopes
from streams.step import Failure, RetryPolicy
from tests.golden.samples import AT, SAMPLES

S, R = SessionId("session-1"), RequestId("request-1")
ALL = tuple(Stage)
SAMPLE = {type(data): data for data in SAMPLES}
WHY = Failure(
    Category.NOT_FOUND,
    "MissingArtifact",
    "the picture is gone; make it again",
    "Traceback (most recent call last): …",
    "trellis:large",
    {"process": "42"},
)


@pytest.fixture
async def log(redis_url: str) -> AsyncIterator[Log]:
    log = Log(await connect(redis_url))
    yield log
    await log.close()


async def accept(log: Log, request: RequestId = R, session: SessionId = S) -> Committed:
    accepted = e.RequestAccepted(kind="text", text="a chair")
    return await log.append(session, request, "accepted", [accepted])


async def take(log: Log, *stages: Stage) -> Taken:
    (taken,) = await Leases(log, "c1", stages or ALL, recover=False).take(1)
    return taken


async def commit(log: Log, taken: Taken, *payloads: e.Data) -> Committed:
    events = envelopes(payloads, taken.session, taken.request, taken.event_id, "c1")
    return await log.commit(
        Commit(taken.session, taken.request, taken.mark, tuple(events), taken, "c1")
    )


async def die(log: Log, taken: Taken, why: Failure = WHY) -> Committed:
    return await log.commit(failed(taken, why, RetryPolicy(), "c1", AT))


async def dead_letter(log: Log, request: RequestId = R, session: SessionId = S) -> DeadLetter:
    """The letter of a request whose first step failed for good."""
    await accept(log, request, session)
    await die(log, await take(log, Stage.AGENT))
    return (await DeadLetters(log).newest())[0]


async def types(log: Log, request: RequestId = R) -> list[str]:
    return [event.type for event in await log.read(S) if event.request == request]


async def waiting(log: Log) -> dict[Stage, int]:
    """How much work each stage has."""
    work: Counter[Stage] = Counter()
    for queue in QUEUES:
        work[queue.stage] += await log.redis.xlen(log.keys.work(queue.stage, queue.bulk))
    return dict(+work)


def sample(model: type[e.Data], **changes: object) -> e.Data:
    return SAMPLE[model].model_copy(update=changes)


async def in_a_scene(log: Log, request: RequestId = R) -> None:
    """Bring a request to where its layout and the prompt of its one asset wait to be made."""
    await accept(log, request)
    await commit(
        log,
        await take(log, Stage.AGENT),
        e.AgentActed(action="generate_3d_scene", input="a room with a chair"),
    )
    if Stage.DECOMPOSE in await waiting(log):
        await commit(
            log,
            await take(log, Stage.DECOMPOSE),
            sample(e.SceneDecomposed, part=0, parts=1, step=0, slots=("0/chair",)),
            sample(e.AssetWanted),
        )


async def test_a_letter_has_the_input_the_error_the_engine_and_the_environment(log: Log) -> None:
    letter = await dead_letter(log)
    assert (letter.stage, letter.task, letter.session, letter.request) == (
        Stage.AGENT, "decide", S, R,
    )  # fmt: skip
    assert (letter.category, letter.code, letter.message) == (WHY.category, WHY.code, WHY.message)
    assert (letter.traceback, letter.engine, letter.at) == (WHY.traceback, "trellis:large", AT)
    assert {"python", "platform", "scenestream", "host"} < set(letter.environment)
    assert (letter.environment["consumer"], letter.environment["process"]) == ("c1", "42")
    assert letter.document()["input"]["data"]["text"] == "a chair"
    assert await DeadLetters(log).get(letter.id) == letter


async def test_an_error_too_long_for_an_event_ends_its_request_and_is_whole_in_its_letter(
    log: Log,
) -> None:
    await accept(log)
    long = Failure(Category.INTERNAL, "Bug", "\x01" * 50_000, "frame\n" * 50_000 + "Bug: oh")
    assert (await die(log, await take(log), long)).outcome == "done"
    (letter,) = await DeadLetters(log).newest()
    assert letter.message == long.message
    assert letter.traceback.endswith("Bug: oh")
    assert len(letter.traceback) < 50_000
    assert (await types(log))[-1] == "request.failed"


async def test_letters_of_all_stages_are_listed_newest_first_and_filtered(log: Log) -> None:
    first = await dead_letter(log)
    second = await dead_letter(log, RequestId("request-2"), SessionId("other"))
    await in_a_scene(log, RequestId("request-3"))
    await die(log, await take(log, Stage.COMPOSE), Failure(Category.INTERNAL, "Bug", "oh"))
    dead = DeadLetters(log)
    third, *rest = await dead.newest()
    assert (third.stage, third.code) == (Stage.COMPOSE, "Bug")
    assert rest == [second, first]
    assert await dead.newest(limit=2) == [third, second]
    assert await dead.newest(Wanted(stage=Stage.AGENT)) == [second, first]
    assert await dead.newest(Wanted(session="other")) == [second]
    assert await dead.newest(Wanted(code="MissingArtifact"), limit=1) == [second]
    assert await dead.newest(Wanted(stage=Stage.AGENT, code="Bug")) == []


async def test_more_letters_than_a_page_are_all_found(log: Log) -> None:
    letter = await dead_letter(log)
    ((_, fields),) = await log.redis.xrange(log.keys.dead(Stage.AGENT))
    for _ in range(250):
        await log.redis.xadd(log.keys.dead(Stage.AGENT), fields)
    found = await DeadLetters(log).newest()
    assert len({one.id for one in found}) == 251
    assert found[-1] == letter


async def test_a_letter_is_found_by_a_prefix_that_no_other_has(log: Log) -> None:
    letter = await dead_letter(log)
    dead = DeadLetters(log)
    assert await dead.get("ag") == letter
    assert await dead.get(letter.id[:-3]) == letter
    await dead_letter(log, RequestId("request-2"))
    with pytest.raises(AmbiguousLetter, match="agent/"):
        await dead.get("agent/")
    with pytest.raises(NoSuchLetter, match="mesh/1"):
        await dead.get("mesh/1")


async def test_a_redriven_request_goes_on_where_it_failed_and_is_answered(log: Log) -> None:
    letter = await dead_letter(log)
    reopened = await DeadLetters(log).redrive(letter)
    again = await take(log, Stage.AGENT)
    assert (again.task, again.event_id, again.body, again.attempt) == (
        "decide", letter.event, letter.input, 1,
    )  # fmt: skip
    done = e.RequestCompleted(kind="unrelated_response", text="hello")
    assert (await commit(log, again, done)).outcome == "done"
    events = await log.read(S)
    assert [event.type for event in events] == [
        "request.accepted", "stage.dead_lettered", "request.failed", "request.reopened",
        "request.completed",
    ]  # fmt: skip
    assert events[3].id == reopened
    assert events[3].data == e.RequestReopened(stage="agent", letter=letter.id, attempt=1)
    assert list(of_request(events)) == []
    assert fold(events[:4]).requests[R].is_open
    assert fold(events).requests[R].status == "completed"


async def test_the_feed_tells_of_a_redrive(log: Log) -> None:
    position = await log.feed_end()
    letter = await dead_letter(log)
    await DeadLetters(log).redrive(letter)
    async with asyncio.timeout(10):
        async for entry in log.feed(position):
            if entry.event.type == "request.reopened":
                return


async def test_a_second_redrive_starts_nothing_and_says_so(log: Log) -> None:
    letter = await dead_letter(log)
    dead = DeadLetters(log)
    event = await dead.redrive(letter)
    with pytest.raises(AlreadyRedriven, match=event):
        await dead.redrive(letter)
    with pytest.raises(AlreadyRedriven, match="already redriven"):
        await dead.get(letter.id)
    assert await waiting(log) == {Stage.AGENT: 1}
    assert await dead.newest() == []


async def test_a_redrive_whose_reply_was_lost_answers_as_the_first_did(log: Log) -> None:
    letter = await dead_letter(log)
    dead = DeadLetters(log)
    first, again = [await dead.redrive(letter, mark="call-1") for _ in range(2)]
    assert first == again
    assert await waiting(log) == {Stage.AGENT: 1}


@pytest.mark.parametrize("calls", [2, 16])
async def test_redriving_at_once_from_two_connections_starts_the_work_exactly_once(
    log: Log, redis_url: str, calls: int
) -> None:
    other = Log(await connect(redis_url))
    for n in range(10):
        letter = await dead_letter(log, RequestId(f"request-{n}"))
        both = [DeadLetters(log), DeadLetters(other)]
        answers = await asyncio.gather(
            *(both[i % 2].redrive(letter) for i in range(calls)), return_exceptions=True
        )
        refused = [answer for answer in answers if isinstance(answer, AlreadyRedriven)]
        assert len(refused) == calls - 1
        assert await waiting(log) == {Stage.AGENT: 1}
        events = [x for x in await log.read(S) if x.request == letter.request]
        assert [event.type for event in events].count("request.reopened") == 1
        done = e.RequestCompleted(kind="unrelated_response", text="hello")
        await commit(log, await take(log, Stage.AGENT), done)
    await other.close()


async def test_what_fails_again_is_a_new_letter_that_can_be_redriven_again(log: Log) -> None:
    dead = DeadLetters(log)
    first = await dead_letter(log)
    await dead.redrive(first)
    await die(log, await take(log, Stage.AGENT))
    (second,) = await dead.newest()
    assert second.id != first.id
    await dead.redrive(second)
    with pytest.raises(AlreadyRedriven):
        await dead.redrive(first)
    done = e.RequestCompleted(kind="unrelated_response", text="hello")
    await commit(log, await take(log, Stage.AGENT), done)
    events = await log.read(S)
    assert [event.type for event in events].count("request.reopened") == 2
    assert list(of_request(events)) == []


async def test_a_failed_request_is_remembered_as_long_as_its_letter(log: Log) -> None:
    letter = await dead_letter(log)
    key = log.keys.request(R)
    assert await log.redis.ttl(key) == -1
    dead = DeadLetters(log)
    assert await dead.drop(letter)
    assert await log.redis.ttl(key) > 0
    assert not await dead.drop(letter)
    with pytest.raises(NoSuchLetter):
        await dead.redrive(letter)
    assert (await types(log))[-1] == "request.failed"


async def test_a_reopened_request_is_not_forgotten_while_it_is_open(log: Log) -> None:
    letter = await dead_letter(log)
    await log.redis.expire(log.keys.request(R), 60)
    await DeadLetters(log).redrive(letter)
    assert await log.redis.ttl(log.keys.request(R)) == -1
    done = e.RequestCompleted(kind="unrelated_response", text="hello")
    await commit(log, await take(log, Stage.AGENT), done)
    assert await log.redis.ttl(log.keys.request(R)) > 0


async def test_an_asset_that_the_scene_went_on_without_can_not_be_redriven(log: Log) -> None:
    await in_a_scene(log)
    await die(log, await take(log, Stage.PROMPT))
    dead = DeadLetters(log)
    (letter,) = await dead.newest()
    assert letter.slot == "0/chair"
    with pytest.raises(SlotSettled, match=r"'chair'.*in an edit"):
        await dead.redrive(letter)
    assert await dead.newest() == [letter]
    assert "request.reopened" not in await types(log)


async def test_a_letter_of_a_request_that_ended_otherwise_is_refused(log: Log) -> None:
    letter = await dead_letter(log)
    dead = DeadLetters(log)
    await log.redis.hset(log.keys.request(R), "letter", "mesh/1-1")
    with pytest.raises(RequestNotFailed, match="failed for another reason"):
        await dead.redrive(letter)
    await log.redis.hset(log.keys.request(R), "status", "completed")
    with pytest.raises(RequestNotFailed, match="is completed"):
        await dead.redrive(letter)
    await log.redis.delete(log.keys.request(R))
    with pytest.raises(RequestNotFailed, match="not known any more"):
        await dead.redrive(letter)
    assert await waiting(log) == {}
    assert await dead.newest() == [letter]


async def test_what_the_failed_requests_other_steps_dropped_is_put_back_with_it(log: Log) -> None:
    await in_a_scene(log)
    prompt = await take(log, Stage.PROMPT)
    await die(log, await take(log, Stage.COMPOSE))
    improved = sample(e.PromptImproved)
    assert (await commit(log, prompt, improved)).outcome == "closed"
    assert await waiting(log) == {}
    await DeadLetters(log).redrive((await DeadLetters(log).newest())[0])
    assert await waiting(log) == {Stage.COMPOSE: 1, Stage.PROMPT: 1}
    again = await take(log, Stage.PROMPT)
    assert (again.event_id, again.body) == (prompt.event_id, prompt.body)
    await commit(log, again, sample(e.AssetMatched))
    blocked_out = sample(e.SceneBlockedOut, part=0, parts=1, step=0)
    await commit(log, await take(log, Stage.COMPOSE), blocked_out)
    assert (await take(log, Stage.COMPOSE)).task == "compose"
    assert [what.what for what in of_request(await log.read(S))] == ["0 terminal events: []"]


async def test_queued_work_that_the_failed_request_left_comes_back_in_its_lane(log: Log) -> None:
    await in_a_scene(log)
    await die(log, await take(log, Stage.COMPOSE))
    assert await Leases(log, "c2", ALL).take(5) == []  # a consumer finds it and drops it
    assert await waiting(log) == {}
    await DeadLetters(log).redrive((await DeadLetters(log).newest())[0])
    again = await Leases(log, "c2", ALL, recover=False).take(5)
    assert {(one.stage, one.queue.bulk) for one in again} == {
        (Stage.COMPOSE, True), (Stage.PROMPT, True),
    }  # fmt: skip
    busy = await log.redis.hgetall(log.keys.session(S))
    assert sum(int(n) for name, n in busy.items() if name.startswith("busy:")) == 2


async def test_a_step_that_still_ran_when_its_request_was_reopened_is_not_started_twice(
    log: Log,
) -> None:
    await in_a_scene(log)
    prompt = await take(log, Stage.PROMPT)
    await die(log, await take(log, Stage.COMPOSE))
    await DeadLetters(log).redrive((await DeadLetters(log).newest())[0])
    assert (await commit(log, prompt, sample(e.AssetMatched))).outcome == "done"
    assert await waiting(log) == {Stage.COMPOSE: 1}


async def test_a_step_that_was_told_to_stop_before_its_request_was_reopened_is_tried_again(
    log: Log,
) -> None:
    stopped = StepCancelled("told to stop")
    await in_a_scene(log)
    prompt = await take(log, Stage.PROMPT)
    await die(log, await take(log, Stage.COMPOSE))
    await DeadLetters(log).redrive((await DeadLetters(log).newest())[0])
    await die(log, prompt, Failure(stopped.category, stopped.code, str(stopped)))
    assert (await types(log))[-1] == "stage.retried"


async def test_a_redriven_change_of_the_scene_waits_for_its_turn(log: Log) -> None:
    await accept(log)
    acted = e.AgentActed(action="modify_3d_scene", input="move the chair")
    await commit(log, await take(log, Stage.AGENT), acted)
    await die(log, await take(log, Stage.PATCH))
    other = RequestId("request-2")
    await accept(log, other)
    await commit(log, await take(log, Stage.AGENT), acted)
    theirs = await take(log, Stage.PATCH)
    await DeadLetters(log).redrive((await DeadLetters(log).newest())[0])
    assert await waiting(log) == {Stage.PATCH: 1}  # theirs alone
    done = e.RequestCompleted(kind="modify_3d_scene", text="moved")
    await commit(log, theirs, done)
    ours = await take(log, Stage.PATCH)
    assert (ours.request, ours.task) == (R, "plan")
    third = RequestId("request-3")
    await accept(log, third)
    await commit(log, await take(log, Stage.AGENT), acted)
    assert await waiting(log) == {Stage.PATCH: 1}  # ours alone: the turn is ours
    await commit(log, ours, done)
    assert (await take(log, Stage.PATCH)).request == third


async def test_a_redriven_change_takes_a_turn_that_nobody_has(log: Log) -> None:
    await accept(log)
    acted = e.AgentActed(action="modify_3d_scene", input="move the chair")
    await commit(log, await take(log, Stage.AGENT), acted)
    await die(log, await take(log, Stage.PATCH))
    await DeadLetters(log).redrive((await DeadLetters(log).newest())[0])
    assert await log.redis.hget(log.keys.session(S), "turn") == R
    assert (await take(log, Stage.PATCH)).request == R


async def test_a_redriven_request_that_has_not_decided_holds_later_changes_back(log: Log) -> None:
    letter = await dead_letter(log)
    await accept(log, RequestId("request-2"))
    later = await take(log, Stage.AGENT)
    await DeadLetters(log).redrive(letter)
    acted = e.AgentActed(action="modify_3d_scene", input="move the chair")
    await commit(log, later, acted)
    assert await waiting(log) == {Stage.AGENT: 1}
    done = e.RequestCompleted(kind="unrelated_response", text="hello")
    await commit(log, await take(log, Stage.AGENT), done)
    assert (await take(log, Stage.PATCH)).request == later.request


async def test_what_changes_no_scene_holds_nobody_back(log: Log) -> None:
    await accept(log)
    picture = e.AgentActed(action="generate_image", input="a chair")
    await commit(log, await take(log, Stage.AGENT), picture)
    await die(log, await take(log, Stage.PROMPT))
    await DeadLetters(log).redrive((await DeadLetters(log).newest())[0])
    assert await log.redis.zrange(log.keys.turns(S), 0, -1) == []
    assert await log.redis.hget(log.keys.session(S), "turn") is None
    assert await waiting(log) == {Stage.PROMPT: 1}
