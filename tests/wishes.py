"""Scenes in shorthand, for tests: "2*chair, bed:2x0.6x2.1" and "chair1 left_of bed; chair2 on bed".

A thing is a noun of the table, which is also its id (with underscores), or ``id=noun``; ``3*noun``
makes three, numbered; ``:WxHxD`` says its size in metres. ``chair*`` stands for all chairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from consumers.lexicon.words.nouns import noun_table
from schemas.decomposition import Decomposition, Relation, RelationKind, Setting, Wish
from schemas.ids import NodeId
from schemas.recipe import Recipe


def scene(things: str, related: str = "", **setting: object) -> Decomposition:
    """The decomposition that the shorthand stands for."""
    wishes = tuple(w for part in things.split(",") for w in _wishes(part.strip()))
    relations = tuple(
        relation for part in related.split(";") if part.strip() for relation in _said(part, wishes)
    )
    return Decomposition(
        name="scene",
        setting=Setting.model_validate(setting),
        wishes=wishes,
        relations=relations,
    )


def told(relation: Relation) -> str:
    """A relation in shorthand."""
    targets = ",".join(relation.targets)
    return f"{relation.subject} {relation.kind.value} {targets}".strip()


def _wishes(part: str) -> Iterator[Wish]:
    name, _, spec = part.partition("=")
    many, _, base = name.rpartition("*")
    base, _, size = base.partition(":") if not spec else (base, "", spec.partition(":")[2])
    noun = spec.partition(":")[0] or base
    for n in range(int(many or 1)):
        number = f"{n + 1}" if many else ""
        yield _wish(base.replace(" ", "_"), number, noun, size)


def _wish(base: str, number: str, noun: str, size: str) -> Wish:
    wide, high, deep = map(float, size.split("x")) if size else noun_table()[noun].size
    return Wish(
        id=NodeId(base + number),
        name=f"{base.replace('_', ' ')} {number}".strip(),
        slot=base,
        recipe=Recipe(noun=noun, label=noun, size=(wide, high, deep)),
        prompt=noun,
    )


def _said(part: str, wishes: tuple[Wish, ...]) -> Iterator[Relation]:
    subject, kind, *rest = part.split()
    targets = tuple(NodeId(t) for t in rest[0].split(",")) if rest else ()
    alike = re.fullmatch(r"(.+)\*", subject)
    subjects = [w.id for w in wishes if alike and w.slot == alike[1]] or [NodeId(subject)]
    for one in subjects:
        yield Relation(kind=RelationKind(kind), subject=one, targets=targets)
