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

LONG = ("consumer", "host", "serves")
"""Columns that are folded when the terminal is narrow."""


async def consumers(settings: Settings, as_json: bool) -> int:
    """Print every consumer, a line each."""
    async with opened(settings) as shards:
        found = await _merged(shards)
    if as_json:
        for member in found:
            print(json.dumps({**asdict(member), "alive": member.is_alive}))
        return 0
    table = _table("consumer", "host", "beat", "at once", "in flight", "steps", "failed", "serves")
    for member in found:
        steps = sum(done.steps for done in member.done.values())
        failed = sum(done.failed for done in member.done.values())
        table.add_row(
            member.consumer,
            member.host,
            _beat(member),
            *map(str, (member.slots, member.in_flight, steps, failed)),
            _served(member),
        )
    _show(table if found else "no consumer has announced itself; start `scenestream up`")
    return 0


async def lag(settings: Settings, as_json: bool) -> int:
    """Print every stage's lag, a line each."""
    async with opened(settings) as shards:
        stages = await measured(shards)
    if as_json:
        for stage in stages:
            more = {"work_s": stage.work_s, "unserved": stage.is_unserved}
            print(json.dumps({**asdict(stage), **more}))
        return 0
    numbers = ("waiting", "running", "later", "parked", "oldest", "steps/s", "step", "slots")
    table = _table("stage", *numbers, "work")
    for stage in stages:
        table.add_row(
            stage.stage,
            *map(str, (stage.waiting, stage.running, stage.due, stage.parked)),
            _span(stage.oldest_s) if stage.oldest_s else "",
            f"{stage.steps_s:.2g}" if stage.steps_s else "",
            "" if stage.step_s is None else _span(stage.step_s),
            str(stage.slots),
            _work(stage),
        )
    _show(table)
    alone = [stage for stage in stages if stage.is_unserved]
    if alone:
        work = ", ".join(f"{stage.stage} ({stage.pieces})" for stage in alone)
        print(f"nobody serves {work}; scenestream up --only {','.join(s.stage for s in alone)}")
    return 0


def _beat(member: Member) -> str:
    if member.beat == 0:
        return "left"  # others are still taking over what it held
    ago = f"{member.silent_ms / 1000:.0f} s ago"
    return ago if member.is_alive else f"{ago}: dead"


def _served(member: Member) -> str:
    """The stages, by the engine they run on, with what they need of a GPU and what it has."""
    by_engine: dict[str, list[str]] = {}
    for stage in member.stages:
        needs = member.needs_mib.get(stage)
        told = f"{stage} ({_gib(needs)})" if needs else stage
        by_engine.setdefault(member.engines.get(stage, "?"), []).append(told)
    lines = [f"{engine}: {', '.join(stages)}" for engine, stages in by_engine.items()]
    if member.has_mib:
        lines.append(f"GPU of {_gib(member.has_mib)}")
    return "\n".join(lines)


def _gib(mib: int) -> str:
    return f"{mib / 1024:.3g} GiB"


def _work(stage: StageLag) -> str:
    if stage.is_unserved:
        return "nobody"
    return "?" if stage.work_s is None else _span(stage.work_s)


def _span(seconds: float) -> str:
    """In seven characters, so that a line fits a narrow terminal."""
    if seconds < 1:
        return f"{seconds * 1000:.0f} ms"
    if seconds < 100:
        return f"{seconds:.1f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.0f} h"


async def _merged(logs: Iterable[Log]) -> list[Member]:
    """The consumers over all shards; one process has a row in each."""
    found: dict[str, Member] = {}
    for log in logs:
        for row in await Members(log).all():
            member = found.setdefault(row.consumer, row)
            if member is row:
                continue
            member.pace = {
                stage: member.pace.get(stage, 0.0) + row.pace.get(stage, 0.0)
                for stage in {*member.pace, *row.pace}
            }
            member.beat = max(member.beat, row.beat)
            member.silent_ms = min(member.silent_ms, row.silent_ms)
            member.in_flight += row.in_flight
            for stage, done in row.done.items():
                mine = member.done.setdefault(stage, done)
                if mine is not done:
                    mine.steps += done.steps
                    mine.failed += done.failed
                    mine.ms += done.ms
    return list(found.values())


def _show(what: Table | str) -> None:
    """Names of consumers and of engines are no markup: "gpu[2]" is a name like any other."""
    Console(markup=False, emoji=False, highlight=False).print(what)


def _table(*columns: str) -> Table:
    table = Table(box=None, header_style="bold", padding=(0, 1, 0, 0))  # fits 80 columns
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column not in LONG)
    return table
