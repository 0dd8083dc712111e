"""Several walls, corners or edges at once: "along both side walls", "in the back corners".

What belongs here: how many stand there where nobody says so, and who stands at which. What does
not: the words of such places, which are in ``places``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consumers.lexicon.sentences.places import Place
from consumers.lexicon.sentences.reading import Link, Thing
from schemas.decomposition import Relation
from schemas.decomposition import RelationKind as Kind
from schemas.ids import NodeId

_SIDE = {"left": NodeId("room-left-wall"), "right": NodeId("room-right-wall")}
_BACK = NodeId("room-back-wall")
_AT_A_WALL = 2
"""Things that stand at each of several walls where nobody says how many; one hangs on each."""


def count_there(place: Place, thing: Thing) -> None:
    """Make ``thing`` as many as stand at all of the walls or corners of ``place``."""
    places = len(place.walls) if place.spread == "walls" else len(place.corners)
    if places < 2 or thing.present or thing.alias is not None:
        return
    if not thing.phrase.counted:
        several = thing.phrase.plural and place.kind is Kind.AGAINST_WALL
        thing.count = places * (_AT_A_WALL if several else 1)
    elif place.every or thing.count == 1:
        thing.count *= places


def edged(place: Place, *, walled: bool) -> Place:
    """ "along the edges": along the walls of a room, around what is in the open."""
    if walled:
        return Place(Kind.AGAINST_WALL, False, "shell")
    return replace(place, spread="group")


def shared_out(link: Link, subjects: Sequence[NodeId]) -> list[Relation]:
    """Each of ``subjects`` at one of the walls or corners of ``link``, the first ones first."""
    if link.spread == "walls":
        share = -(-len(subjects) // len(link.walls))
        return [
            Relation(kind=link.kind, subject=node, targets=(link.walls[i // share],))
            for i, node in enumerate(subjects)
        ]
    found = []
    for i, node in enumerate(subjects):
        side, depth = link.corners[i % len(link.corners)].split()
        walls = (_SIDE[side], _BACK) if depth == "back" else (_SIDE[side],)
        found.append(Relation(kind=Kind.IN_CORNER, subject=node, targets=walls))
        if depth == "front":  # where the room is open, so that no wall names the corner
            found.append(Relation(kind=Kind.IN_FRONT_OF, subject=node))
    return found
