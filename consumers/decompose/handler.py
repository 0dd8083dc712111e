"""The decompose stage: from what a person asked for to wishes, and the assets they need."""

from __future__ import annotations

from dataclasses import dataclass

from consumers.chat.inquiry import Inquiry
from consumers.chat.models import chat_model
from consumers.decompose.changing import changed
from consumers.decompose.port import Decomposer
from consumers.decompose.rules import EMPTY, decompose
from consumers.handler import Context, Tasks, payload
from consumers.parts import split_together
from consumers.plugins import plugged
from consumers.settings import EngineSettings
from schemas.decomposition import Decomposition
from schemas.errors import BadInput, ScenestreamError
from schemas.events import (
    AgentActed,
    AssetWanted,
    Data,
    DecompositionApproved,
    DecompositionChanged,
    Event,
    SceneDecomposed,
)
from schemas.flow import Stage
from schemas.state import RequestState, Review
from streams.step import Outcome

NOT_CHANGED = "Not changed: "
"""How a plan's note begins that tells what of a change was not understood."""


class NothingToBuild(BadInput):
    """The words name nothing that could stand in a scene; name at least one thing or a place."""


class NoPlan(ScenestreamError):
    """The request's log has no plan that a person could have answered; replay the session."""


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
        told = inquiry.events(context.artifacts, Stage.DECOMPOSE)
        if _review(event, context) is not None:
            return Outcome((*decomposed(plan, acted.step, made_by, held=True), *told))
        return Outcome((*decomposed(plan, acted.step, made_by), *wanted(plan, acted.step), *told))


@dataclass(frozen=True, slots=True)
class Build:
    """Handles ``build``: a person approves of the plan that waits."""

    def __call__(self, event: Event, context: Context) -> Outcome:
        step = payload(event, DecompositionApproved).step
        plan, review = _answered(event, context)
        plan = plan.model_copy(update={"notes": _own_notes(plan)})
        return Outcome((*decomposed(plan, step, review.engine), *wanted(plan, step)))


@dataclass(frozen=True, slots=True)
class Change:
    """Handles ``change``: a person wants the plan that waits otherwise. What of that the rules do
    not understand, an engine on a model is asked for, with all words until now."""

    engine: Decomposer
    seed: int

    def __call__(self, event: Event, context: Context) -> Outcome:
        wish = payload(event, DecompositionChanged)
        plan, review = _answered(event, context)
        inquiry, made_by = Inquiry.of(context), review.engine
        done = changed(plan, wish.text, self.seed)
        after, unmet = done.plan, done.unmet
        if unmet and not isinstance(self.engine, RulesDecomposer):
            asked = self.engine.decompose(review.words, self.seed, inquiry)
            if asked.wishes and not inquiry.engine:
                after, unmet, made_by = asked, (), self.engine.name
        if not after.wishes:
            after, unmet = plan, (NothingToBuild.__doc__ or "",)
        notes = (*_own_notes(after), *(f"{NOT_CHANGED}{reason}" for reason in unmet))
        after = after.model_copy(update={"notes": notes})
        return Outcome(
            (
                *decomposed(after, wish.step, made_by, held=True),
                *inquiry.events(context.artifacts, Stage.DECOMPOSE),
            )
        )


def _request(event: Event, context: Context) -> RequestState | None:
    requests = context.state.requests if context.state else {}
    return requests.get(event.request) if event.request else None


def _review(event: Event, context: Context) -> Review | None:
    request = _request(event, context)
    return request.review if request else None


def _answered(event: Event, context: Context) -> tuple[Decomposition, Review]:
    """The plan that a person answered."""
    request = _request(event, context)
    if request is None or request.decomposition is None or request.review is None:
        raise NoPlan(NoPlan.__doc__)
    return request.decomposition, request.review


def _own_notes(plan: Decomposition) -> tuple[str, ...]:
    return tuple(note for note in plan.notes if not note.startswith(NOT_CHANGED))


def decomposed(plan: Decomposition, step: int, engine: str, *, held: bool = False) -> list[Data]:
    """The plan as events; its slots are ``<step>/<slot>``. ``held``: a person is to approve."""
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
            held=held,
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
    engine = _chosen(settings)
    return {
        "decompose": Decompose(engine, settings.seed),
        "build": Build(),
        "change": Change(engine, settings.seed),
    }


def _chosen(settings: EngineSettings) -> Decomposer:
    engine = settings.engine(Stage.DECOMPOSE)
    if engine in ("auto", "rules"):
        return RulesDecomposer()
    other: Decomposer | None = plugged(Stage.DECOMPOSE, engine, settings)
    if other is not None:
        return other
    from consumers.decompose.langchain_engine import LangChainDecomposer

    return LangChainDecomposer(chat_model(engine, seed=settings.seed))
