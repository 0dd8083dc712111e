"""A contact sheet of the prompts' scenes: what the figures can not see, people can."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from consumers.greybox.build import build
from consumers.greybox.glb import to_glb
from consumers.greybox.render import render_scene
from ops.bench.scenes.cases import prompts
from ops.bench.scenes.session import Session, engines
from ops.client.build import drawables
from ops.client.light import lighting
from schemas.scene_v1 import scene_document

TILE = (320, 240)
"""Pixels of one scene's picture."""
ACROSS = 10
_WORDS = 52
"""Letters of a prompt below its picture."""


def contact_sheet(file: Path) -> Path:
    """Draw every prompt's scene into ``file`` (PNG), a setting a line."""
    cases, stages = prompts(), engines()
    wide, high = TILE
    lines = -(-len(cases) // ACROSS)
    sheet = Image.new("RGB", (ACROSS * wide, lines * (high + 16)), "white")
    pen = ImageDraw.Draw(sheet)
    for n, case in enumerate(cases):
        session = Session(stages)
        session.say(case.said)
        x, y = n % ACROSS * wide, n // ACROSS * (high + 16)
        sheet.paste(picture(session), (x, y))
        pen.text((x + 4, y + high + 2), f"{n + 1} {' '.join(case.said.split())[:_WORDS]}", "black")
    file.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(file)
    return file


def picture(session: Session, size: tuple[int, int] = TILE) -> Image.Image:
    """The session's scene, ``size`` pixels wide and high."""
    meshes = {asset: to_glb(build(recipe)) for asset, recipe in session.recipes.items()}
    document = scene_document(session.scene)
    seen = drawables(document, meshes)
    if not seen:
        return Image.fromarray(np.full((size[1], size[0], 3), 230, dtype=np.uint8))
    return render_scene(seen, size=size, lighting=lighting(document))
