"""The edit planner on a language model: it reads the words, the tables and our code do the rest.

The model gets the scene's objects with their ids and answers with edits of a small schema. An id
that the scene does not have is told to it; a plan is taken whole or not at all, so no half of a
misunderstanding is ever applied. What an edit does to the scene is the same code as with the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from pydantic import BaseModel

from consumers.chat.asking import as_data, ask
from consumers.chat.inquiry import Inquiry
from consumers.chat.models import ChatModel
from consumers.chat.things import Words
from consumers.lexicon.edits.folding import folded
from consumers.lexicon.edits.items import is_shell, label_of
from consumers.lexicon.sentences.expansion import MOST_WISHES
from consumers.lexicon.words.colors import parse_color
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import read
from consumers.patch.drafting import ONE_HOLDER, Drafting, EditSaid
from consumers.patch.rules import MOST_EDITS, plan
from schemas.edits import EditPlan, Remove, SceneItem
from schemas.ids import NodeId

ROLE = (
    "You edit a 3D scene. From a person's words and the SCENE's objects, list the edits that they "
    "ask for and no others. Name objects by their ids. x grows to the right, y up, z away from the "
    "viewer, in metres. LAST has the ids of the edit before, the latest last: 'it' means those. "
    "add: thing, and where: relation with targets (ids, or names of things added before). "
    "remove, duplicate, again (make it anew): ids. move: ids, and relation with targets, or by_m. "
    "rotate: ids, and degrees (clockwise from above) or facing. resize: ids, factor (2 = twice as "
    "big). recolor: ids, color and/or material; floor and walls, too. replace: ids, thing. "
    "light: time and/or brightness (1 = as it is)."
)
MOST_ITEMS = 100
"""Objects of the scene that the model is told of, those that the words name first."""
NEEDS_IDS = frozenset(
    {"remove", "move", "rotate", "resize", "recolor", "replace", "duplicate", "again"}
)
MOVES_SHELL = NEEDS_IDS - {"recolor"}
FARTHEST_M = 200.0
MANY_OR_KNOWN = frozenset({
    "it", "them", "that", "those", "these", "this", "one", "ones", "all", "everything", "both",
    "others", "other", "rest", "anything", "clear", "empty", "things", "stuff", "objects", "items",
    "clean", "tidy", "everyone", "he", "she", "him", "her",
})  # fmt: skip
"""Words that may mean any thing."""
MOST_TARGETS = 4


class PlanSaid(BaseModel):
    edits: list[EditSaid]


class LangChainPlanner:
    """Implements ``Planner`` on a chat model."""

    def __init__(self, model: ChatModel) -> None:
        self._model, self.name = model, model.name

    def plan(
        self,
        text: str,
        items: Sequence[SceneItem],
        *,
        last_touched: Sequence[NodeId],
        gone: str = "",
        taken_ids: Collection[str],
        seed: int,
        inquiry: Inquiry,
    ) -> EditPlan:
        def by_rules() -> EditPlan:
            return plan(
                text, items, last_touched=last_touched, gone=gone, taken_ids=taken_ids, seed=seed
            )

        words, there = Words(text), {i.id: i for i in items}
        told = _told(words, items, last_touched)
        asked = ask(
            self._model,
            PlanSaid,
            [("system", ROLE), *told, ("human", as_data("WORDS", text))],
            check=lambda said: _wrong(said, there),
            better=lambda said: _doubtful(said, text, there, by_rules),
            inquiry=inquiry,
        )
        if asked.value is None:
            ruled = by_rules()
            note = inquiry.give_up(self.name)
            return ruled.model_copy(update={"unmet": (*ruled.unmet, note)} if ruled.edits else {})
        drafting = Drafting(there, words, taken_ids, seed)
        for edit in asked.value.edits:
            drafting.draft(edit)
        return EditPlan(edits=tuple(folded(drafting.edits)[:MOST_EDITS]))


def _told(
    words: Words, items: Sequence[SceneItem], last: Sequence[NodeId]
) -> list[tuple[str, str]]:
    """The scene as data: of many objects those that the words or the last edit are about first."""
    nouns = {p.noun for p in words.phrases if p.noun}
    ordered = sorted(items, key=lambda i: not (i.id in last or i.noun in nouns or is_shell(i)))
    rows = [
        {
            "id": i.id,
            "name": i.name[:60],
            "at": [round(v, 2) for v in (i.position.x, i.position.y, i.position.z)],
            "size": [round(v, 2) for v in i.size],
            "yaw": round(i.yaw),
            **({"color": i.color} if i.color else {}),
            **({"on": i.on} if i.on else {}),
        }
        for i in ordered[:MOST_ITEMS]
    ]
    return [("human", as_data("SCENE", rows)), ("human", as_data("LAST", list(last)[-8:]))]


# What is wrong with a plan, in words for the model.


def _wrong(said: PlanSaid, there: dict[NodeId, SceneItem]) -> list[str]:
    if not said.edits:
        return ["edits: there is none; list at least one"]
    if len(said.edits) > MOST_EDITS:
        return [f"edits: {len(said.edits)} are too many; at most {MOST_EDITS}"]
    new = sum(_new(edit) for edit in said.edits)
    if new > MOST_WISHES:
        return [f"edits: {new} new objects are too many; at most {MOST_WISHES}"]
    told: list[str] = []
    added: set[str] = set()
    for number, edit in enumerate(said.edits):
        told += [f"edit {number} ({edit.op}): {w}" for w in _wrong_edit(edit, there, added)]
        if edit.op == "add" and edit.thing is not None:
            added.add(edit.thing.name.lower().strip())
    return told[:10]


def _doubtful(
    said: PlanSaid,
    text: str,
    there: dict[NodeId, SceneItem],
    by_rules: Callable[[], EditPlan],
) -> list[str]:
    """Things that are to go although the words name none like them, nor do the rules read so."""
    spoken = read(text).words
    if not MANY_OR_KNOWN.isdisjoint(spoken):
        return []
    named = {singular(word) for word in spoken}
    gone = {i for edit in said.edits if edit.op == "remove" for i in edit.ids}
    doubted = [
        item
        for item in there.values()
        if (item.id in gone or item.name in gone)
        and named.isdisjoint({*label_of(item).split()[-1:], *item.noun.split()[-1:]})
    ]
    if not doubted:
        return []
    ruled = {n for edit in by_rules().edits if isinstance(edit, Remove) for n in edit.nodes}
    return [
        f"the words do not say that {item.name[:60]!r} shall go; remove only what they mean"
        for item in doubted[:4]
        if item.id not in ruled
    ]


def _new(edit: EditSaid) -> int:
    """How many things an edit adds."""
    if edit.op == "add" and edit.thing is not None:
        return max(1, edit.thing.count)
    return len(edit.ids) if edit.op == "duplicate" else 0


def _wrong_edit(edit: EditSaid, there: dict[NodeId, SceneItem], added: set[str]) -> list[str]:
    known = set(there) | {i.name.lower() for i in there.values()}
    unknown = [i for i in edit.ids if i not in known and i.lower() not in known]
    unknown += [t for t in edit.targets if t.lower() not in known | added and t not in known]
    if edit.facing is not None and edit.facing not in known and edit.facing.lower() not in known:
        unknown.append(edit.facing)
    told = [f"{u[:60]!r} is no id of the scene" for u in unknown[:4]]
    if len(edit.targets) > MOST_TARGETS:
        told.append(f"targets: at most {MOST_TARGETS}")
    if edit.op in NEEDS_IDS and not edit.ids:
        told.append("ids: which objects?")
    shell = {n for i in there.values() if is_shell(i) for n in (i.id, i.name.lower())}
    if edit.op in MOVES_SHELL and any(i in shell or i.lower() in shell for i in edit.ids):
        told.append("the floor and the walls stay as they are; they can be recoloured")
    return told + _lacks(edit)


def _lacks(edit: EditSaid) -> list[str]:
    """What an edit of its kind must have, or has out of bounds."""
    match edit.op:
        case "add" | "replace" if edit.thing is None:
            return ["thing: of what kind is the new one?"]
        case "move" if edit.relation is None and not _fits(edit.by_m):
            return ["say a relation with targets, or by_m with three numbers"]
        case "move" | "add" if edit.relation in ONE_HOLDER and not edit.targets:
            return [f"targets: {edit.relation} of what?"]
        case "rotate" if edit.facing is None and edit.degrees is None:
            return ["say degrees or facing"]
        case "resize" if edit.factor is None or not 0.01 < edit.factor < 100:
            return ["factor: must be between 0.01 and 100"]
        case "recolor" if not (edit.color or edit.material):
            return ["say a color or a material"]
        case "recolor" if edit.color and parse_color(edit.color.lower()) is None:
            return [f"color: {edit.color[:40]!r} is no colour; use a plain word or #rrggbb"]
        case "light" if edit.time is None and edit.brightness is None:
            return ["say a time or a brightness"]
        case _:
            return []


def _fits(by: list[float] | None) -> bool:
    return by is not None and len(by) == 3 and all(abs(v) <= FARTHEST_M for v in by)
