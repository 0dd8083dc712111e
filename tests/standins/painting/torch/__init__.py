"""A stand-in for torch, as far as the painter asks it: devices, memory, seeds, tensors."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np

float16, bfloat16, float32 = "float16", "bfloat16", "float32"


class OutOfMemoryError(RuntimeError):
    pass


def _free_mib() -> int:
    return int(os.environ.get("STANDIN_CUDA_MIB", "24000"))


class cuda:  # noqa: N801 - torch's own name
    emptied = 0

    @staticmethod
    def is_available() -> bool:
        return _free_mib() > 0

    @staticmethod
    def mem_get_info() -> tuple[int, int]:
        return _free_mib() * 2**20, _free_mib() * 2**20

    @staticmethod
    def get_device_name() -> str:
        return "Stand-in GPU"

    @staticmethod
    def is_bf16_supported() -> bool:
        return True

    @classmethod
    def empty_cache(cls) -> None:
        cls.emptied += 1


backends = SimpleNamespace(mps=SimpleNamespace(is_available=lambda: False))
version = SimpleNamespace(cuda="13.0")


class Generator:
    def __init__(self, device: str) -> None:
        self.device, self.seed = device, 0

    def manual_seed(self, seed: int) -> Generator:
        if not -(2**63) <= seed < 2**64:
            raise RuntimeError("Overflow when unpacking long long")
        self.seed = seed
        return self


class Tensor:
    """Numpy refuses to take it from a device, or in bfloat16, as torch does."""

    def __init__(self, array: Any, device: str = "cuda", dtype: str = bfloat16) -> None:
        self.array, self.device, self.dtype = np.asarray(array, np.float32), device, dtype

    @property
    def shape(self) -> tuple[int, ...]:
        return self.array.shape

    def detach(self) -> Tensor:
        return self

    def float(self) -> Tensor:
        return Tensor(self.array, self.device, float32)

    def cpu(self) -> Tensor:
        return Tensor(self.array, "cpu", self.dtype)

    def to(self, device: str, dtype: str) -> Tensor:
        return Tensor(self.array, device, dtype)

    def numpy(self) -> Any:
        if self.device != "cpu" or self.dtype != float32:
            raise TypeError(f"can't convert a {self.dtype} tensor of {self.device} to numpy")
        return self.array


def from_numpy(array: Any) -> Tensor:
    return Tensor(array, "cpu", float32)


@contextlib.contextmanager
def no_grad() -> Iterator[None]:
    yield
