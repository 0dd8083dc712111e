"""Whatever a session is, live, a fork, archived or imported, every command on it says the same."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.stack import cli, up
from tests.acceptance.unity import unity

ROOM = "a small bedroom with a bed, a lamp next to the bed and a rug"


async def said(data: Path, *arguments: str, status: int = 0) -> str:
    """What a command prints."""
    done = await asyncio.to_thread(cli, data, *arguments)
    assert done.returncode == status, (arguments, done.stdout, done.stderr)
    return done.stdout


async def looked_at(data: Path, session: str, at: str) -> dict[str, Any]:
    """What every command says of the session up to ``at``, but for what tells where it lies."""
    short = session[:8]
    shown = json.loads(await said(data, "show", short, "--at", at, "--json"))
    first = json.loads(await said(data, "show", short, "--at", "r1", "--json"))
    events = [
        json.loads(line)
        for line in (
            await said(data, "replay", short, "--to", at, "--speed", "max", "--json")
        ).splitlines()
    ]
    mesh = next(e["id"] for e in events if e.get("type") == "mesh.generated")
    compared = json.loads(
        await said(data, "diff", f"{short}@r1", f"{short}@{at}", "--json", status=1)
    )
    history = (await said(data, "history", short, "--json")).splitlines()
    why = json.loads(await said(data, "why", short, "lamp", "--at", at, "--json"))
    debugged = json.loads(await said(data, "debug", short, mesh, "--json"))
    verified = json.loads(await said(data, "verify", short, "--json"))
    bundled = json.loads(
        await said(data, "bundle", short, "-o", str(data / f"{short}.scn"), "--json")
    )
    assert verified["sound"], verified
    assert debugged["same"], debugged
    assert why
    assert len(events) > 30
    assert bundled["events"] >= len(events)
    return {
        "digests": (first["digest"], shown["digest"]),
        "requests": [(r["id"], r["status"], r["answer"]) for r in shown["requests"]],
        "assets": sorted(a["id"] for a in shown["assets"]),
        "moved": [m["name"] for m in compared["scene"]["moved"]],
        "revisions": [json.loads(line)["event"] for line in history[:3]],
        "events": [e["id"] for e in events if "type" in e],
    }


@pytest.mark.timeout(300)
async def test_a_session_is_the_same_wherever_it_lies(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    with up(a, "--workers", "2") as stack:
        async with unity(stack.ws) as client:
            await client.scene(ROOM)
            await client.edit("move the rug one meter to the left")
            await client.edit("make the lamp blue")
        session = client.session
        at = json.loads(await said(a, "show", session, "--json"))["at"]
        live = await looked_at(a, session, at)
        assert live["moved"] == ["rug"]

        fork = json.loads(await said(a, "fork", session, "--at", at, "--json"))["session"]
        assert await looked_at(a, fork, at) == live

        await said(a, "archive", session, "--idle", "0s")
        assert await looked_at(a, session, at) == live
        assert await looked_at(a, fork, at) == live  # its past is in the archive now
        await said(a, "archive", fork, "--idle", "0s")
        assert await looked_at(a, fork, at) == live

        await said(a, "send", "undo that", "--session", fork)  # wakes it
        assert await looked_at(a, fork, at) == live
        await said(a, "bundle", fork, "-o", str(tmp_path / "x.scn"))
    await said(b, "import", str(tmp_path / "x.scn"))
    assert await looked_at(b, fork, at) == live
