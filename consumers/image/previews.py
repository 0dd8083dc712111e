"""How an unfinished picture looks: its latents as colours, without decoding them.

A VAE's decoder takes as long as several steps. Colours are nearly linear in its latents, so a
matrix will do: it is fitted, when a model is loaded, to what the model's own encoder makes of a few
pictures of known colours.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

SIDE_PX = 256
"""The longer side of a preview."""
PICTURES, PATCHES, PATCH_PX = 8, 8, 16
"""What is fitted to: pictures of so many coloured patches a side, each so wide."""
QUALITY = 75


@dataclass(frozen=True, slots=True)
class Projection:
    """``factors``: of shape (channels + 1, 3), to RGB in 0-1; the last row is the offset."""

    factors: Floats

    def jpeg(self, latents: Floats) -> bytes:
        """The picture of ``latents``, of shape (channels, height, width)."""
        from PIL import Image

        channels, height, width = latents.shape
        flat = np.nan_to_num(latents.reshape(channels, -1).T)
        colours = np.clip(flat @ self.factors[:-1] + self.factors[-1], 0, 1)
        pixels = np.rint(colours * 255).astype(np.uint8).reshape(height, width, 3)
        scale = SIDE_PX / max(height, width)
        size = (max(round(width * scale), 1), max(round(height * scale), 1))
        file = io.BytesIO()
        image = Image.fromarray(pixels).resize(size, Image.Resampling.BILINEAR)
        image.save(file, "JPEG", quality=QUALITY)
        return file.getvalue()


def fitted(pipeline: Any, torch: Any) -> Projection | None:
    """The projection of ``pipeline``'s latents; None where they are no picture's."""
    vae = getattr(pipeline, "vae", None)
    if vae is None or not hasattr(vae, "encode") or hasattr(pipeline, "_unpack_latents"):
        return None  # packed latents are rows of patches, whose order only the pipeline knows
    pixels = _coloured()
    with torch.no_grad():
        encoded = vae.encode(torch.from_numpy(pixels * 2 - 1).to(vae.device, vae.dtype))
        found = _numpy(getattr(encoded, "latent_dist", encoded).mean)
    shift = getattr(vae.config, "shift_factor", None) or 0.0
    scale = np.float32(getattr(vae.config, "scaling_factor", 1.0))
    latents: Floats = (found - np.float32(shift)) * scale
    return Projection(_solved(latents, pixels))


def _solved(latents: Floats, pixels: Floats) -> Floats:
    """Least squares from ``latents`` (pictures, channels, h, w) to the mean colour of the pixels
    (pictures, 3, H, W) that each of them stands for."""
    count, channels, high, wide = latents.shape
    step = pixels.shape[2] // high
    means = pixels.reshape(count, 3, high, step, wide, step).mean((3, 5))
    known = latents.transpose(0, 2, 3, 1).reshape(-1, channels)
    known = np.hstack([known, np.ones((len(known), 1), np.float32)])
    wanted = means.transpose(0, 2, 3, 1).reshape(-1, 3)
    factors: Floats = np.linalg.lstsq(known, wanted, rcond=None)[0].astype(np.float32)
    return factors


def _coloured() -> Floats:
    """Pictures of patches of random colours, some of them plain: (PICTURES, 3, side, side), 0-1."""
    chance = np.random.default_rng(0)
    patches = chance.random((PICTURES, 3, PATCHES, PATCHES), np.float32)
    patches[0], patches[1] = patches[0].mean((1, 2), keepdims=True), 1.0
    return np.ascontiguousarray(patches.repeat(PATCH_PX, 2).repeat(PATCH_PX, 3))


def _numpy(tensor: Any) -> Floats:
    return np.asarray(tensor.detach().float().cpu().numpy(), np.float32)
