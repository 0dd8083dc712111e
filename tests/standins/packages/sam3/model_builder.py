"""``build_sam3_image_model``: without a checkpoint the real one would download it."""

from __future__ import annotations

from typing import Any

import standin


def build_sam3_image_model(
    bpe_path: str | None = None,
    device: str = "cpu",
    eval_mode: bool = True,
    checkpoint_path: str | None = None,
    load_from_HF: bool = True,  # noqa: N803 - its own name
    enable_segmentation: bool = True,
    enable_inst_interactivity: bool = False,
    compile: bool = False,
) -> Any:
    if checkpoint_path is None:
        raise OSError("it would be downloaded")
    open(checkpoint_path).close()
    standin.record("sam3.load", device=device)
    return object()
