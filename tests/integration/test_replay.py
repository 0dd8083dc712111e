"""Replays through a real gateway: of sessions that go on, are forked, are archived."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin

from gateway.connection import send
from gateway.effects import Send
from gateway.player import Player
from gateway.replay import AT_ONCE, Replay
from gateway.replay_v1 import V1Replay
from gateway.server import Gateway
from gateway.settings import GatewaySettings
from gateway.tape import Tape
from schemas import events as e
from schemas import scene_v1
from schemas.artifacts import ArtifactRef
from schemas.ids import EventId, RequestId, SessionId, event_order
from schemas.session_events import Segment
from schemas.state import SessionState
from schemas.wire_pb2 import Content
from streams.artifacts import MissingArtifact
from streams.codec import encode
from streams.errors import RedisUnavailable
from streams.log import Row, envelopes
from streams.past import history as at_hand
from streams.past.archive import Archive
from streams.past.history import History
from streams.shards import Shards
from tests.acceptance.unity import Unity, unity
from tests.integration.pasts import begin, edit, opened, room

S = SessionId("5d1d0b3e-6d5c-4a57-8f0e-2b8a0c9a7e10")


@dataclass
class Place:
    """A gateway and what is behind it."""

    ws: str
    shards: Shards
    history: History

    def url(self, session: str = S, **parts: str) -> str:
        query = "".join(f"&{name.rstrip('_')}={quote(value)}" for name, value in parts.items())
        return f"{self.ws}?replay={session}{query}"


@asynccontextmanager
async def gateway(redis_url: str, folder: Path) -> AsyncIterator[Place]:
    async with opened(redis_url, folder) as (shards, history):
        serving = Gateway(shards, history.artifacts, GatewaySettings(port=0))
        try:
            port = await serving.start()
            yield Place(f"ws://127.0.0.1:{port}/", shards, history)
        finally:
            await serving.stop()


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a few edits are several pages."""
    monkeypatch.setattr(at_hand, "PAGE", 10)


async def lived(place: Place, edits: int = 6, session: SessionId = S) -> None:
    log = place.shards.of(session)
    await begin(log, session)
    for n in range(1, edits + 1):
        await edit(log, session, n)


async def recorded(place: Place, *at_ms: int, session: SessionId = S) -> None:
    """A session in which something is answered at each of these times."""
    log = place.shards.of(session)
    start = 1_772_368_215_000
    for n, ms in enumerate(at_ms):
        told = [
            e.RequestAccepted(kind="text", text=f"{n}"),
            e.RequestCompleted(kind="unrelated_response", text=f"answer {n}"),
        ]
        for serial, event in enumerate(envelopes(told, session, RequestId(f"r{n}"), None, "test")):
            fields = {"request": f"r{n}", "e": encode(event)}
            await log.redis.xadd(log.keys.log(session), fields, id=f"{start + ms}-{serial}")
    await log.redis.zadd(log.keys.sessions, {session: start + max(at_ms)})


async def until_caught_up(client: Unity) -> list[Content]:
    """The frames up to the one that says that the replay has caught up."""
    frames = []
    while "has caught up" not in (frame := await client.receive()).text:
        frames.append(frame)
    return frames


async def told(client: Unity, text: str) -> Content:
    """What the command ``text`` is answered with, if it is the next frame."""
    await client.send(type="text", text=text)
    return await client.receive()


def shape(frame: Content) -> dict[str, Any]:
    """The scene that a whole scene's frame shows."""
    assert frame.type == "generate_3d_scene"
    document: dict[str, Any] = json.loads(frame.metadata)
    return document


def as_sent(edits: int) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json.dumps(scene_v1.scene_document(room(edits))))
    return document


async def everything(place: Place) -> tuple[list[e.Event], str, list[str]]:
    """The session, how far its shard's feed is, and the keys that Redis has."""
    keys = sorted(await place.shards.redis.keys("*"))
    return await place.history.read(S), await place.shards.of(S).feed_end(), keys


async def test_a_replay_shows_all_and_writes_nothing(redis_url: str, tmp_path: Path) -> None:
    async with gateway(redis_url, tmp_path) as place:
        await lived(place)
        before = await everything(place)
        async with unity(place.url(speed="max")) as client:
            frames = await until_caught_up(client)
            assert (await told(client, "make it night")).status == 409
            await client.send(type="error", text="my GPU")
            await told(client, "pause")
        assert [f.type for f in frames] == ["generate_3d_scene"] + ["modify_3d_scene"] * 6
        assert await everything(place) == before


