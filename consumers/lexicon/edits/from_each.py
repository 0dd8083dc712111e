"""So many from each: "two stools from each table", "take a chair from every desk".

What belongs here: which things stand at which, and so go. What does not: "the chair from the desk",
one thing at another (``selection``).
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.commands import Clause
from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.edits.outlines import gap
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from schemas.edits import SceneItem

_FROM = re.compile(r"(?:away )?(?:from|at|off|of|per|on)(?= (?:each|every)\b)")
_AWAY = re.compile(r"(?: (?:away|out|please|now|[.!]))*")
_NEAR = 1.5
"""Metres within which a thing is at another."""


def from_each(clause: Clause, finder: Finder) -> list[SceneItem] | None:
    """What goes from each of several things, nearest to it; None for other words."""
    if clause.op != "remove" and clause.verb not in {"take", "get"}:
        return None
    rest = clause.rest
    kind = phrase_at(rest, 0)
    found = rest.match(_FROM, kind[1]) if kind is not None else None
    host = phrase_at(rest, found[1]) if found is not None else None
    if kind is None or host is None or kind[0].pronoun or kind[0].definite:
        return None
    if not kind[0].counted and rest.at(0) not in {"a", "an"}:
        return None
    if _AWAY.fullmatch(f" {rest.part(host[1], len(rest)).text}".rstrip()) is None:
        return None
    hosts = [i for i in finder.every(host[0]) if not is_shell(i)]
    if not hosts:
        return None
    taken: list[SceneItem] = []
    for one in hosts:
        at = [i for i in finder.every(kind[0]) if i not in taken and is_at(i, one, hosts)]
        at.sort(key=lambda i: (-i.position.x, i.position.z))
        taken += at[: kind[0].count]
    return taken


def is_at(item: SceneItem, host: SceneItem, hosts: list[SceneItem]) -> bool:
    """Whether an item is on ``host``, or nearer to it than to the others."""
    if item.on is not None:
        return item.on == host.id
    nearest = min(hosts, key=lambda h: gap(item, h))
    return nearest is host and gap(item, host) <= _NEAR
