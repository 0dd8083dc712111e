"""A stack whose consumers break says so, in place of serving nobody."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

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
