"""Every fault a run can cause. What happens is drawn from the run's seed.

A fault that lasts ends by itself; ``Faults.heal`` ends all of them at once.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import signal
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ops.chaos.crowd import send, tell
from ops.chaos.disk import fill_disk, free_disk
from ops.chaos.world import World
from streams.ending import end
from streams.keys import QUEUES
from streams.scripts import until_answered

DELAY_S = 0.05
CLOCK_JUMPS_MS = (-3_600_000, -5_000, 5_000, 3_600_000)
SLOW_STEP_S = (0.05, 0.5)
LASTS_S = 2.0


@dataclass(slots=True)
class Faults:
    """Causes faults, by name and with the likelihood of ``weights``, and counts them."""

    world: World
    chance: random.Random
    weights: Mapping[str, int]
    caused: Counter[str] = field(default_factory=Counter)
    _lasting: dict[asyncio.Task[None], Callable[[], None]] = field(default_factory=dict)

    async def cause(self) -> None:
        """Cause the next one."""
        names = list(self.weights)
        name = self.chance.choices(names, list(self.weights.values()))[0]
        self.caused[name] += 1
        await _FAULTS[name](self)

    async def heal(self) -> None:
        """End every fault that lasts."""
        self.world.proxy.disarm()
        for task, undo in list(self._lasting.items()):
            await end(task)
            undo()
        self._lasting.clear()

    def victim(self) -> Process:
        """A consumer."""
        return self.chance.choice(self.world.consumers.alive)

    def lasting(self, lasts_s: float, undo: Callable[[], None]) -> None:
        """Let a fault that has begun end in ``lasts_s``."""

        async def later() -> None:
            await asyncio.sleep(lasts_s)
            undo()
            self._lasting.pop(task, None)

        task = asyncio.create_task(later())
        self._lasting[task] = undo

    async def ask_redis(self, *command: Any) -> Any:
        """A command to Redis itself, however often it is killed meanwhile."""
        return await until_answered(lambda: self.world.log.redis.execute_command(*command))


async def _kill(faults: Faults) -> None:
    await faults.world.consumers.replace(faults.victim())


async def _stop(faults: Faults) -> None:
    victim = faults.victim()
    send(victim, signal.SIGSTOP)
    faults.lasting(faults.world.lease_s * 1.5, lambda: send(victim, signal.SIGCONT))


async def _redis(faults: Faults) -> None:
    await faults.world.redis.kill()
    await faults.world.redis.start()


async def _reply(faults: Faults) -> None:
    faults.world.proxy.arm("reply", faults.chance.randint(1, 5))


async def _cut(faults: Faults) -> None:
    faults.world.proxy.arm("cut", faults.chance.randint(1, 5))


async def _cut_all(faults: Faults) -> None:
    faults.world.proxy.cut_all()


async def _delay(faults: Faults) -> None:
    proxy = faults.world.proxy
    proxy.delay_s = faults.chance.uniform(0, DELAY_S)

    def undo() -> None:
        proxy.delay_s = 0.0

    faults.lasting(LASTS_S / 2, undo)


async def _group(faults: Faults) -> None:
    queue = faults.chance.choice(QUEUES)
    work = faults.world.log.keys.work(queue.stage, queue.bulk)
    with contextlib.suppress(Exception):  # there is no such stream yet
        await faults.ask_redis("XGROUP", "DESTROY", work, queue.stage)


async def _stream(faults: Faults) -> None:
    queue = faults.chance.choice(QUEUES)
    await faults.ask_redis("DEL", faults.world.log.keys.work(queue.stage, queue.bulk))


async def _feed(faults: Faults) -> None:
    await faults.ask_redis("XTRIM", faults.world.log.keys.feed, "MAXLEN", 0)


async def _scripts(faults: Faults) -> None:
    await faults.ask_redis("SCRIPT FLUSH")


async def _clock(faults: Faults) -> None:
    victim = faults.victim()
    tell(victim, f"clock {faults.chance.choice(CLOCK_JUMPS_MS)}")
    faults.lasting(LASTS_S, lambda: tell(victim, "clock 0"))


async def _slow(faults: Faults) -> None:
    victim = faults.victim()
    tell(victim, f"slow {faults.chance.uniform(*SLOW_STEP_S):.3f}")
    faults.lasting(LASTS_S, lambda: tell(victim, "slow 0"))


async def _gateway(faults: Faults) -> None:
    gateways = faults.world.gateways
    await gateways.replace(faults.chance.choice(gateways.alive))


async def _disk(faults: Faults) -> None:
    victim = faults.victim()
    fill_disk(victim.pid)
    faults.lasting(LASTS_S, lambda: free_disk(victim.pid))


_FAULTS: Mapping[str, Callable[[Faults], Awaitable[None]]] = {
    "kill a consumer": _kill,
    "stop a consumer": _stop,
    "kill redis": _redis,
    "drop replies": _reply,
    "cut connections": _cut,
    "cut all connections": _cut_all,
    "delay": _delay,
    "destroy a group": _group,
    "delete a stream": _stream,
    "empty the feed": _feed,
    "flush scripts": _scripts,
    "clock jump": _clock,
    "slow consumer": _slow,
    "kill the gateway": _gateway,
    "full disk": _disk,
}

STEPS = {
    "kill a consumer": 3,
    "stop a consumer": 1,
    "kill redis": 2,
    "drop replies": 3,
    "cut connections": 2,
    "cut all connections": 1,
    "delay": 1,
    "destroy a group": 2,
    "delete a stream": 2,
    "flush scripts": 1,
    "clock jump": 2,
    "slow consumer": 1,
}
"""The faults of the fast workload, and how likely each is."""
SCENES = {
    "kill a consumer": 2,
    "stop a consumer": 1,
    "kill redis": 1,
    "drop replies": 2,
    "cut connections": 2,
    "delay": 1,
    "destroy a group": 2,
    "delete a stream": 1,
    "empty the feed": 1,
    "flush scripts": 1,
    "kill the gateway": 2,
    "full disk": 2,
}
"""The faults of the workload with real engines."""
