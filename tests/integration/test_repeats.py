"""What a fork does not run again: steps whose input, engine and seed are what they were."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from consumers.pool import EnginePool
from consumers.registry import STATEFUL
from consumers.settings import EngineSettings
from schemas import events as e
from schemas.events import Event
from schemas.flow import Stage
from schemas.ids import EventId, RequestId, SessionId
from streams.artifacts import ArtifactStore
from streams.log import Log
from streams.past.fork import Fork, Otherwise, fork
from streams.past.history import History
from streams.shards import Shards
from streams.worker import Worker, WorkerSettings
from tests.integration import clay

P = SessionId("parent")
ROOM = "a small room with a chair and a table"
LOOKED_UP = {"asset.missed", "asset.matched", "asset.registered"}
"""What the library says: it is asked anew each time."""


@dataclass
class Deployment:
    """A worker with the real stages, and what is asked of it."""

    history: History
    log: Log

    async def ask(self, text: str, session: SessionId = P) -> None:
        """Ask, and return when it is done."""
        request = RequestId(f"{session}-{text}")
        accepted = e.RequestAccepted(kind="text", text=text)
        await self.log.append(session, request, "accepted", [accepted])
        await self.ended(session)

    async def fork(self, at: EventId, otherwise: Otherwise, parent: SessionId = P) -> Fork:
        """Fork, and return when what it goes on with is done."""
        made = await fork(self.history, parent, at, otherwise, f"{at} {otherwise}")
        await self.ended(made.session)
        return made

    async def ended(self, session: SessionId) -> None:
        async with asyncio.timeout(60):
            async for _ in self.log.feed("0-0"):
                state = await self.history.state(session)
                if state.requests and not any(r.is_open for r in state.requests.values()):
                    return

    async def first(self, kind: str, session: SessionId = P) -> EventId:
        """The session's first event of that type."""
        return next(ev.id for ev in await self.history.read(session) if ev.type == kind and ev.id)


@pytest.fixture
async def deployed(redis_url: str, tmp_path: Path) -> AsyncIterator[Deployment]:
    shards = await Shards.open(redis_url)
    history = History(shards, ArtifactStore((tmp_path / "artifacts").as_uri()))
    engines = EngineSettings((tmp_path / "artifacts").as_uri(), tmp_path / "lib", tmp_path / "c")
    stages = [stage for stage in Stage if stage is not Stage.ASR]
    pool = EnginePool(stages, engines, 1, clay.load)
    await pool.start()
    settings = WorkerSettings("c1", stages, 1, STATEFUL, engines=pool.engines)
    stop = asyncio.Event()
    worker = Worker(shards.logs[0], pool, settings, history=history)
    running = asyncio.create_task(worker.run(stop))
    yield Deployment(history, shards.logs[0])
    stop.set()
    await running
    await pool.stop()
    await shards.close()


async def told(deployed: Deployment, made: Fork) -> list[Event]:
    """What the fork's own steps said, keyframes and the like left out."""
    events = await deployed.log.read(made.session)
    return [ev for ev in events if ev.cause is not None]


def ran(events: list[Event]) -> set[str]:
    """The types of what was said by steps that ran, the library's left out."""
    return {ev.type for ev in events if not ev.reuses} - LOOKED_UP


def kinds(events: list[Event], has: Callable[[Event], bool]) -> Counter[str]:
    return Counter(ev.type for ev in events if has(ev))


async def test_before_the_decomposition_with_another_mesh_engine_only_meshes_are_made_anew(
    deployed: Deployment,
) -> None:
    await deployed.ask(ROOM)
    acted = await deployed.first("agent.acted")
    made = await deployed.fork(acted, Otherwise(engines={"mesh": clay.NAME}))
    events = await told(deployed, made)
    assert ran(events) == {
        "mesh.generated", "provenance.recorded",
        "scene.composed",  # of other assets
        "agent.observed", "agent.replied", "request.completed",  # of another scene
    }  # fmt: skip
    assert kinds(events, lambda ev: bool(ev.reuses)) == {
        "scene.decomposed": 1, "asset.wanted": 2, "scene.blocked_out": 1,
        "prompt.improved": 2, "image.generated": 2, "provenance.recorded": 2,
    }  # fmt: skip
    engines = [ev.data.engine for ev in events if isinstance(ev.data, e.MeshGenerated)]
    assert engines == [clay.NAME] * 2
    recorded = {f"{P}/{ev.id}": ev.data for ev in await deployed.log.read(P)}
    assert all(recorded[ev.reuses] == ev.data for ev in events if ev.reuses)
    scenes = [(await deployed.history.state(s)).scene for s in (P, made.session)]
    assert None not in scenes
    assert scenes[0] != scenes[1]


