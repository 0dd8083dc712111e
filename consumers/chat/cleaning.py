"""What somebody else wrote, a person, a model or its server, as it may be shown anywhere. Pure."""

from __future__ import annotations

import re

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """``text`` without signs that steer whatever shows it (a terminal, the order of letters), and
    without halves of surrogate pairs, which no event can hold."""
    return _STEERING.sub("", text).encode("utf-8", "replace").decode()
