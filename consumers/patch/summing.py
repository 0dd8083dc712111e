"""What was done, in few words: things that the same was done to are named together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from consumers.lexicon.edits.items import with_article
from consumers.lexicon.words.plurals import plural
from schemas.decomposition import Relation
from schemas.decomposition import RelationKind as Kind
from schemas.ids import NodeId

MOST_NAMED = 4
"""Things that are named one by one; more are counted by what they are."""

_VERBS = re.compile(r"(added|made|moved|turned|tilted|coloured|put|brought|replaced|changed) ")
_DONE = re.compile(rf"{_VERBS.pattern}|(?:removed|switched|swapped) ")
_OTHERS = re.compile(r" with an? ([^,]+)$")
_NUMBER = re.compile(r"\s+\d+$")
_WHERE: dict[Kind, str] = {
    Kind.ON: "on",
    Kind.IN: "in",
    Kind.UNDER: "under",
    Kind.ABOVE: "above",
    Kind.NEXT_TO: "next to",
    Kind.NEAR: "near",
    Kind.LEFT_OF: "to the left of",
    Kind.RIGHT_OF: "to the right of",
    Kind.IN_FRONT_OF: "in front of",
    Kind.BEHIND: "behind",
    Kind.BETWEEN: "between",
    Kind.AROUND: "around",
    Kind.OPPOSITE: "opposite",
    Kind.AGAINST_WALL: "against",
    Kind.ON_WALL: "on",
}
_IN_PLACE: dict[Kind, str] = {
    Kind.AGAINST_WALL: " against a wall",
    Kind.ON_WALL: " on a wall",
    Kind.IN_CORNER: " in a corner",
    Kind.IN_CENTER: " in the middle",
    Kind.HANGING_FROM: " hanging from the ceiling",
}
"""Relations to the room."""


def summary(told: Sequence[str], names: Collection[str]) -> str:
    """``told`` as a sentence; ``names``: of the things that it may be about."""
    done: dict[tuple[str, str], list[str]] = {}
    for text in told:
        verb = _VERBS.match(text)
        name = _name(text[verb.end() :], names) if verb else ""
        start = verb.group() if verb and name else text
        end = text[len(start) + len(name) :] if name else ""
        done.setdefault((start, end), []).append(name)
    parts = []
    for (start, end), named in done.items():
        who = [*dict.fromkeys(name for name in named if name)]
        if start == "replaced " and len(who) > 1:
            end = _OTHERS.sub(lambda found: f" with {plural(found[1])}", end)
        parts.append(f"{start}{_new(who) if start == 'added ' else listed(who)}{end}")
    text = _joined(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else "Nothing was changed."


def reasons(unmet: Sequence[str]) -> str:
    """Why nothing could be done, a sentence each."""
    told = (reason.strip() for reason in dict.fromkeys(unmet))
    return " ".join(
        f"{t[:1].upper()}{t[1:]}{'' if t.endswith(('.', '!', '?')) else '.'}" for t in told
    )


def the(name: str) -> str:
    """A thing of the scene as people call it: "the lamp", "chair 2", "the back wall"."""
    if _NUMBER.search(name):
        return name
    return f"the {name.lower() if name.istitle() else name}"


def bare(name: str) -> str:
    """What a thing is, without its number: "blue chair" of "blue chair 2"."""
    return _NUMBER.sub("", name)


def one(label: str) -> str:
    """A thing that is new: "a lamp", "an armchair", "some books"."""
    return with_article(label)


def listed(names: Sequence[str]) -> str:
    """Things as people list them: "the chair and the lamp"; of many, how many there are of what."""
    if len(names) <= MOST_NAMED:
        return _and([the(name) for name in names])
    kinds = Counter(_NUMBER.sub("", name) for name in names)
    return _and([the(k) if many == 1 else f"{many} {plural(k)}" for k, many in kinds.items()])


def where(relations: Sequence[Relation], node: NodeId, names: Mapping[NodeId, str]) -> str:
    """Where a new thing is, as the wish had it: " on the sofa"; "" where it said nothing of that.

    ``relations``: those that were kept. ``names``: of the scene's things and of new ones.
    """
    for relation in relations:
        known = [names[n] for n in relation.targets if n in names]
        if relation.subject != node or len(known) < len(relation.targets):
            continue
        if known and relation.kind in _WHERE:
            return f" {_WHERE[relation.kind]} {listed(known)}"
        if not known and relation.kind in _IN_PLACE:
            return _IN_PLACE[relation.kind]
    return ""


def _new(names: Sequence[str]) -> str:
    """New things, equal ones counted: "2 chairs and a lamp"."""
    kinds = Counter(_NUMBER.sub("", name) for name in names)
    return _and([one(k) if many == 1 else f"{many} {plural(k)}" for k, many in kinds.items()])


def _joined(parts: Sequence[str]) -> str:
    """Deeds in one sentence; with "and" where none of them has its own."""
    plain = all(_DONE.match(p) and " and " not in p and "," not in p for p in parts)
    if not plain or len(parts) < 2:
        return "; ".join(parts)
    short = list(parts[:1])
    for before, part in pairwise(parts):
        verb = part.partition(" ")[0]
        same = before.startswith(f"{verb} ") and verb in ("added", "removed", "coloured")
        short.append(part[len(verb) + 1 :] if same else part)
    return _and(short)


def _and(parts: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def _name(text: str, names: Collection[str]) -> str:
    """The longest of ``names`` that ``text`` begins with."""
    found = [n for n in names if n.strip() and (text == n or text.startswith(f"{n} "))]
    return max(found, key=len, default="")
