"""The account of what a layout could not do: every failure with the conflict it is a member of.

Failures of one kind (ten sofas, thirty vases on a table) are one conflict and one sentence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, islice

from pydantic import JsonValue

from consumers.layout.conflicts.conflicts import Explainer
from consumers.layout.conflicts.limits import Case
from consumers.layout.conflicts.reasons import alike, reason
from consumers.layout.model import Conflict, Unmet
from consumers.layout.search.goals import Plan
from schemas.decomposition import Relation
from schemas.ids import NodeId


def unmet_of(
    case: Case,
    plan: Plan,
    unplaced: Sequence[NodeId],
    missed: Sequence[Relation],
    settled: Sequence[Conflict] = (),
) -> tuple[Unmet, ...]:
    """What was not met: things without a place, relations, and what was ``settled`` before."""
    explainer = Explainer(case, plan)
    left_out = list(_without_place(explainer, unplaced))
    gone = set(unplaced)
    orphans = [r for r in missed if gone & {r.subject, *r.targets}]
    others = [r for r in missed if not any(r is o for o in orphans)]
    found = [*left_out, *settled_together(settled, case), *_broken(explainer, others)]
    told = [(conflict, reason(conflict, case)) for conflict in found]
    unmet = [Unmet(None, why, n, c) for c, why in told for n in c.left_out]
    unmet += [Unmet(r, why, r.subject, c) for c, why in told for r in c.given_up]
    unmet += [_orphaned(r, told) for r in orphans]
    return tuple(unmet)


def _orphaned(relation: Relation, told: Sequence[tuple[Conflict, str]]) -> Unmet:
    """A relation to a thing that was left out falls with it, for the same reason."""
    named = {relation.subject, *relation.targets}
    conflict, why = next(pair for pair in told if named & set(pair[0].left_out))
    return Unmet(relation, why, relation.subject, conflict)


def _without_place(explainer: Explainer, unplaced: Iterable[NodeId]) -> Iterable[Conflict]:
    """A conflict for each kind of thing that has no place."""
    items = explainer.case.items
    groups: dict[tuple[str, tuple[float, ...]], list[NodeId]] = {}
    for node in unplaced:
        groups.setdefault((items[node].slot, items[node].size), []).append(node)
    for nodes in groups.values():
        conflict = explainer.of_thing(nodes[0])
        yield replace(conflict, left_out=tuple(nodes))


def _broken(explainer: Explainer, missed: Iterable[Relation]) -> Iterable[Conflict]:
    """A conflict for each group of relations that say the same of equal things."""
    groups: list[list[Relation]] = []
    for relation in missed:
        same = next((g for g in groups if alike(g[0], relation, explainer.case.items)), None)
        if same is None:
            groups.append([relation])
        else:
            same.append(relation)
    for group in groups:
        conflict = explainer.of_relation(group[0])
        yield replace(conflict, given_up=tuple(group))


def settled_together(settled: Sequence[Conflict], case: Case) -> list[Conflict]:
    """Conflicts with the same cause over like relations as one, that gives all of them up."""
    found: list[Conflict] = []
    for conflict in settled:
        for at, known in enumerate(found):
            if known.cause is conflict.cause and _same(known, conflict, case):
                found[at] = replace(known, given_up=(*known.given_up, *conflict.given_up))
                break
        else:
            found.append(conflict)
    return found


def _same(a: Conflict, b: Conflict, case: Case) -> bool:
    shared = [r for r in a.relations if any(r is other for other in b.relations)]
    return len(shared) > 1 and alike(a.given_up[0], b.given_up[0], case.items)


# For the log: the sentences, and the members as data.

MOST_SENTENCES = 4_000
"""UTF-8 bytes of all sentences together, so that they fit an event beside a part of the scene."""

MOST_DATA = 3_000
"""Bytes of JSON for the members of all conflicts."""

MOST_MEMBERS = 12


def sentences(unmet: Sequence[Unmet]) -> tuple[str, ...]:
    """Every reason once, in order; what is too much for an event is counted in the last."""
    reasons = list(dict.fromkeys(u.reason for u in unmet))
    kept = _fitting([len(r.encode()) for r in reasons], MOST_SENTENCES)
    if kept == len(reasons):
        return tuple(reasons)
    return (*reasons[:kept], f"{len(reasons) - kept} more wishes could not be kept.")


def members(unmet: Sequence[Unmet], names: Mapping[NodeId, str]) -> list[JsonValue]:
    """The conflicts as data, each once: what takes part and what gave way, by ``names``.

    What is too much for an event is counted in the last: ``{"more": 3}``.
    """
    conflicts = {id(u.conflict): u.conflict for u in unmet if u.conflict is not None}
    told: list[JsonValue] = [_data(c, names) for c in conflicts.values()]
    kept = _fitting([len(json.dumps(one)) for one in told], MOST_DATA)
    return told if kept == len(told) else [*told[:kept], {"more": len(told) - kept}]


def _fitting(sizes: Sequence[int], most: int) -> int:
    """How many of the first fit into ``most``."""
    return sum(1 for total in accumulate(sizes) if total <= most)


def _data(conflict: Conflict, names: Mapping[NodeId, str]) -> dict[str, JsonValue]:
    def named(nodes: Iterable[NodeId]) -> list[JsonValue]:
        return [names.get(n, str(n)) for n in islice(nodes, MOST_MEMBERS)]

    def said(relations: Iterable[Relation]) -> list[JsonValue]:
        return [
            {
                "kind": r.kind.value,
                "subject": names.get(r.subject, r.subject),
                "targets": named(r.targets),
            }
            for r in islice(relations, MOST_MEMBERS)
        ]

    return {
        "cause": conflict.cause.value,
        "proven": conflict.proven,
        "relations": said(conflict.relations),
        "things": named(conflict.things),
        "given_up": said(conflict.given_up),
        "left_out": named(conflict.left_out),
    }
