"""A session in this process: words go through the stages' own handlers as the flow says.

No Redis and no meshes: every wanted asset is registered at once with its recipe, which says its
size. This is the one module of the folder's judging part that knows the engines.
"""

from __future__ import annotations

import copy
import hashlib
import json
import time
from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from pydantic import JsonValue

from consumers.handler import Context, Preview, Tasks
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
    """What came of some words. ``action``: what the agent did, "" for a reply alone;
    ``spent``: seconds of this core by task ("agent.decide")."""

    events: list[e.Data] = field(default_factory=list)
    spent: dict[str, float] = field(default_factory=dict)

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
    def certificate(self) -> dict[str, JsonValue]:
        """What the scene was certified to be; empty where nothing was composed."""
        composed = [d for d in self.events if isinstance(d, e.SceneComposed)]
        return composed[-1].certificate if composed else {}

    @property
    def unmet(self) -> tuple[str, ...]:
        """What the scene's certificate lists as not kept, an entry each."""
        found: dict[str, None] = {}
        for data in self.events:
            if isinstance(data, e.SceneComposed | e.ScenePatched):
                found.update(dict.fromkeys(data.unmet))
                found.update(dict.fromkeys(_listed(getattr(data, "certificate", None))))
        return tuple(found)


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

    def say(self, text: str, skip: Collection[str] = ()) -> Answer:
        """Everything that ``text`` leads to, but for the tasks of ``skip`` ("compose.compose")."""
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
            task = f"{work.stage}.{work.task}"
            if task in skip:
                continue
            began = time.process_time()
            outputs = self._run(work, event)
            answer.spent[task] = time.process_time() - began
            commit(outputs)
        return answer

    def _run(self, work: Work, event: e.Event) -> tuple[e.Data, ...]:
        try:
            return self._stages[work.stage][work.task](event, self._context()).payloads
        except ScenestreamError as failed:
            code, message = type(failed).__name__, str(failed)
            return (
                e.RequestFailed(
                    category=failed.category, code=code, message=message, stage=work.stage
                ),
            )

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
        return Context(nothing, self.state, _unheard, lambda: False)


def _unheard(fraction: float, label: str = "", preview: Preview | None = None) -> None:
    """Nobody looks at the progress."""


def _listed(certificate: object) -> list[str]:
    """The entries of every list called "unmet" in a certificate, whatever its version."""
    if not isinstance(certificate, dict):
        return []
    unmet = certificate.get("unmet")
    return [entry if isinstance(entry, str) else json.dumps(entry) for entry in unmet or ()]


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
