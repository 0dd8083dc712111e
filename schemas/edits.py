"""What an edit asks for, before it is applied: the patch stage's plan.

The language engine writes it against ``SceneItem``s (what a person sees of a scene); the patch
stage turns it into RFC 6902 operations. Frame and directions as in ``schemas.decomposition``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from schemas.decomposition import LightWish, Relation, Wish
from schemas.ids import NodeId
from schemas.model import Frozen, HexColor, Vec3, tag
from schemas.recipe import Recipe


class SceneItem(Frozen):
    """One object of the present scene as words refer to it.

    ``noun``, ``color``, ``material`` from its recipe where there is one, else read from its name.
    ``position``: world, metres, centre of its base; ``size``: metres; ``yaw``: world degrees.
    ``on``: the item that carries it.
    """

    id: NodeId
    name: str
    noun: str = ""
    color: HexColor | None = None
    material: str | None = None
    position: Vec3 = Vec3()
    size: tuple[float, float, float] = (1.0, 1.0, 1.0)
    yaw: float = 0.0
    on: NodeId | None = None


class Add(Frozen):
    """New things; relations may name wishes of this edit and items of the scene."""

    op: Literal["add"] = tag("add")
    wishes: tuple[Wish, ...]
    relations: tuple[Relation, ...] = ()


class Remove(Frozen):
    op: Literal["remove"] = tag("remove")
    nodes: tuple[NodeId, ...]


class Move(Frozen):
    """To where ``relation`` says, or by ``by`` metres (canonical frame, world)."""

    op: Literal["move"] = tag("move")
    node: NodeId
    relation: Relation | None = None
    by: Vec3 | None = None


class Rotate(Frozen):
    """Turn by ``degrees`` about the vertical, clockwise from above, or to face ``facing``."""

    op: Literal["rotate"] = tag("rotate")
    node: NodeId
    degrees: float = 0.0
    facing: NodeId | None = None


class Resize(Frozen):
    """Multiply the size by ``factor``; the base stays where it is."""

    op: Literal["resize"] = tag("resize")
    node: NodeId
    factor: Annotated[float, Field(gt=0.01, lt=100)]


class Replace(Frozen):
    """Give the node another mesh: another colour or material, a newer try, another thing.

    ``recipe.size`` is the size the new thing should have. ``name`` is its new name, if it changes.
    """

    op: Literal["replace"] = tag("replace")
    node: NodeId
    slot: str
    recipe: Recipe
    prompt: str
    name: str | None = None


class Relight(Frozen):
    """Change the light of the whole scene, or add lights."""

    op: Literal["relight"] = tag("relight")
    time: Literal["day", "sunset", "night"] | None = None
    lights: tuple[LightWish, ...] = ()
    brightness: float = 1.0


class Recolor(Frozen):
    """Colour a part of the shell (floor, walls) or any primitive: no new mesh is needed."""

    op: Literal["recolor"] = tag("recolor")
    node: NodeId
    color: HexColor


Edit = Annotated[
    Add | Remove | Move | Rotate | Resize | Replace | Relight | Recolor, Field(discriminator="op")
]


class EditPlan(Frozen):
    """``edits`` in order; ``unmet``: what could not be understood or found, in words for people."""

    edits: tuple[Edit, ...] = ()
    unmet: tuple[str, ...] = ()
