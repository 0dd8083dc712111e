"""The compose stage: lays the wishes out, first in blocks, then with their meshes.

The layout of a decomposition is a pure function of it, the seed and what another engine proposed,
which the block-out's commit has; so the block-out and the composed scene agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from pydantic import JsonValue

from consumers.chat.inquiry import Inquiry
from consumers.chat.models import chat_model
from consumers.compose.port import Proposer
from consumers.handler import Context, Tasks
from consumers.layout import build_scene, certificate_of, lay_out, members, sentences
from consumers.layout.model import Layout, Placed, Proposal
from consumers.parts import split
from consumers.plugins import plugged
from consumers.settings import EngineSettings
from schemas.decomposition import Decomposition, ProposedPlace
from schemas.errors import ScenestreamError
from schemas.events import Data, Event, LayoutProposed, SceneBlockedOut, SceneComposed
from schemas.flow import Stage, join_of
from schemas.ids import NodeId
from schemas.state import RequestState
from streams.step import Outcome

KEPT_M = 0.25
KEPT_DEG = 15.0
"""A proposed place counts as kept within so many metres and degrees."""


class NoDecomposition(ScenestreamError):
    """The request's log has no decomposition to compose; replay the session from its start."""


@dataclass(frozen=True, slots=True)
class BlockOut:
    """Handles ``block_out``: a decomposition."""

    seed: int
    engine: Proposer | None = None

    def __call__(self, event: Event, context: Context) -> Outcome:
        request, plan = _planned(event, context)
        layout, inquiry = lay_out(plan, seed=self.seed), Inquiry.of(context)
        places: tuple[ProposedPlace, ...] = ()
        if self.engine is not None:
            places = self.engine.propose(plan, layout.room, inquiry)
            layout = lay_out(plan, seed=self.seed, proposed=proposals(places))
        scene = build_scene(plan, layout, {})
        parts = split(list(scene.nodes.values()))
        told = (
            *(_proposed(places, request.step, self.engine.name) if self.engine and places else ()),
            *inquiry.events(context.artifacts, Stage.COMPOSE),
        )
        return Outcome(
            tuple(
                SceneBlockedOut(
                    part=n,
                    parts=len(parts),
                    step=request.step,
                    name=scene.name,
                    skybox=scene.skybox,
                    nodes=nodes,
                )
                for n, nodes in enumerate(parts)
            )
            + told
        )


@dataclass(frozen=True, slots=True)
class Compose:
    """Handles ``compose``: every asset of the scene is settled."""

    seed: int

    def __call__(self, event: Event, context: Context) -> Outcome:
        request, plan = _planned(event, context)
        layout = lay_out(plan, seed=self.seed, proposed=proposals(request.proposed))
        looks = {slot.split("/", 1)[1]: asset for slot, asset in _own(request) if asset}
        scene = build_scene(plan, layout, looks)
        parts = split(list(scene.nodes.values()))
        unmet = (*sentences(layout.unmet), *_missing(request, plan))
        return Outcome(
            tuple(
                SceneComposed(
                    part=n,
                    parts=len(parts),
                    name=scene.name,
                    skybox=scene.skybox,
                    nodes=nodes,
                    unmet=unmet,
                    certificate={
                        **_certificate(layout, plan),
                        **_followed(layout, request.proposed),
                    },
                )
                for n, nodes in enumerate(parts)
            ),
            revision=context.session.revision,
        )


def _planned(event: Event, context: Context) -> tuple[RequestState, Decomposition]:
    request = context.session.requests.get(event.request) if event.request else None
    if request is None or request.decomposition is None:
        raise NoDecomposition(NoDecomposition.__doc__)
    return request, request.decomposition


def _missing(request: RequestState, plan: Decomposition) -> tuple[str, ...]:
    """A sentence for each asset that failed, by what its things are called."""
    labels = {wish.slot: wish.recipe.label for wish in plan.wishes}
    failed = [slot.split("/", 1)[1] for slot, asset in _own(request) if asset is None]
    return tuple(
        f"the {labels.get(slot, slot)} could not be made; a block stands in its place"
        for slot in failed
    )


def _certificate(layout: Layout, plan: Decomposition) -> dict[str, JsonValue]:
    """What was checked, and the members of every conflict by the wishes' names."""
    told = certificate_of(layout)
    conflicts = members(layout.unmet, {w.id: w.name for w in plan.wishes})
    return {**told, "conflicts": conflicts} if conflicts else told


def _own(request: RequestState) -> list[tuple[str, str | None]]:
    """What the slots of the request's present action got; an earlier one had its own."""
    return [(s, a) for s, a in request.slots.items() if join_of(s) == str(request.step)]


def _proposed(places: tuple[ProposedPlace, ...], step: int, engine: str) -> list[Data]:
    parts = split(places)
    return [
        LayoutProposed(part=n, parts=len(parts), step=step, places=of_part, engine=engine)
        for n, of_part in enumerate(parts)
    ]


def proposals(places: Sequence[ProposedPlace]) -> dict[NodeId, Proposal]:
    """Proposed places as the layout takes them."""
    return {place.node: Proposal(place.x, place.z, place.yaw) for place in places}


def _followed(layout: Layout, places: Sequence[ProposedPlace]) -> dict[str, JsonValue]:
    """How many proposed places were kept, within ``KEPT_M`` and ``KEPT_DEG``; the rest were
    corrected."""
    if not places:
        return {}
    kept = sum(_is_kept(layout.placed.get(place.node), place) for place in places)
    return {"proposed": len(places), "proposed_kept": kept, "corrected": len(places) - kept}


def _is_kept(placed: Placed | None, place: ProposedPlace) -> bool:
    if placed is None or hypot(placed.position.x - place.x, placed.position.z - place.z) > KEPT_M:
        return False
    turned = 0.0 if place.yaw is None else (placed.yaw - place.yaw + 180.0) % 360.0 - 180.0
    return abs(turned) <= KEPT_DEG


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers with the engine that ``settings`` choose."""
    block_out = BlockOut(settings.seed, _chosen(settings))
    return {"block_out": block_out, "compose": Compose(settings.seed)}


def _chosen(settings: EngineSettings) -> Proposer | None:
    engine = settings.engine(Stage.COMPOSE)
    if engine in ("auto", "layout"):
        return None
    other: Proposer | None = plugged(Stage.COMPOSE, engine, settings)
    if other is not None:
        return other
    from consumers.compose.langchain_engine import LangChainProposer

    return LangChainProposer(chat_model(engine, seed=settings.seed, embedded="layout"))
