"""What the prompt stage asks of an engine."""

from __future__ import annotations

from typing import Literal, Protocol

from schemas.recipe import Recipe

Purpose = Literal["image", "asset"]


class PromptImprover(Protocol):
    """Turns words into what image and mesh engines understand. ``name`` goes into the events."""

    name: str

    def read(self, text: str, seed: int) -> tuple[str, Recipe]:
        """The label and recipe of the one thing that ``text`` asks for."""
        ...

    def improve(self, label: str, prompt: str, purpose: Purpose) -> str:
        """The prompt for an image engine: for an asset, the isolated subject from the front."""
        ...
