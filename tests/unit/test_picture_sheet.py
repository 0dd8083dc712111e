"""Contact sheets: a page for so many wishes, each drawn, nouns and whole phrases alike."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ops.pictures import sheet


def test_every_wish_has_its_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "TILE", 48)
    monkeypatch.setattr(sheet, "ACROSS", 2)
    monkeypatch.setattr(sheet, "LINES", 1)
    files = sheet.pages(tmp_path, ["cup", "a striped rug", "ball"])
    assert [file.name for file in files] == ["page-1.png", "page-2.png"]
    first = np.asarray(Image.open(files[0]).convert("RGB"))
    assert first.shape[1] == 96
    assert all(first[:48, x : x + 48].min() < 200 for x in (0, 48))
