"""Things that shall give light themselves: "make the crystal ball glow purple".

What belongs here: which things, and in which colour. What does not: lamps that are switched on and
off, which are in ``lamps``.
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.commands import Clause
from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.words.looks import color_at
from schemas.edits import SceneItem
from schemas.model import HexColor

_SHINES = re.compile(
    r"(?:(?:should|shall|must|to|be|start|begin|needs|really|brightly|softly) )*(?:glow(?:s|ing)?"
    r"|shin(?:e|es|ing)(?! (?:on|at|onto|over)\b)|light(?:s)? up|give off light|emit(?:s)? light)"
    r"(?: (?:brightly|softly|gently|a little|a bit|in|with|a|an|all))*"
)
_END = re.compile(r"(?:(?:light|glow|colou?r|please|now|softly|brightly|from inside|[.!]) ?)*")
_A_GLOW = re.compile(r"(?:an? )?(?:(?:soft|bright|warm|gentle|faint|strong|little) )?")


def glowing(clause: Clause, finder: Finder) -> tuple[list[SceneItem], HexColor | None] | None:
    """The things that a clause wants to glow, and the colour of their light; None for others."""
    said = "glow" in clause.rest.words or _SHINES.search(clause.rest.text) is not None
    if clause.op not in {"make", "", "light"} or not said:
        return None
    verb = next((n for n in range(1, len(clause.rest)) if clause.rest.match(_SHINES, n)), None)
    named = clause.rest.part(0, verb) if verb is not None else clause.rest
    chosen = select(named, 0, finder, filtered=False, plain=True)
    if chosen is None or not chosen.definite or not chosen.items:
        return None
    items = [i for i in chosen.items if not is_shell(i)]
    tail = clause.rest.part(chosen.stop, len(clause.rest))
    shines = tail.match(_SHINES, 0)
    lead = shines or tail.match(_A_GLOW, 0)
    at = lead[1] if lead is not None else 0
    color = color_at(tail, at)
    at += color[1] if color is not None else 0
    rest = tail.span(at, len(tail))
    a_glow = shines is not None or "glow" in rest.split()
    if not items or not a_glow or _END.fullmatch(rest) is None:
        return None
    return items, color[0] if color is not None else None
