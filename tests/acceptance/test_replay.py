"""A session seen again: by a client that knows no replays, and in the terminal."""

from __future__ import annotations

import asyncio
import json
import os
import pty
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection, connect

from schemas.events import Event
from schemas.ids import SessionId, event_order
from schemas.scene_v1 import read_snapshot, same, scene_document
from schemas.wire_pb2 import Content, MediaAsset
from streams.connection import connect as connect_redis
from streams.log import Log
from tests.acceptance.stack import Up, cli
from tests.acceptance.unity import FINAL, Unity, unity
from tests.unity.client import Client

VOICE = Path(__file__).parents[1] / "fixtures" / "speech" / "create_room_rms.wav"
WISHES = ("hello", "remove the red sofa", "make the sofa blue", "a 3d model of a green vase")

SHOWN = ("speech.transcribed", "request.completed", "request.failed")
"""Events that become a frame."""


@dataclass
class Lived:
    """A session as its own client lived it: every frame, and the events behind them."""

    session: SessionId
    frames: list[bytes]
    events: list[Event]
    stack: Up

    def url(self, query: str = "") -> str:
        return f"{self.stack.ws}?replay={self.session}{query}"

    @property
    def types(self) -> list[str]:
        return [Content.FromString(frame).type for frame in self.frames]


async def heard(client: Unity) -> list[bytes]:
    """The frames up to the next answer, as they lie on the wire."""
    frames: list[bytes] = []
    while not frames or Content.FromString(frames[-1]).type not in FINAL:
        async with asyncio.timeout(90):
            frames.append(await client.socket.recv(decode=False))
    return frames


async def live(stack: Up) -> Lived:
    """A spoken wish, an edit that can not be made, one that can, and more."""
    async with unity(stack.ws) as client:
        voice = MediaAsset(id="voice", data=VOICE.read_bytes(), filename="voice.wav")
        await client.send(type="audio", assets=[voice])
        frames = await heard(client)
        for wish in WISHES:
            await client.send(type="text", text=wish)
            frames += await heard(client)
    session = SessionId(client.session)
    log = Log(await connect_redis(stack.redis))
    events = await log.read(session)
    await log.close()
    return Lived(session, frames, events, stack)


@pytest.fixture(scope="module")
def lived(stack: Up) -> Lived:
    """One session for all that only look at it."""
    return asyncio.run(live(stack))


@asynccontextmanager
async def watching(url: str) -> AsyncIterator[ClientConnection]:
    async with connect(url, max_size=None, compression=None) as socket:
        assert Content.FromString(await socket.recv(decode=False)).type == "session_start"
        yield socket


async def frames_of(socket: ClientConnection) -> list[bytes]:
    """The frames up to the one that says that the replay has caught up."""
    frames: list[bytes] = []
    async with asyncio.timeout(90):
        while (
            "has caught up" not in Content.FromString(frame := await socket.recv(decode=False)).text
        ):
            frames.append(frame)
    return frames


async def test_a_client_sees_byte_for_byte_what_the_first_one_saw(lived: Lived) -> None:
    assert {"convert_speech", "generate_3d_scene", "modify_3d_scene"} < set(lived.types)
    async with watching(lived.url("&speed=max")) as socket:
        assert await frames_of(socket) == lived.frames


async def test_two_clients_at_once_see_it_each_for_itself(lived: Lived) -> None:
    async with watching(lived.url("&speed=max")) as one, watching(lived.url("&speed=max")) as two:
        first, second = await asyncio.gather(frames_of(one), frames_of(two))
    assert first == second == lived.frames


async def test_no_frame_comes_before_its_time(lived: Lived) -> None:
    shown = [
        event
        for event in lived.events
        if event.type in ("speech.transcribed", "request.completed", "request.failed")
    ]
    start = event_order(str(lived.events[0].id))[0]
    due = [(event_order(str(event.id))[0] - start) / 1000 / 4 for event in shown]
    now = asyncio.get_running_loop().time
    async with connect(lived.url("&speed=4"), max_size=None, compression=None) as socket:
        await socket.recv()
        begun = now()
        met = []
        for frame in lived.frames:
            assert await socket.recv() == frame
            met.append(now() - begun)
    assert len(due) == len(met)
    assert all(actual > at - 0.1 for actual, at in zip(met, due, strict=True)), (met, due)


