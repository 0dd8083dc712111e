"""Pictures of meshes without a GPU: a software renderer of whole-array steps.

``render_object`` draws one asset on white, ``render_scene`` a furnished room. The same input gives
the same bytes. What does not belong here: building meshes or reading scenes.
"""

from consumers.greybox.render.camera import Camera
from consumers.greybox.render.drawable import Drawable, DrawableError
from consumers.greybox.render.glb import drawables_from_glb
from consumers.greybox.render.light import Lamp, Lighting, Sky, Sun
from consumers.greybox.render.portrait import render_object
from consumers.greybox.render.scene import render_scene

__all__ = [
    "Camera",
    "Drawable",
    "DrawableError",
    "Lamp",
    "Lighting",
    "Sky",
    "Sun",
    "drawables_from_glb",
    "render_object",
    "render_scene",
]
