"""Steps a second: the product beside a hand-written loop and beside the field's frameworks.

A step takes one durable job of about 300 bytes, does nothing, publishes one follow-up and
acknowledges. Jobs are there before the clock starts; it stops when the last follow-up is there.
Everyone works on the same Redis, in turns; a figure is the median of the rounds.
"""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass

import click
from redis import Redis

from ops.bench.contenders import Contender, hand, ours, peers
from ops.bench.crew import crew
from ops.bench.figure import Figure, median
from ops.bench.scratch import cpu_s, scratch_redis
from schemas.errors import Unavailable

ROUNDS = 3
CREWS = (1, 2, 4)
JOBS, PEER_JOBS = 20_000, 3_000
OF_BY_HAND, OF_BEST_PEER = 0.7, 5.0
LOOK_S = 0.01
PATIENCE_S = 30.0


class WrongCount(Unavailable):
    """A contender lost or repeated jobs, or stood still; its figure would mean nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """``redis_us``: processor time of Redis a step; ``redis_share``: of one core, in the run."""

    per_s: float
    redis_us: float
    redis_share: float


def measure() -> list[Figure]:
    """The figures of this file."""
    runs: dict[tuple[str, int], list[Run]] = defaultdict(list)
    others = peers()
    with scratch_redis() as url:
        for _ in range(ROUNDS):
            for consumers in CREWS:
                for contender in (ours(), hand()):
                    runs[contender.name, consumers].append(run(contender, url, consumers, JOBS))
            for peer in others:
                runs[peer.name, 1].append(run(peer, url, 1, PEER_JOBS))
    return _figures(runs, [peer.name for peer in others])


def run(contender: Contender, url: str, consumers: int, jobs: int) -> Run:
    """One round of one contender, on an emptied Redis."""
    with Redis.from_url(url) as redis:
        redis.flushall()
        contender.load(url, jobs)
        commands = [contender.command(url, f"c{n}") for n in range(consumers)]
        with crew(commands) as working:
            cpu, began = cpu_s(redis), time.perf_counter()
            working.go()
            seen, seen_at = 0, began
            while (made := contender.made(redis)) < jobs:
                working.check()
                now = time.perf_counter()
                if made > seen:
                    seen, seen_at = made, now
                if now - seen_at > PATIENCE_S:
                    raise WrongCount(f"{contender.name}: {made} of {jobs}; {WrongCount.__doc__}")
                time.sleep(LOOK_S)
            took, cpu = time.perf_counter() - began, cpu_s(redis) - cpu
            made, left = _settled(contender, redis)
        if (made, left) != (jobs, 0):
            raise WrongCount(
                f"{contender.name}: {made} of {jobs}, {left} left; {WrongCount.__doc__}"
            )
    done = Run(jobs / took, cpu / jobs * 1e6, cpu / took)
    click.echo(f"  . {contender.name}, {consumers} consumer(s): {done.per_s:,.0f} steps/s")
    return done


def _settled(contender: Contender, redis: Redis) -> tuple[int, int]:
    """Follow-ups, and jobs left, once the last acknowledgement has had its time."""
    deadline = time.perf_counter() + 2.0
    while contender.left(redis) and time.perf_counter() < deadline:
        time.sleep(LOOK_S)
    return contender.made(redis), contender.left(redis)


def _figures(runs: dict[tuple[str, int], list[Run]], others: list[str]) -> list[Figure]:
    def per_s(name: str, consumers: int) -> float:
        return median([r.per_s for r in runs[name, consumers]])

    mine, theirs = ours().name, hand().name
    figures = [
        Figure(
            "steps.per_s.against_by_hand", per_s(mine, 1), "steps/s", per_s(theirs, 1),
            OF_BY_HAND, more_is_better=True, of_ratio=True,
        )
    ]  # fmt: skip
    if others:
        best = max(others, key=lambda name: per_s(name, 1))
        figures.append(
            Figure(
                f"steps.per_s.against_best_peer.{best}", per_s(mine, 1), "steps/s", per_s(best, 1),
                OF_BEST_PEER, more_is_better=True, of_ratio=True,
            )
        )  # fmt: skip
        figures += [Figure(f"steps.per_s.{name}", per_s(name, 1), "steps/s") for name in others]
    for n in CREWS:
        if n > 1:
            figures.append(
                Figure(f"steps.per_s.consumers_{n}", per_s(mine, n), "steps/s", per_s(mine, 1))
            )
            figures.append(
                Figure(
                    f"steps.per_s.by_hand.consumers_{n}", per_s(theirs, n), "steps/s",
                    per_s(theirs, 1),
                )
            )  # fmt: skip
    for n in CREWS:
        cpu = median([r.redis_us for r in runs[mine, n]])
        beside = median([r.redis_us for r in runs[theirs, n]])
        share = median([r.redis_share for r in runs[mine, n]])
        figures.append(Figure(f"steps.redis_cpu.consumers_{n}", cpu, "us/step", beside))
        figures.append(Figure(f"steps.redis_busy.consumers_{n}", share * 100, "%"))
    return figures
