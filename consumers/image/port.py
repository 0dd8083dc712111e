"""What the image stage asks of an engine."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from pydantic import JsonValue

from consumers.handler import Watch
from schemas.errors import ScenestreamError
from schemas.provenance import ModelCard
from schemas.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Wish:
    """A picture to be made of ``prompt``. ``alone``: the isolated subject, for a mesh to be made
    of. ``seed``: the same wish with the same seed gives the same picture."""

    prompt: str
    recipe: Recipe
    alone: bool
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """``data``: encoded bytes of ``media_type``. ``stand_in``: it shows a labelled placeholder.
    ``parameters``: what the engine was run with."""

    data: bytes
    media_type: str
    stand_in: bool = False
    parameters: Mapping[str, JsonValue] = field(default_factory=dict)


class Painter(Protocol):
    """Draws prompts. ``name`` goes into the events; ``card``: the model, and on what terms.

    ``batch``: how many wishes it draws at once, at most.
    """

    name: str
    card: ModelCard
    batch: int

    def alike(self, wish: Wish) -> Hashable:
        """Wishes with equal answers can be drawn together."""
        ...

    def paint(
        self, wishes: Sequence[Wish], watches: Sequence[Watch]
    ) -> Sequence[Picture | ScenestreamError]:
        """A picture of each wish, or why there is none: one that fails leaves the others alone.

        ``watches``: one for each wish, in their order. A ``StepCancelled`` that a watch raises is
        that wish's error. Raises what concerns them all.
        """
        ...
