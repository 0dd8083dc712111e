"""Edits of several things that go as one: in which order, and what goes along with what.

What belongs here: from the edits of a plan to those that are made, one after the other. What does
not: making one, which is in ``places``.
"""

from __future__ import annotations

from collections.abc import Sequence

from consumers.patch.draft import Draft
from schemas.edits import Edit, Move, Rotate
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.transform import worlds


def in_order(edits: Sequence[Edit], draft: Draft) -> list[Edit]:
    """``edits`` with moves of several things by the same way in the order in which they go without
    bumping into each other; what stands on another that moves goes along, and not twice."""
    done: list[Edit] = []
    at = 0
    while at < len(edits):
        first = edits[at]
        stop = at + 1
        if isinstance(first, Move) and first.by is not None:
            while stop < len(edits) and _same_way(first, edits[stop]):
                stop += 1
            moves = [e for e in edits[at:stop] if isinstance(e, Move)]
            done.extend(_as_one(_led(moves, first.by, draft), draft))
        elif isinstance(first, Rotate) and first.facing is None:
            while stop < len(edits) and _same_turn(first, edits[stop]):
                stop += 1
            turns = [e for e in edits[at:stop] if isinstance(e, Rotate)]
            going = {turn.node for turn in turns}
            done.extend(t for t in turns if not going & set(above(draft, t.node)))
        else:
            done.append(first)
        at = stop
    return done


def goers(draft: Draft, edit: Move | Rotate) -> tuple[NodeId, ...]:
    """What goes along with the thing of ``edit`` and is not carried by another that goes."""
    going = {edit.node, *edit.along}
    there = [n for n in dict.fromkeys(edit.along) if n in draft.nodes and n != edit.node]
    return tuple(n for n in there if not going & set(above(draft, n)))


def _as_one(moves: Sequence[Move], draft: Draft) -> list[Move]:
    """Things of several kinds that go the same way keep their places to one another."""
    held = {p.id: (p.kind, p.on) for p in draft.standing()}
    kinds = {draft.nouns.get(m.node, m.node) for m in moves}
    holds = {held.get(m.node) for m in moves}
    held_alike = len(holds) == 1 and all(h is not None and h[0] in ("floor", "top") for h in holds)
    if len(kinds) < 2 or not held_alike or any(m.along for m in moves):
        return list(moves)
    return [moves[0].model_copy(update={"along": tuple(m.node for m in moves[1:])})]


def _same_way(first: Move, other: Edit) -> bool:
    return isinstance(other, Move) and other.by == first.by and other.node != first.node


def _same_turn(first: Rotate, other: Edit) -> bool:
    if not isinstance(other, Rotate) or other.facing is not None or other.node == first.node:
        return False
    return (other.degrees, other.about) == (first.degrees, first.about)


def _led(moves: Sequence[Move], by: Vec3, draft: Draft) -> list[Move]:
    world = worlds(draft.scene())
    going = {m.node for m in moves}

    def ahead(move: Move) -> float:
        p = world[move.node].position
        return -(p.x * by.x + p.y * by.y + p.z * by.z)

    own = [m for m in moves if m.node in world and not going & set(above(draft, m.node))]
    missing = [m for m in moves if m.node not in world]
    return [*sorted(own, key=ahead), *missing]


def above(draft: Draft, node: NodeId) -> list[NodeId]:
    found: list[NodeId] = []
    at = draft.nodes[node].parent_id if node in draft.nodes else None
    while at is not None:
        found.append(at)
        at = draft.nodes[at].parent_id
    return found
