"""What a person may set of an image engine: ``[engines.image]`` of scenestream.toml, or
``SCENESTREAM_IMAGE``. Names and values are those of the field's own tools.

What does not belong here: which engine and model it is, and what a model's publisher recommends
(``consumers.image.models``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args, get_type_hints

from schemas.errors import Misconfigured

Value = str | int | float | bool


class BadOption(Misconfigured):
    """An option of the image engine that is not known, or has a value that makes no sense."""


@dataclass(frozen=True, slots=True)
class PaintOptions:
    """None, and "auto": what fits the model and the machine.

    ``steps`` of denoising; ``guidance``: how closely the prompt is followed; ``size``: pixels of a
    side; ``negative``: what is not to be seen; ``batch``: pictures at once, at most. ``offload``:
    parts of the model wait in main memory, "model" one part at a time, "sequential" one layer.
    ``t5``: whether the large text encoder of SD 3 is loaded. ``download``: fetch what is missing.
    """

    steps: int | None = None
    guidance: float | None = None
    size: int | None = None
    negative: str | None = None
    batch: int | None = None
    device: Literal["auto", "cuda", "mps", "cpu"] = "auto"
    dtype: Literal["auto", "fp16", "bf16", "fp32"] = "auto"
    offload: Literal["auto", "none", "model", "sequential"] = "auto"
    t5: Literal["auto", "on", "off"] = "auto"
    download: bool = False


BOUNDS: Mapping[str, tuple[float, float]] = {
    "steps": (1, 500),
    "guidance": (0, 50),
    "size": (64, 4096),
    "batch": (1, 64),
}
PATCH_PX = 16
"""Sizes are multiples of it: a latent is 8 pixels wide, and transformers take two at once."""
_TYPES = get_type_hints(PaintOptions)
_SWITCH = {"true": True, "on": True, "1": True, "false": False, "off": False, "0": False}


def read(table: Mapping[str, Value], where: str = "[engines.image]") -> PaintOptions:
    """The options that ``table`` sets. Raises ``BadOption``, which names ``where`` it was set."""
    known = [option.name for option in fields(PaintOptions)]
    unknown = sorted(set(table) - set(known))
    if unknown:
        raise BadOption(f"{where} sets {unknown[0]!r}; options are {', '.join(known)}")
    read_ones: dict[str, Any] = {name: _read(name, table[name], where) for name in table}
    return PaintOptions(**read_ones)


def _read(name: str, value: Value, where: str) -> Value:
    kind = _TYPES[name]
    if name == "negative":
        return str(value)
    if kind is bool:
        return _switch(name, value, where)
    if name in BOUNDS:
        return _number(name, value, where)
    text = {True: "on", False: "off"}.get(value, value) if isinstance(value, bool) else value
    if text not in get_args(kind):
        raise BadOption(f"{where} sets {name} to {value!r}; expected {', '.join(get_args(kind))}")
    return text


def _switch(name: str, value: Value, where: str) -> bool:
    found = _SWITCH.get(str(value).lower())
    if found is None:
        raise BadOption(f"{where} sets {name} to {value!r}; expected true or false")
    return found


def _number(name: str, value: Value, where: str) -> float:
    low, high = BOUNDS[name]
    whole = name != "guidance"
    expected = f"{where} sets {name} to {value!r}; expected {low:g} to {high:g}"
    try:
        number = float("nan") if isinstance(value, bool) else float(value)
    except ValueError:
        raise BadOption(expected) from None
    if not low <= number <= high or (whole and number != int(number)):
        raise BadOption(expected)
    if name == "size" and number % PATCH_PX:
        raise BadOption(f"{expected}, a multiple of {PATCH_PX}")
    return int(number) if whole else number
