"""What `scenestream lag` prints."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from ops import membership
from ops.settings import Settings, read
from schemas.flow import Stage
from streams.lag import StageLag
from streams.members import Member

BUSY = StageLag(Stage.DECOMPOSE, 12345, 1234, 123, 12345, 86_400.0, 123.456, 12, 0.0123)
ALONE = StageLag(Stage.MESH, 3, 1, 0, 0, 12.0, 0.5)


async def test_lag_fits_eighty_columns_and_cuts_no_figure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    @asynccontextmanager
    async def opened(_: Settings) -> AsyncIterator[None]:
        yield

    async def measured(_: None) -> list[StageLag]:
        return [BUSY, ALONE]

    monkeypatch.setattr(membership, "opened", opened)
    monkeypatch.setattr(membership, "measured", measured)
    monkeypatch.setenv("COLUMNS", "80")
    assert await membership.lag(read({}, data=str(tmp_path)), as_json=False) == 0
    header, busy, mesh, alarm = capsys.readouterr().out.splitlines()
    assert header.split() == [
        "stage", "waiting", "running", "later", "parked", "oldest", "steps/s", "step", "slots",
        "work",
    ]  # fmt: skip
    told = ["12345", "1234", "123", "12345", "24", "h", "0.012", "2", "min", "12", "74", "h"]
    assert busy.split() == ["decompose", *told]
    assert mesh.split() == ["mesh", "3", "1", "0", "0", "12.0", "s", "500", "ms", "0", "nobody"]
    assert alarm == "nobody serves mesh (4); scenestream up --only mesh"


async def test_consumers_say_what_they_need_of_a_gpu_and_what_it_has(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    member = Member(
        "c1[/b]:lamp:",
        ["mesh", "library"],
        1,
        30.0,
        {"mesh": "trellis", "library": "embedded"},
        needs_mib={"mesh": 16384},
        has_mib=24576,
    )

    @asynccontextmanager
    async def opened(_: Settings) -> AsyncIterator[None]:
        yield

    async def merged(_: None) -> list[Member]:
        return [member]

    monkeypatch.setattr(membership, "opened", opened)
    monkeypatch.setattr(membership, "_merged", merged)
    monkeypatch.setenv("COLUMNS", "160")
    assert await membership.consumers(read({}, data=str(tmp_path)), as_json=False) == 0
    told = capsys.readouterr().out
    assert "trellis: mesh (16 GiB)" in told
    assert "embedded: library" in told
    assert "GPU of 24 GiB" in told
    assert "c1[/b]:lamp:" in told  # a name, neither markup nor a picture of a lamp
