"""The compose stage: lays the wishes out, first in blocks, then with their meshes.

The layout of a decomposition is a pure function of it and the seed, so the block-out and the
composed scene agree without passing it on.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import JsonValue

from consumers.handler import Context, Tasks
from consumers.layout import build_scene, certificate_of, lay_out, members, sentences
from consumers.layout.model import Layout
from consumers.parts import split
from consumers.settings import EngineSettings
from schemas.decomposition import Decomposition
from schemas.errors import MissingEngine, ScenestreamError
from schemas.events import Event, SceneBlockedOut, SceneComposed
from schemas.flow import Stage
from schemas.state import RequestState
from streams.step import Outcome


class NoDecomposition(ScenestreamError):
    """The request's log has no decomposition to compose; replay the session from its start."""


@dataclass(frozen=True, slots=True)
class BlockOut:
    """Handles ``block_out``: a decomposition."""

    seed: int

    def __call__(self, event: Event, context: Context) -> Outcome:
        request, plan = _planned(event, context)
        scene = build_scene(plan, lay_out(plan, seed=self.seed), {})
        parts = split(list(scene.nodes.values()))
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
        )


@dataclass(frozen=True, slots=True)
class Compose:
    """Handles ``compose``: every asset of the scene is settled."""

    seed: int

    def __call__(self, event: Event, context: Context) -> Outcome:
        request, plan = _planned(event, context)
        layout = lay_out(plan, seed=self.seed)
        looks = {slot.split("/", 1)[1]: asset for slot, asset in request.slots.items() if asset}
        scene = build_scene(plan, layout, looks)
        parts = split(list(scene.nodes.values()))
        unmet = (*sentences(layout.unmet), *_missing(request))
        return Outcome(
            tuple(
                SceneComposed(
                    part=n,
                    parts=len(parts),
                    name=scene.name,
                    skybox=scene.skybox,
                    nodes=nodes,
                    unmet=unmet,
                    certificate=_certificate(layout, plan),
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


def _missing(request: RequestState) -> tuple[str, ...]:
    return tuple(
        f"{slot.split('/', 1)[1]} could not be made; a block stands in its place"
        for slot, asset in request.slots.items()
        if asset is None
    )


def _certificate(layout: Layout, plan: Decomposition) -> dict[str, JsonValue]:
    """What was checked, and the members of every conflict by the wishes' names."""
    told = certificate_of(layout)
    conflicts = members(layout.unmet, {w.id: w.name for w in plan.wishes})
    return {**told, "conflicts": conflicts} if conflicts else told


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers with the engine that ``settings`` choose."""
    chosen = settings.engine(Stage.COMPOSE)
    if chosen not in ("auto", "layout"):
        raise MissingEngine(f"compose has no engine {chosen!r}; known: layout")
    return {"block_out": BlockOut(settings.seed), "compose": Compose(settings.seed)}
