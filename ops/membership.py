"""`scenestream consumers` and `lag`: who works, and how much waits, for people and autoscalers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from ops.looking import opened
from ops.settings import Settings
from streams.lag import StageLag
from streams.lag import lag as measured
from streams.log import Log
from streams.members import Member, Members


async def consumers(settings: Settings, as_json: bool) -> int:
    """Print every consumer, a line each."""
    async with opened(settings) as shards:
        found = await _merged(shards)
    if as_json:
        for member in found:
            print(json.dumps({**asdict(member), "alive": member.is_alive}))
        return 0
    table = _table("consumer", "host", "state", "stages", "at once", "in flight", "steps", "failed")
    for member in found:
        state = "alive" if member.is_alive else f"silent for {member.silent_ms / 1000:.0f} s"
        steps = sum(done.steps for done in member.done.values())
        failed = sum(done.failed for done in member.done.values())
        table.add_row(
            member.consumer,
            member.host,
            state,
            ", ".join(member.stages),
            *map(str, (member.slots, member.in_flight, steps, failed)),
        )
    Console().print(table if found else "no consumer has announced itself; start `scenestream up`")
    return 0


async def lag(settings: Settings, as_json: bool) -> int:
    """Print every stage's lag, a line each."""
    async with opened(settings) as shards:
        stages = await measured(shards)
    if as_json:
        for stage in stages:
            print(json.dumps({**asdict(stage), "work_s": stage.work_s}))
        return 0
    table = _table(
        "stage", "waiting", "running", "retries", "oldest", "step", "at once", "seconds of work"
    )
    for stage in stages:
        table.add_row(
            stage.stage,
            *map(str, (stage.waiting, stage.running, stage.due)),
            f"{stage.oldest_s:.0f} s" if stage.oldest_s else "",
            "" if stage.step_s is None else f"{stage.step_s * 1000:.0f} ms",
            str(stage.slots),
            _work(stage),
        )
    Console().print(table)
    return 0


def _work(stage: StageLag) -> str:
    if stage.is_unserved:
        return f"nobody serves it: scenestream up --only {stage.stage}"
    return "?" if stage.work_s is None else f"{stage.work_s:.1f}"


async def _merged(logs: Iterable[Log]) -> list[Member]:
    """The consumers over all shards; one process has a row in each."""
    found: dict[str, Member] = {}
    for log in logs:
        for row in await Members(log).all():
            member = found.setdefault(row.consumer, row)
            if member is row:
                continue
            member.silent_ms = min(member.silent_ms, row.silent_ms)
            member.in_flight += row.in_flight
            for stage, done in row.done.items():
                mine = member.done.setdefault(stage, done)
                if mine is not done:
                    mine.steps += done.steps
                    mine.failed += done.failed
                    mine.ms += done.ms
    return list(found.values())


def _table(*columns: str) -> Table:
    table = Table(box=None, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
