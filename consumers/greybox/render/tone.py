"""From light to picture: highlights rolled off, sRGB encoded.

What does not belong here: exposure, which is part of the light.
"""

from __future__ import annotations

import numpy as np

from consumers.greybox.render.drawable import Bytes, Floats
from consumers.greybox.vectors import largest

KNEE = 0.76


def filmic(light: Floats) -> Floats:
    """Linear light of any strength, (..., 3), as displayable linear colour, 0..1.

    Colours below the knee stay as they are, so that a red chair is the red that was asked for;
    above it they roll off towards white, keeping their hue.
    """
    peak = largest(light)[..., None]
    span = 1.0 - KNEE
    rolled = 1.0 - span * span / (np.maximum(peak, KNEE) - KNEE + span)
    scaled = light * np.where(peak > KNEE, rolled / np.maximum(peak, 1e-6), 1.0)
    whiten = 1.0 - 1.0 / (0.15 * np.maximum(peak - rolled, 0.0) + 1.0)
    whitened = scaled + (rolled - scaled) * whiten
    return np.asarray(np.where(peak > KNEE, whitened, light))


def to_srgb(linear: Floats) -> Bytes:
    """Displayable linear colour, 0..1, as sRGB bytes."""
    clipped = np.clip(linear, 0.0, 1.0)
    encoded = np.where(
        clipped <= 0.0031308,
        clipped * 12.92,
        1.055 * np.power(np.maximum(clipped, 1e-8), 1 / 2.4) - 0.055,
    )
    return np.asarray((encoded * 255.0 + 0.5).astype(np.uint8))
