"""What the parts of the figure hand back: counts by name, and failures in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Failure:
    """``check``: what was not as expected; ``got``: what was seen instead."""

    check: str
    said: str
    expected: str
    got: str

    def document(self) -> dict[str, str]:
        """As ``scenes.json`` lists it."""
        return {
            "check": self.check, "said": self.said, "expected": self.expected, "got": self.got,
        }  # fmt: skip


@dataclass
class Tally:
    """``right`` of ``all``, by the name of what is counted."""

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)

    def add(self, name: str, right: int, of: int) -> None:
        """Count ``right`` of ``of`` more."""
        self.right[name] += right
        self.all[name] += of

    def fail(self, check: str, said: str, expected: str, got: str) -> None:
        self.failures.append(Failure(check, " ".join(said.split()), expected, got))

    def share(self, name: str) -> float:
        """0 to 1; of nothing, 0: what was not measured is not met."""
        return self.right[name] / self.all[name] if self.all[name] else 0.0

    def merge(self, other: Tally) -> None:
        """Count everything of ``other``, too."""
        self.right.update(other.right)
        self.all.update(other.all)
        self.failures.extend(other.failures)
