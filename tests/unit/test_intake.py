"""Where a worker's work comes from, as far as it can be told without a server."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from schemas.flow import Stage
from schemas.ids import EventId, SessionId
from streams.commit import Taken
from streams.intake import MOST_AHEAD, Intake, Slots
from streams.keys import QUEUES, Queue
from streams.lease import Leases
from streams.log import Log

S = SessionId("s")
NOTHING_LEFT = [[], [], 0]
NOTHING_NOW = [[], False, 0]


def entry(n: int) -> list[Any]:
    """A piece of work as the script gives it."""
    fields = ["id", "1-1", "s", "s", "r", "r", "t", "improve", "n", "0", "e", "{}"]
    return [QUEUES[0].number, f"{n}-0", 1, fields, ""]


def piece(n: int, stage: Stage = QUEUES[0].stage) -> Taken:
    """A piece of work in hand."""
    return Taken(Queue(stage), f"{n}-0", 1, "improve", S, None, EventId("1-1"), "{}")


def intake(slots: Slots, begun: list[Taken], stop: asyncio.Event | None = None) -> Intake:
    leases = Leases(Log(cast(Any, None)), "c1", tuple(Stage), recover=False)
    return Intake(leases, slots, begun.append, stop or asyncio.Event())


async def test_a_ride_takes_for_the_slots_that_are_free_and_those_of_its_steps() -> None:
    slots, begun = Slots(5), list[Taken]()
    taking = intake(slots, begun)
    for n in range(2):
        taking.leaves(piece(n))
    said = taking.board(2)
    assert said is not None
    assert said[2] == 7
    taking.land([[entry(n) for n in range(6)], [], 0])
    assert len(begun) == 6
    for _ in range(2):
        slots.give_back()
    assert slots.reserve() == 1


async def test_one_take_rides_at_a_time() -> None:
    slots = Slots(5)
    taking = intake(slots, [])
    assert taking.board(1) is not None
    assert taking.board(1) is None
    taking.land(NOTHING_LEFT)
    assert taking.board(1) is not None


async def test_a_ride_that_was_lost_keeps_no_slot_and_asks_first_whether_redis_is_back() -> None:
    slots = Slots(5)
    slots.reserve()
    slots.give_back(4)  # so one step runs
    taking = intake(slots, [])
    assert taking.board(1) is not None
    assert slots.reserve() == 0
    taking.lose()
    slots.give_back()  # the step is over
    assert slots.reserve() == 5
    assert taking.away
    assert taking.board(1) is None


async def test_what_is_no_work_of_ours_is_left_to_a_take_that_can_say_so() -> None:
    begun = list[Taken]()
    taking = intake(Slots(5), begun)
    assert taking.board(1) is not None
    taking.land([[[1, "1-0", 1, ["foreign", "field"]]], [], 0])
    assert begun == []
    assert taking.away


async def test_no_take_rides_once_it_is_time_to_stop() -> None:
    stop = asyncio.Event()
    taking = intake(Slots(5), [], stop)
    stop.set()
    assert taking.board(1) is None


async def test_what_lands_after_the_worker_has_left_is_not_begun() -> None:
    begun = list[Taken]()
    taking = intake(Slots(5), begun)
    assert taking.board(1) is not None
    taking.close()
    taking.land([[entry(1)], [], 0])
    assert begun == []


async def test_a_slot_that_another_shard_waits_for_is_not_passed_on() -> None:
    slots = Slots(1)
    mine, other = intake(slots, []), asyncio.create_task(slots.wait())
    assert slots.reserve() == 1
    await asyncio.sleep(0)  # until it waits
    assert mine.board(1) is None
    slots.give_back()
    await other
    assert mine.board(0) is not None


async def test_who_waits_for_a_slot_is_not_woken_by_one_that_a_ride_passed_on() -> None:
    slots = Slots(1)
    assert slots.reserve() == 1
    assert slots.reserve(1) == 1  # its step has ended but for the reply
    waiting = asyncio.create_task(slots.wait())
    slots.give_back()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert not waiting.done()
    slots.give_back()
    await waiting


async def test_a_go_of_several_steps_has_room_for_each_of_them() -> None:
    slots = Slots(1, {Stage.IMAGE: 4, Stage.PROMPT: 1}, ahead=1)
    assert (slots.cost(Stage.IMAGE), slots.cost(Stage.PROMPT), slots.cost(Stage.ASR)) == (1, 4, 4)
    assert slots.reserve() == 8  # four at once and four ahead
    slots.give_back(3)
    assert slots.reserve() == 3


async def test_nothing_is_taken_ahead_of_steps_that_take_long() -> None:
    slots = Slots(2, ahead=1)
    assert slots.reserve() == 3
    slots.give_back(3)
    for _ in range(10):
        slots.took(60.0)
    assert slots.reserve() == 2
    slots.give_back(2)
    for _ in range(100):
        slots.took(0.3)
    assert slots.reserve() == 3


async def test_of_tiny_steps_several_are_taken_ahead() -> None:
    slots = Slots(1, ahead=1)
    slots.took(0.06)
    assert slots.reserve() == 1 + 2
    slots.give_back(3)
    for _ in range(100):
        slots.took(0.0001)
    assert slots.reserve() == 1 + MOST_AHEAD


async def test_engines_that_take_several_steps_have_them_ahead_however_long_they_take() -> None:
    slots = Slots(1, {Stage.IMAGE: 8}, ahead=1)
    slots.took(600.0)
    assert slots.reserve() == 16


async def test_a_ride_has_the_room_of_what_its_steps_cost() -> None:
    slots = Slots(1, {Stage.IMAGE: 4})
    taking = intake(slots, [])
    slots.reserve()
    taking.leaves(piece(0, Stage.IMAGE))
    taking.leaves(piece(1, Stage.IMAGE))
    said = taking.board(2)
    assert said is not None
    assert said[2] == 2
    taking.land(NOTHING_LEFT)
    taking.leaves(piece(2, Stage.PROMPT))
    said = taking.board(1)
    assert said is not None
    assert said[2] == 4


async def test_who_has_too_little_room_hears_when_there_is_more() -> None:
    slots = Slots(1, {Stage.IMAGE: 4})
    slots.reserve()
    slots.give_back(1)
    waiting = asyncio.create_task(slots.wait_for_more())
    await asyncio.sleep(0)
    assert not waiting.done()
    slots.give_back(1)
    await waiting
    assert slots.reserve() == 2
