"""What the driver tells of the GPU that a process would take, without importing anything heavy."""

from __future__ import annotations

import os
import subprocess

ASK_S = 10.0
"""How long the driver may take to tell what there is."""


def driver_memory_mib() -> int:
    """The memory of the GPU that this process would take, as its driver tells; 0 without one."""
    ask = ["nvidia-smi", "--query-gpu=memory.total", "--format=csv,noheader,nounits"]
    visible = os.environ.get("CUDA_VISIBLE_DEVICES")
    if visible is not None:
        first = visible.split(",")[0].strip()
        if first in ("", "-1"):
            return 0
        ask.append(f"--id={first}")
    try:
        told = subprocess.run(ask, capture_output=True, text=True, timeout=ASK_S, check=True).stdout
        return int(told.split()[0])
    except (OSError, subprocess.SubprocessError, ValueError, IndexError):
        return 0
