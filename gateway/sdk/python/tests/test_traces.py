"""The golden traces of scenestream.v2: every client library says the same of each frame."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from google.protobuf.message import DecodeError
from scenestream_client import Mirror, pb

FILE = Path(
    os.environ.get("SCENESTREAM_TRACES")
    or Path(__file__).parents[4] / "tests/golden/wire_v2/traces.txt"
)


def traces() -> Iterator[tuple[str, list[bytes], list[str]]]:
    name, frames, said = "", list[bytes](), list[str]()
    files = (FILE, FILE.with_name("later.txt"))
    for line in (line for file in files for line in file.read_text("utf-8").splitlines()):
        word, _, rest = line.partition(" ")
        if word == "trace":
            name, frames, said = rest, [], []
        elif word == "frame":
            frames.append(base64.b64decode(rest))
        elif word == "end":
            yield name, frames, said
        else:
            said.append(line)


TRACES = list(traces())


def account(mirror: Mirror, data: bytes) -> str:
    frame = pb.ServerFrame()
    try:
        frame.ParseFromString(data)
    except DecodeError:
        return "breaks"
    mirror.apply(frame)
    return (
        f"shows event={frame.WhichOneof('event') or ''} cursor={'yes' if frame.cursor else 'no'} "
        f"revision={mirror.revision} draft={'yes' if mirror.draft else 'no'} "
        f"nodes={len(mirror.nodes)} assets={len(mirror.assets)} hash={mirror.hash:016x}"
    )


def test_there_are_a_hundred_at_least() -> None:
    assert len({name for name, _, _ in TRACES}) == len(TRACES) >= 100


@pytest.mark.parametrize(("name", "frames", "said"), TRACES, ids=[t[0] for t in TRACES])
def test_a_trace_is_shown_as_it_is_by_all(name: str, frames: list[bytes], said: list[str]) -> None:
    mirror = Mirror()
    assert [account(mirror, data) for data in frames] == said
