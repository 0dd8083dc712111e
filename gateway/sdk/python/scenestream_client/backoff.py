"""How long to wait before another try: twice as long each time, by chance shorter."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(slots=True)
class Backoff:
    """``first_s`` at most before the first try, ``most_s`` at most before any. ``chance`` gives
    0-1: clients of a gateway that went down must not all come back at once."""

    first_s: float = 0.1
    most_s: float = 10.0
    chance: Callable[[], float] = random.random
    failures: int = 0

    def failed(self) -> float:
        """Seconds to wait after one more failure."""
        limit = min(self.most_s, self.first_s * 2.0 ** min(self.failures, 30))
        self.failures += 1
        return limit * (0.5 + 0.5 * self.chance())

    def went_well(self) -> None:
        """The next failure is a first one."""
        self.failures = 0
