"""An append-only file that ends amid a transaction is cut before it, and no other is."""

from __future__ import annotations

from pathlib import Path

import pytest

from streams.server.tail import cut_open_transaction


def told(*words: str) -> bytes:
    """A command as an append-only file has it."""
    parts = [word.encode() for word in words]
    return b"*%d\r\n" % len(parts) + b"".join(b"$%d\r\n%s\r\n" % (len(p), p) for p in parts)


MULTI, EXEC = told("MULTI"), told("EXEC")
ADDED = told("XADD", "log", "1-0", "e", "größer\r\n")
WHOLE = told("SELECT", "0") + MULTI + ADDED + told("DEL", "work") + EXEC
LOOKS_LIKE_ONE = told("SET", "k", "*1\r\n$5\r\nMULTI\r\nof a text")


def cut(folder: Path, content: bytes, name: str = "appendonly.aof") -> bytes:
    """What is left of a file with this content."""
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    said = cut_open_transaction(folder)
    left = file.read_bytes()
    assert said == len(content) - len(left)
    return left


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(WHOLE, id="whole"),
        pytest.param(WHOLE + MULTI + ADDED + told("exec"), id="ended in small letters"),
        pytest.param(WHOLE + ADDED, id="plain commands after it"),
        pytest.param(WHOLE + ADDED[:-9], id="a plain command that was not finished"),
        pytest.param(WHOLE + LOOKS_LIKE_ONE, id="text that looks like one"),
        pytest.param(WHOLE + LOOKS_LIKE_ONE[:-8], id="unfinished text that looks like one"),
        pytest.param(b"REDIS0009\xfa\x00binary" + WHOLE, id="after an RDB"),
        pytest.param(b"REDIS0009\xfa\x00binary", id="an RDB alone"),
        pytest.param(LOOKS_LIKE_ONE[:-12], id="no transaction, and text that looks like one"),
        pytest.param(WHOLE + MULTI + b"*0\r\n", id="what Redis refuses by itself"),
    ],
)
def test_what_ends_in_no_open_transaction_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    assert cut(tmp_path, content) == content


@pytest.mark.parametrize("before", [b"", WHOLE, b"REDIS0009\xfa\x00" + WHOLE + LOOKS_LIKE_ONE])
def test_a_transaction_is_cut_wherever_its_writing_stopped(tmp_path: Path, before: bytes) -> None:
    transaction = MULTI + ADDED + LOOKS_LIKE_ONE + told("DEL", "work") + EXEC
    for written in range(len(MULTI), len(transaction)):
        assert cut(tmp_path, before + transaction[:written]) == before
    assert cut(tmp_path, before + transaction) == before + transaction


def test_one_longer_than_a_look_at_the_end_is_found(tmp_path: Path) -> None:
    long = told("SET", "k", "x" * (3 << 20))
    assert cut(tmp_path, WHOLE + MULTI + long + ADDED) == WHOLE


def test_of_redis_7s_files_the_one_that_is_appended_to_is_mended(tmp_path: Path) -> None:
    folder = tmp_path / "appendonlydir"
    folder.mkdir()
    (folder / "appendonly.aof.manifest").write_text(
        "file appendonly.aof.2.base.rdb seq 2 type b\n"
        "file appendonly.aof.4.incr.aof seq 4 type i\n"
        "file appendonly.aof.5.incr.aof seq 5 type i\n"
    )
    (folder / "appendonly.aof.4.incr.aof").write_bytes(WHOLE)
    last = "appendonlydir/appendonly.aof.5.incr.aof"
    assert cut(tmp_path, WHOLE + MULTI + ADDED, last) == WHOLE


def test_a_folder_without_such_a_file_is_left_alone(tmp_path: Path) -> None:
    assert cut_open_transaction(tmp_path) == 0