async def test_a_session_is_found_by_the_beginning_of_its_id(
    redis_url: str, tmp_path: Path
) -> None:
    async with gateway(redis_url, tmp_path) as place:
        await lived(place, 1)
        async with unity(place.url("5d1d", speed="max")) as client:
            assert len(await until_caught_up(client)) == 2


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ("?replay=nobody", 404, "`scenestream sessions` lists them"),
        ("?replay=5d", 400, "give more of the id"),
        ("?replay=", 400, "give its id"),
        (f"?replay={S}&speed=fast", 400, "or max"),
        (f"?replay={S}&to=tomorrow", 400, "give an event's id, a revision"),
        (f"?replay={S}&to=99", 404, "has the revisions 1 to 3"),
        (f"?replay={S}&from=1772368215250-7", 404, "has no event 1772368215250-7"),
        (f"?replay={S}&from=99999999999999999999-1", 400, "give an event's id"),
        (f"?replay={S}&from=1970-01-01", 404, "had no event at that time yet"),
        (f"?replay={S}&from=0001-01-01", 400, "give an event's id"),
        (f"?replay={S}&from=2&to=1", 400, "exchange them"),
        (f"?replay={S}&spede=2", 400, "it may have"),
    ],
)
async def test_what_can_not_be_replayed_is_said_and_the_connection_closed(
    redis_url: str, tmp_path: Path, query: str, status: int, says: str
) -> None:
    async with gateway(redis_url, tmp_path) as place:
        await lived(place, 2)
        await begin(place.shards.of("5d"), SessionId("5d-other"))
        async with connect(f"{place.ws}{query}") as socket:
            frame = Content.FromString(await socket.recv(decode=False))
            with pytest.raises(ConnectionClosed):
                await socket.recv()
        assert (frame.type, frame.status) == ("error", status)
        assert says in frame.text == frame.error


@pytest.mark.parametrize(
    ("origin", "admitted"),
    [
        (None, True),
        ("http://localhost:3000", True),
        ("http://127.0.0.1", True),
        ("https://example.org", False),
        ("null", False),
        ("http://[", False),
    ],
)
async def test_a_page_of_another_machine_sees_no_session(
    redis_url: str, tmp_path: Path, origin: str | None, admitted: bool
) -> None:
    async with gateway(redis_url, tmp_path) as place:
        await lived(place, 1)
        given = None if origin is None else Origin(origin)
        async with connect(place.url(), origin=given) as socket:
            frame = Content.FromString(await socket.recv(decode=False))
        assert (frame.type == "session_start") is admitted
        assert frame.status == (200 if admitted else 403)


async def test_it_begins_and_stops_where_it_was_asked_to(redis_url: str, tmp_path: Path) -> None:
    async with gateway(redis_url, tmp_path) as place:
        await lived(place)
        to = await place.history.event(S, await place.history.at_revision(S, 5))
        async with unity(place.url(speed="max", from_="3", to="5")) as client:
            first = await client.receive()
            assert shape(first) == as_sent(2)
            rest = [await client.receive() for _ in range(3)]
            # Revision 3's answer comes right after it, revision 5's right after the stop.
            assert [f.type for f in rest] == ["modify_3d_scene"] * 2 + ["unrelated_response"]
            assert f"stopped at event {to.id}" in rest[-1].text
            await told(client, "play")
            assert [f.type for f in await until_caught_up(client)] == ["modify_3d_scene"] * 3


async def test_frames_come_in_the_time_that_lay_between_them(
    redis_url: str, tmp_path: Path
) -> None:
    async with gateway(redis_url, tmp_path) as place:
        await recorded(place, 0, 1000, 1500, 100_000)
        now = asyncio.get_running_loop().time
        async with unity(place.url(speed="10", max_gap="2")) as client:
            met: list[float] = []
            for n in range(4):
                assert (await client.receive()).text == f"answer {n}"
                met.append(now())
        since = [at - met[0] for at in met]
        for actual, due in zip(since, [0, 0.1, 0.15, 0.35], strict=True):
            assert actual >= due - 0.05  # what the first frame may itself be late
        assert since[-1] < 5  # and not the 98 s or the 10 s of the silence before it


