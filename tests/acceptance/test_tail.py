"""`scenestream tail` beside other programs, as `tail` itself behaves there."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.acceptance.stack import Up, cli, up
from tests.bare_v2 import v2

pytestmark = pytest.mark.timeout(180)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tail")


@pytest.fixture(scope="module")
def stack(data: Path) -> Iterator[Up]:
    with up(data, "--only", "gateway") as started:
        yield started


def opened(stack: Up) -> str:
    """A session with nothing in it but its beginning."""

    async def join() -> str:
        async with v2(stack.ws) as client:
            return client.session

    return asyncio.run(join())


async def say(stack: Up, session: str) -> None:
    async with v2(stack.ws, session=session) as client:
        await client.say("make it night")


@contextmanager
def tailing(data: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "ops.cli", "tail", *options, "--data", str(data)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_it_ends_at_the_end_and_follows_when_it_is_told_to(data: Path, stack: Up) -> None:
    session = opened(stack)
    whole = cli(data, "tail", session, "--json").stdout.splitlines()
    assert [json.loads(told)["type"] for told in whole] == ["session.opened"]
    with tailing(data, session, "--json", "-f") as following:
        assert following.stdout is not None
        assert following.stdout.readline().rstrip() == whole[0]
        asyncio.run(say(stack, session))
        assert json.loads(following.stdout.readline())["type"] == "request.accepted"
    assert len(cli(data, "tail", session, "-n", "1").stdout.splitlines()) == 1
    assert cli(data, "tail", session, "-n", "0").stdout == ""


def test_it_ends_as_soon_as_nobody_reads_it_though_nothing_happens(data: Path, stack: Up) -> None:
    with tailing(data, opened(stack), "--follow") as following:
        assert following.stdout is not None
        assert following.stderr is not None
        following.stdout.readline()
        following.stdout.close()
        assert following.wait(timeout=60) == 128 + 13
        assert following.stderr.read() == ""
