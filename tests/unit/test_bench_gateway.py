"""The gateway figures' own client: its account of every golden trace, and its frames."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from websockets.frames import Frame, Opcode

from ops.bench.gateway import rooms
from ops.bench.gateway.shown import Shown
from ops.bench.gateway.socket import BINARY, taken, written
from schemas import wire_v2_pb2 as pb
from schemas.events import ScenePatched
from schemas.patch import apply
from schemas.scene_v2 import scene_hash
from tests.golden import traces
from tests.golden.write import TRACES


def test_the_client_shows_what_every_trace_says() -> None:
    shows = 0
    golden = (pair for file in TRACES for pair in traces.read(file.read_text("utf-8")))
    for trace, said in golden:
        shown = Shown()
        for data, line in zip(trace.frames, said, strict=True):
            if line == "breaks":
                continue
            shown.apply(pb.ServerFrame.FromString(data))
            assert line.endswith(f"hash={shown.hash:016x}"), trace.name
            shows += 1
        assert shown.wrong == 0
    assert shows > 1_000


def test_a_frame_that_leads_elsewhere_is_counted() -> None:
    shown = Shown()
    shown.apply(pb.ServerFrame(scene=pb.SceneChange(name="x", hash=1)))
    assert shown.wrong == 1


@given(st.sampled_from([0, 1, 125, 126, 65_535, 65_536]), st.binary(max_size=8))
def test_frames_of_every_length_are_taken_as_they_come(size: int, rest: bytes) -> None:
    payload = b"x" * size
    data = Frame(Opcode.BINARY, payload).serialize(mask=False)
    for short in (0, 1, len(data) // 2, len(data) - 1):
        assert taken(data[:short]) is None
    assert taken(data + rest) == (BINARY, payload, rest)
    sent = written(BINARY, payload)
    assert len(sent) == len(Frame(Opcode.BINARY, payload).serialize(mask=True))
    assert sent.endswith(payload)


def test_each_edit_of_a_bench_session_moves_one_node() -> None:
    for n in range(45):
        patched = rooms.told(n, 2, "x")
        assert isinstance(patched, ScenePatched)
        after = apply(rooms.room(n), patched.patch)
        assert scene_hash(after) == scene_hash(rooms.room(n + 1))
