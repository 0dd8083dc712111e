"""What the decompose stage asks of an engine."""

from __future__ import annotations

from typing import Protocol

from consumers.chat.inquiry import Inquiry
from schemas.decomposition import Decomposition


class Decomposer(Protocol):
    """Turns a sentence into wishes and relations. ``name`` goes into the events."""

    name: str

    def decompose(self, text: str, seed: int, inquiry: Inquiry) -> Decomposition:
        """What ``text`` asks for; without wishes when it names nothing.

        ``inquiry``: for an engine that asks a model.
        """
        ...
