"""Writes the golden files that are missing: ``python -m tests.golden.write``.

What is there is never touched: a file shows what some release wrote, and later ones must read it.
A changed payload is a new version of its event, with a sample and a file of its own; a changed
format of the log is a new life. ``sums.txt`` has the SHA-256 of each, as ``sha256sum`` writes it,
and only grows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from schemas import patch, wire_v1
from schemas.fold import fold
from schemas.wire_v1 import Frame
from streams.codec import document
from tests.golden import traces
from tests.golden.frames import FRAMES
from tests.golden.lives import LIVES, entries, told
from tests.golden.samples import events
from tests.golden.story import session

FOLDER = Path(__file__).parent
EVENTS = FOLDER / "events"
WIRE = FOLDER / "wire_v1"
WIRE_V2 = FOLDER / "wire_v2"
SESSION = FOLDER / "session"
SESSIONS = FOLDER / "sessions"
SUMS = "sums.txt"
TRACES = (WIRE_V2 / "traces.txt", WIRE_V2 / "later.txt")
"""What every client library reads."""


def frame_json(frame: Frame) -> dict[str, Any]:
    """The frame with its attachments' bytes as hex digits."""
    shown = asdict(frame)
    shown["assets"] = [{**a, "data": a["data"].hex()} for a in shown["assets"]]
    return shown


def pretty(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def golden() -> Iterator[tuple[Path, bytes]]:
    """Every golden file as it would be written today."""
    for name, event in events().items():
        yield EVENTS / f"{name}.json", pretty(document(event))
    for name, frame in FRAMES.items():
        yield WIRE / f"{name}.bin", wire_v1.encode(frame)
        yield WIRE / f"{name}.json", pretty(frame_json(frame))
    yield SESSION / "events.ndjson", lines_of(document(event) for event in session())
    scene = fold(session()).scene
    yield SESSION / "scene.json", pretty(patch.document(scene) if scene else None)
    for name, (_, events_of) in LIVES.items():
        folder = SESSIONS / name
        yield folder / "events.ndjson", lines_of(document(event) for event in events_of)
        yield folder / "log.ndjson", lines_of(entries(events_of))
        yield folder / "state.json", pretty(told(fold(events_of)))
    yield WIRE_V2 / "traces.txt", traces.text(traces.traces()).encode()
    yield WIRE_V2 / "later.txt", traces.text(traces.later()).encode()


def lines_of(values: Iterable[Any]) -> bytes:
    return "".join(f"{json.dumps(value, ensure_ascii=False)}\n" for value in values).encode()


def sums() -> dict[str, str]:
    """What ``sums.txt`` says: the SHA-256 of each golden file, by its path."""
    file = FOLDER / SUMS
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    return {path: sha256 for sha256, path in (line.split("  ", 1) for line in lines)}


def note_sums() -> None:
    """Add the files that ``sums.txt`` does not know."""
    known = sums()
    with (FOLDER / SUMS).open("a", encoding="utf-8") as file:
        for path in sorted(FOLDER.glob("*/**/*.*")):
            name = path.relative_to(FOLDER).as_posix()
            if name not in known and path.suffix != ".pyc":
                file.write(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n")


def main() -> None:
    for path, content in golden():
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            print(f"wrote {path.relative_to(FOLDER)}")
    note_sums()


if __name__ == "__main__":
    main()
