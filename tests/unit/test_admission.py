"""Whether a request is taken while others wait, and what is said of the wait."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from gateway.limits.admission import FRESH_S, UNKNOWN_S, Admission
from gateway.limits.errors import BacklogTooLong
from gateway.limits.settings import LimitSettings
from schemas.flow import Stage
from streams.lag import Backlog, StageLag


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def measured(*found: Backlog | None) -> Callable[[], Awaitable[Backlog | None]]:
    told = iter(found)

    async def measure() -> Backlog | None:
        return next(told)

    return measure


async def test_a_long_backlog_refuses_new_sessions_with_an_honest_wait() -> None:
    admission = Admission(LimitSettings(backlog_s=60), measured(Backlog(90, 100.0)), Clock())
    with pytest.raises(BacklogTooLong, match="90 pieces of work wait, some 100 s") as refused:
        await admission.check(under_way=False)
    assert refused.value.retry_after_s == 40
    assert admission.wait_s == 100
    await admission.check(under_way=True)


async def test_who_is_under_way_is_refused_at_twice_of_it() -> None:
    admission = Admission(LimitSettings(backlog_s=60), measured(Backlog(1, 121.0)), Clock())
    with pytest.raises(BacklogTooLong) as refused:
        await admission.check(under_way=True)
    assert refused.value.retry_after_s == 1


async def test_pieces_count_where_nobody_knows_how_long_they_take() -> None:
    found = Backlog(30, 0.0), Backlog(40, 80.0)
    clock = Clock()
    admission = Admission(LimitSettings(backlog=20), measured(*found), clock)
    with pytest.raises(BacklogTooLong) as refused:
        await admission.check(under_way=False)
    assert refused.value.retry_after_s == UNKNOWN_S
    clock.now += FRESH_S
    with pytest.raises(BacklogTooLong) as refused:
        await admission.check(under_way=False)
    assert refused.value.retry_after_s == 40


async def test_a_backlog_is_measured_once_in_a_while_and_an_unknown_one_refuses_nobody() -> None:
    clock = Clock()
    settings = LimitSettings(backlog_s=60)
    admission = Admission(settings, measured(None, Backlog(1, 61.0), None, Backlog()), clock)
    await admission.check(under_way=False)
    await admission.check(under_way=False)
    clock.now += FRESH_S
    for _ in range(2):  # what was known last counts until there is better
        with pytest.raises(BacklogTooLong):
            await admission.check(under_way=False)
        clock.now += FRESH_S
    await admission.check(under_way=False)


async def test_without_a_limit_nothing_is_measured() -> None:
    await Admission(LimitSettings(), measured(), Clock()).check(under_way=False)


def test_stages_of_the_same_consumers_wait_for_each_other_and_others_do_not() -> None:
    def stage(of: Stage, *servers: str) -> StageLag:
        slots = len(servers)
        return StageLag(of, waiting=10, step_s=2.0 if slots else None, slots=slots, servers=servers)

    shared = [stage(Stage.AGENT, "a"), stage(Stage.MESH, "a")]
    apart = [stage(Stage.IMAGE, "b", "c"), stage(Stage.ASR)]
    assert Backlog.of([*shared, *apart]) == Backlog(40, 40.0)
    assert Backlog.of(apart) == Backlog(20, 10.0)
    assert Backlog.of([]) == Backlog()
