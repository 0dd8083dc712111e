"""A session in this process: words go through the stages' own handlers as the flow says.

No Redis and no meshes: every wanted asset is registered at once with its recipe, which says its
size. This is the one module of the folder's judging part that knows the engines.
"""

from __future__ import annotations

import copy
import hashlib
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from consumers.handler import Context, Tasks
from consumers.registry import load
from consumers.settings import EngineSettings
from schemas import events as e
from schemas.artifacts import GLB, ArtifactRef
from schemas.errors import ScenestreamError
from schemas.flow import Join, Stage, Work, flow
from schemas.fold import fold
from schemas.ids import AssetId, EventId, RequestId, SessionId
from schemas.recipe import Recipe
from schemas.scene import Scene
from schemas.state import SessionState
from streams.artifacts import ArtifactStore

STAGES = (Stage.AGENT, Stage.DECOMPOSE, Stage.COMPOSE, Stage.PATCH)
_AT = datetime(2026, 1, 1, tzinfo=UTC)
_MESH = ArtifactRef(sha256="0" * 64, size=0, media_type=GLB)
_ID = SessionId("bench")


def engines(seed: int = 0) -> dict[Stage, Tasks]:
    """The rules' handlers, loaded once."""
    settings = EngineSettings("memory://bench", Path("unused"), Path("unused"), {}, seed)
    return {stage: load(stage, settings) for stage in STAGES}


@dataclass
class Answer:
    """What came of some words. ``action``: what the agent did, "" for a reply alone."""

    events: list[e.Data] = field(default_factory=list)

    @property
    def action(self) -> str:
        return next((d.action for d in self.events if isinstance(d, e.AgentActed)), "")

    @property
    def told(self) -> str:
        """Everything that a person is told: replies, what is unmet, why it failed."""
        found: list[str] = []
        for data in self.events:
            match data:
                case e.AgentReplied(text=text) | e.RequestCompleted(text=text):
                    found.append(text)
                case e.RequestFailed(message=message):
                    found.append(message)
                case e.SceneComposed() | e.ScenePatched():
                    found.extend(data.unmet)
                case e.SceneDecomposed():
                    found.extend(data.notes)
        return " | ".join(dict.fromkeys(found))

    @property
    def unmet(self) -> str:
        """What the scene's certificate lists as not kept."""
        return " | ".join(
            f"{data.unmet} {getattr(data, 'certificate', '')}"
            for data in self.events
            if isinstance(data, e.SceneComposed | e.ScenePatched)
        )


class Session:
    """One person's session. ``say`` goes on with it; ``copy`` begins another from here."""

    def __init__(self, stages: dict[Stage, Tasks]) -> None:
        self._stages = stages
        self.state = SessionState()
        self._events = 0
        self._requests = 0

    def copy(self) -> Session:
        """A session with the same past."""
        other = copy.copy(self)
        other.state = copy.copy(self.state)
        other.state.requests = dict(self.state.requests)
        other.state.assets = dict(self.state.assets)
        other.state._parts = list(self.state._parts)
        return other

    @property
    def scene(self) -> Scene:
        return self.state.scene or Scene(name="")

    @property
    def recipes(self) -> dict[str, Recipe]:
        """What the session's assets are, by asset id."""
        return {a.id: a.recipe for a in self.state.assets.values()}

    def say(self, text: str) -> Answer:
        """Everything that ``text`` leads to."""
        self._requests += 1
        request = RequestId(f"r{self._requests}")
        answer = Answer()
        joins: dict[str, tuple[Join, set[str]]] = {}
        waiting: deque[tuple[Work, e.Event]] = deque()

        def commit(outputs: Iterable[e.Data]) -> None:
            for data in outputs:
                event = self._append(request, data)
                answer.events.append(data)
                if isinstance(data, e.AssetWanted):
                    commit([_registered(data)])
                    continue
                leads = flow(data)
                waiting.extend((work, event) for work in leads.work if work.stage in self._stages)
                if leads.opens is not None:
                    joins[leads.opens.name] = (leads.opens, set())
                if leads.settles is not None and leads.settles[0] in joins:
                    join, settled = joins[leads.settles[0]]
                    settled.add(leads.settles[1])
                    if settled >= set(join.members):
                        del joins[join.name]
                        waiting.append((join.then, event))

        commit([e.RequestAccepted(kind="text", text=text)])
        while waiting:
            work, event = waiting.popleft()
            try:
                commit(self._stages[work.stage][work.task](event, self._context()).payloads)
            except ScenestreamError as failed:
                commit(
                    [
                        e.RequestFailed(
                            category=failed.category,
                            code=type(failed).__name__,
                            message=str(failed),
                            stage=work.stage,
                        )
                    ]
                )
        return answer

    def _append(self, request: RequestId, data: e.Data) -> e.Event:
        self._events += 1
        event = e.Event(
            id=EventId(f"{self._events}-0"), session=_ID, request=request, at=_AT, data=data
        )
        self.state = fold([event], self.state)
        return event

    def _context(self) -> Context:
        # No stage of these four asks for artifacts.
        nothing = cast(ArtifactStore, None)
        return Context(nothing, self.state, lambda fraction, label="": None, lambda: False)


def _registered(wanted: e.AssetWanted) -> e.AssetRegistered:
    """The asset as the library would have it: the same recipe is the same asset."""
    digest = hashlib.sha256(wanted.recipe.model_dump_json().encode()).hexdigest()[:12]
    return e.AssetRegistered(
        slot=wanted.slot,
        asset=AssetId(f"a-{digest}"),
        label=wanted.label,
        mesh=_MESH,
        recipe=wanted.recipe,
        engine="bench",
        prompt=wanted.prompt,
    )
