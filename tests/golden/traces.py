"""The golden traces of ``scenestream.v2``: what a server sent, and what a client then shows.

Every client library reads ``wire_v2/traces.txt`` and must come to the same account of each frame.
So must ``wire_v2/later.txt``, with what was added since. Their lines::

    trace NAME
    frame BASE64                      a ServerFrame as it came
    shows event=accepted cursor=yes revision=0 draft=no nodes=0 assets=0 hash=0123456789abcdef
    breaks                            in place of shows: it can not be read, and changes nothing
    end

``event`` is the field of the oneof ("" for none that the client knows), ``nodes`` and ``assets``
how many the client has by then, ``hash`` that of the scene it shows (``schemas/scene_v2.py``).
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from google.protobuf.message import DecodeError

from gateway.v2.channel import drafting
from gateway.v2.cursor import Cursor, Cursors
from gateway.v2.show import Show, Told
from schemas import events as e
from schemas import wire_v2_pb2 as pb
from schemas.fold import fold
from schemas.ids import SessionId
from tests.bare_v2 import Shown
from tests.golden import story
from tests.golden.lives import LIVES, VASE
from tests.golden.samples import CHAIR

SESSION = SessionId("5d1d0b3e-6d5c-4a57-8f0e-2b8a0c9a7e10")
CURSORS = Cursors(b"golden")


class Trace(NamedTuple):
    """A name and the frames of one connection."""

    name: str
    frames: list[bytes]


@dataclass(frozen=True, slots=True)
class Account:
    """What a client says of a frame."""

    event: str
    cursor: bool
    revision: int
    draft: bool
    nodes: int
    assets: int
    hash: int

    def line(self) -> str:
        cursor, draft = ("yes" if flag else "no" for flag in (self.cursor, self.draft))
        return (
            f"shows event={self.event} cursor={cursor} revision={self.revision} draft={draft} "
            f"nodes={self.nodes} assets={self.assets} hash={self.hash:016x}"
        )


def accounts(frames: Iterable[bytes]) -> Iterator[Account | None]:
    """What the bare client says of each frame; None: it can not be read."""
    shown = Shown()
    for data in frames:
        frame = pb.ServerFrame()
        try:
            frame.ParseFromString(data)
        except DecodeError:
            yield None
            continue
        shown.apply(frame)
        yield Account(
            frame.WhichOneof("event") or "",
            bool(frame.cursor),
            shown.revision,
            shown.draft,
            len(shown.nodes),
            len(shown.assets),
            shown.hash,
        )


def _written(told: Told) -> bytes:
    frame = told.frame
    if told.at is not None:
        frame.cursor = CURSORS.write(Cursor(SESSION, told.at, told.draft))
    for asset in frame.assets:
        asset.url = f"/artifacts/{asset.sha256}?until=4000000000&signature={asset.sha256[:32]}"
    return bytes(frame.SerializeToString(deterministic=True))


def _welcome(show: Show) -> bytes:
    told = show.whole()
    told.frame.welcome.session, told.frame.welcome.role = SESSION, "edit"
    told.frame.welcome.max_frame = 16 * 2**20
    known = {a.id for a in told.frame.assets}
    for asset in sorted({CHAIR, VASE} - known):  # of lives that begin in the midst of things
        told.frame.assets.append(pb.Asset(id=asset, sha256="ab" * 32, size=1000))
    return _written(told)


def _lived(events: Sequence[e.Event], joins: int) -> list[bytes]:
    """What a client is sent that joins after the first ``joins`` events."""
    state = fold(events[:joins])
    show = Show(SESSION, state, drafting(state))
    return [_welcome(show), *(_written(told) for told in show.events(events[joins:]))]


def _commits(events: Sequence[e.Event]) -> list[int]:
    """The places between two commits: a client never joins in the midst of one."""
    return [n for n in range(len(events) + 1) if not fold(events[:n])._parts]


def traces() -> Iterator[Trace]:
    """All of them."""
    stories = {"story": story.session(), **{name: life for name, (_, life) in LIVES.items()}}
    for name, events in stories.items():
        for place in _commits(events)[::2]:
            yield Trace(f"{name} from {place}", _lived(events, place))
    yield from _odd()


def _scenes(*changes: pb.SceneChange) -> list[bytes]:
    """Frames with these changes, one after the other, each with the hash of what it leads to."""
    shown, found = Shown(), []
    for change in changes:
        shown._change(change)
        change.hash = shown.hash
        found.append(bytes(pb.ServerFrame(scene=change).SerializeToString(deterministic=True)))
    return found


def _nodes(*nodes: pb.Node) -> list[bytes]:
    return _scenes(pb.SceneChange(upserts=nodes, whole=True, name="room"))


def _odd() -> Iterator[Trace]:
    """What a library must bear: nothing, the future, rubbish, all kinds of things."""
    future = bytes(pb.ServerFrame(at_ms=5).SerializeToString())
    yield Trace("an empty frame", [b""])
    yield Trace("a field of the future", [future + b"\xfa\x3e\x03abc"])
    yield Trace("an event of the future", [b"\xca\x0c\x02\x08\x01"])
    yield Trace("rubbish", [b"\xff\xff\xff", *_nodes(pb.Node(id="a", name="a"))])
    yield Trace("half a frame", [_nodes(pb.Node(id="a", name="abcdef"))[0][:-3], b""])
    deep = [pb.Node(id=f"n{i}", parent=f"n{i - 1}" if i else "") for i in range(100)]
    yield Trace("a tower of a hundred", _nodes(*deep))
    yield Trace("three hundred nodes", _nodes(*(pb.Node(id=f"n{i}", name="n") for i in range(300))))
    names = ["стол", "椅子", "🪑", "e\u0301", "\u0000", " ", "a" * 500]
    named = (pb.Node(id=f"{i}", name=name) for i, name in enumerate(names))
    yield Trace("names of all kinds", _nodes(*named))
    edges = [0.1, 1e-40, 3.4e38, 1 / 3, 16777217.0]
    placed = (pb.Node(id=f"{i}", position=pb.Vec3(x=x)) for i, x in enumerate(edges))
    yield Trace("numbers of all kinds", _nodes(*placed))
    yield from _components()
    yield from _skies()
    yield Trace("moves below another and its parent goes", _scenes(*_moves()))
    two = [pb.Node(id="a"), pb.Node(id="b", parent="a")]
    whole = pb.SceneChange(upserts=two, whole=True, name="one"), pb.SceneChange(whole=True)
    yield Trace("a whole scene in place of another", _scenes(*whole))


def _moves() -> Iterator[pb.SceneChange]:
    nodes = [pb.Node(id="table"), pb.Node(id="vase", parent="table"), pb.Node(id="shelf")]
    yield pb.SceneChange(upserts=nodes, whole=True)
    moved = pb.Node(id="vase", parent="shelf")
    yield pb.SceneChange(upserts=[moved], removed=["table"], revision=2)


def _components() -> Iterator[Trace]:
    red = pb.Color(r=1, a=1)
    for kind, light in pb.Light.Type.items():
        told = pb.Light(type=light, color=red, intensity=1, range=3, spot_angle=30, radius=0.5)
        node = pb.Node(id="lamp", components=[pb.Component(light=told)])
        yield Trace(f"a light: {kind.lower()}", _nodes(node))
    for shape, number in pb.Primitive.Shape.items():
        block = pb.Component(primitive=pb.Primitive(shape=number, color=red))
        yield Trace(f"a primitive: {shape.lower()}", _nodes(pb.Node(id="p", components=[block])))


def _skies() -> Iterator[Trace]:
    blue = pb.Color(b=1, a=1)
    skies = (
        pb.Skybox(gradient=pb.Skybox.Gradient(color1=blue, color2=blue, intensity=1)),
        pb.Skybox(sun=pb.Skybox.Sun(top_color=blue, sun_vector=pb.Vec4(y=1), sun_alpha=0.5)),
        pb.Skybox(cubed=pb.Skybox.Cubed(tint_color=blue, cube_map="clouds")),
        pb.Skybox(),
    )
    changes = [pb.SceneChange(skybox=sky, revision=n) for n, sky in enumerate(skies)]
    yield Trace("one sky after the other, and none", _scenes(*changes))


def later() -> Iterator[Trace]:
    """Those of ``later.txt``: of what the protocol has learned since ``traces.txt`` was written."""
    room = _nodes(pb.Node(id="sofa", name="sofa"))
    told = pb.Broadcast(id="b-1", text="We restart at noon — save", from_operator=True)
    said = bytes(pb.ServerFrame(at_ms=5, broadcast=told).SerializeToString(deterministic=True))
    yield Trace("a broadcast leaves the scene as it is", [*room, said, said])
    call = pb.ToolCall(action="generate_3d_scene", input="a room", step=1, estimate_s=12.5)
    acts = bytes(pb.ServerFrame(request="r", tool_call=call).SerializeToString(deterministic=True))
    yield Trace("an act with its estimate", [*room, acts])


def text(of: Iterable[Trace]) -> str:
    """The text of a file of these."""
    lines: list[str] = []
    for trace in of:
        lines.append(f"trace {trace.name}")
        for data, account in zip(trace.frames, accounts(trace.frames), strict=True):
            lines.append(f"frame {base64.b64encode(data).decode()}")
            lines.append(account.line() if account else "breaks")
        lines.append("end")
    return "\n".join(lines) + "\n"


def read(text: str) -> Iterator[tuple[Trace, list[str]]]:
    """The traces of a file, and what must be said of each frame."""
    name, frames, said = "", list[bytes](), list[str]()
    for line in text.splitlines():
        word, _, rest = line.partition(" ")
        match word:
            case "trace":
                name, frames, said = rest, [], []
            case "frame":
                frames.append(base64.b64decode(rest))
            case "shows" | "breaks":
                said.append(line)
            case "end":
                yield Trace(name, frames), said
