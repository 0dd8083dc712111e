"""A fault run with real engines: consumers, a gateway, and clients that talk to it.

A client of the shipping protocol that loses its connection connects again and asks again, as people
do; one of the new protocol resumes, and must show in the end what its log says.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from websockets.exceptions import WebSocketException

from ops.chaos.crowd import Crowd
from ops.chaos.faults import SCENES, Faults
from ops.chaos.history import examine
from ops.chaos.report import Report
from ops.chaos.run import Plan
from ops.chaos.violation import Violation
from ops.chaos.watching import Watcher, differing
from ops.chaos.world import World, opened, settled
from ops.client.v1 import GatewayUnreachable, connected
from schemas.ids import RequestId
from streams.server.probe import free_port

CONSUMERS = 2
CLIENTS = 3
PATIENCE_S = 200.0
"""Longer than the real consumers' look after what was stranded takes."""
ANSWER_S = 150.0
"""How long a client waits for an answer before it connects and asks again."""
WATCHERS = 3
SAME_S = 60.0
"""How long a client may take, at the end, to show what its log says."""
FAULT_EVERY_S = 1.5
POLL_S = 0.1
MOST_SESSIONS = 100_000
CONSUMED = "asr,agent,prompt,decompose,library,image,mesh,compose,patch"
PROMPTS = (
    "hello",
    "a red chair",
    "a picture of a dog",
    "a small office with a desk, a chair at the desk, a lamp on the desk and a plant in the corner",
    "a garden with two trees and a bench between the trees",
)
WISHES = (*PROMPTS[3:], "hello", "add a lamp", "make the table red", "undo that", "move the tree")
"""What clients of the new protocol say, one after the other in one session."""


@dataclass(slots=True)
class Clients:
    """Clients of the gateway at ``url``. ``answers``: what they were answered, by type."""

    url: str
    chance: random.Random
    most: int | None
    asked: int = 0
    repeated: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def one(self) -> None:
        """Ask one thing after the other until it is over; each until it is answered."""
        while not self.over.is_set() and (self.most is None or self.asked < self.most):
            self.asked += 1
            text = self.chance.choice(PROMPTS)
            while not await self._answered(text):
                self.repeated += 1
                await asyncio.sleep(POLL_S)

    async def _answered(self, text: str) -> bool:
        lost = (GatewayUnreachable, WebSocketException, OSError, EOFError)
        try:
            async with asyncio.timeout(ANSWER_S), connected(self.url) as client:
                await client.prompt(text)
                frames = await client.answer()
        except lost:  # a timeout is an OSError
            return False
        self.answers[frames[-1].type] += 1
        return True


async def run_scenes(plan: Plan, folder: Path) -> Report:
    """Run the workload in ``folder`` and check what is left."""
    began = time.monotonic()
    async with opened(folder) as world:
        port = free_port()
        world.consumers = _crowd(world, folder, "--only", CONSUMED, "--workers", "1")
        world.gateways = _crowd(world, folder, "--only", "gateway", "--port", str(port))
        await world.consumers.fill(CONSUMERS)
        await world.gateways.fill(1)
        chance = random.Random(f"asks {plan.seed}")
        clients = Clients(f"ws://127.0.0.1:{port}/", chance, plan.requests)
        faults = Faults(world, random.Random(f"faults {plan.seed}"), SCENES)
        watchers = [
            Watcher(port, random.Random(f"watches {n} {plan.seed}"), WISHES)
            for n in range(WATCHERS)
        ]
        asking = [asyncio.create_task(clients.one()) for _ in range(CLIENTS)]
        asking += [asyncio.create_task(one.watch(clients.over)) for one in watchers]
        await _break(plan, clients, faults)
        await faults.heal()
        clients.over.set()
        unanswered = await _all_answered(asking, world)
        await settled(world.log, PATIENCE_S)
        found = await examine(world.log, await _requests(world))
        found.violations += await differing(watchers, world.redis.url, folder, SAME_S)
        faults.caused.update({"a client drops": sum(w.counts["dropped"] for w in watchers)})
        if unanswered:
            found.violations.append(Violation("stuck", f"{unanswered} clients have no answer"))
        return Report(
            "scenes",
            plan.seed,
            round(time.monotonic() - began, 1),
            found.ends.total(),
            found.steps,
            found.ends,
            faults.caused,
            world.proxy.broken,
            found.violations,
        )


def _crowd(world: World, folder: Path, *options: str) -> Crowd:
    """Processes of the product, with these options of `up`."""
    command = [sys.executable, "-m", "ops.cli", "up", "--json", "--log-level", "warning", *options]
    env = os.environ | {
        "REDIS_URL": world.url,
        "SCENESTREAM_LEASE_S": str(world.lease_s),
        "SCENESTREAM_DATA": str(folder),
    }
    return Crowd(lambda _: command, env, folder / "processes.log")


async def _break(plan: Plan, clients: Clients, faults: Faults) -> None:
    began = time.monotonic()
    while True:
        passed, caused = time.monotonic() - began, faults.caused.total()
        if plan.is_over(passed, clients.asked, caused):
            return
        if plan.fault_is_due(passed, clients.asked, caused, FAULT_EVERY_S):
            await faults.cause()
        await _revive(faults.world)
        await asyncio.sleep(POLL_S)


async def _revive(world: World) -> None:
    await world.consumers.revive()
    await world.gateways.revive()


async def _all_answered(asking: list[asyncio.Task[None]], world: World) -> int:
    """Wait for the clients' last answers; how many have none when patience is out."""
    end = time.monotonic() + PATIENCE_S
    left = set(asking)
    while left and time.monotonic() < end:
        _, left = await asyncio.wait(left, timeout=POLL_S)
        await _revive(world)
    for task in left:
        task.cancel()
    await asyncio.gather(*asking, return_exceptions=True)
    return len(left)


async def _requests(world: World) -> list[tuple[str, RequestId]]:
    """Every request that is in any log."""
    found = []
    for summary in await world.log.sessions(MOST_SESSIONS):
        events = await world.log.read(summary.session)
        found += [
            (str(summary.session), event.request)
            for event in events
            if event.request is not None and event.type == "request.accepted"
        ]
    return found
