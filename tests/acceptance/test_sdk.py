"""The Python client and the real product: the README's examples, a gateway that is killed."""

from __future__ import annotations

import asyncio
import io
import json
import os
import re
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from gateway.export.container import unpack
from gateway.sdk.python.scenestream_client import (
    AsyncClient,
    Backoff,
    Dropped,
    Notice,
    ServerError,
    Unreachable,
    pb,
)
from gateway.sdk.python.scenestream_client.exports import exported
from schemas.ids import SessionId
from schemas.scene_v2 import scene_hash
from streams.artifacts import ArtifactStore
from streams.past.history import History
from streams.shards import Shards
from tests.acceptance.stack import Up, up
from tests.acceptance.test_operations import ENGINES
from tests.web import workshop

ROOT = Path(__file__).parents[2]
SDK = ROOT / "gateway/sdk/python"
ROOM = "a room with a sofa, a table, four chairs around the table, a bookshelf, a desk and a bed"


def examples() -> list[str]:
    files = (SDK / "README.md", ROOT / "README.md")
    python = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
    blocks = [python.findall(file.read_text("utf-8")) for file in files]
    return [block for found in blocks for block in found if "scenestream_client" in block]


@pytest.mark.parametrize("example", examples(), ids=lambda text: text[:40].splitlines()[0])
def test_the_examples_run_as_they_stand(stack: Up, example: str, tmp_path: Path) -> None:
    assert "ws://127.0.0.1:8765/" in example
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", example.replace("ws://127.0.0.1:8765/", stack.ws)],
        env={**os.environ, "PYTHONPATH": str(SDK), "XDG_CACHE_HOME": str(tmp_path)},
        capture_output=True, text=True, timeout=110, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) >= 2


async def test_a_gateway_killed_in_mid_scene_costs_a_client_nothing(tmp_path: Path) -> None:
    noted: list[Notice] = []
    with up(tmp_path, "--only", ENGINES, "--workers", "1") as engines:
        port = str(free_port())
        options = ("--only", "gateway", "--port", port)
        backoff = Backoff(first_s=0.1, most_s=0.5)
        with up(tmp_path, *options, REDIS_URL=engines.redis) as first:
            client = AsyncClient(first.ws, backoff=backoff, on_notice=noted.append)
            await client.open()
            events = client.events()
            asking = asyncio.create_task(client.ask(ROOM))
            kinds: list[str] = []
            while "asset_ready" not in kinds:
                kinds.append((await asyncio.wait_for(anext(events), 60)).kind)
            first.kill()
        with up(tmp_path, *options, REDIS_URL=engines.redis):
            answer = await asyncio.wait_for(asking, 90)
            while "completed" not in kinds:
                kinds.append((await asyncio.wait_for(anext(events), 60)).kind)
            assert answer.kind == "generate_3d_scene"
            assert any(isinstance(notice, Dropped) for notice in noted)
            assert [kinds.count(k) for k in ("accepted", "blocked_out", "completed")] == [1, 1, 1]
            shards = await Shards.open(engines.redis)
            history = History(shards, ArtifactStore(str(tmp_path / "artifacts")))
            scene = (await history.state(SessionId(client.session))).scene
            await shards.close()
            assert client.scene.hash == scene_hash(scene)
            assert len(await client.asset(next(iter(client.scene.assets)))) > 100
            await client.close()


async def test_a_scene_is_exported_by_whom_it_belongs_to(stack: Up) -> None:
    async with AsyncClient(stack.ws) as client:
        with pytest.raises(ServerError) as none_yet:
            await client.export()
        assert (none_yet.value.category, none_yet.value.code) == ("not_found", "NothingToExport")
        await client.ask("a room with a chair")
        assert unpack(await client.export())[0]["scenes"][0]["name"] == client.scene.name
        with zipfile.ZipFile(io.BytesIO(await client.export("scene.zip", "r1"))) as archive:
            assert "scene.json" in archive.namelist()
        with pytest.raises(ServerError, match="no revision 9"):
            await client.export(at="r9")
    with pytest.raises(ServerError) as unknown:
        exported(stack.ready["http"], "nobody's", "scene.glb")
    assert unknown.value.category == "not_found"
    with pytest.raises(Unreachable):
        exported(f"http://127.0.0.1:{free_port()}/", "x", "scene.glb")


async def test_an_edit_tells_how_many_assets_it_takes(stack: Up) -> None:
    async with AsyncClient(stack.ws) as client:
        await client.ask("a room with a chair")
        events = client.events()
        await client.ask("add a sofa, a desk and a bookshelf")
        ready = []
        async for event in events:
            if isinstance(event.what, pb.AssetReady):
                ready.append((event.what.done, event.what.total))
            if event.kind == "completed":
                break
    assert ready == [(1, 3), (2, 3), (3, 3)]


async def test_the_typescript_client_talks_to_the_real_product(stack: Up) -> None:
    run = asyncio.to_thread(workshop.run, workshop.bundled("live"), stack.ws)
    told = json.loads(await run)
    assert (told["kind"], told["undone"]) == ("generate_3d_scene", "modify_3d_scene")
    assert 1 <= told["edits"] <= 12  # merged as they came, and none in conflict with another
    assert told["conflicts"] == 0
    assert len(told["sizes"]) >= 2
    assert min(told["sizes"]) > 100
    assert (told["refusal"], told["closed"]) == ("bad_input", "ClientClosed")


def free_port() -> int:
    with socket.socket() as probing:
        probing.bind(("127.0.0.1", 0))
        return int(probing.getsockname()[1])
