"""The URL that asks for a replay: what it may say, and what is said about the rest."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.replay import AT_ONCE, BadSpeed
from gateway.replay_url import Asked, BadReplayUrl, is_replay, parse, url
from tests.strategies.pace import PROPERTY

TEXT = st.text(st.characters(codec="utf-8"), min_size=1)
ASKED = st.builds(
    Asked,
    TEXT,
    st.sampled_from([0.5, 1.0, 10.0, AT_ONCE]),
    st.none() | TEXT,
    st.none() | TEXT,
    st.booleans(),
    st.sampled_from([0.0, 2.5, 10.0, math.inf]),
)


def test_a_session_alone_is_replayed_whole_and_as_it_was() -> None:
    assert parse("/?replay=5d1d") == Asked("5d1d")


def test_everything_else_can_be_said() -> None:
    path = "/?replay=5d1d&speed=max&from=%2B2s&to=1772368215250-3&paused=1&max_gap=3"
    assert parse(path) == Asked("5d1d", AT_ONCE, "+2s", "1772368215250-3", True, 3.0)


def test_a_plus_is_a_plus_although_forms_write_spaces_so() -> None:
    assert parse("/?replay=a&to=+90s").to == "+90s"
    assert parse("/?replay=a&to=2026-03-01T12:30+01:00").to == "2026-03-01T12:30+01:00"


@PROPERTY
@given(ASKED)
def test_a_url_asks_for_what_it_was_made_of(asked: Asked) -> None:
    made = url("ws://127.0.0.1:8765/", asked)
    assert made.startswith("ws://127.0.0.1:8765/?replay=")
    assert made.isascii()
    assert parse(made.removeprefix("ws://127.0.0.1:8765")) == asked


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/?replay=", "names no session; give its id"),
        ("/?replay=a&spede=2", "no 'spede'; it may have replay, speed, from, to, paused, max_gap"),
        ("/?replay=a&paused=maybe", "paused='maybe' is neither yes nor no; give 1 or 0"),
        ("/?replay=a&max_gap=-1", "'-1' is no longest silence; give seconds"),
        ("/?replay=a&max_gap=nan", "'nan' is no longest silence"),
        ("/?replay=a&max_gap=soon", "'soon' is no longest silence"),
    ],
)
def test_what_can_not_be_understood_is_answered_with_what_can(path: str, says: str) -> None:
    with pytest.raises(BadReplayUrl, match=says.replace("'", ".")):
        parse(path)


def test_a_bad_speed_is_one_here_too() -> None:
    with pytest.raises(BadSpeed):
        parse("/?replay=a&speed=fast")


@pytest.mark.parametrize("path", ["/", "/?", "/?token=replay", "/?Replay=a"])
def test_who_names_no_session_to_replay_gets_one_of_their_own(path: str) -> None:
    assert not is_replay(path)
