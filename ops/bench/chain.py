"""Six stages, one job at a time: milliseconds from the wish to the last stage's answer.

One consumer process does all six. The product's chain is a real one: an object is wished for,
worded, missed in the library, pictured, made, registered; the join it settles starts the sixth.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import time
from collections.abc import Callable, Sequence

import click
from redis import Redis

from ops.bench import by_hand, product
from ops.bench.contenders import peer_program, peers_python
from ops.bench.crew import ROOT, crew
from ops.bench.figure import Figure, percentile
from ops.bench.scratch import scratch_redis
from schemas.ids import SessionId
from streams.connection import connect
from streams.keys import STAGES
from streams.log import Log

ROUNDS = 3
JOBS, WARM_UP = 200, 20
OF_BY_HAND, P99_MS = 1.5, 10.0
DONE = '{"type":"request.completed"'


def measure() -> list[Figure]:
    """The figures of this file."""
    python = peers_python()
    contenders: dict[str, Callable[[str], Sequence[float]]] = {
        "scenestream": lambda url: asyncio.run(_ours(url)),
        "by hand": _by_hand,
    }
    if python is not None:
        contenders["faststream"] = lambda url: _faststream(str(python), url)
    took: dict[str, list[float]] = {name: [] for name in contenders}
    with scratch_redis() as url:
        for _ in range(ROUNDS):
            for name, once in contenders.items():
                with Redis.from_url(url) as redis:
                    redis.flushall()
                ms = once(url)[WARM_UP:]
                took[name].extend(ms)
                click.echo(f"  . {name}: {percentile(ms, 0.5):.2f} ms")
    return _figures(took)


def _figures(took: dict[str, list[float]]) -> list[Figure]:
    p50, p99 = ({name: percentile(ms, share) for name, ms in took.items()} for share in (0.5, 0.99))
    mine, theirs = "scenestream", "by hand"
    figures = [
        Figure("chain.p50.against_by_hand", p50[mine], "ms", p50[theirs], OF_BY_HAND, False, True),
        Figure("chain.p99", p99[mine], "ms", p99[theirs], P99_MS),
    ]
    if "faststream" in took:
        figures.append(Figure("chain.p50.faststream", p50["faststream"], "ms", p50[theirs]))
        figures.append(Figure("chain.p99.faststream", p99["faststream"], "ms", p99[theirs]))
    return figures


async def _ours(url: str) -> list[float]:
    log = Log(await connect(url))
    took: list[float] = []
    with crew([product.command(url, "c0", *STAGES)]) as working:
        working.go()
        position = "0-0"
        for n in range(WARM_UP + JOBS):
            began = time.perf_counter()
            await product.begin_chain(log, SessionId(f"session-{n}"), "chain")
            done = False
            while not done:
                answer = await log.redis.xread({log.keys.feed: position}, count=20, block=1000)
                for _, rows in answer or ():
                    position = rows[-1][0]
                    done = done or any(fields["e"].startswith(DONE) for _, fields in rows)
                working.check()
            took.append((time.perf_counter() - began) * 1000)
    await log.close()
    return took


def _by_hand(url: str) -> list[float]:
    command = by_hand.command(url, "c0")
    took: list[float] = []
    with Redis.from_url(url, protocol=2) as redis, crew([command]) as working:
        working.go()
        last: bytes = b"0-0"
        for _ in range(WARM_UP + JOBS):
            began = time.perf_counter()
            redis.xadd(by_hand.CHAIN[0], {"e": by_hand.BODY})
            answer = None
            while not answer:
                answer = redis.xread({by_hand.CHAIN[-1]: last}, count=1, block=1000)
                working.check()
            took.append((time.perf_counter() - began) * 1000)
            last = answer[0][1][-1][0]
    return took


def _faststream(python: str, url: str) -> list[float]:
    program = [python, "-W", "ignore", str(peer_program("faststream"))]
    with crew([[*program, "work", url, "c0"]]) as working:
        working.go()
        said = subprocess.run(
            [*program, "chain", url, str(WARM_UP + JOBS)],
            check=True,
            cwd=ROOT,
            stdout=subprocess.PIPE,
        )
    ms: list[float] = json.loads(said.stdout)
    return ms
