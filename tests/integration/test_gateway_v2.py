"""The new protocol through real gateways on a real Redis: resuming, sharing, slow and rude ones."""

from __future__ import annotations

import asyncio
import contextlib
import json
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from gateway.limits.settings import LimitSettings
from schemas import events as e
from schemas import wire_v2_pb2 as pb
from schemas.artifacts import GLB
from schemas.ids import RequestId, SessionId
from schemas.wire_pb2 import Content
from tests.acceptance.unity import unity
from tests.bare_v2 import V2, Shown, v2
from tests.integration.gateways_v2 import Place, S, gateways, hello, lived, refused
from tests.integration.gateways_v2 import place as place
from tests.integration.pasts import begin, edit


async def test_a_client_without_the_subprotocol_is_the_shipping_one(place: Place) -> None:
    async with unity(place.ws) as client:
        await client.send(type="text", text="")
        assert (await client.receive()).type == "error"
    async with connect(place.ws, subprotocols=[Subprotocol("other")]) as socket:
        assert Content.FromString(await socket.recv(decode=False)).type == "session_start"


async def test_a_session_is_opened_joined_and_seen_alike_by_all(place: Place) -> None:
    async with v2(place.ws) as first:
        session = SessionId(first.session)
        assert (first.welcome.resumed, first.welcome.role) == (False, "edit")
        async with v2(place.other, session=session) as second:
            assert second.session == session
            command = await first.say("a room")
            for client in (first, second):
                told = await client.until("accepted")
                assert (told.accepted.text, told.accepted.command) == ("a room", command)
            await second.say("another", "theirs")
            assert (await first.until("accepted")).accepted.command == "theirs"


async def test_what_was_missed_is_told_once_at_any_gateway(place: Place) -> None:
    await lived(place, 2)
    async with v2(place.ws, session=S) as client:
        cursor, shown = client.cursor, client.shown
        assert client.shown.hash == await place.hash()
    for n in (3, 4, 5):
        await edit(place.log, S, n)
    async with v2(place.other, shown, cursor=cursor) as client:
        assert client.welcome.resumed
        for _ in range(3):
            await client.until("completed")
        assert client.shown.hash == await place.hash()
        assert client.shown.revision == 6
        await edit(place.log, S, 6)
        await client.until("completed")
        assert client.kinds().count("revised") == 4


async def test_every_cursor_of_a_session_resumes_to_the_same_scene(place: Place) -> None:
    await lived(place, 6)
    async with v2(place.ws, session=S) as watcher:
        states = {watcher.cursor: dict(watcher.shown.nodes)}
        for n in range(7, 10):
            await edit(place.log, S, n)
        while watcher.kinds().count("completed") < 3:
            await watcher.receive()
            states[watcher.cursor] = dict(watcher.shown.nodes)
    wanted, revision = await place.hash(), watcher.shown.revision
    for cursor, nodes in states.items():
        before = Shown(nodes=dict(nodes), name="room")
        async with v2(place.other, before, cursor=cursor) as client:
            assert client.welcome.resumed
            await client.send(cancel=pb.Cancel(request="nobody"))
            await client.until("refused")  # all that was missed came before it
            assert client.shown.hash == wanted
    assert revision == 10


async def test_where_the_scene_is_shorter_than_what_was_missed_it_is_sent(place: Place) -> None:
    await lived(place, 1)
    async with v2(place.ws, session=S) as client:
        cursor = client.cursor
    for n in range(2, 60):
        await edit(place.log, S, n)
    async with v2(place.ws, cursor=cursor) as client:
        assert not client.welcome.resumed
        assert client.frames[0].scene.whole
        assert client.shown.hash == await place.hash()


async def test_a_command_that_comes_twice_counts_once(place: Place) -> None:
    async with v2(place.ws) as client:
        await client.say("a room", "c1")
        await client.until("accepted")
        cursor = client.cursor
    async with v2(place.other, cursor=cursor) as client:
        await client.say("a room", "c1")
        again = await client.until("accepted")
        assert (again.accepted.command, again.cursor) == ("c1", "")  # told to its sender alone
        await client.say("another room", "c2")
        assert (await client.until("accepted")).accepted.command == "c2"
        state = await place.history.state(SessionId(client.session))
        assert len(state.requests) == 2


