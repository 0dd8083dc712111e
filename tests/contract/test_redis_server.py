"""The embedded Redis: real, ours alone, durable, and gone when we are."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import ConnectionError as Disconnected

from schemas.errors import Category
from streams.server import binary as server_binary
from streams.server.binary import RedisServerMissing, RedisVersion, server_version
from streams.server.embedded import (
    EmbeddedRedis,
    RedisDowngrade,
    RedisStartFailed,
    find_redis_server,
)
from streams.server.probe import free_port

ROOT = Path(__file__).parents[2]
HOST = """
import sys
from pathlib import Path
from streams.server.embedded import EmbeddedRedis
server = EmbeddedRedis.start(Path(sys.argv[1]))
print(server.pid, server.url, server.owned, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[EmbeddedRedis]:
    with EmbeddedRedis.start(tmp_path) as started:
        yield started


def wait_for_end(pid: int) -> None:
    """Until the process is gone, on the kernel's word: no polling, no limit but the test's."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        select.select([handle], [], [])
    finally:
        os.close(handle)


def fake_binary(folder: Path, version: str) -> Path:
    """A redis-server that knows its version and nothing else."""
    binary = folder / "redis-server"
    binary.write_text(f"#!/bin/sh\necho 'Redis server v={version} sha=0 bits=64'\n", "utf-8")
    binary.chmod(0o755)
    return binary


def test_it_is_a_real_redis_with_the_settings_a_log_needs(server: EmbeddedRedis) -> None:
    with Redis.from_url(server.url, decode_responses=True) as redis:
        wanted = {
            "appendonly": "yes",
            "appendfsync": "everysec",
            "save": "",
            "maxmemory-policy": "noeviction",
            "protected-mode": "yes",
            "bind": "127.0.0.1",
        }
        assert {name: redis.config_get(name)[name] for name in wanted} == wanted
        assert redis.info("server")["process_id"] == server.pid


def test_it_keeps_everything_it_writes_in_the_data_folder(
    tmp_path: Path, server: EmbeddedRedis
) -> None:
    with Redis.from_url(server.url, decode_responses=True) as redis:
        assert redis.config_get("dir")["dir"] == str(tmp_path / "redis")
        assert redis.config_get("logfile")["logfile"] == str(tmp_path / "redis" / "redis.log")


def test_its_record_says_where_it_is_and_what_it_is(tmp_path: Path, server: EmbeddedRedis) -> None:
    record = json.loads((tmp_path / "redis" / "server.json").read_text("utf-8"))
    assert (record["url"], record["pid"]) == (server.url, server.pid)
    assert record["version"] == server.version
    assert record["version"].startswith(f"{record['major']}.")


def test_starting_the_same_folder_again_finds_the_running_one(
    tmp_path: Path, server: EmbeddedRedis
) -> None:
    second = EmbeddedRedis.start(tmp_path)
    assert (second.url, second.pid, second.owned) == (server.url, server.pid, False)
    second.stop()
    with Redis.from_url(server.url) as redis:
        assert redis.ping()


def test_of_many_that_start_one_folder_at_once_exactly_one_owns_it(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        servers = list(pool.map(lambda _: EmbeddedRedis.start(tmp_path), range(8)))
    try:
        assert sum(server.owned for server in servers) == 1
        assert len({server.url for server in servers}) == 1
    finally:
        for server in servers:
            server.stop()


def test_it_outlives_the_thread_that_started_it(tmp_path: Path) -> None:
    started: list[EmbeddedRedis] = []
    thread = threading.Thread(target=lambda: started.append(EmbeddedRedis.start(tmp_path)))
    thread.start()
    thread.join()
    with started[0] as server, Redis.from_url(server.url) as redis:
        assert redis.ping()


def test_after_a_stop_the_data_is_there_again(tmp_path: Path) -> None:
    with EmbeddedRedis.start(tmp_path) as server, Redis.from_url(server.url) as redis:
        redis.xadd("log", {"said": "größer"})
    with EmbeddedRedis.start(tmp_path) as server, Redis.from_url(server.url) as redis:
        assert redis.xlen("log") == 1


def test_who_starts_it_while_it_stops_gets_one_that_stays(tmp_path: Path) -> None:
    leaving = EmbeddedRedis.start(tmp_path)
    thread = threading.Thread(target=leaving.stop)
    thread.start()
    with EmbeddedRedis.start(tmp_path) as coming:
        thread.join()
        # Which of the two came first is chance; a server given away unowned was still wanted then.
        assert coming.owned or coming.pid == leaving.pid


def test_a_server_whose_owner_is_gone_is_replaced(tmp_path: Path) -> None:
    # As on systems that do not end a child with its parent: a claim given up, a server alive.
    orphan = EmbeddedRedis.start(tmp_path)
    assert orphan._ours is not None
    orphan._ours.claim.close()
    with EmbeddedRedis.start(tmp_path) as server:
        assert server.owned
        assert server.pid != orphan.pid
    orphan.stop()


def test_stopping_twice_does_nothing(server: EmbeddedRedis) -> None:
    server.stop()
    server.stop()
    with Redis.from_url(server.url) as redis, pytest.raises(Disconnected):
        redis.ping()


def test_after_kill_9_of_the_server_the_data_is_there_again(
    tmp_path: Path, server: EmbeddedRedis
) -> None:
    with Redis.from_url(server.url) as redis:
        redis.set("kept", "yes")
    os.kill(server.pid, signal.SIGKILL)
    wait_for_end(server.pid)
    with EmbeddedRedis.start(tmp_path) as again, Redis.from_url(again.url) as redis:
        assert again.owned
        assert redis.get("kept") == b"yes"


def test_a_script_whose_writing_was_cut_short_by_a_crash_never_shows(tmp_path: Path) -> None:
    """Not even twice: Redis alone would apply it again at the second start after the crash."""
    script = "redis.call('RPUSH', 'log', ARGV[1]) redis.call('RPUSH', 'work', ARGV[1])"

    def run_and_crash(text: str) -> list[str]:
        with EmbeddedRedis.start(tmp_path) as server, Redis.from_url(server.url) as redis:
            redis.eval(script, 0, text)
            held = [item.decode() for item in redis.lrange("log", 0, -1)]
            os.kill(server.pid, signal.SIGKILL)
            wait_for_end(server.pid)
        return held

    run_and_crash("a")
    run_and_crash("b")
    file = next((tmp_path / "redis").rglob("appendonly*.incr.aof"), None)
    file = file or tmp_path / "redis" / "appendonly.aof"
    os.truncate(file, file.stat().st_size - 20)  # as far as the write of "b" got
    assert run_and_crash("c") == ["a", "c"]
    assert run_and_crash("d") == ["a", "c", "d"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_kill_9_of_the_program_takes_its_server_along_and_the_next_one_starts(
    tmp_path: Path,
) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", HOST, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with program:
        assert program.stdout is not None
        pid, url, owned = program.stdout.readline().split()
        assert owned == "True"
        with Redis.from_url(url) as redis:
            redis.set("kept", "yes")
        program.kill()
    with EmbeddedRedis.start(tmp_path) as again, Redis.from_url(again.url) as redis:
        assert again.pid != int(pid)
        assert redis.get("kept") == b"yes"
    wait_for_end(int(pid))


def test_a_program_that_ends_without_stopping_it_leaves_no_server(tmp_path: Path) -> None:
    program = subprocess.run(
        [sys.executable, "-c", HOST, str(tmp_path)],
        cwd=ROOT,
        input="",
        capture_output=True,
        text=True,
        check=True,
    )
    wait_for_end(int(program.stdout.split()[0]))


def test_a_stale_record_is_not_believed(tmp_path: Path, server: EmbeddedRedis) -> None:
    record = tmp_path / "redis" / "server.json"
    left_behind = record.read_bytes()
    server.stop()
    record.write_bytes(left_behind)
    with EmbeddedRedis.start(tmp_path) as again:
        assert again.owned
        assert again.pid != server.pid


def test_a_garbled_record_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "redis").mkdir()
    (tmp_path / "redis" / "server.json").write_bytes(b'{"url": "redis://exa')
    with EmbeddedRedis.start(tmp_path) as server:
        assert server.owned


def test_a_port_that_was_taken_meanwhile_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as squatter:
        taken: int = squatter.getsockname()[1]
        offers = iter([taken])
        monkeypatch.setattr(
            "streams.server.embedded.free_port", lambda: next(offers, None) or free_port()
        )
        with EmbeddedRedis.start(tmp_path) as server, Redis.from_url(server.url) as redis:
            assert redis.ping()
            assert not server.url.endswith(f":{taken}/0")


def test_data_of_a_newer_major_is_refused(tmp_path: Path, server: EmbeddedRedis) -> None:
    server.stop()
    record = tmp_path / "redis" / "server.json"
    newer = json.loads(record.read_text("utf-8")) | {"major": 99}
    record.write_text(json.dumps(newer), "utf-8")
    with pytest.raises(RedisDowngrade, match=r"written by Redis 99.*choose another --data") as seen:
        EmbeddedRedis.start(tmp_path)
    assert seen.value.category is Category.MISCONFIGURED


def test_redis_7s_append_only_folder_is_recognised_without_a_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "redis" / "appendonlydir").mkdir(parents=True)
    monkeypatch.setattr("streams.server.embedded.server_version", lambda _: RedisVersion(6, 2, 14))
    with pytest.raises(RedisDowngrade, match="written by Redis 7"):
        EmbeddedRedis.start(tmp_path)


def test_a_server_that_does_not_come_up_is_quoted(tmp_path: Path) -> None:
    (tmp_path / "redis").mkdir()
    (tmp_path / "redis" / "appendonly.aof").write_bytes(b"*1\r\nthis is no command\r\n")
    with EmbeddedRedis.start(tmp_path / "probe") as probe:
        if not probe.version.startswith("6."):
            (tmp_path / "redis" / "appendonlydir").mkdir()
            (tmp_path / "redis" / "appendonlydir" / "appendonly.aof.manifest").write_bytes(b"?\n")
    with pytest.raises(RedisStartFailed, match="did not start"):
        EmbeddedRedis.start(tmp_path)


def test_a_data_folder_that_can_not_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "redis").write_text("a file is in the way", "utf-8")
    with pytest.raises(RedisStartFailed, match="File exists"):
        EmbeddedRedis.start(tmp_path)


def test_the_one_on_path_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    binary = fake_binary(tmp_path, "7.2.4")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert find_redis_server() == binary


def test_one_that_is_too_old_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = find_redis_server()
    (tmp_path / "old").mkdir()
    old = fake_binary(tmp_path / "old", "6.0.16")
    monkeypatch.setattr(server_binary, "_candidates", lambda: iter([old, good]))
    assert find_redis_server() == good


def test_without_any_the_error_says_what_was_seen_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = fake_binary(tmp_path, "6.0.16")
    monkeypatch.setattr(server_binary, "_candidates", lambda: iter([old, tmp_path / "gone"]))
    with pytest.raises(RedisServerMissing, match=r"is 6\.0\.16.*gone.*make setup.*REDIS_URL"):
        find_redis_server()


def test_the_binary_that_is_found_is_new_enough() -> None:
    assert server_version(find_redis_server()) >= server_binary.OLDEST


def test_it_is_found_without_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    if (
        shutil.which("redis-server") == str(find_redis_server())
        and not list(server_binary._candidates())[1:]
    ):
        pytest.skip("the only redis-server of this machine is the one on PATH")
    monkeypatch.setenv("PATH", "")
    assert find_redis_server().name == "redis-server"
