"""The prompt stage: from a wish in a person's words to a prompt and a recipe."""

from __future__ import annotations

from dataclasses import dataclass

from consumers.chat.inquiry import Inquiry
from consumers.chat.models import chat_model
from consumers.handler import Context, Tasks, WrongInput
from consumers.plugins import plugged
from consumers.prompt.port import Improved, PromptImprover, Wanted
from consumers.prompt.rules import improve_by_rules
from consumers.settings import EngineSettings
from schemas.events import AgentActed, AssetWanted, Event, PromptImproved
from schemas.flow import Stage, object_slot
from streams.step import Outcome


class RulesImprover:
    """The embedded engine: grammar and tables."""

    name = "rules"

    def improve(self, wanted: Wanted, inquiry: Inquiry) -> Improved:
        return improve_by_rules(wanted)


@dataclass(frozen=True, slots=True)
class Improve:
    """Handles ``improve``: a wanted asset, or an action that wants a picture or one object."""

    engine: PromptImprover
    seed: int

    def __call__(self, event: Event, context: Context) -> Outcome:
        match event.data:
            case AssetWanted() as data:
                slot = data.slot
                wanted = Wanted(data.prompt, "asset", self.seed, data.label, data.recipe)
            case AgentActed(action="generate_3d_object") as acted:
                slot, wanted = object_slot(acted.step), Wanted(acted.input, "asset", self.seed)
            case AgentActed(action="generate_image") as acted:
                slot, wanted = "", Wanted(acted.input, "image", self.seed)
            case _:
                raise WrongInput(f"the prompt stage got {event.type}; {WrongInput.__doc__}")
        inquiry = Inquiry.of(context)
        improved = self.engine.improve(wanted, inquiry)
        told = PromptImproved(
            slot=slot,
            label=improved.label,
            prompt=improved.prompt,
            recipe=improved.recipe,
            engine=inquiry.engine or self.engine.name,
        )
        return Outcome((told, *inquiry.events(context.artifacts, Stage.PROMPT, slot)))


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers with the engine that ``settings`` choose."""
    return {"improve": Improve(_chosen(settings), settings.seed)}


def _chosen(settings: EngineSettings) -> PromptImprover:
    engine = settings.engine(Stage.PROMPT)
    if engine in ("auto", "rules"):
        return RulesImprover()
    other: PromptImprover | None = plugged(Stage.PROMPT, engine, settings)
    if other is not None:
        return other
    from consumers.prompt.langchain_engine import LangChainImprover

    return LangChainImprover(chat_model(engine, seed=settings.seed))
