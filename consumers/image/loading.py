"""A diffusers pipeline, loaded and placed: what is missing is said before it is felt.

What belongs here: packages, devices, ``from_pretrained``. What does not: where files are
(``snapshot``), what fits where (``placing``), drawing.
"""

from __future__ import annotations

import inspect
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from consumers.handler import OutOfDeviceMemory
from consumers.image.errors import (
    NoPipeline,
    NoSuchDevice,
    PackageMissing,
    WeightsMissing,
)
from consumers.image.models import Habit, habit
from consumers.image.options import PaintOptions
from consumers.image.placing import T5, Device, Plan, dtype_of, plan
from consumers.image.previews import Projection, fitted
from consumers.image.snapshot import Snapshot, sizes, snapshot

logger = logging.getLogger(__name__)

PACKAGES = ("torch", "diffusers", "transformers", "accelerate", "safetensors")
DTYPES = {"fp16": "float16", "bf16": "bfloat16", "fp32": "float32"}
BYTES = {"fp16": 2, "bf16": 2, "fp32": 4}
USUAL_PX = 1024
# What from_pretrained raises of files that are not there, not whole or not of its classes, beside
# the errors of its own packages.
UNUSABLE = (OSError, ValueError, RuntimeError, AttributeError, KeyError, TypeError, EOFError)


@dataclass(frozen=True, slots=True)
class Loaded:
    """``size``: pixels of a side of its pictures. ``call``: the arguments of the pipeline's call,
    with their defaults. ``projection``: of its latents to colours."""

    pipeline: Any
    torch: Any
    snapshot: Snapshot
    device: Device
    plan: Plan
    habit: Habit
    size: int
    call: Mapping[str, Any]
    projection: Projection | None


def load(model: str, engine: str, options: PaintOptions, most_mib: int = 0) -> Loaded:
    """``model`` on the device that ``options`` and this machine give it, warm.

    ``most_mib``: what this process may have of the device's memory; 0: all that is free.

    Raises ``PackageMissing``, ``WeightsMissing``, ``AccessRefused``, ``NoPipeline``,
    ``NoSuchDevice``, ``DeviceTooSmall``, ``OutOfDeviceMemory``.
    """
    _check_installed(engine)
    found = snapshot(model, engine, download=options.download)
    torch, diffusers = packages(engine)
    device = _within(device_of(torch, engine, options), most_mib)
    size = options.size or habit(found.model).size or found.size or USUAL_PX
    parts = sizes(found, engine, BYTES[dtype_of(device, options)])
    if parts.get(T5) == 0 and options.t5 == "auto":  # it was left out when the model was fetched
        options = replace(options, t5="off")
    chosen = plan(engine, parts, device, options, size)
    pipeline = _read(diffusers, torch, found, engine, chosen)
    call = _call(pipeline, engine)
    try:
        projection = _place(pipeline, torch, device, chosen)
    except RuntimeError as error:
        if not is_out_of_memory(error):
            raise
        raise OutOfDeviceMemory(f"the model {found.model}", str(error).splitlines()[0]) from error
    own = habit(found.model, pipeline)
    logger.info("painter.loaded", extra={"model": found.model, "device": device.name})
    return Loaded(pipeline, torch, found, device, chosen, own, size, call, projection)


def _check_installed(engine: str) -> None:
    """Without importing them, which takes long: nobody can fetch weights without them. Raises
    ``PackageMissing``."""
    for name in PACKAGES:
        if find_spec(name) is None:
            raise PackageMissing(engine, f"no {name}")


def packages(engine: str) -> tuple[Any, Any]:
    """torch and diffusers, silenced. Raises ``PackageMissing``."""
    try:
        torch, diffusers = import_module("torch"), import_module("diffusers")
        for package in ("diffusers", "transformers"):
            logs = import_module(f"{package}.utils.logging")
            logs.set_verbosity_error()
            logs.disable_progress_bar()
        import_module("accelerate")
        import_module("safetensors")
    except (ImportError, OSError) as error:  # OSError: one of its native libraries is not there
        raise PackageMissing(engine, str(error)) from error
    return torch, diffusers


