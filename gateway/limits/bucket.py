"""A token bucket: how fast something may go on, and how much of it may come at once. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Bucket:
    """``per_minute`` of something, ``burst`` of it at once. A rate of 0: any.

    ``now`` is in seconds of any clock that goes forward.
    """

    per_minute: float
    burst: float
    _held: float = field(init=False)
    _at: float | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self._held = self.burst

    def wait_s(self, amount: float, now: float) -> float:
        """Seconds until ``amount`` may come; 0: now. What is more than the burst may come when the
        bucket is full, and is owed then."""
        if not self.per_minute:
            return 0.0
        if self._at is not None:
            gained = max(0.0, now - self._at) * self.per_minute / 60
            self._held = min(self.burst, self._held + gained)
        self._at = now
        lacking = min(amount, self.burst) - self._held
        # Rounding must not make who waited as long as it was told wait once more.
        return lacking * 60 / self.per_minute if lacking > 1e-6 * self.burst else 0.0

    def take(self, amount: float) -> None:
        """``amount`` has come."""
        self._held -= amount

    def is_full(self, now: float) -> bool:
        """Whether it is as if nothing had ever come."""
        return self.wait_s(self.burst, now) == 0.0
