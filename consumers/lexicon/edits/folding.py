"""Edits of one plan that change what the same plan adds, folded into the addition.

"Add a lamp and make it red" adds a red lamp: nothing has to be placed twice.
"""

from __future__ import annotations

from collections.abc import Sequence

from schemas.decomposition import Wish
from schemas.edits import Add, Edit, Move, Remove, Replace, Resize
from schemas.ids import NodeId


def folded(edits: Sequence[Edit]) -> list[Edit]:
    """``edits`` with replacements, sizes and places of new things made part of their Add."""
    kept: list[Edit] = []
    for edit in edits:
        if isinstance(edit, Remove):
            kept = [_without(old, edit.nodes) if isinstance(old, Add) else old for old in kept]
            new = {w.id for old in edits if isinstance(old, Add) for w in old.wishes}
            rest = tuple(n for n in edit.nodes if n not in new)
            if rest:
                kept.append(Remove(nodes=rest))
            continue
        if isinstance(edit, Replace):  # the last look that is said counts
            kept = [o for o in kept if not (isinstance(o, Replace) and o.node == edit.node)]
        place = _added_by(kept, edit)
        if place is None:
            kept.insert(_before_sizes(kept, edit), edit)
        else:
            kept[place] = _changed(kept[place], edit)
    return [edit for edit in kept if not isinstance(edit, Add) or edit.wishes]


def _before_sizes(kept: Sequence[Edit], edit: Edit) -> int:
    """Where ``edit`` goes: other looks before new sizes of the thing, which they would undo."""
    if isinstance(edit, Replace):
        for place, old in enumerate(kept):
            if isinstance(old, Resize) and old.node == edit.node:
                return place
    return len(kept)


def _added_by(kept: Sequence[Edit], edit: Edit) -> int | None:
    if not isinstance(edit, Replace | Resize | Move):
        return None
    if isinstance(edit, Move) and edit.relation is None:
        return None
    for place, old in enumerate(kept):
        if isinstance(old, Add) and any(w.id == edit.node for w in old.wishes):
            return place
    return None


def _changed(added: Edit, edit: Edit) -> Edit:
    if not isinstance(added, Add):
        return added
    if isinstance(edit, Move) and edit.relation is not None:
        others = tuple(r for r in added.relations if r.subject != edit.node)
        return Add(wishes=added.wishes, relations=(*others, edit.relation))
    wishes = tuple(_wish(w, edit) for w in added.wishes)
    return Add(wishes=wishes, relations=added.relations)


def _wish(wish: Wish, edit: Edit) -> Wish:
    if isinstance(edit, Replace) and edit.node == wish.id:
        return wish.model_copy(
            update={
                "name": edit.name or wish.name,
                "slot": edit.slot,
                "recipe": edit.recipe,
                "prompt": edit.prompt,
            }
        )
    if isinstance(edit, Resize) and edit.node == wish.id:
        sizes = zip(wish.recipe.size, edit.factors, strict=True)
        width, height, depth = (min(500.0, s * factor) for s, factor in sizes)
        recipe = wish.recipe.model_copy(update={"size": (width, height, depth)})
        return wish.model_copy(update={"recipe": recipe})
    return wish


def _without(added: Add, gone: tuple[NodeId, ...]) -> Add:
    return Add(
        wishes=tuple(w for w in added.wishes if w.id not in gone),
        relations=tuple(
            r for r in added.relations if r.subject not in gone and not set(r.targets) & set(gone)
        ),
    )
