"""Replays in the new protocol: a session watched again, stepped, sought and sped up."""

from __future__ import annotations

from typing import Any

import pytest

from schemas import wire_v2_pb2 as pb
from tests.bare_v2 import v2
from tests.integration.gateways_v2 import Place, S, hello, lived, refused
from tests.integration.gateways_v2 import place as place
from tests.integration.pasts import edit


async def test_a_session_is_watched_again_frame_by_frame(place: Place) -> None:
    await lived(place, 3)
    async with v2(place.ws, session=S, replay=pb.Playback(speed=-1)) as client:
        assert client.welcome.role == "replay"
        while not (told := await client.until("played")).played.live:
            pass
        assert client.kinds().count("completed") == 4
        assert (told.played.revision, client.cursor) == (4, "")
        assert client.shown.hash == await place.hash()
        await edit(place.log, S, 4)
        await client.until("completed")
        assert client.shown.hash == await place.hash()


async def test_a_replay_is_stepped_sought_and_sped_up(place: Place) -> None:
    await lived(place, 3)
    paused = pb.Playback(paused=True, seek="r2")
    async with v2(place.ws, session=S, replay=paused) as client:
        assert client.shown.revision == 2
        assert (await client.until("played")).played.paused
        await client.send(playback=pb.Playback(step=True))
        await client.until("completed")  # of the request that led to revision 2
        await client.send(playback=pb.Playback(step=True))
        await client.until("revised")
        assert client.shown.revision == 3
        await client.send(playback=pb.Playback(seek="r1", speed=100))
        while client.shown.revision != 1:
            await client.receive()
        assert (await client.until("played")).played.speed == 100
        await client.send(playback=pb.Playback(paused=False))
        while client.shown.revision < 4:
            await client.receive()
        assert client.shown.hash == await place.hash()


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ({"text": pb.Text(text="a room")}, "OnlyAReplay"),
        ({"playback": pb.Playback(seek="nonsense")}, "BadPoint"),
        ({"playback": pb.Playback(speed=0.0001)}, "BadSpeed"),
        ({"playback": pb.Playback()}, "BadClientFrame"),
    ],
)
async def test_what_a_replay_can_not_do_is_refused(
    place: Place, what: dict[str, Any], code: str
) -> None:
    await lived(place, 1)
    async with v2(place.ws, session=S, replay=pb.Playback(paused=True)) as client:
        await client.send(**what)
        assert (await client.until("refused")).refused.code == code
        keys = await place.shards.redis.keys("*work*")
        assert await place.history.read(S)
        assert keys == await place.shards.redis.keys("*work*")


async def test_what_is_spoken_is_the_protocol_that_was_agreed_on_whatever_the_url(
    place: Place,
) -> None:
    await lived(place, 1)
    async with v2(f"{place.ws}?replay={S}", session=S) as client:
        assert client.welcome.role == "edit"


async def test_a_replay_of_no_session_is_refused(place: Place) -> None:
    playback = pb.Playback(speed=1)
    told, _, _ = await refused(place.ws, hello(replay=playback))
    assert told.code == "BadClientFrame"
    told, _, _ = await refused(place.ws, hello(session="nobody", replay=playback))
    assert told.code == "UnknownSession"
