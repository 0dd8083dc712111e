"""Linear expressions and mixed-integer programs, as little of them as ``exact`` needs.

Lengths in metres. HiGHS solves them, by ``scipy.optimize.milp``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

NOTHING: Mapping[int, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Expr:
    """A sum of variables (by number) and a constant."""

    terms: Mapping[int, float] = field(default_factory=lambda: NOTHING)
    const: float = 0.0

    def plus(self, other: Expr | float) -> Expr:
        if not isinstance(other, Expr):
            return Expr(self.terms, self.const + other)
        terms = dict(self.terms)
        for at, factor in other.terms.items():
            terms[at] = terms.get(at, 0.0) + factor
        return Expr(terms, self.const + other.const)

    def minus(self, other: Expr | float) -> Expr:
        return self.plus(other.times(-1.0) if isinstance(other, Expr) else -other)

    def times(self, factor: float) -> Expr:
        return Expr({at: factor * f for at, f in self.terms.items()}, factor * self.const)

    def at(self, values: Sequence[float]) -> float:
        return self.const + sum(f * float(values[at]) for at, f in self.terms.items())


class Program:
    """Variables with bounds, and expressions that must not exceed their limits."""

    def __init__(self) -> None:
        self._low: list[float] = []
        self._high: list[float] = []
        self._whole: list[int] = []
        self._rows: list[Expr] = []

    def variable(self, low: float, high: float, *, whole: bool = False) -> Expr:
        self._low.append(low)
        self._high.append(high)
        self._whole.append(int(whole))
        return Expr({len(self._low) - 1: 1.0})

    def binary(self) -> Expr:
        return self.variable(0.0, 1.0, whole=True)

    def at_most(self, expr: Expr, limit: float) -> None:
        self._rows.append(expr.minus(limit))

    def within(self, expr: Expr, limit: Expr | float) -> None:
        """``expr`` is from minus ``limit`` to ``limit``."""
        self.at_most(expr.minus(limit), 0.0)
        self.at_most(expr.times(-1.0).minus(limit), 0.0)

    def one_of(self, ways: Sequence[Expr]) -> None:
        """At least one of ``ways`` is at most 0."""
        self.one_group([[way] for way in ways])

    def one_group(self, groups: Sequence[Sequence[Expr]]) -> None:
        """All of at least one of the groups are at most 0."""
        taken = [self.binary() for _ in groups]
        for group, chosen in zip(groups, taken, strict=True):
            for way in group:
                bound = max(self._highest(way), 0.0)
                self.at_most(way.plus(chosen.times(bound)), bound)
        total = Expr()
        for chosen in taken:
            total = total.minus(chosen)
        self.at_most(total, -1.0)

    def _highest(self, expr: Expr) -> float:
        ends = (max(f * self._low[at], f * self._high[at]) for at, f in expr.terms.items())
        return expr.const + sum(ends)

    def run(self, nodes: int) -> tuple[int, Sequence[float]]:
        """HiGHS' status (0 solved, 1 limit reached, 2 impossible) and the variables' values."""
        if not self._low:
            broken = any(row.const > 1e-9 for row in self._rows)
            return (2 if broken else 0), ()
        entries = [(r, at, f) for r, row in enumerate(self._rows) for at, f in row.terms.items()]
        rows, columns, factors = (np.array(part) for part in zip(*entries, strict=True))
        asked = Asked(
            (len(self._rows), len(self._low)),
            rows.astype(np.int64).tobytes(),
            columns.astype(np.int64).tobytes(),
            factors.astype(np.float64).tobytes(),
            np.array([-row.const for row in self._rows], dtype=np.float64).tobytes(),
            np.array([self._low, self._high], dtype=np.float64).tobytes(),
            np.array(self._whole, dtype=np.int64).tobytes(),
            nodes,
        )
        return _solved(asked)


class Asked(NamedTuple):
    """A whole program, as bytes: two that are equal have the same answer."""

    shape: tuple[int, int]
    rows: bytes
    columns: bytes
    factors: bytes
    limits: bytes
    bounds: bytes
    whole: bytes
    nodes: int


@lru_cache(maxsize=128)
def _solved(asked: Asked) -> tuple[int, Sequence[float]]:
    """What HiGHS says. Kept, since who gives way is looked for before it is told."""
    # Half a second to import, and only scenes that do not work out need it.
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    rows, columns = (np.frombuffer(b, dtype=np.int64) for b in (asked.rows, asked.columns))
    factors = np.frombuffer(asked.factors, dtype=np.float64)
    matrix = coo_array((factors, (rows, columns)), shape=asked.shape).tocsr()
    low, high = np.frombuffer(asked.bounds, dtype=np.float64).reshape(2, -1)
    done = milp(
        np.zeros(asked.shape[1]),
        integrality=np.frombuffer(asked.whole, dtype=np.int64),
        bounds=Bounds(low, high),
        constraints=LinearConstraint(matrix, ub=np.frombuffer(asked.limits, dtype=np.float64)),
        options={"node_limit": asked.nodes},
    )
    return int(done.status), () if done.x is None else done.x
