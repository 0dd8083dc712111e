"""Lengths of time as people write them: 90s, 30m, 24h, 7d."""

from __future__ import annotations

import re

_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*(s|m|h|d)?")
_UNITS_S = {"s": 1, None: 1, "m": 60, "h": 3600, "d": 86_400}
EXPECTED = "a time as 90s, 30m, 24h or 7d"


def seconds(text: str) -> float:
    """How long ``text`` is; a plain number is seconds. Raises ``ValueError``."""
    found = _DURATION.fullmatch(text.strip().lower())
    if found is None:
        raise ValueError(f"{text!r} is no length of time; expected {EXPECTED}")
    return float(found[1]) * _UNITS_S[found[2]]
