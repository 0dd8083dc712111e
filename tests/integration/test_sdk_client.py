"""The Python client at real gateways on a real Redis: drops, cuts, rubbish, many hands."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection, serve
from websockets.typing import Subprotocol

from gateway.artifact_urls import Places
from gateway.sdk.python.scenestream_client import (
    AT_ONCE,
    AsyncClient,
    AsyncReplay,
    Backoff,
    Client,
    ClientClosed,
    Event,
    Events,
    Notice,
    OutOfStep,
    Refused,
    Rejoined,
    RequestCancelled,
    RequestFailed,
    Unreachable,
    pb,
)
from gateway.server import Gateway
from gateway.settings import GatewaySettings
from ops.chaos.proxy import Proxy
from schemas import events as e
from schemas.artifacts import GLB
from schemas.ids import RequestId, SessionId
from schemas.wire_v2_pb2 import ClientFrame, ServerFrame
from tests.integration.gateways_v2 import Place, S, gateways
from tests.integration.pasts import begin, edit
from tests.integration.test_gateway_auth import ADA, SECRET, shown

QUICK = 0.02


def quick() -> Backoff:
    return Backoff(first_s=QUICK, most_s=QUICK)


def client(url: str, folder: Path | None = None, **options: Any) -> AsyncClient:
    return AsyncClient(url, backoff=quick(), cache=folder, **options)


async def until(events: Events, is_it: Callable[[Event], bool]) -> Event:
    async with asyncio.timeout(60):
        async for event in events:
            if is_it(event):
                return event
    raise AssertionError("it did not come")


async def until_true(said: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not said():  # noqa: ASYNC110 - the scene has no event of its own
            await asyncio.sleep(0.01)


@pytest.fixture
async def place(redis_url: str, tmp_path: Path) -> AsyncIterator[Place]:
    async with gateways(redis_url, tmp_path) as place:
        yield place


@pytest.fixture
async def proxy(place: Place) -> AsyncIterator[Proxy]:
    """Before the first gateway."""
    proxy = Proxy(int(place.ws.rsplit(":", 1)[1].rstrip("/")))
    await proxy.start()
    yield proxy
    await proxy.stop()


async def answers(place: Place, session: str, text: str, *, fail: bool = False) -> None:
    """What a worker would: every open request of the session gets its end."""
    state = await place.history.state(SessionId(session))
    for request in state.requests.values():
        if request.is_open:
            end: e.RequestCompleted | e.RequestFailed = (
                e.RequestFailed(stage="mesh", code="NoGpu", category="unavailable", message=text)
                if fail
                else e.RequestCompleted(kind="unrelated_response", text=text)
            )
            await place.shards.of(session).append(SessionId(session), request.id, "end", [end])


async def test_a_wish_is_heard_and_answered(place: Place) -> None:
    async with client(place.ws) as one:
        events = one.events()
        request = await one.say("a room")
        assert (request.text, one.role) == ("a room", "edit")
        await answers(place, one.session, "Here it is.")
        answer = await request.answer()
        assert (answer.text, answer.kind) == ("Here it is.", "unrelated_response")
        assert [(await anext(events)).kind for _ in range(2)] == ["accepted", "completed"]


async def test_how_a_request_ended_is_told_by_type(place: Place) -> None:
    async with client(place.ws) as one:
        request = await one.say("a room")
        await answers(place, one.session, "no memory", fail=True)
        with pytest.raises(RequestFailed, match="no memory") as failed:
            await request.answer()
        assert (failed.value.code, failed.value.stage) == ("NoGpu", "mesh")
        request = await one.say("a room")
        await one.cancel(request.id)
        with pytest.raises(RequestCancelled):
            await request.answer()
        with pytest.raises(Refused, match="empty") as refused:
            await one.say(" ")
        assert refused.value.category == "bad_input"
        with pytest.raises(Refused, match="no request of this session"):
            await one.cancel("nobody")


async def test_commands_said_while_nobody_hears_arrive_once(place: Place, proxy: Proxy) -> None:
    async with client(f"ws://127.0.0.1:{proxy.port}/") as one:
        proxy.cut_all()
        requests = [await one.say(f"wish {n}") for n in range(3)]
        proxy.cut_all()
        await answers(place, one.session, "Yes.")
        assert [(await r.answer()).text for r in requests] == ["Yes."] * 3
        state = await place.history.state(SessionId(one.session))
        assert [r.text for r in state.requests.values()] == ["wish 0", "wish 1", "wish 2"]


async def test_after_two_hundred_drops_each_event_came_once_and_the_scene_is_the_logs(
    place: Place, proxy: Proxy
) -> None:
    await begin(place.log, S)
    drops = 0
    noted: list[Notice] = []

    def joins() -> int:
        return len([x for x in noted if isinstance(x, Rejoined)])

    url = f"ws://127.0.0.1:{proxy.port}/"
    async with client(url, session=S, on_notice=noted.append) as one:
        events = one.events()
        for n in range(1, 201):
            before = joins()
            proxy.cut_all()
            drops += 1
            if n % 4 == 0:
                await edit(place.log, S, n // 4)
            await until_true(partial(_is_more, joins, before))
        seen: list[str] = []
        async with asyncio.timeout(60):
            while seen.count("completed") < 50:
                seen.append((await anext(events)).kind)
        assert (drops, seen.count("revised"), seen.count("accepted")) == (200, 50, 50)
        assert all(x.resumed for x in noted if isinstance(x, Rejoined))
        assert one.scene.hash == await place.hash()


def _is_more(now: Callable[[], int], before: int) -> bool:
    return now() > before


@pytest.mark.parametrize("after", [1, 150, 400, 1000, 3000])
async def test_a_connection_that_breaks_after_so_many_bytes_still_gets_there(
    place: Place, after: int
) -> None:
    await begin(place.log, S)
    port = int(place.ws.rsplit(":", 1)[1].rstrip("/"))
    cuts = 0

    async def cutting(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal cuts
        upstream, up = await asyncio.open_connection("127.0.0.1", port)
        left = after if cuts < 5 else 10**9

        async def forward() -> None:
            while data := await reader.read(4096):
                up.write(data)

        forwarding = asyncio.create_task(forward())
        with contextlib.suppress(ConnectionError):
            while left > 0 and (data := await upstream.read(min(left, 4096))):
                writer.write(data)
                await writer.drain()
                left -= len(data)
        cuts += 1
        forwarding.cancel()
        await asyncio.wait([forwarding])
        for side in (writer, up):
            side.transport.abort()

    async with await asyncio.start_server(cutting, "127.0.0.1", 0) as cutter:
        url = f"ws://127.0.0.1:{cutter.sockets[0].getsockname()[1]}/"
        async with client(url, session=S, patience_s=30) as one:
            asked = asyncio.create_task(one.ask("more"))
            n = 0
            while n < 40 or cuts < 3:  # what was missed may come as one scene, of fewer bytes
                n += 1
                await edit(place.log, S, n)
                await asyncio.sleep(0 if n < 40 else 0.02)
            await until_true(lambda: one.scene.revision == n + 1)
            while not asked.done():
                await answers(place, S, "Done.")
                await asyncio.wait([asked], timeout=0.05)
            assert (await asked).text == "Done."
            assert one.scene.hash == await place.hash()
        state = await place.history.state(S)
        assert [r.text for r in state.requests.values()].count("more") == 1


async def test_a_gateway_that_stops_and_starts_again_is_hardly_noticed(
    redis_url: str, tmp_path: Path
) -> None:
    async with gateways(redis_url, tmp_path) as place:
        await begin(place.log, S)
        first = Gateway(place.shards, place.history.artifacts, GatewaySettings(port=0))
        port = await first.start()
        async with client(f"ws://127.0.0.1:{port}/", session=S) as one:
            events = one.events()
            request = await one.say("more")
            await first.stop()
            for n in (1, 2, 3):
                await edit(place.log, S, n)
            await answers(place, S, "Done.")
            again = Gateway(place.shards, place.history.artifacts, GatewaySettings(port=port))
            await again.start()
            assert (await request.answer()).text == "Done."
            kinds: list[str] = []
            while kinds.count("completed") < 4:
                kinds.append((await anext(events)).kind)
            assert (kinds.count("revised"), kinds.count("accepted")) == (3, 4)
            assert one.scene.hash == await place.hash()
            await again.stop()


async def test_an_answer_is_heard_even_where_the_scene_came_in_place_of_what_was_missed(
    place: Place, proxy: Proxy
) -> None:
    await begin(place.log, S)
    noted: list[Notice] = []
    url = f"ws://127.0.0.1:{proxy.port}/"
    async with client(url, session=S, on_notice=noted.append) as one:
        request = await one.say("more")
        await proxy.stop()
        await answers(place, S, "Done.")
        for n in range(1, 60):
            await edit(place.log, S, n)
        await proxy_again(proxy)
        assert (await request.answer()).text == "Done."
        assert Rejoined(resumed=False) in noted
        assert one.scene.hash == await place.hash()


def _shows(hand: AsyncClient, **what: int) -> bool:
    return all(getattr(hand.scene, name) == value for name, value in what.items())


async def proxy_again(proxy: Proxy) -> None:
    """Listen on the same port as before."""
    from ops.chaos.proxy import _Link

    loop = asyncio.get_running_loop()
    proxy._server = await loop.create_server(
        lambda: _Link(proxy, proxy._to), "127.0.0.1", proxy.port
    )


async def test_two_hands_at_once_are_merged_and_the_conflict_is_named(place: Place) -> None:
    await begin(place.log, S)
    async with client(place.ws, session=S) as one, client(place.other, session=S) as two:
        mine, theirs = pb.Node(), pb.Node()
        mine.CopyFrom(one.scene.find("n 1"))
        theirs.CopyFrom(two.scene.find("n 1"))
        mine.position.x, theirs.position.x, theirs.rotation.y = 5.0, 7.0, 90.0
        base = one.scene.revision
        assert await one.edit(mine) == ()
        (kept,) = await two.edit(theirs, base=base)
        assert (kept.node, kept.member) == ("n1", "position")
        for hand in (one, two):
            await until_true(partial(_shows, hand, revision=base + 2))
            merged = hand.scene.nodes["n1"]
            assert (merged.position.x, merged.rotation.y) == (5.0, 90.0)
            assert hand.scene.hash == await place.hash()


async def test_hands_that_are_cut_off_all_the_time_lose_nothing(place: Place, proxy: Proxy) -> None:
    await begin(place.log, S)
    url = f"ws://127.0.0.1:{proxy.port}/"
    async with client(url, session=S) as one, client(url, session=S) as two:

        async def move(hand: AsyncClient, name: str) -> None:
            for n in range(1, 21):
                node = pb.Node()
                node.CopyFrom(hand.scene.nodes[name])
                node.position.y = float(n)
                await hand.edit(node)

        moving = [asyncio.create_task(move(h, n)) for h, n in ((one, "n0"), (two, "n1"))]
        while not all(task.done() for task in moving):
            await asyncio.wait(moving, timeout=0.05)
            proxy.cut_all()
        await asyncio.gather(*moving)
        wanted = await place.hash()
        for hand in (one, two):
            await until_true(partial(_shows, hand, hash=wanted))
            assert [hand.scene.nodes[n].position.y for n in ("n0", "n1")] == [20.0, 20.0]
        assert (await place.history.state(S)).revision == 41


async def test_assets_are_fetched_once_checked_and_kept(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = b"glTF" + b"mesh" * 100
    ref = place.history.artifacts.put(data, GLB)
    made = e.AssetRegistered(
        slot="0/object", asset="a1", label="cup", mesh=ref, engine="greybox", prompt="a cup",
        recipe={"label": "cup", "size": (0.1, 0.1, 0.1)},
    )  # fmt: skip
    await begin(place.log, S)
    cache = tmp_path / "cache"
    async with client(place.ws, cache, session=S) as one:
        events = one.events()
        told = [e.RequestAccepted(kind="text", text="x"), made]
        await place.log.append(S, RequestId("r1"), "m", told)
        await until(events, lambda event: event.kind == "asset_ready")
        assert await one.asset("a1") == data
        (kept,) = [f for f in cache.rglob("*") if f.is_file()]
        assert kept.name == hashlib.sha256(data).hexdigest()
        with monkeypatch.context() as offline:
            offline.setattr(Places, "check", _never)
            assert await one.asset("a1") == data
        kept.write_bytes(data[:-1])  # half written: fetched anew
        assert await one.asset("a1") == data == kept.read_bytes()


def _never(*args: object) -> str:
    raise AssertionError("it was asked for again")


async def test_a_url_that_has_expired_is_replaced(place: Place, tmp_path: Path) -> None:
    data = b"glTF" + b"mesh" * 10
    ref = place.history.artifacts.put(data, GLB)
    made = e.AssetRegistered(
        slot="0/cup", asset="a1", label="cup", mesh=ref, engine="greybox", prompt="a cup",
        recipe={"label": "cup", "size": (0.1, 0.1, 0.1)},
    )  # fmt: skip
    await begin(place.log, S)
    told = [e.RequestAccepted(kind="text", text="x"), made]
    await place.log.append(S, RequestId("r1"), "m", told)
    async with client(place.ws, tmp_path / "cache", session=S) as one:
        node = pb.Node(id="cup", name="cup", components=[pb.Component(mesh=pb.Mesh(asset="a1"))])
        node.scale.x = node.scale.y = node.scale.z = 1.0
        await one.edit(node)
        await until_true(lambda: "cup" in one.scene.nodes)
        known = one.scene.assets["a1"]
        known.url = known.url.replace("signature=", "signature=0")
        assert await one.asset("a1") == data


async def test_a_session_is_watched_again_and_steered(place: Place, proxy: Proxy) -> None:
    await begin(place.log, S)
    for n in range(1, 4):
        await asyncio.sleep(0.005)  # a cut replay comes back by the millisecond that it stood at
        await edit(place.log, S, n)
    url = f"ws://127.0.0.1:{proxy.port}/"
    async with AsyncReplay(S, url, paused=True, seek="r2", backoff=quick()) as replay:
        assert replay.scene.revision == 2
        events = replay.events()
        replay.step()
        await until(events, lambda event: event.kind == "completed")
        replay.step()
        await until(events, lambda event: event.kind == "revised")
        assert replay.scene.revision == 3
        proxy.cut_all()  # it comes back where it stood
        await until(events, lambda event: event.kind == "welcome")
        await until(events, lambda event: event.kind == "played")
        assert replay.scene.revision == 3
        replay.seek("r1")
        await until_true(lambda: replay.scene.revision == 1)
        replay.speed(AT_ONCE)
        replay.play()
        await until_true(lambda: replay.scene.revision == 4)
        assert replay.scene.hash == await place.hash()


class Liar:
    """A server that says what it is told to say, to one connection after the other."""

    def __init__(self, *connections: list[bytes | str]) -> None:
        self.connections = list(connections)
        self.hellos: list[Any] = []

    async def speak(self, socket: ServerConnection) -> None:
        hello = ClientFrame.FromString(await socket.recv(decode=False))
        self.hellos.append(hello.hello)
        for frame in self.connections.pop(0):
            await socket.send(frame)
        await socket.wait_closed()


def _welcome() -> bytes:
    frame = ServerFrame(cursor="k1")
    frame.welcome.session, frame.welcome.role = "s1", "edit"
    frame.scene.whole, frame.scene.hash = True, 0x62AEACF503D5D6D0
    return bytes(frame.SerializeToString())


@pytest.mark.parametrize("rubbish", [b"\xff\xff\xff", "text", b"\x00" * 100])
async def test_rubbish_ends_a_connection_and_not_the_client(rubbish: bytes | str) -> None:
    liar = Liar([rubbish], [_welcome(), rubbish], [_welcome()])
    async with serve(liar.speak, "127.0.0.1", 0, subprotocols=[Subprotocol("scenestream.v2")]) as s:
        url = f"ws://127.0.0.1:{next(iter(s.sockets)).getsockname()[1]}/"
        async with client(url, patience_s=30) as one:
            await until_true(lambda: len(liar.hellos) == 3)
            assert [h.cursor for h in liar.hellos] == ["", "", "k1"]
            assert one.session == "s1"


async def test_a_scene_that_is_not_the_servers_is_asked_for_whole_and_said() -> None:
    wrong = ServerFrame(cursor="k2")
    wrong.scene.revision, wrong.scene.hash = 3, 1
    liar = Liar([_welcome(), wrong.SerializeToString()], [_welcome()])
    noted: list[Notice] = []
    async with serve(liar.speak, "127.0.0.1", 0, subprotocols=[Subprotocol("scenestream.v2")]) as s:
        url = f"ws://127.0.0.1:{next(iter(s.sockets)).getsockname()[1]}/"
        async with client(url, on_notice=noted.append):
            await until_true(lambda: Rejoined(resumed=False) in noted)
    assert [(h.session, h.cursor) for h in liar.hellos] == [("", ""), ("s1", "")]
    assert isinstance(noted[0], OutOfStep)
    assert "revision 3" in noted[0].why


async def test_who_is_not_let_in_is_told_why(redis_url: str, tmp_path: Path) -> None:
    from gateway.auth.tokens import AuthSettings

    auth = AuthSettings(secret=SECRET)
    async with gateways(redis_url, tmp_path, auth=auth, secret="deployment") as place:
        await begin(place.log, S)
        with pytest.raises(Refused) as refused:
            async with client(place.ws, session=S):
                raise AssertionError("it was let in")
        assert refused.value.category == "unauthenticated"
        async with client(place.ws, session=S, token=lambda: ADA) as owner:
            assert owner.role == "edit"
        reads: dict[str, Any] = {**shown("reader")}
        async with client(place.ws, session=S, **reads) as reader:
            assert reader.role == "read"
            with pytest.raises(Refused, match="invitation") as forbidden:
                await reader.say("a room")
            assert forbidden.value.category == "forbidden"


async def test_where_nothing_listens_it_says_so_at_once(tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="check that it runs"):
        async with client("ws://127.0.0.1:9/"):
            raise AssertionError("somebody was there")


async def test_who_waits_when_the_client_is_closed_is_told(place: Place) -> None:
    async with client(place.ws) as one:
        request = await one.say("a room")
        events = one.events()
        waiting = asyncio.create_task(request.answer())
        await asyncio.sleep(0)
    with pytest.raises(ClientClosed):
        await waiting
    assert [event.kind async for event in events][-1:] in ([], ["accepted"])
    with pytest.raises(ClientClosed):
        await one.say("another")


async def test_the_plain_client_does_the_same_in_a_thread(place: Place) -> None:
    await begin(place.log, S)

    def talk() -> tuple[str, float, list[str]]:
        with Client(place.ws, session=S) as one:
            events = one.events()
            node = pb.Node()
            node.CopyFrom(one.scene.find("n 1"))
            node.position.y = 3.0
            one.edit(node)
            request = one.say("more")
            kinds = [next(events).kind for _ in range(3)]
            return request.answer(60).text, one.scene.nodes["n1"].position.y, kinds

    talking = asyncio.create_task(asyncio.to_thread(talk))
    while not talking.done():
        await answers(place, S, "Done.")
        await asyncio.wait([talking], timeout=0.05)
    text, height, kinds = await talking
    assert (text, height) == ("Done.", 3.0)
    assert set(kinds) >= {"revised", "taken"}
