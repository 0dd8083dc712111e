"""What the decompose stage asks of an engine."""

from __future__ import annotations

from typing import Protocol

from schemas.decomposition import Decomposition


class Decomposer(Protocol):
    """Turns a sentence into wishes and relations. ``name`` goes into the events."""

    name: str

    def decompose(self, text: str, seed: int) -> Decomposition:
        """What ``text`` asks for; without wishes when it names nothing."""
        ...
