"""Edits of the place itself: its floor, walls, ground and ceiling in another size.

The nodes of the shell change by what the size changes, so that what a hand moved of them stays so.
"""

from __future__ import annotations

from consumers.layout import Reshaped, Room, light_nodes, reshape, room_of, shell_nodes
from consumers.patch.draft import Draft
from consumers.patch.summing import listed
from schemas.decomposition import Setting
from schemas.edits import Reshape
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import Node, PointLight
from schemas.transform import rounded

_NO_PLACE = (
    "this scene has no floor of its own that could get another size; say for example: make the"
    " table bigger"
)
_ENOUGH = 5e-3
"""Metres of a side by which a place is another one."""


def reshaped(draft: Draft, edit: Reshape) -> None:
    """The place in the size that ``edit`` says, or as near to it as its things allow."""
    room = room_of(draft.scene())
    shell = _shell(room)
    floor = next(iter(shell))
    if floor not in draft.nodes:
        draft.unmet.append(_NO_PLACE)
        return
    now = (room.width, room.height, room.depth)
    wanted = edit.of(now)
    if all(abs(a - b) < _ENOUGH for a, b in zip(now, wanted, strict=True)):
        draft.unmet.append(f"the {_called(room)} is {_told(room)} already")
        return
    done = reshape(room, wanted, draft.standing(), draft.nouns)
    if done.share == 0.0:
        draft.unmet.append(f"There is no room for that: {_why(draft, done)}")
        return
    _build(draft, shell, _shell(done.room))
    before = {p.id: p.position for p in draft.standing()}
    for thing in done.things:
        if thing.on is None and thing.position != before[thing.id]:
            draft.stand(thing)
    draft.touch(floor)  # "it" afterwards is the place
    draft.told.append(f"made the {_called(room)} {_told(done.room)}")
    short = [abs(a - b) >= _ENOUGH for a, b in zip(_size(done.room), wanted, strict=True)]
    if any(short):
        draft.unmet.append(
            f"that is as far as it goes: {_why(draft, done)}"
            if done.blockers
            else "a place can not be smaller than that"
        )


def _size(room: Room) -> tuple[float, float, float]:
    return room.width, room.height, room.depth


def _shell(room: Room) -> dict[NodeId, Node]:
    """What the size of the place decides: its floor and walls, and the lamp below its ceiling."""
    nodes = shell_nodes(room, Setting(kind=room.kind, name=""))[1:]
    lamps = [n for n in light_nodes(room, "day") if _reach(n) is not None]
    return {n.id: n for n in (*nodes, *lamps)}


def _build(draft: Draft, old: dict[NodeId, Node], new: dict[NodeId, Node]) -> None:
    """The shell changed by what ``old`` and ``new`` differ in; a wider street has more marks."""
    for node in old.keys() - new.keys():
        draft.nodes.pop(node, None)
    for node, now in new.items():
        if node in old and node in draft.nodes:
            _alter(draft, node, old[node], now)
        elif node not in old:
            draft.nodes[node] = now
            draft.touch(node)


def _alter(draft: Draft, node: NodeId, was: Node, now: Node) -> None:
    present = draft.nodes[node]
    p, s, a, b = present.position, present.scale, was.position, now.position
    there = Vec3(x=p.x + b.x - a.x, y=p.y + b.y - a.y, z=p.z + b.z - a.z)
    scale = Vec3(
        x=s.x * now.scale.x / was.scale.x,
        y=s.y * now.scale.y / was.scale.y,
        z=s.z * now.scale.z / was.scale.z,
    )
    components = present.components
    reach, then = _reach(was), _reach(now)
    if reach and then:
        components = tuple(
            c.model_copy(update={"range": round(c.range * then / reach, 4)})
            if isinstance(c, PointLight)
            else c
            for c in components
        )
    draft.change(node, position=rounded(there, 4), scale=rounded(scale, 4), components=components)


def _reach(node: Node) -> float | None:
    """The range of a point light, metres; None for what is none."""
    return next((c.range for c in node.components if isinstance(c, PointLight)), None)


def _called(room: Room) -> str:
    return "room" if room.roofed else "ground"


def _told(room: Room) -> str:
    """ "6.3 m wide, 5 m deep and 2.7 m high", as people are told it."""
    sides = [f"{round(room.width, 1):g} m wide", f"{round(room.depth, 1):g} m deep"]
    if not room.roofed:
        return " and ".join(sides)
    return f"{', '.join(sides)} and {round(room.height, 1):g} m high"


def _why(draft: Draft, done: Reshaped) -> str:
    names = [draft.nodes[n].name for n in done.blockers if n in draft.nodes]
    if not names:
        return "there has to be a floor to stand on"
    return f"{listed(names)} would have no room"
