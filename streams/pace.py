"""How many steps a second a consumer does of late. Pure, but for the clock it is given."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

HALF_LIFE_S = 20.0
"""A step weighs half as much after so long: a figure of about the last minute."""


@dataclass(slots=True)
class Pace:
    """A mean of each stage's rate in which what is long past weighs little."""

    clock: Callable[[], float] = time.monotonic
    _at: float = field(init=False)
    _steps: dict[str, int] = field(default_factory=dict, init=False)
    _rates: dict[str, float] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._at = self.clock()

    def measure(self, steps: Mapping[str, int]) -> dict[str, float]:
        """Steps a second by stage, now that ``steps`` have been done in all."""
        now = self.clock()
        passed_s = now - self._at
        if passed_s > 0:
            weight = 1 - 0.5 ** (passed_s / HALF_LIFE_S)
            for stage, count in steps.items():
                before = self._rates.get(stage, 0.0)
                of_late = (count - self._steps.get(stage, 0)) / passed_s
                self._rates[stage] = before + weight * (of_late - before)
            self._at, self._steps = now, dict(steps)
        return {stage: round(rate, 3) for stage, rate in self._rates.items()}
