"""What the prompt stage asks of an engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from consumers.chat.inquiry import Inquiry
from schemas.recipe import Recipe

Purpose = Literal["image", "asset"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that is wanted. ``words``: a person's own; ``label`` and ``recipe``: "" and None
    where nobody has read the words yet; ``seed`` varies organic shapes."""

    words: str
    purpose: Purpose
    seed: int
    label: str = ""
    recipe: Recipe | None = None


@dataclass(frozen=True, slots=True)
class Improved:
    """``prompt``: for an image engine; for an asset, the isolated subject from the front."""

    label: str
    prompt: str
    recipe: Recipe


class PromptImprover(Protocol):
    """Turns words into what image and mesh engines understand. ``name`` goes into the events."""

    name: str

    def improve(self, wanted: Wanted, inquiry: Inquiry) -> Improved:
        """The prompt and recipe of ``wanted``. ``inquiry``: for an engine that asks a model."""
        ...
