"""Mutated frames and requests to a real gateway with authentication on, by a stranger.

Another user has a session with canaries in it: words that must never come back to the stranger.
The gateway must live on, complain of nothing, and be no larger at the end.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import signal
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from gateway.v2.cursor import Cursor, Cursors
from ops.bench.gateway.place import Place, opened
from ops.bench.gateway.socket import BINARY, CLOSE, written
from ops.fuzz import doors, held, mutation
from ops.fuzz.memory import Memory
from schemas import events as e
from schemas import wire_v2_pb2 as pb
from schemas.ids import NodeId, RequestId, SessionId
from schemas.scene import Node
from streams.shards import Shards

SECRET = "thirty-two bytes that nobody else has"
CANARY = "canary-7f3a"
THEIRS = SessionId("0b6f5d0e-7f62-4a3b-9a57-5d9f3c1e2a44")
SILENCE_S = 0.4
"""A connection that has said nothing for so long waits for more: it is left."""
A_CONNECTION = 25
"""Frames that go out over one connection, before its close is waited for."""
AT_ONCE = 60
PATIENCE_S = 10.0
LOOK_S = 300.0
"""How long the gateway may take to look for garbage, on a machine that does much else."""
_WEBSOCKET = (
    "GET /{query} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Version: 13\r\n{protocol}Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    "{authorization}\r\n"
)
_BINARY_FRAME = written(BINARY, b"")[:1]
_V2 = "Sec-WebSocket-Protocol: scenestream.v2\r\n"


@dataclass(slots=True)
class Told:
    """What came of it. ``bad``: what must not have happened; ``heard``: bytes that came back."""

    sent: int = 0
    heard: int = 0
    seconds: float = 0.0
    memory: Memory = field(default_factory=lambda: Memory(0))
    bad: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing broke, got out or leaked."""
        return not self.bad and not self.memory.leaks

    def line(self) -> str:
        """For people."""
        pace = self.sent / max(self.seconds, 1e-9)
        return (
            f"{'sockets':<16} {self.sent:>9,} frames {pace:>7,.0f}/s "
            f"{self.heard:>12,} bytes heard {len(self.bad):>3} bad {self.memory.line()}"
        )


def fuzz(frames: int, seed: int) -> Told:
    """Send so many frames to a gateway of our own, in a process that holds nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        told_at = Path(folder, "held")
        env = {"SCENESTREAM_JWT_SECRET": SECRET, "SCENESTREAM_SECRET": SECRET}
        with opened("ops.fuzz.held", **env, **{held.VARIABLE: str(told_at)}) as place:
            return asyncio.run(_fuzz(place, told_at, frames, seed))


async def _fuzz(place: Place, told_at: Path, frames: int, seed: int) -> Told:
    await _live(place)
    told, chance = Told(memory=Memory(frames)), random.Random(seed)
    began = time.monotonic()
    stranger = _Stranger(place.port, chance, told)
    while told.sent < frames:
        await asyncio.gather(*(stranger.connect() for _ in range(AT_ONCE)))
        if told.memory.is_due(told.sent):
            await _left(place.port)
            told.memory.note(told.sent, await _held(place, told_at))
    told.seconds = time.monotonic() - began
    await _look(place, told)
    return told


async def _left(port: int) -> None:
    """Return when the gateway has seen that nobody is there."""
    async with asyncio.timeout(LOOK_S):
        while b'"clients":0' not in await _got(port, "/health"):  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.05)


async def _held(place: Place, told_at: Path) -> int:
    """What the gateway holds, in KiB, as it says itself."""
    assert place.gateway is not None
    before = told_at.stat().st_size if told_at.exists() else 0
    place.gateway.process.send_signal(signal.SIGUSR1)
    async with asyncio.timeout(LOOK_S):
        while not told_at.exists() or told_at.stat().st_size == before:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.02)
    return int(told_at.read_text("utf-8").splitlines()[-1])


async def _live(place: Place) -> None:
    """Ada's session, with a canary in everything that she said and has."""
    shards = await Shards.open(place.url)
    log = shards.of(THEIRS)
    await log.append(THEIRS, None, "opened", [e.SessionOpened(protocol="fuzz", user="ada")])
    node = Node(id=NodeId(CANARY), name=f"a {CANARY}")
    made = [
        e.RequestAccepted(kind="text", text=f"make {CANARY}"),
        e.AgentThought(text=f"{CANARY}?", engine=CANARY),
        e.SceneComposed(name=CANARY, nodes=(node,)),
        e.RequestCompleted(kind="generate_3d_scene", text=f"Here is {CANARY}."),
    ]
    await log.append(THEIRS, RequestId("r1"), "made", made)
    await shards.close()


async def _look(place: Place, told: Told) -> None:
    """The gateway lives, has nothing to complain of, and shows Ada what it hid from Bob."""
    health = await _got(place.port, "/health")
    if b" 200 " not in health[:20]:
        told.bad.append(f"its health is {health[:200]!r}")
    if CANARY.encode() not in await _got(place.port, f"/sessions/{THEIRS}?token={_token('ada')}"):
        told.bad.append("the canary's owner is not shown it either: there was nothing to find")
    log = place.complaints.read_text("utf-8", "replace")
    for line in log.splitlines():
        if '"level": "warning"' not in line:  # of requests that are none, uvicorn says so
            told.bad.append(f"the gateway wrote {line[:600]} … {line[-1_500:]}")


async def _got(port: int, path: str) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    async with asyncio.timeout(PATIENCE_S):
        answer = await reader.read()
    writer.close()
    return answer


