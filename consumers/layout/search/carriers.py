"""Where a thing might be held by another one: on it, in it, under it, hanging from it.

Candidates as in ``candidates``, but in the carrier's frame: they turn and move with it.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from consumers.layout.conflicts.limits import dwarfs
from consumers.layout.model import Hold, Placed
from consumers.layout.search.board import Board
from consumers.layout.search.candidates import item_reach
from consumers.layout.space.geometry import gaps, turn, turn_point
from consumers.layout.space.poses import Poses, pose_of, poses
from consumers.layout.space.traits import (
    Item,
    inner_region,
    least_overhang,
    shelf_heights,
    shelf_room,
    shelves,
    top_height,
    top_region,
)
from schemas.ids import NodeId

Region = tuple[float, float, float, float]

SPREAD = 0.6
"""As much of what is under a thing may show on both sides of it."""
PANEL = 8
"""Things in a row, and rows, at most on a board."""


def top_poses(board: Board, item: Item, carrier: NodeId, *, asked: bool) -> Poses:
    """Candidates on top. ``asked``: even where the thing is wider than what carries it."""
    below, placed = board.items[carrier], board.placed[carrier]
    y = placed.position.y + top_height(below)
    return _within(
        item, placed, top_region(below), y, "top", least_overhang(item, below) if asked else 0.0
    )


def inside_poses(board: Board, item: Item, carrier: NodeId) -> Poses:
    """Candidates inside: at the bottom, or on a bookshelf's boards.

    A long thing in a narrow one (flowers in a vase) stands in its mouth. Nothing hollow, no place.
    """
    below, placed = board.items[carrier], board.placed[carrier]
    base = placed.position.y
    if not below.hollow:
        shallow = below.size[1] < 0.6 and below.span > item.span
        return top_poses(board, item, carrier, asked=True) if shallow else poses(item, ())
    low = shelves(below) and item.size[1] > shelf_room(below)
    for height in () if low else (*shelf_heights(below), *_heaped(board, carrier)):
        found = _within(item, placed, inner_region(below), base + height, "inside", 0.0)
        found = board.free(found)
        if len(found):
            return found
    slender = item.size[1] > 1.2 * item.span or (item.category == "plant" and item.noun != "log")
    if slender and not dwarfs(item, below):
        return _in_the_mouth(item, below, placed)
    return poses(item, ())


def _heaped(board: Board, carrier: NodeId) -> list[float]:
    """Heights above its base (metres) of what lies in a thing, up to its rim."""
    base, rim = board.placed[carrier].position.y, board.items[carrier].size[1]
    tops = {
        round(p.position.y + p.size[1] - base, 6)
        for p in board.placed.values()
        if p.on == carrier and p.kind == "inside"
    }
    return sorted(height for height in tops if height < rim)


def _in_the_mouth(item: Item, below: Item, placed: Placed) -> Poses:
    """Upright in the middle of an opening, or round it where others stand in it."""
    p, mouth = placed.position, placed.position.y + 0.55 * below.size[1]
    rows = [(p.x, mouth, p.z, placed.yaw)]
    for share_x, share_z in ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1)):
        for part in (0.25, 0.45):
            dx, dz = turn_point(
                part * share_x * below.size[0], part * share_z * below.size[2], placed.yaw
            )
            rows.append((p.x + dx, mouth, p.z + dz, placed.yaw))
    return poses(item, rows, "inside", placed.id)


def setting_poses(board: Board, item: Item, seat: NodeId) -> Poses:
    """Candidates on the table before a seat, turned to who sits there."""
    chair = board.placed[seat]
    out = chair.size[2] / 2
    table = next((t for t in board.placed if _is_before(board, t, chair)), None)
    if table is None:
        return poses(item, ())
    below, placed = board.items[table], board.placed[table]
    y = placed.position.y + top_height(below)
    west, east, south, north = top_region(below)
    rows = []
    for ahead in (0.02, 0.08, 0.16, 0.26, 0.36):
        for aside in (0.0, 0.1, -0.1, 0.18, -0.18, 0.24, -0.24):
            dx, dz = turn_point(aside, out + ahead + item.size[2] / 2, chair.yaw)
            x, z = chair.position.x + dx, chair.position.z + dz
            right, far = turn_point(x - placed.position.x, z - placed.position.z, -placed.yaw)
            if west <= right <= east and south <= far <= north:
                rows.append((x, y, z, (chair.yaw + 180.0) % 360.0))
    return poses(item, rows, "top", table)


def _is_before(board: Board, table: NodeId, chair: Placed) -> bool:
    """Whether a table (desk, counter) is right before a chair."""
    item = board.items[table]
    if not item.worktop or board.placed[table].kind != "floor":
        return False
    dx, dz = turn_point(0.0, chair.size[2] / 2 + 0.3, chair.yaw)
    spot = Item(chair.id, "", "", "", (0.02, 0.02, 0.02), "floor")
    at = poses(spot, [(chair.position.x + dx, 0.0, chair.position.z + dz, 0.0)])
    return float(gaps(at.boxes, board.poses[table].boxes)[0]) < 0.0


def _within(
    item: Item, carrier: Placed, region: Region, y: float, kind: Hold, overhang: float
) -> Poses:
    """A grid over the region at which the footprint stays in it."""
    at = carrier.position
    blocks = []
    for yaw in _local_yaws(item, carrier):
        reach_x, reach_z = item_reach(item, yaw)
        xs = _steps(region[0], region[1], reach_x, overhang)
        zs = _steps(region[2], region[3], reach_z, overhang)
        if xs and zs:
            local_x, local_z = (g.ravel() for g in np.meshgrid(xs, zs))
            dx, dz = turn(local_x, local_z, carrier.yaw)
            world = np.full(len(dx), (yaw + carrier.yaw) % 360.0)
            blocks.append(np.stack([at.x + dx, np.full(len(dx), y), at.z + dz, world]))
    table = np.concatenate(blocks, axis=1) if blocks else np.zeros((4, 0))
    x, height, z, turned = table
    on = None if kind == "under" else carrier.id
    return Poses(item, x, height, z, turned, kind, on)


def _steps(low: float, high: float, reach: float, overhang: float) -> list[float]:
    free = (high - low) - 2 * reach
    if free < -1e-6:
        middle = (low + high) / 2
        # At a wall it can stick out in front only; its middle is held in any case.
        found = [middle, low + reach, high - reach] if -free <= overhang * 2 * reach else []
        return [v for v in found if low <= v <= high]
    inset = min(0.02, 0.1 * free)
    count = int(np.clip(np.ceil(free / max(0.5 * reach, 0.02)), 1, 12))
    even = np.linspace(low + reach + inset, high - reach - inset, count + 1)
    return [*(float(v) for v in even), (low + high) / 2]


def _local_yaws(item: Item, carrier: Placed) -> tuple[float, ...]:
    """Turned with the carrier, towards the viewer where that is a right angle, then across."""
    to_viewer = round((180.0 - carrier.yaw) / 90.0) * 90.0 % 360.0
    across = 90.0 if to_viewer % 180.0 < 1.0 else 0.0
    return tuple(dict.fromkeys((0.0, to_viewer, across)))


def under_poses(board: Board, item: Item, roof: NodeId) -> Poses:
    """Candidates on the floor below a thing with room under it."""
    above, placed = board.items[roof], board.placed[roof]
    spreads = above.stem > 0.0
    if item.flat or item.size[1] > above.clear + placed.position.y - board.room.y:
        return poses(item, ())
    slack = 0.25 * item.span
    region = (
        -above.size[0] / 2 - slack,
        above.size[0] / 2 + slack,
        -above.size[2] / 2 - slack,
        above.size[2] / 2 + slack,
    )
    found = _within(item, placed, region, board.room.y, "under", SPREAD)
    if not spreads or not len(found):
        return found
    stem = Item(roof, "", "", "", (above.stem, above.size[1], above.stem), "floor")
    return found.only(gaps(found.boxes, pose_of(stem, placed).boxes) > 0.02)


def spanning_poses(board: Board, item: Item, below: NodeId) -> Poses:
    """On the ground over a thing that lies low, lengthwise across it."""
    placed = board.placed[below]
    p, long = placed.position, item.size[2] >= item.size[0]
    across = placed.size[0] <= placed.size[2]
    yaw = placed.yaw + (90.0 if long == across else 0.0)
    rows = [(p.x, board.room.y, p.z, (yaw + turn_by) % 360.0) for turn_by in (0.0, 90.0)]
    if item.shades:
        return poses(item, rows, "floor", below)
    for share in (0.25, -0.25):
        dx, dz = turn_point(0.0, share * placed.size[2], placed.yaw)
        rows.append((p.x + dx, board.room.y, p.z + dz, yaw % 360.0))
    return poses(item, rows, "floor", below)


def hung_poses(board: Board, item: Item, carrier: NodeId) -> Poses:
    """Candidates hanging at the sides of a thing, their top a little below its top, or below it.

    What is too small for that (a hook), or hangs itself, has them right below; a board on a wall
    has them before it.
    """
    above, placed = board.items[carrier], board.placed[carrier]
    if placed.kind == "wall" and all(item.size[n] <= 0.9 * above.size[n] for n in (0, 1)):
        return _on_panel(item, above, placed)
    lofty = placed.kind in ("wall", "ceiling", "air", "hung")
    if lofty or above.stem or item.size[1] > 0.9 * above.size[1]:
        return _hung_below(item, above, placed)
    y = placed.position.y + 0.9 * above.size[1] - item.size[1]
    rows = [
        (placed.position.x + dx, y, placed.position.z + dz, (placed.yaw + side) % 360)
        for side in (0.0, 90.0, 270.0, 180.0)
        for dx, dz in _beside(item, above, placed, side)
    ]
    return poses(item, rows, "hung", carrier)


def _on_panel(item: Item, above: Item, placed: Placed) -> Poses:
    """Before a board that hangs on a wall, row by row from its top."""
    p, gap = placed.position, 0.04
    wide, high = item.size[0] + gap, item.size[1] + gap
    columns = max(1, min(PANEL, int((above.size[0] - gap) / wide)))
    lines = max(1, min(PANEL, int((above.size[1] - gap) / high)))
    out = above.size[2] / 2 + item.size[2] / 2
    spare = (above.size[0] - columns * wide) / columns
    rows = []
    for line in range(lines):
        for column in range(columns):
            across = (column - (columns - 1) / 2) * (wide + spare)
            dx, dz = turn_point(across, out, placed.yaw)
            y = p.y + above.size[1] - gap - item.size[1] - line * high
            rows.append((p.x + dx, y, p.z + dz, placed.yaw))
    return poses(item, rows, "hung", placed.id)


def _hung_below(item: Item, above: Item, placed: Placed) -> Poses:
    """Right below, its back no further back; below a crown, beside the stem."""
    p, turned = placed.position, placed.yaw
    y = p.y + above.clear - item.size[1]
    rows = []
    for share in (0.5, 0.4, 0.6, 0.3) if above.stem else (0.0, -0.15, 0.15, -0.3, 0.3, -0.4, 0.4):
        for side in (180.0, 90.0, 270.0, 0.0) if above.stem else (turned,):
            out = share * above.span / 2 if above.stem else (item.size[2] - above.size[2]) / 2
            across = 0.0 if above.stem else share * above.size[0]
            dx, dz = turn_point(across, max(0.0, out), side)
            rows.append((p.x + dx, y, p.z + dz, side))
    return poses(item, rows, "hung", placed.id)


def _beside(item: Item, above: Item, placed: Placed, side: float) -> Iterator[tuple[float, float]]:
    across, out = (above.size[0], above.size[2]) if side % 180 == 0 else above.size[2::-2]
    for share in (0.0, -0.3, 0.3):
        yield turn_point(share * across, out / 2 + item.size[2] / 2, placed.yaw + side)
