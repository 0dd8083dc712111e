"""What the agent stage asks of an engine: what to do about a person's words."""

from __future__ import annotations

from typing import Protocol

from consumers.agent.rules import Context, Decision


class Decider(Protocol):
    """Chooses one of the six actions, or a reply. ``name`` goes into the events."""

    name: str

    def decide(self, text: str, context: Context) -> Decision:
        """What to do about ``text``. Never raises for what a person may write."""
        ...
