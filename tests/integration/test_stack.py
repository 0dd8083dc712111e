"""A stack of which a part breaks says so, in place of serving nobody."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gateway.geometry.settings import GeometrySettings
from gateway.hub import Hub
from ops import serve, stack
from ops.settings import Settings


def settings(folder: Path, redis_url: str) -> Settings:
    return Settings(folder, redis_url, "127.0.0.1", 0, None)


def quietly(component: str, what: str) -> None: ...


async def test_consumers_that_can_not_begin_are_no_ready_stack(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: Any) -> None:
        raise LookupError("no metadata")

    monkeypatch.setattr(stack, "work", broken)
    with pytest.raises(LookupError, match="no metadata"):
        async with stack.running(settings(tmp_path, redis_url), only="agent", say=quietly):
            pytest.fail("it said that it was ready")


async def test_a_stack_whose_consumers_end_by_themselves_ends(
    redis_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    async def short(*_: Any) -> None:
        await asyncio.sleep(0.05)

    monkeypatch.setattr(stack, "work", short)
    async with asyncio.timeout(30):
        status = await serve.serve(settings(tmp_path, redis_url), "agent", 1, as_json=True)
    assert status == 1
    assert '"event": "ready"' in capsys.readouterr().out


@pytest.mark.parametrize("door", [stack.GATEWAY, stack.GEOMETRY])
async def test_a_stack_whose_gateway_hears_nothing_any_more_ends(
    redis_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    door: str,
) -> None:
    async def deaf(*_: Any) -> None:
        raise LookupError("no feed")

    monkeypatch.setattr(Hub, "_follow", deaf)
    files = GeometrySettings((tmp_path,), port=0)
    chosen = replace(settings(tmp_path, redis_url), geometry=files)
    async with asyncio.timeout(30):
        status = await serve.serve(chosen, door, 1, as_json=True)
    assert status == 1
    assert [r.message for r in caplog.records if r.levelname == "CRITICAL"] == [f"{door}.ended"]
    assert "no feed" in caplog.text


async def test_a_stack_that_is_stopped_finds_nothing_wrong_with_that(
    redis_url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    chosen = settings(tmp_path, redis_url)
    async with stack.running(chosen, only="gateway,agent", say=quietly) as running:
        assert not running.broken.is_set()
    assert not running.broken.is_set()
    assert [r.message for r in caplog.records if r.levelname == "CRITICAL"] == []
