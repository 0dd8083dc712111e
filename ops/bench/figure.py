"""One measured figure, as it is printed and written."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` in ``unit``; ``against``: what it is compared with and that one's value.

    ``target``: what ``value`` (or, where ``of_ratio``, ``ratio`` = value / against) should be at
    most, or at least where ``more_is_better``; None = recorded for later work to beat.
    """

    name: str
    value: float
    unit: str
    against: float | None = None
    target: float | None = None
    more_is_better: bool = False
    of_ratio: bool = False

    @property
    def ratio(self) -> float | None:
        return None if not self.against else self.value / self.against

    @property
    def met(self) -> bool | None:
        measured = self.ratio if self.of_ratio else self.value
        if self.target is None or measured is None:
            return None
        return measured >= self.target if self.more_is_better else measured <= self.target

    def document(self) -> dict[str, object]:
        """The figure as ``latest.json`` lists it."""
        return {
            "name": self.name,
            "value": round(self.value, 3),
            "unit": self.unit,
            "against": self.against if self.against is None else round(self.against, 3),
            "ratio": self.ratio if self.ratio is None else round(self.ratio, 3),
            "target": self.target,
            "met": self.met,
        }


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` (0-1) of ``values`` do not exceed, by nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, min(len(ordered) - 1, round(share * len(ordered) + 0.5) - 1))]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)
