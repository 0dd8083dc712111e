"""A full table top (or bowl), put in order anew so that one more thing finds room on (in) it."""

from __future__ import annotations

from collections.abc import Sequence

from consumers.layout.model import Hold, Placed
from consumers.layout.search.board import Board
from consumers.layout.search.packing import Packed, packed
from consumers.layout.space.geometry import turn_point
from consumers.layout.space.poses import pose_of
from consumers.layout.space.traits import OVERHANG, inner_region, top_height, top_region
from schemas.ids import NodeId
from schemas.model import Vec3

TALLEST = 6
"""So many equal things are piled at most."""


def repack(
    board: Board,
    node: NodeId,
    carrier: NodeId,
    movable: frozenset[NodeId],
    kind: Hold = "top",
) -> bool:
    """Put ``node`` on ``carrier`` by packing all that stands there; False: all stays as it was.

    ``kind``: "top" or "inside". Where they do not fit side by side, equal low things are piled.
    With anything there that is not ``movable``, nothing is moved.
    """
    below = board.items[carrier]
    if carrier not in board.placed or below.flat:
        return False
    if not below.hollow if kind == "inside" else below.top is None:
        return False
    guests = board.carried_by(carrier)
    if any(n not in movable or board.placed[n].kind != kind for n in guests):
        return False
    old = [board.placed[n] for n in guests]
    for guest in reversed(guests):
        board.take(guest)
    order = [*guests, node]
    for piles in ([[n] for n in order], _piles(board, order)):
        if _packed(board, piles, carrier, kind):
            return True
    board.put(*old)
    return False


def _piles(board: Board, order: Sequence[NodeId]) -> list[list[NodeId]]:
    """Equal things that can be piled together, others alone."""
    piles: list[list[NodeId]] = []
    for node in order:
        item = board.items[node]
        pile = next(
            (p for p in piles if board.items[p[0]].slot == item.slot and len(p) < TALLEST), None
        )
        if pile is not None and item.pileable:
            pile.append(node)
        else:
            piles.append([node])
    return piles


def _packed(board: Board, piles: Sequence[Sequence[NodeId]], carrier: NodeId, kind: Hold) -> bool:
    """Put the piles on (in) the carrier, if they fit and collide with nothing else."""
    sizes = [(board.items[p[0]].size[0], board.items[p[0]].size[2]) for p in piles]
    inside = kind == "inside"
    region = (inner_region if inside else top_region)(board.items[carrier])
    found = packed(region, sizes, 0.0 if inside else OVERHANG)
    placed: list[NodeId] = []
    for pile, spot in zip(piles, found or (), strict=False):
        under = carrier
        for node in pile:
            place = _on(board, node, carrier, under, spot, kind)
            if not len(board.free(pose_of(board.items[node], place))):
                for away in reversed(placed):
                    board.take(away)
                return False
            board.put(place)
            placed.append(node)
            under = node
    return found is not None


def _on(
    board: Board, node: NodeId, carrier: NodeId, under: NodeId, spot: Packed, kind: Hold
) -> Placed:
    item, at = board.items[node], board.placed[carrier]
    held: Hold = kind if under == carrier else "top"
    x, z = turn_point(spot.x, spot.z, at.yaw)
    position = Vec3(
        x=round(at.position.x + x, 6),
        y=round(board.placed[under].position.y + top_height(board.items[under], held), 6),
        z=round(at.position.z + z, 6),
    )
    yaw = round((at.yaw + (90.0 if spot.turned else 0.0)) % 360.0, 6)
    return Placed(node, position, yaw, item.size, under, held)
