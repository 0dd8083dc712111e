"""Who is measured: the product, the hand-written loop, the peers, behind the same few words.

Peers need an environment of their own (``requirements/bench.lock``); it is made on first use in
``build/bench-venv``. Where it can not be made, there are no peers, and the figure says so.
"""

from __future__ import annotations

import asyncio
import hashlib
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
from redis import Redis

from ops.bench import by_hand, product
from ops.bench.crew import ROOT
from ops.setup import REQUIREMENTS, SetupFailed, install_lock, make_environment
from streams.connection import connect
from streams.keys import Keys
from streams.log import Log

VENV = ROOT / "build" / "bench-venv"
LOCK = "bench.lock"


@dataclass(frozen=True, slots=True)
class Contender:
    """``load(url, n)`` puts n jobs there; ``command(url, consumer)`` starts one consumer process.

    ``made``: how many follow-ups there are; ``left``: how many jobs are not done yet.
    """

    name: str
    load: Callable[[str, int], None]
    command: Callable[[str, str], list[str]]
    made: Callable[[Redis], int]
    left: Callable[[Redis], int]


def ours() -> Contender:
    """The product."""
    keys = Keys()
    return Contender(
        "scenestream",
        lambda url, jobs: asyncio.run(_load(url, jobs)),
        lambda url, consumer: product.command(url, consumer, product.STEP),
        lambda redis: int(redis.xlen(keys.work(product.FOLLOW_UP))),
        lambda redis: int(redis.xlen(keys.work(product.STEP))),
    )


async def _load(url: str, jobs: int) -> None:
    log = Log(await connect(url))
    await product.load(log, jobs)
    await log.close()


def hand() -> Contender:
    """The hand-written loop."""
    return Contender(
        "by hand",
        lambda url, jobs: by_hand.load(Redis.from_url(url), jobs),
        by_hand.command,
        lambda redis: int(redis.xlen(by_hand.STEPS[1])),
        lambda redis: int(redis.xlen(by_hand.STEPS[0])),
    )


def peers() -> list[Contender]:
    """The frameworks; none, with a line that says why, when they can not be installed."""
    python = peers_python()
    if python is None:
        return []
    return [
        _peer(python, "faststream", lambda r: r.xlen("faststream:1"), lambda r: 0),
        _peer(
            python,
            "dramatiq",
            lambda r: r.llen("dramatiq:follow"),
            lambda r: r.hlen("dramatiq:jobs.msgs"),
        ),
        _peer(python, "taskiq", lambda r: r.xlen("taskiq:1"), lambda r: 0),
    ]


def _peer(
    python: Path, name: str, made: Callable[[Redis], int], left: Callable[[Redis], int]
) -> Contender:
    program = [str(python), "-W", "ignore", str(peer_program(name))]

    def load(url: str, jobs: int) -> None:
        subprocess.run([*program, "load", url, str(jobs)], check=True, cwd=ROOT)

    return Contender(
        name, load, lambda url, consumer: [*program, "work", url, consumer], made, left
    )


def peer_program(name: str) -> Path:
    """The file of a peer's program."""
    return Path(__file__).parent / "peers" / f"{name}_peer.py"


def peers_python() -> Path | None:
    """The Python that has the peers; None when it can not be had."""
    wanted = hashlib.sha256((REQUIREMENTS / LOCK).read_bytes()).hexdigest()
    stamp = VENV / ".installed"
    try:
        if not stamp.exists() or stamp.read_text() != wanted:
            click.echo("  installing the peers that requirements/bench.lock pins")
            make_environment(VENV)
            install_lock(VENV, LOCK)
            stamp.write_text(wanted)
    except (SetupFailed, OSError) as missing:
        click.echo(f"  the peers can not be installed, so they are left out: {missing}")
        return None
    return VENV / "bin" / "python"
