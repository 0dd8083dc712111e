"""The GPU that a model in this process needs: whether it is there, and what becomes of its faults.

What does not belong here: which engines of a process fit its device together.
"""

from __future__ import annotations

import contextlib
import importlib
import logging
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from consumers.gpu import driver_memory_mib
from consumers.handler import OutOfDeviceMemory
from consumers.mesh.engine_errors import SculptorUnavailable

logger = logging.getLogger(__name__)

NO_MEMORY = ("out of memory", "CUBLAS_STATUS_ALLOC_FAILED", "CUDNN_STATUS_ALLOC_FAILED")
"""What libraries beside torch say when the device's memory does not suffice."""
DEVICE_LOST = ("CUDA error", "CUDNN_STATUS_EXECUTION_FAILED", "CUBLAS_STATUS_EXECUTION_FAILED")
"""After these the process's CUDA context answers nothing but errors any more."""


NO_GPU = "run it on a machine with an NVIDIA GPU and a torch that was built for CUDA"
TORCH = (
    "install it as PyTorch's own start page says for your CUDA, in the version that the engine's "
    "repository asks for; `scenestream doctor` names what else is missing"
)


def check_machine(engine: str, packages: dict[str, str], needs_mib: int) -> None:
    """What can be said without importing anything: are a GPU of that size and ``packages`` there?

    The GPU first: without one, nobody should fetch the others. ``packages``: how each
    is installed. Raises ``SculptorUnavailable``.
    """
    has_mib = driver_memory_mib()
    if not has_mib:
        raise SculptorUnavailable(engine, "the NVIDIA driver shows no GPU", NO_GPU)
    _check_memory(engine, needs_mib, has_mib)
    for name, remedy in {"torch": TORCH, **packages}.items():
        if not _is_installed(name):
            raise SculptorUnavailable(engine, f"its package {name} is not installed", remedy)


def torch_with_gpu(engine: str, needs_mib: int) -> Any:
    """The torch package, with a CUDA device of at least ``needs_mib`` MiB.

    Raises ``SculptorUnavailable`` that says which of the three is missing.
    """
    torch = package("torch", engine, TORCH)
    if not torch.cuda.is_available():
        raise SculptorUnavailable(engine, "torch sees no CUDA device", NO_GPU)
    _check_memory(engine, needs_mib, memory_mib(torch))
    return torch


def memory_mib(torch: Any) -> int:
    """What the current device has, taken or free."""
    return int(torch.cuda.get_device_properties(0).total_memory) >> 20


def package(name: str, engine: str, remedy: str) -> Any:
    """The module ``name``. Raises ``SculptorUnavailable`` when it, or what it needs, is missing.

    What packages print when they are imported goes to standard error.
    """
    try:
        with quiet():
            return importlib.import_module(name)
    # What is compiled for another CUDA or torch is an OSError, an AttributeError or a RuntimeError.
    except (ImportError, OSError, AttributeError, RuntimeError) as error:
        raise SculptorUnavailable(
            engine, f"its package {name} can not be imported ({error})", remedy
        ) from error


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Within, what is printed goes to standard error: standard output is the command's own."""
    with contextlib.redirect_stdout(sys.stderr):
        yield


@contextlib.contextmanager
def device_faults(engine: str, torch: Any) -> Iterator[None]:
    """Say of the device's faults within what they mean.

    Memory that does not suffice is ``OutOfDeviceMemory``, after what was taken is given back. A
    device that is lost ends the process: every later step in it would fail as well, while the one
    that replaces it starts anew.
    """
    try:
        yield
    except torch.cuda.OutOfMemoryError as error:
        torch.cuda.empty_cache()
        raise OutOfDeviceMemory(f"a mesh of {engine}", _first_line(error)) from error
    except RuntimeError as error:
        said = str(error)
        if any(sign in said for sign in NO_MEMORY):
            torch.cuda.empty_cache()
            raise OutOfDeviceMemory(f"a mesh of {engine}", _first_line(error)) from error
        if any(sign in said for sign in DEVICE_LOST):
            logger.critical("device.lost", extra={"engine": engine, "error": said})
            raise SystemExit(f"{engine} lost its device: {said}") from error
        raise


def _first_line(error: BaseException) -> str:
    return str(error).partition("\n")[0][:200]


def _check_memory(engine: str, needs_mib: int, has_mib: int) -> None:
    if has_mib < needs_mib:
        raise SculptorUnavailable(
            engine,
            f"it needs {needs_mib} MiB of GPU memory and the device has {has_mib}",
            "run it on a larger GPU, or take an engine that needs less",
        )


def _is_installed(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except (ImportError, ValueError):  # of what it would lie in
        return False
