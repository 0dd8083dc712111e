"""What is in the scene, in words: lists for replies, the label and recipe of an item.

What does not belong here: finding the items that words mean, which is in ``references``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from consumers.greybox.recipes import recipe_for
from consumers.lexicon.phrases.postures import posture_of
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.tokens import read
from schemas.decomposition import Wish
from schemas.edits import SceneItem
from schemas.recipe import Recipe

_SHELL = re.compile(r"\b(floor|ground|walls?|ceiling|terrain)\b", re.IGNORECASE)
_MOST_NAMED = 8
_SOUNDS = frozenset("aeiou")


def is_shell(item: SceneItem) -> bool:
    """Whether the item is a part of the room: floor, wall, ceiling."""
    return item.noun == "" and _SHELL.search(item.name) is not None


def things(items: Sequence[SceneItem]) -> list[SceneItem]:
    """The items that are no part of the room."""
    return [item for item in items if not is_shell(item)]


def from_below(items: Sequence[SceneItem]) -> list[SceneItem]:
    """``items`` with what carries others of them before those: of a pile, the lowest first."""
    on = {i.id: i.on for i in items}

    def above(item: SceneItem) -> int:
        steps, at = 0, on.get(item.id)
        while at is not None and at in on and steps < len(on):
            steps, at = steps + 1, on[at]
        return steps

    return sorted(items, key=above)


def label_of(item: SceneItem) -> str:
    """An item's name without its number: "wooden chair" for "Wooden chair 2"."""
    return re.sub(r"[\s_-]*\d+$", "", item.name.lower().replace("-", " ").replace("_", " ")).strip()


def bare_label(item: SceneItem) -> str:
    """The label without its colour and material words: "chair"."""
    line = read(label_of(item))
    own = len(line) - len(item.noun.split())
    own = own if item.noun and line.part(max(0, own), len(line)).text == item.noun else len(line)
    kept: list[str] = []
    at = 0
    while at < len(line):
        if at >= own:  # "crystal ball" says no material
            kept += line.words[at:]
            break
        found = [f for f in (color_at(line, at), material_at(line, at)) if f is not None]
        length = max((f[1] for f in found), default=0)
        if length and at + length < len(line):
            at += length
            continue
        kept.append(line.at(at))
        at += 1
    return " ".join(kept) or item.noun or "thing"


def recipe_like(
    item: SceneItem, label: str, color: str | None, material: str | None, seed: int = 0
) -> Recipe:
    """A recipe for a thing of the item's kind and size (metres) with other looks."""
    width, height, depth = (min(500.0, max(0.005, side)) for side in item.size)
    size = (width, height, depth)
    posture = posture_of(item.size, item.noun)
    label = f"{posture} {label}" if posture and posture not in label else label
    return recipe_for(item.noun, label, size=size, color=color, material=material, seed=seed)


def item_of(wish: Wish) -> SceneItem:
    """A thing that is to be added, as later words may mean it; where it stands is not known."""
    recipe = wish.recipe
    return SceneItem(
        id=wish.id,
        name=wish.name,
        noun=recipe.noun,
        color=recipe.color,
        material=recipe.material,
        size=recipe.size,
    )


def with_article(label: str) -> str:
    """ "an armchair", "a sofa", "some books"."""
    last = label.split()[-1:]
    if last and singular(last[0]) != last[0]:
        return f"some {label}"
    return f"{'an' if label[:1] in _SOUNDS else 'a'} {label}"


def listed(parts: Sequence[str]) -> str:
    """ "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def contents(items: Sequence[SceneItem]) -> str:
    """What is there, for people: "a red sofa, 2 wooden chairs and a lamp"; "" for nothing."""
    counted = Counter(label_of(item) for item in things(items))
    named = [
        with_article(label) if count == 1 else f"{count} {plural(label)}"
        for label, count in counted.items()
    ]
    if len(named) > _MOST_NAMED:
        return f"{', '.join(named[:_MOST_NAMED])} and more"
    return listed(named)
