"""What the compose stage asks of an engine that places things beside the layout solver."""

from __future__ import annotations

from typing import Protocol

from consumers.chat.inquiry import Inquiry
from consumers.layout.model import Room
from schemas.decomposition import Decomposition, ProposedPlace


class Proposer(Protocol):
    """Proposes places, which the solver corrects and certifies. ``name`` goes into the events."""

    name: str

    def propose(
        self, plan: Decomposition, room: Room, inquiry: Inquiry
    ) -> tuple[ProposedPlace, ...]:
        """Places for things of ``plan`` in ``room``; none where it has no use."""
        ...
