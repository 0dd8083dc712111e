"""The old direct write: a shipping client's scene in Redis, seen by others before it speaks."""

from __future__ import annotations

import asyncio
import json

import pytest

from gateway import snapshots
from gateway.session_v1 import V1Session
from gateway.snapshots import Snapshots
from schemas import events as e
from schemas import scene_v1
from schemas.ids import RequestId, SessionId
from schemas.model import Vec3
from schemas.scene import Node, Scene
from tests.acceptance.unity import unity
from tests.bare_v2 import v2
from tests.integration.gateways_v2 import Place, S
from tests.integration.pasts import begin, edit, room
from tests.integration.test_gateway_http import place as place

__all__ = ["place"]


def moved(scene: Scene, x: float) -> str:
    """The snapshot of a client that moved the first thing by hand."""
    nodes: list[Node] = list(scene.nodes.values())
    nodes[0] = nodes[0].model_copy(update={"position": Vec3(x=x)})
    return json.dumps(scene_v1.scene_document(Scene.of(scene.name, nodes)))


async def test_others_see_what_a_shipping_client_did_by_hand(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "WATCHED_S", 0.02)
    async with unity(place.ws) as old:
        session = SessionId(old.session)
        scene = room(0)
        made = [
            e.RequestAccepted(kind="text", text="a room"),
            e.SceneComposed(name=scene.name, nodes=tuple(scene.nodes.values())),
            e.RequestCompleted(kind="generate_3d_scene", text="Here."),
        ]
        await place.shards.of(session).append(session, RequestId("r"), "made", made)
        assert (await old.receive()).type == "generate_3d_scene"
        async with v2(place.ws, session=session) as new:
            hand = asyncio.create_task(at_work(place, session, scene))
            told = await new.until("revised")
            hand.cancel()
            assert told.revised.how == "by hand"
            assert new.shown.find("n 0").position.x >= 7.0


async def at_work(place: Place, session: str, scene: Scene) -> None:
    """Somebody who goes on moving a thing."""
    for n in range(1000):
        await place.shards.redis.set(f"scene:{session}", moved(scene, 7.0 + n))
        await asyncio.sleep(0.05)


async def test_a_snapshot_is_taken_once_and_reverts_nothing_that_it_does_not_know(
    place: Place,
) -> None:
    core = V1Session(S, lambda: "r")
    looks = Snapshots(place.shards, lambda _: True)

    async def look(snapshot: str) -> int:
        """The revision after a look at what the client wrote, of which it is told then."""
        await place.shards.redis.set(f"scene:{S}", snapshot)
        await looks.look(core)
        core.events(await place.history.read(S, core.state.at))
        return (await place.history.state(S)).revision

    await begin(place.log, S)
    core.events(await place.history.read(S))
    exported = json.dumps(scene_v1.scene_document(room(0)))
    assert await look(exported) == 1
    assert [await look(moved(room(0), 3.0)) for _ in range(3)] == [2, 2, 2]
    await edit(place.log, SessionId(S), 1)  # the core has not heard of it, nor the client
    assert await look(moved(room(0), 4.0)) == 3
    assert await look(moved(room(0), 4.0)) == 3  # from before the edit: it would revert it
    assert await look(moved(room(1), 4.0)) == 4
    scene = (await place.history.state(S)).scene
    assert scene is not None
    places = {n.name: n.position.x for n in scene.nodes.values()}
    assert (places["n 0"], places["n 1"]) == (4.0, 1.0)  # the hand's, and the edit's
