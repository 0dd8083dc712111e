"""Questions that are put as orders: "give me the bounding box of the chest", "print its position".

Developers ask a scene so. What belongs here: such an order as the question that it is. What does
not: the answer, which the other modules here give.
"""

from __future__ import annotations

import re

_ORDER = re.compile(
    r"^\s*(?:(?:please|now|ok(?:ay)?|and|then|can you|could you|would you),?\s+)*"
    r"(?:give|tell|show|print|get|return|read out|report|log|output|dump|fetch|state|name)"
    r"(?:\s+(?:me|us|out))?\s+(?P<whose>the|its|their)\s+(?:exact |current |world |local |total )?"
    r"(?P<what>bounding box(?:es)?|bounds|aabb|extents?|dimensions?|measurements|size|scale"
    r"|positions?|coordinates?|location|transform|rotation|orientation|height|width|depth|length"
    r"|colou?r|material|distance|number|count)\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_BOUNDS = re.compile(
    r"bounding box(?:es)?|bounds|aabb|extents?|dimensions?|measurements|scale", re.I
)
_WHAT_BOUNDS = re.compile(
    r"^(\s*what(?:'s| is| are) (?:the )?)(?:bounding box(?:es)?|bounds|aabb|extents?)\b", re.I
)


def as_question(said: str) -> str:
    """``said`` as a question, where it orders a fact of the scene to be told; else as it is."""
    found = _ORDER.match(said)
    if found is None:
        return _WHAT_BOUNDS.sub(r"\g<1>dimensions", said)
    what, rest = found["what"], found["rest"].rstrip(" .!?")
    if _BOUNDS.fullmatch(what):
        what = "dimensions"
    if what.lower() in {"number", "count"}:
        return f"how many{re.sub(r'^ of(?: the| all)?', '', rest)} are there?"
    if what.lower() == "distance":
        return f"what is the distance{rest}?"
    verb = "are" if what.endswith("s") else "is"
    return f"what {verb} {found['whose'].lower()} {what}{rest}?"
