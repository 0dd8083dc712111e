"""`scenestream dead`, as operators use it: a lost recording comes back, its sender is answered."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from schemas.ids import SessionId
from schemas.wire_pb2 import MediaAsset
from streams.artifacts import ArtifactStore
from streams.connection import connect
from streams.log import Log
from tests.acceptance.stack import Up, cli, up
from tests.acceptance.unity import unity

SPEECH = Path(__file__).parents[1] / "fixtures" / "speech" / "create_room_rms.wav"
NOISE = MediaAsset(id="voice", data=b"this is no recording", filename="voice.wav")


async def dead(
    data: Path, *arguments: str, redis: str = ""
) -> tuple[int, list[dict[str, Any]], str]:
    """`scenestream dead … --json`: the exit status, the documents it printed, what it said."""
    done = await asyncio.to_thread(cli, data, "dead", *arguments, "--json", REDIS_URL=redis)
    assert "Traceback (most" not in done.stderr
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


@asynccontextmanager
async def noisy(stack: Up, requests: int) -> AsyncIterator[str]:
    """A client whose recordings were all refused; its session."""
    async with unity(stack.ws) as client:
        for _ in range(requests):
            await client.send(type="audio", assets=[NOISE])
            assert (await client.answer()).status == 400
        yield client.session


async def test_a_recording_that_was_lost_is_put_back_redriven_once_and_answered(
    tmp_path: Path,
) -> None:
    engines = "asr,agent,prompt,decompose,library,image,mesh,compose,patch"
    store = ArtifactStore((tmp_path / "artifacts").as_uri())
    with up(tmp_path, "--only", "gateway") as gateway:
        async with unity(gateway.ws) as client:
            sound = SPEECH.read_bytes()
            voice = MediaAsset(id="voice", data=sound, filename="voice.wav")
            await client.send(type="audio", assets=[voice])
            log = Log(await connect(gateway.redis))
            async for entry in log.feed("0-0"):
                if entry.event.type == "speech.captured":
                    break
            (lost,) = store.iter()
            store.delete(lost)
            with up(tmp_path, "--only", engines, "--workers", "2", REDIS_URL=gateway.redis):
                failure = await client.answer()
                assert failure.status == 404
                store.put(sound, "audio/wav")

                _, (letter,), _ = await dead(tmp_path, "list", "--stage", "asr")
                assert (letter["code"], letter["session"]) == ("MissingArtifact", client.session)
                assert letter["engine"].startswith("pocketsphinx")
                assert letter["input"]["type"] == "speech.captured"
                assert "MissingArtifact" in letter["traceback"]
                assert {"python", "platform", "host", "consumer"} < set(letter["environment"])

                twice = await asyncio.gather(
                    dead(tmp_path, "redrive", letter["id"]), dead(tmp_path, "redrive", letter["id"])
                )
                assert sorted(status for status, _, _ in twice) == [0, 1]
                assert "already redriven" in twice[0][2] + twice[1][2]

                answer = await client.answer()
                assert answer.type == "generate_3d_scene", answer.text
        types = [event.type for event in await log.read(SessionId(client.session))]
        await log.close()
    assert types.count("request.reopened") == types.count("request.completed") == 1
    assert types.count("speech.transcribed") == 1
    assert types[-1] == "request.completed"


async def test_letters_are_listed_shown_and_dropped(stack: Up, tmp_path: Path) -> None:
    of_stack = partial(dead, tmp_path, redis=stack.redis)
    async with noisy(stack, 3) as session:
        _, letters, _ = await of_stack("list", "--session", session[:8])
        assert len(letters) == 3
        assert letters == sorted(letters, key=lambda letter: letter["at"], reverse=True)
        _, [newest], _ = await of_stack("list", "--session", session, "--limit", "1")
        assert newest == letters[0]
        _, none, _ = await of_stack("list", "--session", session, "--code", "EngineDied")
        assert none == []

        status, [shown], _ = await of_stack("show", newest["id"])
        assert (status, shown) == (0, newest)
        page = await asyncio.to_thread(
            cli, tmp_path, "dead", "show", newest["id"], REDIS_URL=stack.redis
        )
        for part in (newest["code"], newest["message"], "speech.captured", "python"):
            assert part in page.stdout

        status, _, told = await of_stack("drop", "--all", "--session", session)
        assert (status, "--yes" in told) == (2, True)
        status, [dropped], _ = await of_stack("drop", newest["id"])
        assert (status, dropped["outcome"]) == (0, "dropped")
        _, rest, _ = await of_stack("drop", "--all", "--session", session, "--yes")
        assert [one["letter"] for one in rest] == [one["id"] for one in letters[:0:-1]]
        _, none, _ = await of_stack("list", "--session", session)
        assert none == []


async def test_all_letters_of_a_stage_and_code_are_redriven(stack: Up, tmp_path: Path) -> None:
    of_stack = partial(dead, tmp_path, redis=stack.redis)
    async with noisy(stack, 2) as session:
        _, letters, _ = await of_stack("list", "--session", session)
        wanted = ("--stage", "asr", "--code", letters[0]["code"], "--session", session)
        status, done, _ = await of_stack("redrive", "--all", *wanted)
        assert (status, {one["outcome"] for one in done}) == (0, {"redriven"})
        assert [one["letter"] for one in done] == [one["id"] for one in letters[::-1]]
        status, done, told = await of_stack("redrive", "--all", "--code", "NoSuchCode")
        assert (status, done) == (0, [])
        assert "nothing was started" in told


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("show", "mesh/1-1"), 1, "scenestream dead list"),
        (("list", "--stage", "teleport"), 2, "stages are asr"),
        (("redrive",), 2, "--all"),
        (("redrive", "mesh/1-1", "--all"), 2, "--all"),
        (("drop", "mesh/1-1", "--stage", "mesh"), 2, "--all"),
    ],
)
async def test_what_can_not_be_done_is_said(
    stack: Up, tmp_path: Path, arguments: tuple[str, ...], status: int, says: str
) -> None:
    got, printed, told = await dead(tmp_path, *arguments, redis=stack.redis)
    assert (got, printed) == (status, [])
    assert says in told
