"""The embedded sculptor: the recipe's parametric model, or any other picture's silhouette."""

from __future__ import annotations

from collections.abc import Callable

from consumers.greybox.build import build
from consumers.greybox.glb import to_glb
from consumers.mesh.port import Made
from schemas.recipe import Recipe


class GreyboxSculptor:
    """Real meshes, without a model or a GPU."""

    name = "greybox"

    def sculpt(
        self,
        picture: bytes,
        recipe: Recipe,
        *,
        drawn_by: str,
        progress: Callable[[float], None],
    ) -> Made:
        if drawn_by == self.name:
            model = build(recipe)
            low, high = model.bounds
            width, height, depth = (float(v) for v in high - low)
            return Made(
                to_glb(model), (width, height, depth), model.triangles, stand_in=not recipe.known
            )
        return _of_silhouette(picture, recipe.size)

    def reconstruct(self, picture: bytes, *, progress: Callable[[float], None]) -> Made:
        """From the silhouette alone, in well under a second: there is no progress to tell of."""
        return _of_silhouette(picture, None)


def _of_silhouette(picture: bytes, size: tuple[float, float, float] | None) -> Made:
    from consumers.mesh.reconstruct import reconstruct

    shape = reconstruct(picture, size=size)
    span = shape.vertices.max(axis=0) - shape.vertices.min(axis=0)
    return Made(shape.to_glb(), (float(span[0]), float(span[1]), float(span[2])), len(shape.faces))
