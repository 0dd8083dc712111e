"""Where a pipeline is to run: device, number format, and which of its parts are there at a time.

Pure: what a device has is told. Sizes in MiB. The working memory is an estimate; where it was too
low, fewer pictures are drawn at a time (``OutOfDeviceMemory``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from consumers.image.errors import DeviceTooSmall
from consumers.image.options import PaintOptions

Offload = Literal["none", "model", "sequential"]

WORK_MIB = 2_500
"""For one picture of 1024 x 1024 beside the weights: activations, and the VAE's decoding."""
EACH_MIB = 900
"""For each further one, when the VAE decodes them one after another."""
LAYER_MIB = 1_500
"""What runs a model layer by layer."""
MOST_AT_ONCE = 8
"""A GPU gains little from more, and those who wait for the first wait longer."""
T5 = "text_encoder_3"


@dataclass(frozen=True, slots=True)
class Device:
    """``kind``: "cuda", "mps" or "cpu". ``free_mib``: of its memory; None where it is the machine's
    own, which swaps. ``bf16``: whether it computes in that format."""

    kind: str
    name: str
    free_mib: int | None = None
    bf16: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """``without``: parts that are not loaded. ``needs_mib``: of the device's memory, for one
    picture."""

    offload: Offload
    dtype: str
    batch: int
    needs_mib: int
    without: tuple[str, ...] = ()


def dtype_of(device: Device, options: PaintOptions) -> str:
    """The number format: the widest range that the device is quick in."""
    if options.dtype != "auto":
        return options.dtype
    if device.kind == "cpu":
        return "fp32"
    return "bf16" if device.bf16 and device.kind == "cuda" else "fp16"


def plan(
    engine: str,
    parts: Mapping[str, int],
    device: Device,
    options: PaintOptions,
    size: int,
) -> Plan:
    """How ``parts`` (MiB of weights each) run on ``device``, for pictures of ``size`` pixels.

    On a device that is too small for all of it, T5 is left out first, then parts take turns.
    Raises ``DeviceTooSmall``.
    """
    dtype = dtype_of(device, options)
    work = int(WORK_MIB * (size / 1024) ** 2) + 1
    without = (T5,) if options.t5 == "off" and T5 in parts else ()
    offload = options.offload
    if device.free_mib is None:  # nowhere to wait but in the same memory
        kept = _without(parts, without)
        return Plan("none", dtype, options.batch or 1, sum(kept.values()) + work, without)
    if offload == "auto" and options.t5 == "auto" and T5 in parts and not without:
        fits_whole = sum(parts.values()) + work <= device.free_mib
        if not fits_whole and parts[T5] + work > device.free_mib:
            without = (T5,)
    kept = _without(parts, without)
    chosen: Offload = offload if offload != "auto" else _offload(kept, work, device.free_mib)
    needs = _needs(kept, work, chosen)
    if needs > device.free_mib:
        raise DeviceTooSmall(engine, device.name, needs, device.free_mib, _remedy(chosen, kept))
    spare = device.free_mib - needs
    most = 1 + spare // max(int(EACH_MIB * (size / 1024) ** 2), 1)
    return Plan(chosen, dtype, options.batch or min(most, MOST_AT_ONCE), needs, without)


def _without(parts: Mapping[str, int], without: tuple[str, ...]) -> dict[str, int]:
    return {name: mib for name, mib in parts.items() if name not in without}


def _offload(parts: Mapping[str, int], work: int, free_mib: int) -> Offload:
    return "none" if sum(parts.values()) + work <= free_mib else "model"


def _needs(parts: Mapping[str, int], work: int, offload: Offload) -> int:
    if offload == "none":
        return sum(parts.values()) + work
    return max(parts.values(), default=0) + work if offload == "model" else LAYER_MIB + work


def _remedy(offload: Offload, parts: Mapping[str, int]) -> str:
    less = "set size to fewer pixels in [engines.image]"
    if offload == "none":
        return f"set offload to model in [engines.image], or {less}"
    if offload == "model":
        t5 = "t5 to off or " if T5 in parts else ""
        return f"set {t5}offload to sequential in [engines.image], or {less}"
    return less
