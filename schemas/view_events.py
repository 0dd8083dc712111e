"""What a person is shown of a scene, which is no change of it: selection, camera, animation.

What belongs here: facts about a view. What does not: how doors tell clients of them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from schemas.ids import NodeId
from schemas.model import HexColor, Vec3
from schemas.payload import Data


class ViewChanged(Data):
    """One change of the view. ``change`` says which members count.

    select: ``nodes`` with their ``names``, each in its color of ``colors``, take the place of what
    was selected (none: nothing is selected); ``only``: the others are hidden meanwhile. toggle:
    each of ``nodes`` is selected, or no longer. camera: it stands at ``position`` and looks at
    ``target`` (canonical frame, metres). frame: of the animation. animation: whether it plays.
    """

    type = "view.changed"
    change: Literal["select", "toggle", "camera", "reset_camera", "frame", "animation"]
    nodes: tuple[NodeId, ...] = ()
    names: tuple[str, ...] = ()
    colors: tuple[HexColor, ...] = ()
    only: bool = False
    position: Vec3 = Vec3()
    target: Vec3 = Vec3()
    frame: Annotated[int, Field(ge=0, lt=2**31)] = 0
    playing: bool = False
