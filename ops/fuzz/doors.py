"""The doors that bytes come in by, each without its socket: bytes to what came of them.

What comes of input is told in a few words, so that new outcomes are seen. A door raises ``Breach``
where input got what it may not have; any other exception that is no typed refusal is a crash.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from gateway import artifact_urls, replay_url
from gateway.artifact_urls import Places
from gateway.auth.callers import credentials
from gateway.auth.invites import Invitations
from gateway.auth.pages import Pages
from gateway.auth.rights import Standing
from gateway.auth.tokens import Authenticator, AuthSettings
from gateway.effects import Append, Send
from gateway.http.front import wants_websocket
from gateway.http.rest import command_of_body
from gateway.replay import Replay
from gateway.session_v1 import V1Session
from gateway.v2.cursor import Cursor, Cursors
from gateway.v2.replay import V2Replay
from gateway.v2.session import Answer, CancelRequests, Enter, Role, V2Session
from ops.fuzz import mutation
from ops.fuzz.mutation import mutated
from schemas import events as e
from schemas import wire_v1
from schemas import wire_v2_pb2 as pb
from schemas.fold import fold
from schemas.ids import EventId, NodeId, RequestId, SessionId
from schemas.scene import Color, Node, Primitive, Scene
from schemas.scene_v1 import scene_document
from schemas.scene_v2 import node_message
from schemas.state import SessionState
from streams.codec import decode_or_keep, encode

SECRET = b"a secret of thirty-two bytes or so"
SESSION = SessionId("5d1d0b3e-6d5c-4a57-8f0e-2b8a0c9a7e10")
NOW = 1_800_000_000.0
_AT = datetime(2026, 1, 1, tzinfo=UTC)
_LONG = 40
_BLOCK = Primitive(shape="cube", color=Color(r=0.5, g=0.25, b=0.75))
_ROOM = Scene.of(
    "room", [Node(id=NodeId(f"n{i}"), name=f"n {i}", components=(_BLOCK,)) for i in range(4)]
)


class Breach(Exception):
    """Input got what it may not have."""


@dataclass(frozen=True, slots=True)
class Door:
    """``enter`` gives what came of input. ``seeds``: input to begin from; ``fresh``: draws input
    that is right in form, for doors that have one."""

    name: str
    enter: Callable[[bytes], str]
    seeds: tuple[bytes, ...]
    fresh: Callable[[random.Random], bytes] | None = None

    def draw(self, chance: random.Random, pool: list[bytes]) -> bytes:
        """The next input, from what was interesting in ``pool``."""
        if self.fresh is not None and chance.random() < 0.3:
            data = self.fresh(chance)
            return data if chance.random() < 0.5 else mutated(data, chance, pool)
        return mutated(chance.choice(pool), chance, pool)


def doors() -> tuple[Door, ...]:
    """All of them."""
    frames = tuple(_frames())
    return (
        Door("v2_hello", _hello, frames, mutation.command),
        Door("v2_command", _command, frames, mutation.command),
        Door("v2_reader", _reader, frames, mutation.command),
        Door("v2_replay", _replay, frames, mutation.command),
        Door("rest_body", _rest, (b'{"text": {"text": "a room"}}', b'{"undo": {"count": 2}}')),
        Door("v1_frame", _v1, tuple(v1_frames())),
        Door("v1_snapshot", _v1_snapshot, (json.dumps(scene_document(_ROOM)).encode(), b"{}")),
        Door("cursor", _cursor, (_CURSOR.encode(),)),
        Door("invitation", _invitation, (_INVITATION.encode(),)),
        Door("artifact_url", _artifact, (_PLACE.encode(),)),
        Door("artifact_range", _range, (b"bytes=0-4", b"bytes=-3", b'"x", W/"y"')),
        Door("token", _Tokens().enter, (token("ada", SECRET.decode()).encode(), b"a.b.c")),
        Door("credentials", _credentials, (b"token=x&invitation=y", b"bearer.abc")),
        Door("origin", _origin, (b"http://127.0.0.1:80", b"https://evil.test", b"http://[::1]")),
        Door("replay_url", _replay_url, (b"/?replay=abc&speed=2&from=r3&max_gap=1&paused=1",)),
        Door("http_head", _head, (_HEAD, b"POST /sessions HTTP/1.1\r\nHost: x\r\n\r\n")),
    )


# The new protocol


def _state() -> SessionState:
    facts: tuple[e.Data, ...] = (
        e.SessionOpened(protocol="fuzz"),
        e.RequestAccepted(kind="text", text="a room"),
        e.SceneComposed(name="room", nodes=tuple(_ROOM.nodes.values())),
        e.RequestCompleted(kind="generate_3d_scene", text="Here it is."),
    )
    return fold(
        e.Event(id=EventId(f"{n + 1}-0"), session=SESSION, request=request, at=_AT, data=data)
        for n, data in enumerate(facts)
        for request in [RequestId("r1") if n else None]
    )


_STATE = _state()


def _core(role: Role) -> V2Session:
    core = V2Session(lambda: "made-up")
    core.welcomed(SESSION, role)
    return core


def _hello(data: bytes) -> str:
    core = V2Session(lambda: "made-up")
    effects = core.receive(data, SessionState())
    if any(not isinstance(effect, Enter | Answer) for effect in effects):
        raise Breach("something was done for who has not entered")
    return _told(effects)


def _command(data: bytes) -> str:
    return _told(_core(Role.EDIT).receive(data, _STATE))


def _reader(data: bytes) -> str:
    effects = _core(Role.READ).receive(data, _STATE)
    if any(not isinstance(effect, Answer) for effect in effects):
        raise Breach("something was done for who may only read")
    return _told(effects)


def _replay(data: bytes) -> str:
    core = V2Replay(SESSION, Replay(1.0), 2**20)
    came = core.receive(data, 0.0)
    return " ".join(
        type(c).__name__ if not isinstance(c, pb.ServerFrame) else _frame(c) for c in came
    )


def _rest(data: bytes) -> str:
    try:
        body = json.loads(data)
    except (ValueError, RecursionError):
        return "no JSON"
    if not isinstance(body, dict):
        return "no object"
    return _command(command_of_body(body).SerializeToString())


def _told(effects: Sequence[object]) -> str:
    """What came of a frame; every event must be one that the log takes, and reads again."""
    said = []
    for effect in effects:
        match effect:
            case Append(payloads=payloads):
                said.append(f"append {' '.join(dict.fromkeys(map(_logged, payloads)))}")
            case Answer(frame=frame):
                said.append(_frame(frame))
            case Send(frame=frame):
                said.append(f"send {frame.type[:_LONG]} {frame.status} {_words(frame.error)}")
            case CancelRequests(request=None):
                said.append("cancel all")
            case other:
                said.append(type(other).__name__.lower())
    return "; ".join(said)


def _logged(data: e.Data) -> str:
    event = e.Event(session=SESSION, request=RequestId("r2"), at=_AT, by="gateway", data=data)
    again = decode_or_keep(encode(event), SESSION, EventId("9-0"), "r2")
    if again.data != data:
        raise Breach(f"{data.type} is another one when it is read again")
    return data.type


def _frame(frame: pb.ServerFrame) -> str:
    told = f"{frame.WhichOneof('event')}"
    bytes(frame.SerializeToString())
    return f"{told} {frame.refused.code} {_words(frame.refused.message)}".strip()


def _words(text: str) -> str:
    """The beginning of a message without what it quotes."""
    return "".join(
        c for c in text.replace('"', "'")[:_LONG].split("'")[0] if c.isalpha() or c == " "
    ).strip()


# The shipping protocol


def _v1(data: bytes) -> str:
    return _told(V1Session(SESSION, lambda: "made-up").receive(data, None))


def _v1_snapshot(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    frame = wire_v1.encode(wire_v1.Frame("text", text="a room"))
    return _told(V1Session(SESSION, lambda: "made-up").receive(frame, text))


# What is signed


_CURSORS, _KNOWN = Cursors(SECRET), Cursor(SESSION, EventId("12-0"), RequestId("r1"))
_CURSOR = _CURSORS.write(_KNOWN)
_INVITATIONS = Invitations(SECRET, lambda: NOW)
_INVITATION = _INVITATIONS.write(SESSION, Standing.READER, 3_600)
_PLACES = Places(SECRET, lambda: NOW)
_PLACE = _PLACES.url("ab" * 32)


def _cursor(data: bytes) -> str:
    if _CURSORS.read(data.decode("utf-8", "surrogateescape")) != _KNOWN:
        raise Breach("a cursor was made up")
    return "read"


def _invitation(data: bytes) -> str:
    if _INVITATIONS.read(data.decode("utf-8", "surrogateescape"), SESSION) is not Standing.READER:
        raise Breach("an invitation was made up")
    return "read"


def _artifact(data: bytes) -> str:
    path, _, query = data.decode("latin-1").partition("?")
    if _PLACES.check(path, query) != "ab" * 32:
        raise Breach("an artifact's URL was made up")
    return "served"


def _range(data: bytes) -> str:
    text, whole, said = data.decode("latin-1"), b"0123456789", []
    for name in ("Range", "If-None-Match", "If-Range"):
        answer = artifact_urls.reply("ab" * 32, whole, {"range": "bytes=1-2", name: text})
        if answer.body not in whole:
            raise Breach("bytes that the artifact does not have")
        said.append(str(answer.status.value))
    return " ".join(said)


def token(subject: str, secret: str) -> str:
    """A good token of ``subject``."""
    import jwt

    return jwt.encode({"sub": subject, "exp": NOW * 2}, secret, algorithm="HS256")


def invitation() -> str:
    """A good invitation of another deployment's."""
    return _INVITATION


