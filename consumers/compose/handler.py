"""The compose stage: lays the wishes out, first in blocks, then with their meshes.

The layout of a decomposition is a pure function of it and the seed, so the block-out and the
composed scene agree without passing it on.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from math import isfinite

from pydantic import JsonValue

from consumers.handler import Context, Tasks
from consumers.layout import build_scene, lay_out
from consumers.layout.model import Layout
from consumers.parts import split
from consumers.settings import EngineSettings
from schemas.decomposition import Decomposition
from schemas.errors import MissingEngine, ScenestreamError
from schemas.events import Event, SceneBlockedOut, SceneComposed
from schemas.flow import Stage, join_of
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
        looks = {slot.split("/", 1)[1]: asset for slot, asset in _own(request) if asset}
        scene = build_scene(plan, layout, looks)
        parts = split(list(scene.nodes.values()))
        unmet = (*(u.reason for u in layout.unmet), *_missing(request))
        return Outcome(
            tuple(
                SceneComposed(
                    part=n,
                    parts=len(parts),
                    name=scene.name,
                    skybox=scene.skybox,
                    nodes=nodes,
                    unmet=unmet,
                    certificate=_certificate(layout),
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
        for slot, asset in _own(request)
        if asset is None
    )


def _own(request: RequestState) -> list[tuple[str, str | None]]:
    """What the slots of the request's present action got; an earlier one had its own."""
    return [(s, a) for s, a in request.slots.items() if join_of(s) == str(request.step)]


def _certificate(layout: Layout) -> dict[str, JsonValue]:
    if layout.certificate is None:
        return {}
    checks = asdict(layout.certificate)
    return {k: v if not isinstance(v, float) or isfinite(v) else None for k, v in checks.items()}


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers with the engine that ``settings`` choose."""
    chosen = settings.engine(Stage.COMPOSE)
    if chosen not in ("auto", "layout"):
        raise MissingEngine(f"compose has no engine {chosen!r}; known: layout")
    return {"block_out": BlockOut(settings.seed), "compose": Compose(settings.seed)}
