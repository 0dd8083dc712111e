"""Where light comes from: the sky all around, one sun, and lamps in the room.

All colours are linear RGB. What does not belong here: how surfaces answer (``shading``) and what
stands in the way (``shadow``, ``occlusion``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from consumers.greybox.render.drawable import Floats

Rgb = tuple[float, float, float]


@dataclass(frozen=True)
class Sky:
    """Light from all around, and the picture's backdrop.

    ``zenith``, ``horizon``, ``ground``: what comes from above, the side and below; ``backdrop_top``
    and ``backdrop_bottom``: the picture behind everything, as it is shown (no exposure applied).
    """

    zenith: Rgb = (0.62, 0.72, 0.90)
    horizon: Rgb = (0.80, 0.80, 0.80)
    ground: Rgb = (0.36, 0.33, 0.30)
    backdrop_top: Rgb = (0.54, 0.67, 0.82)
    backdrop_bottom: Rgb = (0.90, 0.90, 0.88)

    def radiance(self, upward: Floats, roughness: Floats) -> Floats:
        """Light that a surface of some roughness gathers from directions with the given y, -1..1:
        two times (n,) to (n, 3)."""
        t = np.clip(upward, -1.0, 1.0).astype(np.float32)[:, None]
        zenith, horizon, ground = (
            np.asarray(color, dtype=np.float32)
            for color in (self.zenith, self.horizon, self.ground)
        )
        above = horizon + (zenith - horizon) * np.sqrt(np.maximum(t, 0.0))
        # The ground takes over around the horizon, the more softly the rougher the surface.
        blur = (0.12 + 1.4 * roughness)[:, None]
        below = np.clip(0.5 - t / blur, 0.0, 1.0)
        below = below * below * (3.0 - 2.0 * below)
        return np.asarray(above + (ground - above) * below)

    def irradiance(self, upward: Floats) -> Floats:
        """Mean light on a surface whose normal has the given y: (n,) to (n, 3)."""
        t = (0.5 + 0.5 * np.clip(upward, -1.0, 1.0)).astype(np.float32)[:, None]
        over = 0.6 * np.asarray(self.zenith) + 0.4 * np.asarray(self.horizon)
        under = np.asarray(self.ground)
        return np.asarray((under + (over - under) * t).astype(np.float32))


@dataclass(frozen=True)
class Sun:
    """Parallel light. ``towards``: the direction from the scene to the sun; ``softness``: metres of
    penumbra for each metre between a thing and its shadow."""

    towards: tuple[float, float, float] = (0.60, 0.95, 0.45)
    color: Rgb = (2.30, 2.16, 1.95)
    softness: float = 0.05

    @property
    def direction(self) -> Floats:
        """The unit vector towards the sun."""
        towards = np.asarray(self.towards, dtype=np.float64)
        return towards / max(float(np.linalg.norm(towards)), 1e-30)


@dataclass(frozen=True)
class Lamp:
    """A light without shadows. ``reach``: metres after which it is gone; ``aim``: the direction it
    shines in, within ``cone`` degrees (the whole angle); None = every way."""

    position: tuple[float, float, float]
    color: Rgb = (1.6, 1.3, 0.9)
    reach: float = 4.0
    aim: tuple[float, float, float] | None = None
    cone: float = 360.0

    def within(self, towards: Floats) -> Floats:
        """What of its light leaves in directions, (n,) 0..1; ``towards``: (n, 3) unit vectors from
        what is lit to the lamp."""
        if self.aim is None:
            return np.ones(len(towards), dtype=np.float32)
        aim = np.asarray(self.aim) / max(float(np.linalg.norm(self.aim)), 1e-30)
        edge = float(np.cos(np.radians(min(self.cone, 360.0) / 2.0)))
        share = np.clip((-(towards @ aim) - edge) / max(0.25 * (1.0 - edge), 1e-6), 0.0, 1.0)
        return np.asarray((share * share * (3.0 - 2.0 * share)).astype(np.float32))


@dataclass(frozen=True)
class Lighting:
    """All the light of a picture. ``exposure`` multiplies what reaches the eye."""

    sky: Sky = Sky()
    sun: Sun | None = Sun()
    lamps: tuple[Lamp, ...] = ()
    exposure: float = 1.0
