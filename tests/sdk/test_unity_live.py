"""The Unity package's core, under mono, against real gateways on a real Redis."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from schemas import wire_v2_pb2 as pb
from tests.bare_v2 import v2
from tests.integration.gateways_v2 import S, gateways
from tests.integration.pasts import begin, edit
from tests.sdk.mono import Mono

EDITS = 40
OTHERS = 30


@pytest.mark.timeout(150)
@pytest.mark.parametrize("seed", [1, 2])
async def test_a_client_that_loses_its_connection_again_and_again_shows_the_log(
    mono: Mono, checks: Path, redis_url: str, tmp_path: Path, seed: int
) -> None:
    async with gateways(redis_url, tmp_path) as place:
        await begin(place.log, S)
        arguments = f"{place.ws},{place.other}", S, str(EDITS), str(seed), "the end"
        running = asyncio.create_task(asyncio.to_thread(mono.run, checks, "soak", *arguments))
        for n in range(1, OTHERS + 1):
            await asyncio.sleep(0.02)
            await edit(place.log, S, n)
        async with v2(place.ws, session=S) as other:
            last = pb.Node(id="end", name="the end")
            await other.send(scene_state=pb.SceneState(base=other.shown.revision, upserts=[last]))
            told = dict(pair.split("=") for pair in (await running).split())
        assert int(told["hash"], 16) == await place.hash()
        assert int(told["edits"]) == EDITS
        # Each counted once, however often it was sent.
        assert int(told["revision"]) == 1 + OTHERS + EDITS + 1
        assert int(told["drops"]) > EDITS // 3
        assert int(told["resumed"]) > 0


async def test_the_component_shows_a_session_sends_what_moves_and_survives_a_reload(
    mono: Mono, checks: Path, redis_url: str, tmp_path: Path
) -> None:
    async with gateways(redis_url, tmp_path) as place:
        await begin(place.log, S)
        run = asyncio.to_thread(mono.run, checks, "component", place.ws, S)
        told = dict(pair.split("=") for pair in (await run).split())
        scene = (await place.history.state(S)).scene
    assert scene is not None
    assert int(told["objects"]) == len(scene.nodes)
    assert min(scene.nodes.values(), key=lambda n: n.id).position.x == 12.0
    assert (told["welcomes"], told["resumed"]) == ("2", "1")
    assert int(told["reload_ms"]) <= 1000
