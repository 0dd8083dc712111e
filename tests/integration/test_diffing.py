"""`scenestream diff` and `show` on real logs: of one session, of a fork, of strangers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ops.history import diffing, showing
from ops.settings import Settings, read
from schemas import events as e
from schemas.ids import SessionId
from streams.past import keyframes
from streams.past.points import BadPoint
from streams.state import States
from tests.integration.pasts import begin, edit, opened

A, FORK, OTHER = SessionId("a-session"), SessionId("fork"), SessionId("other")


@pytest.fixture
def settings(redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("REDIS_URL", redis_url)
    monkeypatch.setenv("SCENESTREAM_ARTIFACTS", str(tmp_path / "artifacts"))
    return read(data=str(tmp_path))


async def three(redis_url: str, tmp_path: Path) -> None:
    """A session of five edits, a fork of it after the third that was edited twice, a stranger."""
    async with opened(redis_url, tmp_path) as (shards, history):
        log = shards.of(A)
        states = States(log, history)
        await begin(log, A)
        for n in range(1, 6):
            await edit(log, A, n)
            await states.get(A)
            await states.written()
        await states.close()
        at = await history.at_revision(A, 4)
        await shards.of(FORK).append(FORK, None, "forked", [e.SessionForked(parent=A, at=at)])
        for n in (4, 5):
            await edit(shards.of(FORK), FORK, n)
        await begin(shards.of(OTHER), OTHER)


async def test_two_points_of_a_session_differ_by_what_was_done_between(
    settings: Settings, redis_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await three(redis_url, tmp_path)
    assert await diffing.diff(settings, f"{A}@r2", f"{A}@5", True) == 1
    said = json.loads(capsys.readouterr().out)
    assert [(m["name"], m["moved_m"]) for m in said["scene"]["moved"]] == [
        ("n 0", 1.0),
        ("n 2", 1.0),
        ("n 3", 1.0),
    ]
    assert (said["scene"]["changed"], said["scene"]["same"]) == ([], 1)
    assert [r["status"] for r in said["requests"]["only_b"]] == ["completed"] * 2 + ["accepted"]
    assert said["shared_until"] == said["a"]["at"]


async def test_a_fork_differs_by_what_each_did_since(
    settings: Settings, redis_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await three(redis_url, tmp_path)
    assert await diffing.diff(settings, A, FORK, False) == 0  # they did the same
    said = capsys.readouterr().out
    assert "the same: 4 objects" in said
    assert said.count("  A  completed") == said.count("  B  completed") == 2
    assert await diffing.diff(settings, f"{A}@r5", FORK, False) == 1
    assert "> n 1  moved 1.00 m" in capsys.readouterr().out


async def test_strangers_have_nothing_in_common_but_names(
    settings: Settings, redis_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await three(redis_url, tmp_path)
    assert await diffing.diff(settings, OTHER, f"{A}@1", True) == 0
    assert json.loads(capsys.readouterr().out)["shared_until"] is None


async def test_all_requests_are_shown_also_those_before_a_keyframe(
    settings: Settings,
    redis_url: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keyframes, "EVERY", 7)
    await three(redis_url, tmp_path)
    assert await showing.show(settings, A, None, True) == 0
    with_frames = json.loads(capsys.readouterr().out)
    assert [r["id"] for r in with_frames["requests"]] == [f"{A}-{n}" for n in range(6)]
    for artifact in (tmp_path / "artifacts").rglob("*"):
        if artifact.is_file():
            artifact.unlink()
    assert await showing.show(settings, A, None, True) == 0
    assert json.loads(capsys.readouterr().out) == with_frames
    assert await showing.show(settings, A, "r3", False) == 0
    assert "revision 3" in capsys.readouterr().out


async def test_what_is_no_point_is_told(settings: Settings, redis_url: str, tmp_path: Path) -> None:
    await three(redis_url, tmp_path)
    for wrong in ("yesterday", "@", "r", "-", "1e9"):
        with pytest.raises(BadPoint, match="give an event's id"):
            await showing.show(settings, A, wrong, False)


async def test_what_a_newer_version_wrote_is_told(
    settings: Settings, redis_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await three(redis_url, tmp_path)
    async with opened(redis_url, tmp_path) as (shards, _):
        log = shards.of(A)
        text = '{"type":"scene.patched","v":9,"data":{"delta":"?"}}'
        await log.redis.xadd(log.keys.log(A), {"request": "", "e": text})
    assert await showing.show(settings, A, None, False) == 0
    said = capsys.readouterr().out
    assert "not understood: scene.patched v9" in said
    assert "is not all of it; update scenestream" in said
    assert await showing.show(settings, A, "r6", False) == 0  # before it all is well
    assert "not understood" not in capsys.readouterr().out
