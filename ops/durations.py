"""Lengths of time as people write them: 30d, 24h, 90m, 45s."""

from __future__ import annotations

import re
from datetime import timedelta

from schemas.errors import BadInput

_LENGTH = re.compile(r"(\d{1,6})([dhms])")
_UNITS = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}


class BadDuration(BadInput):
    """Is no length of time: write 30d, 24h, 90m or 45s."""


def duration(text: str) -> timedelta:
    """The length of time that ``text`` says. Raises ``BadDuration``."""
    said = _LENGTH.fullmatch(text.strip())
    if said is None:
        raise BadDuration(f"{text!r} {BadDuration.__doc__}")
    return timedelta(**{_UNITS[said[2]]: int(said[1])})
