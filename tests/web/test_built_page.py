"""The page that is committed is what its sources say, and what the gateway may serve."""

from __future__ import annotations

import re
from pathlib import Path

from tests.web import workshop

BUILT = workshop.ROOT / workshop.WEB / "built"
MOST_BYTES = 800 * 1024


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_building_it_again_gives_the_same_bytes(tmp_path: Path) -> None:
    workshop.run("build.mjs", tmp_path / "built")
    assert files(tmp_path / "built") == files(BUILT), "run `make web` and commit gateway/web/built"


def test_its_types_hold() -> None:
    workshop.run("node_modules/typescript/bin/tsc", "-p", ".")


def test_it_is_small_and_asks_no_other_host() -> None:
    found = files(BUILT)
    assert sum(map(len, found.values())) <= MOST_BYTES
    page = found["index.html"].decode()
    assert re.findall(r'(?:src|href)="(?!data:)([^"]*)"', page)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
    assert not re.search(r"<script[^>]*>[^<]|\son\w+=|\sstyle=", page)  # the policy lets none run
