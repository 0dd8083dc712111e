"""Changing a furnished room: adding things among those that stand, and moving one of them.

What stands stays where it is, even where a hand put it in another thing's way. The room keeps its
size.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from consumers.layout.conflicts.account import unmet_of
from consumers.layout.model import Layout, Placed, Room, Unmet
from consumers.layout.search.board import Board
from consumers.layout.search.goals import K
from consumers.layout.solve import (
    Result,
    Task,
    case_of,
    consistent,
    fairly,
    full_plan,
    report,
    rescued,
    solve_in,
)
from consumers.layout.space.geometry import heading, turn_point
from consumers.layout.space.held import held_as
from consumers.layout.space.poses import pose_of
from consumers.layout.space.traits import Item, items_of, known_item
from schemas.decomposition import Relation, Wish
from schemas.ids import NodeId
from schemas.model import Vec3


def place_more(
    room: Room,
    existing: Sequence[Placed],
    nouns: Mapping[NodeId, str],
    wishes: Sequence[Wish],
    relations: Sequence[Relation],
    *,
    seed: int = 0,
) -> Layout:
    """Places for ``wishes`` among what stands; ``placed`` holds only the new things.

    ``nouns``: what the existing things are, by id ("" or missing: unknown). Relations may name
    existing things as targets; those whose subject exists already are ignored.
    """
    items = _standing_items(existing, nouns) | items_of(wishes)
    new = tuple(w.id for w in wishes)
    standing = tuple(p for p in held_as(room, existing, items) if p.id not in new)
    task = consistent(Task(items, new, standing, tuple(relations), seed), room)
    return report(*fairly(task, rescued(task, solve_in(task, room))))


def relocate(
    room: Room,
    existing: Sequence[Placed],
    nouns: Mapping[NodeId, str],
    node: NodeId,
    relation: Relation,
    *,
    seed: int = 0,
) -> tuple[Placed, ...] | Unmet:
    """The new place of ``node`` (first) and of all that stands on it, which goes along.

    ``Unmet`` when the relation can not be kept: then nothing should move. KeyError when ``node``
    is not among ``existing``.
    """
    items = _standing_items(existing, nouns)
    existing = held_as(room, existing, items)
    by_id = {p.id: p for p in existing}
    old = by_id[node]
    board = Board(room, items, {})
    board.put(*existing)
    carried = board.carried_by(node)
    for away in (node, *carried):
        board.take(away)
    if relation.kind is K.FACING and relation.targets and relation.targets[0] in by_id:
        turned = _turned(board, items[node], old, by_id[relation.targets[0]])
        if turned is not None:
            return along(old, turned, [by_id[n] for n in carried])
    standing = tuple(board.placed.values())
    task = consistent(
        Task(items, (node,), standing, (replace_subject(relation, node),), seed), room
    )
    result = solve_in(task, room)
    if result.unplaced or result.missed or task.settled:
        return _why_not(task, result, relation)
    moved = along(old, result.placed[node], [by_id[n] for n in carried])
    board.put(moved[0])
    for thing in moved[1:]:
        if not len(board.free(pose_of(items[thing.id], thing))):
            reason = f"what stands on the {items[node].name} would not fit there"
            return Unmet(relation, reason, node)
    return moved


def _why_not(task: Task, result: Result, relation: Relation) -> Unmet:
    """The conflict that keeps the thing where it is."""
    unplaced, missed = result.unplaced, result.missed
    case = replace(case_of(task, result), relations=task.asked, moved=task.new[0])
    found = unmet_of(case, full_plan(task), unplaced, missed, task.settled)[0]
    return replace(found, relation=relation)


def replace_subject(relation: Relation, node: NodeId) -> Relation:
    """The relation as one about ``node``."""
    return relation.model_copy(update={"subject": node})


def held(room: Room, things: Sequence[Placed], nouns: Mapping[NodeId, str]) -> list[Placed]:
    """The things with what keeps each where it is, given what it is (``nouns``)."""
    return held_as(room, things, _standing_items(things, nouns))


def _standing_items(existing: Sequence[Placed], nouns: Mapping[NodeId, str]) -> dict[NodeId, Item]:
    return {p.id: known_item(p.id, nouns.get(p.id, ""), p.size) for p in existing}


def _turned(board: Board, item: Item, old: Placed, target: Placed) -> Placed | None:
    """The thing turned on the spot to look at the target, if there is room for that."""
    here = pose_of(item, old)
    looked = heading(target.position.x - here.x, target.position.z - here.z)
    turned = replace(old, yaw=round(float(looked[0]), 4) % 360.0)
    return turned if len(board.free(pose_of(item, turned))) else None


def along(old: Placed, new: Placed, carried: Sequence[Placed]) -> tuple[Placed, ...]:
    """The moved thing, and those on it at the same place on it as before."""
    turn = new.yaw - old.yaw
    moved = [new]
    for thing in carried:
        p = thing.position
        x, z = turn_point(p.x - old.position.x, p.z - old.position.z, turn)
        position = Vec3(
            x=round(new.position.x + x, 6),
            y=round(new.position.y + p.y - old.position.y, 6),
            z=round(new.position.z + z, 6),
        )
        moved.append(replace(thing, position=position, yaw=round((thing.yaw + turn) % 360.0, 6)))
    return tuple(moved)
