"""Which way things are turned by words about two of them: "facing each other", "back to back".

What belongs here: the relations of such words, from node ids. What does not: reading them
(``places``) and who is meant (``standing``).
"""

from __future__ import annotations

from collections.abc import Sequence

from schemas.decomposition import Relation
from schemas.decomposition import RelationKind as Kind
from schemas.ids import NodeId

_FAR_WALL = (NodeId("room-back-wall"),)
"""What one looks at whose back the viewer sees."""


def turned(backs: bool, kind: Kind, nodes: Sequence[NodeId]) -> list[Relation]:
    """``nodes`` in ``kind`` to each other, two and two; ``backs``: back to back instead.

    Three, and other odd numbers, all look at the first.
    """
    if len(nodes) < 2:
        return []
    if backs:
        return _back_to_back(nodes)
    if len(nodes) % 2:
        return [
            Relation(kind=kind, subject=node, targets=(nodes[1 if i == 0 else 0],))
            for i, node in enumerate(nodes)
        ]
    return [
        Relation(kind=kind, subject=node, targets=(nodes[i + 1 if i % 2 == 0 else i - 1],))
        for i, node in enumerate(nodes)
    ]


def _back_to_back(nodes: Sequence[NodeId]) -> list[Relation]:
    """Those in front look at the viewer, those behind them the other way."""
    half = -(-len(nodes) // 2)
    front, rear = nodes[:half], nodes[half:]
    rows = [
        Relation(kind=Kind.IN_ROW, subject=row[0], targets=tuple(row[1:]))
        for row in (front, rear)
        if len(row) > 1
    ]
    behind = Relation(kind=Kind.BEHIND, subject=rear[0], targets=(front[0],))
    looks = [Relation(kind=Kind.FACING, subject=node) for node in front]
    looks += [Relation(kind=Kind.FACING, subject=node, targets=_FAR_WALL) for node in rear]
    return [*rows, behind, *looks]


def turned_away(node: NodeId, others: Sequence[NodeId]) -> list[Relation]:
    """``node`` with its back to the first of ``others``: before it, and turned to the viewer."""
    before = Relation(kind=Kind.IN_FRONT_OF, subject=node, targets=tuple(others[:1]))
    return [before, Relation(kind=Kind.FACING, subject=node)]


def rows_face_to_face(relations: list[Relation]) -> list[Relation]:
    """``relations``, where two rows one behind the other that face each other do so as rows: each
    with its opposite number, and not neighbours in pairs."""
    rows = {
        r.subject: (r.subject, *r.targets) for r in relations if r.kind is Kind.IN_ROW and r.targets
    }
    pairs = [
        (rows[r.targets[0]], rows[r.subject])
        for r in relations
        if r.kind is Kind.BEHIND and r.subject in rows and r.targets[:1] and r.targets[0] in rows
    ]
    for front, back in pairs:
        other = dict(zip(front, back, strict=False)) | dict(zip(back, front, strict=False))
        mutual = [
            r
            for r in relations
            if r.kind is Kind.FACING and r.subject in other and {*r.targets} <= {*front, *back}
        ]
        if mutual and len(pairs) == 1 and {r.subject for r in mutual} == {*front, *back}:
            facing = [
                r.model_copy(update={"targets": (other[r.subject],)}) if r in mutual else r
                for r in relations
            ]
            return list(dict.fromkeys(facing))
    return relations
