"""A disk that is full for one process and its children: none of its files may grow.

By the limit of a file's size, which the kernel changes for processes that run; the error that a
write meets is ``EFBIG`` instead of ``ENOSPC``. Linux only.
"""

from __future__ import annotations

import contextlib
import resource
from collections.abc import Iterator
from pathlib import Path

FULL_BYTES = 1024


def fill_disk(pid: int) -> None:
    """From now on no file of the process may be larger than a few bytes."""
    _limit(pid, FULL_BYTES)


def free_disk(pid: int) -> None:
    """Give the space back."""
    _limit(pid, resource.RLIM_INFINITY)


def _limit(pid: int, size: int) -> None:
    for one in _family(pid):
        with contextlib.suppress(ProcessLookupError):
            _, hard = resource.prlimit(one, resource.RLIMIT_FSIZE)
            resource.prlimit(one, resource.RLIMIT_FSIZE, (size, hard))


def _family(pid: int) -> Iterator[int]:
    """The process and what descends from it."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in children.read_text().split():
                yield from _family(int(child))
