"""A session of many edits, as its log would hold it: what folds, seeks and forks are measured on.

Fifty objects; each request moves or recolours one of them and has the seven events that the stages
write for it. Keyframes are written as workers write them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

import click

from schemas import events as e
from schemas.events import Event
from schemas.fold import fold
from schemas.ids import EventId, NodeId, RequestId, SessionId
from schemas.keyframe import digest
from schemas.model import Vec3
from schemas.patch import between
from schemas.scene import Color, Node, Primitive, Scene
from schemas.state import SessionState
from streams.artifacts import ArtifactStore
from streams.codec import encode, time_of
from streams.log import Log
from streams.past import keyframes

OBJECTS = 50
BEGAN_MS = 1_772_368_215_000
STEP_MS = 200
"""From one event to the next: a hundred thousand of them take five and a half hours."""


@dataclass(slots=True)
class LongSession:
    """What was written: the events' ids, and the scene's digest after each of the ``digests``."""

    session: SessionId
    ids: list[EventId] = field(default_factory=list)
    digests: dict[EventId, str] = field(default_factory=dict)


async def write(log: Log, artifacts: ArtifactStore, events: int, checked: int) -> LongSession:
    """Write a session of about ``events`` events; note the scene at ``checked`` of them."""
    made = LongSession(SessionId("long-session"))
    chosen = set(random.Random(7).sample(range(events), checked))
    state = SessionState()
    pipe = log.redis.pipeline(transaction=False)
    for n, event in enumerate(_with_keyframes(made.session, state, artifacts, events)):
        fold([event], state)
        made.ids.append(event.id or EventId(""))
        if n in chosen:
            made.digests[made.ids[-1]] = digest(state.scene)
        row = {"request": event.request or "", "e": encode(event)}
        pipe.xadd(log.keys.log(made.session), row, id=event.id)
        if n % 1_000 == 999:
            await pipe.execute()
        if n % 20_000 == 0:
            click.echo(f"  . {n:,} of {events:,} events")
    pipe.zadd(log.keys.sessions, {made.session: BEGAN_MS + events * STEP_MS})
    pipe.hset(log.keys.session(made.session), "rev", str(state.revision))
    await pipe.execute()
    return made


def _with_keyframes(
    session: SessionId, state: SessionState, artifacts: ArtifactStore, events: int
) -> Iterator[Event]:
    payloads = _payloads()
    for n in range(events):
        event_id = EventId(f"{BEGAN_MS + n * STEP_MS}-0")
        if keyframes.is_due(state):
            frame = keyframes.of(state)
            ref = artifacts.put(frame.document, keyframes.KEYFRAME)
            told: e.Data = e.SceneKeyframed(
                at=frame.at, state=ref, revision=frame.revision, scene=frame.scene
            )
            request = None
        else:
            request, told = next(payloads)
        yield Event(
            id=event_id,
            session=session,
            request=request,
            cause=state.at,
            at=time_of(event_id),
            by="host-12345-ab12",
            took_ms=1.5,
            data=told,
        )


def _payloads() -> Iterator[tuple[RequestId | None, e.Data]]:
    chance = random.Random(1)
    nodes = [_node(n) for n in range(OBJECTS)]
    scene = Scene.of("hall", nodes)
    yield None, e.SessionOpened(protocol="scener.v1", client="bench")
    first = RequestId("00000000000000000000000000000000")
    yield first, e.RequestAccepted(kind="text", text="a hall with fifty things")
    for part in range(5):
        run = tuple(nodes[part * 10 : part * 10 + 10])
        yield first, e.SceneComposed(part=part, parts=5, name="hall", nodes=run)
    yield first, e.RequestCompleted(kind="generate_3d_scene", text="Here is your scene, Hall.")
    while True:
        request = RequestId(f"{chance.getrandbits(128):032x}")
        node = chance.choice(list(scene.nodes.values()))
        after = _edited(scene, node, chance)
        words = f"move {node.name} a bit to the left"
        yield request, e.RequestAccepted(kind="text", text=words)
        thought = f"The scene is there and {words!r} changes something in it."
        yield request, e.AgentThought(text=thought, engine="rules")
        yield request, e.AgentActed(action="modify_3d_scene", input=words)
        summary = f"I moved {node.name}."
        yield (
            request,
            e.ScenePatched(
                patch=tuple(between(scene, after)),
                inverse=tuple(between(after, scene)),
                summary=summary,
                touched=(node.id,),
            ),
        )
        yield request, e.AgentObserved(step=0, text=f"scene.patched: {summary}")
        yield request, e.AgentReplied(text=summary)
        yield request, e.RequestCompleted(kind="modify_3d_scene", text=summary)
        scene = after


def _node(n: int) -> Node:
    grey = Primitive(shape="cube", color=Color(r=0.5, g=0.5, b=0.5))
    place = Vec3(x=n % 10, y=0.0, z=n // 10)
    return Node(id=NodeId(f"thing-{n}"), name=f"thing {n}", position=place, components=(grey,))


def _edited(scene: Scene, node: Node, chance: random.Random) -> Scene:
    place = Vec3(x=round(chance.uniform(-5, 5), 3), y=0.0, z=round(chance.uniform(-5, 5), 3))
    moved = node.model_copy(update={"position": place})
    return Scene.model_construct(
        name=scene.name, skybox=scene.skybox, nodes={**scene.nodes, node.id: moved}
    )
