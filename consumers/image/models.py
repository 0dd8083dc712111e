"""What the publishers of known models recommend, and how their pipelines differ.

What belongs here: figures from model cards. What does not: licences (``consumers.cards``), and what
a person sets (``consumers.image.options``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Habit:
    """``steps``, ``guidance``, ``size`` (pixels of a side): None leaves the pipeline's own default.
    ``more``: further arguments of its call."""

    steps: int | None = None
    guidance: float | None = None
    size: int | None = None
    more: Mapping[str, Any] = field(default_factory=dict)


MEDIUM_BLOCKS, MEDIUM_SKIPS = 24, (7, 8, 9)
"""SD 3.5 medium is the SD 3 transformer of 24 blocks, some with two attentions. Its publisher
advises to guide it away from what it draws without blocks 7 to 9 (``skip_guidance_layers`` in
diffusers' documentation of the pipeline)."""

# From the models' cards. The first whose words are all in the model's name is taken.
HABITS: tuple[tuple[tuple[str, ...], Habit], ...] = (
    (("stable-diffusion-3.5-large-turbo",), Habit(4, 0.0, 1024)),
    (("stable-diffusion-3.5-large",), Habit(28, 3.5, 1024)),
    (("stable-diffusion-3.5-medium",), Habit(40, 4.5, 1024)),
    (("stable-diffusion-3-medium",), Habit(28, 7.0, 1024)),
    (("flux", "schnell"), Habit(4, 0.0, 1024, {"max_sequence_length": 256})),
    (("flux", "dev"), Habit(28, 3.5, 1024)),
    (("sdxl-turbo",), Habit(1, 0.0, 512)),
    (("stable-diffusion-xl",), Habit(30, 5.0, 1024)),
)


def habit(model: str, pipeline: Any = None) -> Habit:
    """How ``model`` (a name of the hub, or a folder's) is to be asked. ``pipeline``, once it is
    loaded, tells models apart that lie in a folder of another name."""
    name = model.lower()
    found = next((kept for words, kept in HABITS if all(word in name for word in words)), None)
    if _is_medium(pipeline):
        found = found or Habit(40, 4.5, 1024)
        return Habit(
            found.steps,
            found.guidance,
            found.size,
            {**found.more, "skip_guidance_layers": list(MEDIUM_SKIPS)},
        )
    return found or Habit()


def _is_medium(pipeline: Any) -> bool:
    config = getattr(getattr(pipeline, "transformer", None), "config", None)
    blocks = getattr(config, "num_layers", 0)
    return bool(getattr(config, "dual_attention_layers", ())) and blocks == MEDIUM_BLOCKS
