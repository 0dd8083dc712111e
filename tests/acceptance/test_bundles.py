"""A session goes from one machine to another as a file, and is verified there."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from tests.acceptance.stack import cli, up
from tests.acceptance.unity import unity


@pytest.fixture
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("_here")
async def test_a_session_moves_to_another_machine_and_goes_on_there(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    with up(a) as stack:
        async with unity(stack.ws) as client:
            await client.scene("a room with a red sofa, a table and a vase on the table")
            await client.edit("move the sofa one meter to the left")
            await client.edit("make the sofa blue")
        session = client.session
        made = await asyncio.to_thread(cli, a, "bundle", session[:8], "--json")
        shown = await asyncio.to_thread(cli, a, "show", session, "--json")
        sound = await asyncio.to_thread(cli, a, "verify", "--all")
    assert made.returncode == 0, made.stderr
    told = json.loads(made.stdout)
    assert (told["session"], told["file"]) == (session, f"{session}.scn")
    assert told["artifacts"] >= 6
    assert sound.returncode == 0, sound.stdout + sound.stderr
    assert "sound" in sound.stdout

    first = cli(b, "import", told["file"], "--json")
    assert first.returncode == 0, first.stderr
    assert json.loads(first.stdout)["outcome"] == "imported"
    assert json.loads(cli(b, "show", session, "--json").stdout) == json.loads(shown.stdout)
    again = cli(b, "import", told["file"])
    assert (again.returncode, "here already" in again.stdout) == (0, True)
    copied = cli(b, "import", told["file"], "--as", "copy", "--json")
    assert json.loads(copied.stdout)["session"] == "copy"
    verified = cli(b, "verify", "--all", "--json")
    reports = [json.loads(line) for line in verified.stdout.splitlines()]
    assert [(r["sound"], r["answers"]) for r in reports] == [(True, 3)] * 2

    with up(b):
        edited = await asyncio.to_thread(
            cli, b, "send", "remove the vase", "--session", session[:8], "--json"
        )
        assert edited.returncode == 0, edited.stderr
    revision = json.loads(cli(b, "show", session, "--json").stdout)["revision"]
    assert revision == json.loads(shown.stdout)["revision"] + 1
    assert cli(b, "verify", session).returncode == 0

    (lost, *_) = sorted((b / "artifacts").glob("*/*"))
    lost.unlink()
    unsound = cli(b, "verify", "--all")
    assert unsound.returncode == 1
    assert f"Artifact {lost.parent.name}{lost.name} is not in" in unsound.stdout
    refused = cli(b, "bundle", session, "-o", str(tmp_path / "no.scn"))
    assert refused.returncode == 1
    assert "MissingArtifact" in refused.stderr
    assert not (tmp_path / "no.scn").exists()


@pytest.mark.usefixtures("_here")
def test_what_is_no_bundle_is_refused_in_one_line(tmp_path: Path) -> None:
    broken = tmp_path / "broken.scn"
    broken.write_bytes(b"PK\x03\x04 and then the download ended")
    refused = cli(tmp_path / "b", "import", str(broken))
    assert refused.returncode == 2
    assert "BadBundle" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert refused.stderr.count("\n") == 1
    bad_id = cli(tmp_path / "b", "import", str(broken), "--as", "no/id")
    assert "BadSessionId" in bad_id.stderr
    which = cli(tmp_path / "b", "verify")
    assert (which.returncode, "NothingToVerify" in which.stderr) == (2, True)
    none = cli(tmp_path / "b", "bundle", "nobody")
    assert "NoSuchSession" in none.stderr
    nowhere = cli(tmp_path / "b", "import", str(tmp_path / "none.scn"))
    assert (nowhere.returncode, "does not exist" in nowhere.stderr) == (2, True)
