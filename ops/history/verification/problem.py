"""What is wrong with a session, in words."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.ids import EventId


@dataclass(frozen=True, slots=True)
class Problem:
    """``event``: where it shows; None for the session as a whole."""

    what: str
    event: EventId | None = None

    def __str__(self) -> str:
        return f"{self.event}: {self.what}" if self.event else self.what
