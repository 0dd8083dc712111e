"""The end of an append-only file, mended before a redis-server reads it.

A server that dies while it writes a transaction leaves a MULTI without its EXEC. Redis then cuts
the file after the last whole command *inside* the transaction: its memory is right, but the open
MULTI stays on the disk, and the restart after that one applies it together with whatever was
written since. Every script of ours is such a transaction, so its effects would be there twice.
Here the file is cut before the MULTI instead. What was cut was never answered.

What does not belong here: any other damage. Redis sees to that, or says so.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

_MULTI = b"*1\r\n$5\r\nMULTI\r\n"
_WINDOW = 1 << 20
_LONGEST_LINE = 32
_MOST_TRIES = 100


def cut_open_transaction(folder: Path) -> int:
    """Cut what the last server in ``folder`` had not finished; how many bytes that were.

    No server may run there.
    """
    path = _written_last(folder)
    if path is None:
        return 0
    with path.open("rb+") as file:
        size = file.seek(0, os.SEEK_END)
        start = _open_transaction(file, size)
        if start is None:
            return 0
        file.truncate(start)
        os.fsync(file.fileno())
    return size - start


def _written_last(folder: Path) -> Path | None:
    """The file that a server appends to: Redis 7 keeps several and names them in a manifest."""
    several = folder / "appendonlydir"
    manifest = several / "appendonly.aof.manifest"
    path = folder / "appendonly.aof"
    if manifest.exists():
        lines = [line.split() for line in manifest.read_text().splitlines()]
        named = [line[1] for line in lines if line[0] == "file" and line[-1] == "i"]
        path = several / named[-1] if named else manifest
    return path if path.is_file() else None


def _open_transaction(file: BinaryIO, size: int) -> int | None:
    """Where the transaction begins that the file ends in; None when it ends in none."""
    for start in islice(_starts(file, size), _MOST_TRIES):
        try:
            return _left_open(file, start, size)
        except ValueError:
            continue
    return None


def _starts(file: BinaryIO, size: int) -> Iterator[int]:
    """Where to try to read from. A text that looks like a MULTI may stand in an argument: it shows
    when the reading begins before it, and at once when it begins there."""
    last = _last_multi(file, size)
    if last is None:
        return
    before = last
    while (start := _last_multi(file, before)) is not None:
        yield start
        before = start
    yield 0
    yield last


def _left_open(file: BinaryIO, start: int, size: int) -> int | None:
    """The MULTI without an EXEC, of the commands from ``start`` to the end. Raises ``ValueError``
    where there is no command."""
    file.seek(start)
    opened = None
    while (place := file.tell()) < size:
        try:
            name = _command(file)[0].upper()
        except EOFError:
            break
        if name == b"MULTI":
            opened = place
        elif name == b"EXEC":
            opened = None
    return opened


def _last_multi(file: BinaryIO, before: int) -> int | None:
    """Where the last MULTI in the first ``before`` bytes begins."""
    end = before
    while end > 0:
        begin = max(0, end - _WINDOW)
        file.seek(begin)
        # A MULTI that lies across two windows is whole in the earlier one.
        window = file.read(min(end + len(_MULTI) - 1, before) - begin)
        if (found := window.rfind(_MULTI)) >= 0:
            return begin + found
        end = begin
    return None


def _command(file: BinaryIO) -> list[bytes]:
    """The next command. Raises ``EOFError`` in the middle of one, ``ValueError`` at another."""
    command = [_argument(file) for _ in range(_number(file, b"*"))]
    if not command:
        raise ValueError("a command of no words")
    return command


def _argument(file: BinaryIO) -> bytes:
    length = _number(file, b"$")
    text = file.read(length + 2)
    if len(text) < length + 2:
        raise EOFError
    if not text.endswith(b"\r\n"):
        raise ValueError("an argument is longer than it says")
    return text[:-2]


def _number(file: BinaryIO, kind: bytes) -> int:
    line = file.readline(_LONGEST_LINE)
    if (whole := re.fullmatch(re.escape(kind) + rb"(\d+)\r\n", line)) is not None:
        return int(whole[1])
    if re.fullmatch(rb"(?:" + re.escape(kind) + rb"\d*\r?)?", line):
        raise EOFError
    raise ValueError(f"no line of a command: {line!r}")
