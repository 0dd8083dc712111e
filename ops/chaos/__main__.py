"""``python -m ops.chaos [--seed N] [--duration S] [--requests N] [--faults N] [--workload NAME]``:
break things for a while, then check the logs. The exit status is 0 only without violations.

``steps``: consumers of our own whose handlers answer at once; most faults a second. ``scenes``: the
real consumers with real engines, the gateway and its clients.
"""

from __future__ import annotations

import asyncio
import random
import shutil
import sys
import tempfile
from pathlib import Path

import click

from ops.chaos.run import Plan, run_steps
from ops.chaos.scenes import run_scenes

WORKLOADS = {"steps": run_steps, "scenes": run_scenes}


@click.command()
@click.option("--seed", type=int, default=None, help="Cause the same faults again.")
@click.option("--duration", type=float, default=30.0, show_default=True, help="Seconds of faults.")
@click.option("--requests", type=int, default=None, help="Ask so many, instead of for a time.")
@click.option("--faults", type=int, default=None, help="Cause so many, instead of for a time.")
@click.option("--workload", type=click.Choice(list(WORKLOADS)), default="steps", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def main(
    seed: int | None,
    duration: float,
    requests: int | None,
    faults: int | None,
    workload: str,
    as_json: bool,
) -> None:
    """Break things, then check."""
    chosen = random.SystemRandom().randrange(10**6) if seed is None else seed
    plan = Plan(chosen, duration, requests, faults)
    folder = Path(tempfile.mkdtemp(prefix="scenestream-chaos-"))
    report = asyncio.run(WORKLOADS[workload](plan, folder))
    for what in report.violations:
        click.echo(f"VIOLATION {what}", err=as_json)
    click.echo(report.as_json() if as_json else report.as_text())
    if not report.is_clean:
        click.echo(f"what Redis and the consumers wrote is kept in {folder}", err=True)
        sys.exit(1)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
