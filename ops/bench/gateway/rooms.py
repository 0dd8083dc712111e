"""Sessions that change as a request changes them, an event at a time, each with its time in it.

A session's ``n``-th event is the same for all who ask, so that a writer needs no memory of it.
"""

from __future__ import annotations

import time

from schemas import events as e
from schemas.ids import NodeId, RequestId, SessionId
from schemas.model import Vec3
from schemas.patch import between
from schemas.scene import Color, Node, Primitive, Scene
from streams.log import Log

NODES = 20
_BLOCK = Primitive(shape="cube", color=Color(r=0.5, g=0.25, b=0.75))
STEPS = 4
"""Events of one edit: accepted, thought, patched, completed."""


def room(edits: int) -> Scene:
    """The scene after so many edits: each moved one node by a metre."""
    whole, rest = divmod(edits, NODES)
    places = [whole + (i < rest) for i in range(NODES)]
    return Scene.of(
        "room",
        [
            Node(id=NodeId(f"n{i}"), name=f"n {i}", position=Vec3(x=x), components=(_BLOCK,))
            for i, x in enumerate(places)
        ],
    )


async def begin(log: Log, session: SessionId) -> None:
    """Open the session and give it its first scene."""
    await log.append(session, None, "opened", [e.SessionOpened(protocol="bench")])
    scene = room(0)
    made = [
        e.RequestAccepted(kind="text", text="a room"),
        e.SceneComposed(name=scene.name, nodes=tuple(scene.nodes.values())),
        e.RequestCompleted(kind="generate_3d_scene", text="Here is a room."),
    ]
    await log.append(session, RequestId(f"{session}.0"), "made", made)


async def step(log: Log, session: SessionId, n: int, more: str = "") -> None:
    """Append the session's ``n``-th event after its beginning, from 0, with the time as its text,
    and ``more``: taken before the append is asked for."""
    edit, part = divmod(n, STEPS)
    request = RequestId(f"{session}.{edit + 1}")
    fact = told(edit, part, f"{time.time()!r} {more}")
    await log.append(session, request, f"step {part}", [fact])


def told(edit: int, part: int, text: str) -> e.Data:
    """What the ``part``-th event of an edit (from 0) says."""
    if part == 0:
        return e.RequestAccepted(kind="text", text=text)
    if part == 1:
        return e.AgentThought(text=text, engine="rules")
    if part == 2:
        before, after = room(edit), room(edit + 1)
        return e.ScenePatched(
            patch=tuple(between(before, after)),
            inverse=tuple(between(after, before)),
            summary=text,
            touched=(f"n{edit % NODES}",),
        )
    return e.RequestCompleted(kind="modify_3d_scene", text=text)
