"""What the agent stage asks of an engine: what to do about a person's words."""

from __future__ import annotations

from typing import Protocol

from consumers.agent.decision import Context, Decision
from consumers.chat.inquiry import Inquiry


class Decider(Protocol):
    """Chooses one of the six actions, or a reply. ``name`` goes into the events.

    ``looks_back``: it wants to see what an action led to, and to choose again.
    """

    name: str
    looks_back: bool

    def decide(self, text: str, context: Context, inquiry: Inquiry) -> Decision:
        """What to do about ``text``, after ``context.deeds``. Never raises for what a person may
        write. ``inquiry`` says whether it is still wanted, and hears what a model was asked."""
        ...
