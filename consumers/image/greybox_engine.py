"""The embedded painter: the parametric model of the recipe, rendered."""

from __future__ import annotations

import io
from collections.abc import Callable

from consumers.greybox.build import build
from consumers.greybox.glb import to_glb
from consumers.greybox.render import drawables_from_glb, render_object
from consumers.image.port import Picture
from schemas.artifacts import PNG
from schemas.recipe import Recipe

RECIPE_KEY = "scenestream:recipe"
"""The PNG text chunk that carries the recipe, so that a mesh of the picture can be exact."""
ALONE_PX, SHOWN_PX = 256, 512
"""A concept picture is looked at small; a picture somebody asked for is the answer itself."""


class GreyboxPainter:
    """Real pictures, without a model or a GPU."""

    name = "greybox"

    def paint(
        self, prompt: str, recipe: Recipe, *, alone: bool, progress: Callable[[float], None]
    ) -> Picture:
        from PIL.PngImagePlugin import PngInfo

        drawables = drawables_from_glb(to_glb(build(recipe)))
        progress(0.3)
        image = render_object(drawables, ALONE_PX if alone else SHOWN_PX)
        note = PngInfo()
        note.add_text(RECIPE_KEY, recipe.model_dump_json())
        note.add_text("Description", prompt)
        file = io.BytesIO()
        image.convert("RGB").save(file, "PNG", pnginfo=note)
        return Picture(file.getvalue(), PNG, stand_in=not recipe.known)
