"""The decompose stage: from what a person asked for to wishes, and the assets they need."""

from __future__ import annotations

from dataclasses import dataclass

from consumers.chat.inquiry import Inquiry
from consumers.chat.models import chat_model
from consumers.decompose.port import Decomposer
from consumers.decompose.rules import EMPTY, decompose
from consumers.handler import Context, Tasks, payload
from consumers.parts import split_together
from consumers.plugins import plugged
from consumers.settings import EngineSettings
from schemas.decomposition import Decomposition
from schemas.errors import BadInput
from schemas.events import AgentActed, AssetWanted, Data, Event, SceneDecomposed
from schemas.flow import Stage
from streams.step import Outcome


class NothingToBuild(BadInput):
    """The words name nothing that could stand in a scene; name at least one thing or a place."""


class RulesDecomposer:
    """The embedded engine: grammar and tables."""

    name = "rules"

    def decompose(self, text: str, seed: int, inquiry: Inquiry) -> Decomposition:
        return decompose(text, seed=seed)


@dataclass(frozen=True, slots=True)
class Decompose:
    """Handles ``decompose``: an ``agent.acted`` of ``generate_3d_scene``."""

    engine: Decomposer
    seed: int

    def __call__(self, event: Event, context: Context) -> Outcome:
        acted = payload(event, AgentActed)
        inquiry = Inquiry.of(context)
        plan = self.engine.decompose(acted.input, self.seed, inquiry)
        if not plan.wishes and EMPTY not in plan.notes:
            raise NothingToBuild(NothingToBuild.__doc__)
        made_by = inquiry.engine or self.engine.name
        return Outcome(
            (
                *decomposed(plan, acted.step, made_by),
                *wanted(plan, acted.step),
                *inquiry.events(context.artifacts, Stage.DECOMPOSE),
            )
        )


def decomposed(plan: Decomposition, step: int, engine: str) -> list[Data]:
    """The plan as events; its slots are ``<step>/<slot>``."""
    parts = split_together(plan.wishes, plan.relations)
    slots = tuple(dict.fromkeys(f"{step}/{w.slot}" for w in plan.wishes))
    return [
        SceneDecomposed(
            part=n,
            parts=len(parts),
            step=step,
            name=plan.name,
            setting=plan.setting,
            wishes=wishes,
            relations=relations,
            lights=plan.lights,
            notes=plan.notes,
            slots=slots if n == len(parts) - 1 else (),
            engine=engine,
        )
        for n, (wishes, relations) in enumerate(parts)
    ]


def wanted(plan: Decomposition, step: int) -> list[Data]:
    """One wanted asset a slot: equal things share it."""
    first = {w.slot: w for w in reversed(plan.wishes)}
    ordered = dict.fromkeys(w.slot for w in plan.wishes)
    return [
        AssetWanted(
            slot=f"{step}/{slot}",
            label=first[slot].recipe.label,
            prompt=first[slot].prompt,
            recipe=first[slot].recipe,
        )
        for slot in ordered
    ]


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers with the engine that ``settings`` choose."""
    return {"decompose": Decompose(_chosen(settings), settings.seed)}


def _chosen(settings: EngineSettings) -> Decomposer:
    engine = settings.engine(Stage.DECOMPOSE)
    if engine in ("auto", "rules"):
        return RulesDecomposer()
    other: Decomposer | None = plugged(Stage.DECOMPOSE, engine, settings)
    if other is not None:
        return other
    from consumers.decompose.langchain_engine import LangChainDecomposer

    return LangChainDecomposer(chat_model(engine, seed=settings.seed))
