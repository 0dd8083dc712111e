"""A stand-in for rembg: a session needs u2net on this machine; what is not white is the thing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import standin
from PIL import Image


def new_session(model_name: str = "u2net", *args: Any, **kwargs: Any) -> str:
    home = os.environ.get("U2NET_HOME") or f"{os.environ.get('XDG_DATA_HOME', '~')}/.u2net"
    if not (Path(home).expanduser() / f"{model_name}.onnx").is_file():
        raise RuntimeError(f"{model_name} would be downloaded")
    return model_name


def remove(
    data: Image.Image, session: str | None = None, bgcolor: list[int] | None = None
) -> Image.Image:
    standin.record("rembg.remove", session=session, mode=data.mode)
    if session is None:
        raise RuntimeError("u2net would be downloaded")
    away = np.asarray(data.convert("RGB")).min(axis=2) > 240
    cut = data.convert("RGBA")
    cut.putalpha(Image.fromarray(np.where(away, 0, 255).astype(np.uint8)))
    return cut
