"""What an edit asks for, before it is applied: the patch stage's plan.

The language engine writes it against ``SceneItem``s (what a person sees of a scene); the patch
stage turns it into RFC 6902 operations. Frame and directions as in ``schemas.decomposition``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from pydantic import Field

from schemas.decomposition import LightWish, Relation, Wish
from schemas.ids import NodeId
from schemas.model import Frozen, HexColor, Vec3, tag
from schemas.recipe import Recipe

Factor = Annotated[float, Field(gt=0.01, lt=100)]


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
    """To where ``relation`` says, or by ``by`` metres (canonical frame, world), or to where
    another thing, ``to``, stands now; with ``swaps``, that one comes here. ``to`` with a revision
    ("bear@3"): where that thing stood in the scene of that revision.

    ``floor``: from what carries it now down to the floor; with ``by``, to the place so far from
    here at once, whatever lies between. ``along``: what goes with it as if the
    two were one.
    """

    op: Literal["move"] = tag("move")
    node: NodeId
    relation: Relation | None = None
    by: Vec3 | None = None
    to: NodeId | None = None
    swaps: bool = False
    floor: bool = False
    along: tuple[NodeId, ...] = ()


class Arrange(Frozen):
    """Several things of the floor anew among themselves.

    ``row``: in a line, along the back wall where ``wall``; ``spread`` and ``gather``: each away
    from or towards the middle of them all, ``factor`` times as far from it as now; ``circle``: in a
    ring of the radius that they need, about ``around`` where that is said.
    """

    op: Literal["arrange"] = tag("arrange")
    nodes: tuple[NodeId, ...]
    form: Literal["row", "spread", "gather", "circle"]
    wall: bool = False
    around: NodeId | None = None
    factor: Annotated[float, Field(gt=0.01, lt=100)] = 1.0


class Rotate(Frozen):
    """Turn by ``degrees`` about the vertical, clockwise from above; from where it faces ``facing``
    on, if that is said.

    ``about``: the thing's own axis to turn about instead: "side" leans it forward, "front" tilts
    it to its right, as one who looks at its front sees it tilt to the left. ``along``: what
    turns with it about its middle, as if they were one.
    """

    op: Literal["rotate"] = tag("rotate")
    node: NodeId
    degrees: float = 0.0
    facing: NodeId | None = None
    about: Literal["up", "side", "front"] = "up"
    along: tuple[NodeId, ...] = ()


class Resize(Frozen):
    """Multiply the size by ``factor``; the base stays where it is.

    ``axes``: factors on width, height and depth besides, to stretch it ("wider").
    """

    op: Literal["resize"] = tag("resize")
    node: NodeId
    factor: Annotated[float, Field(gt=0.01, lt=100)]
    axes: tuple[Factor, Factor, Factor] = (1.0, 1.0, 1.0)

    @property
    def factors(self) -> tuple[float, float, float]:
        """The whole factor on width, height and depth."""
        width, height, depth = self.axes
        return self.factor * width, self.factor * height, self.factor * depth


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
    """Change the light of the whole scene, or add lights.

    ``tint``: the colour that the present lights take; ``sky``: the colour of the sky; ``over``:
    what a new light hangs above and shines on; ``lamps``: things that are switched ``on`` or off;
    ``power``: all light on, as the hour has it, or off as far as one still sees.
    """

    op: Literal["relight"] = tag("relight")
    time: Literal["day", "sunset", "night"] | None = None
    lights: tuple[LightWish, ...] = ()
    brightness: float = 1.0
    tint: HexColor | None = None
    sky: HexColor | None = None
    over: NodeId | None = None
    lamps: tuple[NodeId, ...] = ()
    on: bool = True
    power: Literal["on", "off"] | None = None


class TakeBack(Frozen):
    """Take the last ``many`` changes of the scene back before the edits that follow.

    ``revision``: the last of them; where another came after it, nothing is taken back.
    """

    op: Literal["take_back"] = tag("take_back")
    many: Annotated[int, Field(ge=1)] = 1
    revision: int


class Recolor(Frozen):
    """Colour a part of the shell (floor, walls) or any primitive: no new mesh is needed."""

    op: Literal["recolor"] = tag("recolor")
    node: NodeId
    color: HexColor


Length = Annotated[float, Field(gt=0, lt=1000)]


class Reshape(Frozen):
    """Give the place another size: floor, walls, ground, ceiling. What is at a wall goes with it.

    ``size``: its width, height and depth in metres, None where the present one is meant; then
    ``factors``, then ``by`` metres more.
    """

    op: Literal["reshape"] = tag("reshape")
    size: tuple[Length | None, Length | None, Length | None] = (None, None, None)
    factors: tuple[Factor, Factor, Factor] = (1.0, 1.0, 1.0)
    by: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def of(self, now: tuple[float, float, float]) -> tuple[float, float, float]:
        """The size that a place of the size ``now`` shall have; metres."""
        x, y, z = (
            (now[side] if self.size[side] is None else self.size[side] or 0.0) * self.factors[side]
            + self.by[side]
            for side in range(3)
        )
        return x, y, z


Edit = Annotated[
    Add
    | Remove
    | Move
    | Arrange
    | Rotate
    | Resize
    | Replace
    | Relight
    | Recolor
    | TakeBack
    | Reshape,
    Field(discriminator="op"),
]


class EditPlan(Frozen):
    """``edits`` in order; ``unmet``: what could not be understood or found, in words for people."""

    edits: tuple[Edit, ...] = ()
    unmet: tuple[str, ...] = ()


def slots(edits: Iterable[Edit]) -> Iterator[str]:
    """The assets that ``edits`` need, by their slots; one that several need comes several times."""
    for edit in edits:
        match edit:
            case Add(wishes=wishes):
                yield from (wish.slot for wish in wishes)
            case Replace():
                yield edit.slot
