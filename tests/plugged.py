"""A distribution of somebody else that adds engines, installed as pip would: files on a path."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

CLAY = """
from dataclasses import replace

from consumers.greybox.card import GREYBOX
from consumers.mesh.greybox_engine import GreyboxSculptor


class Clay:
    card = GREYBOX

    def __init__(self, color):
        self.name = f"clay:{color}"
        self.color = f"#{color}"

    def sculpt(self, wish, watch):
        if wish.recipe is not None:
            recipe = wish.recipe.model_copy(update={"color": self.color})
            wish = replace(wish, recipe=recipe, drawn_by="greybox")
        return GreyboxSculptor().sculpt(wish, watch)


def make(model, settings):
    return Clay(model or "aa6644")
"""
"""A module with a mesh engine: the embedded one's meshes in a colour that is its model."""


def installed(
    folder: Path, name: str, module: str, engines: Mapping[str, Mapping[str, str]]
) -> Path:
    """Installs distribution ``name`` 1.2, of one module with the text ``module``, into ``folder``.

    ``engines``: what it adds, by stage: entry points by name, ``{module}`` for its module's name.
    """
    imported = name.replace("-", "_")
    told = folder / f"{imported}-1.2.dist-info"
    told.mkdir(parents=True)
    (folder / f"{imported}.py").write_text(module)
    (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n")
    lines = []
    for stage, points in engines.items():
        lines.append(f"[scenestream.engines.{stage}]")
        lines += [f"{n} = {point.format(module=imported)}" for n, point in points.items()]
    (told / "entry_points.txt").write_text("\n".join(lines) + "\n")
    return folder
