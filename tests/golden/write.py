"""Writes the golden files that are missing: ``python -m tests.golden.write``.

What is there is never touched: a file shows what some release wrote, and later ones must read it.
A changed payload is a new version of its event, with a sample and a file of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from schemas import patch, wire_v1
from schemas.fold import fold
from schemas.wire_v1 import Frame
from streams.codec import document
from tests.golden.frames import FRAMES
from tests.golden.samples import events
from tests.golden.story import session

FOLDER = Path(__file__).parent
EVENTS = FOLDER / "events"
WIRE = FOLDER / "wire_v1"
SESSION = FOLDER / "session"


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
    lines = [f"{json.dumps(document(e), ensure_ascii=False)}\n" for e in session()]
    yield SESSION / "events.ndjson", "".join(lines).encode()
    scene = fold(session()).scene
    yield SESSION / "scene.json", pretty(patch.document(scene) if scene else None)


def main() -> None:
    for path, content in golden():
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            print(f"wrote {path.relative_to(FOLDER)}")


if __name__ == "__main__":
    main()