@dataclass(slots=True)
class _Tokens:
    """``ada`` has a token; nobody else gets one, and she no scope."""

    reader: Authenticator = field(
        default_factory=lambda: Authenticator(AuthSettings(secret=SECRET.decode()))
    )
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)

    def enter(self, data: bytes) -> str:
        who = self.loop.run_until_complete(self.reader.principal(data.decode("utf-8", "replace")))
        if (who.subject, who.operator) != ("ada", False):
            raise Breach("a token was made up")
        return "known"


# Addresses and heads


def _credentials(data: bytes) -> str:
    text = data.decode("latin-1")
    found = credentials({"Authorization": text}, text, text.split(","))
    if text and len(text) > 3 and text in repr(found) and text not in repr(credentials({}, "")):
        raise Breach("what is secret is in its repr")
    return f"{bool(found.token)} {bool(found.invitation)}"


def _origin(data: bytes) -> str:
    text = data.decode("latin-1")
    pages = Pages(("https://studio.test",))
    pages.admit({"Origin": text, "Host": "127.0.0.1:8765"})
    pages.shares_with({"Origin": text, "Host": "127.0.0.1:8765"})
    pages.admit({"Host": text})
    return "admitted"


def _replay_url(data: bytes) -> str:
    path = data.decode("latin-1")
    return f"asked {replay_url.parse(path).paused}" if replay_url.is_replay(path) else "no replay"


