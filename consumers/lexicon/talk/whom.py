"""Whom "he", "her" and "them" mean: who was spoken of last and may be called so.

What does not belong here: asking back where it is not plain, which is in ``paraphrasing``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from consumers.lexicon.edits.items import label_of
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.sentences.fronts import is_somebody
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.tokens import read
from schemas.edits import SceneItem
from schemas.ids import NodeId

_FEMALE = re.compile(
    r"(?:\w*woman|\w*lady|\w*girl|\w*maid|\w*mother|\w*wife|\w{2,}ess|queen|witch|bride|mum|mom|mama"
    r"|mommy|mummy|aunt|auntie|sister|daughter|granny|grandma|nana|niece|nun|widow|heroine|ballerina"
    r"|diva|fairy|mermaid|doll|hen|mare)$"
)
_MALE = re.compile(
    r"(?:(?!\w*woman$)\w*man|\w*boy|\w*father|(?:grand|step)?son|lord|king|prince|groom|bridegroom|dad|daddy|papa"
    r"|uncle|brother|grandpa|grandad|granddad|nephew|husband|wizard|knight|monk|waiter|guy|bloke|lad"
    r"|gentleman|santa|sir|emperor|duke|bull|stallion)$"
)
_FEMININE = frozenset({"she", "her", "hers", "herself"})
_MASCULINE = frozenset({"he", "him", "his", "himself"})


def whom(finder: Finder, word: str = "", besides: Collection[NodeId] = ()) -> list[SceneItem]:
    """Whom ``word`` ("he", "her"; "" for any) means: who was touched last, the only one there, or
    who was spoken of before; people before animals. ``besides``: who is not meant."""
    alive = [i for i in living(finder) if i.id not in besides and may_be(word, i)]
    people = [i for i in alive if (row := noun_row(i.noun)) and row.category == "person"]
    last = [i for n in reversed(finder.last) for i in alive if i.id == n]
    first = [i for i in last if i in people] or (people if len(people) == 1 else last)
    only: list[SceneItem] = next((some for some in (people, alive) if len(some) == 1), [])
    heard = [i for n in reversed(finder.heard) for i in people or alive if i.id == n]
    return first[:1] or only or heard[:1]


def all_of_them(finder: Finder, besides: Collection[NodeId] = ()) -> list[SceneItem]:
    """Whom "they" means: those touched last, or the people of the scene, or whoever lives there."""
    alive = [i for i in living(finder) if i.id not in besides]
    last = [i for i in alive if i.id in finder.last]
    people = [i for i in alive if (row := noun_row(i.noun)) and row.category == "person"]
    return last if len(last) > 1 else people or alive


def spoken_of(items: Sequence[SceneItem], said: Iterable[str]) -> tuple[NodeId, ...]:
    """Who of the scene the words of earlier turns name, the latest last."""
    alive = [i for i in items if is_somebody(i.noun, label_of(i))]
    found: dict[NodeId, None] = {}
    for words in said:
        line = f" {read(words).text} "
        for item in alive:
            own, kind = f" {item.name.lower()} ", f" {label_of(item)} "
            alone = sum(label_of(i) == label_of(item) for i in alive) == 1
            if own in line or (alone and kind in line):
                found.pop(item.id, None)
                found[item.id] = None
    return tuple(found)


def living(finder: Finder) -> list[SceneItem]:
    """Who is there: people, animals, and what looks like somebody."""
    return [i for i in finder.items if is_somebody(i.noun, label_of(i))]


def may_be(word: str, item: SceneItem) -> bool:
    """Whether an item may be called ``word``: a lady is no "he"."""
    named = label_of(item).split()[-1:] + item.noun.split()[-1:]
    if word in _FEMININE:
        return not any(_MALE.match(name) for name in named)
    if word in _MASCULINE:
        return not any(_FEMALE.match(name) for name in named)
    return True
