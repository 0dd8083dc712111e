"""Commands as people say them who build levels: places in numbers, rotations that are set, parents.

What belongs here: such clauses as plain commands. What does not: numbers as words, which are in
``words/coordinates``.
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.commands import Clause
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.words.coordinates import AXES
from consumers.lexicon.words.quantities import number_value
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

_PLACE = re.compile(r"(?:the )?(?:position|location|coordinates?|coords|transform) of(?= )")
_PLACE_AFTER = re.compile(r"(?:'s )?(?:position|location|coordinates?|coords|transform)(?= )")
_TURN = re.compile(r"(?:the )?(?:rotation|orientation|yaw|angle|heading)s?(?: y)? of(?= )")
_TURN_AFTER = re.compile(
    r"(?:'s )?(?:rotation|orientation|yaw|angle|heading)s?(?: y)?(?= (?:to|by) )"
)
_TO_ANGLE = re.compile(r"to (?P<minus>minus )?(?P<angle>\d+(?:\.\d+)?)(?: degrees?)?[ .!]*$")
_PARENT = re.compile(r"(?:to|onto|under|with|a child of|the child of)(?= )")
_PARENTED = frozenset({"parent", "attach", "reparent"})
_SETTING = frozenset({"put", "make", "move", "rotate", ""})


def from_level(clause: Clause, finder: Finder) -> Clause | None:
    """``clause`` as a plain command, where it is said so; None for others."""
    return _placed(clause) or _parented(clause, finder)


def _placed(clause: Clause) -> Clause | None:
    """ "set the position of the barrel to x=2" as "move the barrel to x=2"."""
    if clause.op not in _SETTING or not any(axis in clause.rest.words for axis in AXES):
        return None
    rest = _without(clause.rest, _PLACE, _PLACE_AFTER)
    return (
        None
        if clause.op == "move" and rest is None
        else Clause("move", "move", rest or clause.rest)
    )


def _parented(clause: Clause, finder: Finder) -> Clause | None:
    """ "parent the lamp to the table": what carries a thing is its parent."""
    if clause.op or clause.rest.at(0) not in _PARENTED:
        return None
    chosen = select(clause.rest, 1, finder, filtered=False)
    to = clause.rest.match(_PARENT, chosen.stop) if chosen and chosen.items else None
    if chosen is None or to is None:
        return None
    words = (*clause.rest.words[1 : chosen.stop], "on", *clause.rest.words[to[1] :])
    return Clause("put", "put", Line(words))


def angle_set(rest: Line, finder: Finder) -> tuple[list[SceneItem], float] | None:
    """ "(set) the rotation of the lamp to 90": the things, and the yaw that each shall have, in
    degrees clockwise from above; None for others."""
    plain = _without(rest, _TURN, _TURN_AFTER)
    chosen = select(plain, 0, finder, filtered=False, plain=True) if plain is not None else None
    if plain is None or chosen is None or not chosen.items:
        return None
    to = _TO_ANGLE.fullmatch(plain.part(chosen.stop, len(plain)).text)
    if to is None:
        return None
    degrees = number_value(to["angle"]) or 0.0
    return chosen.items, -degrees if to["minus"] else degrees


def _without(rest: Line, before: re.Pattern[str], after: re.Pattern[str]) -> Line | None:
    """``rest`` without such an aspect before or after the thing that it is of; None without one."""
    first = rest.match(before, 0)
    if first is not None:
        return rest.part(first[1], len(rest))
    for at in range(1, len(rest)):
        found = rest.match(after, at)
        if found is not None and rest.at(at - 1) not in {"the", "same", "a"}:
            owner = {"its": "it", "their": "them"}.get(rest.at(at - 1), rest.at(at - 1))
            return Line((*rest.words[: at - 1], owner, *rest.words[found[1] :]))
    return None
