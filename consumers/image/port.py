"""What the image stage asks of an engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from schemas.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Picture:
    """``data``: encoded bytes of ``media_type``. ``stand_in``: it shows a labelled placeholder."""

    data: bytes
    media_type: str
    stand_in: bool = False


class Painter(Protocol):
    """Draws a prompt. ``name`` goes into the events."""

    name: str

    def paint(
        self, prompt: str, recipe: Recipe, *, alone: bool, progress: Callable[[float], None]
    ) -> Picture:
        """A picture of ``prompt``; ``alone``: the isolated subject, for a mesh to be made of."""
        ...