async def test_who_missed_the_end_of_a_request_hears_it_by_sending_it_again(place: Place) -> None:
    async with v2(place.ws) as client:
        command = await client.say("a room")
        request = RequestId((await client.until("accepted")).request)
        session = SessionId(client.session)
        done = e.RequestCompleted(kind="unrelated_response", text="No.")
        await place.shards.of(session).append(session, request, "done", [done])
        await client.until("completed")
    async with v2(place.other, session=session) as client:
        await client.say("a room", command)
        await client.until("accepted")
        again = await client.until("completed")
        assert (again.completed.text, again.request, again.cursor) == ("No.", request, "")


async def test_a_gesture_is_kept_in_the_log_once_and_told_to_nobody(place: Place) -> None:
    async with v2(place.ws) as client:
        for _ in range(2):
            await client.send("g-1", gesture=pb.Gesture(json='{"point": [0, 1]}'))
            await client.until("taken")
        most = "[" + "\U0001fa91" * 3_990 + "]"
        for told in ("{", "", "[" * 4_000, most[1:-1], f'"{"x" * 4_000}"'):
            await client.send(gesture=pb.Gesture(json=told))
            refused = (await client.until("refused", "taken")).refused
            assert refused.category in ("bad_input", "too_large")
        await client.send("g-2", gesture=pb.Gesture(json=f'"{most[1:-1]}"'))
        await client.until("taken")
        log = place.shards.of(SessionId(client.session))
        data = [event.data for event in await log.read(SessionId(client.session))]
        made = [d for d in data if isinstance(d, e.GestureMade)]
        assert [(d.command, d.text[:9]) for d in made] == [
            ("g-1", '{"point":'),
            ("g-2", '"' + most[1:9]),
        ]
        assert set(client.kinds()) == {"welcome", "taken", "refused"}


@pytest.mark.parametrize(
    "what",
    [
        {"cancel": pb.Cancel()},
        {"gesture": pb.Gesture(json="{}")},
        {"failure": pb.Failure(message="no shader")},
        {"scene_state": pb.SceneState(upserts=[pb.Node(id="a", name="a")])},
    ],
)
async def test_a_command_that_opens_no_request_is_told_that_it_was_done(
    place: Place, what: dict[str, Any]
) -> None:
    async with v2(place.ws) as client:
        command = await client.send(**what)
        told = (await client.until("taken")).taken
        state = await place.history.state(SessionId(client.session))
        assert (told.command, told.revision) == (command, state.revision)
        assert state.revision == (1 if "scene_state" in what else 0)


async def test_a_hand_edit_is_merged_member_by_member_and_conflicts_are_named(place: Place) -> None:
    await lived(place, 0)
    async with v2(place.ws, session=S) as one, v2(place.other, session=S) as two:
        node = one.shown.find("n 1")
        one_moved = pb.Node.FromString(node.SerializeToString())
        one_moved.position.x, one_moved.name = 5.0, "mine"
        two_moved = pb.Node.FromString(node.SerializeToString())
        two_moved.position.x = 7.0
        two_moved.rotation.y = 90.0
        base = one.shown.revision
        await one.send(scene_state=pb.SceneState(base=base, upserts=[one_moved]))
        assert (await two.until("revised")).revised.how == "by hand"
        await two.send(scene_state=pb.SceneState(base=base, upserts=[two_moved]))
        kept = (await two.until("conflict")).conflict.kept
        assert [(m.node, m.member) for m in kept] == [("n1", "position")]
        for client in (one, two):
            while client.shown.revision < base + 2:
                await client.receive()
            merged = client.shown.nodes["n1"]
            assert (merged.position.x, merged.rotation.y, merged.name) == (5.0, 90.0, "mine")
            assert client.shown.hash == await place.hash()


