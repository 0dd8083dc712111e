"""The inputs that were interesting, a file a door: what came of each, and its bytes in base64."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "tests" / "fuzz" / "corpus"
MOST, LONGEST = 60, 700
"""What is kept of each door: so many inputs, each of so many bytes at most."""


def read(door: str, folder: Path = FOLDER) -> dict[str, bytes]:
    """The door's inputs by what came of them."""
    path = folder / f"{door}.txt"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    rows = (line.rsplit("\t", 1) for line in lines)
    return {said: base64.b64decode(data) for said, data in rows}


def write(door: str, found: Mapping[str, bytes], folder: Path = FOLDER) -> None:
    """Keep the shortest inputs of ``found``."""
    folder.mkdir(parents=True, exist_ok=True)
    short = sorted((len(data), said) for said, data in found.items() if len(data) <= LONGEST)
    kept = sorted(said for _, said in short[:MOST])
    lines = (f"{said}\t{base64.b64encode(found[said]).decode()}\n" for said in kept)
    (folder / f"{door}.txt").write_text("".join(lines), "utf-8")
