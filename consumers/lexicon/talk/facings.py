"""What faces what: "do the chairs face the table?", "what does the sofa face?".

What does not belong here: where things are, which is in ``locating``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.edits.items import label_of
from consumers.lexicon.talk import facts
from consumers.lexicon.talk.asking import Asked, begun, none_of, the
from schemas.edits import SceneItem

_FACE = re.compile(r"\b(?:face|faces|facing|look|looks|looking|point|points|pointing|turned)\b")
_EACH_OTHER = re.compile(r"\b(?:each other|one another|eachother)\b")
_DOES = re.compile(r"\b(?:does|do|is|are)\b")
_TOWARDS = frozenset({"at", "to", "towards", "toward"})
_POLAR = re.compile(r"(?:is|are|does|do|has|have|can|will|did)\b")


def facing(asked: Asked) -> str | None:
    """ "do the chairs face the table?", "what does the sofa face?" """
    found = _FACE.search(asked.text)
    if found is None:
        return None
    doing = _DOES.search(asked.text)
    named = asked.subject(asked.word(doing.end()) if doing else 1)
    if named is None or (named[0].pronoun and not named[1]):
        return None
    phrase, fitting, stop = named
    if not fitting:
        return none_of(phrase, asked.items)
    while asked.line.at(stop) in {"and", ","} and (more := asked.named(stop + 1)) is not None:
        if not more[1]:
            return none_of(more[0], asked.items)
        fitting, stop = [*fitting, *more[1]], more[2]
    at = asked.word(found.start()) + 1
    if _EACH_OTHER.search(asked.text):
        return _mutual(fitting) if _POLAR.match(asked.text) else None
    while asked.line.at(at) in _TOWARDS:
        at += 1
    goal = asked.named(at) if at < len(asked.line) else None
    if goal is None:
        seen = facts.looked_at(fitting[0], asked.items)
        whom = the([seen]) if seen else "nothing that is there"
        return f"{begun(the(fitting[:1]))} faces {whom}."
    if not goal[1]:
        return none_of(goal[0], asked.items)
    if not _POLAR.match(asked.text):
        return None
    denied = "not" in asked.line.words
    return _turned_away(fitting, goal[1]) if denied else _faced(fitting, goal[1])


def _turned_away(items: Sequence[SceneItem], targets: Sequence[SceneItem]) -> str:
    """ "is any chair not facing the table?": those that do not."""
    away = [i for i in items if not any(facts.faces(i, t) for t in targets if t.id != i.id)]
    if not away:
        return f"No, {the(items)} {'faces' if len(items) == 1 else 'face'} {the(targets)}."
    return f"Yes, {the(away)} {'does' if len(away) == 1 else 'do'} not face {the(targets)}."


def _mutual(items: Sequence[SceneItem]) -> str:
    """Whether two face each other, or each of more faces another of them."""
    if len(items) < 2:
        return "There is only one."
    faced = [i for i in items if any(facts.faces(i, o) for o in items if o.id != i.id)]
    if len(faced) == len(items):
        return f"Yes, {the(items)} face each other."
    if not faced:
        return f"No, {the(items)} do not face each other."
    verb = "does" if len(items) - len(faced) == 1 else "do"
    turned = [i for i in items if i not in faced]
    face = "faces" if len(faced) == 1 else "face"
    return f"No: {the(faced)} {face} the other, {the(turned)} {verb} not."


def _faced(items: Sequence[SceneItem], targets: Sequence[SceneItem]) -> str:
    do = [i for i in items if any(facts.faces(i, t) for t in targets if t.id != i.id)]
    verb = "faces" if len(items) == 1 else "face"
    if len(do) == len(items):
        return f"Yes, {the(items)} {verb} {the(targets)}."
    if not do:
        negated = "does not face" if len(items) == 1 else "do not face"
        return f"No, {the(items)} {negated} {the(targets)}."
    if len({label_of(i) for i in items}) == len(items):  # each has a name of its own
        return f"No, only {the(do)} {'faces' if len(do) == 1 else 'face'} {the(targets)}."
    return f"{len(do)} of {the(items)} {'faces' if len(do) == 1 else 'face'} {the(targets)}."