async def test_a_session_goes_on_after_its_replay_as_if_there_had_been_none(stack: Up) -> None:
    async with unity(stack.ws) as client:
        await client.scene("a room with a table")
        async with unity(f"{stack.ws}?replay={client.session}&speed=max") as watcher:
            assert watcher.session != client.session
            first = await watcher.receive()
            shown = Client()
            shown.create(first.metadata)
            # As the shipping client does: it writes what it shows under the id it was given.
            log = Log(await connect_redis(stack.redis))
            await log.redis.set(f"scene:{watcher.session}", '{"name": "mine", "graph": []}')
            await log.close()
            assert "has caught up" in (await watcher.receive()).text
            update, _ = await client.edit("add a chair")
            # The session is watched while it is lived.
            seen = await watcher.receive()
        assert json.loads(seen.metadata) == update
        shown.apply(seen.metadata)
        assert shown.logged == []
        assert len(shown.objects) > len(first.assets)
        again, _ = await client.edit("remove the chair")
    assert len(again["objects_to_delete"]) == 1


async def test_stepping_and_seeking_a_client_shows_every_revision_as_it_was(lived: Lived) -> None:
    async with unity(lived.url("&paused=1")) as client:
        shown = Client()
        for frame in lived.frames:
            await client.send(type="text", text="step")
            assert "One step on" in (await client.receive()).text
            stepped = await client.receive()
            assert stepped == Content.FromString(frame)
            if stepped.type == "generate_3d_scene":
                shown.create(stepped.metadata)
            if stepped.type == "modify_3d_scene":
                shown.apply(stepped.metadata)
        last = read_snapshot(shown.export())
        for revision in (1, 2):
            await client.send(type="text", text=f"seek {revision}")
            assert f"(revision {revision})" in (await client.receive()).text
            whole = await client.receive()
            sought = Client()
            sought.create(whole.metadata)
            needed = {a for o in sought.objects.values() for a in o.assets()}
            assert {a.id for a in whole.assets} == needed
            assert all(a.data for a in whole.assets)
        assert same(read_snapshot(sought.export()), last)
    document = json.loads(Content.FromString(lived.frames[1]).metadata)
    assert document["graph"]
    assert scene_document(last)["name"] == document["name"]


def test_the_terminal_shows_the_events_as_tail_does(lived: Lived) -> None:
    data, url = (
        _data(lived.stack),
        cli(_data(lived.stack), "replay", lived.session, "--url", "--speed", "10"),
    )
    assert url.stdout.strip() == lived.url("&speed=10")
    tailed = cli(data, "tail", lived.session, "--no-follow", "--json")
    replayed = cli(data, "replay", lived.session[:8], "--speed", "max", "--json")
    assert (replayed.returncode, replayed.stdout) == (0, tailed.stdout)
    part = cli(data, "replay", lived.session, "--speed", "100", "--from", "+0s", "--to", "1")
    lines = part.stdout.splitlines()
    assert "request.accepted" in lines[0]
    assert "scene.composed" in lines[-1]
    assert "it was to stop" in part.stderr


def test_what_the_terminal_can_not_replay_is_said(lived: Lived) -> None:
    for options, says in (
        (["--speed", "fast"], "or max"),
        (["--max-gap", "soon"], "give seconds"),
        (["--to", "99"], "has the revisions"),
        (["--paused"], "leave it out"),
    ):
        refused = cli(_data(lived.stack), "replay", lived.session, *options)
        assert refused.returncode in (1, 2)
        assert says in refused.stderr
        assert "Traceback" not in refused.stderr


def test_at_a_terminal_keys_steer_it(lived: Lived) -> None:
    person, terminal = pty.openpty()
    command = ["replay", lived.session, "--paused", "--data", str(_data(lived.stack))]
    process = subprocess.Popen(
        [sys.executable, "-m", "ops.cli", *command],
        stdin=terminal, stdout=terminal, stderr=terminal,
    )  # fmt: skip
    os.close(terminal)
    seen = b""

    def wait_for(text: bytes) -> None:
        nonlocal seen
        while text not in seen:
            seen += os.read(person, 4096)
        seen = seen.partition(text)[2]

    try:
        wait_for(b"q: quit")
        os.write(person, b"\r")
        wait_for(b"session.opened")
        os.write(person, b"\x1b[C")
        wait_for(b"request.accepted")
        os.write(person, b"-")
        wait_for(b"speed 0.5")
        os.write(person, b"++")
        wait_for(b"speed 2")
        os.write(person, b" ")
        wait_for(b"going on, speed 2")
        wait_for(b"speech.captured")
        os.write(person, b" ")
        wait_for(b"paused")
        os.write(person, b"q")
        assert process.wait(timeout=30) == 0
    finally:
        process.kill()
        process.wait()
        os.close(person)


def _data(stack: Up) -> Path:
    """The data folder of ``stack``."""
    command = stack.process.args
    assert isinstance(command, list)
    return Path(command[command.index("--data") + 1])