async def test_another_seed_runs_what_it_reaches_and_is_told_of(deployed: Deployment) -> None:
    await deployed.ask(ROOM)
    at = await deployed.first("request.accepted")
    made = await deployed.fork(at, Otherwise(seed=5))
    events = await told(deployed, made)
    repeated = kinds(events, lambda ev: bool(ev.reuses))
    assert repeated == {"agent.thought": 1, "agent.acted": 1}
    assert {ev.type for ev in events if ev.seed == 5} == {
        "scene.decomposed", "asset.wanted", "prompt.improved", "scene.blocked_out",
        "scene.composed",
    }  # fmt: skip
    assert {d.recipe.seed for ev in events if isinstance(d := ev.data, e.AssetWanted)} == {5}
    again = await deployed.fork(at, Otherwise(seed=5), made.session)
    assert ran(await told(deployed, again)) == set()  # its parent had that seed
    back = await deployed.fork(at, Otherwise(seed=0), made.session)
    assert ran(await told(deployed, back)) == set()  # and its parent's parent this one


async def test_another_prompt_runs_what_differs(deployed: Deployment) -> None:
    await deployed.ask(ROOM)
    at = await deployed.first("request.accepted")
    made = await deployed.fork(at, Otherwise(prompt="a small room with a chair and a lamp"))
    events = await told(deployed, made)
    improved = {ev.data.slot: bool(ev.reuses) for ev in events
                if isinstance(ev.data, e.PromptImproved)}  # fmt: skip
    assert sorted(improved.values()) == [False, True]
    assert next(slot for slot, repeats in improved.items() if repeats).endswith("chair")
    assert {"agent.acted", "scene.decomposed", "image.generated"} <= ran(events)


async def test_the_same_again_runs_nothing(deployed: Deployment) -> None:
    await deployed.ask(ROOM)
    await deployed.ask("move the chair one meter to the left")
    at = await deployed.first("request.accepted")
    made = await deployed.fork(at, Otherwise())
    assert ran(await told(deployed, made)) == set()
    await deployed.ask("move the chair one meter to the left", made.session)
    assert ran(await told(deployed, made)) == set()
    ours, theirs = [await deployed.history.state(s) for s in (P, made.session)]
    assert ours.scene == theirs.scene
    assert (ours.revision, theirs.revision) == (2, 2)
    result = [r.completed.result for r in theirs.requests.values() if r.completed]
    assert result == [
        ev.id for ev in await deployed.log.read(made.session)
        if ev.type in ("scene.composed", "scene.patched")
    ]  # fmt: skip


async def test_an_edit_of_another_scene_is_planned_anew(deployed: Deployment) -> None:
    await deployed.ask(ROOM)
    composed = (await deployed.history.state(P)).at
    await deployed.ask("move the chair one meter to the left")
    assert composed is not None
    made = await deployed.fork(composed, Otherwise(prompt="remove the table"))
    await deployed.ask("move the chair one meter to the left", made.session)
    events = await told(deployed, made)
    assert not {"agent.acted", "scene.patched"} & {ev.type for ev in events if ev.reuses}
    assert kinds(events, lambda ev: ev.type == "scene.patched") == {"scene.patched": 2}


async def test_what_is_gone_from_the_store_is_made_again(deployed: Deployment) -> None:
    await deployed.ask("draw a picture of a chair")
    events = await deployed.log.read(P)
    (picture,) = [ev.data.image for ev in events if isinstance(ev.data, e.ImageGenerated)]
    deployed.history.artifacts.delete(picture)
    made = await deployed.fork(await deployed.first("request.accepted"), Otherwise())
    assert "image.generated" in ran(await told(deployed, made))


async def test_an_engine_that_is_not_there_fails_what_needs_it_and_says_what_to_do(
    deployed: Deployment,
) -> None:
    await deployed.ask("make a 3d model of a chair")
    at = await deployed.first("request.accepted")
    made = await deployed.fork(at, Otherwise(engines={"mesh": "broken"}))
    (failed,) = [ev.data for ev in await told(deployed, made)
                 if isinstance(ev.data, e.RequestFailed)]  # fmt: skip
    assert failed.code == "ForkNeeds"
    assert "mesh=broken can not run here" in failed.message
    assert "known: auto, greybox" in failed.message
    assert "fork again" in failed.message
    await deployed.ask("make a 3d model of a table")  # the deployment's own engine is as it was
    state = await deployed.history.state(P)
    assert [r.status for r in state.requests.values()] == ["completed", "completed"]