async def test_many_hands_at_once_lose_nothing(place: Place) -> None:
    await lived(place, 0)
    async with contextlib.AsyncExitStack() as leaving:
        urls = [place.ws, place.other] * 2
        hands = [await leaving.enter_async_context(v2(u, session=S)) for u in urls]
        for number, hand in enumerate(hands):
            moved = pb.Node.FromString(hand.shown.nodes[f"n{number}"].SerializeToString())
            moved.position.y = 1.0 + number
            await hand.send(scene_state=pb.SceneState(base=hand.shown.revision, upserts=[moved]))
        for hand in hands:
            while hand.shown.revision < 1 + len(hands):
                await hand.receive()
            heights = [hand.shown.nodes[f"n{n}"].position.y for n in range(4)]
            assert heights == [1.0, 2.0, 3.0, 4.0]


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (pb.SceneState(base=1, upserts=[pb.Node(id="x", parent="nobody")]), "no parent 'nobody'"),
        (pb.SceneState(base=1, upserts=[pb.Node(name="x")]), "it has no id"),
        (pb.SceneState(base=999), "too old"),
        (
            pb.SceneState(base=1, upserts=[pb.Node(id="n0", position=pb.Vec3(x=float("nan")))]),
            "finite",
        ),
        (pb.SceneState(base=1, upserts=[pb.Node(id="n0", parent="n0")]), "ancestor|each other"),
    ],
)
async def test_a_scene_that_is_none_is_refused_and_the_connection_lives(
    place: Place, state: pb.SceneState, why: str
) -> None:
    await lived(place, 0)
    async with v2(place.ws, session=S) as client:
        command = await client.send(scene_state=state)
        told = (await client.until("refused")).refused
        assert told.command == command
        assert told.category == "bad_input"
        with pytest.raises(AssertionError, match=why):
            raise AssertionError(told.message)
        await client.say("hello", "c2")
        assert (await client.until("accepted")).accepted.command == "c2"


@pytest.mark.parametrize(
    ("frames", "code", "why"),
    [
        (["text"], "BadClientFrame", "one binary frame a command"),
        ([b"\xff\xff\xff"], "BadClientFrame", "no ClientFrame"),
        ([pb.ClientFrame(text=pb.Text(text="x")).SerializeToString()], "NoHello", "it must be one"),
        ([hello(session="nobody")], "UnknownSession", "hello without one"),
        ([hello(session="x" * 5000)], "UnknownSession", "no session"),
        ([hello(cursor="made up")], "BadCursor", "hello with the session alone"),
    ],
)
async def test_who_does_not_say_hello_is_told_so_and_closed(
    place: Place, frames: list[bytes | str], code: str, why: str
) -> None:
    told, closed, reason = await refused(place.ws, *frames)
    assert told.code == code
    assert why in told.message
    assert closed == 1008
    assert reason in (code, "NoHello")


async def test_who_says_nothing_is_closed(redis_url: str, tmp_path: Path) -> None:
    async with gateways(redis_url, tmp_path, limits=LimitSettings(hello_s=0.5)) as place:
        told, closed, _ = await refused(place.ws)
    assert (told.code, closed) == ("NoHello", 1008)


@pytest.mark.parametrize(
    ("what", "category"),
    [
        ({"text": pb.Text(text=" ")}, "bad_input"),
        ({"text": pb.Text(text="x" * 9000)}, "too_large"),
        ({"audio": pb.Audio()}, "bad_input"),
        ({"picture": pb.Picture(data=b"<html>")}, "bad_input"),
        ({"cancel": pb.Cancel(request="nobody")}, "not_found"),
        ({"hello": pb.Hello()}, "bad_input"),
        ({"gesture": pb.Gesture(json="x" * 5000)}, "too_large"),
        ({"command": "a b", "text": pb.Text(text="x")}, "bad_input"),
        ({}, "bad_input"),
    ],
)
async def test_a_command_that_can_not_be_taken_is_refused_by_its_name(
    place: Place, what: dict[str, Any], category: str
) -> None:
    async with v2(place.ws) as client:
        command = await client.send(**what)
        told = (await client.until("refused")).refused
        assert (told.category, told.command) == (category, command)
        await client.say("go on")
        await client.until("accepted")


async def test_a_frame_that_is_too_long_is_refused(redis_url: str, tmp_path: Path) -> None:
    async with gateways(redis_url, tmp_path, max_frame=1000) as place, v2(place.ws) as client:
        await client.send(audio=pb.Audio(wav=b"x" * 2000))
        assert (await client.until("refused")).refused.category == "too_large"


async def test_requests_are_cancelled_by_name_and_all_at_once(place: Place) -> None:
    async with v2(place.ws) as client:
        for name in ("c1", "c2", "c3"):
            await client.say("a room", name)
        first = (await client.until("accepted")).request
        await client.send(cancel=pb.Cancel(request=first))
        assert (await client.until("cancelled")).request == first
        await client.send(cancel=pb.Cancel())
        gone = {(await client.until("cancelled")).request for _ in range(2)}
        assert {r.rsplit(".", 1)[1] for r in gone} == {"c2", "c3"}


