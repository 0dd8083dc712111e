"""What a data folder says of its server: a record, and the two locks that make it true.

A file that was left behind proves nothing, a lock does: the system frees it when its holder ends.
What does not belong here: starting and ending servers, which is ``streams.server.embedded``.
"""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from schemas.model import Frozen


class ServerRecord(Frozen):
    """``server.json``: the last server of a folder. Only the lock says whether it still runs."""

    url: str
    pid: int
    port: int
    version: str
    major: int
    run_id: str


def read_record(folder: Path) -> ServerRecord | None:
    """The folder's record; None when there is none that can be read."""
    try:
        return ServerRecord.model_validate_json((folder / "server.json").read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def claim_with(folder: Path, record: ServerRecord) -> BinaryIO:
    """Write the record and keep it, locked, until the returned file is closed.

    All or nothing, and locked from its first moment: who reads it never sees it unclaimed.
    """
    beside = folder / "server.json.new"
    claim = beside.open("wb")
    try:
        fcntl.flock(claim.fileno(), fcntl.LOCK_EX)
        claim.write(record.model_dump_json().encode() + b"\n")
        claim.flush()
        beside.replace(folder / "server.json")
    except OSError:
        claim.close()
        raise
    return claim


def is_claimed(folder: Path) -> bool:
    """Whether the owner of the server that ``server.json`` describes still wants it."""
    with (folder / "server.json").open("rb") as record:
        return not take(record.fileno(), fcntl.LOCK_SH)


def take(descriptor: int, kind: int = fcntl.LOCK_EX) -> bool:
    """Take the lock, or say that somebody has it. It goes with its last open descriptor."""
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
