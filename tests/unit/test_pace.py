"""The steps a second of late."""

from __future__ import annotations

import pytest

from streams.pace import HALF_LIFE_S, Pace


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_steady_pace_is_told_whatever_the_beat_and_fades_when_it_ends() -> None:
    clock = Clock()
    pace = Pace(clock)
    steps = 0
    for passed_s in (0.5, 7.5, 2.0) * 20:
        clock.now += passed_s
        steps += int(passed_s * 4)
        told = pace.measure({"mesh": steps})
    assert told["mesh"] == pytest.approx(4.0, rel=0.01)
    clock.now += HALF_LIFE_S
    assert pace.measure({"mesh": steps})["mesh"] == pytest.approx(2.0, rel=0.01)


def test_what_happened_before_the_last_minutes_is_forgotten() -> None:
    clock = Clock()
    pace = Pace(clock)
    clock.now = 1.0
    pace.measure({"mesh": 1000})
    clock.now += 10 * HALF_LIFE_S
    assert pace.measure({"mesh": 1000})["mesh"] < 0.1


def test_no_time_no_pace() -> None:
    assert Pace(Clock()).measure({"mesh": 3}) == {}
