"""`scenestream audit` on what the product made: terms go wherever the assets go."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.stack import cli, up
from tests.acceptance.unity import unity
from tests.gltf.validator import validate
from tests.sculptors import Machine

ROOM = "a room with a red chair and a wooden table"


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """A machine in the United States that could run Hunyuan3D, as far as its stand-in shows."""
    folder = tmp_path / "machine"
    folder.mkdir()
    machine = Machine(folder)
    machine.has_hunyuan()
    machine.has_gpu()
    return {**machine.env, "SCENESTREAM_TERRITORY": "US"}


def audit(data: Path, session: str, *options: str) -> tuple[int, dict[str, Any]]:
    """The exit status, and what is printed for programs."""
    done = cli(data, "audit", session, "--json", *options)
    assert done.returncode in (0, 1), done.stderr
    return done.returncode, json.loads(done.stdout)


async def test_what_a_model_made_may_not_ship_where_its_licence_does_not_hold(
    tmp_path: Path, env: dict[str, str]
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    with up(here, "--engine", "mesh=hunyuan3d", "--workers", "1", **env) as stack:
        async with unity(stack.ws) as first:
            _, glbs = await first.scene(ROOM)
        async with unity(stack.ws) as second:
            await second.scene(ROOM)
    assert all(validate(glb).errors == 0 for glb in glbs.values())

    told = cli(here, "audit", first.session, "--commercial", "--territory", "EU")
    assert told.returncode == 1, told.stderr
    assert "its licence does not hold in EU\n" in told.stdout
    assert "LicenseRef-Tencent-Hunyuan-3D-Community" in told.stdout
    assert "2 in all: 2 may not ship" in told.stdout
    assert audit(here, first.session, "--territory", "US")[0] == 0
    assert cli(here, "audit", first.session, "--territory", "Mars").returncode == 2

    # The second session's assets are the library's: nothing but their bytes tells of them, since
    # the session that made them is erased; and they do so in another deployment, too.
    erased = cli(here, "erase", first.session, "--yes", "--keep-library")
    assert erased.returncode == 0, erased.stderr
    bundled = cli(here, "bundle", second.session, "-o", str(tmp_path / "x.scn"))
    assert bundled.returncode == 0, bundled.stderr
    imported = cli(there, "import", str(tmp_path / "x.scn"))
    assert imported.returncode == 0, imported.stderr
    for data in (here, there):
        status, found = audit(data, second.session, "--commercial", "--territory", "GB,US")
        assert status == 1
        assert {asset["known_from"] for asset in found["assets"]} == {"the stamp in its bytes"}
        assert {asset["verdict"] for asset in found["assets"]} == {"may not ship"}
        made = found["assets"][0]["provenance"]
        assert (made["territory"], made["parents"][0]["engine"]) == ("US", "greybox")
        assert made["parameters"]
        assert made["parameters"] != made["parents"][0]["parameters"]


async def test_what_the_embedded_engines_made_may_be_shipped_anywhere(tmp_path: Path) -> None:
    with up(tmp_path, "--workers", "1") as stack:
        async with unity(stack.ws) as client:
            await client.scene(ROOM)
    status, found = audit(tmp_path, client.session, "--commercial", "--territory", "WORLD")
    assert status == 0
    assert found["verdicts"] == {"ok": 2, "conditions": 0, "unknown": 0, "may not ship": 0}
    assert cli(tmp_path, "audit", client.session, "--strict").returncode == 0
