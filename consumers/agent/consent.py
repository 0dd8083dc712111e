"""Deleting for good takes a person's own yes. This is code: no engine decides it, none can skip it.

Whatever an engine wants, the action is done only if the words of this very request are a plain yes
to the question about exactly that, and nothing was said in between. Anything else is asked.
"""

from __future__ import annotations

from consumers.agent.decision import Context, Decision, PendingConfirmation, asking
from consumers.lexicon.talk.consent import plain_answer
from schemas.events import Planned


def with_consent(decision: Decision, said: str, context: Context) -> Decision:
    """``decision``, or the question that has to come before it.

    ``said``: the person's words where they are what was decided on; "" where an observation was.
    """
    if decision.action != "delete_asset" and decision.action != "clear_database":
        return decision
    wanted = PendingConfirmation(decision.action, decision.input)
    asked = context.pending
    if asked == wanted and not context.deeds and _is_yes(said, wanted):
        return decision
    return asking(wanted, decision.thought)


def _is_yes(said: str, wanted: PendingConfirmation) -> bool:
    return plain_answer(said, wanted.action, wanted.name) is True


def planned(call: Planned) -> Decision:
    """The next action of a plan."""
    return Decision(f"Next: {call.action}.", call.action, call.input)
