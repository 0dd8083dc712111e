"""Commands about a part of a thing: "make the legs of the stool black", "raise the table top".

A thing has one mesh and one look, so its parts can not be changed by themselves; what is asked of a
part must never become a change of the whole.

What belongs here: whether a command is about a part, and what to say of that. What does not: the
parts that a mesh names, which ``consumers/lexicon/talk/parts.py`` shows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.edits.commands import Clause
from consumers.lexicon.edits.items import is_shell, label_of
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

_OF_ALL = frozenset({
    "style", "design", "texture", "finish", "look", "detail", "pattern", "polish", "upholstery",
    "color", "colour", "surface", "corner", "edge", "front", "side", "end", "face", "page",
})  # fmt: skip
"""Parts that stand for the whole, or for a place at it."""
_PARTS = (wc.PARTS | {"top", "bottom", "inside", "back", "underside", "cushion", "pole"}) - _OF_ALL
_TOPS = frozenset({"top", "tops"})
_ON = re.compile(r"(?:on|for|of|at|under)(?= )")
_COMPARED = re.compile(r"(?:\w+er|more \w+|less \w+|new|different|other|another)$")


def of_a_part(clause: Clause, rest: Line, finder: Finder) -> str | None:
    """What to say of a command about a part of a thing; None for any other."""
    found = phrase_at(rest, 0)
    if found is None or clause.op in {"light", "undo"}:
        return None
    phrase, stop = found
    named = _named(rest, phrase, stop, finder)
    if named is None:
        return None
    part, wholes = named
    if any(label_of(i).split()[-1:] == [part] for i in finder.items):
        return None  # a thing of its own
    return _told(part, wholes)


def _named(
    rest: Line, phrase: Phrase, stop: int, finder: Finder
) -> tuple[str, Sequence[SceneItem]] | None:
    """The part that a phrase names, and the things it may be a part of."""
    if phrase.part in _PARTS and not phrase.pronoun:
        wholes = [i for i in finder.find(phrase) if not is_shell(i)]
        return (phrase.part, wholes) if wholes else None
    if phrase.definite and rest.at(stop) in _TOPS and rest.at(stop + 1) not in {"of", "to"}:
        wholes = finder.find(phrase)
        return ("top", wholes) if wholes else None
    words = phrase.label.split()
    part = singular(words[-1]) if words else ""
    part = "top" if part == "tabletop" else part
    if part not in _PARTS or phrase.pronoun:
        return None
    there = _ON.match(rest.span(stop, stop + 1) + " ")
    goal = phrase_at(rest, stop + 1) if there else None
    owners = finder.find(goal[0]) if goal and goal[0].definite else []
    if owners and _COMPARED.match(words[0]) and not phrase.definite:
        return part, owners  # "bigger wheels on the car"
    if not phrase.definite or finder.find(phrase):
        return None
    owner = phrase_at(Line(("the", *words[:-1])), 0) if len(words) > 1 else None
    wholes = finder.find(owner[0]) if owner is not None else finder.touched()
    return part, owners or wholes


def _told(part: str, wholes: Sequence[SceneItem]) -> str:
    name = plural(part) if part in {"leg", "wheel", "door", "drawer", "arm", "handle"} else part
    if not wholes:
        return f"Things are of one piece here: I can not change the {name} by itself."
    kind = label_of(wholes[0])
    whole = plural(kind) if len(wholes) > 1 else kind
    color = "green" if "blue" in kind.split() else "blue"
    return (
        f"I can change the {whole} only as a whole, not the {name} alone. Say for example: make the"
        f" {whole} {color}"
    )
