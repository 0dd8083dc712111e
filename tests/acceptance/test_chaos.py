"""A slice of the fault runs: real processes, a real Redis, a fixed seed, and no violation."""

from __future__ import annotations

import json
import subprocess
import sys


def test_under_every_fault_nothing_is_lost_or_done_twice_or_left() -> None:
    command = ["--workload", "steps", "--seed", "11", "--requests", "600", "--faults", "30"]
    run = subprocess.run(
        [sys.executable, "-m", "ops.chaos", *command, "--json"],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    assert [report[kind] for kind in ("lost", "duplicated", "stuck", "order")] == [0, 0, 0, 0]
    assert report["requests"] == 600
    assert report["steps"] > 3_000
    assert sum(report["faults"].values()) == 30
    assert {"kill redis", "kill a consumer", "drop replies", "cut connections"} <= {
        *report["faults"]
    }
    assert report["broken"]["reply"] > 0
