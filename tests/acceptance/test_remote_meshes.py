"""Meshes made elsewhere: two deployments, of which one asks the other; and engines of others."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from ops.client.geometry import GeometryClient, GeometryWish
from tests import pictures
from tests.acceptance.stack import Up, cli, up
from tests.acceptance.test_geometry import free_port
from tests.acceptance.unity import unity
from tests.gltf.validator import validate
from tests.plugged import CLAY, installed
from tests.sculptors import Machine
from tests.standins.hunyuan_api import hunyuan_api
from tests.standins.programmed import Request, serving

QUICK = """
[retry.mesh]
attempts = 10
base_s = 0.1
cap_s = 1.0
"""


def events(data: Path, session: str) -> list[dict[str, Any]]:
    told = cli(data, "tail", session, "--json", "--no-follow")
    assert told.returncode == 0, told.stderr
    return [json.loads(line) for line in told.stdout.splitlines()]


def sessions(data: Path) -> list[str]:
    told = cli(data, "sessions", "--json").stdout.splitlines()
    return [json.loads(line)["session"] for line in told]


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """The folder that both deployments see."""
    folder = tmp_path / "shared"
    folder.mkdir()
    return folder


@contextmanager
def server(shared: Path, data: Path, port: str) -> Iterator[Up]:
    """The deployment that makes the meshes."""
    options = ("--geometry-port", port, "--geometry-root", str(shared), "--workers", "2")
    with up(data, "--only", "geometry,mesh", *options) as started:
        yield started


@contextmanager
def asking(data: Path, port: str, shared: Path, *options: str) -> Iterator[Up]:
    """The deployment that asks it, with a user and a password in the URL."""
    data.mkdir()
    (data / "scenestream.toml").write_text(QUICK)
    engine = f"mesh=remote:http://me:sec-ret@127.0.0.1:{port}"
    where = {"SCENESTREAM_REMOTE_FOLDER": str(shared)}
    with up(data, "--engine", engine, "--workers", "2", *options, **where) as started:
        yield started


async def test_a_scenes_meshes_are_made_by_another_deployment(tmp_path: Path, shared: Path) -> None:
    port, ours, theirs = free_port(), tmp_path / "ours", tmp_path / "theirs"
    with server(shared, theirs, port), asking(ours, port, shared) as stack:
        async with unity(stack.ws) as client:
            frame = await client.ask("a red chair and a wooden table")
        assert frame.type == "generate_3d_scene", frame.text
        assert len(frame.assets) == 2
        for asset in frame.assets:
            assert validate(asset.data).errors == 0
        log = await asyncio.to_thread(events, ours, client.session)
        made = [e for e in log if e["type"] == "mesh.generated"]
        assert {e["data"]["engine"] for e in made} == {f"remote:http://127.0.0.1:{port}"}
        assert len(await asyncio.to_thread(sessions, theirs)) == len(made) == 2
        consumers = await asyncio.to_thread(cli, ours, "consumers", "--json")
        assert f"remote:http://127.0.0.1:{port}" in consumers.stdout
        assert (await asyncio.to_thread(cli, ours, "verify", client.session)).returncode == 0
    told = json.dumps(log) + consumers.stdout + (ours / "up.log").read_text()
    assert "sec-ret" not in told
    assert list(shared.iterdir()) == []


def test_a_batchs_backend_reaches_the_server_that_makes_it(tmp_path: Path, shared: Path) -> None:
    port, door, theirs = free_port(), free_port(), tmp_path / "theirs"
    (tmp_path / "files").mkdir()
    picture = tmp_path / "files" / "a.png"
    picture.write_bytes(pictures.encoded(pictures.drawn()))
    files = str(tmp_path / "files")
    options = ("--only", "geometry,mesh", "--geometry-port", door, "--geometry-root", files)
    with (
        server(shared, theirs, port),
        asking(tmp_path / "ours", port, shared, *options) as stack,
    ):
        client = GeometryClient(stack.ready["geometry"])
        wish = GeometryWish(str(picture), str(tmp_path / "files"), "vase", backend="sam3d")
        (line,) = client.generate([wish])
        assert line.error == ""
        (there,) = sessions(theirs)
        asked = [e for e in events(theirs, there) if e["type"] == "geometry.requested"]
    assert [e["data"]["backend"] for e in asked] == ["sam3d"]


def test_a_server_killed_in_mid_batch_costs_no_item(tmp_path: Path, shared: Path) -> None:
    port, door, theirs = free_port(), free_port(), tmp_path / "theirs"
    files = tmp_path / "files"
    files.mkdir()
    (files / "a.png").write_bytes(pictures.encoded(pictures.drawn(1500)))
    options = ("--only", "geometry,mesh", "--geometry-port", door, "--geometry-root", str(files))
    came = []
    with contextlib.ExitStack() as running:
        first = running.enter_context(server(shared, theirs, port))
        stack = running.enter_context(asking(tmp_path / "ours", port, shared, *options))
        wish = GeometryWish(str(files / "a.png"), str(files), "vase")
        for line in GeometryClient(stack.ready["geometry"]).generate([wish] * 10):
            came.append(line)
            if len(came) == 3:
                first.kill()
                running.enter_context(server(shared, theirs, port))
    assert [line.error for line in came] == [""] * 10
    assert sorted(line.index for line in came) == list(range(10))
    assert len({line.path for line in came}) == 10
    left = [folder for folder in shared.iterdir() if any(folder.glob("mesh.glb"))]
    assert left == []


async def test_who_cancels_is_worked_for_no_more_elsewhere(tmp_path: Path, shared: Path) -> None:
    begun, left = threading.Event(), threading.Event()

    def answer(request: Request) -> None:
        begun.set()
        if request.is_left(20.0):
            left.set()

    with serving(answer) as slow:
        port = slow.url.rpartition(":")[2]
        with asking(tmp_path / "ours", port, shared) as stack:
            async with unity(stack.ws) as client:
                asked = asyncio.create_task(client.ask("make a 3D object: a red chair"))
                assert await asyncio.to_thread(begun.wait, 20.0)
                done = await asyncio.to_thread(cli, tmp_path / "ours", "cancel", client.session)
                assert done.returncode == 0, done.stderr
                assert await asyncio.to_thread(left.wait, 5.0)
                await asked
            log = await asyncio.to_thread(events, tmp_path / "ours", client.session)
    assert log[-1]["type"] == "request.cancelled"


async def test_what_the_server_refuses_is_in_the_log_in_its_words(
    tmp_path: Path, shared: Path
) -> None:
    refused: Callable[[Request], None] = lambda r: r.json(400, {"error": "no chairs today"})  # noqa: E731
    with serving(refused) as peer:
        port = peer.url.rpartition(":")[2]
        with asking(tmp_path / "ours", port, shared) as stack:
            async with unity(stack.ws) as client:
                answer = await client.ask("a red chair and a wooden table")
            log = await asyncio.to_thread(events, tmp_path / "ours", client.session)
    assert "The red chair could not be made; a block stands in its place." in answer.text
    failed = [e["data"] for e in log if e["type"] == "asset.failed"]
    assert len(failed) == 2
    assert all(data["code"] == "RemoteRefused" for data in failed)
    assert all("400: no chairs today" in data["message"] for data in failed)


async def test_a_scenes_meshes_are_made_by_hunyuans_server(tmp_path: Path) -> None:
    with hunyuan_api() as api:
        api.fails = 1  # as for want of memory: the step is tried again
        options = ("--engine", f"mesh=hunyuan-api:{api.url}", "--workers", "2")
        with up(tmp_path, *options, SCENESTREAM_TERRITORY="US") as stack:
            async with unity(stack.ws) as client:
                frame = await client.ask("a red chair and a wooden table")
            log = await asyncio.to_thread(events, tmp_path, client.session)
    assert len(frame.assets) == 2
    made = [e["data"] for e in log if e["type"] == "mesh.generated"]
    assert {data["engine"] for data in made} == {f"hunyuan-api:{api.url}"}
    assert len(made) == 2


async def test_a_deployment_that_would_ask_itself_is_told(tmp_path: Path, shared: Path) -> None:
    port = free_port()
    itself = ("--geometry-port", port, "--geometry-root", str(shared))
    with asking(tmp_path / "ours", port, shared, *itself) as stack:
        async with unity(stack.ws) as client:
            frame = await client.ask("a 3d model of a chair")
    assert frame.type == "error"
    assert "from this very deployment" in frame.text


def asked(folder: Path, stack: Up, *backends: str, **find: object) -> list[Any]:
    """What becomes of a picture of two boxes for each backend, in order."""
    picture = Image.new("RGB", (200, 100), (230, 230, 230))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((20, 20, 60, 80), fill=(200, 30, 30))
    pen.rectangle((120, 40, 190, 80), fill=(30, 60, 200))
    (folder / "boxes.png").write_bytes(pictures.encoded(picture))
    path, config = str(folder / "boxes.png"), dict(find) or None
    wishes = [
        GeometryWish(path, str(folder), "boxes", backend=backend, sam3d_config=config)
        for backend in backends
    ]
    came = list(GeometryClient(stack.ready["geometry"]).generate(wishes))
    return sorted(came, key=lambda line: line.index)


def test_a_batchs_backend_picks_among_the_engines_of_a_consumer(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    machine.has_gpu()
    machine.has_sam3d()
    machine.has_sam3()
    data, files = tmp_path / "data", tmp_path / "files"
    files.mkdir()
    options = [
        *("--only", "geometry,mesh", "--workers", "1", "--engine", "mesh=greybox,sam3d"),
        *("--geometry-port", free_port(), "--geometry-root", str(files)),
    ]
    red = {"mode": "object_description", "object_description": "the red box"}
    with up(data, *options, **machine.env, SCENESTREAM_GEOMETRY_STRICT="0") as stack:
        came = asked(files, stack, "sam3d", "hunyuan3d", **red)
        assert [line.error for line in came] == ["", ""]
        log = events(data, sessions(data)[0])
        consumers = cli(data, "consumers", "--json").stdout
    made = [e["data"] for e in log if e["type"] == "geometry.generated"]
    assert {(m["backend"], m["engine"]) for m in made} == {
        ("sam3d", "sam3d"),
        ("hunyuan3d", "greybox"),  # nobody has it: the usual engine, and the event says so
    }
    assert machine.calls("sam3.prompt")[0]["prompt"] == "the red box"
    assert "greybox, sam3d" in consumers
    with up(data, *options, **machine.env, SCENESTREAM_GEOMETRY_STRICT="1") as stack:
        strict = asked(files, stack, "sam3d", "hunyuan3d", **red)
    assert strict[0].error == ""
    assert "hunyuan3d can not run here: the weights tencent/Hunyuan3D-2 are not" in strict[1].error
    assert "--engine mesh=greybox,sam3d,hunyuan3d" in strict[1].error


async def test_an_engine_of_another_distribution_makes_a_scene(tmp_path: Path) -> None:
    folder = installed(tmp_path / "site", "acme-scenes", CLAY, {"mesh": {"clay": "{module}:make"}})
    there = {"PYTHONPATH": str(folder)}
    data = tmp_path / "data"
    with up(data, "--engine", "mesh=clay:112233", "--workers", "1", **there) as stack:
        async with unity(stack.ws) as client:
            frame = await client.ask("a red chair")
        log = await asyncio.to_thread(events, data, client.session)
    assert len(frame.assets) == 1
    (made,) = [e["data"] for e in log if e["type"] == "mesh.generated"]
    assert made["engine"] == "clay:112233"
    refused = cli(data, "up", "--engine", "mesh=cly", **there)
    assert refused.returncode != 0
    assert "did you mean clay?" in refused.stderr
