"""A stand-in for torch (2.x): devices, seeds, the hub's cache, and tensors as far as they are
handed from one package to another. Nothing is computed.

STANDIN_CUDA_MIB: the memory of its one CUDA device (81,920); 0: there is none.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from . import cuda as cuda
from . import hub as hub

OutOfMemoryError = cuda.OutOfMemoryError
_seed = 0


def manual_seed(seed: int) -> Generator:
    """The whole process's."""
    global _seed
    _seed = int(seed)
    return Generator("cpu").manual_seed(seed)


def initial_seed() -> int:
    return _seed


class Generator:
    def __init__(self, device: str = "cpu") -> None:
        self.device = device
        self.seed = 0

    def manual_seed(self, seed: int) -> Generator:
        self.seed = int(seed)
        return self

    def initial_seed(self) -> int:
        return self.seed


class device:  # noqa: N801 - torch's own name
    def __init__(self, kind: str) -> None:
        self.type = kind

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other)

    def __hash__(self) -> int:
        return hash(self.type)

    def __str__(self) -> str:
        return self.type


class Tensor:
    """An array that says where it lies; numpy refuses to take it from a device, as torch does."""

    def __init__(self, array: Any, where: str = "cuda") -> None:
        self._array, self.where = np.asarray(array), where

    @property
    def shape(self) -> tuple[int, ...]:
        return self._array.shape

    def __len__(self) -> int:
        return len(self._array)

    def cpu(self) -> Tensor:
        return Tensor(self._array, "cpu")

    def cuda(self) -> Tensor:
        return Tensor(self._array, "cuda")

    def numpy(self) -> Any:
        if self.where != "cpu":
            raise TypeError("can't convert cuda:0 device type tensor to numpy.")
        return self._array

    def __array__(self, *arguments: Any, **named: Any) -> Any:
        return self.numpy()
