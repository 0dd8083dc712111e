"""What operators do: several processes, kill -9, Ctrl-C, a second start, a public address."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from schemas.events import Event, SceneComposed
from schemas.ids import SessionId
from streams.connection import connect
from streams.log import Log
from tests.acceptance.stack import cli, up
from tests.acceptance.unity import unity
from tests.integration.servers import server

BIG = (
    "a room with a sofa, a table, four chairs around the table, a bookshelf, a floor lamp, a desk, "
    "a bed, a wardrobe, a television, a plant, a rug and a piano"
)
ENGINES = "asr,agent,prompt,decompose,library,image,mesh,compose,patch"


def composed(events: list[Event]) -> int:
    """How many whole scenes were composed (a long one comes in parts)."""
    return sum(isinstance(e.data, SceneComposed) and e.data.is_last for e in events)


async def test_a_second_start_finds_the_same_sessions(tmp_path: Path) -> None:
    with up(tmp_path) as first:
        async with unity(first.ws) as client, unity(first.ws) as silent:
            await client.ask("hello")
        assert first.stop() == 0
    with up(tmp_path, "--only", "gateway"):
        listed = cli(tmp_path, "sessions", "--json")
        everything = cli(tmp_path, "sessions", "--json", "--all", "--limit", "2")
        tailed = cli(tmp_path, "tail", client.session[:8], "--no-follow", "--json")
    assert [json.loads(line)["session"] for line in listed.stdout.splitlines()] == [client.session]
    assert "left out: 1 in which nothing happened" in listed.stderr
    names = {json.loads(line)["session"] for line in everything.stdout.splitlines()}
    assert names == {client.session, silent.session}
    types = [json.loads(line)["type"] for line in tailed.stdout.splitlines()]
    assert types[0] == "session.opened"
    assert types[-1] == "request.completed"


async def test_ctrl_c_finishes_what_is_in_hand_and_keeps_the_rest(tmp_path: Path) -> None:
    with up(tmp_path, "--workers", "1") as first:
        async with unity(first.ws) as client:
            await client.send(type="text", text=BIG)
            log = Log(await connect(first.redis))
            async for entry in log.feed("0-0"):
                if entry.event.type == "scene.decomposed":
                    break
            await log.close()
            assert await asyncio.to_thread(first.stop) == 0
    with up(tmp_path) as again:
        log = Log(await connect(again.redis))
        async with asyncio.timeout(60):
            async for _ in log.feed("0-0"):
                events = await log.read(SessionId(client.session))
                if events[-1].type == "request.completed":
                    break
        await log.close()
    assert composed(events) == 1


def test_a_public_address_needs_insecure(tmp_path: Path) -> None:
    refused = cli(tmp_path, "up", "--host", "0.0.0.0", "--port", "0")
    assert refused.returncode == 2
    assert "--insecure" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with up(tmp_path / "a", "--only", "gateway") as first:
        port = first.ws.rstrip("/").rsplit(":", 1)[1]
        second = cli(tmp_path / "b", "up", "--only", "gateway", "--port", port)
    assert second.returncode == 2
    assert "--port" in second.stderr
    assert "Traceback" not in second.stderr


def test_settings_that_make_no_sense_are_named(tmp_path: Path) -> None:
    port = cli(tmp_path, "up", WEBSOCKET_PORT="eighty")
    assert port.returncode == 2
    assert "WEBSOCKET_PORT is 'eighty'" in port.stderr
    stage = cli(tmp_path, "up", "--only", "mesh,teleport")
    assert "teleport" in stage.stderr
    away = cli(tmp_path, "up", "--port", "0", REDIS_URL="redis://127.0.0.1:1/0")
    assert away.returncode == 1
    assert "REDIS_URL" in away.stderr


def test_doctor_says_what_runs_here(tmp_path: Path) -> None:
    told = cli(tmp_path, "doctor", "--json")
    assert told.returncode == 0, told.stdout + told.stderr
    parts = {json.loads(line)["part"] for line in told.stdout.splitlines()}
    assert {"redis", "asr", "mesh"} <= parts


async def test_send_prints_the_answer_and_saves_what_came(tmp_path: Path) -> None:
    with up(tmp_path):
        sent = await asyncio.to_thread(
            cli, tmp_path, "send", "a 3d model of a teapot", "--json", "--out", str(tmp_path / "o")
        )
        answer = json.loads(sent.stdout.splitlines()[-1])
        assert answer["type"] == "generate_3d_object"
        saved = list((tmp_path / "o" / answer["session"]).glob("*.glb"))
        more = await asyncio.to_thread(
            cli, tmp_path, "send", "hello", "--session", answer["session"][:8]
        )
    assert [p.name for p in saved] == answer["assets"]
    assert more.returncode == 0


async def test_a_redis_that_is_killed_and_comes_back_costs_a_connected_client_nothing(
    tmp_path: Path,
) -> None:
    keeps = ("--appendonly", "yes", "--appendfsync", "always")
    with server(tmp_path / "redis", *keeps) as first:
        url = f"redis://127.0.0.1:{first.port}/0"
        with up(tmp_path / "data", "--workers", "1", REDIS_URL=url) as stack:
            async with unity(stack.ws) as client:
                await client.scene("a small room with a chair")
                first.kill()
                await client.send(type="text", text="add a lamp next to the chair")
                with server(tmp_path / "redis", *keeps, port=first.port):
                    frame = await client.answer()
                    assert frame.type == "modify_3d_scene", frame.text
                    assert stack.stop() == 0
