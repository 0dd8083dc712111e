"""``torch.cuda`` of the stand-in."""

from __future__ import annotations

import os
from types import SimpleNamespace

import standin


class OutOfMemoryError(RuntimeError):
    pass


def _mib() -> int:
    return int(os.environ.get("STANDIN_CUDA_MIB", "81920"))


def is_available() -> bool:
    return _mib() > 0


def get_device_properties(device: int) -> SimpleNamespace:
    return SimpleNamespace(name="stand-in", total_memory=_mib() << 20)


def empty_cache() -> None:
    standin.record("torch.cuda.empty_cache")
