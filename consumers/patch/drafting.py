"""A model's edits as it tells them, and, once they are known to fit the scene, as the patch's own.

What belongs here: one function a kind of edit; looks, slots, names and ids are the lexicon's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

from pydantic import BaseModel, Field

from consumers.chat.things import ThingSaid, Words, phrase_of, tidy
from consumers.lexicon.edits.makeovers import Makeovers
from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.expansion import expand
from consumers.lexicon.sentences.reading import Link, Reading, Thing
from consumers.lexicon.words.colors import parse_color
from consumers.lexicon.words.looks import color_word
from consumers.lexicon.words.materials import material_words
from consumers.lexicon.words.naming import Names
from schemas.decomposition import Relation, RelationKind
from schemas.edits import Add, Edit, Move, Relight, Remove, Resize, Rotate, SceneItem
from schemas.ids import NodeId
from schemas.model import Vec3

ONE_HOLDER = frozenset({
    RelationKind.ON, RelationKind.IN, RelationKind.UNDER, RelationKind.ABOVE, RelationKind.FACING,
    RelationKind.NEXT_TO, RelationKind.NEAR, RelationKind.LEFT_OF, RelationKind.RIGHT_OF,
    RelationKind.IN_FRONT_OF, RelationKind.BEHIND, RelationKind.BETWEEN,
})  # fmt: skip
"""Relations that are to something."""
DIMMEST, BRIGHTEST = 0.05, 20.0


class EditSaid(BaseModel):
    """One edit; only the members that it needs."""

    op: Literal[
        "add", "remove", "move", "rotate", "resize", "recolor", "replace", "duplicate", "again",
        "light",
    ]  # fmt: skip
    ids: list[str] = Field(default_factory=list)
    thing: ThingSaid | None = None
    relation: RelationKind | None = None
    targets: list[str] = Field(default_factory=list)
    by_m: list[float] | None = Field(None, description="metres: x, y, z")
    degrees: float | None = None
    facing: str | None = None
    factor: float | None = None
    color: str | None = None
    material: str | None = None
    time: Literal["day", "sunset", "night"] | None = None
    brightness: float | None = None


class Drafting:
    """Collects edits. ``there``: the scene's items; ``taken``: ids that new things may not have."""

    def __init__(
        self, there: Mapping[NodeId, SceneItem], words: Words, taken: Collection[str], seed: int
    ) -> None:
        self._there, self._words, self._seed = there, words, seed
        self._taken = {*taken, *there}
        self._by_name: dict[str, NodeId] = {}
        for item in there.values():
            self._by_name.setdefault(item.name.lower(), item.id)
        self._makeovers = Makeovers(Names(), self._taken, seed)
        self.edits: list[Edit] = []

    def draft(self, edit: EditSaid) -> None:
        """Add what ``edit`` amounts to."""
        items = [self._there[node] for name in edit.ids if (node := self._node(name))]
        match edit.op:
            case "add":
                self._add(edit)
            case "remove":
                self.edits.append(Remove(nodes=tuple(dict.fromkeys(i.id for i in items))))
            case "light":
                brightness = min(BRIGHTEST, max(DIMMEST, edit.brightness or 1.0))
                self.edits.append(Relight(time=edit.time, brightness=brightness))
            case _:
                for item in dict.fromkeys(i.id for i in items):
                    self._one(edit, self._there[item])

    def _one(self, edit: EditSaid, item: SceneItem) -> None:
        match edit.op:
            case "move":
                self._move(edit, item)
            case "rotate":
                facing = self._node(edit.facing) if edit.facing else None
                degrees = 0.0 if facing else (edit.degrees or 0.0) % 360.0
                self.edits.append(Rotate(node=item.id, degrees=degrees, facing=facing))
            case "resize":
                self.edits.append(Resize(node=item.id, factor=edit.factor or 1.0))
            case "recolor":
                self._recolor(edit, item)
            case "replace" if edit.thing is not None:
                phrase = phrase_of(edit.thing, self._words)
                self.edits.append(self._makeovers.other(item, phrase))
            case "duplicate":
                copy = self._makeovers.copies(item)
                self._taken.update(w.id for w in copy.wishes)
                self.edits.append(copy)
            case "again":
                self.edits.append(self._makeovers.again(item))

    def _node(self, name: str) -> NodeId | None:
        if name in self._there:
            return NodeId(name)
        return self._by_name.get(name.lower())

    def _move(self, edit: EditSaid, item: SceneItem) -> None:
        if edit.relation is None:
            x, y, z = edit.by_m or (0.0, 0.0, 0.0)
            self.edits.append(Move(node=item.id, by=Vec3(x=x, y=y, z=z)))
            return
        targets = tuple(n for t in edit.targets if (n := self._node(t)) and n != item.id)
        relation = Relation(kind=edit.relation, subject=item.id, targets=targets)
        self.edits.append(Move(node=item.id, relation=relation))

    def _recolor(self, edit: EditSaid, item: SceneItem) -> None:
        color = parse_color((edit.color or "").lower())
        material = material_words().get((edit.material or "").lower())
        words = [color_word(color) if color and "#" in (edit.color or "") else edit.color or ""]
        said = tidy(" ".join([*words, edit.material or ""]))
        self.edits.append(self._makeovers.look(item, color, material, said))

    def _add(self, edit: EditSaid) -> None:
        """New things by the same counting out as in a new scene."""
        if edit.thing is None:
            return
        new = Thing(phrase_of(edit.thing, self._words), count=max(1, edit.thing.count))
        targets = [self._present(n) for t in edit.targets if (n := self._node(t)) is not None]
        links = (
            [Link(edit.relation, 0, tuple(range(1, len(targets) + 1)))]
            if edit.relation is not None
            else []
        )
        expanded = expand(
            Reading(things=[new, *targets], links=links), taken=self._taken, seed=self._seed
        )
        if not expanded.wishes:
            return
        self.edits.append(Add(wishes=expanded.wishes, relations=expanded.relations))
        self._taken.update(w.id for w in expanded.wishes)
        self._remember(edit.thing, expanded.wishes[0].id)

    def _present(self, node: NodeId) -> Thing:
        return Thing(Phrase(said=node, label=node, head=node), nodes=(node,))

    def _remember(self, thing: ThingSaid, node: NodeId) -> None:
        """Later edits may place things by a new one's name, which no thing of the scene has."""
        self._by_name.setdefault(thing.name.lower().strip(), node)
