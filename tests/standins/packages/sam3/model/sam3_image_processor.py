"""``Sam3Processor`` of the stand-in. Its masks and scores are tensors on the device.

"red", "blue" and "background" are found by colour, with scores of 0.9, 0.6 and 0.8.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import standin
import torch
from PIL import Image

SCORES = {"red": 0.9, "blue": 0.6, "background": 0.8}


class Scores(torch.Tensor):
    def float(self) -> Scores:
        return self


class Sam3Processor:
    def __init__(
        self,
        model: Any,
        resolution: int = 1008,
        device: str = "cuda",
        confidence_threshold: float = 0.5,
    ) -> None:
        self.confidence_threshold = confidence_threshold

    def set_confidence_threshold(self, threshold: float, state: Any = None) -> Any:
        self.confidence_threshold = threshold
        return state

    def set_image(self, image: Any, state: Any = None) -> dict[str, Any]:
        if not isinstance(image, Image.Image):
            raise ValueError("Image must be a PIL image or a tensor")
        assert image.mode == "RGB"
        return {"image": image, "backbone_out": {}}

    def set_text_prompt(self, prompt: str, state: dict[str, Any]) -> dict[str, Any]:
        if "backbone_out" not in state:
            raise ValueError("You must call set_image before set_text_prompt")
        standin.record("sam3.prompt", prompt=prompt, threshold=self.confidence_threshold)
        red, green, blue = np.moveaxis(np.asarray(state["image"], dtype=int), 2, 0)
        masks = {
            "red": (red > green + 40) & (red > blue + 40),
            "blue": (blue > red + 40) & (blue > green + 20),
            "background": np.minimum(np.minimum(red, green), blue) > 200,
        }
        found = [
            name
            for name in masks
            if name in prompt and masks[name].any() and SCORES[name] > self.confidence_threshold
        ]
        height, width = red.shape
        stacked = np.array([masks[name] for name in found], dtype=bool)
        state["masks"] = torch.Tensor(stacked.reshape(len(found), 1, height, width))
        state["scores"] = Scores(np.array([SCORES[name] for name in found]))
        return state
