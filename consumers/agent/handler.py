"""The agent stage: decides what a request needs, starts it, and tells the person what came of it.

Its loop runs through the log: an action starts a flow and the step ends; what the flow led to comes
back as an observation, and the next thought begins with it. So an agent survives a restart in
mid-thought, and waits for nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from consumers.agent.asides import told_besides
from consumers.agent.consent import planned, with_consent
from consumers.agent.decision import Context as Situation
from consumers.agent.decision import Decision, PendingConfirmation
from consumers.agent.port import Decider
from consumers.agent.rules import decide
from consumers.agent.seeing import parts_in, seen_after
from consumers.agent.telling import observed
from consumers.chat.inquiry import Inquiry, given_up
from consumers.handler import Context, Tasks, WrongInput, payload
from consumers.plugins import plugged
from consumers.scene_view import items
from consumers.settings import EngineSettings
from schemas.errors import MissingEngine
from schemas.events import (
    AgentActed,
    AgentObserved,
    AgentReplied,
    AgentThought,
    Data,
    Event,
    RequestAccepted,
    RequestCompleted,
    SpeechTranscribed,
)
from schemas.flow import Stage
from schemas.ids import RequestId
from schemas.state import RequestState, SessionState
from schemas.talk import DESTRUCTIVE, consents
from streams.step import Outcome

MOST_ACTIONS = 8
"""Actions of one request; after the last one it ends, whatever the engine would like to do."""


class RulesDecider:
    """The embedded engine: grammar and tables. What it wants to do it knows at once."""

    name = "rules"
    looks_back = False

    def decide(self, text: str, context: Situation, inquiry: Inquiry) -> Decision:
        if context.deeds:  # an engine that looked back began, and left it to the rules
            return Decision("It is done.", "reply", reply=context.deeds[-1].observed or "Done.")
        return decide(text, context)


@dataclass(frozen=True, slots=True)
class Decide:
    """Handles ``decide``: a request's words, written or transcribed."""

    engine: Decider

    def __call__(self, event: Event, context: Context) -> Outcome:
        said = event.data
        if not isinstance(said, RequestAccepted | SpeechTranscribed):
            raise WrongInput(f"the agent stage got {event.type}; {WrongInput.__doc__}")
        known = situation(context, event)
        inquiry = Inquiry.of(context)
        wanted = self.engine.decide(said.text, known, inquiry)
        decision = with_consent(wanted, said.text, known)
        return _outcome(decision, inquiry.engine or self.engine.name, inquiry, context, step=0)


@dataclass(frozen=True, slots=True)
class Think:
    """Handles ``think``: what an action led to, where more is to be done or said."""

    engine: Decider

    def __call__(self, event: Event, context: Context) -> Outcome:
        seen, request = payload(event, AgentObserved), _request(event, context.session)
        known, inquiry = situation(context, event), Inquiry.of(context)
        if request.plan:  # which is whose it was
            first, *rest = request.plan
            wanted = replace(planned(first), then=tuple(rest))
            name = request.thinker or self.engine.name
        else:
            wanted = self.engine.decide(request.text, known, inquiry)
            name = inquiry.engine or self.engine.name
        decision = with_consent(wanted, "", known)
        return _outcome(decision, name, inquiry, context, step=seen.step + 1)


@dataclass(frozen=True, slots=True)
class Observe:
    """Handles ``observe``: what an action led to."""

    engine: Decider

    def __call__(self, event: Event, context: Context) -> Outcome:
        request = _request(event, context.session)
        more = bool(request.plan) or self._looks_back(request)
        goes_on = more and len(request.deeds) < MOST_ACTIONS
        by_rules = request.thinker == RulesDecider.name
        seen, note = None, ""
        if not goes_on and (by_rules or not self.engine.looks_back):
            # Who looks back is asked what is to be seen.
            parts_of = parts_in(context.session, context.artifacts)
            seen = seen_after(event.data, request, context.session, parts_of)
        if not goes_on and by_rules:
            note = _answer_besides(request, context, event)
        if not goes_on and by_rules and self.engine.looks_back:
            note = f"{note} {given_up(self.engine.name)}".strip()
        return Outcome(tuple(observed(event, context.session, goes_on, seen, note)))

    def _looks_back(self, request: RequestState) -> bool:
        """Whether the engine is asked again. What the rules decided in its place they end; after a
        confirmed deletion nothing is left to ask."""
        own = request.thinker != RulesDecider.name
        return own and self.engine.looks_back and request.action not in DESTRUCTIVE


def _answer_besides(request: RequestState, context: Context, event: Event) -> str:
    """The answer to what a request asked besides the edit that it is done with; "" for none."""
    edited = bool(request.deeds) and request.deeds[-1].action == "modify_3d_scene"
    return told_besides(request.text, situation(context, event)) if edited else ""


def situation(context: Context, event: Event) -> Situation:
    """What the engine may know of the session."""
    state = context.session
    request = state.requests.get(event.request) if event.request else None
    return Situation(
        has_scene=state.scene is not None or state.making_scene(but=event.request),
        items=items(state),
        assets=tuple(sorted({a.label for a in state.assets.values()})),
        pending=_pending(state, event.request),
        talk=state.talk,
        deeds=request.deeds if request else (),
        touched=state.touched,
        parts_of=parts_in(state, context.artifacts),
    )


def _request(event: Event, state: SessionState) -> RequestState:
    return state.requests[event.request] if event.request else RequestState(RequestId(""))


def _pending(state: SessionState, request: RequestId | None) -> PendingConfirmation | None:
    question = consents(state, request)
    match question.action if question else None:
        case ("delete_asset" | "clear_database") as action if question:
            return PendingConfirmation(action, question.input)
        case _:
            return None


def _outcome(
    decision: Decision, name: str, inquiry: Inquiry, context: Context, step: int
) -> Outcome:
    thought = AgentThought(text=decision.thought, engine=name, plan=decision.then)
    said = inquiry.events(context.artifacts, Stage.AGENT)
    return Outcome((thought, *said, *_deeds(decision, step)))


def _deeds(decision: Decision, step: int) -> list[Data]:
    reply = decision.reply or ""
    match decision.action:
        case "reply":
            return [
                *decision.view,
                AgentReplied(text=reply),
                RequestCompleted(kind="unrelated_response", text=reply),
            ]
        case "confirm":
            asked = decision.confirms
            if asked is None:
                raise WrongInput("the agent asks for a confirmation of nothing")
            return [
                AgentReplied(text=reply, confirms=asked.action, input=asked.name),
                RequestCompleted(kind="unrelated_response", text=reply),
            ]
        case action:
            return [*decision.view, AgentActed(action=action, input=decision.input, step=step)]


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers with the engine that ``settings`` choose."""
    other: Decider | None = plugged(Stage.AGENT, settings.engine(Stage.AGENT), settings)
    engine = other or _chosen(settings.engine(Stage.AGENT))
    return {"decide": Decide(engine), "think": Think(engine), "observe": Observe(engine)}


def _chosen(engine: str) -> Decider:
    if engine in ("auto", "rules"):
        return RulesDecider()
    if ":" not in engine:
        raise MissingEngine(f"agent has no engine {engine!r}; known: rules, PROVIDER:MODEL")
    from consumers.agent.langchain_engine import langchain

    return langchain(engine)