async def test_a_picture_is_a_request_for_its_mesh(place: Place) -> None:
    async with v2(place.ws) as client:
        png = b"\x89PNG\r\n\x1a\n" + b"0" * 20
        await client.send(picture=pb.Picture(data=png, text="a mug"))
        told = await client.until("accepted")
        assert (told.accepted.kind, told.accepted.text) == (pb.Accepted.PICTURE, "a mug")
        made = e.GeometryGenerated(
            mesh=place.history.artifacts.put(b"glTF....", GLB),
            size=(1, 1, 1), triangles=12, backend="auto", engine="greybox",
        )  # fmt: skip
        log = place.shards.of(client.session)
        done = e.RequestCompleted(kind="unrelated_response", text="Here it is.")
        await log.append(SessionId(client.session), RequestId(told.request), "made", [made, done])
        ready = await client.until("asset_ready")
        assert ready.assets[0].id == ready.asset_ready.asset == made.mesh.sha256


async def test_assets_come_as_urls_or_inline_as_the_client_likes(place: Place) -> None:
    await begin(place.log, S)
    data = b"glTF" + b"mesh" * 100
    ref = place.history.artifacts.put(data, GLB)
    made = e.AssetRegistered(
        slot="0/object", asset="a1", label="cup", mesh=ref, engine="greybox", prompt="a cup",
        recipe={"label": "cup", "size": (0.1, 0.1, 0.1)},
    )  # fmt: skip
    await place.log.append(
        S, RequestId("r1"), "m", [e.RequestAccepted(kind="text", text="x"), made]
    )
    async with v2(place.ws, session=S) as plain:
        cursor = plain.cursor
    await place.log.append(
        S, RequestId("r2"), "m", [e.RequestAccepted(kind="text", text="y"), made]
    )
    async with v2(place.ws, cursor=cursor) as fetching:
        asset = (await fetching.until("asset_ready")).assets[0]
        assert asset.data == b""
        http = place.ws.replace("ws:", "http:").rstrip("/")
        with await asyncio.to_thread(urllib.request.urlopen, http + asset.url) as answer:
            assert answer.read() == data
            assert answer.headers["ETag"] == f'"{ref.sha256}"'
        forged = asset.url.replace(ref.sha256, "0" * 64)
        with pytest.raises(urllib.error.HTTPError) as refused:
            await asyncio.to_thread(urllib.request.urlopen, http + forged)
        assert refused.value.code == 403
        assert "not signed" in json.loads(refused.value.read())["error"]
        refused.value.close()
    async with v2(place.ws, cursor=cursor, assets=pb.Hello.INLINE) as inline:
        assert (await inline.until("asset_ready")).assets[0].data == data


async def test_a_client_that_takes_nothing_is_closed_and_delays_nobody(
    redis_url: str, tmp_path: Path
) -> None:
    async with gateways(redis_url, tmp_path, max_behind=20_000) as place:
        await lived(place, 0)
        async with v2(place.ws, session=S) as quick, v2(place.ws, session=S) as stuck:
            cursor, shown = stuck.cursor, stuck.shown
            stuck.socket.transport.pause_reading()
            big = e.ClientFailed(status=500, text="x")  # told to nobody
            await place.log.append(S, None, "report", [big])
            said = "y" * 4000
            for n in range(600):
                told = [
                    e.RequestAccepted(kind="text", text=said),
                    e.RequestCompleted(kind="unrelated_response", text=said),
                ]
                await place.log.append(S, RequestId(f"r{n}"), "m", told)
                await quick.until("completed")
            stuck.socket.transport.resume_reading()
            with pytest.raises(ConnectionClosed):
                await stuck.until("never")
            cursor = stuck.cursor
        async with v2(place.ws, shown, cursor=cursor) as again:
            assert again.shown.hash == await place.hash()


async def test_two_hundred_clients_of_one_session_are_told_by_one_reader(place: Place) -> None:
    await lived(place, 0)
    async with contextlib.AsyncExitStack() as leaving:
        seats = [await leaving.enter_async_context(v2(place.ws, session=S)) for _ in range(200)]
        reads = 0
        follow = place.log.follow

        async def counted(*args: Any) -> Any:
            nonlocal reads
            reads += 1
            return await follow(*args)

        place.log.follow = counted  # type: ignore[method-assign,assignment]
        await edit(place.log, S, 1)

        async def end(client: V2) -> int:
            await client.until("completed")
            return client.shown.hash

        hashes = await asyncio.gather(*(end(seat) for seat in seats))
        assert set(hashes) == {await place.hash()}
        assert reads <= 5
