"""Changing a plan that nothing has been made of yet, by the words that change a scene.

What belongs here: edits of a scene's language to another decomposition. Where things stand is not
known before it is laid out, so what is said of metres, turns and places there has to wait.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from consumers.lexicon.edits.changes import Editor
from consumers.lexicon.edits.commands import clauses
from consumers.lexicon.edits.correcting import corrected
from consumers.lexicon.edits.folding import folded
from consumers.lexicon.edits.items import item_of, label_of
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.sentences.mending import spelled
from consumers.lexicon.words.tokens import read
from schemas.decomposition import Decomposition, Relation, Wish
from schemas.edits import Add, Edit, Move, Recolor, Relight, Remove, Replace, Resize
from schemas.ids import NodeId

LATER = "Where things stand exactly can be said once the scene is there."
NOT_UNDERSTOOD = "I did not understand what to change. Try: without the cat."
_WITHOUT = re.compile(
    r"^\s*(?:but\s+)?(?:without|no|not|leave out|skip)\s+(?!more\b)", re.IGNORECASE
)
_AGAIN = re.compile(r"^\s*(?:but\s+)?with\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Changed:
    """``plan``: as before where nothing was understood. ``unmet``: what was not, for people."""

    plan: Decomposition
    unmet: tuple[str, ...] = ()


def changed(plan: Decomposition, text: str, seed: int = 0) -> Changed:
    """``plan`` as ``text`` wants it. ``seed`` varies organic shapes."""
    said = _AGAIN.sub("add ", _WITHOUT.sub("remove ", text))
    items = tuple(map(item_of, plan.wishes))
    finder = Finder(items)
    editor = Editor(finder, {w.id for w in plan.wishes}, seed)
    names = frozenset(word for item in items for word in label_of(item).split())
    commands = clauses(corrected(spelled(read(said), names), finder))
    for clause in commands:
        editor.apply(clause, alone=len(commands) == 1)
    draft = _Draft(plan, [])
    for edit in folded(editor.to.edits):
        draft = draft.with_edit(edit)
    unmet = tuple(dict.fromkeys((*editor.to.unmet, *draft.unmet)))
    if draft.plan == plan and not unmet:
        unmet = (NOT_UNDERSTOOD,)
    return Changed(draft.plan, unmet)


@dataclass(frozen=True, slots=True)
class _Draft:
    plan: Decomposition
    unmet: Sequence[str]

    def with_edit(self, edit: Edit) -> _Draft:
        """What the plan is after ``edit``."""
        match edit:
            case Add():
                wishes = self.plan.wishes
                for wish in edit.wishes:
                    wishes = (*wishes, _with_own_slot(wish, wishes))
                return self._so(wishes=wishes, relations=(*self.plan.relations, *edit.relations))
            case Remove(nodes=gone):
                kept = tuple(w for w in self.plan.wishes if w.id not in gone)
                return self._so(wishes=kept, relations=_without(self.plan.relations, gone))
            case Replace():
                return self._wish(edit.node, recipe=edit.recipe, prompt=edit.prompt, name=edit.name)
            case Resize():
                size = [wish.recipe.size for wish in self.plan.wishes if wish.id == edit.node]
                sides = [
                    side * f for one in size for side, f in zip(one, edit.factors, strict=True)
                ]
                return self._look(edit.node, size=tuple(min(500.0, side) for side in sides))
            case Recolor():
                return self._look(edit.node, color=edit.color)
            case Move(relation=Relation() as relation):
                others = (r for r in self.plan.relations if r.subject != edit.node)
                return self._so(relations=(*others, relation))
            case Relight(time=time, lights=lights) if time or lights:
                setting = self.plan.setting.model_copy(update={"time": time} if time else {})
                return self._so(setting=setting, lights=(*self.plan.lights, *lights))
            case _:
                return replace(self, unmet=[*self.unmet, LATER])

    def _so(self, **what: object) -> _Draft:
        return replace(self, plan=self.plan.model_copy(update=what))

    def _look(self, node: NodeId, **what: object) -> _Draft:
        """The thing ``node`` with another look."""
        for wish in self.plan.wishes:
            if wish.id == node:
                return self._wish(node, recipe=wish.recipe.model_copy(update=what))
        return self

    def _wish(self, node: NodeId, **what: object) -> _Draft:
        told = {member: value for member, value in what.items() if value is not None}
        wishes: list[Wish] = []
        for wish in self.plan.wishes:
            if wish.id == node:
                others = [w for w in self.plan.wishes if w.id != node]
                wish = _with_own_slot(wish.model_copy(update=told), others)
            wishes.append(wish)
        return self._so(wishes=tuple(wishes))


def _with_own_slot(wish: Wish, others: Sequence[Wish]) -> Wish:
    """``wish``, which shares its asset with those that look the same, and with no other."""
    for other in others:
        if other.recipe == wish.recipe and other.prompt == wish.prompt:
            return wish.model_copy(update={"slot": other.slot})
    taken = {other.slot for other in others}
    slot, n = wish.slot, 2
    while slot in taken:
        slot, n = f"{wish.slot}-{n}", n + 1
    return wish.model_copy(update={"slot": slot})


def _without(relations: Sequence[Relation], gone: Sequence[NodeId]) -> tuple[Relation, ...]:
    """The relations that are left when ``gone`` are."""
    kept: list[Relation] = []
    for relation in relations:
        targets = tuple(t for t in relation.targets if t not in gone)
        if relation.subject in gone or (relation.targets and not targets):
            continue
        kept.append(relation.model_copy(update={"targets": targets}))
    return tuple(kept)
