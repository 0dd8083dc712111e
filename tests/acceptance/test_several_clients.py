"""Several clients in one session, at two gateways of the real product: all see all, and edit."""

from __future__ import annotations

import asyncio
import json
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from schemas import wire_v2_pb2 as pb
from schemas.ids import SessionId
from schemas.scene_v2 import scene_hash
from streams.artifacts import ArtifactStore
from streams.past.history import History
from streams.shards import Shards
from tests.acceptance.stack import Up, up
from tests.bare_v2 import ENDS, V2, Shown, v2

RELOADS = 5
RELOAD_S = 1.0
"""What a domain reload of Unity's may cost, after which its client comes back with its cursor."""


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Up, Up]]:
    """A whole stack, and a second gateway of the same deployment."""
    data = tmp_path_factory.mktemp("two")
    with up(data) as whole, up(data / "b", "--only", "gateway", REDIS_URL=whole.redis) as gateway:
        yield whole, gateway


def at(node: pb.Node, **members: pb.Vec3) -> pb.Node:
    moved = pb.Node()
    moved.CopyFrom(node)
    for name, value in members.items():
        getattr(moved, name).CopyFrom(value)
    return moved


async def ended(client: V2, command: str) -> None:
    """The client has been told how the request ended."""
    while not any(
        f.request.endswith(command) and f.WhichOneof("event") in ENDS for f in client.frames
    ):
        await client.receive()


async def agreed(*clients: V2) -> int:
    """The hash that all show of the newest revision that any of them shows."""
    newest = max(client.shown.revision for client in clients)
    for client in clients:
        while client.shown.revision < newest or client.shown.draft:
            await client.receive()
    if newest < max(client.shown.revision for client in clients):
        return await agreed(*clients)
    (found,) = {client.shown.hash for client in clients}
    return found


async def in_the_log(stack: Up, folder: Path, session: str) -> int:
    shards = await Shards.open(stack.redis)
    try:
        history = History(shards, ArtifactStore(str(folder)))
        return scene_hash((await history.state(SessionId(session))).scene)
    finally:
        await shards.close()


async def test_edits_of_all_clients_are_merged_by_member_and_conflicts_named(
    two: tuple[Up, Up], tmp_path: Path
) -> None:
    first, second = two
    async with v2(first.ws) as designer:
        await designer.ask("a room with a red sofa and a table")
        async with v2(second.ws, session=designer.session) as headset:
            await agreed(designer, headset)
            base, sofa = headset.shown.revision, headset.shown.find("red sofa")
            spoken = await designer.say("add a lamp next to the table")
            await designer.until("accepted")
            here, there = pb.Vec3(x=0.5, z=0.5), pb.Vec3(x=-0.5, z=-0.5)
            upserts = [at(sofa, position=here)]
            await headset.send(scene_state=pb.SceneState(base=base, upserts=upserts))
            await headset.until("taken")
            upserts = [at(sofa, position=there, rotation=pb.Vec3(y=90))]
            await designer.send(scene_state=pb.SceneState(base=base, upserts=upserts))
            conflict = (await designer.until("conflict")).conflict
            assert [(m.node, m.member) for m in conflict.kept] == [(sofa.id, "position")]
            for client in (designer, headset):
                while client.shown.nodes[sofa.id].rotation.y != 90:
                    await client.receive()
                await ended(client, spoken)
            shown = await agreed(designer, headset)
            for client in (designer, headset):
                merged = client.shown.nodes[sofa.id]
                assert (merged.position.x, merged.rotation.y) == (0.5, 90)
                assert client.shown.find("lamp")
            assert shown == await in_the_log(first, tmp_path, designer.session)


async def test_a_domain_reload_in_mid_scene_costs_a_second_at_any_gateway(
    two: tuple[Up, Up],
) -> None:
    urls = [place.ws for place in two]
    async with v2(urls[0]) as designer:
        asked = await designer.say("a living room with a sofa, two chairs, a rug and a bookshelf")
        await designer.until("accepted")
        cursor, shown, took = designer.cursor, Shown(), []
        for n in range(RELOADS):
            begun = time.monotonic()
            async with v2(urls[n % 2], shown, cursor=cursor) as unity:
                await unity.send(cancel=pb.Cancel(request="nobody"))
                await unity.until("refused")  # all that was missed came before it
                took.append(time.monotonic() - begun)
                cursor, shown = unity.cursor or cursor, unity.shown
        assert min(took) <= RELOAD_S
        async with v2(urls[1], shown, cursor=cursor) as unity:
            await ended(designer, asked)
            await agreed(designer, unity)


async def test_a_broadcast_reaches_all_and_everybody_knows_how_many_they_are(
    two: tuple[Up, Up],
) -> None:
    first, second = two
    async with v2(first.ws, progress=True) as designer:
        async with v2(second.ws, session=designer.session, progress=True) as headset:
            assert (await designer.until("joined")).joined.clients == 2
            said = await asyncio.to_thread(posted, second.ws, "We restart at noon.")
            for client in (designer, headset):
                told = (await client.until("broadcast")).broadcast
                assert (told.id, told.text) == (said["id"], "We restart at noon.")
        assert (await designer.until("joined")).joined.clients == 1


def posted(ws: str, text: str) -> Any:
    where = ws.replace("ws://", "http://").rstrip("/") + "/broadcasts"
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(where, json.dumps({"text": text}).encode(), headers)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)
