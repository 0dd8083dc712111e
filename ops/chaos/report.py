"""What a fault run comes to: one line for people, one JSON document for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import get_args

from ops.chaos.violation import Kind, Violation


@dataclass(frozen=True, slots=True)
class Report:
    """``ends``: how the requests ended. ``broken``: connections that the proxy broke, and how."""

    workload: str
    seed: int
    seconds: float
    requests: int
    steps: int
    ends: Mapping[str, int]
    faults: Mapping[str, int]
    broken: Mapping[str, int]
    violations: Sequence[Violation]
    fsync: str = "always"

    @property
    def fault_count(self) -> int:
        """How many faults there were."""
        return sum(self.faults.values())

    @property
    def is_clean(self) -> bool:
        """Whether nothing was lost, done twice, left or out of order."""
        return all(what.kind == "share" for what in self.violations)

    def as_json(self) -> str:
        """The report as one JSON object on one line."""
        found = Counter(what.kind for what in self.violations)
        said = {one.name: getattr(self, one.name) for one in fields(self)}
        said |= {kind: found[kind] for kind in get_args(Kind)}
        return json.dumps(said | {"violations": [str(what) for what in self.violations]})

    def as_text(self) -> str:
        """The report in a few lines."""
        found = Counter(what.kind for what in self.violations)
        faults = ", ".join(f"{name} {n}" for name, n in sorted(self.faults.items()))
        ends = ", ".join(f"{n} {end}" for end, n in sorted(self.ends.items()))
        return (
            f"{self.requests} requests ({ends}), {self.steps} steps, {self.fault_count} faults, "
            f"{self.seconds:.0f} s, seed {self.seed}\n"
            f"  faults: {faults}\n"
            f"  connections broken: {dict(self.broken)}; Redis with appendfsync {self.fsync}\n"
            f"  {found['lost']} lost, {found['duplicated']} duplicated, {found['stuck']} stuck, "
            f"{found['order']} out of order, {found['scene']} scenes wrong; "
            f"{found['share']} shares too small"
        )
