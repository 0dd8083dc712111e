"""What differs between two JSON documents, member by member. Pure.

Lists of things that have an id, a slot or a path are compared by it, so that one thing more or less
is one difference and not one in everything behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

NAMING = ("id", "slot")
"""Members that tell the things of a list from each other."""


class _Absent:
    def __repr__(self) -> str:
        return "(absent)"


ABSENT = _Absent()
"""What one of the two does not have."""


@dataclass(frozen=True, slots=True)
class Difference:
    """``path``: the member's place, as ``nodes[sofa].position.x``; what it is ``before`` and
    ``after``, either of which may be ``ABSENT``."""

    path: str
    before: Any
    after: Any


def differences(before: Any, after: Any, path: str = "") -> Iterator[Difference]:
    """Every member that is not the same in both, smallest parts first."""
    if isinstance(before, Mapping) and isinstance(after, Mapping) and not _is_leaf(before, after):
        yield from _members(before, after, path, ".{}")
    elif _is_list(before) and _is_list(after):
        ours, theirs = _named(before), _named(after)
        if ours is None or theirs is None:
            ours, theirs = dict(enumerate(before)), dict(enumerate(after))
        yield from _members(ours, theirs, path, "[{}]")
        yield from _order(list(ours), list(theirs), path)
    elif before != after or type(before) is not type(after):
        yield Difference(path, before, after)


def _members(
    before: Mapping[Any, Any], after: Mapping[Any, Any], path: str, form: str
) -> Iterator[Difference]:
    for key in {**before, **after}:
        place = (path + form.format(key)).removeprefix(".")
        ours, theirs = before.get(key, ABSENT), after.get(key, ABSENT)
        if ours is ABSENT or theirs is ABSENT:
            yield Difference(place, ours, theirs)
        else:
            yield from differences(ours, theirs, place)


def _order(before: list[Any], after: list[Any], path: str) -> Iterator[Difference]:
    """What both have and have in another order."""
    ours, theirs = [k for k in before if k in after], [k for k in after if k in before]
    if ours != theirs:
        yield Difference(f"{path} (order)", ours, theirs)


def _is_leaf(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """References to bytes differ as wholes."""
    return is_artifact(before) and is_artifact(after)


def is_artifact(value: Any) -> bool:
    """Whether ``value`` is the document of an ``ArtifactRef``."""
    return isinstance(value, Mapping) and set(value) == {"sha256", "size", "media_type"}


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _named(items: Sequence[Any]) -> dict[Any, Any] | None:
    """``items`` by what they are called; None when that does not tell them apart."""
    for name in NAMING:
        if items and all(isinstance(i, Mapping) and isinstance(i.get(name), str) for i in items):
            found = {item[name]: item for item in items}
            if len(found) == len(items):
                return found
    return {} if not items else None
