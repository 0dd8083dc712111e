"""The embedded sculptor: the recipe's parametric model, or any other picture's silhouette."""

from __future__ import annotations

from consumers.greybox.card import GREYBOX
from consumers.greybox.files import built
from consumers.handler import Watch
from consumers.mesh.port import Made, Size, Wish
from consumers.settings import EngineSettings
from schemas.errors import MissingEngine
from schemas.recipe import Recipe


class GreyboxSculptor:
    """Real meshes, without a model or a GPU."""

    name = "greybox"
    card = GREYBOX

    def sculpt(self, wish: Wish, watch: Watch) -> Made:
        """Either way in well under a second: there is no progress to tell of."""
        watch.check()
        if wish.recipe is not None and wish.drawn_by == self.name:
            return _of_recipe(wish.recipe)
        return _of_silhouette(wish.picture, wish.size)


def load(model: str, settings: EngineSettings) -> GreyboxSculptor:
    """The engine; it has no models. Raises ``MissingEngine``."""
    if model:
        raise MissingEngine(f"greybox has no model {model!r}; choose it as mesh=greybox")
    return GreyboxSculptor()


def why_not(model: str, settings: EngineSettings) -> str:
    """It runs everywhere."""
    return ""


def _of_recipe(recipe: Recipe) -> Made:
    file = built(recipe)
    said = {"recipe": recipe.model_dump(mode="json", exclude_defaults=True)}
    return Made(file.glb, file.size, file.triangles, not recipe.known, said)


def _of_silhouette(picture: bytes, size: Size | None) -> Made:
    from consumers.mesh.reconstruct import reconstruct

    shape = reconstruct(picture, size=size)
    span = shape.vertices.max(axis=0) - shape.vertices.min(axis=0)
    return Made(shape.to_glb(), (float(span[0]), float(span[1]), float(span[2])), len(shape.faces))
