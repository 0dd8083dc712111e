"""Whether the words of a request vouch for what a plan would do: a change that they do not is none.

The readers of commands read what they know and may pass over a word that changes all of it: "swap
the first and the last table" is no deed to a phone. So what a plan touches has to be named by a
word, and what it makes has to be asked for; else nothing is done, and that is said. A wrong change
costs more than a question. What does not belong here: reading, which every reader does for itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from consumers.lexicon.edits.escorts import held_by_stand
from consumers.lexicon.edits.items import is_shell, label_of
from consumers.lexicon.words.gazetteer import is_kind_of, noun_at, noun_row
from consumers.lexicon.words.measures import SIZE_WORDS
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.quantities import ORDINALS
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import Wish
from schemas.edits import Add, Arrange, Edit, Move, Remove, Replace, Resize, Rotate, SceneItem
from schemas.ids import NodeId

_POINTING = frozenset({
    "it", "its", "itself", "them", "they", "their", "this", "that", "these", "those", "one", "ones",
    "everything", "all", "everyone", "everybody", "anything", "rest", "others", "other", "another",
    "both", "same", "him", "her", "his", "hers", "he", "she", "who", "whatever", "which", "thing",
    "things", "object", "objects", "stuff", "furniture", "item", "items", "group", "set", "pair",
    "row", "circle", "stack", "pile", "grid", "lot", "whole", "nothing",
})  # fmt: skip
"""Words that may mean any thing that is there."""

_CLEARING = frozenset({"clear", "empty", "clean", "tidy", "wipe", "unload", "strip", "bare"})
"""What is done to a thing by taking what is on it."""

_ADDING = re.compile(
    r"\b(?:add(?:s|ed|ing)?|put|place|give|needs?|wants?|wanted|more|another|extra|additional|new"
    r"|create|make|build|bring|get|set|hang|insert|spawn|have|has|lay|install|plant|park|leave"
    r"|include|throw|drop|stick|stand|like|love|let|there|with|instead|replace|swap|change|turn"
    r"|duplicate|copy|clone|double|twice|second|third|plus|fill|cover|surround|line|stack|pop|draw"
    r"|show|display|attach|mount|scatter|sprinkle|serve|switch|trade|exchange|missing|lacks?|wears?"
    r"|holds?|carry|carries|belongs?|goes|comes?|must|shall|should|are|enough|an?|some|few|several|couple"
    r"|at least|as many|same number|in total|in all|altogether|exactly|triple|increase|raise)\b"
    r"|\b(?:on|in|at|per|for|under|behind|beside|to) (?:each|every)\b"
    r"|[+&]|: (?:only |just |exactly )*(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve)"
)
"""Words one of which asks for more of what is there already."""

_MAKING = re.compile(
    r"\b(?:add|put|place|create|make|build|bring|spawn|insert|give|get|need|want|like|have|hang|set"
    r"|replace|swap|change|turn|with|into|for|as|by|to)\b"
)
_BEFORE_NEW = frozenset({
    "a", "an", "some", "another", "one", "more", "new", "extra", "several", "few", "many", "my",
    "our", "your", "his", "her", "their", "the", "of", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "twelve", "dozen", "couple", "add", "put", "place", "create",
    "make", "build", "bring", "spawn", "insert", "give", "get", "need", "want", "like", "with",
    "into", "for", "as", "by", "to", "replace", "hang", "set",
})  # fmt: skip
"""Words right before the name of a thing that nobody has heard of."""

_SHOWN = 6


def unvouched(
    line: Line, edits: Sequence[Edit], items: Sequence[SceneItem], last: Collection[NodeId]
) -> str | None:
    """Why nothing of ``edits`` is done, which ``line`` was read as; None where its words vouch for
    all of them. ``last``: what was touched before, which needs no name."""
    words = {*line.words, *(singular(word) for word in line.words)}
    nouns = _nouns(line)
    present = {item.id: item for item in items if not is_shell(item)}
    if nouns and not words & _POINTING:
        for node in _touched(edits):
            item = present.get(node)
            if item is None or node in last or _is_named(item, words, nouns):
                continue
            if any(_is_named(i, words, nouns) for i in held_by_stand(item, present.values())):
                continue  # "bring the camera closer": its tripod
            carrier = present.get(item.on) if item.on is not None and words & _CLEARING else None
            if carrier is None or not _is_named(carrier, words, nouns):  # "clear the table"
                return _told(present.values())
    for wish in _made(edits):
        strange = _why_not_made(wish, line, present.values())
        if strange is not None:
            return strange
    return None


def _touched(edits: Sequence[Edit]) -> Iterator[NodeId]:
    for edit in edits:
        match edit:
            case Remove(nodes=nodes) | Arrange(nodes=nodes):
                yield from nodes
            case Move(node=node) | Rotate(node=node) | Resize(node=node) | Replace(node=node):
                yield node


def _made(edits: Sequence[Edit]) -> Iterator[Wish]:
    for edit in edits:
        if isinstance(edit, Add):
            yield from edit.wishes


def _nouns(line: Line) -> set[str]:
    """The nouns of the table that the words name."""
    found = (noun_at(line, at) for at in range(len(line)))
    return {f.noun for f in found if f is not None and f.noun}


def _is_named(item: SceneItem, words: Collection[str], nouns: Collection[str]) -> bool:
    """Whether a word is one of the item's name, or names its kind or a wider one."""
    own = label_of(item).split()
    if any(word in words or singular(word) in words for word in own):
        return True
    row = noun_row(item.noun)
    if row is not None and {row.category, f"{row.category}s", *row.synonyms} & {*words}:
        return True
    return any(noun == item.noun or is_kind_of(item.noun, noun) for noun in nouns)


def _why_not_made(wish: Wish, line: Line, present: Collection[SceneItem]) -> str | None:
    """Why nobody asked for a new thing: more of what is there needs a word that asks for more; what
    no table knows needs one that introduces it."""
    recipe = wish.recipe
    if recipe.known:
        alike = sum(item.noun == recipe.noun for item in present)
        is_next = any(ORDINALS.get(word) == alike + 1 for word in line.words)  # "fourth crate"
        if not alike or is_next or recipe.noun not in _nouns(line) or _ADDING.search(line.text):
            return None
        return (
            f"I am not sure what you want of the {recipe.label}, so I changed nothing."
            f' Say "add {recipe.label}" for more of what is there.'
        )
    first = recipe.label.split()[0] if recipe.label else ""
    places = [at for at, word in enumerate(line.words) if word in (first, f"{first}s")]
    listed = {",", "and"} if _MAKING.search(line.text) else set[str]()
    for at in places:
        before = line.at(at - 1)
        if before in _BEFORE_NEW or before in listed or before.isdigit() or before in SIZE_WORDS:
            return None
    if not places:
        return None
    return (
        f'I know nothing called "{recipe.label}" here, so I changed nothing.'
        f' Say "add a {recipe.label}" for a new thing.'
    )


def _told(present: Collection[SceneItem]) -> str:
    names = list(dict.fromkeys(label_of(item) for item in present))[:_SHOWN]
    return (
        "I am not sure which things you mean, so I changed nothing."
        f" Call them as the scene does: {', '.join(names)}."
    )
