"""The thing in a picture, cut out for a model: RGBA whose alpha is the thing.

By the picture's own transparency, else by the engine's own remover where it is there, else by
colour (``segment``). What does not belong here: what models do with it (crop, scale, blend).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from PIL import Image

from consumers.mesh.errors import NoForeground
from consumers.mesh.picture import opened
from consumers.mesh.segment import LEAST, silhouette

Remove = Callable[[Image.Image], Image.Image]
"""From RGB to RGBA without the background."""

SOLID = 0.8 * 255
"""Alpha from which on TRELLIS takes a pixel for the thing's."""
SEE_THROUGH = 0.005
"""The share of a picture's pixels that are transparent where transparency means something."""


@dataclass(frozen=True, slots=True)
class Cutout:
    """``picture``: RGBA. ``by``: what found the thing: its alpha, a remover, its colours."""

    picture: Image.Image
    by: Literal["alpha", "remover", "colour"]


def cutout(data: bytes, remove: Remove | None = None) -> Cutout:
    """The thing in an encoded picture, at most 1024 pixels a side.

    Raises a ``PictureError`` when it can not be read, or nothing stands out in it.
    """
    picture = opened(data)
    alpha = np.asarray(picture)[:, :, 3]
    found: Cutout
    if float((alpha < 128).mean()) >= SEE_THROUGH:
        found = Cutout(picture, "alpha")
    elif remove is not None:
        found = Cutout(remove(picture.convert("RGB")).convert("RGBA"), "remover")
    else:
        picture.putalpha(Image.fromarray(np.rint(silhouette(picture) * 255).astype(np.uint8)))
        found = Cutout(picture, "colour")
    if float((np.asarray(found.picture)[:, :, 3] > SOLID).mean()) < LEAST:
        raise NoForeground
    return found


def u2net_is_here(env: Mapping[str, str] = os.environ) -> bool:
    """Whether rembg has its usual model, which it would download at first use."""
    folder = env.get("U2NET_HOME") or f"{env.get('XDG_DATA_HOME') or '~'}/.u2net"
    return (Path(folder).expanduser() / "u2net.onnx").is_file()
