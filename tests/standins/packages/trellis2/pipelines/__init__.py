"""``trellis2.pipelines`` of the stand-in; like the real one it prints, and loads late."""

from __future__ import annotations

import importlib
import os
from typing import Any

print(f"[ATTENTION] Using backend: {os.environ.get('ATTN_BACKEND', 'flash_attn')}")


def __getattr__(name: str) -> Any:
    if name == "Trellis2ImageTo3DPipeline":
        return importlib.import_module(".trellis2_image_to_3d", __name__).Trellis2ImageTo3DPipeline
    raise AttributeError(f"module {__name__} has no attribute {name}")
