"""What clients send by mistake: each a clear error, and the connection stays."""

from __future__ import annotations

import json
import urllib.request

import pytest

from schemas.wire_pb2 import Content, MediaAsset
from tests.acceptance.stack import Up
from tests.acceptance.unity import unity

BAD: dict[str, bytes | str] = {
    "a text frame": "hello server",
    "garbage": b"\xff\xfe\x00garbage",
    "an empty frame": b"",
    "an unknown type": Content(type="dance", status=200).SerializeToString(),
    "an empty prompt": Content(type="text", status=200).SerializeToString(),
    "a blank prompt": Content(type="text", text="  \n", status=200).SerializeToString(),
    "a prompt of 10,000 words": Content(type="text", text="chair " * 10_000).SerializeToString(),
    "audio without an asset": Content(type="audio", status=200).SerializeToString(),
    "audio without sound": Content(
        type="audio", assets=[MediaAsset(id="v", filename="voice.wav")]
    ).SerializeToString(),
    "audio that is no WAV": Content(
        type="audio", assets=[MediaAsset(id="v", data=b"ID3 not a wav", filename="voice.wav")]
    ).SerializeToString(),
    "an oversize frame": Content(
        type="audio", assets=[MediaAsset(id="v", data=bytes(17 * 2**20), filename="voice.wav")]
    ).SerializeToString(),
}


@pytest.mark.parametrize("case", BAD)
async def test_it_is_answered_and_the_connection_stays(stack: Up, case: str) -> None:
    async with unity(stack.ws) as client:
        await client.socket.send(BAD[case])
        answer = await client.answer()
        assert answer.type == "error"
        assert answer.status != 200
        assert answer.text == answer.error != ""
        assert (await client.ask("hello")).type == "unrelated_response"


async def test_a_gesture_and_a_clients_own_error_are_taken_in_silence(stack: Up) -> None:
    async with unity(stack.ws) as client:
        await client.send(type="gesture", text='{"hand": "left"}')
        await client.socket.send(
            Content(type="error", status=500, text="my GPU").SerializeToString()
        )
        assert (await client.ask("hello")).type == "unrelated_response"


def test_health_says_that_redis_answers(stack: Up) -> None:
    with urllib.request.urlopen(f"{stack.ready['http']}/health", timeout=10) as answer:
        assert json.load(answer)["status"] == "ok"
