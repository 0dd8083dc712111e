"""How old something must be for a command that gets rid of it, as people write it."""

from __future__ import annotations

from datetime import timedelta

from ops.durations import EXPECTED, seconds
from schemas.errors import BadInput


class BadAge(BadInput):
    """Is no length of time; give a time as 90s, 30m, 24h or 7d."""


def age(text: str) -> timedelta:
    """The length of time that ``text`` says. Raises ``BadAge``."""
    try:
        return timedelta(seconds=seconds(text))
    except (ValueError, OverflowError) as none:
        raise BadAge(f"{text!r} is no length of time; expected {EXPECTED}") from none