@dataclass(slots=True)
class _Stranger:
    """Bob has a token of his own and knows the id of Ada's session, nothing else."""

    port: int
    chance: random.Random
    told: Told

    async def connect(self) -> None:
        """One connection: something, and until its end what comes back."""
        make: Callable[[], tuple[bytes, int]] = self.chance.choice(
            (self._commands, self._commands, self._v1, self._hellos, self._request, self._rubbish)
        )
        data, frames = make()
        self.told.sent += frames
        heard = await self._say(data)
        self.told.heard += len(heard)
        if CANARY.encode() in heard:
            self.told.bad.append(f"{make.__name__} was told of the canary: {data[:400]!r}")

    async def _say(self, data: bytes) -> bytes:
        heard = b""
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            head, end, frames = data.partition(b"\r\n\r\n")
            writer.write(head + end)
            with contextlib.suppress(TimeoutError):
                if frames[:1] == _BINARY_FRAME:  # none goes out before the handshake is answered
                    heard = await asyncio.wait_for(reader.read(65_536), SILENCE_S)
                writer.write(frames)
                while more := await asyncio.wait_for(reader.read(65_536), SILENCE_S):
                    heard += more
            with contextlib.suppress(TimeoutError):
                writer.write(written(CLOSE, b"\x03\xe8"))
                heard += await asyncio.wait_for(reader.read(65_536), SILENCE_S)
            writer.transport.abort()
        return heard

    def _commands(self) -> tuple[bytes, int]:
        """A session of his own, and commands to it."""
        hello = pb.ClientFrame(hello=pb.Hello(client="fuzz"))
        frames = [self._frame(self._command()) for _ in range(A_CONNECTION)]
        return self._opened(_V2, hello.SerializeToString(), frames), len(frames)

    def _hellos(self) -> tuple[bytes, int]:
        """Hellos for Ada's session, right in form, and what might follow them."""
        forged = Cursors(self.chance.randbytes(8)).write(Cursor(THEIRS, None))
        hello = pb.Hello(
            session=self.chance.choice(("", THEIRS, THEIRS.upper(), f"{THEIRS}\0")),
            cursor=self.chance.choice(("", forged, self._changed(forged))),
            invitation=self.chance.choice(("", forged, doors.invitation())),
            token=self.chance.choice(("", "x.y.z", self._changed(_token("bob")))),
        )
        if self.chance.random() < 0.3:
            hello.replay.speed = self.chance.choice((-1.0, 0.0, 1.0, float("nan")))
        first = pb.ClientFrame(hello=hello).SerializeToString()
        if self.chance.random() < 0.3:
            first = mutation.mutated(first, self.chance, ())
        return self._opened(_V2, first, [self._frame(self._command())]), 2

    def _v1(self) -> tuple[bytes, int]:
        """The shipping protocol."""
        seeds = doors.v1_frames()
        frames = [
            self._frame(mutation.mutated(self.chance.choice(seeds), self.chance, seeds))
            for _ in range(A_CONNECTION)
        ]
        return self._opened("", b"", frames), len(frames)

    def _request(self) -> tuple[bytes, int]:
        """Plain HTTP for Ada's session, and what is below it."""
        method = self.chance.choice(("GET", "POST", "PUT", "HEAD", "DELETE", "OPTIONS"))
        path = self.chance.choice(
            (
                "/sessions", f"/sessions/{THEIRS}", f"/sessions/{THEIRS}/events",
                f"/sessions/{THEIRS}/commands", f"/sessions/{THEIRS}/invitations",
                f"/sessions/{THEIRS}/revisions", f"/sessions/{THEIRS}?at=r1", "/openapi.json",
                f"/sessions/{THEIRS}/requests", f"/artifacts/{'ab' * 32}?until=9&signature=x",
                f"/?replay={THEIRS}", "/socket.io/?EIO=4&transport=polling",
                f"/model/token-stream?session={THEIRS}", f"/sessions/{THEIRS}/export.glb",
            )
        )  # fmt: skip
        body = self.chance.choice(
            ("", '{"text": {"text": "hi"}}', '{"gives": "reader"}', "[" * 5_000, '{"a": 1e999}')
        )
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
            f"{self._authorization()}\r\n"
        )
        data = (head + body).encode()
        return (mutation.mutated(data, self.chance, ()) if self._rarely() else data), 1

    def _rubbish(self) -> tuple[bytes, int]:
        """A handshake with something wrong in it."""
        data, frames = self._commands()
        return mutation.mutated(data, self.chance, [data]), frames

    def _opened(self, protocol: str, first: bytes, frames: list[bytes]) -> bytes:
        query = f"?replay={THEIRS}" if not protocol and self._rarely() else ""
        head = _WEBSOCKET.format(
            query=query, protocol=protocol, authorization=self._authorization()
        )
        begin = written(BINARY, first) if first else b""
        return b"".join((head.encode(), begin, *frames))

    def _authorization(self) -> str:
        bob = _token(f"bob-{self.chance.randrange(1_000)}")  # one alone would soon be told to wait
        token = self.chance.choice((bob, bob, "", self._changed(_token("ada"))))
        return f"Authorization: Bearer {token}\r\n" if token else ""

    def _changed(self, text: str) -> str:
        """``text`` with a character changed, so that no signature holds."""
        at = self.chance.randrange(len(text) - 3)  # the last ones may not carry whole bytes
        return text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :]

    def _command(self) -> bytes:
        data = mutation.command(self.chance)
        return data if self.chance.random() < 0.5 else mutation.mutated(data, self.chance, ())

    def _frame(self, payload: bytes) -> bytes:
        frame = written(BINARY, payload)
        return mutation.mutated(frame, self.chance, ()) if self.chance.random() < 0.02 else frame

    def _rarely(self) -> bool:
        return self.chance.random() < 0.2


def _token(subject: str) -> str:
    return doors.token(subject, SECRET)
