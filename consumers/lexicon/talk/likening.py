"""New things that shall look like what is there: "cushions on the sofa, same colour as the carpet".

What belongs here: the look named in a word, as a plain command. What does not: things that are
there already and shall look like others, which ``lexicon/edits/dressing`` reads.
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.commands import command_at
from consumers.lexicon.edits.dressing import color_of
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words.looks import color_at, color_word
from consumers.lexicon.words.tokens import Line, read
from schemas.edits import SceneItem

_SAME = re.compile(
    r"(?: ,)?(?: and)?(?: (?:in|of|with|all|both))* (?:(?:the|exactly the) same (?P<what>colou?r"
    r"|material)s?|same (?P<bare>colou?r|material)s?|the (?P<own>colou?r|material))"
    r" (?:as|like|of|that) (?=(?:the|my|our|that) )"
    r"|(?: ,)?(?: that| which)? (?:match|matches|matching) (?:the colou?r of )?"
    r"(?=(?:the|my|our|that) )"
)
_ADDS = frozenset({"add", "put"})


def likened(said: Line, finder: Finder) -> str:
    """ "put cushions on the sofa, same colour as the carpet" as "put red cushions on the sofa"; ""
    for any other words, and where the things are there already."""
    found = _SAME.search(said.text)
    command = command_at(said, 0)
    bare = command is None and said.at(0) in {"a", "an", "some", "two", "three", "four"}
    if found is None or not (bare or (command is not None and command[0] in _ADDS)):
        return ""
    model = phrase_at(said, len(said.text[: found.end()].split()))
    models = finder.find(model[0]) if model is not None else []
    begin = command[1] if command is not None else 0
    thing = phrase_at(Line(tuple(said.text[: found.start()].split())), begin)
    if (
        model is None
        or not models
        or thing is None
        or thing[0].definite
        or thing[0].pronoun
        or thing[0].looks
    ):
        return ""
    what = found["what"] or found["bare"] or found["own"] or "colour"
    word = models[0].material if what == "material" else _hue(models[0])
    if not word:
        return ""
    head = thing[1] - len(thing[0].head.split())
    rest = said.text[: found.start()].split()
    after = said.words[model[1] :]
    after = after[1:] if after[:1] in (("has",), ("is",), ("have",), ("are",)) else after
    told = (*said.words[:head], word, *rest[head:], *after)
    return " ".join(("add", *told) if bare else told)


def _hue(item: SceneItem) -> str:
    """Its colour as it was said, else by the nearest plain word."""
    name = read(item.name)
    color = color_of(item)
    for at in range(len(name)):
        said = color_at(name, at)
        if said is not None and said[0] == color:
            return name.span(at, at + said[1])
    return color_word(color)
