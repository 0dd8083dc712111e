"""The gateway's figures: one gateway process, its clients in another, the writer in a third.

``SCENESTREAM_BENCH_WHOLE=1`` drops as many connections as the whole figure wants; otherwise a tenth
of them are dropped.
"""

from __future__ import annotations

from ops.bench.figure import Figure
from ops.bench.gateway import drops, idle, latency, resume, size


def measure() -> list[Figure]:
    """The figures of this package."""
    return [
        *idle.measure(),
        *latency.measure(),
        *resume.measure(),
        *drops.measure(),
        *size.measure(),
    ]
