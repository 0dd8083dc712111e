"""Why there is no picture. Each message: the cause, the remedy.

What does not belong here: running out of the device's memory, which every stage may
(``consumers.handler``).
"""

from __future__ import annotations

from schemas.errors import BadInput, MissingEngine, ScenestreamError

INSTALL = "pip install 'scenestream[image]'"
OTHERWISE = "or run without it: --engine image=greybox"


class PainterUnavailable(MissingEngine):
    """An image engine can not start here until somebody mends what ``reason`` says."""

    def __init__(self, engine: str, reason: str, remedy: str) -> None:
        self.engine, self.reason, self.remedy = engine, reason, remedy
        super().__init__(f"image engine {engine} can not start, {reason}: {remedy}, {OTHERWISE}")


class PackageMissing(PainterUnavailable):
    """A Python package is not installed, or does not import."""

    def __init__(self, engine: str, why: str) -> None:
        super().__init__(engine, f"its package is missing ({why})", INSTALL)


class WeightsMissing(PainterUnavailable):
    """The model's files are not on this machine, or not all of them."""


class NoPipeline(PainterUnavailable):
    """A folder or repository holds something else than a diffusers text-to-image pipeline."""


class AccessRefused(PainterUnavailable):
    """The model is gated: its publisher wants its licence accepted, and a token."""

    def __init__(self, engine: str, model: str) -> None:
        page = f"https://huggingface.co/{model}"
        super().__init__(
            engine,
            "its publisher gives its weights only to those who accept its licence",
            f"accept it on {page}, then set HF_TOKEN to a token of yours or run `hf auth login`",
        )


class NoSuchDevice(PainterUnavailable):
    """The device that the options name is not here, or not for this build of torch."""


class DeviceTooSmall(PainterUnavailable):
    """The model does not fit into the device's memory. Sizes in MiB."""

    def __init__(self, engine: str, device: str, needs_mib: int, has_mib: int, remedy: str) -> None:
        self.needs_mib, self.has_mib = needs_mib, has_mib
        super().__init__(
            engine, f"it needs {needs_mib} MiB of {device}, which has {has_mib} MiB free", remedy
        )


class EmptyPrompt(BadInput):
    """There is nothing to draw."""

    def __init__(self) -> None:
        super().__init__("the prompt is empty: say what the picture is to show")


class PictureRefused(BadInput):
    """The model's own safety checker blackened the picture."""

    def __init__(self, engine: str) -> None:
        super().__init__(
            f"the safety checker of {engine} refused its picture: ask for something else"
        )


class NoPicture(ScenestreamError):
    """The model's answer is no picture: not numbers, or the same colour everywhere."""

    def __init__(self, engine: str, what: str, dtype: str) -> None:
        self.what = what
        super().__init__(
            f"{engine} computed {what} in {dtype}; set its dtype to bf16 or fp32, take another "
            "seed, or check its files"
        )
