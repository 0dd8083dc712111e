"""The prompt stage: from a wish in a person's words to a prompt and a recipe."""

from __future__ import annotations

from dataclasses import dataclass

from consumers.handler import Context, Tasks, WrongInput
from consumers.prompt.port import PromptImprover, Purpose
from consumers.prompt.rules import improve, parse_object
from consumers.settings import EngineSettings
from schemas.errors import MissingEngine
from schemas.events import AgentActed, AssetWanted, Event, PromptImproved
from schemas.flow import Stage, object_slot
from schemas.recipe import Recipe
from streams.step import Outcome


class RulesImprover:
    """The embedded engine: grammar and tables."""

    name = "rules"

    def read(self, text: str, seed: int) -> tuple[str, Recipe]:
        return parse_object(text, seed=seed)

    def improve(self, label: str, prompt: str, purpose: Purpose) -> str:
        return improve(label, prompt, purpose=purpose)


@dataclass(frozen=True, slots=True)
class Improve:
    """Handles ``improve``: a wanted asset, or an action that wants a picture or one object."""

    engine: PromptImprover
    seed: int

    def __call__(self, event: Event, context: Context) -> Outcome:
        match event.data:
            case AssetWanted() as wanted:
                slot, label, recipe = wanted.slot, wanted.label, wanted.recipe
                prompt, purpose = wanted.prompt, "asset"
            case AgentActed(action="generate_3d_object") as acted:
                label, recipe = self.engine.read(acted.input, self.seed)
                slot, prompt, purpose = object_slot(acted.step), acted.input, "asset"
            case AgentActed(action="generate_image") as acted:
                label, recipe = self.engine.read(acted.input, self.seed)
                slot, prompt, purpose = "", acted.input, "image"
            case _:
                raise WrongInput(f"the prompt stage got {event.type}; {WrongInput.__doc__}")
        improved = PromptImproved(
            slot=slot,
            label=label,
            prompt=self.engine.improve(label, prompt, "image" if purpose == "image" else "asset"),
            recipe=recipe,
            engine=self.engine.name,
        )
        return Outcome((improved,))


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers with the engine that ``settings`` choose."""
    chosen = settings.engine(Stage.PROMPT)
    if chosen not in ("auto", "rules"):
        raise MissingEngine(f"prompt has no engine {chosen!r}; known: rules")
    return {"improve": Improve(RulesImprover(), settings.seed)}
