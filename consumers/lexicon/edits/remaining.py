"""What is left of several: "the rest", "the others", "everything else", "one more".

What belongs here: from such words and what was named to what was not. What does not: phrases with a
noun, which ``selection`` reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from consumers.lexicon.edits.items import is_shell, label_of, things
from consumers.lexicon.edits.references import Finder, kind_of
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

_REST = re.compile(
    r"(?:all )?(?:of )?(?:the )?(?:rest|remainder|remaining (?:ones|things|objects|items)"
    r"|others|other (?:things|objects|items|ones))(?: of them)?(?= |$)"
    r"|(?:everything|anything|all|whatever)(?: is)? else(?= |$)"
)
_ALIKE = re.compile(r"\b(?:others|other ones)\b")
_ONE_MORE = re.compile(r"(?:and )?(?:one|another|the (?:next|second|third|other))(?: one)?(?= )")


def one_more(
    line: Line, at: int, items: Sequence[SceneItem], finder: Finder
) -> tuple[SceneItem, int] | None:
    """ "(one chair red,) one blue": the next of the kind of ``items`` that was not named yet, and
    the index after the words for it; None for other words."""
    found = line.match(_ONE_MORE, at)
    if found is None or not items or attributes_at(line, found[1]) is None:
        return None
    kinds = {kind_of(i) for i in items}
    free = [i for i in finder.items if kind_of(i) in kinds and i.id not in finder.named]
    return (free[0], found[1]) if free else None


def the_rest(
    line: Line, at: int, finder: Finder, named_so_far: Sequence[SceneItem]
) -> tuple[list[SceneItem], int] | None:
    """ "the rest", "everything else", "all the others (of the chairs)": what was not named."""
    found = line.match(_REST, at)
    if found is None:
        return None
    named = {*finder.named, *(i.id for i in named_so_far)}
    named = named or (set() if finder.gone else set(finder.last))
    stop, pool = found[1], things(finder.items)
    last = [i for i in finder.items if i.id in (finder.named or finder.last)]
    if finder.gone and _ALIKE.search(found[0].group()):
        pool = [i for i in pool if kind_of(i) == finder.gone]
    elif last and _ALIKE.search(found[0].group()):
        pool = [i for i in finder.items if _same_kind(i, last[-1])]
    elif _of_one_kind(finder):
        pool = [i for i in pool if _same_kind(i, last[-1]) and _called(i) == _called(last[-1])]
    kind = phrase_at(line, stop + 1) if line.at(stop) == "of" else None
    if kind is not None:
        pool, stop = finder.fitting(loosened(kind[0])), kind[1]
    return [i for i in pool if i.id not in named], stop


def _of_one_kind(finder: Finder) -> bool:
    """Whether this request, or else the last change, named several of one kind, and not all."""
    named = finder.named or finder.last
    kinds = {kind_of(i) for i in finder.items if i.id in named}
    alike = [i.id for i in finder.items if kind_of(i) in kinds]
    return len(kinds) == 1 and 1 < len(named) < len(alike)


def _called(item: SceneItem) -> str:
    return label_of(item).split()[-1]


def _same_kind(item: SceneItem, other: SceneItem) -> bool:
    if is_shell(other):
        wall = "wall" in other.name.lower()
        return is_shell(item) and ("wall" in item.name.lower()) == wall
    return (item.noun or label_of(item)) == (other.noun or label_of(other))


def loosened(phrase: Phrase) -> Phrase:
    """The phrase as one about all such things."""
    return phrase if phrase.counted else replace(phrase, quantifier="all", plural=True)
