"""Lists that may be too long for one event, split into parts that fit."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TypeVar

from pydantic import BaseModel

T = TypeVar("T")
U = TypeVar("U")

PART_BYTES = 5_000
"""Room for a part's list: two such lists and what is around them stay below the log's 16 KiB."""


def split_together(
    first: Sequence[T], second: Sequence[U]
) -> list[tuple[tuple[T, ...], tuple[U, ...]]]:
    """Two lists, each split, side by side; the shorter one's missing parts are empty."""
    ours, theirs = split(first), split(second)
    count = max(len(ours), len(theirs))
    return [
        (ours[n] if n < len(ours) else (), theirs[n] if n < len(theirs) else ())
        for n in range(count)
    ]


def split(items: Sequence[T]) -> list[tuple[T, ...]]:
    """``items`` in order, in runs whose JSON stays under ``PART_BYTES``; at least one run."""
    return list(_runs(items)) or [()]


def _runs(items: Sequence[T]) -> Iterator[tuple[T, ...]]:
    run: list[T] = []
    size = 0
    for item in items:
        weight = len(_json(item).encode())
        if run and size + weight > PART_BYTES:
            yield tuple(run)
            run, size = [], 0
        run.append(item)
        size += weight
    if run:
        yield tuple(run)


def _json(item: object) -> str:
    return item.model_dump_json() if isinstance(item, BaseModel) else json.dumps(item)
