"""A replay's place and pace, by a clock that stands until it is moved."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.replay import AT_ONCE, BadSpeed, Notice, Replay, parse_speed, speed_name
from schemas.events import AgentThought, Event
from schemas.ids import EventId, SessionId
from tests.golden.samples import AT
from tests.strategies.pace import PROPERTY

NOON = 1_772_368_215_000


def event(at_s: float, serial: int = 0) -> Event:
    """An event ``at_s`` after noon."""
    told = AgentThought(text=f"{at_s}", engine="test")
    name = EventId(f"{NOON + round(at_s * 1000)}-{serial}")
    return Event(id=name, session=SessionId("s"), at=AT, data=told)


A, B, C = event(0), event(2), event(5)


@dataclass
class Watched:
    """A replay of ``events`` from 0 s on, and a clock."""

    replay: Replay
    now: float = 100.0
    seen: list[Event | Notice] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        events: Sequence[Event] = (A, B, C),
        speed: float = 1.0,
        max_gap_s: float = 10.0,
        paused: bool = False,
        until: Event | None = None,
    ) -> Watched:
        watched = cls(Replay(speed, max_gap_s, paused, until.id if until else None))
        watched.replay.seek(None, watched.now)
        watched.replay.feed(events)
        return watched

    def after(self, seconds: float) -> list[Event | Notice]:
        """What is given out once that much more time has gone by."""
        self.now += seconds
        came: list[Event | Notice] = []
        while (come := self.replay.take(self.now)) is not None:
            came.append(come)
        self.seen += came
        return came

    @property
    def wait(self) -> float | None:
        return self.replay.wait_s(self.now)


def test_events_come_in_the_time_that_lay_between_them() -> None:
    watched = Watched.of()
    assert (watched.after(0), watched.wait) == ([A], 2.0)
    assert watched.after(1.9) == []
    assert watched.wait == pytest.approx(0.1)
    assert watched.after(0.1) == [B]
    assert watched.wait == pytest.approx(3.0)
    assert watched.after(2.9) == []
    assert watched.after(0.2) == [C]


def test_at_ten_times_the_speed_they_come_in_a_tenth_of_the_time() -> None:
    watched = Watched.of(speed=10)
    assert watched.after(0) == [A]
    assert watched.wait == pytest.approx(0.2)
    assert watched.after(0.21) == [B]
    assert watched.after(0.3) == [C]


def test_at_max_nothing_waits() -> None:
    watched = Watched.of(speed=AT_ONCE)
    assert watched.wait == 0.0
    assert watched.after(0) == [A, B, C]


def test_a_long_silence_is_cut_and_at_ten_times_the_speed_to_a_tenth_of_that() -> None:
    night = event(40_000)
    assert Watched.of([A, night]).after(0) == [A]
    for speed, cut in ((1.0, 10.0), (10.0, 1.0)):
        watched = Watched.of([A, night], speed)
        watched.after(0)
        assert watched.wait == pytest.approx(cut)
        assert watched.after(cut + 0.01) == [night]
    watched = Watched.of([A, night], max_gap_s=math.inf)
    watched.after(0)
    assert watched.wait == 40_000


def test_lateness_does_not_add_up() -> None:
    watched = Watched.of()
    watched.after(0)
    assert watched.after(2.5) == [B]
    assert watched.wait == pytest.approx(2.5)


def test_while_it_is_paused_no_time_goes_by() -> None:
    watched = Watched.of()
    watched.after(0)
    watched.after(1.5)
    watched.replay.pause(watched.now)
    assert (watched.after(1000), watched.wait) == ([], None)
    watched.replay.play(watched.now)
    assert watched.wait == pytest.approx(0.5)
    assert watched.after(0.6) == [B]


def test_a_new_speed_counts_from_where_it_was_set() -> None:
    watched = Watched.of()
    watched.after(0)
    watched.after(1)
    watched.replay.set_speed(4, watched.now)
    assert watched.wait == pytest.approx(0.25)
    watched.replay.set_speed(AT_ONCE, watched.now)
    assert watched.after(0) == [B, C]


def test_a_speed_set_while_paused_counts_when_it_goes_on() -> None:
    watched = Watched.of(paused=True)
    watched.replay.set_speed(2, watched.now)
    assert (watched.after(5), watched.wait) == ([], None)
    watched.replay.play(watched.now)
    assert (watched.after(0), watched.wait) == ([A], 1.0)


def test_a_step_gives_events_at_once_until_it_has_shown_something() -> None:
    watched = Watched.of(paused=True)
    assert watched.after(0) == []
    watched.replay.step(watched.now)
    assert (watched.wait, watched.replay.take(watched.now)) == (0.0, A)
    assert watched.replay.take(watched.now) == B  # A was nothing to look at
    watched.replay.stepped()
    assert (watched.after(60), watched.wait, watched.replay.paused) == ([], None, True)


def test_a_step_while_it_plays_pauses_it() -> None:
    watched = Watched.of()
    watched.after(0)
    watched.replay.step(watched.now)
    assert watched.replay.take(watched.now) == B
    watched.replay.stepped()
    assert watched.after(60) == []
    watched.replay.play(watched.now)
    assert watched.wait == 3.0  # no wait of before the step counts


def test_it_wants_more_when_it_has_none_and_says_once_that_it_has_caught_up() -> None:
    watched = Watched.of([A])
    assert not watched.replay.wants
    assert watched.after(0) == [A]
    assert watched.replay.wants
    watched.replay.feed([])
    assert watched.after(0) == [Notice.CAUGHT_UP]
    assert (watched.after(9), watched.wait, watched.replay.wants) == ([], None, False)


def test_what_comes_after_it_has_caught_up_is_due_as_it_comes() -> None:
    watched = Watched.of([A])
    watched.after(0)
    watched.replay.feed([])
    watched.after(0)
    watched.replay.expect_more()
    assert watched.replay.wants
    watched.replay.feed([B, C])
    assert watched.after(0) == [B, C]
    watched.replay.feed([])
    assert watched.after(0) == []


def test_once_paused_it_is_behind_again_and_says_so_when_it_has_caught_up() -> None:
    watched = Watched.of([A])
    watched.after(0)
    watched.replay.feed([])
    watched.after(0)
    watched.replay.pause(watched.now)
    watched.replay.expect_more()
    watched.replay.feed([B])
    assert watched.after(60) == []
    watched.replay.play(watched.now)
    assert watched.after(1.9) == []
    watched.after(0.2)
    watched.replay.feed([])
    watched.after(0)
    assert watched.seen == [A, Notice.CAUGHT_UP, B, Notice.CAUGHT_UP]


def test_a_step_at_the_end_says_that_there_is_nothing() -> None:
    watched = Watched.of([A], paused=True)
    watched.replay.step(watched.now)
    assert watched.replay.take(watched.now) == A
    watched.replay.stepped()
    watched.replay.feed([])
    assert watched.after(0) == []
    for _ in range(2):
        watched.replay.step(watched.now)
        assert watched.after(0) == [Notice.CAUGHT_UP]
        assert not watched.replay.live


def test_it_stops_after_the_event_it_was_to_stop_at_and_goes_on_when_told() -> None:
    watched = Watched.of(speed=AT_ONCE, until=B)
    assert watched.after(0) == [A, B, Notice.STOPPED]
    assert (watched.after(60), watched.wait) == ([], None)
    watched.replay.play(watched.now)
    assert watched.after(0) == [C]


def test_a_seek_forgets_what_was_fed_and_waits_for_the_time_after_its_point() -> None:
    watched = Watched.of()
    watched.after(1)
    watched.replay.seek(B.id, watched.now)
    assert watched.replay.wants
    watched.replay.feed([C])
    assert (watched.after(0), watched.wait) == ([], 3.0)
    assert watched.after(3) == [C]


def test_a_seek_to_where_it_was_to_stop_stops_there() -> None:
    watched = Watched.of(until=B)
    watched.replay.seek(C.id, watched.now)
    assert watched.after(0) == [Notice.STOPPED]
    assert watched.replay.paused


def test_a_seek_back_makes_it_play_again_from_there() -> None:
    watched = Watched.of(speed=AT_ONCE)
    watched.after(0)
    watched.replay.feed([])
    assert watched.after(0) == [Notice.CAUGHT_UP]
    watched.replay.set_speed(1, watched.now)
    watched.replay.seek(A.id, watched.now)
    watched.replay.feed([B, C])
    assert (watched.after(0), watched.wait) == ([], 2.0)


MOVES = st.one_of(
    st.floats(0, 30).map(lambda s: ("wait", s)),
    st.sampled_from(["pause", "play", "step"]).map(lambda m: (m, 0.0)),
    st.sampled_from([0.5, 1.0, 10.0, AT_ONCE]).map(lambda s: ("speed", s)),
)


@PROPERTY
@given(st.lists(st.floats(0, 60), max_size=12), st.lists(MOVES, max_size=30))
def test_whatever_is_pressed_every_event_comes_once_in_order(
    gaps: list[float], moves: list[tuple[str, float]]
) -> None:
    events = [event(sum(gaps[: n + 1]), n) for n in range(len(gaps))]
    watched = Watched.of(events[:5])
    watched.replay.feed(events[5:])
    for move, value in moves:
        match move:
            case "wait":
                watched.after(value)
            case "speed":
                watched.replay.set_speed(value, watched.now)
            case _:
                getattr(watched.replay, move)(watched.now)
    watched.replay.play(watched.now)
    watched.after(sum(gaps) * 2 + 1)
    watched.replay.feed([])
    watched.after(0)
    assert [come for come in watched.seen if come is not Notice.CAUGHT_UP] == events


@PROPERTY
@given(st.lists(st.floats(0.001, 60), min_size=1, max_size=12), st.sampled_from([0.5, 1.0, 7.0]))
def test_resting_as_long_as_it_says_meets_every_event_in_its_time(
    gaps: list[float], speed: float
) -> None:
    events = [event(sum(gaps[:n]), n) for n in range(len(gaps) + 1)]
    watched = Watched.of(events, speed)
    start = watched.now
    met: list[float] = []
    while len(met) < len(events):
        met += [watched.now] * len(watched.after(0))
        watched.now += (watched.wait or 0.0) + 1e-9
    expected = [start + sum(min(g, 10.0) for g in gaps[:n]) / speed for n in range(len(events))]
    assert met == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize(
    ("text", "speed"),
    [("1", 1.0), ("10", 10.0), ("0.5", 0.5), ("max", AT_ONCE), (" MAX ", AT_ONCE)],
)
def test_a_speed_is_a_number_or_max(text: str, speed: float) -> None:
    assert parse_speed(text) == speed
    assert parse_speed(speed_name(speed)) == speed


@pytest.mark.parametrize("text", ["", "0", "-1", "fast", "nan", "inf", "1001", "0.001", "1e9"])
def test_another_speed_is_refused_with_what_it_may_be(text: str) -> None:
    with pytest.raises(BadSpeed, match=r"0\.01 to 1000 .* or max"):
        parse_speed(text)
