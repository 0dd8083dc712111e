"""Machines with a GPU and diffusers, by a stand-in (``tests/standins/painting``), and folders of
models for it: their files of weights have headers, which say how large they are, and no more."""

from __future__ import annotations

import json
import struct
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

STANDINS = Path(__file__).parent / "standins" / "painting"
MILLION = 1_000_000
SD35_MEDIUM = {
    "transformer": 2_240 * MILLION,
    "text_encoder": 124 * MILLION,
    "text_encoder_2": 695 * MILLION,
    "text_encoder_3": 4_762 * MILLION,
    "vae": 84 * MILLION,
}
"""Numbers in each part."""
SDXL = {
    "unet": 2_567 * MILLION,
    "text_encoder": 123 * MILLION,
    "text_encoder_2": 695 * MILLION,
    "vae": 84 * MILLION,
}
FLUX = {"transformer": 11_901 * MILLION, "text_encoder_2": 4_762 * MILLION, "vae": 84 * MILLION}


def model(
    folder: Path, pipeline: str, parts: Mapping[str, int], *, t5: str = "", suffix: str = ""
) -> Path:
    """Write a pipeline's folder. ``t5``: which of its tokenizers is T5's; the others are CLIP's."""
    index: dict[str, Any] = {"_class_name": pipeline, "scheduler": ["diffusers", "EulerScheduler"]}
    for name, numbers in parts.items():
        library = "transformers" if name.startswith("text") else "diffusers"
        index[name] = [library, f"Model{name}"]
        weights(folder / name, numbers, suffix)
        if name.startswith("text_encoder"):
            tokenizer = name.replace("text_encoder", "tokenizer")
            kind = "T5Tokenizer" if tokenizer == t5 else "CLIPTokenizer"
            index[tokenizer] = ["transformers", kind]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model_index.json").write_text(json.dumps(index))
    return folder


def weights(folder: Path, numbers: int, suffix: str = "") -> None:
    folder.mkdir(parents=True)
    (folder / "config.json").write_text("{}")
    header = json.dumps({"w": {"dtype": "F16", "shape": [numbers], "data_offsets": [0, 0]}})
    file = folder / f"model{suffix}.safetensors"
    file.write_bytes(struct.pack("<Q", len(header)) + header.encode())


def sd35(folder: Path) -> Path:
    """Stable Diffusion 3.5 medium's size, in a folder of its name."""
    place = folder / "stable-diffusion-3.5-medium"
    return model(place, "StableDiffusion3Pipeline", SD35_MEDIUM, t5="tokenizer_3")


@contextmanager
def painting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This process on such a machine; afterwards the packages are gone again."""
    monkeypatch.syspath_prepend(str(STANDINS))
    names = {path.name for path in STANDINS.iterdir()}
    before = {n: m for n, m in sys.modules.items() if n.partition(".")[0] in names}
    for name in before:
        del sys.modules[name]
    try:
        yield
    finally:
        for name in [n for n in sys.modules if n.partition(".")[0] in names]:
            del sys.modules[name]
        sys.modules.update(before)
