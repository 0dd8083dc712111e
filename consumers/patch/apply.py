"""A plan of edits applied to a scene: pure, one function a kind of edit.

Positions come from the layout kit, so that what is added or moved stands free and supported. What
an edit does not name keeps its values to the bit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consumers.layout import Placed, is_shell, item_nodes, place_more, room_of, sentences
from consumers.lexicon.phrases.postures import pose_in
from consumers.patch.arranging import arrange
from consumers.patch.draft import Draft
from consumers.patch.lighting import relight
from consumers.patch.places import move, rotate
from consumers.patch.reshaping import reshaped
from consumers.patch.sizes import Hosting, fitted, keep_guests, own_scale, resize
from consumers.patch.summing import bare, listed, one, summary, the, where
from consumers.patch.together import in_order
from consumers.scene_view import BOX
from schemas.edits import (
    Add,
    Arrange,
    Edit,
    Move,
    Recolor,
    Relight,
    Remove,
    Replace,
    Reshape,
    Resize,
    Rotate,
    SceneItem,
    TakeBack,
)
from schemas.ids import NodeId
from schemas.scene import Color, Dynamic, Primitive, Scene
from schemas.transform import rounded


@dataclass(frozen=True, slots=True)
class Applied:
    """The scene after the edits. ``summary``: what was done, for people; ``touched``: the nodes it
    was done to, the latest first; ``unmet``: what could not be done, and why."""

    scene: Scene
    summary: str
    touched: tuple[NodeId, ...]
    unmet: tuple[str, ...]


def apply_edits(
    scene: Scene,
    items: Sequence[SceneItem],
    edits: Sequence[Edit],
    looks: Mapping[str, str],
    seed: int,
    former: Mapping[NodeId, Placed] | None = None,
) -> Applied:
    """The scene after ``edits``, in order. ``looks``: the asset each slot got; ``former``: places
    that something left, by how moves name them."""
    draft = Draft.of(scene, items)
    draft.former = former or {}
    stays: NodeId | None = None
    for edit in in_order(edits, draft):
        if isinstance(edit, Replace) and edit.node == stays and _pose(edit):
            continue  # who could not go to the seat does not sit
        before = draft.nodes.get(edit.node) if isinstance(edit, Move) else None
        _apply(draft, edit, looks, seed)
        moved = isinstance(edit, Move) and draft.nodes.get(edit.node) != before
        stays = edit.node if isinstance(edit, Move) and not moved else None
    names = {node.name for nodes in (scene.nodes, draft.nodes) for node in nodes.values()}
    return Applied(
        draft.scene(),
        summary(draft.told, names),
        tuple(reversed([n for n in draft.touched if n in draft.nodes])),
        tuple(dict.fromkeys(draft.unmet)),
    )


def _apply(draft: Draft, edit: Edit, looks: Mapping[str, str], seed: int) -> None:
    match edit:
        case Add():
            _add(draft, edit, looks, seed)
        case Remove():
            _remove(draft, edit)
        case Relight():
            relight(draft, edit)
        case Arrange():
            arrange(draft, edit)
        case Reshape():
            reshaped(draft, edit)
        case TakeBack():
            pass  # done before: these edits were given the scene that it leads to
        case Move() | Rotate() | Resize() | Replace() | Recolor() if edit.node not in draft.nodes:
            draft.unmet.append(f"{edit.node} is not in the scene any more")
        case Move() | Rotate() | Resize() | Replace() if is_shell(edit.node):
            draft.unmet.append(
                f"{draft.name_of(edit.node)} is part of the place and stays as it is"
            )
        case Move():
            move(draft, edit, seed)
        case Rotate():
            rotate(draft, edit)
        case Resize():
            resize(draft, edit, seed)
        case Replace():
            _replace(draft, edit, looks, seed)
        case Recolor():
            _recolor(draft, edit)


def _add(draft: Draft, edit: Add, looks: Mapping[str, str], seed: int) -> None:
    scene = draft.scene()
    more = place_more(
        room_of(scene), draft.standing(), draft.nouns, edit.wishes, edit.relations, seed=seed
    )
    for node in item_nodes(edit.wishes, more.placed, looks, scene=scene):
        draft.nodes[node.id] = node
    lost = [u.relation for u in more.unmet]
    kept = [r for r in edit.relations if r not in lost]
    names = {n: node.name for n, node in draft.nodes.items()}
    for wish in edit.wishes:
        if wish.id in more.placed:
            draft.sizes[wish.id] = wish.recipe.size
            draft.nouns[wish.id] = wish.recipe.noun
            draft.touch(wish.id)
            draft.told.append(f"added {wish.name}{where(kept, wish.id, names)}")
    draft.unmet.extend(sentences(more.unmet))
    failed = {w.recipe.label for w in edit.wishes if w.id in more.placed and w.slot not in looks}
    draft.unmet.extend(
        f"the {label} could not be made; a block stands in its place" for label in sorted(failed)
    )


def _remove(draft: Draft, edit: Remove) -> None:
    wanted = [n for n in edit.nodes if n in draft.nodes]
    gone = [draft.nodes[n].name for n in wanted]
    down: list[NodeId] = []
    # What stands on others goes first, so that it need not come down only to go.
    for node in reversed(wanted):
        down += draft.drop(node)
    for node in dict.fromkeys(down):
        if node in draft.nodes:
            _come_down(draft, node)
    if gone:
        draft.told.append(f"removed {listed(gone)}")
    names = [draft.nodes[n].name for n in dict.fromkeys(down) if n in draft.nodes]
    if names:
        draft.told.append(f"{listed(names)} came down")


def _come_down(draft: Draft, node: NodeId) -> None:
    """Set aside what came down into something that stands below."""
    fitting = draft.fitting(node)
    if fitting is None:
        return
    fit = fitting.settled()
    if fit.moved and fit.moved[0] != fitting.old:
        draft.stand(fit.moved[0])
    elif not fit.moved:
        draft.unmet.append(f"{draft.name_of(node)} has no free place to come down to")


def _replace(draft: Draft, edit: Replace, looks: Mapping[str, str], seed: int) -> None:
    node = draft.nodes[edit.node]
    asset = looks.get(edit.slot)
    if asset is None:
        draft.unmet.append(
            f"{one(edit.recipe.label)} could not be made; {the(node.name)} stays as it was"
        )
        return
    before = draft.copy()
    hosting = Hosting.of(draft, edit.node)
    draft.nodes.pop(NodeId(f"{node.id}{BOX}"), None)
    others = tuple(c for c in node.components if not isinstance(c, Dynamic | Primitive))
    shown = (Dynamic(id=asset), *others)
    name, scale = edit.name or node.name, own_scale(draft, node)
    draft.change(edit.node, name=name, components=shown, scale=scale)
    if rounded(scale) != rounded(node.scale):
        keep_guests(draft, edit.node, hosting.guests)
        draft.touch(edit.node)
    draft.sizes[edit.node] = edit.recipe.size
    draft.nouns[edit.node] = edit.recipe.noun
    told = f"made {node.name} {_POSED.get(_pose(edit), 'anew')}"
    if edit.name:
        told = f"replaced {node.name} with {one(bare(edit.name))}"
    same = all(abs(a - b) < 1e-3 for a, b in zip(hosting.size, edit.recipe.size, strict=True))
    if same:
        draft.told.append(told)
    elif not fitted(draft, edit.node, hosting, seed, told):
        why = draft.unmet[len(before.unmet) :]
        draft.restore(before)
        draft.unmet += why


_POSED = {"sitting": "sit", "lying": "lie", "standing": "stand"}
"""How people are told that somebody took a posture."""


def _pose(edit: Replace) -> str:
    return pose_in(edit.prompt, edit.recipe.noun)


def _recolor(draft: Draft, edit: Recolor) -> None:
    node = draft.nodes[edit.node]
    red, green, blue = (int(edit.color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    shown = tuple(
        c.model_copy(update={"color": Color(r=red, g=green, b=blue, a=c.color.a)})
        if isinstance(c, Primitive)
        else c
        for c in node.components
    )
    if shown == node.components:
        own = any(isinstance(c, Primitive) for c in shown)
        why = "has that colour already" if own else "has no colour of its own to change"
        draft.unmet.append(f"{the(node.name)} {why}")
        return
    draft.change(edit.node, components=shown)
    draft.told.append(f"coloured {node.name}")
