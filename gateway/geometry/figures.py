"""What the geometry server says of itself at /health. Pure: times are given, in seconds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from schemas.flow import Stage
from streams.members import Done, Member


@dataclass(slots=True)
class Mean:
    """Of seconds, without keeping them."""

    count: int = 0
    total_s: float = 0.0
    most_s: float = 0.0

    def note(self, seconds: float) -> None:
        self.count += 1
        self.total_s += seconds
        self.most_s = max(self.most_s, seconds)

    @property
    def average_s(self) -> float | None:
        return round(self.total_s / self.count, 3) if self.count else None

    @property
    def longest_s(self) -> float | None:
        return round(self.most_s, 3) if self.count else None


@dataclass(slots=True)
class Figures:
    """Of the items that this process was asked for. What a client gave up on counts as failed."""

    received: int = 0
    completed: int = 0
    failed: int = 0
    waited: Mean = field(default_factory=Mean)
    made: Mean = field(default_factory=Mean)
    whole: Mean = field(default_factory=Mean)


def health(
    figures: Figures, waiting: int, clients: int, making: int, crew: Sequence[Member]
) -> dict[str, object]:
    """The members of the contract. ``crew``: the consumers that make meshes, the dead included."""
    done = [member.done.get(Stage.MESH, Done()) for member in crew]
    steps = sum(counts.steps for counts in done)
    return {
        "status": "healthy",
        "num_workers": sum(member.is_alive for member in crew),
        "scheduler_queue_size": waiting,
        "active_clients": clients,
        "processing_active": making > 0,
        "total_requests": figures.received,
        "completed_requests": figures.completed,
        "failed_requests": figures.failed,
        "avg_processing_time_seconds": figures.made.average_s,
        "avg_end_to_end_latency_seconds": figures.whole.average_s,
        "avg_queue_wait_seconds": figures.waited.average_s,
        "max_queue_wait_seconds": figures.waited.longest_s,
        "workers": [
            {
                "gpu_id": None,  # consumers do not say which device their engine is on
                "pid": member.pid,
                "alive": member.is_alive,
                "completed_requests": counts.steps - counts.failed,
                "failed_requests": counts.failed,
                "total_requests": counts.steps,
                "proportion": round(counts.steps / steps, 3) if steps else 0.0,
            }
            for member, counts in zip(crew, done, strict=True)
        ],
    }
