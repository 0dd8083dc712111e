"""``render_frames`` and ``render_multiview``: views of Gaussians, by one of two rasterizers."""

from __future__ import annotations

import importlib
from typing import Any

import standin


def render_frames(
    sample: Any,
    extrinsics: Any,
    intrinsics: Any,
    options: dict[str, Any] = {},  # noqa: B006
    colors_overwrite: Any = None,
    verbose: bool = True,
    **kwargs: Any,
) -> dict[str, Any]:
    backend = options.get("backend", "inria")
    if backend == "inria":
        importlib.import_module("diff_gaussian_rasterization")
    standin.record("sam3d.render", backend=backend, resolution=options.get("resolution", 512))
    return {"color": [], "depth": []}


def render_multiview(sample: Any, resolution: int = 512, nviews: int = 30) -> tuple[Any, Any, Any]:
    options = {"resolution": resolution, "bg_color": (0, 0, 0)}
    made = render_frames(sample, [None] * nviews, [None] * nviews, options)
    return made["color"], [None] * nviews, [None] * nviews
