"""What a checker found: one thing that must not be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["lost", "duplicated", "stuck", "order"]


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
