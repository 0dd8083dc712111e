"""Lines of "key: value" that people fill in: "Room: office", "Desk: 1, by the window", "Chairs: 2".

What belongs here: such lines as the words that say the same. What does not: any meaning; headings
with a list after them ("On the table: a lamp") are read as they are.
"""

from __future__ import annotations

import re

_LINE = re.compile(
    r"(?m)^[ \t]*(?P<key>[^\W\d_]+(?:[ '-][^\W\d_]+){0,2})[ \t]*[:=][ \t]*(?P<value>[^\n]+?)[ \t]*$"
)
_WHERE = frozenset({
    "room", "setting", "scene", "location", "place", "environment", "where", "room type", "type",
    "space", "area",
})  # fmt: skip
"""Keys whose value is where everything is."""
_NUMBER = (
    r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple|a few|several"
)
_COUNTED = re.compile(
    rf"(?P<number>{_NUMBER})(?:\s*(?:x|pcs|pieces))?(?P<rest>\s*(?:[,(;-]|(?:in|on|at|by|next|near"
    r"|under|against|around|along|behind|between|facing|opposite|above|with)\b).*)?\.?"
)
_NONE = frozenset({"none", "no", "0", "zero", "nope"})
_FEWEST = 2
"""Lines that make a sheet; a single one is a heading."""
_LEADING = frozenset({
    "on", "in", "under", "above", "near", "behind", "next", "left", "right", "with", "at", "by",
    "the", "a", "an",
})  # fmt: skip


def filled_in(text: str) -> str:
    """``text`` (lower case) with the lines of a sheet said in words."""
    if len(_LINE.findall(text)) < _FEWEST:
        return text
    return _LINE.sub(_said, text)


def _said(found: re.Match[str]) -> str:
    key, value = found["key"], found["value"].rstrip(".")
    if key in _WHERE:
        return value
    if key.split()[0] in _LEADING:
        return found[0]
    if value in _NONE:
        return f"no {key}"
    counted = _COUNTED.fullmatch(value)
    if counted is None:
        return found[0]
    rest = (counted["rest"] or "").strip().lstrip(",;-").strip()
    rest = rest.removeprefix("(").removesuffix(")") if rest.startswith("(") else rest
    return f"{counted['number']} {key} {rest}".rstrip()
