"""Finding a thing in a picture by words, with SAM 3 (https://github.com/facebookresearch/sam3).

Its calls as of commit 99d02f2: ``build_sam3_image_model(checkpoint_path=…)`` downloads nothing when
it is given a file; ``Sam3Processor`` takes an RGB picture and then a prompt, and its answer holds
``masks`` (n, 1, h, w) and ``scores`` (n,) above its threshold.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from consumers.mesh.device import package
from consumers.mesh.errors import PictureError

INSTALL = "install it as https://github.com/facebookresearch/sam3 says (`pip install -e .`)"
BACKGROUND = "background"
Mask = npt.NDArray[np.bool_]


class NotInPicture(PictureError):
    """Nothing in the picture is what was described. ``words``: the description."""

    def __init__(self, words: str, threshold: float) -> None:
        self.words, self.threshold = words, threshold
        super().__init__(
            f"nothing in the picture is {words!r}, by a threshold of {threshold:g}; describe it in "
            "other words, lower sam3d_config.threshold, or use the mode foreground"
        )


class Finder:
    """SAM 3 with its weights on the device. ``engine``: whose errors its own are."""

    def __init__(self, engine: str, checkpoint: Path) -> None:
        builder = package("sam3.model_builder", engine, INSTALL)
        processors = package("sam3.model.sam3_image_processor", engine, INSTALL)
        model = builder.build_sam3_image_model(
            device="cuda", checkpoint_path=str(checkpoint), load_from_HF=False
        )
        self._processor: Any = processors.Sam3Processor(model, device="cuda")

    def named(self, picture: Image.Image, words: str, threshold: float) -> Mask:
        """Where the thing is that ``words`` describe best, (h, w). Raises ``NotInPicture``."""
        masks, scores = self._asked(picture, words, threshold)
        if not len(scores):
            raise NotInPicture(words, threshold)
        best: Mask = masks[int(np.argmax(scores))]
        return best

    def foreground(self, picture: Image.Image, threshold: float) -> Mask:
        """Where the picture is not background, (h, w). Raises ``NotInPicture``."""
        masks, _ = self._asked(picture, BACKGROUND, threshold)
        if not len(masks):
            raise NotInPicture(BACKGROUND, threshold)
        return np.asarray(~masks.any(axis=0))

    def _asked(
        self, picture: Image.Image, words: str, threshold: float
    ) -> tuple[Mask, npt.NDArray[np.floating]]:
        processor = self._processor
        processor.set_confidence_threshold(threshold)
        state = processor.set_image(picture.convert("RGB"))
        found = processor.set_text_prompt(prompt=words, state=state)
        masks = np.asarray(found["masks"].cpu().numpy(), dtype=bool)
        return masks.reshape(-1, picture.height, picture.width), np.asarray(
            found["scores"].float().cpu().numpy()
        )
