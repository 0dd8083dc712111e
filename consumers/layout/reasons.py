"""Why a wish of the words could not be met, said to people.

What belongs here: sentences, and what is out of the question from the start. Whether a relation
holds is measured in ``measures``.
"""

from __future__ import annotations

from collections.abc import Mapping

from consumers.layout.goals import SHELL, K
from consumers.layout.model import Placed, Room
from consumers.layout.traits import Item
from schemas.decomposition import Relation, RelationKind
from schemas.ids import NodeId

INDOORS = (K.ON_WALL, K.AGAINST_WALL, K.HANGING_FROM)
"""Relations to the room that need walls or a ceiling."""

PHRASES: dict[RelationKind, str] = {
    K.ON: "on",
    K.IN: "in",
    K.UNDER: "under",
    K.ABOVE: "above",
    K.NEXT_TO: "next to",
    K.NEAR: "near",
    K.LEFT_OF: "to the left of",
    K.RIGHT_OF: "to the right of",
    K.IN_FRONT_OF: "in front of",
    K.BEHIND: "behind",
    K.BETWEEN: "between",
    K.AROUND: "around",
    K.FACING: "facing",
    K.AGAINST_WALL: "against a wall",
    K.IN_CORNER: "in a corner",
    K.IN_CENTER: "in the middle",
    K.ON_WALL: "on a wall",
    K.HANGING_FROM: "hanging from",
    K.IN_ROW: "in a row",
    K.STACKED: "stacked on",
    K.OPPOSITE: "opposite",
}


def possible(relation: Relation, room: Room, items: Mapping[NodeId, Item]) -> bool:
    """Whether the relation may hold at all, by the sizes and kinds of those it names."""
    if any(n not in items and n not in SHELL for n in (relation.subject, *relation.targets)):
        return False
    subject = items[relation.subject]
    target = items.get(relation.targets[0]) if relation.targets else None
    if target is None:
        return room.walled or relation.kind not in INDOORS
    if relation.kind in (K.ON, K.STACKED, K.IN) and _dwarfs(subject, target):
        return False
    if relation.kind is K.IN:
        return target.hollow or target.size[1] < 0.6
    if relation.kind is K.UNDER and target.placement not in ("wall", "ceiling"):
        return subject.flat or subject.size[1] <= target.clear
    return True


def _dwarfs(subject: Item, target: Item) -> bool:
    small, large = sorted((subject.size[0], subject.size[2]))
    narrow, wide = sorted((target.size[0], target.size[2]))
    return small > 2 * narrow or large > 2 * wide


def why_unplaced(item: Item, room: Room) -> str:
    """The sentence for a thing that has no place at all."""
    width, height, depth = item.size
    where, into = ("room", "in the room") if room.walled else ("ground", "on the ground")
    if room.walled and height > room.height:
        return (
            f"the {item.name} is {height:.1f} m high and the room only {room.height:.1f} m, "
            "so it was left out"
        )
    longest, shortest = max(room.width, room.depth), min(room.width, room.depth)
    if max(width, depth) > longest or min(width, depth) > shortest:
        return (
            f"the {item.name} is {width:.1f} x {depth:.1f} m and the {where} only "
            f"{room.width:.1f} x {room.depth:.1f} m, so it was left out"
        )
    return f"there is no free place left for the {item.name} {into}, so it was left out"


def why_unmet(
    relation: Relation,
    room: Room,
    items: Mapping[NodeId, Item],
    placed: Mapping[NodeId, Placed],
) -> str:
    """The sentence for a relation that does not hold."""
    unknown = [n for n in (relation.subject, *relation.targets) if n not in items]
    if relation.subject in unknown:
        return f"there is no {relation.subject!r} in the scene"
    subject = items[relation.subject]
    said = f"the {subject.name} {_place(relation, items)}"
    if unknown:
        return f"could not put {said}: there is no {unknown[0]!r} in the scene"
    missing = [
        items[n].name
        for n in (relation.subject, *relation.targets)
        if n in items and n not in placed
    ]
    if missing:
        return f"could not put {said}: the {missing[0]} has no place"
    return f"could not put {said}: {_obstacle(relation, room, items)}"


def _place(relation: Relation, items: Mapping[NodeId, Item]) -> str:
    names = [f"the {items[t].name}" if t in items else str(t) for t in relation.targets]
    return " ".join([PHRASES[relation.kind], " and ".join(names)]).strip()


def _obstacle(relation: Relation, room: Room, items: Mapping[NodeId, Item]) -> str:
    subject = items[relation.subject]
    target = items.get(relation.targets[0]) if relation.targets else None
    kind = relation.kind
    if kind in INDOORS and not room.walled and target is None:
        return "there are no walls outdoors"
    if target is None:
        return "there is no room left there"
    if kind is K.IN and not target.hollow:
        return f"nothing fits in the {target.name}"
    if kind in (K.ON, K.STACKED, K.IN) and subject.area > target.area:
        return f"it is larger than the {target.name}"
    if kind is K.UNDER and subject.size[1] > target.clear:
        return f"there is not enough room below the {target.name}"
    if kind is K.ABOVE and room.walled:
        return f"there is no room above the {target.name}"
    return "there is no room left there"