async def test_a_client_pauses_steps_and_sets_the_speed(redis_url: str, tmp_path: Path) -> None:
    async with gateway(redis_url, tmp_path) as place:
        await recorded(place, 0, 100_000, 200_000, 300_000)
        async with unity(place.url(paused="1", max_gap="max")) as client:
            for n in range(2):
                assert "One step on" in (await told(client, "step")).text
                assert (await client.receive()).text == f"answer {n}"
            assert "paused, speed 100" in (await told(client, "speed 100")).text
            assert "speed 100" in (await told(client, "play")).text
            assert "Paused" in (await told(client, "pause")).text  # it waits for 1 s now
            await told(client, "speed max")
            await told(client, "play")
            assert [f.text for f in await until_caught_up(client)] == ["answer 2", "answer 3"]
            await told(client, "step")
            assert "nothing after this" in (await client.receive()).text


async def test_a_seek_shows_the_scene_there_and_goes_on_from_it(
    redis_url: str, tmp_path: Path
) -> None:
    async with gateway(redis_url, tmp_path) as place:
        await lived(place)
        third = await place.history.at_revision(S, 3)
        async with unity(place.url(speed="max")) as client:
            await until_caught_up(client)
            for point in ("3", third):
                words = await told(client, f"seek {point}")
                assert words.type == "unrelated_response"
                assert f"At event {third} (revision 3)" in words.text
                assert shape(await client.receive()) == as_sent(2)
                assert [f.type for f in await until_caught_up(client)] == ["modify_3d_scene"] * 5
            opened_at = (await place.history.read(S))[0].id
            await told(client, f"seek {opened_at}")
            assert shape(await client.receive())["graph"] == []
            await until_caught_up(client)
            for point, status in (("99", 404), ("1772368215250-7", 404), ("soon", 400)):
                refused = await told(client, f"seek {point}")
                assert (refused.type, refused.status) == ("error", status)


async def test_two_clients_replay_one_session_at_their_own_pace(
    redis_url: str, tmp_path: Path
) -> None:
    async with gateway(redis_url, tmp_path) as place:
        await lived(place)
        async with (
            unity(place.url(paused="1")) as slow,
            unity(place.url(speed="max")) as fast,
        ):
            assert slow.session == fast.session != S
            frames = await until_caught_up(fast)
            await told(slow, "step")
            assert await slow.receive() == frames[0]
            await told(slow, "speed max")
            await told(slow, "play")
            assert await until_caught_up(slow) == frames[1:]


async def test_a_session_that_is_being_written_is_shown_on_as_it_comes(
    redis_url: str, tmp_path: Path
) -> None:
    async with gateway(redis_url, tmp_path) as place:
        await lived(place, 2)
        log = place.shards.of(S)
        async with unity(place.url(speed="max")) as client:
            assert len(await until_caught_up(client)) == 3
            for n in range(3, 6):
                await edit(log, S, n)
                assert (await client.receive()).type == "modify_3d_scene"
            await told(client, "pause")
            await edit(log, S, 6)
            await told(client, "play")
            assert [f.type for f in await until_caught_up(client)] == ["modify_3d_scene"]


async def test_a_fork_is_replayed_with_what_it_shares_with_its_parent(
    redis_url: str, tmp_path: Path
) -> None:
    async with gateway(redis_url, tmp_path) as place:
        await lived(place, 4)
        events = await place.history.read(S)
        at = next(ev.id for ev in events if ev.request == f"{S}-2" and "completed" in ev.type)
        assert at is not None
        fork = SessionId("fork")
        log = place.shards.of(fork)
        await log.append(fork, None, "forked", [e.SessionForked(parent=S, at=at)])
        await edit(log, fork, 3)
        async with unity(place.url(S, speed="max")) as client:
            parents = await until_caught_up(client)
        async with unity(place.url("fork", speed="max")) as client:
            frames = await until_caught_up(client)
        assert frames[:3] == parents[:3]
        assert [f.type for f in frames[3:]] == ["modify_3d_scene"]


