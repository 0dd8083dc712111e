"""Sessions with a past: what the tests of history, forks and archives begin from."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from schemas import events as e
from schemas.events import Event
from schemas.ids import NodeId, RequestId, SessionId
from schemas.model import Vec3
from schemas.patch import between
from schemas.scene import Color, Node, Primitive, Scene
from streams.artifacts import ArtifactStore
from streams.log import Log
from streams.past.history import History
from streams.shards import Shards
from streams.state import States

BLOCK = Primitive(shape="cube", color=Color(r=0.5, g=0.25, b=0.75))


@asynccontextmanager
async def opened(redis_url: str, folder: Path) -> AsyncIterator[tuple[Shards, History]]:
    """A deployment's logs and histories; artifacts lie below ``folder``."""
    shards = await Shards.open(redis_url)
    try:
        yield shards, History(shards, ArtifactStore(str(folder / "artifacts")))
    finally:
        await shards.close()


def room(n: int, nodes: int = 4) -> Scene:
    """The scene after ``n`` edits: one of its nodes moved each time."""
    places = [sum(1 for k in range(1, n + 1) if k % nodes == i) for i in range(nodes)]
    return Scene.of(
        "room",
        [
            Node(id=NodeId(f"n{i}"), name=f"n {i}", position=Vec3(x=x), components=(BLOCK,))
            for i, x in enumerate(places)
        ],
    )


async def begin(log: Log, session: SessionId) -> None:
    """Open the session and give it its first scene: revision 1."""
    await log.append(session, None, "opened", [e.SessionOpened(protocol="test", user="ada")])
    scene = room(0)
    made = [
        e.RequestAccepted(kind="audio"),
        e.AgentThought(text="a room", engine="rules"),
        e.SceneComposed(name=scene.name, nodes=tuple(scene.nodes.values())),
        e.RequestCompleted(kind="generate_3d_scene", text="Here is a room."),
    ]
    await log.append(session, RequestId(f"{session}-0"), "made", made)


async def edit(log: Log, session: SessionId, n: int) -> None:
    """The ``n``-th edit, from 1: it makes revision ``n`` + 1."""
    before, after = room(n - 1), room(n)
    made = [
        e.RequestAccepted(kind="audio"),
        e.AgentThought(text=f"move number {n % 4}", engine="rules"),
        e.ScenePatched(
            patch=tuple(between(before, after)),
            inverse=tuple(between(after, before)),
            summary=f"I moved n {n % 4}.",
            touched=(f"n{n % 4}",),
        ),
        e.RequestCompleted(kind="modify_3d_scene", text="Done."),
    ]
    await log.append(session, RequestId(f"{session}-{n}"), "made", made)


async def lived(history: History, session: SessionId, edits: int) -> list[Event]:
    """A session of ``edits`` edits with its keyframes, made as workers make them; its events."""
    log = history.shards.of(session)
    states = States(log, history)
    await begin(log, session)
    for n in range(1, edits + 1):
        await edit(log, session, n)
        await states.get(session)
        await states.written()
    await states.close()
    return await history.read(session)
