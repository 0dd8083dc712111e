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
