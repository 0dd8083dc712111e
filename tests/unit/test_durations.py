"""Lengths of time as people write them."""

from __future__ import annotations

import pytest

from ops.durations import seconds


@pytest.mark.parametrize(
    ("text", "length"),
    [("0", 0), ("90", 90), ("90s", 90), ("1.5m", 90), (" 24H ", 86_400), ("7 d", 604_800)],
)
def test_a_length_of_time(text: str, length: float) -> None:
    assert seconds(text) == length


@pytest.mark.parametrize("text", ["", "soon", "-1s", "1w", "1h30m", "1e3"])
def test_what_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="90s, 30m, 24h or 7d"):
        seconds(text)
