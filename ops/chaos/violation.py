"""What a checker found: one thing that must not be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["lost", "duplicated", "stuck", "order", "share", "scene"]
"""``share``: no work suffers, but a session's share of a queue is too small until the next
repair of it: its cancelled work was in a stream that was deleted. ``scene``: a client shows another
scene than its log has."""


@dataclass(frozen=True, slots=True)
class Violation:
    """``where``: the session, or session/request; empty for the whole of Redis."""

    kind: Kind
    what: str
    where: str = ""

    def at(self, where: str) -> Violation:
        """The same, of ``where``."""
        return replace(self, where=where)

    def __str__(self) -> str:
        return ": ".join(part for part in (self.kind, self.where, self.what) if part)
