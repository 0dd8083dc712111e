"""Other looks for a thing of the scene: another colour, material, try, kind, or a second one."""

from __future__ import annotations

import re
from collections.abc import Collection

from consumers.lexicon.edits.items import bare_label, is_shell, label_of, recipe_like
from consumers.lexicon.phrases.patterns import pattern_in, without_pattern
from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.phrases.postures import Posture, postured
from consumers.lexicon.phrases.recipes_of import recipe_of
from consumers.lexicon.phrases.shapes import SHAPES, shape_in
from consumers.lexicon.words.gazetteer import named
from consumers.lexicon.words.looks import material_color
from consumers.lexicon.words.measures import SIZE_WORDS
from consumers.lexicon.words.naming import Names
from schemas.decomposition import Relation, Wish
from schemas.decomposition import RelationKind as Kind
from schemas.edits import Add, Recolor, Replace, SceneItem
from schemas.recipe import Recipe

_GREY = "#8c8f92"


class Makeovers:
    """Makes edits that give things other meshes, each with a slot that nothing else has."""

    def __init__(self, names: Names, taken: Collection[str], seed: int) -> None:
        self._names, self._seed = names, seed
        self._taken = set(taken)

    def look(
        self, item: SceneItem, color: str | None, material: str | None, said: str
    ) -> Replace | Recolor:
        """The same thing in another colour or material; ``said``: the words for it."""
        if is_shell(item):
            own = material_color(material) if material else None
            return Recolor(node=item.id, color=color or own or _GREY)
        words = " ".join(w for w in said.split() if w not in _FILLERS and w not in SIZE_WORDS)
        bare = bare_label(item)
        if shape_in(words):
            item, bare = _of_any_shape(item), _shapeless(bare)
        if pattern_in(f"{words} {item.noun}"):
            bare = without_pattern(bare)
        label = f"{words} {bare}".strip()
        kept = item.material if material is None else material
        recipe = recipe_like(item, label, color, kept, self._seed)
        return self._replace(item, recipe, label, label)

    def again(self, item: SceneItem) -> Replace:
        """The same thing made anew, so that it comes out differently."""
        label = label_of(item)
        recipe = recipe_like(item, label, item.color, item.material, self._seed + 1)
        return self._replace(item, recipe, label, None)

    def posed(self, item: SceneItem, posture: Posture, size: tuple[float, float, float]) -> Replace:
        """Somebody in another posture, "" to stand; ``size``, metres: of now, or standing."""
        label = label_of(item)
        same = item.model_copy(update={"size": size})
        recipe = recipe_like(same, label, item.color, item.material, self._seed)
        recipe = postured(recipe, posture) if posture else recipe
        return self._replace(item, recipe, f"{posture or 'standing'} {label}", None)

    def other(self, item: SceneItem, phrase: Phrase) -> Replace:
        """Another thing in its stead."""
        recipe = recipe_of(phrase, self._seed)
        return self._replace(item, recipe, phrase.said, phrase.label)

    def copies(self, item: SceneItem, many: int = 1) -> Add:
        """So many further ones, next to it."""
        label = label_of(item)
        recipe = recipe_like(item, label, item.color, item.material, self._seed)
        return self._added(item, label, recipe, many)

    def _added(self, item: SceneItem, label: str, recipe: Recipe, many: int) -> Add:
        slot = self._names.slot(recipe)
        wishes, relations = [], []
        names = Names(self._taken)
        for _ in range(many):
            node, name = names.members(label, 1)[0]
            self._taken.add(node)
            wishes.append(Wish(id=node, name=name, slot=slot, recipe=recipe, prompt=label))
            relations.append(Relation(kind=Kind.NEXT_TO, subject=node, targets=(item.id,)))
        return Add(wishes=tuple(wishes), relations=tuple(relations))

    def more(self, item: SceneItem, phrase: Phrase, many: int) -> Add:
        """So many further ones of what replaces ``item``, next to it."""
        recipe = recipe_of(phrase, self._seed)
        return self._added(item, phrase.label, recipe, many)

    def _replace(self, item: SceneItem, recipe: Recipe, prompt: str, name: str | None) -> Replace:
        slot = self._names.fresh_slot(recipe, self._taken)
        if name is not None:
            # "wooden chair 2" becomes "red chair 2": names stay apart.
            number = re.search(r"[\s-](\d+)$", item.name)
            name = f"{name[:44]} {number.group(1)}" if number else name[:48]
        return Replace(node=item.id, slot=slot, recipe=recipe, prompt=prompt, name=name)


def _shapeless(label: str) -> str:
    """A label without its shape: "round table" is a table."""
    return " ".join(w for w in label.split() if w not in SHAPES) or label


def _of_any_shape(item: SceneItem) -> SceneItem:
    """A thing as one of its kind that may have any shape: a round table as a table."""
    other = named(_shapeless(item.noun))
    return item if other is None else item.model_copy(update={"noun": other.noun})


_FILLERS = frozenset({
    "a", "an", "the", "of", "in", "made", "out", "from", "painted", "colored", "coloured", "color",
    "colour", "very", "more", "really", "and", "is", "be", "are", "solid", "pure", "real", "all",
    "please", "now", "thanks", "instead", "again",
})  # fmt: skip