def device_of(torch: Any, engine: str, options: PaintOptions) -> Device:
    """The device to run on. Raises ``NoSuchDevice``."""
    wanted = options.device
    has_cuda, has_mps = torch.cuda.is_available(), torch.backends.mps.is_available()
    if wanted == "cuda" and not has_cuda:
        raise NoSuchDevice(engine, *_no_cuda(torch))
    if wanted == "mps" and not has_mps:
        raise NoSuchDevice(engine, "this machine has no Apple GPU", "set device to auto")
    if has_cuda and wanted in ("auto", "cuda"):
        free, _ = torch.cuda.mem_get_info()
        name = torch.cuda.get_device_name()
        return Device("cuda", name, free // 2**20, torch.cuda.is_bf16_supported())
    if has_mps and wanted in ("auto", "mps"):
        return Device("mps", "Apple GPU")
    if options.dtype == "fp16":
        raise NoSuchDevice(engine, "the CPU does not compute in fp16", "set dtype to auto")
    return Device("cpu", "CPU")


def _within(device: Device, most_mib: int) -> Device:
    """The device with no more of its memory than this process may have: others load beside it, and
    until they have, what is theirs is free."""
    if device.free_mib is None or not 0 < most_mib < device.free_mib:
        return device
    part = f"{device.name} (this process's part, by --workers and SCENESTREAM_DEVICE_MIB)"
    return replace(device, name=part, free_mib=most_mib)


def is_out_of_memory(error: BaseException) -> bool:
    """Whether ``error``, of torch, says that memory did not suffice."""
    return "out of memory" in str(error) or "can't allocate memory" in str(error)


def _no_cuda(torch: Any) -> tuple[str, str]:
    if torch.version.cuda is None:
        return (
            "its torch is built without CUDA",
            "install the build for your GPU by the command that PyTorch's own start page gives",
        )
    return (
        "torch sees no GPU",
        "look at `nvidia-smi` and CUDA_VISIBLE_DEVICES, or set device to auto",
    )


def _read(diffusers: Any, torch: Any, found: Snapshot, engine: str, chosen: Plan) -> Any:
    """Raises ``PackageMissing``, ``WeightsMissing``."""
    left_out = {name: None for part in chosen.without for name in (part, _tokenizer(part))}
    try:
        return diffusers.DiffusionPipeline.from_pretrained(
            str(found.folder),
            dtype=getattr(torch, DTYPES[chosen.dtype]),
            variant=found.variant,
            local_files_only=True,
            **left_out,
        )
    except ImportError as error:
        raise PackageMissing(engine, str(error)) from error
    except _unusable() as error:
        if is_out_of_memory(error):
            raise OutOfDeviceMemory(f"the model {found.model}") from error
        why = (str(error).strip().splitlines() or [type(error).__name__])[0][:300]
        raise WeightsMissing(
            engine, f"its files do not load ({why})", "fetch the whole pipeline again"
        ) from error


def _tokenizer(part: str) -> str:
    return part.replace("text_encoder", "tokenizer")


def _unusable() -> tuple[type[Exception], ...]:
    safetensors = import_module("safetensors")
    return (*UNUSABLE, safetensors.SafetensorError)


def _call(pipeline: Any, engine: str) -> Mapping[str, Any]:
    """Raises ``NoPipeline`` of one that needs more than words."""
    asked = inspect.signature(type(pipeline).__call__).parameters
    needed = {
        name
        for name, argument in asked.items()
        if name not in ("self", "prompt")
        and argument.default is argument.empty
        and argument.kind in (argument.POSITIONAL_OR_KEYWORD, argument.KEYWORD_ONLY)
    }
    takes_picture = "image" in asked and "strength" in asked
    if "prompt" not in asked or needed or takes_picture:
        kind = type(pipeline).__name__
        raise NoPipeline(engine, f"{kind} does not draw from words alone", "name one that does")
    return {name: argument.default for name, argument in asked.items()}


def _place(pipeline: Any, torch: Any, device: Device, chosen: Plan) -> Projection | None:
    pipeline.set_progress_bar_config(disable=True)
    vae = getattr(pipeline, "vae", None)
    if vae is not None and hasattr(vae, "enable_slicing"):
        vae.enable_slicing()  # decoding is what needs most memory
    if chosen.offload == "none":
        pipeline.to(device.kind)
        return _projection(pipeline, torch)
    if vae is not None:
        vae.to(device.kind)
    projection = _projection(pipeline, torch)
    if vae is not None:
        vae.to("cpu")
    if chosen.offload == "model":
        pipeline.enable_model_cpu_offload(device=device.kind)
    else:
        pipeline.enable_sequential_cpu_offload(device=device.kind)
    return projection


def _projection(pipeline: Any, torch: Any) -> Projection | None:
    """A model whose latents can not be shown draws as well without previews."""
    try:
        return fitted(pipeline, torch)
    except (RuntimeError, ValueError, TypeError, AttributeError) as unusual:
        logger.info("painter.no_previews", extra={"why": str(unusual)})
        return None
