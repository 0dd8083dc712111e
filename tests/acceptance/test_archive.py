"""A session that is archived while its client looks on: nobody notices, and everything goes on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.acceptance.stack import cli, up
from tests.acceptance.unity import nodes, unity

ROOM = "a room with a red sofa and a wooden table"


async def test_an_archived_session_is_shown_told_and_gone_on_with(tmp_path: Path) -> None:
    with up(tmp_path):
        ready = json.loads((tmp_path / "run.json").read_text())
        async with unity(ready["ws"]) as client:
            document, _ = await client.scene(ROOM)
            session = client.session
            before = told(tmp_path, session)
            shown = cli(tmp_path, "show", session, "--json").stdout

            first = cli(tmp_path, "archive", session[:8], "--idle", "0s", "--json")
            assert first.returncode == 0, first.stdout + first.stderr
            sealed = json.loads(first.stdout)
            assert (sealed["outcome"], sealed["events"]) == ("sealed", len(before))

            assert told(tmp_path, session)[:-1] == before
            again = json.loads(cli(tmp_path, "show", session, "--json").stdout)
            assert {**again, "at": ""} == {**json.loads(shown), "at": ""}
            at = before[-1]["id"]
            assert cli(tmp_path, "show", session, "--json", "--at", at).stdout == shown
            (listed,) = cli(tmp_path, "sessions", "--json").stdout.splitlines()
            assert json.loads(listed)["archived"] == len(before)
            assert "archived" in cli(tmp_path, "sessions").stdout

            update, _ = await client.edit("remove the table")  # the client is still there
            (table,) = [n["id"] for name, n in nodes(document).items() if "table" in name.lower()]
            assert update["objects_to_delete"] == [table]
        answer = cli(tmp_path, "send", "--session", session, "make it night")
        assert answer.returncode == 0, answer.stdout + answer.stderr
    types = [event["type"] for event in told(tmp_path, session)]
    assert types.count("scene.patched") == 2
    assert types.count("session.sealed") == 1
    assert "log.gap_found" not in types


def told(data: Path, session: str) -> list[dict[str, Any]]:
    lines = cli(data, "tail", session, "--no-follow", "--json").stdout.splitlines()
    return [json.loads(line) for line in lines]


def test_a_process_can_be_an_archiver_and_nothing_else(tmp_path: Path) -> None:
    with up(tmp_path, "--only", "archive", SCENESTREAM_ARCHIVE_AFTER="60s") as archiver:
        assert archiver.ready["ws"] is None
        assert archiver.stop() == 0


def test_settings_of_the_archive_that_make_no_sense_are_named(tmp_path: Path) -> None:
    off = cli(tmp_path, "up", "--only", "archive", SCENESTREAM_ARCHIVE_AFTER="off")
    soon = cli(tmp_path, "up", SCENESTREAM_ARCHIVE_AFTER="5s")
    for refused in (off, soon):
        assert refused.returncode == 2
        assert "SCENESTREAM_ARCHIVE_AFTER" in refused.stderr
        assert "24h" in refused.stderr
        assert "Traceback" not in refused.stderr
