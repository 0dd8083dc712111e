"""The fold of what is said: a request's thoughts and deeds, the session's turns, and consent.

Pure. What belongs here: what the agent goes by when it thinks again, and whose yes counts. What
does not: choosing an action, which is the agent's.
"""

from __future__ import annotations

from dataclasses import replace

from schemas import events as e
from schemas.ids import EventId, event_order
from schemas.state import TURNS_KEPT, Deed, Question, RequestState, SessionState, Turn

LONGEST_TURN = 400
"""Characters that are remembered of what was said, thought or answered."""
FAILED = "It failed: "
"""How the answer of a request that failed begins."""
LAPSES_MS = 10 * 60 * 1000
"""After that long nobody knows any more what a yes is to."""
DESTRUCTIVE: frozenset[e.Action] = frozenset({"delete_asset", "clear_database"})
"""What can not be taken back, and is done only after a person's own yes."""


def heard(state: SessionState, request: RequestState, at: EventId | None) -> None:
    """A person spoke: this request, and no later one, may answer what was asked last."""
    question = state.question
    if question is None or not _may_answer(question, request.id, at):
        state.pending = state.question = None
        return
    state.question = replace(question, asks=request.id)


def replied(
    state: SessionState, request: RequestState, reply: e.AgentReplied, at: EventId | None
) -> None:
    """The agent spoke: what it asked before is not asked any more, unless it asks anew."""
    if reply.confirms is None or at is None:
        state.pending = state.question = None
        return
    state.pending = reply.confirms, reply.input
    state.question = Question(reply.confirms, reply.input, at, request.id)


def noted(
    state: SessionState,
    request: RequestState,
    data: e.AgentThought | e.AgentActed | e.AgentObserved,
) -> None:
    """A thought, an action or an observation of ``request``."""
    match data:
        case e.AgentThought():
            request.thought, request.plan = data.text[:LONGEST_TURN], data.plan
            request.thinker = data.engine
        case e.AgentActed():
            request.action, request.step = data.action, data.step
            deed = Deed(request.thought, data.action, data.input[:LONGEST_TURN])
            request.deeds = (*request.deeds, deed)
            if data.action in DESTRUCTIVE:  # a yes is used up by what it allowed
                state.pending = state.question = None
        case e.AgentObserved() if request.deeds:
            told = data.kind is not None or not data.goes_on
            last = replace(request.deeds[-1], observed=data.text[:LONGEST_TURN], told=told)
            request.deeds = (*request.deeds[:-1], last)


def ended(state: SessionState, request: RequestState, answer: str) -> None:
    """A request ended: from now on it is an earlier one."""
    did = tuple(deed.action for deed in request.deeds)
    turn = Turn(request.text[:LONGEST_TURN], did, answer[:LONGEST_TURN])
    state.talk = (*state.talk, turn)[-TURNS_KEPT:]


def consents(state: SessionState, request: str | None) -> Question | None:
    """The question that the words of ``request`` may answer; None: there is none."""
    question = state.question
    return question if question is not None and question.asks == request else None


def _may_answer(question: Question, request: str, at: EventId | None) -> bool:
    """Whether a request that is heard at ``at`` is the one that was asked."""
    if question.asks is not None or question.by == request or at is None:
        return False
    return event_order(at)[0] - event_order(question.at)[0] <= LAPSES_MS
