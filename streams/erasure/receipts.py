"""Receipts of erasures: what was taken away and what was looked at afterwards, in no word of it.

A session is named by the SHA-256 of its id: who has the id can find its receipt, nobody can find
the id. While an erasure is under way, what it has to take away is written down here, so that a
killed one goes on where it was. What does not belong here: erasing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from streams.erasure.holdings import Holding, read
from streams.log import PAGE, Log
from streams.scripts import until_answered


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an artifact. ``outcome``: "deleted", "missing" (it was not there any more),
    "shared" (something else names it) or "used" (work that runs may name it yet; else gc has it).
    """

    sha256: str
    size: int
    media_type: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """``session``: SHA-256 of the erased session's id. ``at``: when, in UTC.

    ``erased``: how much there was of it, by place. ``assets``: entries of the library that went.
    ``checked``: what was looked through afterwards; nothing of it was found there. ``files``: what
    was done about the files that Redis keeps, by server.
    """

    session: str
    at: str
    erased: Mapping[str, int]
    artifacts: tuple[Fate, ...] = ()
    assets: int = 0
    checked: Mapping[str, int] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    def document(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)


def hashed(session: str) -> str:
    """What receipts call a session."""
    return hashlib.sha256(session.encode()).hexdigest()


async def intend(log: Log, holding: Holding) -> Holding:
    """Write down what is to be erased, with what an earlier try has written down; all of it."""
    before = await _asked(log, "HGET", log.keys.erasing, hashed(holding.session))
    if before:
        holding.add(read(json.loads(before)))
    text = json.dumps(holding.document(), ensure_ascii=False)
    await _asked(log, "HSET", log.keys.erasing, hashed(holding.session), text)
    return holding


async def unfinished(log: Log) -> tuple[list[Holding], list[Receipt]]:
    """What erasures that were broken off were to take away, and the drafts of those that had."""
    begun = [json.loads(text) for text in await _asked(log, "HVALS", log.keys.erasing)]
    return (
        [read(told) for told in begun if "receipt" not in told],
        [_receipt(told["receipt"]) for told in begun if "receipt" in told],
    )


async def draft(log: Log, receipt: Receipt) -> None:
    """All is gone but what Redis's files may hold: of what was to be erased, its names go, too."""
    text = json.dumps({"receipt": receipt.document()})
    await _asked(log, "HSET", log.keys.erasing, receipt.session, text)


async def keep(log: Log, receipt: Receipt) -> None:
    """Keep a receipt for good: the erasure is over. Kept twice, it is there twice, and true."""
    text = json.dumps(receipt.document())
    await _asked(log, "XADD", log.keys.receipts, "*", "session", receipt.session, "d", text)
    await _asked(log, "HDEL", log.keys.erasing, receipt.session)


async def kept(log: Log) -> AsyncIterator[Receipt]:
    """All receipts, oldest first."""
    start = "-"
    while True:
        rows = await _asked(log, "XRANGE", log.keys.receipts, start, "+", "COUNT", PAGE)
        for _, fields in rows:
            yield _receipt(json.loads(fields["d"]))
        if len(rows) < PAGE:
            return
        start = f"({rows[-1][0]}"


def _receipt(told: dict[str, Any]) -> Receipt:
    return Receipt(**{**told, "artifacts": tuple(Fate(**fate) for fate in told["artifacts"])})


async def _asked(log: Log, *command: Any) -> Any:
    return await until_answered(lambda: log.redis.execute_command(*command))
