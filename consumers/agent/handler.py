"""The agent stage: decides what a request needs, starts it, and tells the person what came of it.

Its loop runs through the log: an action starts a flow and the step ends; what the flow led to comes
back as an observation. So an agent survives a restart in mid-thought, and waits for nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

from consumers.agent.port import Decider
from consumers.agent.rules import Context as Situation
from consumers.agent.rules import Decision, PendingConfirmation, decide
from consumers.agent.telling import observed
from consumers.handler import Context, Tasks, WrongInput
from consumers.scene_view import items
from consumers.settings import EngineSettings
from schemas.errors import MissingEngine
from schemas.events import (
    AgentActed,
    AgentReplied,
    AgentThought,
    Data,
    Event,
    RequestAccepted,
    RequestCompleted,
    SpeechTranscribed,
)
from schemas.flow import Stage
from schemas.state import SessionState
from streams.step import Outcome


class RulesDecider:
    """The embedded engine: grammar and tables."""

    name = "rules"

    def decide(self, text: str, context: Situation) -> Decision:
        return decide(text, context)


@dataclass(frozen=True, slots=True)
class Decide:
    """Handles ``decide``: a request's words, written or transcribed."""

    engine: Decider

    def __call__(self, event: Event, context: Context) -> Outcome:
        said = event.data
        if not isinstance(said, RequestAccepted | SpeechTranscribed):
            raise WrongInput(f"the agent stage got {event.type}; {WrongInput.__doc__}")
        decision = self.engine.decide(said.text, situation(context.session, event))
        thought = AgentThought(text=decision.thought, engine=self.engine.name)
        return Outcome((thought, *_deeds(decision)))


@dataclass(frozen=True, slots=True)
class Observe:
    """Handles ``observe``: what an action led to."""

    def __call__(self, event: Event, context: Context) -> Outcome:
        return Outcome(tuple(observed(event, context.session)))


def situation(state: SessionState, event: Event) -> Situation:
    """What the engine may know of the session."""
    return Situation(
        has_scene=state.scene is not None or state.making_scene(but=event.request),
        items=items(state),
        assets=tuple(sorted({a.label for a in state.assets.values()})),
        pending=_pending(state),
    )


def _pending(state: SessionState) -> PendingConfirmation | None:
    match state.pending:
        case (("delete_asset" | "clear_database") as action, name):
            return PendingConfirmation(action, name)
        case _:
            return None


def _deeds(decision: Decision) -> list[Data]:
    reply = decision.reply or ""
    match decision.action:
        case "reply":
            return [
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
            return [AgentActed(action=action, input=decision.input)]


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers with the engine that ``settings`` choose."""
    return {"decide": Decide(_chosen(settings.engine(Stage.AGENT))), "observe": Observe()}


def _chosen(engine: str) -> Decider:
    if engine in ("auto", "rules"):
        return RulesDecider()
    provider, _, model = engine.partition(":")
    if provider == "ollama" and model:
        from consumers.agent.langchain_engine import ollama

        return ollama(model)
    raise MissingEngine(f"agent has no engine {engine!r}; known: rules, ollama:MODEL")