async def test_an_archived_session_is_replayed_like_any_other(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with gateway(redis_url, tmp_path) as place:
        await lived(place)
        async with unity(place.url(speed="max")) as client:
            frames = await until_caught_up(client)
        log = place.shards.of(S)
        rows = await log.rows(S)

        def pages(_: Archive, __: Segment, after: EventId, upto: EventId) -> Iterator[list[Row]]:
            found = [r for r in rows if event_order(after) < event_order(r[0]) <= event_order(upto)]
            yield from (found[n : n + 4] for n in range(0, len(found), 4))

        monkeypatch.setattr(Archive, "pages", pages)
        table = ArtifactRef(sha256="0" * 64, size=1, media_type="application/x-parquet")
        first, last = EventId(rows[0][0]), EventId(rows[-1][0])
        segment = Segment(table=table, first=first, last=last, events=len(rows))
        await log.append(S, None, "sealed", [e.SessionSealed(segments=(segment,))])
        await log.redis.xdel(log.keys.log(S), *(row[0] for row in rows))
        async with unity(place.url(speed="max")) as client:
            assert await until_caught_up(client) == frames


class _Stalled:
    """A client's connection that takes some frames, then none until it is let go on."""

    def __init__(self, frames: int, in_all: int) -> None:
        self.sent: list[bytes] = []
        self.stalled, self.go_on, self.done = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._frames, self._in_all = frames, in_all

    async def send(self, frame: bytes) -> None:
        if len(self.sent) == self._frames:
            self.stalled.set()
            await self.go_on.wait()
        self.sent.append(frame)
        if len(self.sent) == self._in_all:
            self.done.set()


async def test_for_a_client_that_takes_nothing_no_more_is_read(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    more = Tape.more

    async def counted(tape: Tape) -> list[e.Event]:
        page = await more(tape)
        read.append(len(page))
        return page

    monkeypatch.setattr(Tape, "more", counted)
    async with opened(redis_url, tmp_path) as (shards, history):
        log = shards.of(S)
        await begin(log, S)
        for n in range(1, 50):
            await edit(log, S, n)
        socket: Any = _Stalled(3, in_all=51)  # 50 answers, and that it has caught up
        connection: ServerConnection = socket
        core, tape = V1Replay(S, Replay(AT_ONCE)), Tape(history, S)

        async def deliver(effect: Send) -> None:
            await send(connection, history.artifacts, effect)

        player = Player(connection, tape, core, deliver, asyncio.Event())
        playing = asyncio.create_task(player.play(None, SessionState()))
        await socket.stalled.wait()
        assert read == [10, 10]  # of 201 events: those of three frames, and the rest of a page
        socket.go_on.set()
        await socket.done.wait()
        assert sum(read) == 201
        playing.cancel()
        await asyncio.wait([playing])


async def test_what_came_while_the_last_page_was_shown_is_found_by_the_next_look(
    redis_url: str, tmp_path: Path
) -> None:
    async with opened(redis_url, tmp_path) as (shards, history):
        log, tape = shards.of(S), Tape(history, S)
        await begin(log, S)
        before = await tape.more()
        await edit(log, S, 1)
        after = await tape.more()  # none would mean that nothing came, and nobody looks again
        assert [*before, *after] == await history.read(S)
        assert after
        assert await tape.more() == []
        await tape.close()


async def test_a_past_that_can_not_be_read_is_said_before_the_connection_closes(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(_: Tape) -> list[e.Event]:
        raise MissingArtifact("0" * 64, "the store")

    async with gateway(redis_url, tmp_path) as place:
        await lived(place, 1)
        monkeypatch.setattr(Tape, "more", gone)
        async with unity(place.url()) as client:
            frame = await client.receive()
            with pytest.raises(ConnectionClosed):
                await client.socket.recv()
        assert (frame.type, frame.status) == ("error", 404)
        assert "is not in the store" in frame.text


async def test_a_replay_outlasts_a_redis_that_is_away(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more, answers = Tape.more, iter([True, False, True, False])

    async def sometimes(tape: Tape) -> list[e.Event]:
        if not next(answers, True):
            raise RedisUnavailable("away")
        return await more(tape)

    async with gateway(redis_url, tmp_path) as place:
        await lived(place)
        monkeypatch.setattr(Tape, "more", sometimes)
        async with unity(place.url(speed="max")) as client:
            assert len(await until_caught_up(client)) == 7
        assert next(answers, None) is None