_HEAD = (
    b"GET /?token=x HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


def _head(data: bytes) -> str:
    return str(wants_websocket(data))


# Where to begin


def _frames() -> list[bytes]:
    node = node_message(_ROOM.nodes[NodeId("n1")])
    commands = (
        {"hello": pb.Hello(session=SESSION, cursor=_CURSOR, progress=True)},
        {"text": pb.Text(text="a room")},
        {"audio": pb.Audio(wav=b"RIFF0000WAVE")},
        {"picture": pb.Picture(data=b"\x89PNG\r\n\x1a\n", text="a mug")},
        {"gesture": pb.Gesture(json="{}")},
        {"scene_state": pb.SceneState(base=1, upserts=[node], removed=["n2"], name="x")},
        {"scene_state": pb.SceneState(whole=True, upserts=[node])},
        {"cancel": pb.Cancel(request="r1")},
        {"undo": pb.Undo(count=2)},
        {"confirm": pb.Confirm(yes=True)},
        {"approve": pb.Approve(request="r1", text="bigger")},
        {"playback": pb.Playback(step=True, speed=2, seek="r1")},
        {"failure": pb.Failure(message="it broke")},
    )
    return [bytes(pb.ClientFrame(id="c1", **what).SerializeToString()) for what in commands]


def v1_frames() -> list[bytes]:
    """Frames of the shipping protocol, as its client sends them."""
    voice = wire_v1.Attachment("voice", b"RIFF0000WAVE", "voice.wav")
    frames = (
        wire_v1.Frame("text", text="a room"),
        wire_v1.Frame("audio", assets=(voice,)),
        wire_v1.Frame("gesture"),
        wire_v1.Frame("error", text="it broke", status=500),
    )
    return [wire_v1.encode(frame) for frame in frames]
