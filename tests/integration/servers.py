"""Redis servers beside the run's own: a cluster, a master with its replica and Sentinel."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen

from redis import Redis
from redis.exceptions import RedisError

from streams.server.binary import find_redis_server
from streams.server.process import end, spawn


@dataclass(frozen=True)
class Server:
    """A server on loopback."""

    port: int
    process: Popen[bytes]
    redis: Redis

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self.process.wait()


def free_port() -> int:
    """A port that is free, with the one 10,000 above it, which a cluster's bus takes."""
    while True:
        with socket.socket() as low, socket.socket() as high:
            low.bind(("127.0.0.1", 0))
            port: int = low.getsockname()[1]
            with contextlib.suppress(OSError, OverflowError):
                high.bind(("127.0.0.1", port + 10_000))
                return port


@contextlib.contextmanager
def server(folder: Path, *options: str, port: int | None = None) -> Iterator[Server]:
    """A redis-server in ``folder`` with ``options``, answering."""
    chosen = port or free_port()
    folder.mkdir(parents=True, exist_ok=True)
    command = [str(find_redis_server()), *options, "--port", str(chosen), "--bind", "127.0.0.1"]
    process = spawn([*command, "--dir", str(folder)], folder / "redis.log", [])
    started = Server(chosen, process, Redis(port=chosen, decode_responses=True))
    try:
        until(lambda: bool(started.redis.ping()))
        yield started
    finally:
        started.redis.close()
        end(process)


def until(done: object, timeout_s: float = 20.0) -> None:
    """Wait for ``done()`` while servers come up, which tell nobody when they have."""
    assert callable(done)
    deadline = time.monotonic() + timeout_s
    while True:
        with contextlib.suppress(RedisError, OSError):
            if done():
                return
        assert time.monotonic() < deadline, "the servers did not come up"
        time.sleep(0.05)


IN_CLUSTER = ("--cluster-enabled", "yes", "--cluster-node-timeout", "2000", "--appendonly", "yes")


@contextlib.contextmanager
def cluster(folder: Path, *more: str) -> Iterator[list[Server]]:
    """Three masters that cover all slots, with options ``more``."""
    with contextlib.ExitStack() as stack:
        options = (*IN_CLUSTER, *more)
        nodes = [stack.enter_context(server(folder / str(n), *options)) for n in range(3)]
        per_node = 16384 // 3 + 1
        for n, node in enumerate(nodes):
            slots = range(n * per_node, min((n + 1) * per_node, 16384))
            node.redis.execute_command("CLUSTER", "ADDSLOTS", *slots)
            node.redis.execute_command("CLUSTER", "SET-CONFIG-EPOCH", n + 1)
        for node in nodes[1:]:
            node.redis.execute_command("CLUSTER", "MEET", "127.0.0.1", nodes[0].port)
        for node in nodes:
            until(lambda node=node: state(node) == ("ok", "3"))
        yield nodes


@contextlib.contextmanager
def replica_of(master: Server, nodes: list[Server], folder: Path) -> Iterator[Server]:
    """One more node, that has all that ``master`` has and is known to all ``nodes``."""
    with server(folder, *IN_CLUSTER) as replica:
        replica.redis.execute_command("CLUSTER", "MEET", "127.0.0.1", master.port)
        its_id = master.redis.execute_command("CLUSTER", "MYID")
        until(lambda: bool(replica.redis.execute_command("CLUSTER", "REPLICATE", its_id)))
        until(lambda: replica.redis.info("replication")["master_link_status"] == "up")
        own_id = str(replica.redis.execute_command("CLUSTER", "MYID"))
        for node in nodes:
            until(lambda node=node: own_id in str(node.redis.execute_command("CLUSTER NODES")))
        yield replica


def state(node: Server) -> tuple[str, str]:
    """The cluster's state as ``node`` sees it, and of how many masters."""
    text = str(node.redis.execute_command("CLUSTER", "INFO"))
    pairs = dict(line.split(":") for line in text.split() if ":" in line)
    return pairs["cluster_state"], pairs["cluster_size"]


@dataclass(frozen=True)
class Watched:
    """A master, its replica, and the Sentinel that watches them."""

    master: Server
    replica: Server
    sentinel: Server

    def part(self) -> None:
        """From now on the replica gets nothing any more, and can still be promoted."""
        self.replica.redis.config_set("masterauth", "wrong")
        self.master.redis.execute_command("CLIENT", "KILL", "TYPE", "replica")

    @property
    def url(self) -> str:
        return f"redis+sentinel://127.0.0.1:{self.sentinel.port}/scenes/0"


@contextlib.contextmanager
def watched(folder: Path) -> Iterator[Watched]:
    """A master with one replica and one Sentinel that fails over half a second after its death."""
    with contextlib.ExitStack() as stack:
        master = stack.enter_context(server(folder / "master", "--appendonly", "yes"))
        of_master = ("--replicaof", "127.0.0.1", str(master.port), "--appendonly", "yes")
        replica = stack.enter_context(server(folder / "replica", *of_master))
        until(lambda: replica.redis.info("replication")["master_link_status"] == "up")
        (folder / "sentinel").mkdir()
        file = folder / "sentinel" / "sentinel.conf"
        file.write_text(
            f"sentinel monitor scenes 127.0.0.1 {master.port} 1\n"
            "sentinel down-after-milliseconds scenes 500\n"
            "sentinel failover-timeout scenes 3000\n"
        )
        sentinel = stack.enter_context(server(folder / "sentinel", str(file), "--sentinel"))
        until(lambda: bool(sentinel.redis.execute_command("SENTINEL", "REPLICAS", "scenes")))
        yield Watched(master, replica, sentinel)
