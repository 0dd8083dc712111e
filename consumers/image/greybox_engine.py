"""The embedded painter: the parametric model of the recipe, rendered."""

from __future__ import annotations

import io
from collections.abc import Hashable, Sequence

from consumers.greybox.card import GREYBOX
from consumers.greybox.files import built
from consumers.greybox.render import drawables_from_glb, render_object
from consumers.handler import Watch
from consumers.image.port import Picture, Wish
from schemas.artifacts import PNG
from schemas.errors import ScenestreamError

RECIPE_KEY = "scenestream:recipe"
"""The PNG text chunk that carries the recipe, so that a mesh of the picture can be exact."""
ALONE_PX, SHOWN_PX = 192, 512
"""A concept picture is looked at small; a picture somebody asked for is the answer itself."""
RUNS = 3
"""zlib's strategy that looks for runs alone: as small for such pictures, in a third of the time."""


class GreyboxPainter:
    """Real pictures, without a model or a GPU."""

    name = "greybox"
    card = GREYBOX
    batch = 1

    def alike(self, wish: Wish) -> Hashable:
        return wish.alone

    def paint(
        self, wishes: Sequence[Wish], watches: Sequence[Watch]
    ) -> list[Picture | ScenestreamError]:
        return [_paint(wish, watch) for wish, watch in zip(wishes, watches, strict=True)]


def _paint(wish: Wish, watch: Watch) -> Picture | ScenestreamError:
    from PIL.PngImagePlugin import PngInfo

    try:
        watch.check()
        drawables = drawables_from_glb(built(wish.recipe).glb)
        watch.progress(0.3)
        image = render_object(drawables, ALONE_PX if wish.alone else SHOWN_PX, closed=True)
        watch.check()
    except ScenestreamError as failed:
        return failed
    note = PngInfo()
    note.add_text(RECIPE_KEY, wish.recipe.model_dump_json())
    note.add_text("Description", wish.prompt)
    file = io.BytesIO()
    image.convert("RGB").save(file, "PNG", pnginfo=note, compress_type=RUNS)
    return Picture(file.getvalue(), PNG, stand_in=not wish.recipe.known)
