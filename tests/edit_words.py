"""A room of things that words are said about, and the edits that they become, told in lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consumers.layout.search.goals import SHELL
from consumers.patch.rules import plan
from schemas.edits import (
    Add,
    Edit,
    EditPlan,
    Move,
    Recolor,
    Replace,
    Resize,
    Rotate,
    SceneItem,
)
from schemas.ids import NodeId
from schemas.model import Vec3


def item(
    node: str,
    noun: str,
    at: tuple[float, float, float],
    size: tuple[float, float, float],
    *,
    color: str | None = None,
    material: str | None = None,
    on: str | None = None,
) -> SceneItem:
    return SceneItem(
        id=NodeId(node),
        name=node.replace("-", " "),
        noun=noun,
        color=color,
        material=material,
        position=Vec3(x=at[0], y=at[1], z=at[2]),
        size=size,
        on=None if on is None else NodeId(on),
    )


ROOM = (
    item("floor", "", (0, 0, 0), (6, 0.1, 5)),
    item("back-wall", "", (0, 0, 2.5), (6, 2.7, 0.1)),
    item("left-wall", "", (-3, 0, 0), (0.1, 2.7, 5)),
    item("red-sofa", "sofa", (-1, 0, 1.5), (2, 0.85, 0.9), color="#c8322f", material="fabric"),
    item("wooden-chair-1", "chair", (1, 0, 0), (0.5, 0.9, 0.5), material="wood"),
    item("wooden-chair-2", "chair", (2.2, 0, 0), (0.5, 0.9, 0.5), material="wood"),
    item("table", "table", (1.6, 0, 0.2), (1.6, 0.75, 0.9), material="wood"),
    item("lamp", "lamp", (1.6, 0.75, 0.2), (0.3, 0.5, 0.3), on="table"),
    item("floor-lamp", "floor lamp", (-2.5, 0, 2), (0.4, 1.6, 0.4)),
    item("blue-rug", "rug", (-1, 0, 0.2), (2, 0.02, 1.4), color="#3a6fc4"),
    item("window", "window", (0, 1, 2.4), (1.2, 1.3, 0.1)),
)
"""The lamp was touched last."""


def planned(text: str, items: Sequence[SceneItem] = ROOM, *, last: str = "lamp") -> EditPlan:
    taken = {i.id for i in items}
    return plan(text, items, last_touched=[NodeId(last)], taken_ids=taken)


def told(edit: Edit) -> str:
    """An edit in a line, as the table below writes it."""
    match edit.op:
        case "add":
            stands = [" ".join([r.subject, r.kind.value, *r.targets]) for r in edit.relations]
            return " / ".join([f"add {', '.join(w.id for w in edit.wishes)}", *stands])
        case "remove":
            return f"remove {' '.join(edit.nodes)}"
        case "move":
            return f"move {edit.node} {_whither(edit)}{_along(edit.along)}"
        case "rotate":
            to = f"to {edit.facing}" if edit.facing else f"{edit.degrees:g}"
            return f"rotate {edit.node} {to}{_along(edit.along)}"
        case "resize":
            factors = {f"{factor:.3g}" for factor in edit.factors}
            return (
                f"resize {edit.node} {'x'.join(f'{f:.3g}' for f in edit.factors)}"
                if (len(factors) > 1)
                else f"resize {edit.node} {factors.pop()}"
            )
        case "arrange":
            return f"arrange {edit.form} {edit.factor:.3g} {' '.join(edit.nodes)}"
        case "replace":
            return f"replace {edit.node} {edit.slot}"
        case "recolor":
            return f"recolor {edit.node}"
        case "relight":
            lights = "".join(f" +{light.kind}" for light in edit.lights)
            bright = "" if edit.brightness == 1.0 else f" x{edit.brightness:g}"
            hour = "" if edit.time is None else f" {edit.time}"
            power = f" {edit.power}" if edit.power else ""
            return f"relight{hour}{power}{bright}{lights}"
    raise AssertionError(edit)


def _whither(edit: Move) -> str:
    if edit.relation is not None:
        return " ".join([edit.relation.kind, *edit.relation.targets])
    if edit.to is not None:
        return f"{'swaps' if edit.swaps else 'to'} {edit.to}"
    by = edit.by or Vec3()
    return f"by {by.x:g} {by.y:g} {by.z:g}"


def _along(nodes: Sequence[NodeId]) -> str:
    return f" along {' '.join(nodes)}" if nodes else ""


def cases(table: str) -> Iterator[tuple[str, list[str], bool]]:
    for paragraph in table.strip().split("\n\n"):
        said: list[str] = []
        edits: list[str] = []
        for line in paragraph.splitlines():
            if line.startswith("= "):
                edits.append(line[2:])
            elif line.startswith("+ "):
                edits[-1] += " " + line[2:]
            elif not line.startswith("? "):
                said.append(line)
        yield " ".join(said), edits, "? unmet" in paragraph


def check(said: str, edits: list[str], *, unmet: bool) -> None:
    """Whether ``said`` becomes just ``edits``, of things that are there or that it adds."""
    result = planned(said)
    assert [told(edit) for edit in result.edits] == edits
    assert bool(result.unmet) == unmet
    present = {i.id for i in ROOM}
    for edit in result.edits:
        if isinstance(edit, Add):
            new = {w.id for w in edit.wishes}
            assert not new & present
            named = {n for r in edit.relations for n in (r.subject, *r.targets)}
            assert named <= new | present | set(SHELL)
        elif edit.op == "remove" or edit.op == "arrange":
            assert set(edit.nodes) <= present
        elif isinstance(edit, Move | Rotate | Resize | Replace | Recolor):
            assert edit.node in present


def only(text: str, items: Sequence[SceneItem] = ROOM) -> Edit:
    (edit,) = planned(text, items).edits
    return edit
