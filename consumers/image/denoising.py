"""What is said and asked while pictures come out of the noise, at each step of it.

The callback of a diffusers pipeline. What does not belong here: loading it, and encoding pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from consumers.handler import StepCancelled, Watch
from consumers.image.previews import Floats, Projection

PREVIEWS = 8
"""Pictures on the way are offered so often, evenly over the steps."""


class AllStopped(Exception):
    """None of the pictures is wanted any more, or none can become one: raised out of the pipeline,
    which would decode them otherwise. Never leaves the engine."""


class Denoising:
    """Watches over several pictures that are drawn at once, one ``Watch`` each.

    ``stopped``: of those that are not wanted any more, by their place. ``lost``: places of
    those that are not numbers any more. Both are drawn to the end with their neighbours, and
    thrown away.
    """

    def __init__(
        self, watches: Sequence[Watch], steps: int, projection: Projection | None = None
    ) -> None:
        self._watches, self._projection = watches, projection
        self._steps = max(steps, 1)
        self._every = max(steps // PREVIEWS, 1)
        self._shown = [0] * len(watches)
        self.stopped: dict[int, StepCancelled] = {}
        self.lost: set[int] = set()

    def __call__(
        self, pipeline: Any, step: int, timestep: Any, tensors: dict[str, Any]
    ) -> dict[str, Any]:
        """Called by the pipeline after each step. Raises ``AllStopped``."""
        # Waits for the device, so that what is said of a step is true of it.
        latents = _numpy(tensors["latents"])
        for place, watch in enumerate(self._watches):
            self._look(place, watch, step, latents[place])
        if len(self.stopped.keys() | self.lost) == len(self._watches):
            raise AllStopped
        return tensors

    def _look(self, place: int, watch: Watch, step: int, latents: Floats) -> None:
        if place in self.stopped or place in self.lost:
            return
        try:
            watch.check()
        except StepCancelled as cancelled:
            self.stopped[place] = cancelled
            return
        if not np.isfinite(latents).all():
            self.lost.add(place)
            return
        # One more than the steps there are: the picture is still to be decoded.
        done = (step + 1) / (self._steps + 1)
        projection, due = self._projection, (step + 1) // self._every
        if projection is None or latents.ndim != 3 or due <= self._shown[place]:
            watch.progress(done)
            return

        def preview() -> bytes:
            self._shown[place] = due  # one that was offered too soon is offered again
            return projection.jpeg(latents)

        watch.progress(done, preview)


def _numpy(tensor: Any) -> Floats:
    return np.asarray(tensor.detach().float().cpu().numpy(), np.float32)
