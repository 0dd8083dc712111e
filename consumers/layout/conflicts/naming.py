"""Names of several things in a sentence: equal ones are counted, the others listed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from consumers.layout.space.traits import Item
from consumers.lexicon.words.plurals import plural
from schemas.ids import NodeId

MOST_NAMED = 6

NUMBER = re.compile(r"^(.*\D) (\d+)$")


def numbered(name: str) -> tuple[str, int | None]:
    """ "chair 2" -> ("chair", 2)."""
    found = NUMBER.match(name)
    return (found[1], int(found[2])) if found else (name, None)


def named(nodes: Sequence[NodeId], items: Mapping[NodeId, Item], *, sizes: bool = False) -> str:
    """ "the 3 chairs, the sofa and the lamp". ``sizes``: with their widths in metres."""
    groups: dict[str, list[Item]] = {}
    for node in dict.fromkeys(nodes):
        groups.setdefault(items[node].slot, []).append(items[node])
    names = [_group(members, sizes) for members in groups.values()]
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} other things"]
    return joined(names)


def the(name: str) -> str:
    """ "the lamp"; numbered things go by their names: "chair 2"."""
    return name if NUMBER.match(name) else f"the {name}"


def _group(members: Sequence[Item], sizes: bool) -> str:
    first = members[0]
    if len(members) == 1:
        name = the(first.name)
    else:
        name = f"the {len(members)} {plural(numbered(first.name)[0])}"
    return f"{name} ({first.size[0]:.1f} x {first.size[2]:.1f} m)" if sizes else name


def joined(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
