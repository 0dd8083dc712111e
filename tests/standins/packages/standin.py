"""What the stand-ins share: a record of calls, faults that tests ask for, and steps that wait.

All of it by the environment, since the packages run in processes of the product:

- STANDIN_CALLS: a file that each call is appended to, as JSON lines.
- STANDIN_FAULT: what goes wrong, as "oom", "nan", "empty", "lost", "raise", "weights".
- STANDIN_FAULT_ONCE: a file that says what goes wrong the first time, and is gone then.
- STANDIN_STEP_S: how long a step takes, as those of the real ones do (0).
- STANDIN_HOLD: a file; while it is there, the second step of any sampler waits (but not for ever).
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

HOLD_S = 60.0


def record(what: str, **details: Any) -> None:
    path = os.environ.get("STANDIN_CALLS")
    if path:
        with open(path, "a") as file:
            file.write(
                json.dumps({"call": what, "pid": os.getpid(), **details}, default=str) + "\n"
            )


def fault() -> str:
    return os.environ.get("STANDIN_FAULT", "")


def _fault_now() -> str:
    once = os.environ.get("STANDIN_FAULT_ONCE")
    if once and Path(once).exists():
        said = Path(once).read_text()
        Path(once).unlink()
        return said
    return fault()


def check_weights() -> None:
    """Weights that are not the code's."""
    if fault() == "weights":
        raise RuntimeError("Error(s) in loading state_dict for SparseStructureFlowModel: missing")


def step(number: int) -> None:
    """One step of a sampler."""
    import torch

    record("step", number=number)
    time.sleep(float(os.environ.get("STANDIN_STEP_S", "0")))
    if number == 1:
        wait()
        wrong = _fault_now()
        if wrong == "oom":
            raise torch.cuda.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
        if wrong == "lost":
            raise RuntimeError("CUDA error: an illegal memory access was encountered")
        if wrong == "raise":
            raise ValueError("a bug of the package")


def wait() -> None:
    hold = os.environ.get("STANDIN_HOLD")
    until = time.monotonic() + HOLD_S
    while hold and Path(hold).exists() and time.monotonic() < until:
        time.sleep(0.01)
